"""Keys, device ids and the file that the private halves lie in."""

import json
import stat
from pathlib import Path

import pytest
from bundle_world import names

from pug_desktop import errors
from pug_desktop.bundle import keys as keys_module
from pug_desktop.bundle import limits
from pug_desktop.bundle.keys import (
    DevicePublic,
    is_device_id,
    is_locked,
    load_keys,
    make_device_keys,
    save_keys,
)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@pytest.fixture
def quick_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_module, "KDF_MEMORY_KIB", 64)
    monkeypatch.setattr(keys_module, "KDF_PASSES", 1)


def test_a_device_id_is_one_and_the_same_for_ever():
    """Another result would make every device of the field a stranger."""
    public = DevicePublic("00" * 32, "age1" + "q" * 58)

    assert public.device_id == "JRZ2LRJ-TTFPYID-RVUJFMB-TFZN6KN-3T4DE75-23PUA46-GUSKCA3-3OIQBAH"
    assert is_device_id(public.device_id)


def test_every_wrong_character_of_a_device_id_is_noticed():
    device_id = make_device_keys().device_id

    for place, letter in enumerate(device_id):
        others = [other for other in LETTERS + "-018abc" if other != letter]
        assert not any(is_device_id(device_id[:place] + other + device_id[place + 1 :]) for other in others)
    assert not any(is_device_id(text) for text in ("", device_id[:-1], device_id + "\n", device_id.replace("-", "")))


def test_a_device_id_hangs_on_both_keys():
    first, second = make_device_keys().public, make_device_keys().public

    mixed = DevicePublic(first.signing, second.receiving)

    assert len({first.device_id, second.device_id, mixed.device_id}) == 3


def test_a_public_key_that_is_none_is_noticed():
    right = make_device_keys().public
    assert right.is_sound()

    for signing, receiving in (
        (right.signing.upper(), right.receiving),
        (right.signing[:-2], right.receiving),
        (right.signing, right.receiving.upper()),
        (right.signing, right.receiving[:-1] + ("q" if right.receiving[-1] != "q" else "p")),
        (right.signing, right.receiving + "\n"),
        (right.signing, "ssh-ed25519 AAAA"),
    ):
        assert not DevicePublic(signing, receiving).is_sound()


def test_private_halves_are_never_shown():
    keys = make_device_keys()

    for shown in (repr(keys), str(keys), f"{keys}"):
        assert keys.receiving_secret not in shown
        assert "SECRET" not in shown
        assert keys.signing_seed.hex() not in shown
        assert repr(keys.signing_seed) not in shown


@pytest.mark.parametrize("passphrase", [None, "", "lima kata acak dari daftar", "kafé", "😀 panjang"])
def test_keys_come_back_from_their_file(tmp_path: Path, quick_kdf: None, passphrase: str | None):
    path, keys = tmp_path / "perangkat.json", make_device_keys()

    save_keys(path, keys, passphrase)

    assert load_keys(path, passphrase) == keys
    assert is_locked(path) is bool(passphrase)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["perangkat.json"]


def test_a_sealed_file_holds_no_private_half(tmp_path: Path, quick_kdf: None):
    path, keys = tmp_path / "k.json", make_device_keys()

    save_keys(path, keys, "lima kata")

    text = path.read_text()
    assert keys.signing_seed.hex() not in text
    assert keys.receiving_secret not in text


def test_an_unprotected_file_says_so(tmp_path: Path):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), None)

    assert json.loads(path.read_text())["protection"] == "unprotected"


def test_one_keyboard_or_the_other_the_passphrase_is_the_same(tmp_path: Path, quick_kdf: None):
    path, keys = tmp_path / "k.json", make_device_keys()
    save_keys(path, keys, "kaf\u00e9")

    assert load_keys(path, "kafe\u0301") == keys


def test_locked_keys_ask_for_the_right_passphrase(tmp_path: Path, quick_kdf: None):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), "lima kata")

    with pytest.raises(errors.NeedsPassphrase):
        load_keys(path, None)
    with pytest.raises(errors.WrongPassphrase) as caught:
        load_keys(path, "lima kota")
    assert caught.value.exit_code == 15
    assert "lima" not in str(caught.value)


def test_what_we_write_has_the_strength_that_was_decided(tmp_path: Path):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), "lima kata")

    kdf = json.loads(path.read_text())["kdf"]
    assert (kdf["memory_kib"], kdf["passes"], kdf["lanes"]) == (65_536, 3, 1)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("memory_kib", limits.MAX_KDF_MEMORY_KIB + 1),
        ("memory_kib", 64 * 2**20),
        ("memory_kib", 1),
        ("memory_kib", True),
        ("passes", limits.MAX_KDF_PASSES + 1),
        ("passes", 0),
        ("lanes", limits.MAX_KDF_LANES + 1),
        ("salt", "AA=="),
        ("salt", "*"),
        ("salt", None),
        ("name", "scrypt"),
    ],
)
def test_a_hostile_file_cannot_ask_for_more(tmp_path: Path, quick_kdf: None, place: str, value: object):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), "lima kata")
    document = json.loads(path.read_text())
    document["kdf"][place] = value
    path.write_text(json.dumps(document))

    with pytest.raises(errors.NotAKeyFile):
        load_keys(path, "lima kata")


def test_public_halves_and_figures_are_sealed_too(tmp_path: Path, quick_kdf: None):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), "lima kata")
    whole = json.loads(path.read_text())

    for change in (
        {"device": {"signing": "00" * 32, "receiving": "x"}},
        {"kdf": {**whole["kdf"], "passes": 2}},
        {"note": "x"},
    ):
        path.write_text(json.dumps({**whole, **change}))
        with pytest.raises(errors.WrongPassphrase):
            load_keys(path, "lima kata")


def test_an_unprotected_file_whose_halves_do_not_match_is_damaged(tmp_path: Path):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), None)
    document = json.loads(path.read_text())
    other = make_device_keys()

    for change in (
        {"device": {"signing": other.public.signing, "receiving": other.public.receiving}},
        {"secret": {"signing": "00", "receiving": "AGE-SECRET-KEY-1"}},
        {"secret": {"signing": 5, "receiving": None}},
        {"secret": "x"},
        {"protection": "none"},
        {"what": "pug-card"},
        {"version": 0},
        {"version": "1"},
    ):
        path.write_text(json.dumps({**document, **change}))
        with pytest.raises(errors.NotAKeyFile):
            load_keys(path, None)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"what":1,"what":2}', b"{" * 5000, bytes(70_000)])
def test_what_is_no_key_file_is_told_so(tmp_path: Path, data: bytes):
    path = tmp_path / "k.json"
    path.write_bytes(data)

    for ask in (is_locked, lambda path: load_keys(path, "x")):
        with pytest.raises(errors.NotAKeyFile):
            ask(path)


def test_no_file_and_a_link_are_no_key_files(tmp_path: Path):
    save_keys(tmp_path / "k.json", make_device_keys(), None)
    (tmp_path / "link.json").symlink_to("k.json")

    for name in ("none.json", "link.json", "."):
        with pytest.raises(errors.NotAKeyFile):
            load_keys(tmp_path / name, None)


def test_a_newer_key_file_is_newer(tmp_path: Path):
    path = tmp_path / "k.json"
    save_keys(path, make_device_keys(), None)
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 2}))

    with pytest.raises(errors.KeyFileNewer):
        load_keys(path, None)


def test_keys_that_cannot_be_saved_say_why(tmp_path: Path):
    with pytest.raises(errors.FolderNotWritable):
        save_keys(tmp_path / "nowhere" / "k.json", make_device_keys(), None)
