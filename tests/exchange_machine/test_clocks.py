"""What clocks say decides nothing: the same story at 1980, 2038 and 2099 ends the same."""

from typing import Any

from hypothesis.stateful import run_state_machine_as_test

from pug_desktop.storage.digest import digest
from tests.exchange_machine.machine import Exchange
from tests.exchange_machine.places import CLOCKS, PLACES
from tests.exchange_machine.settings import CLOCK_RUNS, CLOCK_STEPS, ordinary
from tests.exchange_machine.world import Broken, World

RIGHT = (CLOCKS[1],) * len(PLACES)


class Clocks(Exchange):
    """One world whose clocks are right, and two where each device has another mistake."""

    def make(self, salt: int) -> list[World]:
        wrong = tuple(CLOCKS[(salt + number) % len(CLOCKS)] for number in range(len(PLACES)))
        return [World(salt, RIGHT), World(salt, wrong), World(salt, wrong[::-1])]

    def compare(self) -> None:
        first, *others = [_end(world) for world in self.worlds]
        for each in others:
            if each != first:
                differing = [name for name in first if first[name] != each[name]]
                raise Broken("clocks", f"the same story ends otherwise at {differing}")


def _end(world: World) -> dict[str, Any]:
    found = {}
    for name, replica in world.replicas.items():
        states = {
            key: (each.scope, each.lseq, each.vector, each.cells, each.deleted, each.conflict, each.parked)
            for key, each in replica.states().items()
        }
        with replica.looking() as connection:
            found[name] = (states, replica.rows(), digest(connection))
    return found


def test_the_same_story_under_any_clocks_ends_the_same():
    run_state_machine_as_test(Clocks, settings=ordinary(CLOCK_RUNS, CLOCK_STEPS))
