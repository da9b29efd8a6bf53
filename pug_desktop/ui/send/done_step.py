"""Step 4 of sending: it lies on the stick, was read back, and the stick may be pulled out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.send import Addressee, Sent
from pug_desktop.domain.dates import number_words, size_words
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.carry.amounts import counts_words, digest_words, joined
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.texts import language

MOST_NAMES = 6
"""File names that are listed; of the rest the number is said."""


class DoneStep(parts.ScrollColumn):
    """What lies where, and what the other office does with it.

    Attributes:
        letter: the button for the covering letter.
        paper: says that the letter is made.

    Signals:
        letter_pressed: print the covering letter.
    """

    letter_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        self.title = parts.label(self.tr("Boleh dicabut"), "good figure", self)
        self.what = parts.label("", "", self)
        self.files = parts.label("", "", self)
        self.letter = parts.button(self.tr("Cetak surat pengantar"), "print", "", self)
        self.letter.clicked.connect(self.letter_pressed)
        self.paper = DoneBand(self)
        self._follows = parts.label("", "muted", self)
        self._steps = [parts.label("", "", self) for _ in range(3)]
        self.body.addWidget(self._band())
        card = parts.Card(self, self.tr("Yang ditulis"))
        for each in (self.what, self.files, self._follows):
            card.body.addWidget(each)
        self.body.addWidget(card)
        after = parts.Card(self, self.tr("Setelah ini"))
        for number, each in enumerate(self._steps, 1):
            line = parts.row(parts.chip(str(number), parent=self), each)
            line.setStretch(1, 1)
            after.body.addLayout(line)
        after.body.addLayout(parts.row(self.letter, None))
        after.body.addWidget(self.paper)
        self.body.addWidget(after)
        self.body.addStretch(1)

    def show_sent(self, sent: Sent, addressee: Addressee) -> None:
        """Say what lies where."""
        name = addressee.office_name
        counts = joined(counts_words(sent.counts, language())) or self.tr("tanpa isian baru")
        self.what.setText(
            self.tr("Kiriman nomor {seq} untuk {name}: {counts}").format(
                seq=number_words(sent.seq), name=name, counts=counts
            )
        )
        names = [path.name for path in sent.files[:MOST_NAMES]]
        if len(sent.files) > MOST_NAMES:
            names.append(self.tr("dan {n} berkas lagi").format(n=number_words(len(sent.files) - MOST_NAMES)))
        facts = self.tr("{size} · kode isi {digest}").format(
            size=size_words(sent.size, language()), digest=digest_words(sent.digest)
        )
        self.files.setText("\n".join([*names, facts]))
        self._follows.setText(
            self.tr("{n} berkas bukti dukung menyusul pada kiriman berikutnya.").format(
                n=number_words(sent.evidence_left_out)
            )
        )
        self._follows.setVisible(bool(sent.evidence_left_out))
        self._steps[0].setText(self.tr("Cabut flashdisk dan antarkan ke {name}.").format(name=name))
        self._steps[1].setText(
            self.tr("Di sana flashdisk dibuka lewat halaman Terima; tanda terima ditulis ke flashdisk.")
        )
        self._steps[2].setText(
            self.tr("Minta flashdisk kembali. Buka halaman Terima di sini, maka kiriman ini tercatat sudah diterima.")
        )
        self.paper.hide()

    def _band(self) -> QFrame:
        band = QFrame(self)
        band.setProperty("band", "good")
        image = parts.label("", parent=band, wrap=False)
        image.setPixmap(icons.picture("check", 48, style.colours().good))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(parts.label(self.tr("Sudah ditulis dan dibaca ulang dari flashdisk."), "", band))
        line = QHBoxLayout(band)
        line.setContentsMargins(parts.MARGIN, parts.GAP, parts.MARGIN, parts.GAP)
        line.setSpacing(parts.GAP)
        line.addWidget(image)
        line.addLayout(words, 1)
        return band
