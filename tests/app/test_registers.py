"""The registers: rows with their validity and evidence, the people of a decree, and what a sheet takes from them."""

from dataclasses import replace

import pytest

from pug_desktop import errors
from pug_desktop.app import decide, edit, evidence, fill, offices, registers
from pug_desktop.app.computed import known_to_office, known_to_regency
from pug_desktop.app.facts import gather
from pug_desktop.app.register_facts import REGISTERS
from pug_desktop.domain.registers import Validity
from pug_desktop.forms import load_form
from pug_desktop.replica import scope as scopes
from tests.app.received import enter_sheet, office_scope
from tests.app.rivals import disagree

YEAR = 2026


def asked(form: str, **sources: str):
    """The first version of a form, with registers as sources of some questions (P1_01 stands for P1.01)."""
    made = load_form(form, 1)
    wanted = {name.replace("_", "."): source for name, source in sources.items()}
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(each, auto_from=wanted[each.name], rollup=None) if each.name in wanted else each
                for each in section.questions
            ),
        )
        for section in made.sections
    )
    return replace(made, sections=sections)


def known(ws, **sources):
    form = asked("prasyarat-opd" if ws.profile.role == "opd" else "prasyarat-kabkota", **sources)
    with ws.database.read() as connection:
        facts = gather(connection, ws.profile.scope)
    if ws.profile.role == "opd":
        return known_to_office(form, YEAR, facts, today=ws.clock().date().isoformat())
    today = ws.clock().date().isoformat()
    return known_to_regency(form, YEAR, facts, sheets=(), offices=3, today=today)


def test_a_regulation_with_evidence_answers_its_question_and_backs_it(regency, tmp_path):
    row = registers.add(regency, "regulation")
    registers.save(regency, "regulation", row, regulation_kind="Perwal", number="56", year=2018)
    registers.save(regency, "regulation", row, about="Pengarusutamaan Gender")
    scan = tmp_path / "perwal.txt"
    scan.write_text("Peraturan Wali Kota")
    evidence.attach(regency, "regulation", row, scan)
    found = known(regency, P1_01="register.regulation")["P1.01"]
    assert found.value["number"] == "56 Tahun 2018"
    assert found.proofs == 1
    (shown,) = registers.rows(regency, "regulation")
    assert (shown.evidence, shown.validity, shown.mine) == (1, Validity.IN_FORCE, True)


def test_a_paper_that_ends_soon_or_ended_is_flagged(regency):
    today = regency.clock().date()
    for number, until in enumerate((f"{today.year - 1}-12-31", today.isoformat(), f"{today.year + 9}-01-01", None)):
        registers.add(
            regency, "decree", {"number": str(number), "decree_on": f"{today.year - 1}-01-02", "until_on": until}
        )
    registers.add(regency, "decree", {"number": "4"})
    assert {row.text("number"): row.validity for row in registers.rows(regency, "decree")} == {
        "0": Validity.ENDED,
        "1": Validity.ENDS_SOON,
        "2": Validity.IN_FORCE,
        "3": Validity.IN_FORCE,
        "4": Validity.UNDATED,
    }


def test_members_of_a_decree_have_dates_and_the_decree_answers_with_them(regency):
    decree = registers.add(
        regency, "decree", {"decree_kind": "pokja", "number": "188/45", "decree_on": "2024-02-01", "about": "Pokja PUG"}
    )
    chair = registers.add_member(regency, decree, "  Budi   Santoso ")
    registers.save_member(regency, chair, "role", "ketua_pokja")
    registers.save_member(regency, chair, "sex", "L")
    gone = registers.add_member(regency, decree, "Anna")
    registers.save_member(regency, gone, "until_on", "2025-01-31")
    shown = registers.members(regency, decree)
    assert [(each.values["name"], each.values["role"], each.over) for each in shown] == [
        ("Budi Santoso", "ketua_pokja", False),
        ("Anna", "anggota_pokja", True),
    ]
    assert shown[0].values["from_on"] == "2024-02-01"
    found = known(regency, P3_01="register.decree=pokja")["P3.01"]
    assert found.explanation == "SK Pokja PUG nomor 188/45 menurut daftar SK, 1 orang anggota dicatat"


def test_one_person_in_two_decrees_is_one_person(regency):
    pokja = registers.add(regency, "decree", {"decree_kind": "pokja"})
    driver = registers.add(regency, "decree", {"decree_kind": "team_driver"})
    first = registers.add_member(regency, pokja, "Siti Aminah")
    registers.save_member(regency, first, "position", "Kabid")
    ((person, position),) = registers.same_name(regency, "siti  AMINAH")
    assert position == "Kabid"
    registers.add_member(regency, driver, "", person)
    assert {each.person_id for decree in (pokja, driver) for each in registers.members(regency, decree)} == {person}
    assert registers.same_name(regency, "") == ()


def test_adding_a_member_is_one_step_back_and_forth(regency):
    decree = registers.add(regency, "decree", {"decree_kind": "focal_point"})
    registers.add_member(regency, decree, "Anna")
    edit.undo(regency)
    assert registers.members(regency, decree) == ()
    assert registers.same_name(regency, "Anna") == ()
    edit.redo(regency)
    assert [each.values["name"] for each in registers.members(regency, decree)] == ["Anna"]


def test_a_decree_that_is_brought_back_has_its_members_again(regency):
    decree = registers.add(regency, "decree", {"decree_kind": "pokja"})
    registers.add_member(regency, decree, "Anna")
    registers.remove(regency, "decree", decree)
    assert registers.rows(regency, "decree") == ()
    edit.undo(regency)
    assert len(registers.members(regency, decree)) == 1


def test_a_member_without_name_is_refused_and_nothing_is_kept(regency):
    decree = registers.add(regency, "decree")
    with pytest.raises(errors.WrongValue):
        registers.add_member(regency, decree, "   ")
    assert registers.members(regency, decree) == ()


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("award", {"award": "APE", "year": 2020}),
        ("gender_index", {"index": "IPG", "year": 2022}),
        ("gender_budget", {"year": 2024}),
    ],
)
def test_the_same_row_of_a_year_is_found_again_and_not_made_twice(regency, kind, values):
    first = registers.add(regency, kind, values)
    assert registers.add(regency, kind, values) == first
    assert len(registers.rows(regency, kind)) == 1
    with pytest.raises(errors.WrongValue):
        registers.add(regency, kind, {})


def test_an_office_s_budget_is_its_own_and_answers_its_sheet(office):
    row = registers.add(office, "gender_budget", {"year": YEAR})
    registers.save(office, "gender_budget", row, amount=100, base=400, base_name="belanja_langsung")
    found = known(office, P4_05="register.gender_budget", P4_06="register.gender_budget")
    assert found["P4.05"].value == {"amount": 100, "base": 400, "base_name": "belanja_langsung"}
    assert found["P4.06"].value is True
    (shown,) = registers.rows(office, "gender_budget")
    assert shown.place == "Dinas Kesehatan"


def test_offices_budgets_and_decrees_count_at_the_regency_but_their_regulations_do_not(regency):
    for number, amount in enumerate((100, 0)):
        name = f"Dinas {number}"
        made = offices.add_office(regency, name)
        scope = scopes.of_office("36.71", made)
        edit.create(
            regency,
            "gender_budget",
            {"year": YEAR, "amount": amount, "office_id": made},
            id=f"{number:032x}",
            scope=scope,
        )
        edit.create(regency, "decree", {"decree_kind": "focal_point", "decree_on": "2024-01-01"}, scope=scope)
        values = {"regulation_kind": "Perwal", "number": "1", "year": 2020, "about": "Pengarusutamaan gender"}
        edit.create(regency, "regulation", values, scope=scope)
    found = known(
        regency,
        P4_06="register.gender_budget",
        P3_03="register.decree=focal_point",
        P1_01="register.regulation",
    )
    assert found["P4.06"].value == {"numerator": 1, "denominator": 3}
    assert found["P3.03"].value == {"numerator": 2, "denominator": 3}
    assert found["P1.01"] is None
    (row, _other) = registers.rows(regency, "decree")
    assert not row.mine
    with pytest.raises(errors.WrongRole):
        registers.save(regency, "decree", row.id, number="1")
    with pytest.raises(errors.WrongRole):
        registers.remove(regency, "decree", row.id)


def test_what_two_people_entered_differently_waits_and_leads_to_its_row(regency):
    row = registers.add(regency, "award", {"award": "APE", "year": 2020, "category": "Utama"})

    def ours():
        registers.save(regency, "award", row, category="Madya")

    disagree(regency, "award", row, ours, category="Mentor")
    assert known(regency, P1_07="register.award")["P1.07"].open
    assert registers.rows(regency, "award")[0].conflict
    (conflict,) = decide.conflicts(regency)
    assert (conflict.page, conflict.target) == ("register", row)


def test_evidence_of_a_row_that_is_in_dispute_leads_to_the_row(regency, tmp_path):
    row = registers.add(regency, "regulation", {"regulation_kind": "Perwal", "number": "56"})
    scan = tmp_path / "perwal.txt"
    scan.write_text("Peraturan Wali Kota")
    proof = evidence.attach(regency, "regulation", row, scan)
    disagree(regency, "evidence", proof.id, lambda: evidence.describe(regency, proof.id, title="A"), title="B")
    (conflict,) = decide.conflicts(regency)
    assert (conflict.page, conflict.target) == ("register", row)
    assert "Perwal 56" in conflict.context


def test_a_decree_in_dispute_is_told_in_words(regency):
    row = registers.add(regency, "decree", {"decree_kind": "pokja", "number": "188/45"})

    def ours():
        registers.save(regency, "decree", row, decree_kind="tim_teknis")

    disagree(regency, "decree", row, ours, decree_kind="team_driver")
    (conflict,) = decide.conflicts(regency)
    assert "188/45" in conflict.title
    assert {each.words for each in conflict.versions} == {"SK tim teknis", "SK Team Driver"}


def test_a_row_tells_which_question_of_the_sheet_it_belongs_to(regency, monkeypatch):
    form = asked("prasyarat-kabkota", P1_01="register.regulation", P4_05="register.gender_budget")
    monkeypatch.setattr(registers, "form_of_sheet", lambda *_: (form, None))
    registers.add(regency, "regulation", {"regulation_kind": "Perda", "year": 2023, "about": "Pengarusutamaan gender"})
    registers.add(regency, "regulation", {"regulation_kind": "Perda", "year": 2023, "about": "Pajak"})
    assert [row.answers for row in registers.rows(regency, "regulation")] in (
        [("P1.01",), ()],
        [(), ("P1.01",)],
    )
    registers.add(regency, "gender_budget", {"year": YEAR, "amount": 5})
    assert registers.rows(regency, "gender_budget")[0].answers == ("P4.05",)


@pytest.mark.parametrize("kind", REGISTERS)
def test_an_empty_register_has_no_rows(regency, kind):
    assert registers.rows(regency, kind) == ()


def test_a_sheet_opens_with_registers_of_every_kind_half_filled(regency):
    for kind in ("regulation", "decree"):
        registers.add(regency, kind)
    registers.add(regency, "gender_budget", {"year": YEAR, "amount": 5})
    assert fill.sheet(regency, YEAR).sections


def test_the_regency_sums_what_an_office_recorded_in_its_registers_like_what_it_typed(regency, monkeypatch):
    """Two offices: one typed its ARG, the other has it in its register; both count, and what is typed stands first."""
    typed, recorded = (offices.add_office(regency, name) for name in ("Dinas A", "Dinas B"))
    for number, (office, item, value) in enumerate(
        (
            (typed, "P4.05", {"amount": 100, "base": 1000, "base_name": "belanja_langsung"}),
            (recorded, "P2.03", {"yes": False}),
        )
    ):
        scope, sheet = scopes.of_office("36.71", office), f"{number:031x}a"
        values = {"form": "prasyarat-opd", "form_version": 2, "year": YEAR, "office_id": office, "region_code": "36.71"}
        edit.create(regency, "checklist", values, id=sheet, scope=scope)
        answer = {"checklist_id": sheet, "item": item, "status": "ada", "value": value}
        edit.create(regency, "answer", answer, scope=scope)
    for office, amount in ((typed, 7), (recorded, 50)):
        row = {"year": YEAR, "amount": amount, "base": 200, "base_name": "belanja_langsung", "office_id": office}
        edit.create(regency, "gender_budget", row, scope=scopes.of_office("36.71", office))
    found = fill.regency_sheet(regency, YEAR, "36.71").item("P4.05").computed
    assert found.value == {"amount": 150, "base": 1200, "base_name": "belanja_langsung"}
    assert fill.regency_sheet(regency, YEAR, "36.71").item("P4.06").computed.value == {"numerator": 2, "denominator": 2}


def test_a_paper_that_ends_later_this_year_still_answers_the_office_s_sheet_today(office):
    today = office.clock().date()
    until = f"{today.year}-12-30"
    values = {"decree_kind": "focal_point", "number": "7", "decree_on": f"{today.year - 1}-01-02", "until_on": until}
    registers.add(office, "decree", values)
    assert registers.rows(office, "decree")[0].validity is Validity.ENDS_SOON or today.month < 10
    assert fill.sheet(office, today.year).item("P3.03").effective["valid_until"] == until
    assert fill.sheet(office, today.year + 1).item("P3.03").effective is not None


def test_a_value_in_dispute_in_an_offices_register_is_in_dispute_in_the_sum_too(regency):
    office = offices.add_office(regency, "Dinas Kesehatan")
    enter_sheet(regency, office_scope("Dinas Kesehatan"), {"P2.06": 4})
    budget = {"amount": 50, "base": 200, "base_name": "belanja_langsung"}
    values = {**budget, "year": YEAR, "office_id": office}
    row = edit.create(regency, "gender_budget", values, scope=office_scope("Dinas Kesehatan"))
    assert not fill.regency_sheet(regency, YEAR, "36.71").item("P4.05").open
    theirs = {**budget, "amount": 60}
    disagree(regency, "gender_budget", row, lambda: edit.put(regency, "gender_budget", row, amount=70), budget=theirs)
    assert fill.sheet(regency, YEAR, office_id=office).item("P4.05").open
    assert fill.regency_sheet(regency, YEAR, "36.71").item("P4.05").open


def test_the_people_whom_another_office_appointed_are_left_to_it(regency):
    offices.add_office(regency, "Dinas Kesehatan")
    scope = office_scope("Dinas Kesehatan")
    decree = edit.create(regency, "decree", {"decree_kind": "focal_point"}, scope=scope)
    person = edit.create(regency, "person", {"name": "Ani"}, scope=scope)
    member = edit.create(regency, "assignment", {"person_id": person, "decree_id": decree}, scope=scope)
    for act in (
        lambda: registers.save_member(regency, member, "name", "Budi"),
        lambda: registers.save_member(regency, member, "until_on", "2026-01-01"),
        lambda: registers.remove_member(regency, member),
    ):
        with pytest.raises(errors.WrongRole):
            act()
    (there,) = registers.members(regency, decree)
    assert (there.values["name"], there.values["until_on"]) == ("Ani", None)


@pytest.mark.parametrize("status", ["belum_ada", "proses", "tidak_relevan"])
def test_what_a_person_says_is_not_there_is_not_answered_by_a_register(office, status):
    registers.add(office, "decree", {"decree_kind": "focal_point", "number": "7", "decree_on": "2026-01-02"})
    assert fill.sheet(office, YEAR).item("P3.03").effective is not None
    fill.save_answer(office, fill.sheet(office, YEAR), "P3.03", status=status)
    item = fill.sheet(office, YEAR).item("P3.03")
    assert (item.effective, item.computed.value["number"]) == (None, "7")
