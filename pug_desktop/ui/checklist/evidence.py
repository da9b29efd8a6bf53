"""Evidence of one answer: where files are dropped and pasted, and the list of those that are there."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.checklist.evidence_line import EvidenceLine
from pug_desktop.ui.flow import FlowLayout


class DropArea(QFrame):
    """Where files are dropped; the buttons do the same from the keyboard, Ctrl+V pastes files or a picture.

    Signals:
        dropped: a tuple of paths.
        pasted: a QImage from the clipboard or from another program.
        choose_wanted: files shall be chosen.
        reuse_wanted: a document that is here already shall be used again.
        nothing_pasted: the clipboard holds neither.
    """

    dropped = Signal(tuple)
    pasted = Signal(QImage)
    choose_wanted = Signal()
    reuse_wanted = Signal()
    nothing_pasted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("drop", "true")
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 10, 10)
        layout.setSpacing(style.GRID)
        image = QLabel(self)
        image.setPixmap(icons.picture("attach", 22))
        self.button = parts.button(self.tr("Pilih berkas…"), parent=self)
        self.button.clicked.connect(self.choose_wanted)
        words = parts.label(self.tr("Seret berkas bukti ke sini, atau"), "muted", self)
        above = parts.row(image, words, self.button)
        above.setStretch(1, 1)
        layout.addLayout(above)
        self.paste_button = parts.button(self.tr("Tempel (Ctrl+V)"), "copy", "quiet", self)
        self.paste_button.clicked.connect(self.paste)
        self.reuse_button = parts.button(self.tr("Pakai dokumen yang sudah ada…"), "search", "quiet", self)
        self.reuse_button.clicked.connect(self.reuse_wanted)
        self.original = QCheckBox(self.tr("Simpan foto apa adanya (ukuran asli, dengan lokasinya)"), self)
        self.original.setToolTip(
            self.tr("Tanpa centang, foto dikecilkan menjadi 1600 titik dan lokasi pengambilannya (GPS) dihapus.")
        )
        self.original.setAccessibleDescription(self.original.toolTip())
        below = FlowLayout(spacing=style.GRID)
        for each in (self.paste_button, self.reuse_button, self.original):
            below.addWidget(each)
        layout.addLayout(below)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        shortcut.activated.connect(self.paste)

    def paste(self) -> None:
        """Take what the clipboard holds."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.nothing_pasted.emit()

    def _take(self, given: QMimeData) -> bool:
        paths = tuple(Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile())
        if paths:
            self.dropped.emit(paths)
        elif given.hasImage() and isinstance(image := given.imageData(), QImage) and not image.isNull():
            self.pasted.emit(image)
        else:
            return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files and pictures are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage():
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
        self._take(event.mimeData())


class EvidenceList(QWidget):
    """The files of one answer; a line in which a person is typing stays while the others change.

    Signals:
        open_wanted: the id of the evidence to open.
        remove_wanted: the id of the evidence to take off.
        described: the id of an evidence, and a dict of what was typed about the document.
    """

    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    described = Signal(str, dict)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: dict[str, EvidenceLine] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_rows(
        self, rows: Sequence[EvidenceRow], *, editable: bool, flags: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """The files as they are now; `flags` says by id what is wrong with one (domain/evidence_flags.py)."""
        wanted = {row.id for row in rows}
        for gone in self.lines.keys() - wanted:
            line = self.lines.pop(gone)
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        for row in rows:
            known = self.lines.get(row.id)
            if known is None or known.editable != editable:
                known = self._put(row, editable=editable)
            known.show_row(row, (flags or {}).get(row.id, () if row.present else ("missing",)))
        self.setVisible(bool(rows))

    def _put(self, row: EvidenceRow, *, editable: bool) -> EvidenceLine:
        line = EvidenceLine(row, self, editable=editable)
        if (before := self.lines.get(row.id)) is not None:
            self._layout.replaceWidget(before, line)
            before.hide()
            before.deleteLater()
        else:
            self._layout.addWidget(line)
        line.open_wanted.connect(self.open_wanted)
        line.remove_wanted.connect(self.remove_wanted)
        line.described.connect(self.described)
        self.lines[row.id] = line
        return line


class EvidenceBox(QWidget):
    """All about the evidence of one answer or record: what would do, what is missing, the files, where to drop more.

    Attributes:
        list: the files.
        drop: where files are dropped.

    Signals:
        files_wanted: a tuple of paths, and whether photos stay as they are.
        choose_wanted: files shall be chosen; whether photos stay as they are.
        image_pasted: a QImage, and whether it stays as it is.
        reuse_wanted: a document that is here already shall be used again.
        open_wanted, remove_wanted: the id of an evidence.
        described: the id of an evidence, and a dict of what was typed about the document.
    """

    files_wanted = Signal(tuple, bool)
    choose_wanted = Signal(bool)
    image_pasted = Signal(QImage, bool)
    reuse_wanted = Signal()
    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    described = Signal(str, dict)

    def __init__(self, examples: Sequence[str], parent: QWidget, *, editable: bool) -> None:
        """`examples` are papers that would do, as the form names them."""
        super().__init__(parent)
        self._editable = editable
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        self._lacks = parts.chip(self.tr("Bukti belum dilampirkan"), "warn", self)
        layout.addLayout(parts.row(parts.label(self.tr("Bukti dukung"), "strong", self, wrap=False), self._lacks, None))
        if examples:
            words = self.tr("Contoh: {examples}").format(examples="; ".join(examples))
            layout.addWidget(parts.label(words, "muted small", self))
        self.list = EvidenceList(self)
        self.list.open_wanted.connect(self.open_wanted)
        self.list.remove_wanted.connect(self.remove_wanted)
        self.list.described.connect(self.described)
        layout.addWidget(self.list)
        self.drop = DropArea(self)
        self.drop.dropped.connect(self._dropped)
        self.drop.pasted.connect(self._pasted)
        self.drop.choose_wanted.connect(self._choose)
        self.drop.reuse_wanted.connect(self.reuse_wanted)
        self.drop.nothing_pasted.connect(self._nothing_pasted)
        self.drop.setVisible(editable)
        layout.addWidget(self.drop)
        self._result = parts.label("", "muted small", self)
        self._result.hide()
        layout.addWidget(self._result)
        self._lacks.hide()

    def show_evidence(
        self, rows: Sequence[EvidenceRow], judge: Callable[[EvidenceRow], Sequence[str]], *, lacks: bool = False
    ) -> None:
        """The files as they are now; `judge` names what is wrong with one, `lacks`: one is needed and none is there."""
        self.list.show_rows(rows, editable=self._editable, flags={row.id: judge(row) for row in rows})
        self._lacks.setVisible(lacks)

    def set_editable(self, on: bool) -> None:
        """Whether files may be added, described and taken off here."""
        self._editable = on
        self.drop.setVisible(on)

    def show_result(self, words: str) -> None:
        """What came of the files that were dropped last; "" for nothing to say."""
        self._result.setText(words)
        self._result.setVisible(bool(words))

    def _dropped(self, paths: tuple[Path, ...]) -> None:
        self.files_wanted.emit(paths, self.drop.original.isChecked())

    def _pasted(self, image: QImage) -> None:
        self.image_pasted.emit(image, self.drop.original.isChecked())

    def _choose(self) -> None:
        self.choose_wanted.emit(self.drop.original.isChecked())

    def _nothing_pasted(self) -> None:
        self.show_result(self.tr("Tidak ada berkas atau gambar yang disalin. Salin dulu, lalu tempel di sini."))


def show_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
