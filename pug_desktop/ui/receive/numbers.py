"""What bundles change, in numbers: one tile each; a number behind which records stand can be pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from pug_desktop.app.received import Received
from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style

ACROSS = 4

LISTED = ("new", "changed", "conflict", "parked")
"""The sorts of which the records are remembered."""

_FIELDS = {
    "new": "new",
    "changed": "changed",
    "conflict": "conflicts",
    "parked": "parked",
    "merged": "merged_fields",
    "left_out": "left_out",
    "files": "files",
    "unchanged": "unchanged",
}


def names() -> dict[str, str]:
    """What each number counts; the order is that of the tiles."""
    return {
        "new": QCoreApplication.translate("Numbers", "isian baru"),
        "changed": QCoreApplication.translate("Numbers", "isian berubah"),
        "conflict": QCoreApplication.translate("Numbers", "perlu keputusan"),
        "parked": QCoreApplication.translate("Numbers", "ditunda"),
        "merged": QCoreApplication.translate("Numbers", "kolom digabung otomatis"),
        "files": QCoreApplication.translate("Numbers", "berkas bukti dukung"),
        "left_out": QCoreApplication.translate("Numbers", "tidak diambil alih"),
        "unchanged": QCoreApplication.translate("Numbers", "tidak berubah"),
    }


def sums(results: Sequence[Received]) -> dict[str, int]:
    """The numbers of several bundles together."""
    return {name: sum(getattr(each, field) for each in results) for name, field in _FIELDS.items()}


class Tile(parts.RowButton):
    """One number and what it counts."""

    def __init__(self, what: str, name: str, count: int, pressable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.what = what
        self.count = count
        self.pressable = pressable
        self.setProperty("line-button", "tile" if pressable else "still")
        look = "warn " if what in ("conflict", "parked", "left_out") and count else "" if count else "muted "
        self.body.setContentsMargins(style.GRID + 4, style.GRID, style.GRID + 4, style.GRID)
        self.body.setSpacing(0)
        self.body.addWidget(parts.label(number_words(count), f"{look}figure", self, wrap=False))
        self.body.addWidget(parts.label(name, "muted", self))
        self.setAccessibleName(f"{number_words(count)} {name}")
        if not pressable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()

    def mark(self, chosen: bool) -> None:
        """Show that its list is open."""
        style.mark(self, "line-button", "chosen" if chosen else "tile" if self.pressable else "still")


class Numbers(QWidget):
    """The tiles.

    Attributes:
        tiles: by what they count.

    Signals:
        pressed: what the number counts ("new", "changed", "conflict", "parked").
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: dict[str, Tile] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.GRID)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)

    def show_numbers(self, counts: dict[str, int], *, pressable: bool) -> None:
        """Show these; 0 of what is rare is left out."""
        parts.clear(self._grid)
        self.tiles = {}
        rare = ("left_out", "parked", "merged")
        shown = [(what, name) for what, name in names().items() if counts.get(what) or what not in rare]
        for number, (what, name) in enumerate(shown):
            count = counts.get(what, 0)
            tile = Tile(what, name, count, pressable and count > 0 and what in LISTED, self)
            tile.clicked.connect(self._press)
            self.tiles[what] = tile
            self._grid.addWidget(tile, number // ACROSS, number % ACROSS)

    def mark(self, what: str) -> None:
        """Show which list is open; "" for none."""
        for name, tile in self.tiles.items():
            if tile.pressable:
                tile.mark(name == what)

    def _press(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile) and tile.pressable:
            self.pressed.emit(tile.what)
