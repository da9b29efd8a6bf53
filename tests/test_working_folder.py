"""Where the window works: never in the folder of the bundle that it was started with."""

import sys
from pathlib import Path

import pytest

from pug_desktop import __main__, paths


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_packaged_program_leaves_the_folder_of_the_bundle(stick, tmp_path, monkeypatch):
    program = tmp_path / "PUG Desktop" / "pug-desktop"
    program.parent.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))

    assert __main__._leave_stick(Path("profil")) == stick / "profil"
    assert Path.cwd() == program.parent
    assert __main__._leave_stick(None) is None


def test_the_data_stay_where_they_were_named_from(stick, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pug-desktop"))
    monkeypatch.setenv("PUG_DATA_DIR", "data")

    __main__._leave_stick(None)

    assert paths.data_dir() == stick / "data"


def test_a_checkout_works_where_it_was_started(stick):
    assert __main__._leave_stick(Path("profil")) == Path("profil")
    assert Path.cwd() == stick
