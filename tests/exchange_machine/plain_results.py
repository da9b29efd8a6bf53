"""Statements straight to the driver while the machine runs.

SQLAlchemy's result of one row costs five times the query, and a run is thousands of them: with it a soak takes half as
long again. Below it everything is the program's own, the files are real SQLite files, and all other tests go through
SQLAlchemy.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from pug_desktop.storage.database import driver_of


class Result:
    """As much of a result as the program asks for."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self.rowcount = cursor.rowcount

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._cursor)

    def all(self) -> list[tuple[Any, ...]]:
        return self._cursor.fetchall()

    fetchall = all

    def first(self) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._cursor.fetchone()
        return found

    def one_or_none(self) -> tuple[Any, ...] | None:
        found = self._cursor.fetchmany(2)
        assert len(found) < 2, "more than one row"
        return found[0] if found else None

    def one(self) -> tuple[Any, ...]:
        found = self.one_or_none()
        assert found is not None, "no row"
        return found

    def scalar_one(self) -> Any:
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        found = self.one_or_none()
        return None if found is None else found[0]


@contextmanager
def plain_results() -> Iterator[None]:
    """From here on, until the end."""
    honest = Connection.exec_driver_sql

    def straight(self: Connection, statement: str, parameters: Any = None, **_options: Any) -> Result:
        driver = driver_of(self)
        if isinstance(parameters, list):
            return Result(driver.executemany(statement, parameters))
        return Result(driver.execute(statement, parameters or ()))

    Connection.exec_driver_sql = straight  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Connection.exec_driver_sql = honest  # type: ignore[method-assign]
