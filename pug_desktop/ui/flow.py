"""A row of widgets that goes on in the next line where there is no room, as with large text on a small screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places widgets at their own size, from the left, line after line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 0) -> None:
        super().__init__(parent)
        self._placed: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt: one more."""
        self._placed.append(item)

    def count(self) -> int:
        """Qt: how many."""
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt: one of them."""
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends the row, says Qt
        """Qt: one of them goes."""
        return self._placed.pop(index) if 0 <= index < len(self._placed) else None

    def hasHeightForWidth(self) -> bool:
        """Qt: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: how high at that width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        """Qt: place them."""
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        """Qt: all in one line."""
        sizes = [item.sizeHint() for item in self._placed if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Qt: the widest alone in a line."""
        sizes = [item.sizeHint() for item in self._placed if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _place(self, box: QRect, *, move: bool) -> int:
        """Returns the height that is used."""
        left, top, line = box.left(), box.top(), 0
        for item in self._placed:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > box.left() and left + size.width() > box.left() + box.width():
                left, top, line = box.left(), top + line + max(self.spacing(), 4), 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            line = max(line, size.height())
        return top + line - box.top()
