"""Enrolment by files: a request goes up, a key card comes back; the province signs districts, districts sign OPD."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import edit, handover
from pug_desktop.app.code_check import make_sure
from pug_desktop.app.key_files import file_for, own_office, refuse_practice
from pug_desktop.app.key_lists import renew_own, size_of, take_lists
from pug_desktop.app.key_log import What, log
from pug_desktop.app.trust import Standing, cards, cards_in, own_card, trusted
from pug_desktop.app.workspace import KEYS, Workspace, own_office_values
from pug_desktop.bundle.card_list import Listed, list_json
from pug_desktop.bundle.cards import (
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
from pug_desktop.bundle.handover import Statement, statement_of
from pug_desktop.bundle.keys import public_of
from pug_desktop.bundle.manifest import Sender
from pug_desktop.bundle.trust import sender_withdrawal
from pug_desktop.domain.identity import office_id
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal

__all__ = [
    "DeviceRow",
    "Enrolment",
    "Grant",
    "Request",
    "Statement",
    "accept",
    "approve",
    "handover_in",
    "look_grant",
    "look_request",
    "needs_code",
    "request",
    "status",
]

HANDED_OVER, REPLACED = "serah terima", "diganti kartu baru"
"""The reason in the list when a key was handed over, and when the same key got another card."""

MOST_LIST_BYTES = 40_000
"""Of a list that goes along with a card; a larger one comes with the next bundle."""


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device that this profile knows; `relation` is own, above or below.

    `withdrawn` is the reason when its card does not hold any more, None when it does.
    """

    device_id: str
    office_name: str
    role: str
    scope: str
    holder: str
    issued_at: str
    relation: str
    serial: str = ""
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Whether this profile can exchange, and with whom; `withdrawn` is why its card does not hold any more."""

    enrolled: bool
    issuer_name: str
    serial: str
    protected: bool
    devices: tuple[DeviceRow, ...]
    withdrawn: str | None = None


def status(ws: Workspace) -> Enrolment:
    """The profile's own card and the devices that it trusts."""
    kept = cards(ws)
    rows = [
        *((_device(kept.own, "own", kept.standing),) if kept.own else ()),
        *(_device(card, "above", kept.standing) for card in kept.above),
        *(_device(card, "below", kept.standing) for card in (*kept.below, *kept.withdrawn)),
    ]
    issuer = kept.above[0].office.name if kept.above else (kept.own.office.name if kept.own else "")
    return Enrolment(
        enrolled=kept.own is not None,
        issuer_name=issuer,
        serial=kept.own.serial if kept.own else "",
        protected=ws.profile.locked,
        devices=tuple(rows),
        withdrawn=rows[0].withdrawn if kept.own else None,
    )


def _device(card: Card, relation: str, standing: Standing) -> DeviceRow:
    office, gone = card.office, standing.of(card)
    return DeviceRow(
        device_id=card.device.device_id,
        office_name=office.name,
        role=office.role,
        scope=office.scope,
        holder=card.holder,
        issued_at=card.issued_at,
        relation=relation,
        serial=card.serial,
        withdrawn=gone.reason if gone else None,
    )


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
    refuse_practice(ws)
    if profile.role == "provinsi":
        raise errors.WrongRole(role=profile.role, needed="opd, kabkota")
    office = own_office(ws)
    made = make_request(office, ws.keys, holder=holder or profile.holder, made_at=ws.clock().isoformat())
    target = file_for(to, "Permohonan", office)
    write_request(target, made)
    return target


def look_request(ws: Workspace, path: Path) -> Request:
    """Who asks; changes nothing. RequestOutsideScope when the office does not lie directly below this one."""
    try:
        asked = read_request(path)
    except errors.NotAKeyFile as error:
        raise _of_the_other_kind(path, read_grant, "kartu kunci") or error from None
    needed = {"kabkota": "opd", "provinsi": "kabkota"}.get(ws.profile.role)
    office = asked.office
    # An office's id is made of its name: another id would ask for another office's records.
    is_itself = office.office_id == office_id(office.region_code, office.name)
    if office.role != needed or not is_itself or not scopes.contains(ws.profile.scope, office.scope):
        raise errors.RequestOutsideScope(path=path, scope=asked.office.scope, allowed=ws.profile.scope)
    return asked


def _of_the_other_kind(path: Path, read: Callable[[Path], object], kind: str) -> errors.NotAKeyFile | None:
    """What to tell of a sound key file that was only handed to the wrong step; None when it is not that either."""
    try:
        read(path)
    except errors.PugError:
        return None
    return errors.NotAKeyFile(path=path, problem=kind)


def approve(ws: Workspace, path: Path, to: Path, *, code: str | None = None, in_person: bool = False) -> Path:
    """Sign a card for who asks, keep it, and write the file that goes back; returns that file.

    The office is put on the list when it is not there yet. In a handover the former key vouches for the new one: then
    neither code nor meeting is needed, and the former card is withdrawn. Who asks again for what it has gets the same
    card once more, since the first file may have been lost or not: a withdrawal must reach both.

    Args:
        ws: the profile.
        path: the request.
        to: a folder, or the file itself.
        code: the Kode Keamanan that the other side read out.
        in_person: the person who asks is here.

    Raises:
        NotEnrolled: this profile has no card itself yet.
        CodeNotCompared, WrongCode, CodeLocked: nobody has made sure who asks.
        PracticeOnly, RequestOutsideScope, NotAKeyFile, KeyNotTrusted, KeyFileNewer, StickGone, StickFull
    """
    refuse_practice(ws)
    own = own_card(ws)
    asked = look_request(ws, path)
    _ = ws.keys  # locked keys are told before anything is written down
    vouched = handover_in(ws, asked)
    if vouched is None or code is not None or in_person:
        make_sure(ws, asked.device, asked.office, path, code=code, in_person=in_person)
    now = ws.clock().isoformat()
    device_id, target = asked.device.device_id, file_for(to, "KartuKunci", asked.office)
    with ws.database.write() as connection:
        former = cards_in(connection)
        held = next((each for each in former.below if each.device == asked.device), None)
        if held is not None and _is_what_is_asked(held, asked, own):
            card = held
        else:
            card = issue_card(asked, ws.keys, own, serial=ws.new_id(), issued_at=now)
        journal.keep_card(connection, device_id, "below", card_json(card), now)
        log(ws, connection, What.CARD_GIVEN, device_id, office=card.office.name, holder=card.holder)
        if held is not None and held != card:
            # The same key goes on: what it vouched for under its former card holds.
            renew_own(ws, connection, add=[_entry(held)], reason=REPLACED, handed_to=device_id)
        gone = [_entry(each) for each in former.below if vouched is not None and each.device == vouched.old]
        made = renew_own(ws, connection, add=gone, reason=HANDED_OVER, handed_to=device_id)
        if vouched is not None:
            names = {"old": vouched.old_holder, "new": vouched.new_holder}
            log(ws, connection, What.HANDOVER_VOUCHED, device_id, office=card.office.name, **names)
        document = list_json(made) if made is not None else {}
        lists = (document,) if document and size_of(document) < MOST_LIST_BYTES else ()
        # Within the transaction: a stick that fails leaves no card behind that nobody got.
        write_grant(target, Grant(card, (own, *former.above), lists))
    _list_office(ws, card.office)
    return target


def _is_what_is_asked(held: Card, asked: Request, own: Card) -> bool:
    """A card of our former device does not stand under the chain that we hand out now."""
    same = (held.office, held.holder) == (asked.office, asked.holder)
    return same and held.issuer == own.device.device_id


def _entry(card: Card) -> Listed:
    return Listed(card.serial, card.device.device_id, card.office.scope, card.office.role)


def handover_in(ws: Workspace, asked: Request) -> Statement | None:
    """The statement of a handover that counts: by a device of the same office whose card we gave and which holds.

    The request lies on sticks for ever: for a successor whose card was withdrawn it counts no more.
    """
    statement = statement_of(asked)
    if statement is None or statement.old == asked.device:
        return None
    kept = cards(ws)
    if any(card.device == asked.device for card in kept.withdrawn):
        return None
    for card in (*kept.below, *kept.withdrawn):
        gone = kept.standing.of(card)
        # The second time for the same successor: the stick with the first answer got lost.
        holds = gone is None or gone.handed_to == asked.device.device_id
        if card.device == statement.old and card.office == asked.office and holds:
            return statement
    return None


def _list_office(ws: Workspace, office: Office) -> None:
    if edit.get(ws, "office", office.office_id) is None:
        edit.create(
            ws,
            "office",
            own_office_values(office.role, office.region_code, office.name),
            id=office.office_id,
            scope=scopes.of_office(office.region_code, office.office_id),
        )


def look_grant(path: Path) -> Grant:
    """What a key card says, its signatures checked up to its own root; changes nothing."""
    try:
        return read_grant(path)
    except errors.NotAKeyFile as error:
        raise _of_the_other_kind(path, read_request, "permohonan") or error from None


def needs_code(ws: Workspace, grant: Grant) -> bool:
    """Whether somebody must make sure who gave the card: the first one, or one of another device than before.

    A device of which we know that it took over from the one before is no other one.
    """
    kept = cards(ws)
    issuer = (grant.chain[0] if grant.chain else grant.card).device.device_id
    known = {kept.own.issuer if kept.own else "", kept.superior.device.device_id if kept.superior else ""}
    return kept.root is None or issuer not in known


def accept(ws: Workspace, path: Path, *, code: str | None = None, in_person: bool = False) -> Grant:
    """Take in our key card and those above it; the first one pins the province.

    A card for the key that takes over in a handover completes it: the profile must be opened anew afterwards.

    Args:
        ws: the profile.
        path: the card.
        code: for the first card, or that of another device, the Kode Keamanan of the office that gave it.
        in_person: somebody of that office handed it over.

    Raises:
        CertificateForOther: made for another device, or another office than that of the profile.
        KeyNotTrusted: it rests on another province than the one we know, or it or one above it was withdrawn.
        CodeNotCompared, WrongCode, CodeLocked: nobody has made sure who gave it (`needs_code`).
        PracticeOnly, NotAKeyFile, KeyFileNewer
    """
    refuse_practice(ws)
    root = cards(ws).root
    successor = handover.successor(ws)
    takes_over = look_grant(path).card.device == successor
    device = successor if takes_over and successor is not None else public_of(ws.folder / KEYS)
    grant = accept_grant(path, device, root.device if root else None)
    issuer, office, profile = grant.chain[0] if grant.chain else grant.card, grant.card.office, ws.profile
    if (office.role, office.region_code, office.office_id) != (profile.role, profile.region_code, profile.office_id):
        raise errors.CertificateForOther(path=path, device=grant.card.device.device_id)
    _check_holds(ws, path, grant)
    if needs_code(ws, grant) or code is not None or in_person:
        make_sure(ws, issuer.device, issuer.office, path, code=code, in_person=in_person)
    with ws.database.write() as connection:
        if not takes_over:
            now, device_id = ws.clock().isoformat(), grant.card.device.device_id
            journal.keep_card(connection, device_id, "own", card_json(grant.card), now)
            for card in grant.chain:
                journal.keep_card(connection, card.device.device_id, "above", card_json(card), now)
            log(ws, connection, What.CARD_ACCEPTED, device_id, office=issuer.office.name)
        take_lists(ws, connection, grant.lists)
    if takes_over:
        handover.complete(ws, grant)
    return grant


def _check_holds(ws: Workspace, path: Path, grant: Grant) -> None:
    sender = Sender(grant.card.device.device_id, "", grant.card, grant.chain)
    if sender_withdrawal(sender, trusted(ws)) is not None:
        raise errors.KeyNotTrusted(path=path, problem="withdrawn")
