"""Two searchable lists: the province, and the kabupaten/kota in it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStyledItemDelegate, QVBoxLayout, QWidget

from pug_desktop.app import regions
from pug_desktop.app.regions import Region
from pug_desktop.ui import parts

_CODE = Qt.ItemDataRole.UserRole
_PADDING = 14


class _Rows(QStyledItemDelegate):
    """Says itself how high a row is: a list that is filled before it is shown does not know its style sheet yet.

    Qt's QStyleOptionViewItem is `Any` here: the stubs of PySide6 do not know its fonts.
    """

    def sizeHint(self, option: Any, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: one line with the padding of the style sheet."""
        return QSize(0, option.fontMetrics.height() + _PADDING)


class SearchList(QWidget):
    """A list under a line that narrows it; the arrow keys move in the list while one types.

    Signals:
        chosen: the code of the current row, "" when there is none.
    """

    chosen = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(hint)
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addLayout(parts.field(name, self.line))
        layout.addWidget(self.list, 1)
        self._regions: tuple[Region, ...] = ()
        self.line.textEdited.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list.currentItemChanged.connect(self._moved)
        self.setFocusProxy(self.line)

    def set_regions(self, among: Sequence[Region]) -> None:
        """Offer these."""
        self._regions = tuple(among)
        self.line.clear()
        self._narrow("")

    def code(self) -> str:
        """The code of the chosen region, "" when none is."""
        item = self.list.currentItem()
        return str(item.data(_CODE)) if item is not None and not item.isHidden() else ""

    def choose(self, code: str) -> None:
        """Choose a region of the list."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_CODE) == code:
                self.list.setCurrentRow(number)
                self.list.scrollToItem(self.list.item(number))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the arrow keys of the line move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(min(max(0, self.list.currentRow() + step), self.list.count() - 1))
                return True
        return False

    def _narrow(self, text: str) -> None:
        found = {each.code for each in regions.search(text)} if text.strip() else None
        present = self.code()
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._regions:
            if found is None or each.code in found:
                item = QListWidgetItem(each.name, self.list)
                item.setData(_CODE, each.code)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self.choose(present)
        if text.strip() and self.list.count() == 1:
            self.list.setCurrentRow(0)
        self.chosen.emit(self.code())

    def _moved(self) -> None:
        self.chosen.emit(self.code())


class RegionPicker(QWidget):
    """Province at the left, kabupaten/kota at the right.

    Signals:
        edited: another region was chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.province = SearchList(self.tr("Provinsi"), self.tr("Cari provinsi"), self)
        self.regency = SearchList(self.tr("Kabupaten/kota"), self.tr("Cari kabupaten atau kota"), self)
        layout = parts.row(self.province, self.regency, spacing=24)
        self.setLayout(layout)
        self.province.set_regions(regions.provinces())
        self.province.chosen.connect(self._province_chosen)
        self.regency.chosen.connect(self._regency_chosen)
        self._shown_for = ""
        self.setFocusProxy(self.province)

    def set_province_only(self, on: bool) -> None:
        """A provincial office has no kabupaten/kota."""
        self.regency.setVisible(not on)
        self.edited.emit()

    def region_code(self) -> str:
        """The code that was chosen, "" when it is not complete."""
        return self.province.code() if self.regency.isHidden() else self.regency.code()

    def choose(self, code: str) -> None:
        """Choose a region by its code."""
        self.province.choose(code[:2])
        if "." in code:
            self.regency.choose(code)

    def _province_chosen(self, code: str) -> None:
        if code != self._shown_for:
            self._shown_for = code
            self.regency.set_regions(regions.regencies(code) if code else ())
        self.edited.emit()

    def _regency_chosen(self, _code: str) -> None:
        self.edited.emit()
