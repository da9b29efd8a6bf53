"""The page Dokumen, walked with keys and mouse over real profiles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pug_desktop.app import edit, evidence, fill, offices, registers
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.register.page import RegisterPage
from pug_desktop.ui.register.presenter import TABS
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened

YEAR = 2026


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Workspace]:
    made = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    with opened(made):
        yield made


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    made = make(tmp_path / "opd")
    with opened(made):
        yield made


def page_of(qtbot, workspace: Workspace, *answers: object) -> RegisterPage:
    made = RegisterPage(workspace, FakeAsk(answers), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1130, 680)
    made.refresh()
    made.show()
    return made


def show(page: RegisterPage, kind: str) -> None:
    page.tabs.setCurrentWidget(page.registers[kind])


def type_into(qtbot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget.focusProxy() or widget, text)
    flush_all(widget.window())


def test_an_empty_register_says_what_to_do_and_its_button_makes_the_first_row(qtbot, city):
    page = page_of(qtbot, city)
    assert page.current.empty.isVisible()
    page.current.empty.button.click()
    assert not page.current.empty.isVisible()
    assert page.window().focusWidget() is page.current.card.inputs["regulation_kind"]
    assert len(registers.rows(city, "regulation")) == 1


def test_a_regulation_is_typed_and_answers_the_sheet_without_typing_it_there(qtbot, city):
    page = page_of(qtbot, city)
    page.add.click()
    card = page.current.card
    for field, text in (
        ("regulation_kind", "Perwal"),
        ("number", "56"),
        ("year", "2018"),
        ("about", "Pengarusutamaan Gender"),
    ):
        type_into(qtbot, card.inputs[field], text)
    assert card.heading.text() == "Perwal 56 Tahun 2018"
    assert card.chip.text() == "Berlaku"
    assert "Menjawab butir P1.01" in card.facts.text()
    item = fill.sheet(city, YEAR).item("P1.01")
    assert item.effective["number"] == "56 Tahun 2018"
    assert item.filled


def test_a_date_in_the_past_shows_the_paper_as_ended_and_not_counted(qtbot, city):
    row = registers.add(
        city, "regulation", {"regulation_kind": "Perda", "year": 2015, "about": "PUG", "valid_until": "2020-12-31"}
    )
    page = page_of(qtbot, city)
    page.open(row)
    assert page.current.card.chip.text() == "Tidak berlaku lagi"
    assert "Tidak dihitung untuk butir P1.01" in page.current.card.facts.text()


def test_what_is_typed_stays_with_its_row_when_another_is_added_or_it_is_removed_at_once(qtbot, city):
    first = registers.add(city, "regulation", {"regulation_kind": "Perda"})
    page = page_of(qtbot, city)
    line = page.current.card.inputs["number"]
    line.setFocus()
    qtbot.keyClicks(line, "56")
    page._add()
    assert {row.id: row.text("number") for row in registers.rows(city, "regulation")}[first] == "56"
    assert line.text() == ""
    qtbot.keyClicks(line, "57")
    page.current._remove()
    flush_all(page)
    assert [row.text("number") for row in registers.rows(city, "regulation")] == ["56"]
    edit.undo(city)
    assert {row.text("number") for row in registers.rows(city, "regulation")} == {"56", "57"}


def test_what_is_typed_of_a_person_stays_with_that_person(qtbot, city):
    decree = registers.add(city, "decree", {"decree_kind": "pokja"})
    for name in ("Anna", "Budi"):
        registers.add_member(city, decree, name)
    page = page_of(qtbot, city)
    show(page, "decree")
    tab = page.current
    anna, budi = registers.members(city, decree)
    tab._chose_member(anna)
    line = tab.member_card.inputs["position"]
    line.setFocus()
    qtbot.keyClicks(line, "Kabid")
    tab._chose_member(budi)
    tab._chose(tab.chosen)
    assert [each.values["position"] for each in registers.members(city, decree)] == ["Kabid", None]


def test_a_decree_gets_people_with_dates(qtbot, city):
    page = page_of(qtbot, city, "Budi Santoso")
    show(page, "decree")
    page.add.click()
    tab = page.current
    tab.card.inputs["decree_kind"].setFocus()
    tab.card.inputs["decree_kind"].setCurrentIndex(tab.card.inputs["decree_kind"].findData("pokja"))
    tab.card.inputs["decree_kind"].edited.emit()
    type_into(qtbot, tab.card.inputs["decree_on"], "1/2/2025")
    tab.add_member.click()
    assert tab.member_card.isVisible()
    assert not tab.card.isVisible()
    type_into(qtbot, tab.member_card.inputs["until_on"], "31/12/2025")
    (member,) = registers.members(city, tab.chosen.id)
    assert member.values["role"] == "anggota_pokja"
    assert (member.values["from_on"], member.values["until_on"]) == ("2025-02-01", "2025-12-31")
    tab.back.click()
    assert tab.card.isVisible()
    tab.member_table.setCurrentIndex(tab.member_table.model().index(0, 0))
    tab._chose_member(member)
    assert not tab.card.isVisible()
    place = tab.table.visualRect(tab.table.model().index(0, 0)).center()
    qtbot.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tab.card.isVisible()


def test_a_name_that_is_known_is_asked_about_and_never_merged_alone(qtbot, city):
    page = page_of(qtbot, city, "Anna", "anna", 0, "Anna", 2)
    show(page, "decree")
    page.add.click()
    for _ in range(3):
        page.current.add_member.click()
    people = registers.members(city, page.current.chosen.id)
    assert len(people) == 3
    assert len({each.person_id for each in people}) == 2


def test_an_index_is_known_by_its_year_and_takes_a_comma(qtbot, city):
    page = page_of(qtbot, city, 0, "2025")
    show(page, "gender_index")
    page.add.click()
    assert page.current.card.heading.text() == "IPG 2025"
    type_into(qtbot, page.current.card.inputs["value"], "91,25")
    assert registers.rows(city, "gender_index")[0].values["value"] == "91.25"
    assert fill.sheet(city, YEAR).item("P5.07").effective == {"IPG": "91.25"}


@pytest.mark.parametrize("typed", ["dua ribu", "1", "20255"])
def test_a_year_that_is_none_is_told_and_nothing_is_made(qtbot, city, typed):
    page = page_of(qtbot, city, 1, typed)
    show(page, "gender_index")
    page.add.click()
    assert len(page._ask.told) == 1
    assert registers.rows(city, "gender_index") == ()


@pytest.mark.parametrize(("kind", "words"), [("Perwal", "Tidak dihitung sebagai aturan internal"), ("SOP", "P2.05")])
def test_an_office_is_told_whether_a_rule_is_its_own(qtbot, office, kind, words):
    registers.add(office, "regulation", {"regulation_kind": kind, "year": 2022, "about": "PUG"})
    page = page_of(qtbot, office)
    assert words in page.current.card.facts.text()


def test_an_office_sees_its_own_three_registers_and_its_budget_has_a_share(qtbot, office):
    page = page_of(qtbot, office, "2026")
    assert tuple(page.registers) == TABS["opd"] == ("regulation", "decree", "gender_budget")
    show(page, "gender_budget")
    page.add.click()
    type_into(qtbot, page.current.card.inputs["amount"], "1.000.000")
    type_into(qtbot, page.current.card.inputs["base"], "4000000")
    assert "25,0 %" in page.current.card.facts.text()
    assert fill.sheet(office, YEAR).item("P4.06").effective is True


def test_the_city_enters_a_budget_for_one_office_or_the_whole(qtbot, city):
    offices.add_office(city, "Dinas Sosial")
    page = page_of(qtbot, city, 0, "2026", 1, "2026", None)
    show(page, "gender_budget")
    for _ in range(3):
        page.add.click()
    assert {row.place for row in registers.rows(city, "gender_budget")} >= {"Dinas Sosial"}
    assert len(registers.rows(city, "gender_budget")) == 2
    assert page._ask.asked[0][3][0].startswith("Seluruh")


def test_evidence_is_dropped_on_a_row_and_counts_as_evidence_of_the_answer(qtbot, city, tmp_path):
    registers.add(city, "regulation", {"regulation_kind": "Perda", "number": "3", "year": 2023, "about": "PUG"})
    scan = tmp_path / "perda.txt"
    scan.write_text("Peraturan Daerah")
    page = page_of(qtbot, city)
    before = fill.sheet(city, YEAR).sections[0].completeness
    page.current.proofs.files_wanted.emit((scan,), False)
    (row,) = registers.rows(city, "regulation")
    assert [each.file_name for each in evidence.of(city, "regulation", row.id)] == ["perda.txt"]
    after = fill.sheet(city, YEAR).sections[0].completeness
    assert (after.filled, after.backed) == (before.filled, before.backed + 1)
    assert page.current.model.rowCount() == 1


def test_a_refused_file_is_told(qtbot, city, tmp_path):
    registers.add(city, "regulation", {"number": "3"})
    program = tmp_path / "perda.pdf"
    program.write_bytes(b"MZ\x90")
    page = page_of(qtbot, city)
    page.current.proofs.files_wanted.emit((program,), False)
    assert len(page._ask.told) == 1


def test_a_removed_row_can_be_brought_back(qtbot, city):
    registers.add(city, "award", {"award": "APE", "year": 2020})
    page = page_of(qtbot, city)
    show(page, "award")
    with qtbot.waitSignal(page.removed) as told:
        page.current.card.remove.click()
    assert told.args == ["APE 2020 dihapus dari daftar."]
    assert page.current.empty.isVisible()
    edit.undo(city)
    page.refresh()
    assert page.current.card.heading.text() == "APE 2020"


def test_what_an_office_recorded_is_read_only_at_the_city(qtbot, city):
    made = offices.add_office(city, "Dinas Sosial")
    edit.create(city, "decree", {"decree_kind": "focal_point"}, scope=f"36.71/{made}")
    page = page_of(qtbot, city)
    show(page, "decree")
    tab = page.current
    assert "Dicatat oleh Dinas Sosial" in tab.card.facts.text()
    assert tab.card.inputs["number"].isReadOnly()
    assert not tab.add_member.isVisible()
    assert not tab.card.remove.isVisible()


def test_another_page_leads_to_a_register_or_a_row(qtbot, city):
    award = registers.add(city, "award", {"award": "APE", "year": 2020})
    page = page_of(qtbot, city)
    page.open("gender_budget")
    assert page.current.kind == "gender_budget"
    page.open(award)
    assert page.current.chosen.id == award
    page.open("f" * 32)
    assert page.current.kind == "award"


def test_every_field_is_reached_with_tab_and_has_a_name(qtbot, city):
    registers.add(city, "decree", {"decree_kind": "pokja"})
    page = page_of(qtbot, city)
    show(page, "decree")
    page.activateWindow()
    page.current.search.setFocus()
    seen = set()
    for _ in range(60):
        focused = page.window().focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    for field, widget in page.current.card.inputs.items():
        target = widget.focusProxy() or widget
        assert target in seen, field
        assert target.accessibleName()
    assert page.current.add_member in seen
    assert page.current.member_table in seen
