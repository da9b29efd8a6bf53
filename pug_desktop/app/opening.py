"""Opening a bundle with the profile's keys, or with the key before a handover when it was under way to that one."""

from dataclasses import replace
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.handover import former_keys
from pug_desktop.app.trust import trusted
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle import unpack as bundles
from pug_desktop.bundle.unpack import Look, Opened
from pug_desktop.progress import Step, silent


def look_into(ws: Workspace, path: Path) -> Look:
    """Who sent the bundle, for whom and what; as `bundle.unpack.look`."""
    known = trusted(ws)
    found = bundles.look(path, ws.keys, known)
    if isinstance(found.problem, errors.NotForThisOffice) and (former := former_keys(ws)) is not None:
        return bundles.look(path, former, replace(known, me=former.device_id))
    return found


def unpack(ws: Workspace, path: Path, staging: Path, step: Step = silent) -> Opened:
    """Check the whole bundle and lay its parts into the staging folder; as `bundle.unpack.unpack`."""
    known = trusted(ws)
    try:
        return bundles.unpack(path, staging, ws.keys, known, step)
    except errors.NotForThisOffice:
        if (former := former_keys(ws)) is None:
            raise
    return bundles.unpack(path, staging, former, replace(known, me=former.device_id), step)
