"""What the page "Prasyarat" shows and saves; no Qt here."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from pug_desktop.domain.rollup import Computed
from pug_desktop.errors import DiskFull
from pug_desktop.forms import load_form
from pug_desktop.ui.checklist.presenter import OWN, ChecklistPresenter, Place, shown_sign, shown_state, status_after

OFFICE, SILENT = "a" * 32, "b" * 32


def item(name, status="belum_diisi", value=None, *, filled=False, computed=None, reviews=(), sent_back=False):
    return SimpleNamespace(
        question=SimpleNamespace(name=name),
        status=status,
        value=value,
        filled=filled,
        computed=computed,
        answered=status != "belum_diisi",
        reviews=reviews,
        sent_back=sent_back,
    )


def sheet(*, mine=True, key=OWN):
    sections = [
        SimpleNamespace(
            section=SimpleNamespace(name="P1"), items=(item("P1.01", "ada", True, filled=True), item("P1.02"))
        ),
        SimpleNamespace(section=SimpleNamespace(name="P2"), items=(item("P2.01"),)),
    ]
    return SimpleNamespace(sections=sections, mine=mine, editable=mine, checklist_id="c", key=key)


@dataclass
class FakeFill:
    saved: list = field(default_factory=list)
    error: Exception | None = None
    opened: list = field(default_factory=list)

    def years(self, ws):
        return (2026, 2025)

    def sheet(self, ws, year, *, office_id=None):
        return sheet(mine=office_id is None, key=office_id or OWN)

    def regency_sheet(self, ws, year, region_code):
        self.opened.append((year, region_code))
        return sheet(mine=False, key=region_code)

    def received_sheets(self, ws, year, region_code=None):
        return [
            SimpleNamespace(office_id=SILENT, office_name="Dinas Sosial", started=False),
            SimpleNamespace(office_id=OFFICE, office_name="Dinas Kesehatan", started=True),
        ]

    def save_answer(self, ws, on, item, **changed):
        if self.error:
            raise self.error
        self.saved.append((item, changed))
        return "tersimpan"


class FakeView:
    def __init__(self):
        self.seen = []

    def __getattr__(self, name):
        return lambda *args, **named: self.seen.append((name, *args, *named.values()))

    def last(self, name):
        return [each for each in self.seen if each[0] == name][-1]


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def fill():
    return FakeFill()


def presenter(fill, view, role="kabkota", *, heard=True, with_sheets=()):
    ws = SimpleNamespace(
        profile=SimpleNamespace(
            role=role,
            office_name="Dinas",
            region_name="Kota Tangerang",
            region_code="36.71",
            scope={"provinsi": "36"}.get(role, "36.71"),
        )
    )
    regencies = [SimpleNamespace(code="36.71", name="Kota Tangerang")] if heard else []
    made = ChecklistPresenter(fill, ws, lambda: regencies, lambda: with_sheets, view)
    made.refresh()
    return made


def test_the_seven_cards_come_first(fill, view):
    presenter(fill, view)
    assert view.seen[-1][0] == "show_overview"


@pytest.mark.parametrize(
    ("role", "keys"), [("opd", [OWN]), ("kabkota", [OWN, OFFICE, SILENT]), ("provinsi", ["36.71", OFFICE])]
)
def test_each_role_has_its_sheets(fill, view, role, keys):
    presenter(fill, view, role)
    assert [choice.key for choice in view.last("show_choices")[3]] == keys


@pytest.mark.parametrize(
    ("role", "key", "editable"),
    [("opd", OWN, True), ("kabkota", OFFICE, False), ("provinsi", "36.71", False), ("provinsi", OFFICE, False)],
)
def test_only_ones_own_sheet_can_be_changed(fill, view, role, key, editable):
    made = presenter(fill, view, role)
    made.choose_sheet(key)
    made.open_item("P1.02")
    assert made.editable is editable
    assert view.last("show_item")[2] is editable


def test_a_prerequisite_opens_at_the_first_question_that_needs_work(fill, view):
    made = presenter(fill, view)
    made.open_section("P1")
    assert view.last("show_item")[1].question.name == "P1.02"


def test_after_a_refresh_one_is_where_one_was(fill, view):
    made = presenter(fill, view)
    made.open_item("P2.01")
    made.refresh()
    assert view.last("show_item")[1].question.name == "P2.01"
    made.close_section()
    assert view.seen[-1][0] == "show_overview"


def test_a_value_brings_its_state_along(fill, view):
    made = presenter(fill, view)
    made.open_item("P1.02")
    made.save("P1.02", value={"yes": True})
    made.save("P1.02", value=False)
    made.save("P1.02", note="x")
    assert fill.saved == [
        ("P1.02", {"value": {"yes": True}, "status": "ada"}),
        ("P1.02", {"value": False, "status": "belum_ada"}),
        ("P1.02", {"note": "x"}),
    ]
    assert view.last("tell_saved")[1] == "tersimpan"


def test_what_could_not_be_saved_is_told_and_nothing_is_loaded(fill, view):
    made = presenter(fill, view)
    made.open_item("P1.02")
    fill.error = DiskFull(path="x", needed=0, free=0)
    made.save("P1.02", note="x")
    assert view.seen[-1] == ("tell_failed", fill.error)


def test_using_the_computed_value_drops_ones_own(fill, view):
    made = presenter(fill, view)
    made.open_item("P1.01")
    made.use_computed()
    assert fill.saved == [("P1.01", {"value": None, "override_reason": None, "status": "belum_diisi"})]


@pytest.mark.parametrize(
    ("status", "value", "after"),
    [
        ("belum_diisi", 3, "ada"),
        ("belum_diisi", False, "belum_ada"),
        ("belum_ada", True, "ada"),
        ("ada", {"yes": False}, "belum_ada"),
        ("proses", 3, "proses"),
        ("tidak_relevan", 3, "tidak_relevan"),
        ("ada", None, "ada"),
        ("belum_diisi", 0, "ada"),
    ],
)
def test_the_state_follows_the_value_unless_the_person_chose_one(status, value, after):
    assert status_after(status, value) == after


def test_a_computed_answer_counts_as_there(fill):
    assert shown_state(item("P1.04", computed=Computed(3, 2, 2, "Jumlah", "Sum"))) == "ada"
    assert shown_state(item("P1.04", "belum_ada", computed=Computed(3, 2, 2, "Jumlah", "Sum"))) == "belum_ada"
    unknown = Computed(
        {"male": None, "female": None}, 1, 1, "1 orang belum diketahui jenis kelaminnya", "sex of 1 person not known"
    )
    assert shown_state(item("P3.04", computed=unknown)) == "belum_diisi"
    assert shown_state(item("P1.04")) == "belum_diisi"


def test_what_is_there_but_not_complete_has_no_tick():
    question = load_form("prasyarat-opd").question("P3.03")
    value = {"document_kind": "SK", "number": "1/2026"}
    for said, filled, sign in (
        (None, False, "kurang"),
        ({"document_kind": "SK"}, False, "kurang"),
        (value, True, "ada"),
    ):
        found = item("P3.03", "ada", said, filled=filled)
        found.question, found.effective = question, said
        assert shown_sign(found) == sign
    # Somebody pressed "Ada" and the register says the rest.
    found = item("P3.03", "ada", computed=Computed(value, 1, 1, "SK", "Decree"))
    found.question, found.effective = question, value
    assert shown_sign(found) == "ada"
    found = item("P3.03", "proses")
    assert shown_sign(found) == "proses"


def test_a_province_that_heard_of_nobody_says_so(fill, view):
    presenter(fill, view, "provinsi", heard=False)
    assert view.seen[-1] == ("show_nothing",)


def test_a_reviewer_starts_at_the_first_answer_that_was_not_looked_at(fill, view):
    made = presenter(fill, view)
    made.choose_sheet(OFFICE)
    made.open_section("P1")
    assert made.item_name == "P1.01"


def test_what_came_back_needs_work_before_what_is_empty(fill, view):
    made = presenter(fill, view, "opd")
    back = item("P1.01", "ada", True, filled=True, sent_back=True)
    made.sheet.sections[0].items = (back, item("P1.02"))
    made.open_section("P1")
    assert made.item_name == "P1.01"


def test_a_place_leads_to_one_question_of_any_sheet(fill, view):
    made = presenter(fill, view)
    made.open_place(Place(2025, "P1.02", f"36.71/{OFFICE}"))
    assert (made.choice.key, made.sheet.key, made.item_name) == (OFFICE, OFFICE, "P1.02")
    assert view.last("show_choices")[2] == 2025
    made.open_place(Place(2026, "P2.01", "36.71"))
    assert (made.choice.key, made.item_name) == (OWN, "P2.01")
    above = presenter(fill, view, "provinsi")
    above.open_place(Place(2026, "P2.01", f"36.71/{OFFICE}"))
    assert (above.choice.key, above.choice.below, above.item_name) == (OFFICE, True, "P2.01")


@pytest.mark.parametrize(("with_sheets", "year"), [((2024, 2025), 2025), ((), 2026), ((2019,), 2026)])
def test_a_province_starts_at_the_last_year_with_a_sheet_and_opens_no_other_for_that(fill, view, with_sheets, year):
    presenter(fill, view, "provinsi", with_sheets=with_sheets)
    assert view.last("show_choices")[2] == year
    assert fill.opened == [(year, "36.71")]
