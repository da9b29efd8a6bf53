"""The files of the exchange of keys: what they are called, and who may have any."""

import re
import unicodedata
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import SUFFIX, Office


def refuse_practice(ws: Workspace) -> None:
    """A practice profile never exchanges keys with real ones; raises PracticeOnly."""
    if ws.profile.practice:
        raise errors.PracticeOnly(what="kartu kunci")


def own_office(ws: Workspace) -> Office:
    """The office of the profile as it stands in a card."""
    profile = ws.profile
    return Office(profile.role, profile.region_code, profile.office_id, profile.office_name)


def file_for(to: Path, what: str, office: Office) -> Path:
    """The file itself, or one in the folder, named for the office in plain letters."""
    return to if to.suffix == SUFFIX else to / f"{what}_{office.region_code}_{plain_name(office.name)}{SUFFIX}"


def plain_name(name: str) -> str:
    """A name in plain letters, for the name of a file."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:40] or "kantor"
