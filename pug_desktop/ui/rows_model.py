"""A list of frozen rows as a Qt model, and the table that shows it.

model = RowsModel([Column(self.tr("Nama"), lambda row: row.name), Column(self.tr("L"), lambda r: r.male, number=True)])
table = RowsTable(model, self.tr("Daftar rapat"), self)
model.set_rows(meetings(ws))
table.opened.connect(self._open)          # double click or Enter, with the row itself
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
"""The bare value of a cell, for sorting."""
ROW_ROLE = SORT_ROLE + 1
"""The row itself: read it through any proxy."""

_READABLE_LETTERS = 24
"""What a column that takes the rest needs, before those of a set width give way."""
_LEAST_PART = 0.5
"""They give way down to this part of their width."""

Index = QModelIndex | QPersistentModelIndex


def shown(value: object) -> str:
    """A cell's text: nothing for None, thousands with dots."""
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace(",", ".")
    return str(value)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands in it and how it looks.

    Attributes:
        value: the bare value of a row; sorts the column.
        text: how the value is written; thousands with dots by default.
        number: right aligned.
        width: pixels at 100 %; None fits the content; 0 takes the room that is left.
        tip: the tool tip of a row's cell.
        icon: a sign before the text, None for most rows.
        sort: what sorts the column where that is not the value.
    """

    heading: str
    value: Callable[[Any], object]
    text: Callable[[Any], str] = shown
    number: bool = False
    width: int | None = None
    tip: Callable[[Any], str] | None = None
    icon: Callable[[Any], QIcon | None] | None = None
    sort: Callable[[Any], int | float | str] | None = None


class RowsModel(QAbstractTableModel):
    """Frozen rows under columns; `set_rows` is the only way in."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[object, ...] = ()

    def set_rows(self, rows: Sequence[object]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> object:
        """The row of that number in this model (not in a sorted view)."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Qt: the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: one cell under one role."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(column.value(row))
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else None
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == SORT_ROLE and column.sort is not None:
                return column.sort(row)
            case _ if role == SORT_ROLE:
                value = column.value(row)
                return "" if value is None and not column.number else -1 if value is None else value
            case _ if role == ROW_ROLE:
                return row
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the headings."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class RowsTable(QTableView):
    """A quiet read-only table over a RowsModel: whole rows, sortable headings, numbers at the right.

    Signals:
        opened: the row that was double clicked or entered with Enter.
        chosen: the row that the selection moved to, or None.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel, name: str, parent: QWidget) -> None:
        """`name` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setSortLocaleAware(True)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self._columns = model.columns
        self._part = 1.0
        self.setModel(self._proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 2.2))
        self._size_columns(model)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._proxy.modelReset.connect(self._share_room)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._chose)

    def filter(self, words: str) -> None:
        """Show only rows in which some column has these words."""
        self._proxy.setFilterFixedString(words)

    def current_row(self) -> object | None:
        """The row of the cursor, or None."""
        return self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _size_columns(self, model: RowsModel) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        for number, column in enumerate(model.columns):
            if column.width == 0:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            elif column.width is None:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
            else:
                header.resizeSection(number, self._wanted(column.width))

    def _wanted(self, width: int) -> int:
        return int(width * max(1.0, self.fontMetrics().averageCharWidth() / 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: columns of a set width give way until the one that takes the rest can be read."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        header = self.horizontalHeader()
        set_wide = {number: self._wanted(each.width) for number, each in enumerate(self._columns) if each.width}
        stretched = [number for number, each in enumerate(self._columns) if each.width == 0]
        if not set_wide or not stretched:
            return
        own = sum(header.sectionSize(number) for number, each in enumerate(self._columns) if each.width is None)
        readable = self.fontMetrics().averageCharWidth() * _READABLE_LETTERS * len(stretched)
        room = self.viewport().width() - own - readable
        part = min(1.0, max(_LEAST_PART, room / sum(set_wide.values())))
        if part == self._part:
            # What a person dragged stays.
            return
        self._part = part
        for number, wide in set_wide.items():
            header.resizeSection(number, int(wide * part))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE))

    def _chose(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(now.data(ROW_ROLE) if now.isValid() else None)
