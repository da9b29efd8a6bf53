"""The problems of a sheet over a real profile."""

import pytest

from pug_desktop.app import edit, fill, offices, problem_list
from pug_desktop.domain.identity import IdSource
from tests.app.received import enter_sheet, office_scope


def told(ws, sheet):
    """All but what is said of evidence, which test_documents.py asks for."""
    found = problem_list.of_sheet(ws, sheet)
    return [(each.question, each.severity, each.rule) for each in found if each.rule != "evidence"]


def test_a_new_sheet_lists_only_what_must_be_answered(office):
    assert told(office, fill.sheet(office, 2026)) == [
        ("P3.03", "error", "required"),
        ("P3.04", "error", "required"),
        ("P4.05", "error", "required"),
    ]


def test_who_has_nothing_yet_has_answered_what_is_required(office):
    for item in ("P3.03", "P4.05"):
        fill.save_answer(office, fill.sheet(office, 2026), item, status="belum_ada")
    fill.save_answer(office, fill.sheet(office, 2026), "P3.04", value={"male": 1, "female": 2})
    assert told(office, fill.sheet(office, 2026)) == []


def test_a_method_is_asked_for_as_soon_as_there_is_a_gap(office):
    fill.save_answer(office, fill.sheet(office, 2026), "P6.01", value=3)
    assert ("P6.01.metode", "error", "required") in told(office, fill.sheet(office, 2026))
    fill.save_answer(office, fill.sheet(office, 2026), "P6.01", value=0)
    assert "P6.01.metode" not in [name for name, _, _ in told(office, fill.sheet(office, 2026))]


def test_answers_that_contradict_each_other_are_a_warning_at_the_later_one(office):
    sheet = fill.sheet(office, 2026)
    fill.save_answer(office, sheet, "P4.05", value={"amount": 5, "base": 100, "base_name": "total_apbd"})
    fill.save_answer(office, sheet, "P4.06", value=False)
    assert ("P4.06", "warning", "constraint") in told(office, fill.sheet(office, 2026))
    found = problem_list.while_typing(office, fill.sheet(office, 2026), "P4.06", True)
    assert found == ()


def test_a_question_marked_as_not_relevant_has_no_problems(office):
    sheet = fill.sheet(office, 2026)
    fill.save_answer(office, sheet, "P2.06", value=1_000_000)
    assert ("P2.06", "error", "bounds") in told(office, fill.sheet(office, 2026))
    fill.save_answer(office, sheet, "P2.06", status="tidak_relevan")
    assert "P2.06" not in [name for name, _, _ in told(office, fill.sheet(office, 2026))]


def test_while_typing_nothing_is_said_of_what_is_still_missing(office):
    sheet = fill.sheet(office, 2026)
    assert problem_list.while_typing(office, sheet, "P3.03", None) == ()
    assert problem_list.while_typing(office, sheet, "P3.03", {"document_kind": "SK"}) == ()
    (found,) = problem_list.while_typing(office, sheet, "P3.03", {"document_kind": "SK", "date": "2099-01-01"})
    assert "belum tiba" in found.cause.id


def test_a_computed_value_that_is_replaced_without_a_reason_is_a_warning(regency):
    offices.add_office(regency, "Dinas Sosial", "opd")
    enter_sheet(regency, office_scope("Dinas Sosial"), {"P2.06": 3})
    sheet = fill.sheet(regency, 2026)
    assert sheet.item("P2.06").computed is not None
    fill.save_answer(regency, sheet, "P2.06", value=9)
    assert ("P2.06", "warning", "override") in told(regency, fill.sheet(regency, 2026))
    fill.save_answer(regency, sheet, "P2.06", override_reason="enam lewat surat")
    assert "P2.06" not in [name for name, _, _ in told(regency, fill.sheet(regency, 2026))]


def named(office, at):
    """A decree that answers P3.03, recorded at that time."""
    values = {"decree_kind": "focal_point", "number": "188/12", "decree_on": "2026-01-05", "about": "Focal point"}
    edit.create(office, "decree", values, id=IdSource(lambda: at * 1000)())


@pytest.mark.parametrize(("later", "told_so"), [(60, True), (-60, False)])
def test_an_answer_that_was_typed_before_the_register_had_one_is_not_said_to_replace_it(office, later, told_so):
    typed = {"document_kind": "SK", "number": "1/2026", "date": "2026-01-04"}
    fill.save_answer(office, fill.sheet(office, 2026), "P3.03", value=typed)
    named(office, office.now_s + later)
    fill.save_answer(office, fill.sheet(office, 2026), "P3.03", note="dilihat")
    (found,) = [each for each in problem_list.of_sheet(office, fill.sheet(office, 2026)) if each.rule == "override"]
    assert ("diketik sebelum ada" in found.cause.id) is told_so
    assert ("diganti tanpa alasan" in found.cause.id) is not told_so
    assert "Pakai jawaban hitungan" in found.remedy.id


def test_a_wrong_value_from_elsewhere_is_an_error_and_not_hidden(office):
    sheet = fill.sheet(office, 2026)
    fill.save_answer(office, sheet, "P4.01", value={"numerator": 1, "denominator": 2})
    edit.put(office, "answer", sheet.item("P4.01").answer_id, value={"numerator": 3, "denominator": 2})
    assert ("P4.01", "error", "share") in told(office, fill.sheet(office, 2026))
