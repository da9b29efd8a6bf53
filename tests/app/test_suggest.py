"""Who is meant while a name is typed into a list."""

import pytest

from pug_desktop.app import attend, edit, meet, persons

NIP = "198503122010012004"


@pytest.fixture
def meeting(regency):
    return meet.create_meeting(regency)


def test_what_is_known_of_a_person_comes_with_the_suggestion(regency, meeting):
    attend.add(
        regency, meeting, name="Siti Aminah, S.Sos., M.Si", nip=NIP, position="Kabid", office_name="Dinas Sosial",
        office_type="opd",
    )  # fmt: skip
    found = persons.suggest(regency, "siti am")
    assert found == (
        persons.Suggestion(None, "Siti Aminah, S.Sos., M.Si", "Kabid", "Dinas Sosial", "opd", "P", NIP, 1),
    )


def test_one_name_at_two_offices_is_two_suggestions_and_the_more_frequent_one_goes_first(regency, meeting):
    for place in ("BPS", "Dinas Sosial", "DINAS  SOSIAL"):
        attend.add(regency, meeting, name="Budi Santoso", office_name=place)
    assert [(each.office_name, each.times) for each in persons.suggest(regency, "budi")] == [
        ("DINAS  SOSIAL", 2),
        ("BPS", 1),
    ]


def test_two_numbers_are_two_suggestions_and_so_are_two_letters(regency, meeting):
    for name, nip in (
        ("Sri Wahyuni F.", None),
        ("Sri Wahyuni P.", None),
        ("Ani Sri", NIP),
        ("Ani Sri", NIP[:-1] + "9"),
    ):
        attend.add(regency, meeting, name=name, nip=nip, office_name="BPS")
    assert len(persons.suggest(regency, "sri")) == 4


def test_a_person_of_the_register_is_one_wherever_his_rows_are(regency, meeting):
    person = edit.create(regency, "person", {"name": "Budi Santoso", "sex": "L", "position": "Camat"})
    row = attend.add(regency, meeting, name="Drs. Budi Santoso", office_name="Kecamatan Ciledug")
    edit.put(regency, "attendance", row, person_id=person)
    (found,) = persons.suggest(regency, "santoso")
    assert (found.person_id, found.name, found.position, found.office_name, found.times) == (
        person, "Budi Santoso", "Camat", "Kecamatan Ciledug", 1,
    )  # fmt: skip


def test_entries_that_were_said_to_be_one_are_one_suggestion(regency, meeting):
    one = edit.create(regency, "person", {"name": "Moh. Yusuf"})
    other = edit.create(regency, "person", {"name": "Muhammad Yusuf", "sex": "L"})
    assert len(persons.suggest(regency, "yusuf")) == 2
    edit.create(regency, "person_link", {"person_id": other, "kept_id": one, "verdict": "sama"})
    (found,) = persons.suggest(regency, "yusuf")
    assert (found.person_id, found.sex) == (one, "L")


def test_a_name_spelled_in_another_way_is_suggested_after_those_that_hold_the_words(regency, meeting):
    attend.add(regency, meeting, name="Mochamad Joesoef, S.E.")
    attend.add(regency, meeting, name="Sri Wahyuni")
    assert [each.name for each in persons.suggest(regency, "Mohammad Yusuf")] == ["Mochamad Joesoef, S.E."]


def test_digits_find_a_nip(regency, meeting):
    attend.add(regency, meeting, name="Siti", nip=NIP)
    assert [each.name for each in persons.suggest(regency, "19850312")] == ["Siti"]


@pytest.mark.parametrize("typed", ["", " ", "s", "%", "_%", "'; --", "19", "\\"])
def test_too_little_or_odd_text_suggests_nobody(regency, meeting, typed):
    attend.add(regency, meeting, name="Siti", nip=NIP)
    assert persons.suggest(regency, typed) == ()
