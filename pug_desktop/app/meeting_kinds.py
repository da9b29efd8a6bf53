"""The kinds of meetings of an office: the standard ones, renamed or put out of sight, and its own.

A meeting always counts as one of the standard kinds, so that the sums of a district stay comparable; an own kind says
as which. What an office calls its kinds travels with its meetings.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.history import Change, Step
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import MEETING_KINDS, RecordId, Value
from pug_desktop.domain.words import label
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """One kind; `choice` is what an input keeps: the code of a standard kind, the id of an own one."""

    choice: str
    name: str
    counts_as: str
    standard: bool
    hidden: bool
    used: int
    """By so many meetings of this profile."""


class KindWords:
    """The words for the kinds of many meetings, read once."""

    def __init__(self, connection: Connection) -> None:
        self._kinds: Mapping[RecordId, Stored] = {each.id: each for each in records.select(connection, "meeting_kind")}

    def of(self, scope: str, values: Mapping[str, Value], lang: str = "id") -> str:
        """What the office of a meeting calls its kind."""
        own, code = str(values.get("own_kind_id") or ""), str(values.get("kind") or "")
        for record_id in (own, standard_id(scope, code)):
            if (found := self._kinds.get(record_id)) is not None and found.text("name"):
                return found.text("name")
        return label("meeting_kind", code, lang)


def standard_id(scope: str, code: str) -> RecordId:
    """The id of what an office says of a standard kind."""
    return natural_id("meeting_kind", scope, code)


def kind_name(ws: Workspace, scope: str, values: Mapping[str, Value], lang: str = "id") -> str:
    """What the office of one meeting calls its kind."""
    with ws.database.read() as connection:
        return KindWords(connection).of(scope, values, lang)


def kinds(ws: Workspace, lang: str = "id") -> tuple[MeetingKind, ...]:
    """All kinds of this profile: the standard ones in their order, then its own by number."""
    scope = ws.profile.scope
    with ws.database.read() as connection:
        kept = {each.id: each for each in records.select(connection, "meeting_kind", {"scope": scope})}
        meetings = records.select(connection, "meeting", {"scope": scope})
    used: dict[str, int] = {}
    for each in meetings:
        choice = each.text("own_kind_id") or each.text("kind")
        used[choice] = used.get(choice, 0) + 1
    made = []
    for code in MEETING_KINDS:
        said = kept.pop(standard_id(scope, code), None)
        name = said.text("name") if said else ""
        hidden = bool(said and said.values["hidden"])
        made.append(MeetingKind(code, name or label("meeting_kind", code, lang), code, True, hidden, used.get(code, 0)))
    for own in sorted(kept.values(), key=_by_number):
        as_ = own.text("counts_as") or "lainnya"
        made.append(MeetingKind(own.id, own.text("name"), as_, False, bool(own.values["hidden"]), used.get(own.id, 0)))
    return tuple(made)


def _by_number(kind: Stored) -> tuple[int, RecordId]:
    number = kind.values["number"]
    return number if isinstance(number, int) else 0, kind.id


def offered(ws: Workspace, lang: str = "id") -> tuple[tuple[str, str], ...]:
    """The kinds that an input offers, as (choice, name)."""
    return tuple((each.choice, each.name) for each in kinds(ws, lang) if not each.hidden and each.name)


def fields_of(ws: Workspace, choice: str | None) -> dict[str, Value]:
    """What a meeting keeps for a choice: its own kind, and the standard one that it counts as."""
    if choice is None or choice in MEETING_KINDS:
        return {"kind": choice, "own_kind_id": None}
    found = edit.get(ws, "meeting_kind", choice)
    if found is None:
        raise errors.NoSuchRecord(kind="meeting_kind", id=choice)
    return {"kind": found["counts_as"] or "lainnya", "own_kind_id": choice}


def choice_of(values: Mapping[str, Value]) -> str | None:
    """What stands in the input for the kind of a meeting."""
    return str(values.get("own_kind_id") or values.get("kind") or "") or None


def add(ws: Workspace, name: str, counts_as: str = "lainnya") -> RecordId:
    """Make an own kind, behind the others.

    Raises:
        WrongValue: no name, or one that another kind has.
    """
    there = kinds(ws)
    values: dict[str, Value] = {
        "name": _free_name(there, name, ""),
        "counts_as": counts_as,
        "number": 1 + sum(not each.standard for each in there),
    }
    return edit.create(ws, "meeting_kind", values)


def rename(ws: Workspace, choice: str, name: str) -> edit.Saved:
    """Call a kind otherwise; a standard one without a name gets its own name back.

    Raises:
        WrongValue: an own kind without a name, or a name that another kind has.
    """
    there = kinds(ws)
    if choice in MEETING_KINDS and not name.strip():
        return _save(ws, choice, name=None)
    return _save(ws, choice, name=_free_name(there, name, choice))


def hide(ws: Workspace, choice: str, *, hidden: bool) -> edit.Saved:
    """Offer a kind no longer, or again; meetings that have it keep it."""
    return _save(ws, choice, hidden=hidden)


def count_as(ws: Workspace, choice: str, code: str) -> edit.Saved:
    """Say as which standard kind an own one counts, its meetings included, as one step."""
    changes: list[Change | None] = []
    with ws.database.write() as connection:
        changes.append(edit.change_fields(ws, connection, "meeting_kind", choice, {"counts_as": code}))
        for each in records.select(connection, "meeting", {"own_kind_id": choice, "scope": ws.profile.scope}):
            changes.append(edit.change_fields(ws, connection, "meeting", each.id, {"kind": code}))
    ws.history.add(Step("put", "meeting_kind", tuple(each for each in changes if each is not None)))
    return edit.Saved(ws.clock())


def remove(ws: Workspace, choice: str) -> edit.Saved:
    """Take an own kind away that no meeting has.

    Raises:
        WrongValue: a standard kind, or one that meetings have; it can be hidden.
    """
    found = next((each for each in kinds(ws) if each.choice == choice), None)
    if found is not None and (found.standard or found.used):
        raise errors.WrongValue(
            field="meeting_kind", value=found.name, expected="jenis yang tidak dipakai rapat / a kind without meetings"
        )
    return edit.remove(ws, "meeting_kind", choice)


def _save(ws: Workspace, choice: str, **fields: Value) -> edit.Saved:
    if choice in MEETING_KINDS:
        edit.create(ws, "meeting_kind", {"counts_as": choice, **fields}, id=standard_id(ws.profile.scope, choice))
        return edit.Saved(ws.clock())
    return edit.put(ws, "meeting_kind", choice, **fields)


def _free_name(there: tuple[MeetingKind, ...], name: str, choice: str) -> str:
    plain = " ".join(name.split())
    taken = {each.name.casefold() for each in there if each.choice != choice}
    if not plain or plain.casefold() in taken:
        expected = "nama yang belum dipakai jenis lain / a name that no other kind has"
        raise errors.WrongValue(field="meeting_kind.name", value=name, expected=expected)
    return plain
