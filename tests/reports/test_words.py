import ast
import string
import unicodedata
from pathlib import Path

import pytest
from hostile_texts import MARKUP
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop.domain import words as domain_words
from pug_desktop.reports import fonts, words
from pug_desktop.reports.plain_text import clean, one_line
from pug_desktop.reports.table import grid

REPORTS = Path(words.__file__).parent

printed = st.text(
    st.one_of(st.sampled_from("✓☑☐≥⚠—–•…“”’é€<>&\"'/;#%\\{}"), st.sampled_from(string.printable)), max_size=200
)


def shown(reader):
    return "".join("".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_only_text(text, build):
    reader = build(
        words.paragraph(text, words.style()),
        words.labelled(text, text, words.style()),
        words.underlined(text, words.style()),
        grid(("A", "B"), [(text, text)], (60, 60), align="lr"),
    )

    assert shown(reader).count("".join(text.split())) == 6
    for page in reader.pages:
        assert "/Annots" not in page
        assert not list(page.images)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(printed, min_size=10, max_size=10))
def test_all_that_has_a_glyph_is_in_the_pdf(build, texts):
    reader = build(
        *(words.paragraph(text, words.style(font=font)) for text, font in zip(texts, 5 * FACES, strict=True))
    )
    found = shown(reader)

    for text in texts:
        assert "".join(clean(text).split()) in found


FACES = [fonts.TEXT, fonts.BOLD_ITALIC]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=100), max_size=20))
def test_any_text_can_be_printed(build, texts):
    build(
        *(words.paragraph(text, words.style(8)) for text in texts),
        grid("A", [(text,) for text in texts], (90,), align="l"),
    )


def test_a_cell_longer_than_many_pages_is_printed_whole(build):
    text = " ".join(str(number) for number in range(2_500))
    reader = build(grid(("A", "B"), [("awal", "x"), (text, None), ("akhir", "z")], (40, 40), align="ll"))
    body = "".join(
        "".join(page.extract_text().split()).removeprefix("AB").partition("PUGDesktop")[0] for page in reader.pages
    )

    assert len(reader.pages) > 4
    assert body == f"awalx{text.replace(' ', '')}akhirz"


def test_a_word_without_blanks_is_broken(build):
    assert shown(build(grid("A", [("q" * 5000,)], (120,), align="l"))).count("q") == 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ""),
        ("a\x00b\x1bc\x7f", "abc"),
        ("laporan\u202efdp.exe", "laporanfdp.exe"),
        ("\u2066a\u2069\u200b\u200e\ufeffb", "ab"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\tb\u00a0c", "a b c"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("\ud800x\udfff", "x"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text, expected):
    assert clean(text) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    assert all(unicodedata.category(each) not in ("Cf", "Cc") or each == "\n" for each in clean(text))
    assert "\n" not in one_line(text)


@pytest.mark.parametrize("face", [fonts.TEXT, fonts.BOLD, fonts.ITALIC, fonts.BOLD_ITALIC])
def test_no_word_of_ours_lacks_a_glyph(face):
    """All strings in the modules of the papers, and the words for all codes."""
    written = {
        node.value
        for path in REPORTS.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    labels = {
        word for group in domain_words.groups() for lang in ("id", "en") for _, word in domain_words.labels(group, lang)
    }
    lacking = {
        text for text in written | labels | {"✓ ☑ ☐ ≥ — – ⚠ ā ř é"} if text != fonts.NO_GLYPH
        for _, part in fonts.runs(clean(text).replace("\n", ""), face) if fonts.NO_GLYPH in part
    }  # fmt: skip

    assert lacking == set()


def test_a_character_that_no_font_has_is_marked_and_not_lost():
    assert fonts.runs("a龍b", fonts.TEXT) == [("Naskah", "a"), ("Simbol", fonts.NO_GLYPH), ("Naskah", "b")]


def test_paragraphs_are_made_in_one_place_only():
    makers = {
        path.name
        for path in REPORTS.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        # Called, or a class of its own made of it.
        for made in (
            [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
        )
        if getattr(made, "id", getattr(made, "attr", "")) in ("Paragraph", "XPreformatted")
    }

    assert makers == {"words.py"}


def test_a_line_is_cut_to_its_width():
    assert words.fitting("pendek", fonts.TEXT, 8, 100) == "pendek"
    cut = words.fitting("sangat panjang " * 50, fonts.TEXT, 8, 100)

    assert cut.endswith("…")
    assert fonts.width(cut, fonts.TEXT, 8) <= 100


def test_a_row_higher_than_a_page_also_breaks_in_a_long_table_with_a_tail(build):
    text = " ".join(str(number) for number in range(2_500))
    rows = [(str(number), text if number in (3, 90, 99) else "x") for number in range(100)]
    reader = build(grid(("A", "B"), rows, (40, 40), align="ll", tail=[words.paragraph("Tanda", words.style())]))
    pages = [page.extract_text() for page in reader.pages]

    assert sum(page.count("2499") for page in pages) == 3
    assert all(page.count("A\n") == 1 for page in pages if "Tanda" not in page)
    assert "Tanda" in pages[-1]
