"""How an answer reads in one line of a report."""

from collections.abc import Callable, Mapping

from pug_desktop.errors import WrongValue
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.schema import AnswerKind, Question
from pug_desktop.forms.words import date_words, decimal_words, list_words, number_words, percent_words, rupiah_words


def shown_value(question: Question, value: object, lang: str = "id") -> str:
    """The answer in one line: "12 dari 34 (35,3 %)"; empty when nothing was entered.

    A value that the question does not allow (it may come from an office with another version of the form) is not shown
    as if it were one; the line says so.
    """
    try:
        check_value(question, value)
    except WrongValue:
        return _say(lang, "jawaban tidak terbaca oleh formulir ini", "answer not readable by this form")
    if value is None:
        return ""
    return " ".join(_SHOWN[question.kind](question, value, lang).split())


def _say(lang: str, indonesian: str, english: str) -> str:
    return english if lang == "en" else indonesian


def _parts(value: object) -> Mapping[str, object]:
    """The parts that were entered."""
    if not isinstance(value, dict):
        return {}
    return {name: part for name, part in value.items() if part is not None and not _is_blank(part)}


def _is_blank(part: object) -> bool:
    return isinstance(part, str) and not part.strip()


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object, lang: str) -> str:
    number = _int(value)
    return _say(lang, "tidak diketahui", "not known") if number is None else number_words(number, lang)


def _label(question: Question, name: object, lang: str) -> str:
    choice = question.choice(str(name))
    return choice.label.of(lang) if choice else str(name)


def _yes_no(value: object, lang: str) -> str:
    return _say(lang, "Ya", "Yes") if value is True else _say(lang, "Tidak", "No")


def _fraction(parts: Mapping[str, object], lang: str) -> str:
    above, below = _int(parts.get("numerator")), _int(parts.get("denominator"))
    if above is None and below is None:
        return ""
    shown = f"{_number(above, lang)} {_say(lang, 'dari', 'of')} {_number(below, lang)}"
    share = percent_words(above, below, lang) if above is not None and below is not None else ""
    return f"{shown} ({share})" if share else shown


def _boolean(question: Question, value: object, lang: str) -> str:
    return _yes_no(value, lang)


def _with_detail(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    detail = str(parts.get("reference", parts.get("value", "")))
    if "yes" not in parts:
        return detail
    answer = _yes_no(parts["yes"], lang)
    return f"{answer}: {detail}" if detail else answer


def _document(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    if not parts:
        return ""
    named = " ".join(str(parts[name]) for name in ("document_kind", "number") if name in parts)
    pieces = [named] if named else []
    if "title" in parts:
        pieces.append(str(parts["title"]))
    if "date" in parts:
        pieces.append(date_words(str(parts["date"]), lang))
    if "valid_until" in parts:
        until = date_words(str(parts["valid_until"]), lang)
        pieces.append(f"{_say(lang, 'berlaku sampai', 'valid until')} {until}")
    return f"{_say(lang, 'Ada', 'Exists')}: {', '.join(pieces)}"


def _integer(question: Question, value: object, lang: str) -> str:
    return _with_unit(question, _number(value, lang), lang)


def _with_unit(question: Question, shown: str, lang: str) -> str:
    return f"{shown} {question.unit.of(lang)}" if question.unit else shown


def _by_sex(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    male, female = _int(parts.get("male")), _int(parts.get("female"))
    if male is None and female is None:
        return ""
    men, women = _say(lang, "L", "M"), _say(lang, "P", "F")
    split = f"{men} {_number(male, lang)}, {women} {_number(female, lang)}"
    if male is None or female is None:
        return split
    return f"{_with_unit(question, number_words(male + female, lang), lang)} ({split})"


def _with_list(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    names = parts.get("names")
    listed = ", ".join(str(name) for name in names if str(name).strip()) if isinstance(names, list) else ""
    if "count" not in parts:
        return listed
    count = _with_unit(question, _number(parts["count"], lang), lang)
    return f"{count}: {listed}" if listed else count


def _ratio(question: Question, value: object, lang: str) -> str:
    return _fraction(_parts(value), lang)


def _ratio_and_count(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    pieces = [_fraction(parts, lang)]
    if "documents" in parts:
        pieces.append(f"{_number(parts['documents'], lang)} {_say(lang, 'dokumen', 'documents')}")
    methods = parts.get("methods")
    if isinstance(methods, list) and methods:
        pieces.append(list_words([_label(question, name, lang) for name in methods], lang))
    return "; ".join(piece for piece in pieces if piece)


def _ratio_multi(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    pieces = []
    for item in question.items:
        if item.name in parts and (share := _fraction(_parts(parts[item.name]), lang)):
            pieces.append(f"{item.label.of(lang)}: {share}")
    return "; ".join(pieces)


def _currency(question: Question, value: object, lang: str) -> str:
    amount = _int(value)
    return "" if amount is None else rupiah_words(amount, lang)


def _money_share(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    amount, base = _int(parts.get("amount")), _int(parts.get("base"))
    named = _label(question, parts["base_name"], lang) if "base_name" in parts else ""
    base_words = " ".join(word for word in (named, rupiah_words(base, lang) if base is not None else "") if word)
    if amount is None:
        return base_words
    shown = rupiah_words(amount, lang)
    if base is None:
        unknown = _say(lang, "belanja pembanding belum diketahui", "reference spending not known")
        return f"{shown} ({unknown})"
    share = percent_words(amount, base, lang)
    of_base = f"{_say(lang, 'dari', 'of')} {base_words}"
    return f"{shown} ({share} {of_base})" if share else f"{shown} ({of_base})"


def _enum(question: Question, value: object, lang: str) -> str:
    return _label(question, value, lang) if value else ""


def _enum_with_year(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    option = _label(question, parts["option"], lang) if "option" in parts else ""
    year = str(parts.get("year", ""))
    return f"{option} ({year})" if option and year else option or year


def _choices(question: Question, value: object, lang: str) -> str:
    chosen = value if isinstance(value, list) else []
    if not chosen:
        return _say(lang, "Tidak ada", "None")
    known = (*question.options, *question.items)
    return ", ".join(each.label.of(lang) for each in known if each.name in chosen)


def _dates(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    return "; ".join(
        f"{item.label.of(lang)}: {date_words(str(parts[item.name]), lang)}"
        for item in question.items
        if item.name in parts
    )


def _decimals(question: Question, value: object, lang: str) -> str:
    parts = _parts(value)
    return "; ".join(
        f"{item.label.of(lang)} {decimal_words(str(parts[item.name]), lang)}"
        for item in question.items
        if item.name in parts
    )


def _decimal(question: Question, value: object, lang: str) -> str:
    return _with_unit(question, decimal_words(str(value), lang), lang) if value else ""


def _date(question: Question, value: object, lang: str) -> str:
    return date_words(str(value), lang) if value else ""


def _text(question: Question, value: object, lang: str) -> str:
    return str(value)


_SHOWN: Mapping[AnswerKind, Callable[[Question, object, str], str]] = {
    AnswerKind.BOOLEAN: _boolean,
    AnswerKind.BOOLEAN_WITH_REFERENCE: _with_detail,
    AnswerKind.BOOLEAN_WITH_VALUE: _with_detail,
    AnswerKind.DOCUMENT: _document,
    AnswerKind.INTEGER: _integer,
    AnswerKind.INTEGER_BY_SEX: _by_sex,
    AnswerKind.INTEGER_WITH_LIST: _with_list,
    AnswerKind.RATIO: _ratio,
    AnswerKind.RATIO_AND_COUNT: _ratio_and_count,
    AnswerKind.RATIO_MULTI: _ratio_multi,
    AnswerKind.CURRENCY_IDR: _currency,
    AnswerKind.CURRENCY_AND_PERCENTAGE: _money_share,
    AnswerKind.ENUM: _enum,
    AnswerKind.ENUM_WITH_YEAR: _enum_with_year,
    AnswerKind.MULTI_ENUM: _choices,
    AnswerKind.CHECKLIST: _choices,
    AnswerKind.CHECKLIST_DATES: _dates,
    AnswerKind.DECIMAL_MULTI: _decimals,
    AnswerKind.DECIMAL: _decimal,
    AnswerKind.DATE: _date,
    AnswerKind.TEXT: _text,
}
