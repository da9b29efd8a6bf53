"""The register of persons across meetings, and what is said of likely doubles."""

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, digest, doubles, edit, facts, meet, people, persons
from pug_desktop.storage.persons import joined

NIP, OTHER_NIP = "198503122010012004", "197203121998031004"


@pytest.fixture
def meetings(regency):
    return [meet.create_meeting(regency) for _ in range(3)]


def of(ws, name):
    return next(each for each in people.entries(ws) if each.name == name)


def test_one_person_is_one_entry_over_all_his_meetings(regency, meetings):
    person = edit.create(regency, "person", {"name": "Budi Santoso", "sex": "L"})
    for meeting in meetings:
        row = attend.add(regency, meeting, name="Budi S.", office_name="Bappeda", position="Kabid")
        edit.put(regency, "attendance", row, person_id=person)
    (found,) = people.entries(regency)
    assert (found.name, found.times, found.office_name, found.position) == ("Budi Santoso", 3, "Bappeda", "Kabid")
    assert {each.meeting.id for each in people.came_to(regency, found)} == set(meetings)


def test_a_name_that_only_stands_on_lists_is_an_entry_for_each_office_and_nip(regency, meetings):
    for place, nip in (("BPS", NIP), ("Bappeda", None), ("BAPPEDA", None)):
        attend.add(regency, meetings[0], name="Ani", office_name=place, nip=nip)
    attend.add(regency, meetings[1], name="Ani", office_name="BPS", nip=OTHER_NIP)
    found = people.entries(regency)
    assert sorted((each.nip, each.times) for each in found) == [("", 2), (OTHER_NIP, 1), (NIP, 1)]
    assert len(people.came_to(regency, found[0])) == 1


def test_the_register_is_searched_by_words_and_by_the_beginning_of_a_nip(regency, meetings):
    attend.add(regency, meetings[0], name="Siti Aminah", office_name="BPS", nip=NIP)
    attend.add(regency, meetings[0], name="Budi", office_name="BPS")
    assert [each.name for each in people.entries(regency, "bps siti")] == ["Siti Aminah"]
    assert [each.name for each in people.entries(regency, "198503")] == ["Siti Aminah"]


def test_likely_doubles_are_suggested_the_proven_ones_first(regency, meetings):
    attend.add(regency, meetings[0], name="Dra. Sri Wahyuni, M.Si", office_name="BPS")
    attend.add(regency, meetings[1], name="Sri Wahyuni", office_name="Bappeda")
    attend.add(regency, meetings[1], name="Ibu Ani", nip=NIP)
    attend.add(regency, meetings[2], name="Ani Maryani", nip=NIP)
    attend.add(regency, meetings[2], name="Tri Wahyuni")
    found = doubles.doubles(regency)
    assert [({each.one.name, each.other.name}, each.likeness.proof) for each in found] == [
        ({"Ibu Ani", "Ani Maryani"}, "nip"),
        ({"Dra. Sri Wahyuni, M.Si", "Sri Wahyuni"}, None),
    ]


def test_two_said_to_be_one_are_one_everywhere_and_two_again_when_it_is_taken_back(regency, meetings):
    attend.add(regency, meetings[0], name="Moh. Yusuf", office_name="BPS", nip=NIP)
    attend.add(regency, meetings[1], name="Muhammad Yusuf", office_name="BPS")
    before = digest.digest(regency)
    (found,) = doubles.doubles(regency)
    link = doubles.decide(regency, found.one.key, found.other.key, "sama")
    (one,) = people.entries(regency)
    assert (one.times, len(one.linked), one.nip) == (2, 2, NIP)
    assert len(people.came_to(regency, one)) == 2
    assert doubles.doubles(regency) == ()
    doubles.take_back(regency, link)
    assert len(people.entries(regency)) == 2
    assert len(doubles.doubles(regency)) == 1, "it may be suggested again"
    edit.undo(regency)
    assert len(people.entries(regency)) == 1
    edit.undo(regency)
    assert sorted((each.name, each.person_id) for each in people.entries(regency)) == [
        ("Moh. Yusuf", None),
        ("Muhammad Yusuf", None),
    ]
    assert digest.digest(regency) == before


def test_two_said_to_be_two_are_not_suggested_again(regency, meetings):
    one = edit.create(regency, "person", {"name": "Sri Wahyuni"})
    other = edit.create(regency, "person", {"name": "Sri Wahyuni"})
    third = edit.create(regency, "person", {"name": "Dra. Sri Wahyuni"})
    doubles.decide(regency, one, other, "beda")
    doubles.decide(regency, other, third, "sama")
    assert doubles.doubles(regency) == (), "whoever is one with the other is another than the first as well"
    assert [(each.verdict, each.mine) for each in doubles.said(regency)] in (
        [("sama", True), ("beda", True)],
        [("beda", True), ("sama", True)],
    )


def test_both_laptops_that_say_the_same_make_one_record(regency):
    one, other = (edit.create(regency, "person", {"name": "Sri"}) for _ in range(2))
    assert doubles.decide(regency, one, other, "beda") == doubles.decide(regency, other, one, "sama")
    assert len(doubles.said(regency)) == 1


def test_nobody_is_one_with_himself_and_no_other_word_counts(regency):
    one, other = (edit.create(regency, "person", {"name": "Sri"}) for _ in range(2))
    doubles.decide(regency, one, other, "sama")
    for verdict, pair in (("sama", (one, other)), ("mungkin", (one, one))):
        with pytest.raises(errors.WrongValue):
            doubles.decide(regency, *pair, verdict)
    with pytest.raises(errors.NoSuchRecord):
        doubles.decide(regency, one, "0" * 32, "sama")


def test_rows_of_other_offices_are_not_written_to(regency, meetings):
    with regency.database.write() as connection:
        from pug_desktop.storage import records

        scope = "36.71/" + "a" * 32
        records.insert(connection, "meeting", "b" * 32, scope, {"kind": "bimtek"}, 0, "")
        records.insert(
            connection, "attendance", "c" * 32, scope, {"meeting_id": "b" * 32, "name": "Ani Maryani"}, 0, ""
        )
    attend.add(regency, meetings[0], name="Ani Mariani", office_name="BPS")
    attend.add(regency, meetings[1], name="Any Maryani", office_name="BPS")
    assert len(doubles.doubles(regency)) == 1, "of the other office's rows only that office says whose they are"
    doubles.enter(regency, of(regency, "Ani Maryani").key)
    assert edit.get(regency, "attendance", "c" * 32)["person_id"] is None


def test_links_that_meet_or_run_in_a_ring_are_one_person():
    assert joined([("b", "a"), ("c", "b"), ("a", "c"), ("e", "d")]) == {
        "a": "a", "b": "a", "c": "a", "d": "d", "e": "d",
    }  # fmt: skip


def test_whoever_counts_persons_counts_linked_ones_once(regency, meetings):
    attend.add(regency, meetings[0], name="Moh. Yusuf", nip=NIP)
    attend.add(regency, meetings[1], name="Muhammad Yusuf", nip=NIP)
    (found,) = doubles.doubles(regency)
    link = doubles.decide(regency, found.one.key, found.other.key, "sama")

    def counted():
        with regency.database.read() as connection:
            known = facts.gather(connection, regency.profile.scope).meetings
        return len(frozenset().union(*(each.person_ids for each in known)))

    assert counted() == 1
    doubles.take_back(regency, link)
    assert counted() == 2


def test_nobody_came_to_a_meeting_that_was_not_held(regency, meetings):
    """A list is filled from the invitation before the day."""
    for meeting, state in zip(meetings, ("rencana", "batal", "terlaksana"), strict=True):
        attend.add(regency, meeting, name="Ani Lestari", office_name="BPS")
        edit.put(regency, "meeting", meeting, state=state)
    (found,) = people.entries(regency)
    assert found.times == 1
    assert [each.meeting.id for each in people.came_to(regency, found)] == [meetings[2]]
    assert [each.times for each in persons.suggest(regency, "ani")] == [1]
    edit.put(regency, "meeting", meetings[2], state="batal")
    assert [each.times for each in people.entries(regency)] == [0]
