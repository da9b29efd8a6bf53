"""The merge is a join, loses no write and invents none."""

from hypothesis import given

from pug_desktop.replica.merge import merge
from pug_desktop.replica.state import DELETED, conflicts, dense, expand, is_deleted, shown
from tests.replica.worlds import World, acts


def same(a, b):
    return a.vector == b.vector and a.cells == b.cells and a.labels == b.labels


@given(acts)
def test_merge_is_commutative_associative_and_idempotent(story):
    world = World()
    world.run(story)
    a, b, c = world.states
    assert same(merge(a, b), merge(b, a))
    assert same(merge(merge(a, b), c), merge(a, merge(b, c)))
    assert same(merge(a, a), a)
    assert same(merge(merge(a, b), b), merge(a, b))


@given(acts)
def test_what_survives_is_every_write_that_nobody_replaced_while_seeing_it(story):
    world = World()
    world.run(story)
    joined = world.together()
    surviving = {
        (cell, value) for cell, register in joined.cells.items() if cell != DELETED for value in register.values()
    }
    assert surviving == set(world.written) - world.replaced


@given(acts)
def test_a_deletion_wins_exactly_when_it_saw_everything_that_survives(story):
    world = World()
    world.run(story)
    joined = world.together()
    alive = [dot for name, register in joined.cells.items() if name != DELETED for dot in register]
    saw_all = any(
        all(seen.get(dot.actor, 0) >= dot.n for dot in alive) for seen in joined.cells.get(DELETED, {}).values()
    )
    assert is_deleted(joined) == saw_all


@given(acts)
def test_two_values_for_one_cell_are_a_conflict_and_both_are_kept(story):
    world = World()
    world.run(story)
    joined = world.together()
    for name, register in joined.cells.items():
        if name != DELETED:
            assert (name in conflicts(joined)) == (len(set(register.values())) > 1)
            assert shown(register) in register.values()


@given(acts)
def test_a_dense_record_expands_to_the_same_state(story):
    world = World()
    world.run(story)
    for state in world.states:
        if made := dense(state):
            names, row = made
            assert same(expand(state.kind, names, row), state)
