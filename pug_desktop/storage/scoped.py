"""The condition that a row lies in a scope, for statements written by hand."""

from typing import TypeAlias

Given: TypeAlias = tuple[str, str, str]


def in_scope(column: str = "scope") -> str:
    """The condition, with three marks for `given`.

    A scope has digits, points and hex digits only, so that LIKE finds no wildcard in it.
    """
    return f"({column} = ? OR {column} LIKE ? || '.%' OR {column} LIKE ? || '/%')"


def given(scope: str) -> Given:
    """What the three marks stand for."""
    return scope, scope, scope
