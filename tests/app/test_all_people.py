"""Semua peserta: which rows, in which order, page by page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop.app import all_people, attend, edit, meet
from pug_desktop.app.all_people import SORTS, Asked
from pug_desktop.domain.dates import PartialDate
from pug_desktop.storage import all_people as stored

PEOPLE = (
    ("Siti Aminah", "P", "Kabid", "BPS", "vertikal"),
    ("budi Santoso", "L", "Camat", "Kecamatan Ciledug", "kecamatan"),
    ("Ani", "P", None, "BPS", "vertikal"),
    (None, None, None, "Universitas", "kampus"),
)


@pytest.fixture
def lists(regency):
    for year, title in ((2024, "Rakor"), (2026, "Advokasi")):
        meeting = meet.create_meeting(regency)
        meet.set_date(regency, meeting, PartialDate(year, 3, 1))
        edit.put(regency, "meeting", meeting, title=title)
        for name, sex, position, office, sort in PEOPLE:
            attend.add(regency, meeting, name=name, sex=sex, position=position, office_name=office, office_type=sort)
    return regency


def found(ws, **asked):
    return [row for row in all_people.page(ws, all_people.rows(ws, Asked(**asked))) if row is not None]


def test_without_wishes_the_row_written_last_comes_first(lists):
    rows = found(lists)
    assert [(row.meeting, row.name) for row in rows[:5]] == [
        ("Advokasi", ""),
        ("Advokasi", "Ani"),
        ("Advokasi", "budi Santoso"),
        ("Advokasi", "Siti Aminah"),
        ("Rakor", ""),
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"search": "siti bps"}, ["Siti Aminah"] * 2),
        ({"search": "camat"}, ["budi Santoso"] * 2),
        ({"search": "%"}, []),
        ({"sex": "P", "year": 2026}, ["Ani", "Siti Aminah"]),
        ({"office_type": "kampus"}, ["", ""]),
        ({"year": 1999}, []),
    ],
)
def test_rows_are_found_by_words_sex_office_and_year(lists, asked, names):
    assert [row.name for row in found(lists, **asked)] == names


def test_names_are_sorted_whatever_their_case_and_empty_ones_stand_at_the_end_both_ways(lists):
    up = [row.name for row in found(lists, sort="name", year=2024)]
    down = [row.name for row in found(lists, sort="name", year=2024, descending=True)]
    assert up == ["Ani", "budi Santoso", "Siti Aminah", ""]
    assert down == ["Siti Aminah", "budi Santoso", "Ani", ""]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.sampled_from(["", "a", "B", "b", "Ä", "aa", "zz"]), max_size=30),
    sort=st.sampled_from(sorted(SORTS)),
    descending=st.booleans(),
    at_once=st.integers(1, 6),
)
def test_sorting_in_parts_is_sorting(regency, monkeypatch, names, sort, descending, at_once):
    """However the rows are cut into parts: each row once, in the order that one sort gives."""
    monkeypatch.setattr(stored, "_EVERY", 1)
    monkeypatch.setattr(stored, "_AT_ONCE", at_once)
    for old in [each.id for each in found(regency)]:
        attend.remove(regency, [old])
    meeting = meet.create_meeting(regency)
    meet.set_date(regency, meeting, PartialDate(2020))
    for name in names:
        attend.add(regency, meeting, name=name or None, sex="L", office_name=name or None)
    with regency.database.read() as connection:
        parts = list(stored.numbers(connection, "", Asked(sort=sort, descending=descending)))
        monkeypatch.setattr(stored, "_AT_ONCE", 10_000)
        whole = list(stored.numbers(connection, "", Asked(sort=sort, descending=descending)))
    assert parts == whole
    assert sorted(parts) == sorted(all_people.rows(regency, Asked()))


def test_a_row_that_was_removed_meanwhile_leaves_its_place_empty(lists):
    numbers = all_people.rows(lists, Asked(sort="name", year=2024))
    first = all_people.page(lists, numbers)[0]
    attend.remove(lists, [first.id])
    assert all_people.page(lists, numbers)[0] is None
    assert len(all_people.page(lists, numbers)) == 4
