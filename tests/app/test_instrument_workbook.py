"""An instrument goes out as an XLSForm workbook that others read too, and one in Excel is issued like any other."""

import dataclasses
import os
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from pug_desktop import errors
from pug_desktop.app import instruments
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.instrument_guide import guide
from pug_desktop.app.instrument_workbook import read_draft, write_form, write_workbook
from pug_desktop.app.workspace import open_profile
from pug_desktop.forms.load import available, load_form, parse_form
from pug_desktop.forms.schema import AnswerKind, Form, Text
from pug_desktop.forms.toml_text import toml_text
from pug_desktop.storage import records
from tests.app.received import profile
from tests.forms.xlsform_forms import forms


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("provinsi")
    ws = profile(folder / "p", "provinsi", "36", "DP3AKKB")
    ws.close()
    return folder / "p"


@pytest.fixture
def province(made, tmp_path):
    import shutil

    shutil.copytree(made, tmp_path / "p")
    ws = open_profile(tmp_path / "p")
    yield ws
    ws.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "instrumen.xlsx"


def newest(name):
    return load_form(name)


def edited(path, *changes):
    """The workbook with cells changed as in Excel: (sheet, heading, name of the row, text)."""
    book = openpyxl.load_workbook(path)
    for sheet, heading, name, text in changes:
        page = book[sheet]
        column = next(cell.column for cell in page[1] if cell.value == heading)
        row = 2 if sheet == "settings" else next(row[1].row for row in page.iter_rows() if row[1].value == name)
        page.cell(row, column).value = text
    book.save(path)
    return path


def next_version(path, name="prasyarat-opd", *changes):
    form = newest(name)
    write_form(form, path)
    return edited(path, ("settings", "version", "", form.version + 1), *changes)


def same(form):
    return dataclasses.replace(form, sha256="")


@pytest.mark.parametrize(("name", "version"), available())
def test_every_form_comes_back_from_its_file_as_it_was(path, name, version):
    form = load_form(name, version)
    write_form(form, path)
    draft = read_draft(path)

    assert same(draft.form) == same(form)
    assert draft.remarks == ()


@pytest.mark.parametrize(("name", "version"), available())
def test_pyxform_accepts_what_we_write_without_a_warning(path, name, version):
    from pyxform.xls2xform import convert

    form = load_form(name, version)
    write_form(form, path)
    warnings = []
    found = convert(str(path), validate=False, warnings=warnings)

    assert warnings == []
    assert f'<data id="{name}" version="{version}">' in found.xform
    assert all(question.name in found.xform for question in form.questions)


def test_the_guide_explains_every_kind_of_answer():
    assert [row[0] for row in guide().rows] == [kind.value for kind in AnswerKind]


def test_texts_that_look_like_formulas_and_links_stay_texts(path):
    form = newest("prasyarat-opd")
    first, *rest = form.sections
    question, *others = first.questions
    hostile = '=HYPERLINK("http://x.id","klik")'
    question = dataclasses.replace(question, label=Text(hostile, "@SUM(1)"), hint=Text("-1+1", "http://x.id"))
    form = dataclasses.replace(form, sections=(dataclasses.replace(first, questions=(question, *others)), *rest))
    write_form(form, path)

    assert {cell.data_type for row in openpyxl.load_workbook(path)["survey"].iter_rows() for cell in row} <= {"s", "n"}
    assert openpyxl.load_workbook(path)["survey"]._hyperlinks == []
    assert same(read_draft(path).form) == same(form)


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut(path):
    form = Form("prasyarat-opd", 9, Text("a" * 40_000, "b"), "s", newest("prasyarat-opd").sections, "")

    with pytest.raises(errors.InstrumentRefused):
        write_form(form, path)
    assert not path.exists()


def test_a_province_issues_what_an_office_wrote_in_excel(province, path):
    wanted = "Berapa kali rapat PUG tahun ini?"
    form = newest("prasyarat-opd")
    code = form.questions[-1].name
    next_version(path, "prasyarat-opd", ("survey", "label::Bahasa Indonesia (id)", code, wanted))
    issued = instruments.publish(province, path)

    assert (issued.name, issued.version, issued.refused) == ("prasyarat-opd", form.version + 1, "")
    assert forms_of(province).newest("prasyarat-opd").question(code).label.id == wanted
    with province.database.read() as connection:
        (kept,) = records.select(connection, "instrument")
    text = "\n".join(kept.values["document"]["toml"])
    assert text.startswith("# Dibuat dari buku kerja Excel (XLSForm) / made from a workbook: instrumen.xlsx\n")
    assert parse_form(text.encode(), "x").sha256 == issued.sha256


def test_what_was_issued_can_be_taken_to_excel_again(province, path, tmp_path):
    instruments.publish(province, next_version(path))
    again = tmp_path / "lagi.xlsx"

    assert write_workbook(province, "prasyarat-opd", again).version == newest("prasyarat-opd").version + 1
    assert same(read_draft(again).form) == same(forms_of(province).newest("prasyarat-opd"))


def test_a_workbook_with_mistakes_is_told_cell_by_cell_and_nothing_is_kept(province, path):
    codes = [question.name for question in newest("prasyarat-opd").questions]
    next_version(
        path,
        "prasyarat-opd",
        ("survey", "pug_kind", codes[0], "rasio"),
        ("survey", "relevant", codes[3], "${tidak.ada} = 'yes'"),
        ("settings", "form_title", "", None),
    )
    with pytest.raises(errors.WorkbookMistakes) as caught:
        instruments.publish(province, path)
    fields = caught.value.fields

    assert [(each.sheet, each.heading) for each in fields["findings"]] == [
        ("survey", "pug_kind"),
        ("survey", "relevant"),
        ("settings", "form_title"),
    ]
    assert fields["count"] == 3
    assert fields["first"].en.startswith("sheet survey, row 4, column L (pug_kind): ")
    assert fields["first"].id.startswith("lembar survey, baris 4, kolom L (pug_kind): ")
    assert instruments.listed(province) == ()


def test_a_draft_is_held_to_what_is_known_before_it_is_issued(province, path):
    write_form(newest("prasyarat-opd"), path)
    with pytest.raises(errors.InstrumentRefused, match="versinya harus di atas"):
        instruments.check_draft(province, edited(path, ("settings", "pug_source", "", "lain")))

    assert instruments.check_draft(province, next_version(path)).form.version == newest("prasyarat-opd").version + 1
    assert instruments.listed(province) == ()


@pytest.mark.parametrize("name", ["lama.xls", "buku.ods", "buku.xlsx"])
def test_what_is_no_xlsx_is_refused_with_the_way_out(province, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))

    with pytest.raises(errors.WorkbookRefused):
        instruments.publish(province, path)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(forms())
def test_any_form_survives_the_file_and_pyxform_accepts_it(tmp_path_factory, told):
    from pyxform.xls2xform import convert

    form = parse_form(toml_text(told).encode(), "uji.toml")
    path = tmp_path_factory.mktemp("uji") / "uji.xlsx"
    write_form(form, path)

    assert same(read_draft(path).form) == same(form)
    assert convert(str(path), validate=False).xform


@pytest.mark.skipif(sys.platform == "win32", reason="a name there is always of letters")
def test_a_workbook_may_have_any_name(path):
    write_form(newest("prasyarat-opd"), path)
    odd = Path(os.fsdecode(os.fsencode(path.parent) + b"/instrumen \xff\x01.xlsx"))
    path.rename(odd)
    assert read_draft(odd).form.form == "prasyarat-opd"
