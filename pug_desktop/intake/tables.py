"""Any file of rows that people have: .xlsx, .xls, .ods or .csv, known by its content, its cells as they are kept.

Every file is counted before it is opened: workbook_gate.py (zip files), old_workbook_gate.py (.xls), csv_text.py.
"""

import datetime
import io
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pug_desktop import errors
from pug_desktop.intake import compound_file
from pug_desktop.intake.cell_count import DAMAGED, LARGE, Limits, Marks, Refused
from pug_desktop.intake.workbook_gate import NO_SHEET, WITH_PASSWORD, counted_zip, read_whole

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LIMITS = Limits(
    file_bytes=20 * 1024 * 1024,
    inflated=60 * 1024 * 1024,
    rows=20_000,
    columns=200,
    cells=500_000,
    text=60_000_000,
)
"""The largest hall holds some thousand persons."""

_MOST_MERGED = 20_000
"""Only headings are looked at, which stand first; further ones are taken as single cells."""

Cell = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta | None
"""As the file keeps it: a number that was typed as text is text. "" and None are empty."""

_EMPTY = "berkasnya kosong (0 bita) / the file is empty (0 bytes)"
_EMPTY_SHEETS = "semua lembarnya kosong / all its sheets are empty"
_WEB_PAGE = (
    "isinya halaman web, walau namanya seperti berkas Excel"
    " / it is a web page inside, though its name is that of a workbook"
)
_PDF = "isinya PDF / it is a PDF inside"
_PICTURE = "isinya gambar / it is a picture inside"

_SAVE_AGAIN = (
    "Buka berkas itu di Excel atau LibreOffice, simpan sebagai “Buku Kerja Excel (.xlsx)”, lalu pilih berkas yang baru."
    " / Open it in Excel or LibreOffice, save it as “Excel Workbook (.xlsx)”, and choose the new file."
)
_TAKE_OFF = (
    "Buka di Excel dengan kata sandinya, hapus kata sandi itu (Berkas, Info, Lindungi), simpan, lalu pilih lagi."
    " / Open it in Excel with its password, take the password off (File, Info, Protect), save, and choose it again."
)
_MAKE_SMALLER = (
    "Salin baris peserta saja ke buku kerja baru, atau pakai templat daftar peserta, lalu pilih berkas itu."
    " / Copy the rows of the participants alone to a new workbook, or use the template, and choose that file."
)
_ANOTHER = (
    "Pilih berkas daftar peserta: .xlsx, .xls, .ods atau .csv."
    " / Choose a file with a list of participants: .xlsx, .xls, .ods or .csv."
)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its rows from the first row and column on, and what the cells alone do not tell (from 0)."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    computed: frozenset[tuple[int, int]] = frozenset()
    """Cells with a formula or a mistake of Excel; where they are empty, their value is missing."""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """First row, first column, last row, last column."""
    width: int = field(init=False, default=0)
    """Columns of the widest row."""
    covered: dict[tuple[int, int], int] = field(init=False, default_factory=dict)
    """Of each cell in the first row of a merged one the column in which its value stands."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", max(map(len, self.rows), default=0))
        for top, left, _bottom, right in self.merged:
            if len(self.covered) > _MOST_MERGED:
                break
            for column in range(left, min(right + 1, self.width)):
                self.covered.setdefault((top, column), left)


@dataclass(frozen=True, slots=True)
class Tables:
    """A file: what kind it is ("xlsx", "xls", "ods", "csv") and its sheets; those with nothing in them are left out."""

    kind: str
    tables: tuple[Table, ...]
    encoding: str = ""
    delimiter: str = ""


def read_tables(path: Path) -> Tables:
    """Read a file of rows.

    Raises:
        FileUnreadable
        ListRefused: it is no such file, or not one to be opened.
    """
    try:
        found = _read(read_whole(path, LIMITS), path)
        if not found.tables:
            raise Refused(_EMPTY_SHEETS)
    except Refused as refused:
        raise errors.ListRefused(path=path, problem=refused.placed(""), remedy=_remedy(refused.problem)) from None
    return found


def _remedy(problem: str) -> str:
    if problem == WITH_PASSWORD or problem.startswith("terkunci"):
        return _TAKE_OFF
    if problem.startswith(LARGE.partition(" / ")[0]) or problem.startswith("ada sel"):
        return _MAKE_SMALLER
    if problem in (_PDF, _PICTURE, _EMPTY, _EMPTY_SHEETS, NO_SHEET) or problem.startswith("bukan"):
        return _ANOTHER
    return _SAVE_AGAIN


def _read(data: bytes, path: Path) -> Tables:
    if not data:
        raise Refused(_EMPTY)
    if data.startswith(b"PK\x03\x04"):
        counted = counted_zip(data, LIMITS)
        kind = "ods" if counted.is_open_document else "xlsx"
        return Tables(kind, _opened(counted.data, counted.marks))
    if data.startswith(compound_file.SIGNATURE):
        from pug_desktop.intake.old_workbook_gate import counted_old

        old = counted_old(data, LIMITS)
        return Tables("xls", _opened(old.data, old.marks))
    head = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith(b"%pdf"):
        raise Refused(_PDF)
    if head.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8")):
        raise Refused(_PICTURE)
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<style", b"<div")):
        raise Refused(_WEB_PAGE)
    if head.startswith((b"{\\rtf", b"rar!", b"7z\xbc\xaf", b"mz\x90", b"\x7felf")):
        raise Refused(NO_SHEET)
    from pug_desktop.intake.csv_text import read_text

    text = read_text(data, LIMITS)
    rows = text.rows if any(any(cell.strip() for cell in row) for row in text.rows) else ()
    return Tables("csv", (Table(path.stem[:60], rows),) if rows else (), text.encoding, text.delimiter)


def _opened(data: bytes, marks: dict[str, Marks]) -> tuple[Table, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            made = [
                _table(book.get_sheet_by_index(number), about.visible != SheetVisibleEnum.Visible, marks)
                for number, about in enumerate(book.sheets_metadata)
                if about.typ == SheetTypeEnum.WorkSheet
            ]
            return tuple(each for each in made if each is not None)
    except PasswordError:
        raise Refused(WITH_PASSWORD) from None
    except (CalamineError, ValueError, OverflowError):
        raise Refused(DAMAGED) from None
    except BaseException as error:
        # What its authors did not foresee leaves the reader as a panic, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise Refused(DAMAGED) from None
        raise


def _table(sheet: "CalamineSheet", is_hidden: bool, marks: dict[str, Marks]) -> Table | None:
    rows = tuple(map(tuple, sheet.to_python(skip_empty_area=False)))
    if not any(cell not in ("", None) for row in rows for cell in row):
        return None
    found = marks.get(sheet.name, Marks())
    return Table(
        name=sheet.name,
        rows=rows,
        is_hidden=is_hidden,
        hidden_rows=frozenset(found.hidden_rows),
        computed=frozenset(found.computed),
        merged=tuple((*start, *end) for start, end in islice(sheet.merged_cell_ranges or (), _MOST_MERGED)),
    )
