"""Bars below each other: how many give each sort of answer, or how much each of them says; for paper and window.

What nobody said has no bar and says so: it is no bar of length nought.
"""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String

from pug_desktop.reports import fonts
from pug_desktop.reports.drawing import line_of_text, qt_svg
from pug_desktop.reports.heatmap import NAME_INK
from pug_desktop.reports.ink import BLUE, GREY, PALE_LINE
from pug_desktop.reports.papers import ChartBar
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.words import fitting

_NAME, _TEXT = 0.42, 0.2
"""Shares of the width for the names and for what stands at the end of a bar."""


def chart_drawing(bars: Sequence[ChartBar], *, width: float, size: float = 8.0, rows: int = 1) -> Drawing:
    """The bars, as high as `rows` of them at least; everything follows from the size of the letters and the width."""
    row = size * 1.9
    height = row * max(rows, len(bars))
    drawing = Drawing(width, height)
    left, room = width * _NAME, width * (1 - _NAME - _TEXT)
    parts: list[Rect | String | Line] = [
        Line(left, height - row * len(bars), left, height, strokeColor=PALE_LINE, strokeWidth=0.6)
    ]
    for number, bar in enumerate(bars):
        bottom = height - (number + 1) * row
        base = bottom + row / 2 - size * 0.36
        name = fitting(one_line(bar.name), fonts.TEXT, size, left - size)
        parts.append(line_of_text(left - size * 0.5, base, name, size, NAME_INK, anchor="end"))
        end = left
        if bar.share:
            long = room * min(max(bar.share, 0.0), 1.0)
            ink = PALE_LINE if bar.pale else BLUE
            parts.append(Rect(left, bottom + row * 0.2, long, row * 0.6, fillColor=ink, strokeColor=None))
            end += long
        text = fitting(one_line(bar.text), fonts.TEXT, size, width - end - size * 0.5)
        ink = GREY if bar.share is None else NAME_INK
        parts.append(line_of_text(end + size * 0.5, base, text, size, ink))
    drawing.add(Group(*parts))
    return drawing


def chart_svg(bars: Sequence[ChartBar], *, width: float, size: float) -> str:
    """The same drawing for the window."""
    return qt_svg(chart_drawing(bars, width=width, size=size))
