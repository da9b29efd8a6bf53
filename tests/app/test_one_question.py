"""One question beside each other: every line says what its opened sheet says, and silence is no nought."""

import datetime
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import fill, report, review, sheets
from pug_desktop.app.one_question import counts, one_question, verdict_words
from pug_desktop.app.paper_one_question import answer_words, bars, sheet_words, summary
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.identity import office_id
from pug_desktop.forms.shelf import Shelf
from pug_desktop.forms.shown import shown_value
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import records
from tests.app.test_overview import OFFICES, STAMP, YEAR, answers, decrees, fill_in, meetings
from tools.province.answers import answer

REGENCY = Shelf().newest(fill.REGENCY_FORM)
OFFICE = Shelf().newest(fill.OFFICE_FORM)


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


def clean(ws):
    with ws.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM review")
        fill_in(connection, [], [])


def say(ws, item, region="36.71", office=None, *, status="ada", value=None, proofs=0, form=None):
    """An answer on a sheet, made with it."""
    form = form or (OFFICE if office else REGENCY)
    scope = scopes.of_office(region, office) if office else region
    made = sheets.checklist_id(form.form, region, YEAR, office)
    own = sheets.answer_id(made, item)
    with ws.database.write() as connection:
        if records.get(connection, "checklist", made) is None:
            values = {"form": form.form, "form_version": form.version, "form_sha256": form.sha256, "year": YEAR}
            values |= {"office_id": office, "region_code": region, "state": "siap"}
            records.insert(connection, "checklist", made, scope, values, *STAMP)
        values = {"checklist_id": made, "item": item, "status": status, "value": value}
        records.insert(connection, "answer", own, scope, values, 1_790_000_000, "Siti Aminah")
        for number in range(proofs):
            values = {"owner_kind": "answer", "owner_id": own, "sha256": f"{number:064x}"}
            records.insert(connection, "evidence", f"{random.getrandbits(128):032x}", scope, values, *STAMP)
    return own


def line(found, key):
    return next(each for each in found.lines if each.key == key)


def kind(form, wanted):
    return next(each for each in form.questions if each.kind.value == wanted and not each.rollup and not each.auto_from)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers, meetings, decrees, st.sets(st.integers(0, 200), min_size=4, max_size=12))
def test_a_line_says_what_the_opened_sheet_says(province, said, held, papers, numbers):
    with province.database.write() as connection:
        fill_in(connection, said, held, papers)
    city = fill.regency_sheet(province, YEAR, "36.71")
    computed = [each.name for each in REGENCY.questions if each.rollup or each.auto_from]
    asked = {REGENCY.questions[number % len(REGENCY.questions)].name for number in numbers}
    for name in asked | {computed[number % len(computed)] for number in numbers}:
        found = one_question(province, YEAR, name)
        assert [each.key for each in found.lines][:1] == ["36.01"]
        same(line(found, "36.71"), city.item(name), city.state)
        assert line(found, "36.72").answer == ""
    office = fill.sheet(province, YEAR, office_id=OFFICES[1])
    for name in {OFFICE.questions[number % len(OFFICE.questions)].name for number in numbers}:
        found = one_question(province, YEAR, name, region_code="36.71")
        assert {each.key for each in found.lines} == set(OFFICES)
        same(line(found, OFFICES[1]), office.item(name), office.state)


def same(found, item, state):
    assert found.value == item.effective
    assert found.open == item.open
    assert found.state in (state, None)
    assert found.computed == (item.computed.explanation if item.computed is not None and item.stands_in else "")
    own = len(item.evidence)
    assert own <= found.proofs <= own + (item.computed.proofs if item.computed is not None else 0)
    if item.status == "belum_diisi" and item.effective is None:
        assert found.answer == ("Tidak relevan" if found.sort == "tidak_relevan" else "")
        assert found.sort == "belum_diisi" or item.question.relevant
    shown = shown_value(item.question, item.effective) if item.effective is not None else ""
    assert shown in found.answer
    assert not (found.answer == "" and shown)


def test_what_nobody_answered_is_said_to_be_missing_and_is_no_nought(province):
    clean(province)
    asked = kind(REGENCY, "integer_with_list").name
    say(province, asked, value={"count": 0})
    say(province, kind(REGENCY, "boolean").name, "36.72", value=True)
    found = one_question(province, YEAR, asked)
    told, silent, nothing = (line(found, key) for key in ("36.71", "36.72", "36.01"))
    assert answer_words(told).startswith("0")
    assert answer_words(silent) == answer_words(nothing) == "belum diisi"
    assert (silent.amount, nothing.amount) == (None, None)
    assert (sheet_words(silent), sheet_words(nothing)) == ("Siap diperiksa", "belum ada lembar")
    assert summary(found) == "1 dari 8 kabupaten/kota menjawab; 7 belum diisi."
    shown = {bar.name: (bar.share, bar.text) for bar in bars(found)}
    assert shown["Kota Tangerang"] == (0.0, "0")
    assert shown["Kota Cilegon"] == (None, "belum diisi")
    assert told.there
    assert not nothing.there


def test_yes_and_no_and_silence_are_counted_apart(province):
    clean(province)
    asked = kind(REGENCY, "boolean").name
    for region, more in (("36.71", {"value": True}), ("36.72", {"value": False}), ("36.73", {"status": "belum_ada"})):
        say(province, asked, region, **more)
    say(province, asked, "36.74", status="proses")
    found = one_question(province, YEAR, asked)
    assert counts(found) == {"Ya": 1, "Tidak": 2, "Belum diisi": 4, "Dalam proses": 1}
    assert counts(found, "en")["No"] == 2
    assert line(found, "36.72").answer == "Tidak"
    assert {bar.name: bar.text for bar in bars(found)}["Belum diisi"] == "4"


def test_a_line_says_who_changed_it_and_when_its_proofs_and_what_the_province_said(province):
    clean(province)
    asked = kind(REGENCY, "boolean").name
    own = say(province, asked, value=True, proofs=3)
    review.review(province, own, "dikembalikan", "Lampirkan SK")
    found = line(one_question(province, YEAR, asked), "36.71")
    day = datetime.datetime.fromtimestamp(1_790_000_000, datetime.UTC).astimezone().date()
    assert (found.changed_by, found.changed_on, found.proofs) == ("Siti Aminah", day, 3)
    (said,) = found.reviews
    assert verdict_words(said) == "Dikembalikan"
    with province.database.write() as connection:
        records.update(connection, "answer", own, {"value": False}, *STAMP)
    (said,) = line(one_question(province, YEAR, asked), "36.71").reviews
    assert verdict_words(said) == "Dikembalikan (berubah sesudahnya)"


def test_only_an_earlier_answer_says_that_a_question_does_not_apply(province):
    clean(province)
    asked = next(each for each in OFFICE.questions if each.relevant)
    say(province, asked.relevant.question, office=OFFICES[0], value=0)
    say(province, "P2.06", office=OFFICES[1], value=3)
    found = one_question(province, YEAR, asked.name, region_code="36.71")
    told = {each.key: (each.answer, each.sort) for each in found.lines}
    assert told[OFFICES[0]] == ("Tidak relevan", "tidak_relevan")
    assert told[OFFICES[1]] == told[OFFICES[2]] == ("", "belum_diisi")


def test_a_sheet_of_another_version_is_read_with_its_own_form(province):
    clean(province)
    first = next(each for each in Shelf().versions(fill.REGENCY_FORM) if each.version == 1)
    asked = kind(first, "integer_with_list")
    say(province, asked.name, value={"count": 5}, form=first)
    found = one_question(province, YEAR, asked.name)
    assert found.form.version == 1
    assert line(found, "36.71").answer == shown_value(asked, {"count": 5})


def test_nobody_is_below_an_office_and_an_unknown_question_is_named(office, province):
    with pytest.raises(errors.WrongRole):
        one_question(office, YEAR)
    with pytest.raises(errors.UnknownName) as told:
        one_question(province, YEAR, "X9.99")
    assert "X9.99" in str(told.value)


def test_34_districts_and_1700_sheets_are_read_in_as_many_statements_as_one(province):
    rolled = next(each.name for each in REGENCY.questions if each.rollup and not each.auto_from)

    def statements():
        told = []
        with province.database.read() as connection:
            driver = connection.connection.driver_connection
        driver.set_trace_callback(told.append)
        try:
            one_question(province, YEAR, rolled)
        finally:
            driver.set_trace_callback(None)
        return len([each for each in told if each.lstrip().upper().startswith("SELECT")])

    clean(province)
    say(province, "P1.06", office=OFFICES[0], status="proses")
    few = statements()
    rnd = random.Random(1)
    for region in ("36.71", "36.72", "36.73"):
        for number in range(40):
            office = office_id(region, f"Dinas {number}")
            say(province, "P1.06", region, office, value=answer(rnd, OFFICE.question("P1.06"), YEAR))
    assert 0 < few == statements() < 20


def test_the_paper_has_the_table_and_the_picture_and_the_workbook_the_numbers(province, tmp_path):
    clean(province)
    asked = next(each for each in REGENCY.questions if each.kind.value == "ratio" and not each.auto_from)
    say(province, asked.name, value={"numerator": 3, "denominator": 4}, proofs=2)
    wish = {"year": YEAR, "item": asked.name}
    report.write_report(province, "satu-pertanyaan", tmp_path / "s.pdf", **wish)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "s.pdf").pages).split())
    assert "Provinsi Banten" in text
    assert "3 dari 4 (75,0 %)" in text
    assert text.count("belum diisi") >= 7 * 2
    report.write_report(province, "satu-pertanyaan", tmp_path / "s.xlsx", **wish)
    rows = list(load_workbook(tmp_path / "s.xlsx")["Jawaban"].values)
    head = rows[0]
    found = {row[1]: dict(zip(head, row, strict=True)) for row in rows[1:]}
    city, other = found["Kota Tangerang"], found["Kota Cilegon"]
    assert (city["Pembilang"], city["Penyebut"], city["Bukti"]) == (3, 4, 2)
    assert (other["Pembilang"], other["Jawaban"], other["Lembar"]) == (None, "belum diisi", "belum ada lembar")
