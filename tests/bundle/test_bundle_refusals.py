"""Every way to be wrong has its name, and leaves nothing behind."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bundle_world import BLOB, Member, World, draft, forge_card, good_bundle, packed_files, seal

from pug_desktop import errors
from pug_desktop.bundle import compress, limits, manifest
from pug_desktop.bundle.cards import Grant
from pug_desktop.bundle.unpack import Trusted, look, unpack


def refusal(path: Path, staging: Path, receiver: Member, trusted: Trusted) -> errors.PugError:
    """What `unpack` says; the staging folder is as it was."""
    with pytest.raises(errors.PugError) as caught:
        unpack(path, staging, receiver.keys, trusted)
    assert not staging.exists()
    return caught.value


@pytest.fixture
def at_regency(world: World) -> Iterator[Callable[[bytes], errors.PugError]]:
    """What the regency says of a file with these bytes; in memory where the system can, since it is asked often."""
    trusted = world.trusted(world.regency)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        path = Path(folder, "hostile.pug")

        def open_bytes(data: bytes) -> errors.PugError:
            path.write_bytes(data)
            return refusal(path, path.with_name("staging"), world.regency, trusted)

        yield open_bytes


# --- bytes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("foreign", [b"", b"age-encryption", b"hello", b"PK\3\4" + bytes(60), b"PUGB1" + bytes(99)])
def test_what_is_no_age_file_is_told_so(at_regency, foreign: bytes):
    ours_cut_short = b"age-encryption.org/v1\n".startswith(foreign)

    assert type(at_regency(foreign)) is (errors.DamagedBundle if ours_cut_short else errors.NotABundle)


def test_a_foreign_age_file_for_us_is_no_bundle(world: World, at_regency):
    assert type(at_regency(seal(b"a letter to the regency", world.regency.keys))) is errors.NotABundle
    assert type(at_regency(seal(b"", world.regency.keys))) is errors.NotABundle


def test_bytes_after_the_last_part_are_refused(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency)
    pieces.after = b"x"

    error = at_regency(seal(pieces.content(), world.regency.keys))

    assert type(error) is errors.DamagedBundle
    assert error.fields["part"] == "length"


def test_a_part_that_is_not_what_the_manifest_says_is_named(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency)
    pieces.parts[1] = BLOB[::-1]

    error = at_regency(seal(pieces.content(), world.regency.keys))

    assert type(error) is errors.DamagedBundle
    assert error.fields["part"] == "SK Pokja 0.pdf"


# --- who and for whom ---------------------------------------------------------------------------------------------


def test_for_another_office(world: World, tmp_path: Path):
    path = good_bundle(tmp_path, world.opd, world.regency)

    error = refusal(path, tmp_path / "staging", world.province, world.trusted(world.province))

    assert type(error) is errors.NotForThisOffice


def test_encrypted_anew_for_somebody_else(world: World, tmp_path: Path):
    """T3: the regency hands the OPD's signed content on to the province as if it had been sent there."""
    content = draft(tmp_path, world.opd, world.regency).content()
    path = tmp_path / "x.pug"
    path.write_bytes(seal(content, world.province.keys))

    error = refusal(path, tmp_path / "staging", world.province, world.trusted(world.province))

    assert type(error) is errors.NotForThisOffice


def test_unsigned(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency)
    for signature, parts in ((bytes(64), pieces.parts), (b"", pieces.parts), (b"", [])):
        pieces.signature, pieces.parts = signature, parts
        assert type(at_regency(seal(pieces.content(), world.regency.keys))) is errors.WrongSignature


def test_signed_by_another_key_than_the_card_says(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency).sign(world.stranger.keys)

    assert type(at_regency(seal(pieces.content(), world.regency.keys))) is errors.WrongSignature


def test_a_signature_made_for_another_purpose_does_not_fit(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency)
    pieces.signature = world.opd.keys.sign(pieces.document)

    assert type(at_regency(seal(pieces.content(), world.regency.keys))) is errors.WrongSignature


def test_from_an_unknown_sender(world: World, tmp_path: Path, at_regency):
    """The stranger has a card in perfect order, under a root of its own."""
    path = good_bundle(tmp_path, world.stranger, world.regency, scope="36.71")

    error = at_regency(path.read_bytes())
    found = look(path, world.regency.keys, world.trusted(world.regency))

    assert type(error) is errors.UnknownSender
    assert error.fields["device"] == world.stranger.device_id
    assert found.sender_card == world.stranger.card
    assert found.manifest is not None


def test_a_card_with_borrowed_links_is_unknown(world: World, tmp_path: Path, at_regency):
    """The stranger puts our province's card above its own."""
    pieces = draft(tmp_path, world.stranger, world.regency, scope="36.71")
    document = pieces.json()
    document["sender"]["chain"] = draft(tmp_path / "b", world.opd, world.regency).json()["sender"]["chain"]

    error = at_regency(seal(pieces.set_json(document, world.stranger.keys).content(), world.regency.keys))

    assert type(error) is errors.UnknownSender


def test_from_a_withdrawn_card(world: World, tmp_path: Path, at_regency):
    error = at_regency(good_bundle(tmp_path, world.revoked, world.regency).read_bytes())

    assert type(error) is errors.RevokedSender


def test_below_a_withdrawn_card(world: World, tmp_path: Path):
    """Withdrawing the regency's card withdraws what it signed."""
    path = good_bundle(tmp_path, world.opd, world.province)
    usual = world.trusted(world.province)
    trusted = Trusted(usual.root, usual.cards, usual.me, frozenset({world.regency.card.serial}))

    error = refusal(path, tmp_path / "staging", world.province, trusted)

    assert type(error) is errors.RevokedSender


def test_our_own(world: World, tmp_path: Path):
    path = good_bundle(tmp_path, world.opd, world.regency)

    error = refusal(path, tmp_path / "staging", world.opd, world.trusted(world.opd))

    assert type(error) is errors.OwnBundle
    assert error.exit_code == 4


@pytest.mark.parametrize("scope", ["36", "36.71", "36.72", "36.71/" + "0" * 31 + "9", "12"])
def test_a_known_sender_outside_its_scope(world: World, tmp_path: Path, at_regency, scope: str):
    error = at_regency(good_bundle(tmp_path, world.opd, world.regency, scope=scope).read_bytes())

    assert type(error) is errors.OutsideScope
    assert error.fields["allowed"] == world.opd.card.office.scope


def test_an_office_beside_us_has_nothing_for_us(world: World, tmp_path: Path):
    path = good_bundle(tmp_path, world.opd, world.revoked)
    usual = world.trusted(world.revoked)
    trusted = Trusted(usual.root, usual.cards, usual.me)

    assert type(refusal(path, tmp_path / "staging", world.revoked, trusted)) is errors.OutsideScope


def test_a_card_signed_by_an_opd_is_unknown(world: World, tmp_path: Path, at_regency):
    """An OPD signs a card for another device: only the regency may."""
    office = replace(world.revoked.card.office, office_id="9" * 32)
    card = forge_card(office, world.stranger.keys, world.opd)
    pretender = Member(world.stranger.keys, Grant(card, (world.opd.card, *world.opd.grant.chain)))

    error = at_regency(good_bundle(tmp_path, pretender, world.regency).read_bytes())

    assert type(error) is errors.UnknownSender


# --- versions -----------------------------------------------------------------------------------------------------


def test_from_a_newer_program(world: World, tmp_path: Path, at_regency):
    """Nothing but who, for whom and for which reader may be looked at: the rest may have changed."""
    pieces = draft(tmp_path, world.opd, world.regency)
    document = pieces.json()
    document["min_reader"] = manifest.READER + 1
    document["parts"] = {"now": "an object"}
    del document["scope"]

    error = at_regency(seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys))

    assert type(error) is errors.FromNewerProgram
    assert error.fields["needs"] == manifest.READER + 1
    assert error.exit_code == 12


def test_newer_and_unknown_is_unknown(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.stranger, world.regency)
    document = pieces.json()
    document["min_reader"] = 9

    error = at_regency(seal(pieces.set_json(document, world.stranger.keys).content(), world.regency.keys))

    assert type(error) is errors.UnknownSender


def test_a_newer_container_or_card_is_newer(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency)
    pieces.magic = b"PUGB2"
    assert type(at_regency(seal(pieces.content(), world.regency.keys))) is errors.FromNewerProgram

    pieces.magic = b"PUGB1"
    document = pieces.json()
    document["sender"]["card"]["version"] = 2
    error = at_regency(seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys))
    assert type(error) is errors.FromNewerProgram


# --- JSON ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "break_it",
    [
        lambda text: text.replace(b'"seq":1', b'"seq":1,"seq":1'),
        lambda text: text.replace(b'"signing":', b'"signing":"00","signing":', 1),
        lambda text: text.replace(b'"seq":1', b'"seq":1.0'),
        lambda text: text.replace(b'"seq":1', b'"seq":1e2'),
        lambda text: text.replace(b'"seq":1', b'"seq":NaN'),
        lambda text: text.replace(b'"seq":1', b'"seq":-Infinity'),
        lambda text: text.replace(b'"seq":1', b'"seq":"1"'),
        lambda text: text.replace(b'"seq":1', b'"seq":true'),
        lambda text: text.replace(b'"seq":1', b'"seq":0'),
        lambda text: text.replace(b'"seq":1', b'"x":"\\ud800","seq":1'),
        lambda text: text.replace(b'"seq":1', b'"x":"\xff","seq":1'),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text + b"{}",
        lambda text: b"[" + text + b"]",
        lambda text: b"",
        lambda text: text.replace(b'"full":true', b'"full":1'),
        lambda text: text.replace(b'"bundle_id":"b', b'"bundle_id":"B'),
        lambda text: text.replace(b'"scope":"36.71/', b'"scope":"../../'),
        lambda text: text.replace(b'"from":0', b'"from":8'),
    ],
)
def test_a_manifest_that_can_be_read_in_two_ways(world: World, tmp_path: Path, at_regency, break_it):
    pieces = draft(tmp_path, world.opd, world.regency)
    before = pieces.document
    pieces.document = break_it(before)
    assert pieces.document != before

    error = at_regency(seal(pieces.sign(world.opd.keys).content(), world.regency.keys))

    assert type(error) is errors.DamagedBundle
    assert error.fields["part"] == "manifest"


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.reverse(),
        lambda parts: parts.clear(),
        lambda parts: parts.append(dict(parts[0])),
        lambda parts: parts.append(dict(parts[1])),
        lambda parts: parts[1].update(sha256="../../etc/passwd"),
        lambda parts: parts[1].update(size=1),
        lambda parts: parts[1].update(kind="program"),
        lambda parts: parts[1].update(size=-1, packed_size=-1),
        lambda parts: parts[1].update(name="x" * 513),
    ],
)
def test_parts_that_do_not_belong_together(world: World, tmp_path: Path, at_regency, change):
    pieces = draft(tmp_path, world.opd, world.regency)
    document = pieces.json()
    change(document["parts"])

    error = at_regency(seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys))

    assert type(error) is errors.DamagedBundle


def test_one_part_twice_is_refused_even_when_both_are_there(world: World, tmp_path: Path, at_regency):
    pieces = draft(tmp_path, world.opd, world.regency)
    document = pieces.json()
    document["parts"].append(document["parts"][1])
    pieces.parts.append(pieces.parts[1])

    error = at_regency(seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys))

    assert type(error) is errors.DamagedBundle
    assert error.fields["part"] == "manifest"


# --- packed records -----------------------------------------------------------------------------------------------


def test_what_unpacks_to_something_else_is_refused(tmp_path: Path):
    files, (records, _) = packed_files(tmp_path, b"line\n" * 1000)
    whole = files[0].read_bytes()

    def problem(data: bytes, size: int) -> type[errors.PugError]:
        files[0].write_bytes(data)
        with pytest.raises(errors.PugError) as caught:
            list(compress.decompress(files[0], size))
        return type(caught.value)

    assert problem(whole, records.size - 1) is errors.OverLimit
    assert problem(whole, records.size + 1) is errors.DamagedBundle
    assert problem(whole[:-1], records.size) is errors.DamagedBundle
    assert problem(whole + b"x", records.size) is errors.DamagedBundle
    assert problem(whole + whole, records.size) is errors.DamagedBundle
    assert problem(b"", 0) is errors.DamagedBundle
    assert problem(b"no zstd", 5) is errors.DamagedBundle
    assert problem(whole, limits.MAX_RECORDS_BYTES + 1) is errors.OverLimit


def test_a_bomb_is_stopped_at_its_declared_size(tmp_path: Path):
    path = tmp_path / "bomb.zst"
    compress.compress(path, [bytes(2**24)] * 8)
    assert path.stat().st_size < 20_000
    sizes = [0]

    with pytest.raises(errors.OverLimit):
        sizes.extend(len(piece) for piece in compress.decompress(path, 1_000_000))
    assert max(sizes) <= 8 * 2**20


def test_a_window_of_gigabytes_is_refused(tmp_path: Path):
    import zstandard

    path = tmp_path / "window.zst"
    wide = zstandard.ZstdCompressionParameters(window_log=27, enable_ldm=True)
    compressor = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    path.write_bytes(compressor.compress(os.urandom(1000)) + compressor.flush())

    with pytest.raises(errors.OverLimit) as caught:
        list(compress.decompress(path, 1000))
    assert caught.value.fields["what"] == "window"
