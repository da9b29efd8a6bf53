"""Killed at any call, an update was installed whole or not at all, and nothing but a checked copy was ever run."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pug_desktop import paths
from pug_desktop.app import backup, update
from pug_desktop.app.digest import digest
from pug_desktop.app.update_memory import Memory, read_memory
from pug_desktop.app.update_start import Started, Way
from pug_desktop.app.workspace import create_profile
from pug_desktop.bundle import update_package
from pug_desktop.storage.schema import SCHEMA
from tests.bundle.updates import KEY, PACKAGE, fill_stick
from tests.faults import tracing
from tests.faults.scene import sound
from tests.faults.test_every_call import chosen
from tests.faults.tracing import Traced, needs_strace

pytestmark = needs_strace

OLD = update.Here("0.1.0", "debian", SCHEMA, (KEY.public,))
NEW = replace(OLD, version="0.2.0")
BEFORE = b"the program of before"
NAME = "pug-desktop_0.2.0_amd64.deb"


def test_an_update_is_whole_or_not_at_all_whenever_it_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    scene, kept = tmp_path / "scene", tmp_path / "kept"
    monkeypatch.setenv("PUG_DATA_DIR", str(scene / "data"))
    made = create_profile(None, role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    records = digest(made).whole.value
    profile = made.folder
    made.close()
    fill_stick(scene / "stick")
    keys, program = scene / "keys.json", scene / "program"
    keys.write_bytes(update_package.release_keys_json([KEY.public]))
    program.write_bytes(BEFORE)
    shutil.copytree(scene, kept)

    def restore() -> None:
        shutil.rmtree(scene)
        shutil.copytree(kept, scene)

    def check(killed: Traced) -> bool:
        is_new = program.read_bytes() == PACKAGE
        assert is_new or program.read_bytes() == BEFORE
        assert is_new or not killed.results
        with sound(profile) as ws:
            assert digest(ws).whole.value == records
        for copy in update.local_folder().glob(f"*/*{update_package.SYSTEMS['debian']}"):
            assert copy.read_bytes() == PACKAGE, "a copy with its name is not whole"
        if is_new:
            assert read_memory().pending_version == "0.2.0", "it ran and nobody noted it"
            assert update.after_start(NEW) == ""
            assert read_memory() == Memory("0.2.0", update.look(scene / "stick" / NAME, OLD).manifest.serial)
        else:
            assert update.after_start(OLD) in ("", "0.2.0")
        backups = [*(paths.data_dir() / update.BACKUPS).glob("*/*")]
        assert not is_new or len(backups) == 1
        for each in backups:
            backup._check(each)
        assert [*update.local_folder().glob("*/*.part"), *(paths.data_dir() / update.BACKUPS).glob("*.part")] == []
        if not is_new:
            (found,) = update.find(scene / "stick", OLD)
            ran = []
            update.install(update.prepare(found, OLD), lambda path, _: _ran(path, ran))
            assert ran == [PACKAGE], "it cannot be done again"
        return bool(killed.results)

    given = ("install", profile, scene / "stick", keys)
    whole, points = tracing.count(tmp_path / "log", *given)
    assert whole.code == 0, whole.problem
    assert check(whole)
    done = []
    for point in chosen(points, 6):
        restore()
        killed = tracing.kill_at(tmp_path / "log", point, *given)
        assert killed.code != 0, f"{point} was never reached"
        try:
            done.append(check(killed))
        except Exception as error:
            raise AssertionError(f"killed at {point}, had said {killed.said}: {error!r}") from error
    assert not all(done)


def _ran(path: Path, ran: list[bytes]) -> Started:
    ran.append(path.read_bytes())
    return Started(Way.DONE, path)
