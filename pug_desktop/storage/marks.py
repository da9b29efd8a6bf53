"""Marks on records whose row was touched since the last capture, so that capture looks at these only.

Triggers set them, whoever writes: this program, a migration, another program with the file open. They decide nothing
else. What changed is still found by comparing the row with what the replica showed last; a mark too many costs a
comparison, and `tests/storage` and `doctor` compare everything to see that none is missing. Where a trigger is missing,
or nobody knows (after a migration), capture compares all rows as well.

Projection writes rows that need no comparison, hundreds of thousands of them: meanwhile the triggers are taken away,
inside its transaction. A condition in each trigger would cost a fifth of the time of every import, this costs 10 ms.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, RecordId
from pug_desktop.storage.database import driver_of

EVERYTHING = "*"
"""The kind of the mark that stands for all records."""

MOST_IDS = 20_000
"""Marks of one kind that are looked up one by one; above that comparing all of its rows is faster."""

_PREFIX = "mark_"
_EVENTS = ("insert", "update", "renamed", "delete")
"""The triggers of each table, as the migrations make them."""


def is_complete(connection: Connection) -> bool:
    """Whether every table has its triggers and nothing was marked as a whole."""
    driver = driver_of(connection)
    there = {row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    wanted = {f"{_PREFIX}{kind}_{name}" for kind in KINDS for name in _EVENTS}
    if not wanted <= there:
        return False
    return driver.execute("SELECT 1 FROM sync_mark WHERE kind = ?", (EVERYTHING,)).fetchone() is None


def marked(connection: Connection) -> Iterator[tuple[str, list[RecordId] | None]]:
    """The kinds that have marks, parents first, with their ids; None in place of very many."""
    driver = driver_of(connection)
    counts = dict(driver.execute("SELECT kind, count(*) FROM sync_mark GROUP BY kind"))
    for kind in KINDS:
        if count := counts.get(kind, 0):
            rows = driver.execute("SELECT id FROM sync_mark WHERE kind = ?", (kind,)) if count <= MOST_IDS else None
            yield kind, None if rows is None else [row[0].hex() for row in rows]


def clear(connection: Connection) -> None:
    """All is captured."""
    driver_of(connection).execute("DELETE FROM sync_mark")


class Paused:
    """Marks during a projection: where none was set before it, none is left after it.

    `begin` takes the triggers away as well, for the rest of a transaction that only projects.
    """

    def __init__(self, connection: Connection) -> None:
        self._driver = driver_of(connection)
        self._statements: dict[str, list[str]] = {}
        self._was_clear = self._driver.execute("SELECT 1 FROM sync_mark LIMIT 1").fetchone() is None

    def begin(self, kind: str) -> None:
        """Take the triggers of a kind away, once; the same ones come back, also those of a newer program."""
        if kind in self._statements or not self._was_clear:
            return
        found = self._driver.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND substr(name, 1, ?) = ?",
            (kind, len(_PREFIX), _PREFIX),
        ).fetchall()
        for name, _sql in found:
            self._driver.execute(f'DROP TRIGGER "{name}"')
        self._statements[kind] = [sql for _name, sql in found]

    def end(self) -> None:
        """All rows are as the replica shows them."""
        if self._was_clear:
            self._driver.execute("DELETE FROM sync_mark")
        for statements in self._statements.values():
            for statement in statements:
                self._driver.execute(statement)
        self._statements = {}
