"""Which sticks are in the computer, and when one comes or goes."""

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

EVERY_MS = 2000
"""Qt's file watcher does not see a stick arrive, so its coming is looked for."""

FULL_BELOW = 64 * 1024
"""Bytes; the smallest bundle takes a few kB, and a file system some for itself."""

_DRIVE_REMOVABLE = 2
_LINUX_PLACES = ("/media/", "/run/media/")


@dataclass(frozen=True, slots=True)
class Stick:
    """A removable drive that is ready."""

    root: Path
    name: str
    """Its label with the drive letter: "KINGSTON (E:)"."""
    free_bytes: int
    total_bytes: int
    read_only: bool

    @property
    def is_full(self) -> bool:
        """Whether not even the smallest file has room."""
        return self.free_bytes < FULL_BELOW


def find_sticks() -> tuple[Stick, ...]:
    """The removable drives, by name."""
    roots = _windows_roots() if sys.platform == "win32" else _mounted_roots()
    found = (_read(QStorageInfo(root)) for root in roots)
    return tuple(sorted((stick for stick in found if stick is not None), key=_name))


class StickWatcher(QObject):
    """Looks every two seconds while it is on.

    Signals:
        changed: the sticks (tuple of Stick), when they are others than at the last look.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject, find: Callable[[], tuple[Stick, ...]] = find_sticks) -> None:
        super().__init__(parent)
        self._find = find
        self._known: tuple[Stick, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and then every two seconds."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Stop looking: the page is not shown."""
        self._timer.stop()

    def look(self) -> None:
        """Look once."""
        now = self._find()
        if now != self._known:
            self._known = now
            self.changed.emit(now)


def _name(stick: Stick) -> str:
    return stick.name.casefold()


def _windows_roots() -> list[str]:
    # Only removable drives are opened: asking a network drive that is away would hold the window for seconds.
    # A: and B: are floppy drives, which start to rattle.
    if sys.platform != "win32":
        return []
    kernel = ctypes.windll.kernel32
    present = kernel.GetLogicalDrives()
    roots = [f"{chr(ord('A') + number)}:\\" for number in range(2, 26) if present >> number & 1]
    return [root for root in roots if kernel.GetDriveTypeW(root) == _DRIVE_REMOVABLE]


def _mounted_roots() -> list[str]:
    roots = [volume.rootPath() for volume in QStorageInfo.mountedVolumes()]
    return [root for root in roots if root.startswith(_LINUX_PLACES)]


def _read(volume: QStorageInfo) -> Stick | None:
    # A card reader without a card is a drive that is not ready.
    if not volume.isValid() or not volume.isReady():
        return None
    root = volume.rootPath()
    letter = root.rstrip("/\\")
    name = volume.name() or Path(root).name
    if sys.platform == "win32":
        name = f"{name or 'Flashdisk'} ({letter})"
    return Stick(Path(root), name, volume.bytesAvailable(), volume.bytesTotal(), volume.isReadOnly())
