"""Accepting at once what somebody accepted already and nobody changed since."""

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, fill, offices, review, review_many
from tests.app.received import copy, enter_evidence, enter_sheet, office_scope, profile

DINKES = office_scope("Dinas Kesehatan")


@pytest.fixture
def answers(regency):
    offices.add_office(regency, "Dinas Kesehatan")
    return enter_sheet(regency, DINKES, {"P2.06": 4, "P4.06": True, "P2.02": True})


@pytest.fixture
def province(tmp_path, regency, answers):
    made = profile(tmp_path / "p", "provinsi", "36", "DP3AKKB")
    yield made
    made.close()


def sheet(ws, year=2026):
    return fill.sheet(ws, year, office_id=DINKES.partition("/")[2])


def test_a_province_accepts_what_the_kabupaten_accepted(regency, answers, province):
    review.review(regency, answers["P2.06"], "diterima")
    review.review(regency, answers["P4.06"], "dikembalikan", "Lampirkan SK.")
    copy(regency, province, "office", "checklist", "answer", "review")
    assert review_many.acceptable(province, sheet(province)) == ("P2.06",)
    assert review_many.accept_unchanged(province, sheet(province)) == 1
    found = review.reviews_of(province, answers["P2.06"])
    assert [(each.role, each.verdict) for each in found] == [("kabkota", "diterima"), ("provinsi", "diterima")]
    assert review_many.acceptable(province, sheet(province)) == ()


def test_not_what_changed_after_the_kabupaten_accepted_it(regency, answers, province):
    review.review(regency, answers["P2.06"], "diterima")
    edit.put(regency, "answer", answers["P2.06"], value=5)
    copy(regency, province, "office", "checklist", "answer", "review")
    assert review_many.acceptable(province, sheet(province)) == ()


def test_a_kabupaten_accepts_what_it_accepted_the_year_before(regency, answers):
    before = enter_sheet(regency, DINKES, {"P2.06": 4, "P4.06": False, "P2.02": True}, year=2025)
    for item in ("P2.06", "P4.06"):
        review.review(regency, before[item], "diterima")
    # P4.06 is answered otherwise this year, and P2.02 was never looked at.
    assert review_many.acceptable(regency, sheet(regency)) == ("P2.06",)


@pytest.mark.parametrize(
    "change",
    [
        lambda ws, now, before, paper: edit.put(ws, "answer", now, note="lain"),
        lambda ws, now, before, paper: enter_evidence(ws, "answer", now, paper),
        lambda ws, now, before, paper: edit.put(ws, "answer", before, value=5),
        lambda ws, now, before, paper: review.review(ws, before, "catatan", "Kurang jelas."),
        lambda ws, now, before, paper: review.review(ws, now, "dikembalikan", "Perbaiki."),
        lambda ws, now, before, paper: review.review(ws, now, "catatan", "Sudah dilihat."),
    ],
    ids=["note", "evidence", "changed-after-acceptance", "not-accepted", "sent-back", "already-reviewed"],
)
def test_anything_that_differs_wants_to_be_looked_at(regency, answers, change, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    before = enter_sheet(regency, DINKES, {"P2.06": 4}, year=2025)
    review.review(regency, before["P2.06"], "diterima")
    change(regency, answers["P2.06"], before["P2.06"], paper)
    assert review_many.acceptable(regency, sheet(regency)) == ()


def test_what_was_sent_back_and_mended_is_looked_at_again(regency, answers):
    before = enter_sheet(regency, DINKES, {"P2.06": 4}, year=2025)
    review.review(regency, before["P2.06"], "diterima")
    edit.put(regency, "answer", answers["P2.06"], value=9)
    review.review(regency, answers["P2.06"], "dikembalikan", "Perbaiki.")
    edit.put(regency, "answer", answers["P2.06"], value=4)
    assert review_many.acceptable(regency, sheet(regency)) == ()


def test_all_of_them_are_one_step_to_undo(regency, answers):
    before = enter_sheet(regency, DINKES, {"P2.06": 4, "P2.02": True}, year=2025)
    for each in before.values():
        review.review(regency, each, "diterima")
    assert review_many.accept_unchanged(regency, sheet(regency)) == 2
    edit.undo(regency)
    assert review.reviews_of(regency, answers["P2.06"]) == review.reviews_of(regency, answers["P2.02"]) == ()
    assert len(review_many.acceptable(regency, sheet(regency))) == 2


def test_nobody_accepts_its_own_answers(office):
    fill.save_answer(office, fill.sheet(office, 2026), "P2.06", value=4)
    assert review_many.acceptable(office, fill.sheet(office, 2026)) == ()
    with pytest.raises(errors.WrongRole):
        review_many.accept_unchanged(office, fill.sheet(office, 2026))
