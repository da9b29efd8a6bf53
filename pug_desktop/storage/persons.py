"""Persons and the names on lists, asked about many at once; each is one statement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.options import NOT_HELD
from pug_desktop.storage.rows import to_bytes
from pug_desktop.storage.scoped import named

_WRITTEN = (
    "SELECT a.id, a.person_id, a.name, a.position, a.office_name, a.office_type, a.sex, c.nip, c.phone, a.meeting_id "
    "FROM attendance AS a LEFT JOIN attendance_contact AS c ON c.id = a.id "
)
_REGISTERED = (
    "SELECT p.id, p.id, p.name, p.position, coalesce(o.name, p.office_name), coalesce(o.office_type, p.office_type), "
    "p.sex, c.nip, c.phone, NULL FROM person AS p LEFT JOIN person_contact AS c ON c.id = p.id "
    "LEFT JOIN office AS o ON o.id = p.office_id "
)
_NEVER_HELD = f"SELECT id FROM meeting WHERE state IN ({', '.join(repr(each) for each in NOT_HELD)})"
_RECENT = 10_000
"""So many of the rows that were written last are looked through for a name spelled in another way."""


@dataclass(frozen=True, slots=True)
class Written:
    """A person as one row names him: a row of a list (`meeting_id` is its meeting), or an entry of the register."""

    id: RecordId
    person_id: RecordId | None
    name: str
    position: str
    office_name: str
    office_type: str | None
    sex: str | None
    nip: str
    phone: str
    meeting_id: RecordId | None


def _read(row: Sequence[object]) -> Written:
    record, person, name, position, office, sort, sex, nip, phone, meeting = row
    return Written(
        id=_hex(record) or "",
        person_id=_hex(person),
        name=_text(name),
        position=_text(position),
        office_name=_text(office),
        office_type=_text(sort) or None,
        sex=_text(sex) or None,
        nip=_text(nip),
        phone=_text(phone),
        meeting_id=_hex(meeting),
    )


def _text(stored: object) -> str:
    return stored if isinstance(stored, str) else ""


def _hex(stored: object) -> RecordId | None:
    return stored.hex() if isinstance(stored, bytes) else None


def written_like(connection: Connection, parts: Sequence[str], limit: int = 400) -> list[Written]:
    """Entries of the register, then rows of lists, the newest first, whose name has all these parts somewhere."""
    return _both(connection, " AND ".join(["{0}.name LIKE ? ESCAPE '\\'"] * len(parts)), _patterns(parts), limit)


def written_as(connection: Connection, names: Sequence[str], limit: int = 400) -> list[Written]:
    """The same, of those that are named exactly so."""
    return _both(connection, f"{{0}}.name IN ({', '.join('?' * len(names))})", tuple(names), limit)


def written_nip(connection: Connection, start: str, limit: int = 50) -> list[Written]:
    """The same, of those whose NIP begins so."""
    return _both(connection, "c.nip LIKE ?", (f"{start}%",), limit)


def _both(connection: Connection, where: str, given: tuple[str, ...], limit: int) -> list[Written]:
    found = [
        _read(row)
        for row in connection.exec_driver_sql(f"{_REGISTERED} WHERE {where.format('p')} LIMIT ?", (*given, limit))
    ]
    rows = connection.exec_driver_sql(
        f"{_WRITTEN} WHERE {where.format('a')} ORDER BY a.rowid DESC LIMIT ?", (*given, limit)
    )
    return [*found, *(_read(row) for row in rows)]


def _patterns(parts: Sequence[str]) -> tuple[str, ...]:
    plain = (each.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for each in parts)
    return tuple(f"%{each}%" for each in plain)


def never_held(connection: Connection) -> frozenset[RecordId]:
    """The meetings that are planned or were called off: nobody came to them."""
    return frozenset(row[0].hex() for row in connection.exec_driver_sql(_NEVER_HELD))


def recent_names(connection: Connection) -> list[str]:
    """The names of the register and those that were written last, each once."""
    rows = connection.exec_driver_sql(
        "SELECT name FROM person WHERE name <> '' UNION SELECT name FROM "
        "(SELECT name FROM attendance WHERE name <> '' ORDER BY rowid DESC LIMIT ?)",
        (_RECENT,),
    )
    return [row[0] for row in rows]


def one_person(connection: Connection) -> dict[RecordId, RecordId]:
    """Every entry of the register that was said to be one with others: the entry that stands for all of them.

    Entries that nobody linked are left out. Several links may meet; a ring of links is one person as well.
    """
    rows = connection.exec_driver_sql(
        "SELECT person_id, kept_id FROM person_link WHERE verdict = 'sama' AND kept_id IS NOT NULL"
    )
    return joined((row[0].hex(), row[1].hex()) for row in rows)


def joined(links: Iterable[tuple[RecordId, RecordId]]) -> dict[RecordId, RecordId]:
    """What stands for each, from pairs that are one: the smallest id, which is the entry that was made first."""
    above: dict[RecordId, RecordId] = {}

    def top(each: RecordId) -> RecordId:
        while above.setdefault(each, each) != each:
            above[each] = above[above[each]]
            each = above[each]
        return each

    for one, other in links:
        low, high = sorted((top(one), top(other)))
        above[high] = low
    return {each: top(each) for each in above}


def stand_for(found: Mapping[RecordId, RecordId]) -> dict[RecordId, tuple[RecordId, ...]]:
    """All entries that each standing one stands for, itself included."""
    made: dict[RecordId, list[RecordId]] = defaultdict(list)
    for each, top in found.items():
        made[top].append(each)
    return {top: tuple(sorted(each)) for top, each in made.items()}


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of lists that name somebody alike: the same person of the register, name, office, NIP.

    `row` is the newest of them; position and sort of office are its own. `times` leaves out meetings that were not
    held.
    """

    person_id: RecordId | None
    name: str
    office_name: str
    nip: str
    row: int
    position: str
    office_type: str | None
    sexes: tuple[str, ...]
    phones: tuple[str, ...]
    times: int
    own: int
    """How many of them lie in the asked scope itself."""


def tallies(connection: Connection, scope: str) -> list[Tally]:
    """Everybody who stands on a list, the newest first; `own` counts those of exactly this scope."""
    rows = connection.exec_driver_sql(
        # With max(), the bare columns are those of the row that has it.
        "SELECT a.person_id, a.name, a.office_name, c.nip, max(a.rowid), a.position, a.office_type, "
        "json_group_array(DISTINCT a.sex), json_group_array(DISTINCT c.phone), "
        f"sum(a.meeting_id NOT IN ({_NEVER_HELD})), sum(a.scope = ?) "
        "FROM attendance AS a LEFT JOIN attendance_contact AS c ON c.id = a.id "
        "WHERE a.name <> '' OR a.person_id IS NOT NULL GROUP BY a.person_id, a.name, a.office_name, c.nip "
        "ORDER BY 5 DESC",
        (scope,),
    )
    return [
        Tally(
            person_id=_hex(row[0]),
            name=_text(row[1]),
            office_name=_text(row[2]),
            nip=_text(row[3]),
            row=row[4],
            position=_text(row[5]),
            office_type=_text(row[6]) or None,
            sexes=_texts(row[7]),
            phones=_texts(row[8]),
            times=row[9],
            own=row[10],
        )
        for row in rows
    ]


def _texts(stored: str) -> tuple[str, ...]:
    return tuple(each for each in msgspec.json.decode(stored) if each)


def registered(connection: Connection) -> list[Written]:
    """All entries of the register, in the order they were made."""
    return [_read(row) for row in connection.exec_driver_sql(f"{_REGISTERED} ORDER BY p.id")]


def written_rows(
    connection: Connection, writings: Sequence[tuple[str, str, str]], scope: str | None = None
) -> list[tuple[RecordId, RecordId]]:
    """The rows that name somebody so (name, office, NIP) and whom nobody linked, each with its meeting.

    `scope` leaves only the rows of exactly this scope.
    """
    found: list[tuple[RecordId, RecordId]] = []
    for writing in writings:
        rows = connection.exec_driver_sql(
            "SELECT a.id, a.meeting_id FROM attendance AS a LEFT JOIN attendance_contact AS c ON c.id = a.id "
            "WHERE a.person_id IS NULL AND a.name = ? AND coalesce(a.office_name, '') = ? AND coalesce(c.nip, '') = ? "
            "AND (? IS NULL OR a.scope = ?) ORDER BY a.id",
            (*writing, scope, scope),
        )
        found += [(row[0].hex(), row[1].hex()) for row in rows]
    return found


def present_at(connection: Connection, persons: Sequence[RecordId]) -> list[tuple[RecordId, RecordId]]:
    """The rows of lists of these persons of the register, each with its meeting."""
    found: list[tuple[RecordId, RecordId]] = []
    for marks, part in named([to_bytes(each) for each in persons]):
        rows = connection.exec_driver_sql(f"SELECT id, meeting_id FROM attendance WHERE person_id IN ({marks})", part)
        found += [(row[0].hex(), row[1].hex()) for row in rows]
    return found
