"""A text file of cells as rows: which letters it is written in and what separates its cells is found out."""

import csv
import io
from dataclasses import dataclass
from typing import Literal

from pug_desktop.intake.cell_count import DAMAGED, LARGE, WIDE, Limits, Refused, column_letters

_DELIMITERS = ";,\t|"
_SAMPLE_LINES = 50
_QUOTING: tuple[Literal[0], Literal[3]] = (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)
_LONGEST_CELL = 1_000_000
_LINE_OF_EXCEL = "sep="

NO_TEXT = "bukan berkas teks CSV / it is no CSV text"


@dataclass(frozen=True, slots=True)
class Text:
    """The rows, how the letters are written, what separates the cells."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str


def read_text(data: bytes, limits: Limits) -> Text:
    """The rows of a CSV file.

    Raises:
        Refused: it is no text, or holds more than it may.
    """
    text, encoding = _decoded(data)
    delimiter = None
    first, _, rest = text.partition("\n")
    # Excel's own line that says what separates the cells.
    if first.strip().casefold().startswith(_LINE_OF_EXCEL) and len(first.strip()) == len(_LINE_OF_EXCEL) + 1:
        delimiter, text = first.strip()[-1], rest
    delimiter = delimiter or _delimiter_of(text)
    return Text(tuple(_rows(text, delimiter, limits)), encoding, delimiter)


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return _text(data.decode(encoding)), encoding
            except UnicodeDecodeError:
                raise Refused(DAMAGED) from None
    try:
        return _text(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        # The five bytes that Windows' own letters leave free become the signs that cannot be read.
        return _text(data.decode("cp1252", "replace")), "cp1252"


def _text(text: str) -> str:
    """No text has signs of nothing; a few of them in a long text are slips of the program that wrote it."""
    if text.count("\0") > len(text) // 1000:
        raise Refused(NO_TEXT)
    plain = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    odd = sum(letter < " " and letter not in "\n\t" for letter in plain[:4000])
    if odd > 40:
        raise Refused(NO_TEXT)
    return plain


def _delimiter_of(text: str) -> str:
    """What stands equally often in most of the first lines; a comma may also stand in a name."""
    lines = _outside_quotes("\n".join(text.split("\n")[:_SAMPLE_LINES])).split("\n")
    lines = [line for line in lines if line.strip()]

    def weight(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        present = [count for count in counts if count]
        if not present:
            return (0, 0)
        usual = max(set(present), key=present.count)
        return (present.count(usual), usual)

    best = max(_DELIMITERS, key=weight)
    return best if weight(best)[0] else ";"


def _outside_quotes(text: str) -> str:
    return "".join(part for number, part in enumerate(text.split('"')) if number % 2 == 0)


def _rows(text: str, delimiter: str, limits: Limits) -> list[tuple[str, ...]]:
    csv.field_size_limit(_LONGEST_CELL)
    # A single quote mark that is never closed would swallow all that follows it.
    is_open = text.count('"') % 2 == 1
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=_QUOTING[is_open]):
            number = len(rows) + 1
            if len(row) > limits.columns or number > limits.rows:
                place = f"{column_letters(min(len(row), limits.columns + 1))}{number}"
                raise Refused(WIDE, cell=place)
            cells += len(row)
            if cells > limits.cells:
                raise Refused(LARGE)
            rows.append(tuple(row))
    except csv.Error:
        raise Refused(LARGE) from None
    return rows
