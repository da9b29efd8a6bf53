"""The radar of the seven prerequisites: one drawing for the papers and, as SVG, for the window."""

import math
from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, String
from reportlab.lib.colors import HexColor, black, white

from pug_desktop.domain.dates import whole_percent
from pug_desktop.reports import fonts
from pug_desktop.reports.drawing import line_of_text, qt_svg
from pug_desktop.reports.ink import BLUE, GREY, PALE_LINE, tint
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.words import fitting

_RINGS = (25, 50, 75, 100)

# The outermost ring needs no number: the labels begin there.
_NUMBERED = (25, 50, 75)
_SIZE = 8.0
_LINE = 9.6

# Points; the labels stand in the border around the rings.
_WIDTH = 300.0
_HEIGHT = 250.0
_RADIUS = 82.0

# A label is broken into lines of this many characters; what is still too wide is cut.
_LABEL_LENGTH = 17
_LABEL_WIDTH = 95.0


def radar_drawing(labels: Sequence[str], shares: Sequence[float | None], *, width: float = _WIDTH) -> Drawing:
    """A spoke for each label, clockwise from the top, with its share (0.0 to 1.0) in per cent.

    A share of None has a hollow mark in the middle and "belum ada" for a number. `width` is in points; the height
    follows from it.
    """
    drawing = Drawing(_WIDTH, _HEIGHT)
    chart = Group(*_rings(len(labels)), *_area(shares), *_labels(labels, shares))
    drawing.add(chart)
    if width != _WIDTH:
        drawing.scale(width / _WIDTH, width / _WIDTH)
        drawing.width, drawing.height = width, _HEIGHT * width / _WIDTH
    return drawing


def percent_words(share: float | None) -> str:
    """A share as a whole per cent, a half rounded up; "–" of nothing."""
    return "–" if share is None else f"{whole_percent(share)} %"


def radar_svg(labels: Sequence[str], shares: Sequence[float | None]) -> str:
    """The same drawing as an SVG that QSvgRenderer paints right.

    The fonts of `resources/fonts` should be registered with QFontDatabase; without them another stands in.
    """
    return qt_svg(radar_drawing(labels, shares))


def _point(index: int, count: int, distance: float) -> tuple[float, float]:
    angle = math.pi / 2 - 2 * math.pi * index / count
    return _WIDTH / 2 + distance * math.cos(angle), _HEIGHT / 2 + distance * math.sin(angle)


def _ring(count: int, distance: float) -> list[float]:
    return [value for index in range(count) for value in _point(index, count, distance)]


def _rings(count: int) -> list[Polygon | Line | String]:
    if not count:
        return []
    made: list[Polygon | Line | String] = []
    for percent in reversed(_RINGS):
        ring = Polygon(_ring(count, _RADIUS * percent / 100), fillColor=white, strokeColor=PALE_LINE, strokeWidth=0.5)
        made.append(ring)
    for index in range(count):
        line = Line(*_point(index, count, 0), *_point(index, count, _RADIUS), strokeColor=PALE_LINE, strokeWidth=0.5)
        made.append(line)
    return made


def _area(shares: Sequence[float | None]) -> list[Polygon | Circle | String]:
    """The shape of the shares, its corners, and the scale on top of it."""
    count = len(shares)
    if not count:
        return []
    corners = [_point(index, count, _RADIUS * min(max(share or 0.0, 0.0), 1.0)) for index, share in enumerate(shares)]
    made: list[Polygon | Circle | String] = []
    if any(shares):
        area = [value for corner in corners for value in corner]
        made.append(Polygon(area, fillColor=tint(0.55), fillOpacity=0.75, strokeColor=BLUE, strokeWidth=1.4))
    for (x, y), share in zip(corners, shares, strict=True):
        made.append(Circle(x, y, 2.2, fillColor=white if share is None else BLUE, strokeColor=BLUE, strokeWidth=0.8))
    for percent in _NUMBERED:
        x, y = _point(0, count, _RADIUS * percent / 100)
        made.append(line_of_text(x + 3, y - 2.2, str(percent), 6, GREY))
    return made


def _labels(labels: Sequence[str], shares: Sequence[float | None]) -> list[String]:
    made = []
    for index, (label, share) in enumerate(zip(labels, shares, strict=True)):
        x, y = _point(index, len(labels), _RADIUS + 9)
        side = x - _WIDTH / 2
        anchor = "middle" if abs(side) < 12 else "start" if side > 0 else "end"
        lines = [fitting(line, fonts.TEXT, _SIZE, _LABEL_WIDTH) for line in _broken(one_line(label))]
        height = (len(lines) + 1) * _LINE
        # Labels above the middle grow upwards, those below downwards, those beside it both ways.
        part = 0.5 + 0.5 * (y - _HEIGHT / 2) / (_RADIUS + 9)
        top = y + part * height
        for number, line in enumerate(lines):
            made.append(line_of_text(x, top - (number + 0.8) * _LINE, line, _SIZE, black, anchor=anchor))
        percent = "belum ada" if share is None else percent_words(share)
        made.append(
            line_of_text(
                x, top - (len(lines) + 0.8) * _LINE, percent, _SIZE, HexColor(0x1F3F60), anchor=anchor, bold=True
            )
        )
    return made


def _broken(label: str) -> list[str]:
    """At most three lines."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LABEL_LENGTH and len(lines) < 3:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
