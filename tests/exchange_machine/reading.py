"""What a database says, read without the product: its rows as cells, its states as registers."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pug_desktop.domain.kinds import Kind, Type
from tests.exchange_machine.model import Cells, Key, Rows

Dot = tuple[int, str]


@dataclass(slots=True)
class Stored:
    """One record's state as it lies there."""

    scope: str
    lseq: int
    vector: dict[str, int]
    cells: dict[str, dict[Dot, Any]]
    deleted: bool
    conflict: bool
    parked: str | None


def read_states(connection: sqlite3.Connection) -> dict[Key, Stored]:
    """Every record's state."""
    layouts = {
        number: json.loads(names) for number, names in connection.execute("SELECT number, names FROM sync_layout")
    }
    rows = connection.execute(
        "SELECT kind, id, scope, lseq, layout, head, cells, deleted, conflict, parked FROM sync_record"
    )
    return {(row[0], row[1].hex()): _stored(layouts, row[2:]) for row in rows}


def _stored(layouts: Mapping[int, list[str]], row: tuple[Any, ...]) -> Stored:
    scope, lseq, layout, head_text, cells_text, deleted, conflict, parked = row
    head, cells = json.loads(head_text), json.loads(cells_text)
    if layout is None:
        registers = {name: {(n, actor): value for n, actor, value in each} for name, each in cells.items()}
        return Stored(scope, lseq, head["vector"], registers, bool(deleted), bool(conflict), parked)
    actor, n, _user, _at = head
    registers = {name: {(n, actor): value} for name, value in zip(layouts[layout], cells, strict=True)}
    return Stored(scope, lseq, {actor: n}, registers, bool(deleted), bool(conflict), parked)


def read_held(connection: sqlite3.Connection) -> dict[Key, dict[str, int]]:
    """The vectors of what is kept aside for the office above."""
    found = connection.execute("SELECT value FROM setting WHERE name = 'held'").fetchone()
    rows = json.loads(found[0])["records"] if found else []
    return {(kind, record_id): json.loads(head)["vector"] for kind, record_id, _scope, head, _cells in rows}


def read_rows(connection: sqlite3.Connection, known: Mapping[str, Kind], wanted: tuple[str, ...]) -> Rows:
    """Scope and cells of every row of some kinds; what has no value is not there."""
    found: Rows = {}
    for name in wanted:
        kind = known.get(name)
        if kind is None:
            continue
        columns = ", ".join(f'"{field.name}"' for field in kind.fields)
        for row in connection.execute(f'SELECT id, scope, {columns} FROM "{name}"'):
            values = {
                field.name: _value(field.type, item)
                for field, item in zip(kind.fields, row[2:], strict=True)
                if item is not None
            }
            found[name, row[0].hex()] = (row[1], _cells(kind, values))
    return found


def _value(type_: Type, item: Any) -> Any:
    match type_:
        case Type.ID:
            return item.hex()
        case Type.JSON:
            return json.loads(item)
        case Type.BOOL:
            return bool(item)
        case _:
            return item


def _cells(kind: Kind, values: Mapping[str, Any]) -> Cells:
    group_of = {name: group for group, names in kind.groups.items() for name in names}
    cells: Cells = {}
    for name, value in values.items():
        if (group := group_of.get(name)) is None:
            cells[name] = value
        else:
            cells.setdefault(group, {})[name] = value
    return cells


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, to see whether anything changed at all."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {table: sorted(connection.execute(f'SELECT * FROM "{table}"'), key=repr) for table in tables}
