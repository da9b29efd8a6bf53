"""Peer: what is done without a program: a workbook of all rows, read by openpyxl and upserted.

    python -m tests.bench.peers.sheet FOLDER

No causality: the newest sheet wins in every cell, and nobody is told. Reading the same again costs the same.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import openpyxl

from tests.bench.measure import tell
from tests.bench.peers import rows


def main(folder: Path) -> None:
    full = folder / "plain.db"
    with tempfile.TemporaryDirectory(dir=folder) as made_in:
        made = Path(made_in)
        stick, there = made / "stick.xlsx", made / "there.db"
        found = {"export_ms": rows.timed(lambda: export(full, stick)), "bytes": stick.stat().st_size}
        rows.make_empty(full, there)
        found["import_ms"] = rows.timed(lambda: take(stick, there))
        assert rows.count(there) == rows.count(full)
        found["again_ms"] = rows.timed(lambda: take(stick, there))
    tell(found)


def export(full: Path, stick: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    copy = shutil.copyfile(full, stick.with_suffix(".db"))
    with rows.opened(copy) as source:
        for name in rows.tables(source):
            sheet = book.create_sheet(name)
            for row in source.execute(f'SELECT * FROM "{name}"'):
                sheet.append([each.hex() if isinstance(each, bytes) else each for each in row])
    book.save(stick)


def take(stick: Path, there: Path) -> None:
    book = openpyxl.load_workbook(stick, read_only=True)
    with rows.opened(there) as target:
        target.execute("BEGIN IMMEDIATE")
        for name in book.sheetnames:
            columns = target.execute(f'PRAGMA table_info("{name}")').fetchall()
            names = [row[1] for row in columns]
            kept = [row[2] == "BLOB" for row in columns]
            new = ", ".join(f'"{each}"=excluded."{each}"' for each in names[1:])
            sql = f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(names))}) ON CONFLICT (id) DO UPDATE SET {new}'
            empty = [None] * len(names)
            target.executemany(
                sql,
                (
                    [
                        bytes.fromhex(each) if is_id and each else each
                        for each, is_id in zip([*row, *empty][: len(names)], kept, strict=True)
                    ]
                    for row in book[name].iter_rows(values_only=True)
                ),
            )
        target.execute("COMMIT")
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
