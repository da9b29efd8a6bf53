"""Looks after the start whether a scanner took files of the program, and says so above the page until it is mended.

Sizes first, then every byte, slowly and on a thread of its own: the worker of the window is for the profile.
"""

import time
from pathlib import PurePosixPath

from PySide6.QtCore import QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app import program_files
from pug_desktop.app.program_files import Checked
from pug_desktop.errors import ProgramFilesDamaged
from pug_desktop.progress import Step
from pug_desktop.ui import parts
from pug_desktop.ui.job import Job, Work
from pug_desktop.ui.messages import words

BYTES_AFTER_MS = 20_000
"""A disk that still loads pages shall not be asked for 100 MB."""

REST_S = 0.02
"""Between two files, so that whoever works meanwhile is not slowed."""

MOST_NAMED = 2


class ProgramWatch(QObject):
    """Starts both looks and shows what they find."""

    def __init__(self, places: QVBoxLayout, parent: QWidget) -> None:
        """`places` gets the band, once there is something to say."""
        super().__init__(parent)
        self._places = places
        self._window = parent
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(QThread.Priority.LowestPriority)
        self._job: Job | None = None
        self.band: ProgramBand | None = None

    def start(self) -> None:
        """Look at the sizes now, at the bytes a little later."""
        self.look_at_sizes()
        QTimer.singleShot(BYTES_AFTER_MS, self, self.look_at_bytes)

    def stop(self) -> None:
        """The window closes: end the look that is under way."""
        if self._job is not None:
            self._job.cancel()
        self._pool.waitForDone()

    def look_at_sizes(self) -> None:
        """Are all there, and as long as they were built?"""
        self._look(lambda _step: program_files.check_sizes())

    def look_at_bytes(self) -> None:
        """Is every byte as it was built?"""
        self._look(lambda step: program_files.check(step=_slowly(step)))

    def _look(self, work: Work) -> None:
        self._job = Job(work, self._pool, self)
        self._job.succeeded.connect(self._show)
        self._job.start()

    def _show(self, found: object) -> None:
        if not isinstance(found, Checked):
            return
        if self.band is None and not found.ok:
            self.band = ProgramBand(self._window)
            self.band.again.clicked.connect(self.look_at_bytes)
            self._places.addWidget(self.band)
        if self.band is not None:
            self.band.show_found(found)


def _slowly(step: Step) -> Step:
    def rested(done: int, total: int) -> None:
        step(done, total)
        time.sleep(REST_S)

    return rested


class ProgramBand(QFrame):
    """What is missing or changed, what to do; stays until all is well again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("band", "warn")
        self._found = Checked()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, 8, parts.MARGIN, 8)
        layout.setSpacing(parts.GAP)
        self.title = parts.label("", "strong", self)
        self.advice = parts.label("", "small", self)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.title)
        said.addWidget(self.advice)
        layout.addLayout(said, 1)
        self.copy = parts.button("", look="quiet", parent=self)
        self.copy.clicked.connect(self._copy_names)
        self.again = parts.button("", parent=self)
        for each in (self.copy, self.again):
            layout.addWidget(each)
        self._word()

    def show_found(self, found: Checked) -> None:
        """Say this; hidden when all is well."""
        self._found = found
        self._word()
        self.setVisible(not found.ok)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: say it in the language that was chosen now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        names = self._found.missing + self._found.changed
        few = ", ".join(PurePosixPath(name).name for name in names[:MOST_NAMED])
        few += ", …" if len(names) > MOST_NAMED else ""
        title, advice = words(ProgramFilesDamaged(files=few, count=len(names)))
        self.title.setText(title)
        self.advice.setText(advice)
        self.setAccessibleName(title)
        parts.rename(self.copy, self.tr("Salin daftar berkas"))
        parts.rename(self.again, self.tr("Periksa lagi"))

    def _copy_names(self) -> None:
        """For the IT staff: each with what happened to it."""
        lines = [f"{self.tr('hilang')}: {name}" for name in self._found.missing]
        lines += [f"{self.tr('berubah')}: {name}" for name in self._found.changed]
        QGuiApplication.clipboard().setText("\n".join(lines))
