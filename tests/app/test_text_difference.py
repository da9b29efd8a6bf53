"""Two texts beside each other: what of each the other does not have."""

import time

from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.app.text_difference import difference


def differing(text, other):
    return [piece.text for piece in difference(text, other) if piece.differs]


def test_only_the_words_that_differ_are_marked():
    assert differing("rapat dibuka Sekda kota", "rapat dibuka Wakil Wali kota") == ["Sekda"]
    assert differing("sama", "sama") == []
    assert differing("", "baru") == []


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_the_pieces_are_the_whole_text(text, other):
    assert "".join(piece.text for piece in difference(text, other)) == text


def test_the_longest_texts_that_a_field_can_hold_are_compared_at_once():
    one, other = ("a b " * 25_000)[:100_000], ("b c " * 25_000)[:100_000]
    began = time.perf_counter()
    assert difference(one, other)
    assert time.perf_counter() - began < 2
