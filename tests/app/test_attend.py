"""The attendance grid."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet

NIP = "198503122010012004"


@pytest.fixture
def meeting(office):
    return meet.create_meeting(office)


def test_a_nip_proposes_the_sex_and_never_overrules_it(office, meeting):
    one = attend.add(office, meeting, name="Siti", nip=NIP)
    two = attend.add(office, meeting, name="Budi", sex="L", nip=NIP)
    three = attend.add(office, meeting, name="Ani")
    attend.save(office, three, "nip", "1985 0312 201001 2 004")
    assert [(row.id, row.sex, row.nip) for row in attend.rows(office, meeting)] == [
        (one, "P", NIP),
        (two, "L", NIP),
        (three, "P", NIP),
    ]


def test_nip_and_phone_lie_in_a_record_of_their_own(office, meeting):
    made = attend.add(office, meeting, name="Siti", nip=NIP)
    assert "nip" not in edit.get(office, "attendance", made)
    assert edit.get(office, "attendance_contact", made)["nip"] == NIP


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("sex", "perempuan", "P"),
        ("sex", " lk ", "L"),
        ("sex", "Laki-laki", "L"),
        ("sex", "", None),
        ("office_type", "Kampus", "kampus"),
        ("office_type", "Perguruan tinggi", "kampus"),
        ("name", "  Siti   Aminah ", "Siti Aminah"),
        ("nip", "'198503122010012004", NIP),
    ],
)
def test_a_typed_cell_is_read_as_people_write_it(field, text, kept):
    assert attend.read_cell(field, text) == kept


@pytest.mark.parametrize(
    ("field", "text"), [("sex", "x"), ("office_type", "planet"), ("nip", "1.98503E+17"), ("nip", "198503122010012000")]
)
def test_a_cell_that_does_not_fit_is_refused(field, text):
    with pytest.raises(errors.WrongValue):
        attend.read_cell(field, text)


def test_emptied_cells_are_one_step(office, meeting):
    one = attend.add(office, meeting, name="Siti", nip=NIP, position="Kasubag")
    two = attend.add(office, meeting, name="Budi", position="Analis")
    before, depth = attend.rows(office, meeting), len(office.history.done)
    attend.clear(office, [(one, "nip"), (one, "position"), (two, "nip"), (two, "position")])
    assert [(row.name, row.nip, row.position) for row in attend.rows(office, meeting)] == [
        ("Siti", None, None),
        ("Budi", None, None),
    ]
    assert len(office.history.done) == depth + 1
    edit.undo(office)
    assert attend.rows(office, meeting) == before


def test_cells_that_are_empty_already_make_no_step(office, meeting):
    one = attend.add(office, meeting, name="Siti")
    depth = len(office.history.done)
    attend.clear(office, [(one, "nip"), (one, "position")])
    assert len(office.history.done) == depth


def test_a_pasted_block_is_one_step_and_tells_what_it_left_out(office, meeting):
    attend.add(office, meeting, name="Lama")
    pasted = attend.paste(
        office,
        meeting,
        0,
        "name",
        [["Siti", NIP, "P", "Kasubag", "Dinas Sosial", "OPD"], ["Budi", "", "zzz"], ["", "", ""], ["Ani"]],
    )
    assert (pasted.added, pasted.changed) == (2, 1)
    assert [(each.row, each.column) for each in pasted.problems] == [(1, 2)]
    assert [row.name for row in attend.rows(office, meeting)] == ["Siti", "Budi", "Ani"]
    edit.undo(office)
    assert [row.name for row in attend.rows(office, meeting)] == ["Lama"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=5), st.sampled_from(attend.FIELDS))
def test_no_pasted_text_raises_and_one_undo_takes_it_all_back(office, meeting, cells, start):
    before = attend.rows(office, meeting)
    depth = len(office.history.done)
    attend.paste(office, meeting, len(before), start, cells)
    if len(office.history.done) > depth:
        edit.undo(office)
    assert attend.rows(office, meeting) == before


def test_live_totals_count_people_and_institutions(office, meeting):
    for name, sex, place in (("A", "L", "Dinas Sosial"), ("B", "P", "DINAS  SOSIAL"), ("C", None, "BPS")):
        attend.add(office, meeting, name=name, sex=sex, office_name=place)
    found = attend.totals(office, meeting)
    assert (found.male, found.female, found.unknown, found.total, found.institutions) == (1, 1, 1, 3, 2)


def test_offices_written_before_are_suggested_whatever_the_text(office, meeting):
    attend.add(office, meeting, name="A", office_name="BPS 100%", office_type="vertikal")
    assert ("BPS 100%", "vertikal") in attend.office_suggestions(office, "00%")
    assert ("Dinas Kesehatan", "opd") in attend.office_suggestions(office, "kesehat")
    assert attend.office_suggestions(office, "_") == ()
