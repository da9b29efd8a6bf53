"""The fonts of the papers, and which of them has a glyph. Importing this makes them known to reportlab.

Liberation Sans has the widths of Arial, which most offices' rules ask for; DejaVu Sans steps in for what it lacks.
"""

import re
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from pug_desktop.paths import RESOURCES

TEXT = "Naskah"
BOLD = "Naskah-Bold"
ITALIC = "Naskah-Italic"
BOLD_ITALIC = "Naskah-BoldItalic"
_SYMBOLS = "Simbol"
_SYMBOLS_BOLD = "Simbol-Bold"

NO_GLYPH = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no font here has; DejaVu Sans has it."""

_FILES = {
    TEXT: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    BOLD_ITALIC: "LiberationSans-BoldItalic.ttf",
    _SYMBOLS: "DejaVuSans.ttf",
    _SYMBOLS_BOLD: "DejaVuSans-Bold.ttf",
}

_FALLBACK = {TEXT: _SYMBOLS, ITALIC: _SYMBOLS, BOLD: _SYMBOLS_BOLD, BOLD_ITALIC: _SYMBOLS_BOLD}

QT_FAMILIES = {name: "DejaVu Sans" if name in _FALLBACK.values() else "Liberation Sans" for name in _FILES}
"""The family that Qt knows each by, once the same files are registered with it."""


def _readable_everywhere() -> None:
    """Let readers copy and search what lies beyond U+FFFF, such as emoji.

    reportlab writes such a character into the table for readers with five digits, where UTF-16 is asked for: the whole
    table is damaged then, and other letters of the page cannot be found either.
    """
    written = ttfonts.makeToUnicodeCMap

    def in_utf16(fontname: str, subset: list[int]) -> str:
        return re.sub(r"(?<=> <)[0-9A-F]{5,6}(?=>)", _utf16, written(fontname, subset))

    ttfonts.makeToUnicodeCMap = in_utf16


def _utf16(found: re.Match[str]) -> str:
    return chr(int(found[0], 16)).encode("utf-16-be").hex().upper()


def _register() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / file))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    for symbols in (_SYMBOLS, _SYMBOLS_BOLD):
        pdfmetrics.registerFontFamily(
            symbols, normal=symbols, bold=_SYMBOLS_BOLD, italic=symbols, boldItalic=_SYMBOLS_BOLD
        )


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """The text cut into (font, part): each part can be drawn with its font.

    A character that none has becomes NO_GLYPH.
    """
    if text.isascii():
        return [(font, text)] if text else []
    shown = [(_font_for(each, font), each) for each in text]
    return [
        (name or _FALLBACK[font], "".join(each for _, each in part) if name else NO_GLYPH * len(list(part)))
        for name, part in ((name, list(part)) for name, part in groupby(shown, key=lambda pair: pair[0]))
    ]


def whole(text: str, font: str) -> str:
    """The font that can draw the text as one piece: `font`, or the one that steps in for it."""
    return font if all(name == font for name, _ in runs(text, font)) else _FALLBACK[font]


def width(text: str, font: str, size: float) -> float:
    """How wide the text is, in points."""
    return float(sum(pdfmetrics.stringWidth(part, name, size) for name, part in runs(text, font)))


def _font_for(character: str, font: str) -> str | None:
    if character.isspace() or ord(character) in _glyphs(font):
        return font
    fallback = _FALLBACK[font]
    return fallback if ord(character) in _glyphs(fallback) else None


@cache
def _glyphs(font: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


# reportlab keeps its fonts in a table of the process; nothing here can be used before they are in it.
_register()
_readable_everywhere()
