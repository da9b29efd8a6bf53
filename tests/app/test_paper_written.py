"""Papers and workbooks of what an office writes, and of its sheet with the list of its evidence."""

from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import edit, evidence, fill, gender_analysis, offices, report, semester
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.reports.marks import FOOTNOTE
from tests.app.rivals import disagree

HOSTILE = ("=1+1", '<img src="http://x/y.png"/>', "<b>tidak ditutup", "@SUM(A1)", "+62812", "\u202egnilab", "a" * 3000)

FIELDS = {
    "semester_report": ("programmes", "agencies", "targets", "budget", "problems", "efforts", "letter_number"),
    "gap": ("programme", "activity", *(f"step{number}" for number in range(1, 6))),
    "gbs": ("programme", "activity", "goal", "situation", "action", "output", "outcome"),
}


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def cells_of(path: Path, sheet: int = 0) -> list[tuple[object, ...]]:
    return [tuple(row) for row in openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True)]


def paper(ws: Workspace, folder: Path, name: str, suffix: str = ".pdf", **more: object) -> Path:
    return report.write_report(ws, name, folder / f"{name}{suffix}", **more)  # type: ignore[arg-type]


def gap(ws: Workspace, programme: str, year: int = 2026, **more: object) -> str:
    made = gender_analysis.create_gap(ws, year=year)
    edit.put(ws, "gap", made, programme=programme, **more)
    return made


def test_a_report_of_one_half_year_says_what_it_covers(office: Workspace, tmp_path: Path) -> None:
    made = semester.create_report(office, 2026, 2)
    edit.put(office, "semester_report", made, problems="Anggaran turun", sent_on="2027-01-15", letter_number="070/12")
    text = text_of(paper(office, tmp_path, "laporan-semester", record_id=made))
    for expected in ("Semester II tahun 2026 (Juli sampai Desember)", "Anggaran turun", "15 Januari 2027", "070/12"):
        assert expected in text
    assert "Dinas Kesehatan" in text
    assert "Kota Tangerang" in text


def test_both_half_years_of_a_year_make_one_file(office: Workspace, tmp_path: Path) -> None:
    for year, half in ((2026, 1), (2026, 2), (2025, 1)):
        semester.create_report(office, year, half)
    text = text_of(paper(office, tmp_path, "laporan-semester", year=2026))
    assert "Semester I tahun 2026" in text
    assert "Semester II tahun 2026" in text
    assert "2025" not in text
    rows = cells_of(paper(office, tmp_path, "laporan-semester", ".xlsx", year=2026))
    assert [row[:3] for row in rows[1:]] == [("Dinas Kesehatan", 2026, 1), ("Dinas Kesehatan", 2026, 2)]


def test_a_year_without_reports_says_so(office: Workspace, tmp_path: Path) -> None:
    assert "Belum ada laporan semester." in text_of(paper(office, tmp_path, "laporan-semester", year=2020))
    assert len(cells_of(paper(office, tmp_path, "laporan-semester", ".xlsx", year=2020))) == 1


def test_a_region_reports_for_itself_and_shows_its_offices_analyses_together(
    regency: Workspace, tmp_path: Path
) -> None:
    health = offices.add_office(regency, "Dinas Kesehatan")
    below = f"36.71/{health}"
    gap(regency, "Program kota")
    edit.create(regency, "gap", {"model": "sembilan", "programme": "Kelas ibu", "year": 2026}, scope=below)
    semester.create_report(regency, 2026, 1)
    edit.create(regency, "semester_report", {"year": 2026, "semester": 2, "problems": "milik OPD"}, scope=below)
    matrix = text_of(paper(regency, tmp_path, "gap", year=2026))
    assert "Program kota" in matrix
    assert "Kelas ibu" in matrix
    assert "Dinas Kesehatan" in matrix
    own = text_of(paper(regency, tmp_path, "laporan-semester", year=2026))
    assert "milik OPD" not in own
    theirs = text_of(paper(regency, tmp_path, "laporan-semester", year=2026, office_id=health))
    assert "milik OPD" in theirs
    assert "PEMERINTAH" not in theirs, "the letterhead of another office stands on no paper of theirs"
    one = cells_of(paper(regency, tmp_path, "gap", ".xlsx", year=2026, office_id=health))
    assert [row[:3] for row in one[1:]] == [("Dinas Kesehatan", 2026, "Kelas ibu")]


def test_a_province_prints_the_analyses_of_one_district(tmp_path: Path) -> None:
    ws = create_profile(tmp_path / "prov", role="provinsi", region_code="36", office_name="DP3AKKB")
    for code, name in (("36.71", "Satu"), ("36.72", "Dua")):
        edit.create(ws, "gap", {"model": "empat", "programme": name, "year": 2026}, scope=code)
    text = text_of(paper(ws, tmp_path, "gap", year=2026, region_code="36.72"))
    assert "Dua" in text
    assert "Satu" not in text
    assert "GAP empat langkah" in text
    ws.close()


def test_the_workbook_has_a_sheet_for_each_model(office: Workspace, tmp_path: Path) -> None:
    gap(office, "Klasik", step9="ukuran")
    made = gender_analysis.create_gap(office, "empat", year=2026)
    edit.put(office, "gap", made, programme="Baru", step4="Dinas")
    path = paper(office, tmp_path, "gap", ".xlsx", year=2026)
    nine, four = cells_of(path, 0), cells_of(path, 1)
    assert (len(nine[0]), nine[1][2], nine[1][-1]) == (13, "Klasik", "ukuran")
    assert (len(four[0]), four[1][2], four[1][-1]) == (8, "Baru", "Dinas")


def test_a_statement_shows_who_signs_and_an_empty_budget_is_not_zero(office: Workspace, tmp_path: Path) -> None:
    made = gender_analysis.create_gbs(office, year=2026)
    edit.put(office, "gbs", made, signer="Dini Anggraeni", signer_position="Kepala Dinas")
    text = text_of(paper(office, tmp_path, "gbs", record_id=made))
    assert "Dini Anggraeni" in text
    assert "Kepala Dinas" in text
    assert "Rp" not in text
    edit.put(office, "gbs", made, budget=0)
    assert "Rp0" in text_of(paper(office, tmp_path, "gbs", record_id=made))
    assert cells_of(paper(office, tmp_path, "gbs", ".xlsx", record_id=made))[1][-1] == 0


def test_a_record_that_was_removed_makes_no_paper(office: Workspace, tmp_path: Path) -> None:
    made = gap(office, "A")
    edit.remove(office, "gap", made)
    with pytest.raises(errors.NoSuchRecord):
        paper(office, tmp_path, "gap", record_id=made)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("kind", ["semester_report", "gap", "gbs"])
def test_hostile_texts_of_a_record_are_text_in_paper_and_workbook(kind: str, office: Workspace, tmp_path: Path) -> None:
    name = {"semester_report": "laporan-semester"}.get(kind, kind)
    more: dict[str, object] = {"semester": 1} if kind == "semester_report" else {}
    if kind == "gap":
        more["model"] = "sembilan"
    given = dict(zip(FIELDS[kind], HOSTILE, strict=True))
    values = {"year": 2026, **more, **given}
    made = edit.create(office, kind, values)
    text = text_of(paper(office, tmp_path, name, record_id=made)).replace(" ", "")
    # The last one goes on over the end of a page.
    for each in HOSTILE[:-1]:
        assert each.replace("\u202e", "").replace(" ", "") in text
    assert text.count("a") >= len(HOSTILE[-1])
    book = openpyxl.load_workbook(paper(office, tmp_path, name, ".xlsx", record_id=made))
    cells = [cell for cell in list(book.worksheets[0].iter_rows())[1] if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {each.replace("\u202e", "") for each in HOSTILE} <= {cell.value for cell in cells}


def codes_of(sheet: fill.Sheet) -> list[str]:
    return [item.question.name for part in sheet.sections for item in part.items]


@pytest.fixture
def backed(office: Workspace, tmp_path: Path) -> Workspace:
    """Two answers with one document that is the same file, and one more for the first."""
    for name in ("sk.txt", "foto.txt"):
        (tmp_path / name).write_text(f"isi {name}", encoding="utf-8")
    sheet = fill.sheet(office, 2026)
    first, second = codes_of(sheet)[:2]
    for item, name in ((first, "sk.txt"), (second, "sk.txt"), (first, "foto.txt")):
        owner = fill.attach_evidence_target(office, sheet, item)
        made = evidence.attach(office, "answer", owner, tmp_path / name)
        if name == "sk.txt":
            edit.put(
                office,
                "evidence",
                made.id,
                title="=SK Focal Point",
                document_number="188/12",
                document_on="2024-05-04",
                valid_until="2027-12-31",
            )
    return office


def test_a_sheet_lists_each_document_once_with_its_number_dates_and_questions(
    backed: Workspace, tmp_path: Path
) -> None:
    first, second = codes_of(fill.sheet(backed, 2026))[:2]
    text = text_of(paper(backed, tmp_path, "prasyarat", year=2026))
    listed = text[text.index("Daftar bukti dukung") :]
    assert listed.count("=SK Focal Point") == 1
    for expected in (f"{first}, {second}", "188/12", "4 Mei 2024", "31 Desember 2027", "sk.txt", "foto.txt"):
        assert expected in listed


def test_a_paper_of_a_register_counts_and_is_listed_as_evidence_of_what_it_answers(
    office: Workspace, tmp_path: Path
) -> None:
    values = {"decree_kind": "focal_point", "number": "188/12", "decree_on": "2026-01-05", "about": "Focal point"}
    decree = edit.create(office, "decree", values)
    (tmp_path / "sk.txt").write_text("isi", encoding="utf-8")
    evidence.attach(office, "decree", decree, tmp_path / "sk.txt")
    answered = [
        item.question.name
        for part in fill.sheet(office, 2026).sections
        for item in part.items
        if item.computed is not None and item.computed.rests_on
    ]
    path = paper(office, tmp_path, "prasyarat", ".xlsx", year=2026)
    answers, documents, complete = (cells_of(path, number) for number in range(3))
    assert answered
    assert [row[0] for row in answers[1:] if row[-1] == 1] == answered
    assert [row[1:3] for row in documents[1:]] == [(", ".join(answered), "sk")]
    assert sum(row[-1] for row in complete[1:]) == len(answered)
    text = text_of(paper(office, tmp_path, "prasyarat", year=2026))
    assert "sk.txt" in text[text.index("Daftar bukti dukung") :]


def test_the_workbook_of_a_sheet_has_answers_documents_and_completeness(backed: Workspace, tmp_path: Path) -> None:
    sheet = fill.sheet(backed, 2026)
    first, second = codes_of(sheet)[:2]
    path = paper(backed, tmp_path, "prasyarat", ".xlsx", year=2026)
    answers, documents, complete = (cells_of(path, number) for number in range(3))
    assert [row[0] for row in answers[1:]] == codes_of(sheet)
    assert [row[-1] for row in answers[1:3]] == [2, 1]
    assert [row[1:3] for row in documents[1:]] == [(f"{first}, {second}", "=SK Focal Point"), (first, "foto")]
    assert documents[1][3:6] == ("188/12", "4 Mei 2024", "31 Desember 2027")
    assert [row[0] for row in complete[1:]] == [part.section.name for part in sheet.sections]
    assert {cell.data_type for row in openpyxl.load_workbook(path).worksheets[1].iter_rows() for cell in row} <= {
        "s",
        "n",
    }


def test_a_sheet_without_evidence_says_so(office: Workspace, tmp_path: Path) -> None:
    assert "Belum ada bukti dukung pada lembar ini." in text_of(paper(office, tmp_path, "prasyarat", year=2026))
    assert len(cells_of(paper(office, tmp_path, "prasyarat", ".xlsx", year=2026), 1)) == 1


def test_what_holds_two_values_is_marked_in_paper_and_workbook(regency: Workspace, tmp_path: Path) -> None:
    made = gap(regency, "Kesehatan", step2="data")
    assert FOOTNOTE[:30] not in text_of(paper(regency, tmp_path, "gap", year=2026))
    disagree(regency, "gap", made, lambda: edit.put(regency, "gap", made, step2="angka kami"), step2="angka lain")
    assert FOOTNOTE[:30] in text_of(paper(regency, tmp_path, "gap", year=2026))
    rows = cells_of(paper(regency, tmp_path, "gap", ".xlsx", year=2026))
    assert (rows[0][-1], rows[1][-1]) == ("Perlu keputusan", "masih punya dua nilai")
