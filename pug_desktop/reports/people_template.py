"""The workbook in which an office types a list of participants: text cells, lists to choose from, notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pug_desktop.reports.file import save
from pug_desktop.reports.plain_text import clean
from pug_desktop.reports.workbook import book_of_texts

_ROWS = 1_000
"""Rows that are made ready for typing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, what can be chosen in it (empty: any text)."""

    heading: str
    width: int
    choices: tuple[str, ...] = ()


def write_people_template(
    out: Path, columns: Sequence[Column], rows: Sequence[Sequence[str]], notes: Sequence[str]
) -> None:
    """Write it.

    Every cell is text, also one that is still empty: a NIP that is typed into it keeps all its digits.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    target = BytesIO()
    with book_of_texts(target, "Daftar peserta") as book:
        heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EAEAEA"})
        text = book.add_format({"num_format": "@"})
        page = book.add_worksheet("Peserta")
        page.set_paper(9)
        page.freeze_panes(1, 1)
        page.repeat_rows(0)
        last = max(_ROWS, len(rows))
        for number, column in enumerate(columns):
            page.set_column(number, number, column.width, text)
            page.write_string(0, number, column.heading, heading)
            if column.choices:
                page.data_validation(
                    1,
                    number,
                    last,
                    number,
                    {"validate": "list", "source": list(column.choices), "error_type": "warning"},
                )
        for number, row in enumerate(rows, start=1):
            for at, value in enumerate(row):
                if value:
                    page.write_string(number, at, clean(value), text)
        # Excel would mark each NIP as a number that was kept as text.
        page.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
        told = book.add_worksheet("Petunjuk")
        told.set_column(0, 0, 110)
        wrapped = book.add_format({"text_wrap": True})
        for number, note in enumerate(notes):
            told.write_string(number, 0, note, wrapped)
    save(out, target.getvalue())
