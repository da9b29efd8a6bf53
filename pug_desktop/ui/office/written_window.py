"""What one device wrote, record by record; what is ticked is taken back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pug_desktop.app.withdraw import Written
from pug_desktop.domain.dates import number_words
from pug_desktop.domain.words import label
from pug_desktop.ui import parts
from pug_desktop.ui.carry.amounts import short_moment_words
from pug_desktop.ui.texts import language

REMOVAL = "_del"
"""The cell of a removal: it is shown, and stays."""


class WrittenWindow(QDialog):
    """A tree of records and their fields, each with a box to tick.

    Attributes:
        tree: the records.
        do: takes back what is ticked.
    """

    @classmethod
    def choose(cls, parent: QWidget, name: str, found: Sequence[Written]) -> tuple[Written, ...] | None:
        """What shall be taken back; None when the person changed their mind."""
        window = cls(parent, name, found)
        answer = window.chosen() if window.exec() == QDialog.DialogCode.Accepted else None
        window.deleteLater()
        return answer

    def __init__(self, parent: QWidget | None, name: str, found: Sequence[Written]) -> None:
        super().__init__(parent)
        title = self.tr("Perubahan dari perangkat {name}").format(name=name)
        self.setWindowTitle(title)
        self.resize(860, 560)
        self._items: list[tuple[QTreeWidgetItem, Written]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(title, "heading", self))
        layout.addWidget(
            parts.label(
                self.tr(
                    "Centang yang mau ditarik. Isian yang ditarik menjadi kosong, atau kembali ke isian kantor lain. "
                    "Catatan yang hanya ditulis perangkat ini dihapus. Semuanya dapat dibatalkan sebagai satu langkah."
                ),
                "muted",
                self,
            )
        )
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(title)
        self.tree.setHeaderLabels([self.tr("Catatan dan isian"), self.tr("Isi"), self.tr("Ditulis")])
        self.tree.setUniformRowHeights(True)
        self.tree.setColumnWidth(0, 310)
        self.tree.setColumnWidth(1, 250)
        self._fill(found)
        self.tree.itemChanged.connect(self._count)
        layout.addWidget(self.tree, 1)
        self._sum = parts.label("", "muted", self, wrap=False)
        every = parts.button(self.tr("Centang semua"), "", "quiet", self)
        every.clicked.connect(self._tick_all)
        close = parts.button(self.tr("Tutup"), parent=self)
        close.clicked.connect(self.reject)
        self.do = parts.button(self.tr("Tarik yang dicentang"), "undo", "danger", self)
        self.do.clicked.connect(self.accept)
        layout.addLayout(parts.row(self._sum, None, every, close, self.do))
        self._count()

    def chosen(self) -> tuple[Written, ...]:
        """What is ticked."""
        return tuple(each for item, each in self._items if item.checkState(0) == Qt.CheckState.Checked)

    def _fill(self, found: Sequence[Written]) -> None:
        record: QTreeWidgetItem | None = None
        before: tuple[str, str] | None = None
        for each in found:
            if (each.kind, each.id) != before or record is None:
                before = (each.kind, each.id)
                record = QTreeWidgetItem(self.tree, [each.title or label("kind", each.kind, language()), "", ""])
                record.setFlags(record.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
                record.setCheckState(0, Qt.CheckState.Unchecked)
                record.setToolTip(0, each.title)
            words = each.words if each.shown else self.tr("{value} (tidak tampil)").format(value=each.words)
            at = short_moment_words(datetime.fromtimestamp(each.at, UTC), language()) if each.at else ""
            who = " · ".join(filter(None, (each.user, at)))
            item = QTreeWidgetItem(record, [each.field, words, who])
            item.setToolTip(1, each.words)
            if each.cell == REMOVAL:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            else:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Unchecked)
                self._items.append((item, each))

    def _tick_all(self) -> None:
        for item, _each in self._items:
            item.setCheckState(0, Qt.CheckState.Checked)

    def _count(self, *_: object) -> None:
        ticked = len(self.chosen())
        self.do.setEnabled(bool(ticked))
        self._sum.setText(
            self.tr("{n} dari {all} isian dicentang").format(n=number_words(ticked), all=number_words(len(self._items)))
        )
