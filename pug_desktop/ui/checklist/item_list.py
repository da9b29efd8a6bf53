"""The questions of one prerequisite as a list: state, code, question, and what is attached to it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from pug_desktop.app.fill import SheetItem
from pug_desktop.domain.words import label
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.checklist.presenter import shown_sign
from pug_desktop.ui.checklist.states import paint_state
from pug_desktop.ui.rows_model import ROW_ROLE, Column, RowsModel
from pug_desktop.ui.texts import language

_PAD = 12
_SIGN = 16


class _ItemDelegate(QStyledItemDelegate):
    """Draws a question in three lines at most.

    Qt's QStyleOptionViewItem is `Any` here: the stubs of PySide6 do not know its rect, state and fonts.
    """

    def sizeHint(self, option: Any, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: one line with the code, two of the question."""
        return QSize(200, option.fontMetrics.height() * 3 + 2 * _PAD - 4)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Qt: draw one question."""
        item, chosen = index.data(ROW_ROLE), style.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect).adjusted(4, 2, -4, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chosen.tint))
            painter.drawRoundedRect(box, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chosen.soft))
            painter.drawRoundedRect(box, 6, 6)
        line = option.fontMetrics.height()
        left, top = box.left() + _PAD - 4, box.top() + _PAD - 4
        paint_state(painter, QRectF(left + 1, top + (line - _SIGN) / 2 + 1, _SIGN - 2, _SIGN - 2), shown_sign(item))
        left += _SIGN + 10
        width = box.right() - left - 8
        self._head(painter, QRect(left, top, width, line), item, option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.text))
        words = parts.lines(item.question.label.of(language()), option.fontMetrics, width, 2)
        for number, each in enumerate(words):
            painter.drawText(
                QRect(left, top + line * (1 + number), width, line),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                each,
            )
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, item: SheetItem, font: QFont) -> None:
        chosen = style.colours()
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.86)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), item.question.name)
        right = box.right()
        if item.conflict:
            right -= 18
            painter.drawPixmap(right, box.top() + 1, icons.picture("warning", 16, chosen.warn))
        if item.evidence or (item.value is None and item.computed is not None and item.computed.proofs):
            right -= 18
            painter.drawPixmap(right, box.top() + 1, icons.picture("attach", 16))
        if sign := _review_sign(item):
            right -= 18
            painter.drawPixmap(right, box.top() + 1, icons.picture(sign, 16, getattr(chosen, _SIGN_COLOUR[sign])))


class ItemList(QListView):
    """The list; the arrow keys move in it.

    Signals:
        moved: the name of the question under the cursor.
    """

    moved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Butir prasyarat"))
        self._rows = RowsModel([Column("", _spoken)], self)
        self.setModel(self._rows)
        self.setItemDelegate(_ItemDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._current_moved)

    def set_items(self, items: Sequence[SheetItem], current: str) -> None:
        """Show these questions, the cursor on one of them; says nothing."""
        self._quiet = True
        self._rows.set_rows(items)
        for number, item in enumerate(items):
            if item.question.name == current:
                self.setCurrentIndex(self._rows.index(number, 0))
        self._quiet = False

    def _current_moved(self, now: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.moved.emit(now.data(ROW_ROLE).question.name)


_SIGN_COLOUR = {"flag": "warn", "edit": "accent", "check": "good"}


def _review_sign(item: SheetItem) -> str:
    """A flag: sent back; a pencil: changed since it was looked at; a tick: accepted."""
    if item.sent_back:
        return "flag"
    if any(each.changed for each in item.reviews):
        return "edit"
    return "check" if any(each.verdict == "diterima" for each in item.reviews) else ""


def _spoken(item: SheetItem) -> str:
    """What a screen reader says of a question."""
    lang = language()
    said = [label("verdict", each.verdict, lang=lang) for each in item.reviews if not each.changed]
    sign = shown_sign(item)
    words = ", ".join([label("answer_sign" if sign == "kurang" else "answer_state", sign, lang=lang), *said])
    return f"{item.question.name} {item.question.label.of(lang)} – {words}"
