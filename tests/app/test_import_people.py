"""A list of participants from a file: what is shown goes in, in one step, and comes out again."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.app import attend, edit, import_people, meet
from pug_desktop.app.attend_cells import FIELDS, MOST_LETTERS, read_cell
from pug_desktop.app.digest import digest
from pug_desktop.app.import_words import remark_words
from pug_desktop.app.people_cells import read_day
from pug_desktop.app.people_columns import field_of, find_header, guess
from pug_desktop.app.people_draft import Draft, Skipped
from pug_desktop.app.report import write_report
from pug_desktop.domain.options import AGE_BANDS, ATTENDANCE_ROLES, DISABILITY, OFFICE_TYPES, SEXES
from pug_desktop.intake.tables import Table, Tables, read_tables
from pug_desktop.storage import records
from tests.intake.people_fixtures import make

NIP = "198503122010012004"


@pytest.fixture
def meeting(office):
    made = meet.create_meeting(office)
    edit.put(office, "meeting", made, year=2026, month=3, day=2)
    return made


def draft_of(*rows, **told):
    return Draft(Tables("xlsx", (Table("Peserta", tuple(map(tuple, rows))),)), **told)


def workbook(path, rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(list(row))
    made.save(path)
    return path


def test_an_import_is_one_step_and_taken_back_nothing_is_left_of_it(office, meeting, tmp_path):
    attend.add(office, meeting, name="Ani", nip="199001012015012001")
    before = digest(office).whole
    path = workbook(
        tmp_path / "d.xlsx",
        [
            ["Nama", "NIP", "No HP", "Umur", "Disabilitas", "Peran"],
            ["Siti", NIP, "0812", 43, "ya", "Narasumber"],
            ["Budi"],
        ],
    )

    done = import_people.run(office, meeting, import_people.open_list(office, meeting, path))
    after = digest(office).whole
    siti = attend.rows(office, meeting)[1]
    assert (siti.number, siti.nip, siti.phone, siti.age_band, siti.disability, siti.role) == (
        2,
        NIP,
        "0812",
        "31_45",
        "ya",
        "narasumber",
    )
    assert siti.sex == "P"  # as its NIP proposes
    assert [row.id for row in attend.rows(office, meeting)][1:] == list(done.added)

    assert edit.undo(office) == "Impor dibatalkan seluruhnya: peserta."
    assert digest(office).whole == before
    assert edit.redo(office) == "Diimpor lagi: peserta."
    assert digest(office).whole == after


def test_the_preview_and_the_import_say_the_same(office, meeting, tmp_path):
    draft = import_people.open_list(office, meeting, make("two_header_rows", tmp_path))
    shown = draft.people()

    import_people.run(office, meeting, draft)

    kept = [
        {field: value for field in FIELDS if (value := getattr(row, field))} for row in attend.rows(office, meeting)
    ]
    assert kept == shown


def test_who_is_on_the_list_already_stays_outside_until_somebody_wants_otherwise(office, meeting, tmp_path):
    path = make("plain", tmp_path)
    import_people.run(office, meeting, import_people.open_list(office, meeting, path))

    draft = import_people.open_list(office, meeting, path)
    done = import_people.run(office, meeting, draft)

    assert (draft.ready, done.count("dilewati"), len(attend.rows(office, meeting))) == (0, 3, 3)
    assert [line.why[0] for line in done.lines] == [f"sudah ada di daftar hadir, nomor {n}" for n in (1, 2, 3)]
    draft.skip([1], skipped=False)
    assert draft.people() == [
        {"name": "Budi Santoso", "nip": "197911052005011003", "sex": "L", "office_name": "Bappeda"}
    ]


def test_what_a_heading_was_taken_as_is_remembered(office, meeting, tmp_path):
    rows = [["Yang hadir", "Asalnya dari mana", "Nama kegiatan"], ["Siti Aminah", "Bappeda", "Rakor"]]
    path = workbook(tmp_path / "d.xlsx", rows)
    draft = import_people.open_list(office, meeting, path)
    draft.choose_header(1)
    draft.take(0, "name")
    draft.take(1, "office_name")
    import_people.run(office, meeting, draft)

    other = workbook(tmp_path / "lain.xlsx", [["YANG HADIR:", "Asalnya dari mana"], ["Budi Santoso", "Dinsos"]])
    again = import_people.open_list(office, meeting, other)

    assert again.people() == [{"name": "Budi Santoso", "office_name": "Dinsos"}]


def test_nothing_is_remembered_of_a_list_without_headings(office, meeting, tmp_path):
    draft = import_people.open_list(office, meeting, make("no_headings", tmp_path))
    import_people.run(office, meeting, draft)

    assert draft.mapping() == {}


def test_a_meeting_that_is_gone_takes_nobody_in(office, meeting, tmp_path):
    draft = import_people.open_list(office, meeting, make("plain", tmp_path))
    edit.remove(office, "meeting", meeting)

    with pytest.raises(errors.NoSuchRecord):
        import_people.run(office, meeting, draft)
    with pytest.raises(errors.NoSuchRecord):
        import_people.open_list(office, meeting, make("plain", tmp_path))


def test_rows_that_are_not_in_can_be_put_right_in_the_result_and_imported(office, meeting, tmp_path):
    draft = import_people.open_list(office, meeting, make("unknown_sex", tmp_path))
    done = import_people.run(office, meeting, draft)
    out = tmp_path / "hasil.xlsx"
    import_people.write_result(out, draft, done)
    book = openpyxl.load_workbook(out)
    book["Belum masuk"]["C2"] = "P"
    del book["Hasil impor"]
    book.save(out)

    again = import_people.open_list(office, meeting, out)
    import_people.run(office, meeting, again)

    assert (draft.ready, again.ready) == (3, 1)
    assert [row.name for row in attend.rows(office, meeting)][-1] == "Dewi"


def test_the_result_says_in_english_too_where_something_is_wrong(office, meeting, tmp_path):
    draft = import_people.open_list(office, meeting, make("nip_as_number", tmp_path))
    done = import_people.outcome_of(draft)

    assert done.lines[0].why[1].startswith("sheet “Peserta”, row 2, column C: the NIP was damaged by Excel")


# --- our own workbook -------------------------------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40)
OPTIONS = {
    "sex": SEXES,
    "office_type": OFFICE_TYPES,
    "role": ATTENDANCE_ROLES,
    "age_band": AGE_BANDS,
    "disability": DISABILITY,
}


def kept(field, text):
    """What the grid keeps of a text; nothing of one that does not fit."""
    try:
        return read_cell(field, text)
    except errors.WrongValue:
        return None


@st.composite
def persons(draw):
    made = {field: draw(st.none() | st.sampled_from(OPTIONS[field])) for field in OPTIONS}
    for field in ("position", "office_name", "phone"):
        made[field] = kept(field, draw(st.just("") | WORDS))
    made["nip"] = draw(st.none() | st.from_regex(r"[0-9]{15}[1-9]{3}", fullmatch=True))
    made["name"] = kept("name", "Siti " + draw(WORDS)) or "Siti"
    return made


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(persons(), min_size=1, max_size=5))
def test_our_own_workbook_reads_back_exactly(tmp_path, people):
    from pug_desktop.app.attend import AttendanceRow
    from pug_desktop.app.people_template import template

    out = tmp_path / "templat.xlsx"
    template(out, [AttendanceRow("0" * 32, number, **person) for number, person in enumerate(people, 1)])
    draft = Draft(read_tables(out), on=date(2026, 3, 2))

    assert draft.columns == list(FIELDS)
    plain = [{field: value for field in FIELDS if (value := person[field])} for person in people]
    assert draft.people() == [
        {field: read_cell(field, text_of(text)) if field not in OPTIONS else text for field, text in each.items()}
        for each in plain
    ]


def text_of(text):
    """As a workbook keeps it: in its composed form, without what cannot be seen."""
    from pug_desktop.reports.plain_text import clean

    return clean(text)


def test_the_empty_template_has_text_cells_and_nobody_in_it(office, meeting, tmp_path):
    out = tmp_path / "t.xlsx"
    import_people.write_template(office, out)
    page = openpyxl.load_workbook(out)["Peserta"]

    assert page.column_dimensions["B"].width > 18
    assert {str(each.sqref) for each in page.data_validations.dataValidation} >= {"C2:C1001"}
    assert import_people.open_list(office, meeting, out).people() == []


# --- columns and cells ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NAMA LENGKAP & GELAR", "name"),
        ("N I P", None),
        ("NIP/NIK", "nip"),
        ("L / P", "sex"),
        ("Jenis Kelamin (L/P)", "sex"),
        ("Asal Instansi/Unit Kerja", "office_name"),
        ("Jenis Instansi", "office_type"),
        ("Nomor WA aktif", "phone"),
        ("Tempat, Tanggal Lahir", "birth"),
        ("Usia (tahun)", "age_band"),
        ("Penyandang Disabilitas", "disability"),
        ("Nama Kegiatan", ""),
        ("Tanda Tangan", ""),
        ("Dinas Kesehatan Kota Medan yang panjang sekali namanya sehingga bukan judul", None),
        ("", None),
    ],
)
def test_headings_are_known_as_people_write_them(heading, field):
    assert field_of(heading) == field


def test_a_heading_row_names_the_person_and_one_thing_more():
    table = Table("x", (("Daftar Nama",), ("Nama", "Jabatan"), ("Siti", "Camat")))
    header = find_header(table)

    assert (header.first, header.last) == (1, 1)
    assert guess(table, header) == ("name", "position")


@pytest.mark.parametrize("above", [("DAFTAR PESERTA RAPAT", "", ""), ("", "", "")])
def test_a_title_or_an_empty_row_above_is_no_row_of_headings(above):
    header = find_header(Table("x", (above, ("Nama", "NIP", "JK"), ("Siti", NIP, "P"))))

    assert (header.first, header.last) == (1, 1)


def test_a_target_is_one_columns_alone():
    draft = draft_of(["Nama", "Lain"], ["Siti Aminah", "Dinsos"])
    draft.choose_header(1)
    draft.take(1, "name")

    assert draft.columns == ["", "name"]
    assert draft.people() == [{"name": "Dinsos"}]


def test_a_corrected_cell_is_read_as_the_file_is():
    draft = draft_of(["Nama", "L/P", "NIP"], ["Siti", "perempuan?", 198503122010012004.0], ["", "P", NIP])
    assert draft.with_problems == 2

    draft.edit(0, "sex", "pr")
    assert [each.field for each in draft.rows[0].read.problems] == ["nip"]
    draft.edit(0, "nip", "")
    draft.edit(1, "name", "Ani")

    assert draft.people() == [{"name": "Siti", "sex": "P"}, {"name": "Ani", "nip": NIP, "sex": "P"}]


def test_a_damaged_nip_stays_damaged_while_other_cells_are_put_right():
    draft = draft_of(["Nama", "NIP"], ["Siti", 1.98503122010012004e17])
    draft.edit(0, "name", "Siti Aminah")
    assert draft.rows[0].read.texts["nip"] == "198503122010012???"
    draft.edit(0, "nip", "198503122010012???")  # Enter in its cell is no correction

    assert draft.people() == []
    assert draft.empty_problem_cells() == 1
    assert draft.people() == [{"name": "Siti Aminah"}]


def test_what_looks_odd_is_told_and_goes_in():
    draft = draft_of(
        ["Nama", "NIP", "L/P"], ["Siti Aminah", NIP, "L"], ["Dra. Siti Aminah", NIP, "P"], ["Budi", "123", ""]
    )
    told = [remark_words(draft, row) for row in draft.rows]

    assert draft.ready == 3
    assert told[0] == ("L/P berbeda dari angka ke-15 NIP", "NIP sama dengan baris 3")
    assert told[2] == ("NIP tidak 18 angka",)


def test_no_person_stands_in_the_foot_of_a_list(tmp_path):
    draft = Draft(read_tables(make("pages_and_foot", tmp_path)))

    assert [row.place for row in draft.rows if row.skipped] == [4, 6, 8, 9, 10, 12]
    assert {row.skipped for row in draft.rows if row.skipped} == {Skipped.NO_PERSON}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/03/1980", date(1980, 3, 12)),
        ("1-1-1980", date(1980, 1, 1)),
        ("1980-03-12 00:00:00", date(1980, 3, 12)),
        ("Medan, 5 Nopember 1977", date(1977, 11, 5)),
        (date(1980, 3, 12), date(1980, 3, 12)),
        ("31/02/1980", None),
        ("12/03/80", None),
        ("kemarin", None),
    ],
)
def test_a_day_of_birth_is_read_as_people_write_it(text, day):
    assert read_day(text) == day


CELLS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.text(max_size=30)
    | st.sampled_from(["Nama", "NIP", "L/P", "L", "P", "v", NIP, "Jumlah", "1", "Instansi", "A" * (MOST_LETTERS + 1)])
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=6), max_size=8),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3),
)
def test_any_sheet_is_read_and_what_goes_in_fits_the_grid(rows, computed):
    table = Table("x", tuple(map(tuple, rows)), computed=frozenset(computed))
    draft = Draft(Tables("xlsx", (table,)), on=date(2026, 3, 2))
    draft.empty_problem_cells()
    draft.skip_problem_rows()

    assert draft.with_problems == 0
    assert draft.ready + draft.left_out == len(draft.rows)
    for person in draft.people():
        assert person["name"]
        assert {field: read_cell(field, value) for field, value in person.items()} == person
    for row in draft.rows:
        assert replace(row) == row
        remark_words(draft, row)


def test_nobody_imports_into_the_list_of_another_office(regency, tmp_path):
    """What was written there would be taken over by nobody."""
    theirs = "b" * 32
    with regency.database.write() as connection:
        records.insert(connection, "meeting", theirs, "36.71/" + "a" * 32, {"year": 2026}, 0, "")
    with pytest.raises(errors.WrongRole):
        import_people.open_list(regency, theirs, workbook(tmp_path / "d.xlsx", [["Nama", "NIP"], ["Siti", NIP]]))
    assert attend.rows(regency, theirs) == ()


def test_our_printed_list_goes_in_again_also_where_something_was_not_entered(office, meeting, tmp_path):
    attend.add(office, meeting, name="Ani")
    attend.add(office, meeting, name="Siti", sex="P", office_name="Dinas Kesehatan", office_type="opd")
    paper = write_report(office, "daftar-hadir", tmp_path / "daftar.xlsx", meeting_id=meeting)
    other = meet.create_meeting(office)

    done = import_people.run(office, other, import_people.open_list(office, other, paper))

    assert [each.outcome for each in done.lines] == ["masuk", "masuk"]
    told = [(each.name, each.sex, each.office_name, each.office_type) for each in attend.rows(office, other)]
    assert told == [("Ani", None, None, None), ("Siti", "P", "Dinas Kesehatan", "opd")]
