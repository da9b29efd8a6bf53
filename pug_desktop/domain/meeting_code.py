"""The code of a meeting that stands on its papers as a QR code: a scanner types it, and the meeting opens."""

import re

from pug_desktop.domain.kind import RecordId

_START = "PUG-RAPAT-"
_WRITTEN = re.compile(rf"{_START}([0-9a-f]{{32}})", re.IGNORECASE)


def code_of(meeting_id: RecordId) -> str:
    """What the QR code of a meeting holds: capitals and digits, which a QR code keeps in the least room."""
    return f"{_START}{meeting_id.upper()}"


def meeting_of(text: str) -> RecordId | None:
    """The meeting that a scanned code names; None of any other text."""
    found = _WRITTEN.fullmatch(text.strip())
    return found[1].lower() if found else None
