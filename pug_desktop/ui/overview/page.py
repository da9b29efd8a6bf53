"""The page "Kelengkapan": who has filled in how much, beside each other, and over the years."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import overview_map
from pug_desktop.app.overview import Overview, YearPoint
from pug_desktop.app.overview_map import MapWords, heat_map
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import whole_percent
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.home.glance import heard_of
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.overview.lines_view import LinesView
from pug_desktop.ui.overview.map_view import MapView
from pug_desktop.ui.overview.presenter import ALL, OverviewPresenter, Shown
from pug_desktop.ui.overview.question_view import QuestionView
from pug_desktop.ui.report.presenter import Subject, Wanted
from pug_desktop.ui.texts import language

OWN_SHEETS, BELOW = "own", "below"
MAP, QUESTION = "map", "question"

_WIDE = 115
"""Letters that must fit beside each other for two columns."""
_MAP_PARTS, _SIDE_PARTS = 5, 2
"""How the map and the lines over the years share the width."""
_ROUND_THE_MAP = 56
"""Pixels that margins and the scroll bar take."""


class OverviewPage(QWidget):
    """A heat map, what its cell says, and the lines over the years; or the answers of all to one question.

    Signals:
        go_to: another page, with an argument.
        saved, failed: never fire here; every page has them.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ws, self._ask, self._jobs = workspace, ask, jobs
        self.presenter = OverviewPresenter(workspace, language())
        self._build()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = parts.page_layout(self)
        self.region = ChoiceInput((), self.tr("Kabupaten/kota"), self)
        self.region.setMinimumContentsLength(16)
        self.region.edited.connect(self._region_chosen)
        self.region.setVisible(self.presenter.has_regions)
        self.year = ChoiceInput((), self.tr("Tahun"), self)
        self.year.setMinimumContentsLength(4)
        self.year.edited.connect(self._year_chosen)
        self.paper = parts.button(self.tr("Ke rekap"), "report", "primary", self)
        self.paper.clicked.connect(self._to_paper)
        self.paper.setVisible(self._ws.profile.role != "opd")
        self.view = parts.Segments(
            ((MAP, self.tr("Peta kelengkapan")), (QUESTION, self.tr("Satu pertanyaan"))), self.tr("Tampilan"), self
        )
        self.view.set_value(MAP)
        self.view.edited.connect(self._view_chosen)
        self.view.setVisible(self._ws.profile.role != "opd")
        self._header = parts.PageHeader(self.tr("Kelengkapan"), "", self.paper, parent=self)
        layout.addWidget(self._header)
        options = ((OWN_SHEETS, self.tr("Kabupaten/kota")), (BELOW, self.tr("Perangkat daerahnya")))
        self.which = parts.Segments(options, self.tr("Lembar yang dibandingkan"), self)
        self.which.set_value(OWN_SHEETS)
        self.which.edited.connect(self._which_chosen)
        choices = FlowLayout(spacing=style.GRID)
        for each in (self.view, self.region, self.year, self.which):
            choices.addWidget(each)
        layout.addLayout(choices)
        self._views = QStackedWidget(self)
        self._views.addWidget(self._map_part())
        self.question = QuestionView(self._ws, self._ask, self._jobs, self)
        self.question.go_to.connect(self.go_to)
        self._views.addWidget(self.question)
        layout.addWidget(self._views, 1)
        parts.tab_order(
            self.paper,
            self.view,
            self.region,
            self.year,
            self.which,
            self.map,
            self.open_sheet,
            self.open_below,
            self.question,
        )

    def _map_part(self) -> QWidget:
        column = parts.ScrollColumn(self)
        self._summary = parts.label("", "muted", self)
        column.body.addWidget(self._summary)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(parts.GAP)
        self._across.addWidget(self._map_card(), _MAP_PARTS)
        self._across.addWidget(self._side_card(), _SIDE_PARTS)
        column.body.addLayout(self._across, 1)
        return column

    def _map_card(self) -> QWidget:
        card = parts.Card(self, margin=8)
        self.map = MapView(card)
        self.map.setAccessibleName(self.tr("Peta kelengkapan"))
        self.map.moved.connect(self._moved)
        self.map.opened.connect(self._open_cell)
        self._scroll = QScrollArea(card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(240)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        card.body.addWidget(self._scroll, 1)
        self._nobody = parts.label(
            self.tr("Belum ada perangkat daerah yang terdaftar. Tambahkan di halaman Kantor."), "muted", card
        )
        self._nobody.hide()
        card.body.addWidget(self._nobody)
        card.body.addWidget(parts.line(card))
        self._says = parts.label("", "strong", card)
        self.open_sheet = parts.button(self.tr("Buka le&mbar"), parent=card)
        self.open_sheet.clicked.connect(self._open_sheet)
        self.open_below = parts.button(self.tr("Lihat perangkat daerahn&ya"), parent=card)
        self.open_below.clicked.connect(self._open_below)
        card.body.addWidget(self._says)
        card.body.addLayout(parts.row(self.open_sheet, self.open_below, None))
        return card

    def _side_card(self) -> QWidget:
        card = parts.Card(self, self.tr("Dari tahun ke tahun"))
        self._who = parts.label("", "muted small", card)
        card.body.addWidget(self._who)
        self.lines = LinesView(card)
        self.lines.setAccessibleName(self.tr("Grafik kelengkapan dari tahun ke tahun"))
        card.body.addWidget(self.lines, 3)
        card.body.addWidget(parts.line(card))
        self._key = parts.label("", "small", card)
        card.body.addWidget(self._key)
        card.body.addStretch(1)
        return card

    # --- what the window calls ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew; what is chosen stays chosen."""
        years = self.presenter.years()
        _offer(self.year, [(str(each), str(each)) for each in years], str(self.presenter.year))
        if self.presenter.has_regions:
            names = [(each.code, each.name) for each in heard_of(self._ws)]
            if self.presenter.region not in [code for code, _name in names]:
                self.presenter.region = ALL
            _offer(self.region, [(ALL, self.tr("Semua kabupaten/kota")), *names], self.presenter.region)
        self._load()

    def open(self, argument: object) -> None:
        """Show the offices of a kabupaten/kota ("36.71")."""
        if self.presenter.has_regions and self.region.findData(str(argument)) >= 0:
            self._show_region(str(argument))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where the letters are large, the lines over the years stand below the map."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        share = (self.width() - 2 * parts.MARGIN - parts.GAP) * _MAP_PARTS // (_MAP_PARTS + _SIDE_PARTS)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _WIDE
        narrow = narrow or share < self.map.minimumWidth() + _ROUND_THE_MAP
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    # --- reading ------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        of_question = self.view.value() == QUESTION
        self.which.setVisible(self.presenter.shows_regions and not of_question)
        self.paper.setVisible(self._ws.profile.role != "opd" and not of_question)
        self._views.setCurrentIndex(1 if of_question else 0)
        purpose = self.tr("Makin tua warnanya, makin lengkap lembarnya. Kelengkapan bukan nilai.")
        if of_question:
            purpose = self.tr("Jawaban masing-masing atas pertanyaan yang sama. Yang kosong bukan nol dan bukan tidak.")
        self._header.purpose.setText(purpose)
        if of_question:
            self.question.load(self.presenter.year, self.presenter.region)
            return
        self._jobs.start(
            self.presenter.read, label=self.tr("Membaca semua lembar"), succeeded=self._arrived, failed=self._not_read
        )

    def _arrived(self, found: object) -> None:
        if not isinstance(found, Shown) or not self.presenter.fits(found):
            return
        self.presenter.shown = found
        self.map.show_map(heat_map(found.found, self._words(), below=found.below))
        self._arrange()
        self._nobody.setVisible(not found.found.rows)
        self._summary.setText(self._summary_of(found.found))
        self._summary.setVisible(bool(self._summary.text()))
        self._key.setText("\n".join(f"{code}  {name.of(language())}" for code, name in found.found.sections))
        self._jobs.start(
            self.presenter.read_years,
            label=self.tr("Membaca tahun-tahun sebelumnya"),
            succeeded=self._years_arrived,
            failed=self._not_read,
            quiet=True,
        )

    def _years_arrived(self, found: object) -> None:
        shown = self.presenter.shown
        if not isinstance(found, tuple) or shown is None or found[0] != self.presenter.region:
            return
        points: tuple[YearPoint, ...] = found[1]
        codes = [code for code, _name in shown.found.sections]
        self.lines.show_points(points, codes)
        told = [point for point in points if point.started]
        if not told:
            self._who.setText(self.tr("Belum ada lembar yang diisi, jadi belum ada yang dapat digambar."))
            return
        whose = self.region.currentText() if self.presenter.has_regions else self._ws.profile.office_name
        if self._ws.profile.role == "kabkota":
            whose = self._ws.profile.region_name
        said = ", ".join(f"{each.year}: {_percent(overview_map.total(each.parts).share)}" for each in told)
        self._who.setText(self.tr("{whose}: lembar seluruhnya, {years}").format(whose=whose, years=said))
        self.lines.setAccessibleDescription(self._who.text())

    def _not_read(self, error: Exception) -> None:
        self._ask.tell(error)

    def _words(self) -> MapWords:
        nothing = self.tr("belum ada data")
        if self.presenter.shows_regions:
            return MapWords(self.tr("Kabupaten/kota"), (self.tr("Lembar OPD"),), nothing)
        return MapWords(self.tr("Perangkat daerah"), (), nothing)

    def _summary_of(self, found: Overview) -> str:
        rows = found.rows
        started = sum(row.started for row in rows)
        if not self.presenter.shows_regions:
            if self._ws.profile.role == "opd":
                return ""
            words = self.tr("{some} dari {all} perangkat daerah mempunyai lembar tahun {year}.")
            return words.format(some=started, all=len(rows), year=found.year)
        words = self.tr("{some} dari {all} kabupaten/kota mempunyai data tahun {year}; {sheets} dari {offices} OPD.")
        sheets, offices = (sum(numbers) for numbers in zip(*((row.sheets, row.offices) for row in rows), strict=True))
        return words.format(some=started, all=len(rows), year=found.year, sheets=sheets, offices=offices)

    # --- hands --------------------------------------------------------------------------------------------------

    def _moved(self, row: int, column: int) -> None:
        words = self.presenter.cell(row, column)
        place = self.presenter.place(row, column)
        self.open_sheet.setEnabled(place is not None)
        self.open_below.setVisible(self.presenter.shows_regions)
        self.open_below.setEnabled(place is not None)
        if words is None:
            self._says.setText("")
            return
        if words.part is None:
            text = self.tr("{row}: belum ada data.").format(row=words.row)
        else:
            text = self.tr("{row} · {code} {section}: {filled} dari {asked} terisi, {backed} berbukti.").format(
                row=words.row,
                code=words.code,
                section=words.section,
                filled=words.part.filled,
                asked=words.part.asked,
                backed=words.part.backed,
            )
            if words.part.open:
                text += " " + self.tr("Ada isian dengan dua nilai (*).")
        self._says.setText(text)
        self.map.setAccessibleDescription(text)
        box = self.map.cell_box()
        self._scroll.ensureVisible(0, round(box.center().y()), 0, round(box.height() * 2))

    def _open_cell(self, row: int, column: int) -> None:
        place = self.presenter.place(row, column)
        if place is not None:
            self.go_to.emit("checklist", place)

    def _open_sheet(self) -> None:
        self._open_cell(*self.map.cursor_cell)

    def _open_below(self) -> None:
        row = self.presenter.row(self.map.cursor_cell[0])
        if row is not None:
            self._show_region(row.key)

    def _show_region(self, code: str) -> None:
        self.presenter.region = code
        self.region.setCurrentIndex(max(0, self.region.findData(code)))
        self.view.set_value(MAP)
        self._load()
        self.map.setFocus()

    def _view_chosen(self) -> None:
        self._load()

    def _region_chosen(self) -> None:
        self.presenter.region = self.region.value() or ALL
        self._load()

    def _year_chosen(self) -> None:
        self.presenter.year = int(self.year.value() or 0)
        self._load()

    def _which_chosen(self) -> None:
        self.presenter.below = self.which.value() == BELOW
        self._load()

    def _to_paper(self) -> None:
        year, region = self.presenter.year, self.presenter.region
        if self.presenter.shows_regions:
            self.go_to.emit("report", Wanted("rekap-provinsi", year=year))
            return
        subject = Subject(self.region.currentText(), region_code=region) if region else None
        self.go_to.emit("report", Wanted("rekap-kabkota", year=year, subject=subject))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{whole_percent(share)}\u00a0%"


def _offer(choice: ChoiceInput, options: list[tuple[str, str]], present: str) -> None:
    if [choice.itemData(number) for number in range(choice.count())] != [value for value, _ in options]:
        choice.clear()
        for value, text in options:
            choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(present)))
