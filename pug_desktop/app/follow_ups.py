"""All follow-ups of all meetings: who owes what until when, with what proof."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pug_desktop.app import days_off
from pug_desktop.app.days_off import OffDay
from pug_desktop.app.due import CALLED_OFF, NO_DAY, OPEN_STATES
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import date_words, parse_date, short_date_words
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.words import label
from pug_desktop.storage import records
from pug_desktop.storage.records import Stored

_RESTS = {"id": " (rapat batal)", "en": " (meeting called off)"}


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One follow-up; `due_on` is ISO or None, `late_days` 0 where it is not late, `proofs` counts its evidence.

    `sort_key` rises from the longest overdue over what is due next to what is done.
    """

    id: RecordId
    meeting_id: RecordId
    meeting_title: str
    text: str
    person: str
    office: str
    due_on: str | None
    due_text: str
    state: str
    state_label: str
    late_days: int
    proofs: int
    sort_key: str
    off_day: OffDay | None
    mine: bool
    rests: bool = False
    """Its meeting was called off: it is neither due nor late."""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN_STATES and not self.rests


def follow_ups(ws: Workspace, lang: str = "id") -> tuple[FollowUpRow, ...]:
    """All of them, the longest overdue first, what is done or called off last."""
    today, own = ws.today, days_off.own_days(ws)
    with ws.database.read() as connection:
        found = records.select(connection, "follow_up")
        meetings = {each.id: each for each in records.select(connection, "meeting")}
        proofs = Counter(
            each.text("owner_id") for each in records.select(connection, "evidence", {"owner_kind": "follow_up"})
        )
        offices = {each.id: each.text("name") for each in records.select(connection, "office")}
    made = []
    for each in found:
        day, meeting = parse_date(each.text("due_on")), meetings.get(each.text("meeting_id"))
        state = each.text("state") or "belum"
        rests = meeting is not None and meeting.text("state") == CALLED_OFF
        is_open = state in OPEN_STATES and not rests
        made.append(
            FollowUpRow(
                id=each.id,
                meeting_id=each.text("meeting_id"),
                meeting_title=_title(meeting, lang),
                text=each.text("text"),
                person=each.text("person_name"),
                office=each.text("office_name") or offices.get(each.text("office_id"), ""),
                due_on=day.isoformat() if day else None,
                due_text=short_date_words(day, lang) if day else "",
                state=state,
                state_label=label("follow_up_state", state, lang) + (_RESTS[lang] if rests else ""),
                late_days=max(0, (today - day).days) if day and is_open else 0,
                proofs=proofs[each.id],
                sort_key=f"{0 if is_open else 1}{day.isoformat() if day else NO_DAY}",
                off_day=days_off.judged(day, own, lang) if day and is_open else None,
                mine=each.scope == ws.profile.scope,
                rests=rests,
            )
        )
    return tuple(sorted(made, key=lambda row: (row.sort_key, row.meeting_title, row.text)))


def _title(meeting: Stored | None, lang: str) -> str:
    """A meeting's title; one without is told by its day."""
    if meeting is None:
        return ""
    if title := meeting.text("title"):
        return title
    from pug_desktop.app.meet import partial_date

    return date_words(partial_date(meeting.values), lang)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which follow-ups shall be seen; None or "" for all.

    `state`: "terlambat", "terbuka", or one of FOLLOW_UP_STATES.
    """

    state: str | None = None
    office: str = ""
    person: str = ""
    words: str = ""


def chosen(rows: Iterable[FollowUpRow], wish: Wish) -> tuple[FollowUpRow, ...]:
    """Those that fit the wish, in their order."""
    words = wish.words.casefold().split()
    return tuple(
        row
        for row in rows
        if _in_state(row, wish.state)
        and wish.office in ("", row.office)
        and wish.person in ("", row.person)
        and all(word in f"{row.text} {row.person} {row.office} {row.meeting_title}".casefold() for word in words)
    )


def _in_state(row: FollowUpRow, state: str | None) -> bool:
    match state:
        case None:
            return True
        case "terlambat":
            return row.late_days > 0
        case "terbuka":
            return row.open
        case _:
            return row.state == state


def people(rows: Sequence[FollowUpRow]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of persons and of offices that occur, for the boxes above the list."""
    persons, offices = ({getattr(row, name) for row in rows} - {""} for name in ("person", "office"))
    return tuple(sorted(persons, key=str.casefold)), tuple(sorted(offices, key=str.casefold))
