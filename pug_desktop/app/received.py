"""What bundles brought: told when they are taken in, kept in the log, and the records by name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pug_desktop.app.record_words import subject
from pug_desktop.app.value_words import Words
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.manifest import Manifest
from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.state import RecordState, shown_cells
from pug_desktop.storage import journal, states
from pug_desktop.storage.journal import TakenIn
from pug_desktop.storage.states import Layouts


@dataclass(frozen=True, slots=True)
class Received:
    """What a bundle brought, in records; `files` are evidence files that were not here before.

    `already` says that it was taken in earlier: nothing changed, and the numbers are those of that time.
    `acknowledged` is False when bundles before it are missing: its records are here, but the sender will send again.
    `left_out` counts writes that the sender may not carry, `returned` writes of this office that were lost here.
    `files_waiting` evidence files of the sender follow in another bundle. `confirmed` are bundles of ours that the
    sender says it took in. `diverged`: both sides should hold the same and do not; everything will be sent again.
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
    start: int = 0
    upto: int = 0
    full: bool = True
    acknowledged: bool = True
    left_out: int = 0
    returned: int = 0
    files_waiting: int = 0
    confirmed: tuple[str, ...] = ()
    diverged: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that a bundle brought, in words; `page` and `target` say where it is edited ("" where no page is)."""

    kind: str
    id: RecordId
    scope: str
    title: str
    context: str
    page: str
    target: object


_NUMBERS = ("new", "changed", "unchanged", "merged_fields", "conflicts", "parked", "placed", "files")
_LATER = ("start", "upto", "full", "acknowledged", "left_out", "returned", "files_waiting", "diverged", "digest")
"""What a log of an earlier version does not hold."""


def entry_of(manifest: Manifest, card: Card, received: Received, sha256: str) -> TakenIn:
    """How a bundle that was taken in stands in the log; `sha256` is that of its records part."""
    result: dict[str, object] = {name: getattr(received, name) for name in (*_NUMBERS, *_LATER)}
    result |= {"role": card.office.role, "by_kind": received.by_kind, "previous": manifest.previous}
    return TakenIn(
        bundle_id=manifest.bundle_id,
        sha256=sha256,
        sender=card.device.device_id,
        sender_actor=manifest.sender.actor,
        sender_name=card.office.name,
        sender_scope=card.office.scope,
        seq=manifest.seq,
        made_at=manifest.made_at,
        taken_at=received.taken_at,
        result=json.dumps(result, sort_keys=True),
    )


def received_of(entry: TakenIn) -> Received:
    """What a bundle brought, from the log."""
    result: Mapping[str, Any] = json.loads(entry.result)
    numbers = {name: int(result.get(name, 0)) for name in _NUMBERS}
    later = {name: result[name] for name in _LATER if name in result}
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
    return replace(received, **later, **numbers)  # type: ignore[arg-type]  # mypy takes them for any field


def brought(ws: Workspace, bundle_id: str, what: str, lang: str = "id") -> tuple[Touched, ...]:
    """The records of one sort that a bundle brought, the first thousand: new, changed, conflict or parked."""
    with ws.database.read() as connection:
        words, layouts = Words(connection, lang), Layouts(connection)
        named = journal.touched(connection, bundle_id, what)
        found = ((kind, each, states.load(connection, layouts, kind, each)) for kind, each in named)
        return tuple(_touched(words, kind, each, stored[0]) for kind, each, stored in found if stored)


def _touched(words: Words, kind: str, record_id: RecordId, state: RecordState) -> Touched:
    told = subject(words, kind, record_id, shown_cells(state))
    return Touched(kind, record_id, state.scope, told.title, told.context, told.page, told.target)


def received_log(ws: Workspace) -> tuple[Received, ...]:
    """Every bundle taken in, newest first."""
    with ws.database.read() as connection:
        return tuple(received_of(entry) for entry in journal.all_taken(connection))
