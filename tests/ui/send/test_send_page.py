"""The page Kirim writes a real bundle into a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pug_desktop.app import edit, meet, send
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.errors import StickGone
from pug_desktop.ui.send.page import SendPage
from tests.ui.fakes import FakeAsk
from tests.ui.workspaces import make, make_three, opened, window_jobs


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    three = make_three(tmp_path)
    with opened(*three):
        edit.put(three[2], "meeting", meet.create_meeting(three[2]), title="Rakor")
        yield three[2]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


def page_of(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> SendPage:
    made = SendPage(workspace, ask, window_jobs(qtbot, ask.tell), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.where.places.watcher._find = tuple
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def test_without_a_key_card_the_page_says_why_and_leads_on(qtbot: QtBot, ask: FakeAsk, tmp_path: Path) -> None:
    lonely = make(tmp_path / "opd")
    with opened(lonely):
        page = page_of(qtbot, lonely, ask)
        assert page._lacking_title.text() == "Perangkat ini belum punya kartu kunci"
        assert not page.where.isVisible()
        with qtbot.waitSignal(page.go_to) as told:
            page._lacking_go.click()
        assert told.args == ["office", "keys"]


def test_a_practice_profile_is_told_that_it_cannot_send(qtbot: QtBot, ask: FakeAsk, tmp_path: Path) -> None:
    practice = create_profile(
        tmp_path / "latihan", role="opd", region_code="36.71", office_name="Latihan", practice=True
    )
    with opened(practice):
        page = page_of(qtbot, practice, ask)
        assert page._lacking_title.text() == "Ini profil latihan"
        assert not page._lacking_go.isVisible()


def test_the_office_above_is_chosen_and_the_content_told(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path
) -> None:
    page = page_of(qtbot, office, ask)
    assert not page.what.send.isEnabled()
    page.where.places.choose(stick)
    assert page.what.send.isEnabled()
    assert page.what._counts.text().startswith("1 rapat")


def test_the_bundle_lies_on_the_stick_and_may_be_pulled_out(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path
) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    page.what.send.click()
    qtbot.waitUntil(page.result.isVisible)
    written = list(stick.glob("*.pug"))
    assert len(written) == 1
    assert page.result._title.text() == "Boleh dicabut"
    assert written[0].name in page.result._file.text()
    assert page._log_model.rowCount() == 1
    assert not page.work.isVisible()


def test_one_more_bundle_can_be_sent(qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    page.what.send.click()
    qtbot.waitUntil(page.result.isVisible)
    page.result.again.click()
    assert page.what.isVisible()
    assert not page.result.isVisible()


def test_a_stick_that_goes_while_writing_is_told_and_the_page_is_ready_again(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise StickGone(path=stick)

    monkeypatch.setattr(send, "send", gone)
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    page.what.send.click()
    qtbot.waitUntil(page.what.isVisible)
    assert [type(error) for error in ask.told] == [StickGone]
    assert page.where.isEnabled()
    assert not page.result.isVisible()


def test_a_full_stick_is_told_before_anything_is_written(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pug_desktop.bundle.stick.free_bytes", free_of_little)
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    assert page.what._room.text().startswith("Tidak muat:")
    assert not page.what.send.isEnabled()


def free_of_little(_path: Path) -> int:
    return 100
