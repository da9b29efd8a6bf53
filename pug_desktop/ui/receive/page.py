"""The page Terima: choose a stick, see what would change, take it in, read what came of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from pug_desktop.app.received import Received
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import number_words
from pug_desktop.errors import PugError, StorageError
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.wizard import Wizard
from pug_desktop.ui.carry.work_step import WorkStep
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.receive.change_step import ChangeStep
from pug_desktop.ui.receive.found_step import FoundStep
from pug_desktop.ui.receive.history import History
from pug_desktop.ui.receive.kept_actions import KeptActions
from pug_desktop.ui.receive.kept_list import KeptList
from pug_desktop.ui.receive.lures import Lures
from pug_desktop.ui.receive.presenter import Found, Gap, Given, Past, ReceivePresenter, Row, Seen, State
from pug_desktop.ui.receive.printing import print_receipts
from pug_desktop.ui.receive.result_step import ResultStep
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.texts import language

FOUND, CHANGE, WORK, RESULT = range(4)


class ReceivePage(QWidget):
    """Receive by stick, in four steps; beside it what was set aside and what was received before.

    Signals:
        go_to: another page, with an argument.
        holding: while bundles are taken in nothing else may be written (bool).
        saved, failed: never fire here; every page has them.
    """

    go_to = Signal(str, object)
    holding = Signal(bool)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._presenter = ReceivePresenter(workspace, self)
        self._kept = KeptActions(self._presenter, ask, jobs, self)
        self._past = Past()
        self._gaps_known = False
        self._round: tuple[Found, ...] = ()
        self._looking = False
        self._straight_on = False
        self.wizard = Wizard(
            (self.tr("Kiriman"), self.tr("Yang akan berubah"), self.tr("Menerima"), self.tr("Hasil")), self
        )
        self.found = FoundStep(ask, self)
        self.change = ChangeStep(self)
        self.work = WorkStep("receive", self)
        self.result = ResultStep(self)
        self.quarantine = KeptList(
            self.tr("Kiriman ini tidak diterima, karena pengirimnya belum dikenal atau isinya tidak wajar."),
            self.tr("Tidak ada kiriman di karantina."),
            self,
        )
        self.waiting = KeptList(
            self.tr("Kiriman ini dibuat program yang lebih baru. Perbarui program di komputer ini, lalu coba lagi."),
            self.tr("Tidak ada kiriman yang menunggu pembaruan program."),
            self,
        )
        self.history = History(self)
        self.tabs = QTabWidget(self)
        self._build()
        self._connect()
        self._offer()

    def refresh(self) -> None:
        """Read again what is known from before; the step that is shown stays."""
        work = partial(self._presenter.past, language())
        self._jobs.start(work, label=self.tr("Membaca data…"), succeeded=self._show_past, quiet=True)
        if not self._gaps_known:
            self._gaps_known = True
            gaps = self._presenter.gaps
            self._jobs.start(gaps, label=self.tr("Membaca data…"), succeeded=self._show_gaps, quiet=True)

    def open(self, argument: object) -> None:
        """Look into the bundles that the program was started with (a tuple of paths), on to what they would change."""
        if not isinstance(argument, tuple) or not argument or self.wizard.step == WORK:
            return
        if not argument[0].is_dir():
            self.found.places.settle(argument[0].parent)
        self._look(argument)
        self._straight_on = True

    # --- what the presenter asks ------------------------------------------------------------------------------------

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what lies there, and how each stands."""
        if self.wizard.step == FOUND:
            self.found.show_found(found)
        self._offer()

    def take(self, found: Found, number: int, of: int) -> None:
        """Start the work on this one."""
        job = self._jobs.start(
            partial(self._presenter.take_in, found.path),
            label=self.tr("Menerima kiriman"),
            succeeded=self._took,
            failed=self._refused,
            cancelled=self._presenter.stopped,
            quiet=True,
        )
        words = self.tr("Menerima kiriman {number} dari {of}: {name}").format(number=number, of=of, name=found.name)
        self.work.follow(job, words, self.tr("Setiap kiriman masuk seluruhnya atau tidak sama sekali."))

    def show_round(self, found: Sequence[Found]) -> None:
        """Show what came of the round; with nothing done the person is back at the list."""
        self._round = tuple(found)
        self.holding.emit(False)
        self._gaps_known = False
        self.refresh()
        if not any(each.state in (State.DONE, State.REFUSED, State.ALREADY) for each in found):
            self._to(FOUND)
            return
        self.result.show_round(found)
        self._to(RESULT)
        if self._presenter.results and self._presenter.folder is not None:
            self._write_receipts(self._presenter.folder)

    # --- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Terima"), self.tr("Ambil isian kantor lain dari flashdisk; semuanya diperiksa lebih dahulu.")
            )
        )
        for each in (self.found, self.change, self.work, self.result):
            self.wizard.add(each)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, parts.GAP, 0, 0)
        column.addWidget(self.wizard)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in (inside, self.quarantine, self.waiting, self.history):
            self.tabs.addTab(page, "")
        self._name_tabs()
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.found.place_chosen.connect(self._chose_place)
        self.found.files_chosen.connect(self._choose_files)
        self.found.dropped.connect(self._look)
        self.found.toggled.connect(self._toggled)
        self.found.enrol_pressed.connect(self._enrol)
        self.found.newer.pressed.connect(self._show_newer)
        self.result.list_wanted.connect(self._want_list)
        self.result.opened.connect(self._open_record)
        self.result.give_pressed.connect(self._give)
        self.result.print_pressed.connect(self._print_round)
        self.result.decide_pressed.connect(self._decide)
        self._kept.holding.connect(self.holding)
        self._kept.changed.connect(self.refresh)
        for each in (self.quarantine, self.waiting):
            each.retry_pressed.connect(self._kept.retry)
            each.discard_pressed.connect(self._kept.discard)
            each.enrol_pressed.connect(self._enrol)
        self.history.give_pressed.connect(self._give_again)
        self.history.print_pressed.connect(self._print_again)
        self.wizard.back_pressed.connect(self._back)
        self.wizard.next_pressed.connect(self._on)

    def _name_tabs(self) -> None:
        counts = [sum(each.where == where for each in self._past.kept) for where in ("karantina", "menunggu")]
        names = [
            self.tr("Dari flashdisk"),
            _counted(self.tr("Karantina"), counts[0]),
            _counted(self.tr("Menunggu pembaruan"), counts[1]),
            self.tr("Pernah diterima"),
        ]
        for number, name in enumerate(names):
            self.tabs.setTabText(number, name)

    # --- step 1: what lies there ------------------------------------------------------------------------------------

    def _chose_place(self, place: object) -> None:
        if isinstance(place, Path):
            self._look((place,))
            return
        self._presenter.folder = None
        if self.wizard.step in (FOUND, CHANGE):
            self._to(FOUND)
            self._looked(Seen(()))
            self.found.show_seen(Lures(), (), looked=False)

    def _choose_files(self) -> None:
        kinds = self.tr("Berkas kiriman PUG (*.pug *.pugtt);;Semua berkas (*)")
        if files := self._ask.open_files(self.tr("Pilih berkas kiriman"), kinds):
            self._look(files)

    def _look(self, places: object) -> None:
        if not isinstance(places, tuple) or not places or self.wizard.step == WORK:
            return
        self._straight_on = False
        self.tabs.setCurrentIndex(0)
        self._to(FOUND)
        folder = places[0] if places[0].is_dir() else self._stick_of(places[0])
        self._presenter.folder = folder
        work = partial(self._presenter.look, places)
        self._jobs.start(work, label=self.tr("Membaca kiriman"), succeeded=self._looked)

    def _stick_of(self, file: Path) -> Path | None:
        """Where the receipt for a dropped file goes by itself: onto its stick, not into a folder of the computer."""
        return file.parent if file.parent in self.found.places.roots else None

    def _looked(self, seen: object) -> None:
        if not isinstance(seen, Seen) or self.wizard.step != FOUND:
            return
        self._presenter.looked(seen, self._presenter.folder)
        self.found.show_seen(seen.lures, seen.confirmed, looked=True)
        self.found.newer.show_update(seen.newer, seen.newer_in)
        if seen.confirmed:
            self.refresh()
        # With one that is refused among them the person reads first why.
        if self._straight_on and seen.found and all(each.chosen for each in seen.found):
            self._foresee()
        self._straight_on = False

    def _toggled(self, path: object, wanted: bool) -> None:
        if isinstance(path, Path):
            self._presenter.choose(path, wanted)
            self._offer()

    def _show_newer(self, folder: object) -> None:
        self.go_to.emit("settings", folder)

    def _enrol(self) -> None:
        self.go_to.emit("office", "keys")

    # --- the way through --------------------------------------------------------------------------------------------

    def _back(self, _step: int) -> None:
        self._to(FOUND)
        self.found.show_found(self._presenter.found)

    def _on(self, step: int) -> None:
        if step == FOUND and self._presenter.chosen:
            self._foresee()
        elif step == CHANGE and self._presenter.chosen:
            self._begin()
        elif step == RESULT:
            self._to(FOUND)
            if self.found.places.place is not None:
                self._look((self.found.places.place,))
            else:
                self._presenter.looked(Seen(()), None)
                self.found.show_seen(Lures(), (), looked=False)

    def _to(self, step: int) -> None:
        self.wizard.show_step(step, self.work.cancel if step == WORK else None)
        self._offer()

    def _foresee(self) -> None:
        self.change.show_looking()
        self._looking = True
        self._to(CHANGE)
        job = self._jobs.start(
            self._presenter.foresee,
            label=self.tr("Memeriksa kiriman"),
            succeeded=self._foreseen,
            failed=self._not_foreseen,
            cancelled=self._not_looked,
            quiet=True,
        )
        if self._looking:
            self.change.work.follow(job, self.tr("Memeriksa apa yang akan berubah…"))

    def _foreseen(self, made: object) -> None:
        self._looking = False
        found = cast("tuple[Found, ...]", made)
        self._presenter.foreseen(found)
        self.change.show_foreseen(found)
        self._to(CHANGE)

    def _not_foreseen(self, error: Exception) -> None:
        self._not_looked()
        self._ask.tell(error)

    def _not_looked(self) -> None:
        self._looking = False
        self._back(CHANGE)

    def _begin(self) -> None:
        # What was typed on other pages is committed first: the import shall not be overwritten by what nobody saw.
        flush_all(self.window())
        self.holding.emit(True)
        self._to(WORK)
        self._presenter.begin()

    def _took(self, received: object) -> None:
        if isinstance(received, Received):
            self._presenter.took(received)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, PugError) and not isinstance(error, StorageError):
            self._presenter.refused(error)
            return
        # What stands in the way of this one stands in the way of the rest as well.
        self._presenter.stopped()
        self._ask.tell(error)

    # --- step 4: what came of it ------------------------------------------------------------------------------------

    def _want_list(self, what: str) -> None:
        of = self.result.numbers.tiles[what].count

        def show(rows: object) -> None:
            self.result.show_list(what, cast("tuple[Row, ...]", rows), of)

        work = partial(self._presenter.brought, what, language())
        self._jobs.start(work, label=self.tr("Membaca isian"), succeeded=show)

    def _open_record(self, row: object) -> None:
        if isinstance(row, Row) and row.record.page:
            self.go_to.emit(row.record.page, row.record.target)

    def _decide(self) -> None:
        self.go_to.emit("decide", None)

    def _give(self) -> None:
        folder = self._presenter.folder or self._ask.folder(self.tr("Tulis tanda terima ke flashdisk mana?"))
        if folder is not None:
            self._write_receipts(folder)

    def _write_receipts(self, folder: Path) -> None:
        work = partial(self._presenter.give_receipts, self._presenter.receipts_for, folder)
        self._jobs.start(work, label=self.tr("Menulis tanda terima"), succeeded=self._given, quiet=True)

    def _given(self, given: object) -> None:
        if isinstance(given, Given):
            self.result.show_given(given, self._name_of(given.folder))

    def _name_of(self, folder: Path | None) -> str:
        stick = self.found.places.stick
        if stick is not None and stick.root == folder:
            return stick.name
        return (folder.name or str(folder)) if folder is not None else ""

    def _print_round(self) -> None:
        ids = [each.bundle_id for each in self._presenter.results]
        name = next((each.name for each in self._round if each.state is State.DONE), "")
        print_receipts(self._workspace, self._ask, self._jobs, ids, name, self.result.paper)

    # --- the other tabs ---------------------------------------------------------------------------------------------

    def _give_again(self, row: object) -> None:
        folder = self._ask.folder(self.tr("Tulis tanda terima ke flashdisk mana?"))
        if folder is None or not isinstance(row, Received):
            return

        def told(given: object) -> None:
            if not isinstance(given, Given):
                return
            if given.error is not None:
                self._ask.tell(given.error)
            else:
                place = self._name_of(given.folder)
                self.history.said.say(self.tr("Tanda terima sudah ditulis ke {place}.").format(place=place))

        work = partial(self._presenter.give_receipts, [row.bundle_id], folder)
        self._jobs.start(work, label=self.tr("Menulis tanda terima"), succeeded=told)

    def _print_again(self, row: object) -> None:
        if isinstance(row, Received):
            ids = [row.bundle_id]
            print_receipts(self._workspace, self._ask, self._jobs, ids, row.sender_name, self.history.paper)

    def _show_past(self, past: object) -> None:
        if not isinstance(past, Past):
            return
        self._past = past
        self.history.show_past(past.taken)
        self.quarantine.show_kept([each for each in past.kept if each.where == "karantina"])
        self.waiting.show_kept([each for each in past.kept if each.where != "karantina"])
        self._name_tabs()

    def _show_gaps(self, found: object) -> None:
        gaps = cast("tuple[Gap, ...]", found)
        self.history.show_gaps(gaps)
        self.found.show_gaps(gaps)

    # --- the two buttons below --------------------------------------------------------------------------------------

    def _offer(self) -> None:
        step, count = self.wizard.step, len(self._presenter.chosen)
        if step == CHANGE:
            words = self.tr("Terima {n} kiriman").format(n=number_words(count)) if count else ""
            self.wizard.offer(back=not self._looking, on="" if self._looking else words, icon="receive")
        elif step == WORK:
            self.wizard.offer(back=False, on="")
        elif step == RESULT:
            self.wizard.offer(back=False, on=self.tr("Selesai"), icon="check")
        else:
            lacking = ""
            if not count and any(each.state is State.READY for each in self._presenter.found):
                lacking = self.tr("Centang kiriman yang akan diterima.")
            self.wizard.offer(back=False, on=self.tr("Lihat yang akan berubah"), ready=bool(count), hint=lacking)


def _counted(name: str, count: int) -> str:
    return f"{name} ({number_words(count)})" if count else name
