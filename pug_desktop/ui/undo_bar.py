"""The bar under a page that says what was done and offers "Urungkan" for ten seconds."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from pug_desktop.ui import parts

_OFFER_MS = 10_000
_SAY_MS = 4_000


class UndoBar(QWidget):
    """Stands below the page, which makes room for it: it covers nothing. Does not take the focus.

    Signals:
        undo_wanted: the button.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        toast = QFrame(self)
        toast.setProperty("toast", True)
        around = QHBoxLayout(self)
        around.setContentsMargins(parts.MARGIN, 0, parts.MARGIN, 8)
        around.addStretch(1)
        around.addWidget(toast)
        around.addStretch(1)
        layout = QHBoxLayout(toast)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(16)
        self.text = parts.label("", parent=self, wrap=False)
        self.button = QPushButton(self.tr("Urungkan"), self)
        self.button.setAccessibleName(self.tr("Urungkan"))
        self.button.clicked.connect(self._undo)
        layout.addWidget(self.text)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def offer(self, what: str) -> None:
        """Say what was removed, with the button."""
        self._show(what, _OFFER_MS, undo=True)

    def say(self, what: str) -> None:
        """Say what was done, without the button."""
        self._show(what, _SAY_MS, undo=False)

    def _show(self, what: str, for_ms: int, *, undo: bool) -> None:
        around = self.parentWidget()
        room = max(240, (around.width() if around is not None else 0) - 560)
        self.text.setText(self.fontMetrics().elidedText(what, Qt.TextElideMode.ElideRight, room))
        self.button.setVisible(undo)
        self._timer.start(for_ms)
        self.show()

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()
