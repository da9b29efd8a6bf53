"""A decision on real files: it travels like any other write, and who holds both values learns of it."""

import pytest

from pug_desktop.app import decide, edit, meet
from pug_desktop.app.decide import Fate
from tests.walks.line import carry

OFFICE = "Dinas Kesehatan"


@pytest.fixture
def disagreeing(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Rapat")
    carry(office, regency, tmp_path / "s")
    edit.put(office, "meeting", meeting, title="Dari laptop")
    edit.put(regency, "meeting", meeting, title="Dari kabupaten")
    carry(office, regency, tmp_path / "s")
    return meeting


def test_what_the_district_decides_is_decided_at_the_office_too(line, disagreeing, tmp_path):
    office, regency, _ = line
    (found,) = decide.conflicts(regency)
    assert {each.device for each in found.versions} == {"komputer ini", OFFICE}
    theirs = next(each for each in found.versions if each.device == OFFICE)
    decide.decide(regency, "meeting", disagreeing, "title", theirs)
    assert carry(regency, office, tmp_path / "s", OFFICE).conflicts == 0
    assert decide.conflicts(office) == ()
    assert edit.get(office, "meeting", disagreeing)["title"] == "Dari laptop"


def test_what_both_decide_differently_is_open_again(line, disagreeing, tmp_path):
    office, regency, _ = line
    carry(regency, office, tmp_path / "s", OFFICE)
    decide.decide(regency, "meeting", disagreeing, "title", "Dari kabupaten")
    decide.decide(office, "meeting", disagreeing, "title", "Kata ketiga")
    carry(office, regency, tmp_path / "s")
    (found,) = decide.conflicts(regency)
    assert {each.value for each in found.versions} == {"Dari kabupaten", "Kata ketiga"}


def test_a_decision_undone_before_anything_was_sent_leaves_no_trace_elsewhere(line, disagreeing, tmp_path):
    office, regency, _ = line
    decide.decide(regency, "meeting", disagreeing, "title", "Dari kabupaten")
    edit.undo(regency)
    carry(regency, office, tmp_path / "s", OFFICE)
    for ws in (regency, office):
        (found,) = decide.conflicts(ws)
        assert {each.value for each in found.versions} == {"Dari laptop", "Dari kabupaten"}


def test_after_it_was_sent_an_undo_is_an_answer_that_travels_as_well(line, disagreeing, tmp_path):
    office, regency, _ = line
    shown = edit.get(regency, "meeting", disagreeing)["title"]
    decide.decide(regency, "meeting", disagreeing, "title", "Yang lain")
    carry(regency, office, tmp_path / "s", OFFICE)
    assert "Keputusannya tetap" in edit.undo(regency)
    carry(regency, office, tmp_path / "s", OFFICE)
    for ws in (regency, office):
        assert decide.conflicts(ws) == ()
        assert edit.get(ws, "meeting", disagreeing)["title"] == shown


@pytest.mark.parametrize("fate", list(Fate))
def test_deleted_here_and_changed_there_is_decided_for_both(line, tmp_path, fate):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    meet.add_output(office, meeting, "Hasil")
    carry(office, regency, tmp_path / "s")
    edit.remove(regency, "meeting", meeting)
    edit.put(office, "meeting", meeting, title="Diubah")
    carry(office, regency, tmp_path / "s")
    (found,) = decide.conflicts(regency)
    assert [each.device for each in found.versions] == [OFFICE, "komputer ini"]
    decide.decide(regency, "meeting", meeting, "_del", fate)
    carry(regency, office, tmp_path / "s", OFFICE)
    carry(office, regency, tmp_path / "s")
    for ws in (regency, office):
        assert decide.conflicts(ws) == ()
        there = edit.get(ws, "meeting", meeting)
        assert (there is not None) == (fate is Fate.KEEP)
        if there is not None:
            assert len(meet.meeting(ws, meeting).outputs) == 1
