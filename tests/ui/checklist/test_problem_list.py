"""The list of problems on the page "Prasyarat", and what is said at the field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from pug_desktop.app import fill, problem_list
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def page(open_profile, qtbot):
    window = QWidget()
    window.resize(1150, 650)
    qtbot.addWidget(window)
    made = ChecklistPage(open_profile("opd"), FakeAsk(), NowJobs(), window)
    made.resize(1150, 650)
    window.show()
    made.refresh()
    yield made
    window.close()


def rows(page):
    return [each.property("question") for each in page.problems.list.rows]


def test_the_button_counts_and_the_list_leads_to_the_question(page, qtbot):
    qtbot.mouseClick(page.problems.button, Qt.MouseButton.LeftButton)
    assert page._views.currentWidget() is page.problems.list
    assert page.problems.button.text() == f"Daftar masalah ({len(rows(page))})"
    # What must be answered is an error; the examples that lack their evidence stand after it.
    assert rows(page)[:3] == ["P3.04", "P2.06", "P3.03"]
    qtbot.mouseClick(page.problems.list.rows[1], Qt.MouseButton.LeftButton)
    assert page._panel.item.question.name == "P2.06"
    assert page._views.currentWidget() is page._detail


def test_the_list_is_walked_with_the_keyboard(page, qtbot):
    page.problems.button.setFocus()
    qtbot.keyClick(page.problems.button, Qt.Key.Key_Space)
    assert page.problems.list.back.hasFocus()
    page.problems.list.rows[0].setFocus()
    qtbot.keyClick(page.problems.list.rows[0], Qt.Key.Key_Return)
    assert page._panel.item.question.name == "P3.04"
    page.problems.button.click()
    qtbot.keyClick(page.problems.list, Qt.Key.Key_Escape)
    assert page._panel.item.question.name == "P3.04"


def test_what_is_typed_counts_at_once_and_errors_stand_before_warnings(page, qtbot):
    page.open("P2.06")
    line = page._panel.field.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, "99999")
    assert "melebihi 10.000" in page._panel.field.said.words
    assert page._panel.field.problem() == ""
    page.problems.button.click()
    assert rows(page)[0] == "P2.06"
    assert fill.sheet(page._ws, page.presenter.sheet.year).item("P2.06").value == 99_999


def test_a_warning_is_said_at_the_field_and_goes_when_the_answer_is_right(page, qtbot):
    page.open("P4.01")
    part, whole = page._panel.field.findChildren(QLineEdit)
    qtbot.keyClicks(part, "0")
    qtbot.keyClicks(whole, "0")
    assert page._panel.field.said.words.startswith("Periksa: 0 dari 0")
    whole.clear()
    qtbot.keyClicks(whole, "5")
    assert page._panel.field.said.words == ""


def test_what_cannot_be_kept_is_told_alone(page, qtbot):
    page.open("P4.01")
    part, whole = page._panel.field.findChildren(QLineEdit)
    qtbot.keyClicks(part, "7")
    qtbot.keyClicks(whole, "5")
    assert "lebih besar" in page._panel.field.problem()
    assert page._panel.field.said.words == ""


def test_a_sheet_without_problems_says_so(page):
    year = page.presenter.sheet.year
    for item in dict.fromkeys(each.question for each in problem_list.of_sheet(page._ws, fill.sheet(page._ws, year))):
        fill.save_answer(page._ws, fill.sheet(page._ws, year), item, status="belum_ada")
    page.refresh()
    assert page.problems.button.text() == "Daftar masalah"
    page.problems.button.click()
    assert rows(page) == []


def test_every_line_of_the_list_has_a_name_and_says_what_to_do(page):
    page.problems.button.click()
    for row in page.problems.list.rows:
        assert row.accessibleName().startswith("P")
        assert row.accessibleDescription()
    flush_all(page)
