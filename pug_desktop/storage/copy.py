"""A copy of a database that somebody may be using."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pug_desktop import errors
from pug_desktop.storage.database import told


def copy_database(source: Path, target: Path) -> None:
    """Copy a database by SQLite's own means, and check the copy.

    Raises:
        DatabaseDamaged: the copy is not whole.
        DiskFull, FolderNotWritable
    """
    with told(target):
        with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode=DELETE")
            found = writing.execute("PRAGMA quick_check").fetchone()[0]
        if found != "ok":
            raise errors.DatabaseDamaged(path=source, problem=str(found)[:200])
