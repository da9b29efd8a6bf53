"""Where "Data dukung" is written and what is said of it. No Qt here."""

from pathlib import Path
from typing import TYPE_CHECKING

from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Step
from pug_desktop.ui.report.presenter import Subject

if TYPE_CHECKING:
    from pug_desktop.app.data_dukung import Exported

ZIP, FOLDER, ARCHIVE = "zip", "folder", "bagit"
"""What it is written as."""


def export(ws: Workspace, folder: Path, year: int, subject: Subject | None, form: str, step: Step) -> "Exported":
    """Write it into a folder.

    A zip of that name that is there already is replaced: it is the same export, made again. A folder gets a number.
    """
    # The writers of papers are loaded when the first one is made.
    from pug_desktop.app import data_dukung

    office_id = subject.office_id if subject else None
    region_code = subject.region_code if subject else None
    name = data_dukung.export_name(year, subject.label if subject else ws.profile.office_name)
    zipped = folder / f"{name}{'_arsip' if form == ARCHIVE else ''}.zip"
    out = _free(folder / name) if form == FOLDER else zipped
    return data_dukung.export(
        ws, out, year=year, office_id=office_id, region_code=region_code, bagit=form == ARCHIVE, step=step
    )


def _free(out: Path) -> Path:
    found, number = out, 1
    while found.exists():
        number += 1
        found = out.with_name(f"{out.name}-{number}")
    return found
