"""The page "Prasyarat"."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import evidence, fill, report
from pug_desktop.app.edit import Saved
from pug_desktop.app.fill import Sheet, SheetItem, SheetSection
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError, WrongValue
from pug_desktop.progress import Step
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence import show_file
from pug_desktop.ui.checklist.item_list import ItemList
from pug_desktop.ui.checklist.overview import Overview
from pug_desktop.ui.checklist.panel import ItemPanel
from pug_desktop.ui.checklist.presenter import OWN, ChecklistPresenter, SheetChoice, dropped
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.home.glance import heard_of
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.report.presenter import SHEET, ReportPresenter, Subject, Wanted
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.texts import language

# Line, area, percentages and ground of the radar as reports/radar.py writes them.
PAPER_INKS = ("rgb(18%,36%,54%)", "rgb(74%,85%,95%)", "rgb(12%,24%,37%)", "rgb(100%,100%,100%)")


class ChecklistPage(QWidget):
    """Seven cards; one opened shows its questions at the left and the answer at the right.

    Signals:
        go_to: page name and argument.
        saved: what app.fill returned.
        failed: the PugError of a save.
        removed: what was taken off, for the bar with "Urungkan".
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._jobs = jobs
        self._panel: ItemPanel | None = None
        self.presenter = ChecklistPresenter(fill, workspace, partial(heard_of, workspace), self)
        style.use_paper_fonts()
        self._papers = ReportPresenter(workspace, language())
        self._done = DoneBand(self, leads_on=True)
        self._done.more_pressed.connect(self._to_papers)
        self._build()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = parts.page_layout(self)
        self._year = ChoiceInput((), self.tr("Tahun"), self)
        self._year.setMinimumContentsLength(6)
        self._year.edited.connect(self._year_chosen)
        self._sheet = ChoiceInput((), self.tr("Lembar"), self)
        self._sheet.setMinimumContentsLength(24)
        self._sheet.edited.connect(self._sheet_chosen)
        self.print = parts.button(self.tr("Cetak lembar"), "print", "primary", self)
        self.print.clicked.connect(self._print)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Prasyarat"),
                self.tr("Isi jawaban, lampirkan bukti, lihat yang masih kurang."),
                self._sheet,
                self._year,
                self.print,
                parent=self,
            )
        )
        layout.addWidget(self._done)
        self._views = QStackedWidget(self)
        self.overview = Overview(self._views)
        self.overview.opened.connect(self.presenter.open_section)
        self._views.addWidget(self.overview)
        self._views.addWidget(self._build_detail())
        self._nothing = parts.EmptyPage(
            "receive",
            self.tr("Belum ada data kabupaten/kota"),
            self.tr("Lembar kabupaten/kota muncul di sini sesudah kiriman mereka diterima."),
            self.tr("Terima kiriman"),
            self._views,
        )
        self._nothing.pressed.connect(self._to_receive)
        self._views.addWidget(self._nothing)
        layout.addWidget(self._views, 1)

    def _build_detail(self) -> QWidget:
        self._detail = QWidget(self._views)
        layout = QVBoxLayout(self._detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        back = parts.button(self.tr("Semua prasyarat"), "chevron-left", "quiet", self._detail)
        back.clicked.connect(self._back)
        self._strip = QHBoxLayout()
        self._strip.setSpacing(6)
        self._tabs = QButtonGroup(self)
        self._tabs.idClicked.connect(self._tab_clicked)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addSpacing(8)
        top.addLayout(self._strip)
        top.addStretch(1)
        layout.addLayout(top)
        self._heading = parts.label("", "heading", self._detail, wrap=False)
        self._progress = parts.label("", "muted", self._detail, wrap=False)
        layout.addLayout(parts.row(self._heading, self._progress, None, spacing=12))
        across = QHBoxLayout()
        across.setSpacing(parts.GAP)
        self._list = ItemList(self._detail)
        self._list.moved.connect(self._item_moved)
        self._list.setFixedWidth(max(330, self.fontMetrics().averageCharWidth() * 40))
        across.addWidget(self._list)
        self._panel_card = parts.Card(self._detail, margin=1)
        across.addWidget(self._panel_card, 1)
        layout.addLayout(across, 1)
        return self._detail

    # --- what the window calls ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Load everything anew."""
        try:
            self.presenter.refresh()
        except PugError as error:
            self._ask.tell(error)

    def open(self, argument: object) -> None:
        """Open a prerequisite ("P1"), one question ("P1.06") or the sheet of a kabupaten/kota ("36.71")."""
        name = str(argument)
        if name[:1].isdigit():
            self.presenter.choose_sheet(name)
        elif "." in name:
            self.presenter.open_item(name)
        else:
            self.presenter.open_section(name)

    # --- ChecklistView ------------------------------------------------------------------------------------------

    def show_choices(self, years: Sequence[int], year: int, choices: Sequence[SheetChoice], key: str) -> None:
        """The years and the sheets that can be chosen."""
        self.print.setEnabled(bool(choices))
        _offer(self._year, [(str(each), str(each)) for each in years], str(year))
        _offer(self._sheet, [(each.key, each.name) for each in choices], key)
        self._sheet.setVisible(len(choices) > 1)

    def show_overview(self, sheet: Sheet) -> None:
        """The seven cards."""
        self._drop_panel()
        self.overview.show_sections(sheet.sections, self._radar(sheet))
        self._views.setCurrentWidget(self.overview)

    def show_section(self, sheet: Sheet, section: SheetSection) -> None:
        """The questions of one prerequisite."""
        self._show_tabs(sheet, section)
        self._show_progress(section)
        self._list.set_items(section.items, self.presenter.item_name)
        self._views.setCurrentWidget(self._detail)
        self._list.setFocus()

    def show_item(self, item: SheetItem, *, editable: bool) -> None:
        """The panel of one question."""
        self._drop_panel()
        panel = ItemPanel(item, editable=editable, parent=self._panel_card)
        panel.changed.connect(self._changed)
        panel.use_computed_wanted.connect(self.presenter.use_computed)
        panel.files_dropped.connect(self._attach)
        panel.choose_files_wanted.connect(self._choose_files)
        panel.open_wanted.connect(self._open_evidence)
        panel.remove_wanted.connect(self._remove_evidence)
        self._panel = panel
        self._panel_card.body.addWidget(panel)

    def update_item(self, item: SheetItem) -> None:
        """After a save: list, progress and panel; what is being typed stays."""
        section = self.presenter.section_now()
        if self.presenter.sheet is not None:
            self._show_tabs(self.presenter.sheet, section)
        self._show_progress(section)
        self._list.set_items(section.items, item.question.name)
        if self._panel is not None and self._panel.item.question.name == item.question.name:
            self._panel.update_item(item)

    def show_nothing(self) -> None:
        """A province that has received nothing."""
        self._drop_panel()
        self.print.setEnabled(False)
        self._views.setCurrentWidget(self._nothing)

    def tell_saved(self, saved: Saved) -> None:
        """Hand on to the status line."""
        self.saved.emit(saved)

    def tell_failed(self, error: PugError) -> None:
        """A wrong value is said beside the input; anything else in the status line."""
        if isinstance(error, WrongValue) and self._panel is not None:
            self._panel.show_refused(sentence(error))
        else:
            self.failed.emit(error)

    # --- inside -------------------------------------------------------------------------------------------------

    def _to_receive(self) -> None:
        self.go_to.emit("receive", None)

    def _radar(self, sheet: Sheet) -> str:
        svg = report.radar_svg(self._ws, sheet, short=True, lang=language())
        # The papers are drawn in blue ink, the window has one accent colour and its own ground.
        chosen = style.colours()
        for ink, colour in zip(PAPER_INKS, (chosen.accent, chosen.tint, chosen.accent, chosen.card), strict=True):
            svg = svg.replace(ink, colour)
        return svg

    def _show_tabs(self, sheet: Sheet, section: SheetSection) -> None:
        if len(self._tabs.buttons()) != len(sheet.sections):
            for old in self._tabs.buttons():
                self._tabs.removeButton(old)
            parts.clear(self._strip)
            for number in range(len(sheet.sections)):
                made = QPushButton(self._detail)
                made.setCheckable(True)
                self._tabs.addButton(made, number)
                self._strip.addWidget(made)
        for tab, each in zip(self._tabs.buttons(), sheet.sections, strict=True):
            counts, name = each.completeness, each.section.label.of(language())
            tab.setText(f"{each.section.name}  {counts.filled}/{counts.total - counts.not_relevant}")
            tab.setToolTip(name)
            tab.setAccessibleName(f"{each.section.name} {name}")
            tab.setChecked(each is section)

    def _show_progress(self, section: SheetSection) -> None:
        counts = section.completeness
        self._heading.setText(section.section.label.of(language()))
        words = (
            self.tr("{filled} dari {asked} terisi · {backed} berbukti")
            if self.presenter.editable
            else self.tr("{filled} dari {asked} terisi · {backed} berbukti · hanya dapat dilihat")
        )
        asked = counts.total - counts.not_relevant
        self._progress.setText(words.format(filled=counts.filled, asked=asked, backed=counts.backed))

    def _drop_panel(self) -> None:
        if self._panel is not None:
            panel, self._panel = self._panel, None
            flush_all(panel)
            panel.hide()
            panel.deleteLater()

    def _changed(self, name: str, changed: dict[str, object]) -> None:
        self.presenter.save(name, **changed)

    def _item_moved(self, name: str) -> None:
        if self._panel is not None:
            flush_all(self._panel)
        self.presenter.select_item(name)

    def _tab_clicked(self, number: int) -> None:
        self._drop_panel()
        if self.presenter.sheet is not None:
            self.presenter.open_section(self.presenter.sheet.sections[number].section.name)

    def _back(self) -> None:
        section = self.presenter.section_name
        self._drop_panel()
        self.presenter.close_section()
        self.overview.focus_section(section)

    def _year_chosen(self) -> None:
        self._drop_panel()
        self._done.hide()
        self.presenter.choose_year(int(self._year.value() or 0))

    def _sheet_chosen(self) -> None:
        self._drop_panel()
        self._done.hide()
        self.presenter.choose_sheet(self._sheet.value() or "")

    def _print(self) -> None:
        """Make the paper of the sheet that is shown, and open it."""
        sheet = self.presenter.sheet
        if sheet is None:
            return
        if self._panel is not None:
            flush_all(self._panel)
        self._done.hide()
        self._jobs.start(
            self._papers.work_for_sheet(sheet.year, self._subject()),
            label=self.tr("Membuat PDF"),
            succeeded=self._printed,
        )

    def _subject(self) -> Subject | None:
        choice = self.presenter.choice
        if choice is None or self._ws.profile.role == "opd":
            return None
        if choice.key == OWN:
            return Subject(choice.name)
        below = self._ws.profile.role == "kabkota"
        return Subject(choice.name, office_id=choice.key) if below else Subject(choice.name, region_code=choice.key)

    def _printed(self, path: object) -> None:
        if isinstance(path, Path):
            self._done.show_paper(path, at_once=True)

    def _to_papers(self) -> None:
        sheet = self.presenter.sheet
        self.go_to.emit("report", Wanted(SHEET, year=sheet.year if sheet else None, subject=self._subject()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the cards, Enter in the list into the panel."""
        if event.key() == Qt.Key.Key_Escape and self._views.currentWidget() is self._detail:
            self._back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus() and self._panel:
            self._panel.first_input().setFocus()
        else:
            super().keyPressEvent(event)

    # --- evidence -----------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        self._attach(self._ask.open_files(self.tr("Pilih berkas bukti")))

    def _attach(self, paths: tuple[Path, ...]) -> None:
        files = dropped(paths)
        sheet = self.presenter.sheet
        if not files or self._panel is None or sheet is None:
            return
        flush_all(self._panel)
        name = self._panel.item.question.name

        def work(step: Step) -> object:
            answer_id = fill.attach_evidence_target(self._ws, sheet, name)
            return evidence.attach_many(self._ws, "answer", answer_id, files, step)

        self._jobs.start(work, label=self.tr("Menyimpan bukti…"), succeeded=self._attached, failed=self._attach_failed)

    def _attached(self, refused: object) -> None:
        self.presenter.reload_item()
        match refused:
            case (Exception() as error,):
                self._ask.tell(error)
            case (Exception(), *_) as several:
                self._ask.inform(
                    self.tr("Sebagian berkas tidak dilampirkan"),
                    "\n\n".join(sentence(error) for error in several if isinstance(error, PugError)),
                )

    def _attach_failed(self, error: Exception) -> None:
        self.presenter.reload_item()
        self._ask.tell(error)

    def _open_evidence(self, evidence_id: str) -> None:
        try:
            path = evidence.open_copy(self._ws, evidence_id)
        except PugError as error:
            self._ask.tell(error)
            return
        if not show_file(path):
            self._ask.inform(
                self.tr("Tidak ada program untuk membuka berkas ini"),
                self.tr("Berkas tersimpan di {path}").format(path=path),
            )

    def _remove_evidence(self, evidence_id: str) -> None:
        rows = self._panel.item.evidence if self._panel is not None else ()
        name = next((row.file_name for row in rows if row.id == evidence_id), "")
        try:
            self.saved.emit(evidence.detach(self._ws, evidence_id))
        except PugError as error:
            self._ask.tell(error)
            return
        self.presenter.reload_item()
        self.removed.emit(self.tr("Bukti “{name}” dilepas.").format(name=name))


def _offer(choice: ChoiceInput, options: Sequence[tuple[str, str]], present: str) -> None:
    if [choice.itemData(number) for number in range(choice.count())] != [value for value, _ in options]:
        choice.clear()
        for value, text in options:
            choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(present)))
