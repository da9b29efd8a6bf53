"""One line to invite an office or a person: what the registers know first, then what was typed as it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from pug_desktop.app.invite import Invitee
from pug_desktop.domain.addressed import sounds_like_office
from pug_desktop.ui import icons
from pug_desktop.ui.form_view.inputs import TextInput

_PLACE_ROLE = int(Qt.ItemDataRole.UserRole)
_MOST = 10
_WIDEST = 640


class InviteLine(TextInput):
    """The line.

    Signals:
        chosen: an Invitee.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent, hint=self.tr("ketik nama kantor atau orang, lalu pilih"))
        self._suggest: Callable[[str], Sequence[Invitee]] = _nobody
        self._found: list[Invitee] = []
        self._model = QStandardItemModel(self)
        popup = QCompleter(self._model, self)
        popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup.setMaxVisibleItems(_MOST)
        self.setCompleter(popup)
        # The words of a suggestion never stand in the line itself.
        chosen = popup.activated[QModelIndex]  # type: ignore[index]  # PySide's stubs know no overloads
        chosen.connect(self._activated, Qt.ConnectionType.QueuedConnection)
        self.textEdited.connect(self.offer)
        self.returnPressed.connect(self._entered)

    def use(self, suggest: Callable[[str], Sequence[Invitee]]) -> None:
        """Ask this for suggestions."""
        self._suggest = suggest

    def offer(self, text: str) -> None:
        """Show who may be meant by a text."""
        typed = " ".join(text.split())
        known = list(self._suggest(typed)) if len(typed) > 1 else []
        new = [Invitee(office_name=typed), Invitee(name=typed)] if len(typed) > 1 else []
        # What is most likely meant stands first: Enter takes it.
        new.sort(key=lambda each: bool(each.office_name) is not sounds_like_office(typed))
        self._found = [*known, *new]
        self._model.clear()
        widest = 0
        metrics = self.completer().popup().fontMetrics()
        for place, each in enumerate(self._found):
            words = self._words(each, known=place < len(known))
            item = QStandardItem(_icon(each), words)
            item.setData(place, _PLACE_ROLE)
            self._model.appendRow(item)
            widest = max(widest, metrics.horizontalAdvance(words))
        self.completer().popup().setMinimumSize(QSize(min(widest + 72, _WIDEST), 0))

    def _words(self, each: Invitee, *, known: bool) -> str:
        if not known:
            new = self.tr("Orang baru: {name}") if each.name else self.tr("Kantor baru: {name}")
            return new.format(name=each.name or each.office_name)
        return " · ".join(part for part in (each.name, each.position, each.office_name) if part)

    def _activated(self, index: QModelIndex) -> None:
        place = index.data(_PLACE_ROLE)
        if isinstance(place, int) and place < len(self._found):
            self._take(self._found[place])

    def _entered(self) -> None:
        """Enter without a choice: what is named exactly so, else the list to choose from."""
        if self.completer().popup().isVisible():
            return
        typed = " ".join(self.text().split()).casefold()
        self.offer(self.text())
        exact = [each for each in self._found[:-2] if typed in (each.office_name.casefold(), each.name.casefold())]
        whole = [each for each in exact if typed == (each.name or each.office_name).casefold()]
        if len(whole) == 1:
            self._take(whole[0])
        elif self._found:
            self.completer().complete()

    def _take(self, who: Invitee) -> None:
        self.clear()
        self.chosen.emit(who)


def _icon(each: Invitee) -> QIcon:
    return icons.icon("user" if each.name else "office")


def _nobody(_text: str) -> Sequence[Invitee]:
    return ()
