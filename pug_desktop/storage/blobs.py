"""The evidence store: files by the SHA-256 of their content, each once, never changed.

A file lies whole under its name before any record refers to it (write, fsync, rename), so that a reference never
precedes its file.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pug_desktop import durable
from pug_desktop.progress import Step, silent

PIECE = 1 << 20

_SHA256 = re.compile("[0-9a-f]{64}")


class BlobStore:
    """The files of one profile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where a file lies or would lie."""
        if not _SHA256.fullmatch(sha256):
            # A record from elsewhere may say anything; a name that is no digest must never lead out of the folder.
            return self._folder / "none" / "none"
        return self._folder / sha256[:2] / sha256

    def has(self, sha256: str, *, size: int | None = None) -> bool:
        """Whether the file is here (and of that size)."""
        path = self.path(sha256)
        return path.is_file() and (size is None or path.stat().st_size == size)

    def discard(self, sha256: str) -> None:
        """Take a file away that nothing refers to."""
        self.path(sha256).unlink(missing_ok=True)

    def put(self, source: Path, step: Step = silent) -> tuple[str, int]:
        """Store a copy of a file; returns its SHA-256 (64 hex digits) and size. Storing it again costs nothing."""
        total = source.stat().st_size
        digest = hashlib.sha256()
        self._folder.mkdir(parents=True, exist_ok=True)
        staged = self._folder / f"{os.urandom(8).hex()}.masuk"

        def fill(file: BinaryIO) -> None:
            done = 0
            for piece in _pieces(source):
                step(done, total)
                digest.update(piece)
                file.write(piece)
                done += len(piece)

        durable.write_whole(staged, fill)
        return self._name(staged, digest.hexdigest())

    def adopt(self, staged: Path, sha256: str) -> None:
        """Take over a file of the same disk whose digest was checked already."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with staged.open("rb+") as file:
            os.fsync(file.fileno())
        self._name(staged, sha256)

    def _name(self, staged: Path, sha256: str) -> tuple[str, int]:
        target = self.path(sha256)
        size = staged.stat().st_size
        if self.is_sound(sha256):
            staged.unlink()
        else:
            is_new = not target.parent.exists()
            target.parent.mkdir(parents=True, exist_ok=True)
            durable.rename(staged, target)
            durable.sync_folder(target.parent)
            if is_new:
                durable.sync_folder(self._folder)
        return sha256, size

    def is_sound(self, sha256: str) -> bool:
        """Whether the file is here and its content still fits its name."""
        if not self.has(sha256):
            return False
        digest = hashlib.sha256()
        for piece in _pieces(self.path(sha256)):
            digest.update(piece)
        return digest.hexdigest() == sha256


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
