"""The window in which documents that are here already are chosen for another answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pug_desktop.app.documents import Document
from pug_desktop.domain.dates import parse_date, short_date_words
from pug_desktop.ui import parts
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.texts import language


class DocumentWindow(QDialog):
    """A list to search in; several can be ticked.

    Attributes:
        search: what is typed narrows the list.
        list: the documents, each with a box to tick.
    """

    @classmethod
    def ask(cls, parent: QWidget, documents: Sequence[Document]) -> tuple[str, ...]:
        """The ids of the chosen evidence; empty when the person changed their mind."""
        window = cls(parent, documents)
        chosen = window.chosen() if window.exec() == QDialog.DialogCode.Accepted else ()
        window.deleteLater()
        return chosen

    def __init__(self, parent: QWidget, documents: Sequence[Document]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pakai dokumen yang sudah ada"))
        self.resize(640, 480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(self.tr("Pakai dokumen yang sudah ada"), "heading", self))
        layout.addWidget(
            parts.label(
                self.tr("Satu dokumen boleh menjadi bukti banyak butir. Berkasnya tetap satu, tidak disalin lagi."),
                "muted",
                self,
            )
        )
        self.search = TextInput(self.tr("Cari judul, nomor, atau kode butir"), self)
        self.search.setPlaceholderText(self.tr("Cari judul, nomor, atau kode butir"))
        self.search.edited.connect(self._narrow)
        layout.addWidget(self.search)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Dokumen"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in documents:
            line = QListWidgetItem(self._words(each), self.list)
            line.setData(Qt.ItemDataRole.UserRole, each.row.id)
            line.setCheckState(Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(self._count)
        self.list.itemActivated.connect(self._turn)
        layout.addWidget(self.list, 1)
        self._nothing = parts.label(self.tr("Tidak ada dokumen yang cocok."), "muted", self)
        layout.addWidget(self._nothing)
        self.take = parts.button(self.tr("Lampirkan"), look="primary", parent=self)
        self.take.clicked.connect(self.accept)
        cancel = parts.button(self.tr("Batal"), parent=self)
        cancel.clicked.connect(self.reject)
        layout.addLayout(parts.row(None, cancel, self.take))
        parts.tab_order(self.search, self.list, cancel, self.take)
        self._narrow()
        self._count()

    def chosen(self) -> tuple[str, ...]:
        """The ids of what is ticked."""
        return tuple(str(line.data(Qt.ItemDataRole.UserRole)) for line in self._lines() if _is_ticked(line))

    def _lines(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _words(self, document: Document) -> str:
        row = document.row
        on = parse_date(row.document_on)
        facts = [each for each in (row.document_number, short_date_words(on, language()) if on else None) if each]
        head = " · ".join([row.title or row.file_name, *facts])
        uses = self.tr("Dipakai untuk: {uses}").format(uses=", ".join(document.uses)) if document.uses else ""
        return "\n".join(each for each in (head, uses) if each)

    def _narrow(self) -> None:
        wanted = (self.search.value() or "").casefold().split()
        shown = 0
        for line in self._lines():
            fits = all(word in line.text().casefold() for word in wanted)
            line.setHidden(not fits)
            shown += fits
        self._nothing.setVisible(not shown)

    def _turn(self, line: QListWidgetItem) -> None:
        """Enter and a double click tick a line or take the tick away."""
        line.setCheckState(Qt.CheckState.Unchecked if _is_ticked(line) else Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.chosen())
        self.take.setEnabled(bool(count))
        parts.rename(self.take, self.tr("Lampirkan {n}").format(n=count) if count else self.tr("Lampirkan"))


def _is_ticked(line: QListWidgetItem) -> bool:
    return line.checkState() == Qt.CheckState.Checked
