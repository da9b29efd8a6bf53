"""What looks odd in a NIP. It is only ever remarked upon: not everybody has one, and a form may be older than a rule.

The 18 digits: birth date (8), then of a civil servant the month of appointment (YYYYMM), of a PPPK the year and a
contract code (YYYYcc); then the sex (1 L, 2 P) and a serial number of 3 (domain guide, section 4).
"""

import re
from datetime import date
from enum import StrEnum

from pug_desktop.domain.attendance import sex_from_nip

DIGITS = 18
_DIGITS_OF_NIK = 16
_FIRST_CONTRACT_CODE = 21
"""Beyond the months: what stands there is the contract code of a PPPK."""
_YOUNGEST, _OLDEST = 15, 66
"""Ages between which somebody is appointed, generously."""


class NipRemark(StrEnum):
    """What looks odd in a NIP."""

    NONE = ""
    LENGTH = "length"
    LETTERS = "letters"
    NIK = "nik"
    """16 digits: the number of an identity card."""
    BIRTH = "birth"
    """The first eight digits are no date of birth."""
    APPOINTED = "appointed"
    """Digits 9 to 14 are no month in which somebody of that age is appointed, and no contract code."""
    SEX_DIGIT = "sex_digit"
    """Digit 15 is neither 1 nor 2."""
    OTHER_SEX = "other_sex"
    """Digit 15 tells another sex than the list."""


def nip_digits(nip: str | None) -> str:
    """A NIP without the blanks, dots and hyphens that people write into it."""
    return re.sub(r"[\s.\-]", "", nip or "")


def nip_remark(nip: str | None, sex: str | None = None) -> NipRemark:
    """The first thing that looks odd in a NIP; nothing when it is empty."""
    digits = nip_digits(nip)
    if not digits:
        return NipRemark.NONE
    if not (digits.isascii() and digits.isdigit()):
        return NipRemark.LETTERS
    if len(digits) != DIGITS:
        return NipRemark.NIK if len(digits) == _DIGITS_OF_NIK else NipRemark.LENGTH
    if (born := _day(digits[:8])) is None:
        return NipRemark.BIRTH
    if not _may_be_appointed(born, digits[8:14]):
        return NipRemark.APPOINTED
    if digits[14] not in "12":
        return NipRemark.SEX_DIGIT
    return NipRemark.OTHER_SEX if sex and sex_from_nip(digits) not in (None, sex) else NipRemark.NONE


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _may_be_appointed(born: date, digits: str) -> bool:
    age, month = int(digits[:4]) - born.year, int(digits[4:])
    return _YOUNGEST <= age <= _OLDEST and (1 <= month <= 12 or month >= _FIRST_CONTRACT_CODE)
