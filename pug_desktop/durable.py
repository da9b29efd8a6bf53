"""Files that are whole or not there: written beside, synced, checked, renamed.

Raises plain `OSError`; each layer above turns it into its own words. The order (write, fsync, read back, rename, fsync
the folder) is what makes "Tersimpan" true after a power cut; tests/faults sweeps it.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

PART = ".part"
"""What the name of an unfinished file ends in: never a file to be read, always one that may be deleted."""

FIRST_WAIT_S = 0.05
LONGEST_WAIT_S = 2.5
"""All waits together. Virus scanners hold a new file for a moment: 4 % of the renames of one Windows machine failed at
first, none after 2.5 s (zarr-python#4358)."""

NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF})
"""What a file system says that cannot sync a folder at all (FUSE drivers of exFAT); an I/O error is not among them."""

Fill = Callable[[BinaryIO], None]
Check = Callable[[Path], None]
Sleep = Callable[[float], None]


def write_whole(
    target: Path, fill: Fill, *, check: Check | None = None, mode: int = 0o666, sleep: Sleep = time.sleep
) -> None:
    """Let `fill` write the file, sync it, let `check` read it, then give it its name.

    Whatever goes wrong, also a cancel, leaves the former `target` as it was and removes the unfinished file. One writer
    at a time: a second one with the same `target` would take the unfinished file away from the first.

    Args:
        target: the name at the end; an existing file is replaced.
        fill: writes into the open file, which is `target` + ".part".
        check: gets the path of the unfinished file after it was synced and closed; raises to refuse it.
        mode: rights of the new file, before the umask.
        sleep: how to wait between two tries of the rename.
    """
    part = target.with_name(target.name + PART)
    part.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(part, flags, mode)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 (a descriptor, not a path)
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(part)
        rename(part, target, sleep=sleep)
    except BaseException:
        # The stick may be gone by now; the first error is the one to tell.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def write_bytes(target: Path, data: bytes, *, mode: int = 0o666, sleep: Sleep = time.sleep) -> None:
    """The small form of `write_whole`."""

    def fill(file: BinaryIO) -> None:
        file.write(data)

    write_whole(target, fill, mode=mode, sleep=sleep)


def rename(source: Path, target: Path, *, sleep: Sleep = time.sleep) -> None:
    """Rename and replace; tries again while another program holds one of the two files, at most LONGEST_WAIT_S."""
    wait_s, waited_s = FIRST_WAIT_S, 0.0
    while True:
        try:
            source.replace(target)
        except OSError as error:
            if not _held(error) or waited_s >= LONGEST_WAIT_S:
                raise
            wait_s = min(wait_s, LONGEST_WAIT_S - waited_s)
            sleep(wait_s)
            waited_s += wait_s
            wait_s *= 2
        else:
            return


def _held(error: OSError) -> bool:
    """Whether another program may hold the file: WinError 5, 32 and 33 all arrive as EACCES."""
    return error.errno in (errno.EACCES, errno.EBUSY)


def sync_folder(folder: Path) -> None:
    """Make the names in the folder durable; does nothing where the system cannot (Windows, some FUSE drivers)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def forget_cached(descriptor: int) -> None:
    """Ask the system to read the file from the medium again, not from memory; does nothing where it cannot."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
