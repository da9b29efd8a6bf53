"""Whether the numbers and dates of an answer lie within the bounds that its question sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pug_desktop.forms.schema import AnswerKind, Bounds, Question, Text
from pug_desktop.forms.words import date_words, decimal_words, number_words, rupiah_words

_MALE, _FEMALE = Text("jumlah laki-laki", "number of men"), Text("jumlah perempuan", "number of women")
_ANSWER = Text("jawaban", "the answer")


@dataclass(frozen=True, slots=True)
class Outside:
    """One part of an answer beyond its bounds: what it is, how it reads, and the bound that it breaks."""

    part: Text
    value: Text
    bound: Text
    too_small: bool


def outside(question: Question, value: object) -> tuple[Outside, ...]:
    """The parts of a correct answer that lie beyond the bounds; what was not entered lies within."""
    return tuple(
        Outside(part, _words(question, found), _words(question, bound), is_least)
        for part, found, bounds in _numbers(question, value)
        for bound, is_least in ((bounds.least, True), (bounds.most, False))
        if bound is not None and _breaks(question, found, bound, is_least=is_least)
    )


def _numbers(question: Question, value: object) -> Iterator[tuple[Text, object, Bounds]]:
    """Each number or date with what it is called and its bounds."""
    parts = value if isinstance(value, dict) else {}
    if question.kind is AnswerKind.DECIMAL_MULTI:
        for item in question.items:
            if (bounds := item.bounds or question.bounds) is not None:
                yield item.label, parts.get(item.name), bounds
        return
    bounds = question.bounds
    if bounds is None:
        return
    match question.kind:
        case AnswerKind.INTEGER_BY_SEX:
            yield _MALE, parts.get("male"), bounds
            yield _FEMALE, parts.get("female"), bounds
        case AnswerKind.INTEGER_WITH_LIST:
            yield Text("jumlah", "the number"), parts.get("count"), bounds
        case AnswerKind.CURRENCY_AND_PERCENTAGE:
            yield Text("jumlah rupiah", "the amount"), parts.get("amount"), bounds
        case AnswerKind.ENUM_WITH_YEAR:
            yield Text("tahun", "the year"), parts.get("year"), bounds
        case _:
            yield _ANSWER, value, bounds


def _breaks(question: Question, found: object, bound: int | str, *, is_least: bool) -> bool:
    if found in (None, "") or isinstance(found, bool):
        return False
    if question.kind is AnswerKind.DATE:
        return str(found) < str(bound) if is_least else str(found) > str(bound)
    try:
        number = Decimal(str(found))
    except InvalidOperation:
        return False
    return number < Decimal(bound) if is_least else number > Decimal(bound)


def _words(question: Question, found: object) -> Text:
    """The number as it is written in both languages."""
    if question.kind is AnswerKind.DATE:
        return Text(date_words(str(found)), date_words(str(found), "en"))
    if isinstance(found, str):
        return Text(decimal_words(found), decimal_words(found, "en"))
    number = found if isinstance(found, int) else 0
    match question.kind:
        case AnswerKind.ENUM_WITH_YEAR:
            return Text(str(number), str(number))
        case AnswerKind.CURRENCY_IDR | AnswerKind.CURRENCY_AND_PERCENTAGE:
            return Text(rupiah_words(number), rupiah_words(number, "en"))
    return Text(number_words(number), number_words(number, "en"))
