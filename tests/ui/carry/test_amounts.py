import time
from datetime import UTC, datetime

from pug_desktop.ui.carry.amounts import counts_words, digest_words, moment_words, short_moment_words


def test_meetings_stand_before_kinds_that_nobody_asks_for() -> None:
    assert counts_words({"office": 2, "meeting": 12, "answer": 1340, "award": 0}) == (
        "1.340 jawaban prasyarat",
        "12 rapat",
        "2 kantor",
    )


def test_a_moment_is_told_in_the_time_of_this_computer() -> None:
    here = datetime(2026, 11, 12, 7, 5, tzinfo=UTC).astimezone()
    assert moment_words("2026-11-12T07:05:00+00:00") == f"{here.day} November 2026 pukul {here:%H.%M}"


def test_a_narrow_column_has_the_day_and_the_time_in_short() -> None:
    here = datetime(2026, 8, 12, 7, 5, tzinfo=UTC).astimezone()
    assert short_moment_words("2026-08-12T07:05:00+00:00") == f"{here.day} Agu 2026 {here:%H.%M}"
    assert short_moment_words("2026-08-12T07:05:00+00:00", "en", clock=False) == f"{here.day} Aug 2026"


def test_an_unknown_moment_is_left_out() -> None:
    assert (moment_words(""), short_moment_words(None)) == ("", "")


def test_a_moment_that_nobody_can_read_is_shown_as_it_is() -> None:
    assert moment_words("kemarin") == "kemarin"


def test_a_digest_is_cut_to_twenty_digits_in_fours() -> None:
    assert digest_words("0ca7f983d2b02fef16bc" + "f" * 44) == "0ca7 f983 d2b0 2fef 16bc"


def test_a_moment_that_no_time_zone_can_hold_is_shown_as_it_stands(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    try:
        assert moment_words("9999-12-31T23:59:59+00:00").startswith("9999")
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
