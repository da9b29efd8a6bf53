"""Child: one field of a meeting, saved by the program and by a bare UPDATE and COMMIT; the medians of single saves.

    python -m tests.bench.child_save both FOLDER

Both in turns in one process, since what a sync costs changes from second to second by more than what is compared.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pug_desktop.app import edit
from pug_desktop.app.workspace import open_profile
from tests.bench.measure import copied, plain, tell

TURNS = 12
SAVES_A_TURN = 25


def both(folder: Path) -> None:
    """The same field of the same meeting in two copies of the profile."""
    profile = folder / "data" / "profil" / "district"
    with copied(profile) as own, copied(profile) as other, plain(other / "pug.db") as connection:
        ws = open_profile(own)
        (meeting,) = connection.execute("SELECT id FROM meeting ORDER BY id").fetchone()

        def save(text: str) -> None:
            edit.put(ws, "meeting", meeting.hex(), place=text)

        def update(text: str) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE meeting SET place = ? WHERE id = ?", (text, meeting))
            connection.execute("COMMIT")

        ours, theirs = Saves(save), Saves(update)
        for each in (ours, theirs):
            each.turn(-1)
            each.clear()
        gc.collect()
        gc.freeze()
        for turn in range(TURNS):
            for each in (ours, theirs) if turn % 2 else (theirs, ours):
                each.turn(turn)
        ws.close()
    tell({"ours_ms": ours.found(), "reference_ms": theirs.found()})


class Saves:
    """The times of one way to save."""

    def __init__(self, save: Callable[[str], None]) -> None:
        self._save = save
        self.clear()

    def clear(self) -> None:
        """Forget what was measured so far."""
        self._wall: list[float] = []

    def turn(self, number: int) -> None:
        """Some saves, one after the other."""
        for count in range(SAVES_A_TURN):
            at = time.perf_counter()
            self._save(f"Aula {number}.{count}")
            self._wall.append(time.perf_counter() - at)

    def found(self) -> float:
        """The median, in milliseconds."""
        return median(self._wall) * 1000


if __name__ == "__main__":
    {"both": both}[sys.argv[1]](Path(sys.argv[2]))
