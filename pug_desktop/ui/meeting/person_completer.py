"""Offers known persons while a name or a NIP is typed; each says who it is, so that nobody is taken for another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from pug_desktop.app.persons import Suggestion

_TEXT_ROLE = int(Qt.ItemDataRole.UserRole)
_PLACE_ROLE = _TEXT_ROLE + 1
_MOST = 8
_WIDEST = 640

Suggest = Callable[[str], Sequence[tuple[Suggestion, str]]]


class PersonCompleter(QCompleter):
    """The list under a cell.

    Signals:
        chosen: somebody was taken from the list (Suggestion).
    """

    chosen = Signal(object)

    def __init__(self, line: QLineEdit, suggest: Suggest, field: str) -> None:
        """`suggest` gives persons and the words of each; `field` of them is what the line is about: name or nip."""
        self._people = QStandardItemModel()
        super().__init__(self._people, line)
        self._people.setParent(self)
        self._suggest = suggest
        self._field = field
        self._found: Sequence[tuple[Suggestion, str]] = ()
        self.setCompletionRole(_TEXT_ROLE)
        # Another spelling of the name is offered too, so the list must not be filtered by what is typed.
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST)
        self.popup().setAccessibleName(self.tr("Orang yang dikenal"))
        line.setCompleter(self)
        line.textEdited.connect(self._typed)
        self.activated[QModelIndex].connect(self._activated)  # type: ignore[index]

    def _typed(self, text: str) -> None:
        self._found = self._suggest(text.strip())
        self._people.clear()
        widest = 0
        popup = self.popup()
        for place, (each, words) in enumerate(self._found):
            item = QStandardItem(words)
            item.setData(getattr(each, self._field) or each.name, _TEXT_ROLE)
            item.setData(place, _PLACE_ROLE)
            item.setToolTip(words)
            self._people.appendRow(item)
            widest = max(widest, popup.fontMetrics().horizontalAdvance(words))
        # A cell is narrow: the list is as wide as its words.
        popup.setMinimumSize(QSize(min(widest + 40, _WIDEST), 0))

    def _activated(self, index: QModelIndex) -> None:
        place = index.data(_PLACE_ROLE)
        if isinstance(place, int) and place < len(self._found):
            self.chosen.emit(self._found[place][0])
