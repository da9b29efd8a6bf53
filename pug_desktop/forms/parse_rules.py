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
        raise Mistake(place, f'rollup "{rule}" menghasilkan {ROLLUP_GIVES[rule]}, bukan {kind}')
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
        where = f"{place}, constraint nomor {number}"
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
        raise Mistake(place, f'{key} menyebut "{name}", yang tidak ditanyakan sebelum pertanyaan ini{hint}')
    operators = [each for each in told if each in OPERATORS]
    if len(operators) != 1:
        raise Mistake(place, f"{key} memerlukan tepat satu dari: {', '.join(OPERATORS)}")
    operator = operators[0]
    value = told[operator]
    _check_condition(known[name], operator, value, place)
    return Condition(name, operator, tuple(value) if isinstance(value, list) else value)


def _check_condition(asked: Question, operator: str, value: object, place: str) -> None:
    """Whether this comparison can ever hold for answers to that question."""
    if operator == "answered":
        if not isinstance(value, bool):
            raise Mistake(place, "answered harus true atau false")
        return
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if operator in ("at_least", "less_than"):
        if asked.kind not in _NUMBERS:
            raise Mistake(place, f'{operator} memerlukan jawaban angka, sedangkan "{asked.name}" {asked.kind}')
        if not is_number:
            raise Mistake(place, f"{operator} harus bilangan bulat")
        return
    if operator == "one_of" and not (isinstance(value, list) and value):
        raise Mistake(place, "one_of harus daftar yang tidak kosong")
    for each in value if isinstance(value, list) and operator == "one_of" else [value]:
        fits = (
            (asked.kind in _YES_NO and isinstance(each, bool))
            or (asked.kind in _NUMBERS and isinstance(each, int) and not isinstance(each, bool))
            or (asked.kind in _CHOICES and isinstance(each, str))
            or (asked.kind is AnswerKind.TEXT and isinstance(each, str))
        )
        if not fits:
            raise Mistake(place, f'{operator} tidak cocok dengan jawaban "{asked.name}" ({asked.kind})')
        names = [option.name for option in asked.options]
        if asked.kind in _CHOICES and each not in names:
            raise Mistake(place, f'"{each}" bukan pilihan dari "{asked.name}"{nearest(str(each), names)}')


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
        raise Mistake(place, f"{kind} tidak memakai min dan max")
    least = read(table["min"], "min", place) if "min" in table else None
    most = read(table["max"], "max", place) if "max" in table else None
    if least is not None and most is not None and _is_above(kind, least, most):
        raise Mistake(place, "min lebih besar daripada max")
    return Bounds(least, most)


def _is_above(kind: AnswerKind, one: int | str, other: int | str) -> bool:
    return str(one) > str(other) if kind is AnswerKind.DATE else Decimal(one) > Decimal(other)


def _whole_bound(value: object, key: str, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Mistake(place, f"{key} harus bilangan bulat mulai dari 0")
    return value


def _decimal_bound(value: object, key: str, place: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", value):
        raise Mistake(place, f'{key} harus angka desimal sebagai teks bertitik, misalnya "100" atau "0.5"')
    return value


def _date_bound(value: object, key: str, place: str) -> str:
    try:
        if isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise Mistake(place, f'{key} harus tanggal sebagai teks, misalnya "2026-01-31"')
