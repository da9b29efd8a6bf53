"""Long work off the window's thread: one worker, progress at most every 50 ms, a cancel that leaves nothing behind.

The work is a plain function of `app` that takes `step` (progress.py) and knows no thread. Results arrive once, and on
the window's thread. What needs an answer midway is cut into two jobs with the question between them.
"""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from pug_desktop.progress import Cancelled, Step

_SIGNAL_EVERY_S = 0.05
_BOX_AFTER_MS = 400

Work = Callable[[Step], object]
Then = Callable[[object], object]


class Job(QObject):
    """One piece of work on the worker thread.

    Signals:
        progressed: done and total, at most every 50 ms; total 0 means "unknown".
        succeeded: what the work returned.
        failed: the exception it raised.
        cancelled: it stopped because it was asked to.
        finished: after any of the three.
    """

    progressed = Signal(object, object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Work, pool: QThreadPool, parent: QObject) -> None:
        """`parent` outlives the work: the main window's `Jobs`, never a dialog."""
        super().__init__(parent)
        self._work = work
        self._pool = pool
        self._stop = threading.Event()
        self._told_at = 0.0

    def start(self) -> None:
        """Queue the work behind the jobs already started."""
        self._pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; returns at once."""
        self._stop.set()

    def _step(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told_at >= _SIGNAL_EVERY_S:
            self._told_at = now
            self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            if self._stop.is_set():
                raise Cancelled
            result = self._work(self._step)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001  (the one place beside the excepthook: it is shown to the person)
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.finished.emit()


class Jobs(QObject):
    """The queue of the window: pages start work here and say what comes after.

    Attributes:
        tell: called with the exception of a failed job for which the page gave no `failed`.
    """

    def __init__(self, window: QWidget, tell: Callable[[Exception], object]) -> None:
        super().__init__(window)
        self._window = window
        self.tell = tell
        self._pool = QThreadPool(self)
        # One worker = one writer: a second job waits for the first.
        self._pool.setMaxThreadCount(1)
        self._running: set[Job] = set()

    def start(
        self,
        work: Work,
        *,
        label: str,
        succeeded: Then | None = None,
        failed: Callable[[Exception], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run `work(step)` on the worker.

        Args:
            work: a function of `step`; for one that takes none, wrap it: `lambda step: look(ws, path)`.
            label: what is being done, as a sentence ("Menulis kiriman ke flashdisk").
            succeeded: called on the window's thread with what `work` returned.
            failed: called with the exception; without it the error is shown in a window.
            cancelled: called when the person stopped it.
            quiet: never show the progress box (start-up, refresh in the background).
        """
        job = Job(work, self._pool, self)
        if succeeded is not None:
            job.succeeded.connect(succeeded)
        job.failed.connect(failed or self.tell)
        if cancelled is not None:
            job.cancelled.connect(cancelled)
        self._running.add(job)
        job.finished.connect(self._forget)
        if not quiet:
            ProgressBox.follow(job, label, self._window)
        job.start()
        return job

    @property
    def busy(self) -> bool:
        """Whether any work is running or waits."""
        return bool(self._running)

    def finish_all(self, timeout_ms: int = 5000) -> bool:
        """Ask every job to stop and wait for the worker; used when the window closes."""
        for job in self._running:
            job.cancel()
        return self._pool.waitForDone(timeout_ms)

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.discard(job)
            job.deleteLater()


class ProgressBox(QDialog):
    """Says what is going on and how far it is; appears only when the work takes longer than 400 ms."""

    @classmethod
    def follow(cls, job: Job, label: str, window: QWidget) -> "ProgressBox":
        """Watch `job`; the box deletes itself when the job is over."""
        return cls(job, label, window)

    def __init__(self, job: Job, label: str, window: QWidget) -> None:
        super().__init__(window)
        self._job = job
        self.setWindowTitle(label)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(QLabel(label, self))
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(label)
        layout.addWidget(self._bar)
        row = QHBoxLayout()
        row.addStretch()
        self._cancel = QPushButton(self.tr("Batalkan"), self)
        self._cancel.clicked.connect(self.reject)
        row.addWidget(self._cancel)
        layout.addLayout(row)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.show)
        self._wait.start(_BOX_AFTER_MS)
        job.progressed.connect(self._progress)
        job.finished.connect(self._over)

    def reject(self) -> None:
        """Escape, the close button and "Batalkan": ask the work to stop, stay until it has."""
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Menghentikan…"))
        self._job.cancel()

    def _progress(self, done: int, total: int) -> None:
        # Scaled, since bytes of a large stick do not fit Qt's 32-bit range.
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(min(1000, done * 1000 // total))

    def _over(self) -> None:
        self._wait.stop()
        self.hide()
        self.deleteLater()
