"""Reports, the doctor and the whole story on the command line."""

import shutil

import pytest

from pug_desktop.cli.call import Call
from tests.cli.terminal import loaded, meeting_of, run


def test_a_report_of_the_only_meeting(regency, tmp_path):
    loaded(regency)
    out = tmp_path / "notulen.pdf"

    ran = regency.run("report", "notulen", "--out", out, "--json")

    assert (ran.code, ran.json["path"]) == (0, str(out))
    assert out.read_bytes()[:5] == b"%PDF-"
    assert ran.json["size"] == out.stat().st_size


def test_what_an_office_wrote_is_printed_by_its_id_or_by_its_year(regency, tmp_path):
    made = "0190a1b2c3d47e8f9a0b1c2d3e4f5aaa"
    values = {"model": "empat", "year": 2026, "programme": "Kelas ibu"}
    loaded(regency, records=[{**meeting_of(regency, ""), "kind": "gap", "id": made, "values": values}])

    one = regency.run("report", "gap", "--record", made, "--out", tmp_path / "a.pdf")
    year = regency.run("report", "gap", "--year", "2026", "--out", tmp_path / "a.xlsx")
    other = regency.run("report", "gap", "--record", "f" * 32, "--out", tmp_path / "b.pdf")

    assert (one.code, year.code) == (0, 0)
    assert (other.code, other.err[:11]) == (2, "PUG-USE-008")
    assert not (tmp_path / "b.pdf").exists()


def test_with_several_meetings_one_must_be_named(regency, tmp_path):
    loaded(regency)
    second = {**meeting_of(regency, "Bimtek GAP"), "id": "0190a1b2c3d47e8f9a0b1c2d3e4f5a99"}
    loaded(regency, records=[second])
    out = tmp_path / "notulen.pdf"

    unclear = regency.run("report", "notulen", "--out", out)
    by_id = regency.run("report", "notulen", "--out", out, "--meeting", second["id"])
    by_title = regency.run("report", "daftar-hadir", "--out", out, "--meeting", "bimtek", "--blank")

    assert (unclear.code, unclear.err[:11]) == (2, "PUG-USE-002")
    assert second["id"] in unclear.err
    assert (by_id.code, by_title.code) == (0, 0)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["tidak-ada", "--out", "x.pdf"], "PUG-USE-002"),
        (["notulen", "--out", "x.pdf"], "PUG-USE-008"),
        (["prasyarat", "--out", "x.docx"], "PUG-USE-002"),
        (["rekap-provinsi", "--out", "x.pdf"], "PUG-USE-005"),
        (["prasyarat", "--out", "x.pdf", "--office", "Dinas Perhubungan"], "PUG-USE-002"),
        (["satu-pertanyaan", "--out", "x.pdf", "--question", "X9.99"], "PUG-USE-002"),
    ],
)
def test_a_report_that_cannot_be_made_says_why(regency, tmp_path, words, code):
    ran = regency.run("report", *(str(tmp_path / word) if word.startswith("x.") else word for word in words))

    assert (ran.code, ran.err[:11]) == (2, code)
    assert list(tmp_path.glob("x.*")) == []


def test_one_question_beside_each_other_is_a_report_too(regency, tmp_path):
    out = tmp_path / "p.xlsx"
    ran = regency.run("report", "satu-pertanyaan", "--question", "P2.06", "--out", str(out))

    assert (ran.code, out.stat().st_size > 2000) == (0, True)


def test_the_doctor_finds_nothing_in_a_sound_profile(regency):
    loaded(regency)

    ran = regency.run("doctor", "--json")

    assert (ran.code, ran.json["ok"], ran.json["problems"]) == (0, True, [])
    assert "Semua baik" in regency.run("doctor").out


def test_the_doctor_ends_with_code_1_when_something_is_wrong(regency):
    (regency.folder / "kunci" / "perangkat.kunci").unlink()
    shutil.copy(regency.folder / "profil.json", regency.folder / "kunci" / "perangkat.kunci")

    ran = regency.run("doctor")

    assert ran.code in (1, 11)
    assert "Traceback" not in ran.err


def test_demo_gets_what_takes_pictures(tmp_path, monkeypatch):
    from pug_desktop.app import demo

    seen = {}

    def run_demo(out, *, pictures, say):
        seen["pictures"] = pictures
        say("Kota Tangerang")
        return demo.Told(profiles=["opd"], papers=[out / "a.pdf"])

    monkeypatch.setattr(demo, "run_demo", run_demo)
    call = Call(pictures=lambda profile, folder: ())

    ran = run("demo", "--out", tmp_path, "--json", call=call)

    assert (ran.code, ran.json["profiles"], ran.json["papers"]) == (0, ["opd"], [str(tmp_path / "a.pdf")])
    assert ran.err == "Kota Tangerang\n"
    assert seen["pictures"] is call.pictures
