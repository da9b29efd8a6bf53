"""Step 1 of receiving: what lies on the stick, and which of it is taken in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.receipts import Confirmed
from pug_desktop.domain.dates import number_words
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.receive.bundle_row import BundleRow
from pug_desktop.ui.receive.drop_area import DropArea
from pug_desktop.ui.receive.lures import Lures
from pug_desktop.ui.receive.presenter import Found, Gap, State
from pug_desktop.ui.receive.update_band import UpdateBand

MOST_NAMES = 6


class Band(QFrame):
    """One calm or warning sentence with a sign before it; hidden until it has something to say."""

    def __init__(self, kind: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("band", kind)
        self._words = parts.label("", parent=self)
        image = parts.label("", parent=self, wrap=False)
        image.setPixmap(icons.picture(icon, 20))
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        line.addWidget(image)
        line.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say this; "" hides the band."""
        self._words.setText(words)
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()


class FoundStep(parts.ScrollColumn):
    """The place, the bundles there, and what else was seen.

    Attributes:
        rows: one card for each bundle.

    Signals:
        place_chosen: a folder (Path), or None when the stick was pulled out.
        files_chosen: ask for files.
        dropped: files and folders (tuple of Path).
        toggled: a bundle is wanted or not (path, whether).
        enrol_pressed: get to know a sender.
    """

    place_chosen = Signal(object)
    files_chosen = Signal()
    dropped = Signal(object)
    toggled = Signal(object, bool)
    enrol_pressed = Signal()

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        self.places = PlacePicker(ask, self.tr("Kiriman ada di folder mana?"), self, only_one=True)
        self.drop = DropArea(self)
        self.confirmed = Band("good", "check", self)
        self.receipt_problem = Band("warn", "warning", self)
        self.worm = Band("info", "info", self)
        self.gaps = Band("warn", "warning", self)
        self.newer = UpdateBand(self)
        self.title = parts.label("", "heading", self, wrap=False)
        self.all = QCheckBox(self.tr("Pilih semua"), self)
        self.all.hide()
        self.rows: list[BundleRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(style.GRID)
        where = parts.Card(self, self.tr("Flashdisk atau folder yang berisi kiriman"))
        where.body.addWidget(self.places)
        where.body.addWidget(self.drop)
        self.body.addWidget(where)
        for band in (self.newer, self.confirmed, self.receipt_problem, self.worm, self.gaps):
            self.body.addWidget(band)
        self.body.addLayout(parts.row(self.title, None, self.all))
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.places.chosen.connect(self.place_chosen)
        self.drop.dropped.connect(self.dropped)
        self.drop.choose_pressed.connect(self.files_chosen)
        self.all.clicked.connect(self._all)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what lies there."""
        parts.clear(self._column)
        self.rows = [BundleRow(each, self) for each in found]
        for row in self.rows:
            row.toggled.connect(self.toggled)
            row.toggled.connect(self._count)
            row.enrol_pressed.connect(self.enrol_pressed)
            self._column.addWidget(row)
        self._count()

    def show_seen(self, lures: Lures, confirmed: Sequence[Confirmed], looked: bool) -> None:
        """Say how many were found, what the virus left, and which of our bundles arrived."""
        count = len(self.rows)
        if not looked:
            self.title.setText("")
        elif count:
            self.title.setText(self.tr("{n} kiriman ditemukan").format(n=number_words(count)))
        else:
            self.title.setText(self.tr("Tidak ada berkas kiriman (.pug) di sini."))
        self.worm.say(self._worm_words(lures, count))
        self.confirmed.say("\n".join(self._confirmed_words(each) for each in confirmed if each.seqs))
        bad = [each for each in confirmed if each.error is not None]
        self.receipt_problem.say("\n".join(sentence(each.error) for each in bad if each.error is not None))

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Say which bundles never came."""
        self.gaps.say("\n".join(gap_words(each) for each in gaps))

    def _worm_words(self, lures: Lures, count: int) -> str:
        words = ""
        if lures.worm and count:
            words = self.tr("Flashdisk ini tampak terkena virus shortcut; berkas Anda masih ada dan aman dibaca.")
        elif lures.worm:
            words = self.tr("Flashdisk ini tampak terkena virus shortcut. Jangan buka pintasannya; hubungi petugas TI.")
        if lures.names:
            shown = ", ".join(lures.names[:MOST_NAMES])
            if len(lures.names) > MOST_NAMES:
                more = number_words(len(lures.names) - MOST_NAMES)
                shown += " " + self.tr("dan {n} lagi").format(n=more)
            words += " " + self.tr("Terlihat dan tidak dibuka: {names}.").format(names=shown)
        return words.strip()

    def _confirmed_words(self, each: Confirmed) -> str:
        return self.tr("Kiriman nomor {seqs} sudah diterima {office}.").format(
            seqs=numbers_words(each.seqs, self.tr("dan")), office=each.office_name
        )

    def _count(self, *_: object) -> None:
        ready = [row for row in self.rows if row.found.state is State.READY]
        self.all.setVisible(len(ready) > 1)
        self.all.setChecked(bool(ready) and all(row.chosen.isChecked() for row in ready))

    def _all(self, wanted: bool) -> None:
        for row in self.rows:
            if row.found.state is State.READY:
                row.chosen.setChecked(wanted)

    def tick(self, path: Path, wanted: bool) -> None:
        """Tick or clear the box of one bundle."""
        for row in self.rows:
            if row.found.path == path:
                row.chosen.setChecked(wanted)


def numbers_words(numbers: Sequence[int], last: str) -> str:
    """Numbers of bundles in one phrase: "3", "3 dan 4", "3, 4 dan 6"."""
    words = [number_words(each) for each in numbers]
    return f" {last} ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def gap_words(gap: Gap) -> str:
    """Which bundles of an office never came."""
    seqs = numbers_words(gap.seqs[:20], QCoreApplication.translate("FoundStep", "dan"))
    return QCoreApplication.translate(
        "FoundStep", "Kiriman nomor {seqs} dari {office} belum diterima. Minta flashdisknya, atau kiriman yang baru."
    ).format(seqs=seqs, office=gap.office)
