"""Figures on papers that rest on a record with an open conflict are marked, and the mark is explained."""

import zipfile

import pytest
from pypdf import PdfReader

from pug_desktop.app import attend, decide, edit, fill, meet, offices, report
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.dates import PartialDate
from pug_desktop.domain.identity import natural_id
from pug_desktop.reports.marks import FOOTNOTE
from tests.app.rivals import bring, common, disagree, wrote

YEAR = 2025


def text_of(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def paper(ws, tmp_path, name, **more):
    return text_of(report.write_report(ws, name, tmp_path / f"{name}.pdf", **more))


@pytest.fixture
def meeting(regency):
    made = meet.create_meeting(regency, "advokasi")
    edit.put(regency, "meeting", made, title="Advokasi PUG", place="Aula")
    meet.set_date(regency, made, PartialDate(YEAR, 6, 30))
    meet.set_headcount(regency, made, male=10, female=20, total=30)
    return made


def two_counts(ws, meeting):
    def ours():
        meet.set_headcount(ws, meeting, male=11, female=20, total=31)

    disagree(ws, "headcount", natural_id("headcount", meeting), ours, count={"male": 15, "female": 20, "total": 35})


def test_papers_without_a_conflict_have_no_mark(regency, meeting, tmp_path):
    for name in ("notulen", "daftar-hadir", "prasyarat", "rekap-kabkota"):
        assert FOOTNOTE not in paper(regency, tmp_path, name, meeting_id=meeting, year=YEAR)


def test_minutes_mark_the_count_the_title_and_the_text_that_are_open(regency, meeting, tmp_path):
    two_counts(regency, meeting)
    before = common(regency, ("meeting", meeting))["meeting", meeting]
    edit.put(regency, "meeting", meeting, title="Advokasi A", opening="Satu")
    bring(regency, wrote(before, title="Advokasi B", opening="Dua"))
    text = paper(regency, tmp_path, "notulen", meeting_id=meeting)
    assert "35 orang (laki-laki 15, perempuan 20). *" in text
    assert "Advokasi A *" in text
    assert "Pembukaan *" in text
    assert "Aula *" not in text
    assert FOOTNOTE in text


def test_the_attendance_list_marks_its_sums_but_not_a_blank_one(regency, meeting, tmp_path):
    two_counts(regency, meeting)
    text = paper(regency, tmp_path, "daftar-hadir", meeting_id=meeting)
    assert "15 * 20 * 35 *" in text
    assert FOOTNOTE in text
    assert FOOTNOTE not in paper(regency, tmp_path, "daftar-hadir", meeting_id=meeting, blank=True)


def test_the_sheet_marks_the_answer_and_the_completeness_of_its_prerequisite(regency, tmp_path):
    sheet = fill.regency_sheet(regency, YEAR, "36.71")
    fill.save_answer(regency, sheet, "P1.06", note="x")
    answer = fill.answer_id(sheet.checklist_id, "P1.06")

    def ours():
        fill.save_answer(regency, sheet, "P1.06", value={"numerator": 3, "denominator": 9})

    theirs = {"status": "ada", "value": {"numerator": 4, "denominator": 9}}
    disagree(regency, "answer", answer, ours, answer=theirs)
    text = paper(regency, tmp_path, "prasyarat", year=YEAR)
    assert "4 dari 9 (44,4 %) *" in text
    assert "Terisi 1 dari 7 (14 %) *" in text
    assert FOOTNOTE in text
    recap = paper(regency, tmp_path, "rekap-kabkota", year=YEAR)
    assert "1 dari 7 *" in recap
    assert FOOTNOTE in recap


def test_a_figure_computed_from_an_offices_open_answer_is_marked_until_somebody_decides(regency, tmp_path):
    made = offices.add_office(regency, "Dinas Sosial")
    office = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Sosial")
    sheet = fill.sheet(office, YEAR)
    assert sheet.office_id == made
    question = next(
        each
        for each in fill.regency_sheet(regency, YEAR, "36.71").form.questions
        if each.rollup is not None and each.rollup.rule == "count_yes"
    )
    source = question.rollup.source
    fill.save_answer(office, sheet, source, status="ada")
    key = ("answer", fill.answer_id(sheet.checklist_id, source))
    states = common(office, ("checklist", sheet.checklist_id), key)
    office.close()
    bring(regency, *states.values())
    assert not fill.regency_sheet(regency, YEAR, "36.71").item(question.name).computed.open
    answer = states[key]
    bring(
        regency,
        wrote(answer, answer={"status": "belum_ada"}),
        wrote(answer, actor="cc" * 8, n=9, answer={"status": "proses"}),
    )
    item = fill.regency_sheet(regency, YEAR, "36.71").item(question.name)
    assert item.computed.open
    assert item.open
    assert not item.conflict
    text = paper(regency, tmp_path, "rekap-kabkota", year=YEAR)
    assert "Dinas Sosial" in text
    assert FOOTNOTE in text
    (found,) = decide.conflicts(regency)
    decide.decide(regency, *key, "answer", found.versions[0])
    assert not fill.regency_sheet(regency, YEAR, "36.71").item(question.name).computed.open
    assert FOOTNOTE not in paper(regency, tmp_path, "rekap-kabkota", year=YEAR)


def test_figures_from_meetings_are_marked_when_a_count_is_open(regency, meeting):
    computed = {
        item.question.name: item.computed
        for section in fill.regency_sheet(regency, YEAR, "36.71").sections
        for item in section.items
        if item.computed is not None
    }
    assert computed
    assert not any(each.open for each in computed.values())
    two_counts(regency, meeting)
    sheet = fill.regency_sheet(regency, YEAR, "36.71")
    assert all(sheet.item(name).computed.open for name in computed)
    other = fill.regency_sheet(regency, YEAR - 1, "36.71")
    assert not any(item.open for section in other.sections for item in section.items)


def test_the_recap_marks_meetings_sums_and_honours_as_paper_and_as_workbook(regency, meeting, tmp_path):
    two_counts(regency, meeting)
    person = attend.add(regency, meeting, name="Siti", sex="P")
    award = edit.create(regency, "award", {"award": "APE", "year": YEAR, "region_code": "36.71"}, scope="36.71")
    before = common(regency, ("attendance", person), ("award", award))
    edit.put(regency, "attendance", person, sex="L")
    edit.put(regency, "award", award, category="Madya")
    bring(
        regency,
        wrote(before["attendance", person], position="Kabid", sex=None),
        wrote(before["award", award], category="Utama"),
    )
    text = paper(regency, tmp_path, "rekap-kabkota", year=YEAR)
    assert "15 * 20 * 35 *" in text
    assert "APE *" in text
    assert FOOTNOTE in text
    made = report.write_report(regency, "rekap-kabkota", tmp_path / "r.xlsx", year=YEAR)
    with zipfile.ZipFile(made) as book:
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 7)]
        shared = book.read("xl/sharedStrings.xml").decode()
    assert "masih punya dua nilai" in shared
    # One column more on the sheets that hold something open: meetings, participants, awards.
    assert ["H1" in sheets[2], "F1" in sheets[3], "E1" in sheets[4], "H1" in sheets[5]] == [True, True, True, False]


def test_the_recap_of_the_province_marks_its_kabupaten_and_meetings(tmp_path):
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB Banten")
    made = meet.create_meeting(province)
    with province.database.write() as connection:
        connection.exec_driver_sql("UPDATE meeting SET scope = '36.71', title = 'Rakor', year = 2025")
    edit.create(
        province, "headcount", {"meeting_id": made, "total": 30}, id=natural_id("headcount", made), scope="36.71"
    )

    def ours():
        edit.put(province, "headcount", natural_id("headcount", made), total=31)

    disagree(province, "headcount", natural_id("headcount", made), ours, count={"total": 35})
    text = paper(province, tmp_path, "rekap-provinsi", year=YEAR)
    assert text.count("35 *") == 2
    assert FOOTNOTE in text
    province.close()
