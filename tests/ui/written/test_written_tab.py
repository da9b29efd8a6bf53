"""Semester reports, GAP and GBS are written, printed and taken out on tabs of the page Laporan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pug_desktop.app import edit, evidence, gender_analysis, meet, semester, written
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import PartialDate
from pug_desktop.domain.written import WrittenPlace
from pug_desktop.ui.form_view.inputs import LongTextInput, NumberInput, TextInput
from pug_desktop.ui.report.page import ReportPage
from pug_desktop.ui.report.paths import made_papers
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.written.editor import WrittenEditor
from pug_desktop.ui.written.tab import WrittenTab
from tests.app.rivals import disagree
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened
from tests.ui.world import open_copy


@pytest.fixture(scope="module")
def empty_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: keys and tables take a moment."""
    made = make(tmp_path_factory.mktemp("profile") / "opd")
    made.close()
    return made.folder


@pytest.fixture
def workspace(empty_profile: Path, tmp_path: Path) -> Iterator[Workspace]:
    made = open_copy(empty_profile, tmp_path / "opd")
    with opened(made):
        yield made


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


def page_of(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> ReportPage:
    made = ReportPage(workspace, ask, NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.refresh()
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> ReportPage:
    return page_of(qtbot, workspace, ask)


def shown_tab(page: ReportPage, kind: str) -> WrittenTab:
    page.tabs.setCurrentWidget(page.written[kind])
    return page.written[kind]


def editor_of(tab: WrittenTab) -> WrittenEditor:
    assert tab.editor is not None
    return tab.editor


def type_into(editor: WrittenEditor, field: str, text: str) -> None:
    widget = editor.inputs[field]
    assert isinstance(widget, LongTextInput | TextInput)
    widget.setFocus()
    QTest.keyClicks(widget, text)
    flush_all(editor)


def test_an_empty_tab_says_what_to_do_and_its_button_makes_the_first_report(
    page: ReportPage, workspace: Workspace, ask: FakeAsk
) -> None:
    tab = shown_tab(page, "semester_report")
    assert tab.list.empty.isVisible()
    assert not tab.list.add.isVisible()
    ask.answers.append(1)
    tab.list.empty.button.click()
    rows = written.rows(workspace, "semester_report")
    assert [(row.year, row.title) for row in rows] == [semester_row(workspace, 1)]
    assert editor_of(tab).isVisible()
    assert editor_of(tab).title.text() == rows[0].title


def semester_row(workspace: Workspace, number: int) -> tuple[int, str]:
    year, half = semester.half_years(workspace)[number]
    return year, f"Semester {'I' * half} {year}"


def test_each_of_the_six_parts_is_kept_when_it_is_left(page: ReportPage, workspace: Workspace) -> None:
    made = semester.create_report(workspace, 2026, 1)
    tab = shown_tab(page, "semester_report")
    tab.open(made)
    fields = ("programmes", "agencies", "targets", "budget", "problems", "efforts")
    for field in fields:
        type_into(editor_of(tab), field, f"isi {field}")
    values = written.view(workspace, "semester_report", made).values
    assert [values[field] for field in fields] == [f"isi {field}" for field in fields]


def test_saving_is_told_and_can_be_undone(qtbot: QtBot, page: ReportPage, workspace: Workspace) -> None:
    tab = shown_tab(page, "gap")
    tab.open(gender_analysis.create_gap(workspace))
    with qtbot.waitSignal(page.saved):
        type_into(editor_of(tab), "programme", "Kesehatan")
    assert editor_of(tab).title.text() == "Kesehatan"
    edit.undo(workspace)
    page.refresh()
    assert editor_of(tab).title.text() == "Belum diberi nama"


def test_a_model_is_chosen_once_and_shows_its_own_steps(page: ReportPage, workspace: Workspace, ask: FakeAsk) -> None:
    tab = shown_tab(page, "gap")
    for answer, steps in ((0, 9), (1, 4)):
        ask.answers.append(answer)
        tab.presenter.close()
        (tab.list.add if tab.list.add.isVisible() else tab.list.empty.button).click()
        assert sum(name.startswith("step") for name in editor_of(tab).inputs) == steps
    assert {row.total for row in written.rows(workspace, "gap")} == {9, 4}


def test_going_from_one_model_to_the_other_mixes_no_texts(page: ReportPage, workspace: Workspace) -> None:
    nine, four = (gender_analysis.create_gap(workspace, model) for model in ("sembilan", "empat"))
    tab = shown_tab(page, "gap")
    tab.open(nine)
    type_into(editor_of(tab), "step2", "data")
    tab.open(four)
    type_into(editor_of(tab), "step2", "sebab")
    assert written.view(workspace, "gap", nine).values["step2"] == "data"
    assert written.view(workspace, "gap", four).values["step2"] == "sebab"


def test_what_waits_is_kept_when_the_person_goes_back_to_the_list(page: ReportPage, workspace: Workspace) -> None:
    tab = shown_tab(page, "gap")
    made = gender_analysis.create_gap(workspace)
    tab.open(made)
    widget = editor_of(tab).inputs["step1"]
    QTest.keyClicks(widget, "tujuan")
    editor_of(tab).back.click()
    assert tab.list.isVisible()
    assert written.view(workspace, "gap", made).values["step1"] == "tujuan"


def test_another_tab_keeps_what_was_typed_on_this_one(page: ReportPage, workspace: Workspace) -> None:
    made = gender_analysis.create_gap(workspace)
    tab = shown_tab(page, "gap")
    tab.open(made)
    QTest.keyClicks(editor_of(tab).inputs["step9"], "ukuran")
    page.tabs.setCurrentIndex(0)
    assert written.view(workspace, "gap", made).values["step9"] == "ukuran"


def test_a_wrong_year_is_not_kept(page: ReportPage, workspace: Workspace) -> None:
    made = gender_analysis.create_gap(workspace, year=2025)
    tab = shown_tab(page, "gap")
    tab.open(made)
    year = editor_of(tab).inputs["year"]
    assert isinstance(year, NumberInput)
    year.selectAll()
    QTest.keyClicks(year, "20266")
    flush_all(tab)
    assert written.view(workspace, "gap", made).values["year"] == 2025


def test_proposals_fill_the_report_and_nothing_is_said_to_be_done_twice(
    page: ReportPage, workspace: Workspace, ask: FakeAsk
) -> None:
    meeting = meet.create_meeting(workspace)
    edit.put(workspace, "meeting", meeting, title="Rakor")
    meet.set_date(workspace, meeting, PartialDate(2026, 3, 2))
    tab = shown_tab(page, "semester_report")
    tab.open(semester.create_report(workspace, 2026, 1))
    editor_of(tab).help.click()
    shown = editor_of(tab).inputs["programmes"]
    assert isinstance(shown, LongTextInput)
    assert "Rakor" in shown.toPlainText()
    assert ask.informed == []
    editor_of(tab).help.click()
    assert [title for title, _ in ask.informed] == ["Tidak ada yang diisikan"]


def test_a_statement_is_written_from_the_open_analysis(page: ReportPage, workspace: Workspace) -> None:
    gap = gender_analysis.create_gap(workspace)
    tab = shown_tab(page, "gap")
    tab.open(gap)
    type_into(editor_of(tab), "programme", "Kesehatan")
    editor_of(tab).help.click()
    assert page.tabs.currentWidget() is page.written["gbs"]
    assert editor_of(page.written["gbs"]).title.text() == "Kesehatan"
    assert written.rows(workspace, "gbs")[0].title == "Kesehatan"


def test_a_new_statement_asks_for_its_analysis_only_when_there_is_one(
    page: ReportPage, workspace: Workspace, ask: FakeAsk
) -> None:
    tab = shown_tab(page, "gbs")
    tab.list.empty.button.click()
    assert ask.asked == []
    edit.put(workspace, "gap", gender_analysis.create_gap(workspace), programme="Kesehatan")
    tab.presenter.close()
    ask.answers += [0, 1, None]
    for _ in range(3):
        tab.list.add.click()
        tab.presenter.close()
    assert sorted(row.title for row in written.rows(workspace, "gbs")) == ["", "", "Kesehatan"]


@pytest.mark.parametrize("kind", ["semester_report", "gap", "gbs"])
def test_the_open_record_becomes_a_paper_and_a_workbook(page: ReportPage, workspace: Workspace, kind: str) -> None:
    values = {"year": 2026, "semester": 2} if kind == "semester_report" else {"year": 2026, "programme": "Kelas ibu"}
    made = edit.create(workspace, kind, values)
    tab = shown_tab(page, kind)
    tab.open(made)
    editor_of(tab).pdf.click()
    editor_of(tab).excel.click()
    assert editor_of(tab).done.isVisible()
    names = sorted(paper.path.name for paper in made_papers(workspace.folder / "cetak"))
    ending = "semester-2" if kind == "semester_report" else "kelas-ibu"
    name = {"semester_report": "laporan-semester"}.get(kind, kind)
    assert names == [f"{name}_2026_{ending}.pdf", f"{name}_2026_{ending}.xlsx"]
    assert page._made_model.rowCount() == 2


def test_a_removed_record_can_be_brought_back(qtbot: QtBot, page: ReportPage, workspace: Workspace) -> None:
    tab = shown_tab(page, "gap")
    tab.open(gender_analysis.create_gap(workspace))
    with qtbot.waitSignal(page.removed):
        editor_of(tab).remove.click()
    assert tab.list.empty.isVisible()
    edit.undo(workspace)
    page.refresh()
    assert tab.list.table.isVisible()


def test_an_undone_creation_leads_back_to_the_list_without_a_word(
    page: ReportPage, workspace: Workspace, ask: FakeAsk
) -> None:
    tab = shown_tab(page, "gap")
    tab.open(gender_analysis.create_gap(workspace))
    edit.undo(workspace)
    page.refresh()
    assert tab.list.isVisible()
    assert ask.told == []


def test_a_record_that_is_gone_is_told(page: ReportPage, workspace: Workspace, ask: FakeAsk) -> None:
    made = gender_analysis.create_gap(workspace)
    edit.undo(workspace)
    shown_tab(page, "gap").open(made)
    assert [type(error).__name__ for error in ask.told] == ["NoSuchRecord"]


def test_a_province_reads_what_a_city_wrote(qtbot: QtBot, tmp_path: Path, ask: FakeAsk) -> None:
    province = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    with opened(province):
        page = page_of(qtbot, province, ask)
        tab = shown_tab(page, "gap")
        made = edit.create(province, "gap", {"model": "empat", "programme": "A", "step1": "isu"}, scope="36.71")
        page.refresh()
        assert not tab.list.add.isVisible()
        tab.open(made)
        step = editor_of(tab).inputs["step1"]
        assert isinstance(step, LongTextInput)
        assert step.isReadOnly()
        assert step.toPlainText() == "isu"
        assert editor_of(tab).band.isVisible()
        assert not editor_of(tab).remove.isVisible()
        assert not editor_of(tab).help.isVisible()
        assert not editor_of(tab).proofs.drop.isVisible()


def test_a_signed_copy_is_kept_with_its_record_and_taken_off_again(
    page: ReportPage, workspace: Workspace, ask: FakeAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    signed = tmp_path / "laporan-bertanda-tangan.txt"
    signed.write_text("ditandatangani", encoding="utf-8")
    made = semester.create_report(workspace, 2026, 1)
    tab = shown_tab(page, "semester_report")
    tab.open(made)
    ask.answers.append((signed,))
    editor_of(tab).proofs.drop.choose_wanted.emit()
    rows = evidence.of(workspace, "semester_report", made)
    assert [row.file_name for row in rows] == [signed.name]
    assert list(editor_of(tab).proofs.list.lines) == [rows[0].id]
    with qtbot.waitSignal(page.removed):
        editor_of(tab).proofs.remove_wanted.emit(rows[0].id)
    assert editor_of(tab).proofs.list.lines == {}


def test_another_record_shows_its_own_files(page: ReportPage, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    first, second = (gender_analysis.create_gap(workspace) for _ in range(2))
    evidence.attach(workspace, "gap", first, tmp_path / "a.txt")
    tab = shown_tab(page, "gap")
    tab.open(first)
    assert len(editor_of(tab).proofs.list.lines) == 1
    tab.open(second)
    assert len(editor_of(tab).proofs.list.lines) == 0


def test_tab_goes_through_the_fields_as_they_are_read(page: ReportPage, workspace: Workspace) -> None:
    tab = shown_tab(page, "gbs")
    tab.open(gender_analysis.create_gbs(workspace))
    page.activateWindow()
    passed = []
    for _ in range(14):
        focus = page.focusWidget()
        passed += [name for name, each in editor_of(tab).inputs.items() if each is focus]
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert passed == [
        *("programme", "activity", "year", "budget", "signer", "signer_position"),
        *("goal", "situation", "action", "output", "outcome"),
    ]


def test_the_page_opens_at_a_record_to_write_on(page: ReportPage, workspace: Workspace) -> None:
    made = gender_analysis.create_gap(workspace)
    page.open(WrittenPlace("gap", made))
    assert page.tabs.currentWidget() is page.written["gap"]
    assert page.written["gap"].presenter.view is not None
    page.open("notulen")
    assert page.tabs.currentIndex() == 0


def test_every_part_fits_a_small_window(page: ReportPage, workspace: Workspace) -> None:
    for kind in ("semester_report", "gap", "gbs"):
        tab = shown_tab(page, kind)
        tab.open(edit.create(workspace, kind, {"year": 2026}))
        page.resize(900, 500)
        for each in editor_of(tab).inputs.values():
            assert each.width() > 60
            assert each.mapTo(page, each.rect().topRight()).x() <= page.width()


def test_a_part_with_two_values_is_named_and_leads_to_the_decision(
    qtbot: QtBot, page: ReportPage, workspace: Workspace
) -> None:
    made = gender_analysis.create_gap(workspace)
    disagree(workspace, "gap", made, lambda: edit.put(workspace, "gap", made, step2="kami"), step2="mereka")
    tab = shown_tab(page, "gap")
    tab.open(made)
    assert editor_of(tab).band.isVisible()
    assert "Data pembuka wawasan" in editor_of(tab)._band_words.text()
    with qtbot.waitSignal(page.go_to) as told:
        editor_of(tab)._decide.click()
    assert told.args == ["decide", ("gap", made)]


def test_an_empty_tab_of_a_province_says_where_analyses_come_from(qtbot: QtBot, tmp_path: Path, ask: FakeAsk) -> None:
    province = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    with opened(province):
        page = page_of(qtbot, province, ask)
        tab = shown_tab(page, "gap")
        words = " ".join(each.text() for each in tab.list.empty.findChildren(QLabel))
        assert "kirimannya diterima" in words
        assert not tab.list.empty.findChildren(QPushButton)
        assert not tab.list.add.isVisible()
