"""The records that hold two values for one field: both stay until a person decides."""

from dataclasses import dataclass

from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.replica.state import NO_LABEL, RecordState
from pug_desktop.replica.state import conflicts as conflicting
from pug_desktop.storage import records
from pug_desktop.storage.states import Layouts, load


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values; `user` and `at` (seconds since 1970 by the writer's clock) are only shown."""

    value: Value
    user: str
    at: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """One cell of a record with its values, the one that is shown first."""

    kind: str
    id: RecordId
    scope: str
    cell: str
    versions: tuple[Version, ...]


def conflicts(ws: Workspace) -> tuple[Conflict, ...]:
    """All that wait for a decision, as of the last exchange; by kind and id."""
    with ws.database.read() as connection:
        layouts = Layouts(connection)
        states = [load(connection, layouts, kind, each) for kind, each, _ in records.conflicts(connection)]
    return tuple(_conflict(state, cell) for state, _parked in filter(None, states) for cell in conflicting(state))


def _conflict(state: RecordState, cell: str) -> Conflict:
    labels = (
        (value, state.labels.get(dot, NO_LABEL)) for dot, value in sorted(state.cells[cell].items(), reverse=True)
    )
    versions = tuple(Version(value, label.user, label.at) for value, label in labels)
    return Conflict(state.kind, state.id, state.scope, cell, versions)
