"""Each file of this folder is answered as index.json says, by this program and by every later one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.bundle.cards import read_grant, read_request
from pug_desktop.bundle.keys import DeviceKeys, load_keys
from pug_desktop.bundle.records import read_records
from pug_desktop.bundle.return_receipt import check_signature, read_receipt
from pug_desktop.bundle.unpack import Trusted, unpack

HERE = Path(__file__).parent
INDEX = json.loads((HERE / "index.json").read_text(encoding="utf-8"))
FILES = INDEX["files"]


@pytest.fixture(scope="module")
def reader() -> DeviceKeys:
    return load_keys(HERE / INDEX["reader"], None)


@pytest.fixture(scope="module")
def trusted(reader: DeviceKeys) -> Trusted:
    """What the regency of the index knows: the cards that the good grant carries, and what is withdrawn."""
    grant = read_grant(HERE / "grant-good.pugkey")
    root = load_keys(HERE / INDEX["root"], None).public
    known = {card.device.device_id: card for card in grant.chain}
    return Trusted(root, known, reader.device_id, frozenset(INDEX["revoked"]))


def outcome(opens: Callable[[], object]) -> str | None:
    """The class of the refusal, None when it opens."""
    try:
        opens()
    except errors.PugError as refusal:
        return type(refusal).__name__
    return None


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".pug")])
def test_bundle(name: str, reader: DeviceKeys, trusted: Trusted, tmp_path: Path):
    said = outcome(lambda: unpack(HERE / name, tmp_path / "staging", reader, trusted))
    assert (tmp_path / "staging").exists() is (said is None)
    if said is None:
        opened = unpack(HERE / name, tmp_path / "again", reader, trusted)
        said = outcome(lambda: list(read_records(opened.records, opened.manifest.parts[0].size)))

    assert said == FILES[name]["expect"], FILES[name]["why"]


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".pugtt")])
def test_receipt(name: str):
    province = load_keys(HERE / INDEX["root"], None).public

    said = outcome(lambda: check_signature(read_receipt(HERE / name), province, HERE / name))

    assert said == FILES[name]["expect"], FILES[name]["why"]


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".pugkey", ".json"))])
def test_key_file(name: str):
    if name.endswith(".json"):
        said = outcome(lambda: load_keys(HERE / name, INDEX["passphrase"]))
    else:
        said = outcome(lambda: (read_request if name.startswith("request") else read_grant)(HERE / name))

    assert said == FILES[name]["expect"], FILES[name]["why"]


def test_every_file_is_in_the_index():
    here = {path.name for path in HERE.iterdir() if path.suffix in (".pug", ".pugkey", ".pugtt", ".json")}

    assert here == {*FILES, "index.json"}
