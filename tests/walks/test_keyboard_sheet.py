"""A person without a mouse does the whole sheet: every question found, answered and left by key presses only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from pug_desktop.app import fill
from pug_desktop.app.preferences import Preferences
from pug_desktop.app.workspace import create_profile
from pug_desktop.forms.schema import AnswerKind
from pug_desktop.ui.application import Program, dress
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.checklist.panel import ItemPanel
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.form_view.answer import AnswerField
from pug_desktop.ui.form_view.inputs import DecimalInput, NumberInput
from tests.walks.test_clerk import CTRL, Keyboard, said

LIST = "Butir prasyarat"


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program without a profile."""
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path))
    dress(qapp, Preferences())
    made = Program(qapp, Preferences(), None)
    made.window.show()
    qtbot.waitUntil(lambda: isinstance(made.window.stack.currentWidget(), FirstSteps))
    made.window.activateWindow()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _within(keys: Keyboard, kind: type) -> bool:
    widget = keys.at
    while widget is not None:
        if isinstance(widget, kind):
            return True
        widget = widget.parentWidget()
    return False


def _answer(keys: Keyboard, year: int) -> None:
    """Go through the inputs of one answer as Tab leads, and fill in each."""
    chosen = False
    for _ in range(80):
        at = keys.at
        if isinstance(at, QComboBox):
            keys.press(Qt.Key.Key_Down)
        elif isinstance(at, QAbstractButton):
            # Of what can be chosen the first; the button beside a date opens a calendar.
            if at.isCheckable() and (isinstance(at, QCheckBox) or not chosen):
                keys.press(Qt.Key.Key_Space)
                chosen = not isinstance(at, QCheckBox) or isinstance(at, QRadioButton)
        elif isinstance(at, QPlainTextEdit):
            keys.type("Satu")
            keys.press(Qt.Key.Key_Return)
            keys.type("Dua")
        elif isinstance(at, DecimalInput):
            keys.type("0,5")
        elif isinstance(at, NumberInput):
            keys.type("2")
        elif "anggal" in said(at) or "erlaku" in said(at):
            keys.type(f"1/2/{year}")
        else:
            keys.type("Bab 2 halaman 10")
        keys.press(Qt.Key.Key_Tab)
        if not _within(keys, AnswerField):
            return
    raise AssertionError(f"Tab never leaves the answer, at {said(keys.at)}")


@pytest.mark.parametrize("role", ["opd", "kabkota"])
def test_every_question_of_a_sheet_is_answered_without_a_mouse(
    program: Program, qtbot: QtBot, tmp_path: Path, role: str
) -> None:
    ws = create_profile(tmp_path / "p", role=role, region_code="36.71", office_name="Dinas Kesehatan")
    program.window.show_workspace(ws)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    keys = Keyboard(qtbot)
    keys.press(Qt.Key.Key_2, CTRL)
    sheet = fill.sheet(ws, fill.years(ws)[0])
    for section in sheet.sections:
        name = f"{section.section.name} {section.section.label.id}"
        if said(keys.at) != name:
            keys.tab_to(name)
        keys.press(Qt.Key.Key_Return)
        assert said(keys.at) == LIST
        keys.press(Qt.Key.Key_Home)
        for number, item in enumerate(section.items):
            if number:
                keys.press(Qt.Key.Key_Down)
            page = program.window.stack.currentWidget()
            assert isinstance(page, ChecklistPage)
            keys.press(Qt.Key.Key_Return)
            assert said(keys.at).startswith("Status"), item.question.name
            for _ in range(30):
                if _within(keys, AnswerField):
                    break
                assert _within(keys, ItemPanel), f"{item.question.name}: Tab leaves the panel before its answer"
                keys.press(Qt.Key.Key_Tab)
            _answer(keys, sheet.year - 1)
            for _ in range(60):
                if said(keys.at) == LIST:
                    break
                keys.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
            assert said(keys.at) == LIST, item.question.name
        keys.press(Qt.Key.Key_Escape)
    done = fill.sheet(ws, sheet.year)
    left = [
        (item.question.name, item.question.kind, item.value)
        for section in done.sections
        for item in section.items
        if not item.filled
    ]
    assert left == []
    kinds = {item.question.kind for section in done.sections for item in section.items}
    assert kinds >= {AnswerKind.DOCUMENT, AnswerKind.BOOLEAN_WITH_REFERENCE, AnswerKind.INTEGER_WITH_LIST}
