"""Likely doubles among persons, and what somebody said of them: one person, or two. Nothing is merged by itself."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.history import Change, Step
from pug_desktop.app.people import Entry, all_entries, entry_in
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import names
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import SAME_PERSON, RecordId
from pug_desktop.domain.names import LIKELY, Likeness
from pug_desktop.progress import Step as Progress
from pug_desktop.progress import silent
from pug_desktop.storage import persons as asked
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

_LARGEST_BLOCK = 400
"""Entries that share a beginning which still more have are compared only where they share another one."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two entries that are likely one person, and why."""

    one: Entry
    other: Entry
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of two entries; `link_id` takes it back."""

    link_id: RecordId
    one: str
    other: str
    verdict: str
    decided_on: str
    mine: bool


def doubles(ws: Workspace, step: Progress = silent) -> tuple[Double, ...]:
    """Pairs that are likely one person, the proven ones first; those of which somebody said something are left out.

    Pairs of which this office may say nothing (both only on other offices' lists) are left out as well.
    """
    with ws.database.read() as connection:
        found = all_entries(connection, ws.profile.scope)
        apart = _apart(connection)
    found = [each for each in found if each.person_id is not None or each.own]
    made: list[Double] = []
    seen: set[tuple[int, int]] = set()
    for done, pairs in enumerate(_pairs(found)):
        step(done, 0)
        for first, second in pairs:
            if (first, second) in seen:
                continue
            seen.add((first, second))
            one, other = found[first], found[second]
            likeness = names.compare(one.known, other.known)
            if likeness.score >= LIKELY and not _are_apart(one, other, apart):
                made.append(_double(one, other, likeness))
    made.sort(
        key=lambda each: (each.likeness.proof is None, -each.likeness.score, each.one.name.casefold(), each.one.key)
    )
    return tuple(made)


def _double(one: Entry, other: Entry, likeness: Likeness) -> Double:
    """The one of the register stands at the left, then the one who came more often."""
    first, second = sorted((one, other), key=lambda each: (each.person_id is None, -each.times, each.key))
    return Double(first, second, likeness)


def _pairs(found: Sequence[Entry]) -> Iterator[list[tuple[int, int]]]:
    """Entries that share a NIP, a phone number, or what `names.blocks` says likely doubles share; by their places."""
    proofs: dict[tuple[str, str], set[int]] = defaultdict(set)
    alike: dict[str, set[int]] = defaultdict(set)
    for number, each in enumerate(found):
        if each.nip:
            proofs["nip", each.nip].add(number)
        for phone in each.phones:
            proofs["phone", names.phone_key(phone)].add(number)
        for shared in names.blocks(each.name):
            alike[shared].add(number)
    for block in proofs.values():
        if len(block) <= _LARGEST_BLOCK:
            yield list(combinations(sorted(block), 2))
    for block in alike.values():
        if 1 < len(block) <= _LARGEST_BLOCK:
            places = sorted(block)
            yield [
                (places[one], places[other]) for one, other in names.worth_comparing([found[n].name for n in places])
            ]


def _apart(connection: Connection) -> set[frozenset[RecordId]]:
    rows = records.select(connection, "person_link", {"verdict": "beda"})
    return {frozenset((each.text("person_id"), each.text("kept_id"))) for each in rows}


def _are_apart(one: Entry, other: Entry, apart: set[frozenset[RecordId]]) -> bool:
    return any(frozenset((a, b)) in apart for a in one.linked for b in other.linked)


def decide(ws: Workspace, one_key: str, other_key: str, verdict: str) -> RecordId:
    """Say that two entries are one person ("sama") or two ("beda"); one step that can be undone, and taken back later.

    A name that only stands on lists is entered in the register first, and this office's rows with that name are linked
    to it. Nothing is thrown away: both entries stay, and `take_back` parts them again.

    Returns:
        The id of what was said, for `take_back`.

    Raises:
        NoSuchRecord: one of them is gone.
        WrongValue: both are one entry, or no such verdict.
    """
    if verdict not in SAME_PERSON:
        raise errors.WrongValue(field="person_link.verdict", value=verdict, expected=" / ".join(SAME_PERSON))
    with ws.database.write() as connection:
        one, other = (entry_in(connection, ws.profile.scope, key) for key in (one_key, other_key))
        if one.key == other.key:
            raise errors.WrongValue(field="person_link.kept_id", value=other.name, expected="dua isian / two entries")
        changes: list[Change] = []
        pair = sorted(_person_of(ws, connection, each, changes) for each in (one, other))
        link = natural_id("person_link", *pair)
        said = {"kept_id": pair[0], "verdict": verdict, "decided_on": ws.today.isoformat()}
        change = edit.make(ws, connection, "person_link", {"person_id": pair[1], **said}, link, ws.profile.scope)
        changes += [change] if change else []
    if changes:
        ws.history.add(Step("create", "person_link", tuple(changes)))
    return link


def enter(ws: Workspace, key: str) -> RecordId:
    """Enter a name that only stands on lists in the register, and link this office's rows to it; one step."""
    changes: list[Change] = []
    with ws.database.write() as connection:
        made = _person_of(ws, connection, entry_in(connection, ws.profile.scope, key), changes)
    if changes:
        ws.history.add(Step("create", "person", tuple(changes)))
    return made


def _person_of(ws: Workspace, connection: Connection, each: Entry, changes: list[Change]) -> RecordId:
    if each.person_id is not None:
        return each.person_id
    made, scope = ws.new_id(), ws.profile.scope
    fields = {
        "name": each.name,
        "sex": each.sex,
        "position": each.position or None,
        "office_name": each.office_name or None,
        "office_type": each.office_type,
    }
    contact = {"nip": each.nip or None, "phone": each.phones[0] if each.phones else None}
    found = [edit.make(ws, connection, "person", fields, made, scope)]
    if any(contact.values()):
        found.append(edit.make(ws, connection, "person_contact", contact, made, scope))
    for row, _meeting in asked.written_rows(connection, each.writings, scope):
        found.append(edit.change_fields(ws, connection, "attendance", row, {"person_id": made}))
    changes += [change for change in found if change is not None]
    return made


def take_back(ws: Workspace, link_id: RecordId) -> edit.Saved:
    """What somebody said of two entries holds no longer: they are two again, and may be suggested again."""
    return edit.remove(ws, "person_link", link_id)


def said(ws: Workspace) -> tuple[Said, ...]:
    """What was said of pairs, the newest first."""
    with ws.database.read() as connection:
        names_of = {each.id: each.text("name") for each in records.select(connection, "person")}
        links = records.select(connection, "person_link")
    found = [_said(ws, each, names_of) for each in links if each.text("kept_id") and each.text("verdict")]
    return tuple(sorted(found, key=lambda each: (each.decided_on, each.link_id), reverse=True))


def _said(ws: Workspace, link: Stored, names_of: dict[RecordId, str]) -> Said:
    return Said(
        link.id,
        names_of.get(link.text("kept_id"), ""),
        names_of.get(link.text("person_id"), ""),
        link.text("verdict"),
        link.text("decided_on"),
        link.scope == ws.profile.scope,
    )
