"""The heat map: offices or kabupaten/kota down, prerequisites across; one drawing for paper and window.

A cell says its number as well, so that a black-and-white copy loses nothing. A row of which nothing came says so: it
is never a row of zeros.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import Color, HexColor, white
from reportlab.platypus import Flowable

from pug_desktop.reports import fonts
from pug_desktop.reports.drawing import line_of_text, qt_svg
from pug_desktop.reports.ink import GREY, HEAD, PALE_LINE, tint
from pug_desktop.reports.marks import marked
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.radar import percent_words
from pug_desktop.reports.words import fitting

NOTHING = "belum ada data"
"""Stands in a row of which nothing came."""

_DARK = HexColor(0x1A1A1A)
"""On the cells; names and headings have another black, which the window exchanges for its own text colour."""
NAME_INK = HexColor(0x000001)

_SMALLEST_MAP = 10
"""Rows that a page must have room for before a map begins on it."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: how full its colour is, and what stands in it ("" is the share in per cent)."""

    share: float | None
    text: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row; no cells when nothing came. `after` are further columns, as words."""

    name: str
    cells: tuple[HeatCell, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The whole map: what the rows are, the codes of the columns, the headings of those after them."""

    head: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    after: tuple[str, ...] = ()
    nothing: str = NOTHING
    """What stands in a row of which nothing came."""
    letters: float = 4.6
    """Width of a cell in letters."""


@dataclass(frozen=True, slots=True)
class HeatShape:
    """Where everything stands, in points (or pixels) from the top left corner."""

    width: float
    size: float
    columns: int
    after: int = 0
    letters: float = 4.6

    @property
    def row(self) -> float:
        """Height of a row and of the heading."""
        return self.size * 1.9

    @property
    def cell(self) -> float:
        """Width of a cell."""
        return self.size * self.letters

    @property
    def beside(self) -> float:
        """Width of a column after the cells."""
        return self.size * 7.4

    @property
    def name(self) -> float:
        """Width of the names: what the others leave."""
        return self.width - self.columns * self.cell - self.after * self.beside

    def height(self, rows: int) -> float:
        """Of the heading and so many rows."""
        return (rows + 1) * self.row

    def at(self, row: int, column: int) -> tuple[float, float, float, float]:
        """Left, top, width and height of a cell."""
        return self.name + column * self.cell, (row + 1) * self.row, self.cell, self.row

    def find(self, x: float, y: float) -> tuple[int, int | None] | None:
        """The row at a point and the column, None beside the cells; None in the heading."""
        row = int(y // self.row) - 1
        if row < 0:
            return None
        column = int((x - self.name) // self.cell)
        return row, column if 0 <= column < self.columns else None


def shape_of(heat: HeatMap, *, width: float, size: float) -> HeatShape:
    """Where everything of a map stands when it is that wide, with letters of that size."""
    return HeatShape(width, size, len(heat.columns), len(heat.after), heat.letters)


def heatmap_drawing(
    heat: HeatMap,
    *,
    width: float,
    size: float = 8.0,
    rows: Sequence[HeatRow] | None = None,
    full: str | None = None,
) -> Drawing:
    """The map, or a part of its rows with the heading.

    Args:
        heat: what is shown.
        width: in points.
        size: of the letters, in points; everything else follows.
        rows: those of a page; all of them when None.
        full: the colour of a full cell as "#rrggbb"; None is that of the papers.
    """
    shown = heat.rows if rows is None else rows
    shape = shape_of(heat, width=width, size=size)
    height = shape.height(len(shown))
    drawing = Drawing(width, height)
    pen = _Pen(shape, height, HexColor(full) if full else tint(1.0))
    everything = Group(*pen.heading(heat))
    for number, row in enumerate(shown):
        for part in pen.row(number, row, heat.nothing):
            everything.add(part)
    drawing.add(everything)
    return drawing


def heatmap_svg(heat: HeatMap, *, width: float, size: float, full: str | None = None) -> str:
    """The same drawing for the window."""
    return qt_svg(heatmap_drawing(heat, width=width, size=size, full=full))


class HeatTable(Flowable):
    """The map on paper: goes on on the next page under its heading."""

    def __init__(self, heat: HeatMap, width: float, size: float = 8.0, rows: Sequence[HeatRow] | None = None) -> None:
        super().__init__()
        self._heat, self._width, self._size = heat, width, size
        self._rows = heat.rows if rows is None else rows
        self._shape = shape_of(heat, width=width, size=size)
        self.hAlign = "LEFT"
        self.spaceBefore, self.spaceAfter = 2, 6

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size with all rows."""
        return self._width, self._shape.height(len(self._rows))

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The rows that fit, and the others; nothing when too few would stand alone."""
        fit = int(available_height // self._shape.row) - 1
        if fit < min(_SMALLEST_MAP, len(self._rows)):
            return []
        parts = (self._rows[:fit], self._rows[fit:])
        return [HeatTable(self._heat, self._width, self._size, part) for part in parts if part]

    def draw(self) -> None:
        """reportlab: draw it on the page."""
        drawing = heatmap_drawing(self._heat, width=self._width, size=self._size, rows=self._rows)
        renderPDF.draw(drawing, self.canv, 0, 0, showBoundary=False)


class _Pen:
    """Draws from the top; reportlab counts from the bottom."""

    def __init__(self, shape: HeatShape, height: float, full: Color) -> None:
        self._shape, self._height, self._full = shape, height, full

    def heading(self, heat: HeatMap) -> list[Rect | String | Line]:
        shape = self._shape
        names = [(shape.name + (number + 0.5) * shape.cell, each) for number, each in enumerate(heat.columns)]
        right = shape.name + len(heat.columns) * shape.cell
        names += [(right + (number + 0.5) * shape.beside, each) for number, each in enumerate(heat.after)]
        return [
            Rect(0, self._height - shape.row, shape.width, shape.row, fillColor=HEAD, strokeColor=None),
            self._text(shape.size * 0.5, 0, heat.head, shape.name - shape.size, bold=True),
            *(self._text(x, 0, each, shape.beside, anchor="middle", bold=True) for x, each in names),
        ]

    def row(self, number: int, row: HeatRow, nothing: str) -> list[Rect | String | Line]:
        shape, line = self._shape, number + 1
        bottom = self._height - (line + 1) * shape.row
        made: list[Rect | String | Line] = [
            self._text(shape.size * 0.5, line, row.name, shape.name - shape.size),
        ]
        if row.cells:
            for column, cell in enumerate(row.cells[: shape.columns]):
                made += self._cell(column, line, bottom, cell)
        elif shape.columns:
            left = shape.name + shape.columns * shape.cell / 2
            made.append(self._text(left, line, nothing, shape.columns * shape.cell, anchor="middle", color=GREY))
        right = shape.name + shape.columns * shape.cell
        for place, words in enumerate(row.after[: shape.after]):
            x = right + (place + 0.5) * shape.beside
            made.append(self._text(x, line, words, shape.beside - shape.size * 0.5, anchor="middle"))
        made.append(Line(0, bottom, shape.width, bottom, strokeColor=PALE_LINE, strokeWidth=0.4))
        return made

    def _cell(self, column: int, line: int, bottom: float, cell: HeatCell) -> list[Rect | String | Line]:
        shape = self._shape
        left = shape.name + column * shape.cell
        color = white if cell.share is None else _between_white_and(self._full, cell.share)
        words = marked(cell.text or percent_words(cell.share), cell.open)
        box = Rect(left, bottom, shape.cell, shape.row, fillColor=color, strokeColor=PALE_LINE, strokeWidth=0.4)
        middle = left + shape.cell / 2
        return [box, self._text(middle, line, words, shape.cell, anchor="middle", color=_DARK)]

    def _text(
        self,
        x: float,
        line: int,
        words: str,
        width: float,
        *,
        anchor: str = "start",
        bold: bool = False,
        color: Color = NAME_INK,
    ) -> String:
        size = self._shape.size
        base = self._height - line * self._shape.row - self._shape.row / 2 - size * 0.36
        shown = fitting(one_line(words), fonts.BOLD if bold else fonts.TEXT, size, width)
        return line_of_text(x, base, shown, size, color, anchor=anchor, bold=bold)


def _between_white_and(full: Color, share: float) -> Color:
    part = min(max(share, 0.0), 1.0)
    return Color(*(1 - part * (1 - each) for each in (full.red, full.green, full.blue)))
