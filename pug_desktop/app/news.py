"""What came down from the offices above, and what came up again for them: the news of the first page."""

from dataclasses import dataclass

from pug_desktop.app import instruments, review
from pug_desktop.app.form_source import Instrument
from pug_desktop.app.review import Reviewed
from pug_desktop.app.trust import cards
from pug_desktop.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class News:
    """What somebody here has to know.

    Attributes:
        returned: answers that came back to this office and were not changed since, newest first.
        corrected: answers that this office sent back and that came up changed.
        instruments: issued forms that no sheet here was made with yet.
        withdrawn: why this office's own key card was withdrawn; None while it holds.
    """

    returned: tuple[Reviewed, ...]
    corrected: tuple[Reviewed, ...]
    instruments: tuple[Instrument, ...]
    withdrawn: str | None


def news(ws: Workspace) -> News:
    """The news of a profile."""
    kept = cards(ws)
    gone = kept.standing.of(kept.own) if kept.own is not None else None
    return News(
        returned=tuple(each for each in review.returned(ws) if each.review.sends_back),
        corrected=review.corrected(ws),
        instruments=instruments.unused(ws),
        withdrawn=gone.reason if gone is not None else None,
    )
