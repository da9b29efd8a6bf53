"""Many sheets at once: an overview counts what the opened sheet counts, and nothing that nobody said."""

import gc
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pug_desktop.app import fill, overview, report, sheets
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.identity import office_id
from pug_desktop.domain.kinds import ANSWER_STATES
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.reports.radar import percent_words
from pug_desktop.storage import records
from tools.province.answers import answer

YEAR = 2024
REGIONS = ("36.71", "36.72")
OFFICES = tuple(office_id("36.71", name) for name in ("Dinas Sosial", "Dinas Kesehatan", "Bappeda"))
FORMS = {name: Shelf().newest(name) for name in (fill.OFFICE_FORM, fill.REGENCY_FORM)}
STAMP = (1, "uji")

PLACES = [(fill.REGENCY_FORM, None), *((fill.OFFICE_FORM, each) for each in OFFICES)]


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    ws = create_profile(
        tmp_path_factory.mktemp("p") / "p", role="provinsi", region_code="36", office_name="DP3AKKB Banten"
    )
    with ws.database.write() as connection:
        for number, office in enumerate(OFFICES):
            values = {"name": f"Dinas {number}", "office_type": "opd", "region_code": "36.71", "in_pokja": True}
            records.insert(connection, "office", office, scopes.of_office("36.71", office), values, *STAMP)
    yield ws
    ws.close()


answers = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.integers(0, 200),
        st.sampled_from(ANSWER_STATES),
        st.sampled_from(("right", "none", "half", "wrong")),
        st.integers(0, 2),
        st.integers(0, 10**6),
    ),
    max_size=60,
    unique_by=lambda each: (each[0], each[1]),
)
meetings = st.lists(
    st.tuples(st.sampled_from(("rakor_pokja", "bimtek", "pendampingan")), st.sampled_from((YEAR, 2020))), max_size=3
)


decrees = st.lists(
    st.tuples(
        st.sampled_from((None, *OFFICES)),
        st.sampled_from(("pokja", "focal_point", "team_driver")),
        st.booleans(),
        st.sampled_from((None, "2023-12-31", "2030-12-31")),
    ),
    max_size=4,
)


def fill_in(connection, said, held, papers=()):
    for table in ("evidence", "answer", "checklist", "meeting", "decree"):
        connection.exec_driver_sql(f'DELETE FROM "{table}"')
    for number, (kind, year) in enumerate(held):
        records.insert(connection, "meeting", f"{number:032x}", "36.71", {"kind": kind, "year": year}, *STAMP)
    for number, (office, kind, proven, until) in enumerate(papers):
        scope = scopes.of_office("36.71", office) if office else "36.71"
        values = {"decree_kind": kind, "number": f"{number}/2022", "decree_on": "2022-01-05", "until_on": until}
        records.insert(connection, "decree", f"{number + 500:032x}", scope, values, *STAMP)
        if proven:
            values = {"owner_kind": "decree", "owner_id": f"{number + 500:032x}", "sha256": "a" * 64}
            records.insert(connection, "evidence", f"{number + 9000:032x}", scope, values, *STAMP)
    for form_name, office in dict.fromkeys(each[0] for each in said):
        form = FORMS[form_name]
        scope = scopes.of_office("36.71", office) if office else "36.71"
        values = {
            "form": form_name,
            "form_version": form.version,
            "form_sha256": form.sha256,
            "year": YEAR,
            "office_id": office,
            "region_code": "36.71",
        }
        made = sheets.checklist_id(form_name, "36.71", YEAR, office)
        records.insert(connection, "checklist", made, scope, values, *STAMP)
    seen = set()
    for (form_name, office), number, status, how, proofs, seed in said:
        form = FORMS[form_name]
        question = list(form.questions)[number % len(form.questions)]
        made = sheets.checklist_id(form_name, "36.71", YEAR, office)
        own = sheets.answer_id(made, question.name)
        if own in seen:
            continue
        seen.add(own)
        scope = scopes.of_office("36.71", office) if office else "36.71"
        right = answer(random.Random(seed), question, YEAR)
        value = {"right": right, "none": None, "wrong": "bukan ini"}.get(how, right)
        if how == "half" and isinstance(right, dict) and right:
            value = {next(iter(right)): next(iter(right.values()))}
        values = {"checklist_id": made, "item": question.name, "status": status, "value": value}
        records.insert(connection, "answer", own, scope, values, *STAMP)
        for proof in range(proofs):
            values = {"owner_kind": "answer", "owner_id": own, "title": "Foto", "sha256": f"{proof:064x}"}
            records.insert(connection, "evidence", f"{len(seen) * 10 + proof:032x}", scope, values, *STAMP)


def counted(sheet):
    return [
        (each.completeness.filled, each.completeness.total - each.completeness.not_relevant, each.completeness.backed)
        for each in sheet.sections
    ]


def parts(row):
    return [(each.filled, each.asked, each.backed) for each in row]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers, meetings, decrees)
def test_an_overview_counts_what_each_opened_sheet_counts(province, said, held, papers):
    with province.database.write() as connection:
        fill_in(connection, said, held, papers)
    below = overview.overview(province, YEAR, with_below=True)
    assert [row.key for row in below.rows[:1]] == ["36.01"]
    city = next(row for row in below.rows if row.key == "36.71")
    assert parts(city.parts) == counted(fill.regency_sheet(province, YEAR, "36.71"))
    offices = overview.overview(province, YEAR, "36.71")
    assert {row.key for row in offices.rows} == set(OFFICES)
    sent = []
    for row in offices.rows:
        opened = counted(fill.sheet(province, YEAR, office_id=row.key))
        assert parts(row.parts) == opened
        sent += [opened] if row.started else []
    assert (city.sheets, city.offices) == (len(sent), 3)
    assert parts(city.below) == [tuple(map(sum, zip(*each, strict=True))) for each in zip(*sent, strict=True)]
    assert city.started == bool(said or any(year == YEAR for _kind, year in held))
    points = overview.over_years(province, "36.71")
    assert [point.year for point in points] == ([YEAR] if said else [])
    if said:
        assert parts(points[0].parts) == parts(city.parts)


def test_of_nothing_nothing_is_said(province):
    with province.database.write() as connection:
        fill_in(connection, [], [])
    found = overview.overview(province, YEAR)
    assert not any(row.started for row in found.rows)
    assert all(row.sheets == 0 and row.below == () for row in found.rows)
    assert overview.over_years(province) == ()


def test_an_office_sees_its_own_sheet_and_no_other(office):
    sheet = fill.sheet(office, YEAR)
    fill.save_answer(office, sheet, "P2.05", status="belum_ada")
    (row,) = overview.overview(office, YEAR).rows
    assert row.started
    assert parts(row.parts) == counted(fill.sheet(office, YEAR))
    assert [point.year for point in overview.over_years(office)] == [YEAR]


def test_the_recap_of_a_province_says_what_the_overview_says_down_to_the_office(province, tmp_path):
    with province.database.write() as connection:
        first = [((fill.OFFICE_FORM, OFFICES[0]), 0, "belum_ada", "none", 0, 1)]
        fill_in(connection, [*first, ((fill.REGENCY_FORM, None), 1, "belum_ada", "none", 0, 1)], [("rapat", YEAR)])
    report.write_report(province, "rekap-provinsi", tmp_path / "r.pdf", year=YEAR)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages).split())
    (row,) = [row for row in overview.whole_province(province, YEAR).rows if row.key == "36.71"]
    assert "36.71 Kota Tangerang " + " ".join(percent_words(part.share) for part in row.parts) in text
    assert f"{row.name}: 1 dari 3 OPD" in text
    (office,) = [each for each in row.under if each.started]
    assert f"{office.name} " + " ".join(f"{part.filled}/{part.asked}" for part in office.parts) in text
    assert "36.72 Kota Cilegon belum ada data" in text
    assert "Dinas 1 belum ada data" in text


def test_recaps_show_the_years_once_there_are_two(province, tmp_path):
    with province.database.write() as connection:
        fill_in(connection, [((fill.REGENCY_FORM, None), 1, "belum_ada", "none", 0, 1)], [("rapat", YEAR)])
        form = FORMS[fill.REGENCY_FORM]
        made = sheets.checklist_id(form.form, "36.71", YEAR - 2, None)
        values = {"form": form.form, "form_version": form.version, "form_sha256": form.sha256, "year": YEAR - 2}
        records.insert(connection, "checklist", made, "36.71", {**values, "region_code": "36.71"}, *STAMP)

    def text():
        report.write_report(province, "rekap-kabkota", tmp_path / "r.pdf", year=YEAR, region_code="36.71")
        return " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages).split())

    assert [point.year for point in overview.over_years(province, "36.71")] == [YEAR - 2, YEAR]
    assert "Kelengkapan dari tahun ke tahun" in text()
    with province.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM checklist WHERE year = ?", (YEAR - 2,))
    assert "Kelengkapan dari tahun ke tahun" not in text()


def test_the_collector_of_garbage_works_again_afterwards(province):
    assert gc.isenabled()
    overview.overview(province, YEAR)
    assert gc.isenabled()
    gc.disable()
    try:
        overview.overview(province, YEAR)
        assert not gc.isenabled()
    finally:
        gc.enable()
