"""The program, broken on purpose: what the tests of this folder must notice, or they are worth nothing.

A child does it to itself when PUG_BROKEN names one; nothing of this is in the program.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pug_desktop import durable
from pug_desktop.bundle import pack
from pug_desktop.bundle.container import Head


def sync_off() -> None:
    """Nothing of ours is ever synced to the disk; what SQLite does is its own."""
    os.fsync = lambda descriptor: None  # type: ignore[assignment]


def rename_before_sync() -> None:
    """A file gets its name first and is synced afterwards."""

    def write_whole(target: Path, fill: durable.Fill, **options: Any) -> None:
        part = target.with_name(target.name + durable.PART)
        with part.open("wb") as file:
            fill(file)
            file.flush()
            if (check := options.get("check")) is not None:
                check(part)
            durable.rename(part, target)
            os.fsync(file.fileno())
        durable.sync_folder(target.parent)

    durable.write_whole = write_whole  # type: ignore[assignment]


def no_signature() -> None:
    """Whoever says to be somebody is believed."""
    Head.is_signed_by = lambda self, device: True  # type: ignore[method-assign]


def no_read_back() -> None:
    """What a stick says that it has written is believed."""
    pack._read_back = lambda part, written, told: None


BROKEN: dict[str, Callable[[], None]] = {
    "sync-off": sync_off,
    "rename-before-sync": rename_before_sync,
    "no-signature": no_signature,
    "no-read-back": no_read_back,
}


def apply(name: str) -> None:
    """Break it; nothing for ""."""
    if name:
        BROKEN[name]()
