"""`--self-check`: one line of JSON, the same in the file, and an exit code."""

import json
import os
import subprocess
import sys

import pytest

from pug_desktop.app import self_check_steps
from pug_desktop.cli.call import Call
from tests.cli.terminal import run


@pytest.fixture
def few(monkeypatch):
    """Two steps instead of all, which tests/app/test_self_check.py runs."""
    steps = {name: self_check_steps.STEPS[name] for name in ("profiles", "program_files")}
    monkeypatch.setattr(self_check_steps, "STEPS", steps)


@pytest.mark.usefixtures("few")
def test_the_line_goes_to_stdout_and_into_the_file(tmp_path):
    out = tmp_path / "hasil.json"
    ran = run("--self-check", "--out", out, call=Call(paint=lambda _folder: "offscreen, Qt 6"))

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    told = json.loads(ran.out)
    assert told["ok"]
    assert list(told["steps"]) == ["program", "profiles", "program_files", "window"]
    assert out.read_text(encoding="ascii") == ran.out


@pytest.mark.usefixtures("few")
def test_a_window_that_fails_is_code_1_with_a_sentence_and_where_it_was(tmp_path):
    def paint(_folder):
        raise OSError("no platform plugin")

    ran = run_with(paint)

    assert ran.code == 1
    assert json.loads(ran.out)["steps"]["window"] == "OSError: no platform plugin"
    assert "PUG-USE-030 Program ini tidak bekerja dengan utuh di komputer ini: window." in ran.err
    assert "in paint" in ran.err


def run_with(paint):
    """As `run`, which refuses a traceback; here one is told on purpose."""
    from click.testing import CliRunner

    from pug_desktop.cli.program import program
    from tests.cli.terminal import Ran

    result = CliRunner().invoke(program, ["--self-check"], obj=Call(paint=paint))
    return Ran(result.exit_code, result.stdout, result.stderr)


@pytest.mark.usefixtures("few")
def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_done(tmp_path):
    ran = run("--self-check", "--out", tmp_path / "tidak-ada" / "hasil.json")

    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("PUG-DATA-006")


def test_a_file_for_the_result_of_nothing_is_wrong_usage(tmp_path):
    ran = run("--out", tmp_path / "hasil.json", call=Call(window=lambda _folder: 0))

    assert ran.code == 2
    assert "--self-check --out FILE" in ran.err


def test_the_program_itself_does_it_without_a_screen(tmp_path):
    """As an installer runs it: the real program, nothing of a screen, a folder with an accent for its files."""
    place = tmp_path / "tempat é"
    place.mkdir()
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    ran = subprocess.run(
        [sys.executable, "-m", "pug_desktop", "--self-check"],
        env={**without, "TMPDIR": str(place)},
        capture_output=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr.decode()
    told = json.loads(ran.stdout)
    assert told["ok"]
    assert told["facts"]["window"].startswith("offscreen")
    assert list(place.iterdir()) == []
