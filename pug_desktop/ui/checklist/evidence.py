"""Evidence of one answer: files are dropped or chosen, listed, opened and taken off again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.domain.dates import size_words
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.texts import language


class DropArea(QFrame):
    """Where files are dropped; the button does the same from the keyboard.

    Signals:
        dropped: a tuple of paths.
        choose_wanted: the button.
    """

    dropped = Signal(tuple)
    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("drop", "true")
        self.setAcceptDrops(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 10, 10)
        image = QLabel(self)
        image.setPixmap(icons.picture("attach", 22))
        layout.addWidget(image)
        layout.addWidget(parts.label(self.tr("Seret berkas bukti ke sini, atau"), "muted", self, wrap=False))
        layout.addStretch(1)
        self.button = parts.button(self.tr("Pilih berkas…"), parent=self)
        self.button.clicked.connect(self.choose_wanted)
        layout.addWidget(self.button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            style.mark(self, "drop", "over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: they went elsewhere."""
        style.mark(self, "drop", "true")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: they are here."""
        style.mark(self, "drop", "true")
        event.acceptProposedAction()
        self.dropped.emit(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))


class EvidenceList(QWidget):
    """The files of one answer.

    Signals:
        open_wanted: the id of the evidence to open.
        remove_wanted: the id of the evidence to take off.
    """

    open_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_rows(self, rows: Sequence[EvidenceRow], *, editable: bool) -> None:
        """`rows` are app.evidence EvidenceRow."""
        parts.clear(self._layout)
        for row in rows:
            self._layout.addWidget(self._line(row, editable=editable))
        self.setVisible(bool(rows))

    def _line(self, row: EvidenceRow, *, editable: bool) -> QFrame:
        line = QFrame(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(8)
        image = QLabel(line)
        image.setPixmap(icons.picture("pdf" if row.media_type == "application/pdf" else "report", 20))
        layout.addWidget(image)
        name = parts.label(row.title or row.file_name, parent=line)
        name.setToolTip(row.file_name)
        layout.addWidget(name, 1)
        if row.present:
            layout.addWidget(parts.label(size_words(row.size, language()), "muted small", line, wrap=False))
            layout.addWidget(self._tool("open", self.tr("Buka {name}"), row, self._open))
        else:
            layout.addWidget(parts.chip(self.tr("berkas belum diterima"), "warn", line))
        if editable:
            layout.addWidget(self._tool("trash", self.tr("Lepas {name}"), row, self._remove))
        return line

    def _tool(self, icon: str, words: str, row: EvidenceRow, act: Callable[[], None]) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icons.icon(icon))
        made.setIconSize(QSize(20, 20))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text = words.format(name=row.file_name)
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.setObjectName(row.id)
        made.clicked.connect(act)
        return made

    def _open(self) -> None:
        self.open_wanted.emit(self.sender().objectName())

    def _remove(self) -> None:
        self.remove_wanted.emit(self.sender().objectName())


def show_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
