"""The description of an update is read in one way only, and its installer copied whole or not at all."""

import errno
import os
import resource
import socket
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.bundle import strict_json, update_package
from pug_desktop.bundle.update_package import ReleaseKey, copy_payload, held, is_still, read_update
from pug_desktop.progress import Cancelled
from tests.bundle.updates import KEY, OTHER_KEY, PACKAGE, fill_stick, manifest, signed

KEYS = [KEY.public]


def document(**changes):
    return {**update_package.manifest_json(manifest()), **changes}


def written(tmp_path, data):
    path = tmp_path / "pug-desktop_0.2.0_amd64.deb.pugupdate"
    path.write_bytes(data)
    return path


def debian():
    return manifest().file_for("debian")


# --- the description ------------------------------------------------------------------------------------------------


def test_what_was_signed_is_read(tmp_path):
    assert read_update(fill_stick(tmp_path), KEYS) == manifest()


def test_one_of_several_keys_and_one_of_several_signatures_is_enough(tmp_path):
    path = fill_stick(tmp_path, None, OTHER_KEY, KEY)

    assert read_update(path, [*KEYS, ReleaseKey("spare", "ab" * 32)]) == manifest()


def test_a_signature_by_another_key_is_not_trusted(tmp_path):
    with pytest.raises(errors.UpdateNotTrusted):
        read_update(fill_stick(tmp_path, None, OTHER_KEY), KEYS)


def test_a_strangers_signature_under_our_keys_name_is_not_trusted(tmp_path):
    covered = update_package.signed_bytes(document())
    forged = [{"key": KEY.public.key_id, "signature": OTHER_KEY.sign(covered).hex()}]
    path = written(tmp_path, strict_json.canonical({"manifest": document(), "signatures": forged}) + b"\n")

    with pytest.raises(errors.UpdateNotTrusted):
        read_update(path, KEYS)


def test_without_a_signature_it_is_not_trusted(tmp_path):
    with pytest.raises(errors.UpdateNotTrusted) as caught:
        read_update(written(tmp_path, signed(document())), KEYS)
    assert caught.value.exit_code == 10


def test_a_program_without_keys_trusts_nothing_and_says_why(tmp_path):
    with pytest.raises(errors.UpdateNotTrusted) as caught:
        read_update(fill_stick(tmp_path), [])
    assert caught.value.fields["reason"] == "no-keys"


def test_a_signature_for_another_purpose_does_not_count(tmp_path):
    """The tag stands before what is signed: a signed list of hashes is no update."""
    bare = KEY.sign(strict_json.canonical(document()))
    signatures = [{"key": KEY.public.key_id, "signature": bare.hex()}]
    path = written(tmp_path, strict_json.canonical({"manifest": document(), "signatures": signatures}) + b"\n")

    with pytest.raises(errors.UpdateNotTrusted):
        read_update(path, KEYS)


def test_our_signature_on_another_product_is_refused(tmp_path):
    other = document(product="pug-tablet", files=[])

    with pytest.raises(errors.UpdateOfOtherProduct) as caught:
        read_update(written(tmp_path, signed(other, KEY)), KEYS)
    assert caught.value.fields["product"] == "pug-tablet"


def test_a_newer_form_is_told_as_that(tmp_path):
    with pytest.raises(errors.UpdateNewerFormat):
        read_update(written(tmp_path, signed(document(format=2, more=1), KEY)), KEYS)


def changed_file(**changes: Any):
    first, *others = document()["files"]
    return document(files=[{**first, **changes}, *others])


@pytest.mark.parametrize(
    "wrong",
    [
        changed_file(name="../pug-desktop-setup.exe"),
        changed_file(name="pug-desktop/../setup.exe"),
        changed_file(name="pug-desktop\\setup.exe"),
        changed_file(name="pug-desktop:x.exe"),
        changed_file(name="/pug-desktop.exe"),
        changed_file(name="C:pug-desktop.exe"),
        changed_file(name="CON.exe"),
        changed_file(name="setup.exe"),
        changed_file(name="pug-desktop.exe "),
        changed_file(name="pug-desktop.deb"),
        changed_file(name="pug-desktop-\u202eexe.exe"),
        changed_file(name="pug-desktop" + "x" * 90 + ".exe"),
        changed_file(name=7),
        changed_file(size=0),
        changed_file(size=-1),
        changed_file(size=True),
        changed_file(size=update_package.MAX_PAYLOAD_BYTES + 1),
        changed_file(sha256="AB" * 32),
        changed_file(sha256="ab" * 31),
        changed_file(system="macos"),
        changed_file(system=["windows"]),
        changed_file(more=1),
        document(files=[]),
        document(files=document()["files"] * 2),
        document(files={}),
        document(version="0.2"),
        document(version="0.2.0rc1"),
        document(version="00.2.0"),
        document(version="0.2.0\n"),
        document(version="99999.0.0"),
        document(version=2),
        document(serial=0),
        document(serial="20000"),
        document(needs={"version": "x", "schema": 1}),
        document(needs={"version": "0.1.0"}),
        document(needs=None),
        document(made_on="2026-11-31"),
        document(made_on="20261123"),
        document(made_on=5),
        document(notes={"id": "x" * 9000, "en": ""}),
        document(notes={"id": 1, "en": ""}),
        document(notes="x"),
        document(what="something"),
        document(format=0),
        document(format="1"),
        document(more=1),
        {name: value for name, value in document().items() if name != "serial"},
    ],
)
def test_what_is_not_written_as_it_must_be_is_refused_even_when_our_key_signed_it(tmp_path, wrong):
    with pytest.raises(errors.NotAnUpdate):
        read_update(written(tmp_path, signed(wrong, KEY)), KEYS)


def test_the_longest_serial_and_size_pass(tmp_path):
    made = manifest(serial=2**53 - 1)

    assert read_update(fill_stick(tmp_path, made), KEYS).serial == 2**53 - 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]\n",
        b'{"manifest":1,"signatures":[]}\n',
        b'{"manifest":{},"signatures":[]}\n',
        b"\xff\xfe" * 40,
        b"{" * 5000,
        b"x" * (update_package.MAX_MANIFEST_BYTES + 1),
    ],
)
def test_what_is_no_description_is_refused(tmp_path, data):
    with pytest.raises(errors.NotAnUpdate):
        read_update(written(tmp_path, data), KEYS)


def test_there_is_only_one_way_to_write_it(tmp_path):
    data = fill_stick(tmp_path).read_bytes()

    for other in (data.rstrip(b"\n"), data + b"\n", data.replace(b",", b", ", 1), b'{"manifest":{},' + data[1:]):
        with pytest.raises(errors.NotAnUpdate):
            read_update(written(tmp_path, other), KEYS)


def test_too_many_signatures_are_not_tried(tmp_path):
    with pytest.raises(errors.NotAnUpdate):
        read_update(written(tmp_path, signed(document(), *[OTHER_KEY] * 9)), KEYS)


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, 100_000), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused(tmp_path_factory, place, bit):
    folder = tmp_path_factory.mktemp("bit")
    path = fill_stick(folder)
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= 1 << bit
    path.write_bytes(bytes(data))

    with pytest.raises(errors.UpdateError):
        read_update(path, KEYS)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "socket"])
def test_a_description_that_is_no_file_is_refused(tmp_path, monkeypatch, kind):
    path = tmp_path / "pug-desktop.deb.pugupdate"
    if kind == "link":
        path.symlink_to(fill_stick(tmp_path / "there"))
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        # The name of a socket has a hundred characters.
        monkeypatch.chdir(tmp_path)
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(path.name)
        listening.close()

    with pytest.raises(errors.NotAnUpdate):
        read_update(path, KEYS)


def test_notes_lose_what_no_screen_should_show(tmp_path):
    made = manifest(notes_id="Baris satu\nBaris\u202e dua\x1b[31m")

    assert read_update(fill_stick(tmp_path, made), KEYS).notes_id == "Baris satu\nBaris dua[31m"


def test_versions_are_ordered_as_numbers():
    versions = ["0.10.0", "0.9.9", "1.0.0", "0.9.10"]

    assert sorted(versions, key=update_package.version_key) == ["0.9.9", "0.9.10", "0.10.0", "1.0.0"]


# --- pinned keys ----------------------------------------------------------------------------------------------------


def test_pinned_keys_are_read_as_they_were_written(tmp_path):
    path = tmp_path / "release-keys.json"
    path.write_bytes(update_package.release_keys_json([KEY.public, OTHER_KEY.public]))

    assert update_package.read_release_keys(path) == (KEY.public, OTHER_KEY.public)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"what":"pug-release-keys","version":2,"keys":[]}',
        b'{"what":"pug-release-keys","version":1,"keys":[{"name":"x","signing":"zz"}]}',
        b'{"what":"pug-release-keys","version":1,"keys":[{"name":1,"signing":"' + b"ab" * 32 + b'"}]}',
        b'{"what":"pug-release-keys","version":1,"keys":"x"}',
    ],
)
def test_a_list_of_keys_that_is_not_sound_trusts_nobody(tmp_path, data):
    path = tmp_path / "release-keys.json"
    path.write_bytes(data)

    assert update_package.read_release_keys(path) == ()
    assert update_package.read_release_keys(tmp_path / "none.json") == ()


# --- the copy -------------------------------------------------------------------------------------------------------


@pytest.fixture
def local(tmp_path):
    folder = tmp_path / "local"
    folder.mkdir()
    return folder


@pytest.fixture
def source(tmp_path):
    return fill_stick(tmp_path / "stick").with_suffix("")


def test_the_copy_is_what_was_signed(source, local):
    told = []

    made = copy_payload(source, debian(), local, lambda done, total: told.append((done, total)))

    assert made.read_bytes() == PACKAGE
    assert made.stat().st_mode & 0o077 == 0
    assert told[-1] == (len(PACKAGE), len(PACKAGE))


@pytest.mark.parametrize("change", ["cut", "longer", "byte", "empty"])
def test_a_file_that_is_not_the_signed_one_leaves_no_copy(source, local, change):
    data = {
        "cut": PACKAGE[:-1],
        "longer": PACKAGE + b"x",
        "byte": PACKAGE[:500] + b"!" + PACKAGE[501:],
        "empty": b"",
    }[change]
    source.write_bytes(data)

    with pytest.raises(errors.UpdateAltered):
        copy_payload(source, debian(), local)
    assert list(local.iterdir()) == []


def test_a_file_that_grows_while_it_is_copied_is_not_followed(source, local):
    def grow(_done, _total):
        with source.open("ab") as file:
            file.write(b"x" * 100_000)

    with pytest.raises(errors.UpdateAltered):
        copy_payload(source, debian(), local, grow)
    assert list(local.iterdir()) == []


def test_a_missing_installer_is_told_by_name(source, local):
    source.unlink()

    with pytest.raises(errors.UpdateFileMissing) as caught:
        copy_payload(source, debian(), local)
    assert caught.value.fields["name"] == "pug-desktop_0.2.0_amd64.deb"


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_an_installer_that_is_no_file_is_not_followed(source, local, tmp_path, kind):
    source.rename(tmp_path / "elsewhere.deb")
    if kind == "link":
        source.symlink_to(tmp_path / "elsewhere.deb")
    elif kind == "pipe":
        os.mkfifo(source)
    else:
        source.mkdir()

    with pytest.raises(errors.NotAnUpdate):
        copy_payload(source, debian(), local)
    assert list(local.iterdir()) == []


def test_a_cancel_leaves_no_copy(source, local):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_payload(source, debian(), local, stop)
    assert list(local.iterdir()) == []


def test_a_disk_that_fills_up_is_told_as_that(source, local):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        with pytest.raises(errors.UpdateNoRoom):
            copy_payload(source, debian(), local)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(local.iterdir()) == []


def test_a_copy_that_the_disk_wrote_otherwise_is_noticed(source, local, monkeypatch):
    """What is checked is read back from the disk, not what went there."""
    real = update_package.durable.forget_cached

    def spoil(descriptor):
        (part,) = local.iterdir()
        with part.open("r+b") as file:
            file.seek(700)
            file.write(b"?")
        real(descriptor)

    monkeypatch.setattr(update_package.durable, "forget_cached", spoil)
    with pytest.raises(errors.UpdateAltered):
        copy_payload(source, debian(), local)
    assert list(local.iterdir()) == []


def test_the_held_file_is_known_again(source, local):
    path = copy_payload(source, debian(), local)

    with held(path) as file:
        assert is_still(path, file)
        path.rename(path.with_name("other"))
        assert not is_still(path, file)
        path.write_bytes(PACKAGE)
        assert not is_still(path, file)
    path.unlink()
    path.symlink_to(path.with_name("other"))
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)), held(path):
        pass
