"""What lists and recaps ask about many meetings at once; each is one statement."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.options import NOT_HELD
from pug_desktop.storage.records import Stored, select
from pug_desktop.storage.rows import to_bytes
from pug_desktop.storage.scoped import given, in_scope

SOMEBODY = "(trim(coalesce(a.name, '')) <> '' OR coalesce(a.sex, '') <> '' OR trim(coalesce(a.office_name, '')) <> '')"
"""Whether a row `a` of a list names somebody or somewhere, as `domain.attendance.totals` says it.

A row whose cells were all emptied is still a row, and nobody.
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Who was at one meeting, from its list and from the numbers that were told.

    `male`, `female`, `unknown`, `institutions`: the rows of the list. The `told_` ones are those of the headcount,
    None where it does not say.
    """

    male: int = 0
    female: int = 0
    unknown: int = 0
    institutions: int = 0
    told_male: int | None = None
    told_female: int | None = None
    told_total: int | None = None
    told_institutions: int | None = None
    counted_by: str | None = None
    """What somebody chose where there are both: `daftar` or `jumlah`."""

    @property
    def listed(self) -> int:
        """Persons on the list."""
        return self.male + self.female + self.unknown

    @property
    def has_told(self) -> bool:
        """Whether somebody counted heads."""
        return any(each is not None for each in (self.told_male, self.told_female, self.told_total))

    @property
    def by_list(self) -> bool:
        """Whether the list is what counts.

        Where there are both a list and a head count, it is what somebody chose; as long as nobody did, the head count
        goes first, since a list may name only a few. The two are never added or mixed.
        """
        return self.listed > 0 and (not self.has_told or self.counted_by == "daftar")

    @property
    def undecided(self) -> bool:
        """Whether there are both, and nobody has said which counts."""
        return self.listed > 0 and self.has_told and self.counted_by not in ("daftar", "jumlah")

    @property
    def shown(self) -> tuple[int | None, int | None, int | None, int | None]:
        """Male, female, total, institutions as they are reported; None where nobody knows."""
        if self.has_told and not self.by_list:
            total = self.told_total
            if total is None and self.told_male is not None and self.told_female is not None:
                total = self.told_male + self.told_female
            return self.told_male, self.told_female, total, self.told_institutions
        if not self.listed:
            return None, None, None, self.told_institutions
        if self.unknown:
            # Those whose sex was not entered may be either: the split is not known.
            known = (self.male, self.female) if self.male or self.female else (None, None)
            return *known, self.listed, self.institutions
        return self.male, self.female, self.listed, self.institutions


def meetings(connection: Connection, scope: str, *, year: int | None = None, search: str = "") -> list[Stored]:
    """The meetings in a scope, newest first, those without a day after those of the same year with one."""
    found = [each for each in select(connection, "meeting", {"year": year} if year else None) if _within(scope, each)]
    if words := search.casefold().split():
        fields = ("title", "theme", "place", "organiser", "chair_name")
        found = [
            each
            for each in found
            if all(word in " ".join(each.text(field) for field in fields).casefold() for word in words)
        ]
    return sorted(found, key=_newest_first)


def _newest_first(meeting: Stored) -> tuple[int, int, int, str]:
    year, month, day = (meeting.values[name] for name in ("year", "month", "day"))
    number = [-each if isinstance(each, int) else 0 for each in (year, month, day)]
    return number[0], number[1], number[2], meeting.id


def _within(scope: str, stored: Stored) -> bool:
    return stored.scope == scope or stored.scope.startswith((f"{scope}.", f"{scope}/"))


def counts(
    connection: Connection, scope: str | None = None, *, meeting_id: RecordId | None = None
) -> dict[RecordId, Counts]:
    """Who was at each meeting of a scope (or at the one); meetings of which nothing is known are left out."""
    where, marks = _where(scope, meeting_id)
    rows = connection.exec_driver_sql(
        "SELECT meeting_id, sum(sex IS 'L'), sum(sex IS 'P'), sum(sex IS NULL OR sex NOT IN ('L', 'P')), "
        "count(DISTINCT nullif(office_key(office_name), '')) FROM attendance AS a "
        f"{where} AND {SOMEBODY} GROUP BY meeting_id",
        marks,
    )
    found = {row[0].hex(): Counts(*row[1:]) for row in rows}
    told = connection.exec_driver_sql(
        f"SELECT meeting_id, male, female, total, institutions FROM headcount {where}", marks
    )
    for meeting, male, female, total, institutions in told:
        listed = found.get(meeting.hex(), Counts())
        found[meeting.hex()] = replace(
            listed, told_male=male, told_female=female, told_total=total, told_institutions=institutions
        )
    for meeting, chosen in _chosen(connection, scope, meeting_id):
        if counts := found.get(meeting.hex()):
            found[meeting.hex()] = replace(counts, counted_by=chosen)
    return found


def _chosen(connection: Connection, scope: str | None, meeting_id: RecordId | None) -> list[tuple[bytes, str]]:
    """What somebody chose to count, of the meetings where somebody did."""
    where: str = ""
    marks: tuple[object, ...] = ()
    if meeting_id:
        where, marks = " AND id = ?", (to_bytes(meeting_id),)
    elif scope:
        where, marks = f" AND {in_scope()}", given(scope)
    rows = connection.exec_driver_sql(f"SELECT id, counted_by FROM meeting WHERE counted_by IS NOT NULL{where}", marks)
    return [(row[0], row[1]) for row in rows]


def _where(scope: str | None, meeting_id: RecordId | None = None) -> tuple[str, tuple[object, ...]]:
    if meeting_id is not None:
        return "WHERE meeting_id = ?", (to_bytes(meeting_id),)
    return (f"WHERE {in_scope()}", given(scope)) if scope else ("WHERE true", ())


def attendance_by_type(connection: Connection, scope: str) -> dict[RecordId, dict[str, int]]:
    """Persons on the list of each meeting of a scope by office type; "" where none was entered."""
    found: dict[RecordId, dict[str, int]] = {}
    rows = connection.exec_driver_sql(
        "SELECT meeting_id, coalesce(office_type, ''), count(*) FROM attendance AS a "
        f"WHERE {in_scope()} AND {SOMEBODY} GROUP BY meeting_id, office_type",
        given(scope),
    )
    for meeting, office_type, persons in rows:
        found.setdefault(meeting.hex(), {})[office_type] = persons
    return found


def not_held(connection: Connection, scope: str) -> frozenset[RecordId]:
    """The meetings of a scope that are planned or were called off."""
    rows = connection.exec_driver_sql(
        f"SELECT id FROM meeting WHERE state IN ({', '.join('?' * len(NOT_HELD))}) AND {in_scope()}",
        (*NOT_HELD, *given(scope)),
    )
    return frozenset(row[0].hex() for row in rows)


def last_number(connection: Connection, meeting_id: RecordId) -> int:
    """The highest number on the list of a meeting; 0 when nobody is on it."""
    found = connection.exec_driver_sql(
        "SELECT max(number) FROM attendance WHERE meeting_id = ?", (to_bytes(meeting_id),)
    )
    return int(found.scalar() or 0)


def known_persons(connection: Connection, scope: str) -> dict[RecordId, frozenset[RecordId]]:
    """The persons of the register who are on the list of each meeting of a scope."""
    found: dict[RecordId, set[RecordId]] = {}
    rows = connection.exec_driver_sql(
        f"SELECT meeting_id, person_id FROM attendance WHERE person_id IS NOT NULL AND {in_scope()}", given(scope)
    )
    for meeting, person in rows:
        found.setdefault(meeting.hex(), set()).add(person.hex())
    return {meeting: frozenset(persons) for meeting, persons in found.items()}


def office_names(connection: Connection, start: str, limit: int = 20) -> list[tuple[str, str | None]]:
    """Institutions written on lists so far that contain a text, most used first, each with its usual type."""
    pattern = start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    # Spellings are made one only after equal ones were counted: that is asked at every key.
    rows = connection.exec_driver_sql(
        "SELECT name, max(type), sum(used) AS often FROM ("
        "SELECT office_name AS name, max(office_type) AS type, count(*) AS used FROM attendance "
        "WHERE office_name LIKE ? ESCAPE '\\' GROUP BY office_name) "
        "GROUP BY office_key(name) ORDER BY often DESC, name LIMIT ?",
        (f"%{pattern}%", limit),
    )
    return [(row[0], row[1]) for row in rows]


def office_types(connection: Connection, names: Collection[str]) -> list[tuple[str, str]]:
    """The types that these institutions have on lists so far; case does not count."""
    rows = connection.exec_driver_sql(
        "SELECT office_name, max(office_type) FROM attendance WHERE office_type IS NOT NULL "
        f"AND office_name COLLATE NOCASE IN ({', '.join('?' * len(names))}) GROUP BY office_name",
        tuple(names),
    )
    return [(row[0], row[1]) for row in rows]


def conflicted(connection: Connection, kind: str) -> frozenset[RecordId]:
    """The records of a kind that hold two values for a cell."""
    rows = connection.exec_driver_sql("SELECT id FROM sync_record WHERE conflict = 1 AND +kind = ?", (kind,))
    return frozenset(row[0].hex() for row in rows)
