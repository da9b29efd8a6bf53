"""The list of everything that is wrong or doubtful on a sheet; a line leads to its question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pug_desktop.forms.problems import ERROR, Problem
from pug_desktop.forms.schema import Form
from pug_desktop.forms.words import number_words
from pug_desktop.ui import parts
from pug_desktop.ui.texts import language


class ProblemList(parts.ScrollColumn):
    """Errors first, then warnings, each with its cause and what to do.

    Signals:
        wanted: the question that was pressed.
        closed: back to the sheet.
    """

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[parts.RowButton] = []
        self.back = parts.button(self.tr("Kembali ke lembar"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        self.body.addLayout(parts.row(self.back, None))
        self._cards: list[QWidget] = []

    def show_problems(self, form: Form, problems: Sequence[Problem]) -> None:
        """Show these of a sheet with that form; an empty list says that nothing is wrong."""
        self._form = form
        for card in self._cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        while self.body.count() > 1:
            self.body.takeAt(1)
        self._cards, self.rows = [], []
        errors = [each for each in problems if each.severity == ERROR]
        doubts = [each for each in problems if each.severity != ERROR]
        if errors:
            said = self.tr("Tidak mungkin benar, atau wajib diisi. Perbaiki sebelum lembar diserahkan.")
            self._card(self.tr("Kesalahan ({n})"), said, errors, "bad")
        if doubts:
            said = self.tr("Mungkin benar, tetapi perlu dilihat sekali lagi.")
            self._card(self.tr("Peringatan ({n})"), said, doubts, "warn")
        if not problems:
            card = parts.Card(self, self.tr("Tidak ada masalah"))
            words = self.tr("Semua jawaban yang terisi lolos pemeriksaan. Lanjutkan mengisi yang masih kosong.")
            card.body.addWidget(parts.label(words, "muted", card))
            self._add(card)
        self.body.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, heading: str, said: str, problems: Sequence[Problem], look: str) -> None:
        card = parts.Card(self, heading.format(n=number_words(len(problems), language())))
        card.body.addWidget(parts.label(said, "muted small", card))
        for each in problems:
            card.body.addWidget(self._row(each, look, card))
        self._add(card)

    def _add(self, card: QWidget) -> None:
        self.body.addWidget(card)
        self._cards.append(card)

    def _row(self, problem: Problem, look: str, card: QWidget) -> parts.RowButton:
        lang = language()
        row = parts.RowButton(card)
        row.setProperty("question", problem.question)
        cause, remedy = problem.cause.of(lang), problem.remedy.of(lang)
        asked = self._form.question(problem.question).label.of(lang)
        row.setAccessibleName(f"{problem.question}: {cause}")
        row.setAccessibleDescription(f"{remedy} {asked}")
        row.clicked.connect(self._pressed)
        across = parts.row(parts.chip(problem.question, look, row), parts.label(cause, parent=row), spacing=12)
        across.setStretch(1, 1)
        row.body.addLayout(across)
        row.body.addWidget(parts.label(remedy, parent=row))
        row.body.addWidget(parts.label(asked, "muted small", row))
        self.rows.append(row)
        return row

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("question"))
