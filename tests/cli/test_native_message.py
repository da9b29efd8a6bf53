"""Where Qt is not whole, the person is told all the same."""

import os
import subprocess
import sys
from pathlib import Path

from pug_desktop import __main__
from pug_desktop.app import program_files
from pug_desktop.cli import native_message


def test_a_window_that_cannot_be_shown_is_not_tried(monkeypatch):
    shown = []
    monkeypatch.setattr(native_message, "show", shown.append)
    monkeypatch.setattr(program_files, "missing_of_window", lambda: ("lib/PySide6/QtCore.abi3.so", "a", "b", "c"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert __main__._window(None) == 1

    (text,) = shown
    assert "4 berkas program hilang atau berubah (QtCore.abi3.so, a, b, …)" in text
    assert "Install the program again from the stick" in text
    assert "PUG-USE-031" in text


def test_the_desktops_own_program_shows_it_and_a_terminal_reads_it(tmp_path: Path):
    zenity = tmp_path / "zenity"
    zenity.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{tmp_path}/said"\n')
    zenity.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", "from pug_desktop.cli.native_message import show; show('Berkas <hilang>')"],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "Berkas <hilang>\n"
    assert (tmp_path / "said").read_text() == "--error|--no-markup|--title|PUG Desktop|--text|Berkas <hilang>|"
