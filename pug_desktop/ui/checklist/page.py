"""The page "Prasyarat"."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import answer_history, fill, report, review
from pug_desktop.app.edit import Saved
from pug_desktop.app.fill import Sheet, SheetItem, SheetSection
from pug_desktop.app.overview import years_with_sheets
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError, WrongValue
from pug_desktop.forms.rules import is_relevant
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence_work import EvidenceWork, Target, answer_target
from pug_desktop.ui.checklist.instrument_work import InstrumentWork
from pug_desktop.ui.checklist.item_list import ItemList
from pug_desktop.ui.checklist.origins import OriginsWork
from pug_desktop.ui.checklist.overview import Overview
from pug_desktop.ui.checklist.panel import ItemPanel
from pug_desktop.ui.checklist.presenter import OWN, ChecklistPresenter, Place, SheetChoice, is_region
from pug_desktop.ui.checklist.problem_work import ProblemWork
from pug_desktop.ui.checklist.reviews import ReviewBox
from pug_desktop.ui.checklist.sheet_states import SheetStates
from pug_desktop.ui.checklist.walk import WalkWork
from pug_desktop.ui.flow import FlowLayout
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
        self._drafts: dict[str, str] = {}
        self.presenter = ChecklistPresenter(
            fill, workspace, partial(heard_of, workspace), partial(years_with_sheets, workspace), self
        )
        self.evidence = EvidenceWork(workspace, ask, jobs, self._evidence_target, self)
        self.evidence.changed.connect(self.presenter.reload_item)
        self.evidence.saved.connect(self.saved)
        self.evidence.removed.connect(self.removed)
        self.origins = OriginsWork(workspace, ask, jobs, self.presenter, self)
        self.origins.go_to.connect(self.go_to)
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
        self._sheet.setMinimumContentsLength(14)
        self._sheet.edited.connect(self._sheet_chosen)
        self._sheet.hide()
        self.print = parts.button(self.tr("Cetak lembar"), "print", "primary", self)
        self.print.clicked.connect(self._print)
        self.problems = ProblemWork(self._ws, self.presenter, self)
        right = (self._sheet, self._year, self.problems.button, self.print)
        self._header = parts.PageHeader(self.tr("Prasyarat"), "", *right, parent=self)
        layout.addWidget(self._header)
        layout.addWidget(self._done)
        self.states = SheetStates(self._ws, self._ask, self)
        self.states.about_to_change.connect(self._commit)
        self.states.changed.connect(self.presenter.refresh)
        self.states.saved.connect(self.saved)
        self.states.opened.connect(self._show_versions)
        self.states.problems_wanted.connect(self.problems.open)
        self.states.closed.connect(self.presenter.show_again)
        layout.addWidget(self.states.band)
        self.instrument = InstrumentWork(self._ws, self.presenter, self._ask, self)
        self.instrument.saved.connect(self.saved)
        layout.addWidget(self.instrument.bar)
        self.walk = WalkWork(self._ws, self.presenter, self._ask, self)
        self._views = QStackedWidget(self)
        self.overview = Overview(self._views)
        self.overview.opened.connect(self.presenter.open_section)
        self._views.addWidget(self.overview)
        self._views.addWidget(self._build_detail())
        self._views.addWidget(self.states.view)
        self._nothing = parts.EmptyPage(
            "receive",
            self.tr("Belum ada data kabupaten/kota"),
            self.tr("Lembar kabupaten/kota muncul di sini sesudah kiriman mereka diterima."),
            self.tr("Terima kiriman"),
            self._views,
        )
        self._nothing.pressed.connect(self._to_receive)
        self._views.addWidget(self._nothing)
        for work, view in ((self.problems, self.problems.list), (self.instrument, self.instrument.view)):
            self._views.addWidget(view)
            work.opened.connect(partial(self._show_instead, view))
        layout.addWidget(self._views, 1)

    def _build_detail(self) -> QWidget:
        self._detail = QWidget(self._views)
        layout = QVBoxLayout(self._detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        back = parts.button(self.tr("Semua prasyarat"), "chevron-left", "quiet", self._detail)
        back.clicked.connect(self._back)
        self._strip = FlowLayout(spacing=6)
        self._tabs = QButtonGroup(self)
        self._tabs.idClicked.connect(self._tab_clicked)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addSpacing(8)
        top.addLayout(self._strip, 1)
        layout.addLayout(top)
        self._heading = parts.label("", "heading", self._detail, wrap=False)
        self._progress = parts.label("", "muted", self._detail, wrap=False)
        layout.addLayout(parts.row(self._heading, self._progress, None, self.walk.strip, spacing=12))
        across = QHBoxLayout()
        across.setSpacing(parts.GAP)
        self._list = ItemList(self._detail)
        self._list.moved.connect(self._item_moved)
        self._list.setMinimumWidth(240)
        self._list.setMaximumWidth(max(330, self.fontMetrics().averageCharWidth() * 40))
        across.addWidget(self._list, 1)
        self._panel_card = parts.Card(self._detail, margin=1)
        self.review_box = ReviewBox(self._ws.profile.role, self._panel_card)
        self.review_box.said.connect(self._review)
        self.review_box.add(self.walk.accept)
        self._panel_card.body.addWidget(self.review_box)
        across.addWidget(self._panel_card, 2)
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
        """Open a prerequisite ("P1"), a question ("P1.06", or a Place for any sheet) or a kabupaten/kota ("36.71")."""
        if isinstance(argument, Place):
            self.presenter.open_place(argument)
            return
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
        self.problems.button.setEnabled(bool(choices))
        _offer(self._year, [(str(each), str(each)) for each in years], str(year))
        _offer(self._sheet, [(each.key, self._choice_words(each)) for each in choices], key)
        self._sheet.setVisible(len(choices) > 1)

    def show_overview(self, sheet: Sheet) -> None:
        """The seven cards."""
        self._drop_panel()
        self._show_purpose(sheet)
        self.overview.show_sections(sheet.sections, self._radar(sheet))
        self._views.setCurrentWidget(self.overview)

    def show_section(self, sheet: Sheet, section: SheetSection) -> None:
        """The questions of one prerequisite."""
        self._show_purpose(sheet)
        self._show_tabs(sheet, section)
        self._show_progress(section)
        self._list.set_items(section.items, self.presenter.item_name)
        self._views.setCurrentWidget(self._detail)
        self._list.setFocus()

    def show_item(self, item: SheetItem, *, editable: bool) -> None:
        """The panel of one question."""
        self._drop_panel()
        sheet = self.presenter.sheet
        panel = ItemPanel(
            item,
            editable=editable,
            year=sheet.year if sheet else 0,
            today=self._ws.today.isoformat(),
            parent=self._panel_card,
            asked=sheet is None or _is_asked(sheet, item),
        )
        panel.changed.connect(self._changed)
        panel.use_computed_wanted.connect(self.presenter.use_computed)
        panel.origins_wanted.connect(self.origins.start)
        self.evidence.serve(panel.evidence)
        panel.decide_wanted.connect(self._to_decide)
        panel.field.judge_with(partial(self.problems.judge, item.question.name))
        panel.history.wanted.connect(self._show_history)
        self._panel = panel
        self._panel_card.body.insertWidget(0, panel, 1)
        self._show_review(item)

    def update_item(self, item: SheetItem) -> None:
        """After a save: list, progress and panel; what is being typed stays."""
        section = self.presenter.section_now()
        if self.presenter.sheet is not None:
            self.problems.count(self.presenter.sheet)
            self._show_state(self.presenter.sheet)
            self._show_tabs(self.presenter.sheet, section)
        self._show_progress(section)
        self._list.set_items(section.items, item.question.name)
        if self._panel is not None and self._panel.item.question.name == item.question.name:
            self._panel.update_item(item)
            self._show_review(item)

    def show_nothing(self) -> None:
        """A province that has received nothing."""
        self._drop_panel()
        self.states.show_sheet(None)
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

    def _show_instead(self, view: QWidget) -> None:
        self._drop_panel()
        self.instrument.bar.hide()
        self._views.setCurrentWidget(view)

    def _to_decide(self) -> None:
        if self._panel is not None:
            self.go_to.emit("decide", ("answer", self._panel.item.answer_id))

    def _to_receive(self) -> None:
        self.go_to.emit("receive", None)

    def _commit(self) -> None:
        if self._panel is not None:
            flush_all(self._panel)

    def _show_state(self, sheet: Sheet) -> None:
        self.states.show_sheet(sheet)
        self.walk.show_sheet(sheet)

    def _show_versions(self) -> None:
        self._drop_panel()
        self._views.setCurrentWidget(self.states.view)

    def _show_history(self) -> None:
        if self._panel is not None:
            told = answer_history.entries(self._ws, self._panel.item.answer_id, language())
            self._panel.history.show_entries(told)

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

    def _choice_words(self, choice: SheetChoice) -> str:
        if not choice.started:
            return self.tr("{office} (belum mengirim)").format(office=choice.name)
        return f"    {choice.name}" if choice.below else choice.name

    def _show_purpose(self, sheet: Sheet) -> None:
        self.problems.count(sheet)
        self.instrument.show_sheet(sheet, overview=not self.presenter.section_name)
        self._show_state(sheet)
        version = self.tr("Instrumen versi {n}.").format(n=sheet.form.version)
        purpose = self.tr("Isi jawaban, lampirkan bukti, lihat yang masih kurang.")
        if sheet.missing_version is not None:
            used = self.tr("Instrumen versi {n} belum diterima, jadi lembar ini hanya dapat dilihat.")
            self._header.purpose.setText(used.format(n=sheet.missing_version))
        else:
            # Beside the names of offices there is little room.
            narrow = self._reviews or not self._sheet.isHidden()
            self._header.purpose.setText(version if narrow else f"{purpose} {version}")

    @property
    def _reviews(self) -> bool:
        """Whether what is shown is reviewed here."""
        sheet = self.presenter.sheet
        return sheet is not None and review.may_review(self._ws, sheet.scope)

    def _show_progress(self, section: SheetSection) -> None:
        counts = section.completeness
        self._heading.setText(section.section.label.of(language()))
        words = self.tr("{filled} dari {asked} terisi · {backed} berbukti")
        role = self._ws.profile.role
        reviewed = sum(any(each.role == role for each in item.reviews) for item in section.items)
        if self._reviews:
            words = self.tr("{filled} dari {asked} terisi · {backed} berbukti · {reviewed} diperiksa")
        elif not self.presenter.editable:
            words = self.tr("{filled} dari {asked} terisi · {backed} berbukti · hanya dapat dilihat")
        asked = counts.total - counts.not_relevant
        shown = words.format(filled=counts.filled, asked=asked, backed=counts.backed, reviewed=reviewed)
        self._progress.setText(shown)

    def _drop_panel(self) -> None:
        if self._panel is not None:
            panel, self._panel = self._panel, None
            if (draft := self.review_box.draft()) is not None:
                self._drafts[panel.item.answer_id] = draft
            flush_all(panel)
            panel.hide()
            panel.deleteLater()

    def _changed(self, name: str, changed: dict[str, object]) -> None:
        self.presenter.save(name, **changed)

    def _item_moved(self, name: str) -> None:
        if self._panel is not None:
            flush_all(self._panel)
        self.presenter.select_item(name)

    def _show_review(self, item: SheetItem) -> None:
        self.review_box.setVisible(self._reviews)
        draft = self._drafts.pop(item.answer_id, None)
        self.review_box.show_review(item.reviews, answered=item.answered, draft=draft)

    def _review(self, verdict: str, remark: str) -> None:
        if self._panel is None:
            return
        try:
            saved = review.review(self._ws, self._panel.item.answer_id, verdict, remark)
        except WrongValue as error:
            self.review_box.show_refused(sentence(error))
            return
        except PugError as error:
            self._ask.tell(error)
            return
        self.saved.emit(saved)
        self.presenter.reload_item()
        # The arrow keys go on to the next question.
        self._list.setFocus()

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
        if is_region(choice.key):
            return Subject(choice.name, region_code=choice.key)
        return Subject(choice.name, office_id=choice.key)

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

    def _evidence_target(self) -> Target | None:
        sheet = self.presenter.sheet
        if self._panel is None or sheet is None:
            return None
        flush_all(self._panel)
        return answer_target(self._ws, sheet, self._panel.item)


def _is_asked(sheet: Sheet, item: SheetItem) -> bool:
    answers = {each.question.name: each.effective for section in sheet.sections for each in section.items}
    return is_relevant(item.question, answers)


def _offer(choice: ChoiceInput, options: Sequence[tuple[str, str]], present: str) -> None:
    if [choice.itemData(number) for number in range(choice.count())] != [value for value, _ in options]:
        choice.clear()
        for value, text in options:
            choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(present)))
