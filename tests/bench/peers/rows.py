"""The rows that travel, for a peer: made, emptied, changed."""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import SETTINGS

# As in tests/bench/data.py, which needs the program.
TENTH, HUNDREDTH = "substr(hex(id), 31) < '1A'", "substr(hex(id), 31) < '03'"


def timed(run: Callable[[], object]) -> float:
    """Milliseconds of the processor, all threads of this process."""
    at = time.process_time()
    run()
    return (time.process_time() - at) * 1000


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A database by sqlite3, as durable as the program's."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(setting)
    yield connection
    # One file again, so that a peer that reads files sees everything.
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that hold rows."""
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    ]
    return [name for name in names if connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()]


def count(path: Path) -> int:
    """All rows of a database: what arrived must be what was sent."""
    with opened(path) as connection:
        return sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables(connection))


def make_empty(full: Path, target: Path) -> None:
    """The same tables without rows."""
    with opened(full) as source, opened(target) as connection:
        for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"):
            connection.execute(sql)


def changed_copy(full: Path, target: Path, change: str, share: str) -> None:
    """A copy in which a share of the attendance is changed."""
    shutil.copyfile(full, target)
    with opened(target) as connection:
        connection.execute(f"UPDATE attendance SET {change} WHERE {share}")


NEWER = "position = coalesce(position, '') || ' (Plt.)'"
EDITS = "name = name || ', M.Pd.'"
