"""Keranjang: what was removed, for 90 days, and bringing it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from pug_desktop import errors
from pug_desktop.app import edit, sheet_lock
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.history import Change, Step
from pug_desktop.app.record_words import region_name, subject
from pug_desktop.app.value_words import Words
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.permit import may_write
from pug_desktop.storage import bin as stored
from pug_desktop.storage import records
from pug_desktop.storage.bin import KEPT_S, Kept
from pug_desktop.storage.database import Connection
from pug_desktop.storage.project import parent_of
from pug_desktop.storage.rows import cells_of

_DAY_S = 24 * 3600

_FROM_ABOVE = ("office", "office_name", "review")
"""What an office writes in the scopes below it, and so may bring back there."""


class Hindrance(StrEnum):
    """Why something cannot be brought back here."""

    FOREIGN = "foreign"
    """It is another office's, which alone may bring it back."""
    PARENT = "parent"
    """What it belongs to is gone as well, and must come back first."""
    FINAL = "final"
    """It belongs to a sheet that is final."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What went at one time.

    Attributes:
        batch: names it for `restore`.
        kind: of the record that was removed.
        title, context: what it is called and what it belongs to.
        office: whose it is, "" for one's own.
        removed_at: seconds since 1970.
        removed_by: who removed it, "" when nobody said.
        days_left: how long it still lies here.
        with_it: how many records went with it.
        hindrance: why it cannot be brought back here, None when it can.
    """

    batch: RecordId
    kind: str
    title: str
    context: str
    office: str
    removed_at: int
    removed_by: str
    days_left: int
    with_it: int
    hindrance: Hindrance | None


def removed(ws: Workspace, lang: str = "id") -> tuple[Removed, ...]:
    """What lies in the bin, the newest first; what has lain there for more than 90 days is let go of."""
    shelf = forms_of(ws)
    with ws.database.write() as connection:
        stored.stamp(connection, ws.now_s)
    with ws.database.read() as connection:
        words = Words(connection, lang, shelf)
        by_batch = sorted(stored.kept(connection), key=lambda each: each.batch)
        batches = [_by_place(part) for _batch, part in groupby(by_batch, key=lambda each: each.batch)]
        found = [_removed(ws, connection, words, batch) for batch in batches]
    return tuple(sorted(found, key=lambda each: (-each.removed_at, each.title, each.batch)))


def _by_place(part: Iterable[Kept]) -> list[Kept]:
    """Parents before their children: the first one is what was removed."""
    places = {kind: number for number, kind in enumerate(KINDS)}
    return sorted(part, key=lambda each: (each.id != each.batch, places[each.kind], each.id))


def _removed(ws: Workspace, connection: Connection, words: Words, batch: Sequence[Kept]) -> Removed:
    top = batch[0]
    told = subject(words, top.kind, top.id, cells_of(KINDS[top.kind].cells, top.values))
    left = top.removed_at + KEPT_S - ws.now_s
    return Removed(
        batch=top.batch,
        kind=top.kind,
        title=told.title,
        context=told.context,
        office="" if top.scope == ws.profile.scope else _office_words(words, top.scope),
        removed_at=top.removed_at,
        removed_by=top.removed_by,
        days_left=max(0, -(-left // _DAY_S)),
        with_it=len(batch) - 1,
        hindrance=_hindrance(ws, connection, top),
    )


def _office_words(words: Words, scope: str) -> str:
    office = scopes.office_of(scope)
    known = words.stored("office", office) if office else None
    return known.text("name") if known else region_name(scopes.region_of(scope))


def _hindrance(ws: Workspace, connection: Connection, top: Kept) -> Hindrance | None:
    mine = ws.profile.scope
    from_above = top.kind in _FROM_ABOVE and scopes.contains(mine, top.scope)
    if not may_write(top.kind, ws.profile.role) or not (top.scope == mine or from_above):
        return Hindrance.FOREIGN
    if not _has_parent(connection, top):
        return Hindrance.PARENT
    try:
        sheet_lock.refuse_new(connection, top.kind, top.values)
    except errors.SheetIsFinal:
        return Hindrance.FINAL
    return None


def _has_parent(connection: Connection, each: Kept) -> bool:
    parent = parent_of(KINDS[each.kind])
    if parent is not None:
        kind, cell = parent
        named: Value = each.id if cell == "id" else each.values.get(cell)
        return isinstance(named, str) and records.get(connection, kind, named) is not None
    owner = each.values.get("owner_kind") if each.kind == "evidence" else None
    if isinstance(owner, str) and owner in KINDS:
        return records.get(connection, owner, str(each.values["owner_id"])) is not None
    return True


def restore(ws: Workspace, batch: RecordId) -> edit.Saved:
    """Bring back what went at one time, as one step that can be undone.

    Raises:
        NoSuchRecord: it does not lie in the bin, or what it belongs to is gone.
        WrongRole: it is another office's.
        SheetIsFinal: it belongs to a final sheet.
    """
    with ws.database.write() as connection:
        found = _by_place(stored.kept(connection, batch))
        if not found:
            raise errors.NoSuchRecord(kind="bin", id=batch)
        top = found[0]
        match _hindrance(ws, connection, top):
            case Hindrance.FOREIGN:
                raise errors.WrongRole(role=ws.profile.role, needed=scopes.role_of(top.scope))
            case Hindrance.PARENT:
                raise errors.NoSuchRecord(kind=(parent_of(KINDS[top.kind]) or ("answer",))[0], id=top.id)
            case Hindrance.FINAL:
                sheet_lock.refuse_new(connection, top.kind, top.values)
        changes = tuple(_brought_back(ws, connection, each) for each in found)
    ws.history.add(Step("restore", top.kind, changes))
    return edit.Saved(ws.clock())


def _brought_back(ws: Workspace, connection: Connection, each: Kept) -> Change:
    """Whether the first one may come back was asked already; a final sheet brings its answers along."""
    values = _known(each)
    records.insert(connection, each.kind, each.id, each.scope, values, ws.now_s, ws.profile.holder)
    return Change(each.kind, each.id, each.scope, None, values)


def _known(each: Kept) -> dict[str, Value]:
    """What this program knows of it: a newer one may have had more."""
    names = {field.name for field in KINDS[each.kind].fields}
    return {name: value for name, value in each.values.items() if name in names}
