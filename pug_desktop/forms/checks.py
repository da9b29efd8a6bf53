"""What an answer may look like: one check for each kind.

An answer is saved while it is being typed, so `check_value` lets parts be missing (absent, null or an empty text) and
refuses only what is wrong. Null everywhere means "not known".
"""

import datetime
import re
from collections.abc import Callable, Mapping

from pug_desktop.errors import WrongValue
from pug_desktop.forms.schema import AnswerKind, Option, Question, Text
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

_ANSWER = Text("jawaban", "answer")
_NUMBER = Text("jumlah", "number")
_TEXT = Text("teks", "text")
_YEAR = Text("tahun", "year")
_CHOICE = Text("pilihan", "choice")


class _Wrong(Exception):
    """What was expected."""

    def __init__(self, id: str, en: str) -> None:
        super().__init__(id)
        self.expected = Text(id, en)


def check_value(question: Question, value: object) -> None:
    """Let a correct answer pass; None (nothing entered) is always correct.

    Raises:
        WrongValue: `field` is the question's name, `expected` a `Text`.
    """
    if value is None:
        return
    try:
        _CHECKS[question.kind](question, value)
    except _Wrong as wrong:
        raise WrongValue(field=question.name, value=_short(value), expected=wrong.expected) from None


def _short(value: object) -> str:
    try:
        shown = repr(value)
    except (ValueError, RecursionError):  # an int of more than 4,300 digits; nesting without end
        shown = type(value).__name__
    return shown if len(shown) <= 80 else f"{shown[:77]}..."


def _check_bool(value: object, what: Text = _ANSWER) -> None:
    if not isinstance(value, bool):
        raise _Wrong(f"{what.id} harus ya atau tidak", f"{what.en} must be yes or no")


def _check_count(value: object, what: Text = _NUMBER) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Wrong(f"{what.id} harus bilangan bulat, tanpa koma", f"{what.en} must be a whole number")
    if value < 0:
        raise _Wrong(f"{what.id} tidak boleh kurang dari 0", f"{what.en} must not be less than 0")
    if value > MAX_INT:
        raise _Wrong(
            f"{what.id} terlalu besar; paling besar {number_words(MAX_INT)}",
            f"{what.en} is too large; at most {number_words(MAX_INT, 'en')}",
        )


def _check_text(value: object, what: Text = _TEXT) -> None:
    if not isinstance(value, str):
        raise _Wrong(f"{what.id} harus berupa tulisan", f"{what.en} must be text")
    if len(value) > MAX_TEXT:
        raise _Wrong(
            f"{what.id} paling panjang {number_words(MAX_TEXT)} huruf; ini {number_words(len(value))}",
            f"{what.en} may have {number_words(MAX_TEXT, 'en')} letters; this has {number_words(len(value), 'en')}",
        )
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise _Wrong(
            f"{what.id} memuat tanda yang tidak dapat disimpan", f"{what.en} holds a character that cannot be kept"
        )


def _check_date(value: object, what: Text) -> None:
    wrong = _Wrong(
        f"{what.id} harus tanggal yang ada di kalender, ditulis TTTT-BB-HH, misalnya 2022-06-30",
        f"{what.en} must be a day of the calendar, written YYYY-MM-DD, such as 2022-06-30",
    )
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise wrong
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise wrong from None


def _check_year(value: object, what: Text = _YEAR) -> None:
    first, last = YEARS
    if isinstance(value, bool) or not isinstance(value, int) or not first <= value <= last:
        raise _Wrong(
            f"{what.id} harus empat angka antara {first} dan {last}",
            f"{what.en} must be four digits between {first} and {last}",
        )


def _check_decimal(value: object, what: Text) -> None:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise _Wrong(
            f'{what.id} harus angka desimal yang disimpan sebagai teks bertitik, misalnya "91.25"',
            f'{what.en} must be a decimal number kept as text with a point, such as "91.25"',
        )


def _check_choice(value: object, known: tuple[Option, ...], what: Text = _CHOICE) -> None:
    if not isinstance(value, str) or all(value != each.name for each in known):
        names = ", ".join(each.name for each in known)
        raise _Wrong(f"{what.id} harus salah satu dari: {names}", f"{what.en} must be one of: {names}")


def _check_choices(value: object, known: tuple[Option, ...], what: Text = _CHOICE) -> None:
    if not isinstance(value, list):
        raise _Wrong(f"{what.id} harus berupa daftar", f"{what.en} must be a list")
    for each in value:
        _check_choice(each, known, what)
    if len(set(value)) != len(value):
        raise _Wrong(f"tiap {what.id} hanya boleh disebut satu kali", f"each {what.en} may be named only once")


def _parts(value: object, known: tuple[str, ...]) -> dict[str, object]:
    """The parts that were entered; null counts as not entered."""
    if not isinstance(value, dict):
        raise _Wrong(f"jawaban harus terdiri atas bagian: {', '.join(known)}", f"the parts are: {', '.join(known)}")
    for name in value:
        if name not in known:
            raise _Wrong(
                f"bagian jawaban hanya boleh: {', '.join(known)}", f"the answer may only have: {', '.join(known)}"
            )
    return {name: part for name, part in value.items() if part is not None}


def _numerator_words(question: Question) -> Text:
    return question.numerator or Text("pembilang", "numerator")


def _denominator_words(question: Question) -> Text:
    return question.denominator or Text("penyebut", "denominator")


def _check_fraction(question: Question, parts: Mapping[str, object], of_what: Text | None = None) -> None:
    above, below = _of(_numerator_words(question), of_what), _of(_denominator_words(question), of_what)
    numerator, denominator = parts.get("numerator"), parts.get("denominator")
    if numerator is not None:
        _check_count(numerator, above)
    if denominator is not None:
        _check_count(denominator, below)
    if isinstance(numerator, int) and isinstance(denominator, int) and numerator > denominator:
        raise _Wrong(
            f"{above.id} ({number_words(numerator)}) tidak boleh lebih besar dari "
            f"{below.id} ({number_words(denominator)})",
            f"{above.en} ({number_words(numerator, 'en')}) must not be larger than "
            f"{below.en} ({number_words(denominator, 'en')})",
        )


def _of(words: Text, of_what: Text | None) -> Text:
    return Text(f"{words.id} ({of_what.id})", f"{words.en} ({of_what.en})") if of_what else words


def _check_boolean(question: Question, value: object) -> None:
    _check_bool(value)


def _check_with_reference(question: Question, value: object) -> None:
    parts = _parts(value, ("yes", "reference"))
    if "yes" in parts:
        _check_bool(parts["yes"])
    if "reference" in parts:
        _check_text(parts["reference"], Text("rujukan", "reference"))


def _check_with_value(question: Question, value: object) -> None:
    parts = _parts(value, ("yes", "value"))
    if "yes" in parts:
        _check_bool(parts["yes"])
    if "value" in parts:
        _check_text(parts["value"], Text("nilai", "value"))


def _check_document(question: Question, value: object) -> None:
    parts = _parts(value, DOCUMENT_FIELDS)
    for name, what in (
        ("document_kind", Text("jenis dokumen", "kind of document")),
        ("number", Text("nomor", "number")),
        ("title", Text("judul", "title")),
    ):
        if name in parts:
            _check_text(parts[name], what)
    for name, what in (
        ("date", Text("tanggal", "date")),
        ("valid_until", Text("tanggal akhir berlaku", "last day of validity")),
    ):
        if parts.get(name, "") != "":
            _check_date(parts[name], what)
    begins, ends = parts.get("date"), parts.get("valid_until")
    if isinstance(begins, str) and isinstance(ends, str) and begins and ends and ends < begins:
        raise _Wrong(
            "tanggal akhir berlaku tidak boleh sebelum tanggal dokumen",
            "the last day of validity must not be before the date of the document",
        )


def _check_integer(question: Question, value: object) -> None:
    _check_count(value)


def _check_by_sex(question: Question, value: object) -> None:
    parts = _parts(value, ("male", "female"))
    for name, what in (
        ("male", Text("jumlah laki-laki", "number of men")),
        ("female", Text("jumlah perempuan", "number of women")),
    ):
        if name in parts:
            _check_count(parts[name], what)


def _check_with_list(question: Question, value: object) -> None:
    parts = _parts(value, ("count", "names"))
    if "count" in parts:
        _check_count(parts["count"])
    names = parts.get("names", [])
    if not isinstance(names, list) or len(names) > MAX_LIST:
        raise _Wrong(
            f"nama harus berupa daftar, paling banyak {number_words(MAX_LIST)}",
            f"names must be a list of at most {number_words(MAX_LIST, 'en')}",
        )
    for name in names:
        _check_text(name, Text("nama", "name"))


def _check_ratio(question: Question, value: object) -> None:
    _check_fraction(question, _parts(value, ("numerator", "denominator")))


def _check_ratio_and_count(question: Question, value: object) -> None:
    known = ("numerator", "denominator", "documents", *(("methods",) if question.options else ()))
    parts = _parts(value, known)
    _check_fraction(question, parts)
    if "documents" in parts:
        _check_count(parts["documents"], Text("jumlah dokumen", "number of documents"))
    if "methods" in parts:
        _check_choices(parts["methods"], question.options, Text("metode", "method"))


def _check_ratio_multi(question: Question, value: object) -> None:
    for item, part in _parts(value, tuple(each.name for each in question.items)).items():
        choice = question.choice(item)
        _check_fraction(question, _parts(part, ("numerator", "denominator")), choice.label if choice else None)


def _check_currency(question: Question, value: object) -> None:
    _check_count(value, Text("jumlah rupiah", "amount in rupiah"))


def _check_money_share(question: Question, value: object) -> None:
    parts = _parts(value, ("amount", "base", "base_name"))
    for name, what in (
        ("amount", Text("jumlah rupiah", "amount in rupiah")),
        ("base", Text("belanja pembanding", "reference spending")),
    ):
        if name in parts:
            _check_count(parts[name], what)
    if "base_name" in parts:
        _check_text(parts["base_name"], Text("nama belanja pembanding", "name of the reference spending"))
    amount, base = parts.get("amount"), parts.get("base")
    if isinstance(amount, int) and isinstance(base, int) and amount > base:
        raise _Wrong(
            f"jumlah rupiah ({rupiah_words(amount)}) tidak boleh lebih besar dari belanja pembanding "
            f"({rupiah_words(base)})",
            f"the amount ({rupiah_words(amount, 'en')}) must not be larger than the reference spending "
            f"({rupiah_words(base, 'en')})",
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
    _check_choices(value, question.items, Text("butir", "item"))


def _check_checklist_dates(question: Question, value: object) -> None:
    for item, part in _parts(value, tuple(each.name for each in question.items)).items():
        choice = question.choice(item)
        if part != "":
            _check_date(
                part, Text(f"tanggal {choice.label.id}", f"date of {choice.label.en}") if choice else Text(item, item)
            )


def _check_decimal_multi(question: Question, value: object) -> None:
    for item, part in _parts(value, tuple(each.name for each in question.items)).items():
        if part != "":
            _check_decimal(part, Text(item, item))


def _check_one_decimal(question: Question, value: object) -> None:
    if value != "":
        _check_decimal(value, Text("jawaban", "answer"))


def _check_one_date(question: Question, value: object) -> None:
    if value != "":
        _check_date(value, Text("jawaban", "answer"))


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
