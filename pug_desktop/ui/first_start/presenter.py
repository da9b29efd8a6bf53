"""Decides what is shown before a profile is open; knows no Qt.

no profile          -> the steps of the first start
one profile         -> open it
several profiles    -> open the one used last; without one, ask which
keys are locked     -> ask for the passphrase, as often as it is mistyped
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pug_desktop.errors import NeedsPassphrase, WrongPassphrase

if TYPE_CHECKING:
    from pug_desktop.app.profiles import ProfileCard
    from pug_desktop.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What the person said in the steps of the first start.

    Attributes:
        passphrase: kata sandi pengaman, or None when the keys shall not be locked.
        practice: an exercise with example data; never sent to a real office.
    """

    role: str
    region_code: str
    office_name: str
    passphrase: str | None = None
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Restore:
    """What the person typed from the recovery sheet, and the folder with the office's own bundles."""

    lines: tuple[str, ...]
    folder: Path
    passphrase: str | None = None


class StartView(Protocol):
    """What the presenter asks of the window."""

    def show_restore(self) -> None:
        """The page for the recovery sheet."""

    def restore_in_background(self, wanted: Restore) -> None:
        """Start restoring; `restored` or `failed` follows."""

    def show_steps(self, *, can_go_back: bool) -> None:
        """The steps of the first start."""

    def show_profiles(self, cards: "Sequence[ProfileCard]") -> None:
        """The choice among profiles."""

    def open_in_background(self, folder: Path, passphrase: str | None) -> None:
        """Open a profile in the worker."""

    def create_in_background(self, wanted: NewProfile) -> None:
        """Make a profile in the worker."""

    def ask_passphrase(self, *, wrong: bool) -> str | None:
        """Kata sandi pengaman; None when the person gave up."""

    def tell(self, error: Exception) -> None:
        """What went wrong."""

    def show_workspace(self, workspace: "Workspace") -> None:
        """The profile is open."""


class Profiles(Protocol):
    """What the presenter asks of `app.profiles`."""

    def list_profiles(self) -> "Sequence[ProfileCard]":
        """All profiles of this user."""


class StartPresenter:
    """The way to an open profile."""

    def __init__(self, profiles: Profiles, view: StartView) -> None:
        self._profiles = profiles
        self._view = view
        self._folder: Path | None = None

    def begin(self, folder: Path | None, last_used: str | None) -> None:
        """The program has just started; `folder` was named on the command line."""
        if folder is not None:
            self.open(folder)
            return
        cards = self._profiles.list_profiles()
        if not cards:
            self._view.show_steps(can_go_back=False)
        elif len(cards) == 1:
            self.open(cards[0].folder)
        elif known := [card for card in cards if card.folder.name == last_used]:
            self.open(known[0].folder)
        else:
            self._view.show_profiles(cards)

    def choose(self) -> None:
        """The person wants another profile than the one that is open."""
        cards = self._profiles.list_profiles()
        if cards:
            self._view.show_profiles(cards)
        else:
            self._view.show_steps(can_go_back=False)

    def make_new(self) -> None:
        """The person wants a further profile."""
        self._view.show_steps(can_go_back=bool(self._profiles.list_profiles()))

    def restore(self) -> None:
        """The person has a recovery sheet of a lost computer."""
        self._view.show_restore()

    def restore_from(self, wanted: "Restore") -> None:
        """Make the profile from the sheet and the stick, and open it."""
        self._folder = None
        self._view.restore_in_background(wanted)

    def open(self, folder: Path) -> None:
        """Open a profile."""
        self._folder = folder
        self._view.open_in_background(folder, None)

    def create(self, wanted: NewProfile) -> None:
        """Make the profile of the first start and open it."""
        self._folder = None
        self._view.create_in_background(wanted)

    def opened(self, workspace: "Workspace") -> None:
        """It is open."""
        self._view.show_workspace(workspace)

    def failed(self, error: Exception) -> None:
        """It could not be opened or made."""
        if isinstance(error, NeedsPassphrase | WrongPassphrase) and self._folder is not None:
            said = self._view.ask_passphrase(wrong=isinstance(error, WrongPassphrase))
            if said is not None:
                self._view.open_in_background(self._folder, said)
                return
        else:
            self._view.tell(error)
        self.choose()
