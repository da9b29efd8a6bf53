"""An XLSForm workbook as plain rows: the sheets survey, choices and settings, and nothing else of it."""

from pathlib import Path

from pug_desktop.forms.xlsform import SHEETS, Grid
from pug_desktop.intake.workbook import read_sheets


def read_xlsform(path: Path) -> tuple[Grid, ...]:
    """The sheets that are there.

    Raises:
        FileUnreadable
        WorkbookRefused: it is no workbook, or not one to be opened.
    """
    found = read_sheets(path, SHEETS)
    return tuple(_grid(name, found[name]) for name in SHEETS if name in found)


def _grid(name: str, rows: list[list[str]]) -> Grid:
    headings, *rest = rows or [[]]
    return Grid(name, tuple(headings), tuple(tuple(row) for row in rest))
