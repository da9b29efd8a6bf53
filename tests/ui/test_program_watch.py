"""Files of the program that are gone are told above the page, until they are back."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pug_desktop.ui import program_watch, texts
from pug_desktop.ui.application import Program
from pug_desktop.ui.main_window import MainWindow
from pug_desktop.ui.program_watch import ProgramWatch
from tests.app.packaged import FILES, make_program, run_from

FONT = "lib/resources/fonts/LiberationSans-Regular.ttf"
QT = "lib/libQt6Core.so.6"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = make_program(tmp_path / "program")
    run_from(made, monkeypatch)
    monkeypatch.setattr(program_watch, "REST_S", 0)
    return made


@pytest.fixture
def watch(qtbot, folder):
    window = QWidget()
    qtbot.addWidget(window)
    made = ProgramWatch(QVBoxLayout(window), window)
    window.show()
    yield made
    made.stop()


def test_a_whole_program_shows_nothing(watch, qtbot):
    watch.look_at_bytes()
    qtbot.waitUntil(lambda: watch._pool.activeThreadCount() == 0)
    qtbot.wait(20)
    assert watch.band is None


def test_what_is_gone_is_told_with_what_to_do(watch, folder, qtbot):
    (folder / FONT).unlink()
    watch.start()
    qtbot.waitUntil(lambda: watch.band is not None)
    assert watch.band.isVisible()
    assert watch.band.title.text() == "1 berkas program hilang atau berubah (LiberationSans-Regular.ttf)."
    assert "Pasang ulang program dari flashdisk" in watch.band.advice.text()
    assert watch.band.accessibleName() == watch.band.title.text()


def test_one_changed_byte_is_found_by_the_second_look(watch, folder, qtbot, monkeypatch):
    monkeypatch.setattr(program_watch, "BYTES_AFTER_MS", 10)
    (folder / QT).write_bytes(b"x" * len(FILES[QT]))
    watch.start()
    qtbot.waitUntil(lambda: watch.band is not None)
    assert "libQt6Core.so.6" in watch.band.title.text()


def test_many_names_are_shortened_and_can_be_copied_whole(watch, folder, qtbot):
    for name in FILES:
        (folder / name).write_bytes(b"cut")
    (folder / FONT).unlink()
    watch.look_at_sizes()
    qtbot.waitUntil(lambda: watch.band is not None)
    assert watch.band.title.text().startswith("4 berkas program")
    assert watch.band.title.text().endswith(", …).")
    watch.band.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"hilang: {FONT}"
    assert sorted(lines[1:]) == sorted(f"berubah: {name}" for name in FILES if name != FONT)


def test_it_goes_away_when_the_file_is_back(watch, folder, qtbot):
    (folder / FONT).unlink()
    watch.look_at_sizes()
    qtbot.waitUntil(lambda: watch.band is not None)
    (folder / FONT).write_bytes(FILES[FONT])
    watch.band.again.click()
    qtbot.waitUntil(lambda: not watch.band.isVisible())


def test_it_speaks_the_language_that_is_chosen_later(watch, folder, qtbot, qapp: QApplication):
    (folder / FONT).unlink()
    watch.look_at_sizes()
    qtbot.waitUntil(lambda: watch.band is not None)
    texts.use_language(qapp, "en")
    qtbot.waitUntil(lambda: watch.band.title.text().startswith("Missing or changed files"))


def test_a_look_ends_when_the_window_closes(watch, folder, qtbot, monkeypatch):
    monkeypatch.setattr(program_watch, "REST_S", 0.3)
    watch.look_at_bytes()
    qtbot.waitUntil(lambda: watch._pool.activeThreadCount() == 1)
    watch.stop()
    assert watch._pool.activeThreadCount() == 0


def test_the_band_stands_above_the_page_and_the_window_starts_it_by_itself(folder, qtbot, qapp, monkeypatch):
    from PySide6.QtCore import QCoreApplication, QEvent

    from pug_desktop.app.preferences import Preferences
    from pug_desktop.ui import application

    monkeypatch.setattr(application, "LOOK_AT_PROGRAM_AFTER_MS", 0)
    (folder / FONT).unlink()
    program = Program(qapp, Preferences(), None)
    program.window.show()
    qtbot.waitUntil(lambda: program.watch is not None and program.watch.band is not None)
    window: MainWindow = program.window
    band = program.watch.band
    qtbot.waitUntil(band.isVisible)
    assert (
        band.mapTo(window, band.rect().bottomLeft()).y()
        <= window.stack.mapTo(window, window.stack.rect().topLeft()).y()
    )
    program.stop_listening()
    window.close()
    window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
