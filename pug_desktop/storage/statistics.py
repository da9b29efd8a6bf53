"""Who came to the meetings of a year, counted in the database: each is one statement.

Only meetings that took place. Of a meeting that is counted by numbers its list only says which offices came.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.meetings import SOMEBODY, Counts
from pug_desktop.storage.scoped import given, in_scope
from pug_desktop.storage.tallies import HELD

BY_LIST = (
    "(m.counted_by IS 'daftar' OR NOT EXISTS (SELECT 1 FROM headcount AS h WHERE h.meeting_id = m.id "
    "AND (h.male IS NOT NULL OR h.female IS NOT NULL OR h.total IS NOT NULL)))"
)
"""Whether the list of a meeting `m` is what counts, as `Counts.by_list` says it."""


_COUNTED = f"{HELD} AND {BY_LIST} AND {SOMEBODY}"
"""Whether a row `a` of the list of a meeting `m` is a person who came."""


class HeldMeeting(NamedTuple):
    """One meeting that took place, and who came."""

    id: RecordId
    scope: str
    month: int | None
    values: Mapping[str, Value]
    """Its kind, as `KindWords` reads it."""
    counts: Counts
    told_disability: int | None
    told_bands: Mapping[str, int]


class Present(NamedTuple):
    """The rows of lists from one institution; the name as it was written last in the alphabet."""

    key: str
    name: str
    office_type: str
    meetings: int
    male: int
    female: int
    unknown: int


class Represented(NamedTuple):
    """That somebody from an institution was at a meeting, or was asked to come."""

    meeting_id: RecordId
    office_id: RecordId | None
    key: str
    name: str
    """As it is written; empty where it is said to be no OPD."""


def held_meetings(connection: Connection, scope: str, year: int) -> list[HeldMeeting]:
    """The meetings of a scope and year that took place."""
    rows = driver_of(connection).execute(
        "SELECT m.id, m.scope, m.month, m.kind, m.own_kind_id, m.counted_by, l.male, l.female, l.unknown, "
        "h.male, h.female, h.total, h.disability, h.age_bands FROM meeting AS m "
        "LEFT JOIN (SELECT a.meeting_id AS meeting, sum(a.sex IS 'L') AS male, sum(a.sex IS 'P') AS female, "
        "sum(a.sex IS NULL OR a.sex NOT IN ('L', 'P')) AS unknown FROM attendance AS a "
        "JOIN meeting AS m ON m.id = a.meeting_id "
        f"WHERE m.year = ? AND {in_scope('m.scope')} AND {SOMEBODY} GROUP BY a.meeting_id) AS l ON l.meeting = m.id "
        "LEFT JOIN headcount AS h ON h.meeting_id = m.id "
        f"WHERE m.year = ? AND {in_scope('m.scope')} AND {HELD} ORDER BY m.id, h.id",
        (year, *given(scope), year, *given(scope)),
    )
    # One record a meeting holds the numbers; were there two, the last stands, as in `meetings.counts`.
    return list({each.id: each for each in map(_held, rows)}.values())


def _held(row: Sequence[object]) -> HeldMeeting:
    own, scope, month, kind, own_kind, counted_by, male, female, unknown, men, women, all_, disability, bands = row
    read = msgspec.json.decode(bands) if isinstance(bands, str) else None
    return HeldMeeting(
        own.hex() if isinstance(own, bytes) else "",
        str(scope),
        month if isinstance(month, int) and 1 <= month <= 12 else None,
        {
            "kind": kind if isinstance(kind, str) else None,
            "own_kind_id": own_kind.hex() if isinstance(own_kind, bytes) else None,
        },
        Counts(
            _number(male) or 0,
            _number(female) or 0,
            _number(unknown) or 0,
            0,
            _number(men),
            _number(women),
            _number(all_),
            counted_by=counted_by if isinstance(counted_by, str) else None,
        ),
        _number(disability),
        {str(band): number for band, number in read.items() if _number(number)} if isinstance(read, dict) else {},
    )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def traits(connection: Connection, scope: str, year: int, field: Literal["age_band", "disability"]) -> dict[str, int]:
    """Persons on the lists that count, by age band or disability; "" where nobody said."""
    rows = driver_of(connection).execute(
        f"SELECT coalesce(t.{field}, ''), count(*) FROM meeting AS m JOIN attendance AS a ON a.meeting_id = m.id "
        "LEFT JOIN attendance_trait AS t ON t.id = a.id "
        f"WHERE m.year = ? AND {in_scope('m.scope')} AND {_COUNTED} GROUP BY 1",
        (year, *given(scope)),
    )
    return dict(rows)


def institutions(connection: Connection, scope: str, year: int) -> list[Present]:
    """Persons on the lists that count, by institution; the one without a name is that of those who gave none."""
    rows = driver_of(connection).execute(
        "SELECT office_key(a.office_name) AS key, max(a.office_name), max(coalesce(a.office_type, '')), "
        "count(DISTINCT a.meeting_id), sum(a.sex IS 'L'), sum(a.sex IS 'P'), "
        "sum(a.sex IS NULL OR a.sex NOT IN ('L', 'P')) FROM meeting AS m JOIN attendance AS a ON a.meeting_id = m.id "
        f"WHERE m.year = ? AND {in_scope('m.scope')} AND {_COUNTED} GROUP BY key ORDER BY count(*) DESC, key",
        (year, *given(scope)),
    )
    return [Present(key, name or "", kind, *numbers) for key, name, kind, *numbers in rows]


def types(connection: Connection, scope: str, year: int) -> list[Present]:
    """The same by type of institution, which stands as `key`; "" where none was entered."""
    rows = driver_of(connection).execute(
        "SELECT coalesce(a.office_type, '') AS key, count(DISTINCT a.meeting_id), sum(a.sex IS 'L'), "
        "sum(a.sex IS 'P'), sum(a.sex IS NULL OR a.sex NOT IN ('L', 'P')) "
        "FROM meeting AS m JOIN attendance AS a ON a.meeting_id = m.id "
        f"WHERE m.year = ? AND {in_scope('m.scope')} AND {_COUNTED} GROUP BY key ORDER BY count(*) DESC, key",
        (year, *given(scope)),
    )
    return [Present(key, "", key, *numbers) for key, *numbers in rows]


def known_persons(connection: Connection, scope: str, year: int) -> dict[RecordId, int]:
    """The entries of the register on the lists of a year, with the number of their rows."""
    rows = driver_of(connection).execute(
        "SELECT a.person_id, count(*) FROM meeting AS m JOIN attendance AS a ON a.meeting_id = m.id "
        f"WHERE m.year = ? AND {in_scope('m.scope')} AND {HELD} AND a.person_id IS NOT NULL GROUP BY a.person_id",
        (year, *given(scope)),
    )
    return {person.hex(): rows_ for person, rows_ in rows}


def represented(
    connection: Connection, region: str, year: int, kind: Literal["attendance", "invitation"]
) -> list[Represented]:
    """Who came to the meetings of a region itself (`attendance`), or was asked to (`invitation`), by institution."""
    rows = driver_of(connection).execute(
        "SELECT DISTINCT a.meeting_id, a.office_id, office_key(a.office_name), "
        "CASE WHEN coalesce(a.office_type, 'opd') = 'opd' THEN a.office_name END "
        f'FROM meeting AS m JOIN "{kind}" AS a ON a.meeting_id = m.id '
        f"WHERE m.year = ? AND m.scope = ? AND {HELD}",
        (year, region),
    )
    return [
        Represented(meeting.hex(), office.hex() if office else None, key or "", name or "")
        for meeting, office, key, name in rows
    ]


def office_keys(connection: Connection, region: str) -> dict[str, RecordId]:
    """Every name that an office of a region has or had, as `office_key` reads it; one that two have is left out."""
    rows = driver_of(connection).execute(
        "SELECT o.id, office_key(o.name), office_key(o.short_name), office_key(n.name), office_key(n.short_name) "
        f"FROM office AS o LEFT JOIN office_name AS n ON n.office_id = o.id WHERE {in_scope('o.scope')}",
        given(region),
    )
    found: dict[str, set[RecordId]] = {}
    for office, *keys in rows:
        for key in filter(None, keys):
            found.setdefault(key, set()).add(office.hex())
    return {key: next(iter(offices)) for key, offices in found.items() if len(offices) == 1}
