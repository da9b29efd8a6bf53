"""Child: evidence in a bundle, out and in, against a plain copy of the same bytes.

    python -m tests.bench.child_evidence out|in|copy FOLDER

Out is `pack`: encrypting, writing, syncing and reading the whole back; in is `unpack`: decrypting and checking each
part into a file of its own. The copy reads, writes and syncs the same files.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pug_desktop.app import trust
from pug_desktop.app.workspace import open_profile
from pug_desktop.bundle import unpack
from tests.bench.child_plain import PIECE
from tests.bench.data import send_all
from tests.bench.measure import Stopwatch, copied, tell


def out(folder: Path) -> dict[str, float]:
    with copied(folder / "sender") as profile, tempfile.TemporaryDirectory(dir=folder) as stick:
        ws = open_profile(profile)
        watch = Stopwatch()
        watch.start()
        send_all(ws, Path(stick))
        found = watch.stop()
        ws.close()
    return found


def taken(folder: Path) -> dict[str, float]:
    """Without the copy from the stick and the storing, which are plain copies and renames themselves."""
    with copied(folder / "empty") as profile:
        ws = open_profile(profile)
        kept = trust.trusted(ws)
        names = json.loads((folder / "made.json").read_text(encoding="utf-8"))
        watch = Stopwatch()
        watch.start()
        for number, name in enumerate(names):
            unpack.unpack(folder / "stick" / name, profile / "tmp" / str(number), ws.keys, kept)
        found = watch.stop()
        ws.close()
    return found


def copy(folder: Path) -> dict[str, float]:
    """Into one file, synced once: as cheap as it can be."""
    files = [path for path in (folder / "sender" / "berkas").rglob("*") if path.is_file()]
    target = folder / "copied"
    watch = Stopwatch()
    watch.start()
    with target.open("wb") as write:
        for path in files:
            with path.open("rb") as read:
                shutil.copyfileobj(read, write, PIECE)
        write.flush()
        os.fsync(write.fileno())
    found = watch.stop()
    target.unlink()
    return {**found, "bytes": sum(path.stat().st_size for path in files)}


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {"out": out, "in": taken, "copy": copy}

if __name__ == "__main__":
    tell(STEPS[sys.argv[1]](Path(sys.argv[2])))
