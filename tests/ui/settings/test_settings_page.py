"""Letterhead, language, size of the text."""

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from pug_desktop.app import settings
from pug_desktop.errors import EvidenceRefused
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.settings.page import SettingsPage
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def ask():
    return FakeAsk()


@pytest.fixture
def page(open_profile, qtbot, ask):
    window = QWidget()
    qtbot.addWidget(window)
    ws = open_profile("kabkota")
    made = SettingsPage(ws, ask, NowJobs(), window)
    made.ws = ws
    made.refresh()
    yield made
    window.close()


@pytest.fixture
def picture(tmp_path):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    buffer = QBuffer()
    image.save(buffer, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(bytes(buffer.data()))
    return path


def test_a_line_is_kept_and_stands_in_the_preview(page, qtbot):
    line = page.letterhead._inputs["line3"]
    qtbot.keyClicks(line, "Jalan Satria Sudirman")
    assert "Jalan Satria Sudirman" in page.letterhead._preview._lines
    with qtbot.waitSignal(page.saved):
        flush_all(page)
    assert settings.letterhead(page.ws).lines[2] == "Jalan Satria Sudirman"


def test_the_other_lines_stay_as_they_were_shown(page, qtbot):
    before = settings.letterhead(page.ws).lines
    qtbot.keyClicks(page.letterhead._inputs["line4"], "x")
    flush_all(page)
    assert settings.letterhead(page.ws).lines == (*before[:3], "x")


def test_a_logo_is_taken_and_dropped(page, ask, picture):
    ask.answers = [picture]
    page._choose_logo()
    assert settings.letterhead(page.ws).logo is not None
    assert not page.letterhead._preview._logo.isNull()
    page._remove_logo()
    assert settings.letterhead(page.ws).logo is None


def test_what_is_no_picture_is_told(page, ask, tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    ask.answers = [path]
    page._choose_logo()
    assert isinstance(ask.told[0], EvidenceRefused)


def test_changing_ones_mind_changes_nothing(page, ask):
    ask.answers = [None]
    page._choose_logo()
    assert settings.letterhead(page.ws).logo is None


def test_language_and_size_are_wishes(page, qtbot):
    with qtbot.waitSignal(page.language_chosen) as language:
        qtbot.mouseClick(page._language._group.button(1), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.font_chosen) as size:
        qtbot.mouseClick(page._size._group.button(3), Qt.MouseButton.LeftButton)
    assert (language.args, size.args) == (["en"], [125])
