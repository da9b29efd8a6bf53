"""On a dark system everything can still be read: the window takes the palette of the system, whatever it is."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from pug_desktop.ui import style
from pug_desktop.ui.main_window import PAGES, MainWindow

LEAST = 4.5
"""Contrast of words (WCAG 2.2, AA)."""


def luminance(colour):
    parts = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


def windows_dark():
    """As Windows 11 gives it in dark mode, with Qt's Fusion."""
    palette = QPalette()
    roles = QPalette.ColorRole
    grounds = {roles.Window: "#1e1e1e", roles.Base: "#2d2d2d", roles.AlternateBase: "#353535", roles.Button: "#323232"}
    for role, colour in {**grounds, roles.ToolTipBase: "#3c3c3c"}.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipText, roles.BrightText):
        palette.setColor(role, QColor("#ffffff"))
    return palette


def light():
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {roles.Window: "#f0f0f0", roles.Base: "#ffffff", roles.Text: "#000000"}.items():
        palette.setColor(role, QColor(colour))
    return palette


@pytest.mark.parametrize("palette", [light, windows_dark])
def test_every_colour_of_words_stands_out_from_every_ground_it_is_put_on(palette):
    found = style.colours(palette())
    words = {"text": found.text, "muted": found.muted, "accent": found.accent}
    marks = {"good": found.good, "warn": found.warn, "bad": found.bad}
    grounds = {"window": found.window, "card": found.card}
    pairs = [*itertools.product({**words, **marks}.items(), grounds.items())]
    pairs += [(("accent", found.accent), ("tint", found.tint)), (("text", found.text), ("tint", found.tint))]
    pairs += [
        (("muted", found.muted), ("soft", found.soft)),
        (("on accent", found.on_accent), ("accent", found.accent)),
    ]
    pairs += [
        (("warn", found.warn), ("warn tint", found.warn_tint)),
        (("bad", found.bad), ("bad tint", found.bad_tint)),
    ]
    pairs += [(("text", found.text), ("warn tint", found.warn_tint)), (("text", found.text), ("bad", found.bad_tint))]
    weak = {(one[0], other[0]): round(contrast(one[1], other[1]), 2) for one, other in pairs}
    assert {pair: value for pair, value in weak.items() if value < LEAST} == {}


@pytest.fixture
def dark_window(qapp, qtbot, open_profile):
    before = qapp.palette()
    qapp.setPalette(windows_dark())
    style.apply(qapp)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_workspace(open_profile("kabkota"))
    yield window
    window.close()
    qapp.setPalette(before)
    style.apply(qapp)


def test_no_page_of_a_dark_window_paints_a_light_ground_or_dark_words(dark_window, qtbot):
    """Of each page as it is painted: nothing large is light, and labels stand out from what lies behind them."""
    for entry in PAGES:
        if "kabkota" not in entry.roles:
            continue
        dark_window.go_to(entry.name)
        qtbot.waitUntil(lambda: not dark_window.jobs.busy)
        qtbot.wait(30)
        page = dark_window.page(entry.name)
        picture = page.grab().toImage()
        points = [picture.pixelColor(x, y) for x in range(4, picture.width(), 9) for y in range(4, picture.height(), 9)]
        bright = sum(each.lightnessF() > 0.6 for each in points) / len(points)
        assert bright < 0.12, entry.name
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.text() and not label.pixmap().width():
                assert _stands_out(label), (entry.name, label.text())


def _stands_out(label: QWidget) -> bool:
    picture = label.grab().toImage()
    points = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    shades = sorted(luminance(each) for each in points) or [0.0]
    return (shades[-1] + 0.05) / (shades[0] + 0.05) >= 2.5


def test_nothing_in_the_style_sheet_is_a_colour_of_its_own():
    text = (style.RESOURCES / "style.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", text) == []
