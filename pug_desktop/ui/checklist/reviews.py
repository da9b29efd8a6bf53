"""Reviews of one answer: what offices above said of it, and the strip in which one says it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pug_desktop.app.review_state import Review
from pug_desktop.domain.words import label
from pug_desktop.forms.words import date_words
from pug_desktop.ui import parts
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.texts import language

LONGEST_REMARK = 2000


class ReviewBands(QWidget):
    """One band for each office above that has said something."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def show_reviews(self, reviews: Sequence[Review]) -> None:
        """`reviews` are app.review Review."""
        parts.clear(self._layout)
        for each in reviews:
            self._layout.addWidget(self._band(each))
        self.setVisible(bool(reviews))

    def _band(self, review: Review) -> QFrame:
        lang, band = language(), QFrame(self)
        band.setProperty("band", "warn" if review.sends_back else "info")
        layout = QVBoxLayout(band)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(2)
        verdict = parts.label(label("verdict", review.verdict, lang), "strong", band, wrap=False)
        day = date_words(review.reviewed_on, lang) if review.reviewed_on else ""
        who = " · ".join(part for part in (review.reviewer or label("role", review.role, lang), day) if part)
        across = parts.row(verdict, parts.label(who, "muted small", band), spacing=12)
        across.setStretch(1, 1)
        layout.addLayout(across)
        if review.remark:
            layout.addWidget(parts.label(review.remark, parent=band))
        if review.changed:
            changed = self.tr("Jawaban, catatan, atau bukti berubah setelah diperiksa.")
            layout.addWidget(parts.label(changed, "muted small", band))
        return band


class ReviewBox(QFrame):
    """Three buttons and a remark.

    Signals:
        said: the verdict and the remark.
    """

    said = Signal(str, str)

    def __init__(self, role: str, parent: QWidget) -> None:
        """`role` is the level of the office that reviews."""
        super().__init__(parent)
        self._role = role
        self._kept = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 12)
        layout.setSpacing(6)
        layout.addWidget(parts.line(self))
        self._nothing = parts.label(self.tr("Butir ini belum dijawab, jadi belum dapat diperiksa."), "muted", self)
        layout.addWidget(self._nothing)
        self.remark = TextInput(
            self.tr("Catatan pemeriksaan"),
            self,
            hint=self.tr("Catatan pemeriksaan; wajib bila jawaban dikembalikan"),
            limit=LONGEST_REMARK,
        )
        layout.addWidget(self.remark)
        self._refused = parts.label("", "bad small", self)
        layout.addWidget(self._refused)
        self.buttons = {
            "diterima": self._button("diterima", self.tr("D&iterima")),
            "dikembalikan": self._button("dikembalikan", self.tr("Dikembalika&n")),
            "catatan": self._button("catatan", self.tr("&Catatan saja")),
        }
        self._across = FlowLayout(spacing=8)
        for each in self.buttons.values():
            self._across.addWidget(each)
        layout.addLayout(self._across)
        parts.tab_order(self.remark, *self.buttons.values())

    def add(self, button: QPushButton) -> None:
        """Put a button behind the three."""
        self._across.addWidget(button)
        QWidget.setTabOrder(self.buttons["catatan"], button)

    def _button(self, verdict: str, text: str) -> QPushButton:
        made = parts.button(text, parent=self)
        made.setCheckable(True)
        made.setObjectName(verdict)
        made.clicked.connect(self._clicked)
        return made

    def show_review(self, reviews: Sequence[Review], *, answered: bool, draft: str | None = None) -> None:
        """What this office has said so far; `draft` is what was typed and not said yet."""
        own = next((each for each in reviews if each.role == self._role), None)
        self._nothing.setVisible(not answered)
        for each in (self.remark, *self.buttons.values()):
            each.setVisible(answered)
        for verdict, button in self.buttons.items():
            button.setChecked(own is not None and own.verdict == verdict)
        self._kept = own.remark if own is not None else ""
        self.remark.set_value((self._kept if draft is None else draft) or None)
        self._refused.hide()

    def draft(self) -> str | None:
        """What was typed and not said yet."""
        typed = self.remark.value() or ""
        return typed if typed != self._kept else None

    def show_refused(self, sentence: str) -> None:
        """Why nothing was saved; the cursor goes where something is missing."""
        self._refused.setText(sentence)
        self._refused.show()
        self.remark.setFocus()

    def _clicked(self) -> None:
        button = self.sender()
        verdict = button.objectName()
        # Only what is saved stays pressed.
        for each in self.buttons.values():
            each.setChecked(False)
        self.said.emit(verdict, self.remark.value() or "")
