"""The schema's number: made on a new file, raised on an older one, refused on a newer one.

The number stands in `user_version` and is read with plain sqlite3, so that alembic is imported only when it has work.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from pug_desktop import errors
from pug_desktop.storage.database import APPLICATION_ID, told

SCHEMA = 4
"""The number this program makes. Each migration raises it by one; the revision of number n is named f"{n:04}"."""


def prepare(path: Path) -> None:
    """Make the file or bring it up to `SCHEMA`.

    Raises:
        DataFromNewerProgram: the file's number is larger than ours; nothing was touched.
        NotOurDatabase: no SQLite file, or one of another program.
    """
    found = number(path) if path.exists() and path.stat().st_size else 0
    if found > SCHEMA:
        raise errors.DataFromNewerProgram(path=path, found=found, known=SCHEMA)
    if found == SCHEMA:
        return
    if found:
        _keep_a_copy(path, found)
    _upgrade(path)


def number(path: Path) -> int:
    """The schema number of an existing file; NotOurDatabase when it is none of ours."""
    # Read-only: the last connection that closes would fold the WAL of a newer program into its file.
    try:
        return _number(path, "ro")
    except _WriteStopped:
        return _number(path, "rw")


class _WriteStopped(Exception):
    """A power cut or a pulled stick left a rollback journal, which only a connection that may write plays back."""


def _number(path: Path, mode: str) -> int:
    with _opened(f"{_uri(path)}?mode={mode}", path) as connection:
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK and mode == "ro":
                raise _WriteStopped from None
            # A disk that is full or fails says nothing about whose file it is.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_NOTADB:
                raise
            raise errors.NotOurDatabase(path=path) from error
    if tables == 0 and application in (0, APPLICATION_ID):
        return 0
    if application != APPLICATION_ID:
        raise errors.NotOurDatabase(path=path)
    return found


def _uri(path: Path) -> str:
    r"""The file for SQLite; `as_uri` knows no paths of Windows that begin with `\\?\`."""
    return f"file:{quote(str(path.absolute()))}"


@contextmanager
def _opened(uri: str, path: Path) -> Iterator[sqlite3.Connection]:
    with told(path), closing(sqlite3.connect(uri, uri=True)) as connection:
        yield connection


def _keep_a_copy(path: Path, found: int) -> None:
    """An older file is copied whole before it is changed, beside it."""
    target = path.with_name(f"{path.stem}-skema{found}.db")
    target.unlink(missing_ok=True)
    with _opened(_uri(path), path) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def _upgrade(path: Path) -> None:
    # alembic costs 0.2 s even when it finds nothing to do.
    from alembic import command
    from alembic.config import Config

    from pug_desktop.storage.database import Database
    from pug_desktop.storage.refill import columns, refill

    database = Database(path)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    try:
        # Without a transaction of SQLAlchemy's own, alembic would begin and commit one a revision.
        with database.write() as connection, connection.begin():
            config.attributes["connection"] = connection
            before = columns(connection)
            command.upgrade(config, f"{SCHEMA:04}")
            refill(connection, before)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    finally:
        database.close()
