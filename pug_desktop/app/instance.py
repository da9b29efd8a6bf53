"""One window for each user and profile: who has it, and how a second start hands its files over.

    jendela/<name>/pug.lock    held by the operating system, and so free at once when the program dies
                   nomor       the process that has it; there while it takes requests up
                   *.minta     what another start wishes: JSON, taken away by who takes it up

Files and no socket: the program opens no port, and a folder is seen on every system alike.
"""

import contextlib
import errno
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from pug_desktop import errors, paths

WINDOWS = "jendela"
NUMBER = "nomor"
REQUEST = ".minta"

ANSWER_S = 5.0
"""A window that takes requests up does so within a tenth of a second; after this it hangs."""
START_S = 60.0
"""A window that is only just starting: a laptop with a hard disk and a virus scanner needs twenty seconds."""
LOOK_EVERY_S = 0.02
OLD_S = 120.0
"""A request that nobody took up that long is of a start that was ended; it is thrown away."""
MOST_BYTES = 1 << 20

# Wine's C library gives no number at all when another process has the lock.
_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK, 0})

RUNNING = "PUGDesktopRunning"
"""The name by which the Windows setup knows that the program runs."""

Clock = Callable[[], float]


class Wish(NamedTuple):
    """What another start wants: that the window comes forward, and these files with it."""

    files: tuple[Path, ...]


class Instance:
    """The right to have the window of a profile.

    Attributes:
        folder: where the lock and the requests lie.
    """

    def __init__(self, folder: Path, *, clock: Clock = time.time) -> None:
        self.folder = folder
        self._clock = clock
        self._held: int | None = None

    def claim(self) -> bool:
        """Take the right; False when another has it. OSError where no lock can be had at all."""
        if self._held is not None:
            return True
        self.folder.mkdir(parents=True, exist_ok=True)
        self._held = _lock(self.folder / "pug.lock")
        if self._held is None:
            return False
        with contextlib.suppress(OSError):
            (self.folder / NUMBER).unlink(missing_ok=True)
        return True

    def listen(self, *, on: bool = True) -> None:
        """From now on requests are taken up, since the window can be seen; or no longer, since it closes."""
        if self._held is None:
            return
        with contextlib.suppress(OSError):
            if on:
                (self.folder / NUMBER).write_text(str(os.getpid()), encoding="ascii")
            else:
                (self.folder / NUMBER).unlink(missing_ok=True)

    def wishes(self) -> tuple[Wish, ...]:
        """What other starts want, oldest first; each is told once."""
        if self._held is None:
            return ()
        with contextlib.suppress(OSError):
            requests = sorted(self.folder.glob(f"*{REQUEST}"))
            return tuple(wish for wish in map(self._take, requests) if wish is not None)
        return ()

    def ask(self, files: Sequence[Path]) -> Path:
        """Write what this start wants of the window that has the right; returns the request.

        Raises:
            DiskFull, FolderNotWritable
        """
        wish = {"at": self._clock(), "files": [str(each) for each in files]}
        path = self.folder / f"{time.time_ns():020}-{os.urandom(4).hex()}{REQUEST}"
        part = path.with_suffix(".part")
        try:
            part.write_text(json.dumps(wish), encoding="utf-8")
            part.replace(path)
        except OSError as error:
            kind = errors.DiskFull if error.errno == errno.ENOSPC else errors.FolderNotWritable
            raise kind(path=self.folder, reason=error.strerror or "", needed=0, free=0) from error
        return path

    def who(self) -> int | None:
        """The process that takes requests up; None while there is none."""
        try:
            return int((self.folder / NUMBER).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def release(self) -> None:
        """Give the right away: the window is closed."""
        if self._held is not None:
            self.listen(on=False)
            with contextlib.suppress(OSError):
                os.close(self._held)
            self._held = None

    def _take(self, path: Path) -> Wish | None:
        wish = self._read(path)
        try:
            path.unlink()
        except OSError:
            # Who cannot take it away has not taken it up: the other start took it back, or will ask again.
            return None
        return wish

    def _read(self, path: Path) -> Wish | None:
        try:
            if path.stat().st_size > MOST_BYTES:
                return None
            found = json.loads(path.read_text(encoding="utf-8"))
            age_s = self._clock() - float(found["at"])
            return Wish(tuple(Path(str(each)) for each in found["files"])) if -OLD_S < age_s < OLD_S else None
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return None


def _lock(path: Path) -> int | None:
    """An open file that this process alone has locked, None when another has; the system frees it when we die.

    The package filelock does the same; its import would cost the first paint 15 ms.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if error.errno not in _TAKEN:
            raise
        return None
    return descriptor


def place_of(profile: Path | None) -> Path:
    """Where the window of a profile has its lock; None is the window that chooses the profile itself."""
    if profile is None:
        return paths.data_dir() / WINDOWS / "utama"
    import hashlib

    name = os.path.normcase(os.path.realpath(profile))
    return paths.data_dir() / WINDOWS / hashlib.sha256(os.fsencode(name)).hexdigest()[:16]


def enter(profile: Path | None, files: Sequence[Path], *, answer_s: float = ANSWER_S) -> Instance | None:
    """The right to open the window; None when the one that is open has taken the files up.

    Raises:
        WindowSilent: it is open and does not answer.
        DiskFull, FolderNotWritable: the request cannot be written.
    """
    own = Instance(place_of(profile))
    try:
        is_first = own.claim()
    except OSError:
        # No lock can be had there: opening the profile will say what is wrong with the place.
        return own
    # A double click names no profile: it means the window that is open, whichever profile that shows.
    other = _any_window() if is_first and profile is None and files else None
    if is_first and other is None:
        return own
    if not _handed_over(other or own, files, answer_s):
        if other is not None:
            other.release()
        return own
    own.release()
    return None


def _any_window() -> Instance | None:
    """A window that is open with a profile of its own and takes requests up."""
    with contextlib.suppress(OSError):
        for folder in sorted((paths.data_dir() / WINDOWS).iterdir()):
            found = Instance(folder)
            if folder != place_of(None) and found.who() is not None:
                if not found.claim():
                    return found
                found.release()
    return None


def _handed_over(to: Instance, files: Sequence[Path], answer_s: float) -> bool:
    """Whether that window took the files up; False when it has gone meanwhile, and its right is ours."""
    number = to.who()
    if number is not None:
        _let_come_forward(number)
    request = to.ask(files)
    if _answered(to, request, answer_s):
        return True
    request.unlink(missing_ok=True)
    return False


def _answered(mine: Instance, request: Path, answer_s: float) -> bool:
    """Whether the request was taken up; False when the window has gone meanwhile, and the right is ours."""
    started = time.monotonic()
    listening_since: float | None = None
    while request.exists():
        if mine.claim():
            return False
        now = time.monotonic()
        if mine.who() is None:
            listening_since = None
        elif listening_since is None:
            listening_since = now
        silent = listening_since is not None and now - listening_since > answer_s
        if silent or now - started > max(START_S, answer_s):
            try:
                request.unlink()
            except FileNotFoundError:
                return True
            raise errors.WindowSilent
        time.sleep(LOOK_EVERY_S)
    return True


def _let_come_forward(number: int) -> None:
    """Windows lets only who was clicked last come to the front: hand that right on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(number)


def show_that_it_runs() -> None:
    """Keep the name by which the Windows setup sees that the program runs, as long as this process lives."""
    if sys.platform == "win32" and getattr(sys, "frozen", False):
        import ctypes

        ctypes.windll.kernel32.CreateMutexW(None, False, RUNNING)
