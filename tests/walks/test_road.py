"""The whole road on real files: an office's record reaches the province, and comes back changed."""

from pug_desktop.app import attend, edit, meet, receive, send
from tests.walks.line import carry


def test_a_meeting_of_an_office_reaches_the_province_by_two_bundles(line, tmp_path):
    office, regency, province = line
    meeting = meet.create_meeting(office, "advokasi")
    edit.put(office, "meeting", meeting, title="Advokasi PUG", year=2019, weekday=1)
    attend.add(office, meeting, name="Siti Aminah", nip="198503122010012004", office_name="Dinas Kesehatan")
    first = carry(office, regency, tmp_path / "s")
    assert first.new == 3
    assert first.conflicts == 0
    second = carry(regency, province, tmp_path / "s")
    assert second.by_kind["attendance"] == 1
    assert "attendance_contact" not in second.by_kind
    (row,) = attend.rows(province, meeting)
    assert (row.name, row.sex, row.nip) == ("Siti Aminah", "P", None)
    assert attend.rows(regency, meeting)[0].nip == "198503122010012004"


def test_two_values_for_one_field_both_survive(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Rapat A")
    carry(office, regency, tmp_path / "s")
    edit.put(office, "meeting", meeting, title="Rapat dari laptop")
    edit.put(regency, "meeting", meeting, title="Rapat dari kabupaten", place="Aula")
    up = carry(office, regency, tmp_path / "s")
    assert up.conflicts == 1
    assert edit.conflicts(regency, "meeting", meeting) == ("title",)
    down = carry(regency, office, tmp_path / "s", "Dinas Kesehatan")
    assert down.changed >= 1
    assert edit.conflicts(office, "meeting", meeting) == ("title",)
    here, there = (edit.get(ws, "meeting", meeting) for ws in (office, regency))
    assert here == there
    assert here["place"] == "Aula"


def test_the_same_bundle_again_changes_nothing(line, tmp_path):
    office, regency, _ = line
    edit.put(office, "meeting", meet.create_meeting(office), title="Rapat")
    sent = send.send(office, send.find_addressee(office), tmp_path)
    first = receive.take_in(regency, sent.path)
    again = receive.take_in(regency, sent.path)
    assert again.already
    assert again.new == first.new


def test_a_removed_meeting_takes_its_list_along_and_brings_it_back(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    attend.add(office, meeting, name="Budi")
    carry(office, regency, tmp_path / "s")
    edit.remove(office, "meeting", meeting)
    carry(office, regency, tmp_path / "s")
    assert edit.get(regency, "meeting", meeting) is None
    assert attend.rows(regency, meeting) == ()
    edit.undo(office)
    assert [row.name for row in attend.rows(office, meeting)] == ["Budi"]
    carry(office, regency, tmp_path / "s")
    assert [row.name for row in attend.rows(regency, meeting)] == ["Budi"]


def test_who_was_removed_before_anything_was_sent_is_never_sent(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    made = attend.add(office, meeting, name="Salah Ketik", nip="198503122010012004")
    attend.remove(office, [made])
    got = carry(office, regency, tmp_path / "s")
    assert (got.by_kind.get("attendance"), got.parked) == (None, 0)
    with regency.database.read() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM sync_record WHERE cells LIKE '%Salah Ketik%'")
        assert kept.scalar_one() == 0


def test_children_of_what_was_deleted_are_not_told_as_waiting(line, tmp_path):
    office, regency, province = line
    meeting = meet.create_meeting(office)
    attend.add(office, meeting, name="Budi")
    carry(office, regency, tmp_path / "s")
    edit.remove(office, "meeting", meeting)
    assert carry(office, regency, tmp_path / "s").parked == 0
    assert carry(regency, province, tmp_path / "s").parked == 0
    edit.undo(office)
    carry(office, regency, tmp_path / "s")
    assert carry(regency, province, tmp_path / "s").conflicts == 0
    assert [row.name for row in attend.rows(province, meeting)] == ["Budi"]
