"""Hapus data peserta: names go for good, what is counted stays."""

from datetime import date

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, bin, doubles, edit, meet, people, retention
from pug_desktop.domain.dates import PartialDate
from pug_desktop.storage import records
from pug_desktop.storage.capture import capture
from tests.app.rivals import disagree

NIP = "198503122010012004"
BEFORE = date(2024, 1, 1)


def held(ws, *day):
    made = meet.create_meeting(ws)
    meet.set_date(ws, made, PartialDate(*day))
    return made


@pytest.fixture
def old(regency):
    made = held(regency, 2022, 6, 30)
    attend.add(regency, made, name="Siti Rahasiawati", nip=NIP, position="Kasubag Rahasia", office_name="BPS")
    attend.add(regency, made, name="Budi Rahasiawan", sex="L", office_name="BPS", office_type="vertikal")
    attend.add(regency, made, name="Tanpa Keterangan Rahasia")
    return made


def texts_of(ws):
    """Every byte of the profile's database and its log."""
    return b"".join(each.read_bytes() for each in ws.folder.glob("pug.db*"))


def test_only_meetings_before_the_day_that_name_somebody_are_offered(regency, old):
    held(regency, 2022)
    for day in ((2024, 1, 1), (2024,), (2023, None), ()):
        attend.add(regency, held(regency, *day), name="Ani")
    assert [(each.id == old, each.persons) for each in retention.old_meetings(regency, BEFORE)] == [
        (True, 3),
        (False, 1),
    ], "one of the year 2023 without a month was before 2024"
    assert retention.old_meetings(regency, date(2022, 6, 30)) == ()


def test_names_go_and_what_is_counted_stays(regency, old):
    before = attend.totals(regency, old)
    shown = meet.meeting(regency, old).shown
    done = retention.clear(regency, [old])
    assert (done.meetings, done.persons, done.sent, done.rewritten) == (1, 3, False, True)
    assert attend.totals(regency, old) == before
    assert meet.meeting(regency, old).shown == shown == (1, 1, 3, 1)
    rows = attend.rows(regency, old)
    assert [(row.name, row.nip, row.position, row.sex, row.office_name, row.office_type) for row in rows] == [
        (None, None, None, "P", "BPS", None),
        (None, None, None, "L", "BPS", "vertikal"),
        (retention.NOBODY, None, None, None, None, None),
    ]
    assert edit.get(regency, "meeting", old)["cleared_on"] == regency.today.isoformat()
    assert retention.old_meetings(regency, BEFORE) == ()
    assert people.entries(regency) == ()


def test_no_byte_of_a_name_is_left_in_the_database(regency, old):
    """Also of what was taken off the list before, of what lies in the bin, and of a value beside another."""
    gone = attend.add(regency, old, name="Dihapus Rahasianto", nip="196503122010011009")
    with regency.database.write() as connection:
        capture(connection, now=1)
    attend.remove(regency, [gone])
    edit.create(regency, "invitation", {"meeting_id": old, "name": "Undangan Rahasiani", "position": "Ketua Rahasia"})
    edit.create(regency, "invitation", {"meeting_id": old, "name": "Tamu Rahasiana", "office_name": "BPS"})
    attend.save(regency, attend.rows(regency, old)[0].id, "name", "Siti Rahasiawati Baru")
    assert b"ahasia" in texts_of(regency)
    retention.clear(regency, [old])
    left = texts_of(regency)
    assert b"ahasia" not in left
    assert NIP.encode() not in left
    assert b"196503122010011009" not in left
    assert edit.undo(regency) is None
    assert all(each.kind != "attendance" for each in bin.removed(regency))


def test_of_a_name_that_two_computers_wrote_differently_neither_is_left(regency, old):
    row = attend.rows(regency, old)[0].id
    disagree(
        regency,
        "attendance",
        row,
        lambda: attend.save(regency, row, "name", "Siti Rahasiawati di sini"),
        name="Siti Rahasiawati di sana",
    )
    assert b"di sana" in texts_of(regency)
    retention.clear(regency, [old])
    assert b"ahasiawati" not in texts_of(regency)
    assert edit.conflicts(regency, "attendance", row) == ()


def test_the_records_stay_as_they_are_at_the_next_capture(regency, old):
    gone = attend.add(regency, old, name="Dihapus")
    with regency.database.write() as connection:
        capture(connection, now=1)
    attend.remove(regency, [gone])
    retention.clear(regency, [old])
    with regency.database.write() as connection:
        # The meeting's day of clearing alone is new.
        assert capture(connection, now=2) == 1
        assert capture(connection, now=3, whole=True) == 0
    assert len(attend.rows(regency, old)) == 3, "what was taken off the list stays off"


def test_entries_of_the_register_that_nothing_names_any_more_go_as_well(regency, old):
    recent = held(regency, 2026, 1, 5)
    for name in ("Moh. Yusuf", "Muhammad Yusuf"):
        attend.add(regency, old, name=name, office_name="BPS", nip="196905051992031010")
    attend.add(regency, old, name="Sri Wahyuni", office_name="BPS")
    attend.add(regency, recent, name="Sri Wahyuni", office_name="BPS")
    appointed = edit.create(regency, "person", {"name": "Dewi"})
    edit.create(regency, "assignment", {"person_id": appointed, "role": "focal_point"})
    row = attend.add(regency, old, name="Dewi")
    edit.put(regency, "attendance", row, person_id=appointed)
    keys = {each.name: each.key for each in people.entries(regency)}
    doubles.decide(regency, keys["Moh. Yusuf"], keys["Muhammad Yusuf"], "sama")
    doubles.enter(regency, keys["Sri Wahyuni"])
    assert retention.clear(regency, [old]).register == 2
    assert sorted((each.name, each.times) for each in people.entries(regency) if each.person_id) == [
        ("Dewi", 0),
        ("Sri Wahyuni", 1),
    ]
    assert b"Yusuf" not in texts_of(regency)


def test_meetings_of_other_offices_are_cleared_by_them(regency):
    with regency.database.write() as connection:
        records.insert(connection, "meeting", "b" * 32, "36.71/" + "a" * 32, {"year": 2020}, 0, "")
    assert retention.old_meetings(regency, BEFORE) == ()
    with pytest.raises(errors.WrongRole):
        retention.clear(regency, ["b" * 32])
    with pytest.raises(errors.NoSuchRecord):
        retention.clear(regency, ["c" * 32])


def test_of_a_meeting_that_was_removed_the_names_can_go_too(regency, old):
    """What is removed keeps what it said, in the bin and beyond."""
    edit.create(regency, "invitation", {"meeting_id": old, "name": "Undangan Rahasiani"})
    edit.put(regency, "meeting", old, title="Rapat lama")
    with regency.database.write() as connection:
        capture(connection, now=1)
    edit.remove(regency, "meeting", old)
    assert b"ahasia" in texts_of(regency)
    (found,) = retention.old_meetings(regency, BEFORE)
    assert (found.id, found.persons, found.title) == (old, 4, "Rapat lama (rapat yang sudah dihapus)")
    assert retention.old_meetings(regency, date(2022, 6, 30)) == ()
    assert retention.clear(regency, [old]).persons == 4
    assert b"ahasia" not in texts_of(regency)
    assert NIP.encode() not in texts_of(regency)
    assert retention.old_meetings(regency, BEFORE) == ()
