"""The list of days off in the settings: national ones, those of the office, taken away and brought back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pug_desktop.app import days_off, edit
from pug_desktop.app.days_off import DayRow
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.ui.settings.page import SettingsPage
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import opened


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(
        tmp_path / "opd",
        role="opd",
        region_code="12.71",
        office_name="Dinas P3APM",
        clock=lambda: datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
    )
    with opened(made):
        yield made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> SettingsPage:
    made = SettingsPage(workspace, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.refresh()
    made.show()
    made.open("hari-libur")
    return made


def rows(page: SettingsPage) -> list[DayRow]:
    model = page.days_off._rows
    return [model.row(number) for number in range(model.rowCount())]  # type: ignore[misc]


def test_the_national_holidays_of_this_year_are_there(page: SettingsPage) -> None:
    assert "Hari Raya Natal" in [row.name for row in rows(page)]
    page.days_off.table.selectRow(0)
    assert not page.days_off.remove.isEnabled()


def test_joint_leave_is_added_and_taken_out_again(qtbot: QtBot, page: SettingsPage, workspace: Workspace) -> None:
    view = page.days_off
    view.add.click()
    assert view.problem.text()
    view.day.set_value("2026-12-24")
    view.name.set_value("Cuti bersama Natal")
    view.add.click()
    assert view.problem.text() == ""
    place = next(number for number, row in enumerate(rows(page)) if row.day_on == "2026-12-24")
    assert days_off.off_day(workspace, "2026-12-24") is not None
    view.table.selectRow(place)
    with qtbot.waitSignal(page.removed) as told:
        view.remove.click()
    assert told.args == ["Hari “Kamis, 24 Desember 2026” dihapus dari daftar kantor."]
    assert days_off.off_day(workspace, "2026-12-24") is None
    edit.undo(workspace)
    page.refresh()
    assert "2026-12-24" in [row.day_on for row in rows(page)]


def test_an_office_that_works_on_a_holiday_says_so(page: SettingsPage, workspace: Workspace) -> None:
    view = page.days_off
    view.day.set_value("2027-08-17")
    view.working.setChecked(True)
    view.add.click()
    assert view.year.currentData() == 2027
    assert days_off.off_day(workspace, "2027-08-17") is None
    (row,) = [each for each in rows(page) if each.day_on == "2027-08-17"]
    assert row.working


def test_the_way_back_leads_to_the_settings(page: SettingsPage) -> None:
    page.days_off.back.click()
    assert page.open_days_off.hasFocus()
