"""Rows and values: how a record of a kind lies in its table, one at a time or thousands at once.

Above storage an id is 32 hex digits, JSON is objects and a truth is a bool; in the tables they are 16 bytes, canonical
text and 0 or 1.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import chain
from operator import methodcaller

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, Cell, Field, Kind, RecordId, Type, Value, Values
from pug_desktop.domain.values import RANGES, READ_AS, out_of_range
from pug_desktop.replica.state import DenseBlock
from pug_desktop.storage.database import driver_of

Column = Sequence[object]
"""All values of one column, in the order of the rows."""

_NONE = type(None)
_PLAIN = {
    Type.TEXT: {str, _NONE},
    Type.DATE: {str, _NONE},
    Type.DECIMAL: {str, _NONE},
    Type.INT: {int, _NONE},
    Type.BOOL: {bool, _NONE},
}
_CONVERTED = {Type.ID, Type.JSON, Type.BOOL}
"""What lies in its column in another form."""

MAX_INT = 2**53 - 1


class Misfit(Exception):
    """A value cannot lie in its column: the record is kept, but has no row."""


def json_text(value: Value) -> str:
    """Canonical JSON: keys sorted, nothing between."""
    return msgspec.json.encode(value, order="sorted").decode()


def to_column(field: Field, value: Value) -> object:
    """One value as it lies in the table; Misfit when it cannot."""
    if value is None:
        return None
    if field.type is Type.JSON:
        return json_text(value)
    if field.type is Type.ID:
        return _id_bytes(value)
    if type(value) not in _PLAIN[field.type] or (type(value) is int and abs(value) > MAX_INT):
        raise Misfit(field.name)
    if field.type in READ_AS and not READ_AS[field.type](value):
        raise Misfit(field.name)
    return value


def from_column(field: Field, stored: object) -> Value:
    """One value as the program knows it."""
    if stored is None:
        return None
    match field.type:
        case Type.ID if isinstance(stored, bytes):
            return stored.hex()
        case Type.JSON if isinstance(stored, str):
            return msgspec.json.decode(stored)
        case Type.BOOL:
            return bool(stored)
        case _:
            return stored


def _id_bytes(value: Value) -> bytes:
    if isinstance(value, str) and len(value) == 32:
        try:
            return bytes.fromhex(value)
        except ValueError:
            pass
    raise Misfit("id")


def _ids_bytes(column: Sequence[Value]) -> Column:
    """A column of ids; all of them are read as one number of many digits, which takes a fifth of the time."""
    given = [item for item in column if item is not None]
    if not given:
        return column
    if set(map(type, given)) != {str} or set(map(len, given)) != {32}:  # type: ignore[arg-type]  # just looked at
        raise Misfit("id")
    try:
        whole = bytes.fromhex("".join(given))  # type: ignore[arg-type]
    except ValueError:
        raise Misfit("id") from None
    if len(whole) != 16 * len(given):
        raise Misfit("id")
    made = [whole[start : start + 16] for start in range(0, len(whole), 16)]
    if len(made) == len(column):
        return made
    rest = iter(made)
    return [None if item is None else next(rest) for item in column]


class Upsert:
    """Writes whole rows to one table, replacing those that are there.

    Forty rows go in one statement: that takes a quarter off the time of one row a statement, more takes off nothing.
    """

    _AT_ONCE = 40

    def __init__(
        self, table: str, columns: Sequence[str], key: Sequence[str], fixed: Mapping[str, str] | None = None
    ) -> None:
        """`fixed` are further columns that get the same everywhere, as it stands in SQL."""
        fixed = fixed or {}
        names = ", ".join(f'"{name}"' for name in (*columns, *fixed))
        kept = ", ".join(f'"{name}"=excluded."{name}"' for name in (*columns, *fixed) if name not in key)
        self._start = f'INSERT INTO "{table}" ({names}) VALUES '
        self._row = f"({', '.join((*('?' for _ in columns), *fixed.values()))})"
        self._end = f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {kept}"

    def __call__(self, connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
        """Write the rows, in their order."""
        size = self._AT_ONCE
        whole = len(rows) - len(rows) % size
        if whole:
            together = [tuple(chain.from_iterable(rows[start : start + size])) for start in range(0, whole, size)]
            driver_of(connection).executemany(self._start + ", ".join([self._row] * size) + self._end, together)
        if rest := rows[whole:]:
            driver_of(connection).executemany(self._start + self._row + self._end, rest)


class RowCodec:
    """Turns the rows of one kind into cells and back.

    Attributes:
        kind: the kind.
        columns: the names of the table's columns in the order that `upsert` takes.
    """

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.columns = ("id", "scope", *(field.name for field in kind.fields), "changed_at", "changed_by")
        self._cells = kind.cells
        self._position = {field.name: number for number, field in enumerate(kind.fields)}
        self._names = tuple(field.name for field in kind.fields)
        self._singles = tuple(self._reader(cell.fields[0]) for cell in self._cells if not cell.is_group)
        self._groups = tuple(
            (cell.name, tuple(map(self._reader, cell.fields))) for cell in self._cells if cell.is_group
        )
        self._converted = tuple(field for field in kind.fields if field.type in _CONVERTED)

    def _reader(self, field: Field) -> tuple[int, str, Callable[[object], Value] | None]:
        """Where a field lies in a row, its name, and what reads it when it lies there in another form."""
        read = partial(from_column, field) if field.type in _CONVERTED else None
        return self._position[field.name], field.name, read

    @cached_property
    def upsert(self) -> "Upsert":
        """Writes whole rows, replacing the fields of one that is there."""
        return Upsert(self.kind.name, self.columns, ("id",))

    @cached_property
    def select(self) -> str:
        """The fields, comma-separated, of the table under the name `a`."""
        return ", ".join(f'a."{field.name}"' for field in self.kind.fields)

    def values(self, stored: Sequence[object]) -> Values:
        """The fields of one row, in the order of the kind."""
        values: Values = dict(zip(self._names, stored, strict=True))
        for field in self._converted:
            values[field.name] = from_column(field, values[field.name])
        return values

    def cells(self, stored: Sequence[object]) -> Values:
        """The cells of one row, from its fields in the order of the kind; cells without a value left out."""
        made: Values = {
            name: item if read is None else read(item)
            for place, name, read in self._singles
            if (item := stored[place]) is not None
        }
        for group, parts in self._groups:
            values = {
                name: item if read is None else read(item)
                for place, name, read in parts
                if (item := stored[place]) is not None
            }
            if values:
                made[group] = values
        return made

    def row(self, record_id: RecordId, scope: str, cells: Mapping[str, Value], at: int, by: str) -> tuple[object, ...]:
        """One whole row for `upsert`; Misfit when a value cannot lie in its column."""
        values = fields_of(self._cells, cells)
        if any(out_of_range(self.kind.name, name, value) for name, value in values.items()):
            raise Misfit(self.kind.name)
        stored = (to_column(field, values.get(field.name)) for field in self.kind.fields)
        return (_id_bytes(record_id), scope, *stored, at, by)

    def columns_of(self, block: DenseBlock) -> list[tuple[object, ...]]:
        """Many whole rows for `upsert`, made column by column; Misfit when any value cannot lie in its column."""
        given = dict(zip(block.names, zip(*block.values, strict=True), strict=True))
        empty: Column = (None,) * len(block)
        made: list[Column] = [empty] * len(self.kind.fields)
        for cell in self._cells:
            if (column := given.get(cell.name)) is None:
                continue
            if cell.is_group:
                for field in cell.fields:
                    made[self._position[field.name]] = _whole(field, _part(column, field.name))
            else:
                made[self._position[cell.name]] = _whole(cell.fields[0], column)
        for field, whole in zip(self.kind.fields, made, strict=True):
            if (self.kind.name, field.name) in RANGES and any(
                out_of_range(self.kind.name, field.name, value) for value in set(whole)
            ):
                raise Misfit(field.name)
        return list(zip(block.raw_ids, block.scopes, *made, block.ats, block.users, strict=True))


def _part(column: Column, name: str) -> Column:
    if set(map(type, column)) - {dict, _NONE}:
        raise Misfit(name)
    return tuple(None if item is None else item.get(name) for item in column)  # type: ignore[attr-defined]


def _whole(field: Field, column: Column) -> Column:
    """A column as it lies in the table; the types are looked at once for all rows."""
    if allowed := _PLAIN.get(field.type):
        if set(map(type, column)) - allowed:
            raise Misfit(field.name)
        if field.type is Type.INT and not _are_in_range(column):
            raise Misfit(field.name)
        fits = READ_AS.get(field.type)
        if fits and not all(item is None or fits(item) for item in set(column)):
            raise Misfit(field.name)
        return column
    if field.type is Type.ID:
        return _ids_bytes(column)
    return [to_column(field, item) for item in column]


def _are_in_range(column: Column) -> bool:
    numbers = [item for item in column if isinstance(item, int)]
    return not numbers or (min(numbers) >= -MAX_INT and max(numbers) <= MAX_INT)


def cells_of(cells: Sequence[Cell], values: Mapping[str, Value]) -> Values:
    """Cells from fields: a group is an object of its fields; nothing where there is no value."""
    made: Values = {}
    for cell in cells:
        if cell.is_group:
            parts = {field.name: values[field.name] for field in cell.fields if values.get(field.name) is not None}
            if parts:
                made[cell.name] = parts
        elif (value := values.get(cell.name)) is not None:
            made[cell.name] = value
    return made


def fields_of(cells: Sequence[Cell], made: Mapping[str, Value]) -> Values:
    """Fields from cells; Misfit when a group is no object."""
    values: Values = {}
    for cell in cells:
        value = made.get(cell.name)
        if not cell.is_group:
            values[cell.name] = value
        elif value is not None:
            if not isinstance(value, dict):
                raise Misfit(cell.name)
            values.update({field.name: value.get(field.name) for field in cell.fields})
    return values


@cache
def codec(kind: str) -> RowCodec:
    """The codec of a kind; KeyError for one this program does not know."""
    return RowCodec(KINDS[kind])


to_bytes: Callable[[str], bytes] = bytes.fromhex
to_hex: Callable[[bytes], str] = methodcaller("hex")
