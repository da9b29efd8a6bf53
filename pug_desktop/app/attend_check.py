"""What looks odd on an attendance list: it is pointed out, never in the way, and nothing is changed for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from pug_desktop.domain import names
from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.nip import DIGITS, NipRemark, nip_digits, nip_remark


class Checked(Protocol):
    """A row of a list, as far as it is checked: one of the grid, or one that is about to be imported."""

    @property
    def name(self) -> str | None:
        """As kept."""

    @property
    def nip(self) -> str | None:
        """As kept."""

    @property
    def sex(self) -> str | None:
        """L or P."""

    @property
    def office_name(self) -> str | None:
        """As kept."""


class Double(StrEnum):
    """Why a row may be there twice."""

    NONE = ""
    NIP = "nip"
    """Another row has the same NIP."""
    NAME = "name"
    """Another row has the same name, and nothing tells the two apart."""


@dataclass(frozen=True, slots=True)
class RowRemark:
    """What looks odd in one row; nothing does when both are NONE."""

    nip: NipRemark = NipRemark.NONE
    double: Double = Double.NONE
    other: int = 0
    """Of a double: the place (from 0) of the other row."""

    def __bool__(self) -> bool:
        return bool(self.nip or self.double)


def check(rows: Sequence[Checked]) -> tuple[RowRemark, ...]:
    """The remarks on each row of a list.

    A name is compared without titles, spaces and case. Two rows of one name are told apart by their NIPs, or by their
    offices where both have one: a hall may hold two Siti Aminah. Of a double, both rows say so.
    """
    by_nip: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        digits = nip_digits(row.nip)
        if len(digits) == DIGITS:
            by_nip.setdefault(digits, []).append(place)
        if name := bare_name(row.name):
            by_name.setdefault(name, []).append(place)
    made = []
    for place, row in enumerate(rows):
        same = [each for each in by_nip.get(nip_digits(row.nip), ()) if each != place]
        alike = [
            each for each in by_name.get(bare_name(row.name), ()) if each != place and _may_be_one(row, rows[each])
        ]
        double = Double.NIP if same else Double.NAME if alike else Double.NONE
        made.append(RowRemark(nip_remark(row.nip, row.sex), double, (same or alike or [0])[0]))
    return tuple(made)


def _may_be_one(one: Checked, other: Checked) -> bool:
    for first, second in ((nip_digits(one.nip), nip_digits(other.nip)), (one.sex, other.sex)):
        if first and second and first != second:
            return False
    offices = office_key(one.office_name), office_key(other.office_name)
    return not all(offices) or offices[0] == offices[1]


@lru_cache(maxsize=32_768)
def bare_name(name: str | None) -> str:
    """A name as doubles are found by it; "" for none."""
    return " ".join(names.words(name))
