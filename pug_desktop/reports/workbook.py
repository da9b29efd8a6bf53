"""Excel workbooks: what a person typed stays text, whatever it looks like."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from pug_desktop.reports.file import save
from pug_desktop.reports.page import PROGRAM
from pug_desktop.reports.plain_text import clean, one_line

_MAX_NAME = 31
# Excel holds no more in a cell.
_MAX_TEXT = 32_767
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_WIDEST = 60

# Workbooks of the same rows are the same bytes.
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; numbers are whole, a code of digits such as a NIP is text."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str | int | None]]


def with_marks(sheet: Sheet, marks: Sequence[bool]) -> Sheet:
    """The sheet with one more column that says which rows hold two values; the sheet itself when none does."""
    if not any(marks):
        return sheet
    rows = [(*row, "masih punya dua nilai" if mark else None) for row, mark in zip(sheet.rows, marks, strict=True)]
    return Sheet(sheet.name, (*sheet.headings, "Perlu keputusan"), rows)


@contextmanager
def book_of_texts(target: BytesIO, title: str) -> Iterator[Any]:
    """An empty workbook in which what looks like a formula, a link or a number stays a text."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": one_line(title), "author": PROGRAM, "created": _CREATED})
        yield book


def write_workbook(out: Path, sheets: Sequence[Sheet], *, title: str = "") -> None:
    """Writes the workbook.

    Every text is stored as a string: never as a formula, a link or a number (reliability T11, M5).

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    target = BytesIO()
    with book_of_texts(target, title) as book:
        heading = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EAEAEA"}
        )
        body = book.add_format({"text_wrap": True, "valign": "top"})
        taken: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_sheet_name(sheet.name, taken))
            page.set_paper(9)
            page.freeze_panes(1, 0)
            page.repeat_rows(0)
            for column, (text, width) in enumerate(zip(sheet.headings, _widths(sheet), strict=True)):
                page.set_column(column, column, width)
                page.write_string(0, column, _fitting(text), heading)
            for number, row in enumerate(sheet.rows, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, int):
                        page.write_number(number, column, value, body)
                    elif value is not None:
                        page.write_string(number, column, _fitting(value), body)
    save(out, target.getvalue())


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel allows and that no other sheet has; adds it to `taken`."""
    plain = one_line(name).translate(_FORBIDDEN_IN_NAMES).strip("'")[:_MAX_NAME].rstrip("'") or "Lembar"
    shown, number = plain, 1
    while shown.casefold() in taken:
        number += 1
        ending = f" ({number})"
        shown = plain[: _MAX_NAME - len(ending)] + ending
    taken.add(shown.casefold())
    return shown


def _fitting(text: str) -> str:
    plain = clean(text)
    return plain if len(plain) <= _MAX_TEXT else plain[: _MAX_TEXT - 1] + "…"


def _widths(sheet: Sheet) -> list[int]:
    """In characters, after the first rows."""
    sample = [sheet.headings, *sheet.rows[:200]]
    return [
        min(_WIDEST, 2 + max(len(str(row[column] or "")) for row in sample if column < len(row)))
        for column in range(len(sheet.headings))
    ]
