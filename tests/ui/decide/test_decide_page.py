"""The page "Perlu keputusan": both values side by side, nothing decided before it is saved, the keyboard alone."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from pug_desktop.app import decide, edit, fill, meet
from pug_desktop.app.decide import Fate
from pug_desktop.domain.identity import natural_id
from pug_desktop.ui.decide.page import DecidePage
from pug_desktop.ui.decide.presenter import Draft
from pug_desktop.ui.main_window import MainWindow
from tests.app.rivals import THIRD, bring, common, deleted, disagree, wrote
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def ws(open_profile):
    return open_profile("kabkota")


@pytest.fixture
def make(qtbot, ws):
    def made(*answers):
        page = DecidePage(ws, FakeAsk(answers), NowJobs(), None)
        qtbot.addWidget(page)
        page.resize(1100, 680)
        page.show()
        page.told = []
        page.removed.connect(page.told.append)
        page.refresh()
        return page

    return made


@pytest.fixture
def meeting(ws):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title="Rakor", place="Aula")

    def ours():
        edit.put(ws, "meeting", made, title="Rakor Awal", chair_name="Siti")

    disagree(ws, "meeting", made, ours, title="Rakor Pokja", chair={"chair_name": "Budi"})
    return made


def titles(page):
    return [each.first.title for each in page.presenter.records]


def card(page, cell):
    return next(each for each in page.panel.cards if each.conflict.cell == cell)


def test_without_a_conflict_the_page_says_that_all_is_decided(make):
    page = make()
    assert page._views.currentWidget() is page._nothing
    assert not page.bulk.isVisible()


def test_a_record_shows_each_open_field_with_its_values_and_nothing_chosen(make, meeting):
    page = make()
    assert titles(page) == ["Rakor Awal"] or titles(page) == ["Rakor Pokja"]
    assert [each.conflict.cell for each in page.panel.cards] == ["chair", "title"]
    spoken = [option.radio.accessibleName() for option in card(page, "title").options]
    assert any("Rakor Awal" in each and "Komputer ini" in each for each in spoken)
    assert any("Rakor Pokja" in each and "Rudi" in each for each in spoken)
    assert all(each.draft() is None for each in page.panel.cards)
    assert not page.panel.save.isEnabled()


def test_leaving_and_closing_decides_nothing(make, meeting, ws):
    page = make()
    card(page, "title").choose(1)
    page.close()
    assert decide.count(ws) == 1
    assert len(decide.conflicts(ws)) == 2


def test_saving_decides_only_what_was_chosen_and_the_rest_stays(make, meeting, ws, qtbot):
    page = make()
    wanted = card(page, "title").conflict.versions[1].value
    card(page, "title").choose(1)
    qtbot.mouseClick(page.panel.save, Qt.MouseButton.LeftButton)
    assert edit.get(ws, "meeting", meeting)["title"] == wanted
    assert [each.conflict.cell for each in page.panel.cards] == ["chair"]
    assert page.told[0].startswith("Diputuskan: Rakor")


def test_the_last_decision_leads_to_the_empty_page_and_undo_back(make, meeting, ws):
    page = make()
    for each in page.panel.cards:
        each.choose(0)
    page.save()
    assert page._views.currentWidget() is page._nothing
    edit.undo(ws)
    page.refresh()
    assert len(page.panel.cards) == 2


def test_another_value_is_typed_and_saved(make, meeting, ws, qtbot):
    page = make()
    title = card(page, "title")
    title.other.radio.setChecked(True)
    assert not title.editor.isHidden()
    title.editor.clear()
    qtbot.keyClicks(title.editor, "Rakor Pokja PUG")
    page.save()
    assert edit.get(ws, "meeting", meeting)["title"] == "Rakor Pokja PUG"


def test_what_is_typed_wrong_is_said_beside_it_and_decides_nothing(make, ws, qtbot):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title="R")
    before = common(ws, ("meeting", made))["meeting", made]
    bring(
        ws, wrote(before, time={"start_time": "09:00"}), wrote(before, actor=THIRD, n=9, time={"start_time": "10:00"})
    )
    page = make()
    time_card = card(page, "time")
    time_card.other.radio.setChecked(True)
    start = time_card.editor._inputs["start_time"]
    start.clear()
    qtbot.keyClicks(start, "25.99")
    page.save()
    assert not time_card._problem.isHidden()
    assert decide.count(ws) == 1


def test_a_count_that_does_not_add_up_is_refused_with_a_sentence(make, ws):
    made = meet.create_meeting(ws)
    meet.set_headcount(ws, made, male=1, female=2, total=3)

    def ours():
        meet.set_headcount(ws, made, male=2, female=2, total=4)

    disagree(ws, "headcount", natural_id("headcount", made), ours, count={"male": 5, "female": 5, "total": 10})
    page = make()
    count = card(page, "count")
    count.other.radio.setChecked(True)
    count.editor._inputs["total"].set_value(3)
    page.save()
    assert page.panel._hint.text()
    assert decide.count(ws) == 1


def test_an_answer_is_asked_as_on_its_own_page(make, ws):
    sheet = fill.regency_sheet(ws, 2024, "36.71")
    fill.save_answer(ws, sheet, "P1.06", note="x")
    answer = fill.answer_id(sheet.checklist_id, "P1.06")
    before = common(ws, ("answer", answer))["answer", answer]
    value = {"numerator": 3, "denominator": 4}
    bring(
        ws,
        wrote(before, answer={"status": "ada", "value": value}),
        wrote(before, actor=THIRD, n=9, answer={"status": "proses"}),
    )
    page = make()
    asked = card(page, "answer")
    asked.other.radio.setChecked(True)
    assert asked.draft() == Draft(None, {"status": "ada", "value": value})
    asked.editor.set_value({"status": "ada", "value": {"numerator": 2, "denominator": 4}})
    asked.edited.emit()
    page.save()
    assert edit.get(ws, "answer", answer)["value"] == {"numerator": 2, "denominator": 4}


def test_a_choice_is_kept_while_another_record_is_looked_at(make, meeting, ws):
    other = meet.create_meeting(ws)
    edit.put(ws, "meeting", other, title="Lain")

    def ours():
        edit.put(ws, "meeting", other, title="Lain A")

    disagree(ws, "meeting", other, ours, title="Lain B")
    page = make()
    page.open(("meeting", meeting))
    card(page, "title").choose(1)
    page.open(("meeting", other))
    assert card(page, "title").draft() is None
    page.open(("meeting", meeting))
    assert card(page, "title").draft() == Draft(1)


def test_the_marks_on_other_pages_lead_to_the_parts_of_their_record(make, meeting, ws):
    meet.set_headcount(ws, meeting, male=1, female=2, total=3)
    other = meet.create_meeting(ws)
    meet.set_headcount(ws, other, male=1, female=2, total=3)
    for each in (meeting, other):

        def ours(made=each):
            meet.set_headcount(ws, made, male=2, female=2, total=4)

        disagree(ws, "headcount", natural_id("headcount", each), ours, count={"total": 10})
    page = make()
    page.open(("meeting", other))
    assert page.list.current().key == ("headcount", natural_id("headcount", other))


def test_deleted_here_changed_there_offers_two_choices_and_no_other(make, ws):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title="R")
    before = common(ws, ("meeting", made))["meeting", made]
    edit.put(ws, "meeting", made, title="Diubah")
    bring(ws, deleted(before))
    page = make()
    (fate,) = page.panel.cards
    assert [each.value for each in fate.conflict.versions] == [Fate.KEEP, Fate.REMOVE]
    assert fate.other is None
    fate.choose(1)
    page.save()
    assert edit.get(ws, "meeting", made) is None
    assert page._views.currentWidget() is page._nothing


def test_everything_from_one_place_is_asked_for_and_is_one_step(make, meeting, ws):
    page = make(0, True)
    asked = page._ask.asked
    page.bulk.click()
    assert [each[0] for each in asked] == ["choose", "confirm"]
    assert "(2 isian)" in asked[0][3][0]
    assert decide.count(ws) == 0
    edit.undo(ws)
    assert len(decide.conflicts(ws)) == 2


def test_a_bulk_that_is_not_confirmed_decides_nothing(make, meeting, ws):
    page = make(0, False)
    page.bulk.click()
    assert decide.count(ws) == 1


def test_all_is_done_with_the_keyboard(make, meeting, ws, qtbot):
    page = make()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    first = card(page, "chair").options[0].radio
    assert page.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert card(page, "chair").draft() == Draft(0)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert card(page, "chair").draft() in (
        Draft(1),
        Draft(None, {"chair_name": card(page, "chair").conflict.versions[0].value["chair_name"]}),
    )
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.cell for each in decide.conflicts(ws)] == ["title"]


def test_long_texts_show_where_they_differ(make, ws):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title="R")
    before = common(ws, ("meeting", made))["meeting", made]
    text = "Rapat membahas data terpilah menurut jenis kelamin di seluruh perangkat daerah kota. " * 3
    bring(
        ws, wrote(before, discussion=text + "Selesai."), wrote(before, actor=THIRD, n=9, discussion=text + "Ditunda.")
    )
    page = make()
    first = card(page, "discussion").options[0]
    html = first.findChild(type(first.body.itemAt(1).widget())).toHtml()
    assert html.count("text-decoration: underline") == 1


def test_two_thousand_records_open_quickly_and_a_field_with_hundreds_of_values_too(make, ws, qtbot):
    base = meet.create_meeting(ws)
    edit.put(ws, "meeting", base, title="R")
    before = common(ws, ("meeting", base))["meeting", base]
    theirs = []
    for number in range(2000):
        for actor, n, title in (("aa" * 8, 100, f"A {number}"), (THIRD, 101, f"B {number}")):
            state = wrote(before, actor=actor, n=n, title=title)
            state.id = f"{number:032x}"
            theirs.append(state)
    for number in range(300):
        theirs.append(wrote(before, actor=f"{number:016x}", n=500, title=f"Ke-{number}"))
    bring(ws, *theirs)
    found = decide.conflicts(ws)
    page = DecidePage(ws, FakeAsk(), NowJobs(), None)
    qtbot.addWidget(page)
    page.resize(1100, 680)
    began = time.perf_counter()
    page._read(found)
    page.show()
    page.open(("meeting", base))
    assert time.perf_counter() - began < 1
    assert page.list.model().rowCount() == 2001
    assert len(card(page, "title").options) < 10
    assert len(card(page, "title").conflict.versions) > 290


def test_the_badge_in_the_sidebar_counts_and_goes_when_all_is_decided(qtbot, ws, meeting):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.show_workspace(ws)
    qtbot.waitUntil(lambda: window._badge.isVisible() and window._badge.text() == "1", timeout=5000)
    window.go_to("decide")
    page = window.page("decide")
    qtbot.waitUntil(lambda: len(page.panel.cards) == 2, timeout=5000)
    for each in page.panel.cards:
        each.choose(0)
    page.save()
    assert not window._badge.isVisible()
    assert window.undo_bar.button.isVisible()
    qtbot.mouseClick(window.undo_bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window._badge.isVisible(), timeout=5000)
    assert len(decide.conflicts(ws)) == 2
    window.workspace = None
