"""Peer: pygeodiff: the difference of two database files as a changeset, applied to a third.

    python -m tests.bench.peers.geodiff FOLDER

No signature or encryption; a base file must be kept at both sides; a changeset applied a second time is refused. What
changed at both sides is its `rebase`; that takes no binary keys ("unsupported type of primary key") and is left out.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import pygeodiff

from tests.bench.measure import tell
from tests.bench.peers import rows


def main(folder: Path) -> None:
    full = folder / "plain.db"
    with tempfile.TemporaryDirectory(dir=folder) as made_in:
        made = Path(made_in)
        empty, newer, stick = (made / name for name in ("empty.db", "newer.db", "stick"))
        geo = pygeodiff.GeoDiff()
        rows.make_empty(full, empty)
        found = {
            "export_ms": rows.timed(lambda: geo.create_changeset(str(empty), str(full), str(stick))),
            "bytes": stick.stat().st_size,
        }
        there = shutil.copyfile(empty, made / "there.db")
        found["import_ms"] = rows.timed(lambda: geo.apply_changeset(str(there), str(stick)))
        assert rows.count(there) == rows.count(full)
        rows.changed_copy(full, newer, rows.NEWER, rows.TENTH)
        geo.create_changeset(str(full), str(newer), str(stick))
        found["newer_ms"] = rows.timed(lambda: geo.apply_changeset(str(there), str(stick)))
    tell(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
