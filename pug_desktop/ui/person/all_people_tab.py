"""Semua peserta: every row of every list in one table, found and sorted at once however many there are."""

from array import array
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from pug_desktop.app import all_people, meet
from pug_desktop.app.all_people import Asked
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import labels
from pug_desktop.progress import Step
from pug_desktop.ui import icons, parts
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.person.all_people_model import AllPeopleModel
from pug_desktop.ui.person.presenter import held_words, role_words, thousands, type_words
from pug_desktop.ui.texts import language

_TYPING_MS = 250

COLUMNS = ("name", "sex", "position", "office_name", "office_type", "role", "meeting", "held")


class AllPeopleTab(QWidget):
    """Every row of every list.

    Signals:
        opened_meeting: the id of a meeting that shall be shown.
    """

    opened_meeting = Signal(str)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws, self._jobs = workspace, jobs
        self._order: tuple[str, bool] = ("", False)
        self._asked = 0
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari nama, jabatan, atau instansi…"))
        self.search.setAccessibleName(self.tr("Cari peserta"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.sex = self._choice(self.tr("Jenis kelamin"), self.tr("L dan P"), labels("sex", language()))
        self.type = self._choice(
            self.tr("Jenis instansi"), self.tr("Semua instansi"), labels("office_type", language())
        )
        self.year = self._choice(self.tr("Tahun"), self.tr("Semua tahun"), ())
        self.count = parts.label("", "muted small", self, wrap=False)
        self.model = AllPeopleModel(self._headings(), self._texts(), partial(all_people.page, workspace), self)
        self.table = QTableView(self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TYPING_MS)
        self._wait.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda: self._wait.start())
        self._build()

    def refresh(self) -> None:
        """Read the years and the rows again."""
        chosen = self.year.currentData()
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(self.tr("Semua tahun"), None)
        for each in meet.meeting_years(self._ws):
            self.year.addItem(str(each), each)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(False)
        self.ask()

    def ask(self) -> None:
        """Read which rows are wanted, on the worker; an older answer that comes late is not shown."""
        self._asked += 1
        self._jobs.start(
            partial(self._read, self.wanted(), self._asked),
            label=self.tr("Mencari peserta"),
            succeeded=self._show,
            quiet=True,
        )

    def wanted(self) -> Asked:
        """What is asked for now."""
        sort, descending = self._order
        return Asked(
            search=self.search.text(),
            sex=self.sex.currentData() or "",
            office_type=self.type.currentData() or "",
            year=self.year.currentData(),
            sort=sort,
            descending=descending,
        )

    def _read(self, wanted: Asked, number: int, _step: Step) -> tuple[int, "array[int]"]:
        return number, all_people.rows(self._ws, wanted)

    def _show(self, found: object) -> None:
        if isinstance(found, tuple) and found[0] == self._asked:
            self.model.show_numbers(found[1])
            self.count.setText(self.tr("{count} baris").format(count=thousands(len(found[1]))))

    def _choice(self, name: str, everything: str, options: Iterable[tuple[str, str]]) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        made.addItem(everything, None)
        for code, text in options:
            made.addItem(text, code)
        made.currentIndexChanged.connect(self.ask)
        return made

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Semua peserta"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        # One height for all: asking half a million rows for theirs would take a minute.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 2.0))
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.sortIndicatorChanged.connect(self._sort)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((30, 5, 22, 26, 16, 12, 30, 24)):
            header.resizeSection(column, letter * letters)
        header.setStretchLastSection(True)
        self.table.doubleClicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(parts.GAP)
        filters = parts.row(self.search, self.sex, self.type, self.year, self.count)
        filters.setStretch(0, 1)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        name = COLUMNS[column] if 0 <= column < len(COLUMNS) else ""
        self._order = (name, bool(name) and order == Qt.SortOrder.DescendingOrder)
        self.ask()

    def _open(self, _index: object) -> None:
        found = self.model.row(self.table.currentIndex().row())
        if found is not None:
            self.opened_meeting.emit(found.meeting_id)

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Nama"),
            self.tr("L/P"),
            self.tr("Jabatan"),
            self.tr("Instansi"),
            self.tr("Jenis instansi"),
            self.tr("Peran"),
            self.tr("Rapat"),
            self.tr("Tanggal"),
        )

    def _texts(self) -> tuple[all_people.Text, ...]:
        lang = language()
        return (
            lambda row: row.name,
            lambda row: row.sex,
            lambda row: row.position,
            lambda row: row.office_name,
            lambda row: type_words(row, lang),
            lambda row: role_words(row, lang),
            lambda row: row.meeting,
            lambda row: held_words(row, lang),
        )
