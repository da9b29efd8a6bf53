"""The heat map and the lines over the years: what they say on paper and in the window."""

import itertools

import paper_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.graphics.shapes import String

from pug_desktop.paths import RESOURCES
from pug_desktop.reports.heatmap import HeatCell, HeatMap, HeatRow, HeatTable, heatmap_drawing, heatmap_svg, shape_of
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import YearShares
from pug_desktop.reports.year_lines import year_lines_drawing, year_lines_svg

CODES = tuple(code for code, _name in samples.PREREQUISITES)


def a_map(rows, after=()):
    return HeatMap("Perangkat daerah", CODES, tuple(rows), after)


def row_of(share, name="Dinas Sosial", **more):
    return HeatRow(name, (HeatCell(share, **more),) * 7)


@pytest.fixture(scope="module")
def qt(qapp):
    for path in (RESOURCES / "fonts").glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0
    return qapp


def painted(svg, width, height):
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def text_of(path):
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_the_window_paints_a_full_cell_where_the_shape_says_and_darker_than_an_empty_one(qt):
    heat = a_map([row_of(1.0), row_of(0.0), HeatRow("Bappeda")])
    shape = shape_of(heat, width=600, size=12)
    picture = painted(heatmap_svg(heat, width=600, size=12), 600, round(shape.height(3)))

    def ground(row, column):
        left, top, _width, height = shape.at(row, column)
        return picture.pixelColor(round(left + 3), round(top + height / 2)).lightness()

    assert [ground(0, column) < 230 for column in range(7)] == [True] * 7
    assert [ground(1, column) > 252 for column in range(7)] == [True] * 7
    assert ground(2, 0) > 252


def test_words_in_the_window_are_as_wide_as_the_papers_font_says(qt):
    """QtSvg knows no list of families: it took another font, and names ran into the cells."""
    heat = HeatMap("", (), (HeatRow("Perangkat daerah yang panjang sekali namanya"),))
    picture = painted(heatmap_svg(heat, width=600, size=20), 600, 76)
    dark = [x for x in range(600) for y in range(40, 76, 2) if picture.pixelColor(x, y).lightness() < 100]
    from pug_desktop.reports import fonts

    assert max(dark) == pytest.approx(10 + fonts.width(heat.rows[0].name, fonts.TEXT, 20), abs=4)


@given(st.integers(0, 60), st.integers(0, 6))
def test_every_point_of_a_cell_leads_to_that_cell(row, column):
    shape = shape_of(a_map([]), width=700, size=13)
    left, top, width, height = shape.at(row, column)
    assert shape.find(left + width / 2, top + height / 2) == (row, column)
    assert shape.find(shape.name / 2, top + height / 2) == (row, None)


def test_a_long_map_goes_on_under_its_heading_and_loses_no_row(tmp_path):
    heat = a_map([row_of(0.5, f"Dinas {number:04}") for number in range(200)])
    write(tmp_path / "m.pdf", [HeatTable(heat, Sheet().width)], About("Peta"), Sheet())
    pages = text_of(tmp_path / "m.pdf")
    assert len(pages) > 3
    assert all("Perangkat daerah P1 P2 P3 P4 P5 P6 P7" in page for page in pages)
    whole = " ".join(pages)
    assert all(f"Dinas {number:04}" in whole for number in range(200))


def test_nothing_is_no_zero_and_two_values_have_a_mark(tmp_path):
    heat = a_map([HeatRow("Bappeda"), row_of(None), row_of(0.0), row_of(0.5, text="1/2", open=True)])
    write(tmp_path / "m.pdf", [HeatTable(heat, Sheet().width)], About("Peta"), Sheet())
    (page,) = text_of(tmp_path / "m.pdf")
    assert "Bappeda belum ada data" in page
    assert page.count("–") == 7
    assert page.count(" 0 %") == 7
    assert page.count("1/2 *") == 7


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_name_can_be_drawn(names):
    heat = a_map([row_of(2.0, name) for name in names], ("Diterima",))
    assert QSvgRenderer(QByteArray(heatmap_svg(heat, width=500, size=10).encode())).isValid()
    assert heatmap_drawing(heat, width=500).height > 0


def test_a_year_without_data_is_a_gap_in_the_line_and_not_a_zero():
    from reportlab.graphics.shapes import PolyLine

    def lines(*totals):
        years = [YearShares(2020 + number, (), total) for number, total in enumerate(totals)]
        drawn = year_lines_drawing(years, (), width=300)
        return [each for group in drawn.contents for each in group.contents if isinstance(each, PolyLine)]

    assert len(lines(0.1, 0.2, 0.3)) == 1
    assert len(lines(0.1, 0.2, None, 0.3, 0.4)) == 2
    assert lines(0.1, None, 0.3) == []
    assert year_lines_drawing([], CODES, width=300).contents == []


@pytest.mark.parametrize("width", [150, 190, 300, 500])
@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_the_years_below_never_run_into_each_other_and_the_last_is_always_named(width, count):
    years = [YearShares(2015 + number, (), 0.5) for number in range(count)]
    drawing = year_lines_drawing(years, (), width=width, height=150)
    (group,) = drawing.contents
    named = [each for each in group.contents if isinstance(each, String) and each.text.startswith("20")]
    assert named[-1].text == str(2015 + count - 1)
    edges = [each.getBounds()[::2] for each in named]
    assert all(before[1] < after[0] for before, after in itertools.pairwise(edges))


def test_the_lines_say_their_years_and_per_cents():
    years = [YearShares(2023, (0.5,) * 7, 0.5), YearShares(2024, (0.9, 1.0, 0.2, 0.2, 0.2, 0.2, None), 0.625)]
    svg = year_lines_svg(years, CODES, width=300, height=150)
    assert all(f">{words}<" in svg for words in ("2023", "2024", "50 %", "63 %", "P1", "P6"))
    assert ">P7<" not in svg
