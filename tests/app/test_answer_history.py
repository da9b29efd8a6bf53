"""The history of an answer: who, when, where, what it said before and what then."""

from datetime import UTC, datetime

import pytest

from pug_desktop.app import answer_history, edit, enrol, fill, receive, send
from tests.app import rivals
from tests.app.received import profile

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def ws(tmp_path):
    made = profile(tmp_path / "o", "opd", holder="Siti Aminah", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def answer(ws):
    sheet = fill.sheet(ws, 2026)
    fill.save_answer(ws, sheet, "P4.06", value=True)
    return fill.answer_id(sheet.checklist_id, "P4.06")


def save(ws, **changed):
    fill.save_answer(ws, fill.sheet(ws, 2026), "P4.06", **changed)


def told(ws, answer, lang="id"):
    return [(each.by, each.fields, each.removed) for each in answer_history.entries(ws, answer, lang)]


def test_an_answer_that_nobody_gave_has_no_history(ws):
    sheet = fill.sheet(ws, 2026)
    assert answer_history.entries(ws, fill.answer_id(sheet.checklist_id, "P4.06")) == ()


def test_the_first_answer_is_told_with_its_writer(ws, answer):
    (first,) = answer_history.entries(ws, answer)
    assert (first.at, first.by, first.sender, first.fields) == (NOW, "Siti Aminah", "", (("answer", "", "Ada: Ya"),))


def test_every_change_is_told_with_old_and_new_the_newest_first(ws, answer):
    save(ws, value=False, status="belum_ada")
    save(ws, note="menunggu SK")
    assert told(ws, answer) == [
        ("Siti Aminah", (("note", "", "menunggu SK"),), False),
        ("Siti Aminah", (("answer", "Ada: Ya", "Belum ada: Tidak"),), False),
        ("", (("answer", "", "Ada: Ya"),), False),
    ]
    assert told(ws, answer, "en")[1][1] == (("answer", "Exists: Yes", "None yet: No"),)


def test_saving_the_same_again_is_no_change(ws, answer):
    save(ws, value=True)
    assert len(told(ws, answer)) == 1


def test_an_undo_is_a_change_as_well(ws, answer):
    save(ws, value=False)
    edit.undo(ws)
    assert [fields for _, fields, _ in told(ws, answer)][:2] == [
        (("answer", "Ada: Tidak", "Ada: Ya"),),
        (("answer", "Ada: Ya", "Ada: Tidak"),),
    ]


def test_an_answer_that_was_taken_away_and_came_back_tells_both(ws, answer):
    edit.remove(ws, "answer", answer)
    assert told(ws, answer)[0] == ("Siti Aminah", (("answer", "Ada: Ya", ""),), True)
    edit.undo(ws)
    found = told(ws, answer)
    assert [removed for _, _, removed in found] == [False, True, False]
    save(ws, note="x")
    assert [fields[0][0] for _, fields, _ in told(ws, answer)] == ["note", "answer", "answer", "answer"]


def test_what_a_bundle_brought_names_its_writer_and_is_no_act_of_this_computer(ws, answer):
    state = rivals.common(ws, ("answer", answer))["answer", answer]
    rivals.bring(ws, rivals.wrote(state, user="Rudi", at=1_700_000_000, note="dari laptop lain"))
    newest = answer_history.entries(ws, answer)[0]
    assert (newest.by, newest.fields) == ("Rudi", (("note", "", "dari laptop lain"),))
    assert newest.at == datetime.fromtimestamp(1_700_000_000, UTC)


@pytest.mark.parametrize("at", [0, -5, 2**60])
def test_a_clock_that_was_never_set_tells_no_day(ws, answer, at):
    with ws.database.write() as connection:
        connection.exec_driver_sql("UPDATE answer SET changed_at = ?, note = 'x'", (at,))
    assert answer_history.entries(ws, answer)[0].at is None


def test_an_answer_that_came_with_a_bundle_names_the_office_that_sent_it(tmp_path):
    """Through the files that really travel: the setting that the triggers read is gone afterwards."""
    city = profile(tmp_path / "kab", "kabkota", office="DP3AP2KB Kota Tangerang")
    office = profile(tmp_path / "opd", "opd", holder="Siti Aminah")
    province = profile(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    stick = tmp_path / "stick"
    stick.mkdir()
    for below, above in ((city, province), (office, city)):
        enrol.accept(below, enrol.approve(above, enrol.request(below, stick), stick, in_person=True), in_person=True)
    sheet = fill.sheet(office, 2026)
    answer = fill.answer_id(sheet.checklist_id, "P4.06")
    for value in (True, False):
        fill.save_answer(office, fill.sheet(office, 2026), "P4.06", value=value)
        receive.take_in(city, send.send(office, send.find_addressee(office), stick).path)
    newest, first = answer_history.entries(city, answer)
    assert (newest.by, newest.sender) == ("Siti Aminah", "Dinas Kesehatan")
    assert newest.fields == (("answer", "Ada: Ya", "Ada: Tidak"),)
    assert first.sender == ""
    edit.put(city, "answer", answer, note="x")
    assert answer_history.entries(city, answer)[0].sender == ""
    for each in (city, office, province):
        each.close()
