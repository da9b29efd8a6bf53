"""The tab Undangan on a real profile: whole lists, one typed, the letter, the attendance list; a meeting's state."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, edit, invite, letter, meet, meeting_kinds, offices
from pug_desktop.app.invite import Invitee
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.domain.dates import PartialDate
from pug_desktop.domain.meeting_code import code_of
from pug_desktop.ui.meeting.invitation_tab import InvitationTab
from pug_desktop.ui.meeting.page import MeetingPage
from pug_desktop.ui.report import done_band
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import opened

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def noon() -> datetime:
    return NOON


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(
        tmp_path / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang", clock=noon
    )
    with opened(made):
        for name in ("Dinas Kesehatan", "Dinas Pendidikan", "Bappeda"):
            offices.add_office(made, name)
        yield made


@pytest.fixture
def meeting(workspace: Workspace) -> str:
    made = meet.create_meeting(workspace)
    edit.put(workspace, "meeting", made, title="Rakor awal")
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, meeting: str) -> MeetingPage:
    made = MeetingPage(workspace, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1146, 700)
    made.refresh()
    made.open(meeting)
    made.show()
    made.detail.tabs.setCurrentWidget(made.detail.invitation)
    return made


@pytest.fixture
def tab(page: MeetingPage) -> InvitationTab:
    return page.detail.invitation


def choose(tab: InvitationTab, start: str) -> None:
    tab.menu.aboutToShow.emit()
    next(each for each in tab.menu.actions() if each.text().startswith(start)).trigger()


def test_all_opd_are_invited_with_one_choice_and_offered_no_more(
    tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    assert tab._stack.currentIndex() == 0
    choose(tab, "Semua OPD: 3")
    assert [each.office_name for each in invite.invited(workspace, meeting)] == [
        "Bappeda",
        "Dinas Kesehatan",
        "Dinas Pendidikan",
    ]
    assert tab._heading.text() == "Yang diundang (3)"
    assert tab._told.text() == "3 undangan ditambahkan."
    tab.menu.aboutToShow.emit()
    (first, *_) = tab.menu.actions()
    assert first.text() == "Semua OPD: sudah diundang semua"
    assert not first.isEnabled()


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Badan Narkotika", "Kantor baru"), ("DP3AP2KB", "Kantor baru"), ("Budi Santoso", "Orang baru")],
)
def test_a_new_name_is_offered_as_what_it_sounds_like(qtbot: QtBot, tab: InvitationTab, typed: str, first: str) -> None:
    tab.line.setFocus()
    qtbot.keyClicks(tab.line, typed)
    offered = [tab.line._model.item(row).text() for row in range(tab.line._model.rowCount())]
    assert offered[-2] == f"{first}: {typed}"


def test_what_is_typed_offers_the_office_first_and_then_itself(
    qtbot: QtBot, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    tab.line.setFocus()
    qtbot.keyClicks(tab.line, "kesehatan")
    offered = [tab.line._model.item(row).text() for row in range(tab.line._model.rowCount())]
    assert offered == ["Dinas Kesehatan", "Orang baru: kesehatan", "Kantor baru: kesehatan"]
    tab.line._activated(tab.line._model.index(1, 0))
    (row,) = invite.invited(workspace, meeting)
    assert (row.name, row.office_name) == ("kesehatan", "")
    assert tab.line.text() == ""


def test_enter_takes_the_one_that_is_named_exactly_so(
    qtbot: QtBot, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    tab.line.setText("bappeda")
    qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    (row,) = invite.invited(workspace, meeting)
    assert row.office_name == "Bappeda"
    assert row.office_id


def test_a_double_is_told_and_not_added(tab: InvitationTab, workspace: Workspace, meeting: str) -> None:
    tab.line.chosen.emit(Invitee(office_name="Bappeda"))
    tab.line.chosen.emit(Invitee(office_name="BAPPEDA"))
    assert len(invite.invited(workspace, meeting)) == 1
    assert tab._told.text() == "1 sudah ada dan tidak diulang."


def test_cells_are_edited_in_place_and_rows_removed_with_delete(
    qtbot: QtBot, page: MeetingPage, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    choose(tab, "Semua OPD")
    index = tab.model.index(1, 1)
    assert tab.model.setData(index, "Siti  Aminah")
    assert tab.model.setData(tab.model.index(1, 3), "perempuan")
    row = invite.invited(workspace, meeting)[1]
    assert (row.name, row.sex) == ("Siti Aminah", "P")
    with qtbot.waitSignal(page.failed):
        tab.model.setData(tab.model.index(1, 3), "x")
    tab.table.selectRow(0)
    with qtbot.waitSignal(page.removed) as told:
        qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert told.args == ["Bappeda dihapus dari undangan."]
    assert tab.model.rowCount() == 2


def test_the_attendance_list_is_filled_from_the_invitation(
    page: MeetingPage, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    choose(tab, "Semua OPD")
    tab.line.chosen.emit(Invitee(name="Siti Aminah", office_name="Bappeda", sex="P"))
    tab.fill.click()
    assert [each.name for each in attend.rows(workspace, meeting)] == ["Siti Aminah"]
    assert "1 orang masuk" in tab._told.text()
    assert "3 kantor tanpa nama" in tab._told.text()
    assert page.detail.tabs.tabText(2) == "Daftar hadir (1)"


def test_the_letter_is_kept_and_an_empty_field_shows_what_will_stand_there(
    page: MeetingPage, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    choose(tab, "Semua OPD")
    inputs = tab.letter.inputs
    assert inputs["subject"].placeholderText() == "Undangan Rakor awal"
    inputs["letter_number"].setText("005/1")
    inputs["letter_number"].edited.emit()
    inputs["nature"].setText("Penting")
    inputs["nature"].edited.emit()
    flush_all(page)
    values = letter.letter(workspace, meeting).values
    assert (values["letter_number"], values["nature"]) == ("005/1", "Penting")
    assert page.detail.facts.letter.text() == "005/1"


def test_the_signer_of_the_last_letter_is_taken_over_with_one_press(
    page: MeetingPage, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    assert not tab.letter.former.isVisible()
    other = meet.create_meeting(workspace)
    letter.save(workspace, other, {"signer_name": "Jatmiko", "signer_nip": "196801011990031001"})
    page.refresh()
    assert not tab.letter.former.isHidden()
    tab.letter.former.click()
    assert letter.letter(workspace, meeting).values["signer_nip"] == "196801011990031001"


def test_letter_and_empty_list_are_made_with_one_press(
    page: MeetingPage, tab: InvitationTab, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(done_band, "open_outside", lambda path: bool(shown.append(path)) or True)
    choose(tab, "Semua OPD")
    for button in (tab.letter.pdf, tab.letter.word, tab.blank):
        button.click()
    assert {each.name for each in workspace.folder_for("cetak").iterdir()} == {
        "undangan_rakor-awal.pdf",
        "undangan_rakor-awal.docx",
        "daftar-hadir-kosong_rakor-awal.pdf",
    }


def test_an_item_of_the_programme_is_added_where_it_is_wanted(
    page: MeetingPage, tab: InvitationTab, workspace: Workspace, meeting: str
) -> None:
    tab.agenda.add.click()
    (row,) = tab.agenda.rows
    assert page.detail.tabs.currentWidget() is tab
    row.inputs["start_time"].setText("9")
    row.inputs["start_time"].edited.emit()
    row.inputs["speaker"].setText("Kepala Bappeda")
    row.inputs["speaker"].edited.emit()
    flush_all(page)
    (item,) = meet.meeting(workspace, meeting).agenda
    assert (item["start_time"], item["speaker"]) == ("09:00", "Kepala Bappeda")


def test_another_office_s_meeting_can_be_read_only(page: MeetingPage, tab: InvitationTab, workspace: Workspace) -> None:
    other = edit.create(workspace, "meeting", {"title": "Rapat OPD"}, scope="36.71/" + "0" * 32)
    page.open(other)
    for each in (tab.line, tab.lists, tab.take_out, tab.fill):
        assert each.isHidden()
    assert not tab.model.flags(tab.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_the_state_of_a_meeting_is_chosen_and_doubted_where_its_day_says_otherwise(
    page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    state = page.detail.state
    assert state.choice.value() == "terlaksana"
    meet.set_date(workspace, meeting, PartialDate(2026, 12, 3))
    page.refresh()
    assert "belum tiba" in page.detail._band_words.text()
    state.choice.setCurrentIndex(state.choice.findData("rencana"))
    state.choice.activated.emit(state.choice.currentIndex())
    flush_all(page)
    assert meet.meeting(workspace, meeting).values["state"] == "rencana"
    assert page.detail._band.isHidden()
    page.detail.back_pressed.emit()
    assert page.list.model.data(page.list.model.index(0, 2)) == "Direncanakan: Rakor awal"
    assert page.list._sums.text() == "0 rapat · 0 peserta · 1 direncanakan atau batal"


def test_an_own_kind_is_offered_and_shown_wherever_the_kind_is(
    page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    own = meeting_kinds.add(workspace, "Rapat Kelompok Kerja Kelurahan", "rakor_pokja")
    page.refresh()
    kind = page.detail.facts.kind
    kind.setCurrentIndex(kind.findData(own))
    kind.activated.emit(kind.currentIndex())
    flush_all(page)
    values = meet.meeting(workspace, meeting).values
    assert (values["kind"], values["own_kind_id"]) == ("rakor_pokja", own)
    assert page.detail._what_when.toolTip().startswith("Rapat Kelompok Kerja Kelurahan")
    assert meet.meetings(workspace)[0].kind_label == "Rapat Kelompok Kerja Kelurahan"


def test_a_scanned_code_opens_its_meeting(page: MeetingPage, meeting: str) -> None:
    page.detail.back_pressed.emit()
    page.list.search.setText(code_of(meeting))
    page.list.search.returnPressed.emit()
    assert page.detail.isVisible()
    assert page._presenter.view is not None
    assert page._presenter.view.id == meeting


def test_tab_goes_through_the_page_as_it_is_read(qtbot: QtBot, tab: InvitationTab) -> None:
    choose(tab, "Semua OPD")
    tab.lists.setFocus()
    met = []
    for _ in range(12):
        met.append(tab.focusWidget())
        qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Tab)
    letter_inputs = tab.letter.inputs
    assert met[:8] == [tab.lists, tab.line, tab.table, tab.up, tab.down, tab.take_out, tab.blank, tab.fill]
    assert met[8:11] == [tab.letter.pdf, tab.letter.word, letter_inputs["letter_number"]]
