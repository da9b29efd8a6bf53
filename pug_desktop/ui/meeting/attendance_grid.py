"""The grid in which an attendance list is typed: Enter goes down, Tab right, a block from Excel is one step."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pug_desktop.domain.words import labels
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.meeting.attendance_model import (
    NAME,
    NIP,
    NUMBER,
    OFFICE,
    OFFICE_TYPE,
    POSITION,
    SEX,
    VALUE_ROLE,
    AttendanceModel,
)
from pug_desktop.ui.meeting.inputs import complete_with
from pug_desktop.ui.saved import AutoSave
from pug_desktop.ui.texts import language

Index = QModelIndex | QPersistentModelIndex

_SHARES = {NAME: 27, NIP: 23, SEX: 6, POSITION: 20, OFFICE: 24, OFFICE_TYPE: 16}
_NUMBER_LETTERS = 8
"""Shares of the width, in average letters."""


class CellDelegate(QStyledItemDelegate):
    """Makes the input of a cell; what is typed is committed after two seconds, or when the cell is left."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: a line, or a list of office types."""
        model = index.model()
        if index.column() == OFFICE_TYPE:
            box = QComboBox(parent)
            box.addItem("", "")
            for code, word in labels("office_type", language()):
                box.addItem(word, code)
            box.setAccessibleName(str(model.headerData(OFFICE_TYPE, Qt.Orientation.Horizontal)))
            return box
        line = TextInput(str(model.headerData(index.column(), Qt.Orientation.Horizontal)), parent)
        line.setFrame(False)
        line.setProperty("cell", True)
        if index.column() == OFFICE and isinstance(model, AttendanceModel):
            complete_with(line, model.suggest_offices)
        AutoSave(line, line.text, partial(self._commit, line))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the input covers its whole cell."""
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: what stands in the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(VALUE_ROLE) or "")))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            _settle(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: commit."""
        value = editor.currentData() if isinstance(editor, QComboBox) else None
        if isinstance(editor, QLineEdit):
            value = editor.text()
            _settle(editor)
        model.setData(index, value)

    def _commit(self, line: QLineEdit, _text: object) -> None:
        self.commitData.emit(line)


def _settle(editor: QLineEdit) -> None:
    for saver in editor.findChildren(AutoSave):
        saver.settle()


class AttendanceGrid(QTableView):
    """The table.

    Signals:
        pasted: a person pressed Ctrl+V over a cell.
        removing: a person pressed Ctrl+Delete.
    """

    pasted = Signal()
    removing = Signal()

    def __init__(self, model: AttendanceModel, name: str, parent: QWidget) -> None:
        """`name` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("cells", True)
        self._people = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.9))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(40)
        header.sectionResized.connect(self._dragged)
        self._sizing = False
        self._by_hand = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: share out the width anew, unless a person has drawn a column wider."""
        super().resizeEvent(event)
        if self._by_hand:
            return
        self._sizing = True
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(NUMBER, letter * _NUMBER_LETTERS)
        room = max(self.viewport().width() - letter * _NUMBER_LETTERS, letter * 90)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, room * share // sum(_SHARES.values()))
        self._sizing = False

    def _dragged(self, *_: int) -> None:
        # The last column is stretched by Qt itself; a hand on the edge of a column has a button pressed.
        if not self._sizing and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_hand = True

    def selected_rows(self) -> list[int]:
        """The rows that have a selected cell, or the row of the cursor; never the empty row."""
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return sorted(row for row in rows if 0 <= row < len(self._people.people))

    def start_typing(self) -> None:
        """Put the cursor into the empty row."""
        index = self._people.index(len(self._people.people), NAME)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.setFocus()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, tab-separated as Excel takes them."""
        cells = sorted((index.row(), index.column(), str(index.data() or "")) for index in self.selectedIndexes())
        rows: dict[int, list[str]] = {}
        for row, _, text in cells:
            if row < len(self._people.people):
                rows.setdefault(row, []).append(text)
        if rows:
            mime = QMimeData()
            mime.setText("\n".join("\t".join(row) for row in rows.values()))
            QGuiApplication.clipboard().setMimeData(mime)

    # --- Qt -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes down, Delete empties, Ctrl+Delete takes rows out, Ctrl+C and Ctrl+V as in Excel."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.removing.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.state() != _EDITING:
            self._people.clear_cells([(index.row(), index.column()) for index in self.selectedIndexes()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != _EDITING:
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt: Enter in an input goes down, Tab to the right; the next cell opens when a key is typed, as in Excel."""
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        match hint:
            case QAbstractItemDelegate.EndEditHint.SubmitModelCache:
                self._go_down()
            case QAbstractItemDelegate.EndEditHint.EditNextItem:
                self._go(QAbstractItemView.CursorAction.MoveNext)
            case QAbstractItemDelegate.EndEditHint.EditPreviousItem:
                self._go(QAbstractItemView.CursorAction.MovePrevious)

    def _go(self, action: QAbstractItemView.CursorAction) -> None:
        index = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Qt: Tab and Shift+Tab pass over the number column."""
        index = super().moveCursor(action, modifiers)
        forward = action == QAbstractItemView.CursorAction.MoveNext
        if index.column() == NUMBER and forward:
            return index.siblingAtColumn(NAME)
        if index.column() == NUMBER and action == QAbstractItemView.CursorAction.MovePrevious and index.row() > 0:
            return self._people.index(index.row() - 1, OFFICE_TYPE)
        return index

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab leaves the grid from its last cell, Shift+Tab from its first, so that nobody is caught in it."""
        index = self.currentIndex()
        first = not index.isValid() or (index.row() == 0 and index.column() <= NAME)
        last = index.row() == self._people.rowCount() - 1 and index.column() in (NAME, OFFICE_TYPE)
        if self.state() != _EDITING and ((forward and last) or (not forward and first)):
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = self._people.index(index.row() + 1, index.column())
        if below.isValid():
            self.setCurrentIndex(below)


_EDITING = QAbstractItemView.State.EditingState
