"""Which bundles were found, what each of them is, and which is taken in next. No Qt here."""

import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from pug_desktop.app import receive
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import OwnBundle, PugError
from pug_desktop.progress import Step

SUFFIX = ".pug"
_SHORTCUT = ".lnk"


class State(StrEnum):
    """Where a bundle that was found stands."""

    READY = "ready"
    WAITING = "waiting"
    """In the row of those that are being taken in."""
    ALREADY = "already"
    OWN = "own"
    """Written by this very device; nothing to do."""
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Found:
    """A bundle in the folder; `problem` says why it was refused, `result` what it brought."""

    path: Path
    card: receive.BundleCard | None
    state: State
    problem: PugError | None = None
    result: receive.Received | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at folders and files showed; `worm`: a stick there has been visited by the shortcut virus."""

    found: tuple[Found, ...]
    worm: bool = False


class ReceiveScreen(Protocol):
    """What the presenter asks of the page."""

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what lies there, and how each stands."""

    def take(self, found: Found, number: int, of: int) -> None:
        """Start the work on this one; it ends in `took`, `refused` or `stopped`."""

    def show_sums(self, done: Sequence[receive.Received], refused: int) -> None:
        """Say what the whole round brought."""

    def show_log(self, taken: Sequence[receive.Received]) -> None:
        """Say what was taken in before."""


class ReceivePresenter:
    """One place that is looked at, and the row of bundles that are taken in from it."""

    def __init__(self, workspace: Workspace, screen: ReceiveScreen) -> None:
        self._workspace = workspace
        self._screen = screen
        self.found: tuple[Found, ...] = ()
        self._row: list[Path] = []
        self._of = 0
        self._round: list[Path] = []

    @property
    def ready(self) -> int:
        """How many could be taken in now."""
        return sum(each.state is State.READY for each in self.found)

    def refresh(self) -> None:
        """Read the log again."""
        self._screen.show_log(receive.received_log(self._workspace))

    def look(self, places: Sequence[Path], step: Step) -> Seen:
        """Look into every bundle in these folders and files; runs on the worker, changes nothing."""
        paths: list[Path] = []
        for place in places:
            paths.extend(receive.find(place) if place.is_dir() else [place])
        found = []
        for number, path in enumerate(dict.fromkeys(paths)):
            step(number, len(paths))
            found.append(self._look(path))
        worm = any(_was_visited(place) for place in places if place.is_dir())
        return Seen(tuple(sorted(found, key=_order)), worm)

    def looked(self, found: Sequence[Found]) -> None:
        """Show what was found."""
        self.found = tuple(found)
        self._screen.show_found(self.found)

    def take_in(self, path: Path, step: Step) -> receive.Received:
        """The work itself; runs on the worker."""
        return receive.take_in(self._workspace, path, step)

    def begin(self, paths: Sequence[Path] | None = None) -> None:
        """Take these in, one after another; all that are ready when none are named."""
        if self._row:
            return
        ready = [each.path for each in self.found if each.state is State.READY]
        self._row = [path for path in ready if paths is None or path in paths]
        self._round = list(self._row)
        self._of = len(self._row)
        for path in self._row:
            self._change(path, state=State.WAITING)
        self._next()

    def took(self, received: receive.Received) -> None:
        """The first of the row is in."""
        path = self._row.pop(0)
        self._change(path, state=State.ALREADY if received.already else State.DONE, result=received)
        self._next()

    def refused(self, error: PugError) -> None:
        """The first of the row was refused; the others go on."""
        path = self._row.pop(0)
        self._change(path, state=State.REFUSED, problem=error)
        self._next()

    def stopped(self) -> None:
        """The person stopped the work: what is not in yet waits."""
        for path in self._row:
            self._change(path, state=State.READY)
        self._row = []
        self._end()

    def _next(self) -> None:
        self._screen.show_found(self.found)
        if not self._row:
            self._end()
            return
        first = next(each for each in self.found if each.path == self._row[0])
        self._screen.take(first, self._of - len(self._row) + 1, self._of)

    def _end(self) -> None:
        self._screen.show_found(self.found)
        mine = [each for each in self.found if each.path in self._round]
        done = [each.result for each in mine if each.state is State.DONE and each.result is not None]
        refused = sum(each.state is State.REFUSED for each in mine)
        self._screen.show_sums(done, refused)
        self.refresh()

    def _look(self, path: Path) -> Found:
        try:
            card = receive.look(self._workspace, path)
        except PugError as error:
            return Found(path, None, State.REFUSED, problem=error)
        if card.already:
            return Found(path, card, State.ALREADY)
        if isinstance(card.problem, OwnBundle) or card.trust == "own":
            return Found(path, card, State.OWN)
        if card.problem is not None:
            return Found(path, card, State.REFUSED, problem=card.problem)
        return Found(path, card, State.READY)

    def _change(self, path: Path, **fields: object) -> None:
        self.found = tuple(
            replace(each, **fields) if each.path == path else each  # type: ignore[arg-type]
            for each in self.found
        )


def _was_visited(folder: Path) -> bool:
    """Whether the shortcut virus was here: it hides the files of a stick and leaves shortcuts with their names.

    A shortcut alone means nothing in a folder of the computer: there people make them.
    """
    names = {each.name.casefold(): each for each in folder.iterdir()}
    bundles = [name for name in names if name.endswith(SUFFIX)]
    if any(_is_hidden(names[name]) for name in bundles):
        return True
    shortcuts = [name.removesuffix(_SHORTCUT) for name in names if name.endswith(_SHORTCUT)]
    stems = {*bundles, *(name.removesuffix(SUFFIX) for name in bundles)}
    return any(name in stems for name in shortcuts) or (bool(shortcuts) and folder.is_mount())


def _is_hidden(path: Path) -> bool:
    attributes: int = getattr(path.stat(follow_symlinks=False), "st_file_attributes", 0)
    return path.name.startswith(".") or bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _order(found: Found) -> tuple[int, str, int, str]:
    """What can be taken in first, then by sender and number: an older bundle goes before a newer one."""
    rank = {State.READY: 0, State.REFUSED: 1, State.ALREADY: 2, State.OWN: 3}
    name = found.card.sender_name.casefold() if found.card else ""
    return rank.get(found.state, 0), name, found.card.seq if found.card else 0, found.path.name
