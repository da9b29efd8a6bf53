"""Which kind of meeting: those that the office offers, and the one a meeting has even where it is offered no more."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pug_desktop.ui.form_view.inputs import ChoiceInput


class KindInput(ChoiceInput):
    """The input for the kind of a meeting."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__((), name, parent)
        self._offered: tuple[tuple[str, str], ...] = ()

    def offer(self, kinds: Sequence[tuple[str, str]], choice: object, name: str) -> None:
        """Offer these, and the one that the meeting has under its name."""
        offered = tuple(kinds)
        if choice and choice not in {each for each, _ in offered}:
            offered = (*offered, (str(choice), name))
        if offered == self._offered or self.view().isVisible():
            return
        self._offered = offered
        before = self.value()
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for value, text in offered:
            self.addItem(text, value)
        self.set_value(before)
        self.blockSignals(False)
