"""How long work says how far it is, and how it learns that it should stop."""

from collections.abc import Callable
from typing import TypeAlias


class Cancelled(Exception):
    """The person asked for the work to stop; nothing was kept."""


Step: TypeAlias = Callable[[int, int], None]
"""Called as step(done, total) between two units of work; raises Cancelled to stop it."""


def silent(done: int, total: int) -> None:
    """The default: reports nothing, never stops."""
