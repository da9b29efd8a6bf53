"""Child: from the start of the process to the first paint, and to the first row of data, with the widest gap between.

    python -m tests.bench.child_start ours|reference FOLDER

The parent's clock is in PUG_BENCH_STARTED (`time.perf_counter`, which all processes of a machine share). The program is
watched from outside: its own entry runs, only `MainWindow.event` is listened to, and a timer of 5 ms looks for the row.
"""

import os
import sys
import time
from pathlib import Path

started = float(os.environ["PUG_BENCH_STARTED"])


def since() -> float:
    """Milliseconds since the parent started this process."""
    return (time.perf_counter() - started) * 1000


def reference(_folder: Path) -> None:
    """The least that Qt can do: a main window with a label."""
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() == QEvent.Type.Paint:
                found.append(since())
                QTimer.singleShot(0, application.quit)
            return done

    found: list[float] = []
    application = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("PUG Desktop"))
    window.resize(1280, 690)
    window.show()
    application.exec()
    _tell({"paint_ms": found[0]})


def ours(folder: Path) -> None:
    """The program with the profile named, as from the start menu of a person who uses it daily."""
    os.environ["PUG_DATA_DIR"] = str(folder / "data")
    from pug_desktop.__main__ import main
    from tests.bench.watch_start import Watch

    watch = Watch(since)
    main(["--profile", str(folder / "data" / "profil" / "district")])
    _tell(watch.found())


def _tell(found: dict[str, float]) -> None:
    from tests.bench.measure import tell

    tell(found)


if __name__ == "__main__":
    {"ours": ours, "reference": reference}[sys.argv[1]](Path(sys.argv[2]))
