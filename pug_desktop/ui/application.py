"""Starts the window: paint first, then open the profile in the worker.

Only light modules are imported here. SQLAlchemy, alembic, reportlab, XlsxWriter and cryptography come with
`app.workspace`, which the worker imports after the first paint.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from pug_desktop.app import portable
from pug_desktop.app.instance import Instance
from pug_desktop.app.preferences import Preferences, preferences_file, read_preferences, save_preferences
from pug_desktop.errors import FolderNotWritable, PugError
from pug_desktop.progress import Step
from pug_desktop.ui import style, texts
from pug_desktop.ui.given_files import GivenFiles
from pug_desktop.ui.main_window import MainWindow
from pug_desktop.ui.other_starts import OtherStarts

if TYPE_CHECKING:
    from pug_desktop.ui.program_watch import ProgramWatch

COLLECT_AFTER_MS = 5000
LOOK_AT_PROGRAM_AFTER_MS = 2000


def run(profile_folder: Path | None = None, files: Sequence[Path] = (), instance: Instance | None = None) -> int:
    """Show the window and stay until it is closed.

    Args:
        profile_folder: the profile to open; None takes the only one, asks which, or starts the first-start pages.
        files: bundles and key cards that are shown once a profile is open.
        instance: the right to have this window; further starts hand their files over to it.
    """
    # Thousands of classes are made until the first row is shown and none of them goes away again: the search for
    # garbage among them would take a tenth of that time. `Program` starts it again.
    gc.disable()
    application = make_application()
    sys.excepthook = _show_unexpected
    preferences = read_preferences()
    dress(application, preferences)
    program = Program(application, preferences, profile_folder, files, instance)
    program.window.show()
    try:
        return application.exec()
    finally:
        program.stop_listening()


def ask_place() -> None:
    """The first start from a stick: ask where the data shall lie, before any of it is read."""
    from pug_desktop.ui import portable_choice

    application = make_application()
    dress(application, read_preferences())
    portable_choice.ask_place(application)


def tell_and_end(error: PugError) -> int:
    """Say in a window of its own why there is none of the program."""
    application = make_application()
    dress(application, read_preferences())
    from pug_desktop.ui.messages import ErrorWindow

    window = ErrorWindow(None, error)
    window.exec()
    return error.exit_code


def _note_version(_step: Step) -> str:
    """An update that was begun has come about or not; what it left is removed."""
    from pug_desktop.app import update

    return update.after_start(update.here())


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
        files: those that the program was started with, as long as they wait.
        start: the presenter of the first start, made after the first paint.
        watch: looks at the files of a packaged program; None in a checkout.
    """

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences,
        profile_folder: Path | None,
        files: Sequence[Path] = (),
        instance: Instance | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._folder = profile_folder
        self.window = MainWindow()
        self.window.show_waiting(self.tr("Membuka data…"))
        self.files = GivenFiles(self.window, files)
        self.files.say_what_waits()
        self.watch: ProgramWatch | None = None
        self._starts = OtherStarts(instance, self) if instance is not None else None
        if self._starts is not None:
            self._starts.asked.connect(self.files.give)
            self.window.closing.connect(self._starts.pause)
        self.window.painted.connect(self._painted)
        self.window.language_chosen.connect(self._use_language)
        self.window.font_chosen.connect(self._use_font)
        self.window.other_profile_wanted.connect(self._other_profile)
        # Windows turns dark in the evening while the program runs: words and grounds must change together.
        application.styleHints().colorSchemeChanged.connect(self._use_colours)

    def _painted(self) -> None:
        QTimer.singleShot(COLLECT_AFTER_MS, self, self._collect_garbage)
        QTimer.singleShot(LOOK_AT_PROGRAM_AFTER_MS, self, self._look_at_program)
        if self._starts is not None:
            self._starts.start()
        from pug_desktop.ui.first_start.view import FirstStart

        if (problem := portable.problem()) is not None:
            self.window.ask.tell(problem)
        self.start = FirstStart(self.window)
        self.start.opened.connect(self._opened)
        self.start.begin(self._folder, self._preferences.last_profile)

    def _collect_garbage(self) -> None:
        gc.freeze()
        gc.enable()

    def _look_at_program(self) -> None:
        from pug_desktop.app.program_files import program_folder

        if program_folder() is not None:
            from pug_desktop.ui.program_watch import ProgramWatch

            self.watch = ProgramWatch(self.window.notices, self.window)
            self.watch.start()
            self.window.jobs.start(_note_version, label="", quiet=True)

    def _opened(self, workspace: object) -> None:
        self.window.show_workspace(workspace)  # type: ignore[arg-type]
        name = workspace.folder.name  # type: ignore[attr-defined]
        if self._folder is None and name != self._preferences.last_profile:
            self._keep(self._preferences._replace(last_profile=name))
        self.files.show_now()

    def stop_listening(self) -> None:
        """The window is closed: who starts the program now gets a new one."""
        if self._starts is not None:
            self._starts.stop()
        if self.watch is not None:
            self.watch.stop()

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
        try:
            save_preferences(preferences)
        except OSError as error:
            # They hold for this run; the line below says that they are not kept.
            self.window.show_failed(FolderNotWritable(path=preferences_file().parent, reason=error.strerror or ""))
