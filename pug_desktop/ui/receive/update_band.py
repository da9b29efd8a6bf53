"""A stick that also holds a newer program: said on the page, installed elsewhere."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from pug_desktop.ui import icons, parts, style


class UpdateBand(QFrame):
    """One sentence and a button; hidden until there is an update.

    Attributes:
        open: the button.

    Signals:
        pressed: show the update that lies in this folder (Path).
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("band", "info")
        self._folder = Path()
        self._words = parts.label("", parent=self)
        image = parts.label("", parent=self, wrap=False)
        image.setPixmap(icons.picture("sync", 20))
        self.open = parts.button(self.tr("Li&hat pembaruan"), "", "", self)
        self.open.clicked.connect(self._press)
        line = parts.row(image, self._words, self.open)
        line.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def show_update(self, version: str, folder: Path | None) -> None:
        """Say that this version lies there; "" hides the band."""
        self._folder = folder or Path()
        self._words.setText(
            self.tr("Di sini juga ada pembaruan program: versi {version}.").format(version=version) if version else ""
        )
        self.setVisible(bool(version and folder))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def _press(self) -> None:
        self.pressed.emit(self._folder)
