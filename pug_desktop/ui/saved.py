"""Every field is committed when it is left, at Enter, and at most 2 s after it was changed: there is no Save button.

A choice in a list is kept almost at once: what the page says about it (a day off, a state that does not fit) follows.

    saver = AutoSave(self._title, self._title.text, self._write_title)
    saver.saved.connect(self.saved)      # a page hands both on to the main window's status bar
    saver.failed.connect(self.failed)

After a page has put a value into the widget itself it calls `saver.settle()`, so that this is not taken for typing.
The main window calls `flush_all(page)` before a page change, an undo and closing.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from pug_desktop.errors import PugError, WrongValue

UNSAVED_MS = 1900
"""The longest that something typed stays uncommitted, typing on or not: a kill may cost 2 s, the timer and the commit
take their part of it."""

CHOSEN_MS = 250
"""The same for a list to choose from: long enough for the arrow keys to pass over a choice."""

# The signal by which each kind of Qt input says that a person changed it; our own inputs have `edited`.
_EDIT_SIGNALS = ("edited", "textEdited", "textChanged", "activated", "dateChanged", "valueChanged", "clicked")


class AutoSave(QObject):
    """Writes one input's value when it is left, and at the latest two seconds after the first key that is not saved.

    Signals:
        saved: what `write` returned (app.edit's Saved).
        failed: the PugError that `write` raised; the value stays in the input and is tried again at the next change.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        widget: QWidget,
        read: Callable[[], object],
        write: Callable[[object], object],
        *,
        unsaved_ms: int | None = None,
    ) -> None:
        """`read` gives the present value, `write` commits it; both on the window's thread."""
        super().__init__(widget)
        self._widget = widget
        self._read = read
        self._write = write
        self._kept = read()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        usual = CHOSEN_MS if isinstance(widget, QComboBox) else UNSAVED_MS
        self._timer.setInterval(usual if unsaved_ms is None else unsaved_ms)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)
        _edit_signal(widget).connect(self._touched)
        self._watch(widget)

    def settle(self) -> None:
        """Take the present value as the committed one: the page has just loaded it."""
        self._timer.stop()
        self._kept = self._read()

    @property
    def pending(self) -> bool:
        """Whether something typed is not committed yet."""
        return self._timer.isActive()

    def flush(self, *, leaving: bool = False) -> None:
        """Commit now what differs from the committed value and can be kept.

        With `leaving` the person is told when something on the screen cannot be: it is lost when the page goes.
        """
        self._timer.stop()
        problem = self._problem()
        value = self._good_parts() if problem else self._read()
        if value != self._kept:
            self._commit(value)
        if problem and leaving:
            name = self._widget.accessibleName()
            self.failed.emit(WrongValue(field=name, value="", expected=problem))

    def _good_parts(self) -> object:
        """What can be kept of an input of several parts; the committed value when nothing can."""
        asked = getattr(self._widget, "good_parts", None)
        return asked(self._kept) if callable(asked) else self._kept

    def _commit(self, value: object) -> None:
        before, self._kept = self._kept, value
        try:
            result = self._write(value)
        except PugError as error:
            self._kept = before
            self.failed.emit(error)
        else:
            self.saved.emit(result)

    def _problem(self) -> str:
        """An input that can hold something wrong says so itself; that is never written."""
        asked = getattr(self._widget, "problem", None)
        return str(asked()) if callable(asked) else ""

    def _touched(self, *_: object) -> None:
        # Not started anew by each key: who types without a pause would never be saved.
        if not self._timer.isActive():
            self._timer.start()

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        for child in widget.findChildren(QWidget):
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the focus leaves the input and its parts, and at Enter in a line."""
        if event.type() == QEvent.Type.FocusOut and (self._timer.isActive() or self._problem()):
            QTimer.singleShot(0, self, self._left)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._timer.isActive():
                # Behind the line's own answer to the key.
                QTimer.singleShot(0, self, self.flush)
        elif event.type() == QEvent.Type.ChildAdded and isinstance(watched, QWidget):
            QTimer.singleShot(0, self, self._watch_new)
        return False

    def _watch_new(self) -> None:
        self._watch(self._widget)

    def _left(self) -> None:
        now = QApplication.focusWidget()
        inside = now is not None and (now is self._widget or self._widget.isAncestorOf(now))
        # From one part to the next what was typed is kept as well.
        self.flush(leaving=not inside)


def flush_all(inside: QWidget) -> None:
    """Commit whatever is still waiting in a page."""
    for saver in inside.findChildren(AutoSave):
        saver.flush(leaving=saver.pending)


def _edit_signal(widget: QWidget) -> SignalInstance:
    for name in _EDIT_SIGNALS:
        if (signal := getattr(widget, name, None)) is not None and hasattr(signal, "connect"):
            return cast(SignalInstance, signal)
    raise TypeError(f"{type(widget).__name__} has no signal that tells of editing")
