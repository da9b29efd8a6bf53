"""How the window looks: Fusion on the system's palette, one accent colour, an 8 px grid, 11 pt text that scales.

`resources/style.qss` is the style sheet; names like `@accent` in it are filled in from the palette, so that a dark or
high-contrast system keeps its own colours. Widgets ask for a look with a property: `mark(button, "primary")`.
"""

import re
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from pug_desktop.paths import RESOURCES

GRID = 8
"""All distances are multiples of this, in pixels."""

BASE_PT = 11.0
FONT_PERCENTS = (90, 100, 110, 125, 150, 175)

PAPER_FAMILY = "Liberation Sans"

ACCENT = "#0f766e"
"""Calm teal; white on it has a contrast of 5.5 : 1."""
ACCENT_ON_DARK = "#5eead4"


class Colours(NamedTuple):
    """The colours of the window as "#rrggbb"; `good`, `warn` and `bad` only ever stand beside words."""

    window: str
    card: str
    text: str
    muted: str
    border: str
    soft: str
    accent: str
    on_accent: str
    tint: str
    good: str
    warn: str
    bad: str
    bad_tint: str
    warn_tint: str


def colours(palette: QPalette | None = None) -> Colours:
    """The colours that go with the system's palette."""
    palette = palette or QGuiApplication.palette()
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    window = palette.color(QPalette.ColorRole.Window)
    dark = base.lightness() < text.lightness()
    accent = QColor(ACCENT_ON_DARK if dark else ACCENT)
    bad, warn, good = ("#fca5a5", "#fbbf24", "#4ade80") if dark else ("#b42318", "#8a5200", "#15803d")
    return Colours(
        window=_mix(window, base, 0.55),
        card=base.name(),
        text=_mix(text, base, 0.10),
        muted=_mix(text, base, 0.38),
        border=_mix(text, base, 0.84),
        soft=_mix(text, base, 0.93),
        accent=accent.name(),
        on_accent="#10201e" if dark else "#ffffff",
        tint=_mix(accent, base, 0.87),
        good=good,
        warn=warn,
        bad=bad,
        bad_tint=_mix(QColor(bad), base, 0.90),
        warn_tint=_mix(QColor("#facc15"), base, 0.85 if dark else 0.72),
    )


def _mix(one: QColor, other: QColor, share: float) -> str:
    """`one` with that share of `other` in it."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in pairs)
    return QColor(red, green, blue).name()


def apply(application: QApplication, font_percent: int = 100) -> None:
    """Dress the program; may be called again when the font size was changed."""
    application.setStyle("Fusion")
    font = application.font()
    base_pt = BASE_PT * font_percent / 100
    font.setPointSizeF(base_pt)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    chosen = colours()
    palette = application.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor(chosen.accent))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(chosen.on_accent))
    palette.setColor(QPalette.ColorRole.Accent, QColor(chosen.accent))
    palette.setColor(QPalette.ColorRole.Link, QColor(chosen.accent))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(_mix(QColor(chosen.text), QColor(chosen.card), 0.5)))
    application.setPalette(palette)
    application.setStyleSheet(sheet(chosen, base_pt))


def sheet(chosen: Colours, base_pt: float) -> str:
    """The style sheet with its names filled in."""
    words = dict(chosen._asdict())
    words |= {
        "pt-small": f"{base_pt * 0.86:.2f}pt",
        "pt-base": f"{base_pt:.2f}pt",
        "pt-large": f"{base_pt * 1.14:.2f}pt",
        "pt-title": f"{base_pt * 1.55:.2f}pt",
        "pt-figure": f"{base_pt * 2.0:.2f}pt",
        # The height of a line of text: a fixed one would cut the letters when they are larger.
        "line": f"{round(base_pt * 1.82)}px",
        "arrow": "" if chosen.on_accent == "#ffffff" else "-light",
        "tick": "tick-light" if chosen.on_accent == "#ffffff" else "tick-dark",
        "icons": (RESOURCES / "icons").as_posix(),
    }
    text = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z][a-z_-]*)", lambda found: str(words[found[1]]), text)


def mark(widget: QWidget, look: str, value: object = True) -> None:
    """Give a widget one of the looks of style.qss ("primary", "card", "muted", …) and show it at once."""
    widget.setProperty(look, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def use_paper_fonts() -> None:
    """Let Qt know the fonts of the papers, for previews and the radar; the window itself keeps the system's font."""
    if PAPER_FAMILY not in QFontDatabase.families():
        for weight in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"LiberationSans-{weight}.ttf"))
