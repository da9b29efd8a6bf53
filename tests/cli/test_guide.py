"""Every command that the guide prints for IT staff runs, in its order, in an empty folder."""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.started import started

PAGE = Path(__file__).parents[2] / "docs" / "panduan" / "08-baris-perintah.md"


def test_the_commands_of_the_guide_run_one_after_another(tmp_path):
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) > 5
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PUG_")}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    environment["PUG_DATA_DIR"] = str(tmp_path / "data")

    # The first block is started as a person would; the seventy commands after it need not be, where one can fork.
    _run(blocks[0], tmp_path, environment)
    if not hasattr(os, "fork"):
        _run("\n".join(blocks[1:]), tmp_path, environment)
    else:
        # The name of a socket has a hundred characters.
        with TemporaryDirectory(prefix="pug-") as short, started(Path(short), environment) as names:
            environment["PATH"] = f"{names}{os.pathsep}{environment['PATH']}"
            _run("\n".join(blocks[1:]), tmp_path, environment)
    assert (tmp_path / "contoh" / "kertas" / "36-rekap-provinsi.pdf").stat().st_size > 10_000


def _run(commands, folder, environment):
    ran = subprocess.run(
        ["bash", "-ec", commands], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]


def test_without_a_screen_the_window_says_so_in_one_sentence(tmp_path):
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment["PUG_DATA_DIR"] = str(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-m", "pug_desktop"], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "Tidak ada layar" in ran.stderr
    assert "no screen" in ran.stderr
    assert "Traceback" not in ran.stderr
