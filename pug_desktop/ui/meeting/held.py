"""When a meeting was held, as the parts that are kept: year, month, day, weekday, each possibly unknown. No Qt here."""

from collections.abc import Mapping
from datetime import date

from pug_desktop.domain.dates import PartialDate, parse_date

FIELDS = ("year", "month", "day", "weekday")

Held = dict[str, int | None]


def held_of(values: Mapping[str, object]) -> Held:
    """The four parts of a meeting's fields."""
    return {name: value if isinstance(value := values.get(name), int) else None for name in FIELDS}


def held_on(iso: str | None) -> Held:
    """The four parts of a whole day; all None without one."""
    day = parse_date(iso)
    if day is None:
        return dict.fromkeys(FIELDS)
    return {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()}


def partial_date(held: Held) -> PartialDate:
    """The same as the domain writes it."""
    return PartialDate(**held)


def whole_day(held: Held) -> date | None:
    """The day, when all is known and the weekday fits (or is not given)."""
    day = partial_date(held).complete
    if day is None or held["weekday"] not in (None, day.weekday()):
        return None
    return day


def needs_parts(held: Held) -> bool:
    """Whether only the four parts can show it: something is known, but not a whole day."""
    return any(value is not None for value in held.values()) and whole_day(held) is None
