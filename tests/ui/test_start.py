"""The window is painted before the database, the keys and the papers are imported."""

import os
import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter", "cryptography", "babel", "pyrage", "zstandard", "msgspec")
LATE = ("pug_desktop.app.program_files", "pug_desktop.ui.program_watch")

SCRIPT = """
import sys
from pug_desktop.ui import application
app = application.make_application()
preferences = application.read_preferences()
application.dress(app, preferences)
program = application.Program(app, preferences, None)

def painted():
    print(*sorted(name for name in {heavy!r} if name in sys.modules))
    print(program.window.stack.currentWidget() is not None, flush=True)
    app.exit(0)

program.window.painted.connect(painted)
program.window.show()
sys.exit(app.exec())
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PUG_DATA_DIR": str(tmp_path_factory.mktemp("data"))}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("{heavy!r}", repr(HEAVY + LATE))],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
    )


def test_the_window_comes_up_without_a_profile(started):
    assert started.returncode == 0, started.stderr


def test_nothing_heavy_is_imported_before_the_first_paint_nor_for_the_first_steps(started):
    assert started.stdout.splitlines() == ["", "True"]
