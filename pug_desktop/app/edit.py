"""Every write of a person: one committed transaction each, and a step that can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pug_desktop import errors
from pug_desktop.app import sheet_lock
from pug_desktop.app.history import Change, Step
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.values import check_values
from pug_desktop.domain.words import label
from pug_desktop.storage import decisions, records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored
from pug_desktop.storage.removal import remove_tree
from pug_desktop.storage.rows import json_text
from pug_desktop.storage.states import record_conflicts


@dataclass(frozen=True, slots=True)
class Saved:
    """A committed write: neither a kill nor a power cut takes it back."""

    at: datetime


def put(ws: Workspace, kind: str, record_id: RecordId, /, **fields: Value) -> Saved:
    """Save some fields of one record.

    Raises:
        WrongValue: a value does not fit its field; nothing was saved.
        NoSuchRecord: it was removed in the meantime.
        SheetIsFinal: it belongs to a final sheet.
    """
    check_values(kind, fields)
    with ws.database.write() as connection:
        change = change_fields(ws, connection, kind, record_id, fields)
    if change is not None:
        ws.history.add(Step("put", kind, (change,)))
    return Saved(ws.clock())


def create(
    ws: Workspace,
    kind: str,
    values: Mapping[str, Value],
    *,
    id: RecordId | None = None,
    scope: str | None = None,
) -> RecordId:
    """Make a record; with the id of one that is there, its fields are saved instead.

    Args:
        ws: the profile.
        kind: the kind.
        values: its fields.
        id: the id of a natural singleton; None for a new one.
        scope: where it belongs; None for the profile's own scope.
    """
    check_values(kind, values)
    record_id = id or ws.new_id()
    with ws.database.write() as connection:
        change = make(ws, connection, kind, values, record_id, scope or ws.profile.scope)
    if change is not None:
        ws.history.add(Step("create" if change.before is None else "put", kind, (change,)))
    return record_id


def remove(ws: Workspace, kind: str, record_id: RecordId) -> Saved:
    """Remove a record; what hangs from it goes with it, and comes back with it."""
    return remove_many(ws, kind, (record_id,))


def remove_many(ws: Workspace, kind: str, record_ids: Sequence[RecordId]) -> Saved:
    """Remove several records of a kind as one step."""
    changes: list[Change] = []
    with ws.database.write() as connection:
        for record_id in record_ids:
            changes.extend(removed_changes(ws, connection, kind, record_id))
    if changes:
        ws.history.add(Step("remove", kind, tuple(changes)))
    return Saved(ws.clock())


def get(ws: Workspace, kind: str, record_id: RecordId) -> dict[str, Value] | None:
    """The fields of a record with its `id` and `scope`; None when there is none."""
    with ws.database.read() as connection:
        found = records.get(connection, kind, record_id)
    return as_dict(found) if found else None


def as_dict(stored: Stored) -> dict[str, Value]:
    """The fields of a record with its `id` and `scope`."""
    return {"id": stored.id, "scope": stored.scope, **stored.values}


def conflicts(ws: Workspace, kind: str, record_id: RecordId) -> tuple[str, ...]:
    """The names of the fields that hold two values, as of the last exchange."""
    with ws.database.read() as connection:
        return record_conflicts(connection, kind, record_id)


def same_value(one: Value, other: Value) -> bool:
    """Equal in type as well, also deep inside: true is not 1."""
    return json_text(one) == json_text(other)


# --- within a transaction, for verbs that write several records -----------------------------------------------------


def change_fields(
    ws: Workspace, connection: Connection, kind: str, record_id: RecordId, fields: Mapping[str, Value]
) -> Change | None:
    """Save some fields; returns what changed, None when nothing did."""
    found = records.get(connection, kind, record_id)
    if found is None:
        raise errors.NoSuchRecord(kind=kind, id=record_id)
    new = {name: value for name, value in fields.items() if not same_value(found.values[name], value)}
    if not new:
        return None
    if kind in sheet_lock.GUARDED:
        sheet_lock.refuse_change(connection, kind, found, new)
    records.update(connection, kind, record_id, new, ws.now_s, ws.profile.holder)
    before = {name: found.values[name] for name in new}
    return Change(kind, record_id, found.scope, before, new)


def make(
    ws: Workspace, connection: Connection, kind: str, values: Mapping[str, Value], record_id: RecordId, scope: str
) -> Change | None:
    """Make a record or save the fields of the one that is there."""
    if records.get(connection, kind, record_id) is not None:
        return change_fields(ws, connection, kind, record_id, values)
    if kind in sheet_lock.GUARDED:
        sheet_lock.refuse_new(connection, kind, values)
    records.insert(connection, kind, record_id, scope, values, ws.now_s, ws.profile.holder)
    return Change(kind, record_id, scope, None, dict(values))


def removed_changes(ws: Workspace, connection: Connection, kind: str, record_id: RecordId) -> list[Change]:
    """Remove a record and what hangs from it."""
    if kind in sheet_lock.GUARDED:
        sheet_lock.refuse_removal(connection, kind, record_id)
    found = remove_tree(connection, kind, record_id, now=ws.now_s, by=ws.profile.holder)
    return [Change(each, stored.id, stored.scope, dict(stored.values), None) for each, stored in found]


# --- undo -----------------------------------------------------------------------------------------------------------


def can_undo(ws: Workspace) -> bool:
    """Whether there is something to undo in this session."""
    return bool(ws.history.done)


def can_redo(ws: Workspace) -> bool:
    """Whether something was undone."""
    return bool(ws.history.undone)


def undo(ws: Workspace, lang: str = "id") -> str | None:
    """Take back the last step; returns a sentence that says what, None when there is nothing to undo."""
    if not ws.history.done:
        return None
    step = ws.history.done[-1]
    with ws.database.write() as connection:
        opened = step.what == "decide" and _opened_again(ws, connection, step)
        # What was removed comes back parents first, and what was brought back goes with its parent; all else goes back
        # the way it came.
        turned = step.changes if step.what in ("remove", "decide", "restore") else reversed(step.changes)
        for change in () if opened else turned:
            _apply(ws, connection, change, change.after, change.before)
    ws.history.undone.append(ws.history.done.pop())
    return _sentence(step, "undo" if opened or step.what != "decide" else "answer", lang)


def redo(ws: Workspace, lang: str = "id") -> str | None:
    """Do again what was undone last; returns a sentence that says what, None when there is nothing."""
    if not ws.history.undone:
        return None
    step = ws.history.undone[-1]
    with ws.database.write() as connection:
        again = step.what == "decide" and decisions.turn(connection, step.states, now=ws.now_s)
        for change in () if again else step.changes:
            _apply(ws, connection, change, change.before, change.after)
    ws.history.done.append(ws.history.undone.pop())
    return _sentence(step, "redo", lang)


def _opened_again(ws: Workspace, connection: Connection, step: Step) -> bool:
    """Whether a decision was taken back whole: not once it may have left this device, nor after further writes."""
    if decisions.bundles_begun(connection) != step.sent:
        return False
    return decisions.turn(connection, [(after, before) for before, after in step.states], now=ws.now_s)


def _apply(
    ws: Workspace,
    connection: Connection,
    change: Change,
    now: dict[str, Value] | None,
    then: dict[str, Value] | None,
) -> None:
    if then is None:
        remove_tree(connection, change.kind, change.id, now=ws.now_s, by=ws.profile.holder)
    elif now is None:
        records.insert(connection, change.kind, change.id, change.scope, then, ws.now_s, ws.profile.holder)
    elif records.get(connection, change.kind, change.id) is not None:
        records.update(connection, change.kind, change.id, then, ws.now_s, ws.profile.holder)


_SENTENCES = {
    ("undo", "put"): ("Perubahan dibatalkan: {kind}.", "Change undone: {kind}."),
    ("undo", "create"): ("Penambahan dibatalkan: {kind}.", "Addition undone: {kind}."),
    ("undo", "remove"): ("Dikembalikan: {kind}.", "Brought back: {kind}."),
    ("undo", "decide"): (
        "Keputusan dibatalkan; isiannya menunggu lagi: {kind}.",
        "Decision undone; it is open again: {kind}.",
    ),
    ("answer", "decide"): (
        "Isian sebelumnya dikembalikan: {kind}. Keputusannya tetap, karena sudah ditulis ke kiriman atau diubah lagi.",
        "The former entry is back: {kind}. The decision stays, since it was written to a bundle or edited since.",
    ),
    ("redo", "decide"): ("Diputuskan lagi: {kind}.", "Decided again: {kind}."),
    ("undo", "restore"): ("Kembali ke Keranjang: {kind}.", "Back in the bin: {kind}."),
    ("redo", "restore"): ("Dikembalikan lagi: {kind}.", "Brought back again: {kind}."),
    ("undo", "paste"): ("Tempelan dibatalkan: {kind}.", "Paste undone: {kind}."),
    ("undo", "import"): ("Impor dibatalkan seluruhnya: {kind}.", "The whole import undone: {kind}."),
    ("redo", "put"): ("Perubahan diulangi: {kind}.", "Change done again: {kind}."),
    ("redo", "create"): ("Ditambahkan lagi: {kind}.", "Added again: {kind}."),
    ("redo", "remove"): ("Dihapus lagi: {kind}.", "Removed again: {kind}."),
    ("redo", "paste"): ("Ditempelkan lagi: {kind}.", "Pasted again: {kind}."),
    ("redo", "import"): ("Diimpor lagi: {kind}.", "Imported again: {kind}."),
}


def _sentence(step: Step, way: str, lang: str) -> str:
    pair = _SENTENCES[way, step.what]
    return pair[lang == "en"].format(kind=label("kind", step.kind, lang))
