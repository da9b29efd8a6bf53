"""Child: 100,000 attendance records into an empty profile, by the program or by `executemany`.

python -m tests.bench.child_import ours|reference FOLDER
"""

import sys
from pathlib import Path

from pug_desktop.app import receive
from pug_desktop.app.workspace import open_profile
from tests.bench import data
from tests.bench.measure import Stopwatch, copied, plain, tell


def ours(folder: Path) -> None:
    """All of it: copy in, decrypt, check, unpack, capture, join, commit."""
    with copied(folder / "province") as profile:
        ws = open_profile(profile)
        bundle = folder / "stick" / data.read(folder).bundle
        watch = Stopwatch()
        watch.start()
        taken = receive.take_in(ws, bundle)
        found = watch.stop()
        ws.close()
    assert taken.by_kind["attendance"] == data.read(folder).attendance
    assert not taken.parked
    tell(found)


def reference(folder: Path) -> None:
    """The same rows into the same table: tuples that lie in memory, one statement, one transaction."""
    with plain(folder / "regency" / "pug.db") as source:
        rows = source.execute("SELECT * FROM attendance").fetchall()
        above = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in ("office", "meeting")}
    with copied(folder / "province") as profile, plain(profile / "pug.db") as target:
        target.execute("DELETE FROM office")
        for name, those in above.items():
            target.executemany(_insert(name, those[0]), those)
        watch = Stopwatch()
        watch.start()
        target.execute("BEGIN IMMEDIATE")
        target.executemany(_insert("attendance", rows[0]), rows)
        target.execute("COMMIT")
        tell(watch.stop())


def _insert(table: str, row: tuple[object, ...]) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})"


if __name__ == "__main__":
    {"ours": ours, "reference": reference}[sys.argv[1]](Path(sys.argv[2]))
