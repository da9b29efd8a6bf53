"""Which profiles there are, read from their `profil.json`: cheap, so that the window can show them at once."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from pug_desktop import durable, errors, paths

PROFILE_FILE = "profil.json"
PROFILE_VERSION = 1

FORMER = re.compile(r"-lama-[0-9]{8}-[0-9]{4}(-[0-9]+)?$")
"""How a folder is called that a restore put aside."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose records a profile holds.

    `role` is opd, kabkota or provinsi; `scope` is where its own records lie; `locked` means that its keys need a
    passphrase; `holder` is the person's name, "" when none was given; `remembered` that the keyring of this computer
    may know the passphrase.
    """

    role: str
    region_code: str
    region_name: str
    office_id: str
    office_name: str
    device_id: str
    scope: str
    practice: bool
    locked: bool
    holder: str = ""
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """A profile and where it lies."""

    folder: Path
    profile: Profile


def list_profiles() -> tuple[ProfileCard, ...]:
    """The profiles of this user, by name of the office; a folder that cannot be read is left out."""
    found = []
    for folder in _folders(paths.profiles_dir()):
        if folder.suffix == durable.PART or FORMER.search(folder.name):
            # A restore that did not end, or what it put aside: a second profile of one office would invite a copy.
            continue
        try:
            found.append(ProfileCard(folder, read_profile(folder)))
        except errors.PugError:
            continue
    return tuple(sorted(found, key=lambda card: card.profile.office_name.casefold()))


def _folders(base: Path) -> list[Path]:
    """What lies there; nothing where it cannot be read, and then making a profile will say why."""
    try:
        return sorted(base.iterdir()) if base.is_dir() else []
    except OSError:
        return []


def read_profile(folder: Path) -> Profile:
    """The profile in that folder.

    Raises:
        NoProfile: there is none.
        NotAFolder, FolderNotWritable: the place itself cannot be used.
        DatabaseDamaged: its description cannot be read.
        DataFromNewerProgram: its description is a newer program's.
    """
    path = folder / PROFILE_FILE
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise errors.NoProfile(folder=folder) from None
    except NotADirectoryError:
        raise errors.NotAFolder(path=folder) from None
    except (IsADirectoryError, ValueError) as error:
        raise errors.DatabaseDamaged(path=path, problem=type(error).__name__) from error
    except OSError as error:
        raise errors.FolderNotWritable(path=folder, reason=error.strerror or "") from error
    version = kept.pop("version", None) if isinstance(kept, dict) else None
    if isinstance(version, int) and version > PROFILE_VERSION:
        raise errors.DataFromNewerProgram(path=path, found=version, known=PROFILE_VERSION)
    try:
        known = {name: kept[name] for name in Profile.__dataclass_fields__ if name in kept}
        return Profile(**known)
    except TypeError as error:
        raise errors.DatabaseDamaged(path=path, problem="profil.json") from error


def write_profile(folder: Path, profile: Profile) -> None:
    """Keep the profile's description; whole or not at all."""
    text = json.dumps({"version": PROFILE_VERSION, **asdict(profile)}, indent=1, ensure_ascii=False)
    durable.write_bytes(folder / PROFILE_FILE, text.encode("utf-8"))
