"""Semester reports, GAP and GBS as records: which there are, and one of them."""

from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit, regions
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.domain.values import is_id
from pug_desktop.domain.words import label
from pug_desktop.domain.written import WRITTEN, Heading, filled, headings_of, title_of
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import decisions, records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored
from pug_desktop.storage.states import record_conflicts


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One record in a list; `filled` of `total` parts hold a text. `mine` is whether this profile may edit it."""

    id: RecordId
    kind: str
    year: int | None
    title: str
    model: str
    """Of a GAP: in words; else ""."""
    origin: str
    filled: int
    total: int
    mine: bool
    conflict: bool
    """A field holds two values."""


@dataclass(frozen=True, slots=True)
class WrittenView:
    """One record with the parts it consists of."""

    id: RecordId
    kind: str
    scope: str
    values: dict[str, Value]
    headings: tuple[Heading, ...]
    title: str
    origin: str
    mine: bool
    conflicts: frozenset[str]
    """The fields that hold two values."""


def may_write(ws: Workspace, kind: str) -> bool:
    """Whether an office of this role writes such records at all."""
    return ws.profile.role in KINDS[kind].writers


def rows(ws: Workspace, kind: str, *, year: int | None = None, lang: str = "id") -> tuple[WrittenRow, ...]:
    """The records of a kind that this profile knows, the newest year first.

    Args:
        ws: the profile.
        kind: one of `domain.written.WRITTEN`.
        year: only of that year.
        lang: of the words.
    """
    order = ("semester",) if kind == "semester_report" else ("programme", "activity")
    with ws.database.read() as connection:
        found = [
            each
            for each in records.select(connection, kind, order=order)
            if scopes.contains(ws.profile.scope, each.scope) and year in (None, each.values["year"])
        ]
        waiting = decisions.open_ids(connection, kind)
        names = _office_names(connection)
    made = [_row(ws, kind, each, names, each.id in waiting, lang) for each in found]
    return tuple(sorted(made, key=_newest_first))


def years(ws: Workspace) -> frozenset[int]:
    """The years of all these records that this profile knows."""
    return frozenset(row.year for kind in WRITTEN for row in rows(ws, kind) if row.year is not None)


def _newest_first(row: WrittenRow) -> int:
    return -(row.year or 0)


def _row(ws: Workspace, kind: str, stored: Stored, names: dict[str, str], conflict: bool, lang: str) -> WrittenRow:
    year = stored.values["year"]
    done, total = filled(kind, stored.values)
    return WrittenRow(
        id=stored.id,
        kind=kind,
        year=year if isinstance(year, int) else None,
        title=title_of(kind, stored.values, lang),
        model=label("gap_model", stored.text("model"), lang) if kind == "gap" else "",
        origin=_origin(stored, names),
        filled=done,
        total=total,
        mine=_is_mine(ws, kind, stored.scope),
        conflict=conflict,
    )


def view(ws: Workspace, kind: str, record_id: RecordId, lang: str = "id") -> WrittenView:
    """One record; NoSuchRecord when it was removed."""
    with ws.database.read() as connection:
        found = records.get(connection, kind, record_id) if is_id(record_id) else None
        if found is None:
            raise errors.NoSuchRecord(kind=kind, id=record_id)
        waiting = record_conflicts(connection, kind, record_id)
        names = _office_names(connection)
    return WrittenView(
        id=record_id,
        kind=kind,
        scope=found.scope,
        values=dict(found.values),
        headings=headings_of(kind, found.values),
        title=title_of(kind, found.values, lang),
        origin=_origin(found, names),
        mine=_is_mine(ws, kind, found.scope),
        conflicts=frozenset(waiting),
    )


def remove(ws: Workspace, kind: str, record_id: RecordId) -> edit.Saved:
    """Take a record out; it can be brought back.

    Raises:
        NoSuchRecord
        WrongRole: another office wrote it.
    """
    check_mine(ws, kind, record_id)
    return edit.remove(ws, kind, record_id)


def check_mine(ws: Workspace, kind: str, record_id: RecordId) -> None:
    """Refuse to write in what another office wrote; NoSuchRecord, WrongRole."""
    found = edit.get(ws, kind, record_id)
    if found is None:
        raise errors.NoSuchRecord(kind=kind, id=record_id)
    if not _is_mine(ws, kind, str(found["scope"])):
        raise errors.WrongRole(role=ws.profile.role, needed=scopes.role_of(str(found["scope"])))


def _is_mine(ws: Workspace, kind: str, scope: str) -> bool:
    return scope == ws.profile.scope and may_write(ws, kind)


def _office_names(connection: Connection) -> dict[str, str]:
    return {each.id: each.text("name") for each in records.select(connection, "office")}


def _origin(stored: Stored, names: dict[str, str]) -> str:
    """Whose it is: the office that it is about, else the office or region in whose scope it lies."""
    office = str(stored.values["office_id"] or scopes.office_of(stored.scope) or "")
    if name := names.get(office):
        return name
    return region_name(scopes.region_of(stored.scope))


def region_name(code: str) -> str:
    """The name of a region; its code when this program does not know it."""
    try:
        return regions.region(code).name
    except errors.UnknownRegion:
        return code
