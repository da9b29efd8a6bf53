"""The list of the invited: one row each, edited in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from pug_desktop.app.invite import Invitee
from pug_desktop.errors import PugError

FIELDS = ("office_name", "name", "position", "sex")
_SEXES = {"l": "L", "laki-laki": "L", "laki": "L", "p": "P", "perempuan": "P"}

Index = QModelIndex | QPersistentModelIndex
Save = Callable[[str, str, str | None], object]


class InvitedModel(QAbstractTableModel):
    """The invited under four columns.

    Signals:
        saved, failed: of a cell.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.people: tuple[Invitee, ...] = ()
        self._save: Save | None = None
        self._read_only = True

    def show_people(self, people: Sequence[Invitee], save: Save, *, read_only: bool) -> None:
        """Show these; the cursor stays in its row when there are as many as before."""
        self._save, self._read_only = save, read_only
        if len(people) == len(self.people):
            self.people = tuple(people)
            if people:
                self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, len(FIELDS) - 1))
            return
        self.beginResetModel()
        self.people = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Qt: the number of rows."""
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: the number of columns."""
        return 0 if parent.isValid() else len(FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: all cells of an own meeting can be edited."""
        found = super().flags(index)
        return found if self._read_only else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: one cell."""
        if not index.isValid():
            return None
        who, field = self.people[index.row()], FIELDS[index.column()]
        value = getattr(who, field) or ""
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return value or ("–" if field == "name" else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return value or (self.tr("Tanpa nama: pimpinan kantor itu yang diundang.") if field == "name" else None)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: a cell was typed."""
        if role != Qt.ItemDataRole.EditRole or self._save is None:
            return False
        field, text = FIELDS[index.column()], " ".join(str(value or "").split())
        if field == "sex":
            text = _SEXES.get(text.casefold(), text)
        if text == (getattr(self.people[index.row()], field) or ""):
            return False
        try:
            self.saved.emit(self._save(self.people[index.row()].id, field, text or None))
        except PugError as error:
            self.failed.emit(error)
            return False
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the headings; the rows are numbered."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (self.tr("Kantor/instansi"), self.tr("Nama"), self.tr("Jabatan"), self.tr("L/P"))[section]


class InvitedTable(QTableView):
    """The grid over an InvitedModel.

    Signals:
        removing: the chosen rows shall go.
    """

    removing = Signal()

    def __init__(self, model: InvitedModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._people = model
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, mode in enumerate(("Stretch", "Interactive", "Interactive", "ResizeToContents")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode[mode])
        for column in (1, 2):
            header.resizeSection(column, self.fontMetrics().averageCharWidth() * 10)
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.9))

    def chosen(self) -> list[Invitee]:
        """The people of the selected rows."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._people.people[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete takes the chosen rows out."""
        if event.key() == Qt.Key.Key_Delete and self.state() != QAbstractItemView.State.EditingState:
            self.removing.emit()
            return
        super().keyPressEvent(event)
