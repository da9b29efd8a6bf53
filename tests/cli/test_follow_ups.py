"""The follow-ups of all meetings on the command line."""

from tests.cli.terminal import loaded, meeting_of

MADE = "0190a1b2c3d47e8f9a0b1c2d3e4f5bbb"


def test_follow_ups_are_listed_by_state_and_person(regency):
    loaded(regency)
    nothing = regency.run("follow-ups", "--json")
    meeting = meeting_of(regency, "Advokasi")
    values = {
        "meeting_id": meeting["id"],
        "number": 1,
        "text": "Menyusun SK",
        "person_name": "Siti",
        "due_on": "2020-01-01",
    }
    loaded(regency, records=[meeting, {**meeting, "kind": "follow_up", "id": MADE, "values": values}])

    late = regency.run("follow-ups", "--state", "terlambat", "--json")
    plain = regency.run("follow-ups", "--person", "Siti")
    other = regency.run("follow-ups", "--person", "Budi")

    assert nothing.code == 4
    assert (late.code, [each["text"] for each in late.json["follow_ups"]]) == (0, ["Menyusun SK"])
    assert "Menyusun SK  [Siti]  belum  Advokasi" in plain.out
    assert other.code == 4
