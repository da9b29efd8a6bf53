from datetime import UTC, datetime

import pytest

from pug_desktop.ui.carry.amounts import counts_words, digest_words, moment_words, size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 byte"), (812, "812 byte"), (1024, "1 KB"), (3_565_158, "3,4 MB"), (16 * 1024**3, "16 GB")],
)
def test_a_size_is_told_in_the_unit_that_a_clerk_knows(size: int, words: str) -> None:
    assert size_words(size) == words


def test_meetings_stand_before_kinds_that_nobody_asks_for() -> None:
    assert counts_words({"office": 2, "meeting": 12, "answer": 1340, "award": 0}) == (
        "1.340 jawaban prasyarat",
        "12 rapat",
        "2 kantor",
    )


def test_a_moment_is_told_in_the_time_of_this_computer() -> None:
    here = datetime(2026, 11, 12, 7, 5, tzinfo=UTC).astimezone()
    assert moment_words("2026-11-12T07:05:00+00:00") == f"{here.day} November 2026 pukul {here:%H.%M}"


def test_an_unknown_moment_is_left_out() -> None:
    assert moment_words("") == ""


def test_a_moment_that_nobody_can_read_is_shown_as_it_is() -> None:
    assert moment_words("kemarin") == "kemarin"


def test_a_digest_is_cut_to_twenty_digits_in_fours() -> None:
    assert digest_words("0ca7f983d2b02fef16bc" + "f" * 44) == "0ca7 f983 d2b0 2fef 16bc"
