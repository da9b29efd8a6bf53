"""The page "Beranda"."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from pug_desktop.app import due
from pug_desktop.app.due import DueRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.forms.words import number_words
from pug_desktop.progress import Step
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.presenter import Place
from pug_desktop.ui.home.wording import days_until, when_words
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.pages import FOLLOW_UPS
from pug_desktop.ui.texts import language

if TYPE_CHECKING:
    from pug_desktop.app.home import ExchangeRow, SectionRow
    from pug_desktop.app.news import News
    from pug_desktop.ui.home.glance import Below, Glance

MOST_DUE = 6
REST_AFTER_MS = 40


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
        self._jobs = jobs
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
            parts.rename(fill, self.tr("Lihat prasyarat"))
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
        from pug_desktop.app import meet

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
        """Ask for everything anew in the worker, what is due first; what is shown stays until the answers are there."""
        self._jobs.start(
            lambda _step: due.due(self._ws), label=self.tr("Membaca data…"), succeeded=self._show_due, quiet=True
        )

    def _look_at_rest(self) -> None:
        lang = language()

        def look(_step: Step) -> object:
            from pug_desktop.ui.home import glance

            return glance.take(self._ws, lang)

        self._jobs.start(look, label=self.tr("Membaca data…"), succeeded=self._show_rest, quiet=True)

    def _show_rest(self, found: object) -> None:
        glance = cast("Glance", found)
        for rows in (self._incomplete_rows, self._exchange_rows):
            parts.clear(rows)
        self._show_incomplete(glance)
        self._show_exchange(glance)

    # --- what is due --------------------------------------------------------------------------------------------

    def _show_due(self, found: object) -> None:
        # The worker would take turns with the painting of these rows.
        QTimer.singleShot(REST_AFTER_MS, self, self._look_at_rest)
        waiting = cast(tuple[DueRow, ...], found)
        parts.clear(self._due_rows)
        if not waiting:
            self._due_rows.addWidget(parts.label(self.tr("Tidak ada tindak lanjut yang menunggu."), "muted"))
            text = self.tr("Tindak lanjut dicatat pada halaman rapat, lengkap dengan orang dan tenggatnya.")
            self._due_rows.addWidget(parts.label(text, "muted small"))
            return
        for each in waiting[:MOST_DUE]:
            self._due_rows.addWidget(self._due_line(each))
        late = sum(each.overdue for each in waiting)
        below = self.tr("{n} terlambat").format(n=late) if late else ""
        words = self.tr("Semua tindak lanjut ({n})").format(n=len(waiting))
        self._due_rows.addWidget(self._line(words, below, None, "meeting", FOLLOW_UPS))

    def _due_line(self, row: DueRow) -> QWidget:
        who = " · ".join(part for part in (row.person, row.meeting_title) if part)
        text = row.text or self.tr("Tindak lanjut tanpa uraian")
        return self._line(text, who, self._due_chip(row), "meeting", row.meeting_id)

    def _due_chip(self, row: DueRow) -> QLabel:
        if not row.due_on:
            return parts.chip(self.tr("tanpa tenggat"))
        days = days_until(row.due_on, self._ws.today)
        if days < 0:
            return parts.chip(self.tr("lewat {n} hari").format(n=-days), "bad")
        if days == 0:
            return parts.chip(self.tr("hari ini"), "warn")
        return parts.chip(self.tr("{n} hari lagi").format(n=days), "warn" if days <= 7 else "")

    # --- what is incomplete -------------------------------------------------------------------------------------

    def _show_incomplete(self, found: "Glance") -> None:
        rows = self._incomplete_rows
        self._show_reviews(found.news)
        if found.started is not None:
            text = (
                self.tr("{n} dari {total} kabupaten/kota sudah ada datanya")
                if self._ws.profile.role == "provinsi"
                else self.tr("{n} dari {total} OPD sudah mengisi lembar")
            )
            rows.addWidget(self._bar(text.format(n=found.started, total=found.known), found.started, found.known))
        for each in found.below:
            rows.addWidget(self._regency_line(each))
        if found.home.incomplete:
            rows.addWidget(parts.label(self.tr("Prasyarat tahun {year}").format(year=found.home.year), "muted small"))
        for section in found.home.incomplete:
            rows.addWidget(self._section_line(section))

    def _show_reviews(self, news: "News") -> None:
        for reviewed, text, kind in (
            (news.returned, self.tr("{n} jawaban dikembalikan"), "warn"),
            (news.corrected, self.tr("{n} jawaban yang dikembalikan sudah diubah"), ""),
        ):
            if not reviewed:
                continue
            first = reviewed[0]
            asked = first.question.of(language()) if first.question else ""
            said = first.review.remark if kind else asked
            place = Place(first.year, first.item, first.scope)
            chip = parts.chip(self.tr("perbaiki") if kind else self.tr("periksa lagi"), kind)
            shown = text.format(n=number_words(len(reviewed), language()))
            self._incomplete_rows.addWidget(self._line(shown, f"{first.item}: {said}", chip, "checklist", place))

    def _show_issued(self, news: "News") -> None:
        for each in news.instruments:
            if each.form is not None:
                title = each.form.title.of(language())
                text = self.tr("Instrumen baru: {title}, versi {n}").format(title=title, n=each.version)
                below = self.tr("Lembar yang dibuat mulai sekarang memakai versi ini.")
                self._exchange_rows.addWidget(self._line(text, below, None, "checklist", None))
        if news.withdrawn is not None:
            text = self.tr("Kartu kunci kantor ini sudah dicabut; kirimannya tidak diterima lagi.")
            chip = parts.chip(self.tr("kartu dicabut"), "bad")
            self._exchange_rows.addWidget(self._line(text, news.withdrawn, chip, "office", "keys"))

    def _section_line(self, section: "SectionRow") -> QWidget:
        done = section.filled >= section.total
        chip = parts.chip(
            self.tr("lengkap") if done else self.tr("kurang {n}").format(n=section.total - section.filled),
            "good" if done else "",
        )
        line = self._line(f"{section.code}  {section.name}", "", chip, "checklist", section.code)
        line.body.addWidget(self._progress(section.filled, section.total))
        return line

    def _regency_line(self, below: "Below") -> QWidget:
        shown = self.tr("{filled} dari {asked} butir").format(filled=below.filled, asked=below.asked)
        line = self._line(below.region.name, "", parts.chip(shown), "checklist", below.region.code)
        line.body.addWidget(self._progress(below.filled, below.asked))
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

    def _show_exchange(self, glance: "Glance") -> None:
        rows, found = self._exchange_rows, glance.home
        if not glance.enrolled and not self._ws.profile.practice:
            text = (
                self.tr("Buat permohonan kartu kunci, lalu bawa ke kantor di atas kantor ini.")
                if self._ws.profile.role != "provinsi"
                else self.tr("Belum ada kantor di provinsi ini yang punya kartu kunci.")
            )
            chip = parts.chip(self.tr("belum punya kartu kunci"), "warn")
            rows.addWidget(self._line(text, "", chip, "office", "keys"))
        if self._ws.profile.practice:
            text = self.tr("Isian latihan tetap di komputer ini; tidak dikirim ke kantor mana pun.")
            stays = parts.label(text, "muted")
            stays.setContentsMargins(8, 6, 8, 6)
            rows.addWidget(stays)
        else:
            rows.addWidget(self._exchange_line(self.tr("Terakhir dikirim"), _first(found.last_sent), "send"))
            rows.addWidget(self._exchange_line(self.tr("Terakhir diterima"), _first(found.last_received), "receive"))
        self._show_issued(glance.news)
        text = self.tr("{n} rapat tercatat, {people} orang dalam daftar hadir").format(
            n=number_words(found.meetings, language()), people=number_words(found.attendance, language())
        )
        rows.addWidget(self._line(text, "", None, "meeting", None))
        if found.conflicts:
            text = self.tr("Diisi berbeda oleh dua kantor; kedua isian tersimpan")
            chip = parts.chip(self.tr("{n} perlu keputusan").format(n=found.conflicts), "warn")
            rows.addWidget(self._line(text, "", chip, "decide", None))

    def _exchange_line(self, title: str, exchange: "ExchangeRow | None", page: str) -> QWidget:
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


def _first(rows: "tuple[ExchangeRow, ...]") -> "ExchangeRow | None":
    return rows[0] if rows else None
