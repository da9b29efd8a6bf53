"""Half a million rows as a Qt model: eight bytes for each, and the texts of the pages that are being looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pug_desktop.app.all_people import PAGE, Row

_KEPT_PAGES = 32

Index = QModelIndex | QPersistentModelIndex
Read = Callable[[Sequence[int]], Sequence[Row | None]]
"""Reads what stands in some rows."""


class AllPeopleModel(QAbstractTableModel):
    """Rows by number; what stands in them is read when it is shown.

    Attributes:
        headings: of the columns.
    """

    def __init__(
        self, headings: Sequence[str], texts: Sequence[Callable[[Row], str]], read: Read, parent: QObject | None = None
    ) -> None:
        """`texts` makes the text of each column."""
        super().__init__(parent)
        self.headings = tuple(headings)
        self._texts = tuple(texts)
        self._read = read
        self._numbers: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    def show_numbers(self, numbers: "array[int]") -> None:
        """Show these rows in this order."""
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """What stands in a row, counted from the top; None when it was removed meanwhile."""
        page, place = divmod(number, PAGE)
        found = self._pages.get(page)
        if found is None:
            found = self._read(self._numbers[page * PAGE : (page + 1) * PAGE])
            self._pages[page] = found
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return found[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Qt: the number of rows."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: the number of columns."""
        return 0 if parent.isValid() else len(self._texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the text of a cell."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        found = self.row(index.row())
        return self._texts[index.column()](found) if found is not None else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the headings."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.headings[section]
        return None
