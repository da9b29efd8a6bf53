"""What is handed out is whole, belongs together, and can be checked by whoever gets it."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from installer import release
from installer.components import Component
from installer.licences import listed
from installer.program_files import LIST_FILE

VERSION = "0.2.0"
CHANGELOG = f"# Changelog\n\n## [{VERSION}] - 2026-12-01\n\n- a thing\n"
INSIDE = [Component("click", "8.5.1", "pypi", "BSD-3-Clause", texts=(("LICENSE", "text"),))]


@pytest.fixture
def dist(tmp_path):
    """Both programs and the three packages, as the builds leave them."""
    made = release.packages(tmp_path, VERSION)
    for program in set(made.values()):
        folder = program / "lib" / "licences"
        folder.mkdir(parents=True)
        (program / LIST_FILE).write_text(json.dumps({"version": VERSION, "files": {}}), encoding="utf-8")
        (folder / "components.json").write_text(listed(INSIDE), encoding="utf-8")
        (folder / "third-party.txt").write_text("all texts", encoding="utf-8")
        (program.parent / "sboms").mkdir()
        (program.parent / "sboms" / "pyrage-1.4.0-pyrage.json").write_text("{}", encoding="utf-8")
    pack(made)
    return made


def pack(made):
    deb, setup, portable = made
    inside = deb.parent / "deb" / "opt" / "pug-desktop"
    shutil.copytree(made[deb], inside)
    (inside.parent.parent / "DEBIAN").mkdir()
    (inside.parent.parent / "DEBIAN" / "control").write_text(
        f"Package: pug-desktop\nVersion: {VERSION}\nArchitecture: amd64\nMaintainer: x <x@example.invalid>\n"
        "Description: x\n",
        encoding="ascii",
    )
    subprocess.run(["dpkg-deb", "-b", str(inside.parent.parent), str(deb)], check=True, capture_output=True)
    setup.write_bytes(b"a setup")
    with zipfile.ZipFile(portable, "w") as archive:
        archive.write(made[portable] / LIST_FILE, f"PUG Desktop/{LIST_FILE}")


def test_packages_that_belong_together_may_be_handed_out(dist):
    assert release.hindrances(dist, VERSION, CHANGELOG, "") == []


def test_a_package_that_was_not_built_is_missed(dist):
    next(iter(dist)).unlink()

    assert release.hindrances(dist, VERSION, CHANGELOG, "") == [
        "pug-desktop_0.2.0_amd64.deb is not there: make deb, make windows"
    ]


def test_a_package_of_another_version_is_noticed(dist):
    for program in set(dist.values()):
        (program / LIST_FILE).write_text(json.dumps({"version": "0.1.0", "files": {}}), encoding="utf-8")

    assert "pug-desktop_0.2.0_amd64.deb: the program inside is 0.1.0" in release.missing(dist, VERSION)


def test_a_package_that_holds_another_build_is_noticed(dist):
    for program in set(dist.values()):
        (program / LIST_FILE).write_text(json.dumps({"version": VERSION, "files": {"a": {}}}), encoding="utf-8")

    told = release.missing(dist, VERSION)

    assert [line.split(" holds ")[0] for line in told] == [
        "pug-desktop_0.2.0_amd64.deb",
        "pug-desktop-0.2.0-portable.zip",
    ]


def test_a_setup_that_was_not_made_with_the_portable_program_is_noticed(dist):
    setup = next(path for path in dist if path.suffix == ".exe")
    os.utime(setup, (1_000_000_000, 1_000_000_000))

    (found,) = release.missing(dist, VERSION)

    assert found.startswith("pug-desktop-0.2.0-setup.exe holds another program")


@pytest.mark.parametrize(
    ("version", "changelog", "changed", "word"),
    [
        (VERSION, "## [0.2.0] - unreleased\n", "", "no date"),
        (VERSION, "", "", "no date"),
        (VERSION, CHANGELOG, " M pug_desktop/paths.py\n", "not clean"),
        ("0.2.0rc1", CHANGELOG, "", "three numbers"),
    ],
)
def test_a_release_needs_a_clean_checkout_a_version_and_a_date(dist, version, changelog, changed, word):
    assert any(word in each for each in release.hindrances(dist, version, changelog, changed))


def test_what_is_gathered_can_be_checked_with_sha256sum(dist, tmp_path):
    out = tmp_path / "release"

    written = release.gather(dist, out, VERSION, 1_700_000_000)
    release.write_sums(written, out / "SHA256SUMS")

    names = {path.name for path in out.iterdir()}
    assert {package.name for package in dist} < names
    assert {f"{package.name}.cdx.json" for package in dist} < names
    for system in ("linux", "windows"):
        assert (out / f"pug-desktop-0.2.0-licences-{system}.txt").read_text(encoding="utf-8") == "all texts"
    with zipfile.ZipFile(out / "pug-desktop-0.2.0-sbom-of-parts.zip") as parts:
        assert parts.namelist() == ["linux/pyrage-1.4.0-pyrage.json", "windows/pyrage-1.4.0-pyrage.json"]
    if tool := shutil.which("sha256sum"):
        done = subprocess.run([tool, "--check", "--strict", "SHA256SUMS"], cwd=out, capture_output=True, check=False)
        assert done.returncode == 0
    assert (out / "SHA256SUMS").read_text(encoding="ascii").count("\n") == len(written)


def test_the_same_packages_are_gathered_to_the_same_bytes(dist, tmp_path):
    for name in ("first", "second"):
        release.gather(dist, tmp_path / name, VERSION, 1_700_000_000)

    for path in (tmp_path / "first").iterdir():
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes()


def test_the_update_and_the_hashes_are_signed_and_a_change_is_noticed(dist, tmp_path, monkeypatch):
    # The real tool with a key of its own: only the place of the pinned keys is another.
    pinned, key = tmp_path / "release-keys.json", tmp_path / "private.key"
    monkeypatch.setenv("PUG_RELEASE_PASSPHRASE", "lima kata yang panjang sekali")
    monkeypatch.setattr(release, "_SIGN", _tool(tmp_path / "sign.py", "sign_update", pinned))
    made = _tool(tmp_path / "make.py", "make_release_key", pinned)
    pinned.write_bytes((release.ROOT / "resources" / "release-keys.json").read_bytes())
    subprocess.run([sys.executable, str(made), "--name", "test", "--out", str(key)], check=True, capture_output=True)
    out = tmp_path / "release"

    release.gather(dist, out, VERSION, 1_700_000_000)
    release.sign(key, out, dist)
    sums = out / "SHA256SUMS"
    release.write_sums((path for path in out.iterdir() if path != sums), sums)
    release.sign_sums(key, sums)

    assert {f"{package.name}.pugupdate" for package in dist} < {path.name for path in out.iterdir()}
    assert (out / "SHA256SUMS.sig").exists()
    sums.write_text(sums.read_text(encoding="ascii").replace("0", "1", 1), encoding="ascii")
    check = [sys.executable, str(release._SIGN), "--check", str(sums)]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 1


def _tool(path: Path, name: str, pinned: Path) -> Path:
    path.write_text(
        f"import sys\nfrom pathlib import Path\nsys.path.insert(0, {str(release.ROOT)!r})\n"
        f"from tools import {name}\nsys.exit({name}.main(pinned=Path({str(pinned)!r})))\n",
        encoding="utf-8",
    )
    return path
