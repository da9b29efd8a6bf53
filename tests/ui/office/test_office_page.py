"""Key cards go round by files; offices are listed, changed and taken off the list."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.app import code_check, edit, enrol, offices
from pug_desktop.app.withdraw import Written
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import CodeLocked, NotARecoverySheet, WrongCode
from pug_desktop.ui.office import care_card
from pug_desktop.ui.office.code_input import CodeInput
from pug_desktop.ui.office.file_card import FileCard
from pug_desktop.ui.office.page import OfficePage
from pug_desktop.ui.office.written_window import WrittenWindow
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, make_three, opened


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Workspace]:
    province = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    made = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    with opened(province, made):
        cards = tmp_path / "kartu"
        cards.mkdir()
        enrol.accept(made, enrol.approve(province, enrol.request(made, cards), cards, in_person=True), in_person=True)
        yield made


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    made = make(tmp_path / "opd")
    with opened(made):
        yield made


def page_of(qtbot: QtBot, workspace: Workspace, ask: FakeAsk | None = None) -> OfficePage:
    made = OfficePage(workspace, ask or FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.keys.places.watcher._find = tuple
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def type_code(qtbot: QtBot, card: FileCard, code: str) -> None:
    card.code.setFocus()
    qtbot.keyClicks(card.code, code)


def test_a_key_card_goes_round_by_stick(qtbot: QtBot, city: Workspace, office: Workspace, stick: Path) -> None:
    asks = page_of(qtbot, office)
    asks.keys.places.choose(stick)
    asks.keys.request.click()
    assert [path.name for path in stick.iterdir()] == ["Permohonan_36.71_Dinas-Kesehatan.pugkey"]

    gives = page_of(qtbot, city)
    gives.keys.places.choose(stick)
    type_code(qtbot, gives.keys.files[0], asks.keys.code.text().replace(" ", ""))
    gives.keys.files[0].button.click()
    assert "Kembalikan flashdisk" in gives.keys._done.text()

    asks.keys.refresh()
    type_code(qtbot, asks.keys.files[0], gives.keys.code.text())
    asks.keys.files[0].button.click()
    assert enrol.status(office).enrolled
    assert asks.keys._state_title.text() == "Perangkat ini punya kartu kunci"


def test_nothing_is_said_before_all_six_groups_are_typed(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path
) -> None:
    enrol.request(office, stick)
    page = page_of(qtbot, city)
    page.keys.places.choose(stick)
    card = page.keys.files[0]
    right = code_check.own_code(office).replace(" ", "")
    hint = card._hint.text()
    for place, digit in enumerate(right[:-1]):
        # Wrong and right digits look alike.
        qtbot.keyClicks(card.code, digit if place % 2 else str(9 - int(digit)))
        assert not card.button.isEnabled()
        assert card._hint.text() == hint
    qtbot.keyClicks(card.code, right[-1])
    assert card.button.isEnabled()


def test_wrong_codes_are_told_and_then_only_meeting_helps(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path
) -> None:
    enrol.request(office, stick)
    ask = FakeAsk()
    page = page_of(qtbot, city, ask)
    page.keys.places.choose(stick)
    for _ in range(3):
        type_code(qtbot, page.keys.files[0], "1" * 30)
        page.keys.files[0].button.click()
    assert [type(each) for each in ask.told] == [WrongCode, WrongCode, CodeLocked]
    card = page.keys.files[0]
    assert not card.code.isEnabled()
    assert not card.button.isEnabled()
    assert len(list(stick.iterdir())) == 1

    card.in_person.click()
    card.button.click()
    assert len(list(stick.iterdir())) == 2


def test_what_is_pasted_or_typed_wildly_becomes_groups(qtbot: QtBot) -> None:
    field = CodeInput("Kode", None)  # type: ignore[arg-type]
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "12a34-56 7")
    assert field.text() == "12345 67"
    assert field.code() is None
    field.setCursorPosition(2)
    qtbot.keyClicks(field, "9")
    assert field.text() == "12934 567"
    assert field.cursorPosition() == 3
    qtbot.keyClicks(field, "0" * 40)
    assert len(field.code() or "") == 35


def test_a_card_is_withdrawn_after_a_clear_question(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path
) -> None:
    enrol.accept(office, enrol.approve(city, enrol.request(office, stick), stick, in_person=True), in_person=True)
    ask = FakeAsk(["laptop hilang", True])
    page = page_of(qtbot, city, ask)
    rows = page.keys.devices
    rows._choose(next(row for row in enrol.status(city).devices if row.relation == "below"))
    assert rows.revoke.isVisibleTo(rows)

    rows.revoke.click()

    assert "tidak dapat dibatalkan" in ask.asked[1][2]
    assert [row.withdrawn for row in enrol.status(city).devices if row.relation == "below"] == ["laptop hilang"]
    assert "dicabut" in page.keys._done.text()
    rows._choose(next(row for row in enrol.status(city).devices if row.relation == "own"))
    assert not rows.revoke.isVisibleTo(rows)
    rows.code.click()
    assert page.keys.code.text() in rows._about.text()


def test_what_a_device_wrote_is_taken_back_from_the_list(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path
) -> None:
    edit.create(city, "meeting", {"kind": "advokasi", "title": "Rapat palsu"})
    page = page_of(qtbot, city)
    shown: list[WrittenWindow] = []

    def choose(parent: QWidget, name: str, found: Sequence[Written]) -> tuple[Written, ...]:
        window = WrittenWindow(parent, name, found)
        shown.append(window)
        assert not window.do.isEnabled()
        for number in range(window.tree.topLevelItemCount()):
            item = window.tree.topLevelItem(number)
            if "Rapat palsu" in item.text(0):
                item.setCheckState(0, Qt.CheckState.Checked)
        return window.chosen()

    page.keys.choose_written = choose
    page.keys.devices._choose(next(row for row in enrol.status(city).devices if row.relation == "own"))
    page.keys.devices.written.click()

    assert {each.kind for each in shown[0].chosen()} == {"meeting"}
    assert "1 catatan" in page.keys._done.text()
    edit.undo(city)


def test_a_handover_goes_round_by_stick(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_papers: list[Path] = []
    monkeypatch.setattr(care_card, "open_outside", lambda path: opened_papers.append(path) or True)
    enrol.accept(office, enrol.approve(city, enrol.request(office, stick), stick, in_person=True), in_person=True)
    for path in stick.iterdir():
        path.unlink()
    ask = FakeAsk(["Ani Lestari", "sandi Ani yang panjang"])
    page = page_of(qtbot, office, ask)
    page.keys.places.choose(stick)
    page.keys.care.hand_over.click()
    assert opened_papers[0].suffix == ".pdf"
    assert "Ani Lestari" in page.keys.care._handover_words.text()

    gives = page_of(qtbot, city)
    gives.keys.places.choose(stick)
    card = gives.keys.files[0]
    assert not card.code.isVisibleTo(card)
    card.button.click()

    page.keys.refresh()
    with qtbot.waitSignal(page.other_profile_wanted):
        page.keys.files[0].button.click()
    assert "Ani Lestari" in ask.informed[0][1]


def test_a_recovery_sheet_is_made_and_confirmed(
    qtbot: QtBot, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers: list[Path] = []
    monkeypatch.setattr(care_card, "open_outside", lambda path: papers.append(path) or True)
    ask = FakeAsk([True, "A" * 14])
    page = page_of(qtbot, office, ask)
    page.keys.care.sheet.click()
    assert papers[0].exists()
    assert "WhatsApp" in ask.asked[0][2]
    page.keys.care.confirm.click()
    assert [type(each) for each in ask.told] == [NotARecoverySheet]

    text = "\n".join(each.extract_text() for each in PdfReader(papers[0]).pages)
    lines = [line for line in text.splitlines() if [len(part) for part in line.split()] == [4, 3, 4, 3]]
    ask.answers = [lines[2]]
    page.keys.care.confirm.click()
    assert "Dipakai sejak" in page.keys.care._sheet_words.text()
    assert not page.keys.care.confirm.isVisibleTo(page.keys.care)


def test_a_card_for_another_device_is_not_offered(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path, tmp_path: Path
) -> None:
    other = make(tmp_path / "lain", office="Dinas Sosial")
    with opened(other):
        enrol.approve(city, enrol.request(other, stick), stick, in_person=True)
    page = page_of(qtbot, office)
    page.keys.places.choose(stick)
    assert page.keys.files == []


def test_a_city_lists_its_offices_and_an_office_does_not(qtbot: QtBot, city: Workspace, office: Workspace) -> None:
    assert page_of(qtbot, city).offices is not None
    assert page_of(qtbot, office).offices is None


def test_an_office_is_added_and_its_fields_are_kept(qtbot: QtBot, city: Workspace) -> None:
    page = page_of(qtbot, city, FakeAsk(["Kecamatan Cipondoh"]))
    assert page.offices is not None
    page.add.click()
    assert page.offices.name.text() == "Kecamatan Cipondoh"
    kinds = page.offices.office_type
    kinds.setCurrentIndex(kinds.findData("kecamatan"))
    kinds.activated.emit(kinds.currentIndex())
    page.offices.in_pokja.click()
    flush_all(page)
    row = next(each for each in offices.offices(city) if each.name == "Kecamatan Cipondoh")
    assert (row.office_type, row.in_pokja) == ("kecamatan", False)


def test_an_office_taken_off_the_list_comes_back(qtbot: QtBot, city: Workspace) -> None:
    offices.add_office(city, "Dinas Sosial")
    page = page_of(qtbot, city)
    assert page.offices is not None
    page.offices.choose(next(each.id for each in offices.offices(city) if each.name == "Dinas Sosial"))
    with qtbot.waitSignal(page.removed) as told:
        page.offices._remove.click()
    assert told.args == ["Dinas Sosial dihapus dari daftar kantor."]
    edit.undo(city)
    page.refresh()
    assert "Dinas Sosial" in [each.name for each in offices.offices(city)]


def test_one_s_own_office_cannot_be_taken_off(qtbot: QtBot, city: Workspace) -> None:
    page = page_of(qtbot, city)
    assert page.offices is not None
    page.offices.choose(city.profile.office_id)
    assert not page.offices._remove.isVisible()


def test_the_page_opens_at_the_key_cards_when_led_there(qtbot: QtBot, city: Workspace) -> None:
    page = page_of(qtbot, city)
    page.open("keys")
    assert page.tabs.currentWidget() is page.keys


def test_a_province_sees_whose_offices_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    three = make_three(tmp_path)
    with opened(*three):
        page = page_of(qtbot, three[0])
        assert page.offices is not None
        assert page.offices.model.columns[1].heading == "Kabupaten/kota"


def test_a_card_of_another_computer_above_is_offered_and_needs_its_code(
    qtbot: QtBot, tmp_path: Path, stick: Path
) -> None:
    province = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    first, second = (make(tmp_path / name, "kabkota", "36.71", "DP3AP2KB Kota Tangerang") for name in ("k1", "k2"))
    below = make(tmp_path / "bawah")
    with opened(province, first, second, below):
        for above, asks in ((province, first), (province, second), (first, below)):
            card = enrol.approve(above, enrol.request(asks, tmp_path), tmp_path, in_person=True)
            enrol.accept(asks, card, in_person=True)
        enrol.approve(second, enrol.request(below, stick), stick, in_person=True)
        page = page_of(qtbot, below)

        page.keys.places.choose(stick)

        assert [card.found.needs_proof for card in page.keys.files] == [True]
        type_code(qtbot, page.keys.files[0], code_check.own_code(second).replace(" ", ""))
        page.keys.files[0].button.click()
        page.keys.refresh()
        assert page.keys.files == []
