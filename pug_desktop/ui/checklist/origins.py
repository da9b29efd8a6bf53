"""The window "Dari mana angka ini": the offices, meetings and papers behind a computed answer, down to the file."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pug_desktop.app import evidence, origins
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.origins import Origin, Origins
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence import show_file
from pug_desktop.ui.checklist.presenter import ChecklistPresenter, Place
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.texts import language

_WHAT = Qt.ItemDataRole.UserRole


class OriginsWork(QObject):
    """Reads where the shown answer comes from and shows it.

    Signals:
        go_to: another page, with what it shall open.
    """

    go_to = Signal(str, object)

    def __init__(
        self, workspace: Workspace, ask: Ask, jobs: Jobs, presenter: ChecklistPresenter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ws, self._ask, self._jobs, self._presenter = workspace, ask, jobs, presenter
        self._page = parent
        self.window: OriginsWindow | None = None

    def start(self) -> None:
        """Read in the worker, then show."""
        sheet, item = self._presenter.sheet, self._presenter.item_now()
        if sheet is None:
            return
        self._jobs.start(
            lambda step: origins.origins(self._ws, sheet, item, language(), step=step),
            label=self.tr("Mencari asal angka ini"),
            succeeded=self._show,
        )

    def _show(self, found: object) -> None:
        if not isinstance(found, Origins):
            return
        window = self.window = OriginsWindow(found, self._page)
        window.file_wanted.connect(self._open_file)
        window.page_wanted.connect(self._leave)
        window.finished.connect(window.deleteLater)
        window.open()

    def _open_file(self, row: object) -> None:
        if not isinstance(row, EvidenceRow):
            return
        try:
            show_file(evidence.open_copy(self._ws, row.id))
        except PugError as error:
            self._ask.tell(error)

    def _leave(self, row: object) -> None:
        if not isinstance(row, Origin) or not row.page:
            return
        if self.window is not None:
            self.window.accept()
        target = row.target
        if row.page == "checklist" and isinstance(target, tuple):
            scope, year, item = target
            target = Place(year, item, scope)
        self.go_to.emit(row.page, target)


class OriginsWindow(QDialog):
    """A tree: what counts, what does not, and under each its files.

    Signals:
        file_wanted: an EvidenceRow.
        page_wanted: an Origin.
    """

    file_wanted = Signal(object)
    page_wanted = Signal(object)

    def __init__(self, found: Origins, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Dari mana angka ini"))
        self.resize(880, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(f"{found.question.name}  {found.question.label.of(language())}", "heading", self))
        layout.addWidget(parts.label(found.explanation, "muted", self))
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([self.tr("Asal"), self.tr("Isi"), self.tr("Berkas"), self.tr("Dihitung")])
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setStyleSheet("QTreeView::item { padding: 4px 0; }")
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, 280)
        self.tree.currentItemChanged.connect(self._moved)
        self.tree.itemActivated.connect(self._activated)
        layout.addWidget(self.tree, 1)
        self._rest = parts.label("", "muted small", self)
        layout.addWidget(self._rest)
        self.open_button = parts.button(self.tr("Buka"), "open", "primary", self)
        self.open_button.clicked.connect(self._open)
        close = parts.button(self.tr("Tutup"), parent=self)
        close.clicked.connect(self.reject)
        layout.addLayout(parts.row(None, close, self.open_button))
        self._fill(found)

    def _fill(self, found: Origins) -> None:
        counted = sum(row.counted for row in found.rows)
        for row in found.rows:
            files = str(len(row.files)) if row.files else "–"
            says = row.says if row.sent else self.tr("belum mengirim lembar")
            item = QTreeWidgetItem([row.name, says, files, self.tr("ya") if row.counted else self.tr("tidak")])
            item.setData(0, _WHAT, row)
            item.setToolTip(0, row.name)
            item.setToolTip(1, says)
            for file in row.files:
                item.addChild(self._file_item(file))
            self.tree.addTopLevelItem(item)
        words = self.tr("{counted} dari {all} asal ikut dihitung.").format(counted=counted, all=len(found.rows))
        if found.left_out:
            rest = self.tr("{n} catatan lain tidak berkaitan dengan butir ini.")
            words = f"{words} {rest.format(n=found.left_out)}"
        if not found.rows:
            words = self.tr("Tidak ada catatan yang menjadi asal angka ini.")
        self._rest.setText(words)
        if (first := self.tree.topLevelItem(0)) is not None:
            self.tree.setCurrentItem(first)
        self.open_button.setEnabled(bool(found.rows))
        self.tree.setFocus()

    def _file_item(self, file: EvidenceRow) -> QTreeWidgetItem:
        where = file.document_number or ""
        item = QTreeWidgetItem([file.title, where, "" if file.present else self.tr("belum ada di sini"), ""])
        item.setIcon(0, icons.icon("attach"))
        item.setData(0, _WHAT, file)
        item.setToolTip(0, file.file_name)
        return item

    def _moved(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        what = item.data(0, _WHAT) if item is not None else None
        if isinstance(what, EvidenceRow):
            parts.rename(self.open_button, self.tr("Buka berkas"))
            self.open_button.setEnabled(what.present)
        else:
            parts.rename(self.open_button, self.tr("Buka halamannya"))
            self.open_button.setEnabled(isinstance(what, Origin) and bool(what.page) and what.sent)

    def _activated(self, item: QTreeWidgetItem, _column: int) -> None:
        # Enter on a line with files opens the line first, as everywhere in trees.
        if isinstance(item.data(0, _WHAT), Origin) and item.childCount() and not item.isExpanded():
            item.setExpanded(True)
            return
        self._open()

    def _open(self) -> None:
        item = self.tree.currentItem()
        what = item.data(0, _WHAT) if item is not None else None
        if isinstance(what, EvidenceRow) and what.present:
            self.file_wanted.emit(what)
        elif isinstance(what, Origin) and what.page and what.sent:
            self.page_wanted.emit(what)
