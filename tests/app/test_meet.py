"""Meetings with all they have, and those of which little is known."""

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet
from pug_desktop.domain.dates import PartialDate


def test_a_meeting_of_which_only_a_weekday_and_a_year_are_known_is_kept_as_it_is(office):
    meeting = meet.create_meeting(office, "advokasi")
    meet.set_date(office, meeting, PartialDate(year=2019, weekday=1))
    meet.set_headcount(office, meeting, male=None, female=None, total=163, excludes_speakers=True)
    (row,) = meet.meetings(office)
    assert row.date_text == "Selasa, 2019 (tanggal tidak disebutkan)"
    assert (row.male, row.female, row.total) == (None, None, 163)


def test_a_whole_date_brings_its_weekday(office):
    meeting = meet.create_meeting(office)
    meet.set_date(office, meeting, PartialDate(2022, 6, 30))
    assert meet.meeting(office, meeting).date.weekday == 3


@pytest.mark.parametrize(
    "day", [PartialDate(month=13), PartialDate(weekday=7), PartialDate(year=12), PartialDate(day=0)]
)
def test_a_day_that_no_calendar_has_is_refused(office, day):
    with pytest.raises(errors.WrongValue):
        meet.set_date(office, meet.create_meeting(office), day)


def test_meetings_are_found_by_words_and_year_newest_first(office):
    for year, title in ((2019, "Advokasi"), (2022, "Rakor awal"), (2022, "Rakor akhir")):
        made = meet.create_meeting(office)
        edit.put(office, "meeting", made, title=title, year=year, month=5 if title.endswith("awal") else 11)
    assert [row.title for row in meet.meetings(office)] == ["Rakor akhir", "Rakor awal", "Advokasi"]
    assert [row.title for row in meet.meetings(office, year=2019)] == ["Advokasi"]
    assert [row.title for row in meet.meetings(office, search="AWAL rakor")] == ["Rakor awal"]
    assert meet.meetings(office, search="100%") == ()
    assert meet.meeting_years(office) == (2022, 2019)


def test_results_are_numbered_and_put_in_order(office):
    meeting = meet.create_meeting(office)
    made = [meet.add_output(office, meeting, text) for text in ("a", "b", "c")]
    meet.renumber(office, "output", meeting, list(reversed(made)))
    assert [(each["number"], each["text"]) for each in meet.meeting(office, meeting).outputs] == [
        (1, "c"),
        (2, "b"),
        (3, "a"),
    ]
    edit.undo(office)
    assert [each["text"] for each in meet.meeting(office, meeting).outputs] == ["a", "b", "c"]


def test_a_headcount_is_checked_summed_and_removed_when_it_is_emptied(office):
    meeting = meet.create_meeting(office)
    meet.set_headcount(office, meeting, male=10, female=12, total=None)
    assert meet.meeting(office, meeting).headcount["total"] == 22
    with pytest.raises(errors.WrongValue):
        meet.set_headcount(office, meeting, male=10, female=12, total=20)
    with pytest.raises(errors.WrongValue):
        meet.set_headcount(office, meeting, male=-1, female=None, total=None)
    meet.set_headcount(office, meeting, male=None, female=None, total=None)
    assert meet.meeting(office, meeting).headcount is None


def test_a_headcount_goes_before_a_list_that_names_only_a_few(office):
    meeting = meet.create_meeting(office)
    attend.add(office, meeting, name="Emy", sex="P")
    assert meet.meeting(office, meeting).shown == (0, 1, 1, 0)
    meet.set_headcount(office, meeting, male=None, female=None, total=163)
    assert meet.meeting(office, meeting).shown == (None, None, 163, None)


def test_a_list_without_any_sex_does_not_claim_a_split(office):
    meeting = meet.create_meeting(office)
    attend.add(office, meeting, name="Emy")
    (row,) = meet.meetings(office)
    assert (row.male, row.female, row.total) == (None, None, 1)
