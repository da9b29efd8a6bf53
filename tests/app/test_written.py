"""Semester reports, GAP and GBS as records."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, decide, edit, gender_analysis, meet, semester, written
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.domain.dates import PartialDate
from pug_desktop.domain.kinds import KINDS
from pug_desktop.domain.written import (
    GAP_STEPS,
    GBS_HEADINGS,
    SEMESTER_HEADINGS,
    WrittenPlace,
    filled,
    headings_of,
    semester_words,
    title_of,
)
from tests.app.received import office_scope
from tests.app.rivals import disagree


def held(ws: Workspace, title: str, year: int, month: int | None, **more: object) -> str:
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title=title, **more)
    meet.set_date(ws, made, PartialDate(year, month, 5 if month else None))
    return made


def test_every_heading_is_a_text_field_of_its_kind() -> None:
    by_kind = {"semester_report": SEMESTER_HEADINGS, "gbs": GBS_HEADINGS, "gap": sum(GAP_STEPS.values(), ())}
    for kind, headings in by_kind.items():
        for heading in headings:
            assert KINDS[kind].field(heading.field).type.value == "text"
            assert all((*heading.names, *heading.hints))


def test_the_models_have_nine_and_four_steps_and_a_report_six_headings() -> None:
    assert {model: len(steps) for model, steps in GAP_STEPS.items()} == {"sembilan": 9, "empat": 4}
    assert [each.field for each in SEMESTER_HEADINGS] == [
        *("programmes", "agencies", "targets", "budget", "problems", "efforts")
    ]


def test_an_analysis_of_an_unknown_model_hides_no_step() -> None:
    assert len(headings_of("gap", {"model": "dua_belas"})) == 9


def test_blank_text_is_no_filled_part() -> None:
    assert filled("gap", {"model": "empat", "step1": "isu", "step2": "  ", "step9": "tidak tampil"}) == (1, 4)


def test_a_record_without_words_has_no_title() -> None:
    assert title_of("gap", {"programme": None, "activity": " "}) == ""
    assert title_of("gap", {"programme": "A\nB", "activity": "C"}) == "A B – C"
    assert title_of("semester_report", {"semester": 2, "year": 2026}) == "Semester II 2026"
    assert semester_words(None) == "Semester ?"


def test_two_laptops_of_an_office_make_the_same_report(tmp_path: Path) -> None:
    made = []
    for name in ("satu", "dua"):
        ws = create_profile(tmp_path / name, role="opd", region_code="36.71", office_name="Dinas Kesehatan")
        made.append(semester.create_report(ws, 2026, 1))
        assert semester.create_report(ws, 2026, 2) != made[-1]
        ws.close()
    assert made[0] == made[1]


def test_a_report_that_is_there_is_opened_and_not_emptied(office: Workspace) -> None:
    made = semester.create_report(office, 2026, 1)
    edit.put(office, "semester_report", made, problems="dana")
    assert semester.create_report(office, 2026, 1) == made
    assert written.view(office, "semester_report", made).values["problems"] == "dana"


def test_there_is_no_third_half_year(office: Workspace) -> None:
    with pytest.raises(errors.WrongValue):
        semester.create_report(office, 2026, 3)


def test_the_half_years_start_with_the_present_one(tmp_path: Path) -> None:
    june = datetime(2026, 6, 15, 5, tzinfo=UTC)
    ws = create_profile(tmp_path, role="opd", region_code="36.71", office_name="Dinas", clock=lambda: june)
    assert semester.half_years(ws, 3) == ((2026, 1), (2025, 2), (2025, 1))
    ws.close()


def test_proposals_take_only_the_meetings_of_that_half_year(office: Workspace) -> None:
    held(office, "Rapat Mei", 2026, 5)
    held(office, "Rapat Juni", 2026, 6, organiser="Bappeda")
    held(office, "Rapat Juli", 2026, 7)
    held(office, "Rapat entah kapan", 2026, None)
    held(office, "Rapat tahun lalu", 2025, 6)
    told = semester.proposals(office, {"year": 2026, "semester": 1})
    assert told["programmes"].splitlines() == [
        "1. Rapat koordinasi Pokja PUG: Rapat Mei (Selasa, 5 Mei 2026)",
        "2. Rapat koordinasi Pokja PUG: Rapat Juni (Jumat, 5 Juni 2026)",
    ]
    assert told["agencies"] == "1. Bappeda"


def test_unknown_participants_are_said_to_be_unknown_and_never_none(office: Workspace) -> None:
    known, unknown = held(office, "Rapat A", 2026, 2), held(office, "Rapat B", 2026, 3)
    attend.add(office, known, name="Siti", sex="P", office_name="Dinas Sosial")
    attend.add(office, known, name="Budi", sex="L", office_name="dinas  sosial")
    told = semester.proposals(office, {"year": 2026, "semester": 1})
    assert told["targets"].splitlines() == [
        "1. Rapat A: 2 orang (laki-laki 1, perempuan 1)",
        "2. Rapat B: jumlah peserta tidak disebutkan",
    ]
    assert told["agencies"].casefold() == "1. dinas sosial"
    assert unknown


def effort(ws: Workspace, meeting: str, text: str, state: str = "proses") -> None:
    edit.put(ws, "follow_up", meet.add_follow_up(ws, meeting, text), state=state)


def test_efforts_begun_or_done_and_the_register_of_budgets_are_proposed(office: Workspace) -> None:
    meeting = held(office, "Rapat", 2026, 8)
    for text, state in (("Menyusun  SK", "selesai"), ("Nanti", "belum"), ("Batal", "batal"), ("Melatih", "proses")):
        effort(office, meeting, text, state)
    budget = {"year": 2026, "amount": 1500000, "base": 90000000, "base_name": "belanja langsung"}
    edit.create(office, "gender_budget", budget)
    edit.create(office, "gender_budget", {"year": 2025, "amount": 1})
    told = semester.proposals(office, {"year": 2026, "semester": 2})
    assert told["efforts"].splitlines() == ["1. Menyusun SK (Selesai)", "2. Melatih (Dalam proses)"]
    assert told["budget"] == "ARG 2026: Rp1.500.000 dari belanja langsung Rp90.000.000"


def test_a_proposal_overwrites_nothing_and_is_undone_in_one_step(office: Workspace) -> None:
    effort(office, held(office, "Rapat", 2026, 2), "Menyusun SK")
    report = semester.create_report(office, 2026, 1)
    edit.put(office, "semester_report", report, programmes="Tulisan saya")
    assert set(semester.propose(office, report)) == {"targets", "efforts"}
    assert written.view(office, "semester_report", report).values["programmes"] == "Tulisan saya"
    assert semester.propose(office, report) == ()
    edit.undo(office)
    values = written.view(office, "semester_report", report).values
    assert (values["programmes"], values["efforts"], values["targets"]) == ("Tulisan saya", None, None)


def test_a_long_list_says_how_many_are_left_out(office: Workspace) -> None:
    meeting = held(office, "Rapat", 2026, 2)
    for number in range(63):
        effort(office, meeting, f"tugas {number} " + "x" * 400)
    lines = semester.proposals(office, {"year": 2026, "semester": 1})["efforts"].splitlines()
    assert (len(lines), lines[-1]) == (61, "dan 3 lainnya")
    assert max(map(len, lines)) < 330


def test_what_stood_in_the_way_is_never_proposed(office: Workspace) -> None:
    held(office, "Rapat", 2026, 2)
    assert "problems" not in semester.proposals(office, {"year": 2026, "semester": 1})


def test_a_statement_takes_over_what_the_analysis_says(office: Workspace) -> None:
    gap = gender_analysis.create_gap(office, year=2025)
    steps = {f"step{number}": f"isi {number}" for number in range(1, 10)}
    edit.put(office, "gap", gap, programme="Kesehatan", activity="Kelas ibu", **steps | {"step4": None})
    made = written.view(office, "gbs", gender_analysis.create_gbs(office, gap)).values
    assert (made["programme"], made["activity"], made["year"], made["gap_id"]) == ("Kesehatan", "Kelas ibu", 2025, gap)
    assert (made["goal"], made["action"], made["outcome"], made["output"]) == ("isi 6", "isi 7", "isi 9", None)
    assert made["situation"] == (
        "Data pembuka wawasan: isi 2\nFaktor kesenjangan: isi 3\nSebab kesenjangan eksternal: isi 5"
    )


def test_a_statement_from_the_four_steps_takes_issue_causes_and_plan(office: Workspace) -> None:
    gap = gender_analysis.create_gap(office, "empat")
    edit.put(office, "gap", gap, step1="isu", step2="sebab", step3="rencana", step4="Dinas")
    made = written.view(office, "gbs", gender_analysis.create_gbs(office, gap)).values
    assert (made["situation"], made["action"]) == ("Isu gender: isu\nPenyebab kesenjangan: sebab", "rencana")


def test_a_statement_outlives_its_analysis(office: Workspace) -> None:
    gap = gender_analysis.create_gap(office)
    made = gender_analysis.create_gbs(office, gap)
    written.remove(office, "gap", gap)
    assert written.view(office, "gbs", made).id == made
    with pytest.raises(errors.NoSuchRecord):
        gender_analysis.create_gbs(office, gap)


def test_an_unknown_model_is_refused(office: Workspace) -> None:
    with pytest.raises(errors.UnknownName):
        gender_analysis.create_gap(office, "sepuluh")


def test_a_province_reads_analyses_and_writes_none(tmp_path: Path) -> None:
    ws = create_profile(tmp_path, role="provinsi", region_code="36", office_name="DP3AKKB")
    theirs = edit.create(ws, "gap", {"model": "empat", "programme": "A"}, scope="36.71")
    assert not written.may_write(ws, "gap")
    assert written.may_write(ws, "semester_report")
    row = written.rows(ws, "gap")[0]
    assert (row.mine, row.origin, row.total) == (False, "Kota Tangerang", 4)
    assert not written.view(ws, "gap", theirs).mine
    with pytest.raises(errors.WrongRole):
        gender_analysis.create_gap(ws)
    with pytest.raises(errors.WrongRole):
        gender_analysis.create_gbs(ws, theirs)
    ws.close()


def test_the_list_is_newest_first_and_counts_what_is_filled(regency: Workspace) -> None:
    for year, name in ((2024, "B"), (2026, "A"), (2026, "C")):
        gap = gender_analysis.create_gap(regency, year=year)
        edit.put(regency, "gap", gap, programme=name, step1="x")
    edit.create(regency, "gap", {"model": "sembilan", "programme": "luar"}, scope="36.72")
    rows = written.rows(regency, "gap")
    assert [(row.year, row.title, row.filled) for row in rows] == [(2026, "A", 1), (2026, "C", 1), (2024, "B", 1)]
    assert [row.title for row in written.rows(regency, "gap", year=2024)] == ["B"]


def test_a_removed_record_is_gone_and_comes_back(office: Workspace) -> None:
    gap = gender_analysis.create_gap(office)
    written.remove(office, "gap", gap)
    assert written.rows(office, "gap") == ()
    with pytest.raises(errors.NoSuchRecord):
        written.view(office, "gap", gap)
    edit.undo(office)
    assert written.view(office, "gap", gap).mine


def test_two_values_are_listed_under_the_name_of_the_record_and_lead_to_its_page(office: Workspace) -> None:
    made = gender_analysis.create_gap(office)
    edit.put(office, "gap", made, programme="Kesehatan", step2="data")
    disagree(office, "gap", made, lambda: edit.put(office, "gap", made, step2="data kami"), step2="data lain")
    (found,) = decide.conflicts(office)
    assert (found.title, found.field) == ("GAP: Kesehatan", "langkah 2")
    assert (found.page, found.target) == ("report", WrittenPlace("gap", made))
    assert written.view(office, "gap", made).conflicts == {"step2"}
    assert [row.conflict for row in written.rows(office, "gap")] == [True]


@pytest.mark.parametrize("asked", ["ID", "", "a" * 32, "'; --"])
def test_a_record_that_there_is_not_is_refused_by_name(office: Workspace, asked: str) -> None:
    with pytest.raises(errors.NoSuchRecord):
        written.view(office, "gbs", asked)


def test_what_another_office_wrote_is_neither_removed_nor_filled_in(regency: Workspace) -> None:
    scope = office_scope("Dinas Kesehatan")
    gap = edit.create(regency, "gap", {"programme": "Posyandu"}, scope=scope)
    report = edit.create(regency, "semester_report", {"year": 2026, "semester": 1}, scope=scope)
    with pytest.raises(errors.WrongRole):
        written.remove(regency, "gap", gap)
    with pytest.raises(errors.WrongRole):
        semester.propose(regency, report)
    assert edit.get(regency, "gap", gap) is not None
