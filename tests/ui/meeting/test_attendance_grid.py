"""Typing, moving and pasting in the real grid, on a real profile."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, edit, meet
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.meeting.attendance_book import WorkspaceBook
from pug_desktop.ui.meeting.attendance_model import NAME, NIP, OFFICE, OFFICE_TYPE, SEX
from pug_desktop.ui.meeting.attendance_tab import AttendanceTab
from pug_desktop.ui.saved import flush_all
from tests.ui.workspaces import make, opened

WOMAN, MAN = "198001012005012001", "198001012005011001"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make(tmp_path / "opd")
    with opened(made):
        yield made


@pytest.fixture
def meeting(workspace: Workspace) -> str:
    return meet.create_meeting(workspace)


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace, meeting: str) -> AttendanceTab:
    made = AttendanceTab(None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_list(WorkspaceBook(workspace, meeting), None, read_only=False)
    made.resize(1100, 600)
    made.show()
    return made


def cursor(tab: AttendanceTab, row: int, column: int) -> None:
    tab.grid.setFocus()
    tab.grid.setCurrentIndex(tab.model.index(row, column))


def type_in(qtbot: QtBot, tab: AttendanceTab, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as a person does: the first key opens the input, `end` leaves it."""
    qtbot.keyClicks(tab.grid, text[0])
    line = tab.grid.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, end)
    # Qt commits behind the key, when the input has seen it.
    qtbot.waitUntil(partial(_is_closed, tab))


def _is_closed(tab: AttendanceTab) -> bool:
    return tab.grid.state() != QAbstractItemView.State.EditingState


def clipboard(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def people(workspace: Workspace, meeting: str) -> list[tuple[str | None, str | None]]:
    return [(row.name, row.sex) for row in attend.rows(workspace, meeting)]


def test_typing_in_the_empty_row_adds_a_person_and_enter_goes_down(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    cursor(tab, 0, NAME)
    type_in(qtbot, tab, "Siti")
    type_in(qtbot, tab, "Ahmad")
    assert people(workspace, meeting) == [("Siti", None), ("Ahmad", None)]
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (2, NAME)


def test_tab_goes_to_the_right(qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    cursor(tab, 0, NAME)
    type_in(qtbot, tab, "Siti", Qt.Key.Key_Tab)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (0, NIP)


def test_what_is_typed_is_committed_before_the_cell_is_left(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    cursor(tab, 0, NAME)
    qtbot.keyClicks(tab.grid, "S")
    line = tab.grid.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, "iti")
    flush_all(tab)
    assert people(workspace, meeting) == [("Siti", None)]
    qtbot.keyClicks(line, " Aminah")
    flush_all(tab)
    assert people(workspace, meeting) == [("Siti Aminah", None)]


@pytest.mark.parametrize(("typed", "kept"), [("p", "P"), ("perempuan", "P"), ("laki", "L"), ("L", "L")])
def test_sex_is_read_from_what_people_type(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str, typed: str, kept: str
) -> None:
    attend.add(workspace, meeting, name="Siti")
    tab.reload(None)
    cursor(tab, 0, SEX)
    type_in(qtbot, tab, typed)
    assert people(workspace, meeting) == [("Siti", kept)]


def test_another_word_for_sex_is_refused_with_a_sentence(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", sex="P")
    tab.reload(None)
    with qtbot.waitSignal(tab.model.refused) as told:
        tab.model.setData(tab.model.index(0, SEX), "x")
    assert "Tulis L untuk laki-laki" in told.args[0]
    assert people(workspace, meeting) == [("Siti", "P")]


def test_a_nip_proposes_the_sex_that_nobody_entered(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti")
    tab.reload(None)
    tab.model.setData(tab.model.index(0, NIP), "19800101 200501 2 001")
    row = attend.rows(workspace, meeting)[0]
    assert (row.nip, row.sex) == (WOMAN, "P")


def test_a_nip_that_contradicts_is_kept_and_remarked(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti", sex="P")
    tab.reload(None)
    assert tab.model.setData(tab.model.index(0, NIP), MAN)
    assert "Angka ke-15 NIP menunjukkan L" in tab.model.remark_words(0)
    assert people(workspace, meeting) == [("Siti", "P")]


def test_a_known_office_brings_its_type(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Rina", office_name="BPS", office_type="vertikal")
    attend.add(workspace, meeting, name="Siti")
    tab.reload(None)
    tab.model.setData(tab.model.index(1, OFFICE), "bps")
    assert tab.model.index(1, OFFICE_TYPE).data() == "Instansi vertikal"


def test_a_pasted_block_is_one_step_to_undo(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    clipboard(f"Siti\t{WOMAN}\tP\tStaf\tBappeda\tOPD\nAhmad\t\tlaki\t\tBPS\tInstansi vertikal")
    cursor(tab, 0, NAME)
    tab.paste_clipboard()
    assert people(workspace, meeting) == [("Siti", "P"), ("Ahmad", "L")]
    edit.undo(workspace)
    tab.reload(None)
    assert tab.model.people == ()


def test_a_paste_starts_in_the_cell_of_the_cursor(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti")
    attend.add(workspace, meeting, name="Ahmad")
    tab.reload(None)
    clipboard("P\nL")
    cursor(tab, 0, SEX)
    tab.paste_clipboard()
    assert people(workspace, meeting) == [("Siti", "P"), ("Ahmad", "L")]


def test_a_paste_tells_which_cells_were_left_out(tab: AttendanceTab) -> None:
    clipboard("Siti\t1,98001E+17\tP")
    cursor(tab, 0, NAME)
    tab.paste_clipboard()
    assert "1,98001E+17" in tab._hint.text()


def test_the_totals_follow_every_cell(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    clipboard("Siti\t\tP\t\tBappeda\tOPD\nAhmad\t\tL\t\tBPS\tInstansi vertikal\nRina\t\t\t\tBappeda\tOPD")
    cursor(tab, 0, NAME)
    tab.paste_clipboard()
    assert tab._totals.text() == "L 1 · P 1 · tidak disebutkan 1 · jumlah 3 orang · 2 instansi"
    assert tab._types.text() == "OPD 2 · Instansi vertikal 1"


def test_removed_rows_come_back_with_undo(qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    for name in ("Siti", "Ahmad", "Rina"):
        attend.add(workspace, meeting, name=name)
    tab.reload(None)
    cursor(tab, 1, NAME)
    with qtbot.waitSignal(tab.removed) as told:
        qtbot.keyClick(tab.grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Ahmad dihapus dari daftar hadir."]
    assert [row.name for row in tab.model.people] == ["Siti", "Rina"]
    edit.undo(workspace)
    tab.reload(None)
    assert [row.name for row in tab.model.people] == ["Siti", "Ahmad", "Rina"]


def test_delete_empties_a_cell(qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti", sex="P")
    tab.reload(None)
    cursor(tab, 0, SEX)
    qtbot.keyClick(tab.grid, Qt.Key.Key_Delete)
    assert people(workspace, meeting) == [("Siti", None)]


def test_emptying_several_cells_is_taken_back_in_one_step(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", sex="P", nip=WOMAN)
    attend.add(workspace, meeting, name="Ahmad", sex="L", nip=MAN)
    tab.reload(None)
    before = attend.rows(workspace, meeting)
    cursor(tab, 0, NIP)
    chosen = QItemSelection(tab.model.index(0, NIP), tab.model.index(2, SEX))
    tab.grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.keyClick(tab.grid, Qt.Key.Key_Delete)
    assert [(row.nip, row.sex) for row in attend.rows(workspace, meeting)] == [(None, None)] * 2
    edit.undo(workspace)
    assert attend.rows(workspace, meeting) == before


def test_copied_cells_are_tab_separated(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti", sex="P")
    tab.reload(None)
    tab.grid.selectAll()
    tab.grid.copy()
    assert QGuiApplication.clipboard().text().split("\t")[1:4] == ["Siti", "", "P"]


def test_a_list_of_163_is_pasted_and_shown_whole(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    clipboard("\n".join(f"{number}\tOrang {number}" for number in range(1, 164)))
    cursor(tab, 0, NAME)
    tab.paste_clipboard()
    assert tab.model.rowCount() == 164
    assert tab.model.people[162].name == "Orang 163"
    assert tab._totals.text().endswith("jumlah 163 orang · 0 instansi")


def test_somebody_else_s_list_cannot_be_changed(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti")
    tab.show_list(WorkspaceBook(workspace, meeting), None, read_only=True)
    assert tab.model.rowCount() == 1
    assert not tab.model.setData(tab.model.index(0, NAME), "Rina")
