"""Which days nobody works: Saturdays, Sundays, national holidays, and what an office adds or takes away.

The national calendar is that of the library `holidays`. Joint leave (cuti bersama) changes by decree each year and is
not in it: an office enters it as days of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_WEEKEND = {5: ("Sabtu", "Saturday"), 6: ("Minggu", "Sunday")}

_LANGUAGES = {"id": "id", "en": "en_US"}

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""Of the national calendar; beyond it only weekends are known."""

_FARTHEST_DAYS = 60
"""No holiday is longer; an office that says so has entered too much."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What an office says of one day: a holiday by its name, or (`working`) no holiday after all."""

    name: str = ""
    working: bool = False


OwnDays = Mapping[date, OwnDay]


def off_name(day: date, own: OwnDays, lang: str = "id") -> str | None:
    """Why nobody works that day: "Hari Raya Natal", "Sabtu"; None on a working day."""
    told = own.get(day)
    if told is not None:
        if told.working:
            return None
        return told.name or {"id": "hari libur", "en": "holiday"}[lang]
    if (name := national(day.year, lang).get(day)) is not None:
        return name
    weekend = _WEEKEND.get(day.weekday())
    return weekend[lang == "en"] if weekend else None


def next_working_day(day: date, own: OwnDays) -> date:
    """That day when somebody works then, else the first one after it."""
    found = day
    for _ in range(_FARTHEST_DAYS):
        if off_name(found, own) is None:
            return found
        if found == date.max:
            break
        found += timedelta(days=1)
    return day


@cache
def national(year: int, lang: str = "id") -> Mapping[date, str]:
    """The national holidays of a year with their names."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    # Imported here: it costs a tenth of a second, and no start needs it.
    import holidays

    return dict(holidays.country_holidays("ID", years=year, language=_LANGUAGES[lang]))
