"""A folder on a stick: which bundles lie there, a safe copy of one, and what a failure there is called.

Nothing on a stick is trusted: links are not followed, pipes and devices are not opened, and what is read is a copy that
nobody can swap behind our back (reliability T15, T17).
"""

import contextlib
import errno
import os
import re
import shutil
import stat
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from pug_desktop import durable, errors
from pug_desktop.bundle import limits
from pug_desktop.progress import Step, silent

SUFFIX = ".pug"
MAX_NAME_LENGTH = 80
COPY_BYTES = limits.MIB

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""EFBIG is what FAT32 says at 4 GiB."""
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_CODE_LENGTH = 22


def bundle_name(from_code: str, to_code: str, day: date, seq: int, volume: int = 0) -> str:
    """The name of a bundle: "PUG_36.71_36_20221101_0001.pug"; ASCII, at most 80 characters, no names of people.

    Args:
        from_code: region code of the sender, for an OPD with a few digits of its id ("36.71-3fa0").
        to_code: the same of the addressee.
        day: the day shown in the name; nothing reads it back.
        seq: the sender's number of the bundle.
        volume: 1, 2, ... for the further files of one bundle ("-b01"), 0 for the first.
    """
    end = f"-b{volume:02d}" if volume else ""
    return f"PUG_{_code(from_code)}_{_code(to_code)}_{day:%Y%m%d}_{seq:04d}{end}{SUFFIX}"


def _code(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^0-9A-Za-z.-]+", "-", plain)[:_CODE_LENGTH].strip(".-") or "x"


LEVELS_BELOW = 2
MOST_FOLDERS = 500
"""How far a stick is searched: a worm's hidden folder lies at the top, and nobody waits for a whole photo archive."""


def list_bundles(folder: Path) -> tuple[Path, ...]:
    """The bundles on a stick, by path: see `find_files`."""
    return find_files(folder, SUFFIX)


def find_files(folder: Path, suffix: str) -> tuple[Path, ...]:
    """The regular files of a kind in a folder and two levels below it, hidden ones too; at most MAX_LISTED_FILES.

    A stick worm hides real files, or moves all of them into a hidden or nameless folder, and leaves shortcuts in their
    place: hidden files and folders are looked into, shortcuts and links never followed. The copies that macOS leaves
    beside each file ("._name") are not meant. A folder below that cannot be read is passed over.

    Raises:
        StickGone: the folder is not there or cannot be read.
        StickReadOnly: we may not look into it.
    """
    with stick_errors(folder):
        found, below = _look_into(folder, suffix)
    looked = 0
    for _level in range(LEVELS_BELOW):
        deeper: list[Path] = []
        for each in below:
            if looked >= MOST_FOLDERS or len(found) >= limits.MAX_LISTED_FILES:
                break
            looked += 1
            with contextlib.suppress(OSError):
                files, folders = _look_into(each, suffix)
                found += files
                deeper += folders
        below = deeper
    return tuple(sorted(found)[: limits.MAX_LISTED_FILES])


def _look_into(folder: Path, suffix: str) -> tuple[list[Path], list[Path]]:
    """Files of the kind, and folders that are no links."""
    files, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(FileNotFoundError):
                found = entry.stat(follow_symlinks=False)
                if _is_plain(found):
                    if entry.name.lower().endswith(suffix) and not entry.name.startswith("._"):
                        files.append(Path(entry.path))
                elif _is_own_folder(found):
                    folders.append(Path(entry.path))
    return files, sorted(folders)


def _is_own_folder(found: os.stat_result) -> bool:
    """A folder: no link to one, on Windows no junction."""
    attributes: int = getattr(found, "st_file_attributes", 0)
    return stat.S_ISDIR(found.st_mode) and not attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT


def _is_plain(found: os.stat_result) -> bool:
    """A regular file: no link, no pipe, on Windows no reparse point."""
    attributes: int = getattr(found, "st_file_attributes", 0)
    return stat.S_ISREG(found.st_mode) and not attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT


@contextmanager
def open_plain(path: Path) -> Iterator[BinaryIO]:
    """Open a file of unknown origin for reading.

    Raises:
        NotABundle: a link, a pipe, a folder.
        StickGone, StickReadOnly: it cannot be read.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC", "O_NOCTTY"):
        flags |= getattr(os, name, 0)
    with stick_errors(path):
        if sys.platform == "win32" and not _is_plain(path.lstat()):
            raise errors.NotABundle(path=path)
        try:
            descriptor = os.open(path, flags)
        except OSError as error:
            # ELOOP is what O_NOFOLLOW says of a link, ENXIO what a socket says.
            if error.errno in (errno.ELOOP, errno.ENXIO, errno.EMLINK):
                raise errors.NotABundle(path=path) from None
            raise
        if not _is_plain(os.fstat(descriptor)):
            os.close(descriptor)
            raise errors.NotABundle(path=path)
        with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor, not a path)
            yield file


def copy_in(path: Path, folder: Path, step: Step = silent) -> Path:
    """A local copy of a bundle, to be opened instead of the file on the stick; synced and whole, or not there.

    Args:
        path: the file on the stick.
        folder: where the copy goes (the profile's `masuk/`); made when missing. A file of that name is replaced.
        step: called with bytes done and in all.

    Raises:
        NotABundle: no regular file.
        OverLimit: larger than a bundle may be.
        StickGone, StickReadOnly: the stick failed.
        DiskFull, FolderNotWritable: the copy cannot be written.
    """
    with open_plain(path) as source:
        size = os.fstat(source.fileno()).st_size
        if size > limits.MAX_BUNDLE_BYTES:
            raise errors.OverLimit(path=path, what="bundle", limit=limits.MAX_BUNDLE_BYTES, found=size)

        def fill(target: BinaryIO) -> None:
            done = 0
            while done < size:
                with stick_errors(path):
                    piece = source.read(min(COPY_BYTES, size - done))
                if not piece:
                    raise errors.DamagedBundle(path=path, part="file")
                target.write(piece)
                done += len(piece)
                step(done, size)

        copy = folder / path.name
        with folder_errors(folder, needed=size):
            folder.mkdir(parents=True, exist_ok=True)
            durable.write_whole(copy, fill, mode=0o600)
    return copy


def read_small(path: Path, max_bytes: int) -> bytes | None:
    """A small file of unknown origin, None when it is larger or no regular file.

    Raises:
        StickGone, StickReadOnly: it cannot be read.
    """
    try:
        with open_plain(path) as file:
            data = file.read(max_bytes + 1)
    except errors.NotABundle:
        return None
    return data if len(data) <= max_bytes else None


def write_small(path: Path, data: bytes) -> None:
    """Write a key file to a stick, whole or not at all.

    Raises:
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    with stick_errors(path, needed=len(data)):
        durable.write_bytes(path, data)


def free_bytes(path: Path) -> int:
    """Free space of the medium that holds the folder.

    Raises:
        StickGone: the folder is not there.
    """
    with stick_errors(path):
        return shutil.disk_usage(path).free


def remove_leftovers(folder: Path, prefix: str) -> None:
    """Delete the unfinished files (".pug.part") that an interrupted export of ours left; never anything else."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        names = [
            entry.name
            for entry in entries
            if entry.name.startswith(prefix)
            and entry.name.endswith(SUFFIX + durable.PART)
            and _is_plain(entry.stat(follow_symlinks=False))
        ]
        for name in names:
            (folder / name).unlink(missing_ok=True)


@contextmanager
def stick_errors(path: Path, needed: int = 0) -> Iterator[None]:
    """Turn what the system says of a stick into our words.

    Args:
        path: named in the error.
        needed: bytes that the whole file needs, for StickFull.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise errors.StickFull(path=path, needed=needed, free=_free_or_0(path)) from error
        if error.errno in _READ_ONLY:
            raise errors.StickReadOnly(path=path) from error
        raise errors.StickGone(path=path) from error


@contextmanager
def folder_errors(folder: Path, needed: int = 0) -> Iterator[None]:
    """Turn what the system says of a folder of the profile into our words."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise errors.DiskFull(path=folder, needed=needed, free=_free_or_0(folder)) from error
        raise errors.FolderNotWritable(path=folder, reason=error.strerror or str(error)) from error


def _free_or_0(path: Path) -> int:
    for folder in (path, path.parent):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(folder).free
    return 0
