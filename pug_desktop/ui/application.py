"""Starts the window: paint first, then open the profile in the worker.

Only light modules are imported here. SQLAlchemy, alembic, reportlab, XlsxWriter and cryptography come with
`app.workspace`, which the worker imports after the first paint.
"""

import gc
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from pug_desktop.app.preferences import Preferences, read_preferences, save_preferences
from pug_desktop.ui import style, texts
from pug_desktop.ui.main_window import MainWindow

COLLECT_AFTER_MS = 5000


def run(profile_folder: Path | None = None) -> int:
    """Show the window and stay until it is closed.

    Args:
        profile_folder: the profile to open; None takes the only one, asks which, or starts the first-start pages.
    """
    # Thousands of classes are made until the first row is shown and none of them goes away again: the search for
    # garbage among them would take a tenth of that time. `Program` starts it again.
    gc.disable()
    application = make_application()
    sys.excepthook = _show_unexpected
    preferences = read_preferences()
    dress(application, preferences)
    program = Program(application, preferences, profile_folder)
    program.window.show()
    return application.exec()


def _show_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An unexpected exception shows a window instead of vanishing."""
    from pug_desktop.ui.messages import show_unexpected

    show_unexpected(kind, error, trace)


def make_application() -> QApplication:
    """The one QApplication of this process."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    made = QApplication(sys.argv[:1])
    made.setApplicationName("PUG Desktop")
    made.setOrganizationName("PUG")
    made.setDesktopFileName("pug-desktop")
    return made


def dress(application: QApplication, preferences: Preferences) -> None:
    """Language and look as the person prefers."""
    texts.use_language(application, preferences.language)
    style.apply(application, preferences.font_percent)


class Program(QObject):
    """Holds the window and what belongs to no page: language, size of the text, which profile is open.

    Attributes:
        window: the main window.
        start: the presenter of the first start, made after the first paint.
    """

    def __init__(self, application: QApplication, preferences: Preferences, profile_folder: Path | None) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._folder = profile_folder
        self.window = MainWindow()
        self.window.show_waiting(self.tr("Membuka data…"))
        self.window.painted.connect(self._painted)
        self.window.language_chosen.connect(self._use_language)
        self.window.font_chosen.connect(self._use_font)
        self.window.other_profile_wanted.connect(self._other_profile)
        # Windows turns dark in the evening while the program runs: words and grounds must change together.
        application.styleHints().colorSchemeChanged.connect(self._use_colours)

    def _painted(self) -> None:
        QTimer.singleShot(COLLECT_AFTER_MS, self, self._collect_garbage)
        from pug_desktop.ui.first_start.view import FirstStart

        self.start = FirstStart(self.window)
        self.start.opened.connect(self._opened)
        self.start.begin(self._folder, self._preferences.last_profile)

    def _collect_garbage(self) -> None:
        gc.freeze()
        gc.enable()

    def _opened(self, workspace: object) -> None:
        self.window.show_workspace(workspace)  # type: ignore[arg-type]
        name = workspace.folder.name  # type: ignore[attr-defined]
        if self._folder is None and name != self._preferences.last_profile:
            self._keep(self._preferences._replace(last_profile=name))

    def _other_profile(self) -> None:
        self.window.close_workspace()
        self._folder = None
        self.start.choose()

    def _use_language(self, language: str) -> None:
        self._keep(self._preferences._replace(language=language))
        texts.use_language(self._application, language)
        self.window.rebuild()

    def _use_font(self, percent: int) -> None:
        self._keep(self._preferences._replace(font_percent=percent))
        style.apply(self._application, percent)
        self.window.rebuild()

    def _use_colours(self) -> None:
        style.apply(self._application, self._preferences.font_percent)
        self.window.rebuild()

    def _keep(self, preferences: Preferences) -> None:
        self._preferences = preferences
        save_preferences(preferences)
