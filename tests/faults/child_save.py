"""Child: saves fields one after the other and says each that is committed, until it is killed.

python -m tests.faults.child_save PROFILE MEETING
"""

import sys
from itertools import count
from pathlib import Path

from pug_desktop.app import edit, fill
from pug_desktop.app.workspace import open_profile
from tests.faults.killing import READY, say

ITEM = "P1.01"


def main(profile: Path, meeting: str) -> None:
    """A field of a meeting, then a note of the sheet, and so on."""
    ws = open_profile(profile)
    sheet = fill.sheet(ws, 2026)
    say(READY)
    for number in count(1):
        edit.put(ws, "meeting", meeting, title=f"Rapat {number}")
        say(["title", number])
        fill.save_answer(ws, sheet, ITEM, note=f"catatan {number}")
        say(["note", number])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
