"""One paper on the page: what it is called, what it holds, and the buttons that make it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.report.presenter import PaperLine


class PaperRow(QWidget):
    """A line of a card.

    Signals:
        wanted: the paper (PaperLine) and the ending of its file (".pdf", ".xlsx").
    """

    wanted = Signal(object, str)

    def __init__(self, paper: PaperLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper = paper
        title = self._title(paper)
        image = QLabel(self)
        image.setPixmap(icons.picture("pdf", 24))
        image.setAlignment(Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(parts.label(title, "strong", self))
        if holds := self._holds(paper):
            texts.addWidget(parts.label(holds, "muted small", self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(style.GRID)
        layout.addWidget(image)
        layout.addLayout(texts, 1)
        self.buttons: dict[str, QPushButton] = {}
        made = {".pdf": self.tr("Buat PDF"), ".docx": self.tr("Buat Word"), ".ics": self.tr("Buat kalender")}
        made[".csv"] = self.tr("Buat CSV")
        for suffix in paper.formats:
            text = made.get(suffix, self.tr("Buat Excel"))
            button = parts.button(text, "", "", self)
            button.setAccessibleName(f"{text}: {title}")
            button.clicked.connect(partial(self._pressed, suffix))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons[suffix] = button

    def _pressed(self, suffix: str, *_: object) -> None:
        self.wanted.emit(self.paper, suffix)

    def _title(self, paper: PaperLine) -> str:
        if paper.blank:
            return self.tr("{paper} kosong").format(paper=paper.label)
        if paper.all_years:
            return self.tr("{paper}, semua tahun").format(paper=paper.label)
        return paper.label

    def _holds(self, paper: PaperLine) -> str:
        if paper.blank:
            return self.tr("Baris kosong dengan dua lajur tanda tangan, untuk diisi tangan saat rapat.")
        if paper.name == "daftar-hadir":
            if paper.full_nip:
                return self.tr(
                    "Semua peserta dengan jumlah L/P dan instansi. PDF menyamarkan NIP; Excel memuatnya penuh."
                )
            return self.tr("Semua peserta dengan jumlah L/P dan instansi, tanpa NIP.")
        return paper.purpose
