"""While bundles are taken in the window holds everything else."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.main_window import MainWindow


def test_no_page_can_be_opened_and_nothing_undone_while_bundles_come_in(
    qtbot: QtBot, open_profile: Callable[[str], Workspace]
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_workspace(open_profile("opd"))
    page = window.page("receive")
    page.holding.emit(True)  # type: ignore[attr-defined]
    assert not any(each.isEnabled() for each in window._nav.values())
    assert not any(each.isEnabled() for each in window.actions())
    page.holding.emit(False)  # type: ignore[attr-defined]
    assert all(each.isEnabled() for each in window._nav.values())
    assert all(each.isEnabled() for each in window.actions())
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.workspace = None
