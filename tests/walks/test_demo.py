"""The five real meetings reach their provinces on paper, and nothing was invented on the way."""

import pytest
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import attend, meet
from pug_desktop.app.demo import run_demo
from pug_desktop.app.workspace import open_profile
from pug_desktop.storage import records


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    lines: list[str] = []
    return out, run_demo(out, say=lines.append)


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_bundle_arrived_and_both_sides_know_the_same(demo):
    told = demo[1]
    assert len(told.bundles) == 10
    assert all(each.same and each.new and not each.conflicts and not each.parked for each in told.bundles)


def test_an_answer_of_an_invented_office_comes_back_and_is_mended(demo):
    out, told = demo
    assert all(each.same and not each.conflicts and not each.parked for each in told.there_and_back)
    assert [each.sender == each.receiver for each in told.there_and_back] == [False] * 4
    assert told.reviews == [
        "P6.03 dikembalikan: Sebutkan judul KAK pada catatan (contoh).",
        "P6.03 sudah diubah, diperiksa lagi: diterima",
        "Diterima di kantor itu: P2.06, P6.03",
    ]
    office = open_profile(out / "profil" / "opd-36.71-contoh")
    assert "(contoh)" in office.profile.office_name
    office.close()
    for code in ("36", "36.71"):
        for paper in (out / "kertas").glob(f"{code}-*.pdf"):
            assert "(contoh)" not in text_of(paper)


def test_the_provinces_show_the_five_meetings(demo):
    out = demo[0]
    expected = {"36": ["Kota Tangerang", "Kota Tangerang Selatan"], "12": ["Kota Medan"], "63": ["Kota Banjarbaru"]}
    expected["62"] = ["Kabupaten Gunung Mas"]
    for code, names in expected.items():
        text = text_of(out / "kertas" / f"{code}-rekap-provinsi.pdf")
        assert all(name in text for name in names)
    assert "Kamis, 30 Juni 2022" in text_of(out / "kertas" / "36-rekap-provinsi.pdf")


def test_what_the_report_of_medan_does_not_say_stays_empty(demo):
    out = demo[0]
    province = open_profile(out / "profil" / "provinsi-12")
    (row,) = meet.meetings(province)
    assert row.date_text == "Selasa, 2019 (tanggal tidak disebutkan)"
    assert (row.male, row.female, row.total) == (None, None, 163)
    view = meet.meeting(province, row.id)
    assert view.headcount["excludes_speakers"] is True
    assert {person.sex for person in attend.rows(province, row.id)} == {None}
    province.close()
    text = " ".join(text_of(out / "kertas" / "12.71-notulen.pdf").split())
    assert "163 orang di luar narasumber" in text
    assert "tidak disebutkan" in text


def test_gunung_mas_has_ranks_without_values_and_tangerang_three_awards_in_a_row(demo):
    out = demo[0]
    province = open_profile(out / "profil" / "provinsi-62")
    with province.database.read() as connection:
        indices = records.select(connection, "gender_index", order=("index",))
    assert [(each.values["index"], each.values["value"], each.values["rank"]) for each in indices] == [
        ("IDG", None, 1),
        ("IPG", None, 4),
    ]
    province.close()
    banten = open_profile(out / "profil" / "provinsi-36")
    with banten.database.read() as connection:
        awards = records.select(connection, "award", order=("year",))
    assert [(each.values["year"], each.values["category"]) for each in awards] == [
        (2018, "Pratama"),
        (2019, "Madya"),
        (2020, "Utama"),
    ]
    banten.close()


def test_it_runs_again_in_its_own_folder_and_never_in_anothers(demo, tmp_path):
    (tmp_path / "profil").mkdir()
    (tmp_path / "profil" / "penting").touch()
    with pytest.raises(errors.FolderNotWritable):
        run_demo(tmp_path, say=str)
    assert (tmp_path / "profil" / "penting").exists()
    again = run_demo(demo[0], say=str)
    assert len(again.papers) == len(demo[1].papers)
