"""An office's own kinds of meetings: they count as a standard one, and are shown under the office's name."""

import pytest
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import edit, meet, meeting_kinds, report
from pug_desktop.domain.kinds import MEETING_KINDS


def named(ws, choice):
    return next(each for each in meeting_kinds.kinds(ws) if each.choice == choice)


def held_as(ws, choice):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title="Rapat", **meeting_kinds.fields_of(ws, choice))
    return made


def test_without_own_ones_the_standard_kinds_are_offered_in_their_order(office):
    assert [choice for choice, _ in meeting_kinds.offered(office)] == list(MEETING_KINDS)


def test_an_own_kind_counts_as_a_standard_one_and_shows_its_own_name(office, tmp_path):
    own = meeting_kinds.add(office, "  Rapat   Kelurahan ", "rakor_pokja")
    meeting = held_as(office, own)
    (row,) = meet.meetings(office)
    assert (row.kind, row.kind_label) == ("rakor_pokja", "Rapat Kelurahan")
    out = report.write_report(office, "notulen", tmp_path / "n.pdf", meeting_id=meeting)
    assert "Rapat Kelurahan" in PdfReader(out).pages[0].extract_text()
    assert named(office, own).used == 1


def test_a_renamed_standard_kind_is_renamed_everywhere_and_gets_its_name_back(office):
    held_as(office, "advokasi")
    meeting_kinds.rename(office, "advokasi", "Advokasi dan lobi")
    assert meet.meetings(office)[0].kind_label == "Advokasi dan lobi"
    assert meet.meetings(office, lang="en")[0].kind_label == "Advokasi dan lobi"
    meeting_kinds.rename(office, "advokasi", " ")
    assert meet.meetings(office)[0].kind_label == "Advokasi"


def test_a_hidden_kind_is_offered_no_more_and_its_meetings_keep_it(office):
    held_as(office, "bimtek")
    meeting_kinds.hide(office, "bimtek", hidden=True)
    assert "bimtek" not in [choice for choice, _ in meeting_kinds.offered(office)]
    assert meet.meetings(office)[0].kind_label == "Bimbingan teknis"
    meeting_kinds.hide(office, "bimtek", hidden=False)
    assert "bimtek" in [choice for choice, _ in meeting_kinds.offered(office)]


def test_meetings_follow_where_an_own_kind_counts_as_another_in_one_step(office):
    own = meeting_kinds.add(office, "Lokakarya", "lainnya")
    meeting = held_as(office, own)
    meeting_kinds.count_as(office, own, "pelatihan")
    assert edit.get(office, "meeting", meeting)["kind"] == "pelatihan"
    edit.undo(office)
    assert edit.get(office, "meeting", meeting)["kind"] == "lainnya"
    assert named(office, own).counts_as == "lainnya"


@pytest.mark.parametrize("name", ["", "  ", "advokasi", "ADVOKASI"])
def test_no_two_kinds_have_one_name(office, name):
    with pytest.raises(errors.WrongValue):
        meeting_kinds.add(office, name)
    own = meeting_kinds.add(office, "Lokakarya")
    with pytest.raises(errors.WrongValue):
        meeting_kinds.rename(office, own, name)


def test_only_an_own_kind_without_meetings_is_taken_away(office):
    own = meeting_kinds.add(office, "Lokakarya")
    meeting = held_as(office, own)
    for choice in (own, "advokasi"):
        with pytest.raises(errors.WrongValue):
            meeting_kinds.remove(office, choice)
    edit.remove(office, "meeting", meeting)
    meeting_kinds.remove(office, own)
    assert own not in [each.choice for each in meeting_kinds.kinds(office)]


def test_a_kind_that_is_gone_cannot_be_chosen(office):
    with pytest.raises(errors.NoSuchRecord):
        meeting_kinds.fields_of(office, "f" * 32)
    assert meeting_kinds.fields_of(office, None) == {"kind": None, "own_kind_id": None}
