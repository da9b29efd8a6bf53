"""Who is invited: whole lists, people of decrees, single ones; nobody stands there twice."""

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, edit, invite, meet, offices, registers
from pug_desktop.app.invite import Invitee
from pug_desktop.app.participation import participation


@pytest.fixture
def meeting(regency):
    for name in ("Dinas Kesehatan", "Dinas Pendidikan", "Bappeda"):
        offices.add_office(regency, name)
    offices.add_office(regency, "Kecamatan Cibodas", "kecamatan", in_pokja=False)
    return meet.create_meeting(regency)


def names(ws, meeting):
    return [(each.number, each.office_name, each.name) for each in invite.invited(ws, meeting)]


def member(ws, kind, name, **person):
    decree = registers.add(ws, "decree", {"decree_kind": kind})
    made = registers.add_member(ws, decree, name)
    person_id = edit.get(ws, "assignment", made)["person_id"]
    if person:
        edit.put(ws, "person", person_id, **person)
    return made, person_id


def group(ws, meeting, code):
    return next(each for each in invite.groups(ws, meeting) if each.code == code)


def test_all_opd_are_invited_at_once_in_one_step(regency, meeting):
    done = invite.invite_group(regency, meeting, "opd")
    assert (done.added, done.already) == (3, 0)
    assert names(regency, meeting) == [(1, "Bappeda", ""), (2, "Dinas Kesehatan", ""), (3, "Dinas Pendidikan", "")]
    edit.undo(regency)
    assert names(regency, meeting) == []
    edit.redo(regency)
    assert len(names(regency, meeting)) == 3


def test_whoever_stands_there_already_is_not_invited_again(regency, meeting):
    invite.invite(regency, meeting, [Invitee(office_name="DINAS KESEHATAN.")])
    done = invite.invite_group(regency, meeting, "opd")
    assert (done.added, done.already) == (2, 1)
    assert invite.invite_group(regency, meeting, "opd") == invite.Invited(0, 3)
    assert group(regency, meeting, "opd").new == 0
    assert group(regency, meeting, "kecamatan").new == 1


def test_a_short_name_is_the_same_office_as_its_long_one(regency, meeting):
    health = next(each for each in offices.offices(regency) if each.name == "Dinas Kesehatan")
    offices.save_office(regency, health.id, short_name="Dinkes")
    invite.invite_group(regency, meeting, "opd")
    assert invite.invite(regency, meeting, [Invitee(office_name="dinkes")]).added == 0


def test_closed_offices_are_not_invited(regency, meeting):
    health = next(each for each in offices.offices(regency) if each.name == "Dinas Kesehatan")
    offices.save_office(regency, health.id, closed_on="2024-01-01")
    assert "Dinas Kesehatan" not in [each.office_name for each in group(regency, meeting, "opd").members]


def test_people_of_decrees_in_force_are_offered_and_those_whose_time_is_over_are_not(regency, meeting):
    made, _ = member(regency, "focal_point", "Siti Aminah", sex="P", position="Kasubag Perencanaan")
    over, _ = member(regency, "focal_point", "Budi Lama")
    edit.put(regency, "assignment", over, until_on="2020-12-31")
    (found,) = group(regency, meeting, "focal_point").members
    assert (found.name, found.sex, found.position) == ("Siti Aminah", "P", "Kasubag Perencanaan")
    invite.invite_group(regency, meeting, "focal_point")
    assert invite.invited(regency, meeting)[0].person_id == edit.get(regency, "assignment", made)["person_id"]


def test_one_person_in_two_decrees_is_invited_once(regency, meeting):
    _, first = member(regency, "focal_point", "Siti Aminah", office_name="Bappeda")
    _, second = member(regency, "pokja", "Hj. Siti Aminah, S.Sos", office_name="Bappeda")
    assert first != second
    invite.invite_group(regency, meeting, "focal_point")
    assert group(regency, meeting, "pokja").new == 0


def test_two_persons_of_one_name_are_both_invited_once_somebody_said_so(regency, meeting):
    _, first = member(regency, "focal_point", "Siti Aminah")
    _, second = member(regency, "pokja", "Siti Aminah")
    invite.invite_group(regency, meeting, "focal_point")
    assert invite.invite_group(regency, meeting, "pokja").added == 0
    edit.create(regency, "person_link", {"person_id": second, "kept_id": first, "verdict": "beda"})
    assert invite.invite_group(regency, meeting, "pokja").added == 1


def test_entries_that_are_one_person_are_invited_once_under_whatever_name(regency, meeting):
    _, first = member(regency, "focal_point", "Siti Aminah")
    _, second = member(regency, "pokja", "Siti Aminah Hasan")
    edit.create(regency, "person_link", {"person_id": second, "kept_id": first, "verdict": "sama"})
    invite.invite_group(regency, meeting, "focal_point")
    assert invite.invite_group(regency, meeting, "pokja").added == 0


def test_the_head_of_an_office_and_its_focal_point_are_two(regency, meeting):
    invite.invite(regency, meeting, [Invitee(office_name="Bappeda"), Invitee("Bappeda", "Siti Aminah")])
    assert len(names(regency, meeting)) == 2


def test_what_is_typed_finds_offices_and_people(regency, meeting):
    member(regency, "focal_point", "Dinda Kesuma")
    found = invite.suggest(regency, "din")
    assert [each.office_name for each in found[:2]] == ["Dinas Kesehatan", "Dinas Pendidikan"]
    assert found[2].name == "Dinda Kesuma"
    assert invite.suggest(regency, "x") == ()


def test_another_name_is_no_longer_that_entry_of_the_register(regency, meeting):
    member(regency, "focal_point", "Siti Aminah")
    invite.invite_group(regency, meeting, "focal_point")
    (row,) = invite.invited(regency, meeting)
    invite.save(regency, row.id, "position", "Kabid")
    assert invite.invited(regency, meeting)[0].person_id == row.person_id
    invite.save(regency, row.id, "name", "Sri Wahyuni")
    assert invite.invited(regency, meeting)[0].person_id is None


def test_the_order_is_changed_and_rows_are_taken_out(regency, meeting):
    invite.invite_group(regency, meeting, "opd")
    first, second, third = invite.invited(regency, meeting)
    invite.move(regency, meeting, third.id, -1)
    assert [each.office_name for each in invite.invited(regency, meeting)] == [
        "Bappeda",
        "Dinas Pendidikan",
        "Dinas Kesehatan",
    ]
    invite.remove(regency, [first.id, second.id])
    assert names(regency, meeting) == [(1, "Dinas Pendidikan", "")]


def test_the_attendance_list_is_filled_with_the_named_ones_only(regency, meeting):
    _, person = member(regency, "focal_point", "Siti Aminah", sex="P", position="Kasubag", office_name="Bappeda")
    edit.create(regency, "person_contact", {"nip": "198001012005012001"}, id=person)
    invite.invite_group(regency, meeting, "opd")
    invite.invite_group(regency, meeting, "focal_point")
    done = invite.fill_attendance(regency, meeting)
    assert (done.added, done.already, done.nameless) == (1, 0, 3)
    (row,) = attend.rows(regency, meeting)
    assert (row.name, row.sex, row.position, row.nip) == ("Siti Aminah", "P", "Kasubag", "198001012005012001")
    assert row.person_id == person
    assert invite.fill_attendance(regency, meeting).added == 0
    edit.undo(regency)
    assert attend.rows(regency, meeting) == ()


def test_a_chosen_office_goes_on_the_attendance_list_without_a_name(regency, meeting):
    invite.invite_group(regency, meeting, "opd")
    chosen = invite.invited(regency, meeting)[1]
    assert invite.fill_attendance(regency, meeting, [chosen.id]).added == 1
    (row,) = attend.rows(regency, meeting)
    assert (row.name, row.office_name, row.office_type) == (None, "Dinas Kesehatan", "opd")


def test_who_came_from_another_office_than_was_invited_is_counted_there(regency, meeting):
    invite.invite_group(regency, meeting, "opd")
    edit.put(regency, "meeting", meeting, year=2026, month=3)
    invite.fill_attendance(regency, meeting, [each.id for each in invite.invited(regency, meeting)[:1]])
    (row,) = attend.rows(regency, meeting)
    assert row.office_name == "Bappeda"
    attend.save(regency, row.id, "office_name", "BAPPEDA.")
    assert edit.get(regency, "attendance", row.id)["office_id"] is not None
    attend.save(regency, row.id, "office_name", "Dinas Pendidikan")
    assert edit.get(regency, "attendance", row.id)["office_id"] is None
    came = {line.name: line.all.came for line in participation(regency, 2026).lines}
    assert came == {"Bappeda": 0, "Dinas Kesehatan": 0, "Dinas Pendidikan": 1}


def test_a_list_that_there_is_none_of_is_refused(regency, meeting):
    with pytest.raises(errors.UnknownName):
        invite.invite_group(regency, meeting, "gubernur")
    with pytest.raises(errors.NoSuchRecord):
        invite.invite(regency, "0" * 32, [Invitee("Bappeda")])
