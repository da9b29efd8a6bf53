"""The page "Beranda"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from pug_desktop.app import enrol, fill, home, meet, offices, regions
from pug_desktop.app.home import DueRow, ExchangeRow, Home, SectionRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.forms.words import number_words
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.home.wording import days_until, when_words
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.texts import language

MOST_DUE = 6
MOST_REGENCIES = 10


class HomePage(QWidget):
    """What is due, what is incomplete, what went out and came in; and the four things done most.

    Signals:
        go_to: page name and argument.
        saved: never; every page has it.
        failed: never; every page has it.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        layout = parts.page_layout(self)
        layout.addWidget(self._header())
        column = parts.ScrollColumn(self)
        layout.addWidget(column, 1)
        grid = QGridLayout()
        grid.setSpacing(parts.GAP)
        self._due = parts.Card(self, self.tr("Apa yang jatuh tempo?"), margin=20)
        self._incomplete = parts.Card(self, self.tr("Apa yang belum lengkap?"), margin=20)
        self._exchange = parts.Card(self, self.tr("Apa yang sudah dikirim dan diterima?"), margin=20)
        self._due_rows, self._incomplete_rows, self._exchange_rows = (
            self._rows_of(card) for card in (self._due, self._incomplete, self._exchange)
        )
        grid.addWidget(self._due, 0, 0)
        grid.addWidget(self._exchange, 1, 0)
        grid.addWidget(self._incomplete, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.body.addLayout(grid, 1)

    def _header(self) -> parts.PageHeader:
        meeting = parts.button(self.tr("Rapat baru"), "plus", "primary", self)
        fill = parts.button(self.tr("Isi prasyarat"), "checklist", parent=self)
        send = parts.button(self.tr("Kirim"), "send", parent=self)
        receive = parts.button(self.tr("Terima"), "receive", parent=self)
        for each, (page, argument) in (
            (fill, ("checklist", None)),
            (send, ("send", None)),
            (receive, ("receive", None)),
        ):
            each.setProperty("page", page)
            each.setProperty("argument", argument)
            each.clicked.connect(self._button)
        meeting.clicked.connect(self._new_meeting)
        profile = self._ws.profile
        if profile.role == "provinsi":
            fill.setText(self.tr("Lihat prasyarat"))
        return parts.PageHeader(
            self.tr("Beranda"),
            f"{profile.office_name} · {profile.region_name}",
            receive,
            send,
            fill,
            meeting,
            parent=self,
        )

    def _new_meeting(self) -> None:
        try:
            made = meet.create_meeting(self._ws)
        except PugError as error:
            self._ask.tell(error)
            return
        self.go_to.emit("meeting", made)

    def _rows_of(self, card: parts.Card) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        card.body.addSpacing(4)
        card.body.addLayout(rows)
        card.body.addStretch(1)
        return rows

    def refresh(self) -> None:
        """Load everything anew."""
        try:
            found = home.home(self._ws, lang=language())
            sheets = self._sheets(found.year)
            enrolled = enrol.status(self._ws).enrolled
        except PugError as error:
            self._ask.tell(error)
            return
        for rows in (self._due_rows, self._incomplete_rows, self._exchange_rows):
            parts.clear(rows)
        self._show_due(found)
        self._show_incomplete(found, sheets)
        self._show_exchange(found, enrolled=enrolled)

    def _sheets(self, year: int) -> tuple[int, int] | None:
        """How many of those below have sent something, and how many there are; None for an OPD."""
        profile = self._ws.profile
        if profile.role == "kabkota":
            received = fill.received_sheets(self._ws, year)
            return sum(each.started for each in received), len(received)
        if profile.role == "provinsi":
            return len(self._heard_of()), len(regions.regencies(profile.region_code))
        return None

    def _heard_of(self) -> list[regions.Region]:
        """The kabupaten/kota of which any office is known here."""
        known = {office.region_code for office in offices.offices(self._ws)}
        return [each for each in regions.regencies(self._ws.profile.region_code) if each.code in known]

    # --- what is due --------------------------------------------------------------------------------------------

    def _show_due(self, found: Home) -> None:
        if not found.due_follow_ups:
            self._due_rows.addWidget(parts.label(self.tr("Tidak ada tindak lanjut yang menunggu."), "muted"))
            text = self.tr("Tindak lanjut dicatat pada halaman rapat, lengkap dengan orang dan tenggatnya.")
            self._due_rows.addWidget(parts.label(text, "muted small"))
            return
        for due in found.due_follow_ups[:MOST_DUE]:
            self._due_rows.addWidget(self._due_line(due))
        if found.due_total > MOST_DUE:
            rest = self.tr("dan {n} lagi").format(n=found.due_total - MOST_DUE)
            self._due_rows.addWidget(parts.label(rest, "muted small"))

    def _due_line(self, due: DueRow) -> QWidget:
        who = " · ".join(part for part in (due.person, due.meeting_title) if part)
        text = due.text or self.tr("Tindak lanjut tanpa uraian")
        return self._line(text, who, self._due_chip(due), "meeting", due.meeting_id)

    def _due_chip(self, due: DueRow) -> QLabel:
        if not due.due_on:
            return parts.chip(self.tr("tanpa tenggat"))
        days = days_until(due.due_on, self._ws.clock().date())
        if days < 0:
            return parts.chip(self.tr("lewat {n} hari").format(n=-days), "bad")
        if days == 0:
            return parts.chip(self.tr("hari ini"), "warn")
        return parts.chip(self.tr("{n} hari lagi").format(n=days), "warn" if days <= 7 else "")

    # --- what is incomplete -------------------------------------------------------------------------------------

    def _show_incomplete(self, found: Home, sheets: tuple[int, int] | None) -> None:
        rows = self._incomplete_rows
        if sheets is not None:
            started, known = sheets
            text = (
                self.tr("{n} dari {total} kabupaten/kota sudah ada datanya")
                if self._ws.profile.role == "provinsi"
                else self.tr("{n} dari {total} OPD sudah mengisi lembar")
            )
            rows.addWidget(self._bar(text.format(n=started, total=known), started, known))
        if self._ws.profile.role == "provinsi":
            for region in self._heard_of()[:MOST_REGENCIES]:
                rows.addWidget(self._regency_line(region, found.year))
            return
        rows.addWidget(parts.label(self.tr("Prasyarat tahun {year}").format(year=found.year), "muted small"))
        for section in found.incomplete:
            rows.addWidget(self._section_line(section))

    def _section_line(self, section: SectionRow) -> QWidget:
        done = section.filled >= section.total
        chip = parts.chip(
            self.tr("lengkap") if done else self.tr("kurang {n}").format(n=section.total - section.filled),
            "good" if done else "",
        )
        line = self._line(f"{section.code}  {section.name}", "", chip, "checklist", section.code)
        line.body.addWidget(self._progress(section.filled, section.total))
        return line

    def _regency_line(self, region: regions.Region, year: int) -> QWidget:
        counts = [each.completeness for each in fill.regency_sheet(self._ws, year, region.code).sections]
        filled, asked = sum(each.filled for each in counts), sum(each.total - each.not_relevant for each in counts)
        shown = self.tr("{filled} dari {asked} butir").format(filled=filled, asked=asked)
        line = self._line(region.name, "", parts.chip(shown), "checklist", region.code)
        line.body.addWidget(self._progress(filled, asked))
        return line

    def _bar(self, text: str, part: int, whole: int) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(parts.label(text, "strong", box))
        layout.addWidget(self._progress(part, whole))
        return box

    def _progress(self, part: int, whole: int) -> QProgressBar:
        bar = QProgressBar(self)
        bar.setRange(0, max(1, whole))
        bar.setValue(part)
        bar.setTextVisible(False)
        return bar

    # --- what went out and came in ------------------------------------------------------------------------------

    def _show_exchange(self, found: Home, *, enrolled: bool) -> None:
        rows = self._exchange_rows
        if not enrolled:
            text = (
                self.tr("Kantor ini belum terdaftar. Buat permintaan kunci, lalu bawa ke kantor di atasnya.")
                if self._ws.profile.role != "provinsi"
                else self.tr("Belum ada kantor yang terdaftar pada provinsi ini.")
            )
            rows.addWidget(self._line(text, "", parts.chip(self.tr("belum terdaftar"), "warn"), "office", None))
        rows.addWidget(self._exchange_line(self.tr("Terakhir dikirim"), _first(found.last_sent), "send"))
        rows.addWidget(self._exchange_line(self.tr("Terakhir diterima"), _first(found.last_received), "receive"))
        text = self.tr("{n} rapat tercatat, {people} orang dalam daftar hadir").format(
            n=number_words(found.meetings, language()), people=number_words(found.attendance, language())
        )
        rows.addWidget(self._line(text, "", None, "meeting", None))
        if found.conflicts:
            text = self.tr("{n} butir mempunyai dua isian").format(n=found.conflicts)
            rows.addWidget(self._line(text, "", parts.chip(self.tr("perlu dilihat"), "warn"), "checklist", None))

    def _exchange_line(self, title: str, exchange: ExchangeRow | None, page: str) -> QWidget:
        if exchange is None:
            return self._line(title, self.tr("belum pernah"), None, page, None)
        when = when_words(exchange.at, self._ws.clock().astimezone(), language())
        return self._line(title, f"{exchange.office_name} · {when}", None, page, None)

    # --- one line -----------------------------------------------------------------------------------------------

    def _line(self, text: str, below: str, chip: QLabel | None, page: str, argument: object) -> parts.RowButton:
        """A line that leads to a page when it is pressed."""
        line = parts.RowButton(self)
        line.setProperty("page", page)
        line.setProperty("argument", argument)
        line.setAccessibleName(text)
        line.setAccessibleDescription(below or (chip.text() if chip else ""))
        line.clicked.connect(self._button)
        across = parts.row(parts.label(text, parent=line))
        across.setStretch(0, 1)
        if chip is not None:
            across.addWidget(chip)
        line.body.addLayout(across)
        if below:
            line.body.addWidget(parts.label(below, "muted small", line))
        return line

    def _button(self) -> None:
        asked = self.sender()
        self.go_to.emit(asked.property("page"), asked.property("argument"))


def _first(rows: tuple[ExchangeRow, ...]) -> ExchangeRow | None:
    return rows[0] if rows else None
