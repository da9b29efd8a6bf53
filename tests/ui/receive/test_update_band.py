"""A stick that also holds a newer program says so on the page Terima."""

import pytest

from pug_desktop.app import update
from pug_desktop.storage.schema import SCHEMA
from pug_desktop.ui.receive.page import ReceivePage
from tests.bundle.updates import KEY, OTHER_KEY, fill_stick
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def page(open_profile, qtbot, monkeypatch):
    monkeypatch.setattr(update, "here", lambda: update.Here("0.1.0", "debian", SCHEMA, (KEY.public,)))
    made = ReceivePage(open_profile("kabkota"), FakeAsk(), NowJobs(), None)
    qtbot.addWidget(made)
    made.found.places.watcher._find = tuple
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def test_a_newer_program_on_the_stick_is_said_and_leads_to_its_page(page, qtbot, tmp_path):
    stick = tmp_path / "KINGSTON"
    fill_stick(stick)

    page.found.places.choose(stick)

    assert page.found.newer.isVisible()
    assert page.found.newer.words == "Di sini juga ada pembaruan program: versi 0.2.0."
    with qtbot.waitSignal(page.go_to) as told:
        page.found.newer.open.click()
    assert told.args == ["settings", stick]

    page.found.places.choose(None)
    assert not page.found.newer.isVisible()


def test_a_strangers_program_is_not_offered(page, tmp_path):
    stick = tmp_path / "KINGSTON"
    fill_stick(stick, None, OTHER_KEY)

    page.found.places.choose(stick)

    assert not page.found.newer.isVisible()


def test_a_stick_of_bundles_alone_says_nothing_of_it(page, tmp_path):
    stick = tmp_path / "KINGSTON"
    stick.mkdir()

    page.found.places.choose(stick)

    assert not page.found.newer.isVisible()
