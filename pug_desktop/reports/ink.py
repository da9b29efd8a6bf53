"""The colours of the papers: few, and such that a black-and-white copy loses nothing."""

from reportlab.lib.colors import Color, HexColor

GREY = HexColor(0x555555)
"""Small text; dark enough for a worn-out printer."""

LINE = HexColor(0x777777)
"""Grid lines of tables."""

HEAD = HexColor(0xEAEAEA)
"""Behind the headings of tables, and boxes."""

PALE_LINE = HexColor(0xBBBBBB)
"""Rings and axes of charts."""

BLUE = HexColor(0x2F5D8C)
"""What a chart shows."""


def tint(share: float) -> Color:
    """A blue between white (0.0) and one on which black text still reads well (1.0)."""
    part = min(max(share, 0.0), 1.0)
    return Color(1 - 0.46 * part, 1 - 0.27 * part, 1 - 0.08 * part)
