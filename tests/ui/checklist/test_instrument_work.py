"""The order of a sheet, and moving it to a newer version of its instrument."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from pug_desktop.app import edit, fill
from pug_desktop.forms.load import load_form
from pug_desktop.ui.checklist.page import ChecklistPage
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def page_of(open_profile, qtbot):
    windows = []

    def build(role, *, version=0):
        ws = open_profile(role)
        if version:
            form = load_form("prasyarat-opd" if role == "opd" else "prasyarat-kabkota", version)
            with ws.database.write() as connection:
                connection.exec_driver_sql(
                    "UPDATE checklist SET form_version = ?, form_sha256 = ? WHERE form = ?",
                    (form.version, form.sha256, form.form),
                )
        window = QWidget()
        window.resize(1150, 650)
        qtbot.addWidget(window)
        made = ChecklistPage(ws, FakeAsk(), NowJobs(), window)
        made.resize(1150, 650)
        window.show()
        made.refresh()
        windows.append(window)
        return made

    yield build
    for window in windows:
        window.close()


def cards(page):
    return [each for each in page.overview._cards if not each.isHidden()]


def by_ministry(page, qtbot):
    qtbot.mouseClick(page.instrument.order._group.button(1), Qt.MouseButton.LeftButton)


def by_seven(page, qtbot):
    qtbot.mouseClick(page.instrument.order._group.button(0), Qt.MouseButton.LeftButton)


# --- the order ------------------------------------------------------------------------------------------------------


def test_the_sheet_of_a_regency_stands_in_the_order_of_the_ministry_and_back(page_of, qtbot):
    page = page_of("kabkota")
    assert len(cards(page)) == 7
    by_ministry(page, qtbot)
    assert [each.accessibleName().split()[0] for each in cards(page)] == [
        *("A1", "A2", "A3"),
        *(f"B{number}" for number in range(1, 8)),
        "C1",
    ]
    by_seven(page, qtbot)
    assert [each.accessibleName().split()[0] for each in cards(page)] == [f"P{number}" for number in range(1, 8)]
    assert page.overview._grid.rowStretch(2) == 0


def test_what_is_answered_there_is_answered_once(page_of, qtbot):
    page = page_of("kabkota")
    by_ministry(page, qtbot)
    qtbot.mouseClick(cards(page)[-1], Qt.MouseButton.LeftButton)
    assert page._panel.item.question.name == "P2.07"
    assert page.instrument.bar.isHidden()
    qtbot.mouseClick(page._panel._state._group.button(1), Qt.MouseButton.LeftButton)
    assert fill.sheet(page._ws, page.presenter.sheet.year).item("P2.07").status == "belum_ada"
    page.open("P2.07")
    assert page.presenter.section_name == "C1"


def test_another_page_that_names_a_prerequisite_finds_it(page_of, qtbot):
    page = page_of("kabkota")
    by_ministry(page, qtbot)
    page.open("P3")
    assert page.presenter.section_name == "P3"
    page._back()
    assert page.instrument.order.value() == "classic"


def test_an_office_has_one_order_only(page_of):
    page = page_of("opd")
    assert page.instrument.bar.isHidden()


# --- a newer version --------------------------------------------------------------------------------------------------


def test_a_newer_version_is_offered_shown_and_moved_to_with_the_keyboard(page_of, qtbot):
    page = page_of("opd", version=1)
    assert not page.instrument.offer.isHidden()
    page.instrument.look.setFocus()
    qtbot.keyClick(page.instrument.look, Qt.Key.Key_Space)
    assert page._views.currentWidget() is page.instrument.view
    words = " ".join(each.text() for each in page.instrument.view.findChildren(QLabel))
    assert "jawaban ikut apa adanya." in words
    assert "Semua jawaban ikut" in words
    assert "Yang ikut: " in words
    assert "P2.06" in words
    assert page.presenter.sheet.form.version == 1
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(page.instrument.view.move_button, Qt.Key.Key_Space)
    assert page.presenter.sheet.form.version == 2
    assert page.presenter.sheet.item("P2.06").value == 4
    assert page.instrument.offer.isHidden()
    assert page._views.currentWidget() is page.overview
    edit.undo(page._ws)
    page.refresh()
    assert not page.instrument.offer.isHidden()


def test_who_goes_back_has_moved_nothing(page_of, qtbot):
    page = page_of("opd", version=1)
    page.instrument.look.click()
    qtbot.keyClick(page.instrument.view, Qt.Key.Key_Escape)
    assert page._views.currentWidget() is page.overview
    assert page.presenter.sheet.form.version == 1
    assert not page.instrument.offer.isHidden()


def test_a_sheet_with_the_newest_version_is_offered_nothing(page_of):
    page = page_of("opd")
    assert page.instrument.offer.isHidden()


def test_the_view_names_what_does_not_go_over_and_what_is_new(page_of, qtbot):
    from pug_desktop.app.move_sheet import Plan
    from pug_desktop.forms.takeover import takeover

    page = page_of("opd")
    old, new = load_form("prasyarat-opd", 1), load_form("rapat")
    plan = Plan(new, takeover(old, new, {"P2.06": 4, "P4.06": True}), 2)
    page.instrument.view.show_plan(plan, old)
    words = " ".join(each.text() for each in page.instrument.view.findChildren(QLabel))
    assert "Tidak ditanyakan lagi (2)" in words
    assert "Berkas bukti yang ada padanya: 2." in words
    assert "Jawaban sekarang: 4" in words
    assert f"Butir baru ({len(new.questions)})" in words
