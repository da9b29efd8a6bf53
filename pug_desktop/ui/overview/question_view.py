"""The view "Satu pertanyaan": what all of them answer to one question, beside each other."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pug_desktop.app.one_question import Line, OneQuestion, verdict_words
from pug_desktop.app.paper_one_question import answer_words, bars, changed_words, sheet_words, verdicts
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import MONTHS, parse_date, short_date_words
from pug_desktop.reports.marks import marked
from pug_desktop.reports.words import cut
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.overview.chart_view import ChartView
from pug_desktop.ui.overview.question_presenter import QuestionPresenter
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.rows_model import ROW_ROLE, Column, Index, RowsModel, RowsTable
from pug_desktop.ui.texts import language

_SHARES = (21, 20, 14, 9, 17, 19)
_NARROW_SHARES = (26, 27, 17, 10, 20, 0)
"""Of the columns, in per cent; the table never scrolls sideways. Who changed it stands below too."""
_BESIDE_WORDS = 14
"""Pixels between the words of a cell and its edge."""
_WIDE = 115
"""Letters that must fit beside each other for table and picture."""
_LONGEST = 120
"""Letters of an answer in the table; all of it stands below and in the paper."""


class QuestionView(QWidget):
    """A question, the table of its answers, a picture of them.

    Signals:
        go_to: another page, with an argument.
    """

    go_to = Signal(str, object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask, self._jobs = ask, jobs
        self.presenter = QuestionPresenter(workspace, language())
        self._line: Line | None = None
        self._narrow = False
        self._build()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.section = ChoiceInput((), self.tr("Prasyarat"), self)
        self.section.setMinimumContentsLength(12)
        self.section.edited.connect(self._section_chosen)
        self.question = ChoiceInput((), self.tr("Pertanyaan"), self)
        self.question.setMinimumContentsLength(16)
        # The list is wider than the box: what tells questions apart stands at their ends.
        self.question.view().setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)
        self.question.edited.connect(self._question_chosen)
        self.before = parts.button(self.tr("&Sebelumnya"), parent=self)
        self.before.setToolTip("Ctrl+PgUp")
        self.before.clicked.connect(self._back)
        self.after = parts.button(self.tr("Ber&ikutnya"), parent=self)
        self.after.setToolTip("Ctrl+PgDn")
        self.after.clicked.connect(self._forward)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+PgUp"), self, self._back, context=within)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, self._forward, context=within)
        choices = FlowLayout(spacing=style.GRID)
        for each in (self.section, self.question, self.before, self.after):
            choices.addWidget(each)
        self._asked = parts.label("", "strong", self)
        self._summary = parts.label("", "muted", self)
        self._done = DoneBand(self)
        column = parts.ScrollColumn(self, spacing=style.GRID)
        column.body.addLayout(choices)
        column.body.addWidget(self._asked)
        column.body.addWidget(self._summary)
        column.body.addWidget(self._done)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(parts.GAP)
        self._across.addWidget(self._table_card(), 5)
        self._across.addWidget(self._chart_card(), 2)
        column.body.addLayout(self._across, 1)
        whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)
        parts.tab_order(
            self.section,
            self.question,
            self.before,
            self.after,
            self._done,
            self.table,
            self.open_answer,
            self.pdf,
            self.workbook,
        )

    def _table_card(self) -> QWidget:
        card = parts.Card(self, margin=8)
        self.model = RowsModel(
            [
                Column(self.tr("Nama"), _name, tip=_name),
                Column(self.tr("Jawaban"), self._answer, tip=self._whole_answer, sort=self._sort_key),
                Column(self.tr("Lembar"), self._sheet),
                Column(self.tr("Bukti"), _proofs, number=True),
                Column(self.tr("Verifikasi"), self._verdict, tip=self._remarks),
                Column(self.tr("Diubah"), self._changed, sort=_changed_key),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Jawaban berdampingan"), card)
        self.table.setWordWrap(True)
        self.table.setItemDelegate(_WrappedCells(self.table))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setMinimumHeight(self.fontMetrics().height() * 12)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setMinimumSectionSize(self.table.verticalHeader().defaultSectionSize())
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._moved)
        self._nobody = parts.label(
            self.tr("Belum ada perangkat daerah yang terdaftar. Tambahkan di halaman Kantor."), "muted", card
        )
        self._says = parts.label("", "", card)
        self.open_answer = parts.button(self.tr("Buka &jawaban"), parent=card)
        self.open_answer.clicked.connect(self._open_current)
        self.pdf = parts.button(self.tr("&Cetak PDF"), "print", parent=card)
        self.pdf.clicked.connect(self._print)
        self.workbook = parts.button(self.tr("Berkas E&xcel"), parent=card)
        self.workbook.clicked.connect(self._export)
        buttons = FlowLayout(spacing=style.GRID)
        for each in (self.open_answer, self.pdf, self.workbook):
            buttons.addWidget(each)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._nobody)
        card.body.addWidget(parts.line(card))
        card.body.addWidget(self._says)
        card.body.addLayout(buttons)
        return card

    def _chart_card(self) -> QWidget:
        self._picture = parts.Card(self, self.tr("Gambaran"), margin=12)
        self.chart = ChartView(self._picture)
        self.chart.setAccessibleName(self.tr("Grafik jawaban"))
        scroll = QScrollArea(self._picture)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(self.fontMetrics().height() * 8)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setProperty("scrolled", True)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        column.addStretch(1)
        scroll.setWidget(inside)
        self._picture.body.addWidget(scroll, 1)
        return self._picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where the letters are large, the picture stands below the table."""
        super().resizeEvent(event)
        self._narrow = self.width() < self.fontMetrics().averageCharWidth() * _WIDE
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.TopToBottom if self._narrow else ways.LeftToRight)
        QTimer.singleShot(0, self, self._share_width)

    def _share_width(self) -> None:
        # Rows that wrap may need the scroll bar after all.
        bar = self.table.verticalScrollBar().sizeHint().width()
        room = self.table.width() - bar - 2 * self.table.frameWidth()
        # Qt gives a column no less than a few pixels, which would scroll.
        self.table.setColumnHidden(len(_SHARES) - 1, self._narrow)
        for number, share in enumerate(_NARROW_SHARES if self._narrow else _SHARES):
            self.table.setColumnWidth(number, room * share // 100)
        self.table.resizeRowsToContents()

    # --- reading ------------------------------------------------------------------------------------------------

    def load(self, year: int, region: str) -> None:
        """Read the answers of a year: of all kabupaten/kota, or of the offices of one."""
        self.presenter.year, self.presenter.region = year, region
        self._read()

    def _read(self) -> None:
        self._done.hide()
        self._jobs.start(
            self.presenter.read, label=self.tr("Membaca jawaban"), succeeded=self._arrived, failed=self._ask.tell
        )

    def _arrived(self, found: object) -> None:
        if not isinstance(found, OneQuestion) or not self.presenter.fits(found):
            return
        kept = self._line.key if self._line is not None else ""
        self.presenter.show(found)
        _offer(self.section, self.presenter.sections(), found.section.name)
        _offer(self.question, self.presenter.questions(), found.question.name)
        self.question.setToolTip(found.question.label.of(language()))
        self.before.setEnabled(self.presenter.neighbour(-1) is not None)
        self.after.setEnabled(self.presenter.neighbour(1) is not None)
        self._asked.setText(f"{found.question.name}  {found.question.label.of(language())}")
        self._summary.setText(self._summary_of(found))
        self._nobody.setVisible(not found.lines)
        self.model.set_rows(found.lines)
        QTimer.singleShot(0, self, self._share_width)
        drawn = bars(found, language())
        self._picture.setVisible(bool(drawn))
        self.chart.show_bars(drawn)
        self._choose(kept)

    def _summary_of(self, found: OneQuestion) -> str:
        some, every = found.answered, len(found.lines)
        if found.of_regions:
            words = self.tr("{some} dari {all} kabupaten/kota menjawab; {silent} belum diisi.")
        else:
            words = self.tr("{some} dari {all} perangkat daerah menjawab; {silent} belum diisi.")
        return words.format(some=some, all=every, silent=every - some)

    def _choose(self, key: str) -> None:
        """The cursor stays with the same one from question to question."""
        model = self.table.model()
        keys = [row.key if isinstance(row := self._row_at(number), Line) else "" for number in range(model.rowCount())]
        if keys:
            self.table.selectRow(keys.index(key) if key in keys else 0)
        else:
            self._moved(None)

    def _row_at(self, number: int) -> object:
        return self.table.model().index(number, 0).data(ROW_ROLE)

    # --- words --------------------------------------------------------------------------------------------------

    def _answer(self, line: Line) -> str:
        # "35,3 %" is not broken at its blank.
        return cut(self._whole_answer(line), _LONGEST).replace(" %", "\u00a0%")

    def _whole_answer(self, line: Line) -> str:
        return marked(answer_words(line, language()), line.open)

    def _sort_key(self, line: Line) -> float | str:
        return self.presenter.sort_key(line)

    def _sheet(self, line: Line) -> str:
        return sheet_words(line, language())

    def _verdict(self, line: Line) -> str:
        of_regions = self.presenter.found is not None and self.presenter.found.of_regions
        return verdicts(line, of_regions=of_regions, lang=language()) or "–"

    def _remarks(self, line: Line) -> str:
        return "\n".join(each.remark for each in line.reviews if each.remark)

    def _changed(self, line: Line) -> str:
        """Below each other: who, and when."""
        day = ""
        if (on := line.changed_on) is not None:
            day = f"{on.day}\u00a0{MONTHS[language()][on.month - 1][:3]}\u00a0{on.year}"
        return "\n".join(each for each in (line.changed_by, day) if each) or "–"

    def _details(self, line: Line) -> str:
        """All of the answer, and what else is known of it."""
        said = [f"{line.name}: {self._whole_answer(line)}."]
        if line.computed:
            said.append(self.tr("Dihitung: {words}.").format(words=line.computed))
        if line.changed_on is not None:
            said.append(self.tr("Diubah: {words}.").format(words=changed_words(line, language())))
        if line.note:
            said.append(self.tr("Catatan: {words}").format(words=line.note))
        for each in line.reviews:
            day = parse_date(each.reviewed_on)
            who = ", ".join(part for part in (each.reviewer, short_date_words(day, language()) if day else "") if part)
            words = verdict_words(each, language())
            said.append(f"{words} ({who}): {each.remark}" if each.remark else f"{words} ({who}).")
        if line.open:
            said.append(self.tr("Ada isian dengan dua nilai (*)."))
        return " ".join(each for each in said if each)

    # --- hands --------------------------------------------------------------------------------------------------

    def _moved(self, row: object) -> None:
        self._line = row if isinstance(row, Line) else None
        self._says.setText(cut(self._details(self._line), 600) if self._line is not None else "")
        self.open_answer.setEnabled(self._line is not None and self.presenter.place(self._line) is not None)

    def _open(self, row: object) -> None:
        place = self.presenter.place(row) if isinstance(row, Line) else None
        if place is not None:
            self.go_to.emit("checklist", place)

    def _open_current(self) -> None:
        self._open(self._line)

    def _back(self) -> None:
        self._go(self.presenter.neighbour(-1))

    def _forward(self) -> None:
        self._go(self.presenter.neighbour(1))

    def _go(self, item: str | None) -> None:
        if item is not None:
            self.presenter.item = item
            self._read()

    def _section_chosen(self) -> None:
        self._go(self.presenter.first_of(self.section.value() or ""))

    def _question_chosen(self) -> None:
        self._go(self.question.value())

    def _print(self) -> None:
        self._make(".pdf", self.tr("Membuat PDF"))

    def _export(self) -> None:
        self._make(".xlsx", self.tr("Membuat berkas Excel"))

    def _make(self, suffix: str, label: str) -> None:
        if self.presenter.found is not None:
            self._done.hide()
            self._jobs.start(self.presenter.work(suffix), label=label, succeeded=self._made)

    def _made(self, path: object) -> None:
        if isinstance(path, Path):
            self._done.show_paper(path)


class _WrappedCells(QStyledItemDelegate):
    """Knows that the style sheet keeps room at both sides of a cell, which Qt forgets when it counts lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: as high as the words of the cell need."""
        looks: Any = option  # PySide does not tell mypy of its fields
        metrics, width = looks.fontMetrics, looks.rect.width() - 2 * _BESIDE_WORDS
        wrapped = int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(0, 0, max(width, 1), 10_000, wrapped, str(index.data() or ""))
        return QSize(looks.rect.width(), box.height() + 2 * style.GRID)


def _name(line: Line) -> str:
    return line.name


def _proofs(line: Line) -> int | None:
    """Nothing where nobody answered."""
    return line.proofs if line.answer or line.proofs else None


def _changed_key(line: Line) -> str:
    return line.changed_on.isoformat() if line.changed_on else ""


def _offer(choice: ChoiceInput, options: list[tuple[str, str]], present: str) -> None:
    if [choice.itemData(number) for number in range(choice.count())] != [value for value, _ in options]:
        choice.clear()
        for value, text in options:
            choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(present)))
