"""The chosen record with all its open fields, and the button that saves what was decided."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app.decide import Conflict
from pug_desktop.forms.schema import Question
from pug_desktop.ui import parts
from pug_desktop.ui.decide.field_card import FieldCard
from pug_desktop.ui.decide.presenter import DecidePresenter, OpenRecord


class RecordPanel(parts.Card):
    """One record; made once, filled anew for each.

    Signals:
        drafted: something was chosen or typed.
        save_pressed: decide what is chosen.
        open_pressed: show the record on its own page.
    """

    drafted = Signal()
    save_pressed = Signal()
    open_pressed = Signal()

    def __init__(
        self, presenter: DecidePresenter, question_of: Callable[[Conflict], Question | None], parent: QWidget
    ) -> None:
        super().__init__(parent, margin=0)
        self._presenter = presenter
        self._question_of = question_of
        self._record: OpenRecord | None = None
        self.cards: list[FieldCard] = []
        self._column = parts.ScrollColumn(self, margin=20, spacing=parts.GAP)
        self.body.addWidget(self._column, 1)
        foot = QWidget(self)
        self._hint = parts.label("", "muted small", foot)
        self.save = parts.button(self.tr("Simpan keputusan"), "check", "primary", foot)
        self.save.setToolTip(self.tr("Simpan keputusan (Ctrl+Enter)"))
        self.save.clicked.connect(self.save_pressed)
        across = parts.row(self._hint, self.save)
        across.setStretch(0, 1)
        across.setContentsMargins(20, 0, 20, 14)
        foot.setLayout(across)
        self.body.addWidget(parts.line(self))
        self.body.addWidget(foot)

    def show_record(self, record: OpenRecord) -> None:
        """Show the open fields of a record, with what was chosen before."""
        self._record = record
        parts.clear(self._column.body)
        first = record.first
        self._column.body.addWidget(parts.label(first.title, "heading", self))
        below = " · ".join(each for each in (first.context, first.office) if each)
        open_it = parts.button(self.tr("Buka catatannya"), "open", "quiet", self)
        open_it.setVisible(bool(first.page))
        open_it.clicked.connect(self.open_pressed)
        line = parts.row(parts.label(below, "muted", self), open_it)
        line.setStretch(0, 1)
        self._column.body.addLayout(line)
        self.cards = []
        for number, each in enumerate(record.fields):
            if number:
                self._column.body.addWidget(parts.line(self))
            draft = self._presenter.drafts.get((record.key, each.cell))
            card = FieldCard(each, self._question_of(each), draft, self)
            card.edited.connect(self._edited)
            self._column.body.addWidget(card)
            self.cards.append(card)
        self._column.body.addStretch(1)
        self._column.verticalScrollBar().setValue(0)
        self._say()

    def focus_first(self) -> None:
        """Put the cursor on the first value."""
        if self.cards:
            self.cards[0].focus_first()

    def problem(self) -> bool:
        """Whether something typed cannot be kept; said beside it."""
        # Each says its own, so that none is skipped.
        said = [card.problem() for card in self.cards]
        return any(said)

    def say_refused(self, words: str) -> None:
        """Say why nothing was decided."""
        self._hint.setText(words)

    def keep_drafts(self) -> None:
        """Remember what is chosen and typed now."""
        for card in self.cards:
            draft = card.draft()
            if draft is not None and self._record is not None:
                self._presenter.drafts[self._record.key, card.conflict.cell] = draft

    def _edited(self) -> None:
        self.keep_drafts()
        self._say()
        self.drafted.emit()

    def _say(self) -> None:
        record = self._record
        if record is None:
            return
        chosen = self._presenter.drafted(record)
        self.save.setEnabled(bool(chosen))
        if not record.first.may_decide:
            words = self.tr("Catatan ini diputuskan oleh kantor di atas.")
        elif chosen:
            words = self.tr("{n} dari {total} dipilih, belum disimpan").format(n=chosen, total=len(record.fields))
        else:
            words = self.tr("Belum ada yang dipilih")
        self._hint.setText(words)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
