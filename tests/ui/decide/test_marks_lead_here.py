"""The small marks of other pages lead to the page on which the record is decided."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from pug_desktop.app import edit, fill, meet
from pug_desktop.domain.identity import natural_id
from pug_desktop.ui import parts
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.checklist.presenter import Place
from pug_desktop.ui.home.page import HomePage
from pug_desktop.ui.meeting.page import MeetingPage
from tests.app.rivals import THIRD, bring, common, disagree, wrote
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def ws(open_profile):
    return open_profile("kabkota")


def shown(qtbot, kind, ws):
    page = kind(ws, FakeAsk(), NowJobs(), None)
    qtbot.addWidget(page)
    page.resize(1100, 680)
    page.show()
    page.wished = []
    page.go_to.connect(lambda name, argument: page.wished.append((name, argument)))
    page.refresh()
    return page


def button(inside):
    return next(each for each in inside.findChildren(QPushButton) if each.text() == "Putuskan…" and not each.isHidden())


def two_counts(ws):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title="Rakor")
    meet.set_headcount(ws, made, male=1, female=2, total=3)

    def ours():
        meet.set_headcount(ws, made, male=2, female=2, total=4)

    disagree(ws, "headcount", natural_id("headcount", made), ours, count={"total": 10})
    return made


def test_a_meeting_with_two_head_counts_says_so_in_its_head_and_at_the_count(qtbot, ws):
    made = two_counts(ws)
    page = shown(qtbot, MeetingPage, ws)
    assert next(row for row in meet.meetings(ws) if row.id == made).conflict
    page.open(made)
    assert "jumlah peserta" in page.detail._band_words.text()
    qtbot.mouseClick(page.detail._decide, Qt.MouseButton.LeftButton)
    page.detail.attendance.mode.set_value("count")
    assert not page.detail.attendance.count._conflict.isHidden()
    button(page.detail.attendance.count).click()
    assert page.wished == [("decide", ("meeting", made))] * 2


def test_a_meeting_that_agrees_says_nothing(qtbot, ws):
    made = meet.create_meeting(ws)
    page = shown(qtbot, MeetingPage, ws)
    page.open(made)
    assert page.detail._decide.isHidden()
    assert page.detail.attendance.count._conflict.isHidden()


def test_an_answer_with_two_values_leads_to_its_decision(qtbot, ws):
    sheet = fill.regency_sheet(ws, 2025, "36.71")
    fill.save_answer(ws, sheet, "P1.06", note="x")
    answer = fill.answer_id(sheet.checklist_id, "P1.06")
    before = common(ws, ("answer", answer))["answer", answer]
    bring(
        ws, wrote(before, answer={"status": "proses"}), wrote(before, actor=THIRD, n=9, answer={"status": "belum_ada"})
    )
    page = shown(qtbot, ChecklistPage, ws)
    page.open(Place(2025, "P1.06", "36.71"))
    button(page._panel._conflict).click()
    assert page.wished == [("decide", ("answer", answer))]


def test_the_home_page_leads_here(qtbot, ws):
    two_counts(ws)
    page = shown(qtbot, HomePage, ws)

    def line():
        return [each for each in page.findChildren(parts.RowButton) if each.property("page") == "decide"]

    qtbot.waitUntil(lambda: bool(line()), timeout=3000)
    line()[0].clicked.emit()
    assert page.wished == [("decide", None)]
