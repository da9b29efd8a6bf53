"""Each register answers its questions; every formula is computed here by hand from a small case."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop.domain.indicators import compute
from pug_desktop.domain.register_answers import from_registers
from pug_desktop.domain.registers import (
    AwardFacts,
    BudgetFacts,
    DecreeFacts,
    IndexFacts,
    Member,
    Registers,
    RegulationFacts,
    RegulationGroup,
    Validity,
    group_of,
    titled,
    validity,
)
from pug_desktop.forms import check_value, load_form
from pug_desktop.forms.rules import is_filled
from pug_desktop.forms.schema import AUTO_SOURCES

REGENCY, OFFICE = load_form("prasyarat-kabkota", 1), load_form("prasyarat-opd", 1)


def question(form, name, source):
    """A question as the forms of version 2 ask it."""
    return replace(form.question(name), auto_from=source, rollup=None)


def answer(form, name, source, registers, year=2024, **how):
    asked = question(form, name, source)
    found = from_registers(asked, year, registers, **how)
    if found is not None:
        check_value(asked, found.value)
    return found


ASKED = [
    (REGENCY, "P1.01", "register.regulation"),
    (REGENCY, "P1.03", "register.regulation=edaran"),
    (REGENCY, "P2.01", "register.regulation=rencana_aksi"),
    (REGENCY, "P2.04", "register.regulation=pedoman"),
    (OFFICE, "P2.05", "register.regulation"),
    (REGENCY, "P3.01", "register.decree=pokja"),
    (REGENCY, "P3.05", "register.decree=team_driver"),
    (REGENCY, "P3.06", "register.decree=tim_teknis"),
    (REGENCY, "P5.04", "register.decree=pengelola_data"),
    (OFFICE, "P3.03", "register.decree=focal_point"),
    (REGENCY, "P3.03", "register.decree=focal_point"),
    (REGENCY, "P4.03", "register.decree=fasilitator"),
    (REGENCY, "P1.07", "register.award"),
    (REGENCY, "P5.07", "register.gender_index"),
    (REGENCY, "P4.05", "register.gender_budget"),
    (OFFICE, "P4.05", "register.gender_budget"),
    (OFFICE, "P4.06", "register.gender_budget"),
    (REGENCY, "P4.06", "register.gender_budget"),
    (REGENCY, "P4.04", "register.institution_budget"),
]


def test_every_source_of_the_registers_is_asked_here():
    assert {source for _form, _name, source in ASKED} == {each for each in AUTO_SOURCES if each.startswith("register.")}


def test_the_newest_forms_ask_the_registers_as_here():
    newest = {
        (form, each.name, each.auto_from)
        for form in ("prasyarat-kabkota", "prasyarat-opd")
        for each in load_form(form).questions
        if (each.auto_from or "").startswith("register.")
    }
    assert {(form.form, name, source) for form, name, source in ASKED} == newest


def test_every_computed_question_stands_in_the_page_on_indicators():
    page = (Path(__file__).parents[2] / "docs/indicators.md").read_text(encoding="utf-8")
    for form in (load_form("prasyarat-kabkota"), load_form("prasyarat-opd")):
        for each in form.questions:
            source = (each.auto_from or "").partition("=")[0]
            if each.rollup or each.auto_from:
                assert each.name in page
                assert source in page


@pytest.mark.parametrize(("form", "name", "source"), ASKED)
def test_an_empty_register_answers_nothing_and_never_no(form, name, source):
    assert answer(form, name, source, Registers(), offices=3) is None


@pytest.mark.parametrize(("form", "name", "source"), ASKED)
def test_rows_of_which_nothing_but_the_kind_is_known_answer_nothing(form, name, source):
    blank = Registers(
        regulations=(RegulationFacts("r"),),
        decrees=tuple(DecreeFacts(kind, kind=kind) for kind in ("pokja", "focal_point", "fasilitator")),
        awards=(AwardFacts("a"),),
        indices=(IndexFacts("i", "IPG"),),
        budgets=(BudgetFacts("b", year=2024), BudgetFacts("c", year=2024, office_id="o")),
    )
    assert answer(form, name, source, blank, offices=3) is None


# --- regulations --------------------------------------------------------------------------------------------------

PERWAL = RegulationFacts("1", "Perwal", "56", 2018, "Pengarusutamaan Gender")
PERDA = RegulationFacts("2", "Perda", "3", 2023, "Pengarusutamaan Gender", "2023-05-04")


def test_the_regulation_on_gender_mainstreaming_in_force_answers_p1_01():
    found = answer(REGENCY, "P1.01", "register.regulation", Registers((PERWAL,)))
    assert found.value == {
        "document_kind": "Perwal",
        "number": "56 Tahun 2018",
        "date": "",
        "title": "Pengarusutamaan Gender",
        "valid_until": "",
    }
    assert is_filled(REGENCY.question("P1.01"), found.value)
    assert found.explanation == "Perwal nomor 56 Tahun 2018 menurut daftar Peraturan"
    assert found.rests_on == (("regulation", "1"),)


def test_the_perda_stands_above_a_newer_perwal():
    newer = replace(PERWAL, id="3", number="9", year=2024)
    found = answer(REGENCY, "P1.01", "register.regulation", Registers((newer, PERDA)))
    assert found.value["document_kind"] == "Perda"
    assert (found.counted, found.of) == (2, 2)


@pytest.mark.parametrize(
    "row",
    [
        replace(PERWAL, valid_until="2023-12-31"),
        replace(PERWAL, year=2025),
        replace(PERWAL, about="Rencana Kerja Pemerintah Daerah"),
        replace(PERWAL, kind="Keputusan Kepala Dinas"),
        replace(PERWAL, own=False),
        replace(PERWAL, year=None),
    ],
)
def test_a_regulation_that_ended_or_came_later_or_is_another_one_answers_nothing(row):
    assert answer(REGENCY, "P1.01", "register.regulation", Registers((row,))) is None


def test_the_sentence_says_how_many_do_not_hold():
    ended = replace(PERWAL, id="9", valid_until="2020-01-01")
    found = answer(REGENCY, "P1.01", "register.regulation", Registers((PERDA, ended)))
    assert found.explanation == "Perda nomor 3 Tahun 2023 menurut daftar Peraturan; 1 lainnya tidak berlaku pada 2024"


def test_a_circular_answers_only_for_its_year():
    circular = RegulationFacts("4", "Surat Edaran", "328/X", 2024, "Pelaksanaan pengarusutamaan gender")
    assert answer(REGENCY, "P1.03", "register.regulation=edaran", Registers((circular,))).value["number"] == (
        "328/X Tahun 2024"
    )
    assert answer(REGENCY, "P1.03", "register.regulation=edaran", Registers((circular,)), year=2025) is None


@pytest.mark.parametrize(
    ("kind", "about", "group"),
    [
        ("Perbup", "Rencana Aksi Daerah Pengarusutamaan Gender 2021-2026", RegulationGroup.ACTION_PLAN),
        ("Keputusan Sekda", "Petunjuk teknis perencanaan dan penganggaran responsif gender", RegulationGroup.GUIDE),
        ("SOP", "Penyusunan PPRG", RegulationGroup.GUIDE),
        ("Instruksi Bupati", "Percepatan PUG", RegulationGroup.CIRCULAR),
        ("Peraturan Wali Kota", "Pelaksanaan pengarusutamaan gender", RegulationGroup.REGIONAL),
        ("Peraturan Daerah", "Pengarusutamaan Gender", RegulationGroup.REGIONAL),
        ("Inpres", "Pengarusutamaan Gender dalam Pembangunan Nasional", None),
        ("Instruksi Presiden", "Pengarusutamaan Gender", None),
        ("Permen PPPA", "Pedoman PPRG", None),
        ("Perda", "Pajak daerah", None),
        ("", "", None),
    ],
)
def test_a_regulation_belongs_to_one_question_by_kind_and_title(kind, about, group):
    assert group_of(RegulationFacts("x", kind, "1", 2022, about)) is group


def test_an_office_s_own_rules_are_counted_and_named():
    rows = (
        RegulationFacts("1", "Keputusan Kepala Dinas", "4", 2022, "Layanan ramah perempuan"),
        RegulationFacts("2", "SOP", "", 2023, "Ruang laktasi"),
        RegulationFacts("3", "SOP", "", 2019, "Antrean", valid_until="2021-12-31"),
        PERDA,
    )
    found = answer(OFFICE, "P2.05", "register.regulation", Registers(rows))
    assert found.value == {
        "count": 2,
        "names": ["Keputusan Kepala Dinas 4 Tahun 2022 Layanan ramah perempuan", "SOP Ruang laktasi"],
    }
    assert (found.counted, found.of) == (2, 3)


@pytest.mark.parametrize(
    ("kind", "internal"),
    [
        ("SOP", True),
        ("Keputusan Kepala Dinas", True),
        ("Surat Edaran", True),
        ("Inpres", False),
        ("Permendagri", False),
        ("UU", False),
        ("Perbup", False),
        ("Keputusan Bupati", False),
        ("Surat Edaran Sekretaris Daerah", False),
    ],
)
def test_a_rule_from_above_is_no_internal_rule_of_an_office(kind, internal):
    found = answer(OFFICE, "P2.05", "register.regulation", Registers((RegulationFacts("1", kind, "1", 2020, "PUG"),)))
    assert (found is not None) is internal


@pytest.mark.parametrize(
    ("number", "year", "words"),
    [("56", 2018, "56 Tahun 2018"), ("56/2018", 2018, "56/2018"), ("", 2018, ""), ("7", None, "7")],
)
def test_a_number_is_written_with_its_year_once(number, year, words):
    assert titled(number, year) == words


# --- decrees ------------------------------------------------------------------------------------------------------

POKJA = DecreeFacts(
    "p",
    "pokja",
    "188/45/2023",
    "2023-02-01",
    "Pembentukan Pokja PUG",
    until_on="2026-12-31",
    members=(
        Member("anna", "P"),
        Member("budi", "L", until_on="2024-06-30"),
        Member("citra", None),
        Member("anna", "P"),
    ),
)


def test_a_decree_in_force_answers_with_its_members_of_that_day():
    found = answer(REGENCY, "P3.01", "register.decree=pokja", Registers(decrees=(POKJA,)))
    assert found.value == {
        "document_kind": "SK Pokja PUG",
        "number": "188/45/2023",
        "date": "2023-02-01",
        "title": "Pembentukan Pokja PUG",
        "valid_until": "2026-12-31",
    }
    assert found.explanation == "SK Pokja PUG nomor 188/45/2023 menurut daftar SK, 2 orang anggota dicatat"


@pytest.mark.parametrize("until", ["2024-12-30", "2020-01-01"])
def test_an_expired_decree_answers_nothing(until):
    ended = replace(POKJA, until_on=until)
    assert answer(REGENCY, "P3.01", "register.decree=pokja", Registers(decrees=(ended,))) is None


def test_a_decree_counts_as_of_today_before_the_year_is_over():
    until_november = replace(POKJA, until_on="2024-11-30")
    rows = Registers(decrees=(until_november,))
    assert answer(REGENCY, "P3.01", "register.decree=pokja", rows, today="2024-10-01") is not None
    assert answer(REGENCY, "P3.01", "register.decree=pokja", rows, today="2025-10-01") is None


def test_an_end_before_the_beginning_is_left_out_and_takes_no_page_away():
    odd = replace(POKJA, decree_on="2024-03-01", from_on="2024-01-01", until_on="2024-12-31")
    assert answer(REGENCY, "P3.01", "register.decree=pokja", Registers(decrees=(odd,))).value["date"] == "2024-03-01"
    slip = replace(PERDA, enacted_on="2023-05-04", valid_until="2023-05-03")
    assert answer(REGENCY, "P1.01", "register.regulation", Registers((slip,)), year=2023, today="2023-05-03") is None


def test_another_decree_does_not_answer():
    assert answer(REGENCY, "P3.05", "register.decree=team_driver", Registers(decrees=(POKJA,))) is None


def test_offices_with_a_focal_point_decree_are_counted_once_of_all():
    rows = tuple(
        DecreeFacts(str(number), "focal_point", "1", "2024-01-02", office_id=office, own=False, until_on=until)
        for number, (office, until) in enumerate(
            [("a", None), ("a", None), ("b", None), ("c", "2024-02-01"), (None, None)]
        )
    )
    found = answer(REGENCY, "P3.03", "register.decree=focal_point", Registers(decrees=rows), offices=34)
    assert found.value == {"numerator": 2, "denominator": 34}
    assert found.explanation == "2 dari 34 OPD mempunyai SK focal point menurut daftar SK"


def test_facilitators_are_people_of_decrees_in_force_by_sex():
    decree = replace(POKJA, kind="fasilitator", members=(Member("a", "P"), Member("b", "P"), Member("c", None)))
    again = replace(decree, id="q", members=(Member("a", "P"), Member("d", "L")))
    ended = replace(decree, id="r", until_on="2023-12-31", members=(Member("e", "L"),))
    found = answer(REGENCY, "P4.03", "register.decree=fasilitator", Registers(decrees=(decree, again, ended)))
    assert found.value == {"male": 1, "female": 2}
    assert found.explanation == (
        "4 orang menurut SK fasilitator yang berlaku pada 2024; 1 orang belum diketahui jenis kelaminnya"
    )


def test_facilitators_of_unknown_sex_are_unknown_not_zero():
    decree = replace(POKJA, kind="fasilitator", members=(Member("a"),))
    found = answer(REGENCY, "P4.03", "register.decree=fasilitator", Registers(decrees=(decree,)))
    assert found.value == {"male": None, "female": None}


# --- awards and indices -------------------------------------------------------------------------------------------


def test_the_latest_award_until_that_year_answers():
    rows = (
        AwardFacts("1", "APE", 2018, "Pratama"),
        AwardFacts("2", "APE", 2020, "utama "),
        AwardFacts("3", "PPE", 2026, "Mentor"),
        AwardFacts("4", "APE", 2021, "kategori yang tidak dikenal"),
    )
    found = answer(REGENCY, "P1.07", "register.award", Registers(awards=rows))
    assert found.value == {"option": "Utama", "year": 2020}
    assert found.explanation == "APE 2020, predikat Utama, menurut daftar Penghargaan"
    assert not found.open


def test_two_awards_of_one_year_that_disagree_wait_for_a_person():
    rows = (AwardFacts("1", "APE", 2020, "Utama"), AwardFacts("2", "APE", 2020, "Madya"))
    assert answer(REGENCY, "P1.07", "register.award", Registers(awards=rows)).open


def test_each_index_has_its_latest_value_and_what_is_missing_is_named():
    rows = (
        IndexFacts("1", "IPG", 2022, "91.25"),
        IndexFacts("2", "IPG", 2023, "92.5"),
        IndexFacts("3", "IDG", 2021, "70.01"),
        IndexFacts("4", "IKG", 2025, "0.4"),
        IndexFacts("5", "IDG", 2023, None),
    )
    found = answer(REGENCY, "P5.07", "register.gender_index", Registers(indices=rows))
    assert found.value == {"IPG": "92.5", "IDG": "70.01"}
    assert found.explanation == "IPG 92,5 (2023) dan IDG 70,01 (2021) menurut daftar Indeks; IKG belum dicatat"
    assert not is_filled(REGENCY.question("P5.07"), found.value)


# --- budgets ------------------------------------------------------------------------------------------------------


def budget(row_id, office=None, amount=None, base=None, base_name="", institution=None, year=2024):
    return BudgetFacts(row_id, year, office, amount, base, base_name, institution)


def test_the_budgets_of_the_offices_are_summed_with_one_base():
    rows = (
        budget("1", "a", 100, 1000, "belanja_langsung"),
        budget("2", "b", 50, 200, "belanja_langsung"),
        budget("3", "a", 9, 9, "belanja_langsung", year=2023),
    )
    found = answer(REGENCY, "P4.05", "register.gender_budget", Registers(budgets=rows), offices=34)
    assert found.value == {"amount": 150, "base": 1200, "base_name": "belanja_langsung"}
    assert found.explanation == "Rp150 pada 2024 menurut daftar Anggaran, dari 2 di antara 34 OPD"


def test_the_row_of_the_whole_region_stands_before_the_offices():
    rows = (budget("1", "a", 100, 1000, "total_apbd"), budget("2", None, 700, 9000, "total_apbd"))
    found = answer(REGENCY, "P4.05", "register.gender_budget", Registers(budgets=rows), offices=34)
    assert found.value == {"amount": 700, "base": 9000, "base_name": "total_apbd"}


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (budget("2", "b", 50, 200, "total_apbd"), "berbeda-beda"),
        (budget("2", "b", 50, None, "belanja_langsung"), "belum lengkap"),
        (budget("2", "b", 5000, 10, "belanja_langsung"), "belum lengkap"),
    ],
)
def test_different_or_unknown_bases_give_no_share(second, why):
    rows = (budget("1", "a", 100, 1000, "belanja_langsung"), second)
    found = answer(REGENCY, "P4.05", "register.gender_budget", Registers(budgets=rows), offices=2)
    assert found.value["base"] is None
    assert f"belanja pembandingnya {why}, jadi persennya tidak dihitung" in found.explanation


def test_an_office_answers_p4_05_and_p4_06_from_its_own_row():
    rows = Registers(budgets=(budget("1", "a", 100, 1000, "belanja_langsung"),))
    assert answer(OFFICE, "P4.05", "register.gender_budget", rows).value["amount"] == 100
    assert answer(OFFICE, "P4.06", "register.gender_budget", rows).value is True
    nothing = Registers(budgets=(budget("1", "a", 0, 1000, "belanja_langsung"),))
    assert answer(OFFICE, "P4.06", "register.gender_budget", nothing).value is False


def test_offices_that_allocate_are_counted_and_a_typed_zero_is_one_that_does_not():
    rows = Registers(budgets=(budget("1", "a", 100), budget("2", "b", 0), budget("3", "c", None, institution=5)))
    found = answer(REGENCY, "P4.06", "register.gender_budget", rows, offices=34)
    assert found.value == {"numerator": 1, "denominator": 34}


def test_the_budget_of_the_institution_is_summed_apart():
    rows = Registers(budgets=(budget("1", "a", 100, institution=5), budget("2", "b", institution=7)))
    found = answer(REGENCY, "P4.04", "register.institution_budget", rows, offices=3)
    assert (found.value, found.counted, found.of) == (12, 2, 3)


# --- all of them --------------------------------------------------------------------------------------------------


def test_the_evidence_of_the_rows_is_evidence_of_the_answer():
    found = answer(REGENCY, "P1.01", "register.regulation", Registers((PERWAL,), proofs={"1": 2, "other": 5}))
    assert found.proofs == 2


def test_a_row_that_holds_two_values_makes_the_answer_open():
    assert answer(REGENCY, "P1.01", "register.regulation", Registers((replace(PERWAL, open=True),))).open
    assert not answer(REGENCY, "P1.01", "register.regulation", Registers((PERWAL,))).open


def test_compute_asks_the_registers_only_where_the_question_names_one():
    rows = Registers((PERWAL,))
    assert compute(question(REGENCY, "P1.01", "register.regulation"), 2024, registers=rows) is not None
    assert compute(REGENCY.question("P1.01"), 2024, registers=rows) is None


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2024-01-01", None, Validity.IN_FORCE),
        ("2024-01-01", "2024-06-15", Validity.ENDS_SOON),
        ("2024-01-01", "2024-09-14", Validity.IN_FORCE),
        ("2024-01-01", "2024-06-14", Validity.ENDED),
        ("2024-06-16", None, Validity.NOT_YET),
        (None, None, Validity.UNDATED),
        (None, "2020-01-01", Validity.ENDED),
    ],
)
def test_how_a_paper_stands_on_a_day(start, end, found):
    assert validity(start, end, "2024-06-15", soon="2024-09-13") is found


_YEARS = st.none() | st.integers(2019, 2026)
_DAYS = st.none() | st.dates().map(lambda day: day.replace(year=2019 + day.year % 8, day=1).isoformat())
_MONEY = st.none() | st.integers(0, 10**13)
_WORDS = st.sampled_from(["", "Perda", "Perwal", "SE", "SOP", "Pengarusutamaan gender", "pedoman PPRG", "x"])
_REGISTERS = st.builds(
    Registers,
    st.lists(st.builds(RegulationFacts, _WORDS, _WORDS, _WORDS, _YEARS, _WORDS, _DAYS, _DAYS), max_size=3).map(tuple),
    st.lists(
        st.builds(
            DecreeFacts,
            _WORDS,
            st.sampled_from(["pokja", "team_driver", "focal_point", "tim_teknis", "fasilitator", "pengelola_data"]),
            _WORDS,
            _DAYS,
            _WORDS,
            _DAYS,
            _DAYS,
            st.none() | st.sampled_from(["a", "b"]),
            st.lists(st.builds(Member, st.sampled_from(["p", "q"]), st.sampled_from([None, "L", "P"])), max_size=2).map(
                tuple
            ),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(AwardFacts, _WORDS, _WORDS, _YEARS, st.sampled_from(["Utama", "madya", "?"])), max_size=3).map(
        tuple
    ),
    st.lists(
        st.builds(
            IndexFacts, _WORDS, st.sampled_from(["IPG", "IKG"]), _YEARS, st.sampled_from([None, "91.25", "0", "0.401"])
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(BudgetFacts, _WORDS, _YEARS, st.none() | st.sampled_from(["a", "b"]), _MONEY, _MONEY, _WORDS, _MONEY),
        max_size=3,
    ).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(_REGISTERS, st.sampled_from(ASKED), st.integers(2020, 2025), st.integers(0, 3))
def test_whatever_stands_in_a_register_the_answer_fits_its_question(registers, asked, year, offices):
    form, name, source = asked
    found = answer(form, name, source, registers, year, offices=offices)
    assert found is None or (found.explanation and found.counted <= found.of)
