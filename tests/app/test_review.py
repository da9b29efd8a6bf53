"""Reviewing answers that came up."""

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, fill, offices, review
from tests.app.received import copy, enter_evidence, enter_sheet, office_scope, profile

DINKES = office_scope("Dinas Kesehatan")


@pytest.fixture
def answers(regency):
    offices.add_office(regency, "Dinas Kesehatan")
    return enter_sheet(regency, DINKES, {"P2.06": 4, "P4.06": True})


def said(ws, answer):
    return [(each.role, each.verdict, each.remark, each.changed) for each in review.reviews_of(ws, answer)]


def test_a_review_lies_in_the_scope_of_its_answer_and_so_travels_down(regency, answers):
    review.review(regency, answers["P2.06"], "diterima")
    with regency.database.read() as connection:
        from pug_desktop.storage import records

        (kept,) = records.select(connection, "review")
    assert kept.scope == DINKES
    assert said(regency, answers["P2.06"]) == [("kabkota", "diterima", "", False)]
    assert review.reviews_of(regency, answers["P4.06"]) == ()


def test_saying_it_again_replaces_what_was_said_and_can_be_undone(regency, answers):
    review.review(regency, answers["P2.06"], "diterima")
    review.review(regency, answers["P2.06"], "dikembalikan", " Lampirkan SK. ")
    assert said(regency, answers["P2.06"]) == [("kabkota", "dikembalikan", "Lampirkan SK.", False)]
    assert edit.undo(regency) == "Perubahan dibatalkan: pemeriksaan."
    assert said(regency, answers["P2.06"]) == [("kabkota", "diterima", "", False)]
    edit.undo(regency)
    assert said(regency, answers["P2.06"]) == []
    edit.redo(regency)
    edit.redo(regency)
    assert said(regency, answers["P2.06"])[0][1] == "dikembalikan"


@pytest.mark.parametrize("verdict", ["dikembalikan", "catatan"])
def test_what_asks_for_something_needs_a_remark(regency, answers, verdict):
    with pytest.raises(errors.WrongValue):
        review.review(regency, answers["P2.06"], verdict, "  ")
    assert review.reviews_of(regency, answers["P2.06"]) == ()


def test_no_other_verdict_is_known(regency, answers):
    with pytest.raises(errors.WrongValue):
        review.review(regency, answers["P2.06"], "ditolak", "x")


def test_an_answer_that_is_not_here_is_not_reviewed(regency):
    with pytest.raises(errors.NoSuchRecord):
        review.review(regency, "0" * 32, "diterima")


def test_an_opd_reviews_nothing_and_nobody_its_own_answers(regency, office):
    for ws in (regency, office):
        sheet = fill.sheet(ws, 2026)
        item = sheet.sections[0].items[0].question.name
        fill.save_answer(ws, sheet, item, status="proses")
        with pytest.raises(errors.WrongRole):
            review.review(ws, fill.answer_id(sheet.checklist_id, item), "diterima")


def test_each_level_has_its_own_review_of_an_answer(tmp_path, regency, answers):
    province = profile(tmp_path / "p", "provinsi", "36", "DP3AKKB")
    copy(regency, province, "checklist", "answer")
    review.review(province, answers["P2.06"], "catatan", "Bagus.")
    review.review(regency, answers["P2.06"], "diterima")
    copy(province, regency, "review")
    assert said(regency, answers["P2.06"]) == [
        ("kabkota", "diterima", "", False),
        ("provinsi", "catatan", "Bagus.", False),
    ]
    province.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda ws, answer, _: edit.put(ws, "answer", answer, value=5),
        lambda ws, answer, _: edit.put(ws, "answer", answer, note="SK dilampirkan"),
        lambda ws, answer, path: enter_evidence(ws, "answer", answer, path),
    ],
    ids=["value", "note", "evidence"],
)
def test_a_later_change_of_the_answer_shows(regency, answers, change, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    review.review(regency, answers["P2.06"], "dikembalikan", "Lampirkan SK.")
    change(regency, answers["P2.06"], paper)
    assert said(regency, answers["P2.06"])[0][3] is True
    (again,) = review.corrected(regency)
    assert (again.scope, again.item, again.year) == (DINKES, "P2.06", 2026)


def test_true_and_one_are_two_answers(regency, answers):
    review.review(regency, answers["P4.06"], "diterima")
    edit.put(regency, "answer", answers["P4.06"], value=1)
    assert said(regency, answers["P4.06"])[0][3] is True


def test_what_came_back_names_its_question_and_says_when_it_was_mended(office, regency):
    sheet = fill.sheet(office, 2026)
    fill.save_answer(office, sheet, "P2.06", value=4)
    copy(office, regency, "checklist", "answer")
    answer = fill.answer_id(sheet.checklist_id, "P2.06")
    review.review(regency, answer, "dikembalikan", "Sebutkan judulnya.")
    assert review.returned(regency) == ()
    copy(regency, office, "review")
    (back,) = review.returned(office)
    assert (back.item, back.year, back.question) == ("P2.06", 2026, sheet.form.question("P2.06").label)
    assert back.review.sends_back
    item = fill.sheet(office, 2026).item("P2.06")
    assert item.sent_back
    assert item.reviews == (back.review,)
    fill.save_answer(office, sheet, "P2.06", value=5)
    assert not review.returned(office)[0].review.sends_back
    assert not fill.sheet(office, 2026).item("P2.06").sent_back


def test_the_newest_comes_first(office, regency):
    import datetime

    sheet = fill.sheet(office, 2026)
    for item in ("P2.06", "P6.03"):
        fill.save_answer(office, sheet, item, value=4)
    copy(office, regency, "checklist", "answer")
    for item, day in (("P2.06", 1), ("P6.03", 2)):
        regency.clock = lambda day=day: datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)
        review.review(regency, fill.answer_id(sheet.checklist_id, item), "dikembalikan", "x")
    copy(regency, office, "review")
    assert [each.item for each in review.returned(office)] == ["P6.03", "P2.06"]


def test_waiting_are_the_answers_that_nobody_here_has_looked_at_as_they_are(regency, answers):
    fill.save_answer(regency, fill.sheet(regency, 2026), "P3.02", value=True)
    assert [each.item for each in review.waiting(regency)] == ["P2.06", "P4.06"]
    review.review(regency, answers["P2.06"], "diterima")
    assert [each.item for each in review.waiting(regency)] == ["P4.06"]
    edit.put(regency, "answer", answers["P2.06"], value=9)
    assert [each.item for each in review.waiting(regency)] == ["P2.06", "P4.06"]


def test_a_review_of_a_removed_answer_goes_with_it(regency, answers):
    review.review(regency, answers["P2.06"], "dikembalikan", "x")
    edit.remove(regency, "answer", answers["P2.06"])
    assert review.corrected(regency) == ()
    edit.undo(regency)
    assert said(regency, answers["P2.06"])[0][1] == "dikembalikan"
