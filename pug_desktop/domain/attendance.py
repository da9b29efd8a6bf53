"""Who was there: totals by sex and institution, and what a NIP tells."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

_NIP_DIGITS = 18
_SEX_DIGIT = 14
_SHOWN_DIGITS = 4

_NOT_A_WORD = re.compile(r"[\W_]+")


class Attendee(Protocol):
    """One row of an attendance list, as far as it is counted."""

    @property
    def name(self) -> str | None:
        """As typed."""

    @property
    def sex(self) -> str | None:
        """L or P."""

    @property
    def office_name(self) -> str | None:
        """As typed."""

    @property
    def office_type(self) -> str | None:
        """One of `kinds.OFFICE_TYPES`."""


@dataclass(frozen=True, slots=True)
class SexCount:
    """Persons by sex."""

    male: int = 0
    female: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.male + self.female + self.unknown


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums under an attendance list."""

    male: int = 0
    female: int = 0
    unknown: int = 0
    """Persons whose sex was not entered."""
    total: int = 0
    institutions: int = 0
    by_type: Mapping[str, int] = field(default_factory=dict)
    """Persons by office type; "" where none was entered."""
    sexes_by_type: Mapping[str, SexCount] = field(default_factory=dict)


def totals(rows: Iterable[Attendee]) -> Totals:
    """Counts the rows that name somebody or somewhere; an untouched row of the grid is nobody.

    Institutions are told apart by `office_key`.
    """
    counted = [row for row in rows if (row.name or "").strip() or row.sex or (row.office_name or "").strip()]
    sexes = Counter(row.sex if row.sex in ("L", "P") else None for row in counted)
    types = Counter(row.office_type or "" for row in counted)
    pairs = Counter((row.office_type or "", row.sex if row.sex in ("L", "P") else None) for row in counted)
    return Totals(
        male=sexes["L"],
        female=sexes["P"],
        unknown=sexes[None],
        total=len(counted),
        institutions=len({key for row in counted if (key := office_key(row.office_name))}),
        by_type=dict(types),
        sexes_by_type={each: SexCount(pairs[each, "L"], pairs[each, "P"], pairs[each, None]) for each in types},
    )


def office_key(name: str | None) -> str:
    """What two spellings of one institution share: case, spaces and punctuation do not count; "" for none.

    "Dinas P3A & KB" and "DINAS P3A dan KB." are one; a short name and its long form stay two.
    """
    plain = unicodedata.normalize("NFKC", name or "").casefold().replace("&", " dan ")
    return _NOT_A_WORD.sub(" ", plain).strip()


def sex_from_nip(nip: str) -> Literal["L", "P"] | None:
    """The sex that an 18-digit NIP or NI PPPK tells by its 15th digit; None when it is no such number.

    Source: domain guide, section 4. The birth date in front must be possible, so that a phone number is not read.
    """
    digits = re.sub(r"[\s.\-]", "", nip)
    if len(digits) != _NIP_DIGITS or not digits.isascii() or not digits.isdigit():
        return None
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    match digits[_SEX_DIGIT]:
        case "1":
            return "L"
        case "2":
            return "P"
        case _:
            return None


def mask_nip(nip: str | None) -> str:
    """Only the last four characters, behind dots: a whole NIP tells the birth date. "" stays ""."""
    plain = re.sub(r"[\s.\-]", "", nip or "")
    if not plain:
        return ""
    return "••••" + (plain[-_SHOWN_DIGITS:] if len(plain) >= 2 * _SHOWN_DIGITS else "")
