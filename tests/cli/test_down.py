"""Reviews and instruments on the command line."""

import json

import openpyxl
import pytest

from pug_desktop.forms.load import CATALOG, load_form
from tests.cli.terminal import loaded

SHEET, ANSWER = "0190a1b2c3d47e8f9a0b1c2d3e4f5a01", "0190a1b2c3d47e8f9a0b1c2d3e4f5a02"


def answered(office):
    """A sheet with one answer; returns its id."""
    scope = json.loads((office.folder / "profil.json").read_text(encoding="utf-8"))["scope"]
    form = load_form("prasyarat-opd")
    sheet = {
        "form": form.form,
        "form_version": form.version,
        "form_sha256": form.sha256,
        "year": 2026,
        "region_code": "36.71",
    }
    answer = {"checklist_id": SHEET, "item": "P2.06", "status": "ada", "value": 4}
    records = [
        {"kind": "checklist", "id": SHEET, "scope": scope, "values": sheet},
        {"kind": "answer", "id": ANSWER, "scope": scope, "values": answer},
    ]
    assert loaded(office, records=records).code == 0


def sent(sender, receiver, stick, *more):
    path = sender.run("export", "--to", stick, *more, "--json").json["bundles"][0]["path"]
    assert receiver.run("import", path).code == 0


@pytest.fixture
def up(chain, stick):
    opd, regency, _province = chain
    answered(opd)
    sent(opd, regency, stick)
    return opd, regency


def test_an_answer_is_sent_back_and_the_office_reads_why(up, stick):
    opd, regency = up
    (open_one,) = regency.run("reviews", "--waiting", "--json").json["waiting"]
    assert (open_one["answer_id"], open_one["item"], open_one["year"]) == (ANSWER, "P2.06", 2026)
    assert ANSWER in regency.run("reviews", "--waiting").out

    ran = regency.run("review", ANSWER, "--verdict", "dikembalikan", "--remark", "Lampirkan SK.")
    assert (ran.code, ran.out) == (0, "Kabupaten/kota: Dikembalikan Lampirkan SK.\n")
    assert regency.run("reviews", "--waiting", "--json").json["waiting"] == []
    none = regency.run("reviews", "--waiting")
    assert (none.code, none.out) == (0, "Tidak ada jawaban yang menunggu diperiksa. / No answer waits for a review.\n")

    sent(regency, opd, stick, "--for", opd.office)
    (back,) = opd.run("reviews", "--json").json["returned"]
    assert (back["item"], back["review"]["remark"], back["review"]["changed"]) == ("P2.06", "Lampirkan SK.", False)
    text = opd.run("reviews").out
    assert text.startswith("Dikembalikan / sent back: 1\n")
    assert "Lampirkan SK." in text


@pytest.mark.parametrize(
    ("who", "words", "code"),
    [
        ("regency", ("--verdict", "dikembalikan"), 2),
        ("regency", ("--verdict", "ditolak"), 2),
        ("opd", ("--verdict", "diterima"), 2),
    ],
)
def test_what_cannot_be_said_is_refused(up, who, words, code):
    opd, regency = up
    ran = {"opd": opd, "regency": regency}[who].run("review", ANSWER, *words)
    assert ran.code == code
    assert ran.out == ""
    assert regency.run("reviews", "--waiting", "--json").json["waiting"] != []


def test_a_province_issues_an_instrument_and_everybody_lists_it(chain, stick, tmp_path):
    opd, regency, province = chain
    file = tmp_path / "baru.toml"
    assert province.run("instrument", "copy", "prasyarat-opd", "--out", file, "--json").json["version"] == 2
    text = file.read_text(encoding="utf-8")
    assert file.read_bytes() == (CATALOG / "prasyarat-opd.v2.toml").read_bytes()
    file.write_text(text.replace("version = 2\n", "version = 3\n"), encoding="utf-8")

    ran = province.run("instrument", "publish", file, "--json")
    assert (ran.code, ran.json["version"], ran.json["usable"]) == (0, 3, True)
    again = province.run("instrument", "publish", file)
    assert again.code == 11
    assert again.err.startswith("PUG-FORM-003")
    assert "instrumen ini sudah ada" in again.err

    sent(province, regency, stick, "--for", regency.office)
    sent(regency, opd, stick, "--for", opd.office)
    for office in (province, regency, opd):
        (found,) = office.run("instrument", "list", "--json").json["instruments"]
        assert (found["form"], found["version"], found["refused"]) == ("prasyarat-opd", 3, "")
    assert "prasyarat-opd v3" in opd.run("instrument", "list").out
    copied = tmp_path / "lagi.toml"
    assert opd.run("instrument", "copy", "prasyarat-opd", "--out", copied).out == f"{copied}: prasyarat-opd v3\n"
    assert copied.read_bytes() == file.read_bytes()
    assert opd.run("instrument", "copy", "prasyarat-desa", "--out", copied).code == 11


def test_only_a_province_issues_instruments(regency, tmp_path):
    file = tmp_path / "baru.toml"
    file.write_text("form = 1", encoding="utf-8")
    assert regency.run("instrument", "publish", file).code == 2
    assert regency.run("instrument", "list").out == (
        "Instrumen / instruments: 0\n"
        "Dipakai dari program / in use from the program: prasyarat-kabkota v2, prasyarat-opd v2\n"
    )
    assert regency.run("instrument", "list", "--json").json["built_in"] == {"prasyarat-kabkota": 2, "prasyarat-opd": 2}


def next_in_excel(office, path, **cells):
    """The newest form of the offices' sheet as a workbook, with the next version and these cells of its survey."""
    made = office.run("instrument", "copy", "prasyarat-opd", "--out", path, "--json").json
    book = openpyxl.load_workbook(path)
    book["settings"]["C2"] = made["version"] + 1
    for cell, value in cells.items():
        book["survey"][cell] = value
    book.save(path)
    return made["version"] + 1


def test_a_workbook_is_checked_and_issued_like_a_form_file(chain, tmp_path):
    province = chain[2]
    file = tmp_path / "opd.xlsx"
    version = next_in_excel(province, file)

    checked = province.run("instrument", "check", file, "--json")
    assert (checked.code, checked.json["form"], checked.json["version"]) == (0, "prasyarat-opd", version)
    assert checked.json["mistakes"] == checked.json["remarks"] == []
    assert province.run("instrument", "check", file).out.startswith(f"prasyarat-opd v{version}: ")
    assert province.run("instrument", "list", "--json").json["instruments"] == []

    issued = province.run("instrument", "publish", file, "--json")
    assert (issued.code, issued.json["version"], issued.json["usable"]) == (0, version, True)


def test_every_mistake_of_a_workbook_is_a_line_with_its_cell(chain, tmp_path):
    province = chain[2]
    file = tmp_path / "opd.xlsx"
    next_in_excel(province, file, A5="geopoint", B4="dua kata")

    ran = province.run("instrument", "check", file)
    assert ran.code == 11
    assert [line.partition(": ")[0] for line in ran.out.splitlines()] == [
        "lembar survey, baris 4, kolom B (name)",
        "lembar survey, baris 5, kolom A (type)",
    ]
    assert ran.err.startswith("PUG-FORM-004 ")
    assert "hanya boleh huruf" in ran.out
    assert "may hold letters" in ran.out
    told = province.run("instrument", "check", file, "--json")
    assert all(each["problem_id"] and each["problem_en"] for each in told.json["mistakes"])
    assert [(each["row"], each["column"], each["heading"]) for each in told.json["mistakes"]] == [
        (4, 2, "name"),
        (5, 1, "type"),
    ]
    published = province.run("instrument", "publish", file)
    assert (published.code, published.out) == (11, "")
    assert "kolom B (name)" in published.err
