"""A disk or stick that fails at any call is told in our words, and leaves everything before or after, never between.

strace lets one call fail: with a full disk, an I/O error, a medium that can only be read. `make test` tries some,
`make faults` every call with each error.
"""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pug_desktop.app import receive, send
from tests.faults import tracing
from tests.faults.killing import LONG
from tests.faults.scene import Scene, make_scene, reached_of, sent_from, sound, state_of
from tests.faults.tracing import Traced, needs_strace

ERRORS = ("ENOSPC", "EIO", "EROFS")
FEW = 3

pytestmark = needs_strace


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("errors"))


def sweep(log: Path, scene: Scene, seed: int, given: tuple[object, ...], check: Callable[[Traced], None]) -> None:
    scene.restore()
    whole, points = tracing.count(log, *given)
    assert whole.code == 0, whole.problem
    cases = [(point, error) for point in points if not point.speaks for error in ERRORS]
    told: Counter[str] = Counter()
    wrong = []
    for point, error in cases if LONG else random.Random(seed).sample(cases, FEW):
        scene.restore()
        failed = tracing.fail_at(log, point, error, *given)
        try:
            assert failed.code == 0, "it ended without a word of ours: " + failed.problem[-600:]
            check(failed)
        except Exception as problem:  # noqa: BLE001 (all of them are wanted at once)
            wrong.append(f"{error} at {point.call} {point.n}, had said {failed.said}: {problem!r}")
        told.update(each["error"] for each in failed.said if isinstance(each, dict))
    print(f"{given[0]}: {len(cases)} cases, told: {dict(told)}")
    assert wrong == [], "\n".join(wrong)


def done(failed: Traced) -> list[object]:
    """What was said to be done, without what went wrong after it."""
    return [each for each in failed.results if not isinstance(each, dict)]


def test_an_import_is_whole_or_not_at_all_whatever_fails(scene: Scene, tmp_path: Path):
    sent = sent_from(scene)
    with sound(scene.province) as ws:
        states = [state_of(ws)]
        for path in sent:
            receive.take_in(ws, path)
            states.append(state_of(ws))

    def check(failed: Traced) -> None:
        with sound(scene.province) as ws:
            reached = reached_of(states, ws)
            assert reached >= len(done(failed)), "what was said to be in is gone"
            for number, path in enumerate(sent):
                assert receive.take_in(ws, path).already is (number < reached)
            assert state_of(ws) == states[-1]

    sweep(tmp_path / "log", scene, 31, ("take_in", scene.province, *sent), check)


def test_an_export_is_whole_or_not_at_all_whatever_fails(scene: Scene, tmp_path: Path):
    def check(failed: Traced) -> None:
        whole = sorted(scene.stick.glob("*.pug"))
        promised = {name for names in done(failed) for name in names}
        assert promised <= {path.name for path in whole}, "a bundle that was promised is not there"
        with sound(scene.regency) as ws, sound(scene.province) as above:
            for path in whole:
                assert not receive.take_in(above, path).already
            for path in send.send(ws, send.find_addressee(ws), scene.stick).files:
                receive.take_in(above, path)
            assert state_of(above)[2] == state_of(ws)[2], "evidence is missing above"
            assert list(scene.stick.glob("*.part")) == []

    sweep(tmp_path / "log", scene, 32, ("send", scene.regency, scene.stick), check)
