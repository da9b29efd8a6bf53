"""Which bundles were found, what each would bring, which is taken in next, and what came of it. No Qt here."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from pug_desktop.app import offices, quarantine, receipts, receive, regions, send, update
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.return_receipt import SUFFIX
from pug_desktop.errors import BundleError, OwnBundle, PugError, StickError
from pug_desktop.progress import Step
from pug_desktop.ui.receive.lures import Lures, lures_in

SHARES = 1000
"""Units of progress of one bundle among several."""


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
    """A bundle in the folder; `problem` says why it was refused, `foreseen` what it would bring, `result` did."""

    path: Path
    card: receive.BundleCard | None
    state: State
    problem: PugError | None = None
    foreseen: receive.Received | None = None
    result: receive.Received | None = None
    chosen: bool = False

    @property
    def name(self) -> str:
        """The sender, else the file."""
        return self.card.sender_name if self.card is not None and self.card.sender_name else self.path.name


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at folders and files showed: bundles, lures beside them, receipts for what we sent.

    `newer` is the version of the program that could be installed from there, in `newer_in`.
    """

    found: tuple[Found, ...]
    lures: Lures = field(default_factory=Lures)
    confirmed: tuple[receipts.Confirmed, ...] = ()
    newer: str = ""
    newer_in: Path | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Bundles of an office that never came, though later ones did."""

    office: str
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What was received before, and what is kept aside."""

    taken: tuple[receive.Received, ...] = ()
    kept: tuple[quarantine.Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A record that came, and whose it is."""

    record: receive.Touched
    office: str


@dataclass(frozen=True, slots=True)
class Given:
    """Receipts that were written onto the stick, or why not."""

    paths: tuple[Path, ...] = ()
    folder: Path | None = None
    error: PugError | None = None


class ReceiveScreen(Protocol):
    """What the presenter asks of the page."""

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what lies there, and how each stands."""

    def take(self, found: Found, number: int, of: int) -> None:
        """Start the work on this one; it ends in `took`, `refused` or `stopped`."""

    def show_round(self, found: Sequence[Found]) -> None:
        """The round is over: show what came of each of these."""


class ReceivePresenter:
    """One place that is looked at, and the row of bundles that are taken in from it."""

    def __init__(self, workspace: Workspace, screen: ReceiveScreen) -> None:
        self._workspace = workspace
        self._screen = screen
        self.found: tuple[Found, ...] = ()
        self.folder: Path | None = None
        self._row: list[Path] = []
        self._of = 0
        self._round: list[Path] = []

    @property
    def chosen(self) -> tuple[Found, ...]:
        """Those that the person wants, in the order in which they are taken in."""
        return tuple(each for each in self.found if each.chosen and each.state is State.READY)

    @property
    def results(self) -> tuple[receive.Received, ...]:
        """What the round brought."""
        mine = [each for each in self.found if each.path in self._round]
        return tuple(each.result for each in mine if each.state is State.DONE and each.result is not None)

    # --- looking ----------------------------------------------------------------------------------------------------

    def past(self, lang: str, _step: Step) -> Past:
        """What is known from before; runs on the worker."""
        return Past(receive.received_log(self._workspace), quarantine.kept(self._workspace, lang))

    def gaps(self, _step: Step) -> tuple[Gap, ...]:
        """Which bundles never came; runs on the worker, since with many offices it takes a moment."""
        if self._workspace.profile.practice:
            return ()
        standing = send.standing(self._workspace)
        return tuple(Gap(each.addressee.office_name, each.missing_seqs) for each in standing if each.missing_seqs)

    def look(self, places: Sequence[Path], step: Step) -> Seen:
        """Look into every bundle in these folders and files, read the receipts; runs on the worker."""
        paths: list[Path] = []
        for place in places:
            if place.is_dir():
                paths.extend(receive.find(place))
            elif place.suffix.casefold() != SUFFIX:
                paths.append(place)
        found = []
        for number, path in enumerate(dict.fromkeys(paths)):
            step(number, len(paths))
            found.append(self._look(path))
        ordered = tuple(sorted(found, key=_order))
        return Seen(ordered, self._lures(places), self._receipts(places), *_newer(places))

    def looked(self, seen: Seen, folder: Path | None) -> None:
        """Show what was found; `folder` is where receipts go afterwards."""
        self.folder = folder
        self.found = seen.found
        self._screen.show_found(self.found)

    def choose(self, path: Path, wanted: bool) -> None:
        """Take this one in, or leave it for another time."""
        self._change(path, chosen=wanted)

    def foresee(self, step: Step) -> tuple[Found, ...]:
        """What the chosen ones would change, tried and rolled back; runs on the worker."""
        wanted = self.chosen
        made = []
        for number, each in enumerate(wanted):

            def part(done: int, total: int, before: int = number) -> None:
                share = done * SHARES // total if total else 0
                step(before * SHARES + min(share, SHARES), len(wanted) * SHARES)

            try:
                made.append(replace(each, foreseen=receive.foresee(self._workspace, each.path, part)))
            except (BundleError, StickError) as error:
                made.append(replace(each, state=State.REFUSED, chosen=False, problem=error))
        return tuple(made)

    def foreseen(self, made: Sequence[Found]) -> None:
        """Keep what was foreseen."""
        by_path = {each.path: each for each in made}
        self.found = tuple(by_path.get(each.path, each) for each in self.found)
        self._screen.show_found(self.found)

    # --- taking in --------------------------------------------------------------------------------------------------

    def take_in(self, path: Path, step: Step) -> receive.Received:
        """The work itself; runs on the worker."""
        return receive.take_in(self._workspace, path, step)

    def begin(self) -> None:
        """Take the chosen ones in, one after another."""
        if self._row:
            return
        self._row = [each.path for each in self.chosen]
        self._round = list(self._row)
        self._of = len(self._row)
        for path in self._row:
            self._change(path, state=State.WAITING)
        self._next()

    def took(self, received: receive.Received) -> None:
        """The first of the row is in."""
        path = self._row.pop(0)
        self._change(path, state=State.ALREADY if received.already else State.DONE, result=received, chosen=False)
        self._next()

    def refused(self, error: PugError) -> None:
        """The first of the row was refused; the others go on."""
        path = self._row.pop(0)
        self._change(path, state=State.REFUSED, problem=error, chosen=False)
        self._next()

    def stopped(self) -> None:
        """The work was stopped: what is not in yet waits, what is in stays."""
        for path in self._row:
            self._change(path, state=State.READY)
        self._row = []
        self._end()

    # --- afterwards -------------------------------------------------------------------------------------------------

    @property
    def receipts_for(self) -> list[str]:
        """The newest bundle of each sender in the round: its receipt names the older ones too."""
        newest: dict[tuple[str, str], receive.Received] = {}
        for each in self.results:
            known = newest.get((each.sender_role, each.sender_name))
            if known is None or each.seq > known.seq:
                newest[each.sender_role, each.sender_name] = each
        return [each.bundle_id for each in newest.values()]

    def give_receipts(self, bundle_ids: Sequence[str], folder: Path, step: Step) -> Given:
        """Write the receipts into a folder; runs on the worker. A stick that is gone is no failure of the import."""
        made: list[Path] = []
        try:
            for number, bundle_id in enumerate(bundle_ids):
                step(number, len(bundle_ids))
                made.append(receipts.write_receipt(self._workspace, bundle_id, folder))
        except PugError as error:
            return Given(tuple(made), folder, error)
        return Given(tuple(made), folder)

    def brought(self, what: str, lang: str, _step: Step) -> tuple[Row, ...]:
        """The records behind a number of the round, each once; runs on the worker."""
        names = {each.id: each.name for each in offices.offices(self._workspace)}
        rows: dict[tuple[str, str], Row] = {}
        for result in self.results:
            for each in receive.brought(self._workspace, result.bundle_id, what, lang):
                rows[each.kind, each.id] = Row(each, _whose(each.scope, names))
        return tuple(rows.values())

    def retry(self, kept: quarantine.Kept, step: Step) -> receive.Received:
        """Try again what was kept aside; runs on the worker."""
        return quarantine.retry(self._workspace, kept, step)

    def discard(self, kept: quarantine.Kept) -> None:
        """Throw away what was kept aside."""
        quarantine.discard(self._workspace, kept)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _next(self) -> None:
        self._screen.show_found(self.found)
        if not self._row:
            self._end()
            return
        first = next(each for each in self.found if each.path == self._row[0])
        self._screen.take(first, self._of - len(self._row) + 1, self._of)

    def _end(self) -> None:
        self._screen.show_found(self.found)
        self._screen.show_round([each for each in self.found if each.path in self._round])

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
        return Found(path, card, State.READY, chosen=True)

    def _lures(self, places: Sequence[Path]) -> Lures:
        try:
            found = [lures_in(place) for place in places if place.is_dir()]
        except OSError:
            # The stick went between the two looks.
            found = []
        names = tuple(name for each in found for name in each.names)
        return Lures(names, any(each.worm for each in found))

    def _receipts(self, places: Sequence[Path]) -> tuple[receipts.Confirmed, ...]:
        folders = [
            place if place.is_dir() else place.parent
            for place in places
            if place.is_dir() or place.suffix.casefold() == SUFFIX
        ]
        if self._workspace.profile.practice:
            return ()
        read = (receipts.read_receipts(self._workspace, folder) for folder in dict.fromkeys(folders))
        return tuple(each for confirmed in read for each in confirmed)

    def _change(self, path: Path, **fields: object) -> None:
        self.found = tuple(
            replace(each, **fields) if each.path == path else each  # type: ignore[arg-type]
            for each in self.found
        )


def _newer(places: Sequence[Path]) -> tuple[str, Path | None]:
    """The newest program that could be installed from these folders; what is refused is told on its own page."""
    program = update.here()
    for place in places:
        # The stick may be gone since the bundles were read, and a bundle does not wait for an update.
        with suppress(PugError):
            for each in update.find(place, program) if place.is_dir() else ():
                if each.can_be_installed and each.manifest is not None:
                    return each.manifest.version, place
    return "", None


def _whose(scope: str, names: Mapping[str, str]) -> str:
    region, _, office = scope.partition("/")
    if office in names:
        return names[office]
    try:
        return regions.region(region).name
    except PugError:
        return scope


def _order(found: Found) -> tuple[int, str, int, bool, str]:
    """What can be taken in first, then by sender and number: an older bundle goes before a newer one."""
    rank = {State.READY: 0, State.REFUSED: 1, State.ALREADY: 2, State.OWN: 3}
    name = found.card.sender_name.casefold() if found.card else ""
    seq, later = (found.card.seq, found.card.evidence_only) if found.card else (0, False)
    return rank.get(found.state, 0), name, seq, later, found.path.name
