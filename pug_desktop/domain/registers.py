"""What the registers of an office say, as plain facts: regulations, decrees, awards, gender indices, budgets.

Dates are ISO texts; None is "not entered". `own` is whether the row lies in the scope that is asked for, not below it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SOON_DAYS = 90
"""A paper that ends within these days is told of before it does."""


class Validity(StrEnum):
    """How a paper stands on a day."""

    IN_FORCE = "berlaku"
    ENDS_SOON = "segera_berakhir"
    ENDED = "berakhir"
    NOT_YET = "belum_mulai"
    UNDATED = "tanpa_tanggal"


class RegulationGroup(StrEnum):
    """What a regulation is for; several questions ask for one, each for another group."""

    REGIONAL = "peraturan"
    """Of the council or the head of a region, on gender mainstreaming itself."""
    CIRCULAR = "edaran"
    ACTION_PLAN = "rencana_aksi"
    GUIDE = "pedoman"


@dataclass(frozen=True, slots=True)
class RegulationFacts:
    """One regulation."""

    id: str
    kind: str = ""
    """In the office's own words: "Perda", "Peraturan Wali Kota", "Surat Edaran"."""
    number: str = ""
    year: int | None = None
    about: str = ""
    enacted_on: str | None = None
    valid_until: str | None = None
    own: bool = True
    open: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One person whom a decree appoints."""

    person_id: str
    sex: str | None = None
    from_on: str | None = None
    until_on: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class DecreeFacts:
    """One decree (SK) and whom it appoints."""

    id: str
    kind: str = ""
    number: str = ""
    decree_on: str | None = None
    about: str = ""
    from_on: str | None = None
    until_on: str | None = None
    office_id: str | None = None
    members: tuple[Member, ...] = ()
    own: bool = True
    open: bool = False

    @property
    def starts_on(self) -> str | None:
        """The day from which it holds: its own word, else the day of the decree."""
        return self.from_on or self.decree_on


@dataclass(frozen=True, slots=True)
class AwardFacts:
    """One award."""

    id: str
    award: str = ""
    year: int | None = None
    category: str = ""
    own: bool = True
    open: bool = False


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """One gender index of one year; `value` as "91.25"."""

    id: str
    index: str
    year: int | None = None
    value: str | None = None
    own: bool = True
    open: bool = False


@dataclass(frozen=True, slots=True)
class BudgetFacts:
    """The gender-responsive budget of one office and year; without an office it is that of the whole region."""

    id: str
    year: int | None = None
    office_id: str | None = None
    amount: int | None = None
    base: int | None = None
    base_name: str = ""
    institution_amount: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Registers:
    """All rows of a scope and below, of every year; who asks picks."""

    regulations: tuple[RegulationFacts, ...] = ()
    decrees: tuple[DecreeFacts, ...] = ()
    awards: tuple[AwardFacts, ...] = ()
    indices: tuple[IndexFacts, ...] = ()
    budgets: tuple[BudgetFacts, ...] = ()
    proofs: Mapping[str, int] = field(default_factory=dict)
    """How many pieces of evidence each row has, by its id; those without stand not in it."""

    @property
    def empty(self) -> bool:
        """Whether no register has a row."""
        return not (self.regulations or self.decrees or self.awards or self.indices or self.budgets)


_REGIONAL = re.compile(
    r"(per(da|bup|wal|wako|walkot|gub)\b|peraturan\s+(daerah|bupati|wali\s?kota|gubernur|kepala daerah))"
)
_NATIONAL = re.compile(
    r"(uu\b|undang|pp\b|perp?pu\b|perpres|inpres|keppres|permen|kepmen|seb\b|surat edaran (bersama|menteri)|"
    r"(peraturan|keputusan|instruksi) (pemerintah|presiden|menteri))"
)
_OF_THE_REGION = re.compile(
    r"(keputusan|instruksi|surat edaran) (bupati|wali\s?kota|gubernur|kepala daerah|sek(da|retaris daerah))"
)
_CIRCULAR = re.compile(r"(surat edaran|edaran|se\b|instruksi|in(bup|wal|gub)\b)")
_GUIDE_KIND = re.compile(r"(sop\b|juknis\b|juklak\b|petunjuk|pedoman|standar operasional)")
_PLAN = re.compile(r"(rencana aksi|rencana (kerja )?(lima tahun(an)? )?pokja|\brad\b|\brandal?a?\b pug)")
_GUIDE = re.compile(r"(petunjuk (teknis|pelaksanaan)|pedoman|standar operasional|\bsop\b|\bjuknis\b|\bjuklak\b)")
_BUDGETING = re.compile(r"(\bpprg\b|responsif gender|perencanaan dan penganggaran)")
_GENDER = re.compile(r"(gender|\bpug\b)")


def group_of(regulation: RegulationFacts) -> RegulationGroup | None:
    """What a regulation is for; None when its kind and title do not say that it belongs to gender mainstreaming.

    A rule that sets an action plan or a guide counts as that plan or guide, whatever its kind.
    """
    kind = " ".join(regulation.kind.casefold().split())
    about = " ".join(regulation.about.casefold().split())
    if _NATIONAL.match(kind) or not (_GENDER.search(about) or _BUDGETING.search(about)):
        return None
    if _PLAN.search(about) or re.fullmatch(r"rad( pug)?|rencana aksi( daerah)?", kind):
        return RegulationGroup.ACTION_PLAN
    if _BUDGETING.search(about) and (_GUIDE.search(about) or _GUIDE_KIND.match(kind)):
        return RegulationGroup.GUIDE
    if _CIRCULAR.match(kind):
        return RegulationGroup.CIRCULAR
    return RegulationGroup.REGIONAL if _REGIONAL.match(kind) else None


def is_internal(regulation: RegulationFacts) -> bool:
    """Whether it is an office's own rule: none of the nation, of the region or of who leads it."""
    kind = " ".join(regulation.kind.casefold().split())
    return not any(above.match(kind) for above in (_NATIONAL, _REGIONAL, _OF_THE_REGION))


def validity(starts_on: str | None, ends_on: str | None, day: str, *, soon: str | None = None) -> Validity:
    """How a paper stands on a day.

    Args:
        starts_on: the first day; None when nobody knows it.
        ends_on: the last day, still in force; None when it has no end.
        day: the day, ISO.
        soon: what ends on this day or before it "ends soon"; None leaves that out.
    """
    if ends_on is not None and ends_on < day:
        return Validity.ENDED
    if starts_on is None:
        return Validity.UNDATED
    if starts_on > day:
        return Validity.NOT_YET
    if soon is not None and ends_on is not None and ends_on <= soon:
        return Validity.ENDS_SOON
    return Validity.IN_FORCE


def starts_on(regulation: RegulationFacts) -> str | None:
    """The first day of a regulation: when it was enacted, else the first day of its year."""
    if regulation.enacted_on:
        return regulation.enacted_on
    return f"{regulation.year:04d}-01-01" if regulation.year is not None else None


def titled(number: str, year: int | None) -> str:
    """The number of a regulation with its year: "56 Tahun 2018"; a number that names the year stays as it is."""
    number = number.strip()
    if year is None or not number or str(year) in number:
        return number
    return f"{number} Tahun {year}"
