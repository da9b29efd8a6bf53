"""What this program is made of: its version, the works of others inside, and under which licence each is.

A packaged program has the list beside itself, written when it was built (`lib/licences/components.json`, by
installer/licences.py). From a checkout it is what the environment says of the packages that are needed.
"""

import json
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import __version__
from pug_desktop.app.program_files import program_folder

LICENCE = "MIT"
LICENCES_FOLDER = "lib/licences"
TEXTS_FILE = "third-party.txt"
README_FILE = "README.txt"
_DISTRIBUTION = "pug-desktop"


@dataclass(frozen=True, slots=True)
class Work:
    """A work of others: `licence` is an SPDX expression, `homepage` and `note` may be empty."""

    name: str
    version: str
    licence: str
    homepage: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """The program itself.

    Attributes:
        works: those of others inside, by name; empty when the list is gone or damaged.
        texts: the file with all licence texts; None from a checkout, or when it is gone.
        readme: what one may do, and how Qt is replaced; None likewise.
    """

    version: str
    python: str
    is_packaged: bool
    works: tuple[Work, ...]
    texts: Path | None = None
    readme: Path | None = None


def about(folder: Path | None = None) -> About:
    """What to show.

    Args:
        folder: the packaged program's; None for that of the running one.
    """
    folder = folder or program_folder()
    python = platform.python_version()
    if folder is None:
        return About(__version__, python, False, _of_environment())
    licences = folder / LICENCES_FOLDER
    found = {name: licences / name for name in (TEXTS_FILE, README_FILE) if (licences / name).is_file()}
    works = _sorted(_listed(licences / "components.json"))
    return About(__version__, python, True, works, found.get(TEXTS_FILE), found.get(README_FILE))


def _listed(path: Path) -> list[Work]:
    try:
        told = json.loads(path.read_bytes())["components"]
        return [
            Work(*(str(each[name]) for name in ("name", "version", "licence", "homepage", "note"))) for each in told
        ]
    except (OSError, ValueError, TypeError, KeyError):
        # The check of the program's files says what is wrong with them; here the list is just not there.
        return []


def _of_environment() -> tuple[Work, ...]:
    from importlib.metadata import PackageNotFoundError, metadata, requires

    try:
        lines = [line for line in requires(_DISTRIBUTION) or () if "extra ==" not in line]
    except PackageNotFoundError:
        return ()
    found = []
    for line in lines:
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        try:
            fields = metadata(name).json
        except PackageNotFoundError:
            continue
        licence = fields.get("license_expression") or fields.get("license") or ""
        found.append(Work(str(fields["name"]), str(fields["version"]), str(licence).partition("\n")[0]))
    return _sorted(found)


def _sorted(works: Sequence[Work]) -> tuple[Work, ...]:
    return tuple(sorted(works, key=lambda work: work.name.casefold()))
