"""The page of a wizard on which work goes on: what is done, how far it is, and "Batalkan"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from pug_desktop.ui import icons, parts
from pug_desktop.ui.job import Job

WIDEST = 640


class WorkStep(QWidget):
    """Follows one job, or several after another.

    Attributes:
        cancel: the button that stops the work.

    Signals:
        stopped: the person pressed it.
    """

    stopped = Signal()

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._share, self._stage = 0, 1
        self._text = parts.label("", "heading", self)
        self._detail = parts.label("", "muted", self)
        self._percent = parts.label("", "muted", self, wrap=False)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.cancel = parts.button(self.tr("Batalkan"), "close", "", self)
        self.cancel.clicked.connect(self._stop)
        image = parts.label("", parent=self, wrap=False)
        image.setPixmap(icons.picture(icon, 40))
        card = parts.Card(self, margin=parts.MARGIN)
        card.setMaximumWidth(WIDEST)
        card.setMinimumWidth(520)
        above = parts.row(image, self._text, spacing=parts.GAP)
        above.setStretch(1, 1)
        card.body.setSpacing(parts.GAP)
        card.body.addLayout(above)
        card.body.addWidget(self._bar)
        below = parts.row(self._percent, None, self.cancel)
        card.body.addLayout(below)
        card.body.addWidget(self._detail)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    @property
    def text(self) -> str:
        """What is being done."""
        return self._text.text()

    def follow(self, job: Job | None, text: str, detail: str = "") -> None:
        """Show how far this job is; None (in tests) is work that is over already."""
        self._job = job
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._percent.setText("")
        self._share, self._stage = 0, 1
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        parts.rename(self.cancel, self.tr("Batalkan"))
        self.cancel.setEnabled(True)
        if job is not None:
            job.progressed.connect(self._progress)

    def _progress(self, done: int, total: int) -> None:
        if self.sender() is not self._job:
            return
        # Scaled, since bytes of a large stick do not fit Qt's 32-bit range.
        self._bar.setRange(0, 1000 if total else 0)
        if not total:
            return
        share = min(1000, done * 1000 // total)
        if share < self._share:
            # Copying, checking and merging each start at nothing: a bar that falls back without a word frightens.
            self._stage += 1
        self._share = share
        self._bar.setValue(share)
        words = self.tr("{percent} %") if self._stage == 1 else self.tr("tahap {stage}: {percent} %")
        self._percent.setText(words.format(percent=share // 10, stage=self._stage))

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        parts.rename(self.cancel, self.tr("Menghentikan…"))
        if self._job is not None:
            self._job.cancel()
        self.stopped.emit()
