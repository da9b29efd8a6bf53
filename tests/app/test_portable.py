"""A program on a stick: where its data lies is asked once, remembered beside it, and never guessed."""

import os
import sys
from pathlib import Path

import pytest

from pug_desktop import errors, paths
from pug_desktop.app import portable
from pug_desktop.app.workspace import create_profile, open_profile
from tests.cli.terminal import run


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A program that was frozen into a folder with the marker beside it."""
    folder = tmp_path / "FLASH" / "PUG Desktop"
    folder.mkdir(parents=True)
    (folder / paths.PORTABLE).write_text("x", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "pug-desktop.exe"))
    monkeypatch.delenv("PUG_DATA_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "pc"))
    paths.can_write.cache_clear()
    yield folder
    paths.can_write.cache_clear()


def test_the_first_start_asks_and_meanwhile_the_data_lies_on_the_pc(stick, tmp_path):
    assert portable.must_ask()
    assert paths.data_dir() == paths.data_dir_on_pc()
    assert tmp_path / "pc" in paths.data_dir().parents
    assert sorted(each.name for each in stick.iterdir()) == [paths.PORTABLE]


def test_what_is_chosen_is_remembered_beside_the_program(stick):
    portable.choose(paths.BESIDE)

    assert not portable.must_ask()
    assert paths.data_dir() == stick / "data"
    assert (stick / "letak-data.txt").read_text(encoding="utf-8") == "samping\n"
    portable.choose(paths.ON_PC)
    assert not portable.must_ask()
    assert paths.data_dir() == paths.data_dir_on_pc()


def test_a_choice_that_was_saved_again_by_an_old_notepad_still_holds(stick):
    (stick / paths.PLACE).write_bytes(b"\xef\xbb\xbfsamping\r\n")

    assert paths.data_dir() == stick / "data"


@pytest.mark.parametrize("text", ["", "stik", "\0\0", "samping pc"])
def test_a_choice_that_makes_no_sense_is_asked_again(stick, text):
    (stick / paths.PLACE).write_text(text, encoding="utf-8")

    assert portable.must_ask()
    assert paths.data_dir() == paths.data_dir_on_pc()


def test_an_installed_program_is_not_asked(stick):
    (stick / paths.PORTABLE).unlink()
    (stick / paths.PLACE).write_text("samping", encoding="utf-8")

    assert portable.portable() is None
    assert not portable.must_ask()
    assert paths.data_dir() == paths.data_dir_on_pc()


def test_the_environment_goes_before_all(stick, monkeypatch, tmp_path):
    portable.choose(paths.BESIDE)
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "lain"))

    assert paths.data_dir() == tmp_path / "lain"
    assert portable.portable() is None


def test_where_nothing_can_be_written_the_pc_is_taken_with_a_sentence(stick, monkeypatch):
    portable.choose(paths.BESIDE)
    (stick / paths.BESIDE_FOLDER).rmdir()
    paths.can_write.cache_clear()
    monkeypatch.setattr(Path, "touch", _read_only)

    assert paths.data_dir() == paths.data_dir_on_pc()
    assert isinstance(portable.problem(), errors.BesideNotWritable)
    ran = run("digest")
    assert (ran.code, ran.err[:11]) == (2, "PUG-USE-017")


def test_a_stick_that_cannot_be_written_from_the_start_is_not_asked_about(stick, monkeypatch):
    monkeypatch.setattr(Path, "touch", _read_only)

    assert not portable.must_ask()
    assert portable.problem() is None


def _read_only(path: Path, *_: object, **__: object) -> None:
    raise OSError(30, os.strerror(30), str(path))


def test_a_choice_that_cannot_be_kept_is_told(stick):
    (stick / paths.PLACE).mkdir()

    with pytest.raises(errors.BesideNotWritable):
        portable.choose(paths.BESIDE)


def test_data_beside_the_program_needs_no_second_file_to_be_whole(stick):
    portable.choose(paths.BESIDE)
    ws = create_profile(None, role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    folder = ws.folder
    with ws.database.read() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        assert [each.name for each in folder.glob("pug.db-*")] == []
    ws.close()

    assert stick / "data" in folder.parents
    assert found == ["delete", 3]
    moved = paths.data_dir_on_pc() / "profil" / "p"
    moved.parent.mkdir(parents=True)
    folder.rename(moved)
    ws = open_profile(moved)
    with ws.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    ws.close()


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 8:17 / /media/budi/KINGSTON\\040MERAH rw - vfat /dev/sdb1 rw
31 22 8:33 / /media/budi/LAMA rw shared:1 - exfat /dev/sdc1 rw
32 22 0:50 / /mnt/kantor rw - cifs //server/bagian rw
33 31 0:51 / /media/budi/LAMA rw - tmpfs tmpfs rw
a line of nonsense
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/budi/data", "ext4"),
        ("/media/budi/KINGSTON MERAH/PUG/data", "vfat"),
        ("/media/budi/KINGSTON MERAH2", "ext4"),
        ("/media/budi/LAMA", "tmpfs"),
        ("/mnt/kantor/p", "cifs"),
    ],
)
def test_the_file_system_of_a_folder_is_read_from_the_mounts(folder, kind):
    assert paths.file_system(folder, MOUNTS) == kind
