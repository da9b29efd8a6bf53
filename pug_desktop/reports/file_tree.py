"""Many files as one folder or one zip, whole or not there at all."""

import os
import shutil
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO

from pug_desktop import durable
from pug_desktop.progress import Step, silent

_PIECE = 1 << 20

_STORED = frozenset((".jpg", ".jpeg", ".png", ".heic", ".pdf", ".docx", ".xlsx", ".pptx", ".mp3", ".m4a"))
"""Packed already: pressing them again costs minutes and gains nothing."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file: its path with "/", and either its bytes or where they lie."""

    path: str
    content: bytes | Path

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size


def write_folder(out: Path, leaves: Sequence[Leaf], step: Step = silent) -> None:
    """Write them below `out`, which is not there yet or empty; whatever goes wrong leaves no half folder.

    Raises:
        OSError: also when something lies in `out` already.
    """
    if out.is_dir():
        # Fails when it is not empty: what a person keeps there is not ours.
        out.rmdir()
    done, total = 0, sum(leaf.size for leaf in leaves)
    staged = _new_beside(out)
    try:
        for leaf in leaves:
            target = staged / leaf.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                done = _copy(leaf, file, done, total, step)
                file.flush()
                os.fsync(file.fileno())
        durable.rename(staged, out)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    durable.sync_folder(out.parent)


def _new_beside(out: Path) -> Path:
    """A new folder for what is not whole yet; one of such a name that is there already may be a person's own."""
    number = 0
    while True:
        number += 1
        staged = out.with_name(f"{out.name}{durable.PART}" if number == 1 else f"{out.name}-{number}{durable.PART}")
        with suppress(FileExistsError):
            staged.mkdir(parents=True)
            return staged


def write_zip(out: Path, top: str, leaves: Sequence[Leaf], made_at: datetime, step: Step = silent) -> None:
    """Write them into a zip below one folder `top`; a zip that was there before stays when this fails."""
    total = sum(leaf.size for leaf in leaves)
    # A zip knows no year before 1980.
    stamp = max(made_at.timetuple()[:6], (1980, 1, 1, 0, 0, 0))

    def fill(file: BinaryIO) -> None:
        done = 0
        with zipfile.ZipFile(file, "w") as archive:
            for leaf in leaves:
                entry = zipfile.ZipInfo(f"{top}/{leaf.path}", stamp)
                stored = Path(leaf.path).suffix in _STORED
                entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                entry.file_size = leaf.size
                with archive.open(entry, "w") as inside:
                    done = _copy(leaf, inside, done, total, step)

    durable.write_whole(out, fill)


def _copy(leaf: Leaf, to: IO[bytes], done: int, total: int, step: Step) -> int:
    step(done, total)
    if isinstance(leaf.content, bytes):
        to.write(leaf.content)
        return done + leaf.size
    with leaf.content.open("rb") as source:
        while piece := source.read(_PIECE):
            to.write(piece)
            done += len(piece)
            step(done, total)
    return done
