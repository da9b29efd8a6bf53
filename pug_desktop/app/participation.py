"""Which OPD of a kabupaten/kota came to its meetings over a year, and which never did.

Only lists tell who came: a meeting of which only heads were counted says nothing, and an office's own meetings are not
counted. Where invitations of a meeting name offices, an office that was not asked did not stay away; where they name
none, all were. An office that came unasked came all the same.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import offices, regions
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId
from pug_desktop.progress import Step, silent
from pug_desktop.storage import statistics as stored
from pug_desktop.storage.statistics import Represented


@dataclass(frozen=True, slots=True)
class Came:
    """To how many of the meetings that an office was asked to it came; `asked` is 0 where there was none."""

    came: int = 0
    asked: int = 0

    @property
    def share(self) -> float | None:
        """None where it was asked to nothing."""
        return self.came / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One OPD: January to December, then meetings of which no month is known; and all together."""

    id: RecordId
    name: str
    months: tuple[Came, ...]
    undated: Came
    all: Came

    @property
    def never(self) -> bool:
        """Whether it was asked and never came."""
        return self.all.asked > 0 and self.all.came == 0


@dataclass(frozen=True, slots=True)
class Participation:
    """The OPD of a kabupaten/kota in a year, those that never came first."""

    year: int
    place: str
    lines: tuple[OfficeLine, ...]
    meetings: int
    """That took place."""
    with_list: int
    """Of them, those with a list: only these count here."""
    unknown: tuple[str, ...] = ()
    """What lists name as the institution of somebody, and no OPD of the place is called: perhaps one of those above."""

    @property
    def never(self) -> tuple[OfficeLine, ...]:
        """Those that were asked and never came."""
        return tuple(line for line in self.lines if line.never)


def participation(ws: Workspace, year: int, *, region_code: str | None = None, step: Step = silent) -> Participation:
    """Who came over a year.

    Args:
        ws: the profile of a kabupaten/kota, or of a province.
        year: of the meetings.
        region_code: a kabupaten/kota below a province.
        step: told before and after.

    Raises:
        WrongRole: an office knows only its own meetings; a province must say which kabupaten/kota it means.
    """
    region = region_code or ws.profile.region_code
    if ws.profile.role == "opd" or len(region) == 2:
        raise errors.WrongRole(role=ws.profile.role, needed="kabkota")
    step(0, 1)
    listed = [each for each in offices.offices(ws, region) if each.office_type == "opd" and not each.closed]
    with ws.database.read() as connection:
        held = [each for each in stored.held_meetings(connection, region, year) if each.scope == region]
        keys = stored.office_keys(connection, region)
        there = stored.represented(connection, region, year, "attendance")
        came = _by_meeting(there, keys)
        invited = _by_meeting(stored.represented(connection, region, year, "invitation"), keys)
    everybody = frozenset(each.id for each in listed)
    month_of = {each.id: each.month for each in held if each.id in came}
    asked = {meeting: (invited.get(meeting) or everybody) | came[meeting] for meeting in month_of}
    lines = [_line(each.id, each.name, month_of, came, asked) for each in listed]
    step(1, 1)
    return Participation(
        year,
        regions.region(region).name,
        tuple(sorted(lines, key=_seldom_first)),
        len(held),
        len(month_of),
        _unknown(there, keys),
    )


def _by_meeting(rows: Iterable[Represented], keys: dict[str, RecordId]) -> dict[RecordId, frozenset[RecordId]]:
    """The offices of each meeting that has any row; a row that names no office of ours adds none."""
    found: dict[RecordId, set[RecordId]] = defaultdict(set)
    for row in rows:
        offices_ = found[row.meeting_id]
        if office := row.office_id or keys.get(row.key):
            offices_.add(office)
    return {meeting: frozenset(each) for meeting, each in found.items()}


def _unknown(rows: Iterable[Represented], keys: dict[str, RecordId]) -> tuple[str, ...]:
    names = {row.key: row.name for row in rows if row.name and not row.office_id and row.key not in keys}
    return tuple(sorted(names.values(), key=str.casefold))


def _line(
    office: RecordId,
    name: str,
    month_of: dict[RecordId, int | None],
    came: dict[RecordId, frozenset[RecordId]],
    asked: dict[RecordId, frozenset[RecordId]],
) -> OfficeLine:
    def of(meetings: Iterable[RecordId]) -> Came:
        to = [each for each in meetings if office in asked[each]]
        return Came(sum(office in came[each] for each in to), len(to))

    months = tuple(of(each for each, month in month_of.items() if month == number) for number in range(1, 13))
    return OfficeLine(office, name, months, of(each for each, month in month_of.items() if month is None), of(month_of))


def _seldom_first(line: OfficeLine) -> tuple[bool, float, int, str]:
    """Who was asked and never came, then who came least; last who was asked to nothing."""
    share = line.all.share
    return share is None, 0.0 if share is None else share, -line.all.asked, line.name.casefold()
