"""What comes after a meeting: follow-ups of all meetings, days off, results against expectations, calendars."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from pug_desktop import errors
from pug_desktop.app import days_off, due, edit, evidence, follow_ups, meet, offices, outcomes, report
from pug_desktop.app.follow_ups import Wish
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.dates import PartialDate


@pytest.fixture
def office(tmp_path):
    made = create_profile(
        tmp_path / "opd",
        role="opd",
        region_code="36.71",
        office_name="Dinas Kesehatan",
        clock=lambda: datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
    )
    yield made
    made.close()


@pytest.fixture
def meeting(office):
    made = meet.create_meeting(office, "advokasi")
    edit.put(office, "meeting", made, title="Advokasi PUG", place="Aula", start_time="09:00", end_time="12:30")
    meet.set_date(office, made, PartialDate(2026, 11, 30))
    return made


def follow_up(ws, meeting, text, **fields):
    made = meet.add_follow_up(ws, meeting, text)
    edit.put(ws, "follow_up", made, **fields)
    return made


def test_the_longest_overdue_stands_first_and_what_is_done_last(office, meeting):
    follow_up(office, meeting, "selesai", due_on="2026-01-01", state="selesai")
    follow_up(office, meeting, "kemudian", due_on="2026-12-01")
    follow_up(office, meeting, "tanpa hari")
    follow_up(office, meeting, "terlambat", due_on="2026-11-13", state="proses")
    rows = follow_ups.follow_ups(office)
    assert [row.text for row in rows] == ["terlambat", "kemudian", "tanpa hari", "selesai"]
    assert [row.late_days for row in rows] == [10, 0, 0, 0]
    assert rows[0].meeting_title == "Advokasi PUG"
    assert [row.text for row in follow_ups.chosen(rows, Wish("terlambat"))] == ["terlambat"]
    assert [row.text for row in follow_ups.chosen(rows, Wish("terbuka", words="HARI tanpa"))] == ["tanpa hari"]
    assert [row.text for row in follow_ups.chosen(rows, Wish("selesai"))] == ["selesai"]
    assert len(follow_ups.chosen(rows, Wish())) == 4


def test_what_hangs_from_a_meeting_that_was_called_off_is_neither_due_nor_late(office, meeting, tmp_path):
    follow_up(office, meeting, "Kirim laporan", due_on="2026-11-01")
    assert [row.late_days for row in follow_ups.follow_ups(office)] == [22]
    assert len(due.due(office)) == 1
    edit.put(office, "meeting", meeting, state="batal")
    (row,) = follow_ups.follow_ups(office)
    assert (row.open, row.late_days, row.state_label) == (False, 0, "Belum dikerjakan (rapat batal)")
    assert follow_ups.chosen([row], Wish("terbuka")) == follow_ups.chosen([row], Wish("terlambat")) == ()
    assert due.due(office) == ()
    edit.put(office, "meeting", meeting, state="rencana")
    assert len(due.due(office)) == 1, "what prepares a meeting is due before it"


def test_they_are_chosen_by_person_and_office(office, meeting):
    other = offices.add_office(office, "Dinas Sosial")
    follow_up(office, meeting, "a", person_name="Siti", office_name="Bappeda")
    follow_up(office, meeting, "b", person_name="Budi", office_id=other)
    rows = follow_ups.follow_ups(office)
    assert follow_ups.people(rows) == (("Budi", "Siti"), ("Bappeda", "Dinas Sosial"))
    assert [row.text for row in follow_ups.chosen(rows, Wish(person="Siti"))] == ["a"]
    assert [row.text for row in follow_ups.chosen(rows, Wish(office="Dinas Sosial"))] == ["b"]


def test_proofs_are_counted_and_a_due_day_off_is_told(office, meeting, tmp_path):
    made = follow_up(office, meeting, "a", due_on="2026-12-25")
    proof = tmp_path / "sk.pdf"
    proof.write_bytes(b"%PDF-1.4\n%%EOF\n")
    evidence.attach(office, "follow_up", made, proof)
    (row,) = follow_ups.follow_ups(office)
    assert row.proofs == 1
    assert row.off_day == days_off.OffDay("Hari Raya Natal", "2026-12-28")
    edit.put(office, "follow_up", made, state="selesai")
    assert follow_ups.follow_ups(office)[0].off_day is None


def test_a_meeting_without_a_title_is_told_by_its_day(office):
    made = meet.create_meeting(office)
    meet.set_date(office, made, PartialDate(2026, 1, 5))
    follow_up(office, made, "a")
    assert follow_ups.follow_ups(office)[0].meeting_title == "Senin, 5 Januari 2026"


def test_days_of_the_office_stand_among_the_national_ones(office):
    made = days_off.save_day(office, "2026-12-24", "Cuti bersama Natal")
    assert days_off.save_day(office, "2026-12-24", "Cuti bersama") == made
    days_off.save_day(office, "2026-12-25", working=True)
    rows = {row.day_on: row for row in days_off.days(office, 2026)}
    assert (rows["2026-12-24"].name, rows["2026-12-24"].id) == ("Cuti bersama", made)
    assert rows["2026-12-25"].working
    assert rows["2026-08-17"].id is None
    assert days_off.off_day(office, "2026-12-24") == days_off.OffDay("Cuti bersama", "2026-12-25")
    days_off.remove_day(office, made)
    assert days_off.off_day(office, "2026-12-24") is None
    edit.undo(office)
    assert days_off.off_day(office, "2026-12-24") is not None


@pytest.mark.parametrize("day", ["", "2026-02-30", "besok"])
def test_a_day_that_no_calendar_has_is_refused(office, day):
    with pytest.raises(errors.WrongValue):
        days_off.save_day(office, day, "libur")
    assert days_off.off_day(office, day) is None


def test_days_of_an_office_below_do_not_count_above_it(tmp_path):
    regency = create_profile(tmp_path / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    try:
        below = offices.add_office(regency, "Dinas Sosial")
        values = {"day_on": "2026-11-24", "name": "Hari jadi dinas", "working": False}
        edit.create(regency, "holiday", values, scope=f"36.71/{below}")
        assert days_off.off_day(regency, "2026-11-24") is None
    finally:
        regency.close()


def test_expected_results_stand_beside_what_came_of_them(office, meeting):
    first = meet.add_output(office, meeting, "Pemahaman meningkat", expected=True)
    meet.add_output(office, meeting, "Jejaring menguat", expected=True)
    for text in ("SK terbit", "Pelatihan dijadwalkan"):
        edit.put(office, "output", meet.add_output(office, meeting, text), fulfils_id=first)
    edit.put(office, "output", first, achieved="sebagian")
    told = outcomes.expected_against_achieved(meet.meeting(office, meeting))
    assert [(each.number, each.text, each.achieved_label, each.fulfilled_by) for each in told] == [
        (1, "Pemahaman meningkat", "Tercapai sebagian", ((1, "SK terbit"), (2, "Pelatihan dijadwalkan"))),
        (2, "Jejaring menguat", "", ()),
    ]


def test_a_result_that_fulfilled_something_since_removed_stays(office, meeting, tmp_path):
    expected = meet.add_output(office, meeting, "Pemahaman meningkat", expected=True)
    edit.put(office, "output", meet.add_output(office, meeting, "SK terbit"), fulfils_id=expected)
    edit.remove(office, "output", expected)
    view = meet.meeting(office, meeting)
    assert [each["text"] for each in view.outputs] == ["SK terbit"]
    assert outcomes.expected_against_achieved(view) == ()
    report.write_report(office, "notulen", tmp_path / "n.pdf", meeting_id=meeting)


def test_the_seven_prerequisites_have_codes_and_names():
    assert [code for code, _ in outcomes.prerequisites()] == [f"P{number}" for number in range(1, 8)]
    assert outcomes.prerequisites()[0] == ("P1", "Komitmen")
    assert outcomes.prerequisites("en")[0] == ("P1", "Commitment")


def test_decisions_are_numbered_and_follow_the_meeting(office, meeting):
    made = [outcomes.add_decision(office, meeting, text) for text in ("a", "b")]
    meet.renumber(office, "meeting_decision", meeting, list(reversed(made)))
    assert [each["text"] for each in outcomes.decisions(office, meeting)] == ["b", "a"]
    edit.remove(office, "meeting", meeting)
    assert outcomes.decisions(office, meeting) == ()
    edit.undo(office)
    assert len(outcomes.decisions(office, meeting)) == 2
    with pytest.raises(errors.NoSuchRecord):
        outcomes.add_decision(office, "0" * 32)


def test_the_report_of_a_meeting_is_made_with_its_first_field(office, meeting):
    assert set(outcomes.report_of(office, meeting).values()) == {None}
    outcomes.save_report(office, meeting, {"basis": None})
    assert edit.get(office, "meeting_report", meeting) is None
    outcomes.save_report(office, meeting, {"basis": "DPA 2026"})
    outcomes.save_report(office, meeting, {"conclusion": "Baik"})
    kept = outcomes.report_of(office, meeting)
    assert (kept["basis"], kept["conclusion"], kept["purpose"]) == ("DPA 2026", "Baik", None)
    with pytest.raises(errors.NoSuchRecord):
        outcomes.save_report(office, "0" * 32, {"basis": "x"})


def calendar_of(path):
    return icalendar.Calendar.from_ical(path.read_bytes())


def test_a_meeting_and_its_open_follow_ups_go_into_a_calendar(office, meeting, tmp_path):
    follow_up(office, meeting, "Menyusun SK; dua rangkap, segera", due_on="2026-12-11", person_name="Siti")
    follow_up(office, meeting, "selesai", due_on="2026-12-12", state="selesai")
    follow_up(office, meeting, "tanpa hari")
    out = report.write_report(office, "kalender-rapat", tmp_path / "k.ics", meeting_id=meeting)
    held, owed = calendar_of(out).walk("VEVENT")
    assert str(held["SUMMARY"]) == "Advokasi PUG"
    # Without a zone: nine o'clock wherever it is opened.
    assert (held["DTSTART"].to_ical(), held["DTEND"].to_ical()) == (b"20261130T090000", b"20261130T123000")
    assert str(held["LOCATION"]) == "Aula"
    assert str(owed["SUMMARY"]) == "Tindak lanjut: Menyusun SK; dua rangkap, segera"
    assert owed.decoded("DTSTART") == date(2026, 12, 11)
    assert "Penanggung jawab: Siti" in str(owed["DESCRIPTION"])
    assert [str(each["ACTION"]) for each in owed.walk("VALARM")] == ["DISPLAY"]


def test_the_same_calendar_twice_moves_events_instead_of_doubling_them(office, meeting, tmp_path):
    outs = [
        report.write_report(office, "kalender-rapat", tmp_path / f"{name}.ics", meeting_id=meeting) for name in "ab"
    ]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    edit.put(office, "meeting", meeting, state="batal")
    (event,) = calendar_of(report.write_report(office, "kalender-rapat", tmp_path / "c.ics", meeting_id=meeting)).walk(
        "VEVENT"
    )
    assert str(event["STATUS"]) == "CANCELLED"
    assert str(event["UID"]).startswith(meeting)


def test_a_meeting_whose_day_nobody_knows_has_no_calendar(office, tmp_path):
    made = meet.create_meeting(office)
    meet.set_date(office, made, PartialDate(year=2019, weekday=1))
    with pytest.raises(errors.MeetingHasNoDay):
        report.write_report(office, "kalender-rapat", tmp_path / "k.ics", meeting_id=made)
    assert not (tmp_path / "k.ics").exists()


def test_the_last_day_there_is_and_an_hour_with_a_zone_do_not_break_a_calendar(office, meeting, tmp_path):
    edit.put(office, "meeting", meeting, start_time="09:00+07:00", end_time="12:30")
    follow_up(office, meeting, "Kelak", due_on="9999-12-31")
    out = report.write_report(office, "kalender-rapat", tmp_path / "k.ics", meeting_id=meeting)
    held, later = calendar_of(out).walk("VEVENT")
    assert (held["DTSTART"].to_ical(), held["DTEND"].to_ical()) == (b"20261130T090000", b"20261130T123000")
    assert later.decoded("dtstart") == date.max


def test_no_text_can_add_lines_to_a_calendar(office, meeting, tmp_path):
    hostile = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:http://x.example/\x01\u202e"
    edit.put(office, "meeting", meeting, title=hostile, place=hostile, theme=hostile)
    out = report.write_report(office, "kalender-rapat", tmp_path / "k.ics", meeting_id=meeting)
    (event,) = calendar_of(out).walk("VEVENT")
    assert "ATTACH" not in event
    assert "END:VEVENT" in str(event["SUMMARY"])


def test_the_open_follow_ups_of_all_meetings_make_one_calendar(office, meeting, tmp_path):
    other = meet.create_meeting(office)
    follow_up(office, meeting, "a", due_on="2026-12-11")
    follow_up(office, other, "b", due_on="2026-12-10")
    out = report.write_report(office, "kalender-tindak-lanjut", tmp_path / "k.ics")
    assert [str(each["SUMMARY"])[-1] for each in calendar_of(out).walk("VEVENT")] == ["b", "a"]
