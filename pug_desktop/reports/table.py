"""Tables with thin grid lines and a heading on every page; a row that would be too high goes on in the next one."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, TypeAlias

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Table, TableStyle

from pug_desktop.reports import fonts, words
from pug_desktop.reports.ink import HEAD, LINE

Cell: TypeAlias = str | Flowable | Sequence[Flowable] | None

Command: TypeAlias = tuple[Any, ...]

# reportlab copies the remaining rows of a table at each page: 20,000 rows in one table take five times as long.
_ROWS_AT_ONCE = 80

# It also measures every row of a table whenever it is asked, though high rows fill a page with two or three.
_ROWS_AT_FIRST = 10

# How many rows go to the next page with what follows the table.
_KEPT_ROWS = 2

_THIN = 0.5
_SIDE = 3

_ALIGN = {"l": "left", "c": "center", "r": "right"}

# No row is higher, so that none outgrows a page (reliability T13). reportlab's own way of breaking a row (splitInRow)
# goes round in circles on some rows.
HIGHEST_ROW = 95 * mm

# A page offers more than this below its head.
_MOST_OF_A_PAGE = 110 * mm

# A heading is a word or two; codes of a form may stand in one.
_LONGEST_HEADING = 40


def grid(
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths_mm: Sequence[float],
    *,
    align: str,
    size: float = 8.5,
    joined: Sequence[tuple[int, int]] = (),
    tints: Mapping[tuple[int, int], Color] | None = None,
    tail: Sequence[Flowable] = (),
) -> Flowable:
    """A table of any length.

    Args:
        headings: one for each column.
        rows: text, or flowables that were made by `words`.
        widths_mm: of the columns.
        align: one letter a column: l, c, r.
        size: of the text, in points.
        joined: pairs of neighbouring columns with one heading and no line between them.
        tints: background of a cell by (column, row), counted from 0 without the heading; for at most 80 low rows.
        tail: what follows on the same page as the last rows, such as the place to sign.
    """
    shape = _Shape(headings, tuple(each * mm for each in widths_mm), align, size, tuple(joined))
    cells = [part for row in rows for part in shape.cells(row)]
    if len(cells) <= _ROWS_AT_ONCE and not tail:
        return shape.table(cells, tints)
    return _Rows(shape, cells, tuple(tail))


class _Shape:
    """What all parts of one table share."""

    def __init__(
        self,
        headings: Sequence[str],
        widths: tuple[float, ...],
        align: str,
        size: float,
        joined: tuple[tuple[int, int], ...],
    ) -> None:
        heading = words.style(size, font=fonts.BOLD, align="center")
        self._headings = [words.paragraph(words.cut(each, _LONGEST_HEADING), heading) for each in headings]
        self._styles = [words.style(size, align=_ALIGN[each]) for each in align]
        self._widths = widths
        self._joined = joined

    def cells(self, row: Sequence[Cell]) -> list[list[Any]]:
        """The row, and where it would be too high, the rows in which it goes on."""
        columns = [
            self._parts(cell, style, width - 2 * _SIDE)
            for cell, style, width in zip(row, self._styles, self._widths, strict=True)
        ]
        return [list(part) for part in zip_longest(*columns, fillvalue="")]

    def _parts(self, cell: Cell, style: ParagraphStyle, width: float) -> list[Any]:
        if not cell:
            return [""]
        if isinstance(cell, str):
            if words.is_surely_lower(cell, style, width, HIGHEST_ROW):
                return [words.paragraph(cell, style)]
            return words.pieces(words.short_paragraphs(cell, style), width, HIGHEST_ROW)
        return words.pieces([cell] if isinstance(cell, Flowable) else cell, width, HIGHEST_ROW)

    def table(self, cells: Sequence[list[Any]], tints: Mapping[tuple[int, int], Color] | None = None) -> Table:
        style = TableStyle(
            [
                *_lines(len(self._widths), self._joined),
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("BACKGROUND", (0, 0), (-1, 0), HEAD),
                ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
                ("VALIGN", (0, 1), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
                ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
                *(
                    ("BACKGROUND", (column, row + 1), (column, row + 1), color)
                    for (column, row), color in (tints or {}).items()
                ),
            ]
        )
        return Table(
            [self._headings, *cells],
            colWidths=self._widths,
            style=style,
            repeatRows=1,
            hAlign="LEFT",
            spaceBefore=2,
            spaceAfter=6,
        )


def _lines(columns: int, joined: Sequence[tuple[int, int]]) -> list[Command]:
    """The grid; joined columns share their heading and have no line between them."""
    inner = [column for column in range(columns) if column not in {right for _, right in joined}]
    return [
        ("LINEABOVE", (0, 0), (-1, 0), _THIN, LINE),
        ("LINEBELOW", (0, 0), (-1, -1), _THIN, LINE),
        ("LINEAFTER", (-1, 0), (-1, -1), _THIN, LINE),
        *(("LINEBEFORE", (column, 0), (column, -1), _THIN, LINE) for column in inner),
        *(("SPAN", (left, 0), (right, 0)) for left, right in joined),
    ]


class _Rows(Flowable):
    """A long table, cut into pages from a few rows at a time, and what must stand below its last rows."""

    def __init__(self, shape: _Shape, cells: list[list[Any]], tail: tuple[Flowable, ...]) -> None:
        super().__init__()
        self._shape = shape
        self._cells = cells
        self._tail = tail
        self._placed: list[tuple[Flowable, float]] = []
        self.spaceBefore = 2
        self.spaceAfter = 6

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size; more rows than fit on any page are as high as to be split in any case."""
        if len(self._cells) > _ROWS_AT_ONCE or self._first(available_width, available_height)[1] > available_height:
            return available_width, available_height + 1
        parts = (self._shape.table(self._cells), *self._tail)
        self._placed = [(part, float(part.wrapOn(self.canv, available_width, available_height)[1])) for part in parts]
        return available_width, sum(height for _, height in self._placed)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The rows that fit, and the others with the tail."""
        table, height, count = self._first(available_width, available_height)
        if len(self._cells) <= count and height <= available_height:
            return self._split_before_tail(table, available_height)
        parts = table.split(available_width, available_height)
        if len(parts) < 2:
            return []
        cells = [list(row) for row in parts[1]._cellvalues[1:]] + self._cells[count:]
        return [parts[0], _Rows(self._shape, cells, self._tail)]

    def _first(self, available_width: float, available_height: float) -> tuple[Table, float, int]:
        """The first rows, more than fit where there are more, with their height and number."""
        count = _ROWS_AT_FIRST
        while True:
            table = self._shape.table(self._cells[:count])
            height = float(table.wrap(available_width, available_height)[1])
            if height > available_height or count >= min(len(self._cells), _ROWS_AT_ONCE):
                return table, height, count
            count *= 2

    def draw(self) -> None:
        """Table and tail, one below the other."""
        y = sum(height for _, height in self._placed)
        for part, height in self._placed:
            y -= height
            part.drawOn(self.canv, 0, y)

    def _split_before_tail(self, table: Table, available_height: float) -> list[Flowable]:
        """The table would fit, but not what must follow it: the last rows go along to the next page."""
        if len(self._cells) > _KEPT_ROWS:
            first = self._shape.table(self._cells[:-_KEPT_ROWS])
            return [first, PageBreak(), _Rows(self._shape, self._cells[-_KEPT_ROWS:], self._tail)]
        # On a fresh page there is no more room to be had.
        return [table, *self._tail] if available_height >= _MOST_OF_A_PAGE else []
