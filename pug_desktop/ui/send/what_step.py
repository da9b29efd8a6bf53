"""Step 2 of sending: what goes, how much of the evidence, which personal data, and whether it fits."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLayout, QSpinBox, QVBoxLayout, QWidget

from pug_desktop.app.send import SendPreview
from pug_desktop.domain.dates import number_words, size_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import counts_words, joined
from pug_desktop.ui.send.presenter import Room
from pug_desktop.ui.texts import language

AFTER_TYPING_MS = 350
MOST_MB = 100_000
FIRST_MB = 500


class WhatStep(parts.ScrollColumn):
    """What goes.

    Signals:
        amount_chosen: the person wants all or only changes, or another amount of evidence.
    """

    amount_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        self.title = parts.label("", "heading", self)
        self.counts = parts.label("", "", self)
        self._range = parts.label("", "muted", self)
        self.full = QCheckBox(self.tr("Kirim lengkap"), self)
        when = self.tr("Semua isian dan berkas, juga yang sudah ada di sana: bila kantor tujuan kehilangan datanya.")
        self.full.setAccessibleDescription(when)
        self._when_full = parts.label(when, "muted small", self)
        self.evidence = parts.label("", "", self)
        self.limited = QCheckBox(self.tr("Batasi ukuran berkas bukti dukung:"), self)
        self.budget = QSpinBox(self)
        self.budget.setRange(0, MOST_MB)
        self.budget.setSingleStep(50)
        self.budget.setValue(FIRST_MB)
        self.budget.setSuffix(" MB")
        self.budget.setGroupSeparatorShown(True)
        self.budget.setAccessibleName(self.tr("Ukuran berkas bukti dukung paling banyak, dalam MB"))
        self.budget.setEnabled(False)
        self.personal = parts.label("", "", self)
        self.room = parts.label("", "", self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AFTER_TYPING_MS)
        self._wait.timeout.connect(self.amount_chosen)
        self._build()
        self.full.toggled.connect(self._changed)
        self.limited.toggled.connect(self.budget.setEnabled)
        self.limited.toggled.connect(self._changed)
        self.budget.valueChanged.connect(self._typed)
        self.show_waiting()

    @property
    def budget_mb(self) -> int | None:
        """Megabytes of evidence at most; None: what fits."""
        return self.budget.value() if self.limited.isChecked() else None

    def start_anew(self) -> None:
        """Forget the choices of the bundle before."""
        for each in (self.full, self.limited):
            each.blockSignals(True)
            each.setChecked(False)
            each.blockSignals(False)
        self.budget.setEnabled(False)

    def show_head(self, office: str, place: str) -> None:
        """Say to whom and where it goes."""
        self.title.setText(self.tr("Untuk {office}, ditulis ke {place}").format(office=office, place=place))

    def show_waiting(self) -> None:
        """The answer is being looked for."""
        self.counts.setText(self.tr("Menghitung isian…"))
        for each in (self._range, self.evidence, self.personal):
            each.setText("")
        self._say_room("", "")

    def show_problem(self, words: str) -> None:
        """It cannot be told what would go."""
        self.show_waiting()
        self.counts.setText("")
        self._say_room(words, "bad")

    def show_preview(self, preview: SendPreview, room: Room) -> None:
        """Say what would go."""
        self.counts.setText(joined(counts_words(preview.counts, language())) or self.tr("Belum ada isian."))
        self._range.setText(self._range_words(preview))
        self.evidence.setText("\n".join(self._evidence_words(preview)))
        self.personal.setText(
            "\n".join(preview.personal_fields) if preview.personal_fields else self.tr("Tidak ada data pribadi.")
        )
        self._show_room(preview, room)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(parts.MARGIN)
        grid.setVerticalSpacing(parts.GAP)
        grid.setColumnStretch(1, 1)
        budget = parts.row(self.limited, self.budget, None)
        card = parts.Card(self, margin=parts.GAP + 4)
        private = parts.label(
            self.tr("Hanya kantor tujuan yang dapat membuka kiriman ini (UU 27/2022)."), "muted small", self
        )
        rows: tuple[tuple[str, tuple[QWidget | QLayout, ...]], ...] = (
            (self.tr("Isian"), (self.counts, self._range, self.full, self._when_full)),
            (self.tr("Bukti dukung"), (self.evidence, budget)),
            (self.tr("Data pribadi"), (self.personal, private)),
            (self.tr("Ruang flashdisk"), (self.room,)),
        )
        for number, (name, beside) in enumerate(rows):
            grid.addWidget(_aside(name, self), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_stacked(*beside), number, 1)
        card.body.addWidget(self.title)
        card.body.addWidget(parts.line(self))
        card.body.addLayout(grid)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _range_words(self, preview: SendPreview) -> str:
        if preview.full or not preview.start:
            return self.tr("Semua isian ikut; penerima hanya mengambil yang belum dipunyainya.")
        return self.tr("Hanya yang berubah sejak kiriman terakhir yang sudah diterima di sana.")

    def _evidence_words(self, preview: SendPreview) -> list[str]:
        words = []
        if preview.evidence_files:
            size = size_words(preview.evidence_bytes, language())
            words.append(self.tr("{n} berkas ikut ({size})").format(n=number_words(preview.evidence_files), size=size))
        else:
            words.append(self.tr("Tidak ada berkas yang ikut"))
        for text, count in (
            (self.tr("{n} berkas sudah ada di sana, tidak dikirim lagi"), preview.evidence_known),
            (self.tr("{n} berkas menyusul pada kiriman berikutnya, belum muat kali ini"), preview.evidence_left_out),
            (self.tr("{n} berkas belum ada di komputer ini"), preview.evidence_missing),
        ):
            if count:
                words.append(text.format(n=number_words(count)))
        return words

    def _show_room(self, preview: SendPreview, room: Room) -> None:
        needed = size_words(room.needed, language())
        if room.missing:
            words = self.tr("Tidak muat: perlu {needed}, kurang {missing}. Batasi bukti dukung atau ganti flashdisk.")
            missing = size_words(room.missing, language(), up=True)
            self._say_room(words.format(needed=needed, missing=missing), "bad")
            return
        if room.free is None:
            words = self.tr("Perlu kira-kira {needed}.").format(needed=needed)
        else:
            words = self.tr("Perlu kira-kira {needed}, kosong {free}.").format(
                needed=needed, free=size_words(room.free, language())
            )
        if preview.files > 1:
            words += " " + self.tr("Ditulis sebagai {n} berkas.").format(n=number_words(preview.files))
        self._say_room(words, "")

    def _say_room(self, words: str, look: str) -> None:
        self.room.setText(words)
        style.mark(self.room, "bad", look == "bad")

    def _changed(self, *_: object) -> None:
        self._wait.stop()
        self.amount_chosen.emit()

    def _typed(self, _value: int) -> None:
        # While a number is typed each digit would be a question of its own.
        self._wait.start()


def _aside(name: str, parent: QWidget) -> QLabel:
    made = parts.label(name, "field", parent, wrap=False)
    made.setContentsMargins(0, 3, 0, 0)
    return made


def _stacked(*inside: QWidget | QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for each in inside:
        if isinstance(each, QWidget):
            column.addWidget(each)
        else:
            column.addLayout(each)
    return column
