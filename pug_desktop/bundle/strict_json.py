"""JSON that can be read in one way only: no duplicate keys, no floats, no NaN, no lone surrogates, bounded everywhere.

What is signed is `canonical(value)`: UTF-8, keys sorted by code point, no blanks, no escapes but those JSON demands.
msgspec and the standard library both take the last of two equal keys; two readers could then see two contents under one
signature.
"""

import json
from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

from pug_desktop.bundle import limits

Object: TypeAlias = dict[str, Any]


class JsonRefused(Exception):
    """Not JSON as we accept it; the text says why. Never leaves `bundle/`."""


class JsonOverLimit(JsonRefused):
    """JSON, but larger than it may be: fields what, limit, found."""

    def __init__(self, what: str, limit: int, found: int) -> None:
        super().__init__(f"{what} {found} is over {limit}")
        self.what, self.limit, self.found = what, limit, found


def read(data: bytes, max_bytes: int) -> Object:
    """The object in `data`; raises JsonRefused or JsonOverLimit and nothing else."""
    if len(data) > max_bytes:
        raise JsonOverLimit("bytes", max_bytes, len(data))
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_without_duplicates,
            parse_int=_bounded_int,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except RecursionError:
        # Python's own limit is near 1,000 levels: far above ours, so the exact depth does not matter.
        raise JsonOverLimit("depth", limits.MAX_JSON_DEPTH, limits.MAX_JSON_DEPTH + 1) from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise JsonRefused(str(error)) from None
    if not isinstance(value, dict):
        raise JsonRefused("not an object")
    _check(value)
    return value


def canonical(value: Object) -> bytes:
    """The one form of the object: what `read` gives, written so that equal objects have equal bytes."""
    _check(value)
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, check_circular=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise JsonRefused("a key stands twice")
    return found


def _bounded_int(text: str) -> int:
    # The length first: turning a megabyte of digits into a number takes seconds.
    if len(text) > len(str(limits.MAX_INT)) + 1 or abs(int(text)) > limits.MAX_INT:
        raise JsonOverLimit("integer", limits.MAX_INT, limits.MAX_INT + 1)
    return int(text)


def _no_float(text: str) -> NoReturn:
    raise JsonRefused(f"not an integer: {text[:20]}")


def _check(root: Object) -> None:
    """Depth, texts and numbers; without recursion, since the depth is what is checked; one iterator a level."""
    levels: list[Iterator[object]] = [iter((root,))]
    while levels:
        for value in levels[-1]:
            if isinstance(value, dict | list | tuple):
                if len(levels) > limits.MAX_JSON_DEPTH:
                    raise JsonOverLimit("depth", limits.MAX_JSON_DEPTH, len(levels))
                if isinstance(value, dict):
                    for key in value:
                        _check_text(key)
                    levels.append(iter(value.values()))
                else:
                    levels.append(iter(value))
                break
            if isinstance(value, str):
                _check_text(value)
            elif value is not None and not isinstance(value, bool):
                _check_number(value)
        else:
            levels.pop()


def _check_text(text: object) -> None:
    if not isinstance(text, str):
        raise JsonRefused(f"a key that is no text: {type(text).__name__}")
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError:
        raise JsonRefused("half a surrogate pair") from None
    if size > limits.MAX_STRING_BYTES:
        raise JsonOverLimit("string", limits.MAX_STRING_BYTES, size)


def _check_number(value: object) -> None:
    if not isinstance(value, int):
        raise JsonRefused(f"not a JSON value of ours: {type(value).__name__}")
    if abs(value) > limits.MAX_INT:
        raise JsonOverLimit("integer", limits.MAX_INT, value)
