"""Bundles that were set aside: why, and what can be done with each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.quarantine import Kept
from pug_desktop.domain.dates import size_words
from pug_desktop.errors import UnknownSender
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import joined, moment_words
from pug_desktop.ui.texts import language


class KeptCard(parts.Card):
    """One bundle that was set aside.

    Attributes:
        again, discard, enrol: the buttons; `enrol` only for an unknown sender.

    Signals:
        retry_pressed, discard_pressed: with the bundle (Kept).
        enrol_pressed: get to know the sender.
    """

    retry_pressed = Signal(object)
    discard_pressed = Signal(object)
    enrol_pressed = Signal()

    def __init__(self, kept: Kept, parent: QWidget) -> None:
        super().__init__(parent)
        self.kept = kept
        self.again = parts.button(self.tr("Coba lagi"), "sync", "", self)
        self.again.clicked.connect(self._again)
        self.discard = parts.button(self.tr("Buang…"), "trash", "quiet", self)
        self.discard.clicked.connect(self._discard)
        self.enrol = parts.button(self.tr("Daftarkan perangkat ini…"), "key", "", self)
        self.enrol.clicked.connect(self.enrol_pressed)
        self.enrol.setVisible(kept.code == UnknownSender.code)
        self.body.setSpacing(4)
        self.body.addWidget(parts.label(kept.sender_name or kept.name, "heading", self))
        self.body.addWidget(parts.label(kept.title, "bad", self))
        self.body.addWidget(parts.label(kept.advice, "", self))
        about = (
            kept.name,
            size_words(kept.size, language()),
            self.tr("disimpan {moment}").format(moment=moment_words(kept.kept_at, language())),
            kept.code,
        )
        self.body.addWidget(parts.label(joined(about), "muted small", self))
        self.body.addLayout(parts.row(self.enrol, self.again, self.discard, None))

    def _again(self) -> None:
        self.retry_pressed.emit(self.kept)

    def _discard(self) -> None:
        self.discard_pressed.emit(self.kept)


class KeptList(parts.ScrollColumn):
    """All of one sort.

    Attributes:
        cards: one for each.

    Signals:
        retry_pressed, discard_pressed: with the bundle (Kept).
        enrol_pressed: get to know a sender.
    """

    retry_pressed = Signal(object)
    discard_pressed = Signal(object)
    enrol_pressed = Signal()

    def __init__(self, purpose: str, empty: str, parent: QWidget) -> None:
        """`purpose` says what stands here, `empty` is said when nothing does."""
        super().__init__(parent)
        self.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        self.cards: list[KeptCard] = []
        self._purpose, self._empty = purpose, empty
        self._words = parts.label(empty, "muted", self)
        self._column = QVBoxLayout()
        self._column.setSpacing(style.GRID)
        self.body.addWidget(self._words)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def show_kept(self, kept: Sequence[Kept]) -> None:
        """Show these."""
        parts.clear(self._column)
        self._words.setText(self._purpose if kept else self._empty)
        self.cards = [KeptCard(each, self) for each in kept]
        for card in self.cards:
            card.retry_pressed.connect(self.retry_pressed)
            card.discard_pressed.connect(self.discard_pressed)
            card.enrol_pressed.connect(self.enrol_pressed)
            self._column.addWidget(card)
