"""Ingat kata sandi di komputer ini: the passphrase in the keyring of the operating system, as a convenience only.

The keyring is never the only copy of anything. One that is missing, locked or broken counts as one that remembers
nothing: the program asks for the passphrase and goes on. The library is imported when it is wanted, never at start.
"""

import logging
from dataclasses import replace
from typing import Any

from pug_desktop.app.profiles import Profile, write_profile
from pug_desktop.app.workspace import KEYS, Workspace
from pug_desktop.bundle.keys import load_keys

SERVICE = "PUG Desktop"

_log = logging.getLogger(__name__)


def recall(profile: Profile) -> str | None:
    """The passphrase of a profile that wants to be remembered; None when it has to be asked for."""
    if not (profile.locked and profile.remembered):
        return None
    found = _with_keyring("get_password", profile.device_id)
    return found if isinstance(found, str) and found else None


def remember(ws: Workspace, passphrase: str) -> bool:
    """Keep the passphrase on this computer; whether the keyring took it.

    Raises:
        WrongPassphrase: it does not open the keys; nothing is kept.
    """
    load_keys(ws.folder / KEYS, passphrase)
    _with_keyring("set_password", ws.profile.device_id, passphrase)
    kept = bool(_with_keyring("get_password", ws.profile.device_id) == passphrase)
    if kept:
        _note(ws, wanted=True)
    return kept


def forget(device_id: str) -> None:
    """Take the passphrase of a device out of the keyring."""
    _with_keyring("delete_password", device_id)


def stop(ws: Workspace) -> None:
    """Forget the passphrase of this profile and do not look for it again."""
    if ws.profile.remembered:
        forget(ws.profile.device_id)
        _note(ws, wanted=False)


def _note(ws: Workspace, *, wanted: bool) -> None:
    ws.profile = replace(ws.profile, remembered=wanted)
    write_profile(ws.folder, ws.profile)


def _with_keyring(verb: str, *given: str) -> Any:
    try:
        import keyring

        return getattr(keyring, verb)(SERVICE, *given)
    except Exception as error:  # noqa: BLE001 (backends raise anything; none of it may stop the program)
        # The kind alone: what a backend says might hold what it was given.
        _log.info("keyring: %s: %s", verb, type(error).__name__)
        return None
