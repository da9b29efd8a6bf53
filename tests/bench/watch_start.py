"""Watches the program's window from outside: first paint, first row of data, silences of the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel

from pug_desktop.ui.main_window import MainWindow
from tests.bench.first_row import DUE_TEXT

BEAT_MS = 5
GIVE_UP_MS = 60_000


class Watch:
    """Listens to `MainWindow.event` until the window was painted, then beats every 5 ms until the row is there."""

    def __init__(self, since: Callable[[], float]) -> None:
        self._since = since
        self._paint = self._data = 0.0
        self._gap, self._last = 0.0, 0.0
        self._seen = False
        self._own_event = MainWindow.event
        watch = self

        def event(window: MainWindow, event: QEvent) -> bool:
            done = watch._own_event(window, event)
            if event.type() == QEvent.Type.Paint and not watch._paint:
                watch._painted(window)
            return done

        MainWindow.event = event

    def found(self) -> dict[str, float]:
        """What was seen."""
        return {"paint_ms": self._paint, "data_ms": self._data, "gap_ms": self._gap}

    def _painted(self, window: MainWindow) -> None:
        self._paint = self._last = self._since()
        MainWindow.event = self._own_event
        self._window = window
        self._timer = QTimer(QObject(window))
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = self._since()
        self._gap, self._last = max(self._gap, now - self._last), now
        if self._seen:
            # One round after the row was laid out: whatever was waiting to be painted has been.
            self._data = now
            self._timer.stop()
            self._window.close()
        elif now > GIVE_UP_MS:
            raise SystemExit("no row of data within a minute")
        else:
            self._seen = self._is_there()
        # What this beat itself took is the watcher's, not the program's.
        self._last = self._since()

    def _is_there(self) -> bool:
        page = self._window.stack.currentWidget()
        if not hasattr(page, "refresh"):
            return False
        return any(
            label.text() == DUE_TEXT and not label.visibleRegion().isEmpty() for label in page.findChildren(QLabel)
        )
