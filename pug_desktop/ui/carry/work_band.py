"""Work that runs on the page itself: what is being done, how far it is, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from pug_desktop.ui import parts
from pug_desktop.ui.job import Job


class WorkBand(parts.Card):
    """Hidden until it follows a job.

    Signals:
        stopped: the person pressed "Batalkan".
    """

    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._text = parts.label("", "strong", self)
        self._detail = parts.label("", "muted small", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._cancel = parts.button(self.tr("Batalkan"), parent=self)
        self._cancel.clicked.connect(self._stop)
        self.body.addLayout(parts.row(self._text, None, self._cancel))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._detail)
        self.hide()

    def follow(self, job: Job, text: str, detail: str = "") -> None:
        """Show how far this job is until it is over."""
        self._job = job
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        parts.rename(self._cancel, self.tr("Batalkan"))
        self._cancel.setEnabled(True)
        job.progressed.connect(self._progress)
        job.finished.connect(self._over)
        self.show()

    def _progress(self, done: int, total: int) -> None:
        # Scaled, since bytes of a large stick do not fit Qt's 32-bit range.
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(min(1000, done * 1000 // total))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        parts.rename(self._cancel, self.tr("Menghentikan…"))
        if self._job is not None:
            self._job.cancel()
        self.stopped.emit()

    def _over(self) -> None:
        # A job that follows at once is shown before the one before it says that it is over.
        if self.sender() is not self._job:
            return
        self._job = None
        self.hide()
