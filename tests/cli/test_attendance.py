"""Participants from a file on the command line."""

import openpyxl
import pytest

from tests.cli.terminal import loaded, meeting_of
from tests.intake.people_fixtures import make


@pytest.fixture
def meeting(regency):
    loaded(regency)
    return meeting_of(regency, "")["id"]


def test_a_list_goes_in_once_and_again_nobody(regency, meeting, tmp_path):
    path = make("two_header_rows", tmp_path)

    tried = regency.run("attendance", "import", path, "--meeting", meeting, "--dry-run", "--json")
    first = regency.run("attendance", "import", path, "--meeting", meeting, "--json")
    again = regency.run("attendance", "import", path, "--meeting", meeting, "--json")

    assert (tried.code, tried.json["imported"], tried.json["dry_run"]) == (0, 3, True)
    assert tried.json["columns"] == {"B": "name", "C": "nip", "D": "sex_l", "E": "sex_p", "F": "office_name"}
    assert (first.code, first.json["imported"]) == (0, 3)
    assert (again.code, again.json["imported"], again.json["left_out"]) == (4, 0, 3)


def test_rows_with_problems_are_told_with_their_place_and_kept_in_a_workbook(regency, meeting, tmp_path):
    path, out = make("nip_as_number", tmp_path), tmp_path / "hasil.xlsx"

    ran = regency.run("attendance", "import", path, "--meeting", meeting, "--result", out)

    assert ran.code == 3
    assert "2 gagal: lembar “Peserta”, baris 2, kolom C: NIP rusak oleh Excel" in ran.out
    assert openpyxl.load_workbook(out).sheetnames == ["Hasil impor", "Belum masuk"]


def test_cells_can_be_emptied_and_columns_named(regency, meeting, tmp_path):
    path = make("nip_as_number", tmp_path)

    ran = regency.run(
        "attendance",
        "import",
        path,
        "--meeting",
        meeting,
        "--empty-problems",
        "--take",
        "E=",
        "--sheet",
        "PESERTA",
        "--json",
    )

    assert (ran.code, ran.json["imported"], ran.json["failed"]) == (0, 3, 0)
    assert ran.json["columns"] == {"B": "name", "C": "nip", "D": "sex"}


def test_a_hostile_file_is_refused_in_two_lines(regency, meeting, tmp_path):
    before = regency.run("digest").out

    ran = regency.run("attendance", "import", make("last_cell_of_all", tmp_path), "--meeting", meeting)

    assert (ran.code, ran.out) == (11, "")
    assert ran.err.startswith("PUG-IN-010 Daftar peserta ini tidak dapat dibaca (last_cell_of_all.xlsx): ada sel")
    assert "sel XFD1048576" in ran.err
    assert regency.run("digest").out == before


@pytest.mark.parametrize(
    "words", [("--sheet", "tiada"), ("--take", "C=planet"), ("--take", "=nip"), ("--take", "9=nip")]
)
def test_what_is_not_there_is_named(regency, meeting, tmp_path, words):
    ran = regency.run("attendance", "import", make("plain", tmp_path), "--meeting", meeting, *words)

    assert ran.code == 2
    assert "Peserta" in ran.err or "name, nip" in ran.err


def test_the_template_reads_back(regency, meeting, tmp_path):
    regency.run("attendance", "import", make("plain", tmp_path), "--meeting", meeting)
    out = tmp_path / "templat.xlsx"

    assert regency.run("attendance", "template", "--out", out, "--meeting", meeting).code == 0
    ran = regency.run("attendance", "import", out, "--meeting", meeting, "--json")

    assert ran.code == 4
    assert ran.json["left_out"] == 4  # one was there before
