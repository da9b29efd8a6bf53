"""Enrolment by files: a request goes up, a key card comes back; the province signs districts, districts sign OPD."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.trust import cards, own_card
from pug_desktop.app.workspace import Workspace, own_office_values
from pug_desktop.bundle.cards import (
    SUFFIX,
    Card,
    Grant,
    Office,
    Request,
    accept_grant,
    card_json,
    issue_card,
    make_request,
    read_grant,
    read_request,
    write_grant,
    write_request,
)
from pug_desktop.domain.identity import office_id
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal

__all__ = ["DeviceRow", "Enrolment", "Grant", "Request", "accept", "approve", "look_request", "request", "status"]


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device that this profile trusts; `relation` is own, above or below."""

    device_id: str
    office_name: str
    role: str
    scope: str
    holder: str
    issued_at: str
    relation: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Whether this profile can exchange, and with whom."""

    enrolled: bool
    issuer_name: str
    serial: str
    protected: bool
    devices: tuple[DeviceRow, ...]


def status(ws: Workspace) -> Enrolment:
    """The profile's own card and the devices that it trusts."""
    kept = cards(ws)
    rows = [
        *((_device(kept.own, "own"),) if kept.own else ()),
        *(_device(card, "above") for card in kept.above),
        *(_device(card, "below") for card in kept.below),
    ]
    issuer = kept.above[0].office.name if kept.above else (kept.own.office.name if kept.own else "")
    return Enrolment(
        enrolled=kept.own is not None,
        issuer_name=issuer,
        serial=kept.own.serial if kept.own else "",
        protected=ws.profile.locked,
        devices=tuple(rows),
    )


def _device(card: Card, relation: str) -> DeviceRow:
    office = card.office
    device = card.device.device_id
    return DeviceRow(device, office.name, office.role, office.scope, card.holder, card.issued_at, relation)


def request(ws: Workspace, to: Path, holder: str = "") -> Path:
    """Write the request for a key card; returns the file.

    Args:
        ws: the profile.
        to: a folder, or the file itself.
        holder: who uses the device.

    Raises:
        PracticeOnly: a practice profile never exchanges with real ones.
        WrongRole: a province signs its own card.
        StickGone, StickFull, StickReadOnly
    """
    profile = ws.profile
    _refuse_practice(ws)
    if profile.role == "provinsi":
        raise errors.WrongRole(role=profile.role, needed="opd, kabkota")
    office = Office(profile.role, profile.region_code, profile.office_id, profile.office_name)
    made = make_request(office, ws.keys, holder=holder or profile.holder, made_at=ws.clock().isoformat())
    target = _file(to, "Permohonan", office)
    write_request(target, made)
    return target


def look_request(ws: Workspace, path: Path) -> Request:
    """Who asks; changes nothing. RequestOutsideScope when the office does not lie directly below this one."""
    asked = read_request(path)
    needed = {"kabkota": "opd", "provinsi": "kabkota"}.get(ws.profile.role)
    office = asked.office
    # An office's id is made of its name: another id would ask for another office's records.
    is_itself = office.office_id == office_id(office.region_code, office.name)
    if office.role != needed or not is_itself or not scopes.contains(ws.profile.scope, office.scope):
        raise errors.RequestOutsideScope(path=path, scope=asked.office.scope, allowed=ws.profile.scope)
    return asked


def approve(ws: Workspace, path: Path, to: Path) -> Path:
    """Sign a card for who asks, keep it, and write the file that goes back; returns that file.

    The office is put on the list when it is not there yet.

    Raises:
        NotEnrolled: this profile has no card itself yet.
        PracticeOnly, RequestOutsideScope, NotAKeyFile, KeyNotTrusted, KeyFileNewer, StickGone, StickFull
    """
    _refuse_practice(ws)
    own = own_card(ws)
    asked = look_request(ws, path)
    now = ws.clock().isoformat()
    card = issue_card(asked, ws.keys, own, serial=ws.new_id(), issued_at=now)
    target = _file(to, "KartuKunci", card.office)
    write_grant(target, Grant(card, (own, *cards(ws).above)))
    with ws.database.write() as connection:
        journal.keep_card(connection, card.device.device_id, "below", card_json(card), now)
    _list_office(ws, card.office)
    return target


def _list_office(ws: Workspace, office: Office) -> None:
    if edit.get(ws, "office", office.office_id) is None:
        edit.create(
            ws,
            "office",
            own_office_values(office.role, office.region_code, office.name),
            id=office.office_id,
            scope=scopes.of_office(office.region_code, office.office_id),
        )


def is_for_us(ws: Workspace, path: Path) -> bool:
    """Whether a file is a key card for this very device; changes nothing, raises nothing."""
    try:
        return read_grant(path).card.device.device_id == ws.profile.device_id
    except errors.PugError:
        return False


def accept(ws: Workspace, path: Path) -> Grant:
    """Take in our key card and those above it; the first one pins the province.

    Raises:
        CertificateForOther: made for another device.
        KeyNotTrusted: it rests on another province than the one we know.
        PracticeOnly, NotAKeyFile, KeyFileNewer
    """
    _refuse_practice(ws)
    root = cards(ws).root
    grant = accept_grant(path, ws.keys.public, root.device if root else None)
    now = ws.clock().isoformat()
    with ws.database.write() as connection:
        journal.keep_card(connection, grant.card.device.device_id, "own", card_json(grant.card), now)
        for card in grant.chain:
            journal.keep_card(connection, card.device.device_id, "above", card_json(card), now)
    return grant


def _refuse_practice(ws: Workspace) -> None:
    if ws.profile.practice:
        raise errors.PracticeOnly(what="kartu kunci")


def _file(to: Path, what: str, office: Office) -> Path:
    """The file itself, or one in the folder, named for the office in plain letters."""
    if to.suffix == SUFFIX:
        return to
    plain = unicodedata.normalize("NFKD", office.name).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:40] or "kantor"
    return to / f"{what}_{office.region_code}_{words}{SUFFIX}"
