"""The program carried on a stick: where its data lies, beside it or on the PC, as the person said once.

On the PC is what is advised: SQLite survives a power cut on a disk, while a stick that is pulled out too early, or that
a computer writes to behind the scenes, may lose more than the last field.
"""

import os
from pathlib import Path
from typing import NamedTuple

from pug_desktop import durable, errors, paths


class Portable(NamedTuple):
    """How a portable program stands (a NamedTuple, since the first paint waits for this module).

    `folder` is the program's; `chosen` paths.ON_PC, paths.BESIDE, or None while nobody was asked; `writable` whether
    anything can be written beside the program.
    """

    folder: Path
    chosen: str | None
    writable: bool

    @property
    def is_refused(self) -> bool:
        """The data shall lie beside the program, and cannot: the PC's is used meanwhile."""
        return self.chosen == paths.BESIDE and not self.writable


def portable() -> Portable | None:
    """How it stands; None for a program that is installed, or told by PUG_DATA_DIR where its data lies."""
    folder = paths.portable_dir()
    if folder is None or os.environ.get("PUG_DATA_DIR"):
        return None
    return Portable(folder, paths.chosen_place(folder), paths.can_write(folder))


def is_beside() -> bool:
    """Whether the data lies beside the program, as the person said and the stick allows."""
    found = portable()
    return found is not None and found.chosen == paths.BESIDE and found.writable


def must_ask() -> bool:
    """Whether this is the first start from a stick: nobody has said where the data shall lie."""
    found = portable()
    return found is not None and found.chosen is None and found.writable


def choose(place: str) -> None:
    """Remember beside the program where the data shall lie; holds from the next `paths.data_dir` on.

    No data is moved: a backup made here and put back there does that.

    Raises:
        BesideNotWritable
    """
    folder = paths.portable_dir()
    if folder is None:
        return
    try:
        durable.write_bytes(folder / paths.PLACE, f"{place}\n".encode())
        if place == paths.BESIDE:
            (folder / paths.BESIDE_FOLDER).mkdir(exist_ok=True)
    except OSError as error:
        raise errors.BesideNotWritable(folder=folder) from error


def problem() -> errors.BesideNotWritable | None:
    """What to tell at the start: the data that was chosen cannot be used."""
    found = portable()
    return errors.BesideNotWritable(folder=found.folder) if found is not None and found.is_refused else None
