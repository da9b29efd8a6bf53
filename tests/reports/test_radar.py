import xml.etree.ElementTree as ElementTree

import paper_samples as samples
import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from pug_desktop.paths import RESOURCES
from pug_desktop.reports.radar import percent_words, radar_drawing, radar_svg

LABELS = [f"{code} {name}" for code, name in samples.PREREQUISITES]
SHARES = [1.0, 0.75, 0.625, 0.375, 0.1, 0.0, None]

CASES = {
    "seven": (LABELS, SHARES),
    "all unknown": (LABELS, [None] * 7),
    "all nothing": (LABELS, [0.0] * 7),
    "all full": (LABELS, [1.0] * 7),
    "three": (["A", "B", "C"], [0.2, 0.4, 0.6]),
    "strange labels": (["<b>&amp;\"'", "\u202eterbalik\x00", "✓ é ā"], [0.5, 2.0, -1.0]),
    "none": ([], []),
}


@pytest.fixture(scope="module")
def qt(qapp):
    for path in (RESOURCES / "fonts").glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0
    return qapp


def painted(svg, width=600, height=500):
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def shares_of_color(picture):
    colors = [picture.pixelColor(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)]
    white = sum(each == QColor("white") for each in colors)
    dark = sum(each.lightness() < 60 for each in colors)
    blue = sum(each.blue() > each.red() + 15 for each in colors)
    return white / len(colors), dark / len(colors), blue / len(colors)


@pytest.mark.parametrize("case", [name for name in CASES if name != "none"])
def test_qt_paints_the_radar_and_not_a_black_square(qt, case):
    white, dark, _ = shares_of_color(painted(radar_svg(*CASES[case])))

    assert white > 0.6
    assert 0.0003 < dark < 0.05


def test_more_is_more_blue(qt):
    _, _, little = shares_of_color(painted(radar_svg(LABELS, [0.2] * 7)))
    _, _, much = shares_of_color(painted(radar_svg(LABELS, [0.9] * 7)))

    assert much > 3 * little > 0


def test_nothing_of_reportlab_is_left_that_qt_misreads():
    svg = radar_svg(LABELS, SHARES)

    assert "clip" not in svg
    assert "None" not in svg
    assert "Naskah" not in svg
    assert "Helvetica" not in svg
    assert "Liberation Sans" in svg


@pytest.mark.parametrize("case", CASES)
def test_the_svg_is_well_formed_and_has_every_label(case):
    labels, shares = CASES[case]
    tree = ElementTree.fromstring(radar_svg(labels, shares))
    text = "".join("".join(tree.itertext()).split())

    for label in labels:
        assert "".join(word for word in label.replace("\u202e", "").replace("\x00", "").split()) in text


def test_the_drawing_scales():
    drawing = radar_drawing(LABELS, SHARES, width=150)

    assert (drawing.width, drawing.height) == (150, 125)


@pytest.mark.parametrize(
    ("share", "shown"), [(None, "–"), (0.0, "0 %"), (0.125, "13 %"), (0.625, "63 %"), (1.0, "100 %")]
)
def test_shares_are_whole_per_cents(share, shown):
    assert percent_words(share) == shown
