"""A bundle that was altered is refused by the whole program, and the profile is byte for byte as before."""

import hashlib
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import receive, send
from pug_desktop.app.workspace import Workspace, open_profile
from pug_desktop.bundle import age_file
from tests.bundle.bundle_world import seal
from tests.faults.killing import LONG
from tests.faults.scene import Scene, make_scene, sent_from
from tests.hostile.opening import cuts, flips

TRIES = 4000 if LONG else 80
ASIDE = ("karantina", "menunggu")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("take-in"))


@pytest.fixture(scope="module")
def bundle(scene: Scene) -> bytes:
    return sent_from(scene)[0].read_bytes()


@pytest.fixture
def province(scene: Scene) -> Iterator[Workspace]:
    scene.restore()
    with closing(open_profile(scene.province)) as ws:
        yield ws


def digests(folder: Path) -> dict[str, str]:
    """Every file of the profile but those that were set aside, the database and its log among them."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in ASIDE
    }


def content_of(ws: Workspace, bundle: bytes, folder: Path) -> bytes:
    """What lies inside, as the addressee can read it."""
    path, found = folder / "x.pug", bytearray()
    path.write_bytes(bundle)
    with path.open("rb") as file:
        age_file.decrypt(file, found.extend, ws.keys.identity(), path)
    return bytes(found)


def all_refused(ws: Workspace, path: Path, variants: Iterator[tuple[int, bytes]]) -> int:
    before, count = digests(ws.folder), 0
    for what, data in variants:
        path.write_bytes(data)
        with pytest.raises(errors.BundleError):
            receive.take_in(ws, path)
        assert digests(ws.folder) == before, what
        count += 1
    return count


def test_a_flip_changes_nothing_in_the_profile(province: Workspace, bundle: bytes, tmp_path: Path):
    places = random.Random(51).sample(range(8 * len(bundle)), TRIES)

    assert all_refused(province, tmp_path / "x.pug", flips(bundle, places)) == TRIES


def test_a_cut_changes_nothing_in_the_profile(province: Workspace, bundle: bytes, tmp_path: Path):
    lengths = random.Random(52).sample(range(len(bundle)), TRIES // 2)

    assert all_refused(province, tmp_path / "x.pug", cuts(bundle, lengths)) == TRIES // 2


def test_a_flip_of_what_somebody_encrypted_anew_changes_nothing_either(
    province: Workspace, bundle: bytes, tmp_path: Path
):
    content = content_of(province, bundle, tmp_path)
    # Half of them in the head, where each bit means something.
    chance = random.Random(53)
    places = [chance.randrange(8 * (len(content) if number % 2 else 4000)) for number in range(TRIES // 2)]
    variants = ((place, seal(data, province.keys)) for place, data in flips(content, places))

    assert all_refused(province, tmp_path / "x.pug", variants) == TRIES // 2


def test_what_was_refused_leaves_room_for_the_right_one(province: Workspace, bundle: bytes, tmp_path: Path):
    path = tmp_path / "x.pug"
    path.write_bytes(bundle[:-1])
    with pytest.raises(errors.DamagedBundle):
        receive.take_in(province, path)
    path.write_bytes(bundle)

    assert receive.take_in(province, path).new > 0


def test_a_bundle_of_an_office_whose_number_is_the_largest_there_is_takes_no_time(scene: Scene, tmp_path: Path):
    """A gap of nine thousand billion bundles is told without counting them."""
    scene.restore()
    with closing(open_profile(scene.regency)) as ws, closing(open_profile(scene.province)) as above:
        with ws.database.write() as connection:
            connection.exec_driver_sql("UPDATE sync_self SET sent_seq = ?", (2**53 - 3,))
        sent = send.send(ws, send.find_addressee(ws), tmp_path)
        assert sent.seq == 2**53 - 2
        receive.take_in(above, sent.path)
        found = next(each for each in send.standing(above) if each.addressee.device_id == ws.profile.device_id)
        assert found.last_received_seq == sent.seq
        assert len(found.missing_seqs) <= 1000
