"""Files of up to 50 MB that would cost an office its memory or its morning: refused, quickly, and nothing written."""

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from pug_desktop.app.digest import digest
from pug_desktop.app.trust import cards
from pug_desktop.app.workspace import Workspace, open_profile
from pug_desktop.bundle.cards import Grant
from tests.bundle.bundle_world import Member
from tests.faults.killing import LONG, ROOT
from tests.hostile.hostile_files import HOSTILE
from tests.walks.line import make_line

MOST_S = 5.0
MOST_MB = 300.0
BUSY = 1.0 if LONG else 4.0
"""What a machine that is busy with other things may add; `make faults` asks for the figure itself."""

MOST_BYTES = 50_000_000
QUICK = (
    *("a-bomb-of-zeros", "one-text-without-end", "objects-with-nothing", "nested-in-a-value", "one-list-of-objects"),
    *("siblings", "one-long-vector", "one-record-of-labels", "numbers-of-a-million-digits", "manifest-of-lists"),
    *("manifest-with-many-kinds", "unpacking-wants-gigabytes", "passphrase-that-takes-years", "header-without-end"),
)
"""What `make test` has of them: the others take long to make, or to refuse; `make faults` has all."""

CHOSEN = tuple(HOSTILE) if LONG else QUICK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")


@dataclass(frozen=True, slots=True)
class Answer:
    said: str
    cpu_s: float
    wall_s: float
    peak_mb: float


def member(ws: Workspace) -> Member:
    """A profile's device as the forger of bundles sees it."""
    kept = cards(ws)
    assert kept.own is not None
    return Member(ws.keys, Grant(kept.own, kept.above))


def listing(folder: Path) -> dict[str, str]:
    """Every file of a profile that is not there to be looked into or thrown away, with its digest."""
    aside = ("karantina", "menunggu", "pug.lock")
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in aside
    }


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """Every file once, at a regency, from an OPD below it whose keys the attacker has."""
    folder = tmp_path_factory.mktemp("hostile")
    office, regency, province = make_line(folder)
    paths = []
    for name in CHOSEN:
        path = folder / name
        path.write_bytes(HOSTILE[name].make(folder, member(office), member(regency)))
        assert path.stat().st_size <= MOST_BYTES, name
        paths.append(path)
    for ws in (office, regency, province):
        ws.close()
    before = digest_of(folder / "k"), listing(folder / "k")
    command = [sys.executable, "-m", "tests.hostile.child_take", folder / "k", *paths]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = {name: Answer(*rest) for name, *rest in map(json.loads, done.stdout.splitlines())}
    assert found.keys() == set(CHOSEN), done.stderr
    assert (digest_of(folder / "k"), listing(folder / "k")) == before
    for path in paths:
        path.unlink()
    return found


def digest_of(folder: Path) -> str:
    ws = open_profile(folder)
    try:
        return digest(ws).whole.value
    finally:
        ws.close()


@pytest.mark.parametrize("name", CHOSEN)
def test_a_hostile_file_is_refused_quickly_and_in_little_memory(answers: dict[str, Answer], name: str):
    answer = answers[name]

    assert answer.said in HOSTILE[name].refused_as, answer
    assert answer.peak_mb < MOST_MB, answer
    assert answer.cpu_s < MOST_S * BUSY, answer
    assert not LONG or answer.wall_s < MOST_S, answer
