"""Dates that may be known in part only, and dates and numbers as Indonesian papers write them.

The names stand here and not in babel: the first page of the window shows dates, and would wait for babel and its
locale data to load. The tests compare every form with babel's.
"""

import datetime
import math
from dataclasses import dataclass
from typing import Self

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""By language, Monday first."""

MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

_NO_DATE = {"id": "tanggal tidak disebutkan", "en": "date not stated"}
_NO_YEAR = {"id": "tahun tidak disebutkan", "en": "year not stated"}
_NO_SUCH_DAY = {"id": "tanggal ini tidak ada di kalender", "en": "no such day in the calendar"}
_OTHER_WEEKDAY = {"id": "di sumber tertulis hari {day}", "en": "the source says {day}"}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day of which a source may tell only a part; what it does not tell is None."""

    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    weekday: int | None = None
    """0 is Monday, as in `datetime.date.weekday`."""

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """The whole of a known day."""
        return cls(day.year, day.month, day.day, day.weekday())

    @property
    def complete(self) -> datetime.date | None:
        """The day, when year, month and day are known and exist in the calendar."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


def date_words(day: datetime.date | PartialDate, lang: str = "id") -> str:
    """A date in words; what is not known is said, never filled in.

    "Kamis, 30 Juni 2022", "Selasa, 2019 (tanggal tidak disebutkan)", "tanggal tidak disebutkan". A weekday that does
    not fit its date is shown beside it: which of the two is wrong only a person can say.
    """
    part = day if isinstance(day, PartialDate) else PartialDate.of(day)
    weekday = _name(WEEKDAYS[lang], part.weekday)
    if known := part.complete:
        text = f"{WEEKDAYS[lang][known.weekday()]}, {_day_words(part, lang)}"
        if weekday is None or part.weekday == known.weekday():
            return text
        return f"{text} ({_OTHER_WEEKDAY[lang].format(day=weekday)})"
    text = ", ".join(each for each in (weekday, _day_words(part, lang)) if each)
    if not text:
        return _NO_DATE[lang]
    if part.day is not None and part.month is not None:
        return f"{text} ({_NO_YEAR[lang] if part.year is None else _NO_SUCH_DAY[lang]})"
    return f"{text} ({_NO_DATE[lang]})"


def short_date_words(day: datetime.date | PartialDate, lang: str = "id") -> str:
    """A date for a narrow column: "30 Juni 2022", "Juni 2022", "2019", "–"."""
    part = day if isinstance(day, PartialDate) else PartialDate.of(day)
    return _day_words(part, lang) or "–"


def parse_date(text: str | None) -> datetime.date | None:
    """The day of an ISO text (YYYY-MM-DD); None when it is empty or no such day."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def number_words(number: int) -> str:
    """A whole number with points between the thousands: 1.234."""
    return f"{number:,}".replace(",", ".")


def decimal_words(decimal: str) -> str:
    """A decimal number as records keep it ("91.25") with a comma: "91,25"."""
    whole, point, rest = decimal.strip().partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("+-")
    shown = sign + (number_words(int(digits)) if digits.isdecimal() else digits)
    return f"{shown},{rest}" if point else shown


def rupiah_words(amount: int) -> str:
    """Whole rupiah: Rp1.500.000."""
    return f"{'-' if amount < 0 else ''}Rp{number_words(abs(amount))}"


def percent_words(numerator: int, denominator: int) -> str:
    """A share with one decimal, a half rounded up: "35,3 %"; "–" of nothing."""
    if denominator <= 0:
        return "–"
    tenths, sign = (abs(numerator) * 2000 + denominator) // (2 * denominator), "-" if numerator < 0 else ""
    return f"{sign}{number_words(tenths // 10)},{tenths % 10} %"


def whole_percent(share: float) -> int:
    """A share of 0.0 to 1.0 in whole per cent, a half rounded up: one of eight is 13, wherever it is shown."""
    return math.floor(share * 100 + 0.5)


_UNITS = ("byte", "kB", "MB", "GB", "TB")


def size_words(size: int, lang: str = "id", *, up: bool = False) -> str:
    """A number of bytes with at most one decimal from kB on: "812 byte", "3,4 MB".

    Args:
        size: bytes, counted by 1024 as Windows shows them.
        lang: English has a point where Indonesian has a comma.
        up: rounded up, so that what is too large by a byte does not read as the limit itself.
    """
    unit = 0
    while unit < len(_UNITS) - 1 and size >= 1000 * 1024**unit:
        unit += 1
    if unit == 0:
        return f"{size} {_UNITS[0]}"
    tenths = -(-size * 10 // 1024**unit) if up else (size * 10 + 1024**unit // 2) // 1024**unit
    whole, tenth = divmod(tenths, 10)
    return f"{whole}{'.' if lang == 'en' else ','}{tenth} {_UNITS[unit]}" if tenth else f"{whole} {_UNITS[unit]}"


def _day_words(part: PartialDate, lang: str) -> str:
    """Day, month and year, as far as they are known; a day without its month says nothing."""
    month = _name(MONTHS[lang], None if part.month is None else part.month - 1)
    day = str(part.day) if part.day is not None and month else None
    year = str(part.year) if part.year is not None else None
    return " ".join(each for each in (day, month, year) if each)


def _name(names: tuple[str, ...], index: int | None) -> str | None:
    return names[index] if index is not None and 0 <= index < len(names) else None
