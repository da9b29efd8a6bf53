"""The Debian package, as far as it can be looked at without building the program."""

import re
import subprocess
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer import make_deb, pruning
from pug_desktop.bundle.age_file import FIRST_LINE

ROOT = Path(__file__).resolve().parents[2]
DEBIAN = ROOT / "installer" / "debian"
TYPES = ("application/vnd.pug.bundle", "application/vnd.pug.key-card")


@pytest.mark.parametrize(("version", "debian"), [("0.1.0", "0.1.0"), ("1.0rc1", "1.0~rc1"), ("1.2.dev3", "1.2~dev3")])
def test_a_preliminary_version_sorts_before_the_final_one(version: str, debian: str):
    assert make_deb.deb_version(version) == debian


def test_it_depends_on_what_is_needed_and_not_inside():
    needs = ["libQt6Core.so.6", "libGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libc.so.6", "libm.so.6"]

    found = make_deb.depends(needs, ["libQt6Core.so.6"], "2.36")

    assert found == ["libc6 (>= 2.36)", "libgl1", "libglib2.0-0", "xkb-data"]


def test_a_library_of_unknown_origin_stops_the_build():
    with pytest.raises(SystemExit, match=r"libstrange\.so\.1"):
        make_deb.depends(["libstrange.so.1"], [], "2.36")


def test_every_library_left_to_the_system_has_a_package():
    assert [name for name in pruning.SYSTEM_LIBRARIES if name not in make_deb._FROM_SYSTEM] == []


@pytest.mark.parametrize("path", sorted((ROOT / "installer" / "icons").glob("*.ico")), ids=lambda path: path.stem)
def test_every_icon_has_all_sizes_as_png(path: Path):
    found = dict(make_deb.icon_pictures(path.read_bytes()))

    assert sorted(found) == [16, 24, 32, 48, 64, 128, 256]
    for size, png in found.items():
        assert png.startswith(b"\x89PNG")
        assert int.from_bytes(png[16:20], "big") == int.from_bytes(png[20:24], "big") == size
        assert zlib.crc32(png[12:29]) == int.from_bytes(png[29:33], "big")


def test_the_changelog_has_every_version_with_a_day_and_short_lines():
    text = "# C\n\n## [0.2.0] - unreleased\n\n- Baru.\n\n## [0.1.0] - 2026-11-23\n\n- " + "kata " * 40 + "\n- Dua.\n"

    made = make_deb.changelog(text, 1_800_000_000)

    assert re.findall(r"^pug-desktop \((.*)\)", made, re.M) == ["0.2.0", "0.1.0"]
    assert "Mon, 23 Nov 2026" in made
    assert "Fri, 15 Jan 2027" in made
    assert max(len(line) for line in made.splitlines() if not line.startswith(" -- ")) <= 80


def test_both_file_types_are_declared_named_in_two_languages_and_opened():
    tree = ElementTree.parse(DEBIAN / "pug-desktop.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    found = {each.get("type"): each for each in tree.iter(f"{space}mime-type")}
    desktop = (DEBIAN / "pug-desktop.desktop").read_text(encoding="utf-8")

    assert tuple(found) == TYPES
    assert all(len(each.findall(f"{space}comment")) == 2 for each in found.values())
    assert f"MimeType={';'.join(TYPES)};\n" in desktop
    assert {line.split("=")[0] for line in desktop.splitlines()} >= {"Name", "Comment", "Comment[id]", "Exec", "Icon"}


def _starts(kind: str) -> list[bytes]:
    tree = ElementTree.parse(DEBIAN / "pug-desktop.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    each = next(each for each in tree.iter(f"{space}mime-type") if each.get("type") == kind)
    values = [match.get("value") or "" for match in each.iter(f"{space}match")]
    return [value.replace("\\n", "\n").encode() for value in values]


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "golden").rglob("*.pug")), ids=lambda path: path.stem)
def test_every_bundle_begins_as_its_type_says(path: Path):
    assert path.read_bytes().startswith(tuple(_starts(TYPES[0])))


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "vectors").glob("*.pugkey")), ids=lambda path: path.stem)
def test_every_key_card_begins_as_its_type_says(path: Path):
    assert path.read_bytes().startswith(tuple(_starts(TYPES[1])))


def test_the_magic_of_bundles_is_that_of_the_program():
    assert _starts(TYPES[0]) == [FIRST_LINE + b"-> X25519 "]


@pytest.mark.parametrize("page", ["pug-desktop.1", "pug-desktop.id.1"])
def test_the_man_pages_know_every_option(page: str):
    text = (DEBIAN / page).read_text(encoding="utf-8").replace("\\-", "-")

    assert [
        option for option in ("--profile", "--self-check", "--passphrase-file", "PUG_DATA_DIR") if option not in text
    ] == []
    assert {"@VERSION@", "@DATE@"} <= set(re.findall(r"@\w+@", text))


def test_the_script_before_unpacking_is_plain_shell():
    assert subprocess.run(["sh", "-n", str(DEBIAN / "preinst")], check=False).returncode == 0
