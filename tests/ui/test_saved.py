"""Every field is committed when it is left, and at most two seconds after it was changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pug_desktop.errors import DiskFull
from pug_desktop.ui.form_view.inputs import ChoiceInput, NumberInput
from pug_desktop.ui.saved import UNSAVED_MS, AutoSave, flush_all


class Kept:
    """Where a field is written to."""

    def __init__(self):
        self.values = []
        self.error = None

    def write(self, value):
        if self.error is not None:
            raise self.error
        self.values.append(value)
        return "tersimpan"


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def page(qtbot):
    made = QWidget()
    layout = QVBoxLayout(made)
    made.first, made.second = QLineEdit(made), QLineEdit(made)
    layout.addWidget(made.first)
    layout.addWidget(made.second)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.first.setFocus()
    return made


def test_a_field_waits_two_seconds():
    assert UNSAVED_MS < 2000


def test_a_field_is_committed_after_the_pause(page, kept, qtbot):
    saver = AutoSave(page.first, page.first.text, kept.write, unsaved_ms=30)
    with qtbot.waitSignal(saver.saved) as saved:
        qtbot.keyClicks(page.first, "abc")
    assert kept.values == ["abc"]
    assert saved.args == ["tersimpan"]


def test_a_field_is_committed_when_it_is_left(page, kept, qtbot):
    saver = AutoSave(page.first, page.first.text, kept.write)
    qtbot.keyClicks(page.first, "abc")
    with qtbot.waitSignal(saver.saved):
        page.second.setFocus()
    assert kept.values == ["abc"]


def test_nothing_is_written_when_nothing_changed(page, kept, qtbot):
    AutoSave(page.first, page.first.text, kept.write)
    page.second.setFocus()
    flush_all(page)
    assert kept.values == []


def test_what_the_page_loads_is_not_typing(page, kept):
    saver = AutoSave(page.first, page.first.text, kept.write)
    page.first.setText("dari basis data")
    saver.settle()
    flush_all(page)
    assert kept.values == []


def test_leaving_the_page_commits_what_waits(page, kept, qtbot):
    saver = AutoSave(page.first, page.first.text, kept.write)
    qtbot.keyClicks(page.first, "abc")
    assert saver.pending
    flush_all(page)
    assert kept.values == ["abc"]
    assert not saver.pending


def test_a_failed_save_is_told_and_tried_again(page, kept, qtbot):
    saver = AutoSave(page.first, page.first.text, kept.write)
    kept.error = DiskFull(path="x", needed=0, free=0)
    qtbot.keyClicks(page.first, "abc")
    with qtbot.waitSignal(saver.failed) as failed:
        saver.flush()
    assert failed.args == [kept.error]
    kept.error = None
    saver.flush()
    assert kept.values == ["abc"]


def test_what_is_wrong_is_never_written(page, kept, qtbot):
    number = NumberInput("Jumlah", page)
    AutoSave(number, number.value, kept.write)
    qtbot.keyClicks(number, "12x")
    flush_all(page)
    assert kept.values == []


def test_who_types_without_a_pause_is_saved_all_the_same(qtbot, page, kept):
    saver = AutoSave(page.first, page.first.text, kept.write, unsaved_ms=60)
    for _ in range(12):
        qtbot.keyClicks(page.first, "a")
        qtbot.wait(15)
    assert kept.values
    saver.settle()


def test_what_cannot_be_kept_is_told_when_the_input_is_left(qtbot, page, kept):
    number = NumberInput("Jumlah", page)
    page.layout().addWidget(number)
    number.show()
    saver = AutoSave(number, number.value, kept.write, unsaved_ms=20)
    number.setFocus()
    with qtbot.waitSignal(saver.failed) as told:
        qtbot.keyClicks(number, "12x")
        page.first.setFocus()
    assert told.args[0].code == "PUG-USE-010"
    assert kept.values == []


def test_enter_in_a_line_commits_at_once(page, kept, qtbot):
    saver = AutoSave(page.first, page.first.text, kept.write, unsaved_ms=60_000)
    qtbot.keyClicks(page.first, "abc")
    with qtbot.waitSignal(saver.saved, timeout=1000):
        qtbot.keyClick(page.first, Qt.Key.Key_Return)
    assert kept.values == ["abc"]


def test_a_choice_is_committed_sooner_than_what_is_typed(page, kept, qtbot):
    choice = ChoiceInput([("a", "A"), ("b", "B")], "Keadaan", page)
    saver = AutoSave(choice, choice.value, kept.write)
    with qtbot.waitSignal(saver.saved, timeout=UNSAVED_MS // 2):
        choice.setCurrentIndex(2)
        choice.edited.emit()
    assert kept.values == ["b"]
