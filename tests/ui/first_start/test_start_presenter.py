"""What is shown before a profile is open; no Qt here."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pug_desktop.errors import NeedsPassphrase, ProfileInUse, WrongPassphrase
from pug_desktop.ui.first_start.presenter import NewProfile, StartPresenter


@dataclass
class Card:
    folder: Path


@dataclass
class FakeProfiles:
    cards: list[Card] = field(default_factory=list)

    def list_profiles(self):
        return self.cards


@dataclass
class FakeView:
    passphrases: list[str | None] = field(default_factory=list)
    seen: list[tuple] = field(default_factory=list)

    def show_steps(self, *, can_go_back):
        self.seen.append(("steps", can_go_back))

    def show_profiles(self, cards):
        self.seen.append(("profiles", len(cards)))

    def open_in_background(self, folder, passphrase):
        self.seen.append(("open", folder.name, passphrase))

    def create_in_background(self, wanted):
        self.seen.append(("create", wanted))

    def ask_passphrase(self, *, wrong):
        self.seen.append(("ask", wrong))
        return self.passphrases.pop(0)

    def tell(self, error):
        self.seen.append(("tell", type(error)))

    def show_workspace(self, workspace):
        self.seen.append(("workspace", workspace))


@pytest.fixture
def view():
    return FakeView()


def start(view, *names):
    return StartPresenter(FakeProfiles([Card(Path(name)) for name in names]), view)


def test_without_a_profile_the_first_steps_are_shown(view):
    start(view).begin(None, None)
    assert view.seen == [("steps", False)]


def test_the_only_profile_is_opened(view):
    start(view, "a").begin(None, None)
    assert view.seen == [("open", "a", None)]


def test_of_several_the_one_used_last_is_opened(view):
    start(view, "a", "b").begin(None, "b")
    assert view.seen == [("open", "b", None)]


def test_of_several_without_a_last_one_the_person_chooses(view):
    start(view, "a", "b").begin(None, "gone")
    assert view.seen == [("profiles", 2)]


def test_a_profile_named_on_the_command_line_is_opened(view):
    start(view, "a", "b").begin(Path("c"), "b")
    assert view.seen == [("open", "c", None)]


def test_locked_keys_ask_for_the_passphrase_until_it_fits(view):
    view.passphrases = ["salah", "benar"]
    presenter = start(view, "a")
    presenter.begin(None, None)
    presenter.failed(NeedsPassphrase(path="a"))
    presenter.failed(WrongPassphrase(path="a"))
    presenter.opened("terbuka")
    assert view.seen == [
        ("open", "a", None),
        ("ask", False),
        ("open", "a", "salah"),
        ("ask", True),
        ("open", "a", "benar"),
        ("workspace", "terbuka"),
    ]


def test_who_gives_up_sees_the_profiles(view):
    view.passphrases = [None]
    presenter = start(view, "a")
    presenter.begin(None, None)
    presenter.failed(NeedsPassphrase(path="a"))
    assert view.seen[-1] == ("profiles", 1)


def test_what_went_wrong_is_told(view):
    presenter = start(view, "a")
    presenter.begin(None, None)
    presenter.failed(ProfileInUse(path="a"))
    assert view.seen[-2:] == [("tell", ProfileInUse), ("profiles", 1)]


def test_a_further_profile_can_be_made_and_one_can_go_back(view):
    presenter = start(view, "a")
    presenter.make_new()
    wanted = NewProfile("opd", "36.71", "Dinas Kesehatan")
    presenter.create(wanted)
    assert view.seen == [("steps", True), ("create", wanted)]
