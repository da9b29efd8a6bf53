"""What is possible in an answer and still looks wrong: a date in the future, none of none, a document out of force."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from pug_desktop.forms.schema import AnswerKind, Question, Text
from pug_desktop.forms.words import date_words, number_words

FIRST_YEAR = 2000
"""Gender mainstreaming begins with the presidential instruction of that year (Inpres 9/2000)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an answer should be looked at again, and what to do."""

    cause: Text
    remedy: Text


_DATE = Text("Periksa tanggalnya, terutama tahunnya.", "Look at the date, its year above all.")
_YEAR = Text("Periksa tahunnya.", "Look at the year.")


def doubts(question: Question, value: object, *, year: int | None = None, today: str = "") -> tuple[Doubt, ...]:
    """What looks wrong in a correct answer; without `year` and `today` nothing is said about either."""
    parts = value if isinstance(value, dict) else {}
    match question.kind:
        case AnswerKind.DATE:
            return tuple(_day(Text("Tanggal ini", "This date"), value, today))
        case AnswerKind.CHECKLIST_DATES:
            return tuple(each for item in question.items for each in _day(item.label, parts.get(item.name), today))
        case AnswerKind.DOCUMENT:
            return tuple(_document(question, parts, year, today))
        case AnswerKind.ENUM_WITH_YEAR:
            return tuple(_award_year(parts.get("year"), year, today))
        case AnswerKind.INTEGER_WITH_LIST:
            return tuple(_names(parts))
        case AnswerKind.RATIO | AnswerKind.RATIO_AND_COUNT:
            return (*_none_of_none(None, parts), *_documents(question, parts))
        case AnswerKind.RATIO_MULTI:
            return tuple(
                each
                for item in question.items
                if isinstance(part := parts.get(item.name), dict)
                for each in _none_of_none(item.label, part)
            )
        case AnswerKind.CURRENCY_AND_PERCENTAGE:
            return tuple(_no_base(parts))
    return ()


def _day(what: Text, day: object, today: str) -> Iterator[Doubt]:
    if not isinstance(day, str) or not day:
        return
    words = Text(date_words(day), date_words(day, "en"))
    if int(day[:4]) < FIRST_YEAR:
        yield Doubt(
            Text(f"{what.id}, {words.id}, lebih tua dari yang lazim.", f"{what.en}, {words.en}, is older than usual."),
            _DATE,
        )
    elif today and day > today:
        yield Doubt(
            Text(f"{what.id}, {words.id}, belum tiba.", f"{what.en}, {words.en}, has not come yet."),
            _DATE,
        )


def _document(question: Question, parts: dict[str, object], year: int | None, today: str) -> Iterator[Doubt]:
    day, until = parts.get("date"), parts.get("valid_until")
    yield from _day(Text("Tanggal dokumen", "The date of the document"), day, today)
    if year is None:
        return
    # Some documents must be of the year itself; others count as long as they are in force.
    if question.frequency == "annual" and isinstance(day, str) and FIRST_YEAR <= int(day[:4] or year) < year:
        yield Doubt(
            Text(
                f"Dokumen ini bertahun {day[:4]}, sedangkan data lembar ini tahun {year}.",
                f"This document is of {day[:4]}, and the data of this sheet of {year}.",
            ),
            Text("Ganti dengan dokumen tahun data, bila sudah ada.", "Give the document of that year if there is one."),
        )
    last = min(f"{year}-12-31", today) if today else f"{year}-12-31"
    if isinstance(until, str) and until and until < last:
        yield Doubt(
            Text(
                f"Masa berlaku dokumen ini berakhir {date_words(until)}.",
                f"This document was in force until {date_words(until, 'en')}.",
            ),
            Text(
                "Isi dokumen penggantinya, atau jelaskan di catatan.",
                "Give the document that follows it, or explain in the note.",
            ),
        )


def _award_year(found: object, year: int | None, today: str) -> Iterator[Doubt]:
    if not isinstance(found, int):
        return
    last = int(today[:4]) if today else datetime.MAXYEAR
    if found < FIRST_YEAR:
        yield Doubt(Text(f"Tahun {found} lebih tua dari yang lazim.", f"The year {found} is older than usual."), _YEAR)
    elif found > last:
        yield Doubt(Text(f"Tahun {found} belum tiba.", f"The year {found} has not come yet."), _YEAR)
    elif year is not None and found > year + 1:
        yield Doubt(
            Text(
                f"Tahun {found} jauh sesudah tahun data {year}.",
                f"The year {found} is long after that of the data, {year}.",
            ),
            _YEAR,
        )


def _names(parts: dict[str, object]) -> Iterator[Doubt]:
    count, names = parts.get("count"), parts.get("names")
    listed = [name for name in names if str(name).strip()] if isinstance(names, list) else []
    if isinstance(count, int) and len(listed) > count:
        yield Doubt(
            Text(
                f"Tertulis {number_words(len(listed))} nama, sedangkan jumlahnya {number_words(count)}.",
                f"{number_words(len(listed), 'en')} names are given, and the number is {number_words(count, 'en')}.",
            ),
            Text("Samakan jumlah dengan daftar namanya.", "Make number and names agree."),
        )


def _none_of_none(what: Text | None, parts: dict[str, object]) -> Iterator[Doubt]:
    if parts.get("numerator") == 0 and parts.get("denominator") == 0:
        of = Text(f"{what.id}: 0", f"{what.en}: 0") if what else Text("0", "0")
        yield Doubt(
            Text(f"{of.id} dari 0, jadi tidak ada yang dihitung.", f"{of.en} of 0, so nothing was counted."),
            Text(
                "Isi jumlah seluruhnya, atau kosongkan bila belum diketahui.",
                "Give the whole number, or leave both empty while it is not known.",
            ),
        )


def _documents(question: Question, parts: dict[str, object]) -> Iterator[Doubt]:
    made, documents = parts.get("numerator"), parts.get("documents")
    if question.kind is not AnswerKind.RATIO_AND_COUNT:
        return
    if isinstance(made, int) and isinstance(documents, int) and documents < made:
        yield Doubt(
            Text(
                f"Dokumennya {number_words(documents)}, lebih sedikit daripada penyusunnya, {number_words(made)}.",
                f"There are {number_words(documents, 'en')} documents, fewer than those who made them, "
                f"{number_words(made, 'en')}.",
            ),
            Text("Periksa jumlah dokumennya.", "Look at the number of documents."),
        )


def _no_base(parts: dict[str, object]) -> Iterator[Doubt]:
    if parts.get("base") == 0:
        yield Doubt(
            Text("Belanja pembandingnya 0, jadi persennya tidak dapat dihitung.", "The reference spending is 0."),
            Text(
                "Isi belanja pembanding, atau kosongkan bila belum diketahui.",
                "Give the reference spending, or leave it empty while it is not known.",
            ),
        )
