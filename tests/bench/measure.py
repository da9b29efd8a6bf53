"""What every child does: time one thing, see how much memory it took, print one line of JSON."""

import gc
import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-16384",
    "PRAGMA temp_store=MEMORY",
)
"""The reference gets what the program's own connections have."""

PAGE_CACHE_BYTES = 16 * 1024 * 1024

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Stopwatch:
    """Wall and processor time from `start` on, in milliseconds, and the growth of memory at its highest, in bytes.

    No collection of garbage from before falls in. Where the system does not tell memory, that is left out.
    """

    def start(self) -> None:
        """Begin."""
        gc.collect()
        gc.freeze()
        self._before = _forget_the_highest()
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def stop(self) -> dict[str, float]:
        """What it took."""
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        found = {"wall_ms": wall * 1000, "cpu_ms": cpu * 1000}
        if self._before is not None:
            found["grown_bytes"] = _memory("VmHWM") - self._before
        return found


def _forget_the_highest() -> int | None:
    """Resident bytes now; the high-water mark starts anew from here. None where there is no such mark."""
    try:
        _CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return None
    return _memory("VmRSS")


def _memory(name: str) -> int:
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    return 0


def tell(found: Mapping[str, object]) -> None:
    """The child's answer."""
    print(json.dumps(found), flush=True)


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """A copy of a profile that may be written to, on the same disk, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="copy-", dir=folder.parent) as made:
        target = Path(made) / folder.name
        shutil.copytree(folder, target)
        yield target


@contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """A database by sqlite3 alone, as durable as the program's own."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(setting)
    yield connection
    connection.close()
