"""What all charts share: one line of text in a font that has its letters, and the SVG that the window paints."""

import re

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, String
from reportlab.lib.colors import Color

from pug_desktop.reports import fonts

# Every drawing names this font once, used or not, and the paper would ask the printer for it.
STATE_DEFAULTS["fontName"] = fonts.TEXT


def line_of_text(
    x: float, y: float, text: str, size: float, color: Color, *, anchor: str = "start", bold: bool = False
) -> String:
    """One line of text in the one font that has the most of it."""
    font = fonts.whole(text, fonts.BOLD if bold else fonts.TEXT)
    return String(x, y, text, fontName=font, fontSize=size, fillColor=color, textAnchor=anchor)


def qt_svg(drawing: Drawing) -> str:
    """The drawing as an SVG that QSvgRenderer paints right.

    The fonts of `resources/fonts` should be registered with QFontDatabase; without them another stands in.
    """
    svg: str = renderSVG.drawToString(drawing)
    # Three repairs (performance 6): QtSvg paints the rectangle of a clip path, reads Python's None as black, and
    # knows fonts by family and weight.
    svg = re.sub(r"<clipPath.*?</clipPath>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"clip-path:\s*url\(#clip\);?", "", svg)
    svg = svg.replace("fill: None", "fill: none").replace("stroke: None", "stroke: none")
    return re.sub(r"font-family:\s*([\w-]+)", _qt_font, svg)


def _qt_font(found: re.Match[str]) -> str:
    name = found[1]
    family = fonts.QT_FAMILIES.get(name, "Liberation Sans")
    weight = "; font-weight: bold" if name.endswith("Bold") else ""
    # Of a list of families QtSvg knows none.
    return f"font-family: '{family}'{weight}"
