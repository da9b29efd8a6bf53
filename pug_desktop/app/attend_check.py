"""What looks odd on an attendance list: it is pointed out, never in the way, and nothing is changed for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import Protocol

from pug_desktop.domain import names
from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.nip import DIGITS, NipRemark, nip_digits, nip_remark

_MOST_ALIKE = 100
"""So many different persons of one name are compared; of a list of thousands of "Peserta" that is told of the first."""

_Signature = tuple[str, str, str]
"""What tells rows of one name apart: NIP, sex, office."""


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
    by_name: dict[str, dict[_Signature, list[int]]] = {}
    signatures: list[_Signature] = []
    for place, row in enumerate(rows):
        nip = nip_digits(row.nip)
        signatures.append((nip, row.sex or "", office_key(row.office_name)))
        if len(nip) == DIGITS:
            _keep(by_nip.setdefault(nip, []), place)
        if name := bare_name(row.name):
            _keep(by_name.setdefault(name, {}).setdefault(signatures[-1], []), place)
    made = []
    for place, row in enumerate(rows):
        same = [each for each in by_nip.get(signatures[place][0], ()) if each != place]
        alike = _alike(place, signatures[place], by_name.get(bare_name(row.name), {}))
        double = Double.NIP if same else Double.NAME if alike else Double.NONE
        made.append(RowRemark(nip_remark(row.nip, row.sex), double, (same or alike or [0])[0]))
    return tuple(made)


def _keep(places: list[int], place: int) -> None:
    """The first two are enough: of each row one of them is another one."""
    if len(places) < 2:
        places.append(place)


def _alike(place: int, signature: _Signature, named: Mapping[_Signature, Sequence[int]]) -> list[int]:
    """The rows of the same name that may be the same person, the first of the list first."""
    others = (signature, *islice(named, _MOST_ALIKE))
    may_be = {each for other in others if _may_be_one(signature, other) for each in named.get(other, ())}
    return sorted(may_be - {place})


def _may_be_one(one: _Signature, other: _Signature) -> bool:
    return all(not first or not second or first == second for first, second in zip(one, other, strict=True))


@lru_cache(maxsize=32_768)
def bare_name(name: str | None) -> str:
    """A name as doubles are found by it; "" for none."""
    return " ".join(names.words(name))
