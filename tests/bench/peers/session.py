"""Peer: SQLite's session extension, through apsw: a changeset of the difference between two databases, applied.

    python -m tests.bench.peers.session FOLDER

No signature or encryption, no causality: a value that changed at both sides is a conflict that the handler must settle
at once, here by leaving the receiver's; both must have the same tables; a lost changeset breaks the chain.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import apsw

from tests.bench.measure import SETTINGS, tell
from tests.bench.peers import rows


def main(folder: Path) -> None:
    full = folder / "plain.db"
    with tempfile.TemporaryDirectory(dir=folder) as made_in:
        made = Path(made_in)
        empty, newer, edits, stick = (made / name for name in ("empty.db", "newer.db", "edits.db", "stick"))
        rows.make_empty(full, empty)
        found: dict[str, float] = {"export_ms": rows.timed(lambda: export(full, empty, stick))}
        found["bytes"] = stick.stat().st_size
        there = shutil.copyfile(empty, made / "there.db")
        found["import_ms"] = rows.timed(lambda: apply(there, stick))
        assert rows.count(there) == rows.count(full)
        found["again_ms"] = rows.timed(lambda: apply(there, stick))
        rows.changed_copy(full, newer, rows.NEWER, rows.TENTH)
        export(newer, full, stick)
        found["newer_ms"] = rows.timed(lambda: apply(there, stick))
        rows.changed_copy(full, edits, rows.EDITS, rows.HUNDREDTH)
        export(edits, full, stick)
        found["edits_ms"] = rows.timed(lambda: apply(there, stick))
    tell(found)


def opened(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    for setting in SETTINGS:
        connection.execute(setting)
    return connection


def export(path: Path, base: Path, stick: Path) -> None:
    """What is in `path` and not in `base`."""
    connection = opened(path)
    connection.execute("ATTACH ? AS base", (str(base),))
    session = apsw.Session(connection, "main")
    for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        session.attach(name)
        session.diff("base", name)
    with stick.open("wb") as file:
        session.changeset_stream(file.write)
        file.flush()
        os.fsync(file.fileno())
    session.close()
    connection.close()


def apply(path: Path, stick: Path) -> None:
    connection = opened(path)
    with stick.open("rb") as file, connection:
        # Parents may come after their children within one changeset.
        connection.execute("PRAGMA defer_foreign_keys=ON")
        apsw.Changeset.apply(file.read, connection, conflict=lambda why, change: apsw.SQLITE_CHANGESET_OMIT)
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
