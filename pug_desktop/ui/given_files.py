"""Files that the program was started with: kept until a profile is open and nothing stands in the way, then shown.

Nothing is taken in by itself: bundles come to the preview of the page Terima, key cards to the page of key cards.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pug_desktop import errors
from pug_desktop.ui.main_window import MainWindow

BUNDLES = frozenset({".pug", ".pugtt"})
KEYS = frozenset({".pugkey"})
LOOK_EVERY_MS = 300


class Sorted(NamedTuple):
    """Files by where they are shown, and what is wrong with the others."""

    bundles: tuple[Path, ...]
    keys: tuple[Path, ...]
    problems: tuple[errors.PugError, ...]


def sort_files(paths: Iterable[Path]) -> Sorted:
    """Which page each file belongs to; a folder may hold bundles."""
    bundles, keys, problems = list[Path](), list[Path](), list[errors.PugError]()
    for path in dict.fromkeys(paths):
        kind = path.suffix.casefold()
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError:
            is_folder = is_there = False
        if not is_there:
            problems.append(errors.FileUnreadable(path=path, reason="tidak ada / it is not there"))
        elif is_folder or kind in BUNDLES:
            bundles.append(path)
        elif kind in KEYS:
            keys.append(path)
        else:
            problems.append(errors.NotToBeOpened(name=path.name))
    return Sorted(tuple(bundles), tuple(keys), tuple(problems))


class GivenFiles(QObject):
    """Those that wait, and the window in which they are shown."""

    def __init__(self, window: MainWindow, files: Sequence[Path] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = list(files)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.show_now)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """What is not shown yet."""
        return tuple(self._waiting)

    def give(self, files: Sequence[Path]) -> None:
        """Another start brought these; the window comes forward in any case."""
        self._waiting += files
        come_forward(self._window)
        self.show_now()

    def say_what_waits(self) -> None:
        """There is no open profile yet: say that the files are not forgotten."""
        if self._waiting and self._window.workspace is None:
            names = ", ".join(each.name for each in self._waiting[:3])
            words = self.tr("{names} akan dibuka setelah profil siap.").format(names=names)
            self._window.profile_label.setText(words)

    def show_now(self) -> None:
        """Show them, or wait while a question is open, bundles are taken in, or no profile is open."""
        if not self._waiting or self._window.workspace is None:
            self._timer.stop()
            self.say_what_waits()
            return
        if QApplication.activeModalWidget() is not None or self._window.held:
            self._timer.start()
            return
        self._timer.stop()
        found, self._waiting = sort_files(self._waiting), []
        if found.bundles:
            self._window.go_to("receive", found.bundles)
        if found.keys:
            # In front of the bundles: without the card of its sender a bundle is refused.
            self._window.go_to("office", found.keys)
        for problem in found.problems:
            self._window.ask.tell(problem)


def come_forward(window: MainWindow) -> None:
    """Show the window before all others, or the question that stands open over it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()
    # Where the system lets nobody come to the front, the task bar says that somebody wants to.
    QApplication.alert(front)
