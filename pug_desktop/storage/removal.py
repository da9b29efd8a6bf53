"""Taking a record away with what hangs from it: its children wait, and come back with it."""

from collections import defaultdict

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.storage import bin, records
from pug_desktop.storage.capture import capture_rows
from pug_desktop.storage.project import Projection, children_of
from pug_desktop.storage.records import Stored
from pug_desktop.storage.rows import to_bytes
from pug_desktop.storage.states import Layouts, read_self, write_self
from pug_desktop.storage.states import stored as stored_states


def remove_tree(
    connection: Connection, kind: str, record_id: RecordId, *, now: int, by: str = ""
) -> list[tuple[str, Stored]]:
    """Remove the row of a record and those below it; they lie in the bin, with who removed them.

    The children are written down first and parked: the next capture then makes one tombstone, of the record itself.
    A record that no capture has seen, and so no bundle, leaves nothing behind.

    Returns:
        What was removed, parents before children; empty when there was no such row.
    """
    found = _tree(connection, kind, record_id)
    if len(found) > 1 and _is_known(connection, kind, record_id):
        rows: dict[str, list[RecordId]] = defaultdict(list)
        for each, stored in found:
            rows[each].append(stored.id)
        capture_rows(connection, rows, now=now)
    if found:
        # One that came back by undoing waits for its parent no more.
        connection.exec_driver_sql(
            "UPDATE sync_record SET parked = NULL WHERE kind = ? AND id = ?", (kind, to_bytes(record_id))
        )
        me = read_self(connection)
        Projection(connection, me, Layouts(connection)).hide(kind, record_id, by=by)
        write_self(connection, me)
        bin.stamp(connection, now)
    return found


def _is_known(connection: Connection, kind: str, record_id: RecordId) -> bool:
    return bool(stored_states(connection, kind, [record_id]))


def _tree(connection: Connection, kind: str, record_id: RecordId) -> list[tuple[str, Stored]]:
    top = records.get(connection, kind, record_id)
    if top is None:
        return []
    found = [(kind, top)]
    for child, column in children_of(kind):
        for below in records.select(connection, child, {column: record_id}):
            found.extend(_tree(connection, child, below.id))
    return found
