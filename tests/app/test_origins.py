"""Where a computed answer comes from: the offices and files that were summed, and no others."""

import random

import pytest

from pug_desktop.app import edit, evidence, fill, meet, offices, origins, overview
from pug_desktop.app.sheets import OFFICE_FORM, answer_id, checklist_id
from pug_desktop.domain.indicators import OfficeSheet, roll_up
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from tests.app.received import enter_evidence
from tools.province.answers import answer

YEAR = 2024
FORM = Shelf().newest(OFFICE_FORM)


def say(regency, office, item, **said):
    """An answer of an office, as a bundle would have brought it."""
    scope = scopes.of_office("36.71", office)
    made = checklist_id(OFFICE_FORM, "36.71", YEAR, office)
    sheet = {"form": OFFICE_FORM, "form_version": FORM.version, "form_sha256": FORM.sha256, "year": YEAR}
    edit.create(regency, "checklist", {**sheet, "office_id": office, "region_code": "36.71"}, id=made, scope=scope)
    own = answer_id(made, item)
    edit.create(regency, "answer", {"checklist_id": made, "item": item, **said}, id=own, scope=scope)
    return own


def item_of(regency, name):
    sheet = fill.regency_sheet(regency, YEAR, "36.71")
    return sheet, sheet.item(name)


@pytest.fixture
def three(regency):
    return [offices.add_office(regency, name) for name in ("Dinas Sosial", "Dinas Kesehatan", "Bappeda")]


def test_a_sum_names_each_office_what_it_said_and_its_file(regency, three, tmp_path):
    social, health, planning = three
    say(regency, social, "P2.06", status="ada", value=7)
    own = say(regency, health, "P2.06", status="ada", value=5)
    paper = tmp_path / "daftar.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    attached = enter_evidence(regency, "answer", own, paper)
    sheet, item = item_of(regency, "P2.06")
    assert item.computed.value == 12
    found = origins.origins(regency, sheet, item)
    assert [(row.name, row.counted, row.sent, "12" in row.says) for row in found.rows] == [
        ("Dinas Kesehatan", True, True, False),
        ("Dinas Sosial", True, True, False),
        ("Bappeda", False, False, False),
    ]
    assert "5" in found.rows[0].says
    assert [file.id for file in found.rows[0].files] == [attached]
    assert found.rows[1].files == ()
    assert found.explanation == item.computed.explanation
    assert found.rows[0].target == (scopes.of_office("36.71", health), YEAR, "P2.06")
    assert planning not in [row.target for row in found.rows]


def test_who_counts_alone_is_who_was_counted_together_for_every_rule(regency, three):
    """The rows that count are as many as the rule says it counted, whatever the offices said."""
    rnd = random.Random(5)
    for office in three:
        for question in FORM.questions:
            if rnd.random() < 0.8:
                said = rnd.choice(("ada", "belum_ada", "proses"))
                value = answer(rnd, question, YEAR) if rnd.random() < 0.8 else None
                say(regency, office, question.name, status=said, value=value)
    sheet = fill.regency_sheet(regency, YEAR, "36.71")
    seen = 0
    for section in sheet.sections:
        for item in section.items:
            if item.question.rollup is None or item.computed is None:
                continue
            found = origins.origins(regency, sheet, item)
            assert sum(row.counted for row in found.rows) == item.computed.counted, item.question.name
            seen += 1
    assert seen > 10


def test_a_meeting_that_counts_is_named_and_the_others_are_only_counted(regency):
    for kind in ("rakor_pokja", "advokasi", "rakor_pokja"):
        made = meet.create_meeting(regency, kind)
        edit.put(regency, "meeting", made, year=YEAR, title=f"Rapat {kind}")
    sheet, item = item_of(regency, "P3.08")
    found = origins.origins(regency, sheet, item)
    assert [(row.counted, row.page) for row in found.rows] == [(True, "meeting")] * 2
    assert all("Rapat rakor_pokja" in row.name for row in found.rows)
    assert found.left_out == 1


def test_a_decree_that_answers_is_named_with_its_scan(regency, tmp_path):
    values = {"decree_kind": "pokja", "number": "188.4/11/2023", "decree_on": "2023-02-01", "about": "Pokja PUG"}
    decree = edit.create(regency, "decree", values)
    paper = tmp_path / "sk.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    attached = evidence.attach(regency, "decree", decree, paper)
    sheet = fill.regency_sheet(regency, YEAR, "36.71")
    answered = [
        item
        for section in sheet.sections
        for item in section.items
        if item.computed is not None and ("decree", decree) in item.computed.rests_on
    ]
    assert answered
    (row,) = origins.origins(regency, sheet, answered[0]).rows
    assert row.counted
    assert [file.id for file in row.files] == [attached.id]


def test_what_was_not_computed_comes_from_nowhere(regency):
    sheet, item = item_of(regency, "P1.02")
    assert item.computed is None
    assert origins.origins(regency, sheet, item).rows == ()


def test_one_sheet_alone_says_as_much_as_it_adds(regency, three):
    """The ground the list stands on: a rule asked of one sheet counts it exactly when it counts it among others."""
    for office, value in zip(three, (3, None, 0), strict=True):
        say(regency, office, "P2.06", status="ada", value=value)
    _sheet, item = item_of(regency, "P2.06")
    with regency.database.read() as connection:
        sheets = [each for each, _form in fill.office_sheets(connection, Shelf(), "36.71", YEAR)]
    alone = [roll_up(item.question, [each], 1) for each in sheets]
    assert sum(each.counted for each in alone if each is not None) == item.computed.counted == 2
    assert isinstance(sheets[0], OfficeSheet)
    assert sum(row.started for row in overview.overview(regency, YEAR).rows) == 3
