"""Tentang program in the settings: the version, what is inside, and the texts."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

import pug_desktop
from installer.components import Component
from installer.licences import listed
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.ui.settings.about_view import AboutView
from pug_desktop.ui.settings.page import SettingsPage
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import opened


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(
        tmp_path / "opd",
        role="opd",
        region_code="12.71",
        office_name="Dinas P3APM",
        clock=lambda: datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
    )
    with opened(made):
        yield made


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program" / "lib" / "licences"
    folder.mkdir(parents=True)
    inside = [
        Component("Qt", "6.9.3", "part", "LGPL-3.0-only", "https://www.qt.io/", "see README.txt"),
        Component("click", "8.5.1", "pypi", "BSD-3-Clause"),
    ]
    (folder / "components.json").write_text(listed(inside), encoding="utf-8")
    (folder / "third-party.txt").write_text("texts", encoding="utf-8")
    (folder / "README.txt").write_text("readme", encoding="utf-8")
    return folder.parent.parent


@pytest.fixture
def view(qtbot: QtBot, program: Path) -> AboutView:
    made = AboutView(None, program)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.refresh()
    made.show()
    return made


def shown(view: AboutView) -> list[str]:
    model = view.table.model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_it_names_the_version_and_everything_inside(view: AboutView) -> None:
    assert f"PUG Desktop {pug_desktop.__version__}" in view.versions.text()
    assert "Qt 6.9.3" in view.versions.text()
    assert shown(view) == ["click", "Qt"]
    assert view.gone.isHidden()


def test_a_licence_can_be_searched(view: AboutView) -> None:
    view.search.setText("lgpl")

    assert shown(view) == ["Qt"]


def test_the_buttons_open_the_texts(view: AboutView, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_files: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_files.append(Path(QUrl(url).toLocalFile())))

    view.read_me.click()
    view.read_texts.click()

    assert opened_files == [
        program / "lib" / "licences" / "README.txt",
        program / "lib" / "licences" / "third-party.txt",
    ]


def test_texts_that_are_not_there_are_not_offered_and_a_sentence_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    made = AboutView(None, tmp_path)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.refresh()

    assert made.read_texts.isHidden()
    assert made.read_me.isHidden()
    assert shown(made) == []
    assert "Pasang ulang" in made.gone.text()
    assert not made.gone.isHidden()


def test_it_opens_from_the_settings_and_goes_back(qtbot: QtBot, workspace: Workspace) -> None:
    page = SettingsPage(workspace, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    page.open_about.click()
    assert page.about.isVisible()
    assert "SQLAlchemy" in shown(page.about)

    page.about.back.click()
    assert not page.about.isVisible()
