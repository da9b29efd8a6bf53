"""Semua peserta: every row of every list that this profile knows, found, sorted and paged by the database."""

from array import array
from collections.abc import Callable, Sequence

from pug_desktop.app.workspace import Workspace
from pug_desktop.storage import all_people as asked
from pug_desktop.storage.all_people import SORTS, Asked, Row

__all__ = ["PAGE", "SORTS", "Asked", "Row", "Text", "page", "rows"]

Text = Callable[[Row], str]
"""What stands in a column."""

PAGE = 200
"""Rows that are read at once."""


def rows(ws: Workspace, wanted: Asked) -> "array[int]":
    """The numbers of the rows that are wanted, in their order; they hold until the file is written anew."""
    with ws.database.read() as connection:
        return asked.numbers(connection, "", wanted)


def page(ws: Workspace, numbers: Sequence[int]) -> list[Row | None]:
    """What stands in these rows, one for each number; None for a row that was removed meanwhile."""
    with ws.database.read() as connection:
        found = asked.page(connection, numbers)
    return [found.get(number) for number in numbers]
