"""A disk and a stick with a little more room each time: refused in our words until it is enough, then done.

`make test` tries some sizes, `make faults` many.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import receive, send
from pug_desktop.app.workspace import open_profile
from tests.faults.killing import LONG
from tests.faults.scene import Scene, make_scene, sent_from, sound, state_of

KIB = 1024
SIZES = 40 if LONG else 3
PLENTY_KIB = 256 * KIB
"""The doctor wants a hundred megabytes free."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("room"))


@contextmanager
def disk(folder: Path, size_kib: int) -> Iterator[Callable[[int], None]]:
    """A disk in memory at that place; what is yielded gives it another size."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size_kib}k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")

    def resize(kib: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={kib}k", str(folder)], check=True)

    try:
        yield resize
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def rising(least_kib: int, most_kib: int) -> list[int]:
    return [least_kib + (most_kib - least_kib) * step // (SIZES - 1) for step in range(SIZES)]


def size_kib(folder: Path) -> int:
    return sum(-(-path.stat().st_size // 4096) * 4 for path in folder.rglob("*")) + 64


def test_an_import_waits_for_room_on_the_disk(scene: Scene, tmp_path: Path):
    sent = sent_from(scene)[0]
    used = size_kib(scene.province)
    outcomes = []
    for room in rising(used, used + 1200):
        with disk(tmp_path / "disk", room) as resize:
            folder = tmp_path / "disk" / "province"
            shutil.copytree(scene.province, folder)
            try:
                with closing(open_profile(folder)) as ws:
                    before = state_of(ws)
                    try:
                        receive.take_in(ws, sent)
                    except errors.DiskFull:
                        outcomes.append(False)
                        assert state_of(ws) == before
                    else:
                        outcomes.append(True)
            except errors.DiskFull:
                outcomes.append(False)
            resize(PLENTY_KIB)
            with sound(folder) as ws:
                assert receive.take_in(ws, sent).already is outcomes[-1]
                assert len(receive.received_log(ws)) == 2
    assert outcomes[0] is False
    assert outcomes[-1] is True
    print(f"import: {outcomes.count(False)} times too small, {outcomes.count(True)} times large enough")


def test_an_export_waits_for_room_on_the_stick(scene: Scene, tmp_path: Path):
    outcomes = []
    for room in rising(4, 400):
        scene.restore()
        with disk(tmp_path / "stick", room) as resize, sound(scene.regency) as ws, sound(scene.province) as above:
            stick = tmp_path / "stick"
            try:
                files = send.send(ws, send.find_addressee(ws), stick).files
                outcomes.append(True)
            except errors.StickFull:
                files = ()
                outcomes.append(False)
            whole = sorted(stick.iterdir())
            assert {*whole} >= {*files}
            for path in whole:
                assert not receive.take_in(above, path).already
            resize(PLENTY_KIB)
            for path in send.send(ws, send.find_addressee(ws), stick).files:
                receive.take_in(above, path)
            assert state_of(above)[2] == state_of(ws)[2]
    assert outcomes[0] is False
    assert outcomes[-1] is True
    print(f"export: {outcomes.count(False)} times too small, {outcomes.count(True)} times large enough")


def test_an_export_waits_for_room_on_the_disk(scene: Scene, tmp_path: Path):
    scene.restore()
    used = size_kib(scene.regency)
    outcomes = []
    for room in rising(used, used + 400):
        scene.restore()
        with disk(tmp_path / "disk", room) as resize, sound(scene.province) as above:
            folder = tmp_path / "disk" / "regency"
            shutil.copytree(scene.regency, folder)
            try:
                with closing(open_profile(folder)) as ws:
                    send.send(ws, send.find_addressee(ws), scene.stick)
                outcomes.append(True)
            except errors.DiskFull:
                outcomes.append(False)
            for path in sorted(scene.stick.glob("*.pug")):
                assert not receive.take_in(above, path).already
            resize(PLENTY_KIB)
            with sound(folder) as ws:
                for path in send.send(ws, send.find_addressee(ws), scene.stick).files:
                    receive.take_in(above, path)
                assert state_of(above)[2] == state_of(ws)[2]
    assert outcomes[-1] is True
    print(f"export: {outcomes.count(False)} times too small, {outcomes.count(True)} times large enough")
