"""Pembaruan among the settings: what a stick offers, why something is refused, and installing it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from pug_desktop import errors
from pug_desktop.app import update
from pug_desktop.app.update_memory import Memory, keep_memory
from pug_desktop.app.update_start import Started, Way
from pug_desktop.storage.schema import SCHEMA
from pug_desktop.ui.settings.page import SettingsPage
from tests.bundle.updates import KEY, OTHER_KEY, PACKAGE, fill_stick, manifest
from tests.ui.fakes import FakeAsk, NowJobs

HERE = update.Here("0.1.0", "debian", SCHEMA, (KEY.public,))


class Installer:
    """Notes what it is handed in place of running it."""

    def __init__(self):
        self.way, self.error, self.ran = Way.DONE, None, []

    def __call__(self, path, system):
        self.ran.append((path.read_bytes(), system))
        if self.error is not None:
            raise self.error
        command = f"sudo apt-get install {path}" if system == "debian" and self.way is Way.BY_HAND else ""
        return Started(self.way, path, command)


@pytest.fixture
def installer(monkeypatch):
    made = Installer()
    real = update.install
    monkeypatch.setattr(update, "install", lambda prepared: real(prepared, made))
    return made


@pytest.fixture
def ask():
    return FakeAsk()


@pytest.fixture
def page(open_profile, qtbot, ask):
    window = QWidget()
    window.resize(1130, 690)
    qtbot.addWidget(window)
    made = SettingsPage(open_profile("kabkota"), ask, NowJobs(), window)
    made.resize(1130, 690)
    made.update_view._here = lambda: HERE
    made.update_view.places.watcher._find = tuple
    window.show()
    made.refresh()
    yield made
    window.close()


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "KINGSTON"


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def looked_at(qtbot, page, stick):
    press(qtbot, page.open_update)
    page.update_view.show_place(stick)
    # What a layout is handed is shown with the next event.
    qtbot.waitUntil(lambda: all(card.isVisible() for card in page.update_view.cards))
    return page.update_view


def words(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_the_version_is_said_and_what_to_do(page, qtbot):
    press(qtbot, page.open_update)

    assert page.update_view.isVisible()
    assert page.update_view.version.text() == "Versi di komputer ini: 0.1.0"
    assert not page.update_view.pending.isVisible()
    assert page.update_view.places.isVisible()


def test_an_update_on_the_stick_shows_what_is_new_and_a_button(page, qtbot, stick):
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)

    (card,) = view.cards
    assert "Versi 0.2.0" in words(card)
    assert "Statistik dapat dicetak." in words(card)
    assert "dapat dipasang" in words(card)
    assert card.install.isVisible()


def test_no_update_is_said(page, qtbot, stick):
    stick.mkdir()
    view = looked_at(qtbot, page, stick)

    assert view.title.text() == "Tidak ada pembaruan di sini."


@pytest.mark.parametrize(
    ("made", "keys", "code"),
    [
        (manifest("0.1.0"), (KEY,), "PUG-UPDATE-003"),
        (manifest(), (OTHER_KEY,), "PUG-UPDATE-002"),
        (manifest(product="pug-tablet"), (KEY,), "PUG-UPDATE-004"),
    ],
)
def test_what_is_refused_says_why_and_has_no_button(page, qtbot, stick, made, keys, code):
    fill_stick(stick, made, *keys)
    view = looked_at(qtbot, page, stick)

    (card,) = view.cards
    assert f"Kode: {code}" in words(card)
    assert not hasattr(card, "install")


def test_a_stick_that_was_pulled_out_shows_nothing_more(page, qtbot, stick):
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)

    view.places.choose(None)

    assert (view.cards, view.title.text()) == ([], "")


def test_a_stick_that_fails_is_told(page, qtbot, stick, ask):
    view = looked_at(qtbot, page, stick)

    assert [type(error) for error in ask.told] == [errors.StickGone]
    assert view.cards == []


def test_after_a_question_it_is_installed_and_the_program_closes(page, qtbot, stick, ask, installer, tmp_path):
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)
    ask.answers = [True]

    with qtbot.waitSignal(page.closing_wanted):
        press(qtbot, view.cards[0].install)

    assert installer.ran == [(PACKAGE, "debian")]
    assert ask.asked[0][1] == "Pasang versi 0.2.0?"
    assert "kata sandi administrator" in ask.asked[0][2]
    assert ask.informed[0][0] == "Versi 0.2.0 sudah terpasang"


def test_a_setup_that_waits_needs_no_more_words(page, qtbot, stick, ask, installer):
    page.update_view._here = lambda: replace(HERE, system="windows")
    fill_stick(stick, system="windows")
    installer.way = Way.CLOSE
    view = looked_at(qtbot, page, stick)
    ask.answers = [True]

    with qtbot.waitSignal(page.closing_wanted):
        press(qtbot, view.cards[0].install)
    assert ask.informed == []


def test_without_a_yes_nothing_happens(page, qtbot, stick, ask, installer):
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)
    ask.answers = [False]

    press(qtbot, view.cards[0].install)

    assert installer.ran == []
    assert not update.local_folder().exists()


def test_without_the_password_the_command_is_shown_and_copied(page, qtbot, stick, ask, installer):
    installer.way = Way.BY_HAND
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)
    ask.answers = [True]

    with qtbot.assertNotEmitted(page.closing_wanted):
        press(qtbot, view.cards[0].install)

    assert view.by_hand.isVisible()
    assert view.by_hand.command.text().startswith("sudo apt-get install /")
    press(qtbot, view.by_hand.copy)
    assert QGuiApplication.clipboard().text() == view.by_hand.command.text()


def test_an_altered_file_is_told_and_nothing_is_run(page, qtbot, stick, ask, installer):
    path = fill_stick(stick).with_suffix("")
    view = looked_at(qtbot, page, stick)
    path.write_bytes(b"?" + PACKAGE[1:])
    ask.answers = [True]

    press(qtbot, view.cards[0].install)

    assert [type(error) for error in ask.told] == [errors.UpdateAltered]
    assert installer.ran == []


def test_an_installer_that_fails_is_told_and_the_page_is_as_before(page, qtbot, stick, ask, installer):
    installer.error = errors.UpdateNotStarted(name="x.deb", reason="E: dpkg")
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)
    ask.answers = [True]

    with qtbot.assertNotEmitted(page.closing_wanted):
        press(qtbot, view.cards[0].install)

    assert ask.told == [installer.error]
    assert len(view.cards) == 1


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_profile_without_backup_is_asked_about(page, qtbot, stick, ask, installer, monkeypatch, goes_on):
    damaged = errors.DatabaseDamaged(path=Path("pug.db"), problem="")
    monkeypatch.setattr(update, "_back_up", lambda *_: ((), (("Dinas Sosial", damaged),)))
    fill_stick(stick)
    view = looked_at(qtbot, page, stick)
    ask.answers = [True, goes_on]

    press(qtbot, view.cards[0].install)

    assert "Dinas Sosial" in ask.asked[1][2]
    assert bool(installer.ran) is goes_on
    assert (update.local_folder() / "20000").exists() is goes_on


def test_an_update_that_was_begun_and_not_finished_is_said(page, qtbot):
    keep_memory(Memory("0.1.0", 0, "0.2.0", 20_000))
    press(qtbot, page.open_update)

    assert "0.2.0 sudah dimulai tetapi belum selesai" in page.update_view.pending.text()


def test_escape_leads_back(page, qtbot):
    page.open("pembaruan")
    qtbot.keyClick(page.update_view, Qt.Key.Key_Escape)

    assert not page.update_view.isVisible()
    assert page.open_update.isVisible()


def test_a_folder_that_another_page_names_is_looked_at(page, stick):
    fill_stick(stick)
    page.open(stick)

    assert len(page.update_view.cards) == 1
