"""What every window test gets: warnings of Qt fail it, and so does a window that it leaves behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pug_desktop.app.workspace import Workspace
from tests.ui.world import NAMES, make_profile, open_copy


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Fusion, the style sheet, Indonesian; profiles and preferences of the test lie in a folder of their own."""
    from pug_desktop.ui import style, texts

    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    texts.use_language(qapp, "id")
    if not qapp.styleSheet():
        style.apply(qapp)


@pytest.fixture(autouse=True)
def _no_window_stays(qapp: QApplication, qtbot: QtBot) -> Iterator[None]:
    """A test that leaves a window behind fails: hand it to qtbot.addWidget or close it."""
    before = set(qapp.topLevelWidgets())
    yield
    left = [
        widget
        for widget in qapp.topLevelWidgets()
        if widget not in before and widget.isVisible() and not widget.parent()
    ]
    for widget in left:
        widget.deleteLater()
    assert not left, f"left behind: {left}"


@pytest.fixture(scope="session")
def _profiles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    base = tmp_path_factory.mktemp("profiles")
    return {role: make_profile(base / role, role, practice=role != "provinsi") for role in NAMES}


@pytest.fixture
def open_profile(_profiles: dict[str, Path], tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Opens a copy of a profile of a role, full of examples (a province has none); closed after the test."""
    opened: list[Workspace] = []

    def make(role: str) -> Workspace:
        opened.append(open_copy(_profiles[role], tmp_path / f"{role}-{len(opened)}"))
        return opened[-1]

    yield make
    for each in opened:
        each.close()
