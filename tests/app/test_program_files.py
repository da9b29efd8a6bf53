"""What a scanner, a disk or half an update did to the files of the program is found, by name."""

import json
import os
from pathlib import Path

import pytest

from pug_desktop.app import doctor, program_files
from pug_desktop.app.program_files import LIST_FILE, Checked, check, check_sizes, missing_of_window
from pug_desktop.app.workspace import create_profile
from pug_desktop.progress import Cancelled
from tests.app.packaged import FILES, make_program, run_from

QT = "lib/libQt6Core.so.6"
FONT = "lib/resources/fonts/LiberationSans-Regular.ttf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_program(tmp_path / "Program é")


def test_a_program_as_it_was_built_is_well(folder: Path):
    assert check(folder) == check_sizes(folder) == Checked(len(FILES))
    assert check(folder).ok


def test_a_checkout_has_nothing_to_look_at():
    assert check() == check_sizes() == Checked()
    assert program_files.program_folder() is None


def test_the_running_program_looks_at_its_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch):
    run_from(folder, monkeypatch)
    (folder / FONT).unlink()

    assert check_sizes() == Checked(len(FILES), missing=(FONT,))


def test_a_file_that_is_gone_or_cut_is_found_by_its_size(folder: Path):
    (folder / FONT).unlink()
    os.truncate(folder / QT, 1000)

    assert check_sizes(folder) == check(folder) == Checked(len(FILES), missing=(FONT,), changed=(QT,))
    assert not check_sizes(folder).ok


def test_one_flipped_bit_is_found_by_reading_all_of_it(folder: Path):
    data = bytearray(FILES[QT])
    data[-1] ^= 1
    (folder / QT).write_bytes(data)

    assert check_sizes(folder).ok
    assert check(folder).changed == (QT,)


def test_a_file_that_a_scanner_holds_back_counts_as_changed(folder: Path, monkeypatch: pytest.MonkeyPatch):
    real = Path.open

    def held(path: Path, *given: object, **more: object) -> object:
        if path.name == "libQt6Core.so.6":
            raise PermissionError(13, "held")
        return real(path, *given, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", held)

    assert check(folder).changed == (QT,)


def test_a_folder_in_the_place_of_a_file_counts_as_changed(folder: Path):
    (folder / FONT).unlink()
    (folder / FONT).mkdir()

    assert check(folder).changed == (FONT,)


def test_more_files_than_listed_are_none_of_our_business(folder: Path):
    """portable.txt and the data of a stick lie there too."""
    (folder / "portable.txt").touch()

    assert check(folder).ok


def test_without_its_list_the_program_is_not_whole(folder: Path):
    (folder / LIST_FILE).unlink()

    assert check(folder) == check_sizes(folder) == Checked(missing=(LIST_FILE,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01",
        "[]",
        "{}",
        '{"version": "0.1.0", "files": []}',
        '{"version": "0.1.0", "files": {"a": {"size": 1}}}',
    ],
)
def test_a_damaged_list_is_told_as_such(folder: Path, text: str):
    (folder / LIST_FILE).write_text(text, encoding="utf-8")

    assert check(folder) == Checked(changed=(LIST_FILE,))


def test_the_list_of_another_version_is_an_update_that_did_not_end(tmp_path: Path):
    folder = make_program(tmp_path / "p", version="0.0.9")

    assert check(folder) == Checked(changed=(LIST_FILE,))


def test_it_can_be_stopped_and_tells_how_far_it_is(folder: Path):
    told: list[tuple[int, int]] = []
    check(folder, lambda done, total: told.append((done, total)))
    assert told[-1] == (len(FILES), len(FILES))

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check(folder, stop)


def test_the_doctor_names_what_is_wrong(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ws = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Sosial")
    assert doctor.check(ws).facts["program_files"] == 0
    run_from(folder, monkeypatch)
    (folder / FONT).unlink()
    (folder / QT).write_bytes(b"x" * len(FILES[QT]))

    found = doctor.check(ws)

    ws.close()
    assert found.facts["program_files"] == len(FILES)
    assert [(each.code, each.where) for each in found.problems] == [("PUG-CHECK-024", FONT), ("PUG-CHECK-025", QT)]


def test_what_the_window_itself_needs_is_told_before_it_is_tried(folder: Path):
    listed = json.loads((folder / LIST_FILE).read_text(encoding="utf-8"))
    plugin = "lib/PySide6/Qt/plugins/platforms/libqxcb.so"
    for name in (plugin, "lib/PySide6/Qt/plugins/imageformats/libqjpeg.so"):
        listed["files"][name] = {"size": 1, "sha256": ""}
    (folder / LIST_FILE).write_text(json.dumps(listed), encoding="utf-8")
    (folder / FONT).unlink()

    assert missing_of_window(folder) == (plugin,)
    (folder / plugin).parent.mkdir(parents=True)
    (folder / plugin).write_bytes(b"x")
    assert missing_of_window(folder) == ()
    assert missing_of_window() == ()
    (folder / LIST_FILE).unlink()
    assert missing_of_window(folder) == ()
