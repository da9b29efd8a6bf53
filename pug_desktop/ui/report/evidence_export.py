"""The line of the page Laporan that writes "Data dukung": as a zip, as a folder, or as an archive with a manifest."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.report.evidence_files import ARCHIVE, FOLDER, ZIP


class EvidenceExport(QWidget):
    """Three buttons under one name.

    Attributes:
        buttons: by what is written.

    Signals:
        wanted: one of ZIP, FOLDER, ARCHIVE.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Data dukung")
        image = QLabel(self)
        image.setPixmap(icons.picture("folder", 24))
        image.setAlignment(Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(style.GRID)
        texts.addWidget(parts.label(title, "strong", self))
        texts.addWidget(
            parts.label(
                self.tr(
                    "Semua berkas bukti menurut urutan evaluasi Kementerian, dengan daftar isi. Arsip BagIt "
                    "membuktikan kelak bahwa isinya tidak berubah."
                ),
                "muted small",
                self,
            )
        )
        self.buttons: dict[str, QPushButton] = {}
        line = FlowLayout(spacing=style.GRID)
        words = (
            (ZIP, self.tr("Buat ZIP")),
            (FOLDER, self.tr("Buat folder…")),
            (ARCHIVE, self.tr("Buat arsip BagIt")),
        )
        for form, text in words:
            button = parts.button(text, "", "", self)
            button.setAccessibleName(f"{text}: {title}")
            button.clicked.connect(partial(self._pressed, form))
            line.addWidget(button)
            self.buttons[form] = button
        texts.addLayout(line)
        layout = parts.row(image, texts)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _pressed(self, form: str, *_: object) -> None:
        self.wanted.emit(form)
