"""Saving, removing, and taking back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet
from pug_desktop.app.digest import digest


def test_a_saved_field_is_there_and_a_wrong_one_is_not(office):
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Rapat", year=2022)
    with pytest.raises(errors.WrongValue):
        edit.put(office, "meeting", meeting, title="Lain", year="dua ribu")
    found = edit.get(office, "meeting", meeting)
    assert (found["title"], found["year"]) == ("Rapat", 2022)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "pesta"},
        {"year": 1.5},
        {"year": True},
        {"year": 2**53},
        {"title": 3},
        {"nothing": 1},
        {"title": "a\0b"},
    ],
)
def test_values_that_do_not_fit_their_field_are_refused(office, wrong):
    meeting = meet.create_meeting(office)
    with pytest.raises(errors.WrongValue):
        edit.put(office, "meeting", meeting, **wrong)


def test_a_record_that_was_removed_cannot_be_saved(office):
    meeting = meet.create_meeting(office)
    edit.remove(office, "meeting", meeting)
    with pytest.raises(errors.NoSuchRecord):
        edit.put(office, "meeting", meeting, title="x")


def test_nothing_to_undo_says_so(office):
    assert edit.undo(office) is None
    assert edit.redo(office) is None


def test_saving_the_same_value_is_no_step(office):
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="x")
    steps = len(office.history.done)
    edit.put(office, "meeting", meeting, title="x")
    assert len(office.history.done) == steps


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["title", "person", "remove_person", "output", "remove", "paste", "headcount"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_undoing_everything_restores_every_record_and_redoing_brings_it_back(office, story):
    start_depth = len(office.history.done)
    before = digest(office).whole
    meeting = meet.create_meeting(office)
    for what, number in story:
        if edit.get(office, "meeting", meeting) is None:
            meeting = meet.create_meeting(office)
        people = attend.rows(office, meeting)
        match what:
            case "title":
                edit.put(office, "meeting", meeting, title=f"Rapat {number}")
            case "person":
                attend.add(office, meeting, name=f"Siti {number}", nip=f"19850312201001{number}004")
            case "remove_person" if people:
                attend.remove(office, [people[number % len(people)].id])
            case "output":
                meet.add_output(office, meeting, f"Hasil {number}")
            case "remove":
                edit.remove(office, "meeting", meeting)
            case "paste":
                attend.paste(office, meeting, number % (len(people) + 1), "name", [["Budi", "", "L"], ["Ani", "", "P"]])
            case "headcount":
                meet.set_headcount(office, meeting, male=number, female=None, total=None)
    after = digest(office).whole
    while len(office.history.done) > start_depth:
        assert edit.undo(office)
    assert digest(office).whole == before
    while edit.can_redo(office):
        assert edit.redo(office)
    assert digest(office).whole == after
    while len(office.history.done) > start_depth:
        edit.undo(office)
    office.history.undone.clear()


def test_true_instead_of_one_deep_inside_is_saved(regency):
    from pug_desktop.app import fill

    sheet = fill.sheet(regency, 2024)
    target = fill.attach_evidence_target(regency, sheet, "P3.02")
    for value in ({"a": 1}, {"a": True}):
        edit.put(regency, "answer", target, value=value)
        assert edit.get(regency, "answer", target)["value"]["a"] is value["a"]


def test_month_thirteen_is_refused_wherever_it_is_typed(office):
    with pytest.raises(errors.WrongValue):
        edit.put(office, "meeting", meet.create_meeting(office), month=13)
