"""Participants from a file through the window: chosen, matched, put right, imported, taken back."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.errors import ListRefused
from pug_desktop.ui.meeting.import_page import COLUMNS, DONE, FILE, ROWS, ImportPage
from pug_desktop.ui.meeting.page import MeetingPage
from tests.intake.people_fixtures import make
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import opened


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(tmp_path / "opd", role="opd", region_code="12.71", office_name="Dinas P3APM")
    with opened(made):
        yield made


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> MeetingPage:
    made = MeetingPage(workspace, ask, NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.show()
    made.list.new_pressed.emit()
    return made


@pytest.fixture
def wizard(page: MeetingPage) -> ImportPage:
    page.detail.attendance.import_file.click()
    assert page.import_page is not None
    return page.import_page


def meeting_of(page: MeetingPage) -> str:
    view = page._presenter.view
    assert view is not None
    return view.id


def chosen(wizard: ImportPage, ask: FakeAsk, path: Path) -> None:
    ask.answers.append(path)
    wizard.file.choose.click()


def test_a_list_goes_in_and_comes_out_again(page, wizard, ask, workspace, tmp_path):
    chosen(wizard, ask, make("two_header_rows", tmp_path))
    assert wizard.wizard.step == COLUMNS
    assert [combo.currentData() for combo in wizard.columns.combos] == [
        "",
        "name",
        "nip",
        "sex_l",
        "sex_p",
        "office_name",
    ]

    wizard.wizard.next.click()
    assert wizard.wizard.step == ROWS
    assert wizard.rows.sums.text() == "3 baris · 3 siap · 0 perlu diperbaiki · 0 dilewati"
    assert wizard.wizard.next.text() == "Impor 3 orang"

    wizard.wizard.next.click()
    assert wizard.wizard.step == DONE
    assert wizard.done.sums.text() == "3 orang masuk daftar hadir · 0 baris dilewati · 0 baris gagal"
    assert [row.sex for row in attend.rows(workspace, meeting_of(page))] == ["P", "L", "L"]

    told: list[str] = []
    page.taken_back.connect(told.append)
    wizard.done.undo.click()
    assert len(told) == 1, "the window's offer to take the same import back again goes away"
    assert attend.rows(workspace, meeting_of(page)) == ()
    assert not wizard.done.undo.isEnabled()

    wizard.wizard.next.click()
    assert page.detail.isVisible()


def test_a_wrong_cell_is_put_right_in_its_place(page, wizard, ask, workspace, tmp_path):
    chosen(wizard, ask, make("nip_as_number", tmp_path))
    wizard.wizard.next.click()
    model = wizard.rows.model
    assert wizard.rows.which.value() == "wrong"
    assert [model.row_at(row).place for row in range(model.rowCount())] == [2]
    column = next(n for n in range(model.columnCount()) if model.headerData(n, Qt.Orientation.Horizontal) == "NIP")
    assert "lembar “Peserta”, baris 2, kolom C" in model.words_at(0, column)
    assert wizard.wizard.hint == "1 baris bermasalah tidak akan ikut"

    assert model.setData(model.index(0, column), "198503122010012004")

    assert wizard.rows.sums.text() == "3 baris · 3 siap · 0 perlu diperbaiki · 0 dilewati"
    wizard.wizard.next.click()
    assert attend.rows(workspace, meeting_of(page))[0].nip == "198503122010012004"


def test_cells_that_do_not_fit_can_all_be_emptied_or_their_rows_left_out(wizard, ask, tmp_path):
    chosen(wizard, ask, make("unknown_sex", tmp_path))
    wizard.wizard.next.click()
    wizard.rows.empty.click()
    assert wizard.wizard.next.text() == "Impor 4 orang"

    wizard.wizard.back.click()
    wizard.wizard.back.click()
    assert wizard.wizard.step == FILE
    chosen(wizard, ask, make("numbers_as_names", tmp_path))
    wizard.wizard.next.click()
    wizard.rows.skip_all.click()
    assert wizard.rows.sums.text() == "5 baris · 3 siap · 0 perlu diperbaiki · 2 dilewati"


def test_rows_are_left_out_and_taken_in_again(wizard, ask, tmp_path):
    chosen(wizard, ask, make("plain", tmp_path))
    wizard.wizard.next.click()
    wizard.rows.table.selectRow(1)

    wizard.rows.skip.click()
    assert wizard.wizard.next.text() == "Impor 2 orang"
    assert wizard.rows.model.data(wizard.rows.model.index(1, 1)) == "dilewati"
    wizard.rows.skip.click()
    assert wizard.wizard.next.text() == "Impor 3 orang"


def test_without_a_column_of_names_nobody_goes_on(wizard, ask, tmp_path):
    chosen(wizard, ask, make("plain", tmp_path))
    name = wizard.columns.combos[1]
    name.setCurrentIndex(0)
    name.activated.emit(0)
    assert not wizard.wizard.next.isEnabled()
    assert wizard.wizard.hint == "Belum ada kolom Nama"

    other = wizard.columns.combos[4]
    other.setCurrentIndex(other.findData("name"))
    other.activated.emit(other.currentIndex())
    assert wizard.wizard.next.isEnabled()


def test_headings_can_be_shown_where_they_were_not_found(wizard, ask, tmp_path):
    path = tmp_path / "aneh.xlsx"
    made = openpyxl.Workbook()
    for row in (["x"], ["Orang", "Dari"], ["Siti Aminah", "Bappeda"]):
        made.active.append(row)
    made.save(path)
    chosen(wizard, ask, path)

    wizard.columns.first.setValue(2)
    combo = wizard.columns.combos[0]
    combo.setCurrentIndex(combo.findData("name"))
    combo.activated.emit(combo.currentIndex())

    assert wizard.wizard.hint == "1 baris terbaca"
    assert wizard.wizard.next.isEnabled()


def test_what_cannot_be_read_is_told_and_the_wizard_stays(qtbot, page, ask, tmp_path, workspace):
    told = []

    class Jobs(NowJobs):
        def start(self, work, *, label, succeeded=None, failed=None, cancelled=None, quiet=False):
            super().start(work, label=label, succeeded=succeeded, failed=told.append)

    wizard = ImportPage(workspace, ask, Jobs(), page)  # type: ignore[arg-type]
    wizard.begin(meeting_of(page), "")
    chosen(wizard, ask, make("entity_bomb", tmp_path))

    assert [type(each) for each in told] == [ListRefused]
    assert wizard.wizard.step == FILE


def test_template_and_result_are_kept_as_workbooks(wizard, ask, tmp_path):
    ask.answers.append(tmp_path / "templat.xlsx")
    wizard.file.template.click()
    assert openpyxl.load_workbook(tmp_path / "templat.xlsx").sheetnames == ["Peserta", "Petunjuk"]

    chosen(wizard, ask, make("numbers_as_names", tmp_path))
    wizard.wizard.next.click()
    wizard.wizard.next.click()
    ask.answers.append(tmp_path / "hasil.xlsx")
    wizard.done.save.click()

    page = openpyxl.load_workbook(tmp_path / "hasil.xlsx")
    assert [[cell.value for cell in row[:3]] for row in page["Hasil impor"].iter_rows(min_row=2)] == [
        [2, "12345", "gagal"],
        [3, "628", "gagal"],
        [4, "Siti Aminah, S.Sos", "masuk"],
        [5, "Budi Santoso", "masuk"],
        [6, "H. Agus Salim", "masuk"],
    ]
    assert page.sheetnames == ["Hasil impor", "Belum masuk"]


def test_a_refresh_takes_nobody_out_of_the_wizard(page, wizard, ask, tmp_path):
    chosen(wizard, ask, make("plain", tmp_path))

    page.refresh()

    assert wizard.isVisible()
    wizard.leave.click()
    assert page.detail.isVisible()
