"""A district's answer from the sheets of its offices: one small rule for each kind of sum.

Nothing is known while no sheet that was received answers the question: the answer is None then, never 0. Once one
office answers, those that do not say yes are no part of "x of N"; how many said nothing stands in the explanation.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pug_desktop.domain.checklist import AnswerState
from pug_desktop.forms.schema import Question, Rollup
from pug_desktop.forms.words import list_words, number_words, rupiah_words


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed answer and what it was computed from."""

    value: object
    """As an answer of the question's kind."""
    counted: int
    """How many sheets, meetings, follow-ups or people went into it."""
    of: int
    """How many there could have been."""
    explanation: str
    """One Indonesian sentence: "12 dari 34 OPD menjawab ya; 20 lembar diterima". A final version keeps it."""
    english: str
    """The same sentence: "12 of 34 offices answered yes; 20 sheets received"."""
    open: bool = False
    """Whether it rests on a record that holds two values of which nobody has chosen one."""
    rests_on: tuple[tuple[str, str], ...] = ()
    """Kind and id of the rows of the registers it was taken from; their evidence is evidence of the answer."""
    proofs: int = 0
    """How many pieces of evidence those rows, or the offices' answers that were counted, have."""

    def words(self, lang: str = "id") -> str:
        """The sentence in that language."""
        return self.english if lang == "en" else self.explanation


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """The sheet of one office as it was received."""

    office_id: str
    office_name: str
    answers: Mapping[str, AnswerState]


def roll_up(question: Question, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    """The district's answer to a question with a `rollup`; None when nothing is known.

    Args:
        question: of the district's form.
        sheets: those received for the year; of two from one office the first counts.
        offices: how many offices the list has; never taken as fewer than those that sent a sheet.
    """
    if question.rollup is None or not sheets:
        return None
    received = tuple({sheet.office_id: sheet for sheet in reversed(sheets)}.values())
    found = _RULES[question.rollup.rule](question, question.rollup, received, max(offices, len(received)))
    if found is None:
        return None
    found = replace(found, proofs=_proofs(question.rollup.source, received))
    sources = {name for name in (question.rollup.source, question.rollup.detail) if name}
    rests_on_open = any(name in sheet.answers and sheet.answers[name].open for sheet in received for name in sources)
    return replace(found, open=True) if rests_on_open else found


# --- what one sheet says ------------------------------------------------------------------------------------------


def _answers(name: str, sheets: Sequence[OfficeSheet]) -> list[AnswerState]:
    """The answers that say anything."""
    found = (sheet.answers.get(name) for sheet in sheets)
    return [each for each in found if each and (each.status != "belum_diisi" or each.value is not None)]


def _count(part: object) -> int | None:
    return part if isinstance(part, int) and not isinstance(part, bool) and part >= 0 else None


def _part(answer: AnswerState, name: str) -> object:
    return answer.value.get(name) if isinstance(answer.value, dict) else None


def _says_no(answer: AnswerState) -> bool:
    return answer.status in ("belum_ada", "tidak_relevan")


def _says_yes(answer: AnswerState) -> bool | None:
    """Yes, no, or None when the answer does not tell."""
    value = answer.value
    if _says_no(answer) or answer.status == "proses":
        return False
    if isinstance(value, bool):
        return value
    if isinstance(value, dict) and ("yes" in value or "count" in value):
        told = value.get("yes", value.get("count"))
        return told if isinstance(told, bool) else _positive(_count(told))
    if isinstance(value, dict) and any(part not in (None, "") for part in value.values()):
        return True
    if isinstance(value, int):
        return _positive(_count(value))
    return True if answer.status == "ada" else None


def _positive(count: int | None) -> bool | None:
    return None if count is None else count > 0


def _number_of(answer: AnswerState) -> int | None:
    """The count that the answer gives; 0 when the office says that there is none."""
    if _says_no(answer):
        return 0
    value = _part(answer, "count") if isinstance(answer.value, dict) else answer.value
    return _count(value)


def _proofs(name: str, sheets: Sequence[OfficeSheet]) -> int:
    """The files that offices attached to what they say is there."""
    return sum(answer.evidence_count for answer in _answers(name, sheets) if not _says_no(answer))


def _received(sheets: Sequence[OfficeSheet], answered: int) -> str:
    silent = len(sheets) - answered
    words = f"{number_words(len(sheets))} lembar diterima"
    return f"{words}, {number_words(silent)} belum menjawab butir ini" if silent else words


def _received_en(sheets: Sequence[OfficeSheet], answered: int) -> str:
    silent = len(sheets) - answered
    words = f"sheets received: {number_words(len(sheets), 'en')}"
    return f"{words}, without an answer to this question: {number_words(silent, 'en')}" if silent else words


def _sum_words(known: int, sheets: Sequence[OfficeSheet], offices: int) -> tuple[str, str]:
    """What a plain sum says of itself."""
    words = f"Jumlah dari {number_words(known)} di antara {number_words(offices)} OPD; {_received(sheets, known)}"
    share = f"{number_words(known, 'en')} of {number_words(offices, 'en')} offices (OPD)"
    return words, f"Sum of {share}; {_received_en(sheets, known)}"


# --- the rules ----------------------------------------------------------------------------------------------------


def _count_yes(question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    said = [_says_yes(answer) for answer in _answers(rollup.source, sheets)]
    answered = sum(each is not None for each in said)
    if not answered:
        return None
    yes = sum(each is True for each in said)
    words = f"{number_words(yes)} dari {number_words(offices)} OPD menjawab ya; {_received(sheets, answered)}"
    share = f"{number_words(yes, 'en')} of {number_words(offices, 'en')} offices (OPD) answered yes"
    english = f"{share}; {_received_en(sheets, answered)}"
    return Computed({"numerator": yes, "denominator": offices}, answered, offices, words, english)


def _yes_and_documents(
    question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int
) -> Computed | None:
    numbers = [_number_of(answer) for answer in _answers(rollup.source, sheets)]
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    yes, documents = sum(number > 0 for number in known), sum(known)
    value: dict[str, object] = {"numerator": yes, "denominator": offices, "documents": documents}
    if rollup.detail:
        used = {name for answer in _answers(rollup.detail, sheets) for name in _names(answer.value)}
        if methods := [option.name for option in question.options if option.name in used]:
            value["methods"] = methods
    words = (
        f"{number_words(yes)} dari {number_words(offices)} OPD menyusun, seluruhnya {number_words(documents)} dokumen; "
        f"{_received(sheets, len(known))}"
    )
    english = (
        f"{number_words(yes, 'en')} of {number_words(offices, 'en')} offices (OPD) make them, "
        f"documents in all: {number_words(documents, 'en')}; {_received_en(sheets, len(known))}"
    )
    return Computed(value, len(known), offices, words, english)


def _sum(question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    numbers = [_number_of(answer) for answer in _answers(rollup.source, sheets)]
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    return Computed(sum(known), len(known), offices, *_sum_words(len(known), sheets, offices))


def _sum_by_sex(question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    answers = _answers(rollup.source, sheets)
    splits = [
        (0, 0) if _says_no(answer) else (_count(_part(answer, "male")), _count(_part(answer, "female")))
        for answer in answers
    ]
    known = [split for split in splits if split != (None, None)]
    if not known:
        return None
    partly = sum(None in split for split in known)
    words, english = _sum_words(len(known), sheets, offices)
    if partly:
        words += f"; {number_words(partly)} OPD hanya menyebut salah satu jenis kelamin"
        english += f"; offices (OPD) that name one sex only: {number_words(partly, 'en')}"
    value = {"male": _sum_known([male for male, _ in known]), "female": _sum_known([female for _, female in known])}
    return Computed(value, len(known), offices, words, english)


def _sum_known(numbers: list[int | None]) -> int | None:
    """The sum of what is known; None when nothing is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _sum_ratio(question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    pairs = []
    for answer in _answers(rollup.source, sheets):
        above, below = _count(_part(answer, "numerator")), _count(_part(answer, "denominator"))
        if not _says_no(answer) and above is not None and below is not None and above <= below:
            pairs.append((above, below))
    if not pairs:
        return None
    value = {"numerator": sum(above for above, _ in pairs), "denominator": sum(below for _, below in pairs)}
    return Computed(value, len(pairs), offices, *_sum_words(len(pairs), sheets, offices))


def _sum_money(question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    amounts: list[int] = []
    bases: list[int | None] = []
    names: set[object] = set()
    for answer in _answers(rollup.source, sheets):
        amount = _count(_part(answer, "amount"))
        if amount is None and _says_no(answer):
            amount = 0
        if amount is not None:
            amounts.append(amount)
            bases.append(_count(_part(answer, "base")))
            names.add(_part(answer, "base_name") or None)
    if not amounts:
        return None
    total = rupiah_words(sum(amounts))
    words = f"{total} dari {number_words(len(amounts))} di antara {number_words(offices)} OPD"
    share = f"{number_words(len(amounts), 'en')} of {number_words(offices, 'en')} offices (OPD)"
    english = f"{rupiah_words(sum(amounts), 'en')} from {share}"
    known = [base for base in bases if base is not None]
    complete = len(known) == len(bases) and len(names) == 1 and sum(known) >= sum(amounts)
    if not complete:
        is_mixed = len(known) == len(bases) and len(names) > 1
        why = "berbeda-beda" if is_mixed else "belum lengkap"
        words += f"; belanja pembandingnya {why}, jadi persennya tidak dihitung"
        english += f"; no share is computed: what is compared with {'differs' if is_mixed else 'is not complete'}"
    name = next(iter(names)) if len(names) == 1 else None
    value = {
        "amount": sum(amounts),
        "base": sum(known) if complete else None,
        "base_name": name if complete and isinstance(name, str) else "",
    }
    words, english = (
        f"{words}; {_received(sheets, len(amounts))}",
        f"{english}; {_received_en(sheets, len(amounts))}",
    )
    return Computed(value, len(amounts), offices, words, english)


def _union(question: Question, rollup: Rollup, sheets: Sequence[OfficeSheet], offices: int) -> Computed | None:
    answers = _answers(rollup.source, sheets)
    lists = [
        [] if _says_no(answer) else _names(answer.value)
        for answer in answers
        if _says_no(answer) or isinstance(answer.value, list)
    ]
    if not lists:
        return None
    at = {item.name: sum(item.name in names for names in lists) for item in question.items}
    found = [item for item in question.items if at[item.name]]
    places = list_words([f"{item.label.id} di {number_words(at[item.name])} OPD" for item in found])
    words = f"{places or 'Tidak ada sarana yang disebut'}; {_received(sheets, len(lists))}"
    places = list_words(
        [f"{item.label.en} at {number_words(at[item.name], 'en')} offices (OPD)" for item in found], "en"
    )
    english = f"{places or 'No facility is named'}; {_received_en(sheets, len(lists))}"
    return Computed([item.name for item in found], len(lists), offices, words, english)


def _names(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


_RULES: Mapping[str, Callable[[Question, Rollup, Sequence[OfficeSheet], int], Computed | None]] = {
    "count_yes": _count_yes,
    "count_positive": _count_yes,
    "sum": _sum,
    "sum_by_sex": _sum_by_sex,
    "sum_ratio": _sum_ratio,
    "sum_money": _sum_money,
    "union": _union,
    "yes_and_documents": _yes_and_documents,
}
