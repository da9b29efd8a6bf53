"""Reads a trace as a power cut would: what is said to be done must be synced by then, and synced before it is renamed.

The model is the strictest that POSIX allows: what was written is gone unless the file was synced after it, and a new
name is gone unless its folder was synced after it. SQLite's own files are held to the same.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.killing import READY

WRITES = ("write", "writev", "pwrite64", "pwritev", "sendfile", "copy_file_range", "ftruncate", "fallocate")
SYNCS = ("fsync", "fdatasync")
NAMES = ("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "openat", "open")
CALLS = (*WRITES, *SYNCS, *NAMES)

VOLATILE = ("tmp", "masuk", "pug.lock")
"""In a profile: wiped at each start, so it need not survive."""

_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass
class Disk:
    """What would be lost if the current failed now, below the watched folders; `problems` is what is wrong."""

    watched: tuple[Path, ...]
    existing: set[str]
    dirty: set[str] = field(default_factory=set)
    unnamed: dict[str, set[str]] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def counts(self, path: str) -> bool:
        """Whether it has to survive."""
        for folder in self.watched:
            if Path(path).is_relative_to(folder) and path != str(folder):
                inside = Path(path).relative_to(folder).parts
                return not (set(inside) & set(VOLATILE)) and not path.endswith("-shm")
        return False

    def named(self, path: str) -> None:
        """A name that its folder does not hold durably yet."""
        self.existing.add(path)
        if self.counts(path):
            self.unnamed.setdefault(str(Path(path).parent), set()).add(path)

    def created(self, path: str) -> None:
        """A new file; as long as it is empty nobody misses it."""
        self.existing.add(path)
        self.empty.add(path)

    def wrote(self, path: str) -> None:
        self.dirty.add(path)
        if path in self.empty:
            self.empty.discard(path)
            self.named(path)

    def gone(self, path: str) -> None:
        self.existing.discard(path)
        self.dirty.discard(path)
        self.empty.discard(path)
        self.unnamed.get(str(Path(path).parent), set()).discard(path)

    def renamed(self, old: str, new: str) -> None:
        if old in self.dirty and self.counts(new):
            self.problems.append(f"renamed before it was synced: {new}")
        was_dirty = old in self.dirty
        self.gone(old)
        self.dirty.discard(new)
        self.named(new)
        if was_dirty:
            self.dirty.add(new)

    def synced(self, path: str) -> None:
        self.dirty.discard(path)
        self.unnamed.pop(path, None)

    def said(self) -> None:
        """Everything that was done must be durable now."""
        self.problems += [f"said before it was synced: {path}" for path in sorted(self.dirty) if self.counts(path)]
        for names in self.unnamed.values():
            self.problems += [f"said before its name was synced: {path}" for path in sorted(names)]
        self.dirty.clear()
        self.unnamed.clear()


def problems(trace: str, watched: tuple[Path, ...], existing: set[str]) -> list[str]:
    """What a power cut could take back of what was promised.

    Args:
        trace: of strace, with paths of descriptors (-y).
        watched: the folders that count, such as the profile and the stick.
        existing: the files and folders in them before.
    """
    disk = Disk(watched, set(existing))
    for line in trace.splitlines():
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        call, given = found[1], found[2]
        descriptor = _DESCRIPTOR.match(given)
        path = descriptor[1] if descriptor else ""
        if call == "write" and given.startswith("1<"):
            if READY not in given:
                disk.said()
        elif call in WRITES:
            disk.wrote(path)
        elif call in SYNCS:
            disk.synced(path)
        else:
            _change_names(disk, call, given)
    return disk.problems


def _change_names(disk: Disk, call: str, given: str) -> None:
    # Texts alone: our folders are given as whole paths, or a descriptor's path comes first (unlinkat).
    descriptor = re.match(r"^(?:AT_FDCWD|\d+)<([^>]*)>", given)
    base = Path(descriptor[1]) if descriptor else Path.cwd()
    texts = [str(base / text) for text in _TEXT.findall(given)]
    if not texts:
        return
    if call.startswith("rename"):
        disk.renamed(texts[0], texts[1])
    elif call.startswith("unlink"):
        disk.gone(texts[0])
    elif call.startswith("mkdir"):
        disk.named(texts[0])
    elif "O_CREAT" in given and texts[0] not in disk.existing:
        disk.created(texts[0])
