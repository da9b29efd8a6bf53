"""A sheet is moved to a newer version of its form as one step."""

import pytest

from pug_desktop import errors
from pug_desktop.app import decide, edit, fill, move_sheet
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.sheets import answer_id
from pug_desktop.forms.load import load_form, parse_form
from pug_desktop.forms.shelf import Shelf
from pug_desktop.storage import records
from tests.app.received import enter_sheet, office_scope
from tests.app.rivals import disagree

ONE = load_form("prasyarat-opd", 1)
LACTATION = '    { name = "ruang_laktasi", id = "Ruang laktasi", en = "Lactation room" },\n'


@pytest.fixture
def sheet(office):
    """This year's sheet of the office, made with version 1."""
    answers = {
        "P2.06": 4,
        "P4.07": ["ruang_laktasi", "jalur_landai"],
        "P4.06": True,
        "P7.01": {"count": 1, "names": ["PKK"]},
    }
    enter_sheet(office, office.profile.scope, answers, year=office.clock().year, form=ONE)
    return fill.sheet(office, office.clock().year)


@pytest.fixture
def thinner(office, monkeypatch):
    """A version 3 without lactation rooms, with another kind of answer to P4.06, and without P7.01."""
    from pug_desktop.forms.load import form_bytes

    text = form_bytes("prasyarat-opd", 2).decode()
    text = text.replace("\nversion = 2\n", "\nversion = 3\n").replace(LACTATION, "")
    text = text.replace('name = "P7.01"', 'name = "P7.02"')
    head, tail = text.split('name = "P4.06"\nkind = "boolean"\n')
    body, rest = tail.split('[[section.question]]\nname = "P4.07"')
    body = body.split("[[section.question.constraint]]")[0].replace('auto_from = "register.gender_budget"\n', "")
    text = f'{head}name = "P4.06"\nkind = "text"\n{body}[[section.question]]\nname = "P4.07"{rest}'
    form = parse_form(text.encode(), "baru.toml")
    shelf = Shelf((form,))
    for module in ("pug_desktop.app.move_sheet", "pug_desktop.app.fill"):
        monkeypatch.setattr(f"{module}.forms_of", lambda ws: shelf)
    return form


def test_a_sheet_of_the_former_version_can_be_moved_and_keeps_every_answer(office, sheet):
    assert sheet.form.version == 1
    found = move_sheet.plan(office, sheet)
    assert (found.form.version, found.takeover.left, found.evidence) == (2, (), 0)
    assert set(found.takeover.same) == {"P2.06", "P4.07", "P4.06", "P7.01"}
    move_sheet.move(office, sheet)
    after = fill.sheet(office, sheet.year)
    assert (after.form.version, after.missing_version, after.mine) == (2, None, True)
    assert [after.item(name).value for name in found.takeover.same] == [
        sheet.item(name).value for name in found.takeover.same
    ]
    assert move_sheet.newer_form(office, after) is None
    with pytest.raises(errors.SheetStays):
        move_sheet.move(office, after)


def test_moving_is_one_step_that_can_be_undone(office, sheet):
    move_sheet.move(office, sheet)
    edit.undo(office)
    back = fill.sheet(office, sheet.year)
    assert back.form == ONE
    assert back == sheet
    edit.redo(office)
    assert fill.sheet(office, sheet.year).form.version == 2


def test_what_does_not_fit_is_told_and_kept_in_words(office, sheet, thinner):
    found = move_sheet.plan(office, sheet)
    assert [(each.question.name, each.gone) for each in found.takeover.left] == [
        ("P4.06", False),
        ("P4.07", False),
        ("P7.01", True),
    ]
    assert [question.name for question in found.takeover.new] == ["P7.02"]
    move_sheet.move(office, sheet)
    after = fill.sheet(office, sheet.year)
    budget, rooms = after.item("P4.06"), after.item("P4.07")
    assert (budget.status, budget.value) == ("belum_diisi", None)
    assert budget.note == "Jawaban pada instrumen versi 1: Ya."
    assert (rooms.status, rooms.value) == ("ada", ["jalur_landai"])
    assert rooms.note == "Jawaban pada instrumen versi 1: Ruang laktasi, Jalur landai (ram)."
    assert after.item("P2.06").value == 4
    with office.database.read() as connection:
        kept = records.get(connection, "answer", fill.answer_id(sheet.checklist_id, "P7.01"))
    assert kept is not None
    assert kept.values["value"] == {"count": 1, "names": ["PKK"]}


def test_evidence_of_a_question_that_is_gone_is_counted(office, sheet, thinner, tmp_path):
    from pug_desktop.app import evidence

    paper = tmp_path / "mou.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    evidence.attach(office, "answer", fill.answer_id(sheet.checklist_id, "P7.01"), paper)
    assert move_sheet.plan(office, fill.sheet(office, sheet.year)).evidence == 1


def test_an_old_year_stays_in_its_old_instrument(office):
    year = office.clock().year - 2
    enter_sheet(office, office.profile.scope, {"P2.06": 4}, year=year, form=ONE)
    sheet = fill.sheet(office, year)
    assert (sheet.form.version, move_sheet.newer_form(office, sheet)) == (1, None)
    enter_sheet(office, office.profile.scope, {"P2.06": 4}, year=year + 1, form=ONE)
    assert move_sheet.newer_form(office, fill.sheet(office, year + 1)) is not None


def test_a_sheet_that_was_never_begun_has_the_newest_form_already(office):
    assert move_sheet.newer_form(office, fill.sheet(office, office.clock().year)) is None


def test_nobody_moves_the_sheet_of_another_office(regency):
    enter_sheet(regency, office_scope("Dinas Sosial"), {"P2.06": 3}, year=regency.clock().year, form=ONE)
    assert forms_of(regency).newest("prasyarat-opd").version == 2
    from pug_desktop.app import offices
    from pug_desktop.domain.identity import office_id

    offices.add_office(regency, "Dinas Sosial", "opd")
    sheet = fill.sheet(regency, regency.clock().year, office_id=office_id("36.71", "Dinas Sosial"))
    assert sheet.form.version == 1
    assert move_sheet.newer_form(regency, sheet) is None


def test_a_final_sheet_is_not_moved(office, sheet):
    edit.put(office, "checklist", sheet.checklist_id, state="final")
    assert move_sheet.newer_form(office, fill.sheet(office, sheet.year)) is None
    with pytest.raises((errors.SheetIsFinal, errors.SheetStays)):
        move_sheet.move(office, sheet)


def test_the_other_one_of_two_values_that_do_not_fit_is_kept_in_words_too(office, sheet, thinner):
    answer = answer_id(sheet.checklist_id, "P4.06")
    edit.put(office, "answer", answer, note="dari bidang")
    theirs = {"status": "ada", "value": True}
    disagree(office, "answer", answer, lambda: edit.put(office, "answer", answer, value=False), answer=theirs)
    assert decide.count(office) == 1
    move_sheet.move(office, fill.sheet(office, sheet.year))
    note = fill.sheet(office, sheet.year).item("P4.06").note
    assert note.startswith("dari bidang\n")
    assert "versi 1: Ya." in note
    assert "versi 1: Tidak." in note


def test_nothing_is_moved_when_a_note_would_grow_longer_than_bundles_may_carry(office, sheet, thinner):
    fill.save_answer(office, sheet, "P4.06", note="n" * 99_990)
    before = fill.sheet(office, sheet.year)
    with pytest.raises(errors.WrongValue):
        move_sheet.move(office, before)
    assert fill.sheet(office, sheet.year) == before


def test_what_was_answered_since_the_page_was_opened_is_moved_and_not_what_the_page_showed(office, sheet, thinner):
    fill.save_answer(office, sheet, "P4.07", value=["ruang_laktasi", "toilet_terpisah"], note="dua")
    move_sheet.move(office, sheet)
    rooms = fill.sheet(office, sheet.year).item("P4.07")
    assert rooms.value == ["toilet_terpisah"]
    assert rooms.note.startswith("dua\n")
