"""Sidebar, status line, undo, commit before a page change; with pages made for the test."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pug_desktop.app import edit
from pug_desktop.app.history import History
from pug_desktop.app.profiles import Profile
from pug_desktop.errors import DiskFull
from pug_desktop.ui import main_window
from pug_desktop.ui.main_window import MainWindow, PageEntry
from pug_desktop.ui.saved import AutoSave


class FakePage(QWidget):
    """A page with one field."""

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace, ask, jobs, parent):
        super().__init__(parent)
        self.opened, self.refreshed, self.written = [], 0, []
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.saver = AutoSave(self.field, self.field.text, self.write)
        self.saver.saved.connect(self.saved)

    def write(self, value):
        self.written.append(value)
        return SimpleNamespace(at=datetime(2026, 11, 22, 7, 5, tzinfo=UTC))

    def refresh(self):
        self.refreshed += 1

    def open(self, argument):
        self.opened.append(argument)


@dataclass
class FakeWorkspace:
    profile: Profile
    closed: bool = False
    history: History = field(default_factory=History)

    def close(self):
        self.closed = True


@pytest.fixture
def workspace():
    return FakeWorkspace(
        Profile("opd", "36.71", "Kota Tangerang", "0" * 32, "Dinas Kesehatan", "X", "36.71/0", False, False)
    )


@pytest.fixture
def window(qtbot, monkeypatch, workspace) -> Iterator[MainWindow]:
    path = f"{__name__}:FakePage"
    monkeypatch.setattr(main_window, "import_module", lambda name: SimpleNamespace(FakePage=FakePage))
    pages = (
        PageEntry("home", "home", path),
        PageEntry("settings", "settings", path),
        PageEntry("send", "send", path, ("kabkota",)),
    )
    monkeypatch.setattr(main_window, "PAGES", pages)
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.show_workspace(workspace)
    yield made
    made.close()


def test_the_first_page_is_home_and_is_built_once(window):
    home = window.page("home")
    assert window.stack.currentWidget() is home
    window.go_to("settings")
    window.go_to("home")
    assert window.page("home") is home
    assert home.refreshed == 2


def test_what_a_role_does_not_need_is_not_there(window):
    assert window._nav["home"].isVisible()
    assert not window._nav["send"].isVisible()


def test_what_was_typed_is_committed_before_another_page_is_shown(window, qtbot):
    home = window.page("home")
    qtbot.keyClicks(home.field, "abc")
    qtbot.mouseClick(window._nav["settings"], Qt.MouseButton.LeftButton)
    assert home.written == ["abc"]
    assert "Tersimpan" in window.saved_label.text()


def test_a_page_leads_to_another_with_an_argument(window):
    window.page("home").go_to.emit("settings", "kop")
    assert window.page("settings").opened == ["kop"]


def test_a_failed_save_is_red_and_stays_until_one_succeeds(window):
    home = window.page("home")
    home.failed.emit(DiskFull(path="x", needed=0, free=0))
    assert "Belum tersimpan" in window.saved_label.text()
    window.go_to("settings")
    assert "Belum tersimpan" in window.saved_label.text()
    home.saved.emit(SimpleNamespace(at=datetime(2026, 11, 22, 7, 5, tzinfo=UTC)))
    assert "Tersimpan" in window.saved_label.text()


def test_ctrl_z_undoes_the_last_change_and_loads_the_page_again(window, qtbot, monkeypatch):
    done = []
    monkeypatch.setattr(edit, "undo", lambda ws, lang: done.append("undo") or "judul rapat")
    monkeypatch.setattr(edit, "redo", lambda ws, lang: done.append("redo") or "judul rapat")
    home = window.page("home")
    window._nav["home"].setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo", "redo"]
    assert home.refreshed == 3
    assert "judul rapat" in window.undo_bar.text.text()


def test_ctrl_z_in_a_text_field_first_undoes_the_typing(window, qtbot, monkeypatch):
    done = []
    monkeypatch.setattr(edit, "undo", lambda ws, lang: done.append("undo"))
    field = window.page("home").field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), done) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]


def test_after_a_delete_the_bar_offers_to_take_it_back(window, qtbot, monkeypatch):
    done = []
    monkeypatch.setattr(edit, "undo", lambda ws, lang: done.append("undo"))
    window.page("home").removed.emit("Rapat dihapus.")
    assert window.undo_bar.isVisible()
    qtbot.mouseClick(window.undo_bar.button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not window.undo_bar.isVisible()


def test_the_bar_takes_back_what_it_names_and_nothing_later(window, qtbot, monkeypatch):
    done = []
    monkeypatch.setattr(edit, "undo", lambda ws, lang: done.append("undo"))
    window.workspace.history.done.append("hapus")
    window.page("home").removed.emit("Rapat dihapus.")
    window.workspace.history.done.append("ketikan sesudahnya")
    qtbot.mouseClick(window.undo_bar.button, Qt.MouseButton.LeftButton)
    assert done == []
    assert "perubahan lain" in window.undo_bar.text.text()


def test_the_bar_covers_nothing_of_the_page(window, qtbot):
    home = window.page("home")
    before = home.height()
    window.undo_bar.offer("Rapat dihapus. " * 40)
    qtbot.waitUntil(lambda: home.height() < before)
    top = window.undo_bar.mapTo(window, window.undo_bar.rect().topLeft()).y()
    assert home.mapTo(window, home.rect().bottomLeft()).y() < top
    assert window.undo_bar.width() <= window.stack.width()
    window.undo_bar.hide()
    qtbot.waitUntil(lambda: home.height() == before)


def test_closing_commits_and_closes_the_profile(window, workspace, qtbot):
    home = window.page("home")
    qtbot.keyClicks(home.field, "abc")
    written = home.written
    window.close()
    assert written == ["abc"]
    assert workspace.closed


def test_the_profile_is_named_in_the_status_line_and_the_title(window):
    assert "Dinas Kesehatan" in window.profile_label.text()
    assert "Dinas Kesehatan" in window.windowTitle()
    assert not window._band.isVisible()


def test_a_practice_profile_has_a_yellow_band(window):
    practice = FakeWorkspace(
        Profile("kabkota", "36.71", "Kota Tangerang", "0" * 32, "Latihan", "X", "36.71", True, False)
    )
    window.show_workspace(practice)
    assert window._band.isVisible()


def test_no_two_pages_have_the_same_mnemonic(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    keys = [each.text()[each.text().index("&") + 1].lower() for each in made._nav.values()]
    assert len(set(keys)) == len(keys)


def test_the_cursor_does_not_stay_at_the_page_that_was_left(window, qtbot):
    window._nav["home"].setFocus()
    window.go_to("settings")
    assert window.focusWidget() is window._nav["settings"]
    window.page("settings").field.setFocus()
    window.go_to("home")
    assert window.focusWidget() is window._nav["home"]


def test_a_page_that_takes_the_cursor_itself_keeps_it(window, monkeypatch):
    monkeypatch.setattr(FakePage, "open", lambda page, _argument: page.field.setFocus())
    window._nav["home"].setFocus()
    window.go_to("settings", "x")
    assert window.focusWidget() is window.page("settings").field


def test_without_a_profile_no_shortcut_opens_a_page(window, qtbot):
    window.show_saved(SimpleNamespace(at=None))
    window.close_workspace()
    first = QLineEdit()
    window.show_first(first)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_8, Qt.Key.Key_Z):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.stack.currentWidget() is first
    assert (window.profile_label.text(), window.saved_label.text()) == ("", "")
    assert not window._band.isVisible()
