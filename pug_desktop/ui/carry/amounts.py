"""Amounts as a clerk reads them: "12 rapat, 340 jawaban prasyarat", "12 November 2026 pukul 14.05"."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pug_desktop.domain.dates import MONTHS, date_words, number_words
from pug_desktop.domain.words import label

_FIRST = ("checklist", "answer", "meeting", "attendance", "headcount", "output", "follow_up", "evidence")
"""What people ask for stands first; the rest follows in the order given."""


def counts_words(counts: Mapping[str, int], lang: str = "id") -> tuple[str, ...]:
    """One short text for each kind that occurs: "12 rapat"; what people know best first."""
    kinds = [kind for kind in _FIRST if counts.get(kind)]
    kinds += [kind for kind, count in counts.items() if count and kind not in _FIRST]
    return tuple(f"{number_words(counts[kind])} {label('kind', kind, lang)}" for kind in kinds)


def moment_words(moment: datetime | str | None, lang: str = "id") -> str:
    """When something happened, in this computer's time: "12 November 2026 pukul 14.05"; "" when it is not known."""
    known = _here(moment)
    if not isinstance(known, datetime):
        return known
    day = date_words(known.date(), lang).partition(", ")[2]
    return f"{day} {'at' if lang == 'en' else 'pukul'} {known:%H.%M}"


def short_moment_words(moment: datetime | str | None, lang: str = "id", *, clock: bool = True) -> str:
    """The same for a narrow column: "12 Nov 2026 14.05", without `clock` "12 Nov 2026"."""
    known = _here(moment)
    if not isinstance(known, datetime):
        return known
    day = f"{known.day} {MONTHS[lang][known.month - 1][:3]} {known.year}"
    return f"{day} {known:%H.%M}" if clock else day


def _here(moment: datetime | str | None) -> datetime | str:
    """A moment in this computer's time; the text itself when nobody can read it."""
    if not moment:
        return ""
    try:
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return known.astimezone() if known.tzinfo is not None else known
    except (ValueError, OverflowError):
        # A sender may claim the last day of the year 9999, which is one too many in our time zone.
        return str(moment)


def digest_words(digest: str) -> str:
    """The first twenty digits in groups of four, to compare by eye with the other computer."""
    head = digest[:20]
    return " ".join(head[start : start + 4] for start in range(0, len(head), 4))


def joined(words: Iterable[str]) -> str:
    """Parts of one line: "12 rapat · 3 bukti dukung"."""
    return " · ".join(words)
