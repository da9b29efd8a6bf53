"""How many records wait for a decision: light, since the window asks at every page."""

from pug_desktop.app.workspace import Workspace
from pug_desktop.storage.decisions import count_open


def waiting(ws: Workspace) -> int:
    """The number of records that hold two values, as of the last exchange or decision."""
    with ws.database.read() as connection:
        return count_open(connection)
