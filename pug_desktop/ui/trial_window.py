"""The window's part of the self-check: it is shown once with a profile, and what Qt needs beside it is there."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, qVersion
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from pug_desktop.app import workspace
from pug_desktop.app.preferences import Preferences
from pug_desktop.paths import RESOURCES
from pug_desktop.ui import icons, texts
from pug_desktop.ui.application import dress, make_application
from pug_desktop.ui.main_window import MainWindow

SETTLE_MS = 60
LEAST_COLOURS = 20
"""Even an empty page has more, by the smoothed edges of its letters."""

_WORDS = (("en", "MainWindow", "&Beranda", "pug_en.qm"), ("id", "QPlatformTheme", "Cancel", "qtbase_id.qm"))
"""A word of each file of translations; the window stays in the language of the last."""


class NothingPainted(Exception):
    """The window, its words, its icons or its pictures did not come out."""


def paint(profile: Path) -> str:
    """Open the profile in the window, look at what was painted, close both; returns what drew it.

    Raises:
        NothingPainted: with what is missing.
    """
    is_ours = QCoreApplication.instance() is None
    application = make_application()
    dress(application, Preferences())
    _check_words(application)
    _check_pictures()
    window = MainWindow()
    window.show()
    try:
        window.show_workspace(workspace.open_profile(profile))
        for _ in range(3):
            _settle()
        colours = _colours(window.grab().toImage())
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if colours < LEAST_COLOURS:
        raise NothingPainted(f"{colours} colours in the window")
    drawn_by = f"{QGuiApplication.platformName()}, Qt {qVersion()}"
    if is_ours:
        # Not left to the end of Python, which takes things down in an order of its own.
        application.shutdown()
    return drawn_by


def _check_words(application: QCoreApplication) -> None:
    for language, context, word, file in _WORDS:
        texts.use_language(application, language)
        if QCoreApplication.translate(context, word) == word:
            raise NothingPainted(f"translated words: {file}")


def _check_pictures() -> None:
    if QImageReader(str(RESOURCES / "self-check" / "photo.jpg")).read().isNull():
        raise NothingPainted("a photo: Qt's plugin for JPEG")
    if _colours(icons.picture("home", icons.SIZE).toImage(), step=1) < 2:
        raise NothingPainted("an icon: Qt's Svg")


def _colours(image: QImage, step: int = 3) -> int:
    """How many there are at every `step`th place."""
    return len({image.pixel(x, y) for y in range(0, image.height(), step) for x in range(0, image.width(), step)})


def _settle() -> None:
    settled = QEventLoop()
    QTimer.singleShot(SETTLE_MS, settled.quit)
    settled.exec()
