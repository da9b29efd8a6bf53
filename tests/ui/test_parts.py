"""The pieces of the pages under the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from pug_desktop.ui import parts


@pytest.fixture
def segments(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    before = QLineEdit(window)
    made = parts.Segments([("x", "Belum"), ("y", "Proses"), ("z", "Selesai")], "Keadaan", window)
    for each in (before, made, QLineEdit(window)):
        layout.addWidget(each)
    window.show()
    window.activateWindow()
    before.setFocus()
    yield made
    window.close()


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_arrow_keys_choose_in_a_strip_and_tab_leaves_it(segments, qtbot):
    segments.set_value("x")
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Belum"
    with qtbot.waitSignal(segments.edited):
        press(qtbot, Qt.Key.Key_Right)
        press(qtbot, Qt.Key.Key_Space)
    assert segments.value() == "y"
    press(qtbot, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_strip_that_is_given_the_cursor_hands_it_to_the_chosen_button(segments):
    segments.set_value("z")
    segments.setFocus()
    assert QApplication.focusWidget().text() == "Selesai"


def test_a_renamed_button_is_called_so_by_a_screen_reader_too(qtbot):
    button = parts.button("Lanjut")
    qtbot.addWidget(button)
    parts.rename(button, "Mulai && simpan")
    assert (button.text(), button.accessibleName()) == ("Mulai && simpan", "Mulai & simpan")
