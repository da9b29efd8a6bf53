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

import gc
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, repeat
from operator import itemgetter, le
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from pug_desktop import errors
from pug_desktop.bundle import limits
from pug_desktop.bundle.compress import compress, decompress
from pug_desktop.domain.kinds import Value
from pug_desktop.replica.state import DELETED, MAX_SIBLINGS, DenseBlock, Dot, Label, RecordState, Register, Vector

Item: TypeAlias = DenseBlock | RecordState


BATCH_BYTES = 256 * 1024
"""Unpacked bytes that are looked at together: some three thousand records."""

MAX_LINE_BYTES = 4 * 1024 * 1024
"""One record with every cell in conflict; a line is held in memory whole."""

MAX_LINE_VALUES = 50_000
"""Values of one line, counted as `limits.MAX_VALUES`: 40 cells with 256 values each. A line is turned into objects
whole, and each of them takes up to 250 bytes."""

MAX_USER_LENGTH = 200
"""Characters of a person's name in a label."""

MAX_N = 2**53 - 1
"""What every JSON reader keeps exactly."""

_ACTOR = re.compile("[0-9a-f]{16}")
_ID = re.compile("[0-9a-f]{32}")
_KIND = re.compile("[a-z][a-z0-9_]{0,39}")
_CELL = re.compile("[a-z_][a-z0-9_]{0,59}")
_SCOPE = re.compile(r"[0-9]{2}(\.[0-9]{2})?(/[0-9a-f]{32})?")
_USER = re.compile(f"(?s).{{0,{MAX_USER_LENGTH}}}")
_HEX = re.compile("[0-9a-f]*")

_first_byte = itemgetter(slice(0, 1))


class _Definition(msgspec.Struct, omit_defaults=True):
    layout: tuple[str, list[str]] | None = None
    actor: str | None = None
    user: str | None = None
    scope: str | None = None
    record: dict[str, Any] | None = None
    end: int | None = None


_WRONG = (msgspec.DecodeError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a bad line raises; msgspec gives up with a RecursionError at some thousand levels."""

_encoder = msgspec.json.Encoder()
_encode, _encode_lines = _encoder.encode, _encoder.encode_lines
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
                self._count += len(item)
            else:
                line = _encode({"record": _record(item)}) + b"\n"
                # Grown by a thousand contradictions; it stays here rather than stop the others.
                if len(line) <= MAX_LINE_BYTES:
                    yield line
                    self._count += 1
            self._wrote(self._count)
        yield _encode({"end": self._count}) + b"\n"

    def _block(self, block: DenseBlock) -> Iterator[bytes]:
        if not block.ids:
            return
        yield from self._define("layout", {(block.kind, block.names)})
        yield from self._define("scope", set(block.scopes))
        yield from self._define("actor", set(block.actors))
        yield from self._define("user", set(block.users))
        layouts, scopes, actors, users = (self._numbers[what] for what in ("layout", "scope", "actor", "user"))
        start = f'[{layouts[block.kind, block.names]},"'
        # The values are JSON already where they come from storage: nothing is decoded on the way out.
        texts = block.texts if block.texts is not None else _encode_lines(block.values).decode().split("\n")
        whole = zip(
            block.ids,
            map(scopes.__getitem__, block.scopes),
            map(actors.__getitem__, block.actors),
            block.ns,
            map(users.__getitem__, block.users),
            block.ats,
            texts,
            strict=False,
        )
        # Ids are hex digits: nothing in them needs quoting.
        lines = [
            f'{start}{record_id}",{scope},{actor},{n},{user},{at},{text}]\n'
            for record_id, scope, actor, n, user, at, text in whole
        ]
        yield "".join(lines).encode()

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
    held = values = 0
    for piece in _slices(decompress(path, size)):
        values += count_values(piece)
        if values > limits.MAX_VALUES:
            raise errors.OverLimit(path=path, what="values", limit=limits.MAX_VALUES, found=values)
        waiting.append(piece)
        held += len(piece)
        if held >= BATCH_BYTES:
            *lines, rest = b"".join(waiting).split(b"\n")
            waiting, held = [rest], len(rest)
            # A line that is longer than a batch is the first one of what was joined.
            longest = len(lines[0]) if lines else held
            if longest > MAX_LINE_BYTES:
                raise errors.OverLimit(path=path, what="line", limit=MAX_LINE_BYTES, found=longest)
            yield lines
    *lines, rest = b"".join(waiting).split(b"\n")
    if lines and len(lines[0]) > MAX_LINE_BYTES:
        raise errors.OverLimit(path=path, what="line", limit=MAX_LINE_BYTES, found=len(lines[0]))
    yield lines
    if rest:
        raise errors.DamagedBundle(path=path, part="records")


def count_values(piece: bytes) -> int:
    """How many commas, opening brackets and line ends: about as many as there are values."""
    return len(piece) - len(piece.translate(None, b",[{\n"))


def _slices(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, BATCH_BYTES at most at once: 8 MiB of small records would be 300 MB of objects."""
    for piece in pieces:
        for start in range(0, len(piece), BATCH_BYTES):
            yield piece[start : start + BATCH_BYTES]


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
        self._names: dict[str, str] = {}
        self._definitions = 0
        self._definition_bytes = 0
        self._count = 0
        self._ended = False

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what a bad line does into our error.

        The garbage collector rests meanwhile: it would look through all the lists and objects of a batch again and
        again, which takes longer than to read them, and finds nothing, since none of them refers back to another.
        """
        collects = gc.isenabled()
        gc.disable()
        try:
            yield
        except _WRONG as error:
            problem = f"{type(error).__name__}: {error}"[:200]
            raise errors.MalformedRecords(path=self._path, line=self._line, problem=problem) from error
        finally:
            if collects:
                gc.enable()

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
        is_long = max(map(len, lines)) > MAX_LINE_VALUES
        if is_long:
            for line in lines:
                self._check_line(line)
        rows = _decode_rows(b"[" + b",".join(lines) + b"]")
        if is_long:
            for row in rows:
                _check_texts(row[7])
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
            _check_values(column)
        columns = (
            ids,
            list(map(self._scopes.__getitem__, scopes)),
            list(map(self._actors.__getitem__, actors)),
            ns,
            list(map(self._users.__getitem__, users)),
            ats,
        )
        self.ready.append(DenseBlock.of_columns(kind, names, columns, values))

    def _other(self, line: bytes) -> None:
        self._line += 1
        if self._ended:
            raise ValueError("a line after the end")
        self._check_line(line)
        definition = _decode_definition(line)
        if definition.record is not None:
            if len(line) > limits.MAX_STRING_BYTES:
                _check_texts(definition.record)
            self._add(1)
            self.ready.append(self._state(definition.record))
        elif definition.end is not None:
            if definition.end != self._count:
                raise ValueError(f"{definition.end} records declared, {self._count} found")
            self._ended = True
        else:
            self._definitions += 1
            self._definition_bytes += len(line)
            self._limit("definitions", limits.MAX_DEFINITIONS, self._definitions)
            self._limit("definition bytes", limits.MAX_DEFINITION_BYTES, self._definition_bytes)
            self._define(definition)

    def _check_line(self, line: bytes) -> None:
        if len(line) > MAX_LINE_VALUES:
            self._limit("values of a record", MAX_LINE_VALUES, count_values(line))

    def _limit(self, what: str, limit: int, found: int) -> None:
        if found > limit:
            raise errors.OverLimit(path=self._path, what=what, limit=limit, found=found)

    def _add(self, records: int) -> None:
        self._count += records
        self._limit("records", limits.MAX_RECORDS, self._count)

    def _define(self, definition: _Definition) -> None:
        if definition.layout is not None:
            kind, names = definition.layout
            if not names or len(set(names)) != len(names) or DELETED in names:
                raise ValueError("a layout that is none")
            self._layouts.append((_checked(_KIND, kind), tuple(map(self._name, names))))
        elif definition.actor is not None:
            self._actors.append(_checked(_ACTOR, definition.actor))
        elif definition.user is not None:
            self._users.append(_checked(_USER, definition.user))
        elif definition.scope is not None:
            self._scopes.append(_checked(_SCOPE, definition.scope))

    def _name(self, name: str) -> str:
        """The name of a cell, each kept once: thousands of layouts share a hundred names."""
        if (known := self._names.get(name)) is None:
            known = self._names[name] = _checked(_CELL, name)
            self._limit("cells", limits.MAX_CELL_NAMES, len(self._names))
        return known

    def _state(self, record: dict[str, Any]) -> RecordState:
        vector = _vector(record["vector"])
        cells: dict[str, Register] = {}
        for name, register in record["cells"].items():
            if len(register) > MAX_SIBLINGS:
                raise ValueError("more values in one cell than people could write")
            found = {_dot(n, actor, vector): value for n, actor, value in register}
            if name == DELETED:
                for value in found.values():
                    _vector(value)
            else:
                _check_values([*found.values()])
            cells[self._name(name)] = found
        return RecordState(
            _checked(_KIND, record["kind"]),
            _checked(_ID, record["id"]),
            _checked(_SCOPE, record["scope"]),
            vector,
            cells,
            _labels(record["labels"], vector),
        )

    def check_end(self) -> None:
        """MalformedRecords when the last line is missing."""
        if not self._ended:
            raise errors.MalformedRecords(path=self._path, line=self._line, problem="no end")


def _vector(found: object) -> Vector:
    """All entries at once: a record may have been in many hands, and each is checked for each record."""
    if not isinstance(found, dict):
        raise ValueError("a vector that is none")
    if found:
        if set(map(len, found)) != {16} or not _HEX.fullmatch("".join(found)):
            raise ValueError("an actor that is none")
        _check_numbers(found.values())
    return found


def _dot(n: object, actor: str, vector: Vector) -> Dot:
    """A write that the record's own vector has not seen is none that an honest device could send."""
    if type(n) is not int or not 0 <= n <= vector.get(actor, -1):
        raise ValueError("a write outside the record's vector")
    return Dot(n, actor)


def _labels(found: list[Any], vector: Vector) -> dict[Dot, Label]:
    if not found:
        return {}
    ns, actors, users, ats = zip(*found, strict=True)
    _check_numbers(ns)
    _check_numbers(ats)
    if not all(map(le, ns, map(vector.__getitem__, actors))):
        raise ValueError("a write outside the record's vector")
    if set(map(type, users)) != {str} or max(map(len, users)) > MAX_USER_LENGTH:
        raise ValueError("a label that is none")
    labels = map(tuple.__new__, repeat(Label), zip(users, ats, strict=True))
    return dict(zip(map(tuple.__new__, repeat(Dot), zip(ns, actors, strict=True)), labels, strict=True))


def _check_numbers(found: Collection[Any]) -> None:
    if set(map(type, found)) != {int} or min(found) < 0 or max(found) > MAX_N:
        raise ValueError("a number outside its range")


def _checked(pattern: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError(f"{str(text)[:40]!r} where {pattern.pattern} was expected")
    return text


def _check_values(level: Sequence[Value]) -> None:
    """Level by level, not value by value: this is done for every value of every record."""
    for _ in range(limits.MAX_JSON_DEPTH + 1):
        types = set(map(type, level))
        numbers = [each for each in level if type(each) is int] if int in types else ()
        if float in types or (numbers and (min(numbers) < -MAX_N or max(numbers) > MAX_N)):
            raise ValueError("a number that no record may hold")
        if dict not in types and list not in types:
            return
        inner: list[Value] = []
        for each in level:
            if type(each) is dict:
                inner.extend(each.values())
            elif type(each) is list:
                inner.extend(each)
        level = inner
    raise ValueError("a value that is nested too deeply")


def _check_texts(root: Value) -> None:
    """Of a line longer than one text may be. Measured as people typed it: JSON writes a line break as two bytes."""
    waiting: list[Value] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if len(value) * 4 > limits.MAX_STRING_BYTES and len(value.encode()) > limits.MAX_STRING_BYTES:
                raise ValueError("a text longer than a record may hold")
        elif isinstance(value, dict):
            waiting.extend(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
