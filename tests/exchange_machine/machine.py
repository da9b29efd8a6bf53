"""The random walks: what people do, what sticks do, and the stories that somebody fears.

Plain rules find a plain mistake soon and a rare one never; each story here is one that took a person weeks to think of
and a walk a thousand runs to meet. All rules choose by numbers, so that one that fits nothing just does nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition
from hypothesis.stateful import rule as plain_rule

from tests.exchange_machine import stories
from tests.exchange_machine.hostile import FORGERIES
from tests.exchange_machine.places import LINKS, PLACES
from tests.exchange_machine.plain_results import plain_results
from tests.exchange_machine.replica import LIMIT, Replica
from tests.exchange_machine.world import World

names = st.sampled_from(list(PLACES))
links = st.sampled_from(LINKS)
numbers = st.integers(0, 10**6)
few = st.integers(0, 4)

STICKS = 30
"""So many bundles lie in drawers; older ones are lost."""


def rule(**strategies: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """A rule; the machine knows whether it ended well, since only then the end says anything."""

    def made(function: Callable[..., None]) -> Any:
        @wraps(function)
        def act(self: "Exchange", **chosen: Any) -> None:
            self.is_sound = False
            with plain_results():
                for world in self.worlds:
                    self.world = world
                    function(self, **chosen)
            self.world = self.worlds[0]
            self.steps_done()
            self.is_sound = True

        return plain_rule(**strategies)(act)

    return made


class Exchange(RuleBasedStateMachine):
    """Five replicas, three levels."""

    world: World
    worlds: list[World]
    is_sound = False

    @initialize(salt=st.integers(0, 2**16), records=st.lists(numbers, max_size=8), known=st.booleans())
    def begin(self, salt: int, records: list[int], known: bool) -> None:
        """A year that has begun: there are records to be edited, and perhaps everybody has them."""
        self.begin_run()
        self.worlds = self.make(salt)
        for world in self.worlds:
            self.world = world
            for number, slot in enumerate(records):
                stories.put(self.world, self.replica(("L1", "L2", "L1b", "D")[number % 4]), slot, number)
            if known:
                stories.once_around(self.world)
        self.world = self.worlds[0]
        self.is_sound = True

    def make(self, salt: int) -> list[World]:
        """One world; whoever wants to compare makes several, and everything happens in all of them."""
        return [World(salt)]

    def replica(self, name: str, number: int = 0) -> Replica:
        """The replica of a device; one of the two where it was copied."""
        found = self.world.at(PLACES[name].device)
        return found[number % len(found)]

    # --- what people do -----------------------------------------------------------------------------------------------

    @rule(name=names, writes=st.lists(st.tuples(numbers, few), min_size=1, max_size=4), which=few)
    def put(self, name: str, writes: list[tuple[int, int]], which: int) -> None:
        for slot, field in writes:
            stories.put(self.world, self.replica(name, which), slot, field)

    @rule(name=names, number=numbers, field=few)
    def empty_a_field(self, name: str, number: int, field: int) -> None:
        stories.empty(self.world, self.replica(name), number, field)

    @rule(name=names, number=numbers)
    def remove(self, name: str, number: int) -> None:
        stories.remove(self.world, self.replica(name), number)

    @rule(number=numbers)
    def bring_back(self, number: int) -> None:
        stories.bring_back(self.world, number)

    @rule(name=names, number=numbers, other=st.booleans())
    def decide(self, name: str, number: int, other: bool) -> None:
        stories.decide(self.world, self.replica(name), number, write_another=other)

    @rule(name=names)
    def close_the_program(self, name: str) -> None:
        self.world.capture(self.replica(name))

    # --- what sticks do -----------------------------------------------------------------------------------------------

    @rule(link=links, up=st.booleans(), answer=st.booleans(), full=st.booleans(), which=few)
    def trip(self, link: tuple[str, str], up: bool, answer: bool, full: bool, which: int) -> None:
        lower = self.replica(link[0], which).name
        self.world.trip(lower, link[1], up=up, answer=answer, full=full)

    @rule(
        link=links,
        up=st.booleans(),
        full=st.booleans(),
        limit=st.sampled_from((LIMIT, LIMIT, 1, 3)),
        room=st.sampled_from((None, 0, 20)),
    )
    def export(self, link: tuple[str, str], up: bool, full: bool, limit: int, room: int | None) -> None:
        from_, to = link if up else link[::-1]
        made = self.world.export(self.replica(from_), PLACES[to], full=full, limit=limit, room=room)
        self.world.sticks = [*self.world.sticks, *made][-STICKS:]

    @precondition(lambda self: self.world.sticks)
    @rule(number=numbers, which=few)
    def deliver(self, number: int, which: int) -> None:
        bundle = self.world.sticks[number % len(self.world.sticks)]
        self.world.take(self.replica(bundle.receiver.name, which), bundle)

    @precondition(lambda self: self.world.sticks)
    @rule(number=numbers)
    def drop(self, number: int) -> None:
        del self.world.sticks[number % len(self.world.sticks)]

    @precondition(lambda self: self.world.sticks)
    @rule(number=numbers, after=few)
    def crash_while_taking_in(self, number: int, after: int) -> None:
        bundle = self.world.sticks[number % len(self.world.sticks)]
        self.world.crash(self.replica(bundle.receiver.name), bundle, after)

    @precondition(lambda self: len(self.world.sticks) > 1)
    @rule(one=numbers, other=numbers)
    def commute(self, one: int, other: int) -> None:
        stories.commute(self.world, one, other)

    # --- backups, restores, copies ------------------------------------------------------------------------------------

    @rule(name=names, by_hand=st.booleans())
    def backup(self, name: str, by_hand: bool) -> None:
        replica = self.replica(name)
        self.world.snapshot(replica) if by_hand else self.world.backup(replica)

    @precondition(lambda self: self.world.backups)
    @rule(number=numbers, by_hand=st.booleans())
    def restore(self, number: int, by_hand: bool) -> None:
        name, backup = self.world.backups[number % len(self.world.backups)]
        self.world.restore(self.world.replicas[name], backup, by_hand=by_hand)

    @rule(name=st.sampled_from(("L2", "L1")))
    def copy_the_device(self, name: str) -> None:
        if len(self.world.replicas) == len(PLACES):
            self.world.copy_device(self.world.replicas[name])

    # --- stories ------------------------------------------------------------------------------------------------------

    @rule(link=links, slot=numbers, by_hand=st.booleans())
    def lose_after_ack(self, link: tuple[str, str], slot: int, by_hand: bool) -> None:
        stories.lose_after_ack(self.world, link, slot, by_hand=by_hand)

    @rule(link=links, slot=numbers, seen=st.booleans())
    def late_bundle_of_a_former_life(self, link: tuple[str, str], slot: int, seen: bool) -> None:
        stories.late_bundle_of_a_former_life(self.world, link, slot, seen=seen)

    @rule(slot=numbers, field=few)
    def both_make_the_same_record(self, slot: int, field: int) -> None:
        stories.both_make_the_same_record(self.world, slot, field)

    @rule(number=numbers, link=st.sampled_from(LINKS[:3]))
    def child_under_a_deleted_parent(self, number: int, link: tuple[str, str]) -> None:
        stories.child_under_a_deleted_parent(self.world, number, link)

    @rule(link=links, slots=st.lists(numbers, min_size=2, max_size=3))
    def a_gap(self, link: tuple[str, str], slots: list[int]) -> None:
        stories.a_gap(self.world, link, slots)

    @rule(number=numbers)
    def a_removal_of_what_the_district_lost(self, number: int) -> None:
        stories.a_removal_of_what_the_district_lost(self.world, number)

    @rule(number=numbers)
    def an_edit_of_what_the_district_does_not_know_to_be_removed(self, number: int) -> None:
        stories.an_edit_of_what_the_district_does_not_know_to_be_removed(self.world, number)

    @rule(number=numbers, edited=st.booleans())
    def what_everybody_above_lost(self, number: int, edited: bool) -> None:
        stories.what_everybody_above_lost(self.world, number, edited=edited)

    @rule(number=numbers, anew=st.booleans())
    def a_review_that_everybody_above_lost(self, number: int, anew: bool) -> None:
        stories.a_review_that_everybody_above_lost(self.world, number, anew=anew)

    @rule(name=names, number=numbers)
    def an_edit_before_a_backup(self, name: str, number: int) -> None:
        stories.an_edit_before_a_backup(self.world, self.replica(name), number)

    @rule(name=names, number=numbers)
    def a_broken_state_is_found_and_healed(self, name: str, number: int) -> None:
        stories.heal(self.world, self.replica(name), number)

    @rule(link=st.sampled_from(LINKS), forgery=st.sampled_from(sorted(FORGERIES)), number=numbers)
    def a_dishonest_office(self, link: tuple[str, str], forgery: str, number: int) -> None:
        stories.dishonest(self.world, link, forgery, number)

    @rule(name=names, number=numbers)
    def a_file_goes_bad(self, name: str, number: int) -> None:
        stories.lose_a_file(self.world, self.replica(name), number)

    @precondition(lambda self: self.world.district_is_older)
    @rule(chance=st.integers(0, 5))
    def the_district_is_upgraded(self, chance: int) -> None:
        if not chance:
            stories.upgrade(self.world)

    def teardown(self) -> None:
        if not hasattr(self, "worlds"):
            return
        sound = False
        try:
            if self.is_sound:
                with plain_results():
                    for world in self.worlds:
                        world.come_to_rest()
                self.compare()
                sound = True
        finally:
            for world in self.worlds:
                world.close()
            self.end_run(sound=sound)

    def compare(self) -> None:
        """What several worlds must agree on in the end."""

    # --- for those who count ------------------------------------------------------------------------------------------

    def begin_run(self) -> None:
        """A run begins."""

    def steps_done(self) -> None:
        """A rule did what it had to do."""

    def end_run(self, *, sound: bool) -> None:
        """A run ended; `sound` says that everything held."""
