"""Which answers to an old form count in a new one, which do not, and why.

An answer goes over where the new form has a question of the same name and kind, with those of its choices that still
exist. Nothing is guessed: what does not fit is listed with its reason, never bent until it fits.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop.errors import WrongValue
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.problems import is_empty
from pug_desktop.forms.schema import AnswerKind, Form, Option, Question, Text
from pug_desktop.forms.words import list_words

_LISTS = (AnswerKind.MULTI_ENUM, AnswerKind.CHECKLIST)
_BY_ITEM = (AnswerKind.CHECKLIST_DATES, AnswerKind.DECIMAL_MULTI, AnswerKind.RATIO_MULTI)


@dataclass(frozen=True, slots=True)
class Left:
    """What of an answer does not go over; `gone` is whether the new form has no such question at all."""

    question: Question
    value: object
    why: Text
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Takeover:
    """What becomes of every answer.

    `same` goes over as it is; `changed` holds the new value of those that do not, None where nothing of it fits. `new`
    are the questions that the old form did not ask.
    """

    same: tuple[str, ...]
    changed: Mapping[str, object]
    left: tuple[Left, ...]
    new: tuple[Question, ...]


def takeover(old: Form, new: Form, answers: Mapping[str, object]) -> Takeover:
    """What of `answers`, values by question of the old form, goes over into the new one."""
    wanted = {question.name: question for question in new.questions}
    same: list[str] = []
    changed: dict[str, object] = {}
    left: list[Left] = []
    for question in old.questions:
        value = answers.get(question.name)
        if is_empty(value):
            continue
        asked = wanted.get(question.name)
        if asked is None:
            why = Text("Butir ini tidak ada dalam versi baru.", "The new version does not ask this.")
            left.append(Left(question, value, why, gone=True))
            continue
        kept, why_not = _fitted(question, asked, value)
        if why_not is not None:
            left.append(Left(question, value, why_not))
        if why_not is None and _same(kept, value):
            same.append(question.name)
        else:
            changed[question.name] = kept
    before = {question.name for question in old.questions}
    added = tuple(question for question in new.questions if question.name not in before)
    return Takeover(tuple(same), changed, tuple(left), added)


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _fitted(old: Question, new: Question, value: object) -> tuple[object, Text | None]:
    """What of the value goes over, and why not all of it."""
    if old.kind is not new.kind:
        why = Text(
            "Jenis jawabannya berubah, jadi isilah kembali.", "It asks for another kind of answer; enter it again."
        )
        return None, why
    kept, gone = _without_gone(old, new, value)
    try:
        check_value(new, kept)
    except WrongValue:
        return None, Text(
            "Jawabannya tidak cocok lagi, jadi isilah kembali.", "It does not fit any more; enter it again."
        )
    if not gone:
        return kept, None
    labels = [old.choice(name) for name in gone]
    words = [Text(name, name) if each is None else each.label for name, each in zip(gone, labels, strict=True)]
    why = Text(
        f"Tidak ada lagi dalam versi baru: {list_words([each.id for each in words])}.",
        f"The new version no longer has: {list_words([each.en for each in words], 'en')}.",
    )
    return (None if is_empty(kept) or kept == [] else kept), why


def _without_gone(old: Question, new: Question, value: object) -> tuple[object, list[str]]:
    """The value without the choices that the new question does not have, and which those are."""
    options, items = _names(new.options), _names(new.items)
    match old.kind:
        case AnswerKind.ENUM if isinstance(value, str):
            return (value, []) if value in options else (None, [value])
        case AnswerKind.ENUM_WITH_YEAR if isinstance(value, dict):
            option = value.get("option")
            gone = [option] if isinstance(option, str) and option and option not in options else []
            return (None if gone else value), gone
        case AnswerKind.RATIO_AND_COUNT if isinstance(value, dict) and isinstance(value.get("methods"), list):
            gone = [str(each) for each in value["methods"] if each not in options]
            kept = [each for each in value["methods"] if each in options]
            rest = {name: part for name, part in value.items() if name != "methods"}
            return (({**rest, "methods": kept} if kept else rest) if gone else value), gone
        case AnswerKind.CURRENCY_AND_PERCENTAGE if isinstance(value, dict):
            # The office's own words are allowed there: the words of a choice that is gone take its place.
            choice = old.choice(str(value.get("base_name")))
            own = choice is not None and choice.name not in options
            return ({**value, "base_name": choice.label.id} if own and choice else value), []
    if old.kind in _LISTS and isinstance(value, list):
        known = options if old.kind is AnswerKind.MULTI_ENUM else items
        return [each for each in value if each in known], [str(each) for each in value if each not in known]
    if old.kind in _BY_ITEM and isinstance(value, dict):
        gone = [name for name, part in value.items() if name not in items and not is_empty(part)]
        return {name: part for name, part in value.items() if name in items}, gone
    return value, []


def _names(options: tuple[Option, ...]) -> frozenset[str]:
    return frozenset(each.name for each in options)
