"""From the tables of a form file to its rules: roll-ups, conditions, bounds, constraints.

A rule that could never hold, or that speaks of a question not asked before, is a mistake of the file.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from pug_desktop.forms.schema import (
    OPERATORS,
    ROLLUP_GIVES,
    SEVERITIES,
    AnswerKind,
    Bounds,
    Condition,
    Constraint,
    Question,
    Rollup,
)
from pug_desktop.forms.tables import (
    Mistake,
    Table,
    as_table,
    check_keys,
    nearest,
    one_of,
    optional_text,
    tables_of,
    text_of,
    words_of,
)

_ROLLUP_KEYS = ("source", "rule", "of", "detail")
_CONSTRAINT_KEYS = ("question", *OPERATORS, "when", "message", "severity")

_YES_NO = (AnswerKind.BOOLEAN, AnswerKind.BOOLEAN_WITH_REFERENCE, AnswerKind.BOOLEAN_WITH_VALUE)
_NUMBERS = (
    *(AnswerKind.INTEGER, AnswerKind.INTEGER_WITH_LIST),
    *(AnswerKind.CURRENCY_IDR, AnswerKind.CURRENCY_AND_PERCENTAGE),
)
_CHOICES = (AnswerKind.ENUM, AnswerKind.ENUM_WITH_YEAR)

WHOLE_BOUNDS = (*_NUMBERS, AnswerKind.INTEGER_BY_SEX, AnswerKind.ENUM_WITH_YEAR)
"""Kinds whose bounds are whole numbers; those of an award are years, those of people by sex count for each sex."""
DECIMAL_BOUNDS = (AnswerKind.DECIMAL, AnswerKind.DECIMAL_MULTI)

Earlier = Mapping[str, Question]


def rollup_of(table: Table, kind: AnswerKind, place: str) -> Rollup | None:
    """How the answer is computed from the offices' sheets."""
    if "rollup" not in table:
        return None
    told = as_table(table["rollup"], "rollup", place)
    check_keys(told, _ROLLUP_KEYS, f"{place}, rollup")
    rule = one_of(told, "rule", tuple(ROLLUP_GIVES), place)
    if ROLLUP_GIVES[rule] is not kind:
        gives = ROLLUP_GIVES[rule]
        indonesian = f'rollup "{rule}" menghasilkan {gives}, bukan {kind}'
        raise Mistake(place, indonesian, f'rollup "{rule}" gives {gives}, not {kind}', "rollup")
    of = one_of(told, "of", ("offices",), place) if "of" in told else None
    return Rollup(text_of(told, "source", place), rule, of, optional_text(told, "detail", place))


def condition_of(table: Table, key: str, place: str, earlier: Earlier) -> Condition | None:
    """The condition under a key, about a question that was asked before."""
    if key not in table:
        return None
    told = as_table(table[key], key, place)
    check_keys(told, ("question", *OPERATORS), f"{place}, {key}")
    return _comparison(told, key, text_of(told, "question", place), place, earlier)


def required_of(table: Table, place: str, earlier: Earlier) -> bool | Condition:
    """`required`: true, false, or a condition."""
    told = table.get("required", False)
    if isinstance(told, bool):
        return told
    return condition_of(table, "required", place, earlier) or False


def constraints_of(table: Table, question: Question, place: str, earlier: Earlier) -> tuple[Constraint, ...]:
    """What must hold of the answer to `question`."""
    if "constraint" not in table:
        return ()
    known = {**earlier, question.name: question}
    made = []
    for number, told in enumerate(tables_of(table, "constraint", place), start=1):
        where = f"{place}, constraint {number}"
        check_keys(told, _CONSTRAINT_KEYS, where)
        about = optional_text(told, "question", where) or question.name
        made.append(
            Constraint(
                check=_comparison(told, "constraint", about, where, known),
                message=words_of(told, "message", where),
                when=condition_of(told, "when", where, earlier),
                severity=one_of(told, "severity", SEVERITIES, where) if "severity" in told else "error",
            )
        )
    return tuple(made)


def _comparison(told: Table, key: str, name: str, place: str, known: Earlier) -> Condition:
    if name not in known:
        hint = nearest(name, known)
        indonesian = f'{key} menyebut "{name}", yang tidak ditanyakan sebelum pertanyaan ini{hint.id}'
        raise Mistake(place, indonesian, f'{key} names "{name}", which is not asked before this question{hint.en}', key)
    operators = [each for each in told if each in OPERATORS]
    if len(operators) != 1:
        known_ones = ", ".join(OPERATORS)
        indonesian, english = (
            f"{key} memerlukan tepat satu dari: {known_ones}",
            f"{key} needs exactly one of: {known_ones}",
        )
        raise Mistake(place, indonesian, english, key)
    operator = operators[0]
    value = told[operator]
    _check_condition(known[name], operator, value, place, key)
    return Condition(name, operator, tuple(value) if isinstance(value, list) else value)


def _check_condition(asked: Question, operator: str, value: object, place: str, key: str) -> None:
    """Whether this comparison can ever hold for answers to that question."""
    if operator == "answered":
        if not isinstance(value, bool):
            raise Mistake(place, "answered harus true atau false", "answered must be true or false", key)
        return
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if operator in ("at_least", "less_than"):
        if asked.kind not in _NUMBERS:
            indonesian = f'{operator} memerlukan jawaban angka, sedangkan "{asked.name}" {asked.kind}'
            raise Mistake(place, indonesian, f'{operator} needs a number, but "{asked.name}" is {asked.kind}', key)
        if not is_number:
            raise Mistake(place, f"{operator} harus bilangan bulat", f"{operator} must be a whole number", key)
        return
    if operator == "one_of" and not (isinstance(value, list) and value):
        raise Mistake(place, "one_of harus daftar yang tidak kosong", "one_of must be a list that is not empty", key)
    for each in value if isinstance(value, list) and operator == "one_of" else [value]:
        fits = (
            (asked.kind in _YES_NO and isinstance(each, bool))
            or (asked.kind in _NUMBERS and isinstance(each, int) and not isinstance(each, bool))
            or (asked.kind in _CHOICES and isinstance(each, str))
            or (asked.kind is AnswerKind.TEXT and isinstance(each, str))
        )
        if not fits:
            indonesian = f'{operator} tidak cocok dengan jawaban "{asked.name}" ({asked.kind})'
            raise Mistake(
                place, indonesian, f'{operator} does not fit the answer to "{asked.name}" ({asked.kind})', key
            )
        names = [option.name for option in asked.options]
        if asked.kind in _CHOICES and each not in names:
            near = nearest(str(each), names)
            indonesian = f'"{each}" bukan pilihan dari "{asked.name}"{near.id}'
            raise Mistake(place, indonesian, f'"{each}" is no choice of "{asked.name}"{near.en}', key)


def bounds_of(table: Table, kind: AnswerKind, place: str) -> Bounds | None:
    """`min` and `max` of a question or of one of its items."""
    if "min" not in table and "max" not in table:
        return None
    read: Callable[[object, str, str], int | str]
    if kind in WHOLE_BOUNDS:
        read = _whole_bound
    elif kind in DECIMAL_BOUNDS:
        read = _decimal_bound
    elif kind is AnswerKind.DATE:
        read = _date_bound
    else:
        raise Mistake(place, f"{kind} tidak memakai min dan max", f"{kind} has no min and max", "min")
    least = read(table["min"], "min", place) if "min" in table else None
    most = read(table["max"], "max", place) if "max" in table else None
    if least is not None and most is not None and _is_above(kind, least, most):
        raise Mistake(place, "min lebih besar daripada max", "min is larger than max", "min")
    return Bounds(least, most)


def _is_above(kind: AnswerKind, one: int | str, other: int | str) -> bool:
    return str(one) > str(other) if kind is AnswerKind.DATE else Decimal(one) > Decimal(other)


def _whole_bound(value: object, key: str, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        indonesian = f"{key} harus bilangan bulat mulai dari 0"
        raise Mistake(place, indonesian, f"{key} must be a whole number of 0 or more", key)
    return value


def _decimal_bound(value: object, key: str, place: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", value):
        indonesian = f'{key} harus angka desimal sebagai teks bertitik, misalnya "100" atau "0.5"'
        english = f'{key} must be a decimal number as a text with a point, such as "100" or "0.5"'
        raise Mistake(place, indonesian, english, key)
    return value


def _date_bound(value: object, key: str, place: str) -> str:
    try:
        if isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    indonesian = f'{key} harus tanggal sebagai teks, misalnya "2026-01-31"'
    raise Mistake(place, indonesian, f'{key} must be a date as a text, such as "2026-01-31"', key)
