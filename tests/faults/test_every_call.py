"""Killed at any call that changes something, an export or an import was made whole or not at all.

`make test` kills at some of them, `make faults` at every one: strace delivers SIGKILL as the call begins. After that
the profile opens, the doctor finds nothing, no leftovers lie about, the stick has whole bundles or none, what was said
to be done is done, and the same work can be done again.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from pug_desktop.app import receipts, receive, send
from pug_desktop.app.digest import digest
from tests.faults import tracing
from tests.faults.killing import LONG
from tests.faults.scene import Scene, confirmed, make_scene, reached_of, sent_from, sound, state_of
from tests.faults.tracing import Point, Traced, needs_strace
from tests.golden.former import EXPECTED, lay_out, rows_of

FEW = 3
"""Points of each sort of work in `make test`."""

pytestmark = needs_strace


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("calls"))


def chosen(points: list[Point], seed: int) -> list[Point]:
    """All, or some: always among them a sync and the last rename, where the order counts."""
    if LONG:
        return points
    rest = random.Random(seed).sample(points, FEW - 2)
    syncs = [point for point in points if "sync" in point.call]
    renames = [point for point in points if "rename" in point.call]
    return [*rest, *syncs[-1:], *renames[-1:]]


def sweep(log: Path, scene: Scene, seed: int, given: tuple[object, ...], check: Callable[[Traced], bool]) -> int:
    """Kill at each point; `check` looks at what is left and tells whether the work was done. Returns how many."""
    scene.restore()
    whole, points = tracing.count(log, *given)
    assert whole.code == 0, whole.problem
    assert check(whole), "the work is not done when nothing happens"
    done = []
    for point in chosen(points, seed):
        scene.restore()
        killed = tracing.kill_at(log, point, *given)
        assert killed.code != 0, f"{point} was never reached"
        try:
            done.append(check(killed))
        except Exception as error:
            raise AssertionError(f"killed at {point}, had said {killed.said}: {error!r}") from error
    assert not all(done), "every child was done before it was killed"
    print(f"{given[0]}: {len(done)} points of {len(points)}, {sum(done)} times done")
    return len(done)


def test_an_import_is_whole_or_not_at_all_whenever_it_is_killed(scene: Scene, tmp_path: Path):
    sent = sent_from(scene)
    assert len(sent) > 1, "evidence in a file of its own is wanted"
    states = []
    with sound(scene.province) as ws:
        states.append(state_of(ws))
        for path in sent:
            receive.take_in(ws, path)
            states.append(state_of(ws))
    assert len({*states}) == len(states)

    def check(killed: Traced) -> bool:
        with sound(scene.province) as ws:
            reached = reached_of(states, ws)
            assert reached >= len(killed.results), "what was said to be in is gone"
            for number, path in enumerate(sent):
                assert receive.take_in(ws, path).already is (number < reached)
            assert state_of(ws) == states[-1]
        return reached == len(sent)

    sweep(tmp_path / "log", scene, 1, ("take_in", scene.province, *sent), check)


def test_an_export_is_whole_or_not_at_all_whenever_it_is_killed(scene: Scene, tmp_path: Path):
    scene.restore()
    with sound(scene.regency) as ws:
        records = state_of(ws)[0]
        numbers = {each.seq for each in send.sent_log(ws)}

    def check(killed: Traced) -> bool:
        whole = sorted(scene.stick.glob("*.pug"))
        promised = [name for names in killed.results for name in names]
        assert {*promised} <= {path.name for path in whole}, "a bundle that was promised is not there"
        with sound(scene.regency) as ws, sound(scene.province) as above:
            assert state_of(ws)[0] == records
            for path in whole:
                assert not receive.take_in(above, path).already
            again = send.send(ws, send.find_addressee(ws), scene.stick)
            assert not {*again.files} & {*whole}
            assert list(scene.stick.glob("*.part")) == []
            for path in again.files:
                receive.take_in(above, path)
            assert state_of(above)[2] == state_of(ws)[2], "evidence is missing above"
            log = send.sent_log(ws)
            assert len({each.seq for each in log}) == len(log), "a number was used twice"
            assert {each.seq for each in log} >= numbers
            assert all(each.state == "dikirim" for each in log if each.file_name in {path.name for path in again.files})
        return bool(promised)

    sweep(tmp_path / "log", scene, 2, ("send", scene.regency, scene.stick), check)


def test_a_receipt_is_written_whole_or_not_at_all_whenever_it_is_killed(scene: Scene, tmp_path: Path):
    def check(killed: Traced) -> bool:
        with sound(scene.province) as above, sound(scene.regency) as ws:
            found = receipts.read_receipts(ws, scene.stick)
            assert all(each.error is None for each in found)
            assert len(found) >= len(killed.results), "a receipt that was promised is not there"
            receipts.write_receipt(above, receive.received_log(above)[0].bundle_id, scene.stick)
            assert len(receipts.read_receipts(ws, scene.stick)) == 1
        return bool(killed.results)

    sweep(tmp_path / "log", scene, 3, ("write_receipt", scene.province, scene.stick), check)


def test_a_receipt_is_taken_in_whole_or_not_at_all_whenever_it_is_killed(scene: Scene, tmp_path: Path):
    scene.restore()
    sent = sent_from(scene)
    with sound(scene.regency) as ws:
        former = confirmed(ws)
        send.send(ws, send.find_addressee(ws), scene.stick)
    with sound(scene.province) as above:
        for path in sorted(scene.stick.glob("*.pug")):
            received = receive.take_in(above, path)
        receipts.write_receipt(above, received.bundle_id, scene.stick)
    kept = scene.kept
    inner = Scene(scene.folder, kept.with_name("kept-with-receipt"))
    inner.keep()
    assert sent

    def check(killed: Traced) -> bool:
        with sound(scene.regency) as ws:
            news = {*confirmed(ws)} - {*former}
            assert not killed.results or news == {*killed.results[0]}
            receipts.read_receipts(ws, scene.stick)
            assert {*confirmed(ws)} > {*former}
            left = send.standing(ws)[0]
            assert left.unconfirmed == 0
        return bool(news)

    sweep(tmp_path / "log", inner, 4, ("read_receipts", scene.regency, scene.stick), check)


def test_a_database_of_the_former_release_is_brought_up_whole_or_not_at_all(tmp_path: Path):
    scene = Scene(tmp_path / "scene", tmp_path / "kept")
    scene.folder.mkdir()
    lay_out(scene.regency)
    scene.keep()

    def check(killed: Traced) -> bool:
        with sound(scene.regency) as ws:
            whole = digest(ws).whole
            assert (whole.count, whole.value) == (EXPECTED["count"], EXPECTED["digest"])
        for table, was in EXPECTED["tables"].items():
            if not table.startswith("sync_"):
                assert rows_of(scene.regency, table, was["columns"]) == was["rows"]
        return bool(killed.results)

    sweep(tmp_path / "log", scene, 5, ("open", scene.regency), check)
