"""How a copied block falls into the grid: headings are read, a counting column is left out. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from pug_desktop.ui.meeting.clipboard import headed, without_numbers


@dataclass(frozen=True, slots=True)
class PastePlan:
    """Where a block goes: its rows from `start_row` on, its columns into the fields `columns`, one after the other."""

    start_row: int
    columns: tuple[str, ...]
    cells: list[list[str]]


def plan_paste(cells: list[list[str]], row: int, field: str, shown: Sequence[str]) -> PastePlan:
    """Plan a paste with its top left corner in the cell of `row` and `field`.

    A block with a heading row is put into the columns that its headings name, whatever the column of the cursor and
    whether they are shown or not; what it has no column for stays as it is. Without headings it falls into the columns
    that are `shown`, from the cursor to the right.
    """
    if (found := headed(cells)) is None:
        return PastePlan(row, tuple(shown[shown.index(field) :]), without_numbers(cells))
    fields, below = found
    places: dict[str, int] = {}
    for place, each in enumerate(fields):
        if each is not None:
            places.setdefault(each, place)
    arranged = [[line[place] if place < len(line) else "" for place in places.values()] for line in below]
    return PastePlan(row, tuple(places), arranged)
