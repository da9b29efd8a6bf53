"""What the program points out in head counts and follow-ups without ever standing in the way. No Qt here.

Each function returns a code with its figures; the page has the sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pug_desktop.domain.dates import parse_date


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


def traits_exceed(total: int | None, disability: int | None, bands: Sequence[int | None]) -> bool:
    """Whether persons with disability, or those of all age bands together, are more than came; False when unknown."""
    if total is None:
        return False
    return (disability or 0) > total or sum(each or 0 for each in bands) > total


def overdue_days(due_on: str | None, state: str | None, today: date) -> int:
    """By how many days a follow-up that is still open is late; 0 when it is not."""
    due = parse_date(due_on)
    if due is None or state in ("selesai", "batal"):
        return 0
    return max(0, (today - due).days)
