"""Profiles on disk for window tests; made once, since keys and tables take a moment."""

import shutil
from pathlib import Path

from pug_desktop.app import example, workspace
from pug_desktop.app.workspace import Workspace

NAMES = {
    "opd": ("36.71", "Dinas Kesehatan Kota Tangerang"),
    "kabkota": ("36.71", "DP3AP2KB Kota Tangerang"),
    "provinsi": ("36", "DP3AKKB Provinsi Banten"),
}


def make_profile(folder: Path, role: str, *, practice: bool = False) -> Path:
    """A closed profile of that role; a practice one is full of examples."""
    region, name = NAMES[role]
    made = workspace.create_profile(folder, role=role, region_code=region, office_name=name, practice=practice)
    if practice:
        example.fill_practice(made)
    made.close()
    return folder


def open_copy(source: Path, target: Path) -> Workspace:
    """The profile, copied and opened."""
    shutil.copytree(source, target)
    return workspace.open_profile(target)
