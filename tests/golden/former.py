"""The profile that the previous release left behind: tests/golden/schema1, written once by revision 29b89a7.

pug.db.zst is its database, rows.json what its tables held; neither is ever written again.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import zstandard

HERE = Path(__file__).parent / "schema1"
EXPECTED = json.loads((HERE / "rows.json").read_text(encoding="utf-8"))


def lay_out(target: Path) -> Path:
    """A copy of the profile, as the previous release left it."""
    shutil.copytree(HERE, target, ignore=shutil.ignore_patterns("*.zst", "rows.json"))
    (target / "pug.db").write_bytes(zstandard.decompress((HERE / "pug.db.zst").read_bytes()))
    (target / "kunci" / "perangkat.kunci").chmod(0o600)
    target.chmod(0o700)
    return target


def rows_of(folder: Path, table: str, columns: list[str]) -> list[list[object]]:
    names = ", ".join(f'"{column}"' for column in columns)
    with closing(sqlite3.connect(folder / "pug.db")) as connection:
        found = connection.execute(f'SELECT {names} FROM "{table}"').fetchall()
    return sorted(([each.hex() if isinstance(each, bytes) else each for each in row] for row in found), key=json.dumps)
