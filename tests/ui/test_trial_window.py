"""The window of the self-check says what it saw, and what it did not."""

import pytest
from PySide6.QtGui import QPixmap

from pug_desktop.app.workspace import create_profile
from pug_desktop.ui import texts, trial_window
from pug_desktop.ui.main_window import MainWindow
from pug_desktop.ui.trial_window import NothingPainted, paint


@pytest.fixture
def profile(tmp_path):
    ws = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="Sekretariat")
    ws.close()
    return ws.folder


def test_it_names_what_painted(profile):
    assert paint(profile).startswith("offscreen, Qt 6")


def test_the_profile_is_free_afterwards(profile):
    from pug_desktop.app.workspace import open_profile

    paint(profile)
    open_profile(profile).close()


def test_a_window_of_one_colour_is_none(profile, monkeypatch):
    blank = QPixmap(100, 100)
    blank.fill("white")
    monkeypatch.setattr(MainWindow, "grab", lambda _window: blank)
    with pytest.raises(NothingPainted, match="1 colours"):
        paint(profile)


@pytest.mark.parametrize(("language", "file"), [("en", "pug_en.qm"), ("id", "qtbase_id.qm")])
def test_words_that_were_not_packed_are_missed(profile, monkeypatch, language, file):
    real = texts.use_language

    def without(application, wanted):
        real(application, "id" if wanted == "en" else "en") if wanted == language else real(application, wanted)

    monkeypatch.setattr(texts, "use_language", without)
    with pytest.raises(NothingPainted, match=file):
        paint(profile)


def test_a_photo_that_qt_cannot_read_is_missed(profile, monkeypatch, tmp_path):
    monkeypatch.setattr(trial_window, "RESOURCES", tmp_path)
    with pytest.raises(NothingPainted, match="JPEG"):
        paint(profile)
