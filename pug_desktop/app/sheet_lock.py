"""What must not be written: answers and evidence of a final sheet, and a final version at all.

Asked by `app/edit.py` before each write of a person. What other devices wrote is joined all the same, since a merge
never fails: the sheet then differs from its final version, and the page says so.
"""

from collections.abc import Iterable, Mapping

from pug_desktop import errors
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

GUARDED = frozenset({"answer", "evidence", "checklist", "final_version"})
"""Other kinds are not looked at: every saved field passes here."""

STATE = frozenset({"state", "state_on", "state_by"})
"""What still changes on a final sheet: it is led on."""

_OWNER = {"checklist_id", "owner_kind", "owner_id"}


def refuse_change(connection: Connection, kind: str, found: Stored, new: Mapping[str, Value]) -> None:
    """Refuse to change these fields of a record that is there; SheetIsFinal."""
    match kind:
        case "final_version":
            raise errors.SheetIsFinal(number=found.values["number"])
        case "checklist" if found.values["state"] == "final" and not new.keys() <= STATE:
            raise errors.SheetIsFinal(number=last_number(connection, found.id))
        case "answer" | "evidence":
            _refuse_below(connection, kind, found.values)
            if new.keys() & _OWNER:
                _refuse_below(connection, kind, {**found.values, **new})


def refuse_new(connection: Connection, kind: str, values: Mapping[str, Value]) -> None:
    """Refuse a new answer or piece of evidence on a final sheet; SheetIsFinal."""
    if kind in ("answer", "evidence"):
        _refuse_below(connection, kind, values)


def refuse_removal(connection: Connection, kind: str, record_id: RecordId) -> None:
    """Refuse to remove what belongs to a final sheet, and a sheet that has a final version; SheetIsFinal."""
    found = records.get(connection, kind, record_id)
    if found is None:
        return
    match kind:
        case "final_version":
            raise errors.SheetIsFinal(number=found.values["number"])
        case "checklist" if number := last_number(connection, record_id):
            raise errors.SheetIsFinal(number=number)
        case "answer" | "evidence":
            _refuse_below(connection, kind, found.values)


MOST_NUMBER = 1_000_000
"""A number above was never counted up to: a forged version must not use up the numbers there are."""


def last_number(connection: Connection, sheet_id: RecordId) -> int:
    """The number of the last final version of a sheet; 0 when there is none."""
    numbers = [each.values["number"] for each in records.select(connection, "final_version", _of(sheet_id))]
    return highest(each for each in numbers if isinstance(each, int))


def highest(numbers: Iterable[int]) -> int:
    """The highest of these numbers of versions; 0 when there is none."""
    return max((min(each, MOST_NUMBER) for each in numbers if each > 0), default=0)


def _of(sheet_id: RecordId) -> dict[str, Value]:
    return {"checklist_id": sheet_id}


def _refuse_below(connection: Connection, kind: str, values: Mapping[str, Value]) -> None:
    owner: Value = values.get("checklist_id")
    if kind == "evidence":
        if values.get("owner_kind") != "answer":
            return
        answer = records.get(connection, "answer", str(values["owner_id"]))
        owner = answer.values["checklist_id"] if answer else None
    sheet = records.get(connection, "checklist", owner) if isinstance(owner, str) else None
    if sheet is not None and sheet.values["state"] == "final":
        raise errors.SheetIsFinal(number=last_number(connection, sheet.id))
