"""Keranjang among the settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from pug_desktop.app import bin, edit, meet
from pug_desktop.ui.settings.page import SettingsPage
from tests.app.received import enter_sheet, office_scope
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def page(open_profile, qtbot):
    window = QWidget()
    window.resize(1130, 690)
    qtbot.addWidget(window)
    made = SettingsPage(open_profile("kabkota"), FakeAsk(), NowJobs(), window)
    made.resize(1130, 690)
    made.ws = made._ws
    with made.ws.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM bin")
    window.show()
    made.refresh()
    yield made
    window.close()


@pytest.fixture
def meeting(page):
    made = meet.create_meeting(page.ws, "advokasi")
    edit.put(page.ws, "meeting", made, title="Rakor Pokja PUG")
    meet.add_output(page.ws, made, "Rencana aksi")
    return made


def rows(page):
    return [page.bin._rows.row(number).title for number in range(page.bin._rows.rowCount())]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_bin_says_what_will_lie_there(page, qtbot):
    press(qtbot, page.open_bin)
    assert page.bin.nothing.isVisible()
    assert not page.bin.restore.isEnabled()


def test_what_was_removed_is_brought_back_and_can_be_undone(page, qtbot, meeting):
    edit.remove(page.ws, "meeting", meeting)
    press(qtbot, page.open_bin)
    QAbstractItemModelTester(page.bin._rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows(page) == ["Rakor Pokja PUG"]
    with qtbot.waitSignal(page.saved), qtbot.waitSignal(page.removed) as told:
        press(qtbot, page.bin.restore)
    assert tuple(told.args) == ("“Rakor Pokja PUG” dikembalikan.",)
    assert edit.get(page.ws, "meeting", meeting)["title"] == "Rakor Pokja PUG"
    assert page.bin.nothing.isVisible()
    edit.undo(page.ws)
    page.refresh()
    assert rows(page) == ["Rakor Pokja PUG"]


def test_it_is_done_with_the_keyboard(page, qtbot, meeting):
    edit.remove(page.ws, "meeting", meeting)
    page.open("keranjang")
    qtbot.keyClick(page.bin.table, Qt.Key.Key_Return)
    assert bin.removed(page.ws) == ()
    qtbot.keyClick(page.bin, Qt.Key.Key_Escape)
    assert not page.bin.isVisible()


def test_why_something_cannot_be_brought_back_is_said(page, qtbot, meeting):
    with page.ws.database.read() as connection:
        (output,) = connection.exec_driver_sql(
            "SELECT id FROM output WHERE meeting_id = ?", (bytes.fromhex(meeting),)
        ).one()
    edit.remove(page.ws, "output", output.hex())
    edit.remove(page.ws, "meeting", meeting)
    press(qtbot, page.open_bin)
    page.bin.table.selectRow(rows(page).index("Hasil rapat: Rencana aksi"))
    assert not page.bin.restore.isEnabled()
    assert "kembalikan itu lebih dahulu" in page.bin.hindrance.text()
    page.bin.table.selectRow(rows(page).index("Rakor Pokja PUG"))
    assert page.bin.restore.isEnabled()
    assert page.bin.hindrance.text() == ""


def test_what_belongs_to_another_office_names_it(page, qtbot):
    scope = office_scope("Dinas Lain")
    answers = enter_sheet(page.ws, scope, {"P2.06": 4})
    edit.remove(page.ws, "answer", answers["P2.06"])
    press(qtbot, page.open_bin)
    assert not page.bin.restore.isEnabled()
    assert "kantor lain" in page.bin.hindrance.text()


def test_words_are_searched_for(page, qtbot, meeting):
    edit.remove(page.ws, "meeting", meeting)
    press(qtbot, page.open_bin)
    qtbot.keyClicks(page.bin.search, "bimtek")
    assert page.bin.table.model().rowCount() == 0
    page.bin.search.clear()
    qtbot.keyClicks(page.bin.search, "pokja")
    assert page.bin.table.model().rowCount() == 1
