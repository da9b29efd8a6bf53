"""The key of releases is made once and locked; what it signs is what programs accept."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from pug_desktop.bundle import update_package
from tests.bundle.updates import PACKAGE, SETUP
from tools import make_release_key, release_key, sign_update

PASSPHRASE = "lima kata yang panjang"


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch):
    monkeypatch.setenv("PUG_RELEASE_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763856000")


@pytest.fixture
def pinned(tmp_path):
    path = tmp_path / "release-keys.json"
    path.write_bytes(update_package.release_keys_json([]))
    return path


@pytest.fixture(scope="module")
def _safe(tmp_path_factory):
    """Made once, since a passphrase is slow on purpose."""
    folder = tmp_path_factory.mktemp("safe")
    pinned = folder / "release-keys.json"
    pinned.write_bytes(update_package.release_keys_json([]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUG_RELEASE_PASSPHRASE", PASSPHRASE)
        assert make_release_key.main(["--name", "2026", "--out", str(folder / "2026.key")], pinned) == 0
    return folder


@pytest.fixture
def key(tmp_path, pinned, _safe):
    path = Path(shutil.copytree(_safe, tmp_path / "safe")) / "2026.key"
    shutil.copy(path.with_name(pinned.name), pinned)
    return path


@pytest.fixture
def dist(tmp_path):
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "pug-desktop-0.2.0-setup.exe").write_bytes(SETUP)
    (folder / "pug-desktop_0.2.0_amd64.deb").write_bytes(PACKAGE)
    (folder / "pug-desktop-0.2.0-portable.zip").write_bytes(PACKAGE * 2)
    return folder


def sign(key, pinned, *words):
    return sign_update.main(["--key", str(key), "--version", "0.2.0", *map(str, words)], pinned)


def test_the_pinned_keys_of_the_project_can_be_read():
    document = json.loads(release_key.PINNED.read_text(encoding="utf-8"))

    assert len(update_package.read_release_keys(release_key.PINNED)) == len(document["keys"])


def test_a_key_is_locked_and_its_public_half_is_pinned(key, pinned):
    made = release_key.load_key(key, PASSPHRASE)

    assert update_package.read_release_keys(pinned) == (made.public,)
    assert key.stat().st_mode & 0o077 == 0
    assert made.seed.hex() not in key.read_text(encoding="utf-8")
    with pytest.raises(release_key.KeyRefused):
        release_key.load_key(key, "another passphrase")


def test_a_second_key_is_added_and_no_key_is_replaced(key, pinned, tmp_path, capsys):
    assert make_release_key.main(["--name", "cadangan", "--out", str(tmp_path / "second.key")], pinned) == 0
    assert make_release_key.main(["--name", "third", "--out", str(key)], pinned) == 1
    with pytest.raises(SystemExit):
        make_release_key.main(["--name", "2026", "--out", str(tmp_path / "other.key")], pinned)

    assert [each.name for each in update_package.read_release_keys(pinned)] == ["2026", "cadangan"]
    assert "never replaced" in capsys.readouterr().err


def test_no_private_key_lies_in_the_project(pinned, capsys):
    target = release_key.ROOT / "release.key"
    with pytest.raises(SystemExit):
        make_release_key.main(["--name", "x", "--out", str(target)], pinned)

    assert "inside the project" in capsys.readouterr().err
    assert not target.exists()


def test_a_short_passphrase_is_refused(tmp_path, pinned, monkeypatch):
    monkeypatch.setenv("PUG_RELEASE_PASSPHRASE", "short")
    with pytest.raises(SystemExit):
        make_release_key.main(["--name", "x", "--out", str(tmp_path / "x.key")], pinned)

    assert not (tmp_path / "x.key").exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"what":"pug-release-private-key","version":1,"secret":"00"}'])
def test_what_is_no_key_is_refused(tmp_path, text):
    path = tmp_path / "x.key"
    path.write_text(text, encoding="ascii")

    with pytest.raises(release_key.KeyRefused):
        release_key.load_key(path, PASSPHRASE)


def test_one_description_of_all_installers_lies_beside_each(key, pinned, dist, tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("Statistik dapat dicetak.\n", encoding="utf-8")
    installers = sorted(dist.iterdir())

    assert sign(key, pinned, *installers, "--notes-id", notes) == 0

    descriptions = [path.with_name(path.name + ".pugupdate") for path in installers]
    assert len({path.read_bytes() for path in descriptions}) == 1
    found = update_package.read_update(descriptions[0], update_package.read_release_keys(pinned))
    assert (found.version, found.serial, found.notes_id) == ("0.2.0", 20_000, "Statistik dapat dicetak.")
    assert found.made_on.isoformat() == "2025-11-23"
    assert found.file_for("windows").sha256 == hashlib.sha256(SETUP).hexdigest()
    assert {each.system for each in found.files} == {"windows", "debian", "portable"}


def test_signing_again_gives_the_same_bytes(key, pinned, dist):
    installer = dist / "pug-desktop_0.2.0_amd64.deb"
    described = dist / "pug-desktop_0.2.0_amd64.deb.pugupdate"

    assert sign(key, pinned, installer) == 0
    first = described.read_bytes()
    assert sign(key, pinned, installer) == 0

    assert described.read_bytes() == first


def test_serials_rise_with_the_version():
    versions = ["0.1.0", "0.1.1", "0.2.0", "0.10.0", "1.0.0", "1.0.9999", "1.1.0"]
    serials = [sign_update.serial_of(each) for each in versions]

    assert serials == sorted(set(serials))


def test_a_key_that_no_program_knows_signs_nothing(key, tmp_path, dist, capsys):
    assert sign(key, release_key.PINNED, dist / "pug-desktop_0.2.0_amd64.deb") == 1

    assert "no program would accept" in capsys.readouterr().err
    assert list(dist.glob("*.pugupdate")) == []


@pytest.mark.parametrize("name", ["setup.exe", "pug-desktop.rpm"])
def test_a_file_of_another_name_is_not_signed(key, pinned, dist, name):
    (dist / name).write_bytes(b"x")

    assert sign(key, pinned, dist / name) == 1
    assert list(dist.glob("*.pugupdate")) == []


def test_what_was_signed_is_checked_and_what_changed_is_noticed(key, pinned, dist, capsys):
    installer = dist / "pug-desktop-0.2.0-setup.exe"
    sums = dist / "SHA256SUMS"
    sums.write_text(f"{hashlib.sha256(SETUP).hexdigest()}  {installer.name}\n", encoding="ascii")
    assert sign(key, pinned, installer) == 0
    assert sign(key, pinned, sums, "--sums") == 0

    assert sign_update.main(["--check", str(installer), str(sums)], pinned) == 0
    assert "serial 20000, signed" in capsys.readouterr().out

    for changed in (installer, sums):
        changed.write_bytes(changed.read_bytes() + b" ")
        assert sign_update.main(["--check", str(changed)], pinned) == 1
    assert sign_update.main(["--check", str(dist / "pug-desktop_0.2.0_amd64.deb")], pinned) == 1


def test_the_hashes_of_another_key_are_not_trusted(key, pinned, dist, tmp_path):
    sums = dist / "SHA256SUMS"
    sums.write_text("abc\n", encoding="ascii")
    assert sign(key, pinned, sums, "--sums") == 0

    assert sign_update.main(["--check", str(sums)], release_key.PINNED) == 1
