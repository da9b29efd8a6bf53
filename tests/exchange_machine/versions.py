"""Two versions of the program in one process: the district's lacks a kind, cells, and a field of a group.

The kinds are data (`domain/kinds.py`), and everything that the product does with records asks that one mapping. So the
older program is the same code with fewer of them: its database is made without the columns and the table, so that
nothing can slip through by them. Both versions have only the kinds that the machine writes, since each kind costs two
statements a capture; whole profiles with all of them go through test_profiles.py.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from pug_desktop.domain import kinds
from pug_desktop.domain.kinds import Kind
from pug_desktop.storage import rows
from pug_desktop.storage.schema import prepare

USED = (
    "checklist",
    "answer",
    "evidence",
    "meeting",
    "agenda_item",
    "attendance",
    "attendance_contact",
    "review",
    "instrument",
)

LACKING_KINDS = ("agenda_item",)
LACKING_FIELDS = {"meeting": ("theme", "weekday", "chair_name", "chair_position"), "answer": ("override_reason",)}
"""A cell of its own, a field of a group, a whole group."""

ALL: Mapping[str, Kind] = dict(kinds.KINDS)
NEWEST: Mapping[str, Kind] = {name: ALL[name] for name in USED}


def _older() -> dict[str, Kind]:
    made = {}
    for name, kind in NEWEST.items():
        if name in LACKING_KINDS:
            continue
        lacking = LACKING_FIELDS.get(name, ())
        groups = {
            group: kept
            for group, names in kind.groups.items()
            if (kept := tuple(each for each in names if each not in lacking))
        }
        fields = tuple(each for each in kind.fields if each.name not in lacking)
        made[name] = replace(kind, fields=fields, groups=groups)
    return made


OLDER: Mapping[str, Kind] = _older()

Names = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind to cell to the fields of the group; no fields for a cell of its own."""


def _names(known: Mapping[str, Kind]) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        name: {cell.name: tuple(each.name for each in cell.fields) if cell.is_group else () for cell in kind.cells}
        for name, kind in known.items()
    }


NAMES: Mapping[bool, Names] = {False: _names(NEWEST), True: _names(OLDER)}
"""By whether it is the older program."""

PARENTS: Mapping[str, str] = {
    **{
        name: f"{field.parent}.{field.name}"
        for name, kind in NEWEST.items()
        for field in kind.fields
        if field.parent and field.required
    },
    **{name: f"{kind.id_of}.id" for name, kind in NEWEST.items() if kind.id_of},
}
"""Kind to "parent kind.cell that names it"."""


@contextmanager
def program(older: bool) -> Iterator[None]:
    """Everything inside is done by that version of the program."""
    before, wanted = dict(kinds.KINDS), OLDER if older else NEWEST
    if before == wanted:
        yield
        return
    install(wanted)
    try:
        yield
    finally:
        install(before)


def install(known: Mapping[str, Kind]) -> None:
    """From here on the program has these kinds."""
    mapping = kinds.KINDS
    assert isinstance(mapping, dict)
    mapping.clear()
    mapping.update(known)
    rows.codec.cache_clear()


def make_templates(folder: Path) -> None:
    """An empty database of each version: `newest.db`, `older.db`."""
    prepare(folder / "newest.db")
    prepare(folder / "older.db")
    with closing(sqlite3.connect(folder / "older.db", isolation_level=None)) as connection:
        for trigger in ("log_answer_update", "log_answer_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for kind in LACKING_KINDS:
            connection.execute(f'DROP TABLE "{kind}"')
        for kind, fields in LACKING_FIELDS.items():
            for name in fields:
                connection.execute(f'ALTER TABLE "{kind}" DROP COLUMN "{name}"')
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")


def upgrade(path: Path, template: Path) -> None:
    """Make of an older database what a migration would: the columns and the table; what waited is tried again.

    The rows' new columns are still empty: a migration that adds a field must fill it from the states
    (`Replica.upgrade`).
    """
    with closing(sqlite3.connect(template)) as newest:
        tables = dict(newest.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
        types = {
            (kind, row[1]): row[2] for kind in LACKING_FIELDS for row in newest.execute(f'PRAGMA table_info("{kind}")')
        }
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for kind in LACKING_KINDS:
            connection.execute(tables[kind])
        for kind, fields in LACKING_FIELDS.items():
            for name in fields:
                connection.execute(f'ALTER TABLE "{kind}" ADD COLUMN "{name}" {types[kind, name]}')
        connection.execute("UPDATE sync_record SET parked = 'retry' WHERE parked IN ('kind', 'value')")
