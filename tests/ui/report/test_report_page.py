"""The page Laporan makes real papers of a real profile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pug_desktop.app import edit, gender_analysis, meet, offices
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.report import done_band
from pug_desktop.ui.report.page import ReportPage
from pug_desktop.ui.report.paper_row import PaperRow
from pug_desktop.ui.report.paths import MAX_NAME, made_papers, paper_file, plain_name
from pug_desktop.ui.report.presenter import Subject, Wanted
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    with opened(made):
        yield made


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> ReportPage:
    made = ReportPage(workspace, ask, NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def row_of(page: ReportPage, name: str) -> PaperRow:
    return next(each for each in page.rows if each.paper.name == name and not each.paper.blank)


def press(page: ReportPage, name: str, suffix: str = ".pdf", *, blank: bool = False) -> None:
    row = next(each for each in page.rows if each.paper.name == name and each.paper.blank == blank)
    row.buttons[suffix].click()


def test_without_a_meeting_its_papers_wait_and_the_page_leads_on(qtbot: QtBot, page: ReportPage) -> None:
    assert not page._meeting_rows[0].isEnabled()
    with qtbot.waitSignal(page.go_to) as told:
        page._no_meeting.click()
    assert told.args == ["meeting", None]


def test_minutes_of_the_chosen_meeting_lie_in_the_folder(page: ReportPage, workspace: Workspace) -> None:
    meeting = meet.create_meeting(workspace)
    edit.put(workspace, "meeting", meeting, title="Rakor Awal", year=2022, month=6, day=30)
    page.refresh()
    page.open(meeting)
    press(page, "notulen")
    made = made_papers(workspace.folder / "cetak")
    assert [paper.path.name for paper in made] == ["notulen_2022-06-30_rakor-awal.pdf"]
    assert page._done.isVisible()
    assert page._made_model.rowCount() == 1


def test_the_list_is_made_as_a_workbook_too(page: ReportPage, workspace: Workspace) -> None:
    meet.create_meeting(workspace)
    page.refresh()
    press(page, "daftar-hadir", ".xlsx")
    assert made_papers(workspace.folder / "cetak")[0].path.suffix == ".xlsx"


def test_a_recap_of_the_year_is_made(page: ReportPage, workspace: Workspace) -> None:
    press(page, "rekap-kabkota")
    assert "rekap-kabkota_" in made_papers(workspace.folder / "cetak")[0].path.name


def test_the_year_of_an_analysis_that_is_still_to_come_can_be_printed(page: ReportPage, workspace: Workspace) -> None:
    coming = workspace.clock().year + 1
    gender_analysis.create_gap(workspace, year=coming)
    page.refresh()
    assert page.year.itemData(0) == coming
    assert page.year.currentData() != coming
    page.year.setCurrentIndex(0)
    press(page, "gap", ".xlsx")
    assert f"gap_{coming}" in made_papers(workspace.folder / "cetak")[0].path.name


def test_the_page_starts_with_the_present_year(qtbot: QtBot, workspace: Workspace) -> None:
    gender_analysis.create_gap(workspace, year=workspace.clock().year + 1)
    made = ReportPage(workspace, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.refresh()
    assert made.year.currentData() == workspace.clock().year


def test_papers_go_to_another_folder_when_told(page: ReportPage, ask: FakeAsk, tmp_path: Path) -> None:
    there = tmp_path / "Laporan 2026"
    there.mkdir()
    ask.answers.append(there)
    page._move.click()
    press(page, "prasyarat")
    assert [path.suffix for path in there.iterdir()] == [".pdf"]


def test_a_made_paper_is_opened(page: ReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_paths: list[Path] = []
    monkeypatch.setattr(done_band, "open_outside", opened_paths.append)
    press(page, "prasyarat")
    assert opened_paths == []
    page._done.view.click()
    page._done.folder.click()
    assert [path.suffix for path in opened_paths] == [".pdf", ""]


def test_a_paper_that_no_program_can_open_is_said_to_lie_in_the_folder(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(done_band, "open_outside", _no_program)
    press(page, "prasyarat")
    page._done.view.click()
    assert "Tidak ada program" in page._done.words.text()


def _no_program(_path: Path) -> bool:
    return False


def test_the_page_opens_at_the_paper_that_is_wanted(qtbot: QtBot, page: ReportPage, workspace: Workspace) -> None:
    meetings = [meet.create_meeting(workspace) for _ in range(2)]
    for number, each in enumerate(meetings):
        edit.put(workspace, "meeting", each, title=f"Rapat {number}", year=2022 + number)
    page.refresh()
    for name in ("prasyarat", "notulen"):
        page.open(name)
        qtbot.waitUntil(lambda name=name: page.focusWidget() is row_of(page, name).buttons[".pdf"])  # type: ignore[misc]
    page.open(Wanted("notulen", meeting_id=meetings[0]))
    assert page.meeting.currentData().id == meetings[0]
    page.open(meetings[1])
    assert page.meeting.currentData().id == meetings[1]


def test_the_page_opens_at_the_year_and_the_office_that_are_wanted(page: ReportPage, workspace: Workspace) -> None:
    health = offices.add_office(workspace, "Dinas Kesehatan")
    edit.put(workspace, "meeting", meet.create_meeting(workspace), year=2022)
    page.refresh()
    page.open(Wanted("prasyarat", year=2022, subject=Subject("Dinas Kesehatan", office_id=health)))
    assert page.year.currentData() == 2022
    assert page.subject.currentData().office_id == health


def test_the_row_of_the_list_says_in_which_file_the_nip_is_masked(page: ReportPage) -> None:
    words = " ".join(each.text() for each in row_of(page, "daftar-hadir").findChildren(QLabel))
    assert "PDF menyamarkan NIP; Excel memuatnya penuh" in words


def test_a_province_has_no_nip_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    province = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    with opened(province):
        made = ReportPage(province, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        words = " ".join(each.text() for each in row_of(made, "daftar-hadir").findChildren(QLabel))
        assert "tanpa NIP" in words


def test_with_a_meeting_of_any_year_nothing_says_that_there_is_none(page: ReportPage, workspace: Workspace) -> None:
    edit.put(workspace, "meeting", meet.create_meeting(workspace), title="Rakor 2019", year=2019)
    page.refresh()
    shown = [each.text() for each in page.findChildren(QLabel) + page.findChildren(QPushButton) if each.isVisible()]
    assert "Rakor 2019" in page.meeting.currentText()
    assert not [text for text in (*shown, page.meeting.placeholderText()) if "Belum ada rapat" in text]


def test_an_office_has_no_recap(qtbot: QtBot, tmp_path: Path) -> None:
    office = make(tmp_path / "opd")
    with opened(office):
        made = ReportPage(office, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        names = {row.paper.name for row in made.rows}
        assert {"daftar-hadir", "notulen", "prasyarat", "laporan-semester", "gap", "gbs"} <= names
        assert not [name for name in names if name.startswith("rekap")]


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert plain_name("Rapat: Koordinasi / Awal “PUG”?") == "rapat-koordinasi-awal-pug"
    assert len(plain_name("panjang " * 40)) <= MAX_NAME


def test_a_part_of_a_date_is_a_part_of_the_name(tmp_path: Path) -> None:
    assert paper_file(tmp_path, "notulen", {"year": 2019}, suffix=".pdf").name == "notulen_2019.pdf"
