"""Child: what can be done with the same rows and no exchange: plain inserts, copies of the file, a sheet of git's.

python -m tests.bench.child_plain insert|copy|zip|git FOLDER
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from tests.bench.measure import Stopwatch, plain, tell

PIECE = 1 << 20


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables, parents before children."""
    return [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    ]


def make_empty(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """The same tables and indexes without rows."""
    for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"):
        target.execute(sql)


def insert(folder: Path) -> dict[str, float]:
    """The reference: tuples that lie in memory, one statement a table, one transaction."""
    with (
        tempfile.TemporaryDirectory(dir=folder) as made,
        plain(folder / "plain.db") as source,
        plain(Path(made) / "new.db") as target,
    ):
        make_empty(source, target)
        rows = {name: source.execute(f'SELECT * FROM "{name}"').fetchall() for name in _parents_first(source)}
        watch = Stopwatch()
        watch.start()
        target.execute("BEGIN IMMEDIATE")
        for name, those in rows.items():
            if those:
                target.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(those[0]))})', those)
        target.execute("COMMIT")
        return watch.stop()


def _parents_first(source: sqlite3.Connection) -> Sequence[str]:
    names = tables(source)
    above = {name: {row[2] for row in source.execute(f'PRAGMA foreign_key_list("{name}")')} for name in names}
    done: list[str] = []
    while len(done) < len(names):
        done += [name for name in names if name not in done and above[name] <= {*done, name}]
    return done


def copy(folder: Path) -> dict[str, float]:
    """The whole database file to the stick and back, each synced: it merges nothing, the other's work is gone."""
    source = folder / "captured" / "pug.db"
    with tempfile.TemporaryDirectory(dir=folder) as made:
        stick, back = Path(made) / "stick", Path(made) / "back"
        return {
            "export_ms": _timed(lambda: copy_file(source, stick)),
            "import_ms": _timed(lambda: copy_file(stick, back)),
            "bytes": stick.stat().st_size,
        }


def copy_file(source: Path, target: Path) -> None:
    """A copy in pieces, synced."""
    with source.open("rb") as read, target.open("wb") as write:
        shutil.copyfileobj(read, write, PIECE)
        _synced(write)


def _synced(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def zipped(folder: Path) -> dict[str, float]:
    """The database file as a zip to the stick and unpacked: it merges nothing."""
    source = folder / "captured" / "pug.db"
    with tempfile.TemporaryDirectory(dir=folder) as made:
        stick = Path(made) / "stick.zip"

        def pack() -> None:
            with zipfile.ZipFile(stick, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(source, "pug.db")

        def unpack() -> None:
            back = Path(made) / "back"
            with zipfile.ZipFile(stick) as archive, archive.open("pug.db") as read, back.open("wb") as write:
                shutil.copyfileobj(read, write, PIECE)
                _synced(write)

        return {"export_ms": _timed(pack), "import_ms": _timed(unpack), "bytes": stick.stat().st_size}


def git(folder: Path) -> dict[str, float]:
    """Records as lines of JSON, a file for each meeting, in a repository that travels as a bundle.

    The rows are written and read back; a commit is what capture is here. Two changes in neighbouring lines conflict.
    """
    with tempfile.TemporaryDirectory(dir=folder) as made:
        here, there, stick = Path(made) / "here", Path(made) / "there", Path(made) / "stick.bundle"
        here.mkdir()
        _git(here, "init", "--quiet", "--initial-branch=main")

        def export() -> None:
            with plain(folder / "plain.db") as source:
                _write_lines(source, here)
            _git(here, "add", "--all")
            _git(here, "commit", "--quiet", "--message=bundle")
            _git(here, "bundle", "create", "--quiet", str(stick), "main")

        def take() -> None:
            _git(Path(made), "clone", "--quiet", "--branch", "main", str(stick), str(there))
            with plain(folder / "plain.db") as source, plain(Path(made) / "new.db") as target:
                make_empty(source, target)
                target.execute("BEGIN IMMEDIATE")
                for name in _parents_first(source):
                    _read_lines(target, there, name)
                target.execute("COMMIT")
                # A bundle without HEAD clones to an empty folder and says so in passing only.
                assert _rows(target) == _rows(source)

        found = {"export_ms": _timed(export), "import_ms": _timed(take), "bytes": stick.stat().st_size}
        found["again_ms"] = _timed(lambda: _git(there, "pull", "--quiet", str(stick), "main"))
        return found


def _rows(connection: sqlite3.Connection) -> int:
    return sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables(connection))


def _write_lines(source: sqlite3.Connection, folder: Path) -> None:
    for name in tables(source):
        columns = [row[1] for row in source.execute(f'PRAGMA table_info("{name}")')]
        below = "meeting_id" if "meeting_id" in columns else None
        lines: dict[str, list[str]] = {}
        for row in source.execute(f'SELECT * FROM "{name}"'):
            values = [each.hex() if isinstance(each, bytes) else each for each in row]
            key = str(values[columns.index(below)]) if below else "all"
            lines.setdefault(key, []).append(json.dumps(values, ensure_ascii=False))
        for key, those in lines.items():
            path = folder / name / key[-2:] / f"{key}.jsonl"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(those) + "\n", encoding="utf-8")


def _read_lines(target: sqlite3.Connection, folder: Path, name: str) -> None:
    kept = [row[2] == "BLOB" for row in target.execute(f'PRAGMA table_info("{name}")')]
    sql = f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(kept))})'
    for path in sorted((folder / name).rglob("*.jsonl")):
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        target.executemany(
            sql,
            (
                [
                    bytes.fromhex(each) if is_id and each is not None else each
                    for each, is_id in zip(row, kept, strict=True)
                ]
                for row in rows
            ),
        )


def _git(folder: Path, *given: str) -> None:
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "gc.auto=0")
    subprocess.run(["git", *who, *given], cwd=folder, check=True, capture_output=True)


def _timed(run: Callable[[], object]) -> float:
    """Milliseconds of the processor, those of children (git) included."""
    at = _used()
    run()
    return (_used() - at) * 1000


def _used() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {"insert": insert, "copy": copy, "zip": zipped, "git": git}

if __name__ == "__main__":
    tell(STEPS[sys.argv[1]](Path(sys.argv[2])))
