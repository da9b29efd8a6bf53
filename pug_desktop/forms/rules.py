"""What may be answered, whether an answer is complete, whether a question applies, how an answer reads.

Public functions: `check_value`, `is_filled`, `is_relevant`, `holds`, `shown_value`, `main_value`.
"""

from collections.abc import Mapping

from pug_desktop.errors import WrongValue
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.limits import outside
from pug_desktop.forms.schema import AnswerKind, Condition, Question
from pug_desktop.forms.shown import shown_value

__all__ = ["check_value", "holds", "is_filled", "is_relevant", "main_value", "shown_value"]

_ALL_OF: Mapping[AnswerKind, tuple[str, ...]] = {
    AnswerKind.INTEGER_BY_SEX: ("male", "female"),
    AnswerKind.RATIO: ("numerator", "denominator"),
    AnswerKind.RATIO_AND_COUNT: ("numerator", "denominator", "documents"),
    AnswerKind.CURRENCY_AND_PERCENTAGE: ("amount", "base"),
}
"""The parts that must all be there."""


def is_filled(question: Question, value: object) -> bool:
    """Whether all that the kind needs is there; a wrong value or one beyond the bounds is never complete."""
    try:
        check_value(question, value)
    except WrongValue:
        return False
    if outside(question, value):
        return False
    if isinstance(value, dict):
        return _parts_filled(question, {name: part for name, part in value.items() if part not in (None, "")})
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and (value != [] or question.kind is AnswerKind.CHECKLIST)


def _parts_filled(question: Question, parts: Mapping[str, object]) -> bool:
    match question.kind:
        case AnswerKind.BOOLEAN_WITH_REFERENCE:
            return parts.get("yes") is False or (parts.get("yes") is True and _has_words(parts.get("reference")))
        case AnswerKind.BOOLEAN_WITH_VALUE:
            return parts.get("yes") is False or (parts.get("yes") is True and _has_words(parts.get("value")))
        case AnswerKind.DOCUMENT:
            named = _has_words(parts.get("document_kind")) or _has_words(parts.get("title"))
            return named and (_has_words(parts.get("number")) or "date" in parts)
        case AnswerKind.INTEGER_WITH_LIST:
            return parts.get("count") == 0 or ("count" in parts and _has_names(parts.get("names")))
        case AnswerKind.RATIO_MULTI:
            return all(_has_fraction(parts.get(item.name)) for item in question.items)
        case AnswerKind.ENUM_WITH_YEAR:
            # Who has no award yet has no year of it either: the first option stands for "none yet".
            none_yet = bool(question.options) and parts.get("option") == question.options[0].name
            return none_yet or ("option" in parts and "year" in parts)
        case AnswerKind.CHECKLIST_DATES | AnswerKind.DECIMAL_MULTI:
            return all(item.name in parts for item in question.items)
    return all(name in parts for name in _ALL_OF[question.kind])


def _has_words(part: object) -> bool:
    return isinstance(part, str) and bool(part.strip())


def _has_names(part: object) -> bool:
    return isinstance(part, list) and any(_has_words(name) for name in part)


def _has_fraction(part: object) -> bool:
    return isinstance(part, dict) and part.get("numerator") is not None and part.get("denominator") is not None


def is_relevant(question: Question, answers: Mapping[str, object]) -> bool:
    """Whether the question applies; `answers` holds the values given so far by question name."""
    if question.relevant is None:
        return True
    return holds(question.relevant, answers)


def holds(condition: Condition, answers: Mapping[str, object]) -> bool:
    """Whether a comparison holds; `answers` as for `is_relevant`."""
    return _holds(condition, main_value(answers.get(condition.question)))


def main_value(value: object) -> object:
    """What a condition looks at: the yes of an answer with a reference, the count of one with names, else all of it."""
    if isinstance(value, dict):
        for name in ("yes", "count", "option", "amount", "numerator"):
            if name in value:
                return value[name]
    return value


def _holds(condition: Condition, found: object) -> bool:
    wanted = condition.value
    match condition.operator:
        case "answered":
            return (found not in (None, "", [], {})) == wanted
        case "equals":
            return type(found) is type(wanted) and found == wanted
        case "one_of":
            return isinstance(wanted, tuple) and any(type(found) is type(each) and found == each for each in wanted)
    if isinstance(found, bool) or not isinstance(found, int) or not isinstance(wanted, int):
        return False
    return found >= wanted if condition.operator == "at_least" else found < wanted
