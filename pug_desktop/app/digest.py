"""Whether two places know the same: one short text over all visible records of a profile."""

from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Step, silent
from pug_desktop.storage.digest import Digest, Sum
from pug_desktop.storage.digest import digest as _digest

__all__ = ["Digest", "Sum", "digest"]


def digest(ws: Workspace, step: Step = silent) -> Digest:
    """The sums of this profile as it is now; nothing is written."""
    with ws.database.read() as connection:
        return _digest(connection, step)
