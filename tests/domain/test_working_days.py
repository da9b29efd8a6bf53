"""Weekends, national holidays, and what an office says of single days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.domain.working_days import OwnDay, national, next_working_day, off_name

CHRISTMAS = date(2026, 12, 25)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 23), None),
        (date(2026, 11, 28), "Sabtu"),
        (date(2026, 11, 29), "Minggu"),
        (CHRISTMAS, "Hari Raya Natal"),
        (date(2026, 8, 17), "Hari Kemerdekaan Republik Indonesia"),
    ],
)
def test_a_day_off_is_told_by_its_name(day, name):
    assert off_name(day, {}) == name


def test_a_holiday_has_an_english_name_too():
    assert off_name(CHRISTMAS, {}, "en") == "Christmas Day"
    assert off_name(date(2026, 11, 28), {}, "en") == "Saturday"


def test_an_office_adds_joint_leave_and_takes_a_holiday_away():
    eve = date(2026, 12, 24)
    own = {eve: OwnDay("Cuti bersama Natal"), CHRISTMAS: OwnDay(working=True)}
    assert off_name(eve, own) == "Cuti bersama Natal"
    assert off_name(CHRISTMAS, own) is None
    assert next_working_day(eve, own) == CHRISTMAS
    assert off_name(eve, {eve: OwnDay()}) == "hari libur"


def test_the_next_working_day_steps_over_a_long_weekend():
    assert next_working_day(CHRISTMAS, {}) == date(2026, 12, 28)
    assert next_working_day(date(2026, 11, 23), {}) == date(2026, 11, 23)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date.max))
def test_the_next_working_day_is_one_and_never_earlier(day):
    found = next_working_day(day, {})
    assert found >= day
    assert off_name(found, {}) is None or found == day
    assert not any(off_name(day + timedelta(days=each), {}) is None for each in range((found - day).days))


def test_a_year_beyond_the_calendar_has_weekends_only():
    assert national(2300) == {}
    assert off_name(date(2300, 12, 25), {}) is None


def test_an_office_that_never_works_gets_its_day_back():
    own = {CHRISTMAS + timedelta(days=each): OwnDay("libur") for each in range(100)}
    assert next_working_day(CHRISTMAS, own) == CHRISTMAS
