"""All follow-ups of all meetings, the longest overdue first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from pug_desktop.app import follow_ups
from pug_desktop.app.follow_ups import FollowUpRow, Wish
from pug_desktop.domain.dates import date_words, number_words, parse_date
from pug_desktop.ui import icons, parts
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class FollowUpList(QWidget):
    """The table with boxes above it: state, person, office, words.

    Signals:
        back_pressed: to the meetings.
        opened: a FollowUpRow: its meeting is wanted.
        calendar_pressed: the open ones are wanted as a calendar file.
    """

    back_pressed = Signal()
    opened = Signal(object)
    calendar_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[FollowUpRow, ...] = ()
        self._late_icon = icons.icon("warning")
        self.back = parts.button(self.tr("Semua rapat"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.back_pressed)
        self.calendar = parts.button(self.tr("Berkas kalender"), "calendar", parent=self)
        self.calendar.setToolTip(self.tr("Yang belum selesai, untuk Outlook, Google Kalender, atau ponsel (.ics)"))
        self.calendar.clicked.connect(self.calendar_pressed)
        self.state = self._box(self.tr("Keadaan"))
        for words, value in (
            (self.tr("Belum selesai"), "terbuka"),
            (self.tr("Terlambat"), "terlambat"),
            (self.tr("Selesai"), "selesai"),
            (self.tr("Batal"), "batal"),
            (self.tr("Semua keadaan"), None),
        ):
            self.state.addItem(words, value)
        self.person = self._box(self.tr("Penanggung jawab"))
        self.office = self._box(self.tr("Instansi"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari tindak lanjut…"))
        self.search.setAccessibleName(self.tr("Cari tindak lanjut"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.model = RowsModel(self._columns(), self)
        self.table = RowsTable(self.model, self.tr("Semua tindak lanjut"), self)
        self.table.opened.connect(self.opened)
        self.done = DoneBand(self)
        self._sums = parts.label("", "muted", self, wrap=False)
        self._stack = QStackedWidget(self)
        self._empty = parts.EmptyPage(
            "flag",
            self.tr("Belum ada tindak lanjut"),
            self.tr("Buka sebuah rapat, lalu tulis di bagian Tindak lanjut siapa mengerjakan apa sampai kapan."),
            parent=self,
        )
        self._nothing = parts.EmptyPage(
            "check",
            self.tr("Tidak ada yang cocok"),
            self.tr("Pilih keadaan, orang, atau instansi lain di atas."),
            parent=self,
        )
        self._build()

    def show_rows(self, rows: Sequence[FollowUpRow]) -> None:
        """Show these; what is chosen in the boxes stays chosen."""
        self._rows = tuple(rows)
        persons, offices = follow_ups.people(self._rows)
        for box, names, all_of_them in (
            (self.person, persons, self.tr("Semua orang")),
            (self.office, offices, self.tr("Semua instansi")),
        ):
            before = box.currentData()
            box.clear()
            box.addItem(all_of_them, "")
            for name in names:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(before)))
        self.calendar.setEnabled(any(row.open and row.due_on for row in self._rows))
        self._filter()

    def _box(self, name: str) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(12)
        made.activated.connect(self._filter)
        return made

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addLayout(parts.row(self.back, None, self._sums))
        layout.addWidget(
            parts.PageHeader(
                self.tr("Tindak lanjut semua rapat"),
                self.tr("Yang paling lama terlambat berdiri paling atas. Enter membuka rapatnya."),
                self.calendar,
            )
        )
        layout.addWidget(self.done)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        layout.addLayout(parts.row(self.search, self.state, self.person, self.office, None))
        for each in (self.table, self._empty, self._nothing):
            self._stack.addWidget(each)
        layout.addWidget(self._stack, 1)
        parts.tab_order(self.back, self.calendar, self.search, self.state, self.person, self.office, self.table)

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Batas waktu"), _sort_key, text=self._due_words, tip=self._due_tip, icon=self._late),
            Column(self.tr("Tindak lanjut"), _text, width=0, tip=_text),
            Column(self.tr("Siapa"), _person, width=130, tip=_person),
            Column(self.tr("Instansi"), _office, width=120, tip=_office),
            Column(self.tr("Rapat"), _meeting, width=150, tip=_meeting),
            Column(self.tr("Keadaan"), _state),
            Column(self.tr("Bukti"), _proofs, number=True),
        ]

    def _due_words(self, key: object) -> str:
        # The bare value sorts; its words stand behind it.
        return str(key).partition("\0")[2] or "–"

    def _due_tip(self, row: FollowUpRow) -> str:
        day = parse_date(row.due_on)
        told = [date_words(day, language())] if day else [self.tr("Tanpa batas waktu")]
        if row.late_days:
            told.append(self.tr("Terlambat {n} hari.").format(n=number_words(row.late_days)))
        if row.off_day is not None:
            told.append(self.tr("Batas waktunya hari libur: {name}.").format(name=row.off_day.name))
        return "\n".join(told)

    def _late(self, row: FollowUpRow) -> QIcon | None:
        return self._late_icon if row.late_days else None

    def _filter(self, *_: object) -> None:
        wish = Wish(
            self.state.currentData(),
            self.office.currentData() or "",
            self.person.currentData() or "",
            self.search.text().strip(),
        )
        chosen = follow_ups.chosen(self._rows, wish)
        self.model.set_rows(chosen)
        self._stack.setCurrentWidget(self.table if chosen else self._nothing if self._rows else self._empty)
        for each in (self.search, self.state, self.person, self.office):
            each.setVisible(bool(self._rows))
        late = sum(row.late_days > 0 for row in chosen)
        words = self.tr("{n} tindak lanjut · {late} terlambat")
        self._sums.setText(words.format(n=number_words(len(chosen)), late=number_words(late)) if self._rows else "")


def _sort_key(row: FollowUpRow) -> str:
    return f"{row.sort_key}\0{row.due_text}"


def _text(row: FollowUpRow) -> str:
    return row.text or "–"


def _person(row: FollowUpRow) -> str:
    return row.person


def _office(row: FollowUpRow) -> str:
    return row.office


def _meeting(row: FollowUpRow) -> str:
    return row.meeting_title


def _state(row: FollowUpRow) -> str:
    return row.state_label


def _proofs(row: FollowUpRow) -> int | None:
    return row.proofs or None
