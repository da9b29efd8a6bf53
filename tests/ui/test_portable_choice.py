"""The question of the first start from a stick, and its line in the settings."""

import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from pug_desktop import paths
from pug_desktop.app import portable
from pug_desktop.ui.portable_choice import PlaceWindow, ask_place
from pug_desktop.ui.settings.page import SettingsPage
from pug_desktop.ui.settings.portable_line import PortableLine
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def stick(tmp_path, monkeypatch):
    (tmp_path / paths.PORTABLE).write_text("x", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pug-desktop"))
    monkeypatch.delenv("PUG_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "pc"))
    paths.can_write.cache_clear()
    yield tmp_path
    paths.can_write.cache_clear()


def answer(qtbot, act):
    def do() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, PlaceWindow)
        act(window)

    QTimer.singleShot(0, do)


def test_enter_takes_the_pc(qapp, qtbot, stick):
    answer(qtbot, lambda window: qtbot.keyClick(window, Qt.Key.Key_Return))
    ask_place(qapp)

    assert paths.chosen_place(stick) == paths.ON_PC


def test_the_stick_is_taken_when_it_is_chosen_by_the_keyboard(qapp, qtbot, stick):
    def choose(window) -> None:
        qtbot.waitUntil(window.on_pc.hasFocus)
        qtbot.keyClick(window.on_pc, Qt.Key.Key_Down)
        window.go_on.click()

    answer(qtbot, choose)
    ask_place(qapp)

    assert paths.chosen_place(stick) == paths.BESIDE
    assert paths.data_dir() == stick / "data"


def test_who_closes_the_question_is_asked_again_and_the_program_goes_on(qapp, qtbot, stick):
    answer(qtbot, lambda window: window.reject())
    ask_place(qapp)

    assert portable.must_ask()
    assert qapp.quitOnLastWindowClosed()


def test_the_danger_is_told_before_the_choice(qtbot):
    window = PlaceWindow()
    qtbot.addWidget(window)

    text = " ".join(each.text() for each in window.findChildren(QLabel))
    assert "listrik padam" in text
    assert "Keluarkan" in text
    assert window.on_pc.isChecked()


def test_the_settings_show_and_change_the_place(qtbot, stick):
    portable.choose(paths.ON_PC)
    ask = FakeAsk([True, False])
    line = PortableLine(ask, None)  # type: ignore[arg-type]
    qtbot.addWidget(line)
    assert line.words == "Program dari flashdisk; datanya di PC ini."
    line.other.click()
    assert paths.chosen_place(stick) == paths.BESIDE
    assert "cadangan" in ask.asked[0][2]
    assert "flashdisk" in line.words
    line.other.click()
    assert paths.chosen_place(stick) == paths.BESIDE


def test_a_new_place_holds_from_the_next_start_on(qtbot, stick):
    portable.choose(paths.BESIDE)
    line = PortableLine(FakeAsk([True, True]), None, stick / paths.BESIDE_FOLDER / "profil" / "a")  # type: ignore[arg-type]
    qtbot.addWidget(line)
    assert "dibuka lagi" not in line.words
    line.other.click()
    assert "di PC ini" in line.words
    assert "dibuka lagi" in line.words
    line.other.click()
    assert "dibuka lagi" not in line.words


def test_the_first_page_says_that_the_data_lies_on_the_stick(qtbot, stick):
    portable.choose(paths.ON_PC)
    assert not portable.is_beside()
    portable.choose(paths.BESIDE)
    assert portable.is_beside()


def test_an_installed_program_says_nothing_of_it(qtbot, open_profile):
    page = SettingsPage(open_profile("opd"), FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()

    assert not page.portable.isVisible()
