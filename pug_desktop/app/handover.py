"""Serah terima: another person takes over the device, with a key of its own; the former key vouches for the new one.

    begin     the new key in `kunci/baru.kunci` under the new holder's passphrase; request, paper, follow-ups
    approve   at the office above (`enrol.approve`): a card for the new key, the former one is withdrawn
    complete  with that card: first `kunci/serah-terima.json` says all that will be so, then it is done step by step

A program that dies in `complete` does the rest when the profile is opened again: each step can be done twice.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pug_desktop import durable, errors
from pug_desktop.app import anchor, edit, remembered
from pug_desktop.app.due import DueRow, due
from pug_desktop.app.history import Step
from pug_desktop.app.key_files import file_for, own_office, plain_name, refuse_practice
from pug_desktop.app.key_lists import renew_own
from pug_desktop.app.key_log import What, log
from pug_desktop.app.profiles import read_profile, write_profile
from pug_desktop.app.trust import ABOVE, FORMER, OWN, own_card
from pug_desktop.app.workspace import DATABASE, HANDING_OVER, KEYS, Workspace, errors_of, new_actor
from pug_desktop.bundle.cards import Grant, card_json, make_request, write_request
from pug_desktop.bundle.handover import Statement, in_request, open_former, seal_former, sign_statement
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic, is_locked, make_device_keys, public_of, save_keys
from pug_desktop.storage import incarnation, journal, key_records
from pug_desktop.storage.database import Connection, Database
from pug_desktop.storage.states import read_self

NEW_KEYS = Path("kunci") / "baru.kunci"
NEW_FORMER = Path("kunci") / "sebelumnya.baru"
FORMER_KEY = Path("kunci") / "sebelumnya.age"

SETTING = "handover"


@dataclass(frozen=True, slots=True)
class Pending:
    """A handover that waits for its card."""

    new_holder: str
    device_id: str
    begun_at: str


@dataclass(frozen=True, slots=True)
class Begun:
    """What `begin` wrote: the request for the office above, the paper to sign, how many follow-ups changed hands."""

    request: Path
    paper: Path
    follow_ups: int


def pending(ws: Workspace) -> Pending | None:
    """The handover that was begun and has no card yet; None when there is none."""
    if successor(ws) is None:
        return None
    with ws.database.read() as connection:
        kept = journal.read_setting(connection, SETTING)
    return Pending(*(str(kept.get(name, "")) for name in ("new_holder", "device_id", "begun_at")))


def successor(ws: Workspace) -> DevicePublic | None:
    """The public keys that are to take over; None when no handover was begun."""
    try:
        return public_of(ws.folder / NEW_KEYS)
    except errors.KeyFileError:
        return None


def begin(ws: Workspace, to: Path, *, new_holder: str, passphrase: str | None, paper: Path | None = None) -> Begun:
    """Make the new key, write the request onto the stick and the paper to be signed, hand over the open follow-ups.

    Until the card comes back everything goes on with the former key; a second `begin` replaces the first. The request
    comes last: what lies on the stick can always be completed, wherever the program died before.

    Args:
        ws: the profile, with its keys.
        to: the stick, or the file of the request.
        new_holder: who takes over.
        passphrase: of the new holder; None leaves the new key unprotected.
        paper: where the Berita Acara goes; None for the profile's folder of papers.

    Raises:
        WrongRole: a province's device is what everything rests on; it keeps its key.
        WrongValue: no name of who takes over.
        PracticeOnly, NotEnrolled, NeedsPassphrase, StickGone, StickFull, DiskFull, FolderNotWritable
    """
    refuse_practice(ws)
    if ws.profile.role == "provinsi":
        raise errors.WrongRole(role=ws.profile.role, needed="opd, kabkota")
    own_card(ws)
    name = " ".join(new_holder.split())
    if not name:
        raise errors.WrongValue(field="holder", value=new_holder, expected="nama")
    now, old = ws.clock().isoformat(), ws.keys
    keys = make_device_keys()
    office = own_office(ws)
    statement = sign_statement(Statement(old.public, keys.public, ws.profile.holder, name, office, now), old)
    request = make_request(office, keys, holder=name, made_at=now, more=in_request(statement))
    target = file_for(to, "SerahTerima", office)
    written = paper or ws.folder_for("cetak") / f"BeritaAcara_{plain_name(ws.profile.office_name)}.pdf"
    handed = [each for each in due(ws) if _is(each.person, ws.profile.holder)]
    _write_paper(ws, written, name, keys.device_id, handed, protected=bool(passphrase))
    # Keys of a handover begun before never stand beside what belongs to this one.
    give_up(ws)
    kept = {"new_holder": name, "device_id": keys.device_id, "begun_at": now, "locked": bool(passphrase)}
    try:
        with ws.database.write() as connection:
            # What the former key vouched for holds on as long as its list names it.
            renew_own(ws, connection)
            journal.write_setting(connection, SETTING, kept)
        with errors_of(ws.folder):
            durable.write_bytes(ws.folder / NEW_FORMER, seal_former(old, keys.public), mode=0o600)
            save_keys(ws.folder / NEW_KEYS, keys, passphrase)
        with ws.database.write() as connection:
            log(ws, connection, What.HANDOVER_BEGUN, keys.device_id, old=ws.profile.holder, new=name)
            changes = [
                edit.change_fields(ws, connection, "follow_up", each.id, {"person_name": name}) for each in handed
            ]
            # Within the transaction: a stick that fails hands nothing over.
            write_request(target, request)
    except errors.PugError:
        give_up(ws)
        raise
    if found := tuple(each for each in changes if each is not None):
        ws.history.add(Step("put", "follow_up", found))
    return Begun(target, written, len(found))


def _is(person: str, holder: str) -> bool:
    return bool(holder.strip()) and " ".join(person.split()).casefold() == " ".join(holder.split()).casefold()


def _write_paper(
    ws: Workspace, out: Path, new_holder: str, new_device: str, handed: list[DueRow], *, protected: bool
) -> None:
    # The drawing of papers is loaded when one is made.
    from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
    from pug_desktop.app.settings import letterhead
    from pug_desktop.domain.dates import PartialDate, date_words, parse_date
    from pug_desktop.domain.words import label
    from pug_desktop.reports.handover import HandedFollowUp, HandoverPaper, write_handover

    def due_text(each: DueRow) -> str | None:
        day = parse_date(each.due_on)
        return date_words(day) if day else None

    day = ws.today
    write_handover(
        out,
        HandoverPaper(
            letterhead=letterhead_paper(ws),
            office=ws.profile.office_name,
            old_holder=ws.profile.holder,
            new_holder=new_holder,
            old_device=ws.profile.device_id,
            new_device=new_device,
            date_text=date_words(day),
            day_text=date_words(PartialDate(day.year, day.month, day.day)),
            protected=protected,
            place=letterhead(ws).signing_place or None,
            follow_ups=tuple(
                HandedFollowUp(each.text, each.meeting_title, due_text(each), label("follow_up_state", each.state))
                for each in handed
            ),
            made_at_text=made_at_text(ws),
        ),
    )


def give_up(ws: Workspace) -> None:
    """Forget a handover that was begun; a card that comes for its key is then for another device."""
    with errors_of(ws.folder):
        for each in (NEW_KEYS, NEW_FORMER):
            (ws.folder / each).unlink(missing_ok=True)
    with ws.database.write() as connection:
        if journal.read_setting(connection, SETTING):
            journal.write_setting(connection, SETTING, {})


# --- the change of keys -------------------------------------------------------------------------------------------


def complete(ws: Workspace, grant: Grant) -> None:
    """With the card of the new key: the profile changes hands. It must be opened anew, with the new passphrase."""
    change_keys(ws, grant.card.holder, grant)


def start_over(ws: Workspace, passphrase: str | None) -> None:
    """New keys for a profile whose passphrase nobody knows any more; it must be opened anew, with the new passphrase.

    Nothing vouches for them: the profile has no key card afterwards and asks for one like a new computer. What is under
    way to the former key cannot be opened any more. The records stay.

    Args:
        ws: the profile; its keys are not needed.
        passphrase: of the new keys; None leaves them unprotected.

    Raises:
        WrongRole: every card of its region rests on a province's key, which cannot be exchanged.
        DiskFull, FolderNotWritable
    """
    if ws.profile.role == "provinsi":
        raise errors.WrongRole(role=ws.profile.role, needed="opd, kabkota")
    give_up(ws)
    with errors_of(ws.folder):
        save_keys(ws.folder / NEW_KEYS, make_device_keys(), passphrase)
    change_keys(ws, ws.profile.holder, None)


def change_keys(ws: Workspace, holder: str, grant: Grant | None) -> None:
    """The keys that wait take the place of the profile's, with their card when there is one."""
    intent = {
        "version": 1,
        "actor": new_actor(),
        "at": ws.clock().isoformat(),
        "holder": holder,
        "locked": is_locked(ws.folder / NEW_KEYS),
        "device_id": public_of(ws.folder / NEW_KEYS).device_id,
        "own": card_json(grant.card) if grant else None,
        "above": [card_json(card) for card in grant.chain] if grant else [],
    }
    remembered.forget(ws.profile.device_id)
    with errors_of(ws.folder):
        # From here on it will happen, whatever happens.
        data = json.dumps(intent, sort_keys=True, ensure_ascii=False).encode("utf-8")
        durable.write_bytes(ws.folder / HANDING_OVER, data, mode=0o600)
        finish(ws.folder, ws.database)
    ws.change_hands(read_profile(ws.folder))


def finish(folder: Path, database: Database | None = None) -> None:
    """Do what `kunci/serah-terima.json` says, or what is left of it; does nothing where there is no such file."""
    path = folder / HANDING_OVER
    if not path.exists():
        return
    intent: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    opened = database or Database(folder / DATABASE)
    try:
        with opened.write() as connection:
            # A copy of the folder has no anchor that fits, and must be found out at its next opening.
            here = anchor.fits(folder, connection, intent["actor"])
            _change_database(connection, intent)
            if here:
                anchor.drop(folder, connection)
    finally:
        if database is None:
            opened.close()
    for new, target in ((NEW_FORMER, FORMER_KEY), (NEW_KEYS, KEYS)):
        if (folder / new).exists():
            durable.rename(folder / new, folder / target)
    durable.sync_folder(folder / KEYS.parent)
    profile = read_profile(folder)
    changed = replace(profile, device_id=intent["device_id"], holder=intent["holder"], locked=intent["locked"])
    write_profile(folder, replace(changed, remembered=False))
    path.unlink()
    durable.sync_folder(path.parent)


def _change_database(connection: Connection, intent: dict[str, Any]) -> None:
    me = read_self(connection)
    if me.device_id == intent["device_id"]:
        return
    at, device_id = intent["at"], intent["device_id"]
    journal.set_relation(connection, me.device_id, FORMER)
    if intent["own"] is not None:
        journal.keep_card(connection, device_id, OWN, intent["own"], at)
    for card in intent["above"]:
        public = DevicePublic(card["device"]["signing"], card["device"]["receiving"])
        journal.keep_card(connection, public.device_id, ABOVE, card, at)
    incarnation.renew(connection, intent["actor"], upto=me.n, at=at, device_id=device_id)
    done = What.HANDOVER_DONE if intent["own"] is not None else What.KEYS_NEW
    key_records.log_key(connection, at, done, device_id, {"new": intent["holder"]})
    journal.write_setting(connection, SETTING, {})


def former_keys(ws: Workspace) -> DeviceKeys | None:
    """What opens bundles that are still under way to the key before ours; it signs nothing. None when there is none."""
    path = ws.folder / FORMER_KEY
    return open_former(path.read_bytes(), ws.keys) if path.exists() else None
