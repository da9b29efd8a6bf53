"""What every child does: time one thing, print one line of JSON."""

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


class Stopwatch:
    """Wall and processor time from `start` on, in milliseconds; no collection of garbage from before falls in."""

    def start(self) -> None:
        """Begin."""
        gc.collect()
        gc.freeze()
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def stop(self) -> dict[str, float]:
        """The two times."""
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        return {"wall_ms": wall * 1000, "cpu_ms": cpu * 1000}


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
    """The database by sqlite3 alone, as durable as the program's own."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(setting)
    yield connection
    connection.close()
