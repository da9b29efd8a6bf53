"""What an answer may look like: one check for each kind.

An answer is saved while it is being typed, so `check_value` lets parts be missing (absent, null or an empty text) and
refuses only what is wrong. Null everywhere means "not known".
"""

import datetime
import re
from collections.abc import Callable, Mapping

from pug_desktop.errors import WrongValue
from pug_desktop.forms.schema import AnswerKind, Option, Question
from pug_desktop.forms.words import number_words, rupiah_words

MAX_INT = 2**53
"""Larger whole numbers do not survive other programs' JSON."""
MAX_TEXT = 10_000
"""Characters: five pages; more belongs into a file that is attached."""
MAX_LIST = 1_000
"""Names in a list."""
YEARS = (1945, 2100)

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")

DOCUMENT_FIELDS = ("document_kind", "number", "date", "title", "valid_until")


class _Wrong(Exception):
    """What was expected, in Indonesian."""


def check_value(question: Question, value: object) -> None:
    """Let a correct answer pass; None (nothing entered) is always correct.

    Raises:
        WrongValue: `field` is the question's name, `expected` an Indonesian sentence.
    """
    if value is None:
        return
    try:
        _CHECKS[question.kind](question, value)
    except _Wrong as wrong:
        raise WrongValue(field=question.name, value=_short(value), expected=str(wrong)) from None


def _short(value: object) -> str:
    try:
        shown = repr(value)
    except (ValueError, RecursionError):  # an int of more than 4,300 digits; nesting without end
        shown = type(value).__name__
    return shown if len(shown) <= 80 else f"{shown[:77]}..."


def _check_bool(value: object, what: str = "jawaban") -> None:
    if not isinstance(value, bool):
        raise _Wrong(f"{what} harus ya atau tidak")


def _check_count(value: object, what: str = "jumlah") -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Wrong(f"{what} harus bilangan bulat, tanpa koma")
    if value < 0:
        raise _Wrong(f"{what} tidak boleh kurang dari 0")
    if value > MAX_INT:
        raise _Wrong(f"{what} terlalu besar; paling besar {number_words(MAX_INT)}")


def _check_text(value: object, what: str = "teks") -> None:
    if not isinstance(value, str):
        raise _Wrong(f"{what} harus berupa tulisan")
    if len(value) > MAX_TEXT:
        raise _Wrong(f"{what} paling panjang {number_words(MAX_TEXT)} huruf; ini {number_words(len(value))}")
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise _Wrong(f"{what} memuat tanda yang tidak dapat disimpan")


def _check_date(value: object, what: str) -> None:
    expected = f"{what} harus tanggal yang ada di kalender, ditulis TTTT-BB-HH, misalnya 2022-06-30"
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise _Wrong(expected)
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise _Wrong(expected) from None


def _check_year(value: object, what: str = "tahun") -> None:
    first, last = YEARS
    if isinstance(value, bool) or not isinstance(value, int) or not first <= value <= last:
        raise _Wrong(f"{what} harus empat angka antara {first} dan {last}")


def _check_decimal(value: object, what: str) -> None:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise _Wrong(f'{what} harus angka desimal yang disimpan sebagai teks bertitik, misalnya "91.25"')


def _check_choice(value: object, known: tuple[Option, ...], what: str = "pilihan") -> None:
    if not isinstance(value, str) or all(value != each.name for each in known):
        raise _Wrong(f"{what} harus salah satu dari: {', '.join(each.name for each in known)}")


def _check_choices(value: object, known: tuple[Option, ...], what: str = "pilihan") -> None:
    if not isinstance(value, list):
        raise _Wrong(f"{what} harus berupa daftar")
    for each in value:
        _check_choice(each, known, what)
    if len(set(value)) != len(value):
        raise _Wrong(f"tiap {what} hanya boleh disebut satu kali")


def _parts(value: object, known: tuple[str, ...]) -> dict[str, object]:
    """The parts that were entered; null counts as not entered."""
    if not isinstance(value, dict):
        raise _Wrong(f"jawaban harus terdiri atas bagian: {', '.join(known)}")
    for name in value:
        if name not in known:
            raise _Wrong(f"bagian jawaban hanya boleh: {', '.join(known)}")
    return {name: part for name, part in value.items() if part is not None}


def _numerator_words(question: Question) -> str:
    return question.numerator.id if question.numerator else "pembilang"


def _denominator_words(question: Question) -> str:
    return question.denominator.id if question.denominator else "penyebut"


def _check_fraction(question: Question, parts: Mapping[str, object], of_what: str = "") -> None:
    above, below = f"{_numerator_words(question)}{of_what}", f"{_denominator_words(question)}{of_what}"
    numerator, denominator = parts.get("numerator"), parts.get("denominator")
    if numerator is not None:
        _check_count(numerator, above)
    if denominator is not None:
        _check_count(denominator, below)
    if isinstance(numerator, int) and isinstance(denominator, int) and numerator > denominator:
        raise _Wrong(
            f"{above} ({number_words(numerator)}) tidak boleh lebih besar dari {below} ({number_words(denominator)})"
        )


def _check_boolean(question: Question, value: object) -> None:
    _check_bool(value)


def _check_with_reference(question: Question, value: object) -> None:
    parts = _parts(value, ("yes", "reference"))
    if "yes" in parts:
        _check_bool(parts["yes"])
    if "reference" in parts:
        _check_text(parts["reference"], "rujukan")


def _check_with_value(question: Question, value: object) -> None:
    parts = _parts(value, ("yes", "value"))
    if "yes" in parts:
        _check_bool(parts["yes"])
    if "value" in parts:
        _check_text(parts["value"], "nilai")


def _check_document(question: Question, value: object) -> None:
    parts = _parts(value, DOCUMENT_FIELDS)
    for name, what in (("document_kind", "jenis dokumen"), ("number", "nomor"), ("title", "judul")):
        if name in parts:
            _check_text(parts[name], what)
    for name, what in (("date", "tanggal"), ("valid_until", "tanggal akhir berlaku")):
        if parts.get(name, "") != "":
            _check_date(parts[name], what)
    begins, ends = parts.get("date"), parts.get("valid_until")
    if isinstance(begins, str) and isinstance(ends, str) and begins and ends and ends < begins:
        raise _Wrong("tanggal akhir berlaku tidak boleh sebelum tanggal dokumen")


def _check_integer(question: Question, value: object) -> None:
    _check_count(value)


def _check_by_sex(question: Question, value: object) -> None:
    parts = _parts(value, ("male", "female"))
    for name, what in (("male", "jumlah laki-laki"), ("female", "jumlah perempuan")):
        if name in parts:
            _check_count(parts[name], what)


def _check_with_list(question: Question, value: object) -> None:
    parts = _parts(value, ("count", "names"))
    if "count" in parts:
        _check_count(parts["count"])
    names = parts.get("names", [])
    if not isinstance(names, list) or len(names) > MAX_LIST:
        raise _Wrong(f"nama harus berupa daftar, paling banyak {number_words(MAX_LIST)}")
    for name in names:
        _check_text(name, "nama")


def _check_ratio(question: Question, value: object) -> None:
    _check_fraction(question, _parts(value, ("numerator", "denominator")))


def _check_ratio_and_count(question: Question, value: object) -> None:
    known = ("numerator", "denominator", "documents", *(("methods",) if question.options else ()))
    parts = _parts(value, known)
    _check_fraction(question, parts)
    if "documents" in parts:
        _check_count(parts["documents"], "jumlah dokumen")
    if "methods" in parts:
        _check_choices(parts["methods"], question.options, "metode")


def _check_ratio_multi(question: Question, value: object) -> None:
    for item, part in _parts(value, tuple(each.name for each in question.items)).items():
        choice = question.choice(item)
        of_what = f" ({choice.label.id})" if choice else ""
        _check_fraction(question, _parts(part, ("numerator", "denominator")), of_what)


def _check_currency(question: Question, value: object) -> None:
    _check_count(value, "jumlah rupiah")


def _check_money_share(question: Question, value: object) -> None:
    parts = _parts(value, ("amount", "base", "base_name"))
    for name, what in (("amount", "jumlah rupiah"), ("base", "belanja pembanding")):
        if name in parts:
            _check_count(parts[name], what)
    if "base_name" in parts:
        _check_text(parts["base_name"], "nama belanja pembanding")
    amount, base = parts.get("amount"), parts.get("base")
    if isinstance(amount, int) and isinstance(base, int) and amount > base:
        raise _Wrong(
            f"jumlah rupiah ({rupiah_words(amount)}) tidak boleh lebih besar dari belanja pembanding "
            f"({rupiah_words(base)})"
        )


def _check_enum(question: Question, value: object) -> None:
    if value != "":
        _check_choice(value, question.options)


def _check_enum_with_year(question: Question, value: object) -> None:
    parts = _parts(value, ("option", "year"))
    if parts.get("option", "") != "":
        _check_choice(parts["option"], question.options)
    if "year" in parts:
        _check_year(parts["year"])


def _check_multi_enum(question: Question, value: object) -> None:
    _check_choices(value, question.options)


def _check_checklist(question: Question, value: object) -> None:
    _check_choices(value, question.items, "butir")


def _check_checklist_dates(question: Question, value: object) -> None:
    for item, part in _parts(value, tuple(each.name for each in question.items)).items():
        choice = question.choice(item)
        if part != "":
            _check_date(part, f"tanggal {choice.label.id if choice else item}")


def _check_decimal_multi(question: Question, value: object) -> None:
    for item, part in _parts(value, tuple(each.name for each in question.items)).items():
        if part != "":
            _check_decimal(part, item)


def _check_one_decimal(question: Question, value: object) -> None:
    if value != "":
        _check_decimal(value, "jawaban")


def _check_one_date(question: Question, value: object) -> None:
    if value != "":
        _check_date(value, "jawaban")


def _check_plain_text(question: Question, value: object) -> None:
    _check_text(value)


_CHECKS: Mapping[AnswerKind, Callable[[Question, object], None]] = {
    AnswerKind.BOOLEAN: _check_boolean,
    AnswerKind.BOOLEAN_WITH_REFERENCE: _check_with_reference,
    AnswerKind.BOOLEAN_WITH_VALUE: _check_with_value,
    AnswerKind.DOCUMENT: _check_document,
    AnswerKind.INTEGER: _check_integer,
    AnswerKind.INTEGER_BY_SEX: _check_by_sex,
    AnswerKind.INTEGER_WITH_LIST: _check_with_list,
    AnswerKind.RATIO: _check_ratio,
    AnswerKind.RATIO_AND_COUNT: _check_ratio_and_count,
    AnswerKind.RATIO_MULTI: _check_ratio_multi,
    AnswerKind.CURRENCY_IDR: _check_currency,
    AnswerKind.CURRENCY_AND_PERCENTAGE: _check_money_share,
    AnswerKind.ENUM: _check_enum,
    AnswerKind.ENUM_WITH_YEAR: _check_enum_with_year,
    AnswerKind.MULTI_ENUM: _check_multi_enum,
    AnswerKind.CHECKLIST: _check_checklist,
    AnswerKind.CHECKLIST_DATES: _check_checklist_dates,
    AnswerKind.DECIMAL_MULTI: _check_decimal_multi,
    AnswerKind.DECIMAL: _check_one_decimal,
    AnswerKind.DATE: _check_one_date,
    AnswerKind.TEXT: _check_plain_text,
}
