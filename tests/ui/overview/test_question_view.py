"""The view "Satu pertanyaan" of the page Kelengkapan, over real profiles, with the keyboard."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from pug_desktop.app import edit, fill, offices
from pug_desktop.app.sheets import OFFICE_FORM, REGENCY_FORM, answer_id, checklist_id
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.ui.checklist.presenter import Place
from pug_desktop.ui.overview.page import QUESTION, OverviewPage
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened

REGENCY, OFFICE = Shelf().newest(REGENCY_FORM), Shelf().newest(OFFICE_FORM)
COUNTED = next(each.name for each in REGENCY.questions if each.kind.value == "integer_with_list" and not each.auto_from)


def say(ws, region, item, value, office=None):
    form = OFFICE if office else REGENCY
    scope, year = scopes.of_office(region, office) if office else region, ws.today.year
    made = checklist_id(form.form, region, year, office)
    if edit.get(ws, "checklist", made) is None:
        values = {"form": form.form, "form_version": form.version, "form_sha256": form.sha256, "year": year}
        edit.create(ws, "checklist", {**values, "office_id": office, "region_code": region}, id=made, scope=scope)
    values = {"checklist_id": made, "item": item, "status": "ada", "value": value}
    edit.create(ws, "answer", values, id=answer_id(made, item), scope=scope)


@pytest.fixture
def province(tmp_path):
    ws = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    with opened(ws):
        for region, count in (("36.71", 12), ("36.72", 3), ("36.73", 0)):
            offices.add_office(ws, "Dinas Sosial", region_code=region)
            say(ws, region, COUNTED, {"count": count})
        yield ws


def shown(qtbot, ws, item=""):
    page = OverviewPage(ws, FakeAsk(), NowJobs(), None)
    qtbot.addWidget(page)
    page.resize(1150, 650)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.refresh()
    page.question.presenter.item = item
    page.view.set_value(QUESTION)
    page.view.edited.emit()
    return page


def column(page, number):
    model = page.question.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_all_regencies_stand_beside_each_other_with_silence_named(qtbot, province):
    page = shown(qtbot, province, COUNTED)
    told = dict(zip(column(page, 0), column(page, 1), strict=True))
    assert told["Kota Tangerang"].startswith("12 ")
    assert told["Kota Serang"].startswith("0 ")
    assert told["Kabupaten Lebak"] == "belum diisi"
    assert len(told) == 8
    assert page.question._summary.text() == "3 dari 8 kabupaten/kota menjawab; 5 belum diisi."
    assert "Kab. Lebak: belum diisi" in page.question.chart.accessibleDescription()
    assert not page.paper.isVisible()


def test_sorting_by_the_answer_goes_by_number_and_puts_silence_before_nought(qtbot, province):
    page = shown(qtbot, province, COUNTED)
    page.question.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert column(page, 0)[:3] == ["Kota Tangerang", "Kota Cilegon", "Kota Serang"]
    page.question.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert column(page, 0)[5:] == ["Kota Serang", "Kota Cilegon", "Kota Tangerang"]


def test_the_keyboard_goes_from_question_to_question_and_the_cursor_stays_with_its_line(qtbot, province):
    page = shown(qtbot, province)
    view, names = page.question, [each.name for each in REGENCY.questions]
    assert view.presenter.item == names[0]
    assert not view.before.isEnabled()
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    last = view.table.current_row().key
    qtbot.keyClick(view.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.presenter.item == names[2]
    assert view.question.value() == names[2]
    assert view.table.current_row().key == last
    qtbot.keyClick(view.table, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.presenter.item == names[1]
    for _ in names:
        qtbot.keyClick(view.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.presenter.item == names[-1]
    assert view.section.value() == REGENCY.sections[-1].name
    assert not view.after.isEnabled()


def test_a_prerequisite_leads_to_its_first_question(qtbot, province):
    page = shown(qtbot, province)
    view = page.question
    view.section.set_value("P4")
    view.section.edited.emit()
    assert view.presenter.item == REGENCY.section("P4").questions[0].name
    assert view.question.count() == len(REGENCY.section("P4").questions)


def test_enter_opens_the_answer_and_where_nothing_came_nothing_opens(qtbot, province):
    page = shown(qtbot, province, COUNTED)
    view = page.question
    view.table.selectRow(column(page, 0).index("Kabupaten Lebak"))
    assert not view.open_answer.isEnabled()
    view.table.selectRow(column(page, 0).index("Kota Cilegon"))
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert told.args == ["checklist", Place(province.today.year, COUNTED, "36.72")]


def test_the_buttons_write_the_paper_and_the_workbook(qtbot, province):
    page = shown(qtbot, province, COUNTED)
    view = page.question
    view.pdf.click()
    assert view._done.path.read_bytes().startswith(b"%PDF")
    view.workbook.click()
    assert view._done.path.name == f"satu-pertanyaan_{province.today.year}_{COUNTED.lower().replace('.', '-')}.xlsx"
    rows = {row[1]: row[2] for row in load_workbook(view._done.path)["Jawaban"].values}
    assert rows["Kabupaten Lebak"] == "belum diisi"


def test_a_district_sees_its_offices_and_an_office_has_no_such_view(qtbot, open_profile):
    regency = open_profile("kabkota")
    page = shown(qtbot, regency, "P2.06")
    assert set(column(page, 0)) == {each.office_name for each in fill.received_sheets(regency, regency.today.year)}
    told = [each for each in column(page, 1) if each != "belum diisi"]
    assert told
    page = OverviewPage(open_profile("opd"), FakeAsk(), NowJobs(), None)
    qtbot.addWidget(page)
    assert page.view.isHidden()


def test_a_question_that_the_other_form_does_not_have_gives_way_to_its_first(qtbot, province):
    only = next(each.name for each in REGENCY.questions if each.name not in {one.name for one in OFFICE.questions})
    page = shown(qtbot, province, only)
    page.presenter.region = "36.71"
    page._load()
    assert page.question.presenter.item == OFFICE.questions[0].name
    assert column(page, 0) == ["Dinas Sosial"]


def test_a_late_answer_for_another_question_is_dropped(qtbot, province):
    page = shown(qtbot, province, COUNTED)
    view = page.question
    late = view.presenter.read()
    view.presenter.item = REGENCY.questions[0].name
    shown_before = view.presenter.found
    view._arrived(late)
    assert view.presenter.found is shown_before


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_nothing_scrolls_sideways_on_a_small_screen(qtbot, qapp, province, percent):
    from pug_desktop.ui import style

    style.apply(qapp, percent)
    try:
        page = shown(qtbot, province, COUNTED)
        # What the sidebar leaves of 1366 pixels.
        page.resize({100: 1094, 125: 1053, 150: 1000}[percent], 660)
        for view in ("map", QUESTION):
            page.view.set_value(view)
            page.view.edited.emit()
            qtbot.wait(30)
            assert page.width() >= page.minimumSizeHint().width()
            areas = [*page.findChildren(QScrollArea), page.question.table]
            assert not [each for each in areas if each.isVisible() and each.horizontalScrollBar().maximum() > 0]
    finally:
        style.apply(qapp)
