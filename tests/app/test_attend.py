"""The attendance grid."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet
from pug_desktop.domain.words import labels

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


ALL = {
    "name": "Siti",
    "nip": NIP,
    "sex": "P",
    "position": "Analis",
    "office_name": "Bappeda",
    "office_type": "opd",
    "role": "narasumber",
    "phone": "0812 3456 7890",
    "age_band": "31_45",
    "disability": "tidak",
}


def shown(row):
    return {field: getattr(row, field) for field in attend.FIELDS}


def test_every_column_is_kept_and_read_back(office, meeting):
    one = attend.add(office, meeting, **ALL)
    two = attend.add(office, meeting, name="Budi")
    for field, value in ALL.items():
        attend.save(office, two, field, value)
    assert [shown(row) for row in attend.rows(office, meeting)] == [ALL, ALL]
    assert {"age_band", "disability", "phone", "nip"}.isdisjoint(edit.get(office, "attendance", one))
    assert edit.get(office, "attendance_trait", two)["disability"] == "tidak"


def test_nothing_is_kept_apart_where_nothing_was_entered(office, meeting):
    made = attend.add(office, meeting, name="Siti")
    attend.clear(office, [(made, "age_band"), (made, "phone")])
    assert edit.get(office, "attendance_trait", made) is None
    assert edit.get(office, "attendance_contact", made) is None


def test_what_is_kept_apart_goes_and_comes_back_with_its_row(office, meeting):
    made = attend.add(office, meeting, **ALL)
    before = attend.rows(office, meeting)
    attend.remove(office, [made])
    assert attend.rows(office, meeting) == ()
    edit.undo(office)
    assert attend.rows(office, meeting) == before


def test_many_people_are_added_in_their_order_as_one_step(office, meeting):
    attend.add(office, meeting, name="Lama")
    depth = len(office.history.done)
    made = attend.add_many(office, meeting, [{"name": "Siti", "nip": NIP}, {"name": "Budi", "age_band": "u18"}])
    assert [(row.id, row.name, row.sex) for row in attend.rows(office, meeting)][1:] == [
        (made[0], "Siti", "P"),
        (made[1], "Budi", None),
    ]
    assert len(office.history.done) == depth + 1
    edit.undo(office)
    assert [row.name for row in attend.rows(office, meeting)] == ["Lama"]
    assert attend.add_many(office, meeting, []) == ()


def test_a_known_person_fills_only_what_is_empty(office, meeting):
    person = edit.create(office, "person", {"name": "Siti Aminah"})
    made = attend.add(office, meeting, name="siti", position="Kabid")
    attend.fill(
        office,
        made,
        "Siti Aminah",
        {"person_id": person, "position": "Analis", "office_name": "Bappeda", "sex": "P", "nip": NIP},
    )
    row = attend.rows(office, meeting)[0]
    assert (row.name, row.position, row.office_name, row.sex, row.nip, row.person_id) == (
        "Siti Aminah",
        "Kabid",
        "Bappeda",
        "P",
        NIP,
        person,
    )
    edit.undo(office)
    row = attend.rows(office, meeting)[0]
    assert (row.name, row.position, row.nip, row.person_id) == ("siti", "Kabid", None, None)


def test_a_block_falls_into_the_columns_that_are_shown(office, meeting):
    attend.paste(office, meeting, 0, "sex", [["P", "narasumber", "34 tahun"]], ("name", "sex", "role", "age_band"))
    row = attend.rows(office, meeting)[0]
    assert (row.sex, row.role, row.age_band, row.position) == ("P", "narasumber", "31_45", None)


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("role", "Nara Sumber", "narasumber"),
        ("role", "Chair", "pimpinan"),
        ("age_band", "17", "u18"),
        ("age_band", "18 – 30", "18_30"),
        ("age_band", "60", "60_up"),
        ("age_band", "Lansia", "60_up"),
        ("age_band", "46-59 tahun", "46_59"),
        ("age_band", "31_45", "31_45"),
        ("disability", "Ya", "ya"),
        ("disability", "Bukan penyandang disabilitas", "tidak"),
        ("phone", "'0812-3456", "0812-3456"),
        ("nip", "-", None),
        ("sex", "...", None),
        ("name", "Si\x00ti\x0bAminah\udc80", "Si ti Aminah"),
    ],
)
def test_the_further_columns_are_read_as_people_write_them(field, text, kept):
    assert attend.read_cell(field, text) == kept


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("role", "raja"),
        ("age_band", "tua"),
        ("age_band", "300"),
        ("disability", "mungkin"),
        ("phone", "8,12E+10"),
        ("nip", "2E+17"),
        ("name", "x" * 1001),
    ],
)
def test_what_no_column_knows_is_refused(field, text):
    with pytest.raises(errors.WrongValue):
        attend.read_cell(field, text)


def test_a_pasted_office_that_is_known_brings_its_type_and_an_entered_one_stays(office, meeting):
    attend.add(office, meeting, name="A", office_name="BPS Kota", office_type="vertikal")
    attend.paste(
        office, meeting, 1, "name", [["B", "", "", "", "bps kota"], ["C", "", "", "", "BPS Kota", "LSM/ormas"], ["D"]]
    )
    attend.paste(office, meeting, 4, "name", [["E", "", "", "", "DINAS  KESEHATAN"]])
    kinds = [row.office_type for row in attend.rows(office, meeting)]
    assert kinds == ["vertikal", "vertikal", "lsm", None, "opd"]


def test_a_link_to_the_register_goes_when_another_name_is_written(office, meeting):
    person = edit.create(office, "person", {"name": "Siti Aminah"})
    made = attend.add(office, meeting, name="Siti Aminah", person_id=person)
    attend.save(office, made, "name", "Dra. Siti Aminah")
    assert attend.rows(office, meeting)[0].person_id == person
    attend.save(office, made, "name", "Budi Santoso")
    assert attend.rows(office, meeting)[0].person_id is None
    edit.undo(office)
    assert attend.rows(office, meeting)[0].person_id == person


def test_a_list_of_163_goes_in_and_back_at_once(office, meeting):
    cells = [[f"Orang {n}", NIP, "P", "Staf", "Dinas Kesehatan", "OPD"] for n in range(163)]
    depth, before = len(office.history.done), time.perf_counter()
    attend.paste(office, meeting, 0, "name", cells)
    took = time.perf_counter() - before
    assert len(attend.rows(office, meeting)) == 163
    # Measured 0.03 s; the bound is what a person does not notice, on a busy machine.
    assert took < 0.5
    assert len(office.history.done) == depth + 1
    edit.undo(office)
    assert attend.rows(office, meeting) == ()


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("field", "group"),
    [
        ("office_type", "office_type"),
        ("role", "attendance_role"),
        ("age_band", "age_band"),
        ("disability", "disability"),
        ("sex", "sex"),
    ],
)
def test_every_word_that_the_program_shows_is_read_back(field, group, lang):
    for code, word in labels(group, lang):
        assert attend.read_cell(field, word) == code
        assert attend.read_cell(field, word.upper()) == code
        assert attend.read_cell(field, code) == code


TYPED = {
    "name": ["Siti", "Dra. Siti", "Budi", ""],
    "nip": [NIP, "123", ""],
    "sex": ["L", "P", ""],
    "office_name": ["Dinas Kesehatan", "BPS", ""],
    "role": ["peserta", "panitia", ""],
    "phone": ["0812", ""],
    "age_band": ["17", "60", ""],
    "disability": ["ya", "tidak", ""],
}
CELLS = st.sampled_from(sorted(TYPED)).flatmap(
    lambda field: st.tuples(st.just(field), st.sampled_from(TYPED[field]), st.integers(0, 9))
)
ACTS = st.lists(st.tuples(st.sampled_from(["add", "save", "clear", "fill", "paste", "remove"]), CELLS), max_size=12)


def act(ws, meeting_id, what, field, text, at):
    there = attend.rows(ws, meeting_id)
    row = there[at % len(there)] if there else None
    if what == "paste":
        attend.paste(ws, meeting_id, at % (len(there) + 1), field, [[text], ["", "L"], [text, "P", "Ani"]])
    elif what == "add" or row is None:
        attend.add(ws, meeting_id, **{field: attend.read_cell(field, text)})
    elif what == "save":
        attend.save(ws, row.id, field, text)
    elif what == "clear":
        attend.clear(ws, [(row.id, field), (there[0].id, "sex")])
    elif what == "fill":
        attend.fill(ws, row.id, "Rina", {field: attend.read_cell(field, text), "sex": "P"})
    else:
        attend.remove(ws, [row.id])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_undoing_all_acts_on_the_grid_brings_back_the_list_and_redoing_them_the_other(office, meeting, acts):
    before, depth = attend.rows(office, meeting), len(office.history.done)
    for what, cell in acts:
        act(office, meeting, what, *cell)
    after, steps = attend.rows(office, meeting), len(office.history.done) - depth
    for _ in range(steps):
        edit.undo(office)
    assert attend.rows(office, meeting) == before
    for _ in range(steps):
        edit.redo(office)
    assert attend.rows(office, meeting) == after
    for _ in range(steps):
        edit.undo(office)
