"""What of an attendance list goes up: all of it to the district, and beyond it no contacts and no traits."""

from pug_desktop.app import attend, edit, enrol, meet, receive, send
from tests.app.received import profile

WHOLE = {
    "name": "Siti Aminah",
    "nip": "198001012005012001",
    "sex": "P",
    "position": "Analis",
    "office_name": "Bappeda",
    "office_type": "opd",
    "role": "narasumber",
    "phone": "0812 3456 7890",
    "age_band": "60_up",
    "disability": "ya",
}
APART = ("nip", "phone", "age_band", "disability")


def test_a_list_travels_whole_to_the_district_and_without_what_stays_there_to_the_province(tmp_path):
    province = profile(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten", holder="Rina")
    city = profile(tmp_path / "kab", "kabkota", office="DP3AP2KB", holder="Budi")
    office = profile(tmp_path / "opd", "opd", holder="Siti")
    for below, above in ((city, province), (office, city)):
        enrol.accept(
            below, enrol.approve(above, enrol.request(below, tmp_path), tmp_path, in_person=True), in_person=True
        )
    meeting = meet.create_meeting(office)
    attend.add_many(office, meeting, [WHOLE, *({"name": f"Orang {n}", "sex": "L"} for n in range(162))])
    edit.put(office, "meeting", meeting, counted_by="daftar")

    for sender, receiver in ((office, city), (city, province)):
        receive.take_in(receiver, send.send(sender, send.find_addressee(sender), tmp_path).path)

    with_all, without = attend.rows(city, meeting), attend.rows(province, meeting)
    assert len(with_all) == len(without) == 163
    assert {field: getattr(with_all[0], field) for field in attend.FIELDS} == WHOLE
    assert {field: getattr(without[0], field) for field in attend.FIELDS} == WHOLE | dict.fromkeys(APART)
    assert meet.meeting(province, meeting).shown == (162, 1, 163, 1)
    for each in (province, city, office):
        each.close()
