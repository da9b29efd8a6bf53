"""The window "Dari mana angka ini", opened from a question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pug_desktop.app import fill, offices
from pug_desktop.ui.checklist import origins as window_of
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.checklist.presenter import Place
from tests.app.received import enter_evidence
from tests.app.test_origins import YEAR, say
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened


@pytest.fixture
def page(qtbot, tmp_path):
    ws = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    with opened(ws):
        social, health = (offices.add_office(ws, name) for name in ("Dinas Sosial", "Dinas Kesehatan"))
        say(ws, social, "P2.06", status="ada", value=7)
        own = say(ws, health, "P2.06", status="ada", value=5)
        paper = tmp_path / "daftar.pdf"
        paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
        enter_evidence(ws, "answer", own, paper)
        holder = QWidget()
        holder.resize(1150, 650)
        qtbot.addWidget(holder)
        made = ChecklistPage(ws, FakeAsk(), NowJobs(), holder)
        made.resize(1150, 650)
        holder.show()
        made.refresh()
        made.presenter.choose_year(YEAR)
        made.presenter.open_item("P2.06")
        yield made


def test_the_button_stands_where_something_was_computed_and_leads_to_office_and_file(page, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(window_of, "show_file", shown.append)
    assert page._panel.from_where.isVisible()
    page._panel.from_where.click()
    window = page.origins.window
    tree = window.tree
    assert [tree.topLevelItem(number).text(0) for number in range(tree.topLevelItemCount())] == [
        "Dinas Kesehatan",
        "Dinas Sosial",
    ]
    assert tree.hasFocus() or window.focusWidget() is tree
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert window.open_button.text() == "Buka berkas"
    window.open_button.click()
    assert [path.suffix for path in shown] == [".pdf"]
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.go_to) as told:
        window.open_button.click()
    name, place = told.args
    assert (name, place.year, place.item) == ("checklist", YEAR, "P2.06")
    assert isinstance(place, Place)
    assert not window.isVisible()


def test_an_answer_that_nobody_computed_has_no_such_button(page):
    page.presenter.open_item("P1.02")
    assert fill.regency_sheet(page._ws, YEAR, "36.71").item("P1.02").computed is None
    assert not page._panel.from_where.isVisible()
