"""Answers to one question that can be counted or measured: which sort an answer is, and how much it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pug_desktop.domain.kinds import ANSWER_STATES
from pug_desktop.forms.schema import AnswerKind, Question
from pug_desktop.forms.words import decimal_words, number_words, percent_words, rupiah_words

YES_NO = (
    AnswerKind.BOOLEAN,
    AnswerKind.BOOLEAN_WITH_REFERENCE,
    AnswerKind.BOOLEAN_WITH_VALUE,
    AnswerKind.DOCUMENT,
)
CHOICES = (AnswerKind.ENUM, AnswerKind.ENUM_WITH_YEAR)
SHARES = (AnswerKind.RATIO, AnswerKind.RATIO_AND_COUNT, AnswerKind.CURRENCY_AND_PERCENTAGE)
NUMBERS = (
    AnswerKind.INTEGER,
    AnswerKind.INTEGER_BY_SEX,
    AnswerKind.INTEGER_WITH_LIST,
    AnswerKind.CURRENCY_IDR,
    AnswerKind.DECIMAL,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much an answer says, to compare with others: `exact` of a share is between nothing and one, and more."""

    exact: Fraction
    words: str


def measured(question: Question) -> bool:
    """Whether answers are compared by their amounts rather than counted by their sorts."""
    return question.kind in (*SHARES, *NUMBERS)


def sort_of(question: Question, status: str, value: object) -> str:
    """The sort of an answer that says anything: "ya", "tidak", the name of an option, else its status."""
    if status in ("proses", "tidak_relevan"):
        return status
    if question.kind in YES_NO:
        return "ya" if status != "belum_ada" and _yes(value) else "tidak"
    if question.kind in CHOICES:
        option = value.get("option") if isinstance(value, dict) else value
        if isinstance(option, str) and question.choice(option) is not None:
            return option
    if status == "belum_diisi":
        return "ada"
    return status


def _yes(value: object) -> bool:
    """Whether it is no "no": "ada" without more is a yes as well."""
    if isinstance(value, dict):
        return value.get("yes") is not False
    return value is not False


def sorts_of(question: Question) -> tuple[str, ...]:
    """The sorts that are always counted, even when nobody gave them."""
    if question.kind in YES_NO:
        return ("ya", "tidak", "belum_diisi")
    if question.kind in CHOICES:
        return (*(each.name for each in question.options), "belum_diisi")
    return tuple(each for each in ANSWER_STATES if each in ("ada", "belum_ada", "belum_diisi"))


def amount_of(question: Question, value: object, lang: str = "id") -> Amount | None:
    """How much an answer says; None where it says no number, which is never a nought."""
    if question.kind in SHARES:
        return _share(question, value if isinstance(value, dict) else {}, lang)
    if question.kind is AnswerKind.DECIMAL:
        return _decimal(value, lang)
    number = _number(question, value)
    if number is None:
        return None
    words = rupiah_words if question.kind is AnswerKind.CURRENCY_IDR else number_words
    return Amount(Fraction(number), words(number, lang))


def _share(question: Question, parts: Mapping[str, object], lang: str) -> Amount | None:
    of_money = question.kind is AnswerKind.CURRENCY_AND_PERCENTAGE
    above, below = (
        _int(parts.get(name)) for name in (("amount", "base") if of_money else ("numerator", "denominator"))
    )
    if above is None or not below or below < 0:
        return None
    return Amount(Fraction(above, below), percent_words(above, below, lang))


def _decimal(value: object, lang: str) -> Amount | None:
    try:
        return Amount(Fraction(Decimal(str(value))), decimal_words(str(value), lang)) if value else None
    except (ArithmeticError, ValueError):
        return None


def _number(question: Question, value: object) -> int | None:
    match question.kind:
        case AnswerKind.INTEGER | AnswerKind.CURRENCY_IDR:
            return _int(value)
        case AnswerKind.INTEGER_WITH_LIST if isinstance(value, dict):
            return _int(value.get("count"))
        case AnswerKind.INTEGER_BY_SEX if isinstance(value, dict):
            male, female = _int(value.get("male")), _int(value.get("female"))
            return None if male is None or female is None else male + female
    return None


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def number_columns(question: Question) -> tuple[tuple[str, str], ...]:
    """The whole numbers inside an answer for a workbook: name of the part ("" is the answer itself) and heading."""
    match question.kind:
        case AnswerKind.INTEGER | AnswerKind.CURRENCY_IDR:
            return (("", "Angka"),)
        case AnswerKind.INTEGER_WITH_LIST:
            return (("count", "Jumlah"),)
        case AnswerKind.INTEGER_BY_SEX:
            return ("male", "L"), ("female", "P")
        case AnswerKind.RATIO:
            return ("numerator", "Pembilang"), ("denominator", "Penyebut")
        case AnswerKind.RATIO_AND_COUNT:
            return ("numerator", "Pembilang"), ("denominator", "Penyebut"), ("documents", "Dokumen")
        case AnswerKind.CURRENCY_AND_PERCENTAGE:
            return ("amount", "Rupiah"), ("base", "Pembanding (rupiah)")
    return ()


def part_of(value: object, name: str) -> int | None:
    """A number inside an answer; None where there is none."""
    return _int(value.get(name) if name and isinstance(value, dict) else value if not name else None)
