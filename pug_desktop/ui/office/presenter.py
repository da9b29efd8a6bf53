"""Key cards as files: what lies on the stick, what it means for this device, and what is done with it. No Qt here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from pug_desktop.app import enrol
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.progress import Step

SUFFIX = ".pugkey"
MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file that was found: a request that can be approved, or a card that can be put in.

    `request` is None for a card; `known` says that the device that asks has a card already.
    """

    path: Path
    request: enrol.Request | None
    known: bool = False


class KeyScreen(Protocol):
    """What the presenter asks of the page."""

    def show_status(self, status: enrol.Enrolment) -> None:
        """Say whether this device has a card, and which devices are known."""

    def show_files(self, files: Sequence[KeyFile], place: Path | None) -> None:
        """Show what lies on the stick; `place` is None while none is chosen."""


class KeyPresenter:
    """Requests and key cards of one profile."""

    def __init__(self, workspace: Workspace, screen: KeyScreen) -> None:
        self._workspace = workspace
        self._screen = screen
        self.place: Path | None = None

    @property
    def may_request(self) -> bool:
        """A province signs its own card."""
        return self._workspace.profile.role != "provinsi"

    @property
    def may_approve(self) -> bool:
        """Who has offices below."""
        return self._workspace.profile.role != "opd"

    def refresh(self) -> None:
        """Read the cards and the stick again."""
        status = enrol.status(self._workspace)
        self._screen.show_status(status)
        self._screen.show_files(self._files(status), self.place)

    def choose_place(self, place: Path | None) -> None:
        """Look at this stick; None: it was pulled out."""
        self.place = place
        self.refresh()

    def request(self, holder: str) -> Callable[[Step], Path]:
        """The job that writes the request onto the stick."""
        assert self.place is not None
        return partial(_request, self._workspace, self.place, holder)

    def approve(self, path: Path) -> Callable[[Step], Path]:
        """The job that signs a card and writes it beside the request."""
        return partial(_approve, self._workspace, path)

    def accept(self, path: Path) -> Callable[[Step], enrol.Grant]:
        """The job that puts the card in."""
        return partial(_accept, self._workspace, path)

    def _files(self, status: enrol.Enrolment) -> tuple[KeyFile, ...]:
        if self.place is None or not self.place.is_dir():
            return ()
        known = {device.device_id for device in status.devices}
        found = []
        for path in sorted(self.place.glob(f"*{SUFFIX}"))[:MOST_FILES]:
            if not status.enrolled and self._is_for_us(path):
                found.append(KeyFile(path, None))
            elif self.may_approve and (asked := self._asked(path)) is not None:
                found.append(KeyFile(path, asked, known=asked.device.device_id in known))
        return tuple(found)

    def _asked(self, path: Path) -> enrol.Request | None:
        try:
            return enrol.look_request(self._workspace, path)
        except PugError:
            return None

    def _is_for_us(self, path: Path) -> bool:
        """Whether it is a card for this very device: other offices' cards often lie on the same stick."""
        return enrol.is_for_us(self._workspace, path)


def _request(workspace: Workspace, place: Path, holder: str, step: Step) -> Path:
    step(0, 1)
    return enrol.request(workspace, place, holder)


def _approve(workspace: Workspace, path: Path, step: Step) -> Path:
    step(0, 1)
    return enrol.approve(workspace, path, path.parent)


def _accept(workspace: Workspace, path: Path, step: Step) -> enrol.Grant:
    step(0, 1)
    return enrol.accept(workspace, path)
