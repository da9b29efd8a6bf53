"""Long lists of plain text, drawn straight on the page: a third of what reportlab's own tables take.

Looks like `table.grid`, and breaks as it does: the heading stands on every page, a row that would be too high goes on
in the next one, and what follows the list stays with its last rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

from pug_desktop.reports import fonts, words
from pug_desktop.reports.ink import HEAD, LINE
from pug_desktop.reports.table import HIGHEST_ROW

_THIN = 0.5
_SIDE = 3
_ABOVE, _BELOW = 2.5, 3.5

# As in `table`: so many rows go to the next page with what follows, unless the page is a fresh one.
_KEPT_ROWS = 2
_MOST_OF_A_PAGE = 110 * mm


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its cells broken into lines, and how high it is."""

    cells: tuple[tuple[str, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all parts of one list share."""

    heading: _Row
    widths: tuple[float, ...]
    align: str
    size: float
    joined: frozenset[int]
    """The columns that have no line, and no heading of their own, at their left."""

    @property
    def leading(self) -> float:
        return _leading(self.size)


def plain_rows(
    headings: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    widths_mm: Sequence[float],
    *,
    align: str,
    size: float = 8.5,
    least_mm: float = 0,
    joined: Sequence[tuple[int, int]] = (),
    tail: Sequence[Flowable] = (),
) -> Flowable:
    """A list of any length.

    Args:
        headings: one for each column.
        rows: text as it was typed; it is cleaned here.
        widths_mm: of the columns.
        align: one letter a column: l, c.
        size: of the text, in points.
        least_mm: no row is lower.
        joined: pairs of neighbouring columns with one heading and no line between them.
        tail: what follows on the same page as the last rows, such as the place to sign.
    """
    widths = tuple(each * mm for each in widths_mm)
    right = {second for _, second in joined}
    shared = {first: widths[first] + widths[second] for first, second in joined}
    heading = tuple(
        () if column in right else tuple(words.broken(text, fonts.BOLD, size, shared.get(column, width) - 2 * _SIDE))
        for column, (text, width) in enumerate(zip(headings, widths, strict=True))
    )
    plan = _Plan(_Row(heading, _height(heading, size)), widths, align, size, frozenset(right))
    parts = [part for row in rows for part in _parts(row, widths, size, least_mm * mm)]
    return _Rows(plan, parts, tuple(tail))


def _leading(size: float) -> float:
    return round(size * 1.28, 2)


def _height(cells: Sequence[Sequence[str]], size: float, least: float = 0) -> float:
    return max(max(map(len, cells), default=0) * _leading(size) + _ABOVE + _BELOW, least)


def _parts(row: Sequence[str | None], widths: Sequence[float], size: float, least: float) -> list[_Row]:
    """The row, and where it would be too high, the rows in which it goes on."""
    most = int(HIGHEST_ROW / _leading(size))
    columns = []
    for text, width in zip(row, widths, strict=True):
        lines = words.broken(text, fonts.TEXT, size, width - 2 * _SIDE)
        columns.append([tuple(lines[at : at + most]) for at in range(0, len(lines), most)] or [()])
    parts = list(zip_longest(*columns, fillvalue=()))
    return [_Row(cells, _height(cells, size, least)) for cells in parts]


class _Rows(Flowable):
    """Some rows below the heading, and what must stand below the last of them."""

    def __init__(self, plan: _Plan, rows: Sequence[_Row], tail: tuple[Flowable, ...]) -> None:
        super().__init__()
        self._plan = plan
        self._rows = rows
        self._tail = tail
        self._placed: list[tuple[Flowable, float]] = []
        self._high = plan.heading.height + sum(row.height for row in rows)
        self.spaceBefore = 2
        self.spaceAfter = 6

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size, tail included."""
        self._placed = []
        if self._high <= available_height:
            self._placed = [
                (part, float(part.wrapOn(self.canv, available_width, available_height)[1])) for part in self._tail
            ]
        return available_width, self._high + sum(height for _, height in self._placed)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The rows that fit, and the others with the tail."""
        if self._high <= available_height:
            return self._split_before_tail(available_height)
        left, count = available_height - self._plan.heading.height, 0
        while left >= self._rows[count].height:
            left -= self._rows[count].height
            count += 1
        if not count:
            return []
        return [self._some(self._rows[:count]), _Rows(self._plan, self._rows[count:], self._tail)]

    def _split_before_tail(self, available_height: float) -> list[Flowable]:
        """The rows would fit, but not what must follow them: the last ones go along to the next page."""
        if len(self._rows) > _KEPT_ROWS:
            last = _Rows(self._plan, self._rows[-_KEPT_ROWS:], self._tail)
            return [self._some(self._rows[:-_KEPT_ROWS]), PageBreak(), last]
        # On a fresh page there is no more room to be had.
        return [self._some(self._rows), *self._tail] if available_height >= _MOST_OF_A_PAGE else []

    def _some(self, rows: Sequence[_Row]) -> "_Rows":
        return _Rows(self._plan, rows, ())

    def draw(self) -> None:
        """Lines, heading, rows, and the tail below them."""
        top = self._high + sum(height for _, height in self._placed)
        self._draw_lines(top)
        canvas: Canvas = self.canv
        canvas.setFillColor(black)
        self._draw_row(canvas, self._plan.heading, top, fonts.BOLD)
        y = top - self._plan.heading.height
        for row in self._rows:
            self._draw_row(canvas, row, y, fonts.TEXT)
            y -= row.height
        for part, height in self._placed:
            y -= height
            part.drawOn(canvas, 0, y)

    def _draw_lines(self, top: float) -> None:
        plan, canvas = self._plan, self.canv
        whole, head = sum(plan.widths), plan.heading.height
        canvas.setFillColor(HEAD)
        canvas.rect(0, top - head, whole, head, stroke=0, fill=1)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(_THIN)
        lines: list[tuple[float, float, float, float]] = [(0, top, whole, top)]
        y = top
        for row in (plan.heading, *self._rows):
            y -= row.height
            lines.append((0, y, whole, y))
        x = 0.0
        for column, width in enumerate(plan.widths):
            if column not in plan.joined:
                lines.append((x, top, x, y))
            x += width
        canvas.lines([*lines, (whole, top, whole, y)])

    def _draw_row(self, canvas: Canvas, row: _Row, top: float, font: str) -> None:
        plan = self._plan
        heading = font == fonts.BOLD
        x = 0.0
        for column, (lines, width) in enumerate(zip(row.cells, plan.widths, strict=True)):
            free = row.height - _ABOVE - _BELOW - len(lines) * plan.leading if heading else 0
            y = top - _ABOVE - free / 2 - plan.size
            shared = plan.widths[column + 1] if heading and column + 1 in plan.joined else 0
            for line in lines:
                at = x + _SIDE
                if heading or plan.align[column] == "c":
                    at = x + (width + shared - words.line_width(line, font, plan.size)) / 2
                words.draw_plain(canvas, (at, y), line, font, plan.size)
                y -= plan.leading
            x += width
