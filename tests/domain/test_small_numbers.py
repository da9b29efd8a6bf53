"""Small numbers stay hidden, also from somebody who knows how they are hidden."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.domain.small_numbers import SMALL, Cover, covers


def published(numbers):
    """All that a reader sees."""
    made = covers(numbers)
    if made is None:
        return sum(numbers), None
    shown = ((cover, number if cover is Cover.OPEN else None) for cover, number in zip(made, numbers, strict=True))
    return sum(numbers), tuple(shown)


def tables(parts, most):
    """All breakdowns of so many parts and at most so many persons."""
    if not parts:
        yield ()
        return
    for number in range(most + 1):
        for others in tables(parts - 1, most - number):
            yield (number, *others)


@pytest.mark.parametrize(("parts", "most"), [(2, 45), (3, 32), (4, 22), (5, 22)])
def test_whatever_is_hidden_may_be_two_numbers_for_somebody_who_tries_all_tables(parts, most):
    alike = defaultdict(list)
    for numbers in tables(parts, most):
        alike[published(numbers)].append(numbers)
    for (_whole, shown), found in alike.items():
        for place in range(parts):
            if shown is None or shown[place][0] is Cover.SMALL:
                values = {numbers[place] for numbers in found}
                assert len(values) > 1 or values == {0}, (shown, found)


@given(st.lists(st.integers(0, 400), min_size=2, max_size=6))
def test_no_part_of_one_to_four_is_shown_and_nothing_else_is_said_to_be_one(numbers):
    made = covers(numbers)
    if made is None:
        return
    for cover, number in zip(made, numbers, strict=True):
        assert (cover is Cover.SMALL) == (0 < number < SMALL)
        assert cover is not Cover.OTHER or number >= SMALL


@given(st.lists(st.integers(0, 400), min_size=2, max_size=6))
def test_a_hidden_part_is_never_the_whole_less_the_others(numbers):
    made = covers(numbers)
    hidden = 0 if made is None else sum(cover is not Cover.OPEN for cover in made)
    assert hidden != 1


@given(st.integers(20, 300), st.integers(1, 4))
def test_what_is_hidden_beside_a_small_part_is_the_smallest_of_the_others(number, few):
    assert covers((few, number + 40, 0, number)) == (Cover.SMALL, Cover.OPEN, Cover.OPEN, Cover.OTHER)


def test_where_nothing_is_small_everything_is_shown():
    assert covers((5, 0, 40)) == (Cover.OPEN,) * 3


@pytest.mark.parametrize("numbers", [(4, 4, 4), (1, 0, 0), (3, 5, 4), (0, 0, 12), (1, 5, 5, 5, 5, 5)])
def test_of_few_people_nothing_is_shown(numbers):
    assert covers(numbers) is None
