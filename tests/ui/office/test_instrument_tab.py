"""A province takes its questionnaire to Excel, has it checked, and issues the next version."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from pug_desktop.app import instruments
from pug_desktop.app.instrument_workbook import write_form
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import InstrumentRefused, WorkbookRefused
from pug_desktop.forms.load import load_form
from pug_desktop.ui.office.instrument_tab import InstrumentTab
from pug_desktop.ui.office.page import OfficePage
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, make_three, opened


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Workspace]:
    three = make_three(tmp_path)
    with opened(*three):
        yield three[0]


def tab_of(qtbot: QtBot, workspace: Workspace, *answers: object) -> tuple[OfficePage, InstrumentTab, FakeAsk]:
    ask = FakeAsk(answers)
    page = OfficePage(workspace, ask, NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1100, 680)
    page.refresh()
    page.open("instruments")
    page.show()
    assert page.instruments is not None
    assert page.tabs.currentWidget() is page.instruments
    return page, page.instruments, ask


def workbook(path: Path, version: int, **cells: object) -> Path:
    write_form(load_form("prasyarat-opd"), path)
    book = openpyxl.load_workbook(path)
    book["settings"]["C2"] = version
    for cell, value in cells.items():
        book["survey"][cell] = value
    book.save(path)
    return path


def shown(tab: InstrumentTab) -> list[tuple[object, ...]]:
    model = tab.known
    return [
        tuple(model.data(model.index(row, column)) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_only_a_province_has_the_tab(qtbot: QtBot, tmp_path: Path) -> None:
    city = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB")
    with opened(city):
        page = OfficePage(city, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
        qtbot.addWidget(page)

        assert page.instruments is None


def test_the_forms_in_use_are_listed_newest_first(qtbot: QtBot, province: Workspace) -> None:
    _page, tab, _ask = tab_of(qtbot, province)
    newest = load_form("prasyarat-opd")
    rows = shown(tab)

    assert rows[0] == (newest.title.id, str(newest.version), "bawaan program", "dipakai untuk lembar baru")
    assert rows[1][3] == "hanya untuk lembar yang sudah ada"
    assert not tab.publish.isEnabled()


def test_the_present_version_is_saved_as_a_workbook_and_the_next_step_is_told(
    qtbot: QtBot, province: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "opd.xlsx"
    _page, tab, ask = tab_of(qtbot, province, 0, out)
    tab.save.click()
    version = load_form("prasyarat-opd").version

    assert openpyxl.load_workbook(out).sheetnames[:4] == ["survey", "choices", "settings", "petunjuk"]
    assert f"menjadi {version + 1}" in ask.informed[0][1]


def test_mistakes_are_listed_with_their_cells_and_nothing_can_be_issued(
    qtbot: QtBot, province: Workspace, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "opd.xlsx", 9, A5="integre", G6="")
    _page, tab, _ask = tab_of(qtbot, province, path)
    tab.check.click()

    assert "kesalahan" in tab.verdict.text()
    assert tab.findings_table.isVisible()
    model = tab.findings
    assert [model.data(model.index(0, column)) for column in range(3)] == ["survey", "5", "A (type)"]
    assert not tab.publish.isEnabled()


def test_a_form_without_mistakes_is_issued_once_it_was_confirmed(
    qtbot: QtBot, province: Workspace, tmp_path: Path
) -> None:
    version = load_form("prasyarat-opd").version + 1
    path = workbook(tmp_path / "opd.xlsx", version)
    _page, tab, _ask = tab_of(qtbot, province, path, False, True)
    tab.check.click()
    assert tab.publish.isEnabled()
    tab.publish.click()
    assert instruments.listed(province) == ()

    with qtbot.waitSignal(tab.issued):
        tab.publish.click()
    assert [each.version for each in instruments.listed(province)] == [version]
    assert not tab.publish.isEnabled()
    assert str(version) in tab.verdict.text()
    assert shown(tab)[0][1:] == (str(version), shown(tab)[0][2], "dipakai untuk lembar baru")
    assert shown(tab)[0][2] != "bawaan program"


def test_a_version_that_is_there_already_and_a_broken_file_are_told(
    qtbot: QtBot, province: Workspace, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04 bukan apa-apa")
    _page, tab, ask = tab_of(qtbot, province, workbook(tmp_path / "opd.xlsx", 1), broken)
    tab.check.click()
    tab.check.click()

    assert [type(each) for each in ask.told] == [InstrumentRefused, WorkbookRefused]
    assert not tab.publish.isEnabled()


def test_everything_in_the_tab_is_reached_by_keyboard_and_has_a_name(qtbot: QtBot, province: Workspace) -> None:
    _page, tab, _ask = tab_of(qtbot, province)

    for each in (tab.save, tab.check, tab.publish, tab.known_table, tab.findings_table):
        assert each.accessibleName()
        assert each.focusPolicy()
    assert "&" not in tab.save.accessibleName()


def test_the_chosen_mistake_is_told_in_full(qtbot: QtBot, province: Workspace, tmp_path: Path) -> None:
    _page, tab, _ask = tab_of(qtbot, province, workbook(tmp_path / "opd.xlsx", 9, A5="integre"))
    tab.check.click()
    tab.findings_table.selectRow(0)

    told = 'lembar survey, baris 5, kolom A (type): jenis "integre" tidak dapat dipakai; maksudnya "integer"?'
    assert tab.advice.text() == told
