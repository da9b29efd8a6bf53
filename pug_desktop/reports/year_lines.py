"""Completeness over the years: a thick line of all prerequisites together, a thin one of each, named at its end."""

import math
from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, PolyLine, String
from reportlab.lib.colors import HexColor, white

from pug_desktop.reports.drawing import line_of_text, qt_svg
from pug_desktop.reports.ink import BLUE, GREY, PALE_LINE
from pug_desktop.reports.papers import YearShares
from pug_desktop.reports.radar import percent_words

_SCALE = (0, 25, 50, 75, 100)
_LEFT, _RIGHT, _BOTTOM, _TOP = 26.0, 34.0, 18.0, 14.0
_SIZE = 7.5
_YEAR_WIDTH = 2.9 * _SIZE
_THIN = HexColor(0x93A9BF)
_MOST_YEARS = 12
"""More do not fit beside each other; the latest are shown."""


def year_lines_drawing(
    years: Sequence[YearShares], codes: Sequence[str], *, width: float, height: float = 150
) -> Drawing:
    """The lines; a year of which nothing is here leaves a gap, it is no zero.

    Args:
        years: oldest first.
        codes: of the prerequisites, in the order of their shares.
        width: in points.
        height: in points.
    """
    drawing = Drawing(width, height)
    shown = years[-_MOST_YEARS:]
    if not shown:
        return drawing
    paper = _Paper(width, height, len(shown))
    everything = Group(*paper.scale([each.year for each in shown]))
    ends: list[tuple[float, str]] = []
    for number, code in enumerate(codes):
        line = [each.shares[number] if number < len(each.shares) else None for each in shown]
        for part in paper.line(line, thick=False):
            everything.add(part)
        if line[-1] is not None:
            ends.append((line[-1], code))
    for part in (*paper.line([each.total for each in shown], thick=True), *paper.names(ends)):
        everything.add(part)
    drawing.add(everything)
    return drawing


def year_lines_svg(years: Sequence[YearShares], codes: Sequence[str], *, width: float, height: float) -> str:
    """The same drawing for the window."""
    return qt_svg(year_lines_drawing(years, codes, width=width, height=height))


class _Paper:
    def __init__(self, width: float, height: float, years: int) -> None:
        self._right, self._top = width - _RIGHT, height - _TOP
        self._step = (self._right - _LEFT - 24) / max(1, years - 1)
        # A single year stands in the middle.
        self._first = _LEFT + 12 if years > 1 else (_LEFT + self._right) / 2

    def _x(self, number: int) -> float:
        return self._first + number * self._step

    def _y(self, share: float) -> float:
        return _BOTTOM + (self._top - _BOTTOM) * min(max(share, 0.0), 1.0)

    def scale(self, years: Sequence[int]) -> list[Line | String]:
        """The lines of the per cents, and the years below."""
        made: list[Line | String] = []
        for percent in _SCALE:
            y = self._y(percent / 100)
            made.append(Line(_LEFT, y, self._right, y, strokeColor=PALE_LINE, strokeWidth=0.4))
            made.append(line_of_text(_LEFT - 4, y - 2.5, str(percent), _SIZE - 1, GREY, anchor="end"))
        # Where there is no room for every year, each second or third is named, and always the last.
        every = max(1, math.ceil(_YEAR_WIDTH / self._step)) if len(years) > 1 else 1
        for number, year in enumerate(years):
            if (len(years) - 1 - number) % every:
                continue
            made.append(line_of_text(self._x(number), 4, str(year), _SIZE, GREY, anchor="middle"))
        return made

    def line(self, shares: Sequence[float | None], *, thick: bool) -> list[PolyLine | Circle | String]:
        """The parts of a line between gaps, and its points; the thick one says its numbers."""
        color, weight = (BLUE, 2.2) if thick else (_THIN, 0.8)
        made: list[PolyLine | Circle | String] = []
        run: list[float] = []
        for number, share in enumerate([*shares, None]):
            if share is not None:
                run += [self._x(number), self._y(share)]
                continue
            if len(run) > 2:
                made.append(PolyLine(run, strokeColor=color, strokeWidth=weight))
            run = []
        for number, share in enumerate(shares):
            if share is None:
                continue
            x, y = self._x(number), self._y(share)
            made.append(Circle(x, y, 2.6 if thick else 1.3, fillColor=white if thick else _THIN, strokeColor=color))
            if thick:
                words = percent_words(share)
                above = y + 5.5 if share < 0.9 else y - 11
                made.append(line_of_text(x, above, words, _SIZE + 0.5, HexColor(0x1F3F60), anchor="middle", bold=True))
        return made

    def names(self, ends: Sequence[tuple[float, str]]) -> list[String]:
        """The codes at the ends of their lines, moved apart where several end at one height."""
        made: list[String] = []
        below: float | None = None
        # From the bottom up, each at least one line above the one before; those at the top are pushed down again.
        places: list[float] = []
        for share, _code in sorted(ends):
            y = self._y(share)
            below = y if below is None else max(y, below + _SIZE)
            places.append(below)
        ceiling = self._top + 4
        for number in range(len(places) - 1, -1, -1):
            places[number] = min(places[number], ceiling)
            ceiling = places[number] - _SIZE
        for y, (_share, code) in zip(places, sorted(ends), strict=True):
            made.append(line_of_text(self._right + 8, y - 2.5, code, _SIZE, GREY))
        return made
