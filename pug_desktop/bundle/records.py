"""The records part of a bundle: JSON lines, compressed by zstd.

Three sorts of line, told apart by their first character:

    {"layout": [kind, [cell, ...]]}     the next number in the list of layouts, counted from 0; likewise
    {"actor": "16 hex"}, {"user": "..."}, {"scope": "36.71"}
    [layout, id, scope, actor, n, user, at, [value, ...]]      a dense record: all cells of one write; layout, scope,
                                        actor and user are numbers in the lists, `at` is seconds since 1970
    {"record": {kind, id, scope, vector, cells, labels}}       any other record
    {"end": count}                      the last line, with the number of records

JSON lines stay readable in twenty years, can be read as a stream, and keep cells that the reader does not know.
The long form is docs/bundle-format.md.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, repeat
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from pug_desktop import errors
from pug_desktop.bundle import limits
from pug_desktop.bundle.compress import compress, decompress
from pug_desktop.domain.kinds import Value
from pug_desktop.replica.state import DELETED, DenseBlock, DenseRow, Dot, Label, RecordState, Register, Vector

Item: TypeAlias = DenseBlock | RecordState


BATCH_BYTES = 512 * 1024
"""Unpacked bytes that are looked at together: some three thousand records."""

MAX_LINE_BYTES = 4 * 1024 * 1024
"""One record with every cell in conflict; a line is held in memory whole."""

MAX_SIBLINGS = 256
"""Values of one cell: each is a person who had not seen the others."""

MAX_N = 2**53 - 1
"""What every JSON reader keeps exactly."""

_ACTOR = re.compile("[0-9a-f]{16}")
_ID = re.compile("[0-9a-f]{32}")
_KIND = re.compile("[a-z][a-z0-9_]{0,39}")
_CELL = re.compile("[a-z_][a-z0-9_]{0,59}")
_SCOPE = re.compile(r"[0-9]{2}(\.[0-9]{2})?(/[0-9a-f]{32})?")
_ANY = re.compile("(?s).{0,200}")
_HEX = re.compile("[0-9a-f]*")

_first_byte = itemgetter(slice(0, 1))


class _Definition(msgspec.Struct, omit_defaults=True):
    layout: tuple[str, list[str]] | None = None
    actor: str | None = None
    user: str | None = None
    scope: str | None = None
    record: dict[str, Any] | None = None
    end: int | None = None


_encode = msgspec.json.Encoder().encode
_Row: TypeAlias = tuple[int, str, int, int, int, int, int, list[Any]]
_decode_rows = msgspec.json.Decoder(list[_Row]).decode
_decode_definition = msgspec.json.Decoder(_Definition).decode


def write_records(target: Path, items: Iterable[Item], wrote: Callable[[int], None] = lambda count: None) -> int:
    """Write the part; returns its size before compression.

    Args:
        target: the file.
        items: blocks of dense records, and others.
        wrote: told the number of records so far, after each item.
    """
    return compress(target, _Writer(wrote).lines(items))


class _Writer:
    """Makes the lines and keeps the lists."""

    def __init__(self, wrote: Callable[[int], None]) -> None:
        self._wrote = wrote
        self._numbers: dict[str, dict[object, int]] = {"layout": {}, "actor": {}, "user": {}, "scope": {}}
        self._count = 0

    def lines(self, items: Iterable[Item]) -> Iterator[bytes]:
        """All lines, many at a time, each with its end."""
        for item in items:
            if isinstance(item, DenseBlock):
                yield from self._block(item)
                self._count += len(item.rows)
            else:
                line = _encode({"record": _record(item)}) + b"\n"
                # Grown by a thousand contradictions; it stays here rather than stop the others.
                if len(line) <= MAX_LINE_BYTES:
                    yield line
                    self._count += 1
            self._wrote(self._count)
        yield _encode({"end": self._count}) + b"\n"

    def _block(self, block: DenseBlock) -> Iterator[bytes]:
        if not block.rows:
            return
        yield from self._define("layout", {(block.kind, block.names)})
        yield from self._define("scope", {row.scope for row in block.rows})
        yield from self._define("actor", {row.actor for row in block.rows})
        yield from self._define("user", {row.user for row in block.rows})
        layouts, scopes, actors, users = (self._numbers[what] for what in ("layout", "scope", "actor", "user"))
        layout = layouts[block.kind, block.names]
        lines = [
            _encode((layout, record_id, scopes[scope], actors[actor], n, users[user], at, values))
            for record_id, scope, actor, n, user, at, values in block.rows
        ]
        yield b"\n".join(lines) + b"\n"

    def _define(self, what: str, values: Iterable[object]) -> Iterator[bytes]:
        known = self._numbers[what]
        for value in sorted(set(values) - known.keys(), key=str):
            known[value] = len(known)
            yield _encode({what: value}) + b"\n"


def _record(state: RecordState) -> dict[str, object]:
    return {
        "kind": state.kind,
        "id": state.id,
        "scope": state.scope,
        "vector": state.vector,
        "cells": {
            name: [[dot.n, dot.actor, value] for dot, value in sorted(register.items())]
            for name, register in state.cells.items()
        },
        "labels": [[dot.n, dot.actor, label.user, label.at] for dot, label in sorted(state.labels.items())],
    }


def read_records(path: Path, size: int) -> Iterator[Item]:
    """The records of a part, dense ones in blocks; every line is checked before it is handed on.

    Args:
        path: the compressed part.
        size: its declared size when unpacked.

    Raises:
        MalformedRecords: a line breaks the format; `line` counts from 1.
        OverLimit: it unpacks to more than was declared, or holds more records than a bundle may.
        DamagedBundle: it is no zstd, or shorter than was declared.
    """
    reader = _Reader(path)
    for lines in _batches(path, size):
        with reader.told():
            reader.take(lines)
        yield from reader.ready
        reader.ready.clear()
    reader.check_end()


def _batches(path: Path, size: int) -> Iterator[list[bytes]]:
    """Whole lines, BATCH_BYTES of them at a time and the last ones; never holds more than that and one line."""
    waiting: list[bytes] = []
    held = 0
    for piece in decompress(path, size):
        waiting.append(piece)
        held += len(piece)
        if held >= BATCH_BYTES:
            *lines, rest = b"".join(waiting).split(b"\n")
            yield lines
            waiting, held = [rest], len(rest)
            if held > MAX_LINE_BYTES:
                raise errors.OverLimit(path=path, what="line", limit=MAX_LINE_BYTES, found=held)
    *lines, rest = b"".join(waiting).split(b"\n")
    yield lines
    if rest:
        raise errors.DamagedBundle(path=path, part="records")


class _Reader:
    """Keeps the lists and the block that is being filled.

    Attributes:
        ready: items that are complete, to be taken away by the caller.
    """

    def __init__(self, path: Path) -> None:
        self.ready: list[Item] = []
        self._path = path
        self._line = 0
        self._layouts: list[tuple[str, tuple[str, ...]]] = []
        self._actors: list[str] = []
        self._users: list[str] = []
        self._scopes: list[str] = []
        self._count = 0
        self._ended = False

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what a bad line does into our error."""
        try:
            yield
        except (msgspec.DecodeError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            problem = f"{type(error).__name__}: {error}"[:200]
            raise errors.MalformedRecords(path=self._path, line=self._line, problem=problem) from error

    def take(self, lines: Sequence[bytes]) -> None:
        """The next lines; runs of dense records are decoded and checked together."""
        for first, run in groupby(lines, _first_byte):
            if self._ended:
                raise ValueError("a line after the end")
            if first == b"[":
                self._dense(list(run))
            else:
                for line in run:
                    self._other(line)

    def _dense(self, lines: list[bytes]) -> None:
        """A run of dense records; a mistake names the run's first line."""
        self._line += 1
        if max(map(len, lines)) > limits.MAX_STRING_BYTES:
            for line in lines:
                _check_long(line)
        rows = _decode_rows(b"[" + b",".join(lines) + b"]")
        self._line += len(lines) - 1
        self._add(len(rows))
        for layout, part in groupby(rows, itemgetter(0)):
            self._block(layout, list(part))

    def _block(self, layout: int, rows: list[_Row]) -> None:
        _, ids, scopes, actors, ns, users, ats, values = zip(*rows, strict=True)
        lowest = min(layout, *map(min, (scopes, actors, ns, users, ats)))
        if lowest < 0 or max(ns) > MAX_N or max(ats) > MAX_N:
            raise ValueError("a number outside its range")
        if set(map(len, ids)) != {32}:
            raise ValueError("an id that is none")
        if not _HEX.fullmatch("".join(ids)):
            raise ValueError("an id that is none")
        kind, names = self._layouts[layout]
        if set(map(len, values)) != {len(names)}:
            raise ValueError("more or fewer values than the layout has cells")
        for column in zip(*values, strict=True):
            _check_column(column)
        whole = zip(
            ids,
            map(self._scopes.__getitem__, scopes),
            map(self._actors.__getitem__, actors),
            ns,
            map(self._users.__getitem__, users),
            ats,
            values,
            strict=True,
        )
        self.ready.append(DenseBlock(kind, names, list(map(tuple.__new__, repeat(DenseRow), whole))))

    def _other(self, line: bytes) -> None:
        self._line += 1
        if self._ended:
            raise ValueError("a line after the end")
        if len(line) > limits.MAX_STRING_BYTES:
            _check_long(line)
        definition = _decode_definition(line)
        if definition.record is not None:
            self._add(1)
            self.ready.append(_state(definition.record))
        elif definition.end is not None:
            if definition.end != self._count:
                raise ValueError(f"{definition.end} records declared, {self._count} found")
            self._ended = True
        else:
            self._define(definition)

    def _add(self, records: int) -> None:
        self._count += records
        if self._count > limits.MAX_RECORDS:
            raise errors.OverLimit(path=self._path, what="records", limit=limits.MAX_RECORDS, found=self._count)

    def _define(self, definition: _Definition) -> None:
        if definition.layout is not None:
            kind, names = definition.layout
            if not names or len(set(names)) != len(names) or DELETED in names:
                raise ValueError("a layout that is none")
            self._layouts.append((_checked(_KIND, kind), tuple(_checked(_CELL, name) for name in names)))
        elif definition.actor is not None:
            self._actors.append(_checked(_ACTOR, definition.actor))
        elif definition.user is not None:
            self._users.append(_checked(_ANY, definition.user))
        elif definition.scope is not None:
            self._scopes.append(_checked(_SCOPE, definition.scope))

    def check_end(self) -> None:
        """MalformedRecords when the last line is missing."""
        if not self._ended:
            raise errors.MalformedRecords(path=self._path, line=self._line, problem="no end")


def _state(record: dict[str, Any]) -> RecordState:
    cells: dict[str, Register] = {}
    vector = _vector(record["vector"])
    for name, register in record["cells"].items():
        read = _tombstone if name == DELETED else _checked_value
        cells[_checked(_CELL, name)] = {_dot(n, actor, vector): read(value) for n, actor, value in register}
        if len(cells[name]) > MAX_SIBLINGS:
            raise ValueError("more values in one cell than people could write")
    labels = {_dot(n, actor, vector): _label(user, at) for n, actor, user, at in record["labels"]}
    return RecordState(
        _checked(_KIND, record["kind"]),
        _checked(_ID, record["id"]),
        _checked(_SCOPE, record["scope"]),
        vector,
        cells,
        labels,
    )


def _vector(found: dict[str, Any]) -> Vector:
    return {_checked(_ACTOR, actor): _number(n) for actor, n in found.items()}


def _tombstone(value: Value) -> Value:
    if not isinstance(value, dict):
        raise ValueError("a tombstone that is none")
    return _vector(value)


def _dot(n: object, actor: object, vector: Vector) -> Dot:
    """A write that the record's own vector has not seen is none that an honest device could send."""
    dot = Dot(_number(n), _checked(_ACTOR, actor))
    if vector.get(dot.actor, 0) < dot.n:
        raise ValueError("a write outside the record's vector")
    return dot


def _label(user: object, at: object) -> Label:
    return Label(_checked(_ANY, user), _number(at))


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= MAX_N:
        raise ValueError("a number outside its range")
    return value


def _checked(pattern: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError(f"{str(text)[:40]!r} where {pattern.pattern} was expected")
    return text


def _check_column(column: Sequence[Value]) -> None:
    types = set(map(type, column))
    numbers = [each for each in column if type(each) is int] if int in types else ()
    if float in types or (numbers and (min(numbers) < -MAX_N or max(numbers) > MAX_N)):
        raise ValueError("a number that no record may hold")
    if dict in types or list in types:
        for each in column:
            _checked_value(each)


def _checked_value(value: Value, depth: int = 0) -> Value:
    if isinstance(value, float) or (type(value) is int and abs(value) > MAX_N) or depth > limits.MAX_JSON_DEPTH:
        raise ValueError("a value that no record may hold")
    if isinstance(value, dict):
        for each in value.values():
            _checked_value(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            _checked_value(each, depth + 1)
    return value


def _check_long(line: bytes) -> None:
    """A line longer than one string may be: look at its strings."""
    for text in re.findall(rb'"(?:[^"\\]|\\.)*"', line):
        # Measured as people typed it: a line break is two characters in JSON and one in the text.
        if len(text) > limits.MAX_STRING_BYTES and len(msgspec.json.decode(text).encode()) > limits.MAX_STRING_BYTES:
            raise ValueError("a text longer than a record may hold")
