"""The page Rapat on a real profile: new, typed, moved, taken out and brought back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, edit, meet, offices
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.ui.meeting.page import MeetingPage
from pug_desktop.ui.report import done_band
from pug_desktop.ui.report.presenter import Wanted
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import opened

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def noon() -> datetime:
    return NOON


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(
        tmp_path / "opd", role="opd", region_code="12.71", office_name="Dinas P3APM", holder="Siti", clock=noon
    )
    with opened(made):
        yield made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> MeetingPage:
    made = MeetingPage(workspace, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def new_meeting(qtbot: QtBot, page: MeetingPage) -> str:
    page.list.new_pressed.emit()
    view = page._presenter.view
    assert view is not None
    return view.id


def typed(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def tool(row: QWidget, name: str) -> QToolButton:
    return next(each for each in row.findChildren(QToolButton) if each.toolTip() == name)


def test_an_empty_profile_says_what_to_do(page: MeetingPage) -> None:
    assert page.list._empty.isVisible()
    assert not page.list.table.isVisible()


def test_a_new_meeting_is_there_at_once_with_the_cursor_in_its_title(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace
) -> None:
    new_meeting(qtbot, page)
    assert len(meet.meetings(workspace)) == 1
    assert page.detail.isVisible()
    assert page.detail.facts.title.hasFocus()


def test_a_field_is_committed_when_it_is_left(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    typed(qtbot, page.detail.facts.title, "Rapat Koordinasi Awal PUG")
    with qtbot.waitSignal(page.saved):
        page.detail.facts.theme.setFocus()
    assert meet.meeting(workspace, meeting).values["title"] == "Rapat Koordinasi Awal PUG"
    assert page.detail._title.toolTip() == "Rapat Koordinasi Awal PUG"


def test_going_back_commits_what_is_being_typed(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    typed(qtbot, page.detail.facts.place, "Aula Bappeda")
    page.detail.back_pressed.emit()
    assert meet.meeting(workspace, meeting).values["place"] == "Aula Bappeda"
    assert page.list.isVisible()


def test_medan_has_a_tuesday_and_a_year_and_nothing_invented(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace
) -> None:
    meeting = new_meeting(qtbot, page)
    held = page.detail.facts.held
    held._mode.set_value("parts")
    held._mode.edited.emit()
    held.weekday.setCurrentIndex(held.weekday.findText("Selasa"))
    held.weekday.activated.emit(held.weekday.currentIndex())
    typed(qtbot, held.year, "2019")
    flush_all(page)
    values = meet.meeting(workspace, meeting).values
    assert [values[name] for name in ("year", "month", "day", "weekday")] == [2019, None, None, 1]
    assert held._words.text() == "Selasa, 2019 (tanggal tidak disebutkan)"


def test_going_over_to_the_whole_date_forgets_nothing(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    edit.put(workspace, "meeting", meeting, year=2019, weekday=1)
    page.refresh()
    held = page.detail.facts.held
    held._mode.set_value("whole")
    held._mode.edited.emit()
    flush_all(page)
    assert meet.meeting(workspace, meeting).values["year"] == 2019


def test_a_whole_date_brings_its_weekday(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    typed(qtbot, page.detail.facts.held.whole._line, "30/6/2022")
    flush_all(page)
    assert meet.meeting(workspace, meeting).values["weekday"] == 3


def test_a_time_is_kept_in_one_form(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    typed(qtbot, page.detail.facts.start, "9.30")
    flush_all(page)
    assert meet.meeting(workspace, meeting).values["start_time"] == "09:30"
    assert page.detail.facts.start.text() == "09.30"


def test_a_time_that_is_none_is_not_kept(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    edit.put(workspace, "meeting", meeting, start_time="09:00")
    page.refresh()
    typed(qtbot, page.detail.facts.start, "pagi")
    flush_all(page)
    assert meet.meeting(workspace, meeting).values["start_time"] == "09:00"


def test_results_are_added_typed_and_moved(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    results = page.detail.minutes.results
    for text in ("satu", "dua"):
        results.add.click()
        results.rows[-1].inputs["text"].setFocus()
        qtbot.keyClicks(results.rows[-1].inputs["text"], text)
        flush_all(page)
    tool(results.rows[1], "Naikkan").click()
    assert [each["text"] for each in meet.meeting(workspace, meeting).outputs] == ["dua", "satu"]
    assert [row._number.text() for row in results.rows] == ["1.", "2."]


def test_a_removed_result_comes_back(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    meet.add_output(workspace, meeting, "SK focal point diperbarui")
    page.refresh()
    with qtbot.waitSignal(page.removed) as told:
        tool(page.detail.minutes.results.rows[0], "Hapus baris").click()
    assert told.args == ["Hasil “SK focal point diperbarui” dihapus."]
    assert page.detail.minutes.results.rows == []
    edit.undo(workspace)
    page.refresh()
    assert len(page.detail.minutes.results.rows) == 1


def test_a_removed_meeting_leads_to_the_list_and_comes_back(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace
) -> None:
    meeting = new_meeting(qtbot, page)
    edit.put(workspace, "meeting", meeting, title="Advokasi")
    attend.add(workspace, meeting, name="Siti")
    page.refresh()
    with qtbot.waitSignal(page.removed) as told:
        page.detail.remove_pressed.emit()
    assert told.args == ["Rapat “Advokasi” dihapus."]
    assert page.list.isVisible()
    edit.undo(workspace)
    page.refresh()
    assert [row.title for row in meet.meetings(workspace)] == ["Advokasi"]
    assert len(attend.rows(workspace, meeting)) == 1


def test_undoing_the_new_meeting_leads_back_to_the_list(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    new_meeting(qtbot, page)
    edit.undo(workspace)
    page.refresh()
    assert page.list.isVisible()


def test_a_late_follow_up_is_marked_and_a_done_one_gets_its_day(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace
) -> None:
    meeting = new_meeting(qtbot, page)
    late = meet.add_follow_up(workspace, meeting, "Kirim data terpilah")
    edit.put(workspace, "follow_up", late, due_on="2026-11-20")
    page.refresh()
    row = page.detail.follow_ups.entries.rows[0]
    assert row._remark.text() == "Terlambat 2 hari."
    assert row._remark.property("bad")
    state = row.inputs["state"]
    state.setCurrentIndex(state.findData("selesai"))  # type: ignore[attr-defined]
    state.activated.emit(state.currentIndex())  # type: ignore[attr-defined]
    flush_all(page)
    assert meet.meeting(workspace, meeting).follow_ups[0]["done_on"] == "2026-11-22"
    assert row._remark.text() == "Selesai 22 November 2026."


def test_only_the_number_of_people_is_kept(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    count = page.detail.attendance.count
    typed(qtbot, count.total, "163")
    count.excludes.click()
    flush_all(page)
    kept = meet.meeting(workspace, meeting).headcount
    assert kept is not None
    assert (kept["male"], kept["female"], kept["total"], kept["excludes_speakers"]) == (None, None, 163, True)
    assert count._remark.text() == "Jenis kelamin 163 orang tidak disebutkan."
    page.open(meeting)
    assert page.detail.tabs.tabText(2) == "Daftar hadir (163)"


def test_parts_that_exceed_the_whole_wait(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    count = page.detail.attendance.count
    for line, text in ((count.total, "163"), (count.male, "100"), (count.female, "80")):
        typed(qtbot, line, text)
        flush_all(page)
    assert "Belum disimpan" in count._remark.text()
    typed(qtbot, count.female, "60")
    flush_all(page)
    kept = meet.meeting(workspace, meeting).headcount
    assert kept is not None
    assert (kept["male"], kept["female"], kept["total"]) == (100, 60, 163)


def test_the_list_is_filtered_by_year_and_words(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    for year, title in ((2019, "Advokasi"), (2022, "Rakor"), (2022, "Bimtek PPRG")):
        edit.put(workspace, "meeting", meet.create_meeting(workspace), title=title, year=year)
    page.refresh()
    page.list.year.setCurrentIndex(page.list.year.findData(2022))
    page.list.year.activated.emit(0)
    assert page.list.model.rowCount() == 2
    page.list.search.setText("pprg")
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.list.model.rowCount() == 1
    page.list.search.setText("tidak ada")
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.list._nothing.isVisible()


def test_a_blank_list_is_printed_and_opened(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(done_band, "open_outside", shown.append)
    meeting = new_meeting(qtbot, page)
    edit.put(workspace, "meeting", meeting, title="Rakor Awal", year=2022, month=6, day=30)
    page.refresh()
    page.detail.attendance.print_pressed.emit(True)
    assert [path.name for path in shown] == ["daftar-hadir-kosong_2022-06-30_rakor-awal.pdf"]
    assert shown[0].read_bytes().startswith(b"%PDF")
    assert shown[0].name in page.detail.done.words.text()
    with qtbot.waitSignal(page.go_to) as gone:
        page.detail.done.more.click()
    assert gone.args == ["report", Wanted("notulen", meeting_id=meeting)]


def test_a_meeting_of_another_office_is_only_read(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    other = edit.create(workspace, "meeting", {"kind": "advokasi", "title": "Milik kota"}, scope="12.71")
    page.open(other)
    assert page.detail.facts.title.isReadOnly()
    assert not page.detail._remove.isVisible()
    words = page.detail._band_words.text()
    assert "hanya dapat dibaca" in words
    assert "Kota Medan" in words
    assert page.detail._band.isVisible()


def test_the_list_marks_meetings_that_belong_to_others(qtbot: QtBot, tmp_path: Path) -> None:
    city = create_profile(
        tmp_path / "kab", role="kabkota", region_code="12.71", office_name="Pokja", holder="Siti", clock=noon
    )
    with opened(city):
        health = offices.add_office(city, "Dinas Kesehatan")
        edit.create(city, "meeting", {"kind": "advokasi", "title": "Sendiri", "year": 2022})
        theirs = {"kind": "advokasi", "title": "Punya dinas", "year": 2021}
        edit.create(city, "meeting", theirs, scope=f"12.71/{health}")
        made = MeetingPage(city, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.refresh()
        model = made.list.model
        titles = [
            index.column()
            for index in map(partial(model.index, 0), range(model.columnCount()))
            if index.data() == "Sendiri"
        ]
        own, other = (model.index(row, titles[0]) for row in range(2))
        assert own.data(Qt.ItemDataRole.DecorationRole) is None
        assert other.data(Qt.ItemDataRole.DecorationRole) is not None
        assert "Milik Dinas Kesehatan: hanya dapat dibaca" in other.data(Qt.ItemDataRole.ToolTipRole)


def test_agreed_and_expected_results_stand_in_two_lists(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    page.detail.minutes.results.add.click()
    page.detail.minutes.expected.add.click()
    assert [len(each.rows) for each in (page.detail.minutes.results, page.detail.minutes.expected)] == [1, 1]
    assert [each["expected"] for each in meet.meeting(workspace, meeting).outputs] == [False, True]


def test_every_input_has_a_name_for_a_screen_reader(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    meeting = new_meeting(qtbot, page)
    for add in (meet.add_role, meet.add_agenda_item, meet.add_output, meet.add_follow_up):
        add(workspace, meeting)
    page.refresh()
    inputs = [each for each in page.findChildren(QLineEdit) if not each.objectName().startswith("qt_")]
    assert [each for each in inputs if not each.accessibleName()] == []


def test_with_large_letters_no_tab_is_out_of_sight(page, qtbot):
    page.list.new_pressed.emit()
    tabs, bar = page.detail.tabs, page.detail.tabs.tabBar()
    page.resize(1600, 680)
    icons_wide, whole = bar.iconSize().width(), bar.sizeHint().width()
    assert icons_wide > 0
    margin = page.width() - tabs.width()
    page.resize(whole + margin - icons_wide, 680)
    assert bar.sizeHint().width() <= tabs.width()
    page.resize(1600, 680)
    assert bar.iconSize().width() == icons_wide


def test_a_name_stays_readable_when_there_are_many_columns(page, qtbot):
    page.list.new_pressed.emit()
    page.detail.tabs.setCurrentWidget(page.detail.attendance)
    page.detail.attendance._show_columns(["role", "phone", "age_band", "disability"], keep=False)
    page.resize(800, 680)
    grid = page.detail.attendance.grid
    qtbot.waitUntil(lambda: grid.columnWidth(1) >= grid.fontMetrics().averageCharWidth() * 20, timeout=1000)


def test_the_usual_columns_of_the_list_fit_without_scrolling(page, qtbot):
    page.list.new_pressed.emit()
    page.detail.tabs.setCurrentWidget(page.detail.attendance)
    grid = page.detail.attendance.grid
    for width in (1130, 1250, 1400):
        page.resize(width, 680)
        qtbot.waitUntil(lambda: grid.horizontalScrollBar().maximum() == 0, timeout=1000)
