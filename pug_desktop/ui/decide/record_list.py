"""The records that wait, as a list: what each is called, what it belongs to, how many of its fields are open."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from pug_desktop.ui import parts, style
from pug_desktop.ui.decide.presenter import Key, OpenRecord
from pug_desktop.ui.rows_model import ROW_ROLE, Column, RowsModel

_PAD = 10


class _Delegate(QStyledItemDelegate):
    """Draws a record in three lines: two of its title, one of what it belongs to and how many fields are open.

    Qt's QStyleOptionViewItem is `Any` here: the stubs of PySide6 do not know its rect, state and fonts.
    """

    def __init__(
        self, foot: Callable[[OpenRecord], str], chosen: Callable[[OpenRecord], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._foot = foot
        self._chosen = chosen

    def sizeHint(self, option: Any, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: always three lines, so that thousands of rows need not be measured."""
        return QSize(200, option.fontMetrics.height() * 3 + 2 * _PAD)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Qt: draw one record."""
        record, colours = index.data(ROW_ROLE), style.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect).adjusted(4, 2, -4, -2)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setBrush(QColor(colours.tint if selected else colours.soft))
            painter.drawRoundedRect(box, 6, 6)
        line, left, width = option.fontMetrics.height(), box.left() + _PAD, box.width() - 2 * _PAD
        top = box.top() + _PAD - 2
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text))
        for text in parts.lines(record.first.title, option.fontMetrics, width, 2):
            painter.drawText(QRect(left, top, width, line), int(Qt.AlignmentFlag.AlignVCenter), text)
            top += line
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.86)
        painter.setFont(small)
        painter.setPen(QColor(colours.accent if self._chosen(record) else colours.muted))
        foot = painter.fontMetrics().elidedText(self._foot(record), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, line), int(Qt.AlignmentFlag.AlignVCenter), foot)
        painter.restore()


class RecordList(QListView):
    """The list; the arrow keys move in it, Enter goes to the choices.

    Signals:
        moved: the record under the cursor.
        entered_choices: Enter.
    """

    moved = Signal(object)
    entered_choices = Signal()

    def __init__(self, drafted: Callable[[OpenRecord], int], parent: QWidget) -> None:
        """`drafted` says in how many fields of a record something is chosen and not saved."""
        super().__init__(parent)
        self._drafted = drafted
        self.setAccessibleName(self.tr("Catatan yang perlu keputusan"))
        self._rows = RowsModel([Column("", self._spoken)], self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self._foot, self._is_drafted, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._moved)

    def set_records(self, records: Sequence[OpenRecord], current: Key | None) -> OpenRecord | None:
        """Show these, the cursor on that one or where it stood; says nothing. Returns the record under the cursor."""
        row = max(0, self.currentIndex().row())
        self._quiet = True
        self._rows.set_rows(records)
        row = next((number for number, each in enumerate(records) if each.key == current), min(row, len(records) - 1))
        if records:
            self.setCurrentIndex(self._rows.index(row, 0))
            self.scrollTo(self.currentIndex())
        self._quiet = False
        return records[row] if records else None

    def current(self) -> OpenRecord | None:
        """The record under the cursor."""
        found = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, OpenRecord) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes on to the choices."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_choices.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.moved.emit(now.data(ROW_ROLE))

    def _is_drafted(self, record: OpenRecord) -> bool:
        return bool(self._drafted(record))

    def _foot(self, record: OpenRecord) -> str:
        if drafted := self._drafted(record):
            return self.tr("{n} dari {total} dipilih, belum disimpan").format(n=drafted, total=len(record.fields))
        fields = ", ".join(each.field for each in record.fields)
        return " · ".join(each for each in (fields, record.first.context or record.first.office) if each)

    def _spoken(self, record: OpenRecord) -> str:
        """What a screen reader says of a record."""
        return f"{record.first.title} – {self._foot(record)}"
