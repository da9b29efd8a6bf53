"""Where data, settings, logs and resources lie.

A profile is one folder: `pug.db`, `profil.json`, `kunci/` (keys), `berkas/` (evidence by SHA-256), `masuk/` (bundles
that came in), `karantina/` (bundles that were refused), `cetak/` (papers), `templat/` (the office's own Word
templates), `tmp/` (wiped at start).
`PUG_DATA_DIR` in the environment moves the folder of all profiles, for tests and IT staff. A portable program (a file
`portable.txt` lies beside it) keeps them beside itself when the person said so.
"""

import os
import re
import sys
from functools import lru_cache
from pathlib import Path

ORGANISATION = "PUG"
APPLICATION = "PUG Desktop"

PORTABLE = "portable.txt"
"""Beside the program: it is carried on a stick."""
PLACE = "letak-data.txt"
"""Beside a portable program: where the person wants the data, ON_PC or BESIDE."""
ON_PC, BESIDE = "pc", "samping"
BESIDE_FOLDER = "data"

FRAGILE = frozenset(
    {"vfat", "msdos", "exfat", "fuseblk", "fuse.exfat", "fuse.exfat-fuse"}
    | {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse"}
)
"""File systems of sticks, which keep no journal of their own, and of networks, which have no shared memory."""
_REMOVABLE, _REMOTE = 2, 4
_ESCAPED = re.compile(r"\\([0-7]{3})")

LONG = 120
"""A profile's own files need 120 characters more (evidence by SHA-256); Windows stops at 260 but for `\\\\?\\`."""


def data_dir() -> Path:
    """The folder that holds all profiles of this user; never a roaming one, beside the program only when chosen."""
    if told := os.environ.get("PUG_DATA_DIR"):
        return Path(told)
    folder = portable_dir()
    if folder is not None and chosen_place(folder) == BESIDE and can_write(folder):
        return folder / BESIDE_FOLDER
    return data_dir_on_pc()


def data_dir_on_pc() -> Path:
    """Where the data of an installed program lies."""
    # platformdirs is imported here: it costs 38 ms and the window that is given a profile does not need it.
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, ORGANISATION, roaming=False)


def portable_dir() -> Path | None:
    """The folder of a portable program; None for one that is installed or runs from source."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).parent
    return folder if (folder / PORTABLE).is_file() else None


def chosen_place(folder: Path) -> str | None:
    """Where a portable program's data shall lie, ON_PC or BESIDE; None while nobody was asked."""
    try:
        # Windows' Notepad before 1903 puts a mark before what it saves.
        said = (folder / PLACE).read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError):
        return None
    return said if said in (ON_PC, BESIDE) else None


@lru_cache(maxsize=8)
def can_write(folder: Path) -> bool:
    """Whether files can be made in a folder; tried once a run, since the rights alone say nothing on Windows."""
    probe = folder / f".tulis-{os.getpid()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def is_fragile(folder: Path) -> bool:
    """Whether a folder lies on a stick (FAT, exFAT, removable), on a network, or with a portable program's data."""
    portable = portable_dir()
    if portable is not None and portable in folder.absolute().parents:
        return True
    if sys.platform == "win32":
        return _fragile_on_windows(folder)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return file_system(os.path.realpath(folder), mounts) in FRAGILE


def file_system(folder: str, mounts: str) -> str:
    """The kind of file system that a folder lies on, from the lines of Linux' mountinfo; "" when none fits."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])
        # A later line lies over an earlier one at the same place.
        if len(point) >= best and (folder == point or folder.startswith(point.rstrip("/") + "/")):
            best, found = len(point), after.split(" ")[0]
    return found


def _fragile_on_windows(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    system = ctypes.windll.kernel32
    root, name = ctypes.create_unicode_buffer(1024), ctypes.create_unicode_buffer(64)
    if not system.GetVolumePathNameW(str(folder), root, len(root)):
        return False
    if system.GetDriveTypeW(root) in (_REMOVABLE, _REMOTE):
        return True
    known = system.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
    return bool(known) and name.value.upper() in ("FAT", "FAT32", "EXFAT")


def reachable(folder: Path) -> Path:
    r"""The folder by a name under which Windows finds files that lie deep in it; elsewhere as it is."""
    return Path(long_name(os.path.abspath(folder))) if sys.platform == "win32" else folder  # noqa: PTH100 (no links)


def long_name(text: str) -> str:
    r"""An absolute path of Windows, with `\\?\` before it when it is long: without it 260 characters are the end."""
    if len(text) <= LONG or text.startswith("\\\\?\\"):
        return text
    return "\\\\?\\UNC\\" + text[2:] if text.startswith("\\\\") else "\\\\?\\" + text


def shown(path: Path) -> str:
    r"""A path as a person reads it, without the `\\?\` that only Windows wants."""
    return str(path).replace("\\\\?\\UNC\\", "\\\\").removeprefix("\\\\?\\")


def profiles_dir() -> Path:
    """The folder in which each profile has a folder of its own."""
    return data_dir() / "profil"


def _resources_dir() -> Path:
    """Beside the package in a checkout, inside the bundle when frozen."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


RESOURCES = _resources_dir()
