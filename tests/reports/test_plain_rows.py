"""Lists that are drawn straight on the page: the same words as in a table, on pages that break in the same places."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.units import mm
from reportlab.platypus import Spacer

from pug_desktop.reports import fonts, words
from pug_desktop.reports.page import About, Sheet, _document, write
from pug_desktop.reports.plain_rows import plain_rows

WIDTHS = (20, 60, 40, 20, 20)


def pages(rows, tmp_path: Path, **more):
    flowable = plain_rows(("No.", "Nama", "Kantor", "Paraf", ""), rows, WIDTHS, align="cllll", joined=((3, 4),), **more)
    write(tmp_path / "list.pdf", [flowable], About("Daftar"), Sheet())
    return [page.extract_text() for page in PdfReader(tmp_path / "list.pdf").pages]


def test_every_row_stands_once_and_the_heading_on_every_page(tmp_path):
    found = pages([(f"{n}.", f"Orang {n}", "Dinas", None, "") for n in range(1, 181)], tmp_path, least_mm=8.5)
    assert len(found) > 4
    assert all(page.count("Paraf") == 1 and page.count("Nama") == 1 for page in found)
    numbers = [int(word[:-1]) for page in found for word in page.split() if word[:-1].isdigit() and word[-1] == "."]
    assert numbers == list(range(1, 181))


@pytest.mark.parametrize("count", [*range(22, 34)])
def test_what_follows_stands_with_the_last_rows(tmp_path, count):
    tail = (words.paragraph("Mengetahui", words.style()), Spacer(1, 60 * mm))
    last = pages([(f"{n}.", "Siti", "Dinas", "", "") for n in range(1, count + 1)], tmp_path, least_mm=8.5, tail=tail)[
        -1
    ]
    assert f"{count}." in last
    assert "Mengetahui" in last


def test_a_row_higher_than_a_page_goes_on_in_the_next_rows_and_loses_nothing(tmp_path):
    text = " ".join(f"kata{n}" for n in range(900))
    found = pages([("1.", text, "Dinas", "", ""), ("2.", "Siti", "", "", "")], tmp_path)
    assert [word for page in found for word in page.split() if word.startswith("kata")] == text.split()
    assert "Siti" in found[-1]


def test_markup_and_letters_of_other_fonts_are_text(tmp_path):
    odd = '<b>Siti</b> <img src="file:///etc/passwd"/> ☑ Ж'
    text = " ".join(pages([("1.", odd, "", "", "")], tmp_path)[0].split())
    assert '<b>Siti</b> <img src="file:///etc/passwd"/>' in text
    assert "☑" in text
    assert "Ж" in text


TEXTS = st.text(max_size=80) | st.text(alphabet="Wi .-\n", max_size=300)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([20.0, 55.5, 120.0]))
def test_no_line_is_wider_than_its_cell_and_no_letter_is_lost(text, width):
    lines = words.broken(text, fonts.TEXT, 8.5, width)
    assert "".join("".join(lines).split()) == "".join(words.clean(text).split())
    for line in lines:
        assert line
        assert len(line) == 1 or fonts.width(line, fonts.TEXT, 8.5) <= width + 0.01


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=40))
def test_any_texts_make_a_paper(rows):
    made = plain_rows(("A", "B"), rows, (20, 60), align="cl", least_mm=8, tail=(Spacer(1, 90 * mm),))
    target = BytesIO()
    _document(target, About("x"), Sheet()).build([made])
    assert target.getvalue().startswith(b"%PDF")
