"""Pictures of every page of a profile at 1366 x 768, for the README, the guide and for looking at."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QTabWidget

from pug_desktop.app import fill, meet, workspace
from pug_desktop.app.preferences import Preferences
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.application import dress, make_application
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.main_window import PAGES, MainWindow

WIDTH, HEIGHT = 1366, 768
SETTLE_MS = 60


def take_pictures(profile: Path, folder: Path, *, language: str = "id", font_percent: int = 100) -> tuple[Path, ...]:
    """Open the profile, walk through its pages, save a picture of each; changes nothing in the profile.

    Args:
        profile: the folder of a profile whose keys are not locked.
        folder: where the pictures go; made when it is missing.
        language: "id" or "en".
        font_percent: size of the text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    dress(application, Preferences(language=language, font_percent=font_percent))
    window = MainWindow()
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.show_workspace(workspace.open_profile(profile))
    camera = _Camera(window, folder)
    for entry in PAGES:
        if entry.roles and window.workspace is not None and window.workspace.profile.role in entry.roles:
            window.go_to(entry.name)
            camera.take(entry.name)
            _inside(window, entry.name, camera.take)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return tuple(camera.taken)


def take_first_start(folder: Path, *, language: str = "id", font_percent: int = 100) -> tuple[Path, ...]:
    """The three steps of the first start."""
    folder.mkdir(parents=True, exist_ok=True)
    dress(make_application(), Preferences(language=language, font_percent=font_percent))
    window = MainWindow()
    window.resize(WIDTH, HEIGHT)
    window.show()
    steps = FirstSteps(window)
    window.show_first(steps)
    camera = _Camera(window, folder)
    camera.take("first-start-1")
    steps.fill("kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    for number in (2, 3):
        steps.go_on()
        camera.take(f"first-start-{number}")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return tuple(camera.taken)


class _Camera:
    """Saves the window under a name, after its layout has settled."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.taken: list[Path] = []

    def take(self, name: str) -> None:
        self._settle()
        while self._window.jobs.busy:
            self._settle()
        self._settle()
        path = self._folder / f"{name}.png"
        self._window.grab().save(str(path))
        self.taken.append(path)

    def _settle(self) -> None:
        """Wrapped words need a few rounds of layout, and a page asks the worker in two steps."""
        settled = QEventLoop()
        QTimer.singleShot(SETTLE_MS, settled.quit)
        settled.exec()


def _inside(window: MainWindow, name: str, take: Callable[[str], None]) -> None:
    """What a page shows after a click: a section of the checklist, a meeting with its tabs."""
    if window.workspace is None:
        return
    if name == "checklist":
        for item in _answered(window.workspace):
            window.go_to(name, item)
            take(f"{name}-{item}")
    elif name == "meeting":
        rows = meet.meetings(window.workspace)
        if rows:
            window.go_to(name, rows[0].id)
            _each_tab(window, name, take)
    elif name in ("register", "report"):
        _each_tab(window, name, take)


def _each_tab(window: MainWindow, name: str, take: Callable[[str], None]) -> None:
    tabs = [each for each in window.page(name).findChildren(QTabWidget) if each.isVisible()]
    if not tabs:
        take(f"{name}-1")
    for each in tabs[:1]:
        for number in range(each.count()):
            each.setCurrentIndex(number)
            take(f"{name}-{number + 1}-{_plain(each.tabText(number))}")


def _answered(ws: Workspace) -> list[str]:
    """One item that a person answered, one that was computed, one that is empty."""
    if ws.profile.role == "provinsi":
        return ["P1.01"]
    items = [item for section in fill.sheet(ws, fill.years(ws)[0]).sections for item in section.items]
    kinds: tuple[Callable[[fill.SheetItem], bool], ...] = (
        lambda item: item.value is not None,
        lambda item: item.computed is not None,
        lambda item: item.value is None and item.computed is None,
    )
    found = [next((item.question.name for item in items if fits(item)), None) for fits in kinds]
    return [name for name in found if name is not None]


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.replace("&", "").casefold()).strip("-")
