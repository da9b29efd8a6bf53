"""Work on a page of its own: how far it is, in which stage, and the button that stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.progress import Step
from pug_desktop.ui.carry.work_step import WorkStep
from tests.ui.workspaces import window_jobs


def step_of(qtbot: QtBot) -> WorkStep:
    window = QWidget()
    made = WorkStep("stick", window)
    made.setParent(None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_bar_that_starts_anew_says_that_it_is_the_next_stage(qtbot: QtBot) -> None:
    made, jobs = step_of(qtbot), window_jobs(qtbot, lambda error: None)
    job = jobs.start(lambda step: None, label="Menulis", quiet=True)
    made.follow(job, "Menulis kiriman…")
    job.progressed.emit(1, 2)
    assert made._percent.text() == "50 %"
    job.progressed.emit(10, 10)
    job.progressed.emit(1, 10)
    assert made._percent.text() == "tahap 2: 10 %"
    qtbot.waitUntil(lambda: not jobs.busy)


def test_the_keyboard_stops_it_and_it_says_that_it_is_stopping(qtbot: QtBot) -> None:
    made, jobs, ended = step_of(qtbot), window_jobs(qtbot, lambda error: None), list[str]()

    def endless(step: Step) -> None:
        while True:
            step(0, 0)

    job = jobs.start(endless, label="Menulis", cancelled=lambda: ended.append("cancelled"), quiet=True)
    made.follow(job, "Menulis kiriman…")
    qtbot.keyClick(made.cancel, Qt.Key.Key_Return)
    assert made.cancel.text() == "Menghentikan…"
    qtbot.waitUntil(lambda: ended == ["cancelled"])
    qtbot.waitUntil(lambda: not jobs.busy)
