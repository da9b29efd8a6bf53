"""What is wrong or doubtful in the answers to a form, each with its cause and what to do about it.

problems(form, {"P3.03": {"numerator": 12, "denominator": 10}}, year=2026, today="2026-11-22")

An error cannot be right. A warning may be, and asks the person to look again; nothing is ever refused for it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pug_desktop.errors import WrongValue
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.doubts import Doubt, doubts
from pug_desktop.forms.limits import outside
from pug_desktop.forms.rules import holds, is_filled, is_relevant
from pug_desktop.forms.schema import AnswerKind, Form, Question, Text
from pug_desktop.forms.words import number_words, rupiah_words

ERROR, WARNING = "error", "warning"

WORK_LEFT = ("required", "incomplete")
"""Rules about what is still to be done; while a person types, only the others are of use."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at; `rule` is a short name of what found it."""

    question: str
    severity: str
    cause: Text
    remedy: Text
    rule: str


def problems(
    form: Form,
    answers: Mapping[str, object],
    *,
    year: int | None = None,
    today: str = "",
    settled: Collection[str] = (),
) -> tuple[Problem, ...]:
    """All problems in the order of the form.

    `answers` holds the values by question; `year` is that of the data, `today` an ISO date. Questions in `settled` need
    no value: the person said that there is nothing yet, or that they do not apply.
    """
    return tuple(
        each
        for question in form.questions
        for each in question_problems(question, answers, year=year, today=today, settled=question.name in settled)
    )


def question_problems(
    question: Question,
    answers: Mapping[str, object],
    *,
    year: int | None = None,
    today: str = "",
    settled: bool = False,
) -> tuple[Problem, ...]:
    """The problems of one question; none where it does not apply."""
    if not is_relevant(question, answers):
        return ()
    value = answers.get(question.name)
    if is_empty(value):
        return () if settled else tuple(_unanswered(question, answers))
    try:
        check_value(question, value)
    except WrongValue as wrong:
        return (_refused(question, value, wrong.fields["expected"]),)
    found = [*_beyond(question, value), *_broken(question, answers)]
    found += [_doubted(question, each) for each in doubts(question, value, year=year, today=today)]
    if not found and not settled and not is_filled(question, value):
        cause = Text("Jawaban ini belum lengkap.", "This answer is not complete.")
        remedy = Text("Isi bagian yang masih kosong.", "Fill in the parts that are still empty.")
        found.append(Problem(question.name, WARNING, cause, remedy, "incomplete"))
    return tuple(found)


def is_empty(value: object) -> bool:
    """Whether nothing was entered; an empty choice of several is an answer, as nothing of them is there."""
    if isinstance(value, dict):
        return all(is_empty(part) or part == [] for part in value.values())
    return value is None or (isinstance(value, str) and not value.strip())


def _unanswered(question: Question, answers: Mapping[str, object]) -> Iterator[Problem]:
    needed = question.required
    if needed is False:
        return
    if needed is True:
        cause = Text("Butir ini wajib dijawab.", "This question must be answered.")
    elif holds(needed, answers):
        cause = Text(
            f"Butir ini wajib dijawab karena jawaban {needed.question}.",
            f"This question must be answered because of the answer to {needed.question}.",
        )
    else:
        return
    remedy = Text(
        'Isi jawabannya, atau pilih status "Belum ada" bila memang belum ada.',
        'Answer it, or choose the state "Belum ada" if there is nothing yet.',
    )
    yield Problem(question.name, ERROR, cause, remedy, "required")


def _in(expected: object, lang: str) -> str:
    return expected.of(lang) if isinstance(expected, Text) else str(expected)


def _refused(question: Question, value: object, expected: object) -> Problem:
    """A value that the kind does not allow; it can come from another version of the form or of the program."""
    remedy = Text("Periksa kedua angka, lalu betulkan yang salah.", "Look at both numbers and correct the wrong one.")
    if isinstance(value, dict):
        for named, part in _shares(question, value):
            above, below = part.get("numerator", part.get("amount")), part.get("denominator", part.get("base"))
            if isinstance(above, int) and isinstance(below, int) and above > below:
                words = rupiah_words if question.kind is AnswerKind.CURRENCY_AND_PERCENTAGE else number_words
                of_what = Text(f"{named.id}: ", f"{named.en}: ") if named else Text("", "")
                cause = Text(
                    f"{of_what.id}angka pertama ({words(above)}) lebih besar daripada seluruhnya ({words(below)}).",
                    f"{of_what.en}the first number ({words(above, 'en')}) is larger than "
                    f"the whole ({words(below, 'en')}).",
                )
                return Problem(question.name, ERROR, _sentence(cause), remedy, "share")
    cause = Text(
        f"Jawaban ini tidak cocok dengan yang ditanyakan: {_in(expected, 'id')}.",
        f"This answer does not fit what the question asks: {_in(expected, 'en')}.",
    )
    remedy = Text("Isi kembali jawabannya.", "Enter the answer again.")
    return Problem(question.name, ERROR, cause, remedy, "kind")


def _shares(question: Question, value: Mapping[str, object]) -> Iterator[tuple[Text | None, Mapping[str, object]]]:
    if question.kind is not AnswerKind.RATIO_MULTI:
        yield None, value
        return
    for item in question.items:
        if isinstance(part := value.get(item.name), dict):
            yield item.label, part


def _sentence(text: Text) -> Text:
    return Text(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])


def _beyond(question: Question, value: object) -> Iterator[Problem]:
    for each in outside(question, value):
        if each.too_small:
            cause = Text(
                f"{each.part.id} {each.value.id} kurang dari {each.bound.id}, nilai paling kecil yang mungkin.",
                f"{each.part.en} {each.value.en} is below {each.bound.en}, the least that is possible.",
            )
        else:
            cause = Text(
                f"{each.part.id} {each.value.id} melebihi {each.bound.id}, nilai paling besar yang mungkin.",
                f"{each.part.en} {each.value.en} is above {each.bound.en}, the most that is possible.",
            )
        remedy = Text(
            "Periksa angka, letak koma, dan satuannya.", "Look at the number, its decimal comma and its unit."
        )
        if question.kind is AnswerKind.DATE:
            remedy = Text("Periksa tanggalnya.", "Look at the date.")
        yield Problem(question.name, ERROR, _sentence(cause), remedy, "bounds")


def _broken(question: Question, answers: Mapping[str, object]) -> Iterator[Problem]:
    for each in question.constraints:
        if is_empty(answers.get(each.check.question)) or (each.when is not None and not holds(each.when, answers)):
            continue
        if holds(each.check, answers):
            continue
        others = {each.check.question, each.when.question if each.when else question.name} - {question.name}
        other = next(iter(sorted(others)), "")
        remedy = Text(
            f"Periksa jawaban ini dan jawaban {other}." if other else "Periksa kembali jawaban ini.",
            f"Look at this answer and at that to {other}." if other else "Look at this answer again.",
        )
        yield Problem(question.name, each.severity, each.message, remedy, "constraint")


def _doubted(question: Question, doubt: Doubt) -> Problem:
    return Problem(question.name, WARNING, _sentence(doubt.cause), doubt.remedy, "doubt")
