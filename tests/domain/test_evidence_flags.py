"""A document is judged by the data year that it shall prove."""

import pytest

from pug_desktop.domain.evidence_flags import EXPIRED, FLAG_WORDS, MISSING, OLD, flag_words, flags

TODAY = "2026-03-01"


def judged(on=None, until=None, *, year=2025, present=True, frequency="annual", today=TODAY):
    return flags(present=present, document_on=on, valid_until=until, year=year, today=today, frequency=frequency)


@pytest.mark.parametrize(
    ("on", "until", "expected"),
    [
        (None, None, ()),
        ("2025-06-30", None, ()),
        ("2026-01-10", None, ()),
        ("2024-12-31", None, (OLD,)),
        ("2025-01-01", None, ()),
        ("2022-01-01", "2025-12-31", ()),
        ("2022-01-01", "2025-12-30", (EXPIRED,)),
        ("2022-01-01", "2024-12-31", (EXPIRED, OLD)),
        ("2022-01-01", "2027-12-31", ()),
    ],
)
def test_a_paper_of_a_yearly_question_is_of_the_data_year_or_still_holds(on, until, expected):
    assert judged(on, until) == expected


@pytest.mark.parametrize("frequency", ["5-year", "event"])
def test_an_old_regulation_proves_what_is_not_asked_every_year(frequency):
    assert judged("2018-05-02", frequency=frequency) == ()
    assert judged("2018-05-02", "2023-12-31", frequency=frequency) == (EXPIRED,)


def test_in_a_year_that_still_runs_a_paper_is_expired_when_its_last_day_is_over():
    assert judged("2026-01-05", "2026-02-28", year=2026) == (EXPIRED,)
    assert judged("2026-01-05", "2026-03-01", year=2026) == ()


def test_a_file_that_is_not_here_is_missing_whatever_its_dates():
    assert judged("2025-01-01", present=False) == (MISSING,)


def test_every_flag_has_words_in_both_languages():
    assert all(flag_words(each) != flag_words(each, "en") for each in FLAG_WORDS)
