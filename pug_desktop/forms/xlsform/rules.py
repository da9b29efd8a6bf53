"""Conditions, bounds and constraints as XLSForm's expressions, there and back.

A bound stands bare (`. >= 0 and . <= 100`), a constraint in brackets with a message of its own, so that both come back.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pug_desktop.forms.schema import AnswerKind, Bounds, Condition, Constraint, Question
from pug_desktop.forms.xlsform.layout import WITH_MAIN, value_names
from pug_desktop.forms.xlsform.xpath import (
    SELF,
    Bracket,
    Comparison,
    Day,
    Expression,
    Joined,
    Literal,
    Not,
    NotOurs,
    Number,
    bare,
    parts_of,
    read,
    written,
)

YES, NO = "yes", "no"

_ANSWERED = {"!=": True, "=": False}
_WHOLE = re.compile(r"-?[0-9]{1,16}(?:\.0*)?")

Told: TypeAlias = dict[str, object]
KindOf: TypeAlias = Callable[[str], AnswerKind | None]
"""The kind of a question that was asked before, or None."""

YES_NO_KINDS = (AnswerKind.BOOLEAN, AnswerKind.BOOLEAN_WITH_REFERENCE, AnswerKind.BOOLEAN_WITH_VALUE)
NUMBER_KINDS = (
    *(AnswerKind.INTEGER, AnswerKind.INTEGER_WITH_LIST),
    *(AnswerKind.CURRENCY_IDR, AnswerKind.CURRENCY_AND_PERCENTAGE),
)


# --- writing --------------------------------------------------------------------------------------------------------


def condition_text(condition: Condition, asked: Mapping[str, Question]) -> str:
    """A condition about another question."""
    return written(_expression(condition, asked, ""))


def required_text(required: bool | Condition, asked: Mapping[str, Question]) -> str:
    """The column `required`."""
    if isinstance(required, Condition):
        return condition_text(required, asked)
    return YES if required else ""


def constraint_text(
    bounds: Bounds | None, constraints: Iterable[Constraint], asked: Mapping[str, Question], name: str
) -> str:
    """The column `constraint` of the question of that name; its bounds first."""
    parts: list[Expression] = []
    least, most = (bounds.least, bounds.most) if bounds else (None, None)
    for operator, bound in ((">=", least), ("<=", most)):
        if bound is not None:
            parts.append(Comparison(SELF, operator, _bound(bound)))
    for each in constraints:
        check = _expression(each.check, asked, name)
        if each.when is not None:
            check = Joined("or", (Not(_expression(each.when, asked, name)), Bracket(check)))
        parts.append(Bracket(check))
    return written(Joined("and", tuple(parts))) if parts else ""


def _bound(bound: int | str) -> Literal:
    return Day(bound) if isinstance(bound, str) and "-" in bound else Number(str(bound))


def _expression(condition: Condition, asked: Mapping[str, Question], own: str) -> Expression:
    question = asked[condition.question]
    names = value_names(question)
    if question.kind in WITH_MAIN:
        names = names[:1]
    if condition.question == own:
        names = (SELF,)
    match condition.operator:
        case "answered":
            sign, joiner = ("!=", "or") if condition.value else ("=", "and")
            return _joined(joiner, [Comparison(name, sign, "") for name in names])
        case "one_of":
            values = condition.value if isinstance(condition.value, tuple) else ()
            return _joined("or", [Comparison(names[0], "=", _literal(each)) for each in values])
    sign = {"equals": "=", "at_least": ">=", "less_than": "<"}[condition.operator]
    return Comparison(names[0], sign, _literal(condition.value))


def _joined(joiner: str, comparisons: list[Comparison]) -> Expression:
    return Bracket(Joined(joiner, tuple(comparisons))) if len(comparisons) > 1 else comparisons[0]


def _literal(value: object) -> Literal:
    if isinstance(value, bool):
        return YES if value else NO
    return Number(str(value)) if isinstance(value, int) else str(value)


# --- reading --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rules:
    """What a constraint says: bounds, and constraints that still want a message."""

    least: str | None = None
    most: str | None = None
    checks: tuple[Told, ...] = ()
    bare: bool = False
    """Whether only bounds stand there."""


def condition_from(text: str, own: str, kind_of: KindOf) -> Told:
    """The table of a condition.

    Raises:
        NotOurs: it cannot be said with one comparison.
    """
    return _condition(read(text), own, kind_of)


def rules_from(text: str, own: str, kind_of: KindOf) -> Rules:
    """What the column `constraint` says about the question `own`.

    Raises:
        NotOurs: it cannot be said with bounds and comparisons.
    """
    whole = read(text)
    least: str | None = None
    most: str | None = None
    checks: list[Told] = []
    for part in parts_of(whole, "and"):
        if isinstance(part, Comparison) and part.name == SELF and part.operator in ("<", "<=", ">", ">="):
            is_most = part.operator.startswith("<")
            if (most if is_most else least) is not None:
                raise NotOurs("dua batas yang sama arahnya", "two bounds in the same direction")
            bound = _read_bound(part)
            least, most = (least, bound) if is_most else (bound, most)
        else:
            checks.append(_check(part, own, kind_of))
    return Rules(least, most, tuple(checks), not checks)


def check_from(name: str, operator: str, bound: str) -> Told:
    """A bound as a check with a message of its own: at least 3, less than 101."""
    if not _WHOLE.fullmatch(bound):
        raise NotOurs(
            "batas dengan pesan sendiri harus bilangan bulat", "a bound with its own message must be a whole number"
        )
    number = int(bound.split(".")[0])
    return {"question": name, operator: number + 1 if operator == "less_than" else number}


def _read_bound(comparison: Comparison) -> str:
    value, operator = comparison.value, comparison.operator
    if isinstance(value, Day):
        day = value.text
        if operator in ("<", ">"):
            try:
                moved = datetime.date.fromisoformat(day) + datetime.timedelta(days=1 if operator == ">" else -1)
            except (ValueError, OverflowError):
                raise NotOurs(f'"{day}" bukan tanggal', f'"{day}" is no date') from None
            return moved.isoformat()
        return day
    text = value.text if isinstance(value, Number) else value
    if operator in ("<=", ">="):
        return text
    if not _WHOLE.fullmatch(text):
        raise NotOurs("batas dengan koma memakai >= atau <=", "a bound with decimals takes >= or <=")
    return str(int(text.split(".")[0]) + (1 if operator == ">" else -1))


def _check(expression: Expression, own: str, kind_of: KindOf) -> Told:
    """One constraint: a comparison, or "not(when) or comparison"."""
    inner = bare(expression)
    parts = parts_of(inner, "or")
    if isinstance(parts[0], Not):
        if len(parts) != 2:
            indonesian = 'setelah "not(...) or" hanya boleh satu perbandingan dalam kurung'
            raise NotOurs(indonesian, 'after "not(...) or" there may be one comparison in brackets')
        when = _condition(parts[0].inner, "", kind_of)
        return {**_condition(parts[1], own, kind_of), "when": when}
    return _condition(inner, own, kind_of)


def _condition(expression: Expression, own: str, kind_of: KindOf) -> Told:
    inner = bare(expression)
    if isinstance(inner, Not):
        inner = _turned(inner)
    if isinstance(inner, Joined):
        return _several(inner, own, kind_of)
    if not isinstance(inner, Comparison):
        raise NotOurs("hanya satu syarat yang dapat dipakai", "only one condition can be used")
    name = _question(inner.name, own, kind_of)
    if inner.value == "" and inner.operator in _ANSWERED:
        return {"question": name, "answered": _ANSWERED[inner.operator]}
    value = _value(inner.value, name, kind_of)
    if inner.operator == "=":
        return {"question": name, "equals": value}
    if inner.operator == "!=" and isinstance(value, bool):
        return {"question": name, "equals": not value}
    if inner.operator == "!=":
        indonesian = "\"!=\" hanya dapat dipakai dengan '' (sudah dijawab) atau jawaban ya/tidak"
        raise NotOurs(indonesian, "\"!=\" can be used with '' (answered) or a yes/no answer only")
    if not isinstance(value, int) or isinstance(value, bool):
        raise NotOurs(f'"{inner.operator}" memerlukan bilangan bulat', f'"{inner.operator}" needs a whole number')
    match inner.operator:
        case ">=":
            return {"question": name, "at_least": value}
        case ">":
            return {"question": name, "at_least": value + 1}
        case "<":
            return {"question": name, "less_than": value}
    return {"question": name, "less_than": value + 1}


def _turned(expression: Not) -> Expression:
    """not(a >= 1) as a < 1."""
    inner = bare(expression.inner)
    opposite = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
    if not isinstance(inner, Comparison):
        indonesian = '"not" hanya dapat dipakai di depan satu perbandingan'
        raise NotOurs(indonesian, '"not" can stand before one comparison only')
    return Comparison(inner.name, opposite[inner.operator], inner.value)


def _several(joined: Joined, own: str, kind_of: KindOf) -> Told:
    comparisons = []
    for part in joined.parts:
        inner = bare(part)
        if not isinstance(inner, Comparison):
            raise NotOurs("hanya satu syarat yang dapat dipakai", "only one condition can be used")
        comparisons.append(inner)
    names = {_question(each.name, own, kind_of) for each in comparisons}
    if len(names) > 1:
        raise NotOurs("satu syarat hanya boleh tentang satu pertanyaan", "one condition may be about one question only")
    name = names.pop()
    signs = {each.operator for each in comparisons}
    if all(each.value == "" for each in comparisons) and (joined.joiner, signs) in (("or", {"!="}), ("and", {"="})):
        return {"question": name, "answered": signs == {"!="}}
    if joined.joiner == "or" and signs == {"="}:
        return {"question": name, "one_of": [_value(each.value, name, kind_of) for each in comparisons]}
    indonesian = 'dengan "or" hanya beberapa pilihan dari pertanyaan yang sama; "and" tidak dapat dipakai di sini'
    english = 'with "or" only several choices of the same question; "and" cannot be used here'
    raise NotOurs(indonesian, english)


def _question(name: str, own: str, kind_of: KindOf) -> str:
    """The question that a reference is about, also when it names a part of it."""
    if name == SELF:
        if not own:
            indonesian = '"." hanya dapat dipakai di kolom constraint'
            raise NotOurs(indonesian, '"." can be used in the column constraint only')
        return own
    shorter = name
    while kind_of(shorter) is None and "." in shorter:
        shorter = shorter.rpartition(".")[0]
    return shorter if kind_of(shorter) is not None else name


def _value(value: Literal, name: str, kind_of: KindOf) -> object:
    """The value as our conditions hold it: true for the choice "yes", a whole number for a number."""
    if isinstance(value, Day):
        raise NotOurs("tanggal hanya dapat dipakai sebagai batas", "a date can be used as a bound only")
    kind = kind_of(name)
    text = value.text if isinstance(value, Number) else value
    if kind in YES_NO_KINDS:
        if text.casefold() in TRUE_WORDS | FALSE_WORDS:
            return text.casefold() in TRUE_WORDS
        raise NotOurs(f"jawaban ya/tidak ditulis '{YES}' atau '{NO}'", f"a yes/no answer is written '{YES}' or '{NO}'")
    if isinstance(value, Number) or kind in NUMBER_KINDS:
        if not _WHOLE.fullmatch(text):
            raise NotOurs(f'"{text}" bukan bilangan bulat', f'"{text}" is no whole number')
        return int(text.split(".")[0])
    return text


TRUE_WORDS = frozenset(("yes", "ya", "true", "true()", "1"))
FALSE_WORDS = frozenset(("no", "tidak", "false", "false()", "0"))
