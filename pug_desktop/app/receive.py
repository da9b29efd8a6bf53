"""Receiving: look into a bundle, then take it in, all of it or nothing."""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.trust import trusted
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.bundle import limits, stick
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.manifest import Manifest
from pug_desktop.bundle.records import Item, read_records
from pug_desktop.bundle.unpack import Opened, unpack
from pug_desktop.bundle.unpack import look as look_into
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.state import DenseBlock, RecordState
from pug_desktop.storage import journal
from pug_desktop.storage.capture import capture
from pug_desktop.storage.join import Join, Joined
from pug_desktop.storage.journal import TakenIn
from pug_desktop.storage.states import Self, read_self

MAX_LEAD = 10**9
"""A number this far before ours comes from no honest clock of writes."""


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


@dataclass(frozen=True, slots=True)
class Received:
    """What a bundle brought, in records; `files` are evidence files that were not here before.

    `already` says that it was taken in earlier: nothing changed, and the numbers are those of that time.
    """

    bundle_id: str
    sender_name: str
    sender_role: str
    seq: int
    made_at: str
    taken_at: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    merged_fields: int = 0
    conflicts: int = 0
    parked: int = 0
    placed: int = 0
    files: int = 0
    already: bool = False
    by_kind: dict[str, int] = field(default_factory=dict)


def find(folder: Path) -> tuple[Path, ...]:
    """The bundles that lie in a folder, hidden ones too; StickGone when the folder cannot be read."""
    return stick.list_bundles(folder)


def look(ws: Workspace, path: Path) -> BundleCard:
    """Who sent it and what is in it; changes nothing. NeedsPassphrase when the keys are locked."""
    seen = look_into(path, ws.keys, trusted(ws))
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
        problem=seen.problem,
        already=before is not None,
        bundle_id=manifest.bundle_id if manifest else "",
    )


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
        _set_aside(ws, copy, error)
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


def _take_copy(ws: Workspace, copy: Path, step: Step) -> Received:
    staging = ws.folder_for("tmp") / f"masuk-{ws.new_id()}"
    try:
        opened = unpack(copy, staging, ws.keys, trusted(ws), step)
        with ws.database.read() as connection:
            before = journal.taken(connection, opened.manifest.bundle_id)
        if before is not None:
            return replace(_received(before), already=True)
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


def _adopt(ws: Workspace, blob: Path) -> bool:
    if ws.blobs.has(blob.name, size=blob.stat().st_size):
        return False
    ws.blobs.adopt(blob, blob.name)
    return True


def _join(ws: Workspace, opened: Opened, copy: Path, files: int, step: Step) -> Received:
    manifest, card = opened.manifest, opened.sender_card
    total = sum(manifest.counts.values())
    with ws.database.write() as connection:
        capture(connection, now=ws.now_s, by=ws.profile.holder)
        guard = _Guard(manifest, card, ws.profile.scope, read_self(connection), copy)
        join = Join(connection)
        done = 0
        for item in read_records(opened.records, manifest.parts[0].size):
            guard.check(item)
            if isinstance(item, DenseBlock):
                join.block(item)
                done += len(item.rows)
            else:
                join.state(item)
                done += 1
            step(min(done, total), total)
        received = _result(ws, manifest, card, join.finish(), files)
        journal.log_taken(connection, _entry(manifest, card, received, opened))
    return received


_scope_of, _n_of = attrgetter("scope"), attrgetter("n")


class _Guard:
    """What a sender may send: records of the bundle's scope, with numbers that an honest device could have."""

    def __init__(self, manifest: Manifest, card: Card, own_scope: str, me: Self, path: Path) -> None:
        below = scopes.contains(own_scope, card.office.scope)
        # From above comes what we may know; from below what its card covers.
        self._allowed = card.office.scope if below else own_scope
        if not scopes.contains(self._allowed, manifest.scope):
            raise errors.OutsideScope(path=path, scope=manifest.scope, allowed=self._allowed)
        self._limit = me.n + MAX_LEAD
        self._path = path
        self._known: set[str] = set()
        self._ids: set[tuple[str, str]] = set()

    def check(self, item: Item) -> None:
        """Raises OutsideScope or MalformedRecords."""
        ids = [item.id] if isinstance(item, RecordState) else [row.id for row in item.rows]
        before = len(self._ids)
        self._ids.update((item.kind, each) for each in ids)
        if len(self._ids) - before != len(ids):
            raise errors.MalformedRecords(path=self._path, line=0, problem="a record twice")
        if isinstance(item, RecordState):
            self._scope(item.scope)
            highest = max(item.vector.values(), default=0)
        else:
            for scope in set(map(_scope_of, item.rows)):
                self._scope(scope)
            highest = max(map(_n_of, item.rows))
        if highest > self._limit:
            raise errors.MalformedRecords(path=self._path, line=0, problem=f"n = {highest}")

    def _scope(self, scope: str) -> None:
        if scope in self._known:
            return
        if not scopes.contains(self._allowed, scope):
            raise errors.OutsideScope(path=self._path, scope=scope, allowed=self._allowed)
        self._known.add(scope)


def _result(ws: Workspace, manifest: Manifest, card: Card, joined: Joined, files: int) -> Received:
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
    )


_NUMBERS = ("new", "changed", "unchanged", "merged_fields", "conflicts", "parked", "placed", "files")


def _entry(manifest: Manifest, card: Card, received: Received, opened: Opened) -> TakenIn:
    result = {name: getattr(received, name) for name in _NUMBERS}
    return TakenIn(
        bundle_id=manifest.bundle_id,
        sha256=opened.records.name,
        sender=card.device.device_id,
        sender_actor=manifest.sender.actor,
        sender_name=card.office.name,
        sender_scope=card.office.scope,
        seq=manifest.seq,
        made_at=manifest.made_at,
        taken_at=received.taken_at,
        result=json.dumps({**result, "role": card.office.role, "by_kind": received.by_kind}, sort_keys=True),
    )


def _received(entry: TakenIn) -> Received:
    result: Mapping[str, object] = json.loads(entry.result)
    numbers = {name: int(str(result.get(name, 0))) for name in _NUMBERS}
    by_kind = result.get("by_kind")
    received = Received(
        bundle_id=entry.bundle_id,
        sender_name=entry.sender_name,
        sender_role=str(result.get("role", "")),
        seq=entry.seq,
        made_at=entry.made_at,
        taken_at=entry.taken_at,
        by_kind=dict(by_kind) if isinstance(by_kind, dict) else {},
    )
    return replace(received, **numbers)  # type: ignore[arg-type]  # mypy takes them for any field


def received_log(ws: Workspace) -> tuple[Received, ...]:
    """Every bundle taken in, newest first."""
    with ws.database.read() as connection:
        return tuple(_received(entry) for entry in journal.all_taken(connection))


_KEPT = {
    errors.FromNewerProgram: "menunggu",
    errors.UnknownSender: "karantina",
    errors.WrongSignature: "karantina",
    errors.OutsideScope: "karantina",
    errors.CopiedDevice: "karantina",
    errors.MalformedRecords: "karantina",
}


def _set_aside(ws: Workspace, copy: Path, error: errors.BundleError) -> None:
    """Keep what may become acceptable or must be looked into; the same name again replaces it."""
    if (
        (folder := _KEPT.get(type(error))) is not None
        and copy.exists()
        and copy.stat().st_size <= limits.MAX_BUNDLE_BYTES
    ):
        with suppress(OSError):
            copy.replace(ws.folder_for(folder) / copy.name)
