"""How the program is asked, which profile it takes, and how it ends when something goes wrong."""

import json
import os
import subprocess
import sys

import pytest

from pug_desktop import __version__
from pug_desktop.cli.call import Call
from tests.cli.terminal import VECTORS, run

VERBS = (
    "backup",
    "conflicts",
    "decide",
    "demo",
    "digest",
    "doctor",
    "dump",
    "enrol",
    "export",
    "import",
    "init",
    "inspect",
    "load",
    "quarantine",
    "receipt",
    "receipts",
    "report",
    "restore",
    "standing",
)


# --- help and usage -------------------------------------------------------------------------------------------------


def test_help_names_every_verb_in_both_languages():
    ran = run("--help")

    assert ran.code == 0
    assert all(f"\n  {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb):
    ran = run(verb, "--help")

    assert ran.code == 0
    assert f"pug-desktop {verb}" in ran.out


def test_the_version_is_told():
    assert run("--version").out == f"pug-desktop {__version__}\n"


@pytest.mark.parametrize("words", [["tidak-ada"], ["load"], ["init", "--role", "opd"], ["--bukan"], ["export"]])
def test_wrong_usage_is_code_2_with_one_line_what_and_one_what_to_do(words):
    ran = run(*words)

    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 2
    assert ran.err.startswith("PUG-USE-000 ")
    assert "--help" in ran.err


def test_without_a_verb_the_window_opens_with_the_profile(tmp_path):
    seen = []

    ran = run("--profile", tmp_path, call=Call(window=lambda folder: seen.append(folder) or 0))

    assert (ran.code, seen) == (0, [tmp_path])


# --- which profile --------------------------------------------------------------------------------------------------


def test_without_any_profile_it_says_so():
    ran = run("digest")

    assert (ran.code, ran.err[:11]) == (2, "PUG-USE-004")


def test_with_several_profiles_it_asks_for_one():
    for office in ("A", "B"):
        run("init", "--role", "opd", "--region", "36.71", "--office", office)

    ran = run("digest")

    assert (ran.code, ran.err[:11]) == (2, "PUG-USE-002")
    assert "--profile" in ran.err
    assert ran.err.count("opd-36.71-") == 4


def test_a_folder_without_a_profile_is_named(tmp_path):
    ran = run("--profile", tmp_path, "digest")

    assert (ran.code, ran.err[:11]) == (2, "PUG-USE-004")
    assert str(tmp_path) in ran.err


def test_a_profile_that_is_open_elsewhere_is_code_13(regency):
    from pug_desktop.app.workspace import open_profile

    ws = open_profile(regency.folder)
    try:
        ran = regency.run("digest")
    finally:
        ws.close()

    assert (ran.code, ran.err[:12]) == (13, "PUG-DATA-004")


def test_a_profile_of_a_newer_program_is_code_12(regency):
    import sqlite3

    with sqlite3.connect(regency.folder / "pug.db") as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()

    ran = regency.run("digest")

    assert (ran.code, ran.err[:12]) == (12, "PUG-DATA-001")


# --- when something goes wrong that nobody expected -----------------------------------------------------------------


@pytest.fixture
def broken(monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError("tidak terduga")

    monkeypatch.setattr("pug_desktop.app.digest.digest", fail)


def test_an_unexpected_failure_is_logged_and_told_without_a_traceback(regency, broken):
    ran = regency.run("digest")

    log = regency.folder / "log" / "galat.jsonl"
    line = json.loads(log.read_text(encoding="utf-8"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("PUG-000 ")
    assert str(log) in ran.err
    assert len(ran.err.splitlines()) == 2
    assert line["error"] == "RuntimeError"
    assert any("tidak terduga" in each for each in line["trace"])


def test_the_traceback_is_shown_to_who_asks_for_it(regency, broken, monkeypatch):
    monkeypatch.setenv("PUG_DEBUG", "1")
    from click.testing import CliRunner

    from pug_desktop.cli.program import program

    ran = CliRunner().invoke(program, ["--profile", str(regency.folder), "digest"])

    assert "Traceback" in ran.stderr


def test_a_stop_by_the_person_is_clean(regency, monkeypatch):
    def stop(*_args, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr("pug_desktop.app.digest.digest", stop)

    ran = regency.run("digest")

    assert ran.code == 1
    assert ran.err.strip().startswith("Dihentikan")
    assert regency.run("doctor").code == 0


# --- as a process ---------------------------------------------------------------------------------------------------


def process(*words, **more):
    command = [sys.executable, "-m", "pug_desktop", *map(str, words)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **more)


def test_the_program_runs_as_a_process(tmp_path):
    folder = tmp_path / "profil ä"
    made = process(
        "--profile", folder, "init", "--role", "opd", "--region", "36.71", "--office", "Dinas Äneh “x”", "--json"
    )
    digest = process("--profile", folder, "digest", "--json", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    refused = process("--profile", folder, "load", VECTORS / "cut_short.json")

    assert json.loads(made.stdout.decode("utf-8"))["office_name"] == "Dinas Äneh “x”"
    assert made.stderr == b""
    assert json.loads(digest.stdout)["records"] == 1
    assert (refused.returncode, refused.stdout) == (11, b"")
    assert refused.stderr.decode("utf-8").startswith("PUG-IN-002 ")


def test_help_is_quick_because_nothing_heavy_is_imported():
    code = (
        "import sys; from pug_desktop.__main__ import main; main(['--help']); "
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)

    for heavy in ("sqlalchemy", "cryptography", "reportlab", "PySide6", "pug_desktop.app.workspace"):
        assert f"'{heavy}'" not in ran.stderr.decode("utf-8")


def test_a_pipe_that_closes_early_is_no_traceback(regency):
    command = f'"{sys.executable}" -m pug_desktop --profile "{regency.folder}" dump | head -c 1'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)

    assert ran.stdout == b"{"
    assert b"Traceback" not in ran.stderr


def test_without_streams_nothing_breaks(regency):
    """As a frozen program without a console."""
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from pug_desktop.__main__ import main\n"
        f"raise SystemExit(main(['--profile', {str(regency.folder)!r}, 'digest']))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
