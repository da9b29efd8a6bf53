"""Another computer that wrote something else: its values are joined in as a bundle would bring them."""

from pug_desktop.replica import capture as writing
from pug_desktop.replica.merge import merge
from pug_desktop.replica.state import Dot, Label
from pug_desktop.storage.capture import capture
from pug_desktop.storage.project import Projection
from pug_desktop.storage.states import Layouts, load, read_self, write_self

OTHER = "00000000000000aa"
THIRD = "00000000000000bb"
AT = 1_700_000_000


def state_of(ws, kind, record_id):
    """The record with all its values, as it lies here."""
    with ws.database.read() as connection:
        return load(connection, Layouts(connection), kind, record_id)[0]


def common(ws, *keys):
    """What both know: everything is captured, and these records are handed out as they are now."""
    with ws.database.write() as connection:
        capture(connection, now=AT, by="")
        layouts = Layouts(connection)
        return {key: load(connection, layouts, *key)[0] for key in keys}


def bring(ws, *theirs):
    """Join what others hold with what lies here."""
    with ws.database.write() as connection:
        capture(connection, now=AT, by=ws.profile.holder)
        me, layouts = read_self(connection), Layouts(connection)
        projection = Projection(connection, me, layouts)
        for state in theirs:
            me.saw(max(state.vector.values()))
            found = load(connection, layouts, state.kind, state.id)
            projection.state(merge(found[0], state) if found else state)
        projection.retry()
        write_self(connection, me)


def wrote(state, /, actor=OTHER, user="Rudi", at=AT, n=1000, **cells):
    """The record after another computer wrote these cells."""
    for name, value in cells.items():
        state = writing.decide(state, name, value, dot=Dot(n, actor), label=Label(user, at))
    return state


def deleted(state, actor=OTHER, user="Rudi", n=1000):
    """The record after another computer deleted it."""
    return writing.delete(state, dot=Dot(n, actor), label=Label(user, AT))


def disagree(ws, kind, record_id, edit_ours, **theirs):
    """Both change a record that both know; returns nothing, the conflict is there."""
    before = common(ws, (kind, record_id))[kind, record_id]
    edit_ours()
    bring(ws, wrote(before, **theirs))
