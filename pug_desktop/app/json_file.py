"""JSON from outside that can be read in one way only: UTF-8, no key twice, no fractions, bounded numbers.

The standard parser takes the last of two equal keys and rounds large fractions; both would change what a person wrote
without a word. What is refused is marked while parsing and looked up afterwards, so that the error can name its place.
"""

import errno
import json
from pathlib import Path
from typing import Any

from pug_desktop import errors
from pug_desktop.domain.values import MAX_INT

MAX_BYTES = 512 * 1024 * 1024
"""A million records; parsed it takes some ten times as much memory."""

_REASONS = {
    errno.ENOENT: "tidak ada / it is not there",
    errno.ENOTDIR: "tidak ada / it is not there",
    errno.EISDIR: "ini sebuah folder / it is a folder",
    errno.EACCES: "tidak boleh dibuka / no right to open it",
    errno.EPERM: "tidak boleh dibuka / no right to open it",
}


def read_json(path: Path) -> object:
    """The value in the file.

    Raises:
        FileUnreadable: it cannot be read, or is too large.
        NotJson: no JSON in UTF-8; with line and column.
        WrongRecord: JSON, but with a key that stands twice or a number that no record may hold.
    """
    text = _text(path, _bytes(path))
    parser = _Parser()
    try:
        value = json.loads(
            text,
            object_pairs_hook=parser.object,
            parse_int=parser.integer,
            parse_float=parser.fraction,
            parse_constant=parser.fraction,
        )
    except json.JSONDecodeError as error:
        raise errors.NotJson(path=path, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise errors.WrongRecord(path=path, place="", problem="terlalu banyak lapisan / nested too deeply") from None
    if parser.marked and (found := _first_mark(value, "")):
        place, mark = found
        raise errors.WrongRecord(path=path, place=place, problem=mark.problem)
    return value


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if path.stat().st_size > MAX_BYTES:
            raise errors.FileUnreadable(path=path, reason="terlalu besar / it is too large")
        if not path.is_file():
            raise errors.FileUnreadable(path=path, reason="bukan berkas biasa / not a plain file")
        return path.read_bytes()
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or "")
        raise errors.FileUnreadable(path=path, reason=reason) from error


def _text(path: Path, data: bytes) -> str:
    try:
        # Windows editors put a mark at the start.
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise errors.NotJson(path=path, line=before.count(b"\n") + 1, column=column) from None


class _Mark:
    """Stands where something was refused."""

    def __init__(self, problem: str) -> None:
        self.problem = problem


class _Parser:
    """The hooks; `marked` tells whether the value is worth a search."""

    def __init__(self) -> None:
        self.marked = False

    def _mark(self, problem: str) -> _Mark:
        self.marked = True
        return _Mark(problem)

    def object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            found[twice] = self._mark("nama ini ada dua kali / this name stands twice")
        return found

    def integer(self, text: str) -> int | _Mark:
        # The length first: turning a megabyte of digits into a number takes seconds.
        if len(text) > len(str(MAX_INT)) + 1 or abs(int(text)) > MAX_INT:
            return self._mark("bilangan terlalu besar / number too large")
        return int(text)

    def fraction(self, text: str) -> _Mark:
        return self._mark(
            "hanya bilangan bulat; pecahan ditulis sebagai teks / only whole numbers; a fraction is written as text"
        )


def _first_mark(value: object, place: str) -> tuple[str, _Mark] | None:
    match value:
        case _Mark():
            return place, value
        case dict():
            inner = ((f"{place}.{name}" if place else str(name), each) for name, each in value.items())
        case list():
            inner = ((f"{place}[{number}]", each) for number, each in enumerate(value))
        case _:
            return None
    return next((found for where, each in inner if (found := _first_mark(each, where))), None)
