"""A bundle with one bit altered, cut short or put together otherwise is refused, and nothing is written.

`make test` alters one bit of a byte, `make faults` every one.
"""

import random
from itertools import combinations
from pathlib import Path

import pytest

from pug_desktop.bundle.container import Head
from tests.bundle.bundle_world import World, good_bundle
from tests.faults import broken
from tests.faults.killing import LONG
from tests.hostile.opening import chunks, content_of, cuts, flips, opens, sealed, sized_bundle

SIZE = 4096


def chosen(size: int, seed: int, every: int = 1) -> list[int]:
    """Every bit, or one of each byte, or of every so many bytes."""
    if LONG:
        return list(range(8 * size))
    chance = random.Random(seed)
    return [8 * byte + chance.randrange(8) for byte in range(0, size, every)]


@pytest.fixture(scope="module")
def whole(world: World, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle of four kilobytes."""
    return sized_bundle(tmp_path_factory.mktemp("whole"), world, SIZE)


def test_the_bundle_itself_opens(world: World, quick: Path, whole: bytes):
    assert list(opens(world, world.regency, quick, [("whole", whole)])) == [("whole", "opened")]


def test_every_flip_of_a_bundle_is_refused(world: World, quick: Path, whole: bytes):
    assert list(opens(world, world.regency, quick, flips(whole, chosen(SIZE, 1)))) == []


def test_every_cut_of_a_bundle_is_refused(world: World, quick: Path, whole: bytes):
    assert list(opens(world, world.regency, quick, cuts(whole, range(SIZE)))) == []


def test_every_flip_of_its_content_encrypted_anew_is_refused(world: World, quick: Path, tmp_path: Path):
    """The outer layer is whole: the signature and the digests must hold alone."""
    content = content_of(tmp_path, world)
    places = chosen(len(content), 2, every=3)

    assert list(opens(world, world.regency, quick, sealed(world.regency, flips(content, places)))) == []


def test_every_cut_of_its_content_encrypted_anew_is_refused(world: World, quick: Path, tmp_path: Path):
    content = content_of(tmp_path, world)
    lengths = range(0, len(content), 1 if LONG else 4)

    assert list(opens(world, world.regency, quick, sealed(world.regency, cuts(content, lengths)))) == []


def test_chunks_swapped_doubled_or_left_out_are_refused(world: World, quick: Path, tmp_path: Path):
    blob = random.Random(3).randbytes(11 * 65536)
    head, pieces = chunks(good_bundle(tmp_path, world.opd, world.regency, blobs=(blob,)).read_bytes())
    count = len(pieces)
    assert count == 12
    orders = {"as it was": list(range(count))}
    for first, second in combinations(range(count), 2):
        order = list(range(count))
        order[first], order[second] = second, first
        orders[f"{first} and {second} swapped"] = order
    for place in range(count):
        orders[f"{place} left out"] = [each for each in range(count) if each != place]
        orders[f"{place} doubled"] = [*range(place + 1), *range(place, count)]
    orders["backwards"] = list(reversed(range(count)))
    variants = ((name, head + b"".join(map(pieces.__getitem__, order))) for name, order in orders.items())

    assert list(opens(world, world.regency, quick, variants)) == [("as it was", "opened")]


def test_without_checking_the_signature_flips_would_be_believed(
    world: World, quick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A control: the same search notices a program that is broken on purpose."""
    monkeypatch.setattr(Head, "is_signed_by", Head.is_signed_by)
    broken.apply("no-signature")
    content = content_of(tmp_path, world)
    places = range(0, 8 * len(content), 100)

    assert list(opens(world, world.regency, quick, sealed(world.regency, flips(content, places)))) != []
