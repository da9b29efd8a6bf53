"""Where a file goes to or comes from: the sticks as large buttons, and any other folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from pug_desktop.domain.dates import size_words
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.sticks import Stick, StickWatcher
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.texts import language

MAX_STICKS = 4
_MIDDLE = Qt.TextElideMode.ElideMiddle


class PlacePicker(QWidget):
    """Sticks come and go by themselves while it is shown; one that is pulled out is no longer chosen.

    Signals:
        chosen: the folder (Path), or None when the chosen stick was pulled out.
        looked: the same sticks are there, but how full they are has changed.
    """

    chosen = Signal(object)
    looked = Signal()

    def __init__(self, ask: Ask, folder_question: str, parent: QWidget, *, only_one: bool = False) -> None:
        """`folder_question` is the title of the folder window; with `only_one` a stick that is alone is chosen."""
        super().__init__(parent)
        self._ask = ask
        self._question = folder_question
        self._place: Path | None = None
        self._own_folder: Path | None = None
        self._sticks: tuple[Stick, ...] = ()
        self._buttons = QButtonGroup(self)
        self._row = FlowLayout(spacing=style.GRID)
        self._only_one = only_one
        self._says = parts.label("", "muted", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(self._says)
        layout.addLayout(self._row)
        self.watcher = StickWatcher(self)
        self.watcher.changed.connect(self.show_sticks)
        self._rebuild()

    @property
    def place(self) -> Path | None:
        """The chosen folder."""
        return self._place

    @property
    def stick(self) -> Stick | None:
        """The chosen stick; None when nothing or another folder is chosen."""
        return next((each for each in self._sticks if each.root == self._place), None)

    @property
    def roots(self) -> set[Path]:
        """The sticks that are there."""
        return _roots(self._sticks)

    @property
    def words(self) -> str:
        """What is said of the sticks: none, or several."""
        return self._says.text()

    def show_sticks(self, sticks: tuple[Stick, ...]) -> None:
        """Offer these sticks."""
        new = [each.root for each in sticks if each.root not in _roots(self._sticks)]
        self._sticks = sticks
        gone = self._place is not None and self._place != self._own_folder and self._place not in _roots(sticks)
        if gone:
            self._place = None
        if self._only_one and self._place is None and len(sticks) == 1 and sticks[0].root in new:
            self.choose(sticks[0].root)
            return
        self._rebuild()
        if gone:
            self.chosen.emit(None)
        else:
            self.looked.emit()

    def choose(self, place: Path | None) -> None:
        """Choose a folder, as if the person had."""
        self._place = place
        if place is not None and place not in _roots(self._sticks):
            self._own_folder = place
        self._rebuild()
        self.chosen.emit(place)

    def settle(self, place: Path) -> None:
        """Mark the folder from which something is shown already: no stick is chosen in its stead, nobody is told."""
        self._place = place
        if place not in _roots(self._sticks):
            self._own_folder = place
        self._rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: look for sticks while the page is shown."""
        self.watcher.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: stop looking."""
        self.watcher.stop()
        super().hideEvent(event)

    def _rebuild(self) -> None:
        # The window's, since a question may just have been asked and the window not be in front yet.
        holder = self.window().focusWidget()
        focused = isinstance(holder, QPushButton) and holder.parent() is self
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
        parts.clear(self._row)
        self._say()
        for stick in self._sticks[:MAX_STICKS]:
            self._add(stick.name, self._stick_words(stick), "stick", stick.root)
        if self._own_folder is not None and self._own_folder not in _roots(self._sticks):
            self._add(self._own_folder.name or str(self._own_folder), str(self._own_folder), "folder", self._own_folder)
        other = self._choice(self.tr("Pilih folder…"), self.tr("folder atau flashdisk lain"), "folder")
        other.clicked.connect(self._ask_folder)
        self._row.addWidget(other)
        if focused:
            next_holder = self._buttons.checkedButton() or other
            # One that is still hidden would not get it.
            next_holder.show()
            next_holder.setFocus()

    def _say(self) -> None:
        words = ""
        if not self._sticks:
            words = self.tr("Belum ada flashdisk. Tancapkan flashdisk; program ini akan menemukannya sendiri.")
        elif len(self._sticks) > 1 and self._place is None:
            words = self.tr("Ada {n} flashdisk. Pilih yang dipakai.").format(n=len(self._sticks))
        self._says.setText(words)
        self._says.setVisible(bool(words))

    def _stick_words(self, stick: Stick) -> str:
        if stick.read_only:
            return self.tr("terkunci: hanya bisa dibaca")
        if stick.is_full:
            return self.tr("penuh: tidak ada ruang")
        return self.tr("{free} kosong dari {total}").format(
            free=size_words(stick.free_bytes, language()), total=size_words(stick.total_bytes, language())
        )

    def _add(self, name: str, words: str, icon: str, place: Path) -> None:
        button = self._choice(name, words, icon)
        button.setCheckable(True)
        button.setChecked(place == self._place)
        button.clicked.connect(partial(self._pick, place))
        self._buttons.addButton(button)
        self._row.addWidget(button)

    def _choice(self, name: str, words: str, icon: str) -> QPushButton:
        # An ampersand in a label would become a mnemonic.
        room = self.fontMetrics().averageCharWidth() * 28
        lines = [
            self.fontMetrics().elidedText(text.replace("&", "&&"), _MIDDLE, room) for text in (name, words) if text
        ]
        button = QPushButton(icons.icon(icon), "\n".join(lines), self)
        button.setProperty("choice", True)
        button.setAutoDefault(True)
        button.setIconSize(QSize(28, 28))
        button.setAccessibleName(name)
        button.setAccessibleDescription(words)
        button.setToolTip(words)
        return button

    def _pick(self, place: Path, *_: object) -> None:
        self.choose(place)

    def _ask_folder(self) -> None:
        if (folder := self._ask.folder(self._question)) is not None:
            self.choose(folder)


def _roots(sticks: tuple[Stick, ...]) -> set[Path]:
    return {stick.root for stick in sticks}
