"""Stories that a walk met after thousands of runs, told once each."""

import pytest

from tests.exchange_machine import stories
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
