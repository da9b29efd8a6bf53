"""Which further columns of the attendance grid this profile wants to see; at first none is shown.

Age and disability say more about a person than a name does: they are asked for only where somebody wants to.
"""

from collections.abc import Sequence

from pug_desktop.app.attend_cells import FIELDS
from pug_desktop.app.workspace import Workspace
from pug_desktop.storage import journal

FURTHER = ("role", "phone", "age_band", "disability")
"""The columns that are hidden until they are wanted."""

_NAME = "attendance_columns"


def wanted_columns(ws: Workspace) -> tuple[str, ...]:
    """The further columns that are wanted here, in the order of the grid."""
    with ws.database.read() as connection:
        kept = journal.read_setting(connection, _NAME).get("shown")
    shown = kept if isinstance(kept, list) else []
    return tuple(field for field in FIELDS if field in FURTHER and field in shown)


def want_columns(ws: Workspace, fields: Sequence[str]) -> None:
    """Keep which further columns are wanted; it stays on this computer."""
    with ws.database.write() as connection:
        journal.write_setting(connection, _NAME, {"shown": [field for field in FURTHER if field in fields]})
