"""The attendance list as an editable Qt model, with one empty row at the end in which the next person is typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from pug_desktop.app import attend
from pug_desktop.app.attend import AttendanceRow, Pasted
from pug_desktop.app.attend_check import Double, RowRemark, bare_name, check
from pug_desktop.app.attend_columns import FURTHER
from pug_desktop.app.persons import Suggestion
from pug_desktop.domain.kinds import Value
from pug_desktop.domain.nip import NipRemark
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError, WrongValue
from pug_desktop.ui import style
from pug_desktop.ui.meeting.attendance_book import AttendanceBook
from pug_desktop.ui.meeting.paste_plan import plan_paste
from pug_desktop.ui.meeting.row_words import RowWords
from pug_desktop.ui.texts import language

FIELDS = ("number", *attend.FIELDS)
NUMBER, NAME, NIP, SEX, POSITION, OFFICE, OFFICE_TYPE, ROLE, PHONE, AGE, DISABILITY = range(len(FIELDS))

OPTIONS: Mapping[int, str] = {
    OFFICE_TYPE: "office_type",
    ROLE: "attendance_role",
    AGE: "age_band",
    DISABILITY: "disability",
}
"""The columns with a closed list, each with the group of its words."""

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The bare value of a cell: the code of an office type, not its word."""

Index = QModelIndex | QPersistentModelIndex


def short_type(code: str) -> str:
    """An office type for a narrow column: what stands in brackets, "OPD", where there is such a short word."""
    words = label("office_type", code, language())
    return words.partition("(")[2].rstrip(")") or words


class AttendanceModel(QAbstractTableModel):
    """Persons under columns; each cell is committed on its own.

    Signals:
        saved: what a write returned.
        failed: the PugError of a write.
        changed: persons came, went or changed: the totals are others now.
        refused: a sentence: why what was typed into a cell was not taken.
    """

    saved = Signal(object)
    failed = Signal(object)
    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._book: AttendanceBook | None = None
        self._rows: list[AttendanceRow] = []
        self._remarks: tuple[RowRemark, ...] = ()
        self._further: tuple[str, ...] = ()
        self._words = RowWords(self)
        self._read_only = False
        self._spare = 0
        self._headings = (
            self.tr("No"),
            self.tr("Nama"),
            self.tr("NIP"),
            self.tr("L/P"),
            self.tr("Jabatan"),
            self.tr("Instansi"),
            self.tr("Jenis instansi"),
            self.tr("Peran"),
            self.tr("No. HP"),
            self.tr("Umur"),
            self.tr("Disabilitas"),
        )
        self._yes_no = {"ya": self.tr("Ya"), "tidak": self.tr("Tidak")}
        colours = style.colours()
        self._muted = QColor(colours.muted)
        self._warn = QColor(colours.warn_tint)

    @property
    def people(self) -> Sequence[AttendanceRow]:
        """All persons in their order."""
        return tuple(self._rows)

    def use(self, book: AttendanceBook, *, read_only: bool) -> None:
        """Show another list."""
        self.beginResetModel()
        self._book = book
        self._read_only = read_only
        self._spare = 0 if read_only else 1
        self._take(list(book.rows()))
        self._further = tuple(book.wanted_columns())
        self.endResetModel()
        self.changed.emit()

    def reload(self) -> None:
        """Read the list again; rows that are still the same keep the cursor and an open input."""
        if self._book is None:
            return
        now = list(self._book.rows())
        before, remarks = self._rows, self._remarks
        if [row.id for row in now[: len(before)]] == [row.id for row in before]:
            self._remarks = check(now)
            self._update(now)
            if before and self._remarks[: len(before)] != remarks:
                # A name may make a double of a row far away.
                odd = [Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ToolTipRole]
                self.dataChanged.emit(self.index(0, NAME), self.index(len(before) - 1, NIP), odd)
        else:
            self.beginResetModel()
            self._take(now)
            self.endResetModel()
        self.changed.emit()

    def _take(self, rows: list[AttendanceRow]) -> None:
        self._rows, self._remarks = rows, check(rows)

    @property
    def further(self) -> tuple[str, ...]:
        """The further columns that are shown: those that are wanted."""
        return self._further

    def show_further(self, fields: Sequence[str], *, keep: bool = True) -> None:
        """Show these further columns from now on; without `keep` only now."""
        self._further = tuple(field for field in FURTHER if field in fields)
        if keep and self._book is not None:
            self._book.want_columns(self._further)

    def hidden_with_values(self) -> tuple[str, ...]:
        """Further columns that are not shown though somebody filled them in."""
        hidden = [field for field in FURTHER if field not in self._further]
        return tuple(field for field in hidden if any(getattr(row, field) for row in self._rows))

    def remove_people(self, numbers: Sequence[int]) -> int:
        """Take the persons of these rows out; how many there were."""
        ids = [self._rows[number].id for number in numbers if number < len(self._rows)]
        if self._book is not None and ids and self._run(self._book.remove, ids):
            self.reload()
            return len(ids)
        return 0

    def clear_cells(self, cells: Sequence[tuple[int, int]]) -> None:
        """Empty these cells (row, column), as one step."""
        emptied: dict[str, dict[str, Value]] = {}
        for row, column in cells:
            if row < len(self._rows) and column != NUMBER and self._value(row, column) is not None:
                emptied.setdefault(self._rows[row].id, {})[FIELDS[column]] = None
        self._write(emptied)

    def fill_down(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Repeat the first of these rows in the others, as one step; of a single row, the one above it is repeated.

        An office brings its type into rows where none stands.
        """
        source, below = (rows[0] - 1, rows) if len(rows) == 1 else (rows[0], rows[1:])
        if not 0 <= source < len(self._rows):
            return
        fields = [FIELDS[column] for column in columns if column != NUMBER]
        given: dict[str, Value] = {field: getattr(self._rows[source], field) for field in fields}
        filled: dict[str, dict[str, Value]] = {}
        for row in below:
            if row < len(self._rows):
                brought = "office_name" in given and not self._rows[row].office_type
                more: dict[str, Value] = {"office_type": self._rows[source].office_type} if brought else {}
                filled[self._rows[row].id] = {**more, **given}
        self._write(filled)

    def choose(self, row: int, chosen: Suggestion) -> bool:
        """Take somebody who is known into a row, as one step."""
        if self._book is None or self._read_only:
            return False
        fields = ("position", "office_name", "office_type", "sex", "nip")
        known: dict[str, Value] = {field: getattr(chosen, field) or None for field in fields}
        known = {field: value for field, value in known.items() if value is not None}
        known["person_id"] = chosen.person_id
        if row < len(self._rows):
            done = self._run(self._book.fill, self._rows[row].id, chosen.name, known)
        else:
            done = self._run(self._book.add, {"name": chosen.name, **known})
        if done:
            self.reload()
        return done

    def _write(self, cells: Mapping[str, Mapping[str, Value]]) -> None:
        wanted = self._book is not None and not self._read_only and bool(cells)
        if wanted and self._book is not None and self._run(self._book.write, list(cells.items())):
            self.reload()

    def paste(self, row: int, column: int, cells: list[list[str]]) -> Pasted | None:
        """Put a block with its top left corner into this cell, as one step; None when it was refused."""
        if self._book is None or self._read_only:
            return None
        try:
            shown = [field for field in attend.FIELDS if field not in FURTHER or field in self._further]
            field = FIELDS[max(column, NAME)]
            plan = plan_paste(cells, min(row, len(self._rows)), field if field in shown else shown[0], shown)
            pasted = self._book.paste(plan.start_row, plan.columns, plan.cells)
        except PugError as error:
            self.failed.emit(error)
            return None
        self.reload()
        return pasted

    def suggest_offices(self, prefix: str) -> list[str]:
        """Names of offices that fit what is typed."""
        return [name for name, _ in self._book.suggest_offices(prefix)] if self._book is not None else []

    def suggest_persons(self, typed: str, row: int) -> list[tuple[Suggestion, str]]:
        """Who may be meant by what is typed into a row, each with words that say who; those of this list come last."""
        if self._book is None:
            return []
        rows = {bare_name(each.name): each.number for each in reversed(self._rows) if each.number != row + 1}
        found = sorted(self._book.suggest_persons(typed), key=lambda each: bare_name(each.name) in rows)
        return [(each, self._words.suggestion(each, rows.get(bare_name(each.name), 0))) for each in found]

    def remark_words(self, row: int) -> str:
        """What looks odd in a row, as a sentence; "" when nothing does."""
        return self._words.remark(self._rows[row], self._remarks[row]) if 0 <= row < len(self._remarks) else ""

    def remarked(self) -> list[int]:
        """The rows in which something looks odd."""
        return [row for row, found in enumerate(self._remarks) if found]

    def _is_odd(self, row: int, column: int) -> bool:
        found = self._remarks[row]
        if column == NIP:
            return found.nip != NipRemark.NONE or found.double == Double.NIP
        return column == NAME and found.double == Double.NAME

    # --- Qt -----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Qt: the persons, and the empty row."""
        if parent.isValid() or self._book is None:
            return 0
        return len(self._rows) + self._spare

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: the number of columns."""
        return 0 if parent.isValid() else len(FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: all but the number can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == NUMBER or self._read_only:
            return base
        return base | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: one cell under one role."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == NUMBER else Qt.AlignmentFlag.AlignLeft
            return int((Qt.AlignmentFlag.AlignHCenter if column == SEX else side) | Qt.AlignmentFlag.AlignVCenter)
        if row >= len(self._rows):
            return self._empty_cell(column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.EditRole:
                return self._value(row, column) or ""
            case Qt.ItemDataRole.ForegroundRole if column == NUMBER:
                return self._muted
            case Qt.ItemDataRole.BackgroundRole if self._is_odd(row, column):
                return self._warn
            case Qt.ItemDataRole.ToolTipRole:
                return (self.remark_words(row) if self._is_odd(row, column) else "") or self._shown(row, column)
            case _ if role == VALUE_ROLE:
                return self._value(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: commit one cell; typing into the empty row adds a person."""
        if role != Qt.ItemDataRole.EditRole or self._book is None or self._read_only or index.column() == NUMBER:
            return False
        row, field = index.row(), FIELDS[index.column()]
        try:
            read = attend.read_cell(field, str(value or ""))
        except WrongValue:
            self.refused.emit(self._words.refusal(field, str(value)))
            return False
        if row >= len(self._rows):
            return read is not None and self._add(field, read)
        return read == self._value(row, index.column()) or self._save(row, field, read)

    def _add(self, field: str, text: str) -> bool:
        assert self._book is not None
        done = self._run(self._book.add, {field: text, **self._type_of(field, text)})
        if done:
            self.reload()
        return done

    def _save(self, row: int, field: str, text: str | None) -> bool:
        brought = {} if self._rows[row].office_type else self._type_of(field, text)
        assert self._book is not None
        done = self._run(self._book.write, [(self._rows[row].id, {field: text, **brought})])
        if done:
            self.reload()
        return done

    def _type_of(self, field: str, text: str | None) -> dict[str, Value]:
        """An office that is known brings its type."""
        if field != "office_name" or not text or self._book is None:
            return {}
        known = {name.casefold(): kind for name, kind in self._book.suggest_offices(text)}
        kind = known.get(text.casefold())
        return {"office_type": kind} if kind else {}

    def _run(self, write: object, *arguments: object) -> bool:
        assert callable(write)
        try:
            result = write(*arguments)
        except PugError as error:
            self.failed.emit(error)
            return False
        self.saved.emit(result)
        return True

    def _update(self, now: list[AttendanceRow]) -> None:
        """The same persons in the same order, some changed, perhaps some more at the end."""
        before = self._rows
        different = [number for number, row in enumerate(before) if row != now[number]]
        self._rows = now[: len(before)]
        if different:
            self.dataChanged.emit(self.index(different[0], 0), self.index(different[-1], len(FIELDS) - 1))
        if len(now) > len(before):
            self._append(now, len(before))

    def _append(self, now: list[AttendanceRow], known: int) -> None:
        """The empty row becomes a person, then a new empty row comes after it: an input that is open stays."""
        first = known
        if self._spare:
            self._rows, self._spare = now[: known + 1], 0
            self.dataChanged.emit(self.index(known, 0), self.index(known, len(FIELDS) - 1))
            first = known + 1
        spare = 0 if self._read_only else 1
        if len(now) + spare > first:
            self.beginInsertRows(QModelIndex(), first, len(now) + spare - 1)
            self._rows, self._spare = now, spare
            self.endInsertRows()

    def _value(self, row: int, column: int) -> str | None:
        value = getattr(self._rows[row], FIELDS[column])
        return None if value is None else str(value)

    def _shown(self, row: int, column: int) -> str:
        if column == NUMBER:
            return str(row + 1)
        value = self._value(row, column) or ""
        if not value or column not in OPTIONS:
            return value
        if column == OFFICE_TYPE:
            return short_type(value)
        return self._yes_no.get(value, value) if column == DISABILITY else label(OPTIONS[column], value, language())

    def _empty_cell(self, column: int, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole if column == NAME:
                return self.tr("Ketik nama di sini…")
            case Qt.ItemDataRole.DisplayRole if column == NUMBER:
                return "+"
            case Qt.ItemDataRole.EditRole:
                return ""
            case Qt.ItemDataRole.ForegroundRole:
                return self._muted
        return None
