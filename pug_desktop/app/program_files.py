"""Whether the files of the program are all there and unchanged: scanners quarantine, disks and sticks lose pieces.

`lib/program-files.json` of a packaged program says what belongs to it, each file with its size and SHA-256; the build
writes it. A program that runs from a checkout has none, and nothing is looked at.
"""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pug_desktop import __version__
from pug_desktop.progress import Step, silent

LIST_FILE = "lib/program-files.json"

_WINDOW = ("lib/PySide6/", "lib/shiboken6/")

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: names with `/`, as in the list. `files` is how many were looked at, 0 in a checkout."""

    files: int = 0
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is missing or changed."""
        return not (self.missing or self.changed)


def program_folder() -> Path | None:
    """The folder that holds the packaged program; None in a checkout."""
    if not getattr(sys, "frozen", False):
        return None
    return Path(sys.executable).resolve().parent


def missing_of_window(folder: Path | None = None) -> tuple[str, ...]:
    """Files without which no window can be shown, nor say so: names with `/`, as in the list; empty in a checkout.

    Args:
        folder: the program's; None for that of the running one.
    """
    folder = folder or program_folder()
    if folder is None:
        return ()
    try:
        listed = _read(folder / LIST_FILE)
    except (OSError, ValueError):
        # The window itself tells about the list.
        return ()
    return tuple(name for name in listed if _carries_window(name) and not (folder / name).exists())


def _carries_window(name: str) -> bool:
    """Of Qt's plugins only the one that draws on this system's screen; without the others something looks worse."""
    if "/plugins/" in name:
        return name.endswith(("/platforms/libqxcb.so", "/platforms/qwindows.dll"))
    return name.startswith(_WINDOW)


def check_sizes(folder: Path | None = None) -> Checked:
    """Are all files there, and as long as they were built? Takes milliseconds.

    Args:
        folder: the program's; None for that of the running one.
    """
    return _check(folder, silent, lambda _path, _sha256: True)


def check(folder: Path | None = None, step: Step = silent) -> Checked:
    """Is every byte as it was built? Reads the whole program, 100 MB.

    Args:
        folder: the program's; None for that of the running one.
        step: told in files.
    """
    return _check(folder, step, _is_same)


def _check(folder: Path | None, step: Step, same: Callable[[Path, str], bool]) -> Checked:
    folder = folder or program_folder()
    if folder is None:
        return Checked()
    try:
        listed = _read(folder / LIST_FILE)
    except FileNotFoundError:
        return Checked(missing=(LIST_FILE,))
    except (OSError, ValueError):
        return Checked(changed=(LIST_FILE,))
    missing, changed = [], []
    for done, (name, told) in enumerate(listed.items()):
        step(done, len(listed))
        path = folder / name
        try:
            sound = path.stat().st_size == told["size"] and same(path, told["sha256"])
        except FileNotFoundError:
            missing.append(name)
        except OSError:
            # A scanner that holds a file back answers so.
            changed.append(name)
        else:
            changed.extend([] if sound else [name])
    step(len(listed), len(listed))
    return Checked(len(listed), tuple(missing), tuple(changed))


def _read(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """The files; ValueError when the list is none, or belongs to another version: an update that did not end."""
    told = json.loads(path.read_bytes())
    try:
        if told["version"] != __version__:
            raise ValueError(told["version"])
        return {str(name): {"size": each["size"], "sha256": each["sha256"]} for name, each in told["files"].items()}
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(LIST_FILE) from error


def _is_same(path: Path, sha256: str) -> bool:
    # Here, since the window imports this module before its first paint.
    import hashlib

    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest() == sha256
