"""The questions themselves: what they say, and what closing them means."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox, QPushButton, QWidget

from pug_desktop.errors import DiskFull
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.messages import CrashWindow, ErrorWindow


@pytest.fixture
def ask(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Ask(window)
    window.close()


def when_shown(act):
    """Do something to the dialog as soon as it is there."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, look)
            return
        seen.append(type(dialog))
        act(dialog)

    QTimer.singleShot(0, look)
    return seen


def press(words):
    def act(dialog):
        next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words).click()

    return act


def test_a_question_has_its_verb_on_the_button(ask):
    when_shown(press("Hapus rapat"))
    assert ask.confirm("Hapus rapat ini?", "Rapat Koordinasi", "Hapus rapat", danger=True)


def test_cancel_and_escape_mean_no(ask):
    when_shown(press("Batal"))
    assert not ask.confirm("Hapus?", "x", "Hapus")
    when_shown(QMessageBox.reject)
    assert not ask.confirm("Hapus?", "x", "Hapus")


def test_the_safe_button_is_the_default_before_something_dangerous(ask):
    defaults = []

    def act(dialog):
        defaults.append(dialog.defaultButton().text())
        dialog.reject()

    when_shown(act)
    ask.confirm("Hapus?", "x", "Hapus", danger=True)
    when_shown(act)
    ask.confirm("Setujui?", "x", "Setujui")
    assert defaults == ["Batal", "Setujui"]


def test_known_and_unknown_errors_have_windows_of_their_own(ask):
    seen = when_shown(QDialog.accept)
    ask.tell(DiskFull(path="x", needed=0, free=0))
    seen_next = when_shown(QDialog.accept)
    ask.tell(ValueError("x"))
    assert (seen, seen_next) == ([ErrorWindow], [CrashWindow])


def test_a_text_without_words_is_no_answer(ask):
    def act(dialog):
        dialog.setTextValue("   ")
        dialog.accept()

    when_shown(act)
    assert ask.text("Nama", "Nama kantor") is None
    when_shown(QInputDialog.reject)
    assert ask.text("Nama", "Nama kantor", "Dinas") is None


def test_a_choice_is_given_back_as_its_number(ask):
    when_shown(QInputDialog.accept)
    assert ask.choose("Kantor", "Pilih", ["satu", "dua"], 1) == 1


def test_something_to_read_is_closed_with_its_button(ask):
    seen = when_shown(press("Mengerti"))
    ask.inform("Sudah", "Selesai")
    assert seen == [QMessageBox]


def test_the_passphrase_window_gives_back_what_was_typed(ask):
    def act(dialog):
        dialog.first.setText("rahasia")
        dialog.accept()

    when_shown(act)
    assert ask.passphrase("Buka", "Ketik") == "rahasia"
    when_shown(QDialog.reject)
    assert ask.passphrase("Buka", "Ketik") is None
