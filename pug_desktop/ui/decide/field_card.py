"""One open field: its values beside each other, each with who, when and on which computer, and "tulis lain"."""

from datetime import UTC, datetime
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pug_desktop.app.decide import Conflict, Fate, Version
from pug_desktop.app.text_difference import difference, is_long
from pug_desktop.forms.schema import Question
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import moment_words
from pug_desktop.ui.decide.editors import editor_for
from pug_desktop.ui.decide.presenter import Draft
from pug_desktop.ui.texts import language

SHOWN_AT_ONCE = 6
"""Most fields hold two values; a hostile one may hold hundreds."""

LONG_LINES = 9
LEAST_CHARS = 30
"""Where less fits into a line, two values do not stand beside each other."""
_OTHER = -2


class Option(QFrame):
    """A value with its radio button; a press anywhere chooses it."""

    def __init__(self, radio: QRadioButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("option", True)
        self.radio = radio
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 10)
        self.body.setSpacing(4)
        # Two beside each other are equally wide, whatever stands in them.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        radio.setParent(self)
        self.body.addWidget(radio)
        radio.toggled.connect(self._look)
        radio.installEventFilter(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: choose it."""
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: the frame shows where the cursor is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            style.mark(self, "at", event.type() == QEvent.Type.FocusIn)
        return False

    def _look(self, chosen: bool) -> None:
        style.mark(self, "option", "chosen" if chosen else True)


class FieldCard(QWidget):
    """One open field.

    Attributes:
        conflict: what it shows.

    Signals:
        edited: a person chose or typed; see `draft`.
    """

    edited = Signal()

    def __init__(self, conflict: Conflict, question: Question | None, draft: Draft | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self._group = QButtonGroup(self)
        self._columns = 2
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(parts.label(conflict.field[:1].upper() + conflict.field[1:], "strong", self))
        self._grid = QGridLayout()
        self._grid.setSpacing(style.GRID)
        self._grid.setColumnStretch(0, 1)
        layout.addLayout(self._grid)
        shown = len(conflict.versions) if draft is not None and (draft.number or 0) >= SHOWN_AT_ONCE else SHOWN_AT_ONCE
        self.options: list[Option] = []
        for number in range(min(shown, len(conflict.versions))):
            self._add(number)
        self._more = parts.button("", look="quiet", parent=self)
        self._more.clicked.connect(self._show_all)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._say_more()
        self.editor = editor_for(conflict, question, self)
        self.other = self._make_other(layout)
        self._problem = parts.label("", "bad small", self)
        self._problem.hide()
        layout.addWidget(self._problem)
        if draft is not None:
            self._show(draft)
        self._group.idToggled.connect(self._toggled)

    # --- building ---------------------------------------------------------------------------------------------------

    def _add(self, number: int) -> None:
        version = self.conflict.versions[number]
        radio = QRadioButton(self)
        spoken = (self.conflict.field, version.words, self._named(version), self._written(version))
        radio.setAccessibleName(", ".join(each for each in spoken if each)[:500])
        radio.setEnabled(self.conflict.may_decide)
        self._group.addButton(radio, number)
        option = Option(radio, self)
        # Beside the button and not on it: a name of an office may need two lines.
        option.body.takeAt(0)
        head = parts.row(radio, parts.label(self._named(version), "field", option), spacing=0)
        head.setStretch(1, 1)
        if number == 0 and not isinstance(version.value, Fate):
            head.addWidget(parts.chip(self.tr("tampil sekarang"), "", option), 0, Qt.AlignmentFlag.AlignTop)
        option.body.addLayout(head)
        option.body.addWidget(self._words_of(version, option))
        if written := self._written(version):
            option.body.addWidget(parts.label(written, "muted small", option))
        option.body.addStretch(1)
        self.options.append(option)
        self._place()

    def _named(self, version: Version) -> str:
        if version.value is Fate.KEEP:
            return self.tr("Diubah di {device}").format(device=version.device)
        if version.value is Fate.REMOVE:
            return self.tr("Dihapus di {device}").format(device=version.device)
        return version.device[:1].upper() + version.device[1:]

    def _written(self, version: Version) -> str:
        when = datetime.fromtimestamp(version.at, UTC) if 0 < version.at < 2**37 else None
        told = moment_words(when, language()) if when is not None else self.tr("waktu tidak diketahui")
        return " · ".join(each for each in (version.user or self.tr("tanpa nama"), told) if each)

    def _words_of(self, version: Version, parent: QWidget) -> QWidget:
        if not is_long(version.words):
            shown = parts.label(version.words, parent=parent)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            return shown
        versions = self.conflict.versions
        against = versions[1] if version is versions[0] and len(versions) > 1 else versions[0]
        ground = style.colours().warn_tint
        text = "".join(
            f'<span style="background-color:{ground}; text-decoration:underline">{_html(piece.text)}</span>'
            if piece.differs
            else _html(piece.text)
            for piece in difference(version.words, against.words)
        )
        view = QTextBrowser(parent)
        view.setProperty("quoted", True)
        view.setHtml(text)
        view.setAccessibleName(self.conflict.field)
        view.setTabChangesFocus(True)
        lines = min(LONG_LINES, max(3, len(version.words) // 42 + version.words.count("\n") + 1))
        view.setFixedHeight(view.fontMetrics().lineSpacing() * lines + 20)
        return view

    def _make_other(self, layout: QVBoxLayout) -> Option | None:
        if self.editor is None:
            return None
        radio = QRadioButton(self.tr("Tulis lain"), self)
        radio.setAccessibleName(f"{self.conflict.field}, {radio.text()}")
        self._group.addButton(radio, _OTHER)
        option = Option(radio, self)
        self.editor.setParent(option)
        option.body.addWidget(self.editor)
        self.editor.set_value(self.conflict.versions[0].value)  # type: ignore[attr-defined]
        self.editor.edited.connect(self.edited)  # type: ignore[attr-defined]
        self.editor.hide()
        layout.addWidget(option)
        return option

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: beside each other where there is room, else one below the other."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= 2 * self.fontMetrics().averageCharWidth() * LEAST_CHARS else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for number, option in enumerate(self.options):
            self._grid.addWidget(option, number // self._columns, number % self._columns)
        self._grid.setColumnStretch(1, self._columns - 1)

    def _say_more(self) -> None:
        hidden = len(self.conflict.versions) - len(self.options)
        parts.rename(self._more, self.tr("Tampilkan {n} isian lain").format(n=hidden))
        self._more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        for number in range(len(self.options), len(self.conflict.versions)):
            self._add(number)
        self._say_more()

    # --- what is chosen ---------------------------------------------------------------------------------------------

    def draft(self) -> Draft | None:
        """What is chosen now; None while nothing is."""
        chosen = self._group.checkedId()
        if chosen == _OTHER and self.editor is not None:
            return Draft(None, self.editor.value())  # type: ignore[attr-defined]
        return Draft(chosen) if chosen >= 0 else None

    def problem(self) -> str:
        """Why what is typed cannot be kept, said beside it; "" when it can or nothing is typed."""
        draft = self.draft()
        said = str(self.editor.problem()) if draft and draft.number is None else ""  # type: ignore[union-attr]
        self.say(said)
        return said

    def say(self, words: str) -> None:
        """Say what is wrong with another value."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def choose(self, number: int) -> None:
        """Choose a version; for "everything from there" within one record."""
        if number >= len(self.options):
            self._show_all()
        self._group.button(number).setChecked(True)

    def focus_first(self) -> None:
        """Put the cursor on what is chosen, or on the first value."""
        (self._group.checkedButton() or self._group.buttons()[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, draft: Draft) -> None:
        if draft.number is None:
            if self.editor is not None and self.other is not None:
                self.editor.set_value(draft.value)  # type: ignore[attr-defined]
                self.other.radio.setChecked(True)
                self.editor.show()
        elif draft.number < len(self.options):
            self._group.button(draft.number).setChecked(True)

    def _toggled(self, number: int, on: bool) -> None:
        if number == _OTHER and self.editor is not None:
            self.editor.setVisible(on)
        if on:
            self.say("")
            self.edited.emit()


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
