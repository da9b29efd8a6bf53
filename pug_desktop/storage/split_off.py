"""What a profile wrote since an older state of it was put back unnoticed gets names of its own.

The others hold other writes under the same names. Where the records would meet, each side would take the other's write
for one that it has seen and replaced, and both would vanish.
"""

from dataclasses import replace

from sqlalchemy import Connection

from pug_desktop.replica.state import DELETED, Actor, Dot, RecordState
from pug_desktop.storage import incarnation
from pug_desktop.storage.states import Layouts, decode_state, read_self, write, write_self


def split_off(connection: Connection, new_actor: Actor, *, after: int, at: str) -> int:
    """Become `new_actor` and rename our writes after a number; returns how many records were touched.

    Args:
        connection: in a write transaction, everything captured.
        new_actor: what we become.
        after: the last n of ours of which it is sure that the others have the same.
        at: ISO time, only shown.
    """
    me = read_self(connection)
    dot = Dot(me.n + 1, new_actor)
    me.saw(dot.n)
    layouts = Layouts(connection)
    rows = connection.exec_driver_sql(
        "SELECT kind, id, scope, layout, head, cells, parked FROM sync_record WHERE instr(head, ?) > 0", (me.actor,)
    ).all()
    touched = 0
    for kind, record_id, scope, layout, head, cells, parked in rows:
        state = decode_state(layouts, kind, record_id.hex(), scope, (layout, head, cells))
        if state.vector.get(me.actor, 0) > after:
            write(connection, me, layouts, _renamed(state, me.actor, after, dot), parked=parked)
            touched += 1
    write_self(connection, me)
    incarnation.renew(connection, new_actor, upto=None, at=at)
    return touched


def _renamed(state: RecordState, actor: Actor, after: int, dot: Dot) -> RecordState:
    """The state with our writes after a number under one other name."""

    def name(each: Dot) -> Dot:
        return dot if each.actor == actor and each.n > after else each

    def seen(value: object) -> object:
        if not isinstance(value, dict) or value.get(actor, 0) <= after:
            return value
        return {**value, actor: after, dot.actor: dot.n}

    cells = {
        cell: {
            name(each): seen(value) if cell == DELETED else value
            # Of two of ours in one cell the later one counts.
            for each, value in sorted(register.items())
        }
        for cell, register in state.cells.items()
    }
    labels = {name(each): label for each, label in sorted(state.labels.items())}
    vector = {each: n for each, n in {**state.vector, actor: after, dot.actor: dot.n}.items() if n}
    return replace(state, cells=cells, vector=vector, labels=labels)
