"""The workbook in which an office writes next year's instrument: XLSForm's sheets, and one that explains them."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pug_desktop.reports.file import save
from pug_desktop.reports.plain_text import clean
from pug_desktop.reports.workbook import book_of_texts

MOST_TEXT = 32_767
"""Excel holds no more in a cell."""

_WIDTHS = {
    "label": 48,
    "hint": 36,
    "constraint_message": 30,
    "type": 24,
    "name": 22,
    "relevant": 24,
    "pug_evidence": 36,
}
_USUAL = 16
_ROWS_FOR_LISTS = 2_000


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet of XLSForm; `lists` says for a heading which texts Excel offers in its cells."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    lists: Sequence[tuple[str, Sequence[str]]] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """The page that explains: a heading, lines, and a table."""

    name: str
    heading: str
    lines: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def write_xlsform(out: Path, sheets: Sequence[FormSheet], guide: Guide, *, title: str = "") -> None:
    """Write the workbook; every text is stored as a text, never as a formula, a link or a number.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    target = BytesIO()
    with book_of_texts(target, title) as book:
        look = _Look(book)
        sources: list[tuple[Any, int, Sequence[str]]] = []
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _fill(page, sheet, look)
            places = {heading: column for column, heading in enumerate(sheet.headings)}
            sources += [(page, places[heading], texts) for heading, texts in sheet.lists if heading in places]
        _explain(book.add_worksheet(guide.name), guide, look)
        lists = book.add_worksheet("pug_pilihan")
        lists.hide()
        for column, (page, place, texts) in enumerate(sources):
            for row, text in enumerate(texts):
                lists.write_string(row, column, text)
            letter = chr(ord("A") + column)
            offered = f"=pug_pilihan!${letter}$1:${letter}${len(texts)}"
            page.data_validation(
                1, place, _ROWS_FOR_LISTS, place, {"validate": "list", "source": offered, "error_type": "warning"}
            )
    save(out, target.getvalue())


class _Look:
    """The formats of a workbook."""

    def __init__(self, book: Any) -> None:
        top = {"text_wrap": True, "valign": "top"}
        self.heading = book.add_format({**top, "bold": True, "bottom": 1, "bg_color": "#EAEAEA"})
        self.group = book.add_format({**top, "bold": True, "bg_color": "#F4F4F4"})
        self.body = book.add_format(top)
        self.title = book.add_format({"bold": True, "font_size": 14})


def _fill(page: Any, sheet: FormSheet, look: _Look) -> None:
    page.set_paper(9)
    page.set_landscape()
    page.freeze_panes(1, 2)
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, _WIDTHS.get(heading.partition("::")[0], _USUAL))
        page.write_string(0, column, heading, look.heading)
    for number, row in enumerate(sheet.rows, start=1):
        style = look.group if row and row[0] in ("begin_group", "end_group") else look.body
        for column, text in enumerate(row):
            if text:
                page.write_string(number, column, clean(text)[:MOST_TEXT], style)


def _explain(page: Any, guide: Guide, look: _Look) -> None:
    page.set_paper(9)
    page.write_string(0, 0, clean(guide.heading), look.title)
    for number, line in enumerate(guide.lines, start=1):
        page.write_string(number, 0, clean(line))
    first = len(guide.lines) + 2
    for column, heading in enumerate(guide.columns):
        page.set_column(column, column, 26 if column == 0 else 48)
        page.write_string(first, column, clean(heading), look.heading)
    for number, row in enumerate(guide.rows, start=first + 1):
        for column, text in enumerate(row):
            page.write_string(number, column, clean(text), look.body)
