"""What came of a meeting: results with what they serve, expected against achieved, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.meet import MeetingView
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.words import label
from pug_desktop.storage import records

Fields = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    """An expected result beside what came of it: how far it was reached, and the results that fulfil it by number."""

    id: RecordId
    number: int
    text: str
    achieved: str | None
    achieved_label: str
    """"" where nobody said."""
    fulfilled_by: tuple[tuple[int, str], ...]


@cache
def prerequisites(lang: str = "id") -> tuple[tuple[str, str], ...]:
    """The seven prerequisites, code and name: ("P1", "Komitmen")."""
    from pug_desktop.forms.load import load_form

    return tuple((each.name, each.label.of(lang)) for each in load_form("prasyarat-kabkota").sections)


def prerequisite_codes(output: Fields) -> tuple[str, ...]:
    """The prerequisites that a result serves, as they are kept; codes of a newer program stay."""
    kept = output.get("prerequisites")
    return tuple(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else ()


def expected_against_achieved(view: MeetingView, lang: str = "id") -> tuple[ExpectedResult, ...]:
    """The expected results of a meeting in their order."""
    numbers = output_numbers(view)
    return tuple(
        ExpectedResult(
            id=str(each["id"]),
            number=numbers[str(each["id"])],
            text=str(each["text"] or ""),
            achieved=(reached := _text(each["achieved"])),
            achieved_label=label("achieved", reached, lang) if reached else "",
            fulfilled_by=tuple(
                (numbers[str(other["id"])], str(other["text"] or ""))
                for other in view.outputs
                if not other["expected"] and other["fulfils_id"] == each["id"]
            ),
        )
        for each in view.outputs
        if each["expected"]
    )


def output_numbers(view: MeetingView) -> dict[RecordId, int]:
    """The number of each result as it is read out: agreed and expected ones are counted apart."""
    counts = {True: 0, False: 0}
    numbers = {}
    for each in view.outputs:
        counts[bool(each["expected"])] += 1
        numbers[str(each["id"])] = counts[bool(each["expected"])]
    return numbers


def decisions(ws: Workspace, meeting_id: RecordId) -> tuple[dict[str, Value], ...]:
    """The decisions of a meeting in their order."""
    with ws.database.read() as connection:
        found = records.select(connection, "meeting_decision", {"meeting_id": meeting_id}, order=("number",))
    return tuple(edit.as_dict(each) for each in found)


def add_decision(ws: Workspace, meeting_id: RecordId, text: str = "") -> RecordId:
    """Add a decision at the end."""
    meeting = edit.get(ws, "meeting", meeting_id)
    if meeting is None:
        raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
    numbers = [each["number"] for each in decisions(ws, meeting_id)]
    number = 1 + max((each for each in numbers if isinstance(each, int)), default=0)
    values: dict[str, Value] = {"meeting_id": meeting_id, "number": number, "text": text or None}
    return edit.create(ws, "meeting_decision", values, scope=str(meeting["scope"]))


def report_of(ws: Workspace, meeting_id: RecordId) -> dict[str, Value]:
    """What the report of a meeting says beside the minutes; fields that nobody filled in are None."""
    from pug_desktop.domain.kinds import KINDS

    found = edit.get(ws, "meeting_report", meeting_id)
    return found or {each.name: None for each in KINDS["meeting_report"].fields}


def save_report(ws: Workspace, meeting_id: RecordId, fields: Mapping[str, Value]) -> edit.Saved:
    """Save fields of the report; the record is made with the first one.

    Raises:
        NoSuchRecord: the meeting was removed in the meantime.
        WrongValue: a value does not fit its field.
    """
    meeting = edit.get(ws, "meeting", meeting_id)
    if meeting is None:
        raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
    if edit.get(ws, "meeting_report", meeting_id) is not None:
        return edit.put(ws, "meeting_report", meeting_id, **fields)
    if any(value is not None for value in fields.values()):
        edit.create(ws, "meeting_report", fields, id=meeting_id, scope=str(meeting["scope"]))
    return edit.Saved(ws.clock())


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value else None
