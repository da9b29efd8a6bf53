"""What the shortcut virus leaves is named by what it is called, never opened."""

from pathlib import Path

import pytest

from pug_desktop.ui.receive.lures import lures_in


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "PUG_1.pug").write_bytes(b"x")
    (tmp_path / "Foto.jpg").write_bytes(b"x")
    return tmp_path


def test_a_clean_stick_has_none(stick: Path) -> None:
    assert lures_in(stick).names == ()
    assert not lures_in(stick).worm


def test_a_shortcut_in_a_folder_of_the_computer_means_nothing(stick: Path) -> None:
    (stick / "Foto.lnk").write_bytes(b"L")
    assert lures_in(stick).names == ()


def test_a_shortcut_with_the_name_of_a_bundle_is_a_trace(stick: Path) -> None:
    (stick / "PUG_1.lnk").write_bytes(b"L")
    assert lures_in(stick).worm
    assert lures_in(stick).names == ("PUG_1.lnk",)


def test_scripts_and_autorun_are_named_beside_a_hidden_bundle(stick: Path) -> None:
    (stick / "PUG_1.pug").rename(stick / ".PUG_1.pug")
    for name in ("autorun.inf", "Foto.VBS", "Dokumen.lnk"):
        (stick / name).write_bytes(b"x")
    assert lures_in(stick).worm
    assert lures_in(stick).names == ("Dokumen.lnk", "Foto.VBS", "autorun.inf")


def test_a_folder_and_a_link_with_the_name_of_a_bundle_are_named(stick: Path) -> None:
    (stick / "PUG_2.pug").mkdir()
    (stick / "PUG_3.pug").symlink_to(stick / "Foto.jpg")
    assert lures_in(stick).names == ("PUG_2.pug", "PUG_3.pug")
