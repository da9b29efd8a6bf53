"""Notices that the program was started once more, while its window is open."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from pug_desktop.app.instance import Instance

LOOK_EVERY_MS = 1000
"""Beside the watcher: folders on a network or a stick do not tell of changes."""


class OtherStarts(QObject):
    """Watches the folder of requests.

    Signals:
        asked: another start wants the window to come forward, with these files (tuple of Path).
    """

    asked = Signal(object)

    def __init__(self, instance: Instance, parent: QObject) -> None:
        super().__init__(parent)
        self._instance = instance
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """From now on: the window is there to be seen."""
        if self._instance.folder.is_dir():
            self._watcher.addPath(str(self._instance.folder))
        self._instance.listen()
        self._timer.start()
        self._look()

    def pause(self) -> None:
        """The window begins to close: another start waits until it has, and opens a new one."""
        self._timer.stop()
        self._instance.listen(on=False)

    def stop(self) -> None:
        """The window closes: who starts the program now gets a new one."""
        self._timer.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._instance.release()

    def _look(self, _folder: str = "") -> None:
        for wish in self._instance.wishes():
            self.asked.emit(wish.files)
