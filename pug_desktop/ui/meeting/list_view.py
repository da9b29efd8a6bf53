"""The list of meetings, with a year and a search box above."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from pug_desktop.app.meet import MeetingRow
from pug_desktop.app.regions import region
from pug_desktop.domain.dates import PartialDate, date_words, number_words
from pug_desktop.domain.words import label
from pug_desktop.errors import UnknownRegion
from pug_desktop.ui import icons, parts
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language

_SEARCH_AFTER_MS = 200


class MeetingList(QWidget):
    """All meetings, newest first.

    Signals:
        opened: the id of a meeting.
        new_pressed: a new meeting is wanted.
        follow_ups_pressed: the follow-ups of all meetings are wanted.
        filter_edited: the year (int) or None, and the words to search.
    """

    opened = Signal(str)
    new_pressed = Signal()
    filter_edited = Signal(object, str)
    follow_ups_pressed = Signal()

    def __init__(self, parent: QWidget, *, own_scope: str) -> None:
        """`own_scope` is the profile's: above an office, each row says whose meeting it is."""
        super().__init__(parent)
        self._own_scope = own_scope
        self._lock_icon = icons.icon("lock")
        self.new = parts.button(self.tr("Rapat baru"), "plus", "primary", self)
        self.new.setShortcut(QKeySequence.StandardKey.New)
        self.new.setToolTip(self.tr("Rapat baru (Ctrl+N)"))
        self.follow_ups = parts.button(self.tr("Semua tindak lanjut"), "flag", parent=self)
        self.follow_ups.clicked.connect(self.follow_ups_pressed)
        self.year = QComboBox(self)
        self.year.setAccessibleName(self.tr("Tahun rapat"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari judul, tempat, penyelenggara…"))
        self.search.setAccessibleName(self.tr("Cari rapat"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = RowsModel(self._columns("/" not in own_scope), self)
        self.table = RowsTable(self.model, self.tr("Daftar rapat"), self)
        self._sums = parts.label("", "muted", self, wrap=False)
        self._stack = QStackedWidget(self)
        self._empty = parts.EmptyPage(
            "meeting",
            self.tr("Belum ada rapat"),
            self.tr("Catat rapat pertama: data rapat, daftar hadir, notulen, hasil, dan tindak lanjutnya."),
            self.tr("Catat rapat pertama"),
            self,
        )
        self._nothing = parts.EmptyPage(
            "search",
            self.tr("Tidak ada rapat yang cocok"),
            self.tr("Ubah kata pencarian atau pilih tahun lain."),
            parent=self,
        )
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SEARCH_AFTER_MS)
        self._build()
        self._connect()

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years beside "all"; the chosen one stays chosen."""
        before = self.year.currentData()
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(self.tr("Semua tahun"), None)
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(before)))
        self.year.blockSignals(False)

    def show_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Show these meetings."""
        self.model.set_rows(rows)
        filtered = bool(self.search.text().strip()) or self.year.currentData() is not None
        page = self.table if rows else self._nothing if filtered else self._empty
        self._stack.setCurrentWidget(page)
        for each in (self.year, self.search):
            each.setVisible(bool(rows) or filtered)
        self.new.setVisible(bool(rows) or filtered)
        self.follow_ups.setVisible(bool(rows) or filtered)
        self._sums.setText(self._sums_words(rows))

    def chosen_year(self) -> int | None:
        """The year in the box."""
        data = self.year.currentData()
        return data if isinstance(data, int) else None

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Rapat"),
                self.tr("Data rapat, daftar hadir, notulen, hasil, dan tindak lanjut."),
                self.follow_ups,
                self.new,
            )
        )
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 32)
        self.year.setMinimumContentsLength(10)
        layout.addLayout(parts.row(self.search, self.year, None, self._sums))
        for each in (self.table, self._empty, self._nothing):
            self._stack.addWidget(each)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_pressed)
        self._empty.pressed.connect(self.new_pressed)
        self.table.opened.connect(self._open)
        self.year.activated.connect(self._filter)
        self.search.textChanged.connect(self._wait.start)
        self.search.returnPressed.connect(self._filter)
        self._wait.timeout.connect(self._filter)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)

    def _columns(self, show_origin: bool) -> list[Column]:
        columns = [
            Column(self.tr("Tanggal"), _day, text=_day_words, tip=_day_tip),
            Column(self.tr("Jenis"), _kind, width=160 if show_origin else 200, tip=_kind),
            Column(self.tr("Judul"), _titled, width=0, tip=self._title_tip, icon=self._lock, sort=_title),
        ]
        # There is room for one of the two.
        if show_origin:
            columns.append(Column(self.tr("Asal"), _origin, width=160, tip=self._origin_tip))
        else:
            columns.append(Column(self.tr("Tempat"), _place, width=160, tip=_place))
        return [
            *columns,
            Column(self.tr("L"), _male, number=True),
            Column(self.tr("P"), _female, number=True),
            Column(self.tr("Jumlah"), _total, number=True),
            Column(self.tr("Instansi"), _institutions, number=True),
        ]

    def _mine(self, row: MeetingRow) -> bool:
        # An office sees its own meetings only; above it the row says whose it is, a region by its code.
        return "/" in self._own_scope or row.scope_name == self._own_scope

    def _lock(self, row: MeetingRow) -> QIcon | None:
        return None if self._mine(row) else self._lock_icon

    def _title_tip(self, row: MeetingRow) -> str:
        return _titled(row) if self._mine(row) else f"{_titled(row)}\n{self._origin_tip(row)}".strip()

    def _origin_tip(self, row: MeetingRow) -> str:
        if self._mine(row):
            return _origin(row)
        return self.tr("Milik {office}: hanya dapat dibaca di sini.").format(office=_origin(row))

    def _sums_words(self, rows: Sequence[MeetingRow]) -> str:
        if not rows:
            return ""
        people = sum(row.total or 0 for row in rows if row.held)
        held = sum(row.held for row in rows)
        words = self.tr("{meetings} rapat · {people} peserta").format(
            meetings=number_words(held), people=number_words(people)
        )
        other = self.tr("{n} direncanakan atau batal").format(n=number_words(len(rows) - held))
        return words if held == len(rows) else f"{words} · {other}"

    def _filter(self, *_: object) -> None:
        self._wait.stop()
        self.filter_edited.emit(self.chosen_year(), self.search.text().strip())

    def _open(self, row: MeetingRow) -> None:
        self.opened.emit(row.id)


_NO_DAY = tuple(date_words(PartialDate(), lang) for lang in ("id", "en"))


# Sorted by the day, shown in words: the words stand behind the key.
def _day(row: MeetingRow) -> str:
    return f"{row.sort_key}\0{row.date_text}"


def _day_words(day: str) -> str:
    # The column is narrow: the weekday of a whole date, and what the source does not tell, stand in the tool tip.
    key, _, words = day.partition("\0")
    words = words.partition(" (")[0]
    if not key.endswith("-00"):
        return words.partition(", ")[2] or words
    return "–" if words in _NO_DAY else words


def _day_tip(row: MeetingRow) -> str:
    return row.date_text


def _kind(row: MeetingRow) -> str:
    return row.kind_label


def _title(row: MeetingRow) -> str:
    return row.title or "–"


def _titled(row: MeetingRow) -> str:
    """The title; before it the state of a meeting that was not held, as most were."""
    return _title(row) if row.held else f"{label('meeting_state', row.state, language())}: {_title(row)}"


def _place(row: MeetingRow) -> str:
    return row.place or ""


def _origin(row: MeetingRow) -> str:
    # A region is told by its code; people know its name.
    try:
        return region(row.scope_name).name
    except UnknownRegion:
        return row.scope_name


def _male(row: MeetingRow) -> int | None:
    return row.male


def _female(row: MeetingRow) -> int | None:
    return row.female


def _total(row: MeetingRow) -> int | None:
    return row.total


def _institutions(row: MeetingRow) -> int | None:
    return row.institutions
