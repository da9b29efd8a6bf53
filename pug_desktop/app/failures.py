"""What is made of an exception that nobody expected: the disk's fault gets its sentence, a mistake of ours is kept.

One JSON line a time, for whoever mends it.
A traceback holds no values of records, but it may hold paths: the file stays on this computer.
"""

import errno
import json
import platform
import traceback
from contextlib import suppress
from pathlib import Path

from pug_desktop import __version__, errors, paths
from pug_desktop.app.workspace import Clock, utc_now

LOG = "galat.jsonl"

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_LOCKED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_GONE = frozenset(
    {errno.EIO, errno.ENOTCONN, errno.ENODEV, errno.ENXIO, errno.ESTALE, getattr(errno, "ENOMEDIUM", errno.EIO)}
)
_GONE_ON_WINDOWS = frozenset({21, 31, 55, 64, 433, 1006, 1110, 1117, 1167})
"""Not ready, not working, gone from the network, no such device, changed, failed, not connected."""


def cause(error: BaseException) -> errors.PugError | None:
    """What the disk or stick did, where that is all that went wrong; None for a mistake of the program."""
    if not isinstance(error, OSError):
        return None
    path = Path(error.filename) if isinstance(error.filename, str) else paths.data_dir()
    if error.errno in _FULL:
        return errors.DiskFull(path=path, needed=0, free=0)
    if error.errno in _GONE or getattr(error, "winerror", None) in _GONE_ON_WINDOWS:
        return errors.ProfileGone(path=path.parent)
    if error.errno in _LOCKED:
        return errors.FolderNotWritable(path=path, reason=error.strerror or "")
    return None


def note_failure(folder: Path | None, doing: str, error: BaseException, clock: Clock = utc_now) -> Path | None:
    """Add it to the log of the profile, without one to that of all; returns the file, None when it cannot be kept."""
    target = (folder if folder is not None and folder.is_dir() else paths.data_dir()) / "log" / LOG
    line = {
        "at": clock().isoformat(),
        "program": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "doing": doing,
        "error": type(error).__name__,
        "trace": traceback.format_exception(error),
    }
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return target
    return None
