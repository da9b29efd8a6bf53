"""What a comparison writes down."""

from pug_desktop.replica.capture import create, decide, delete, edit
from pug_desktop.replica.merge import merge, same_dot_other_value
from pug_desktop.replica.scope import contains, of_office, office_of, province_of, region_of
from pug_desktop.replica.state import Dot, Label, conflicts, is_deleted, shown_cells

A, B = "a" * 16, "b" * 16
LABEL = Label("Sri", 100)


def made(**row):
    return create("meeting", "0" * 32, "36.71", row, dot=Dot(1, A), label=LABEL)


def test_an_empty_cell_of_a_new_record_is_no_write():
    assert set(made(title="Rapat", place=None).cells) == {"title"}


def test_a_row_that_shows_the_same_is_no_write():
    state = made(title="Rapat")
    assert edit(state, {"title": "Rapat", "place": None}, dot=Dot(2, A), label=LABEL) is None


def test_emptying_a_cell_is_a_write():
    edited = edit(made(title="Rapat"), {"title": None}, dot=Dot(2, A), label=LABEL)
    assert shown_cells(edited) == {"title": None}


def test_true_is_not_one():
    edited = edit(made(number=1), {"number": True}, dot=Dot(2, A), label=LABEL)
    assert shown_cells(edited)["number"] is True


def test_an_ordinary_edit_replaces_only_the_value_that_was_shown():
    base = made(title="Rapat")
    ours = edit(base, {"title": "A"}, dot=Dot(2, A), label=LABEL)
    theirs = edit(base, {"title": "B"}, dot=Dot(2, B), label=LABEL)
    both = merge(ours, theirs)
    edited = edit(both, {"title": "C"}, dot=Dot(3, A), label=LABEL)
    assert sorted(edited.cells["title"].values()) == ["A", "C"]
    assert conflicts(edited) == ("title",)


def test_a_decision_replaces_every_sibling():
    base = made(title="Rapat")
    both = merge(
        edit(base, {"title": "A"}, dot=Dot(2, A), label=LABEL), edit(base, {"title": "B"}, dot=Dot(2, B), label=LABEL)
    )
    assert conflicts(decide(both, "title", "A", dot=Dot(3, A), label=LABEL)) == ()


def test_different_cells_merge_without_a_conflict():
    base = made(title="Rapat", place="Aula")
    both = merge(
        edit(base, {"title": "A"}, dot=Dot(2, A), label=LABEL), edit(base, {"place": "B"}, dot=Dot(2, B), label=LABEL)
    )
    assert shown_cells(both) == {"title": "A", "place": "B"}
    assert conflicts(both) == ()


def test_an_edit_that_the_deleter_had_not_seen_keeps_the_record_alive_and_is_told():
    base = made(title="Rapat")
    gone = delete(base, dot=Dot(2, B), label=LABEL)
    edited = edit(base, {"title": "A"}, dot=Dot(2, A), label=LABEL)
    both = merge(gone, edited)
    assert not is_deleted(both)
    assert conflicts(both) == ("_del",)


def test_a_row_that_is_back_brings_its_record_back():
    gone = delete(made(title="Rapat"), dot=Dot(2, A), label=LABEL)
    back = edit(gone, {"title": "Rapat"}, dot=Dot(3, A), label=LABEL)
    assert not is_deleted(back)
    assert is_deleted(gone)


def test_one_write_name_with_two_values_is_found():
    other = create("meeting", "0" * 32, "36.71", {"title": "lain"}, dot=Dot(1, A), label=LABEL)
    assert same_dot_other_value(made(title="Rapat"), other) == Dot(1, A)
    assert same_dot_other_value(made(title="Rapat"), made(title="Rapat")) is None


def test_a_scope_contains_itself_and_what_lies_below():
    office = of_office("36.71", "f" * 32)
    assert contains("36", "36.71")
    assert contains("36.71", office)
    assert contains(office, office)
    assert not contains("36.7", "36.71")
    assert not contains("36.71", "36.72")
    assert not contains(office, "36.71")
    assert (region_of(office), province_of(office), office_of(office)) == ("36.71", "36", "f" * 32)
    assert office_of("36.71") is None
