"""Whether a value fits its field: what a page, a JSON file or a paste hands in is checked before it is saved."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from pug_desktop.domain.kinds import KINDS, Field, Type, Value
from pug_desktop.errors import WrongValue

MAX_INT = 2**53 - 1
MAX_TEXT_BYTES = 100_000
MAX_DEPTH = 16

_ID = re.compile("[0-9a-f]{32}")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")


RANGES: Mapping[tuple[str, str], tuple[int, int]] = {
    ("checklist", "year"): (1900, 2999),
    ("checklist", "form_version"): (1, 9999),
    ("evidence", "size"): (0, 2**53 - 1),
    ("meeting", "year"): (1900, 2999),
    ("meeting", "month"): (1, 12),
    ("meeting", "day"): (1, 31),
    ("meeting", "weekday"): (0, 6),
    **{("headcount", name): (0, 10**9) for name in ("male", "female", "total", "institutions", "disability")},
    ("regulation", "year"): (1900, 2999),
    ("award", "year"): (1900, 2999),
    ("gender_index", "year"): (1900, 2999),
    ("gender_budget", "year"): (1900, 2999),
    ("gap", "year"): (1900, 2999),
    ("gbs", "year"): (1900, 2999),
    ("semester_report", "year"): (1900, 2999),
    ("semester_report", "semester"): (1, 2),
    ("final_version", "number"): (1, 9999),
}
"""What a number must lie in; a merge may bring others, hence these are no part of the type."""


def out_of_range(kind: str, name: str, value: Value) -> str:
    """What was expected of a number that lies outside its range; "" when it is fine or no number."""
    limits = RANGES.get((kind, name))
    if limits is None or not isinstance(value, int) or limits[0] <= value <= limits[1]:
        return ""
    low, high = limits
    return f"harus {low} sampai {high} / must be {low} to {high}"


def check_values(kind: str, values: Mapping[str, Value], *, ranges: bool = True) -> None:
    """Check the fields of one record; None fits every field.

    `ranges` is False for what came in by a merge and lies here already: it has the right type and may be odd.

    Raises:
        WrongValue: a field that the kind does not have, or a value that does not fit; the first of them.
    """
    fields = {field.name: field for field in KINDS[kind].fields}
    for name, value in values.items():
        if (field := fields.get(name)) is None:
            raise WrongValue(field=f"{kind}.{name}", value=_short(value), expected=", ".join(fields))
        if value is not None and (expected := _misfit(field, value) or (ranges and out_of_range(kind, name, value))):
            raise WrongValue(field=f"{kind}.{name}", value=_short(value), expected=expected)


def _misfit(field: Field, value: Value) -> str:
    """What was expected, when the value does not fit; else empty."""
    if field.options:
        return "" if value in field.options else ", ".join(field.options)
    fits, expected = _FITS[field.type]
    return "" if fits(value) else expected


def is_id(text: str) -> bool:
    """Whether a text is the id of a record: 32 lower-case hex digits."""
    return bool(_ID.fullmatch(text))


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and len(value.encode("utf-8", "surrogatepass")) <= MAX_TEXT_BYTES and _is_utf8(value)


def _is_utf8(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _is_int(value: Value) -> bool:
    return type(value) is int and abs(value) <= MAX_INT


def _is_date(value: Value) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_json(value: Value, depth: int = 0) -> bool:
    if depth > MAX_DEPTH:
        return False
    match value:
        case None | bool():
            return True
        case int():
            return _is_int(value)
        case str():
            return _is_text(value)
        case list():
            return all(_is_json(each, depth + 1) for each in value)
        case dict():
            return all(isinstance(name, str) and _is_json(each, depth + 1) for name, each in value.items())
        case _:
            return False


def _is_decimal(value: Value) -> bool:
    return isinstance(value, str) and bool(_DECIMAL.fullmatch(value))


READ_AS: Mapping[Type, Callable[[Value], bool]] = {Type.DATE: _is_date, Type.DECIMAL: _is_decimal}
"""Texts that pages and papers read as something else: what does not fit would take the whole page away."""

_FITS = {
    Type.TEXT: (_is_text, "teks / text"),
    Type.INT: (_is_int, "bilangan bulat / whole number"),
    Type.BOOL: (lambda value: isinstance(value, bool), "ya atau tidak / true or false"),
    Type.DATE: (_is_date, "YYYY-MM-DD"),
    Type.DECIMAL: (_is_decimal, "91.25"),
    Type.ID: (lambda value: isinstance(value, str) and is_id(value), "32 hex"),
    Type.JSON: (_is_json, "JSON tanpa pecahan / JSON without floats"),
}


def _short(value: Value) -> str:
    return str(value)[:60]
