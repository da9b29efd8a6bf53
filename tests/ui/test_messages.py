"""The windows that say what went wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pug_desktop import errors
from pug_desktop.ui.messages import CrashWindow, ErrorWindow, report, sentence
from pug_desktop.ui.passphrase import PassphraseWindow


def leaves(kind=errors.PugError):
    below = kind.__subclasses__()
    return [kind, *(leaf for each in below for leaf in leaves(each))]


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.__name__)
def test_every_error_has_words_in_its_window_and_a_code_that_can_be_selected(parent, kind):
    window = ErrorWindow(parent, kind(path="x"))
    labels = window.findChildren(QLabel)
    assert all(each.text() for each in labels)
    code = next(each for each in labels if kind.code in each.text())
    assert code.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_an_error_fits_into_one_line_of_the_status_bar():
    assert "\n" not in sentence(errors.DiskFull(path="x", needed=0, free=0))


def test_a_mistake_of_the_program_can_be_copied(parent, qtbot):
    try:
        raise ValueError("nilai aneh")
    except ValueError as error:
        window = CrashWindow(parent, report(error))
    copy = next(each for each in window.findChildren(QPushButton) if "Salin" in each.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "ValueError: nilai aneh" in QGuiApplication.clipboard().text()
    assert "Python" in QGuiApplication.clipboard().text()


def test_a_passphrase_that_is_set_is_typed_twice(parent, qtbot):
    window = PassphraseWindow(parent, "Kunci", "Ketik", twice=True)
    assert not window._ok.isEnabled()
    qtbot.keyClicks(window.first, "rahasia")
    qtbot.keyClicks(window._second, "rahasi")
    assert not window._ok.isEnabled()
    assert window._hint.text()
    qtbot.keyClicks(window._second, "a")
    assert window._ok.isEnabled()


def test_a_passphrase_that_opens_is_typed_once(parent, qtbot):
    window = PassphraseWindow(parent, "Kunci", "Ketik", twice=False)
    qtbot.keyClicks(window.first, "rahasia")
    assert window._ok.isEnabled()
