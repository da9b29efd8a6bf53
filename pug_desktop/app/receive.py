"""Receiving: look into a bundle, then take it in, all of it or nothing."""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import anchor, quarantine
from pug_desktop.app.bearer import Guard, rights_of
from pug_desktop.app.key_lists import take_lists
from pug_desktop.app.opening import look_into, unpack
from pug_desktop.app.received import Received, Touched, brought, entry_of, received_log, received_of
from pug_desktop.app.send import whole_digest
from pug_desktop.app.workspace import Workspace, errors_of, new_actor
from pug_desktop.bundle import stick
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.manifest import Manifest
from pug_desktop.bundle.records import Item, read_records
from pug_desktop.bundle.unpack import Opened
from pug_desktop.progress import Step, silent
from pug_desktop.replica.state import DenseBlock
from pug_desktop.storage import answer_log, exchange, incarnation, journal, peers
from pug_desktop.storage.database import Connection
from pug_desktop.storage.exchange import Offer, Taken
from pug_desktop.storage.outgoing import evidence_in
from pug_desktop.storage.peers import Heard
from pug_desktop.storage.states import read_self

__all__ = [
    "BundleCard",
    "Outcome",
    "Received",
    "Touched",
    "brought",
    "find",
    "foresee",
    "look",
    "received_log",
    "take_all",
    "take_in",
]

UNUSUAL_BYTES = 1000
"""Unpacked bytes a record above which the records are read twice."""

UNUSUAL_RATIO = 25
"""Unpacked bytes for each packed one; ours have four to ten. How many records there are only the sender says."""


@dataclass(frozen=True, slots=True)
class BundleCard:
    """What a bundle says of itself; `problem` is why it would be refused, None when nothing speaks against it."""

    path: Path
    sender_name: str
    sender_role: str
    sender_scope: str
    seq: int
    made_at: str
    counts: dict[str, int]
    evidence_files: int
    size: int
    full: bool
    for_us: bool
    trust: str
    problem: errors.PugError | None
    already: bool
    bundle_id: str
    evidence_only: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: taken_in, already, refused, or skipped (in a folder, but not to be taken in here)."""

    path: Path
    state: str
    received: Received | None = None
    error: errors.PugError | None = None


def find(folder: Path) -> tuple[Path, ...]:
    """The bundles that lie in a folder, hidden ones too; StickGone when the folder cannot be read."""
    return stick.list_bundles(folder)


def look(ws: Workspace, path: Path) -> BundleCard:
    """Who sent it and what is in it; changes nothing. NeedsPassphrase when the keys are locked."""
    seen = look_into(ws, path)
    manifest, card = seen.manifest, seen.sender_card
    before = None
    if manifest is not None:
        with ws.database.read() as connection:
            before = journal.taken(connection, manifest.bundle_id)
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return BundleCard(
        path=path,
        sender_name=card.office.name if card else "",
        sender_role=card.office.role if card else "",
        sender_scope=card.office.scope if card else "",
        seq=manifest.seq if manifest else 0,
        made_at=manifest.made_at if manifest else "",
        counts=dict(manifest.counts) if manifest else {},
        evidence_files=max(len(manifest.parts) - 1, 0) if manifest else 0,
        size=size,
        full=manifest.full if manifest else False,
        for_us=manifest is not None and ws.profile.device_id in manifest.to,
        trust=str(seen.trust),
        problem=None if before is not None and isinstance(seen.problem, errors.RevokedSender) else seen.problem,
        already=before is not None,
        bundle_id=manifest.bundle_id if manifest else "",
        evidence_only=manifest is not None and not manifest.counts and len(manifest.parts) > 1,
    )


def foresee(ws: Workspace, path: Path, step: Step = silent) -> Received:
    """What taking a bundle in would do: it is tried whole and undone. Raises as `take_in`; nothing is set aside."""
    copy = stick.copy_in(path, ws.folder_for("masuk"), step)
    try:
        with told_of(path):
            return _take_copy(ws, copy, step, only_try=True)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)


def take_all(ws: Workspace, paths: Sequence[Path], step: Step = silent) -> tuple[Outcome, ...]:
    """Take several bundles in, each for itself: one that is refused does not stop the rest.

    They are taken in the order of their senders' numbers, whatever the order of the files. A failure of this computer
    (a full disk) ends the work, and so does a cancel.
    """
    outcomes = []
    for path in sorted(paths, key=lambda each: _order(ws, each)):
        try:
            received = take_in(ws, path, step)
        except errors.StorageError as error:
            outcomes.append(Outcome(path, "refused", error=error))
            break
        except errors.OwnBundle as error:
            outcomes.append(Outcome(path, "skipped", error=error))
        except errors.PugError as error:
            outcomes.append(Outcome(path, "refused", error=error))
        else:
            outcomes.append(Outcome(path, "already" if received.already else "taken_in", received))
    return tuple(outcomes)


def _order(ws: Workspace, path: Path) -> tuple[str, int, str]:
    card = look(ws, path)
    return card.sender_scope, card.seq, path.name


def take_in(ws: Workspace, path: Path, step: Step = silent) -> Received:
    """Take a bundle in: copied from the stick, checked whole, then one transaction.

    A bundle that was taken in before changes nothing. One whose sender is unknown or whose signature does not fit is
    kept in `karantina/`, one of a newer program in `menunggu/`; nothing of it reaches the records.

    Args:
        ws: the profile.
        path: the file on the stick; it is only read.
        step: told in bytes, then in records; a cancel leaves everything as it was.

    Raises:
        BundleError: why it was refused.
        StickGone, StickReadOnly, DiskFull, NeedsPassphrase
    """
    inbox = ws.folder_for("masuk")
    copy = stick.copy_in(path, inbox, step)
    try:
        with told_of(path):
            return _take_copy(ws, copy, step)
    except errors.BundleError as error:
        quarantine.set_aside(ws, copy, error)
        raise
    finally:
        # A virus scanner may hold it for a moment; the next start wipes the folder.
        with suppress(OSError):
            copy.unlink(missing_ok=True)


class told_of:  # noqa: N801 (used as a word in a with statement)
    """A refusal names the file that the person chose, not our copy of it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Put the right path into the error."""
        if isinstance(error, errors.BundleError):
            error.fields["path"] = self._path


class _OnlyTried(Exception):
    """Undoes what was tried; carries what it would have done."""

    def __init__(self, received: Received) -> None:
        super().__init__()
        self.received = received


def _take_copy(ws: Workspace, copy: Path, step: Step, *, only_try: bool = False) -> Received:
    staging = ws.folder_for("tmp") / f"masuk-{ws.new_id()}"
    try:
        try:
            opened = unpack(ws, copy, staging, step)
        except errors.RevokedSender:
            # What came before the card was withdrawn is here, and stays.
            if (before := _taken_before(ws, look_into(ws, copy).manifest)) is None:
                raise
            return before
        if (before := _taken_before(ws, opened.manifest)) is not None:
            return before
        _read_once(opened)
        if only_try:
            new = sum(not ws.blobs.has(blob.name, size=blob.stat().st_size) for blob in opened.blobs)
            return _try(ws, opened, copy, new, step)
        with errors_of(ws.folder):
            adopted = [blob.name for blob in opened.blobs if _adopt(ws, blob)]
        try:
            received = _join(ws, opened, copy, len(adopted), step)
        except BaseException:
            for sha256 in adopted:
                ws.blobs.discard(sha256)
            raise
        if received.new or received.changed:
            ws.history.forget()
        return received
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _read_once(opened: Opened) -> None:
    """Read records of an unusual size before anything is written: what is refused must not have been work.

    Honest records have some 300 bytes; those that are refused at their last line are large.
    """
    part, count = opened.manifest.parts[0], sum(opened.manifest.counts.values())
    if part.size > min(UNUSUAL_BYTES * (count + 1000), UNUSUAL_RATIO * part.packed_size):
        for _ in read_records(opened.records, part.size):
            pass


def _taken_before(ws: Workspace, manifest: Manifest | None) -> Received | None:
    """What came of a bundle when it was taken in; None when it never was."""
    if manifest is None:
        return None
    with ws.database.read() as connection:
        entry = journal.taken(connection, manifest.bundle_id)
    return replace(received_of(entry), already=True) if entry else None


def _adopt(ws: Workspace, blob: Path) -> bool:
    if ws.blobs.has(blob.name, size=blob.stat().st_size):
        return False
    ws.blobs.adopt(blob, blob.name)
    return True


def _try(ws: Workspace, opened: Opened, copy: Path, files: int, step: Step) -> Received:
    try:
        with ws.database.write() as connection:
            raise _OnlyTried(_joined(ws, connection, opened, copy, files, step))
    except _OnlyTried as tried:
        return tried.received


def _join(ws: Workspace, opened: Opened, copy: Path, files: int, step: Step) -> Received:
    with ws.database.write() as connection:
        before = read_self(connection).actor
        received = _joined(ws, connection, opened, copy, files, step)
        if read_self(connection).actor != before:
            # Before the commit: an anchor that is ahead costs one more life, one that is behind would hide a copy.
            anchor.drop(ws.folder, connection)
    return received


def _joined(ws: Workspace, connection: Connection, opened: Opened, copy: Path, files: int, step: Step) -> Received:
    """Everything that taking in writes, in one transaction."""
    manifest, card = opened.manifest, opened.sender_card
    rights = rights_of(ws, connection, card)
    guard = Guard(manifest, card, ws.profile.scope, copy)
    if journal.other_of_that_number(connection, card.device.device_id, manifest.sender.actor, manifest.seq):
        # An older state of the sender was put back, with its anchor, and goes on under the same name.
        raise errors.CopiedDevice(path=copy, device=card.device.device_id)
    fresh = new_actor()
    total, done = sum(manifest.counts.values()), 0

    def check(item: Item) -> None:
        nonlocal done
        guard.check(item)
        done += len(item) if isinstance(item, DenseBlock) else 1
        step(min(done, total), total)

    items = read_records(opened.records, manifest.parts[0].size)
    answer_log.begin_taking(connection, manifest.bundle_id)
    taken = exchange.take(
        connection,
        _offer(manifest, card, items),
        rights,
        now=ws.now_s,
        by=ws.profile.holder,
        check=check,
        new_actor=fresh,
    )
    answer_log.end_taking(connection)
    now = ws.clock().isoformat()
    _confirm(connection, manifest, card, taken.confirmed, now)
    take_lists(ws, connection, manifest.lists, card)
    # What the sender has: it sent these files, or named them among its own records.
    peers.note_blobs(connection, card.device.device_id, manifest.sender.actor, [each.name for each in opened.blobs])
    if taken.copied:
        # Somebody has writes of ours that we lost, under the actor that we still use: from here on we are another.
        incarnation.renew(connection, fresh, upto=None, at=now)
    waiting = sum(not ws.blobs.has(each[0]) for each in evidence_in(connection, manifest.scope))
    received = _result(ws, manifest, card, taken, files, waiting)
    journal.log_taken(connection, entry_of(manifest, card, received, opened.records.name))
    journal.touch(connection, manifest.bundle_id, taken.joined.touched)
    return received


def _offer(manifest: Manifest, card: Card, items: Iterator[Item]) -> Offer:
    return Offer(
        sender=card.device.device_id,
        actor=manifest.sender.actor,
        scope=manifest.scope,
        start=manifest.range.start,
        upto=manifest.range.upto,
        full=manifest.full,
        bundle_id=manifest.bundle_id,
        items=items,
        digest={kind: (each.count, each.value) for kind, each in manifest.digest.items()},
        receipts=tuple(
            Heard(each.device_id, each.actor, each.upto, each.bundles, each.need_full) for each in manifest.receipts
        ),
        need_blobs=manifest.need_blobs,
        former=manifest.former,
    )


def _confirm(connection: Connection, manifest: Manifest, card: Card, bundles: Sequence[str], at: str) -> None:
    """Bundles of ours that the sender took in: so it has their evidence, but for what it asks for again."""
    device = card.device.device_id
    needed = set(manifest.need_blobs)
    for each in journal.confirm(connection, device, bundles, at):
        blobs = json.loads(each.result).get("blobs", [])
        peers.note_blobs(
            connection, device, manifest.sender.actor, [sha256 for sha256 in blobs if sha256 not in needed]
        )


def _result(ws: Workspace, manifest: Manifest, card: Card, taken: Taken, files: int, waiting: int) -> Received:
    joined = taken.joined
    return Received(
        bundle_id=manifest.bundle_id,
        sender_name=card.office.name,
        sender_role=card.office.role,
        seq=manifest.seq,
        made_at=manifest.made_at,
        taken_at=ws.clock().isoformat(),
        new=joined.new,
        changed=joined.changed,
        unchanged=joined.unchanged,
        merged_fields=joined.merged_cells,
        conflicts=joined.conflicts,
        parked=joined.parked,
        placed=joined.placed,
        files=files,
        by_kind=dict(sorted(joined.by_kind.items())),
        start=manifest.range.start,
        upto=manifest.range.upto,
        full=manifest.full,
        acknowledged=taken.acknowledged,
        left_out=joined.left_out,
        returned=joined.returned,
        files_waiting=waiting,
        confirmed=taken.confirmed,
        diverged=taken.diverged,
        digest=whole_digest(manifest),
    )
