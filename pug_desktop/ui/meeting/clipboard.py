"""A block copied from Excel, LibreOffice or Word as rows of cells.

The HTML table is read first: there a line break inside a cell stays inside the cell. Without one the text is read as
tab-separated, where Excel puts quotes around a cell that holds a line break, a tab or a quote.
"""

import csv
import io
import re
from html.parser import HTMLParser

MAX_ROWS = 5_000
"""Far more than any meeting; a whole copied column of Excel has a million rows."""
MAX_COLUMNS = 60

MOST_LETTERS = 2_000_000
"""Of a block that is read as it was copied: reading more of a web page would hold the window up for seconds."""
_LONGEST_CELL = 5_000
"""No cell of a list is as long; what is longer is refused where it is written."""

_BLANKS = re.compile(r"[\s\u00a0]+")

HEADINGS: dict[str, tuple[str, ...]] = {
    "number": ("no", "no.", "nomor", "nomor urut", "#"),
    "name": ("nama", "nama lengkap", "nama peserta", "peserta"),
    "nip": ("nip", "nip/nik", "nip / nik", "nip/ni pppk"),
    "sex": ("l/p", "lp", "jk", "jenis kelamin", "kelamin", "gender"),
    "position": ("jabatan", "jabatan/golongan", "pangkat/jabatan"),
    "office_name": (
        "instansi",
        "unit kerja",
        "opd",
        "skpd",
        "perangkat daerah",
        "asal instansi",
        "instansi/opd",
        "asal",
    ),
    "office_type": ("jenis instansi",),
    "role": ("peran", "sebagai", "hadir sebagai"),
    "phone": (
        "no hp",
        "no. hp",
        "nomor hp",
        "hp",
        "no telp",
        "no. telp",
        "no telepon",
        "no. telepon",
        "telepon",
        "nomor telepon",
        "no. hp/wa",
        "no hp/wa",
        "no. wa",
        "no wa",
    ),
    "age_band": ("umur", "usia", "kelompok umur", "kelompok usia"),
    "disability": ("disabilitas", "difabel", "penyandang disabilitas"),
}
"""The headings that people give the columns of an attendance list."""


def cells_of(html: str, text: str) -> list[list[str]]:
    """The copied block; line breaks and double blanks inside a cell become one blank. Empty when nothing was copied.

    Of a page of millions of letters the text is read, line by line.
    """
    rows = _html_cells(html) if len(html) <= MOST_LETTERS and "<t" in html.lower() else []
    rows = rows or _text_cells(text)
    rows = [[_plain(cell) for cell in row[:MAX_COLUMNS]] for row in rows[:MAX_ROWS]]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def headed(rows: list[list[str]]) -> tuple[list[str | None], list[list[str]]] | None:
    """The fields that a heading row names, with the rows below it; None when the first row is no heading.

    A heading row has at least two headings that are known, the name among them; None stands for a column that the
    attendance list does not have.
    """
    if not rows:
        return None
    fields = [_heading(cell) for cell in rows[0]]
    if "name" not in fields or sum(field is not None for field in fields) < 2:
        return None
    return [None if field == "number" else field for field in fields], rows[1:]


def without_numbers(rows: list[list[str]]) -> list[list[str]]:
    """The block without a first column that only counts the rows (1, 2, 3 …)."""
    counting = len(rows) > 1 and all(
        len(row) > 1 and row[0].rstrip(".") == str(number) for number, row in enumerate(rows, int_or_one(rows[0][0]))
    )
    return [row[1:] for row in rows] if counting else rows


def int_or_one(text: str) -> int:
    """The number that a text starts counting with; 1 when it is none."""
    plain = text.rstrip(".")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else 1


def _heading(cell: str) -> str | None:
    word = cell.casefold().strip()
    return next((field for field, words in HEADINGS.items() if word in words), None)


def _plain(cell: str) -> str:
    return _BLANKS.sub(" ", cell[:_LONGEST_CELL]).strip()


def _text_cells(text: str) -> list[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # A single quote mark that is never closed would swallow all that follows it.
    if text.count('"') % 2 or len(text) > MOST_LETTERS:
        return _lines(text)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a cell as long as a book
        return _lines(text)


def _lines(text: str) -> list[list[str]]:
    return [line.split("\t", MAX_COLUMNS) for line in text.split("\n", MAX_ROWS)[:MAX_ROWS]]


def _html_cells(html: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """The cells of the first table; a table inside a cell is read as its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = self._rows_down = 1
        self._covered: dict[int, int] = {}
        """Columns that a merged cell above covers, with how many rows further down."""
        self._depth = 0
        self._hidden = 0
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "table":
                self._depth += 1
            case "style" | "script" | "head":
                self._hidden += 1
            case "tr" if self._depth <= 1 and not self._done:
                self._close_row()
                self.rows.append([])
            case "td" | "th" if self._depth <= 1 and not self._done:
                self._close_cell()
                if not self.rows:
                    self.rows.append([])
                given = dict(attrs)
                self._cell = []
                self._span = _span(given.get("colspan"), MAX_COLUMNS)
                self._rows_down = _span(given.get("rowspan"), MAX_ROWS)
            case "br" | "p" | "div" if self._cell:
                self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "table":
                self._depth = max(0, self._depth - 1)
                if self._depth == 0:
                    self._close_row()
                    self._done = bool(self.rows)
            case "style" | "script" | "head":
                self._hidden = max(0, self._hidden - 1)
            case "td" | "th" | "tr" if self._depth <= 1:
                self._close_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(data)

    def close(self) -> None:
        super().close()
        self._close_row()

    def _close_row(self) -> None:
        self._close_cell()
        if self.rows:
            self._pass_covered()

    def _close_cell(self) -> None:
        if self._cell is not None:
            self._pass_covered()
            row = self.rows[-1]
            if self._rows_down > 1:
                for column in range(len(row), min(len(row) + self._span, MAX_COLUMNS)):
                    self._covered[column] = self._rows_down - 1
            row.append("".join(self._cell))
            # A merged cell covers several columns; the others are empty, as Excel shows them.
            row.extend([""] * (self._span - 1))
        self._cell = None

    def _pass_covered(self) -> None:
        """Leave empty what a merged cell of a row above covers, so that what follows stands under its heading."""
        row = self.rows[-1]
        while (left := self._covered.get(len(row), 0)) > 0:
            self._covered[len(row)] = left - 1
            row.append("")


def _span(text: str | None, most: int) -> int:
    return min(int(text), most) if text and text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1
