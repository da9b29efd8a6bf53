"""The page "Kelengkapan", over real profiles, with the keyboard."""

import pytest
from PySide6.QtCore import Qt

from pug_desktop.app import edit, fill, offices, overview
from pug_desktop.app.sheets import OFFICE_FORM, REGENCY_FORM, answer_id, checklist_id
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.ui.checklist.presenter import Place
from pug_desktop.ui.overview.page import BELOW, OverviewPage
from pug_desktop.ui.report.presenter import Subject, Wanted
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened


def received(ws, region, year, office=None):
    """A sheet of a kabupaten/kota, or of its office, as a bundle brought it."""
    name = OFFICE_FORM if office else REGENCY_FORM
    form = Shelf().newest(name)
    scope = scopes.of_office(region, office) if office else region
    made = checklist_id(name, region, year, office)
    values = {"form": name, "form_version": form.version, "form_sha256": form.sha256, "year": year}
    edit.create(ws, "checklist", {**values, "office_id": office, "region_code": region}, id=made, scope=scope)
    item = next(iter(form.questions)).name
    values = {"checklist_id": made, "item": item, "status": "belum_ada"}
    edit.create(ws, "answer", values, id=answer_id(made, item), scope=scope)


@pytest.fixture
def province(tmp_path):
    ws = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    with opened(ws):
        year = ws.clock().year
        for region in ("36.71", "36.72"):
            office = offices.add_office(ws, "Dinas Sosial", region_code=region)
            received(ws, region, year - 1, office)
        received(ws, "36.71", year - 1)
        received(ws, "36.71", year - 2)
        yield ws


def shown(qtbot, ws):
    page = OverviewPage(ws, FakeAsk(), NowJobs(), None)
    qtbot.addWidget(page)
    page.resize(1150, 650)
    page.show()
    page.refresh()
    return page


def test_a_province_sees_its_regencies_beside_each_other_in_the_last_year_with_a_sheet(qtbot, province):
    page = shown(qtbot, province)
    assert page.year.value() == str(province.clock().year - 1)
    rows = page.presenter.shown.found.rows
    assert [row.key for row in rows if row.started] == ["36.71", "36.72"]
    assert page._summary.text().startswith("2 dari 8 kabupaten/kota mempunyai data")
    assert not page.map._pixmap.isNull()


def test_the_keyboard_goes_from_cell_to_cell_and_enter_opens_the_sheet(qtbot, province):
    page = shown(qtbot, province)
    page.map.setFocus()
    number = [row.key for row in page.presenter.shown.found.rows].index("36.71")
    for _ in range(number):
        qtbot.keyClick(page.map, Qt.Key.Key_Down)
    qtbot.keyClick(page.map, Qt.Key.Key_Right)
    assert page.map.cursor_cell == (number, 1)
    assert "Kota Tangerang · P2" in page._says.text()
    assert page.map.accessibleDescription() == page._says.text()
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(page.map, Qt.Key.Key_Return)
    assert told.args == ["checklist", Place(province.clock().year - 1, "P2", "36.71")]
    qtbot.keyClick(page.map, Qt.Key.Key_End)
    assert page.map.cursor_cell[0] == len(page.presenter.shown.found.rows) - 1


def test_a_row_of_which_nothing_came_says_so_and_leads_nowhere(qtbot, province):
    page = shown(qtbot, province)
    page.map.move_to(0, 0)
    assert page._says.text().endswith("belum ada data.")
    assert not page.open_sheet.isEnabled()
    assert not page.open_below.isEnabled()


def test_a_click_puts_the_cursor_where_the_mouse_is(qtbot, province):
    page = shown(qtbot, province)
    page.map.move_to(3, 4)
    middle = page.map.cell_box().center().toPoint()
    page.map.move_to(0, 0)
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=middle)
    assert page.map.cursor_cell == (3, 4)


def test_from_a_regency_one_goes_on_to_its_offices_and_to_their_recap(qtbot, province):
    page = shown(qtbot, province)
    rows = [row.key for row in page.presenter.shown.found.rows]
    page.map.move_to(rows.index("36.72"), 0)
    page.open_below.click()
    assert [row.name for row in page.presenter.shown.found.rows] == ["Dinas Sosial"]
    assert page.region.value() == "36.72"
    assert not page.which.isVisible()
    year = province.clock().year - 1
    with qtbot.waitSignal(page.go_to) as told:
        page.paper.click()
    assert told.args == ["report", Wanted("rekap-kabkota", year=year, subject=Subject("Kota Cilegon", None, "36.72"))]


def test_the_offices_sheets_of_each_regency_can_stand_in_the_cells(qtbot, province):
    page = shown(qtbot, province)
    page.which.set_value(BELOW)
    page._which_chosen()
    assert page.presenter.shown.below
    row = next(row for row in page.presenter.shown.found.rows if row.key == "36.72")
    assert sum(part.filled for part in row.below) == 1
    assert page.presenter.cell(page.presenter.shown.found.rows.index(row), 0).part == row.below[0]


def test_the_lines_over_the_years_say_each_year_and_are_drawn(qtbot, province):
    page = shown(qtbot, province)
    year = province.clock().year
    assert f"{year - 2}: " in page._who.text()
    assert f"{year - 1}: " in page._who.text()
    assert [point.year for point in page.lines._points] == [year - 2, year - 1]
    assert page.lines._renderer.isValid()


def test_a_district_sees_its_offices_and_an_office_itself(qtbot, open_profile):
    regency = open_profile("kabkota")
    page = shown(qtbot, regency)
    assert len(page.presenter.shown.found.rows) == len(fill.received_sheets(regency, page.presenter.year))
    assert not page.region.isVisible()
    office = open_profile("opd")
    page = shown(qtbot, office)
    (row,) = page.presenter.shown.found.rows
    assert row.parts == overview.overview(office, page.presenter.year).rows[0].parts
    assert page.presenter.place(0, 2) is None or page.presenter.place(0, 2).scope == office.profile.scope
    assert not page.paper.isVisible()


def test_a_late_answer_of_the_worker_for_another_choice_is_dropped(qtbot, province):
    page = shown(qtbot, province)
    late = page.presenter.read()
    page.presenter.year = 2000
    page.presenter.shown = None
    page._arrived(late)
    assert page.presenter.shown is None
