"""States, versions, history and the walk through a review on the page "Prasyarat"."""

import json
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pug_desktop.app import edit, fill, review, states
from pug_desktop.app.final_versions import Trust
from pug_desktop.storage import records
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.main_window import MainWindow
from tests.app.received import enter_sheet
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def ask():
    return FakeAsk()


@pytest.fixture
def make_page(open_profile, qtbot, ask):
    windows = []

    def make(role):
        window = QWidget()
        window.resize(1150, 690)
        qtbot.addWidget(window)
        page = ChecklistPage(open_profile(role), ask, NowJobs(), window)
        page.resize(1150, 690)
        window.show()
        page.refresh()
        windows.append(window)
        return page

    yield make
    for each in windows:
        each.close()


@pytest.fixture
def page(make_page):
    return make_page("opd")


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(qtbot, button):
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def to_final(page, qtbot, ask):
    press(qtbot, page.states.band.ready)
    ask.answers.append(True)
    press(qtbot, page.states.band.final)


def test_the_band_leads_from_draft_to_final_and_to_a_correction(page, qtbot, ask):
    band = page.states.band
    assert band.chip.text() == "Draf"
    press(qtbot, band.ready)
    assert band.chip.text() == "Siap diperiksa"
    press(qtbot, band.draft)
    assert band.chip.text() == "Draf"
    to_final(page, qtbot, ask)
    assert band.chip.text() == "Final"
    assert not band.final.isVisible()
    press(qtbot, band.correction)
    assert band.chip.text() == "Draf"
    assert "Perbaikan sesudah versi 1" in words(band)
    assert ask.told == []


def test_finalising_says_what_is_missing_and_can_be_left(page, qtbot, ask):
    fill.save_answer(page._ws, page.presenter.sheet, "P3.04", status="belum_ada")
    page.refresh()
    press(qtbot, page.states.band.ready)
    ask.answers.append(False)
    press(qtbot, page.states.band.final)
    (_, title, text, verb, _) = ask.asked[-1]
    assert (title, verb) == ("Finalkan lembar ini sebagai versi 1?", "Finalkan")
    assert "Masih kosong" in text
    assert page.states.band.chip.text() == "Siap diperiksa"


def test_finalising_a_sheet_with_errors_names_them_and_leads_to_their_list(page, qtbot, ask):
    press(qtbot, page.states.band.ready)
    ask.answers.append(False)
    press(qtbot, page.states.band.final)
    (kind, _title, text, verb, instead) = ask.asked[-1]
    assert (kind, verb, instead) == ("confirm_or", "Finalkan juga", "Lihat Daftar masalah")
    assert "Kesalahan di Daftar masalah: 1.\nP3.04: " in text
    assert page.problems.list.isVisible()
    assert page.states.band.chip.text() == "Siap diperiksa"

    page.presenter.show_again()
    ask.answers += [None, True]
    press(qtbot, page.states.band.final)
    assert page.states.band.chip.text() == "Siap diperiksa"
    press(qtbot, page.states.band.final)
    assert page.states.band.chip.text() == "Final"


def test_a_final_sheet_can_only_be_read(page, qtbot, ask):
    to_final(page, qtbot, ask)
    page.open("P2.06")
    assert not page._panel.field.isVisible()
    assert not page._panel._state.isEnabled()
    press(qtbot, page.states.band.correction)
    assert page._panel._state.isEnabled()


def test_what_is_being_typed_is_in_the_version(page, qtbot, ask):
    page.open("P2.06")
    page._panel._note.setPlainText("diketik terakhir")
    to_final(page, qtbot, ask)
    year = page.presenter.sheet.year
    found = states.standing(page._ws, fill.sheet(page._ws, year))
    assert found.versions[0].answers["P2.06"]["note"] == "diketik terakhir"


def test_the_list_of_versions_shows_what_differs_now_first(page, qtbot, ask):
    to_final(page, qtbot, ask)
    press(qtbot, page.states.band.correction)
    page.presenter.open_item("P2.06")
    page.presenter.save("P2.06", value=77, note="baru")
    to_final(page, qtbot, ask)
    press(qtbot, page.states.band.versions)
    view = page.states.view
    assert view.isVisible()
    QAbstractItemModelTester(view._rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [view.version.itemText(n).split(" ·")[0] for n in range(view.version.count())] == ["Versi 2", "Versi 1"]
    assert view.trust.text() == "Tanda tangan cocok"
    view.version.setCurrentIndex(1)
    view.version.activated.emit(1)
    assert view._rows.row(0).item == "P2.06"
    assert "77" in view._texts["now"].text()
    assert "77" not in view._texts["then"].text()
    press(qtbot, view.filter._group.button(0))
    assert view._rows.rowCount() == 1
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert page._views.currentWidget() is page._detail


def test_a_version_that_was_altered_is_told_on_the_band_and_in_the_list(page, qtbot, ask):
    to_final(page, qtbot, ask)
    (version,) = page.states.standing.versions
    with page._ws.database.write() as connection:
        records.update(connection, "final_version", version.id, {"signer": "Orang Lain"}, 0, "")
    page.refresh()
    assert page.states.standing.versions[0].trust is Trust.BROKEN
    assert "tidak cocok dengan tanda tangannya" in words(page.states.band)
    press(qtbot, page.states.band.versions)
    assert "jangan dipakai" in page.states.view.trust.text()


def test_a_copy_of_a_version_is_written_with_its_signature(page, qtbot, ask, tmp_path):
    to_final(page, qtbot, ask)
    press(qtbot, page.states.band.versions)
    ask.answers.append(tmp_path / "versi.json")
    press(qtbot, page.states.view.save)
    told = json.loads((tmp_path / "versi.json").read_text(encoding="utf-8"))
    (version,) = page.states.standing.versions
    assert told["document"] == version.document
    assert (told["sha256"], len(told["signature"])) == (version.sha256, 128)


def test_a_province_without_data_has_no_band(make_page):
    assert not make_page("provinsi").states.band.isVisible()


def test_the_history_is_folded_until_it_is_wanted_and_follows_a_save(page, qtbot):
    page.open("P2.06")
    history = page._panel.history
    page.presenter.save("P2.06", note="menunggu SK")
    assert history._entries.count() == 0
    history.button.click()
    before = history._entries.count()
    assert before >= 2
    qtbot.waitUntil(lambda: "menunggu SK" in words(history))
    page.presenter.save("P2.06", note="SK sudah terbit")
    assert history._entries.count() == before + 1
    qtbot.waitUntil(lambda: "Catatan: menunggu SK → SK sudah terbit" in words(history))


# --- reviewing ------------------------------------------------------------------------------------------------------


@pytest.fixture
def reviewing(make_page):
    """A district that looks at an office's sheet with three answers."""
    page = make_page("kabkota")
    ws, year = page._ws, page.presenter.sheet.year
    office = next(each for each in fill.received_sheets(ws, year) if not each.started)
    scope = edit.get(ws, "office", office.office_id)["scope"]
    answers = {"P1.06": True, "P2.06": 4, "P4.06": True}
    page.former = enter_sheet(ws, scope, answers, year=year - 1)
    page.answers = enter_sheet(ws, scope, answers, year=year)
    page.refresh()
    page.presenter.choose_sheet(office.office_id)
    return page


def test_next_and_previous_go_over_what_was_not_looked_at(reviewing, qtbot, ask):
    page = reviewing
    page.open("P1")
    assert page.presenter.item_name == "P1.06"
    press(qtbot, page.walk.strip.next)
    assert page.presenter.item_name == "P2.06"
    page._review("diterima", "")
    press(qtbot, page.walk.strip.next)
    assert page.presenter.item_name == "P4.06"
    press(qtbot, page.walk.strip.previous)
    assert page.presenter.item_name == "P1.06"
    press(qtbot, page.walk.strip.previous)
    assert ask.informed[-1][0] == "Sudah semua"


def test_a_sheet_is_reviewed_with_the_keyboard_alone(reviewing, qtbot, ask):
    page = reviewing
    page.open("P1")
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    alt = Qt.KeyboardModifier.AltModifier

    def said(item):
        return [each.verdict for each in review.reviews_of(page._ws, page.answers[item])]

    # A letter presses its button for a tenth of a second, as a finger would.
    for item, following in (("P1.06", "P2.06"), ("P2.06", "P4.06"), ("P4.06", "P4.06")):
        qtbot.keyClick(page.window(), Qt.Key.Key_I, alt)
        qtbot.waitUntil(lambda item=item: said(item) == ["diterima"])
        qtbot.keyClick(page.window(), Qt.Key.Key_Y, alt)
        qtbot.waitUntil(lambda name=following: page.presenter.item_name == name)
    qtbot.waitUntil(lambda: bool(ask.informed))


@pytest.mark.parametrize("role", ["opd", "kabkota"])
def test_no_letter_presses_two_buttons(open_profile, qtbot, role):
    """Qt presses neither of two buttons with one letter."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.show_workspace(open_profile(role))
    window.go_to("checklist", "P2.06")
    page = window.page("checklist")
    page.review_box.show_review((), answered=True)
    page.walk.strip.show_work(reviews=True, acceptable=3)
    for steps in (("siap",), ("final", "draf")):
        page.states.band.show_standing(replace(page.states.standing, state="draf", steps=steps))
        if role == "opd":
            page.review_box.hide()
        shown = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
        letters = [found.casefold() for text in shown for found in re.findall("&([^&])", text.replace("&&", ""))]
        assert sorted(letters) == sorted(set(letters)), sorted(letters)
    window.close_workspace()
    window.close()


def test_what_did_not_change_is_accepted_at_once_after_a_question(reviewing, qtbot, ask):
    page = reviewing
    assert not page.walk.strip.accept.isVisible()
    for item in ("P1.06", "P2.06"):
        review.review(page._ws, page.former[item], "diterima")
    page.open("P1")
    assert page.walk.strip.accept.text().endswith("(2)")
    ask.answers += [False, True]
    press(qtbot, page.walk.strip.accept)
    assert review.reviews_of(page._ws, page.answers["P1.06"]) == ()
    press(qtbot, page.walk.strip.accept)
    assert "P1.06, P2.06" in ask.asked[-1][2]
    assert review.reviews_of(page._ws, page.answers["P1.06"])[0].verdict == "diterima"
    assert review.reviews_of(page._ws, page.answers["P4.06"]) == ()
    assert not page.walk.strip.accept.isVisible()


def test_ones_own_sheet_is_walked_over_what_is_not_complete(page, qtbot):
    page.open("P1")
    seen = [page.presenter.item_name]
    while page.presenter.walk(1):
        seen.append(page.presenter.item_name)
    items = {each.question.name: each for section in page.presenter.sheet.sections for each in section.items}
    assert all(not items[name].filled for name in seen[1:])
    assert len(seen) > 3
