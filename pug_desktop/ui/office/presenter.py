"""Key cards as files: what lies on the stick, what it means for this device, and what is done with it. No Qt here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from pug_desktop.app import code_check, enrol, handover
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import CertificateForOther, NotAKeyFile, PracticeOnly, PugError, WrongRole
from pug_desktop.progress import Step

SUFFIX = ".pugkey"
MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file that was found: a request that can be approved, or a card that can be put in.

    Attributes:
        path: the file.
        request: of a request.
        grant: of a card.
        known: the device that asks has a card already.
        statement: of a request that takes over from a former key.
        needs_proof: a code must be typed, or the person must be here.
        tries: how often the code may still be typed wrongly.
    """

    path: Path
    request: enrol.Request | None = None
    grant: enrol.Grant | None = None
    known: bool = False
    statement: enrol.Statement | None = None
    needs_proof: bool = True
    tries: int = code_check.TRIES


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
        self.given: tuple[Path, ...] = ()

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

    def approve(self, path: Path, code: str | None, in_person: bool) -> Callable[[Step], Path]:
        """The job that signs a card and writes it beside the request."""
        return partial(_approve, self._workspace, path, code, in_person)

    def accept(self, path: Path, code: str | None, in_person: bool) -> Callable[[Step], enrol.Grant]:
        """The job that puts the card in."""
        return partial(_accept, self._workspace, path, code, in_person)

    def why_not(self, path: Path) -> PugError | None:
        """Why a file that was opened is not among those shown; None: it is a card that is in use here."""
        ws = self._workspace
        if ws.profile.practice:
            return PracticeOnly(what="kartu kunci")
        try:
            grant = enrol.look_grant(path)
        except NotAKeyFile as error:
            if error.fields.get("problem") != "permohonan":
                return error
        except PugError as error:
            return error
        else:
            device = grant.card.device.device_id
            return None if device == ws.profile.device_id else CertificateForOther(path=path, device=device)
        if not self.may_approve:
            return WrongRole(role=ws.profile.role, needed="kabkota")
        try:
            enrol.look_request(ws, path)
        except PugError as error:
            return error
        return None

    def _files(self, status: enrol.Enrolment) -> tuple[KeyFile, ...]:
        if self.place is None or not self.place.is_dir() or self._workspace.profile.practice:
            return ()
        known = {device.device_id for device in status.devices if device.withdrawn is None}
        found = []
        given = [path for path in self.given if path.parent == self.place]
        for path in dict.fromkeys([*given, *sorted(self.place.glob(f"*{SUFFIX}"))[:MOST_FILES]]):
            each = self._card(path, status) or (self._request_file(path, known) if self.may_approve else None)
            if each is not None:
                found.append(each)
        return tuple(found)

    def _request_file(self, path: Path, known: set[str]) -> KeyFile | None:
        ws = self._workspace
        try:
            asked = enrol.look_request(ws, path)
        except PugError:
            return None
        statement = enrol.handover_in(ws, asked)
        device_id = asked.device.device_id
        return KeyFile(
            path,
            request=asked,
            known=device_id in known,
            statement=statement,
            needs_proof=statement is None,
            tries=code_check.tries_left(ws, device_id),
        )

    def _card(self, path: Path, status: enrol.Enrolment) -> KeyFile | None:
        """A card for this very device, or for the key that takes over: others often lie on the same stick."""
        ws = self._workspace
        try:
            grant = enrol.look_grant(path)
        except PugError:
            return None
        device = grant.card.device
        is_own = device.device_id == ws.profile.device_id and grant.card.serial != status.serial
        proof = enrol.needs_code(ws, grant)
        wanted = is_own and (not status.enrolled or status.withdrawn is not None or proof)
        if not wanted and device != handover.successor(ws):
            return None
        issuer = grant.chain[0] if grant.chain else grant.card
        tries = code_check.tries_left(ws, issuer.device.device_id)
        return KeyFile(path, grant=grant, needs_proof=proof, tries=tries)


def _request(workspace: Workspace, place: Path, holder: str, step: Step) -> Path:
    step(0, 1)
    return enrol.request(workspace, place, holder)


def _approve(workspace: Workspace, path: Path, code: str | None, in_person: bool, step: Step) -> Path:
    step(0, 1)
    return enrol.approve(workspace, path, path.parent, code=code, in_person=in_person)


def _accept(workspace: Workspace, path: Path, code: str | None, in_person: bool, step: Step) -> enrol.Grant:
    step(0, 1)
    return enrol.accept(workspace, path, code=code, in_person=in_person)
