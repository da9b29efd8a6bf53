"""One SQLite file: how it is opened, which settings hold, what a transaction is.

WAL with synchronous=FULL: once a commit has returned, neither a kill nor a power cut takes it back (measured: 60 cuts,
none lost, docs/decisions/0003-durability.md). On a stick or a network the file has a rollback journal instead, which
needs no shared memory and no second file to be whole (`paths.is_fragile`). Writers begin with BEGIN IMMEDIATE, since a
read that turns into a write fails at once when somebody else wrote in between, whatever the timeout.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from pug_desktop import errors, paths
from pug_desktop.domain.attendance import office_key

__all__ = ["APPLICATION_ID", "Connection", "Database", "told"]

APPLICATION_ID = 0x50554731
"""`PUG1`, in the header of the file: tells our databases from others."""

BUSY_TIMEOUT_MS = 5000
PLAIN_BUSY_TIMEOUT_MS = 20_000
"""With a rollback journal a writer waits for readers too, and a stick is slow."""
CACHE_KIB = 16 * 1024
"""More buys nothing on writing (measured on 2.5 million rows)."""

_WAL = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
)
_PLAIN = (
    "PRAGMA journal_mode=DELETE",
    # FULL, and the folder is synced when the journal has gone: without it a power cut could bring the journal back,
    # and with it the state before the last commit.
    "PRAGMA synchronous=EXTRA",
    f"PRAGMA busy_timeout={PLAIN_BUSY_TIMEOUT_MS}",
)
_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    f"PRAGMA cache_size=-{CACHE_KIB}",
    "PRAGMA temp_store=MEMORY",
)


class Database:
    """An open database; hand it on, there is no global one.

    Attributes:
        path: the file.
        journal: how it is kept whole, "wal" or "delete"; the place decides.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.journal = "delete" if paths.is_fragile(path.parent) else "wal"
        self._engine = _engine(path, _PLAIN if self.journal == "delete" else _WAL)
        self._idle: list[Connection] = []

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the data; writes nothing."""
        with told(self.path), self._connection() as connection:
            driver = driver_of(connection)
            driver.execute("BEGIN")
            try:
                yield connection
            finally:
                driver.rollback()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed when the block ends, rolled back when it raises.

        It is the driver's own, since SQLAlchemy's costs a saved field more than the statement it holds.
        """
        with told(self.path), self._connection() as connection:
            driver = driver_of(connection)
            driver.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                driver.rollback()
                raise
            driver.commit()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """One that nobody uses, or a new one; one in whose use something failed is closed.

        Kept open between uses: taking it from SQLAlchemy's pool and giving it back costs half of a saved field.
        """
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._engine.connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def rewrite(self) -> None:
        """Write the file anew, so that free places hold nothing of what was removed; not within a transaction."""
        with told(self.path), self._connection() as connection:
            driver = driver_of(connection)
            driver.execute("VACUUM")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close all connections; the last one folds the WAL into the file."""
        while self._idle:
            self._idle.pop().close()
        self._engine.dispose()


def _engine(path: Path, journal: Sequence[str]) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", partial(_on_connect, journal))
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(journal: Sequence[str], connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # sqlite3 would begin and commit on its own; a released savepoint would then survive a rollback.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (*journal, *_SETTINGS):
        cursor.execute(setting)
    cursor.close()
    # Two spellings of one institution are one wherever they are counted.
    driver = cast(sqlite3.Connection, connection)
    driver.create_function("office_key", 1, _office_key, deterministic=True)


@lru_cache(maxsize=8192)
def _office_key(name: str | None) -> str:
    """A province has half a million attendances and a few thousand institutions."""
    return office_key(name)


def _on_begin(connection: Connection) -> None:
    # SQLAlchemy begins at its first statement; `read` and `write` have begun before.
    if not driver_of(connection).in_transaction:
        driver_of(connection).execute("BEGIN")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's connection, in the same transaction.

    For the few statements that every saved field passes: SQLAlchemy's result of one row costs five times the query.
    """
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says into our errors."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _ours(error.orig, path) from error
    except sqlite3.Error as error:
        raise _ours(error, path) from error


_PLACE_FAILED = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_LEAST_ROOM = 64 * 1024


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def _ours(error: BaseException | None, path: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _PLACE_FAILED and not path.parent.is_dir():
        return errors.ProfileGone(path=path.parent)
    match code:
        # The index of the WAL finds no room: SQLite calls that an input or output error.
        case sqlite3.SQLITE_IOERR if _is_full(path.parent):
            return errors.DiskFull(path=path, needed=0, free=0)
        case sqlite3.SQLITE_FULL:
            return errors.DiskFull(path=path, needed=0, free=0)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return errors.DatabaseBusy(path=path)
        # An input or output error is the disk's: the data on it may be as good as ever.
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return errors.FolderNotWritable(path=path, reason=str(error))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return errors.DatabaseDamaged(path=path, problem=str(error))
        case _:
            return error if isinstance(error, Exception) else errors.DatabaseDamaged(path=path, problem=str(error))
