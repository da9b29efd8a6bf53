"""How the program is frozen."""

import hashlib
import json
from pathlib import Path

import pug_desktop
from installer import freeze, program_files, version_info
from pug_desktop.app.program_files import check


def folder_of_a_program(path: Path) -> Path:
    (path / "lib" / "resources").mkdir(parents=True)
    (path / "pug-desktop").write_bytes(b"program")
    (path / "lib" / "resources" / "style.qss").write_bytes(b"QWidget {}")
    (path / "lib" / "link.so").symlink_to("resources/style.qss")
    return path


def test_the_list_names_every_file_once_and_the_program_agrees(tmp_path: Path):
    folder = folder_of_a_program(tmp_path)

    told = json.loads(program_files.write_list(folder).read_text(encoding="utf-8"))

    assert told["version"] == pug_desktop.__version__
    assert set(told["files"]) == {"pug-desktop", "lib/resources/style.qss"}
    assert told["files"]["pug-desktop"] == {"size": 7, "sha256": hashlib.sha256(b"program").hexdigest()}
    assert (check(folder).files, check(folder).ok) == (2, True)


def test_the_list_is_the_same_when_it_is_made_again(tmp_path: Path):
    folder = folder_of_a_program(tmp_path)
    first = program_files.write_list(folder).read_bytes()

    assert program_files.write_list(folder).read_bytes() == first


def test_every_tool_that_freezes_is_pinned():
    tools = freeze.requirements()[-5:]

    assert any(each.startswith("pyinstaller==") for each in tools)
    assert [each for each in tools if "==" not in each] == []


def test_nothing_of_the_development_environment_is_frozen():
    names = {each.split("=")[0].split(">")[0].strip().casefold() for each in freeze.requirements()}

    assert not names & {"pytest", "mypy", "ruff", "pillow-heif", "openpyxl", "hypothesis"}


def test_the_time_of_a_build_can_be_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    found = freeze.build_environment()

    assert (found["SOURCE_DATE_EPOCH"], found["PYTHONHASHSEED"]) == ("1700000000", "0")


def test_windows_gets_the_version_as_four_numbers():
    assert version_info.numbers("1.2.3") == (1, 2, 3, 0)
    assert version_info.numbers("1.2rc1") == (1, 2, 1, 0)
    assert version_info.strings("0.1.0")["ProductVersion"] == "0.1.0"
