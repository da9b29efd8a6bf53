"""Where two texts differ, word by word: for showing both beside each other."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

MOST_WORDS = 1500
"""Beyond that the middle that differs is one piece: comparing every word with every other would take seconds."""

LONG = 80
"""Shorter texts are read faster than their marks."""


class Piece(NamedTuple):
    """A run of a text; `differs` when the other text does not have it there."""

    text: str
    differs: bool


def difference(text: str, other: str) -> tuple[Piece, ...]:
    """The text in pieces, those marked that the other one does not have."""
    mine, theirs = re.findall(r"\s+|\S+", text), re.findall(r"\s+|\S+", other)
    head = 0
    while head < min(len(mine), len(theirs)) and mine[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(mine), len(theirs)) - head and mine[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    pieces = [Piece("".join(mine[:head]), False)]
    pieces += _middle(mine[head : len(mine) - tail], theirs[head : len(theirs) - tail])
    pieces.append(Piece("".join(mine[len(mine) - tail :]), False))
    return tuple(piece for piece in pieces if piece.text)


def _middle(mine: list[str], theirs: list[str]) -> list[Piece]:
    if len(mine) > MOST_WORDS or len(theirs) > MOST_WORDS:
        return [Piece("".join(mine), True)]
    made = []
    for what, start, end, _, _ in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        made.append(Piece("".join(mine[start:end]), what != "equal"))
    return made


def is_long(text: str) -> bool:
    """Whether a text is worth a view of its differences."""
    return len(text) > LONG or "\n" in text
