"""How a copied block falls into the grid: headings are read, a counting column is left out. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from pug_desktop.app.attend import FIELDS, AttendanceRow
from pug_desktop.ui.meeting.clipboard import headed, without_numbers


@dataclass(frozen=True, slots=True)
class PastePlan:
    """Where a block goes and what is in it, in the order of the grid's columns."""

    start_row: int
    start_field: str
    cells: list[list[str]]


def plan_paste(cells: list[list[str]], row: int, field: str, people: Sequence[AttendanceRow]) -> PastePlan:
    """Plan a paste with its top left corner in the cell of `row` and `field`.

    A block with a heading row is put into the columns that its headings name, whatever the column of the cursor; what
    it has no column for stays as it is.
    """
    if (found := headed(cells)) is None:
        return PastePlan(row, field, without_numbers(cells))
    fields, below = found
    present = [FIELDS.index(each) for each in fields if each is not None]
    columns = FIELDS[min(present) : max(present) + 1]
    arranged = [
        [
            _cell(line, fields, column, people[row + number] if row + number < len(people) else None)
            for column in columns
        ]
        for number, line in enumerate(below)
    ]
    return PastePlan(row, columns[0], arranged)


def _cell(line: list[str], fields: list[str | None], column: str, person: AttendanceRow | None) -> str:
    if column in fields:
        place = fields.index(column)
        return line[place] if place < len(line) else ""
    return str(getattr(person, column) or "") if person is not None else ""
