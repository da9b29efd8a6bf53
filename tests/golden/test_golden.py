"""Bundles of every version that was ever in use are taken in as that version took them in.

Made by tools/make_golden.py, one folder a release, and never made again.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from pug_desktop.app import doctor, receive
from pug_desktop.app.workspace import Workspace, open_profile
from tests.golden.taking import OUTCOME, outcome, take_all

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.rglob("expected.json"))
NAMES = [str(folder.relative_to(HERE)) for folder in FOLDERS]


@pytest.fixture(params=FOLDERS, ids=NAMES)
def golden(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def ws(golden: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The receiver as it was before, opened by the program of today."""
    folder = tmp_path / "profile"
    shutil.copytree(golden, folder, ignore=shutil.ignore_patterns("*.pug", "*.zst", "expected.json"))
    (folder / "pug.db").write_bytes(zstandard.decompress((golden / "pug.db.zst").read_bytes()))
    folder.chmod(0o700)
    (folder / "kunci" / "perangkat.kunci").chmod(0o600)
    with closing(open_profile(folder)) as opened:
        yield opened


def bundles(golden: Path) -> list[Path]:
    return sorted(golden.glob("*.pug"))


def expected(golden: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((golden / "expected.json").read_text(encoding="utf-8"))
    return found


def test_there_are_golden_bundles():
    assert len(FOLDERS) >= 3


def test_each_brings_what_it_brought_then(golden: Path, ws: Workspace):
    assert take_all(ws, bundles(golden)) == expected(golden)["imports"]


def test_the_records_are_those_of_then(golden: Path, ws: Workspace):
    take_all(ws, bundles(golden))

    assert outcome(ws) == expected(golden)[OUTCOME]
    assert doctor.check(ws).problems == ()


def test_in_any_order_the_records_are_those_of_then(golden: Path, ws: Workspace):
    take_all(ws, bundles(golden)[::-1])

    assert outcome(ws) == expected(golden)[OUTCOME]


def test_once_more_they_change_nothing(golden: Path, ws: Workspace):
    take_all(ws, bundles(golden))
    before = outcome(ws)

    assert all(receive.take_in(ws, path).already for path in bundles(golden))
    assert outcome(ws) == before
