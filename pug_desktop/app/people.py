"""The register of persons across meetings: everybody who stands in it or on a list, and what each came to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import meet
from pug_desktop.app.meet import MeetingRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.names import Known, words
from pug_desktop.storage import persons as asked
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.persons import Tally, Written

Writing = tuple[str, str, str]
"""A name as it stands on lists, with the office and the NIP beside it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the register, or one name on lists that nobody has linked to a person yet.

    Attributes:
        key: names it: the id of the person, or of the name.
        person_id: the entry that stands for him; None of a name that only stands on lists.
        linked: the entries that were said to be one with it, itself among them.
        nip, phones: known here only: they never leave the kabupaten/kota.
        times: how often on the list of a meeting that was held.
        writings: how he is written on lists of which nobody said whose they are.
        own: on how many of those this office may say whose they are.
    """

    key: str
    person_id: RecordId | None
    linked: tuple[RecordId, ...]
    name: str
    position: str
    office_name: str
    office_type: str | None
    sex: str | None
    nip: str
    phones: tuple[str, ...]
    times: int
    writings: tuple[Writing, ...]
    own: int

    @property
    def known(self) -> Known:
        """What helps to tell him apart."""
        return Known(self.name, self.sex, self.nip, self.phones[0] if self.phones else "", self.office_name)


@dataclass(frozen=True, slots=True)
class Presence:
    """One meeting that somebody came to."""

    meeting: MeetingRow
    role: str | None


def entries(ws: Workspace, search: str = "") -> tuple[Entry, ...]:
    """Everybody who is known, by name; of linked entries only the one that stands for them.

    Args:
        ws: the profile.
        search: words that must all occur in the name, the position or the office, or the NIP's first digits.
    """
    with ws.database.read() as connection:
        found = all_entries(connection, ws.profile.scope)
    chosen = [each for each in found if matches(each, search)]
    return tuple(sorted(chosen, key=lambda each: (each.name.casefold(), each.office_name.casefold(), each.key)))


def matches(entry: Entry, search: str) -> bool:
    """Whether all words occur in the name, the position or the office, or begin the NIP."""
    text = f"{entry.name} {entry.position} {entry.office_name}".casefold()
    return all(word in text or (word.isdigit() and entry.nip.startswith(word)) for word in search.casefold().split())


def all_entries(connection: Connection, scope: str) -> list[Entry]:
    """The same in no order."""
    one = asked.one_person(connection)
    linked = asked.stand_for(one)
    lists = asked.tallies(connection, scope)
    on_lists: dict[RecordId, list[Tally]] = {}
    for each in lists:
        if each.person_id is not None:
            on_lists.setdefault(one.get(each.person_id, each.person_id), []).append(each)
    by_person: dict[RecordId, list[Written]] = {}
    for entry in asked.registered(connection):
        by_person.setdefault(one.get(entry.id, entry.id), []).append(entry)
    made = [
        _registered(top, linked.get(top, (top,)), entries, on_lists.get(top, [])) for top, entries in by_person.items()
    ]
    made += [_written(key, found) for key, found in _unlinked(lists)]
    return made


def _unlinked(lists: Iterable[Tally]) -> list[tuple[str, list[Tally]]]:
    """Names that nobody linked: one entry for each name at an office, and for each NIP where there are several."""
    groups: dict[tuple[str, str], list[Tally]] = {}
    for each in lists:
        if each.person_id is None and words(each.name):
            groups.setdefault((" ".join(each.name.casefold().split()), office_key(each.office_name)), []).append(each)
    made: list[tuple[str, list[Tally]]] = []
    for (name, office), found in groups.items():
        numbers = {each.nip for each in found if each.nip}
        if len(numbers) < 2:
            made.append((_key(name, office, ""), found))
            continue
        for nip in sorted({each.nip for each in found}):
            made.append((_key(name, office, nip), [each for each in found if each.nip == nip]))
    return made


def _key(name: str, office: str, nip: str) -> str:
    """Tells nothing: a key is printed and logged, a NIP is not."""
    return natural_id("written_name", name, office, nip)


def _registered(top: RecordId, linked: tuple[RecordId, ...], entries: Sequence[Written], on: Sequence[Tally]) -> Entry:
    """The word of the entry that stands for them goes first, then the others', then the newest list's."""
    first = sorted(entries, key=lambda each: each.id != top)
    said: list[Written | Tally] = [*first, *on]
    sexes = [each.sex for each in first if each.sex] + [sex for each in on for sex in each.sexes]
    offices = [(each.office_name, each.office_type) for each in said if each.office_name]
    return Entry(
        key=top,
        person_id=top,
        linked=linked,
        name=_first(each.name for each in said),
        position=_first(each.position for each in said),
        office_name=offices[0][0] if offices else "",
        office_type=offices[0][1] if offices else None,
        sex=sexes[0] if sexes else None,
        nip=_first(each.nip for each in said),
        phones=_distinct([*(each.phone for each in first), *(phone for each in on for phone in each.phones)]),
        times=sum(each.times for each in on),
        writings=(),
        own=0,
    )


def _written(key: str, on: Sequence[Tally]) -> Entry:
    sexes = {sex for each in on for sex in each.sexes}
    return Entry(
        key=key,
        person_id=None,
        linked=(),
        name=on[0].name,
        position=_first(each.position for each in on),
        office_name=on[0].office_name,
        office_type=next((each.office_type for each in on if each.office_type), None),
        sex=sexes.pop() if len(sexes) == 1 else None,
        nip=_first(each.nip for each in on),
        phones=_distinct([phone for each in on for phone in each.phones]),
        times=sum(each.times for each in on),
        writings=tuple((each.name, each.office_name, each.nip) for each in on),
        own=sum(each.own for each in on),
    )


def _first(texts: Iterable[str]) -> str:
    return next((each for each in texts if each), "")


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in texts if each))


def entry(ws: Workspace, key: str) -> Entry:
    """One of them; NoSuchRecord when nobody has that key any more."""
    with ws.database.read() as connection:
        return entry_in(connection, ws.profile.scope, key)


def entry_in(connection: Connection, scope: str, key: str) -> Entry:
    """The same within a transaction; the id of a linked entry finds the one that stands for it."""
    top = asked.one_person(connection).get(key, key)
    for each in all_entries(connection, scope):
        if each.key == top:
            return each
    raise errors.NoSuchRecord(kind="person", id=key)


def came_to(ws: Workspace, found: Entry, lang: str = "id") -> tuple[Presence, ...]:
    """The meetings on whose list somebody stands, the newest first."""
    with ws.database.read() as connection:
        rows = _rows(connection, found)
        roles = {meeting: records.get(connection, "attendance", row) for row, meeting in rows}
    meetings = {each.id: each for each in meet.meetings(ws, lang=lang)}
    there = [
        Presence(meetings[meeting], (stored.text("role") or None) if stored else None)
        for meeting, stored in roles.items()
        if meeting in meetings and meetings[meeting].held
    ]
    return tuple(sorted(there, key=lambda each: each.meeting.sort_key, reverse=True))


def _rows(connection: Connection, found: Entry) -> list[tuple[RecordId, RecordId]]:
    if found.person_id is not None:
        return asked.present_at(connection, found.linked)
    return asked.written_rows(connection, found.writings)
