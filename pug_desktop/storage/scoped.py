"""Conditions for statements written by hand: that a row lies in a scope, that it is one of some."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Given: TypeAlias = tuple[str, str, str]


def in_scope(column: str = "scope") -> str:
    """The condition, with three marks for `given`: the scope itself, or what goes on with a point or a slash.

    The two stand side by side in ASCII, right before the digits. Comparing takes a third of the time of LIKE, and every
    bundle asks it of every record several times.
    """
    return f"({column} = ? OR ({column} >= ? AND {column} < ?))"


def given(scope: str) -> Given:
    """What the three marks stand for."""
    return scope, f"{scope}.", f"{scope}0"


NAMED_AT_ONCE = (8, 64, 512)


def named(ids: Sequence[bytes]) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Marks for `IN (...)` and what they stand for, some hundred ids at a time.

    The last ones are filled up by repeating one of them: SQLite keeps what it prepared for each statement, and a
    statement for each number of marks would be megabytes.
    """
    for start in range(0, len(ids), NAMED_AT_ONCE[-1]):
        part = tuple(ids[start : start + NAMED_AT_ONCE[-1]])
        size = next(each for each in NAMED_AT_ONCE if each >= len(part))
        yield ", ".join("?" * size), (*part, *(part[-1],) * (size - len(part)))
