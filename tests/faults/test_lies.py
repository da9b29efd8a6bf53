"""A stick that keeps something else than was written to it is told so, and no bundle lies on it."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import send
from pug_desktop.bundle import pack
from tests.faults import broken
from tests.faults.scene import Scene, make_scene, sound

Lie = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("lies"))


def one_bit(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def zeros_at_the_end(path: Path, chance: random.Random) -> None:
    """Sold as larger than it is."""
    size = path.stat().st_size
    end = chance.randrange(size)
    path.write_bytes(path.read_bytes()[:end] + bytes(size - end))


def shorter(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def former_content(path: Path, chance: random.Random) -> None:
    """A block that says it was written and was not."""
    data = bytearray(path.read_bytes())
    at = chance.randrange(max(1, len(data) - 512))
    data[at : at + 512] = chance.randbytes(len(data[at : at + 512]))
    path.write_bytes(data)


LIES: tuple[Lie, ...] = (one_bit, zeros_at_the_end, shorter, former_content)


@contextmanager
def lying(monkeypatch: pytest.MonkeyPatch, lie: Lie, chance: random.Random) -> Iterator[None]:
    """After each sync the stick holds something else."""
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        sync(descriptor)
        path = Path(f"/proc/self/fd/{descriptor}").resolve()
        if path.name.endswith(".pug.part"):
            lie(path, chance)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        yield


def believed(scene: Scene, monkeypatch: pytest.MonkeyPatch, rounds: int) -> list[str]:
    """The lies that were believed."""
    chance, found = random.Random(41), []
    for lie in LIES:
        for _ in range(rounds):
            scene.restore()
            with sound(scene.regency) as ws, lying(monkeypatch, lie, chance):
                try:
                    send.send(ws, send.find_addressee(ws), scene.stick)
                except errors.StickLies:
                    assert list(scene.stick.iterdir()) == []
                    assert send.sent_log(ws)[0].state == "batal"
                else:
                    found.append(lie.__name__)
    return found


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="files are found as Linux shows them")
def test_no_lie_of_a_stick_is_believed(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    assert believed(scene, monkeypatch, 3) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="files are found as Linux shows them")
def test_without_reading_back_lies_would_be_believed(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    """A control: the same test notices a program that is broken on purpose."""
    monkeypatch.setattr(pack, "_read_back", pack._read_back)
    broken.apply("no-read-back")
    assert believed(scene, monkeypatch, 1) != []
