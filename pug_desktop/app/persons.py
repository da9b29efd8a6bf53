"""Persons across meetings: who is meant while a name is being typed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import names
from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.kinds import RecordId
from pug_desktop.storage import persons as asked
from pug_desktop.storage.persons import Written

SHORTEST = 2
"""Nothing is suggested for fewer letters."""

_NIP_START = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may be meant: what the newest row that names him says.

    Attributes:
        person_id: the entry of the register; None where the name only stands on lists.
        times: on how many rows of lists he stands, of meetings that were held.
    """

    person_id: RecordId | None
    name: str
    position: str
    office_name: str
    office_type: str | None
    sex: str | None
    nip: str
    times: int


def suggest(ws: Workspace, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Who may be meant by what was typed into a name (or by the first digits of a NIP); the likeliest first.

    Names that hold all typed words, then names that are likely the same one spelled in another way. Nobody is linked by
    it: that is the choice of who types.
    """
    typed = " ".join(text.split())
    if len(typed) < SHORTEST:
        return ()
    with ws.database.read() as connection:
        one = asked.one_person(connection)
        if typed.isdigit():
            found = asked.written_nip(connection, typed) if len(typed) >= _NIP_START else []
            return _ranked(typed, found, [], one, asked.never_held(connection))[:limit]
        found = asked.written_like(connection, names.words(typed) or (typed,))
        known = {each.name for each in found}
        near = []
        if len(known) < limit:
            near = [each for each in names.near(typed, asked.recent_names(connection)) if each not in known]
        others = asked.written_as(connection, near) if near else []
        never = asked.never_held(connection)
    return _ranked(typed, found, others, one, never)[:limit]


def _ranked(
    typed: str,
    found: Sequence[Written],
    others: Sequence[Written],
    one: Mapping[RecordId, RecordId],
    never: Collection[RecordId],
) -> tuple[Suggestion, ...]:
    """One for each person, or for each name at each office where nobody said who that is; those of `others` last.

    `never` are the meetings that nobody came to.
    """
    groups: dict[tuple[str, ...], list[Written]] = {}
    nips: dict[tuple[str, ...], set[str]] = {}
    for each in (*found, *others):
        if each.nip and each.person_id is None:
            nips.setdefault(_written_so(each), set()).add(each.nip)
    for each in (*found, *others):
        if each.name:
            groups.setdefault(_who(each, one, nips), []).append(each)
    first = {_who(each, one, nips) for each in found}
    starts = typed.casefold()

    def place(who: tuple[str, ...]) -> tuple[object, ...]:
        rows = groups[who]
        times = _times(rows, never)
        return who not in first, not _begins(starts, rows[0].name), -times, rows[0].name.casefold(), who

    return tuple(_suggestion(who[0] or None, groups[who], never) for who in sorted(groups, key=place))


def _who(each: Written, one: Mapping[RecordId, RecordId], nips: Mapping[tuple[str, ...], set[str]]) -> tuple[str, ...]:
    if each.person_id is not None:
        return (one.get(each.person_id, each.person_id),)
    who = _written_so(each)
    # Two numbers are two persons; a row without one is the other's, or a third's where there are two.
    return (*who, each.nip) if len(nips.get(who, ())) > 1 else who


def _written_so(each: Written) -> tuple[str, ...]:
    return "", " ".join(names.words(each.name)), office_key(each.office_name)


def _begins(typed: str, name: str) -> bool:
    return name.casefold().startswith(typed) or " ".join(names.words(name)).startswith(typed)


def _times(rows: Sequence[Written], never: Collection[RecordId]) -> int:
    return sum(each.meeting_id is not None and each.meeting_id not in never for each in rows)


def _suggestion(person_id: RecordId | None, rows: list[Written], never: Collection[RecordId]) -> Suggestion:
    """The register's word goes first, then that of the newest list."""
    return Suggestion(
        person_id=person_id,
        name=rows[0].name,
        position=next((each.position for each in rows if each.position), ""),
        office_name=next((each.office_name for each in rows if each.office_name), ""),
        office_type=next((each.office_type for each in rows if each.office_type), None),
        sex=next((each.sex for each in rows if each.sex), None),
        nip=next((each.nip for each in rows if each.nip), ""),
        times=_times(rows, never),
    )
