"""Meetings: list, make, open; their roles, agenda, results and follow-ups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.history import Change, Step
from pug_desktop.app.meeting_kinds import KindWords
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.attendance import Totals
from pug_desktop.domain.dates import PartialDate, date_words
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.domain.options import NOT_HELD
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import decisions, records
from pug_desktop.storage import meetings as asked
from pug_desktop.storage.meetings import Counts
from pug_desktop.storage.records import Stored
from pug_desktop.storage.states import record_conflicts

PARTS = ("meeting_role", "agenda_item", "output", "follow_up")
"""The numbered parts of a meeting."""

HELD = "terlaksana"
"""The state of a meeting of which nobody said anything else."""

COUNTED = frozenset({"attendance", "headcount"})
"""The parts that the number of participants rests on."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in a list; numbers are None where nobody knows them. `sort_key` rises with the date."""

    id: RecordId
    date_text: str
    sort_key: str
    kind: str
    kind_label: str
    title: str
    place: str
    organiser: str
    scope_name: str
    male: int | None
    female: int | None
    total: int | None
    institutions: int | None
    conflict: bool
    open_parts: frozenset[str] = frozenset()
    """What holds two values: "meeting" for its own fields, and the kinds of its parts."""
    state: str = ""
    """One of MEETING_STATES; "" where nobody said: it was held."""

    @property
    def held(self) -> bool:
        """Whether it took place, as far as anybody said otherwise; what did not is never counted."""
        return self.state not in NOT_HELD

    @property
    def count_open(self) -> bool:
        """Whether the number of participants rests on a record that holds two values."""
        return bool(self.open_parts & COUNTED)


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting with all its parts; each part is its fields with its `id`.

    `totals` counts the list; `shown` is male, female, total, institutions as reported (`Counts.by_list` says of which
    of the two). `mine` is whether this profile may edit it.
    """

    id: RecordId
    scope: str
    values: dict[str, Value]
    date: PartialDate
    roles: tuple[dict[str, Value], ...]
    agenda: tuple[dict[str, Value], ...]
    headcount: dict[str, Value] | None
    outputs: tuple[dict[str, Value], ...]
    follow_ups: tuple[dict[str, Value], ...]
    references: tuple[dict[str, Value], ...]
    conflict_fields: frozenset[str]
    conflict_parts: frozenset[str]
    """The kinds of its parts that hold two values: headcount, attendance, …"""
    totals: Totals
    shown: tuple[int | None, int | None, int | None, int | None]
    mine: bool
    by_list: bool = False
    """Whether `shown` is what the list says, not the head count."""


def meetings(
    ws: Workspace, *, year: int | None = None, search: str = "", scope: str | None = None, lang: str = "id"
) -> tuple[MeetingRow, ...]:
    """The meetings that this profile knows, newest first.

    Args:
        ws: the profile.
        year: only of that year.
        search: words that must all occur in title, theme, place, organiser or chair.
        scope: only in that scope.
        lang: of the words.
    """
    with ws.database.read() as connection:
        found = asked.meetings(connection, scope or ws.profile.scope, year=year, search=search)
        counts = asked.counts(connection, scope or ws.profile.scope)
        open_parts = dict(decisions.open_parts(connection, scope or ws.profile.scope))
        for each in asked.conflicted(connection, "meeting"):
            open_parts[each] = open_parts.get(each, frozenset()) | {"meeting"}
        names = {each.id: each.text("name") for each in records.select(connection, "office")}
        kinds = KindWords(connection)
    return tuple(
        _row(
            each,
            counts.get(each.id, Counts()),
            open_parts.get(each.id, frozenset()),
            names,
            kinds.of(each.scope, each.values, lang),
            lang,
        )
        for each in found
    )


def meeting_years(ws: Workspace) -> tuple[int, ...]:
    """The years of the meetings that this profile knows, newest first."""
    with ws.database.read() as connection:
        years = {each.values["year"] for each in records.select(connection, "meeting")}
    return tuple(sorted((year for year in years if isinstance(year, int)), reverse=True))


def _row(
    stored: Stored, counts: Counts, open_parts: frozenset[str], names: Mapping[str, str], kind: str, lang: str
) -> MeetingRow:
    male, female, total, institutions = counts.shown
    day = partial_date(stored.values)
    office = scopes.office_of(stored.scope)
    return MeetingRow(
        id=stored.id,
        date_text=date_words(day, lang),
        sort_key=f"{day.year or 0:04}-{day.month or 0:02}-{day.day or 0:02}",
        kind=stored.text("kind"),
        kind_label=kind,
        title=stored.text("title"),
        place=stored.text("place"),
        organiser=stored.text("organiser"),
        scope_name=names.get(office, "") if office else scopes.region_of(stored.scope),
        male=male,
        female=female,
        total=total,
        institutions=institutions,
        conflict=bool(open_parts),
        open_parts=open_parts,
        state=stored.text("state"),
    )


def partial_date(values: Mapping[str, Value]) -> PartialDate:
    """The day of a meeting, as far as it is known."""
    parts = [values.get(name) for name in ("year", "month", "day", "weekday")]
    return PartialDate(*(each if isinstance(each, int) else None for each in parts))


def meeting(ws: Workspace, meeting_id: RecordId) -> MeetingView:
    """One meeting with all its parts; NoSuchRecord when it was removed."""
    from pug_desktop.app import attend

    with ws.database.read() as connection:
        found = records.get(connection, "meeting", meeting_id)
        if found is None:
            raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
        parts = {
            kind: tuple(
                edit.as_dict(each)
                for each in records.select(connection, kind, {"meeting_id": meeting_id}, order=("number",))
            )
            for kind in PARTS
        }
        headcounts = records.select(connection, "headcount", {"meeting_id": meeting_id})
        references = records.select(connection, "regulation", {"meeting_id": meeting_id})
        conflicted = record_conflicts(connection, "meeting", meeting_id)
        open_parts = decisions.open_parts(connection).get(meeting_id, frozenset())
        counts = asked.counts(connection, meeting_id=meeting_id).get(meeting_id, Counts())
    return MeetingView(
        id=meeting_id,
        scope=found.scope,
        values=dict(found.values),
        date=partial_date(found.values),
        roles=parts["meeting_role"],
        agenda=parts["agenda_item"],
        headcount=edit.as_dict(headcounts[0]) if headcounts else None,
        outputs=parts["output"],
        follow_ups=parts["follow_up"],
        references=tuple(edit.as_dict(each) for each in references),
        conflict_fields=_fields_of(conflicted),
        conflict_parts=open_parts,
        totals=attend.totals(ws, meeting_id),
        shown=counts.shown,
        mine=found.scope == ws.profile.scope,
        by_list=counts.by_list,
    )


def _fields_of(cells: Sequence[str]) -> frozenset[str]:
    groups = KINDS["meeting"].groups
    return frozenset(field for cell in cells for field in groups.get(cell, (cell,)))


def create_meeting(ws: Workspace, kind: str = "rakor_pokja") -> RecordId:
    """Make an empty meeting of this profile."""
    return edit.create(ws, "meeting", {"kind": kind})


def set_date(ws: Workspace, meeting_id: RecordId, day: PartialDate) -> edit.Saved:
    """Save the day as far as it is known.

    Raises:
        WrongValue: a month or weekday that does not exist, or a day that this month never has.
    """
    limits = (("year", 1945, 2200), ("month", 1, 12), ("day", 1, 31), ("weekday", 0, 6))
    for name, lowest, highest in limits:
        value = getattr(day, name)
        if value is not None and not lowest <= value <= highest:
            raise errors.WrongValue(field=f"meeting.{name}", value=value, expected=f"{lowest}-{highest}")
    weekday = day.complete.weekday() if day.complete and day.weekday is None else day.weekday
    return edit.put(ws, "meeting", meeting_id, year=day.year, month=day.month, day=day.day, weekday=weekday)


def set_headcount(
    ws: Workspace,
    meeting_id: RecordId,
    *,
    male: int | None,
    female: int | None,
    total: int | None,
    excludes_speakers: bool | None = None,
    institutions: int | None = None,
    disability: int | None = None,
    age_bands: Mapping[str, int] | None = None,
) -> edit.Saved:
    """Save how many came when only numbers are known; without any number the headcount is removed.

    A total that is not given is the sum where both parts are known.

    Raises:
        WrongValue: a negative number, or parts that exceed the total.
    """
    numbers = {"male": male, "female": female, "total": total, "institutions": institutions, "disability": disability}
    for name, value in (*numbers.items(), *(("age_bands", each) for each in (age_bands or {}).values())):
        if value is not None and value < 0:
            raise errors.WrongValue(field=f"headcount.{name}", value=value, expected="0 atau lebih / 0 or more")
    if total is None and male is not None and female is not None:
        total = male + female
    check_count({"male": male, "female": female, "total": total})
    made = natural_id("headcount", meeting_id)
    check_traits(total, disability, age_bands)
    if not age_bands and all(each is None for each in (male, female, total, institutions, disability)):
        return edit.remove(ws, "headcount", made)
    values: dict[str, Value] = {
        "meeting_id": meeting_id,
        "male": male,
        "female": female,
        "total": total,
        "excludes_speakers": excludes_speakers,
        "institutions": institutions,
        "disability": disability,
        "age_bands": dict(age_bands) if age_bands else None,
    }
    edit.create(ws, "headcount", values, id=made, scope=_scope(ws, meeting_id))
    return edit.Saved(ws.clock())


def check_count(fields: Mapping[str, Value]) -> None:
    """WrongValue when men and women together are more than the total."""
    male, female, total = (
        each if isinstance(each := fields.get(n), int) else None for n in ("male", "female", "total")
    )
    if total is not None and (male or 0) + (female or 0) > total:
        raise errors.WrongValue(field="headcount.total", value=total, expected=f">= {(male or 0) + (female or 0)}")


def check_traits(total: int | None, disability: int | None, age_bands: Mapping[str, int] | None) -> None:
    """WrongValue when persons with disability, or those of the age bands together, are more than the total."""
    parts = {"disability": disability or 0, "age_bands": sum((age_bands or {}).values())}
    for name, number in parts.items():
        if total is not None and number > total:
            raise errors.WrongValue(field=f"headcount.{name}", value=number, expected=f"<= {total}")


def add_output(ws: Workspace, meeting_id: RecordId, text: str = "", expected: bool = False) -> RecordId:
    """Add a result at the end."""
    return _add(ws, "output", meeting_id, {"text": text, "expected": expected})


def add_follow_up(ws: Workspace, meeting_id: RecordId, text: str = "") -> RecordId:
    """Add a follow-up at the end."""
    return _add(ws, "follow_up", meeting_id, {"text": text, "state": "belum"})


def add_role(
    ws: Workspace, meeting_id: RecordId, role: str = "narasumber", name: str = "", position: str = ""
) -> RecordId:
    """Add somebody with a part in the meeting at the end."""
    return _add(ws, "meeting_role", meeting_id, {"role": role, "name": name, "position": position})


def add_agenda_item(ws: Workspace, meeting_id: RecordId, text: str = "") -> RecordId:
    """Add an item of the agenda at the end."""
    return _add(ws, "agenda_item", meeting_id, {"text": text})


def _add(ws: Workspace, kind: str, meeting_id: RecordId, values: Mapping[str, Value]) -> RecordId:
    with ws.database.read() as connection:
        there = records.select(connection, kind, {"meeting_id": meeting_id}, order=("number",))
    numbers = [each.values["number"] for each in there]
    number = 1 + max((each for each in numbers if isinstance(each, int)), default=0)
    kept = {name: value for name, value in values.items() if value != ""}
    whole = {"meeting_id": meeting_id, "number": number, **kept}
    return edit.create(ws, kind, whole, scope=_scope(ws, meeting_id))


def _scope(ws: Workspace, meeting_id: RecordId) -> str:
    """What hangs from a meeting belongs where the meeting belongs."""
    found = edit.get(ws, "meeting", meeting_id)
    if found is None:
        raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
    return str(found["scope"])


def renumber(ws: Workspace, kind: str, meeting_id: RecordId, ids: Sequence[RecordId]) -> edit.Saved:
    """Number the parts of one kind in the given order, as one step."""
    changes: list[Change] = []
    with ws.database.write() as connection:
        for number, each in enumerate(ids, 1):
            change = edit.change_fields(ws, connection, kind, each, {"number": number})
            if change is not None:
                changes.append(change)
    if changes:
        ws.history.add(Step("put", kind, tuple(changes)))
    return edit.Saved(ws.clock())
