"""What this computer remembers of updates: the newest version that was ever here, and the one being installed."""

import json
from dataclasses import dataclass

from pug_desktop import durable, paths
from pug_desktop.bundle import stick
from pug_desktop.bundle.update_package import is_version

MEMORY = "pembaruan.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """What this computer has seen: the newest version and serial ever here, and what is being installed."""

    version: str = "0.0.0"
    serial: int = 0
    pending_version: str = ""
    pending_serial: int = 0


def read_memory() -> Memory:
    """What is remembered; one that makes no sense is as none: the running version still stands."""
    try:
        found = json.loads((paths.data_dir() / MEMORY).read_text(encoding="utf-8"))
        memory = Memory(**{name: found[name] for name in Memory.__dataclass_fields__})
    except (OSError, ValueError, KeyError, TypeError):
        return Memory()
    numbers = all(type(each) is int and each >= 0 for each in (memory.serial, memory.pending_serial))
    versions = is_version(memory.version) and (memory.pending_version == "" or is_version(memory.pending_version))
    return memory if numbers and versions else Memory()


def keep_memory(memory: Memory) -> None:
    """Remember it; whole or not at all.

    Raises:
        FolderNotWritable, DiskFull
    """
    folder = paths.data_dir()
    told = {name: getattr(memory, name) for name in Memory.__dataclass_fields__}
    with stick.folder_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        durable.write_bytes(folder / MEMORY, json.dumps(told, indent=1).encode("ascii"))
