"""Stories that a walk met after thousands of runs, told once each."""

import pytest

from tests.exchange_machine import stories
from tests.exchange_machine.places import slots_of
from tests.exchange_machine.plain_results import plain_results
from tests.exchange_machine.world import World


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize("number", [0, 1])
def test_a_review_that_district_and_province_lost_comes_back_by_way_of_the_office(number, anew):
    world = World()
    try:
        with plain_results():
            stories.a_review_that_everybody_above_lost(world, number, anew=anew)
            world.come_to_rest()
        reviews = {name: [key for key in each.states() if key[0] == "review"] for name, each in world.replicas.items()}
        assert len(reviews["P"]) == 1
        assert reviews["P"] == reviews["D"] == reviews["L1"]
        assert not world.replicas["D"].held()
    finally:
        world.close()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_what_an_office_brought_back_stands_beside_no_removal_that_the_district_had_lost(number):
    world = World()
    try:
        with plain_results():
            meeting = next(n for n, slot in enumerate(slots_of(world.replicas["L1"].place)) if slot.kind == "meeting")
            stories.put(world, world.replicas["L1"], meeting, 0)
            stories.an_edit_of_what_the_district_does_not_know_to_be_removed(world, number)
            world.come_to_rest()
        conflicts = [each.conflict for replica in world.replicas.values() for each in replica.states().values()]
        assert conflicts
        assert not any(conflicts)
    finally:
        world.close()
