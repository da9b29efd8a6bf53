"""The statistics of a year: sums and pictures, and which offices came in which month."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.workspace import Workspace
from pug_desktop.reports.csv_file import EXCEL, STANDARD
from pug_desktop.reports.statistics import StatisticTable
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.overview.chart_view import ChartView
from pug_desktop.ui.overview.map_view import MapView
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.statistics.presenter import ALL, Shown, StatisticsPresenter
from pug_desktop.ui.texts import language

SUMS, CAME = "sums", "came"

_WIDE = 110
"""Letters that must fit beside each other for two columns."""
_MOST_BARS = 30
"""Of a table in the window; all of them stand in the papers."""


class StatisticsView(QWidget):
    """Choices above, cards below.

    Signals:
        printed: a file was made.
    """

    printed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask, self._jobs = ask, jobs
        self.presenter = StatisticsPresenter(workspace, language())
        self.charts: list[ChartView] = []
        self._build()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.year = ChoiceInput((), self.tr("Tahun"), self)
        self.year.setMinimumContentsLength(4)
        self.year.edited.connect(self._chosen)
        self.region = ChoiceInput((), self.tr("Untuk"), self)
        self.region.setMinimumContentsLength(16)
        self.region.edited.connect(self._chosen)
        self.region.setVisible(bool(self.presenter.regions()))
        options = ((SUMS, self.tr("Peserta")), (CAME, self.tr("Kehadiran OPD")))
        self.which = parts.Segments(options, self.tr("Tampilan"), self)
        self.which.set_value(SUMS)
        self.which.edited.connect(self._show_part)
        self.pdf = parts.button(self.tr("&Cetak PDF"), "print", parent=self)
        self.pdf.clicked.connect(self._print)
        self.workbook = parts.button(self.tr("Berkas E&xcel"), parent=self)
        self.workbook.clicked.connect(self._export)
        self.csv = parts.button(self.tr("CS&V untuk Excel"), parent=self)
        self.csv.setToolTip(self.tr("Titik koma sebagai pemisah; semua teks tetap teks bila dibuka di Excel."))
        self.csv.clicked.connect(self._to_csv)
        self.plain_csv = parts.button(self.tr("CSV &standar"), parent=self)
        self.plain_csv.setToolTip(self.tr("Koma sebagai pemisah, UTF-8: untuk program lain."))
        self.plain_csv.clicked.connect(self._to_plain_csv)
        choices = FlowLayout(spacing=style.GRID)
        for each in (self.year, self.region, self.which, self.pdf, self.workbook, self.csv, self.plain_csv):
            choices.addWidget(each)
        self._done = DoneBand(self)
        column = parts.ScrollColumn(self)
        column.body.setContentsMargins(0, 0, style.GRID, 0)
        self._sums = parts.Card(self, self.tr("Ringkasan"))
        self._facts = parts.label("", "", self._sums)
        self._notes = parts.label("", "muted small", self._sums)
        self._sums.body.addWidget(self._facts)
        self._sums.body.addWidget(self._notes)
        column.body.addWidget(self._sums)
        column.body.addWidget(self._map_card())
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(parts.GAP)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for cards in self._columns:
            cards.setSpacing(parts.GAP)
            self._across.addLayout(cards, 1)
        self._cards = QWidget(column)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._cards.setLayout(self._across)
        column.body.addWidget(self._cards)
        column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, parts.GAP, 0, 0)
        whole.setSpacing(parts.GAP)
        whole.addLayout(choices)
        whole.addWidget(self._done)
        whole.addWidget(column, 1)
        buttons = (self.pdf, self.workbook, self.csv, self.plain_csv)
        parts.tab_order(self.year, self.region, self.which, *buttons, self._done, self.map)

    def _map_card(self) -> QWidget:
        self._came = parts.Card(self, self.tr("Kehadiran perangkat daerah"))
        self._came_words = parts.label("", "", self._came)
        self.map = MapView(self._came)
        self.map.setAccessibleName(self.tr("Peta kehadiran perangkat daerah menurut bulan"))
        self.map.moved.connect(self._moved)
        self._says = parts.label("", "strong", self._came)
        for each in (self._came_words, self.map, self._says):
            self._came.body.addWidget(each)
        return self._came

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where the letters are large, the cards stand below each other."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _WIDE
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    # --- reading ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew; what is chosen stays chosen."""
        years = self.presenter.years()
        _offer(self.year, [(str(each), str(each)) for each in years], str(self.presenter.year))
        if regions := self.presenter.regions():
            _offer(self.region, [(ALL, self.tr("Seluruh provinsi")), *regions], self.presenter.region)
        self._jobs.start(
            self.presenter.read,
            label=self.tr("Menghitung statistik"),
            succeeded=self._arrived,
            failed=self._ask.tell,
        )

    def _chosen(self) -> None:
        self._done.hide()
        self.presenter.year = int(self.year.value() or 0)
        self.presenter.region = self.region.value() or ALL
        self.refresh()

    def _arrived(self, found: object) -> None:
        if not isinstance(found, Shown) or not self.presenter.fits(found):
            return
        self.presenter.shown = found
        said = [f"{name}: {words}" for name, words in found.facts]
        if found.tables:
            said.append(self.tr("L: laki-laki, P: perempuan, ?: jenis kelamin tidak disebutkan."))
        else:
            said.append(self.tr("Belum ada kegiatan yang terlaksana pada tahun ini. Catat kegiatan di halaman Rapat."))
        self._facts.setText("\n".join(said))
        self._notes.setText("\n".join(found.notes))
        self._came_words.setText("\n".join(found.came_words))
        self.map.setVisible(found.map is not None)
        self._says.setVisible(found.map is not None)
        if found.map is not None:
            self.map.show_map(found.map)
        self._show_tables(found.tables)
        self._show_part()

    def _show_part(self) -> None:
        shown = self.presenter.shown
        has_offices = shown is not None and shown.came is not None
        came = has_offices and self.which.value() == CAME
        self.which.setVisible(has_offices)
        self._came.setVisible(came)
        self._sums.setVisible(not came)
        self._cards.setVisible(not came)

    def _show_tables(self, tables: tuple[StatisticTable, ...]) -> None:
        for column in self._columns:
            parts.clear(column)
        self.charts = []
        heights = [0, 0]
        for table in tables:
            # Each card goes where there is more room.
            place = heights.index(min(heights))
            heights[place] += 4 + min(len(table.bars), _MOST_BARS)
            self._columns[place].addWidget(self._card(table))
        for column in self._columns:
            column.addStretch(1)

    def _card(self, table: StatisticTable) -> QWidget:
        card = parts.Card(self, table.title)
        if table.bars:
            chart = ChartView(card)
            chart.setAccessibleName(table.title)
            chart.show_bars(table.bars[:_MOST_BARS])
            card.body.addWidget(chart)
            self.charts.append(chart)
        if len(table.bars) > _MOST_BARS:
            more = self.tr("dan {n} lainnya, lihat PDF atau Excel").format(n=len(table.bars) - _MOST_BARS)
            card.body.addWidget(parts.label(more, "muted small", card))
        if table.sentence:
            card.body.addWidget(parts.label(table.sentence, "muted small", card))
        return card

    def _moved(self, row: int, column: int) -> None:
        office = self.presenter.office(row)
        if office is None:
            self._says.setText("")
            return
        month, all_ = office.months[column], office.all
        if not all_.asked:
            words = self.tr("{office}: tidak diundang ke kegiatan yang punya daftar hadir.")
        elif not month.asked:
            words = self.tr("{office}: tidak ada kegiatan pada {month}; setahun hadir {all_came} dari {all}.")
        else:
            words = self.tr("{office}: hadir {came} dari {asked} pada {month}; setahun {all_came} dari {all}.")
        self._says.setText(
            words.format(
                office=office.name,
                month=self.presenter.month(column),
                came=month.came,
                asked=month.asked,
                all_came=all_.came,
                all=all_.asked,
            )
        )

    # --- files --------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        self._make(".pdf", self.tr("Membuat PDF"))

    def _export(self) -> None:
        self._make(".xlsx", self.tr("Membuat berkas Excel"))

    def _to_csv(self) -> None:
        self._make(".csv", self.tr("Membuat berkas CSV"), EXCEL)

    def _to_plain_csv(self) -> None:
        self._make(".csv", self.tr("Membuat berkas CSV"), STANDARD)

    def _make(self, suffix: str, label: str, csv: str = EXCEL) -> None:
        self._done.hide()
        self._jobs.start(self.presenter.work(suffix, csv), label=label, succeeded=self._made)

    def _made(self, path: object) -> None:
        if isinstance(path, Path):
            self._done.show_paper(path)
            self.printed.emit()


def _offer(choice: ChoiceInput, options: list[tuple[str, str]], present: str) -> None:
    if [choice.itemData(number) for number in range(choice.count())] != [value for value, _ in options]:
        choice.clear()
        for value, text in options:
            choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(present)))
