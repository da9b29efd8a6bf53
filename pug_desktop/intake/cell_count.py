"""Every cell of a workbook is looked at before the workbook is opened: the reader makes room for all up to the last.

One part of a workbook (a file of XML) at a time, of Excel or of OpenDocument. What was seen on the way and the reader
does not tell is kept: formulas and mistakes of Excel, which may have no value, and rows that are hidden.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

WIDE = "ada sel yang terlalu jauh ke bawah atau ke kanan / a cell lies too far down or to the right"
LARGE = "isinya terlalu besar / its content is too large"
ODD = "susunannya tidak wajar / it is put together in an odd way"
DAMAGED = "isinya rusak / its content is damaged"

_MOST_BLANKS = 1_000
_MOST_MARKS = 50_000
_MOST_MERGED = 100_000
"""The reader keeps all merged cells, which may be far more than there are cells."""


class Refused(Exception):
    """What stands against a file, in both languages; `part` and `cell` where it stands, "" when that is not known."""

    def __init__(self, problem: str, *, part: str = "", cell: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.part = part
        self.cell = cell

    def placed(self, sheet: str) -> str:
        """The problem with its sheet and cell, in both languages."""
        name = " ".join("".join(each if each.isprintable() else " " for each in sheet).replace("/", " ").split())[:60]
        indonesian, _, english = self.problem.partition(" / ")
        places = [f"lembar “{name}”" * bool(name), f"sel {self.cell}" * bool(self.cell)]
        places_en = [f"sheet “{name}”" * bool(name), f"cell {self.cell}" * bool(self.cell)]
        told, told_en = (", ".join(filter(None, each)) for each in (places, places_en))
        return f"{indonesian} ({told}) / {english} ({told_en})" if told else self.problem


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a workbook may hold."""

    file_bytes: int
    inflated: int
    rows: int
    columns: int
    cells: int
    text: int
    """Characters of all cells together, a text that many cells share counted for each."""


@dataclass(slots=True)
class Marks:
    """What the reader does not tell of a sheet; rows and columns count from 0."""

    computed: set[tuple[int, int]] = field(default_factory=set)
    """Cells with a formula or a mistake such as #N/A: where these have no value, one is missing."""
    hidden_rows: set[int] = field(default_factory=set)


class Count:
    """What there was in all parts so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cells = 0
        self.room = 0
        self.shared = 0
        self.longest = 0
        self.marks: dict[str, Marks] = {}

    def one_more(self, cells: int, part: str, cell: str) -> None:
        """So many more cells."""
        self.cells += cells
        if self.cells > self.limits.cells:
            raise Refused(LARGE, part=part, cell=cell)

    def reached(self, row: int, column: int, part: str, cell: str) -> None:
        """A cell lies in this row and column, from 1 on."""
        if row > self.limits.rows or column > self.limits.columns:
            raise Refused(WIDE, part=part, cell=cell)

    def ends(self, rows: int, columns: int, part: str) -> None:
        """A sheet ends: the reader makes room for so many rows and columns."""
        self.room += rows * columns
        if self.room > 2 * self.limits.cells:
            raise Refused(LARGE, part=part)

    def check_text(self) -> None:
        """Once all parts were seen: a text that a million cells share is copied a million times."""
        if self.shared * self.longest > self.limits.text:
            raise Refused(LARGE)


_ANY_CELL = re.compile(rb"<c[\s/>]")
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="(?:s|n|str|b|d|inlineStr)")?/?>')
_UNUSUAL = (b"<!", b"<f", b"hidden", b"\0")
_PREFIXED = re.compile(rb":(?:c|f|row|si|sst)[\s/>]")
_PLAIN_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=.1\.0.(?: encoding=.(?i:utf-8).)?(?: standalone=.(?:yes|no).)? ?\?>)?"
    rb"\s*<([A-Za-z]+)[\s>]"
)


def count_part(name: str, content: bytes, count: Count) -> None:
    """Look at one part of a workbook of Excel; parts without any cell pass."""
    if not _count_plain(name, content, count):
        _count_any(name, content, count)


def _count_plain(name: str, content: bytes, count: Count) -> bool:
    """Count a part that is written as Excel itself writes one, in a quarter of the time; False for any other.

    Without "<!" every "<" begins an element, and every cell is one of those that were matched as a whole.
    """
    start = _PLAIN_START.match(content)
    if start is None or not content[-200:].rstrip().endswith(b"</" + start[1] + b">"):
        return False
    if any(each in content for each in _UNUSUAL) or _PREFIXED.search(content):
        return False
    if content.count(b"mergeCell") > _MOST_MERGED:
        return False
    places = _PLAIN_CELL.findall(content)
    if len(places) != len(_ANY_CELL.findall(content)):
        return False
    if b"<sst" in content:
        count.longest = max(count.longest, *map(len, content.split(b"<si")))
    if not places:
        return True
    letters = max({letters for letters, _ in places}, key=lambda each: (len(each), each)).decode()
    row = max(map(int, {digits for _, digits in places}))
    column = column_of(letters, count.limits)
    if row > count.limits.rows or column > count.limits.columns or len(places) + count.cells > count.limits.cells:
        return False  # counted one by one, it is told which cell it was
    count.one_more(len(places), name, "")
    count.shared += content.count(b't="s"')
    count.ends(row, column, name)
    return True


def _count_any(name: str, content: bytes, count: Count) -> None:
    parser = _parser()
    sheet = _Sheet(name, count, parser)
    parser.StartElementHandler = sheet.begins
    _parse(parser, content)
    sheet.end()


def count_open_document(content: bytes, count: Count) -> None:
    """Look at the content of a spreadsheet of OpenDocument, where one cell can stand for millions."""
    parser = _parser()
    tables = _Tables(count)
    parser.StartElementHandler = tables.begins
    parser.EndElementHandler = tables.ends
    _parse(parser, content)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _doctype
    return parser


def _parse(parser: expat.XMLParserType, content: bytes) -> None:
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError):  # the second: letters that nobody knows
        raise Refused(DAMAGED) from None


def _doctype(*_told: object) -> None:
    """No workbook has one; entities could make a gigabyte of a line."""
    raise Refused(ODD)


class _Sheet:
    """Where the cells of one part lie."""

    def __init__(self, part: str, count: Count, parser: expat.XMLParserType) -> None:
        self._part = part
        self._parser = parser
        self._count = count
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._letters = 0
        self._merged = 0
        self._marks = Marks()

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            self._cell(attributes)
        elif tag == "f":
            self._mark()
        elif tag == "row":
            # Some programs name the last row there can be; without a cell it takes no room.
            self._row = _number(attributes["r"], self._count.limits) if "r" in attributes else self._row + 1
            self._column = 0
            if attributes.get("hidden") in ("1", "true") and len(self._marks.hidden_rows) < _MOST_MARKS:
                self._marks.hidden_rows.add(self._row - 1)
        elif tag == "si":
            self._letters = 0
        elif tag == "mergeCell":
            self._merged += 1
            if self._merged > _MOST_MERGED:
                raise Refused(LARGE, part=self._part)
        elif tag == "sst":
            # Text is wanted of shared strings alone: a call for each cell would double the time.
            self._parser.CharacterDataHandler = self._text

    def _text(self, text: str) -> None:
        """Characters of a shared text."""
        self._letters += len(text)
        if self._letters > self._count.longest:
            self._count.longest = self._letters

    def end(self) -> None:
        """The part ends."""
        self._count.ends(self._last_row, self._last_column, self._part)
        if self._marks.computed or self._marks.hidden_rows:
            self._count.marks[self._part] = self._marks

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        self._column = column_of(reference, self._count.limits) or self._column + 1
        self._row = _row(reference, self._count.limits) or self._row
        self._count.one_more(1, self._part, reference)
        self._count.reached(self._row, self._column, self._part, _short(reference))
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        kind = attributes.get("t")
        if kind == "s":
            self._count.shared += 1
        elif kind == "e":
            self._mark()

    def _mark(self) -> None:
        if len(self._marks.computed) < _MOST_MARKS:
            self._marks.computed.add((self._row - 1, self._column - 1))


class _Tables:
    """Where the cells of an OpenDocument lie."""

    def __init__(self, count: Count) -> None:
        self._count = count
        self._name = ""
        self._row = self._last_row = self._last_column = 0
        self._repeated = 1
        self._column = self._filled = 0
        self._across = 1
        self._marks = Marks()
        self._in_row = self._in_cell = False
        self._is_hidden = False
        self._is_filled = False

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        match name:
            case "table:table":
                self._name = attributes.get("table:name", "")
                self._row = self._last_row = self._last_column = 0
                self._marks = Marks()
            case "table:table-row":
                self._repeated = _repeats(attributes.get("table:number-rows-repeated"))
                self._is_hidden = attributes.get("table:visibility", "visible") != "visible"
                self._in_row, self._column, self._filled = True, 0, 0
            case "table:table-cell" | "table:covered-table-cell" if self._in_row:
                self._across = _repeats(attributes.get("table:number-columns-repeated"))
                self._in_cell = True
                self._is_filled = "office:value-type" in attributes or "table:formula" in attributes
                if "table:formula" in attributes and len(self._marks.computed) < _MOST_MARKS:
                    self._marks.computed.add((self._row, self._column))
            case "text:p" if self._in_cell:
                self._is_filled = True
            case "text:s" if _repeats(attributes.get("text:c")) > _MOST_BLANKS:
                raise Refused(ODD, part=self._name)

    def ends(self, name: str) -> None:
        """An element ends."""
        match name:
            case "table:table":
                self._count.ends(self._last_row, self._last_column, self._name)
                self._count.marks.setdefault(self._name, self._marks)
            case "table:table-row" if self._in_row:
                self._end_row()
            case "table:table-cell" | "table:covered-table-cell" if self._in_cell:
                self._column += self._across
                self._in_cell = False
                if self._is_filled:
                    self._filled = self._column

    def _end_row(self) -> None:
        self._in_row = False
        last = self._row + self._repeated
        if self._filled:
            cell = f"{column_letters(self._filled)}{last}"
            self._count.reached(last, self._filled, self._name, cell)
            self._count.one_more(self._filled * self._repeated, self._name, cell)
            self._last_row = last
            self._last_column = max(self._last_column, self._filled)
            if self._is_hidden:
                self._marks.hidden_rows.update(range(self._row, last))
        self._row = last


def _repeats(text: str | None) -> int:
    if text is None:
        return 1
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 12 else 10**12


def column_letters(column: int) -> str:
    """28 is AB."""
    found = ""
    while column > 0 and len(found) < 4:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def column_of(reference: str, limits: Limits) -> int:
    """The column of "AB12", 28; 0 when it names none."""
    found = 0
    for letter in reference:
        if "A" <= letter <= "Z":
            found = found * 26 + ord(letter) - 64
        elif "a" <= letter <= "z":
            found = found * 26 + ord(letter) - 96
        else:
            break
        if found > limits.columns:
            return limits.columns + 1
    return found


def _row(reference: str, limits: Limits) -> int:
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$")
    return _number(digits, limits) if digits else 0


def _number(text: str, limits: Limits) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else limits.rows + 1


def _short(reference: str) -> str:
    return reference if reference.isascii() and reference.isalnum() and len(reference) < 12 else ""
