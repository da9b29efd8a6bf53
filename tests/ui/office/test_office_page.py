"""Key cards go round by files; offices are listed, changed and taken off the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pug_desktop.app import edit, enrol, offices
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.office.page import OfficePage
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
        enrol.accept(made, enrol.approve(province, enrol.request(made, cards), cards))
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


def press(card: object) -> None:
    assert isinstance(card, QPushButton) or hasattr(card, "findChild")
    card.findChild(QPushButton).click()


def test_a_key_card_goes_round_by_stick(qtbot: QtBot, city: Workspace, office: Workspace, stick: Path) -> None:
    asks = page_of(qtbot, office)
    asks.keys.places.choose(stick)
    asks.keys.request.click()
    assert [path.name for path in stick.iterdir()] == ["Permohonan_36.71_Dinas-Kesehatan.pugkey"]

    ask = FakeAsk([True])
    gives = page_of(qtbot, city, ask)
    gives.keys.places.choose(stick)
    press(gives.keys.files[0])
    assert office.profile.device_id in ask.asked[0][2]
    assert "Kembalikan flashdisk" in gives.keys._done.text()

    asks.keys.refresh()
    press(asks.keys.files[0])
    assert enrol.status(office).enrolled
    assert asks.keys._state_title.text() == "Perangkat ini punya kartu kunci"


def test_a_request_that_is_not_confirmed_gets_no_card(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path
) -> None:
    enrol.request(office, stick)
    page = page_of(qtbot, city, FakeAsk([False]))
    page.keys.places.choose(stick)
    press(page.keys.files[0])
    assert len(list(stick.iterdir())) == 1


def test_a_card_for_another_device_is_not_offered(
    qtbot: QtBot, city: Workspace, office: Workspace, stick: Path, tmp_path: Path
) -> None:
    other = make(tmp_path / "lain", office="Dinas Sosial")
    with opened(other):
        enrol.approve(city, enrol.request(other, stick), stick)
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
