"""Answers from the registers: a regulation, a decree, an award, an index or a budget answers its question by itself.

Nothing in a register answers nothing: the answer is None then, never 0 or "tidak". A paper that is not in force on the
day that counts answers nothing either. docs/indicators.md describes each.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pug_desktop.domain.registers import (
    BudgetFacts,
    DecreeFacts,
    IndexFacts,
    Registers,
    RegulationFacts,
    RegulationGroup,
    Validity,
    group_of,
    is_internal,
    starts_on,
    titled,
    validity,
)
from pug_desktop.domain.rollup import Computed
from pug_desktop.forms.schema import AnswerKind, Question
from pug_desktop.forms.words import decimal_words, list_words, number_words, rupiah_words

_DECREES_EN: Mapping[str, str] = {
    "pokja": "decree (SK) on the Pokja PUG",
    "team_driver": "decree (SK) on the driver team",
    "focal_point": "decree (SK) on focal points",
    "tim_teknis": "decree (SK) on the technical team",
    "fasilitator": "decree (SK) on facilitators",
    "pengelola_data": "decree (SK) on gender data managers",
}

DECREE_WORDS: Mapping[str, str] = {
    "pokja": "SK Pokja PUG",
    "team_driver": "SK Team Driver",
    "focal_point": "SK focal point",
    "tim_teknis": "SK tim teknis",
    "fasilitator": "SK fasilitator",
    "pengelola_data": "SK pengelola data gender",
}


def from_registers(
    question: Question, year: int, registers: Registers, *, offices: int = 0, today: str | None = None
) -> Computed | None:
    """The answer to a question whose `auto_from` names a register; None when nothing is known.

    Args:
        question: of either form.
        year: of the sheet.
        registers: of the scope of the sheet and all below it.
        offices: how many offices the list has; 0 on the sheet of one office.
        today: papers are taken as of this day or the end of the year, whichever is first.
    """
    source, _, detail = (question.auto_from or "").partition("=")
    rule = _SOURCES.get(source)
    if rule is None:
        return None
    last = f"{year:04d}-12-31"
    found = rule(_Asked(question, year, min(last, today) if today else last, detail, registers, offices))
    if found is None:
        return None
    return replace(found, proofs=sum(registers.proofs.get(row, 0) for _kind, row in found.rests_on))


@dataclass(frozen=True, slots=True)
class _Asked:
    question: Question
    year: int
    as_of: str
    detail: str
    registers: Registers
    offices: int


# --- regulations --------------------------------------------------------------------------------------------------


def _regulation(asked: _Asked) -> Computed | None:
    if asked.question.kind is AnswerKind.INTEGER_WITH_LIST:
        return _own_rules(asked)
    if asked.question.kind is not AnswerKind.DOCUMENT:
        return None
    group = RegulationGroup(asked.detail) if asked.detail else RegulationGroup.REGIONAL
    known = [each for each in asked.registers.regulations if each.own and group_of(each) is group]
    fitting = [
        each
        for each in known
        if _holds(each, asked) and (group is not RegulationGroup.CIRCULAR or _of(each, asked.year))
    ]
    if not fitting:
        return None
    best = max(fitting, key=_rank)
    named = _named(best.kind or "Peraturan", titled(best.number, best.year))
    words, english = f"{named} menurut daftar Peraturan", f"{named}, from the register of regulations"
    if left_out := len(known) - len(fitting):
        words += f"; {number_words(left_out)} lainnya tidak berlaku pada {asked.year}"
        english += f"; others not in force in {asked.year}: {_en(left_out)}"
    value = _document(best.kind, titled(best.number, best.year), best.enacted_on, best.about, best.valid_until)
    open_ = any(each.open for each in known)
    return Computed(value, len(fitting), len(known), words, english, open_, (("regulation", best.id),))


def _own_rules(asked: _Asked) -> Computed | None:
    known = [each for each in asked.registers.regulations if each.own and is_internal(each)]
    fitting = [each for each in known if _holds(each, asked) and _title(each)]
    if not fitting:
        return None
    words = f"{number_words(len(fitting))} aturan internal yang berlaku pada {asked.year} menurut daftar Peraturan"
    english = f"{_en(len(fitting))} internal rules in force in {asked.year}, from the register of regulations"
    value = {"count": len(fitting), "names": [_title(each) for each in fitting]}
    rests = tuple(("regulation", each.id) for each in fitting)
    return Computed(value, len(fitting), len(known), words, english, any(each.open for each in known), rests)


def _title(regulation: RegulationFacts) -> str:
    parts = (regulation.kind, titled(regulation.number, regulation.year), regulation.about)
    return " ".join(part.strip() for part in parts if part.strip())


def _holds(regulation: RegulationFacts, asked: _Asked) -> bool:
    return validity(starts_on(regulation), regulation.valid_until, asked.as_of) is Validity.IN_FORCE


def _of(regulation: RegulationFacts, year: int) -> bool:
    """Whether a circular is of that year: last year's does not answer for this one."""
    return (starts_on(regulation) or "").startswith(f"{year:04d}-")


def _rank(regulation: RegulationFacts) -> tuple[bool, str, str]:
    """A Perda stands above the rules that carry it out; of equals the newest."""
    by_council = regulation.kind.casefold().split()[:1] == ["perda"] or "peraturan daerah" in regulation.kind.casefold()
    return by_council, starts_on(regulation) or "", regulation.id


def _named(what: str, number: str) -> str:
    return f"{what} nomor {number}" if number else what


def _document(kind: str, number: str, day: str | None, title: str, until: str | None) -> dict[str, object]:
    """As an answer of kind `document`; an end before the beginning is a slip of the pen and is left out."""
    ends = "" if until and day and until < day else until or ""
    return {"document_kind": kind, "number": number, "date": day or "", "title": title, "valid_until": ends}


# --- decrees ------------------------------------------------------------------------------------------------------


def _decree(asked: _Asked) -> Computed | None:
    known = [each for each in asked.registers.decrees if each.kind == asked.detail]
    holding = [each for each in known if validity(each.starts_on, each.until_on, asked.as_of) is Validity.IN_FORCE]
    match asked.question.kind:
        case AnswerKind.DOCUMENT:
            return _newest_decree(asked, [each for each in known if each.own], [each for each in holding if each.own])
        case AnswerKind.RATIO:
            return _offices_with_decree(asked, known, holding)
        case AnswerKind.INTEGER_BY_SEX:
            return _appointed(asked, known, holding)
    return None


def _newest_decree(asked: _Asked, known: list[DecreeFacts], holding: list[DecreeFacts]) -> Computed | None:
    if not holding:
        return None
    best = max(holding, key=lambda each: (each.starts_on or "", each.id))
    what = DECREE_WORDS[asked.detail]
    words = f"{_named(what, best.number)} menurut daftar SK"
    number = f" number {best.number}" if best.number else ""
    english = f"{_DECREES_EN[asked.detail]}{number}, from the register of decrees"
    if people := _people([best], asked.as_of):
        words += f", {number_words(len(people))} orang anggota dicatat"
        english += f", members recorded: {_en(len(people))}"
    if left_out := len(known) - len(holding):
        words += f"; {number_words(left_out)} SK lain tidak berlaku pada {asked.year}"
        english += f"; other decrees not in force in {asked.year}: {_en(left_out)}"
    value = _document(what, best.number, best.decree_on or best.from_on, best.about, best.until_on)
    is_open = any(each.open for each in known)
    return Computed(value, len(holding), len(known), words, english, is_open, (("decree", best.id),))


def _offices_with_decree(asked: _Asked, known: list[DecreeFacts], holding: list[DecreeFacts]) -> Computed | None:
    offices = {each.office_id for each in holding if each.office_id}
    if not offices:
        return None
    listed = max(asked.offices, len(offices))
    what = DECREE_WORDS[asked.detail]
    words = f"{number_words(len(offices))} dari {number_words(listed)} OPD mempunyai {what} menurut daftar SK"
    share = f"{_en(len(offices))} of {_en(listed)} offices (OPD)"
    english = f"{share} have a {_DECREES_EN[asked.detail]}, from the register of decrees"
    rests = tuple(("decree", each.id) for each in holding if each.office_id)
    value = {"numerator": len(offices), "denominator": listed}
    return Computed(value, len(offices), listed, words, english, any(each.open for each in known), rests)


def _appointed(asked: _Asked, known: list[DecreeFacts], holding: list[DecreeFacts]) -> Computed | None:
    people = _people(holding, asked.as_of)
    if not people:
        return None
    male, female = (sum(sex == wanted for sex in people.values()) for wanted in ("L", "P"))
    unknown = len(people) - male - female
    words = f"{number_words(len(people))} orang menurut {DECREE_WORDS[asked.detail]} yang berlaku pada {asked.year}"
    english = f"{_en(len(people))} people by the {_DECREES_EN[asked.detail]} in force in {asked.year}"
    if unknown:
        words += f"; {number_words(unknown)} orang belum diketahui jenis kelaminnya"
        english += f"; people whose sex is not known yet: {_en(unknown)}"
    # Where nobody's sex is known, neither number is: null, not 0.
    split = {"male": male, "female": female} if male or female else {"male": None, "female": None}
    rests = tuple(("decree", each.id) for each in holding)
    open_ = any(each.open or any(member.open for member in each.members) for each in known)
    return Computed(split, len(people) - unknown, len(people), words, english, open_, rests)


def _people(decrees: Sequence[DecreeFacts], day: str) -> dict[str, str | None]:
    """The sex of each person whom these decrees appoint on that day; each once."""
    return {
        member.person_id: member.sex
        for decree in decrees
        for member in decree.members
        if (member.from_on is None or member.from_on <= day) and (member.until_on is None or member.until_on >= day)
    }


# --- awards and indices -------------------------------------------------------------------------------------------


def _award(asked: _Asked) -> Computed | None:
    if asked.question.kind is not AnswerKind.ENUM_WITH_YEAR:
        return None
    options = {option.name.casefold(): option for option in asked.question.options}
    told = [
        (each.year, options[each.category.strip().casefold()].name, each)
        for each in asked.registers.awards
        if each.own
        and each.year is not None
        and each.year <= asked.year
        and each.category.strip().casefold() in options
    ]
    if not told:
        return None
    latest = max(year for year, _option, _row in told)
    of_year = sorted((option, row.id, row) for year, option, row in told if year == latest)
    option, _id, row = of_year[-1]
    category = options[option.casefold()].label
    words = f"{row.award or 'Penghargaan'} {latest}, predikat {category.id}, menurut daftar Penghargaan"
    english = f"{row.award or 'award'} {latest}, category {category.en}, from the register of awards"
    # Two rows that name two categories for one year: which of them holds, nobody knows yet.
    disagree = len({option for option, _id, _row in of_year}) > 1
    open_ = disagree or any(row.open for _option, _id, row in of_year)
    value = {"option": option, "year": latest}
    return Computed(value, 1, len(told), words, english, open_, (("award", row.id),))


def _indices(asked: _Asked) -> Computed | None:
    if asked.question.kind is not AnswerKind.DECIMAL_MULTI:
        return None
    found: dict[str, IndexFacts] = {}
    for each in asked.registers.indices:
        if not each.own or each.value is None or each.year is None or each.year > asked.year:
            continue
        before = found.get(each.index)
        if before is None or (before.year or 0, before.id) < (each.year, each.id):
            found[each.index] = each
    items = [item.name for item in asked.question.items if item.name in found]
    if not items:
        return None
    rows = [found[name] for name in items]
    told = [f"{row.index} {decimal_words(row.value or '')} ({row.year})" for row in rows]
    words = f"{list_words(told)} menurut daftar Indeks"
    told = [f"{row.index} {decimal_words(row.value or '', 'en')} ({row.year})" for row in rows]
    english = f"{list_words(told, 'en')}, from the register of indices"
    if missing := [item.label for item in asked.question.items if item.name not in found]:
        words += f"; {list_words([each.id for each in missing])} belum dicatat"
        english += f"; not recorded yet: {list_words([each.en for each in missing], 'en')}"
    value = {row.index: row.value for row in rows}
    rests = tuple(("gender_index", row.id) for row in rows)
    is_open = any(row.open for row in rows)
    return Computed(value, len(items), len(asked.question.items), words, english, is_open, rests)


# --- budgets ------------------------------------------------------------------------------------------------------


def _budget(asked: _Asked) -> Computed | None:
    rows, whole = _rows_of(asked, [each for each in asked.registers.budgets if each.amount is not None])
    if not rows:
        return None
    match asked.question.kind:
        case AnswerKind.CURRENCY_AND_PERCENTAGE:
            return _money(asked, rows, whole=whole)
        case AnswerKind.BOOLEAN:
            total = _sum(each.amount for each in rows)
            words = f"ARG {rupiah_words(total)} pada {asked.year} menurut daftar Anggaran"
            english = f"ARG {rupiah_words(total, 'en')} in {asked.year}, from the register of budgets"
            return _told(total > 0, rows, words, english, len(rows))
        case AnswerKind.RATIO:
            return _allocating(asked)
    return None


def _rows_of(asked: _Asked, told: Iterable[BudgetFacts]) -> tuple[list[BudgetFacts], bool]:
    """The rows of the year that count: that of the whole region where there is one, else the offices'."""
    of_year = [each for each in told if each.year == asked.year]
    region = [each for each in of_year if each.office_id is None]
    return (region[-1:], True) if region else (of_year, False)


def _money(asked: _Asked, rows: list[BudgetFacts], *, whole: bool) -> Computed:
    total = _sum(each.amount for each in rows)
    words = f"{rupiah_words(total)} pada {asked.year} menurut daftar Anggaran"
    english = f"{rupiah_words(total, 'en')} in {asked.year}, from the register of budgets"
    if not whole and asked.offices:
        words += f", dari {number_words(len(rows))} di antara {number_words(max(asked.offices, len(rows)))} OPD"
        english += f", {_en(len(rows))} of {_en(max(asked.offices, len(rows)))} offices (OPD)"
    names = {each.base_name.strip() for each in rows}
    bases = [each.base for each in rows if each.base is not None]
    complete = len(bases) == len(rows) and len(names) == 1 and sum(bases) >= total
    if not complete:
        is_mixed = len(bases) == len(rows) and len(names) > 1
        why = "berbeda-beda" if is_mixed else "belum lengkap"
        words += f"; belanja pembandingnya {why}, jadi persennya tidak dihitung"
        english += f"; no share is computed: what is compared with {'differs' if is_mixed else 'is not complete'}"
    value = {
        "amount": total,
        "base": sum(bases) if complete else None,
        "base_name": next(iter(names)) if complete else "",
    }
    return _told(value, rows, words, english, max(asked.offices, len(rows)))


def _allocating(asked: _Asked) -> Computed | None:
    rows = [
        each
        for each in asked.registers.budgets
        if each.year == asked.year and each.office_id is not None and each.amount is not None
    ]
    if not rows:
        return None
    having = {each.office_id for each in rows if (each.amount or 0) > 0}
    listed = max(asked.offices, len({each.office_id for each in rows}))
    share = f"{number_words(len(having))} dari {number_words(listed)} OPD"
    words = f"{share} mempunyai ARG pada {asked.year} menurut daftar Anggaran"
    english = (
        f"{_en(len(having))} of {_en(listed)} offices (OPD) have ARG in {asked.year}, from the register of budgets"
    )
    return _told({"numerator": len(having), "denominator": listed}, rows, words, english, listed)


def _institution(asked: _Asked) -> Computed | None:
    if asked.question.kind is not AnswerKind.CURRENCY_IDR:
        return None
    told = [each for each in asked.registers.budgets if each.institution_amount is not None]
    rows, whole = _rows_of(asked, told)
    if not rows:
        return None
    total = _sum(each.institution_amount for each in rows)
    words = f"{rupiah_words(total)} untuk pelembagaan PUG pada {asked.year} menurut daftar Anggaran"
    spent = rupiah_words(total, "en")
    english = f"{spent} to make PUG part of the institution in {asked.year}, from the register of budgets"
    if not whole and asked.offices:
        words += f", dari {number_words(len(rows))} di antara {number_words(max(asked.offices, len(rows)))} OPD"
        english += f", {_en(len(rows))} of {_en(max(asked.offices, len(rows)))} offices (OPD)"
    return _told(total, rows, words, english, max(asked.offices, len(rows)))


def _sum(amounts: Iterable[int | None]) -> int:
    return sum(amount for amount in amounts if amount is not None)


def _en(number: int) -> str:
    return number_words(number, "en")


def _told(value: object, rows: list[BudgetFacts], words: str, english: str, of: int) -> Computed:
    rests = tuple(("gender_budget", each.id) for each in rows)
    return Computed(value, len(rows), of, words, english, any(each.open for each in rows), rests)


_SOURCES: Mapping[str, Callable[[_Asked], Computed | None]] = {
    "register.regulation": _regulation,
    "register.decree": _decree,
    "register.award": _award,
    "register.gender_index": _indices,
    "register.gender_budget": _budget,
    "register.institution_budget": _institution,
}
