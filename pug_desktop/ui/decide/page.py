"""The page "Perlu keputusan"."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from pug_desktop.app import decide
from pug_desktop.app.decide import Choice, Conflict
from pug_desktop.app.edit import Saved
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import number_words
from pug_desktop.errors import PugError, WrongValue
from pug_desktop.progress import Step
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.presenter import Place
from pug_desktop.ui.decide.presenter import DecidePresenter, Key, OpenRecord
from pug_desktop.ui.decide.record_list import RecordList
from pug_desktop.ui.decide.record_panel import RecordPanel
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.texts import language


class DecidePage(QWidget):
    """What waits for a decision; leaving or closing it decides nothing.

    Signals:
        go_to: page name and argument.
        saved: a decision was committed.
        failed: the PugError of one that was not.
        removed: what was decided, for the bar with "Urungkan".
        counted: how many records wait.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    counted = Signal(int)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._jobs = jobs
        self._wanted: Key | None = None
        self._focus_choices = False
        self.presenter = DecidePresenter(workspace)
        layout = parts.page_layout(self)
        self.office = ChoiceInput((), self.tr("Kantor"), self, empty=self.tr("Semua kantor"))
        self.office.setMinimumContentsLength(20)
        self.office.edited.connect(self._narrowed)
        self.bulk = parts.button(self.tr("Semua dari…"), parent=self)
        self.bulk.setToolTip(self.tr("Pakai isian dari satu tempat untuk semua yang tampil di daftar"))
        self.bulk.clicked.connect(self._all_from)
        purpose = self.tr(
            "Diisi berbeda di dua komputer; kedua isian tersimpan. Meninggalkan halaman ini tidak memutuskan apa pun."
        )
        layout.addWidget(parts.PageHeader(self.tr("Perlu keputusan"), purpose, self.office, self.bulk, parent=self))
        self._views = QStackedWidget(self)
        self._views.addWidget(self._build_work())
        self._nothing = parts.EmptyPage(
            "check",
            self.tr("Semua sudah diputuskan"),
            self.tr(
                "Bila dua kantor mengisi hal yang sama dengan isian yang berbeda, keduanya muncul di sini sesudah "
                "kiriman diterima."
            ),
            parent=self._views,
        )
        self._views.addWidget(self._nothing)
        self._waiting = QWidget(self._views)
        self._views.addWidget(self._waiting)
        self._views.setCurrentWidget(self._waiting)
        layout.addWidget(self._views, 1)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_tools()

    def _build_work(self) -> QWidget:
        work = QWidget(self._views)
        across = QHBoxLayout(work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(parts.GAP)
        self.list = RecordList(self.presenter.drafted, work)
        self.list.setFixedWidth(max(280, self.fontMetrics().averageCharWidth() * 33))
        self.list.moved.connect(self._moved)
        self.list.entered_choices.connect(self._to_choices)
        self.panel = RecordPanel(self.presenter, partial(decide.question_of, self._ws), work)
        self.panel.drafted.connect(self.list.viewport().update)
        self.panel.save_pressed.connect(self.save)
        self.panel.open_pressed.connect(self._open_record)
        across.addWidget(self.list)
        across.addWidget(self.panel, 1)
        return work

    # --- what the window calls --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask anew what waits, in the worker."""
        lang = language()

        def read(_step: Step) -> object:
            return self.presenter.read(lang)

        self._jobs.start(read, label=self.tr("Membaca data…"), succeeded=self._read, quiet=True)

    def open(self, argument: object) -> None:
        """Show the conflicts of one record, given as (kind, id)."""
        if isinstance(argument, tuple) and len(argument) == 2:
            self._wanted = cast(Key, argument)
            if self.presenter.records:
                self._show()

    # --- showing ----------------------------------------------------------------------------------------------------

    def _read(self, found: object) -> None:
        self.presenter.take(cast("tuple[Conflict, ...]", found))
        self._show()
        self._wanted = None

    def _show(self, keep: Key | None = None) -> None:
        """The list and the record under its cursor."""
        self.counted.emit(self.presenter.count)
        wanted = self.presenter.find(self._wanted) if self._wanted is not None else None
        current = self.list.current()
        key = wanted.key if wanted else keep or (current.key if current else None)
        record = self.list.set_records(self.presenter.records, key)
        self._show_tools()
        if record is None:
            self._views.setCurrentWidget(self._nothing)
            return
        self._views.setCurrentIndex(0)
        self.panel.show_record(record)
        if wanted is not None:
            self.list.setFocus()

    def _show_tools(self) -> None:
        offices = self.presenter.offices
        if [self.office.itemData(number) for number in range(1, self.office.count())] != list(offices):
            while self.office.count() > 1:
                self.office.removeItem(1)
            for each in offices:
                self.office.addItem(each, each)
        self.office.set_value(self.presenter.office or None)
        self.office.setVisible(len(offices) > 1)
        self.bulk.setVisible(len(self.presenter.narrowed) > 1)

    def _moved(self, record: object) -> None:
        if isinstance(record, OpenRecord):
            self.panel.show_record(record)

    def _narrowed(self) -> None:
        self.presenter.narrow(self.office.value() or "")
        self._show()

    # --- what a person does -----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Decide what is chosen in the shown record."""
        record = self.list.current()
        if record is None or self.panel.problem():
            return
        self.panel.keep_drafts()
        choices = self.presenter.choices(record)
        if not choices:
            return
        try:
            saved = self.presenter.save(choices)
        except WrongValue as error:
            self.panel.say_refused(sentence(error))
            return
        except PugError as error:
            self.failed.emit(error)
            self._ask.tell(error)
            return
        self._decided(saved, self.tr("Diputuskan: {title}").format(title=record.first.title), record.key)

    def _decided(self, saved: Saved, words: str, keep: Key | None = None) -> None:
        # The button that was pressed may be gone with its record: the keyboard goes on in the list.
        self._show(keep)
        if self.presenter.records:
            self.list.setFocus()
        self.saved.emit(saved)
        self.removed.emit(words)
        # What arrived meanwhile and was not seen is still there.
        QTimer.singleShot(0, self, self.refresh)

    def _all_from(self) -> None:
        found = self.presenter.narrowed
        sources = decide.sources(found)
        if not sources:
            self._ask.inform(
                self.tr("Diputuskan satu per satu"),
                self.tr("Catatan yang dihapus di satu tempat dan diubah di tempat lain diputuskan satu per satu."),
            )
            return
        options = [
            self.tr("{device} ({n} isian)").format(device=device[:1].upper() + device[1:], n=number_words(count))
            for device, count in sources
        ]
        chosen = self._ask.choose(
            self.tr("Semua dari satu tempat"), self.tr("Pakai isian dari komputer mana untuk semua di daftar?"), options
        )
        if chosen is None:
            return
        device, count = sources[chosen]
        text = self.tr(
            "{n} isian akan memakai isian dari {device}; isian lainnya tidak dipakai lagi. Satu kali Urungkan "
            "mengembalikan semuanya selama belum ada yang dikirim."
        ).format(n=number_words(count), device=device)
        if self._ask.confirm(self.tr("Semua dari {device}").format(device=device), text, self.tr("Pakai semua")):
            self._decide_all(decide.all_from(found, device), device)

    def _decide_all(self, choices: tuple[Choice, ...], device: str) -> None:
        words = self.tr("{n} isian diputuskan: semua dari {device}").format(n=number_words(len(choices)), device=device)

        def work(_step: Step) -> object:
            return decide.decide_many(self._ws, choices)

        self._jobs.start(work, label=self.tr("Menyimpan keputusan"), succeeded=partial(self._decided_all, words))

    def _decided_all(self, words: str, saved: object) -> None:
        self.saved.emit(saved)
        self.removed.emit(words)
        self.refresh()

    def _open_record(self) -> None:
        record = self.list.current()
        if record is None or not record.first.page:
            return
        target = record.first.target
        self.go_to.emit(record.first.page, Place(*target) if isinstance(target, tuple) else target)

    def _to_choices(self) -> None:
        self.panel.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
