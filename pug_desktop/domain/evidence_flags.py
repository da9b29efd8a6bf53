"""What a verifier would ask about a piece of evidence: is its file here, does it still hold, is it of the data year?"""

from collections.abc import Mapping

MISSING, EXPIRED, OLD, NONE = "missing", "expired", "old", "none"
"""Its file is not here; it ended before the data year did; it is older than the data year; nothing is attached."""

FLAG_WORDS: Mapping[str, tuple[str, str]] = {
    MISSING: ("berkas belum diterima", "file not received"),
    EXPIRED: ("habis masa berlaku", "expired"),
    OLD: ("lebih tua dari tahun data", "older than the data year"),
    NONE: ("bukti belum dilampirkan", "no evidence attached"),
}
"""By flag: Indonesian, English."""

YEARLY = ("annual", "semester")
"""How often a question is answered anew, so that its paper must be of the data year."""


def flag_words(flag: str, lang: str = "id") -> str:
    """A flag in words."""
    return FLAG_WORDS[flag][lang == "en"]


def flags(
    *,
    present: bool,
    document_on: str | None,
    valid_until: str | None,
    year: int,
    today: str,
    frequency: str = "annual",
) -> tuple[str, ...]:
    """What is wrong with one piece of evidence; dates are ISO texts, and one that is not known is not guessed.

    Args:
        present: whether its file is here.
        document_on: the day on the document.
        valid_until: the last day it holds.
        year: the data year that it shall prove.
        today: of a year that still runs, today counts and not its end.
        frequency: of the question; a paper of an older year proves what is asked once in five years or at an event.
    """
    found = [] if present else [MISSING]
    if valid_until and valid_until < min(today, f"{year:04}-12-31"):
        found.append(EXPIRED)
    still_holds = bool(valid_until) and str(valid_until) >= f"{year:04}-01-01"
    if frequency in YEARLY and document_on and document_on < f"{year:04}-01-01" and not still_holds:
        found.append(OLD)
    return tuple(found)
