"""Buttons beside each other as far as there is room, the rest on the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from pug_desktop.ui import style


class Flow(QLayout):
    """Never wider than its place: at a large text the sticks stand below each other."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = style.GRID) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt: one more."""
        self._items.append(item)

    def count(self) -> int:
        """Qt: how many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt: one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt asks beyond the end
        """Qt: one of them, which leaves."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt: as wide as the place, no higher than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt: the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: how high it is at that width."""
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, place: QRect) -> None:
        """Qt: lay out."""
        super().setGeometry(place)
        self._place(place, only_measure=False)

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        hints = [each.sizeHint() for each in self._items]
        width = sum(each.width() for each in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:
        """Qt: the widest one alone."""
        sizes = [each.minimumSize() for each in self._items]
        return QSize(
            max((each.width() for each in sizes), default=0), max((each.height() for each in sizes), default=0)
        )

    def _place(self, place: QRect, *, only_measure: bool) -> int:
        x, y, high = place.x(), place.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > place.x() and x + hint.width() > place.right() + 1:
                x, y, high = place.x(), y + high + self.spacing(), 0
            if not only_measure:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            high = max(high, hint.height())
        return y + high - place.y()
