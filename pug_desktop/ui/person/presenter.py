"""What the page Orang decides: how rows read, what a reason is called, which days and files are told. No Qt."""

from collections.abc import Mapping

from pug_desktop.app.all_people import Row
from pug_desktop.app.doubles import Double
from pug_desktop.app.people import Entry
from pug_desktop.domain.attendance import mask_nip
from pug_desktop.domain.dates import PartialDate, date_words
from pug_desktop.domain.words import label

_SHOWN_DIGITS = 3


def where(entry: Entry) -> str:
    """Position and office in one line."""
    return ", ".join(each for each in (entry.position, entry.office_name) if each)


def facts(entry: Entry, lang: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is known of somebody: the name of each fact with its value, the personal numbers masked.

    `names` translates "position", "office", "type", "sex", "nip", "phone".
    """
    found = [
        ("position", entry.position),
        ("office", entry.office_name),
        ("type", label("office_type", entry.office_type, lang) if entry.office_type else ""),
        ("sex", label("sex", entry.sex, lang) if entry.sex else ""),
        ("nip", mask_nip(entry.nip)),
        ("phone", ", ".join(mask_phone(each) for each in entry.phones)),
    ]
    return [(names[name], value) for name, value in found if value]


def mask_phone(phone: str) -> str:
    """Only the last digits."""
    digits = "".join(each for each in phone if each.isdigit())
    return f"••••{digits[-_SHOWN_DIGITS:]}" if len(digits) > 2 * _SHOWN_DIGITS else "••••" if digits else ""


def reason(double: Double, words: Mapping[str, str]) -> str:
    """Why two entries are likely one: `words` has "nip", "phone" and "name" ("… {score} %")."""
    if double.likeness.proof:
        return words[double.likeness.proof]
    return words["name"].format(score=double.likeness.score)


def held_words(row: Row, lang: str) -> str:
    """The day of a row's meeting as far as it is known."""
    return date_words(PartialDate(row.year, row.month, row.day, None), lang)


def type_words(row: Row, lang: str) -> str:
    """The sort of office of a row."""
    return label("office_type", row.office_type, lang) if row.office_type else ""


def role_words(row: Row, lang: str) -> str:
    """The role of a row."""
    return label("attendance_role", row.role, lang) if row.role else ""


def thousands(number: int) -> str:
    """A count with points."""
    return f"{number:,}".replace(",", ".")
