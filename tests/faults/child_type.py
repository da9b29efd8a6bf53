"""Child: types into the title on the real page of meetings without ever pausing, and says when each key was hit.

python -m tests.faults.child_type PROFILE MEETING
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from pug_desktop.app.preferences import Preferences
from pug_desktop.app.workspace import open_profile
from pug_desktop.ui.application import dress, make_application
from pug_desktop.ui.main_window import MainWindow
from tests.faults.killing import READY, say

BETWEEN_KEYS_MS = 40
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main(profile: Path, meeting: str) -> None:
    """The window as it is, with the cursor in the title."""
    application = make_application()
    dress(application, Preferences())
    window = MainWindow()
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.show_workspace(open_profile(profile))
    window.go_to("meeting", meeting)
    title = window.page("meeting").detail.facts.title
    title.setFocus()
    typed = 0

    def hit() -> None:
        nonlocal typed
        QTest.keyClicks(title, LETTERS[typed % len(LETTERS)])
        typed += 1
        say([typed, time.perf_counter()])

    timer = QTimer(window)
    timer.timeout.connect(hit)
    timer.start(BETWEEN_KEYS_MS)
    say(READY)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
