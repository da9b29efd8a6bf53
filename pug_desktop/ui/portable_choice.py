"""Asked once, when the program is first started from a stick: where shall the data lie?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from pug_desktop import paths
from pug_desktop.app import portable
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts, style


class PlaceWindow(QDialog):
    """Two places; the PC is chosen beforehand.

    Attributes:
        on_pc, beside: the two choices.
        go_on: the button.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("PUG Desktop dari flashdisk"))
        self.setWindowIcon(icons.program())
        self.setFixedWidth(600)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(self.tr("Di mana data disimpan?"), "title", self))
        told = self.tr("Program ini dijalankan tanpa dipasang. Pilihan ini dapat diubah di Pengaturan.")
        layout.addWidget(parts.label(told, "muted", self))
        self.on_pc = QRadioButton(self.tr("Di &PC ini (disarankan)"), self)
        self.beside = QRadioButton(self.tr("Di &samping program, di flashdisk"), self)
        self._group = QButtonGroup(self)
        words = {
            self.on_pc: (self.tr("Data tetap ada di komputer ini saat flashdisk dicabut."), ""),
            self.beside: (
                self.tr("Data ikut ke mana flashdisk dibawa; siapa pun yang memegangnya dapat membukanya."),
                self.tr(
                    "Data di flashdisk lebih mudah rusak: saat listrik padam, atau flashdisk dicabut sebelum program "
                    "ditutup dan “Keluarkan” (Eject) ditekan. Menyimpan juga lebih lambat. Buat cadangan setiap minggu."
                ),
            ),
        }
        for choice, (what, warning) in words.items():
            self._group.addButton(choice)
            card = parts.Card(self)
            card.body.addWidget(choice)
            for text, look in ((what, "muted"), (warning, "warn")):
                if text:
                    line = parts.label(text, look, card)
                    line.setContentsMargins(3 * style.GRID, 0, 0, 0)
                    card.body.addWidget(line)
            choice.setAccessibleDescription(f"{what} {warning}".strip())
            layout.addWidget(card)
        self.on_pc.setChecked(True)
        self.go_on = parts.button(self.tr("Lanjut"), look="primary", parent=self)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        layout.addLayout(parts.row(None, self.go_on))
        self.on_pc.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def place(self) -> str:
        """paths.ON_PC or paths.BESIDE."""
        return paths.BESIDE if self.beside.isChecked() else paths.ON_PC


def ask_place(application: QApplication) -> None:
    """Ask and remember; who closes the window is asked again next time, and works on the PC until then."""
    quits = application.quitOnLastWindowClosed()
    # The window of the program comes after this one.
    application.setQuitOnLastWindowClosed(False)
    window = PlaceWindow()
    try:
        if window.exec() == QDialog.DialogCode.Accepted:
            portable.choose(window.place)
    except PugError as error:
        from pug_desktop.ui.messages import ErrorWindow

        ErrorWindow(None, error).exec()
    finally:
        window.deleteLater()
        application.setQuitOnLastWindowClosed(quits)
