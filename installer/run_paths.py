"""Takes the folders of the building machine out of libraries: a Python that was built there names its own.

The loader would look for libraries in such a folder first, on a machine where anybody might make it.
"""

import re
import subprocess
from pathlib import Path

_INSTEAD = b"$ORIGIN"


def foreign_run_path(library: Path) -> str | None:
    """The run path of a library when it names a folder of the machine; None when it names none but its own."""
    told = subprocess.run(["objdump", "-p", str(library)], check=True, capture_output=True, text=True).stdout
    found = re.search(r"^\s*(?:RUNPATH|RPATH)\s+(\S+)$", told, re.M)
    if not found or all(part.startswith("$ORIGIN") for part in found[1].split(":")):
        return None
    return found[1]


def without_run_path(data: bytes, path: str) -> bytes:
    """The bytes of a library whose run path `path` is replaced by its own folder."""
    old = path.encode() + b"\0"
    if data.count(old) != 1 or len(old) <= len(_INSTEAD):
        raise ValueError(f"{path} cannot be replaced")
    return data.replace(old, _INSTEAD.ljust(len(old), b"\0"))


def clean(program: Path) -> int:
    """Do so for every library of a folder; how many there were."""
    changed = 0
    for library in sorted(program.rglob("*.so*")):
        if library.is_symlink() or not (path := foreign_run_path(library)):
            continue
        library.write_bytes(without_run_path(library.read_bytes(), path))
        changed += 1
    return changed
