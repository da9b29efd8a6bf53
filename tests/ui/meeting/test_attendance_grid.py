"""Typing, moving and pasting in the real grid, on a real profile."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, edit, meet
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.meeting.attendance_book import WorkspaceBook
from pug_desktop.ui.meeting.attendance_model import (
    AGE,
    DISABILITY,
    NAME,
    NIP,
    OFFICE,
    OFFICE_TYPE,
    PHONE,
    POSITION,
    ROLE,
    SEX,
)
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


def opened_input(tab: AttendanceTab) -> QLineEdit:
    """The one that is open: a closed one may not be gone yet."""
    return next(each for each in tab.grid.viewport().findChildren(QLineEdit) if each.isVisible())


def type_in(qtbot: QtBot, tab: AttendanceTab, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as a person does: the first key opens the input, `end` leaves it."""
    qtbot.keyClicks(tab.grid, text[0])
    line = opened_input(tab)
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
    line = opened_input(tab)
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


def select(tab: AttendanceTab, first: tuple[int, int], last: tuple[int, int]) -> None:
    """As somebody does who drags from the last cell to the first: the cursor ends in the first."""
    tab.grid.setFocus()
    tab.grid.setCurrentIndex(tab.model.index(*last))
    chosen = QItemSelection(tab.model.index(*first), tab.model.index(*last))
    tab.grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def hidden(tab: AttendanceTab) -> set[int]:
    return {column for column in (ROLE, PHONE, AGE, DISABILITY) if tab.grid.isColumnHidden(column)}


def test_a_paste_starts_in_the_top_left_of_what_is_selected(
    tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    for name in ("Siti", "Ahmad", "Rina"):
        attend.add(workspace, meeting, name=name)
    tab.reload(None)
    select(tab, (0, SEX), (2, POSITION))
    clipboard("P\tStaf\nL\tAnalis")
    tab.paste_clipboard()
    assert [(row.sex, row.position) for row in attend.rows(workspace, meeting)] == [
        ("P", "Staf"),
        ("L", "Analis"),
        (None, None),
    ]


def test_ctrl_d_repeats_the_first_row_of_the_selection_in_one_step(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", office_name="Bappeda", office_type="opd")
    for name in ("Ahmad", "Rina"):
        attend.add(workspace, meeting, name=name)
    tab.reload(None)
    before = attend.rows(workspace, meeting)
    select(tab, (0, OFFICE), (3, OFFICE))
    qtbot.keyClick(tab.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [(row.name, row.office_name, row.office_type) for row in attend.rows(workspace, meeting)] == [
        ("Siti", "Bappeda", "opd"),
        ("Ahmad", "Bappeda", "opd"),
        ("Rina", "Bappeda", "opd"),
    ]
    edit.undo(workspace)
    assert attend.rows(workspace, meeting) == before


def test_ctrl_d_in_one_cell_repeats_the_cell_above(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", position="Staf")
    attend.add(workspace, meeting, name="Ahmad", position="Kabid")
    tab.reload(None)
    cursor(tab, 1, POSITION)
    qtbot.keyClick(tab.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [row.position for row in attend.rows(workspace, meeting)] == ["Staf", "Staf"]
    cursor(tab, 0, POSITION)
    qtbot.keyClick(tab.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [row.position for row in attend.rows(workspace, meeting)] == ["Staf", "Staf"]


def test_further_columns_are_hidden_until_they_are_wanted_and_then_remembered(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    assert hidden(tab) == {ROLE, PHONE, AGE, DISABILITY}
    tab._toggle_column("age_band", True)
    assert hidden(tab) == {ROLE, PHONE, DISABILITY}
    other = AttendanceTab(None)  # type: ignore[arg-type]
    qtbot.addWidget(other)
    other.show_list(WorkspaceBook(workspace, meeting), None, read_only=False)
    assert hidden(other) == {ROLE, PHONE, DISABILITY}
    other._toggle_column("age_band", False)
    assert hidden(other) == {ROLE, PHONE, AGE, DISABILITY}


def test_a_cursor_in_a_column_that_is_hidden_goes_back_to_the_name(
    tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    tab._toggle_column("disability", True)
    cursor(tab, 0, DISABILITY)
    tab._toggle_column("disability", False)
    assert tab.grid.currentIndex().column() == NAME
    clipboard("Siti\t\tP")
    tab.paste_clipboard()
    assert people(workspace, meeting) == [("Siti", "P")]


def test_tab_leads_through_the_buttons_above_the_list_into_it(qtbot: QtBot, tab: AttendanceTab) -> None:
    tab.mode.setFocus()
    reached = []
    for _ in range(8):
        now = QApplication.focusWidget()
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    wanted = [tab._paste, tab.import_file, tab._remove, tab._columns, tab.grid]
    places = [reached.index(each) for each in wanted]
    assert places == sorted(places)


def test_roles_that_are_filled_are_shown_and_disability_is_not(
    tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", role="narasumber", disability="ya")
    tab.show_list(WorkspaceBook(workspace, meeting), None, read_only=False)
    assert hidden(tab) == {PHONE, AGE, DISABILITY}
    assert "Disabilitas" not in tab._types.text()
    tab._toggle_column("disability", True)
    assert "Peran – Narasumber: 1 · Disabilitas – Penyandang disabilitas: 1" in tab._types.text()
    assert tab.model.index(0, DISABILITY).data() == "Ya"


def test_a_heading_reaches_a_hidden_column_and_shows_it(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    clipboard("Nama\tUmur\tL/P\nSiti\t34\tP\nAhmad\t61\tL")
    cursor(tab, 0, NAME)
    tab.paste_clipboard()
    assert [(row.age_band, row.sex) for row in attend.rows(workspace, meeting)] == [("31_45", "P"), ("60_up", "L")]
    assert hidden(tab) == {ROLE, PHONE, DISABILITY}


def test_tab_passes_over_hidden_columns_and_leaves_from_the_last_one_shown(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti")
    tab.reload(None)
    cursor(tab, 0, OFFICE_TYPE)
    qtbot.keyClick(tab.grid, Qt.Key.Key_Tab)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (1, NAME)
    qtbot.keyClick(tab.grid, Qt.Key.Key_Backtab)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (0, OFFICE_TYPE)


def test_a_known_person_is_chosen_with_the_keyboard_and_fills_the_row(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    earlier = meet.create_meeting(workspace)
    attend.add(
        workspace,
        earlier,
        name="Dra. Siti Aminah",
        nip=WOMAN,
        position="Kabid",
        office_name="Bappeda",
        office_type="opd",
    )
    cursor(tab, 0, NAME)
    qtbot.keyClicks(tab.grid, "a")
    line = opened_input(tab)
    qtbot.keyClicks(line, "minah")
    popup = line.completer().popup()
    assert isinstance(popup, QListView)
    words = str(popup.model().index(0, 0).data())
    assert words == "Dra. Siti Aminah · Kabid · Bappeda · NIP …2001 · 1 kali hadir"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(partial(_is_closed, tab))
    row = attend.rows(workspace, meeting)[0]
    assert (row.name, row.nip, row.sex, row.position, row.office_name, row.office_type) == (
        "Dra. Siti Aminah",
        WOMAN,
        "P",
        "Kabid",
        "Bappeda",
        "opd",
    )
    assert len(attend.rows(workspace, meeting)) == 1
    assert tab.grid.currentIndex().row() == 1


def test_a_name_that_is_not_chosen_stays_as_it_was_typed(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meet.create_meeting(workspace), name="Siti Aminah", position="Kabid")
    cursor(tab, 0, NAME)
    type_in(qtbot, tab, "Siti")
    row = attend.rows(workspace, meeting)[0]
    assert (row.name, row.position, row.person_id) == ("Siti", None, None)


def test_doubles_are_said_in_both_rows_and_the_button_leads_from_one_to_the_next(
    tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    for name in ("Siti Aminah", "Ahmad", "Dra. SITI AMINAH"):
        attend.add(workspace, meeting, name=name)
    tab.reload(None)
    assert tab._odd.text() == "2 baris perlu dicek"
    cursor(tab, 0, NAME)
    assert tab._hint.text() == "Mungkin ganda: nama yang sama ada di baris 3."
    tab._next_odd()
    assert tab.grid.currentIndex().row() == 2
    tab._next_odd()
    assert tab.grid.currentIndex().row() == 0
    tab.model.setData(tab.model.index(2, NAME), "Rina")
    assert not tab._odd.isVisible()


def test_what_looks_odd_is_seen_in_its_cell(tab: AttendanceTab, workspace: Workspace, meeting: str) -> None:
    attend.add(workspace, meeting, name="Siti", nip="123")
    tab.reload(None)
    tab.grid.clearSelection()
    seen = tab.grid.viewport().grab().toImage()
    place = tab.grid.visualRect(tab.model.index(0, NIP))
    wanted = tab.model.index(0, NIP).data(Qt.ItemDataRole.BackgroundRole)
    assert seen.pixelColor(place.right() - 4, place.top() + 4) == wanted


def test_a_list_and_a_head_count_are_never_mixed_without_a_word(
    qtbot: QtBot, tab: AttendanceTab, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", sex="P")
    tab.reload(None)
    assert not tab.both.isVisible()
    told: list[int] = []
    tab.totals_changed.connect(told.append)
    tab.reload({"male": 3, "female": 4, "total": 8})
    assert tab.both.isVisible()
    assert "daftar nama (1 orang)" in tab.both._words.text()
    assert "jumlah yang diketik (8 orang)" in tab.both._words.text()
    assert (tab.both.choice.value(), told[-1]) == (None, 8)
    tab.reload({"male": 3, "female": 4, "total": 8}, "daftar")
    assert (tab.both.choice.value(), told[-1]) == ("daftar", 1)


def test_a_head_count_of_ages_that_exceeds_the_whole_is_not_saved(qtbot: QtBot, tab: AttendanceTab) -> None:
    tab.reload({"male": 3, "female": 4, "total": 7, "age_bands": {"18_30": 2, "baru": 1}})
    assert tab.count.more.isChecked()
    kept: list[dict[str, object]] = []
    tab.count.edited.connect(kept.append)
    band = tab.count.bands["46_59"]
    band.set_value(6)
    tab.count._write()
    assert kept == []
    band.set_value(4)
    tab.count._write()
    # A band that only a newer program knows stays.
    assert kept[0]["age_bands"] == {"18_30": 2, "46_59": 4, "baru": 1}
