"""What the program points out in attendance and follow-ups without ever standing in the way. No Qt here.

Each function returns a code with its figures; the page has the sentences.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pug_desktop.domain.attendance import sex_from_nip
from pug_desktop.domain.dates import parse_date

_NIP_DIGITS = 18


class NipRemark(StrEnum):
    """What looks odd in a NIP."""

    NONE = ""
    LENGTH = "length"
    LETTERS = "letters"
    OTHER_SEX = "other_sex"
    """Digit 15 tells another sex than the list."""


def nip_digits(nip: str | None) -> str:
    """A NIP without the blanks, dots and hyphens that people write into it."""
    return re.sub(r"[\s.\-]", "", nip or "")


def nip_remark(nip: str | None, sex: str | None) -> NipRemark:
    """What looks odd in a NIP; nothing when it is empty, since not everybody has one."""
    digits = nip_digits(nip)
    if not digits:
        return NipRemark.NONE
    if not (digits.isascii() and digits.isdigit()):
        return NipRemark.LETTERS
    if len(digits) != _NIP_DIGITS:
        return NipRemark.LENGTH
    told = sex_from_nip(digits)
    return NipRemark.OTHER_SEX if told and sex and told != sex else NipRemark.NONE


@dataclass(frozen=True, slots=True)
class CountRemark:
    """How head counts fit together: what is not told, or by how much they contradict."""

    unknown: int = 0
    """Persons of whom only the number is known: total minus L minus P, when both are known."""
    excess: int = 0
    """By how much L and P together exceed the total."""


def full_total(male: int | None, female: int | None, total: int | None) -> int | None:
    """The total to keep: the one given, or the sum when both parts are known and no total was."""
    if total is None and male is not None and female is not None:
        return male + female
    return total


def count_remark(male: int | None, female: int | None, total: int | None) -> CountRemark:
    """Compare L, P and the total; nothing is said when too little is known."""
    if total is None:
        return CountRemark()
    known = (male or 0) + (female or 0)
    if known > total:
        return CountRemark(excess=known - total)
    return CountRemark(unknown=total - known)


def overdue_days(due_on: str | None, state: str | None, today: date) -> int:
    """By how many days a follow-up that is still open is late; 0 when it is not."""
    due = parse_date(due_on)
    if due is None or state in ("selesai", "batal"):
        return 0
    return max(0, (today - due).days)
