"""The grid in which an attendance list is typed: Enter goes down, Tab right, a block from Excel is one step."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
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

from pug_desktop.app.attend_columns import FURTHER
from pug_desktop.app.persons import Suggestion
from pug_desktop.domain.words import labels
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.meeting.attendance_model import (
    AGE,
    DISABILITY,
    FIELDS,
    NAME,
    NIP,
    NUMBER,
    OFFICE,
    OFFICE_TYPE,
    OPTIONS,
    PHONE,
    POSITION,
    ROLE,
    SEX,
    VALUE_ROLE,
    AttendanceModel,
)
from pug_desktop.ui.meeting.inputs import complete_with
from pug_desktop.ui.meeting.person_completer import PersonCompleter
from pug_desktop.ui.saved import AutoSave
from pug_desktop.ui.texts import language

Index = QModelIndex | QPersistentModelIndex

_SHARES = {
    NAME: 27,
    NIP: 23,
    SEX: 6,
    POSITION: 20,
    OFFICE: 24,
    OFFICE_TYPE: 16,
    ROLE: 13,
    PHONE: 16,
    AGE: 17,
    DISABILITY: 12,
}
_NUMBER_LETTERS = 8
"""Shares of the width, in average letters."""
_LEAST_LETTERS = {NAME: 20, POSITION: 14, OFFICE: 14}
_ROOM = 28
"""What a cell needs beside its text, in pixels."""
FURTHER_OPTIONS = (ROLE, AGE)
"""Closed lists whose words are short enough to be shown whole."""
_WHOLE_NIP = "0" * 18


class CellDelegate(QStyledItemDelegate):
    """Makes the input of a cell; what is typed is committed after two seconds, or when the cell is left."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: a line, or a closed list such as the office types."""
        model = index.model()
        heading = str(model.headerData(index.column(), Qt.Orientation.Horizontal))
        if (group := OPTIONS.get(index.column())) is not None:
            box = QComboBox(parent)
            box.addItem("", "")
            for code, word in labels(group, language()):
                box.addItem(word, code)
            box.setAccessibleName(heading)
            return box
        line = TextInput(heading, parent)
        line.setFrame(False)
        line.setProperty("cell", True)
        if index.column() == OFFICE and isinstance(model, AttendanceModel):
            complete_with(line, model.suggest_offices)
        elif index.column() in (NAME, NIP) and isinstance(model, AttendanceModel):
            row = index.row()
            known = PersonCompleter(line, partial(_suggest, model, row), FIELDS[index.column()])
            known.chosen.connect(partial(self._chosen, line, model, row))
        AutoSave(line, line.text, partial(self._commit, line))
        return line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the style sheet draws items without the colour that the model gives them, so it is put under them."""
        colour = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(colour, QColor):
            painter.fillRect(option.rect, colour)  # type: ignore[attr-defined]
        super().paint(painter, option, index)

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

    def _chosen(self, line: QLineEdit, model: AttendanceModel, row: int, chosen: Suggestion) -> None:
        """Somebody was taken from the list: the whole row is filled, and the next one is ready to be typed."""
        if model.choose(row, chosen):
            _settle(line)
            self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.SubmitModelCache)


def _suggest(model: AttendanceModel, row: int, typed: str) -> list[tuple[Suggestion, str]]:
    return model.suggest_persons(typed, row)


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
        self.show_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: share out the width anew, unless a person has drawn a column wider."""
        super().resizeEvent(event)
        if not self._by_hand:
            self._share_out()

    def show_columns(self) -> None:
        """Show the further columns that are wanted, hide the others."""
        for field in FURTHER:
            self.setColumnHidden(FIELDS.index(field), field not in self._people.further)
        if self.currentIndex().isValid() and self.isColumnHidden(self.currentIndex().column()):
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(NAME))
        self._share_out()

    @property
    def last_column(self) -> int:
        """The last column that is shown."""
        return max(column for column in range(len(FIELDS)) if not self.isColumnHidden(column))

    def top_left(self) -> tuple[int, int]:
        """The first row and column of what is selected; those of the cursor when nothing is, else the empty row."""
        places = [(index.row(), index.column()) for index in self.selectedIndexes()]
        if not places and self.currentIndex().isValid():
            places = [(self.currentIndex().row(), self.currentIndex().column())]
        if not places:
            return len(self._people.people), NAME
        return min(row for row, _ in places), min(column for _, column in places)

    def fill_down(self) -> None:
        """Repeat the first selected row in the others; of a single one, the row above it."""
        places = [(index.row(), index.column()) for index in self.selectedIndexes()]
        shown = sorted({column for _, column in places if not self.isColumnHidden(column)})
        if places:
            self._people.fill_down(sorted({row for row, _ in places}), shown)

    def _least(self, column: int) -> int:
        """The width below which a column would not show its heading, a whole NIP, or enough of a name."""
        wanted = [self.horizontalHeader().sectionSizeHint(column)]
        if column == NIP:
            wanted.append(self.fontMetrics().horizontalAdvance(_WHOLE_NIP) + _ROOM)
        elif column in _LEAST_LETTERS:
            wanted.append(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS[column])
        elif column in FURTHER_OPTIONS:
            words = (word for _, word in labels(OPTIONS[column], language()))
            wanted.append(max(map(self.fontMetrics().horizontalAdvance, words)) + _ROOM)
        return max(wanted)

    def _share_out(self) -> None:
        self._sizing = True
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(NUMBER, letter * _NUMBER_LETTERS)
        shares = {column: share for column, share in _SHARES.items() if not self.isColumnHidden(column)}
        room = self.viewport().width() - letter * _NUMBER_LETTERS
        least = {column: self._least(column) for column in shares}
        # What one column needs beyond its share the others give, as long as they have it.
        while short := [each for each in shares if room * shares[each] // sum(shares.values()) < least[each]]:
            for column in short:
                self.setColumnWidth(column, least[column])
                room -= least[column]
                del shares[column]
        for column, share in shares.items():
            self.setColumnWidth(column, room * share // sum(shares.values()))
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
        for row, column, text in cells:
            if row < len(self._people.people) and not self.isColumnHidden(column):
                rows.setdefault(row, []).append(text)
        if rows:
            mime = QMimeData()
            mime.setText("\n".join("\t".join(row) for row in rows.values()))
            QGuiApplication.clipboard().setMimeData(mime)

    # --- Qt -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes down, Delete empties, Ctrl+Delete takes rows out, Ctrl+C, Ctrl+V and Ctrl+D as in Excel."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
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
            return self._people.index(index.row() - 1, self.last_column)
        return index

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab leaves the grid from its last cell, Shift+Tab from its first, so that nobody is caught in it."""
        index = self.currentIndex()
        first = not index.isValid() or (index.row() == 0 and index.column() <= NAME)
        last = index.row() == self._people.rowCount() - 1 and index.column() in (NAME, self.last_column)
        if self.state() != _EDITING and ((forward and last) or (not forward and first)):
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = self._people.index(index.row() + 1, index.column())
        if below.isValid():
            self.setCurrentIndex(below)


_EDITING = QAbstractItemView.State.EditingState
