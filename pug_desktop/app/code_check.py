"""Whether somebody made sure who the device of a key card belongs to: by the Kode Keamanan, or by meeting."""

from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.key_log import What, log
from pug_desktop.app.workspace import KEYS, Workspace
from pug_desktop.bundle.card_json import Office, card_from_json
from pug_desktop.bundle.keys import DevicePublic, public_of
from pug_desktop.bundle.security_code import digits_of, is_code_of, security_code
from pug_desktop.storage import journal, key_records

TRIES = 3


def own_code(ws: Workspace) -> str:
    """The Kode Keamanan of this device; slow the first time in a session."""
    return security_code(public_of(ws.folder / KEYS))


def code_of(ws: Workspace, device_id: str) -> str:
    """The Kode Keamanan of a device whose card is kept here; "" when none is."""
    with ws.database.read() as connection:
        kept = {device: card for device, _relation, card in journal.cards(connection)}
    return security_code(card_from_json(kept[device_id]).device) if device_id in kept else ""


def tries_left(ws: Workspace, device_id: str) -> int:
    """How often the code of a device may still be typed wrongly, over restarts; 0: only meeting in person helps."""
    with ws.database.read() as connection:
        done = [event.what for event in key_records.key_log(connection, device_id)]
    misses = 0
    for what in done:
        misses = 0 if what in (What.CODE_COMPARED, What.MET) else misses + (what == What.CODE_WRONG)
    return max(0, TRIES - misses)


def make_sure(
    ws: Workspace, device: DevicePublic, office: Office, path: Path, *, code: str | None, in_person: bool
) -> None:
    """Compare the code, or write down that the person was here.

    Args:
        ws: the profile.
        device: whose code it should be.
        office: shown in the log and in the error.
        path: named in the error.
        code: as it was typed; blanks and dashes do not matter.
        in_person: the person is here, or the file came straight from its hands.

    Raises:
        CodeNotCompared: neither, both, or not thirty digits, which is no try.
        WrongCode: with the number of tries that are left.
        CodeLocked: none is left.
    """
    if in_person == (code is not None):
        raise errors.CodeNotCompared(path=path, name=office.name)
    if in_person:
        _note(ws, What.MET, device, office)
        return
    assert code is not None
    if digits_of(code) is None:
        raise errors.CodeNotCompared(path=path, name=office.name, problem="digits")
    if tries_left(ws, device.device_id) == 0:
        raise errors.CodeLocked(path=path, name=office.name)
    if is_code_of(code, device):
        _note(ws, What.CODE_COMPARED, device, office)
        return
    # Written down before it is told: closing the program gives no further try.
    _note(ws, What.CODE_WRONG, device, office)
    if (left := tries_left(ws, device.device_id)) == 0:
        raise errors.CodeLocked(path=path, name=office.name)
    raise errors.WrongCode(path=path, left=left)


def _note(ws: Workspace, what: What, device: DevicePublic, office: Office) -> None:
    with ws.database.write() as connection:
        log(ws, connection, what, device.device_id, office=office.name)
