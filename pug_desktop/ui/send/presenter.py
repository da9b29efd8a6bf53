"""What is sent, to whom, whether it can go, and what has arrived. No Qt here."""

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

MB = 1_000_000


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
class Look:
    """What would go, or why that cannot be told; `number` says which question it answers."""

    number: int
    preview: send.SendPreview | None = None
    error: PugError | None = None

    @property
    def room(self) -> Room:
        """Whether it fits."""
        return Room(self.preview.needed_bytes, self.preview.free_bytes) if self.preview else Room(0, None)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A bundle that was written; `state` is disiapkan, dikirim, batal or diterima."""

    seq: int
    made_at: str
    addressee: str
    counts: dict[str, int]
    size: int
    state: str
    confirmed_at: str


class SendScreen(Protocol):
    """What the presenter asks of the page."""

    def show_lacking(self, why: Lacking) -> None:
        """Say why nobody can be sent to; NOTHING takes that away."""

    def show_addressees(self, addressees: Sequence[send.Addressee], chosen: send.Addressee | None) -> None:
        """Offer these."""

    def show_standing(self, standing: Sequence[send.Standing]) -> None:
        """Say what has arrived where, and what waits."""

    def show_log(self, sent: Sequence[SentRow]) -> None:
        """Say what was sent before."""


class SendPresenter:
    """The choice of addressee, place and amount, and the work."""

    def __init__(self, workspace: Workspace, screen: SendScreen, lang: str = "id") -> None:
        self._workspace = workspace
        self._screen = screen
        self._lang = lang
        self._known: tuple[send.Addressee, ...] = ()
        self._asked = 0
        self.addressee: send.Addressee | None = None
        self.place: Path | None = None
        self.full = False
        self.budget_mb: int | None = None

    @property
    def ready(self) -> bool:
        """Whether addressee and place are chosen."""
        return self.addressee is not None and self.place is not None

    def refresh(self) -> None:
        """Read addressees, standing and log again; with a single addressee there is nothing to choose."""
        self._known = send.addressees(self._workspace)
        chosen = self.addressee.device_id if self.addressee else None
        self.addressee = next((each for each in self._known if each.device_id == chosen), None)
        if self.addressee is None:
            above = [each for each in self._known if each.relation == "above"]
            self.addressee = above[0] if above else self._known[0] if len(self._known) == 1 else None
        lacking = self._lacking()
        self._screen.show_lacking(lacking)
        self._screen.show_addressees(self._known, self.addressee)
        self._screen.show_log(self._sent())

    def standing(self, _step: Step) -> tuple[send.Standing, ...]:
        """What has arrived where; runs on the worker, since it counts records."""
        if self._lacking() is not Lacking.NOTHING:
            return ()
        return send.standing(self._workspace)

    def choose_addressee(self, device_id: str) -> None:
        """Send to this device."""
        self.addressee = next((each for each in self._known if each.device_id == device_id), None)

    def choose_place(self, place: Path | None) -> None:
        """Write into this folder; None: the stick was pulled out."""
        self.place = place

    def choose_amount(self, *, full: bool, budget_mb: int | None) -> None:
        """All records or only changes; at most so many megabytes of evidence, None: what fits."""
        self.full, self.budget_mb = full, budget_mb

    def ask(self) -> int:
        """The number of a new question for `look`; the answers to older ones are out of date."""
        self._asked += 1
        return self._asked

    def is_latest(self, look: Look) -> bool:
        """Whether this answers the last question."""
        return look.number == self._asked

    def look(self, number: int, _step: Step) -> Look:
        """What would go; runs on the worker and writes nothing."""
        if self.addressee is None or self.place is None:
            return Look(number)
        try:
            found = send.preview(
                self._workspace,
                self.addressee,
                self.place,
                full=self.full,
                budget=self._budget_bytes(),
                lang=self._lang,
            )
        except PugError as error:
            return Look(number, error=error)
        return Look(number, found)

    def send(self, step: Step) -> send.Sent:
        """The work itself; runs on the worker."""
        assert self.addressee is not None
        assert self.place is not None
        return send.send(self._workspace, self.addressee, self.place, step, full=self.full, budget=self._budget_bytes())

    def _budget_bytes(self) -> int | None:
        return None if self.budget_mb is None else self.budget_mb * MB

    def _sent(self) -> tuple[SentRow, ...]:
        rows = []
        for each in send.sent_log(self._workspace):
            counts = json.loads(each.result or "{}").get("counts", {})
            values = (each.seq, each.made_at, each.addressee_name, counts, each.size, each.state)
            rows.append(SentRow(*values, each.confirmed_at or ""))
        return tuple(rows)

    def _lacking(self) -> Lacking:
        if self._workspace.profile.practice:
            return Lacking.PRACTICE
        if self._known:
            return Lacking.NOTHING
        return Lacking.NOBODY if enrol.status(self._workspace).enrolled else Lacking.CARD
