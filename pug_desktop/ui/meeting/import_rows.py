"""The third step of an import: every row as it would go in; what stands against it is put right in its cell."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pug_desktop.app.import_words import heading_words, placed_words, remark_words, skipped_words
from pug_desktop.app.people_draft import Draft, DraftRow
from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.texts import language

ROW, STATE, FIRST = 0, 1, 2
"""The columns before those of the file."""

ALL, WRONG, ODD, OUTSIDE = "all", "wrong", "odd", "outside"

Index = QModelIndex | QPersistentModelIndex


class ImportRows(QAbstractTableModel):
    """The rows of a draft as an editable table.

    Signals:
        edited: a cell was put right, or rows left out.
    """

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self._targets: tuple[str, ...] = ()
        self.numbers: list[int] = []
        colours = style.colours()
        self._bad, self._warn, self._muted = (
            QColor(each) for each in (colours.bad_tint, colours.warn_tint, colours.muted)
        )

    def show_draft(self, draft: Draft, which: str) -> None:
        """Show the rows of this draft: all, or only some."""
        self.beginResetModel()
        self.draft = draft
        self._targets = draft.targets
        self.numbers = [number for number, row in enumerate(draft.rows) if self._is_shown(draft, row, which)]
        self.endResetModel()

    @staticmethod
    def _is_shown(draft: Draft, row: DraftRow, which: str) -> bool:
        match which:
            case "wrong":
                return bool(row.read.problems) and not row.skipped
            case "odd":
                return row.is_ready and row.is_odd
            case "outside":
                return bool(row.skipped)
        return True

    def row_at(self, row: int) -> DraftRow:
        """The row of the draft that is shown there."""
        assert self.draft is not None
        return self.draft.rows[self.numbers[row]]

    def first_problem(self, row: int) -> int:
        """The column of the first cell of a row that cannot go in; that of the first cell when all can."""
        fields = [each.field for each in self.row_at(row).read.problems if each.field in self._targets]
        return FIRST + (self._targets.index(fields[0]) if fields else 0)

    def words_at(self, row: int, column: int) -> str:
        """What is said of a cell, else of its row."""
        assert self.draft is not None
        shown, lang = self.row_at(row), language()
        if shown.skipped:
            return skipped_words(shown, lang)
        here = self._targets[column - FIRST] if column >= FIRST else ""
        problems = sorted(shown.read.problems, key=lambda each: each.field != here)
        told = [placed_words(self.draft, shown, each, lang) for each in problems] or remark_words(
            self.draft, shown, lang
        )
        return "; ".join(told)

    def refresh(self) -> None:
        """Everything may look different now: one row may double another."""
        if self.numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.numbers) - 1, self.columnCount() - 1))
        self.edited.emit()

    def skip(self, rows: Sequence[int]) -> None:
        """Leave these rows out; take them in again when all of them are out."""
        assert self.draft is not None
        numbers = [self.numbers[row] for row in rows]
        self.draft.skip(numbers, not all(self.draft.rows[number].skipped for number in numbers))
        self.refresh()

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Qt: the number of rows."""
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: the number of columns."""
        return 0 if parent.isValid() else FIRST + len(self._targets)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: the cells of the file can be edited."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST else found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == ROW:
            return self.tr("Baris")
        return self.tr("Keadaan") if section == STATE else heading_words(self._targets[section - FIRST], language())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: one cell under one role."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                if column == ROW:
                    return str(row.place)
                return self._state(row) if column == STATE else self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.words_at(index.row(), column) or None
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(row, column)
            case Qt.ItemDataRole.ForegroundRole if row.skipped or column == ROW:
                return self._muted
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: a cell was put right."""
        if role != Qt.ItemDataRole.EditRole or self.draft is None or index.column() < FIRST:
            return False
        row, text = self.row_at(index.row()), str(value or "").strip()
        target = self._targets[index.column() - FIRST]
        faulty = any(each.field == target for each in row.read.problems)
        # Enter in an untouched cell changes nothing, but confirms a NIP that is typed as it stood there.
        if text != row.read.texts.get(target, "") or faulty:
            self.draft.edit(self.numbers[index.row()], target, text)
            self.refresh()
        return True

    def _text(self, row: DraftRow, column: int) -> str:
        target = self._targets[column - FIRST]
        value = row.read.values.get(target)
        if target in ("sex", "nip", "name", "position", "office_name", "phone") and value:
            return value
        return row.read.texts.get(target, "")

    def _state(self, row: DraftRow) -> str:
        if row.skipped:
            return self.tr("dilewati")
        if row.read.problems:
            return self.tr("perbaiki")
        return self.tr("cek") if row.is_odd else self.tr("siap")

    def _ground(self, row: DraftRow, column: int) -> QColor | None:
        if row.skipped:
            return None
        faulty = {each.field for each in row.read.problems}
        if column >= FIRST and self._targets[column - FIRST] in faulty:
            return self._bad
        if column == STATE and faulty:
            return self._bad
        return self._warn if column == STATE and row.is_odd else None


class GroundDelegate(QStyledItemDelegate):
    """The style sheet draws items without the colour that the model gives them, so it is put under them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one cell."""
        colour = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(colour, QColor):
            painter.fillRect(option.rect, colour)  # type: ignore[attr-defined]
        super().paint(painter, option, index)


class RowsStep(QWidget):
    """The table with what can be done to it.

    Signals:
        changed: the sums are others now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = ImportRows(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(GroundDelegate(self.table))
        self.table.setProperty("cells", True)
        self.table.setAccessibleName(self.tr("Baris yang akan diimpor"))
        self.which = parts.Segments(
            [
                (ALL, self.tr("Semua")),
                (WRONG, self.tr("Perlu diperbaiki")),
                (ODD, self.tr("Perlu dicek")),
                (OUTSIDE, self.tr("Dilewati")),
            ],
            self.tr("Baris yang ditampilkan"),
            self,
        )
        self.skip = parts.button(self.tr("Le&wati / ikutkan baris"), "", "quiet", self)
        self.empty = parts.button(self.tr("&Kosongkan yang bermasalah"), "", "quiet", self)
        self.skip_all = parts.button(self.tr("Lewati yang &bermasalah"), "", "quiet", self)
        self.sums = parts.label("", "strong", self)
        self._told = parts.label("", "muted small", self)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(self.sums)
        tools = FlowLayout(spacing=style.GRID)
        for each in (self.which, self.skip, self.empty, self.skip_all):
            tools.addWidget(each)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._told)
        self.which.edited.connect(self._filter)
        self.skip.clicked.connect(self._skip)
        self.empty.clicked.connect(self._empty)
        self.skip_all.clicked.connect(self._skip_all)
        self.model.edited.connect(self._count)
        self.table.selectionModel().currentChanged.connect(self._moved)

    def show_draft(self, draft: Draft) -> None:
        """Show the rows of this file; those that stand in the way first, if any."""
        self.which.set_value(WRONG if draft.with_problems else ALL)
        self.model.show_draft(draft, self.which.value() or ALL)
        self._size()
        self._count()
        if self.model.numbers:
            self.table.setCurrentIndex(self.model.index(0, self.model.first_problem(0)))
        self._moved()

    def _dress(self) -> None:
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(int(self.table.fontMetrics().height() * 2))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _size(self) -> None:
        wide = {
            "name": 230,
            "nip": 210,
            "position": 190,
            "office_name": 220,
            "phone": 145,
            "sex": 60,
            "sex_l": 60,
            "sex_p": 60,
        }
        scale = max(1.0, self.table.fontMetrics().averageCharWidth() / 8)
        widths = [64, 96, *(wide.get(target, 110) for target in (self.model.draft.targets if self.model.draft else ()))]
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, int(width * scale))

    def _filter(self) -> None:
        if self.model.draft is not None:
            self.model.show_draft(self.model.draft, self.which.value() or ALL)
            self._moved()

    def _skip(self) -> None:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        if rows:
            self.model.skip(rows)

    def _empty(self) -> None:
        if self.model.draft is not None:
            self.model.draft.empty_problem_cells()
            self.model.refresh()
            self._moved()

    def _skip_all(self) -> None:
        if self.model.draft is not None:
            self.model.draft.skip_problem_rows()
            self.model.refresh()
            self._moved()

    def _moved(self) -> None:
        index = self.table.currentIndex()
        words = self.model.words_at(index.row(), index.column()) if index.isValid() else ""
        if not words and not self.model.numbers:
            words = self.tr("Tidak ada baris seperti itu.")
        self._told.setText(words or self.tr("F2 atau klik dua kali: ubah isian · Enter: simpan"))

    def _count(self) -> None:
        draft = self.model.draft
        if draft is None:
            return
        self.sums.setText(
            " · ".join(
                (
                    self.tr("{n} baris").format(n=number_words(len(draft.rows))),
                    self.tr("{n} siap").format(n=number_words(draft.ready)),
                    self.tr("{n} perlu diperbaiki").format(n=number_words(draft.with_problems)),
                    self.tr("{n} dilewati").format(n=number_words(draft.left_out)),
                )
            )
        )
        for each in (self.empty, self.skip_all):
            each.setEnabled(draft.with_problems > 0)
        self._moved()
        self.changed.emit()
