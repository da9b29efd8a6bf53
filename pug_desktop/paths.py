"""Where data, settings, logs and resources lie.

A profile is one folder: `pug.db`, `profil.json`, `kunci/` (keys), `berkas/` (evidence by SHA-256), `masuk/` (bundles
that came in), `karantina/` (bundles that were refused), `cetak/` (papers), `templat/` (the office's own Word
templates), `tmp/` (wiped at start).
`PUG_DATA_DIR` in the environment moves the folder of all profiles, for tests and IT staff.
"""

import os
import sys
from pathlib import Path

ORGANISATION = "PUG"
APPLICATION = "PUG Desktop"


def data_dir() -> Path:
    """The folder that holds all profiles of this user; never a roaming one, never beside the program."""
    if told := os.environ.get("PUG_DATA_DIR"):
        return Path(told)
    # platformdirs is imported here: it costs 38 ms and the window that is given a profile does not need it.
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, ORGANISATION, roaming=False)


def profiles_dir() -> Path:
    """The folder in which each profile has a folder of its own."""
    return data_dir() / "profil"


def _resources_dir() -> Path:
    """Beside the package in a checkout, inside the bundle when frozen."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


RESOURCES = _resources_dir()
