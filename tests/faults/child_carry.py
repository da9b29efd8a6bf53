"""Child: carries something once, and says what came of it.

python -m tests.faults.child_carry take_in PROFILE BUNDLE...
python -m tests.faults.child_carry send PROFILE FOLDER
python -m tests.faults.child_carry write_receipt PROFILE FOLDER
python -m tests.faults.child_carry read_receipts PROFILE FOLDER
python -m tests.faults.child_carry open PROFILE
python -m tests.faults.child_carry install PROFILE FOLDER KEYS

A refusal of ours is said as {"error": class}; everything else ends the child with a traceback.
PUG_BROKEN names what is broken on purpose (tests/faults/broken.py).
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from pug_desktop import durable, errors
from pug_desktop.app import outgoing_files, receipts, receive, send, update
from pug_desktop.app.workspace import Workspace, open_profile
from pug_desktop.bundle import update_package
from pug_desktop.storage.schema import SCHEMA
from tests.faults import broken
from tests.faults.killing import READY, say

FEW_BYTES = 40_000
"""Evidence beside the records; the rest goes into files of its own, as with gigabytes."""


def take_in(ws: Workspace, *paths: Path) -> None:
    """One after the other; each is said when it is in."""
    for path in paths:
        say(receive.take_in(ws, path).bundle_id)


def write(ws: Workspace, folder: Path) -> None:
    """To the office above, each file of it."""
    sent = send.send(ws, send.find_addressee(ws), folder)
    say([path.name for path in sent.files])


def write_receipt(ws: Workspace, folder: Path) -> None:
    """Of the bundle that was taken in last."""
    say(receipts.write_receipt(ws, receive.received_log(ws)[0].bundle_id, folder).name)


def read_receipts(ws: Workspace, folder: Path) -> None:
    """All that lie there: the numbers of our bundles that they confirm."""
    found = receipts.read_receipts(ws, folder)
    for each in found:
        if each.error is not None:
            raise each.error
    say([seq for each in found for seq in each.seqs])


def open_only(_ws: Workspace) -> None:
    """An older database is brought up to this program as it is opened."""
    say("open")


def install(ws: Workspace, stick: Path, keys: Path) -> None:
    """The update that lies there; the program that it replaces is a file beside the keys."""
    program = update.Here("0.1.0", "debian", SCHEMA, update_package.read_release_keys(keys))
    (found,) = update.find(stick, program)

    def run(path: Path, _system: str) -> update.Started:
        durable.write_bytes(keys.with_name("program"), path.read_bytes())
        return update.Started(update.Way.DONE, path)

    update.install(update.prepare(found, program, workspace=ws), run)
    say("installed")


VERBS: dict[str, Callable[..., None]] = {
    "take_in": take_in,
    "send": write,
    "write_receipt": write_receipt,
    "read_receipts": read_receipts,
    "open": open_only,
    "install": install,
}


def main(verb: str, profile: Path, *paths: Path) -> None:
    """Say that it is open, then what was done."""
    outgoing_files.FIRST_BYTES = FEW_BYTES
    broken.apply(os.environ.get("PUG_BROKEN", ""))
    try:
        ws = open_profile(profile)
        say(READY)
        VERBS[verb](ws, *paths)
        ws.close()
    except errors.PugError as error:
        say({"error": type(error).__name__})


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
