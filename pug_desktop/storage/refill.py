"""Columns that a migration adds, filled from what newer programs wrote.

An older program passes on fields that it does not know; they lie in its states, not in its rows. When its database gets
the columns they must say what the states show: an empty one would count as emptied by somebody at the next capture.
"""

from collections.abc import Mapping

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS
from pug_desktop.replica.state import is_deleted, shown_cells
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.rows import Misfit, fields_of, to_column
from pug_desktop.storage.states import Layouts, decode_state

Columns = Mapping[str, frozenset[str]]
"""The columns of each table."""


def columns(connection: Connection) -> Columns:
    """The columns of the tables of records that are there."""
    driver = driver_of(connection)
    found = {kind: frozenset(row[1] for row in driver.execute(f'PRAGMA table_info("{kind}")')) for kind in KINDS}
    return {kind: names for kind, names in found.items() if names}


def refill(connection: Connection, before: Columns) -> int:
    """Fill the columns that were added to tables since; returns how many rows had something to be filled in.

    A value that cannot lie in its column leaves its row as it is: the record is parked when it next changes.
    """
    driver = driver_of(connection)
    layouts = Layouts(connection)
    filled = 0
    for kind, names in columns(connection).items():
        added = [field for field in KINDS[kind].fields if field.name in names - before.get(kind, names)]
        if not added:
            continue
        cells = [cell for cell in KINDS[kind].cells if any(field in cell.fields for field in added)]
        rows = driver.execute(
            "SELECT id, scope, layout, head, cells FROM sync_record WHERE kind = ? AND parked IS NULL", (kind,)
        ).fetchall()
        for record_id, scope, *packed in rows:
            state = decode_state(layouts, kind, record_id.hex(), scope, (packed[0], packed[1], packed[2]))
            shown = {} if is_deleted(state) else shown_cells(state)
            try:
                values = fields_of(cells, shown)
                stored = {field.name: to_column(field, values.get(field.name)) for field in added}
            except Misfit:
                continue
            if any(value is not None for value in stored.values()):
                put = ", ".join(f'"{name}" = ?' for name in stored)
                driver.execute(f'UPDATE "{kind}" SET {put} WHERE id = ?', (*stored.values(), record_id))
                filled += 1
    return filled
