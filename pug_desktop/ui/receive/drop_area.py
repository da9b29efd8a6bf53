"""A place to drop bundles on, or to choose them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pug_desktop.ui import icons, parts, style


class DropArea(QFrame):
    """A dashed field.

    Signals:
        dropped: the files and folders (tuple of Path).
        choose_pressed: choose files in a window.
    """

    dropped = Signal(object)
    choose_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setProperty("drop", True)
        image = parts.label("", parent=self)
        image.setPixmap(icons.picture("receive", 24))
        self.choose = parts.button(self.tr("Pilih berkas kiriman…"), "", "quiet", self)
        self.choose.clicked.connect(self.choose_pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        line.addWidget(image)
        line.addWidget(parts.label(self.tr("atau seret berkas kiriman (.pug) ke sini"), "muted", self), 1)
        line.addWidget(self.choose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files may come."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            style.mark(self, "drop", "over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: they went away."""
        style.mark(self, "drop", True)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: here they are."""
        style.mark(self, "drop", True)
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
