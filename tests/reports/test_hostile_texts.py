"""Whatever a person types comes out of papers and workbooks as text: nothing is run, fetched, opened or computed."""

from io import BytesIO
from itertools import zip_longest
from pathlib import Path

import openpyxl
from hostile_texts import FORMULAS, HOSTILE, MARKUP, drawn, reads_straight, squeezed, texts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pug_desktop.reports import fonts, words
from pug_desktop.reports.checklist import write_checklist
from pug_desktop.reports.papers import ChecklistPaper, EvidenceLine, ItemPaper, Letterhead, SectionPaper
from pug_desktop.reports.plain_text import clean
from pug_desktop.reports.workbook import Sheet, write_workbook
from pug_desktop.reports.written import (
    GapPaper,
    GapRow,
    GapTable,
    GbsPaper,
    Part,
    SemesterPaper,
    write_gap,
    write_gbs,
    write_semester_reports,
)

IN_A_ROW = 10
ROUNDS, IN_A_ROUND = 20, 500


def shown(path: Path) -> str:
    """All text of a paper without white space; fails when anything in it could be clicked, run or fetched."""
    reader = PdfReader(BytesIO(path.read_bytes()))
    for page in reader.pages:
        assert "/Annots" not in page
        assert "/AA" not in page
        assert "/XObject" not in page["/Resources"]
    for name in ("/OpenAction", "/Names", "/AA", "/AcroForm"):
        assert name not in reader.root_object
    return squeezed("".join(page.extract_text() for page in reader.pages))


def read_cells(path: Path) -> list[object]:
    """The cells below the heading of the first sheet; fails when one is anything but text."""
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()), rich_text=False, data_only=False)
    sheet = book.worksheets[0]
    assert not sheet._hyperlinks
    assert not book.defined_names
    made = []
    for (cell,) in sheet.iter_rows(min_row=2):
        assert cell.hyperlink is None
        assert cell.value is None or cell.data_type == "s"
        made.append(cell.value)
    return made


def kept(text: str) -> str:
    """What a reader of workbooks finds of a text; its own mark for an escape is not told from one that was typed."""
    return clean(text).replace("x005F_", "")


def matrix(batch: list[str]) -> GapPaper:
    """Every text once, in a column of its own or as the name of a programme."""
    rows = tuple(
        GapRow("Dinas", batch[start], None, tuple(Part("", text) for text in batch[start + 1 : start + IN_A_ROW]))
        for start in range(0, len(batch), IN_A_ROW)
    )
    return GapPaper(Letterhead(), "Dinas", "", (GapTable("GAP", tuple("abcdefghi"), rows),))


@settings(
    max_examples=ROUNDS,
    deadline=None,
    # To shrink two hundred texts takes minutes and tells no more than the text that the message names.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.large_base_example],
)
@given(st.lists(texts, min_size=IN_A_ROUND, max_size=IN_A_ROUND))
def test_ten_thousand_texts_come_out_of_paper_and_workbook_as_text(tmp_path: Path, batch: list[str]) -> None:
    write_gap(tmp_path / "a.pdf", matrix(batch))
    found = shown(tmp_path / "a.pdf")
    for number, text in enumerate(batch):
        font = fonts.TEXT if number % IN_A_ROW else fonts.BOLD
        # A reader also turns the signs with which the text beside one from right to left begins or ends.
        beside = "".join(each or "" for each in batch[max(0, number - 1) : number + 2])
        assert not reads_straight(beside) or drawn(text, font) in found
    write_workbook(tmp_path / "a.xlsx", [Sheet("Teks", ("Teks",), [(text,) for text in batch])])
    read = read_cells(tmp_path / "a.xlsx")
    for text, cell in zip_longest(batch, read):
        assert (cell or "").replace("x005F_", "") == kept(text or "")


def test_hostile_texts_in_every_place_of_what_an_office_writes_are_only_text(tmp_path: Path) -> None:
    reports, statements, tables = [], [], []
    for text in HOSTILE:
        parts = (Part("Bagian", text), Part(text, "isi", open=True))
        head = Letterhead((text,))
        reports.append(SemesterPaper(head, text, text, text, parts, letter_number=text, sent_on=text))
        statements.append(GbsPaper(head, text, 2026, text, text, parts))
        for steps in (9, 4):
            row = GapRow(text, text, text, (Part("", text),) * steps)
            tables.append(GapTable(text, (text,) * steps, (row,)))
    head = Letterhead((HOSTILE[0],))
    write_semester_reports(tmp_path / "a.pdf", reports, made_at_text=HOSTILE[0])
    write_gap(tmp_path / "b.pdf", GapPaper(head, HOSTILE[0], HOSTILE[0], tuple(tables), with_office=True))
    write_gbs(tmp_path / "c.pdf", statements)
    for name, least in (("a", 6), ("b", 16), ("c", 4)):
        found = shown(tmp_path / f"{name}.pdf")
        assert [text for text in HOSTILE if found.count(drawn(text)) < least] == []


def test_hostile_texts_in_every_place_of_a_sheet_are_only_text(tmp_path: Path) -> None:
    sections = tuple(
        SectionPaper(
            text,
            text,
            text,
            1,
            1,
            1,
            1.0,
            (ItemPaper(text, text, text, text, text, (text,), computed=text, override=text),),
        )
        for text in HOSTILE
    )
    lines = tuple(EvidenceLine((text,), text, text, text, text, text, text) for text in HOSTILE)
    text = HOSTILE[0]
    paper = ChecklistPaper(Letterhead((text,)), text, text, 2026, text, sections, region=text, evidence=lines)
    write_checklist(tmp_path / "a.pdf", paper)
    found = shown(tmp_path / "a.pdf")
    assert [text for text in HOSTILE if found.count(drawn(text)) < 12] == []


def test_a_formula_is_a_text_in_the_heading_and_the_name_of_a_sheet_too(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", [Sheet(text, (text,), [(text,)]) for text in FORMULAS], title=FORMULAS[0])
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    for text, sheet in zip(FORMULAS, book.worksheets, strict=True):
        (heading,), (cell,) = sheet.iter_rows()
        for each in (heading, cell):
            assert each.data_type == "s"
            assert each.value.replace("x005F_", "") == kept(text)
            assert each.hyperlink is None


def test_markup_reaches_no_file_of_this_computer(tmp_path: Path) -> None:
    papers = [GbsPaper(Letterhead(), "Dinas", 2026, text, None, (Part("Tujuan", text),)) for text in MARKUP]
    write_gbs(tmp_path / "a.pdf", papers)
    data = (tmp_path / "a.pdf").read_bytes()
    for mark in (b"/URI", b"/Launch", b"/JavaScript", b"/GoToR", b"/EmbeddedFile", b"/Subtype /Image"):
        assert mark not in data


def test_a_character_beyond_the_basic_plane_leaves_its_neighbours_readable(build) -> None:
    # U+1F60D and U+1D538 are in DejaVu Sans.
    text = "✓ \U0001f60d dan \U0001d538 ☑"
    reader = build(words.paragraph(text, words.style()))
    assert squeezed(text) in squeezed(reader.pages[0].extract_text())


def test_a_text_of_many_pages_in_one_cell_is_printed_whole(tmp_path: Path) -> None:
    text = " ".join(f"kata{number}" for number in range(3000))
    paper = matrix(["Program", text, *["x"] * 8])
    assert write_gap(tmp_path / "a.pdf", paper) > 2
    found = shown(tmp_path / "a.pdf")
    assert all(f"kata{number}" in found for number in range(0, 3000, 37))
    assert "kata2999" in found
