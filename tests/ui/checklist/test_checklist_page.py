"""The page "Prasyarat" over a real profile."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from pug_desktop.app import edit, fill, offices
from pug_desktop.app.review_state import seen_of
from pug_desktop.errors import EvidenceRefused
from pug_desktop.reports.radar import percent_words
from pug_desktop.storage import records
from pug_desktop.ui.checklist.evidence import DropArea
from pug_desktop.ui.checklist.overview import Ring
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.report import done_band
from pug_desktop.ui.report.paths import plain_name
from pug_desktop.ui.report.presenter import Subject, Wanted
from pug_desktop.ui.saved import flush_all
from tests.app.received import enter_sheet, office_scope
from tests.ui.fakes import FakeAsk, NowJobs

PDF = b"%PDF-1.4\n" + b"x" * 5000


@pytest.fixture
def ask():
    return FakeAsk()


@pytest.fixture
def page(open_profile, qtbot, ask):
    window = QWidget()
    window.resize(1150, 650)
    qtbot.addWidget(window)
    ws = open_profile("kabkota")
    made = ChecklistPage(ws, ask, NowJobs(), window)
    made.resize(1150, 650)
    made.ws = ws
    window.show()
    made.refresh()
    yield made
    window.close()


def answer(page, name):
    year = page.presenter.sheet.year
    return fill.sheet(page.ws, year).item(name)


def test_seven_cards_and_a_radar_are_shown(page):
    assert len(page.overview._cards) == 7
    assert page.overview.radar._renderer.isValid()
    assert all(card.accessibleName() for card in page.overview._cards)


@pytest.mark.parametrize("filled", range(9))
def test_the_ring_and_the_radar_round_alike(page, filled):
    ring = Ring(page)
    ring.set_share(filled / 8)
    assert ring.accessibleName() == percent_words(filled / 8)


def test_a_card_opens_its_questions_and_escape_comes_back(page, qtbot):
    qtbot.mouseClick(page.overview._cards[1], Qt.MouseButton.LeftButton)
    assert page._list.model().rowCount() == 7
    assert page._panel.item.question.name.startswith("P2.")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page._views.currentWidget() is page.overview


def test_qt_finds_no_fault_in_the_list(page):
    page.open("P3")
    QAbstractItemModelTester(page._list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.open("P4")


def test_the_arrow_keys_move_from_question_to_question(page, qtbot):
    page.open("P1.01")
    qtbot.keyClick(page._list, Qt.Key.Key_Down)
    assert page._panel.item.question.name == "P1.02"


def test_an_answer_that_is_typed_is_saved_with_its_state(page, qtbot):
    page.open("P1.05")
    page._panel.field._yes.set_value("yes")
    with qtbot.waitSignal(page.saved):
        qtbot.keyClicks(page._panel.field.findChild(QLineEdit), "IPG 92")
        flush_all(page)
    kept = answer(page, "P1.05")
    assert (kept.status, kept.value) == ("ada", {"yes": True, "value": "IPG 92"})


def test_what_was_typed_is_kept_when_another_question_is_chosen(page, qtbot):
    page.open("P1.05")
    qtbot.keyClicks(page._panel.field.findChild(QLineEdit), "IPG 92")
    qtbot.keyClick(page._list, Qt.Key.Key_Up)
    assert answer(page, "P1.05").value == {"value": "IPG 92"}


def test_a_state_is_saved_at_once(page, qtbot):
    page.open("P2.01")
    strip = page._panel._state
    qtbot.mouseClick(strip._group.button(2), Qt.MouseButton.LeftButton)
    assert answer(page, "P2.01").status == "proses"


def test_the_note_is_saved(page, qtbot):
    page.open("P2.01")
    page._panel._note.insertPlainText("menunggu tanda tangan")
    flush_all(page)
    assert answer(page, "P2.01").note == "menunggu tanda tangan"


def test_a_computed_value_can_be_replaced_with_a_reason_and_taken_again(page, qtbot):
    page.open("P1.04")
    panel = page._panel
    assert panel.field.isHidden()
    qtbot.mouseClick(panel._use_own, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel._reason, "satu rapat belum dicatat")
    qtbot.keyClicks(panel.field.findChild(QLineEdit), "2")
    flush_all(page)
    kept = answer(page, "P1.04")
    assert (kept.value, kept.override_reason) == (2, "satu rapat belum dicatat")
    qtbot.mouseClick(panel._use_computed, Qt.MouseButton.LeftButton)
    kept = answer(page, "P1.04")
    assert (kept.value, kept.override_reason) == (None, None)
    assert kept.computed is not None


def test_an_answer_that_differs_from_the_register_is_kept_with_a_reason_or_given_up(page, qtbot):
    typed = {"document_kind": "SK", "number": "1/2026", "date": "2026-01-04"}
    fill.save_answer(page.ws, page.presenter.sheet, "P3.01", value=typed)
    decree = {"decree_kind": "pokja", "number": "188/12", "decree_on": "2026-01-05", "about": "Pokja PUG"}
    edit.create(page.ws, "decree", decree)
    page.refresh()
    page.open("P3.01")
    panel = page._panel
    assert not panel._differs.isHidden()
    assert (panel._use_own.text(), panel._use_computed.text()) == (
        "Tetap pakai, tulis alasannya",
        "Pakai jawaban hitungan",
    )
    qtbot.mouseClick(panel._use_own, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is panel._reason
    qtbot.keyClicks(panel._reason, "SK baru belum berlaku")
    flush_all(page)
    assert answer(page, "P3.01").override_reason == "SK baru belum berlaku"
    assert panel._differs.isHidden()
    assert panel._use_own.isHidden()
    assert not panel._use_computed.isHidden()


def test_the_list_says_of_an_answer_that_is_not_complete_that_it_is_not(page):
    fill.save_answer(page.ws, page.presenter.sheet, "P3.01", value={"document_kind": "SK"})
    page.refresh()
    page.open("P3.01")
    rows = page._list.model()
    (found,) = [text for n in range(rows.rowCount()) if (text := rows.index(n, 0).data()).startswith("P3.01 ")]
    assert "Ada, belum lengkap" in found


def test_files_that_are_dropped_become_evidence(page, qtbot, tmp_path):
    page.open("P2.01")
    path = tmp_path / "SK.pdf"
    path.write_bytes(PDF)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))])
    area = page._panel.findChild(DropArea)
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    area.dropEvent(event)
    assert [row.file_name for row in answer(page, "P2.01").evidence] == ["SK.pdf"]


def test_evidence_is_taken_off_and_can_come_back(page, qtbot, tmp_path, ask):
    page.open("P2.01")
    path = tmp_path / "SK.pdf"
    path.write_bytes(PDF)
    ask.answers = [(path,)]
    page._panel.evidence.choose_wanted.emit(False)
    row = answer(page, "P2.01").evidence[0]
    with qtbot.waitSignal(page.removed) as removed:
        page._panel.evidence.remove_wanted.emit(row.id)
    assert "SK.pdf" in removed.args[0]
    assert answer(page, "P2.01").evidence == ()
    edit.undo(page.ws)
    assert len(answer(page, "P2.01").evidence) == 1


def test_a_file_that_may_not_be_evidence_is_told(page, tmp_path, ask):
    page.open("P2.01")
    path = tmp_path / "SK.pdf"
    path.write_bytes(b"MZ" + b"\0" * 500)
    page.evidence.attach((Path(path),))
    assert isinstance(ask.told[0], EvidenceRefused)
    assert answer(page, "P2.01").evidence == ()


def test_another_offices_sheet_is_read_only(page):
    page.open("P1")
    page._sheet.setCurrentIndex(1)
    page._sheet_chosen()
    page.open("P1")
    assert not page.presenter.editable
    assert not page._panel._state.isEnabled()
    assert page._panel.evidence.drop.isHidden()


@pytest.fixture
def opened_paths(monkeypatch):
    paths = []
    monkeypatch.setattr(done_band, "open_outside", lambda path: paths.append(path) or True)
    return paths


def test_the_sheet_that_is_shown_is_printed_and_opened(page, opened_paths, qtbot):
    page.print.click()
    assert [path.name for path in opened_paths] == [f"prasyarat_{page.presenter.sheet.year}_kota-tangerang.pdf"]
    assert opened_paths[0].parent == page.ws.folder_for("cetak")
    assert opened_paths[0].read_bytes().startswith(b"%PDF")
    assert opened_paths[0].name in page._done.words.text()
    with qtbot.waitSignal(page.go_to) as gone:
        page._done.more.click()
    assert gone.args == [
        "report",
        Wanted("prasyarat", year=page.presenter.sheet.year, subject=Subject("Kota Tangerang")),
    ]


def test_the_sheet_of_another_office_is_printed_under_its_name(page, opened_paths):
    other = page._sheet.itemData(1)
    page.presenter.choose_sheet(other)
    page.print.click()
    assert plain_name(page._sheet.itemText(1)) in opened_paths[0].name
    assert page._subject() == Subject(page._sheet.itemText(1), office_id=other)


def test_what_is_still_being_typed_stands_on_the_paper(page, opened_paths, qtbot):
    page.open("P1.05")
    page._panel.field._yes.set_value("yes")
    qtbot.keyClicks(page._panel.field.findChild(QLineEdit), "IPG 92")
    page.print.click()
    assert answer(page, "P1.05").value == {"yes": True, "value": "IPG 92"}


@pytest.fixture
def make(open_profile, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def page(role):
        made = ChecklistPage(open_profile(role), FakeAsk(), NowJobs(), window)
        made.ws = made._ws
        made.refresh()
        return made

    yield page
    window.close()


def test_an_office_fills_in_its_own_sheet(make):
    page = make("opd")
    page.open("P1")
    assert page.presenter.editable
    assert page._sheet.isHidden()


def test_a_province_sees_the_sheets_of_those_it_heard_of_but_changes_nothing(make, qtbot, opened_paths):
    page = make("provinsi")
    with qtbot.waitSignal(page.go_to) as gone:
        page._nothing.pressed.emit()
    assert gone.args[0] == "receive"
    offices.add_office(page.ws, "Dinas Kesehatan", region_code="36.71")
    page.refresh()
    page.open("36.71")
    page.open("P1.02")
    assert not page.presenter.editable
    assert page._sheet.currentText() == "Kota Tangerang"
    page.print.click()
    assert "kota-tangerang" in opened_paths[0].name


def test_without_a_sheet_there_is_nothing_to_print(make):
    assert not make("provinsi").print.isEnabled()


# --- reviewing ------------------------------------------------------------------------------------------------------


@pytest.fixture
def reviewing(page):
    """The sheet of the first office that has sent one, at its first answer."""
    office = next(each for each in fill.received_sheets(page.ws, page.presenter.sheet.year) if each.started)
    page.presenter.choose_sheet(office.office_id)
    page.open("P2.06")
    return page


def shown_item(page):
    return page.presenter.item_now()


def said(page):
    return [(each.verdict, each.remark) for each in shown_item(page).reviews]


def test_offices_that_sent_a_sheet_come_first_and_the_others_say_so(page):
    names = [page._sheet.itemText(number) for number in range(1, page._sheet.count())]
    silent = [name.endswith("(belum mengirim)") for name in names]
    assert silent == sorted(silent)
    assert True in silent
    assert False in silent


def test_ones_own_sheet_has_no_review_box(page):
    page.open("P2.01")
    assert page.review_box.isHidden()


def test_an_answer_is_accepted_with_one_key_and_the_arrows_go_on(reviewing, qtbot):
    page = reviewing
    assert not page.review_box.isHidden()
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(page.review_box.buttons["diterima"], Qt.Key.Key_Return)
    assert said(page) == [("diterima", "")]
    assert page.review_box.buttons["diterima"].isChecked()
    assert "1 diperiksa" in page._progress.text()
    assert page._panel._reviews.isVisibleTo(page)
    before = page.presenter.item_name
    assert page._list.hasFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_Up)
    assert page.presenter.item_name != before


def test_sending_back_needs_a_remark_and_the_cursor_goes_there(reviewing, qtbot):
    page, box = reviewing, reviewing.review_box
    qtbot.mouseClick(box.buttons["dikembalikan"], Qt.MouseButton.LeftButton)
    assert said(page) == []
    assert not box._refused.isHidden()
    assert not box.buttons["dikembalikan"].isChecked()
    qtbot.keyClicks(box.remark, "Lampirkan SK.")
    qtbot.mouseClick(box.buttons["dikembalikan"], Qt.MouseButton.LeftButton)
    assert said(page) == [("dikembalikan", "Lampirkan SK.")]
    assert box._refused.isHidden()
    assert shown_item(page).sent_back


def test_a_remark_that_was_typed_is_still_there_after_looking_at_another_question(reviewing, qtbot):
    page, box = reviewing, reviewing.review_box
    qtbot.keyClicks(box.remark, "Lampirkan")
    page.open("P4.06")
    assert box.remark.value() is None
    page.open("P2.06")
    assert box.remark.value() == "Lampirkan"


def test_what_nobody_has_answered_is_not_reviewed(reviewing):
    page = reviewing
    page.open("P7.01")
    assert page.review_box.buttons["diterima"].isHidden()
    assert not page.review_box._nothing.isHidden()


def test_a_review_can_be_undone(reviewing, qtbot):
    page = reviewing
    qtbot.mouseClick(page.review_box.buttons["diterima"], Qt.MouseButton.LeftButton)
    edit.undo(page.ws)
    page.refresh()
    assert said(page) == []
    assert not page.review_box.buttons["diterima"].isChecked()


def test_tab_walks_through_remark_and_buttons(reviewing, qtbot):
    box = reviewing.review_box
    box.remark.setFocus()
    stops = []
    for _ in range(3):
        qtbot.keyClick(reviewing.window().focusWidget(), Qt.Key.Key_Tab)
        stops.append(reviewing.window().focusWidget())
    assert stops == list(box.buttons.values())


def test_the_office_sees_what_was_said_and_when_it_changed_since(open_profile, qtbot, ask):
    window = QWidget()
    qtbot.addWidget(window)
    ws = open_profile("opd")
    made = ChecklistPage(ws, ask, NowJobs(), window)
    made.refresh()
    sheet = made.presenter.sheet
    answer = fill.answer_id(sheet.checklist_id, "P2.06")
    with ws.database.read() as connection:
        seen = seen_of(records.get(connection, "answer", answer), ())
    values = {"answer_id": answer, "role": "kabkota", "verdict": "dikembalikan", "remark": "Sebutkan judulnya."}
    more = {"seen": seen, "reviewer": "Budi, DP3AP2KB", "reviewed_on": "2026-03-01"}
    edit.create(ws, "review", {**values, **more})
    made.refresh()
    made.open("P2")
    assert made.presenter.item_name == "P2.06"
    shown = [each.text() for each in made._panel._reviews.findChildren(QLabel)]
    assert shown == ["Dikembalikan", "Budi, DP3AP2KB · 1 Maret 2026", "Sebutkan judulnya."]
    assert made.review_box.isHidden()
    made.presenter.save("P2.06", value=8)
    shown = [each.text() for each in made._panel._reviews.findChildren(QLabel) if not each.isHidden()]
    assert shown[-1] == "Jawaban, catatan, atau bukti berubah setelah diperiksa."


def test_the_page_says_which_version_of_the_instrument_is_in_use(page):
    assert page._header.purpose.text().endswith("Instrumen versi 2.")
    with page.ws.database.write() as connection:
        connection.exec_driver_sql("UPDATE checklist SET form_version = 7, form_sha256 = ?", ("ab" * 32,))
    page.refresh()
    assert "versi 7 belum diterima" in page._header.purpose.text()
    assert not page.presenter.editable


def test_a_province_finds_an_office_under_its_district_and_reviews_it(open_profile, qtbot, ask):
    window = QWidget()
    qtbot.addWidget(window)
    ws = open_profile("provinsi")
    for region in ("36.71", "36.74"):
        for name in ("Dinas Kesehatan", "Dinas Sosial"):
            offices.add_office(ws, name, region_code=region)
        enter_sheet(ws, office_scope("Dinas Kesehatan", region), {"P2.06": 4}, year=ws.clock().year)
    made = ChecklistPage(ws, ask, NowJobs(), window)
    made.refresh()
    assert sheets(made) == ["Kota Tangerang", "    Dinas Kesehatan", "Kota Tangerang Selatan"]
    made.presenter.choose_sheet("36.74")
    assert sheets(made) == ["Kota Tangerang", "Kota Tangerang Selatan", "    Dinas Kesehatan"]
    made.presenter.choose_sheet(made.presenter._offered[2].key)
    made.open("P2.06")
    made.review_box.buttons["diterima"].click()
    assert [(each.role, each.verdict) for each in made.presenter.item_now().reviews] == [("provinsi", "diterima")]
    assert made._subject() == Subject("Dinas Kesehatan", office_id=made.presenter.choice.key)


def sheets(page):
    return [page._sheet.itemText(number) for number in range(page._sheet.count())]
