"""Long work off the window's thread."""

import threading
import time

import pytest
from PySide6.QtWidgets import QWidget

from pug_desktop.ui.job import Jobs, ProgressBox


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def told():
    return []


@pytest.fixture
def jobs(window, told):
    return Jobs(window, told.append)


def test_the_result_arrives_on_the_windows_thread(jobs, qtbot):
    threads = []
    jobs.start(
        lambda step: threading.get_ident(),
        label="x",
        succeeded=lambda result: threads.append((result, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(threads))
    worker, window = threads[0]
    assert worker != window == threading.get_ident()


def test_an_error_is_told_when_nobody_else_takes_it(jobs, told, qtbot):
    def work(step):
        raise ValueError("x")

    jobs.start(work, label="x")
    qtbot.waitUntil(lambda: len(told) == 1)
    assert isinstance(told[0], ValueError)


def test_jobs_run_one_after_another(jobs, qtbot):
    seen = []

    def work(step):
        seen.append("begin")
        time.sleep(0.02)
        seen.append("end")

    for _ in range(3):
        jobs.start(work, label="x")
    jobs.start(lambda step: None, label="x", succeeded=lambda _: seen.append("all"))
    qtbot.waitUntil(lambda: "all" in seen)
    assert seen == ["begin", "end"] * 3 + ["all"]


def test_cancelled_work_stops_at_its_next_step_and_keeps_nothing(jobs, qtbot):
    ended = []
    started = threading.Event()

    def work(step):
        started.set()
        for done in range(100_000):
            step(done, 100_000)
            time.sleep(0.001)
        ended.append("whole")

    job = jobs.start(work, label="x", succeeded=ended.append, cancelled=lambda: ended.append("cancelled"))
    assert started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["cancelled"]


def test_many_steps_give_few_signals(jobs, qtbot):
    seen = []

    def work(step):
        for done in range(10_000):
            step(done, 10_000)

    ended = []
    job = jobs.start(work, label="x", succeeded=ended.append)
    job.progressed.connect(lambda done, total: seen.append(done))
    qtbot.waitUntil(lambda: bool(ended))
    assert len(seen) < 50


def test_the_box_appears_only_after_a_while_and_goes_away(jobs, window, qtbot):
    window.show()
    go_on = threading.Event()
    jobs.start(lambda step: go_on.wait(5), label="Menulis kiriman")
    box = window.findChild(ProgressBox)
    assert not box.isVisible()
    qtbot.waitUntil(box.isVisible, timeout=2000)
    go_on.set()
    qtbot.waitUntil(lambda: window.findChild(ProgressBox) is None)


def test_closing_waits_for_the_worker(jobs, qtbot):
    def work(step):
        while True:
            step(0, 0)
            time.sleep(0.001)

    jobs.start(work, label="x", quiet=True)
    assert jobs.finish_all(5000)
