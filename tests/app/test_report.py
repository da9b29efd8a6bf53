"""Papers from records: what they say, who may make them, and that hostile text stays text."""

import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import attend, edit, example, meet, offices, report
from pug_desktop.app.report import REPORTS
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.dates import PartialDate

HOSTILE = ('<img src="http://x/y.png">', "=1+1", "<b>tidak ditutup", "{{7*7}}", "a" * 3000, "\u202egnilab", "@SUM(A1)")


def text_of(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.fixture
def meeting(regency):
    made = meet.create_meeting(regency, "advokasi")
    edit.put(regency, "meeting", made, title="Advokasi PUG")
    return made


def test_a_list_shows_names_and_hides_most_of_a_nip(regency, meeting, tmp_path):
    attend.add(regency, meeting, name="Siti Aminah", nip="198503122010012004")
    text = text_of(report.write_report(regency, "daftar-hadir", tmp_path / "a.pdf", meeting_id=meeting))
    assert "Siti Aminah" in text
    assert "2004" in text
    assert "198503122010012004" not in text


def test_an_empty_list_has_room_for_signatures_and_no_names(regency, meeting, tmp_path):
    attend.add(regency, meeting, name="Siti Aminah")
    out = report.write_report(regency, "daftar-hadir", tmp_path / "a.pdf", meeting_id=meeting, blank=True)
    text = text_of(out)
    assert "Siti Aminah" not in text
    assert f"{report.BLANK_LINES}." in text


def test_minutes_say_what_nobody_told(regency, meeting, tmp_path):
    meet.set_date(regency, meeting, PartialDate(year=2019, weekday=1))
    meet.set_headcount(regency, meeting, male=None, female=None, total=163, excludes_speakers=True)
    text = text_of(report.write_report(regency, "notulen", tmp_path / "n.pdf", meeting_id=meeting))
    assert "Selasa, 2019 (tanggal tidak disebutkan)" in text
    assert "163 orang di luar narasumber" in text
    assert "Jumlah peserta laki-laki dan perempuan" in text


def test_the_sheet_of_an_office_names_its_own_kabupaten_whoever_prints_it(tmp_path):
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB Banten")
    try:
        office = offices.add_office(province, "Dinas Sosial", region_code="36.72")
        out = report.write_report(province, "prasyarat", tmp_path / "s.pdf", office_id=office, year=2024)
    finally:
        province.close()
    assert "Kabupaten/kota : Kota Cilegon" in text_of(out)


def test_a_recap_counts_only_sheets_that_were_started(regency, tmp_path):
    offices.add_office(regency, "Dinas Sosial")
    text = text_of(report.write_report(regency, "rekap-kabkota", tmp_path / "r.pdf", year=2024))
    assert "0 dari 1 kantor mempunyai lembar prasyarat tahun 2024" in text


def test_every_paper_of_a_role_can_be_made_from_practice_data(regency, tmp_path):
    example.fill_practice(regency)
    (row,) = meet.meetings(regency)
    for kind in REPORTS:
        for suffix in kind.formats if "kabkota" in kind.roles else ():
            out = tmp_path / f"{kind.name}{suffix}"
            report.write_report(regency, kind.name, out, meeting_id=row.id)
            assert out.stat().st_size > (200 if suffix == ".ics" else 2000)


@pytest.mark.parametrize(
    ("name", "file", "error"),
    [
        ("surat", "a.pdf", errors.UnknownName),
        ("notulen", "a.odt", errors.UnknownName),
        ("notulen", "a.pdf", errors.NoSuchRecord),
        ("rekap-provinsi", "a.pdf", errors.WrongRole),
        ("rekap-kabkota", "tidak/ada/a.pdf", errors.FolderNotWritable),
    ],
)
def test_a_paper_that_cannot_be_made_says_why_and_leaves_nothing(regency, tmp_path, name, file, error):
    with pytest.raises(error):
        report.write_report(regency, name, tmp_path / file)
    assert not (tmp_path / file).exists()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(HOSTILE) | st.text(max_size=30).filter(lambda text: "\0" not in text), min_size=6, max_size=6
    )
)
def test_no_text_in_any_field_stops_a_paper(regency, meeting, tmp_path, texts):
    texts = [text.encode("utf-8", "ignore").decode() for text in texts]
    edit.put(regency, "meeting", meeting, title=texts[0], theme=texts[1], place=texts[2], discussion=texts[3])
    attend.add(regency, meeting, name=texts[4], office_name=texts[5], position=texts[0])
    meet.add_output(regency, meeting, texts[1])
    for name, suffix in (
        ("daftar-hadir", ".pdf"),
        ("notulen", ".pdf"),
        ("daftar-hadir", ".xlsx"),
        ("rekap-kabkota", ".xlsx"),
    ):
        out = report.write_report(regency, name, tmp_path / f"x{suffix}", meeting_id=meeting)
        assert out.stat().st_size > 1000
    with zipfile.ZipFile(out) as book:
        assert not any(b"<f>" in book.read(each) for each in book.namelist() if "sheet" in each)


def test_minutes_tell_an_end_without_a_beginning_and_a_sex_not_told(regency, meeting, tmp_path):
    edit.put(regency, "meeting", meeting, end_time="10:00")
    meet.set_headcount(regency, meeting, male=10, female=5, total=20)
    text = text_of(report.write_report(regency, "notulen", tmp_path / "n.pdf", meeting_id=meeting))
    assert "sampai 10.00" in text
    assert "Jenis kelamin 5 orang" in text


def test_a_sheet_names_its_questionnaire_in_words(regency, tmp_path):
    text = text_of(report.write_report(regency, "prasyarat", tmp_path / "a.pdf", year=2026))

    assert "Instrumen : Tujuh prasyarat PUG, lembar kabupaten/kota, versi 2" in text
