"""Statistics of meetings: every table adds up to the same sum, and nothing that nobody told is counted."""

import csv

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import edit, meet, meeting_kinds, offices, paper_recap, report
from pug_desktop.app.paper_statistics import came_words
from pug_desktop.app.participation import Came, participation
from pug_desktop.app.statistics import statistics
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.options import AGE_BANDS, DISABILITY, NOT_HELD
from pug_desktop.domain.small_numbers import SMALL, Cover
from pug_desktop.replica import scope as scopes
from pug_desktop.reports.csv_file import bare
from pug_desktop.reports.plain_text import clean
from pug_desktop.storage import meetings as asked
from pug_desktop.storage import records
from pug_desktop.storage import statistics as stored
from tests.reports.test_csv_file import HOSTILE

YEAR = 2024
STAMP = (1, "uji")


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    ws = create_profile(
        tmp_path_factory.mktemp("k") / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB"
    )
    yield ws
    ws.close()


people = st.lists(
    st.tuples(
        st.sampled_from((None, "L", "P")),
        st.sampled_from((None, "Bappeda", "BAPPEDA.", "Dinas Sosial")),
        st.sampled_from((None, "opd", "lsm")),
        st.sampled_from((None, *AGE_BANDS)),
        st.sampled_from((None, *DISABILITY)),
    ),
    max_size=12,
)
count = st.none() | st.integers(0, 40)
held = st.lists(
    st.tuples(
        st.sampled_from(("rakor_pokja", "bimtek")),
        st.sampled_from((None, 1, 6, 12)),
        st.sampled_from((None, "terlaksana", *NOT_HELD)),
        st.sampled_from((None, "daftar", "jumlah")),
        people,
        st.none() | st.tuples(count, count, count, count, st.none() | st.just({"u18": 2, "60_up": 7})),
    ),
    max_size=6,
)


def fill(ws, meetings, scope="36.71"):
    with ws.database.write() as connection:
        for table in ("attendance_trait", "attendance", "headcount", "invitation", "meeting"):
            connection.exec_driver_sql(f'DELETE FROM "{table}"')
        row = 0
        for number, (kind, month, state, counted_by, rows, told) in enumerate(meetings):
            own = f"{number + 1:032x}"
            values = {"kind": kind, "year": YEAR, "month": month, "state": state, "counted_by": counted_by}
            records.insert(connection, "meeting", own, scope, values, *STAMP)
            for sex, office, type_, band, disability in rows:
                row += 1
                # A row without a name is somebody as long as it has a sex or an office.
                name = None if sex or office else "Siti"
                values = {"meeting_id": own, "name": name, "sex": sex, "office_name": office, "office_type": type_}
                records.insert(connection, "attendance", f"{row + 1000:032x}", scope, values, *STAMP)
                values = {"age_band": band, "disability": disability}
                records.insert(connection, "attendance_trait", f"{row + 1000:032x}", scope, values, *STAMP)
            if told:
                names = ("male", "female", "total", "disability", "age_bands")
                values = {"meeting_id": own, **dict(zip(names, told, strict=True))}
                records.insert(connection, "headcount", f"{number + 500:032x}", scope, values, *STAMP)


def numbers(line):
    return line.sum.male or 0, line.sum.female or 0, line.sum.unknown or 0, line.sum.total or 0


def total(lines):
    return tuple(map(sum, zip((0, 0, 0, 0), *map(numbers, lines), strict=True)))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(held)
def test_every_table_adds_up_to_the_sums_of_the_lists_of_meetings(city, meetings):
    fill(city, meetings)
    found = statistics(city, YEAR)
    rows = [row for row in meet.meetings(city, year=YEAR) if row.held]
    assert found.all.meetings == len(rows)
    assert (found.all.male or 0) == sum(row.male or 0 for row in rows)
    assert (found.all.female or 0) == sum(row.female or 0 for row in rows)
    everybody = [row.total if row.total is not None else _parts(row) for row in rows]
    assert found.all.silent == everybody.count(None)
    assert found.all.total == (sum(filter(None, everybody)) if any(each is not None for each in everybody) else None)
    whole = (found.all.male or 0, found.all.female or 0, found.all.unknown or 0, found.all.total or 0)
    for table in (found.by_kind, found.by_month, found.by_type, found.by_institution):
        assert not table or total(table) == whole
    assert sum(line.sum.meetings for line in found.by_kind) == len(rows)
    with city.database.read() as connection:
        counts = asked.counts(connection, "36.71")
        for each in stored.held_meetings(connection, "36.71", YEAR):
            other = counts.get(each.id, asked.Counts())
            assert each.counts.shown[:3] == other.shown[:3]
            assert each.counts.by_list == other.by_list


def _parts(row):
    return None if row.male is row.female is None else (row.male or 0) + (row.female or 0)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(held)
def test_no_small_number_of_age_or_disability_is_shown(city, meetings):
    fill(city, meetings)
    found = statistics(city, YEAR)
    for breakdown in (found.age, found.disability):
        shown = [line.number for line in breakdown.lines if line.cover is Cover.OPEN]
        assert all(number == 0 or number >= SMALL for number in shown)
        assert sum(shown) <= breakdown.total
        hidden = [line for line in breakdown.lines if line.cover is not Cover.OPEN]
        assert len(hidden) != 1
        assert all(line.number is None for line in hidden)


def test_small_numbers_are_hidden_in_paper_workbook_and_csv(city, tmp_path):
    rows = [("P", "Bappeda", "opd", "31_45", "tidak")] * 31 + [("L", "Bappeda", "opd", "46_59", "tidak")] * 17
    rows += [("P", "Bappeda", "opd", "60_up", "ya")] * 3
    fill(city, [("bimtek", 3, None, None, rows, None)])
    found = statistics(city, YEAR)
    assert [(line.number, line.cover) for line in found.age.lines] == [
        (0, Cover.OPEN), (0, Cover.OPEN), (31, Cover.OPEN), (None, Cover.OTHER), (None, Cover.SMALL), (0, Cover.OPEN),
    ]  # fmt: skip
    for suffix in (".pdf", ".xlsx", ".csv"):
        report.write_report(city, "statistik", tmp_path / f"a{suffix}", year=YEAR)
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "60 tahun ke atas\n<5" in text
    assert "46-59 tahun\ntidak ditampilkan" in text
    book = load_workbook(tmp_path / "a.xlsx")
    assert dict(book["Kelompok umur"].iter_rows(min_row=2, values_only=True)) == {
        "Di bawah 18 tahun": 0, "18-30 tahun": 0, "31-45 tahun": 31, "46-59 tahun": "tidak ditampilkan",
        "60 tahun ke atas": "<5", "Belum diisi": 0, "Jumlah": 51,
    }  # fmt: skip
    lines = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert [line.split(";")[-1] for line in lines if "tahun ke atas" in line] == ['"<5"']


def test_whatever_an_institution_or_a_kind_is_called_stays_text_in_every_file(city, tmp_path):
    names = {office_key(text): clean(text) for text in HOSTILE if office_key(text)}
    rows = [("P", text, "lsm", None, None) for text in names.values()]
    fill(city, [("bimtek", 3, None, None, rows, None)])
    own = meeting_kinds.add(city, "=1+1", "bimtek")
    edit.put(city, "meeting", f"{1:032x}", own_kind_id=own)
    for suffix in (".pdf", ".xlsx", ".csv"):
        report.write_report(city, "statistik", tmp_path / f"a{suffix}", year=YEAR)
    cells = [row[0] for row in load_workbook(tmp_path / "a.xlsx")["Instansi"].iter_rows(min_row=2)]
    assert {cell.value for cell in cells} == set(names.values())
    assert {cell.data_type for cell in cells} == {"s"}
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
    assert {bare(line[3]) for line in lines if line[2] == "Menurut instansi peserta"} == set(names.values())
    assert [bare(line[3]) for line in lines if line[2] == "Menurut jenis kegiatan"] == ["=1+1"]
    assert "=1+1" in "".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)


def test_the_recap_counts_by_type_what_the_meetings_count(city):
    listed = [("P", "Bappeda", "opd", None, None)] * 4
    both = ("bimtek", 3, None, None, listed, (10, 20, 31, None, None))
    fill(city, [both, ("bimtek", 4, "batal", None, listed, None), ("bimtek", 5, None, None, listed, None)])
    rows = paper_recap.regency_paper(city, report.Wish(year=YEAR)).attendance
    assert [(row.label, row.male, row.female, row.unknown) for row in rows] == [
        ("Perangkat daerah (OPD)", 0, 4, 0),
        ("Hanya dihitung, tanpa daftar hadir", 10, 20, 1),
    ]
    edit.put(city, "meeting", f"{1:032x}", counted_by="daftar")
    (row,) = paper_recap.regency_paper(city, report.Wish(year=YEAR)).attendance
    assert (row.male, row.female) == (0, 8)


def test_own_kinds_are_lines_of_their_own(city):
    fill(city, [("rakor_pokja", 1, None, None, [("P", "Bappeda", "opd", None, None)], None)] * 2)
    own = meeting_kinds.add(city, "Rapat evaluasi RAD", "rakor_pokja")
    edit.put(city, "meeting", f"{2:032x}", own_kind_id=own)
    found = statistics(city, YEAR)
    assert {line.name: line.sum.total for line in found.by_kind} == {
        "Rapat evaluasi RAD": 1,
        "Rapat koordinasi Pokja PUG": 1,
    }


def test_linked_persons_are_one_known_person(city):
    fill(city, [("bimtek", 1, None, None, [("P", "Bappeda", "opd", None, None)] * 3, None)])
    one, other = (edit.create(city, "person", {"name": name}) for name in ("Siti A.", "Siti Aminah"))
    for row, person in ((1001, one), (1002, other)):
        edit.put(city, "attendance", f"{row:032x}", person_id=person)
    found = statistics(city, YEAR)
    assert (found.persons, found.persons_rows) == (2, 2)
    edit.create(city, "person_link", {"person_id": other, "kept_id": one, "verdict": "sama"})
    found = statistics(city, YEAR)
    assert (found.persons, found.persons_rows) == (1, 2)


def test_a_province_sees_its_kabupaten_and_no_age_of_a_single_one(tmp_path):
    ws = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB Banten")
    with ws.database.write() as connection:
        for number, (region, men) in enumerate((("36.71", 30), ("36.72", 12))):
            own = f"{number + 1:032x}"
            records.insert(connection, "meeting", own, region, {"kind": "bimtek", "year": YEAR, "month": 2}, *STAMP)
            values = {"meeting_id": own, "male": men, "female": 20, "age_bands": {"u18": 2, "18_30": 20}}
            records.insert(connection, "headcount", f"{number + 9:032x}", region, values, *STAMP)
    found = statistics(ws, YEAR)
    assert [(line.name, line.sum.male) for line in found.by_place] == [("Kota Tangerang", 30), ("Kota Cilegon", 12)]
    assert found.age is not None
    assert found.age.total == 82
    one = statistics(ws, YEAR, region_code="36.72")
    assert (one.place, one.all.male, one.age, one.disability) == ("Kota Cilegon", 12, None, None)
    report.write_report(ws, "statistik", tmp_path / "a.xlsx", year=YEAR)
    assert "Kabupaten-kota" in load_workbook(tmp_path / "a.xlsx").sheetnames
    ws.close()


def test_a_year_without_meetings_says_nothing_of_participants(city, tmp_path):
    fill(city, [])
    found = statistics(city, YEAR)
    assert (found.all.meetings, found.all.total, found.by_kind) == (0, None, ())
    for suffix in (".pdf", ".xlsx", ".csv"):
        report.write_report(city, "statistik", tmp_path / f"a{suffix}", year=YEAR)
    assert "Kegiatan terlaksana" in PdfReader(tmp_path / "a.pdf").pages[0].extract_text()


# --- offices over the year ----------------------------------------------------------------------------------------


@pytest.fixture
def halls(regency):
    """Three OPD, and a way to hold a meeting that some of them came to."""
    ids = {name: offices.add_office(regency, name) for name in ("Bappeda", "Dinas Sosial", "Dinas Kesehatan")}
    offices.save_office(regency, ids["Dinas Kesehatan"], short_name="Dinkes")

    def hold(month, *came, invited=(), **fields):
        own = edit.create(regency, "meeting", {"kind": "bimtek", "year": YEAR, "month": month, **fields})
        for name in came:
            edit.create(regency, "attendance", {"meeting_id": own, "name": "Siti", "office_name": name})
        for name in invited:
            edit.create(regency, "invitation", {"meeting_id": own, "office_id": ids[name]})
        return own

    return regency, hold


def test_who_never_came_stands_first_and_months_without_a_list_are_no_absence(halls):
    regency, hold = halls
    hold(2, "BAPPEDA", "dinkes")
    hold(2, "Bappeda")
    hold(5, "Bappeda", "LSM Melati", state="batal")
    meet.set_headcount(regency, hold(6), male=3, female=4, total=7)
    hold(None, "Bappeda")
    found = participation(regency, YEAR)
    assert (found.meetings, found.with_list) == (4, 3)
    assert [line.name for line in found.lines] == ["Dinas Sosial", "Dinas Kesehatan", "Bappeda"]
    assert [line.name for line in found.never] == ["Dinas Sosial"]
    social, health, planning = found.lines
    assert (social.all, health.all, planning.all) == (Came(0, 3), Came(1, 3), Came(3, 3))
    assert (social.months[1], health.months[1], planning.undated) == (Came(0, 2), Came(1, 2), Came(1, 1))
    assert {social.months[place] for place in (4, 5)} == {Came()}
    assert social.months[5].share is None


def test_who_seems_never_to_have_come_may_stand_on_the_list_by_another_name(halls):
    regency, hold = halls
    own = hold(2, "Bappeda", "Dinsos", "DINSOS", "dinkes")
    edit.create(regency, "attendance", {"meeting_id": own, "office_name": "LSM Melati", "office_type": "lsm"})
    found = participation(regency, YEAR)
    assert [line.name for line in found.never] == ["Dinas Sosial"]
    assert [each.casefold() for each in found.unknown] == ["dinsos"]
    assert "Nama di daftar hadir yang tidak dikenal: D" in came_words(found)[-1]
    assert "Names on the lists" in came_words(found, "en")[-1]
    social = next(each for each in offices.offices(regency) if each.name == "Dinas Sosial")
    offices.save_office(regency, social.id, short_name="Dinsos")
    found = participation(regency, YEAR)
    assert (found.never, found.unknown) == ((), ())


def test_who_was_not_asked_did_not_stay_away(halls):
    regency, hold = halls
    hold(3, "Dinas Sosial", "Dinas Kesehatan", invited=("Dinas Sosial", "Bappeda"))
    found = {line.name: line for line in participation(regency, YEAR).lines}
    assert found["Bappeda"].never
    assert found["Dinas Kesehatan"].all == Came(1, 1)
    hold(4, "Bappeda", invited=("Bappeda",))
    found = {line.name: line for line in participation(regency, YEAR).lines}
    assert found["Dinas Sosial"].all == Came(1, 1)
    assert found["Bappeda"].all == Came(1, 2)


def test_an_office_is_known_by_its_former_names_too(halls):
    regency, hold = halls
    planning = next(each for each in offices.offices(regency) if each.name == "Bappeda")
    values = {"office_id": planning.id, "name": "Bapperida"}
    edit.create(regency, "office_name", values, scope=scopes.of_office("36.71", planning.id))
    hold(1, "BAPPERIDA")
    (line,) = (each for each in participation(regency, YEAR).lines if each.id == planning.id)
    assert line.all == Came(1, 1)


def test_an_office_has_no_offices_below(office):
    with pytest.raises(errors.WrongRole):
        participation(office, YEAR)
