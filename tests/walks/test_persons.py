"""Persons on the road: contacts stay in the kabupaten/kota, what was said of persons goes up, so does a clearing."""

from datetime import timedelta

from pug_desktop.app import attend, doubles, edit, meet, people, retention
from pug_desktop.domain.dates import PartialDate
from tests.walks.line import carry

NIP, PHONE = "198503122010012004", "081234567890"


def test_nip_and_phone_reach_the_regency_and_never_the_province(line, tmp_path):
    office, regency, province = line
    meeting = meet.create_meeting(office)
    row = attend.add(office, meeting, name="Siti Aminah", nip=NIP, office_name="BPS")
    attend.add(office, meeting, name="Sitti Aminah", office_name="BPS")
    edit.put(office, "attendance_contact", row, phone=PHONE)
    (pair,) = doubles.doubles(office)
    doubles.decide(office, pair.one.key, pair.other.key, "sama")
    carry(office, regency, tmp_path)
    carry(regency, province, tmp_path)
    (below,), (above,) = people.entries(regency), people.entries(province)
    assert (below.name, below.times, below.nip, below.phones) == (above.name, above.times, NIP, (PHONE,))
    assert (above.nip, above.phones) == ("", ())
    stored = b"".join(each.read_bytes() for each in province.folder.glob("pug.db*"))
    assert b"Aminah" in stored
    assert NIP.encode() not in stored
    assert PHONE.encode() not in stored


def test_what_the_office_cleared_is_cleared_with_the_next_bundle(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    meet.set_date(office, meeting, PartialDate(2020, 1, 2))
    attend.add(office, meeting, name="Siti Aminah", nip=NIP, position="Kabid", office_name="BPS")
    carry(office, regency, tmp_path)
    assert [row.nip for row in attend.rows(regency, meeting)] == [NIP]
    (old,) = retention.old_meetings(office, office.today - timedelta(days=365))
    assert retention.clear(office, [old.id]).sent
    carry(office, regency, tmp_path)
    assert [(row.name, row.nip, row.position, row.sex) for row in attend.rows(regency, meeting)] == [
        (None, None, None, "P")
    ]
    assert meet.meeting(regency, meeting).shown == (0, 1, 1, 1)
