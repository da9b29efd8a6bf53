"""The doors of the fuzzer: what is right opens, and some thousand changes of it are answered in our words."""

import random
from collections.abc import Iterator

import pytest

from tests.faults.killing import LONG
from tests.fuzz.doors import OURS, Doors, seeds
from tests.fuzz.mutate import mutated

CHANGES = 20_000 if LONG else 150


@pytest.fixture(scope="module")
def doors() -> Iterator[Doors]:
    made = Doors()
    yield made
    made.close()


def test_what_is_right_opens_every_door(doors: Doors):
    opened = [name for name, data in seeds(doors) if doors.doors[name](data) is not None]

    assert set(opened) == doors.doors.keys()


def test_what_is_changed_somewhere_is_answered_in_our_words(doors: Doors):
    chance = random.Random(11)
    for name, right in seeds(doors):
        for _ in range(CHANGES):
            data = mutated(right, chance)
            if data is None:
                place = chance.randrange(len(right))
                data = right[:place] + chance.randbytes(chance.randrange(4)) + right[place + chance.randrange(3) :]
            try:
                doors.doors[name](data)
            except OURS:
                continue
            except Exception as error:  # noqa: BLE001 (whatever it is, it is a finding)
                pytest.fail(f"{name}: {error!r} at {data[:3000]!r}")
