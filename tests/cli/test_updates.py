"""The verb update on the command line."""

from pathlib import Path

import pytest

from pug_desktop.app import update, update_start
from pug_desktop.storage.schema import SCHEMA
from tests.bundle.updates import KEY, OTHER_KEY, PACKAGE, fill_stick, manifest
from tests.cli.terminal import run

DEB = "pug-desktop_0.2.0_amd64.deb"


@pytest.fixture
def program(monkeypatch):
    """A program that was installed from a Debian package and trusts our key."""
    monkeypatch.setattr(update, "here", lambda: update.Here("0.1.0", "debian", SCHEMA, (KEY.public,)))


def test_without_a_release_key_that_is_said_in_one_sentence(stick):
    path = fill_stick(stick)

    ran = run("update", "inspect", path)

    assert (ran.code, ran.err[:14]) == (10, "PUG-UPDATE-002")


@pytest.mark.usefixtures("program")
def test_inspect_tells_what_it_is_and_that_it_can_be_installed(stick):
    path = fill_stick(stick)

    told, told_json = run("update", "inspect", path), run("update", "inspect", stick / DEB, "--json")

    assert told.code == 0
    assert told.out.startswith("PUG Desktop 0.2.0 (2026-11-23), serial 20000\n")
    assert "Statistik dapat dicetak." in told.out
    assert (told_json.json["can_be_installed"], told_json.json["version"]) == (True, "0.2.0")
    assert [each["system"] for each in told_json.json["files"]] == ["windows", "debian"]


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("made", "code", "start"), [(manifest("0.1.0"), 4, "PUG-UPDATE-003"), (manifest("0.0.9"), 4, "PUG-UPDATE-003")]
)
def test_inspect_tells_a_signed_one_and_why_it_is_not_for_here(stick, made, code, start):
    ran = run("update", "inspect", fill_stick(stick, made))

    assert (ran.code, ran.err[:14]) == (code, start)
    assert "serial 20000" in ran.out


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("verb", ["inspect", "install"])
def test_a_strangers_update_and_no_file_are_refused(stick, tmp_path, verb):
    stranger = run("update", verb, fill_stick(stick, None, OTHER_KEY))
    nothing = run("update", verb, tmp_path / "none.deb")

    assert (stranger.code, stranger.err[:14], stranger.out) == (10, "PUG-UPDATE-002", "")
    assert nothing.code != 0
    assert not (tmp_path / "data" / "pembaruan").exists()


@pytest.mark.usefixtures("program")
def test_install_without_rights_copies_checks_and_prints_the_command(stick, tmp_path, monkeypatch):
    monkeypatch.setattr(update_start.os, "geteuid", lambda: 1000)
    fill_stick(stick)
    run("init", "--role", "opd", "--region", "36.71", "--office", "Dinas Kesehatan")

    ran = run("update", "install", stick / DEB, "--json")

    assert ran.code == 3, ran.err
    copy = tmp_path / "data" / "pembaruan" / "20000" / DEB
    assert (ran.json["next"], ran.json["command"]) == ("by_hand", f"sudo apt-get install {copy}")
    assert copy.read_bytes() == PACKAGE
    assert [Path(each).name.startswith("CadanganPUG_") for each in ran.json["backups"]] == [True]
