"""Small numbers of a breakdown stay hidden, and cannot be computed back from what is shown.

The rule, which docs/statistics.md states for readers: a part of 1 to 4 persons is shown as "<5". The whole stays. So
that a hidden part is not the whole less the others, the smallest part of 5 or more is hidden as well; where that would
still tell, the two smallest. Where that tells too, and of a whole so small that all its parts may be (4 persons a
part), nothing of the breakdown is shown. Nobody at all (0) is shown: that is nobody's trait.

What is shown depends on nothing but what is shown: who knows this rule, and tries it on all numbers that would look the
same, still finds at least two numbers for each hidden part. `tests/domain/test_small_numbers.py` does that.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import product

SMALL = 5
"""Parts with fewer persons than this are hidden."""


class Cover(Enum):
    """How a part is shown."""

    OPEN = "open"
    SMALL = "small"
    """As "<5"."""
    OTHER = "other"
    """Hidden too, so that the small ones cannot be computed."""


def covers(numbers: Sequence[int]) -> tuple[Cover, ...] | None:
    """How each part of a whole is shown; None when no part can be.

    Args:
        numbers: of persons, which together are the whole that is shown beside them.
    """
    if sum(numbers) <= (SMALL - 1) * len(numbers):
        return None
    small = [place for place, number in enumerate(numbers) if 0 < number < SMALL]
    if not small:
        return (Cover.OPEN,) * len(numbers)
    large = sorted((number, place) for place, number in enumerate(numbers) if number >= SMALL)
    hidden = sum(numbers[place] for place in small)
    if _one_more_is_enough(hidden, len(small), large):
        other = large[:1]
    elif _two_more_are_enough(hidden, len(small), large):
        other = large[:2]
    else:
        return None
    covered = {**dict.fromkeys(small, Cover.SMALL), **{place: Cover.OTHER for _number, place in other}}
    return tuple(covered.get(place, Cover.OPEN) for place in range(len(numbers)))


_Large = Sequence[tuple[int, int]]
"""Number and place of the parts of 5 or more, the smallest first."""


def _one_more_is_enough(hidden: int, small: int, large: _Large) -> bool:
    """Whether each small part may be two numbers or more when the smallest large one is hidden with them.

    Args:
        hidden: what the small parts are together.
        small: how many they are; each is 1 to 4.
        large: the others: the first of them is at least 5, and comes before the second.
    """
    if not large:
        return False
    place, whole = large[0][1], hidden + large[0][0]
    most = _highest_before(large[1], place) if len(large) > 1 else whole
    others = small - 1
    possible = range(others + SMALL, others * (SMALL - 1) + most + 1)
    return sum(whole - each in possible for each in range(1, SMALL)) > 1


def _highest_before(shown: tuple[int, int], place: int) -> int:
    """The highest number that a part at that place may have and still come before one that is shown."""
    return shown[0] if place < shown[1] else shown[0] - 1


def _two_more_are_enough(hidden: int, small: int, large: _Large) -> bool:
    """The same with the two smallest; only what hiding one would have told looks like this."""
    if len(large) < 2:
        return False
    first, second = sorted(place for _number, place in large[:2])
    whole = hidden + large[0][0] + large[1][0]
    seen: list[set[int]] = [set() for _ in range(small)]
    for parts in product(range(1, SMALL), repeat=small):
        together = sum(parts)
        for pair in _pairs(whole - together, (first, second), large[2:]):
            if not _one_more_is_enough(together, small, (*pair, *large[2:])):
                for values, part in zip(seen, parts, strict=True):
                    values.add(part)
                break
        if all(len(values) > 1 for values in seen):
            return True
    return False


def _pairs(whole: int, places: tuple[int, int], shown: _Large) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """What two hidden large parts may be that are `whole` together and come before all that are shown."""
    for number in range(SMALL, whole - SMALL + 1):
        low, high = sorted(((number, places[0]), (whole - number, places[1])))
        if not shown or high < shown[0]:
            yield low, high
