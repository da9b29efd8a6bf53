"""What moving a sheet to a newer version of its instrument would do, before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pug_desktop.app.move_sheet import Plan
from pug_desktop.forms.rules import shown_value
from pug_desktop.forms.schema import Form
from pug_desktop.forms.takeover import Left
from pug_desktop.forms.words import number_words
from pug_desktop.ui import parts
from pug_desktop.ui.texts import language


class TakeoverView(parts.ScrollColumn):
    """What goes over, what does not and why, what is new; nothing has happened yet.

    Signals:
        move_wanted: do it.
        closed: back to the sheet.
    """

    move_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = parts.button(self.tr("Kembali ke lembar"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        self.move_button = parts.button(self.tr("Pindahkan lembar"), "check", "primary", self)
        self.move_button.clicked.connect(self.move_wanted)
        self.body.addLayout(parts.row(self.back, None, self.move_button))
        self._cards: list[QWidget] = []

    def show_plan(self, plan: Plan, old: Form) -> None:
        """Show what would become of the sheet that was made with `old`."""
        while self.body.count() > 1:
            self.body.takeAt(1)
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        found, lang = plan.takeover, language()
        heading = self.tr("Dari instrumen versi {old} ke versi {new}").format(old=old.version, new=plan.form.version)
        said = [
            self.tr("{n} jawaban ikut apa adanya.").format(n=number_words(len(found.same), lang)),
            *([self.tr("Yang ikut: {codes}").format(codes=", ".join(found.same))] if found.same else []),
            self.tr("Bukti dukung, catatan, dan hasil pemeriksaan tetap pada butirnya."),
            self.tr("Lembar tahun-tahun lama tetap memakai instrumennya. Pemindahan dapat diurungkan (Ctrl+Z)."),
        ]
        self._lines(heading, said)
        whole = [each for each in found.left if each.gone]
        part = [each for each in found.left if not each.gone]
        if part:
            said_of = self.tr("Bagian yang cocok ikut. Jawaban lama ditulis di catatan butirnya, supaya tidak hilang.")
            self._left(self.tr("Tidak ikut seluruhnya ({n})"), said_of, part)
        if whole:
            said_of = self.tr("Tidak tampak lagi di lembar, tetapi tetap tersimpan di profil ini.")
            if plan.evidence:
                files = self.tr("Berkas bukti yang ada padanya: {n}.").format(n=number_words(plan.evidence, lang))
                said_of = f"{said_of} {files}"
            self._left(self.tr("Tidak ditanyakan lagi ({n})"), said_of, whole)
        if found.new:
            names = [f"{each.name}  {each.label.of(lang)}" for each in found.new]
            self._lines(self.tr("Butir baru ({n})").format(n=number_words(len(names), lang)), names)
        if not found.left:
            self._lines(self.tr("Semua jawaban ikut"), [self.tr("Tidak ada yang perlu diisi kembali.")])
        self.body.addStretch(1)

    def _lines(self, heading: str, lines: Sequence[str]) -> None:
        card = parts.Card(self, heading)
        for each in lines:
            card.body.addWidget(parts.label(each, parent=card))
        self._add(card)

    def _left(self, heading: str, said: str, left: Sequence[Left]) -> None:
        lang = language()
        card = parts.Card(self, heading.format(n=number_words(len(left), lang)))
        card.body.addWidget(parts.label(said, "muted small", card))
        for each in left:
            question = each.question
            chip = parts.chip(question.name, "warn", card)
            across = parts.row(chip, parts.label(each.why.of(lang), parent=card), spacing=12)
            across.setStretch(1, 1)
            card.body.addLayout(across)
            before = self.tr("Jawaban sekarang: {value}").format(value=shown_value(question, each.value, lang))
            card.body.addWidget(parts.label(f"{question.label.of(lang)} {before}", "muted small", card))
        self._add(card)

    def _add(self, card: QWidget) -> None:
        self.body.addWidget(card)
        self._cards.append(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
