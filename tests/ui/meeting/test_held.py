from pug_desktop.ui.meeting.held import held_of, held_on, needs_parts

MEDAN = {"year": 2019, "month": None, "day": None, "weekday": 1}


def test_a_whole_day_gives_all_four_parts() -> None:
    assert held_on("2022-06-30") == {"year": 2022, "month": 6, "day": 30, "weekday": 3}


def test_a_tuesday_in_2019_needs_the_parts() -> None:
    assert needs_parts(held_of(MEDAN))


def test_nothing_known_needs_no_parts() -> None:
    assert not needs_parts(held_of({}))


def test_a_weekday_that_does_not_fit_is_shown_in_parts_and_not_put_right() -> None:
    assert needs_parts(held_of({"year": 2022, "month": 6, "day": 30, "weekday": 0}))
