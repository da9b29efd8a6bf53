"""The second instrument: a sheet in the order of the ministry's evaluation, nothing typed twice."""

from dataclasses import replace

import pytest

from pug_desktop.app import evidence, fill
from pug_desktop.app.arrangement import arranged, can_arrange
from pug_desktop.forms import load_form
from pug_desktop.forms.derive import OTHER, derived_sections, groups_of
from tests.app.received import enter_sheet

PLAN = load_form("evaluasi-kabkota")


@pytest.mark.parametrize("version", [1, 2])
def test_every_question_stands_in_exactly_one_section(regency, version):
    enter_sheet(regency, "36.71", {"P1.04": 3}, form=load_form("prasyarat-kabkota", version))
    sheet = fill.sheet(regency, 2026)
    assert sheet.form.version == version
    found = arranged(sheet)
    names = [item.question.name for section in found.sections for item in section.items]
    assert sorted(names) == sorted(question.name for question in sheet.form.questions)
    assert [section.section.name for section in found.sections] == [section.name for section in PLAN.sections]


def test_answer_evidence_and_completeness_are_those_of_the_sheet(regency, tmp_path):
    sheet = fill.sheet(regency, 2026)
    fill.save_answer(regency, sheet, "P2.07", value={"count": 1, "names": ["Bus pink"]})
    paper = tmp_path / "sk.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    evidence.attach(regency, "answer", fill.attach_evidence_target(regency, sheet, "P2.07"), paper)
    sheet = fill.sheet(regency, 2026)
    found = arranged(sheet)
    innovation = found.sections[-1]
    assert innovation.section.label.id == "Inovasi"
    assert innovation.items == (sheet.item("P2.07"),)
    done = innovation.completeness
    assert (done.total, done.filled, done.backed) == (1, 1, 1)
    for name in ("filled", "backed", "total", "not_relevant"):
        whole = [sum(getattr(each.completeness, name) for each in one.sections) for one in (sheet, found)]
        assert whole[0] == whole[1]


def test_what_is_answered_there_is_answered_on_the_sheet(regency):
    found = arranged(fill.sheet(regency, 2026))
    fill.save_answer(regency, found, "P3.10", value={"semester_1": "2026-07-05"})
    assert fill.sheet(regency, 2026).item("P3.10").value == {"semester_1": "2026-07-05"}


def test_only_the_sheet_of_a_regency_is_evaluated(regency, office):
    assert can_arrange(fill.sheet(regency, 2026))
    assert not can_arrange(fill.sheet(office, 2026))


def test_a_question_without_a_place_is_not_lost():
    told = load_form("prasyarat-opd", 1)
    lost = replace(told.sections[-1], lke_group="8_lain")
    base = replace(told, sections=(*told.sections[:-1], lost))
    sections = derived_sections(PLAN, base)
    assert sorted(question.name for section in sections for question in section.questions) == sorted(
        question.name for question in base.questions
    )
    assert sections[-1].questions == lost.questions
    assert sections[-1].name == OTHER


def test_the_groups_that_a_section_names_are_spelled_out():
    assert groups_of("7_proses/perencanaan,pelaksanaan; inovasi") == [
        "7_proses/perencanaan",
        "7_proses/pelaksanaan",
        "inovasi",
    ]
    assert groups_of("") == [""]


def test_of_several_groups_the_first_that_the_plan_knows_counts():
    base = load_form("prasyarat-opd", 1)
    told = replace(base.sections[0], lke_group="8_lain; inovasi")
    (section,) = derived_sections(PLAN, replace(base, sections=(told,)))
    assert section.label.id == "Inovasi"
    assert section.questions == told.questions
