"""Records that an office below brought and that we may not judge: kept aside unread, and carried to the office above.

Where we and the office above were both put back to before it wrote something, only the offices below still have that.
From them we cannot believe it; the office above can, since it knows up to where its former self wrote. So the record
goes there as it came, and comes back from above as any other. Why: docs/decisions/0005-permissions.md.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.merge import merge, same_dot_other_value
from pug_desktop.replica.state import RecordState, covers
from pug_desktop.storage import journal
from pug_desktop.storage.states import Layouts, decode_state, full_texts, load

MOST = 1000
"""Records at once: more wait below until some of these came back. Each bundle to the office above carries them all."""

_NAME = "held"
"""The setting in which they lie: a list of [kind, id, scope, head, cells]."""


def held(connection: Connection) -> list[RecordState]:
    """What is kept aside, by kind and id."""
    # Nothing of these lies in a layout: they are written out in full.
    layouts = Layouts(connection)
    return [
        decode_state(layouts, kind, record_id, scope, (None, head, cells))
        for kind, record_id, scope, head, cells in _read(connection)
    ]


def hold(connection: Connection, states: Iterable[RecordState]) -> None:
    """Keep records aside, together with what is there of them already."""
    kept = {(each.kind, each.id): each for each in held(connection)}
    before = dict(kept)
    for state in states:
        key = state.kind, state.id
        there = kept.get(key)
        if there is None and len(kept) < MOST:
            kept[key] = state
        elif there is not None and there.scope == state.scope and same_dot_other_value(there, state) is None:
            kept[key] = merge(there, state)
    if kept != before:
        _keep(connection, kept.values())


def settle(connection: Connection) -> None:
    """Let go of what we have by now: the office above has sent it, or something newer."""
    kept = held(connection)
    waiting = [each for each in kept if not _is_known(connection, each)]
    if len(waiting) < len(kept):
        _keep(connection, waiting)


def _is_known(connection: Connection, state: RecordState) -> bool:
    found = load(connection, Layouts(connection), state.kind, state.id)
    dots = {dot for register in state.cells.values() for dot in register}
    return found is not None and all(covers(found[0].vector, dot) for dot in dots)


def _keep(connection: Connection, states: Iterable[RecordState]) -> None:
    rows = sorted((each.kind, each.id, each.scope, *full_texts(each)) for each in states)
    journal.write_setting(connection, _NAME, {"records": [list(row) for row in rows]})


def _read(connection: Connection) -> Iterator[tuple[str, RecordId, str, str, str]]:
    rows: Any = journal.read_setting(connection, _NAME).get("records", ())
    yield from rows
