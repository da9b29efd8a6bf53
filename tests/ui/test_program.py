"""The whole window: from the first paint to an open profile, language and size of the text."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from pug_desktop import paths
from pug_desktop.app.preferences import Preferences, read_preferences
from pug_desktop.ui import style, texts
from pug_desktop.ui.application import Program
from pug_desktop.ui.first_start.chooser import ProfileChooser
from pug_desktop.ui.first_start.presenter import NewProfile
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.home.page import HomePage
from tests.ui.test_dark import windows_dark
from tests.ui.world import make_profile


@pytest.fixture
def start(qapp, qtbot):
    programs = []

    def begin(folder=None):
        made = Program(qapp, read_preferences(), folder)
        programs.append(made)
        made.window.show()
        return made

    yield begin
    for each in programs:
        each.window.close()
        each.window.deleteLater()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    style.apply(qapp)
    texts.use_language(qapp, "id")


def shows(program, kind):
    return lambda: isinstance(program.window.stack.currentWidget(), kind)


def test_the_first_start_leads_to_an_open_profile(start, qtbot):
    program = start()
    qtbot.waitUntil(shows(program, FirstSteps))
    steps = program.window.stack.currentWidget()
    steps.create_wanted.emit(NewProfile("opd", "36.71", "Dinas Kesehatan"))
    qtbot.waitUntil(shows(program, HomePage), timeout=10_000)
    assert "Dinas Kesehatan" in program.window.windowTitle()
    assert read_preferences().last_profile == program.window.workspace.folder.name


def test_a_practice_profile_is_filled_with_examples(start, qtbot):
    program = start()
    qtbot.waitUntil(shows(program, FirstSteps))
    program.window.stack.currentWidget().create_wanted.emit(
        NewProfile("kabkota", "36.71", "Kantor latihan", practice=True)
    )
    qtbot.waitUntil(shows(program, HomePage), timeout=10_000)
    assert program.window._band.isVisible()
    from pug_desktop.app import meet

    assert meet.meetings(program.window.workspace)


def test_the_only_profile_opens_by_itself(start, qtbot):
    make_profile(paths.profiles_dir() / "satu", "opd")
    program = start()
    qtbot.waitUntil(shows(program, HomePage), timeout=10_000)


def test_of_two_profiles_one_is_chosen_and_another_later(start, qtbot):
    for name in ("satu", "dua"):
        make_profile(paths.profiles_dir() / name, "opd")
    program = start()
    qtbot.waitUntil(shows(program, ProfileChooser))
    chooser = program.window.stack.currentWidget()
    next(iter(chooser._buttons)).click()
    qtbot.waitUntil(shows(program, HomePage), timeout=10_000)
    program.window.other_profile_wanted.emit()
    qtbot.waitUntil(shows(program, ProfileChooser))
    assert program.window.workspace is None


def test_the_window_speaks_english_and_grows_at_once(start, qtbot, qapp):
    make_profile(paths.profiles_dir() / "satu", "opd")
    program = start()
    qtbot.waitUntil(shows(program, HomePage), timeout=10_000)
    program.window.go_to("settings")
    program.window.page("settings").language_chosen.emit("en")
    program.window.page("settings").font_chosen.emit(125)
    assert read_preferences()[:2] == ("en", 125)
    assert texts.language() == "en"
    assert QApplication.font().pointSizeF() == pytest.approx(style.BASE_PT * 1.25)
    assert program.window.page("settings")._size.value() == "125"


def test_preferences_that_make_no_sense_are_as_at_the_first_start():
    from pug_desktop.app.preferences import preferences_file

    preferences_file().parent.mkdir(parents=True, exist_ok=True)
    for text in ("", "[]", "{", '{"language": "xx", "font_percent": 9000, "last_profile": 3}'):
        preferences_file().write_text(text, encoding="utf-8")
        assert read_preferences() == Preferences()


def test_when_the_system_turns_dark_the_open_window_follows(start, qtbot, qapp):
    make_profile(paths.profiles_dir() / "satu", "opd")
    program = start()
    qtbot.waitUntil(shows(program, HomePage), timeout=10_000)
    before, sheet = qapp.palette(), qapp.styleSheet()
    try:
        qapp.setPalette(windows_dark())
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert qapp.styleSheet() != sheet
        assert style.colours().text in qapp.styleSheet()
        assert shows(program, HomePage)()
    finally:
        qapp.setPalette(before)
