"""What is sent, to whom, and whether it can go. No Qt here."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from pug_desktop.app import enrol, send
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.progress import Step


class Lacking(StrEnum):
    """Why nobody can be sent to."""

    NOTHING = ""
    CARD = "card"
    """This device has no key card yet."""
    NOBODY = "nobody"
    """It has one, but no other device is known."""
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Room:
    """Whether it fits on the stick: bytes needed, free (None: unknown) and missing."""

    needed: int
    free: int | None

    @property
    def missing(self) -> int:
        """Bytes that are lacking; 0 when it fits or nobody knows."""
        return max(0, self.needed - self.free) if self.free is not None else 0


@dataclass(frozen=True, slots=True)
class SentRow:
    """A bundle that was written; `state` is disiapkan, dikirim or batal."""

    seq: int
    made_at: str
    addressee: str
    counts: dict[str, int]
    size: int
    state: str


class SendScreen(Protocol):
    """What the presenter asks of the page."""

    def show_lacking(self, why: Lacking) -> None:
        """Say why nobody can be sent to; NOTHING takes that away."""

    def show_addressees(self, addressees: Sequence[send.Addressee], chosen: send.Addressee | None) -> None:
        """Offer these."""

    def show_preview(self, preview: send.SendPreview | None, room: Room) -> None:
        """Say what would go; None while something is not chosen yet."""

    def show_log(self, sent: Sequence[SentRow]) -> None:
        """Say what was sent before."""

    def tell(self, error: PugError) -> None:
        """Say what went wrong."""


class SendPresenter:
    """The choice of addressee and place, and the work."""

    def __init__(self, workspace: Workspace, screen: SendScreen) -> None:
        self._workspace = workspace
        self._screen = screen
        self._known: tuple[send.Addressee, ...] = ()
        self.addressee: send.Addressee | None = None
        self.place: Path | None = None

    @property
    def ready(self) -> bool:
        """Whether addressee and place are chosen."""
        return self.addressee is not None and self.place is not None

    def refresh(self) -> None:
        """Read addressees and log again; with a single addressee there is nothing to choose."""
        self._known = send.addressees(self._workspace)
        chosen = self.addressee.device_id if self.addressee else None
        self.addressee = next((each for each in self._known if each.device_id == chosen), None)
        if self.addressee is None:
            above = [each for each in self._known if each.relation == "above"]
            self.addressee = above[0] if above else self._known[0] if len(self._known) == 1 else None
        self._screen.show_lacking(self._lacking())
        self._screen.show_addressees(self._known, self.addressee)
        self._screen.show_log(self._sent())
        self._preview()

    def choose_addressee(self, device_id: str) -> None:
        """Send to this device."""
        self.addressee = next((each for each in self._known if each.device_id == device_id), None)
        self._preview()

    def choose_place(self, place: Path | None) -> None:
        """Write into this folder; None: the stick was pulled out."""
        self.place = place
        self._preview()

    def send(self, step: Step) -> send.Sent:
        """The work itself; runs on the worker."""
        assert self.addressee is not None
        assert self.place is not None
        return send.send(self._workspace, self.addressee, self.place, step)

    def after(self) -> None:
        """Something was sent, or not: read the log and the free space again."""
        self._screen.show_log(self._sent())

    def _sent(self) -> tuple[SentRow, ...]:
        rows = []
        for each in send.sent_log(self._workspace):
            counts = json.loads(each.result or "{}").get("counts", {})
            rows.append(SentRow(each.seq, each.made_at, each.addressee_name, counts, each.size, each.state))
        return tuple(rows)

    def _lacking(self) -> Lacking:
        if self._workspace.profile.practice:
            return Lacking.PRACTICE
        if self._known:
            return Lacking.NOTHING
        return Lacking.NOBODY if enrol.status(self._workspace).enrolled else Lacking.CARD

    def _preview(self) -> None:
        if self.addressee is None or self.place is None:
            self._screen.show_preview(None, Room(0, None))
            return
        try:
            found = send.preview(self._workspace, self.addressee, self.place)
        except PugError as error:
            self._screen.show_preview(None, Room(0, None))
            self._screen.tell(error)
            return
        self._screen.show_preview(found, Room(found.needed_bytes, found.free_bytes))
