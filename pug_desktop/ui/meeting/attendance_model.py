"""The attendance list as an editable Qt model, with one empty row at the end in which the next person is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from pug_desktop.app import attend
from pug_desktop.app.attend import AttendanceRow, Pasted
from pug_desktop.domain.attendance import sex_from_nip
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError, WrongValue
from pug_desktop.ui import style
from pug_desktop.ui.meeting.attendance_book import AttendanceBook
from pug_desktop.ui.meeting.paste_plan import plan_paste
from pug_desktop.ui.meeting.remarks import NipRemark, nip_digits, nip_remark
from pug_desktop.ui.texts import language

FIELDS = ("number", "name", "nip", "sex", "position", "office_name", "office_type")
NUMBER, NAME, NIP, SEX, POSITION, OFFICE, OFFICE_TYPE = range(len(FIELDS))

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
        )
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
        self._rows = list(book.rows())
        self.endResetModel()
        self.changed.emit()

    def reload(self) -> None:
        """Read the list again; rows that are still the same keep the cursor and an open input."""
        if self._book is None:
            return
        now = list(self._book.rows())
        before = self._rows
        if [row.id for row in now[: len(before)]] == [row.id for row in before]:
            self._update(now)
        else:
            self.beginResetModel()
            self._rows = now
            self.endResetModel()
        self.changed.emit()

    def remove_people(self, numbers: Sequence[int]) -> int:
        """Take the persons of these rows out; how many there were."""
        ids = [self._rows[number].id for number in numbers if number < len(self._rows)]
        if self._book is not None and ids and self._run(self._book.remove, ids):
            self.reload()
            return len(ids)
        return 0

    def clear_cells(self, cells: Sequence[tuple[int, int]]) -> None:
        """Empty these cells (row, column), as one step."""
        filled = [
            (self._rows[row].id, FIELDS[column])
            for row, column in cells
            if row < len(self._rows) and column != NUMBER and self._value(row, column) is not None
        ]
        if self._book is not None and not self._read_only and filled and self._run(self._book.clear, filled):
            self.reload()

    def paste(self, row: int, column: int, cells: list[list[str]]) -> Pasted | None:
        """Put a block with its top left corner into this cell, as one step; None when it was refused."""
        if self._book is None or self._read_only:
            return None
        try:
            plan = plan_paste(cells, min(row, len(self._rows)), FIELDS[max(column, NAME)], self._rows)
            pasted = self._book.paste(plan.start_row, plan.start_field, plan.cells)
        except PugError as error:
            self.failed.emit(error)
            return None
        self.reload()
        return pasted

    def suggest_offices(self, prefix: str) -> list[str]:
        """Names of offices that fit what is typed."""
        return [name for name, _ in self._book.suggest_offices(prefix)] if self._book is not None else []

    def remark_words(self, row: int) -> str:
        """What looks odd in a person's NIP, as a sentence; "" when nothing does."""
        if not 0 <= row < len(self._rows):
            return ""
        person = self._rows[row]
        match nip_remark(person.nip, person.sex):
            case NipRemark.LETTERS:
                return self.tr("NIP biasanya hanya angka. Isian tetap disimpan.")
            case NipRemark.LENGTH:
                return self.tr("NIP biasanya 18 angka; ini {n}. Isian tetap disimpan.").format(
                    n=len(nip_digits(person.nip))
                )
            case NipRemark.OTHER_SEX:
                return self.tr(
                    "Angka ke-15 NIP menunjukkan {told}, di daftar tertulis {sex}. Periksa salah satunya."
                ).format(told=sex_from_nip(nip_digits(person.nip)), sex=person.sex)
        return ""

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
            case Qt.ItemDataRole.BackgroundRole if column == NIP and self.remark_words(row):
                return self._warn
            case Qt.ItemDataRole.ToolTipRole:
                return (self.remark_words(row) if column == NIP else "") or self._shown(row, column)
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
            self.refused.emit(self._refusal(field, str(value)))
            return False
        if row >= len(self._rows):
            return read is not None and self._add(field, read)
        return read == self._value(row, index.column()) or self._save(row, field, read)

    def _add(self, field: str, text: str) -> bool:
        assert self._book is not None
        if not self._run(self._book.add, field, text):
            return False
        self.reload()
        self._propose_type(len(self._rows) - 1, field)
        return True

    def _save(self, row: int, field: str, text: str | None) -> bool:
        assert self._book is not None
        if not self._run(self._book.save, self._rows[row].id, field, text):
            return False
        self.reload()
        self._propose_type(row, field)
        return True

    def _propose_type(self, row: int, field: str) -> None:
        """An office that is known brings its type where none stands yet."""
        if field != "office_name" or row >= len(self._rows) or self._book is None:
            return
        person = self._rows[row]
        if person.office_type or not person.office_name:
            return
        known = {name.casefold(): kind for name, kind in self._book.suggest_offices(person.office_name)}
        if kind := known.get(person.office_name.casefold()):
            self._run(self._book.save, person.id, "office_type", kind)
            self.reload()

    def _refusal(self, field: str, text: str) -> str:
        match field:
            case "sex":
                return self.tr("“{text}” tidak dikenali. Tulis L untuk laki-laki atau P untuk perempuan.").format(
                    text=text
                )
            case "nip":
                return self.tr("NIP ini rusak oleh Excel: angka di belakangnya hilang. Ketik ulang dari daftar asli.")
            case _:
                return self.tr("“{text}” tidak ada dalam daftar jenis instansi.").format(text=text)

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
        if column == OFFICE_TYPE:
            code = self._rows[row].office_type
            return short_type(code) if code else ""
        return self._value(row, column) or ""

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
