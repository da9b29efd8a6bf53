"""The stick is pulled out in the middle: what was promised is on it, and nothing that looks like a bundle is half.

`make test` pulls it out some times, `make faults` twenty times as often. A pull is the death of the FUSE server.
"""

import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import receipts, receive, send
from tests.faults.killing import moments
from tests.faults.scene import Scene, make_scene, sound, state_of
from tests.faults.usb import Stick, needs_stick, stick

BIG = 4_000_000
"""Bytes of evidence, so that there is a middle to pull it out in."""

PULLS = 2

pytestmark = needs_stick


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("pull"), big=BIG)


@pytest.fixture
def usb(tmp_path: Path) -> Iterator[Stick]:
    with stick(tmp_path) as found:
        yield found


class Pull:
    """Pulls the stick out so long after now, unless it was done by then."""

    def __init__(self, usb: Stick, seconds: float) -> None:
        self._timer = threading.Timer(seconds, usb.pull)
        self._timer.start()

    def over(self) -> None:
        self._timer.join()


def test_pulled_while_writing_the_stick_holds_whole_bundles_or_none(scene: Scene, usb: Stick):
    longest = timed_send(scene, usb)
    promised = refused = 0
    for moment in moments(21, PULLS, 1.3 * longest):
        scene.restore()
        usb.format()
        usb.plug_in()
        with sound(scene.regency) as ws:
            addressee = send.find_addressee(ws)
            pull = Pull(usb, moment)
            try:
                names = [path.name for path in send.send(ws, addressee, usb.folder).files]
                promised += 1
            except errors.StickError:
                names = []
                refused += 1
            pull.over()
        usb.clear_away()
        usb.plug_in()
        whole = sorted(usb.folder.glob("*.pug"))
        assert {path.name for path in whole} >= {*names}, "what could be pulled out is not there"
        with sound(scene.regency) as ws, sound(scene.province) as above:
            for path in whole:
                assert not receive.take_in(above, path).already
            again = send.send(ws, addressee, usb.folder)
            assert list(usb.folder.glob("*.part")) == []
            for path in again.files:
                receive.take_in(above, path)
            assert state_of(above)[2] == state_of(ws)[2]
        usb.clear_away()
    print(f"{promised + refused} pulls, {promised} after the word, {refused} before")
    assert refused, "every bundle was written before the stick was pulled out"


def timed_send(scene: Scene, usb: Stick) -> float:
    """How long it takes when nobody pulls."""
    scene.restore()
    usb.plug_in()
    with sound(scene.regency) as ws:
        started = time.perf_counter()
        send.send(ws, send.find_addressee(ws), usb.folder)
        took_s = time.perf_counter() - started
    usb.clear_away()
    return took_s


def test_pulled_while_reading_nothing_has_happened_or_all(scene: Scene, usb: Stick):
    scene.restore()
    usb.plug_in()
    with sound(scene.regency) as ws:
        sent = send.send(ws, send.find_addressee(ws), usb.folder)
    with sound(scene.province) as above:
        before = state_of(above)
        started = time.perf_counter()
        receive.take_in(above, sent.path)
        took_s = time.perf_counter() - started
        after = state_of(above)
    usb.clear_away()
    taken = refused = 0
    for moment in moments(22, PULLS, took_s):
        scene.restore()
        usb.plug_in()
        with sound(scene.province) as above:
            pull = Pull(usb, moment)
            try:
                receive.take_in(above, sent.path)
                is_in = True
            except errors.StickError:
                is_in = False
            pull.over()
            assert state_of(above) == (after if is_in else before)
        usb.clear_away()
        usb.plug_in()
        with sound(scene.province) as above:
            assert state_of(above) == (after if is_in else before)
            assert receive.take_in(above, sent.path).already is is_in
            assert state_of(above) == after
        usb.clear_away()
        taken, refused = taken + is_in, refused + (not is_in)
    print(f"{taken + refused} pulls, {taken} after the copy, {refused} before")


def test_a_receipt_is_whole_or_not_there_when_the_stick_is_pulled(scene: Scene, usb: Stick):
    chance = random.Random(23)
    scene.restore()
    for _ in moments(23, PULLS, 1.0):
        usb.format()
        usb.plug_in()
        with sound(scene.province) as above, sound(scene.regency) as ws:
            bundle_id = receive.received_log(above)[0].bundle_id
            pull = Pull(usb, chance.uniform(0, 0.02))
            try:
                promised = [receipts.write_receipt(above, bundle_id, usb.folder).name]
            except errors.StickError:
                promised = []
            pull.over()
            usb.clear_away()
            usb.plug_in()
            found = receipts.read_receipts(ws, usb.folder)
            assert [each.error for each in found if each.error] == []
            assert {each.path.name for each in found} >= {*promised}
        usb.clear_away()


def test_a_stick_that_cannot_be_written_is_told_so(scene: Scene, usb: Stick):
    scene.restore()
    usb.plug_in("ro")
    with sound(scene.regency) as ws, sound(scene.province) as above:
        with pytest.raises(errors.StickReadOnly):
            send.send(ws, send.find_addressee(ws), usb.folder)
        with pytest.raises(errors.StickReadOnly):
            receipts.write_receipt(above, receive.received_log(above)[0].bundle_id, usb.folder)
        assert receipts.read_receipts(ws, usb.folder) == ()
        assert send.send(ws, send.find_addressee(ws), scene.stick).path.exists()


def test_a_bundle_is_taken_in_from_a_stick_that_cannot_be_written(scene: Scene, usb: Stick):
    scene.restore()
    usb.plug_in()
    with sound(scene.regency) as ws:
        sent = send.send(ws, send.find_addressee(ws), usb.folder)
    usb.clear_away()
    usb.plug_in("ro")
    with sound(scene.province) as above:
        assert not receive.take_in(above, sent.path).already
