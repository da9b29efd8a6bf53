"""Amounts as a clerk reads them: "12 rapat, 340 jawaban prasyarat", "3,4 MB", "12 November 2026 pukul 14.05"."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pug_desktop.domain.dates import date_words, number_words
from pug_desktop.domain.words import label

_FIRST = ("checklist", "answer", "meeting", "attendance", "headcount", "output", "follow_up", "evidence")
"""What people ask for stands first; the rest follows in the order given."""

_UNITS = ("byte", "KB", "MB", "GB", "TB")


def counts_words(counts: Mapping[str, int], lang: str = "id") -> tuple[str, ...]:
    """One short text for each kind that occurs: "12 rapat"; what people know best first."""
    kinds = [kind for kind in _FIRST if counts.get(kind)]
    kinds += [kind for kind, count in counts.items() if count and kind not in _FIRST]
    return tuple(f"{number_words(counts[kind])} {label('kind', kind, lang)}" for kind in kinds)


def size_words(size: int) -> str:
    """A number of bytes with one decimal from KB on: "812 byte", "3,4 MB"."""
    unit = 0
    while unit < len(_UNITS) - 1 and size >= 1000 * 1024**unit:
        unit += 1
    if unit == 0:
        return f"{size} {_UNITS[0]}"
    whole, tenth = divmod((size * 10 + 1024**unit // 2) // 1024**unit, 10)
    return f"{whole},{tenth} {_UNITS[unit]}" if tenth else f"{whole} {_UNITS[unit]}"


def moment_words(moment: datetime | str | None, lang: str = "id") -> str:
    """When something happened, in this computer's time: "12 November 2026 pukul 14.05"; "" when it is not known."""
    if not moment:
        return ""
    try:
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    except ValueError:
        return str(moment)
    if known.tzinfo is not None:
        known = known.astimezone()
    day = date_words(known.date(), lang).partition(", ")[2]
    return f"{day} {'at' if lang == 'en' else 'pukul'} {known:%H.%M}"


def digest_words(digest: str) -> str:
    """The first twenty digits in groups of four, to compare by eye with the other computer."""
    head = digest[:20]
    return " ".join(head[start : start + 4] for start in range(0, len(head), 4))


def joined(words: Iterable[str]) -> str:
    """Parts of one line: "12 rapat · 3 bukti dukung"."""
    return " · ".join(words)
