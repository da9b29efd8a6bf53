"""Inputs of a result: which of the seven prerequisites it serves, and which expected result it brings about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pug_desktop.ui.form_view.inputs import ChoiceInput

LONGEST_CHOICE = 60


class PrerequisiteChips(QWidget):
    """The seven as small buttons, any of which may be pressed.

    Signals:
        edited: a person pressed one.
    """

    edited = Signal()

    def __init__(self, known: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        """`known` are (code, name)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._others: list[str] = []
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (code, words) in enumerate(known):
            each = QPushButton(code.removeprefix("P"), self)
            each.setCheckable(True)
            each.setToolTip(f"{code} {words}")
            each.setAccessibleName(f"{name}: {code} {words}")
            each.setProperty("segment", "first" if number == 0 else "last" if number == len(known) - 1 else "true")
            each.setProperty("narrow", True)
            each.clicked.connect(self.edited)
            self.buttons[code] = each
            layout.addWidget(each)
        layout.addStretch(1)
        if self.buttons:
            self.setFocusProxy(next(iter(self.buttons.values())))

    def value(self) -> list[str] | None:
        """The codes that are pressed, and those that only a newer program knows; None for none."""
        pressed = [code for code, each in self.buttons.items() if each.isChecked()]
        return [*pressed, *self._others] or None

    def set_value(self, value: object) -> None:
        """Show a list of codes."""
        codes = [str(each) for each in value] if isinstance(value, list | tuple) else []
        self._others = [code for code in codes if code not in self.buttons]
        for code, each in self.buttons.items():
            each.setChecked(code in codes)

    def problem(self) -> str:
        """A choice is never wrong."""
        return ""

    def setReadOnly(self, on: bool) -> None:
        """As for a line edit."""
        for each in self.buttons.values():
            each.setEnabled(not on)


class ResultChoice(ChoiceInput):
    """One of the results of the meeting; the list follows the results."""

    def __init__(self, name: str, parent: QWidget, results: Sequence[tuple[str, str]], empty: str) -> None:
        """`results` are (id, words)."""
        super().__init__((), name, parent, empty=empty)
        self.setMinimumContentsLength(9)
        self.show_results(results)

    def show_results(self, results: Sequence[tuple[str, str]]) -> None:
        """Offer these; the chosen one stays chosen while it is there."""
        chosen = self.value()
        while self.count() > 1:
            self.removeItem(1)
        for record_id, words in results:
            short = words if len(words) <= LONGEST_CHOICE else words[: LONGEST_CHOICE - 1].rstrip() + "…"
            self.addItem(short, record_id)
        self.set_value(chosen)
