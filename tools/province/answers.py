"""A plausible answer to any question of a form."""

import random
from collections.abc import Callable, Mapping

from pug_desktop.domain.kinds import Value
from pug_desktop.forms.schema import AnswerKind, Option, Question


def answer(rnd: random.Random, question: Question, year: int) -> Value:
    """What an office could have entered; `forms/checks.py` lets it pass."""
    return _ANSWERS[question.kind](rnd, question, year)


def _some(rnd: random.Random, question: Question) -> list[Value]:
    names = [each.name for each in question.options or question.items]
    return [name for name in names if rnd.random() < 0.5] or [*names[:1]]


def _ratio(rnd: random.Random) -> dict[str, Value]:
    whole = rnd.randrange(5, 60)
    return {"numerator": rnd.randrange(whole + 1), "denominator": whole}


def _day(rnd: random.Random, year: int) -> str:
    return f"{year}-{rnd.randrange(1, 13):02}-{rnd.randrange(1, 29):02}"


def _document(rnd: random.Random, question: Question, year: int) -> Value:
    return {
        "document_kind": rnd.choice(("Keputusan Kepala Dinas", "Surat Edaran", "Perwal", "Nota Dinas")),
        "number": f"{rnd.randrange(1, 900)}/{rnd.randrange(1, 90)}/{year}",
        "date": _day(rnd, year),
        "title": "Pelaksanaan pengarusutamaan gender",
    }


def _with_list(rnd: random.Random, question: Question, year: int) -> Value:
    names = rnd.sample(("Forum PUSPA", "TP PKK", "Universitas setempat", "Kadin", "GOW", "Radio daerah"), 2)
    return {"count": len(names), "names": names}


def _money(rnd: random.Random, question: Question, year: int) -> Value:
    base = rnd.randrange(2_000, 90_000) * 1_000_000
    names = [each.name for each in question.options]
    return {"amount": base * rnd.randrange(1, 20) // 100, "base": base, "base_name": names[0] if names else "belanja"}


def _index(rnd: random.Random, item: Option) -> str:
    """An index such as IPG; IKG is a share of one."""
    whole, part = rnd.randrange(40, 95), rnd.randrange(100)
    is_share = item.bounds is not None and item.bounds.most == "1"
    return f"0.{whole}{part // 10}" if is_share else f"{whole}.{part:02}"


_ANSWERS: Mapping[AnswerKind, Callable[[random.Random, Question, int], Value]] = {
    AnswerKind.BOOLEAN: lambda rnd, question, year: rnd.random() < 0.7,
    AnswerKind.BOOLEAN_WITH_REFERENCE: lambda rnd, question, year: {
        "yes": True,
        "reference": f"Bab {rnd.choice(['II', 'III', 'IV', 'V'])}, halaman {rnd.randrange(12, 240)}",
    },
    AnswerKind.BOOLEAN_WITH_VALUE: lambda rnd, question, year: {"yes": True, "value": f"{rnd.randrange(2, 30)} poin"},
    AnswerKind.DOCUMENT: _document,
    AnswerKind.INTEGER: lambda rnd, question, year: rnd.randrange(1, 15),
    AnswerKind.INTEGER_BY_SEX: lambda rnd, question, year: {"male": rnd.randrange(4), "female": rnd.randrange(1, 6)},
    AnswerKind.INTEGER_WITH_LIST: _with_list,
    AnswerKind.RATIO: lambda rnd, question, year: _ratio(rnd),
    AnswerKind.RATIO_AND_COUNT: lambda rnd, question, year: {**_ratio(rnd), "documents": rnd.randrange(1, 30)},
    AnswerKind.RATIO_MULTI: lambda rnd, question, year: {each.name: _ratio(rnd) for each in question.items},
    AnswerKind.CURRENCY_IDR: lambda rnd, question, year: rnd.randrange(20, 900) * 1_000_000,
    AnswerKind.CURRENCY_AND_PERCENTAGE: _money,
    AnswerKind.ENUM: lambda rnd, question, year: rnd.choice(question.options).name,
    AnswerKind.ENUM_WITH_YEAR: lambda rnd, question, year: {
        "option": rnd.choice(question.options).name,
        "year": year - rnd.randrange(1, 5),
    },
    AnswerKind.MULTI_ENUM: lambda rnd, question, year: _some(rnd, question),
    AnswerKind.CHECKLIST: lambda rnd, question, year: _some(rnd, question),
    AnswerKind.CHECKLIST_DATES: lambda rnd, question, year: {each.name: _day(rnd, year) for each in question.items},
    AnswerKind.DECIMAL_MULTI: lambda rnd, question, year: {each.name: _index(rnd, each) for each in question.items},
    AnswerKind.DECIMAL: lambda rnd, question, year: f"{rnd.randrange(100)}.{rnd.randrange(10)}",
    AnswerKind.DATE: lambda rnd, question, year: _day(rnd, year),
    AnswerKind.TEXT: lambda rnd, question, year: "Sudah dibahas dalam rapat Pokja.",
}
