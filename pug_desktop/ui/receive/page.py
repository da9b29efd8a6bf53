"""The page Terima: choose a stick, see who sent what, take it in, read what came of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pug_desktop.app.receive import Received
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import number_words
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import joined, moment_words, short_moment_words
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.carry.work_band import WorkBand
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.receive.bundle_row import BundleRow, decide_words
from pug_desktop.ui.receive.drop_area import DropArea
from pug_desktop.ui.receive.presenter import Found, ReceivePresenter, Seen
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class ReceivePage(QWidget):
    """Receive by stick.

    Signals:
        go_to: another page, with an argument.
        saved, failed: never fire here; every page has them.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._jobs = jobs
        self._presenter = ReceivePresenter(workspace, self)
        self.places = PlacePicker(ask, self.tr("Kiriman ada di folder mana?"), self)
        self.drop = DropArea(self)
        self.take_all = parts.button(self.tr("Terima semua"), "receive", "primary", self)
        self.work = WorkBand(self)
        self._sums = parts.Card(self)
        self._sums_title = parts.label("", "heading", self._sums)
        self._sums_words = parts.label("", "", self._sums)
        self._sums_advice = parts.label("", "muted", self._sums)
        self._worm, self._worm_words = self._make_worm_band()
        self._found_title = parts.label("", "heading", self, wrap=False)
        self._column = QVBoxLayout()
        self.rows: list[BundleRow] = []
        self._log_model = RowsModel(
            [
                Column(self.tr("Diterima"), _taken_at, text=_moment, tip=_moment_tip),
                Column(self.tr("Dari"), _sender, width=0, tip=_sender),
                Column(self.tr("Nomor"), _seq, number=True),
                Column(self.tr("Baru"), _new, number=True),
                Column(self.tr("Berubah"), _changed, number=True),
                Column(self.tr("Perlu keputusan"), _conflicts, number=True),
                Column(self.tr("Berkas"), _files, number=True),
            ],
            self,
        )
        self._log = RowsTable(self._log_model, self.tr("Kiriman yang pernah diterima"), self)
        self._log_title = parts.label(self.tr("Pernah diterima"), "heading", self)
        self._build()
        self._connect()
        self.show_found(())

    def refresh(self) -> None:
        """Read the log again."""
        self._presenter.refresh()

    def open(self, argument: object) -> None:
        """Look into one bundle: the program was started with it, or it was dropped on the window."""
        if argument is not None:
            self._look((Path(str(argument)),))

    # --- what the presenter asks ------------------------------------------------------------------------------------

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what lies there, and how each stands."""
        parts.clear(self._column)
        self.rows = [BundleRow(each, self) for each in found]
        for row in self.rows:
            row.take_pressed.connect(self._take_one)
            self._column.addWidget(row)
        ready = self._presenter.ready
        self.take_all.setVisible(ready > 1)
        parts.rename(self.take_all, self.tr("Terima semua ({n})").format(n=number_words(ready)))

    def take(self, found: Found, number: int, of: int) -> None:
        """Start the work on this one."""
        name = found.card.sender_name if found.card is not None else found.path.name
        job = self._jobs.start(
            partial(self._presenter.take_in, found.path),
            label=self.tr("Menerima kiriman"),
            succeeded=self._took,
            failed=self._refused,
            cancelled=self._presenter.stopped,
            quiet=True,
        )
        words = self.tr("Menerima kiriman {number} dari {of}: {name}").format(number=number, of=of, name=name)
        self.work.follow(job, words, self.tr("Setiap kiriman masuk seluruhnya atau tidak sama sekali."))

    def show_sums(self, done: Sequence[Received], refused: int) -> None:
        """Say what the whole round brought."""
        self._sums.setVisible(bool(done) or bool(refused))
        title = self.tr("{n} kiriman diterima").format(n=number_words(len(done)))
        if refused:
            title += " · " + self.tr("{n} ditolak, lihat keterangannya di bawah").format(n=number_words(refused))
        self._sums_title.setText(title)
        numbers = (
            (self.tr("{n} isian baru"), sum(each.new for each in done)),
            (self.tr("{n} berubah"), sum(each.changed for each in done)),
            (self.tr("{n} perlu keputusan"), sum(each.conflicts for each in done)),
            (self.tr("{n} berkas bukti dukung"), sum(each.files for each in done)),
        )
        self._sums_words.setText(joined(text.format(n=number_words(count)) for text, count in numbers))
        self._sums_words.setVisible(bool(done))
        advice = decide_words(sum(each.conflicts for each in done))
        self._sums_advice.setText(advice)
        self._sums_advice.setVisible(bool(advice))

    def show_log(self, taken: Sequence[Received]) -> None:
        """Say what was taken in before."""
        self._log_model.set_rows(taken)
        self._log.setVisible(bool(taken))
        self._log_title.setVisible(bool(taken))
        rows = min(len(taken), 8) + 1
        self._log.setFixedHeight(rows * self._log.verticalHeader().defaultSectionSize() + 2 * style.GRID)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Terima"), self.tr("Ambil isian kantor lain dari flashdisk; semuanya diperiksa lebih dahulu.")
            )
        )
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        where = parts.Card(self, self.tr("Flashdisk atau folder yang berisi kiriman"))
        where.body.addWidget(self.places)
        where.body.addWidget(self.drop)
        self._sums.body.addWidget(self._sums_title)
        self._sums.body.addWidget(self._sums_words)
        self._sums.body.addWidget(self._sums_advice)
        self._sums.hide()
        found = parts.row(self._found_title, None, self.take_all)
        self._column.setSpacing(style.GRID)
        scroll.body.addWidget(where)
        scroll.body.addWidget(self._worm)
        scroll.body.addWidget(self.work)
        scroll.body.addWidget(self._sums)
        scroll.body.addLayout(found)
        scroll.body.addLayout(self._column)
        scroll.body.addWidget(self._log_title)
        scroll.body.addWidget(self._log)
        scroll.body.addStretch(1)
        layout.addWidget(scroll, 1)

    def _make_worm_band(self) -> tuple[QFrame, QLabel]:
        band = QFrame(self)
        band.setProperty("band", "info")
        words = parts.label("", parent=band)
        image = parts.label("", parent=band, wrap=False)
        image.setPixmap(icons.picture("info", 20))
        line = QHBoxLayout(band)
        line.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        line.addWidget(image)
        line.addWidget(words, 1)
        band.hide()
        return band, words

    def _connect(self) -> None:
        self.places.chosen.connect(self._chose_place)
        self.drop.dropped.connect(self._look)
        self.drop.choose_pressed.connect(self._choose_files)
        self.take_all.clicked.connect(self._take_all)

    def _chose_place(self, place: object) -> None:
        if isinstance(place, Path):
            self._look((place,))
        else:
            self._found_title.setText("")
            self._worm.hide()
            self._presenter.looked(())

    def _choose_files(self) -> None:
        kinds = self.tr("Berkas kiriman PUG (*.pug);;Semua berkas (*)")
        if files := self._ask.open_files(self.tr("Pilih berkas kiriman"), kinds):
            self._look(files)

    def _look(self, places: object) -> None:
        if not isinstance(places, tuple):
            return
        self._sums.hide()
        work = partial(self._presenter.look, places)
        self._jobs.start(work, label=self.tr("Membaca kiriman"), succeeded=self._looked)

    def _looked(self, found: object) -> None:
        if not isinstance(found, Seen):
            return
        self._presenter.looked(found.found)
        count = len(found.found)
        if count:
            self._found_title.setText(self.tr("{n} kiriman ditemukan").format(n=number_words(count)))
        else:
            self._found_title.setText(self.tr("Tidak ada berkas kiriman (.pug) di sini."))
        self._worm.setVisible(found.worm)
        self._worm_words.setText(
            self.tr("Flashdisk ini tampak terkena virus shortcut; berkas Anda masih ada dan aman dibaca.")
            if count
            else self.tr("Flashdisk ini tampak terkena virus shortcut. Jangan buka pintasannya; hubungi petugas TI.")
        )

    def _take_one(self, path: object) -> None:
        if isinstance(path, Path):
            self._presenter.begin([path])

    def _take_all(self) -> None:
        self._presenter.begin()

    def _took(self, received: object) -> None:
        if isinstance(received, Received):
            self._presenter.took(received)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, PugError):
            self._presenter.refused(error)
            return
        self._presenter.stopped()
        self._ask.tell(error)


def _taken_at(row: Received) -> str:
    return row.taken_at


def _moment(text: str) -> str:
    return short_moment_words(text, language())


def _moment_tip(row: Received) -> str:
    return moment_words(row.taken_at, language())


def _sender(row: Received) -> str:
    return row.sender_name


def _seq(row: Received) -> int:
    return row.seq


def _new(row: Received) -> int:
    return row.new


def _changed(row: Received) -> int:
    return row.changed


def _conflicts(row: Received) -> int:
    return row.conflicts


def _files(row: Received) -> int:
    return row.files
