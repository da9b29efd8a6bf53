"""What meetings, follow-ups and assignments of a scope say, as plain facts for the computed indicators."""

from dataclasses import dataclass

from pug_desktop.domain.activity import AssignmentFacts, FollowUpFacts, MeetingFacts, is_top_leadership
from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.scope import contains
from pug_desktop.storage import decisions, records
from pug_desktop.storage import meetings as asked
from pug_desktop.storage.database import Connection
from pug_desktop.storage.meetings import Counts
from pug_desktop.storage.records import Stored

_COUNTED = {"attendance", "headcount", "meeting_role"}
"""The parts of a meeting that figures rest on."""

NON_GOVERNMENT = ("kampus", "lsm", "dunia_usaha", "media")


@dataclass(frozen=True, slots=True)
class Facts:
    """All years; who asks picks the year."""

    meetings: tuple[MeetingFacts, ...]
    follow_ups: tuple[FollowUpFacts, ...]
    assignments: tuple[AssignmentFacts, ...]


def gather(connection: Connection, scope: str) -> Facts:
    """The facts of a scope and all below it."""
    counts = asked.counts(connection, scope)
    types = asked.attendance_by_type(connection, scope)
    persons = asked.known_persons(connection, scope)
    leaders: dict[RecordId, list[Stored]] = {}
    for each in records.select(connection, "meeting_role", {"role": "pembuka"}):
        leaders.setdefault(each.text("meeting_id"), []).append(each)
    found = asked.meetings(connection, scope)
    disagreeing = decisions.open_ids(connection, "meeting") | {
        meeting for meeting, kinds in decisions.open_parts(connection, scope).items() if kinds & _COUNTED
    }
    waiting = decisions.open_ids(connection, "follow_up")
    return Facts(
        meetings=tuple(
            _meeting(
                each, counts.get(each.id, Counts()), types.get(each.id), leaders.get(each.id, []), persons, disagreeing
            )
            for each in found
        ),
        follow_ups=tuple(
            FollowUpFacts(
                each.text("due_on") or None,
                each.text("state") or "belum",
                each.text("done_on") or None,
                each.id in waiting,
            )
            for each in records.select(connection, "follow_up")
            if contains(scope, each.scope)
        ),
        assignments=_assignments(connection, scope),
    )


def _meeting(
    stored: Stored,
    counts: Counts,
    types: dict[str, int] | None,
    openers: list[Stored],
    persons: dict[RecordId, frozenset[RecordId]],
    disagreeing: frozenset[RecordId],
) -> MeetingFacts:
    positions = [stored.text("chair_position"), *(each.text("position") for each in openers)]
    named = [position for position in positions if position]
    male, female, total, _institutions = counts.shown
    year = stored.values["year"]
    return MeetingFacts(
        kind=stored.text("kind"),
        year=year if isinstance(year, int) else None,
        led_by_leadership=any(map(is_top_leadership, named)) if named else None,
        male=male,
        female=female,
        total=total,
        non_government=sum(types.get(each, 0) for each in NON_GOVERNMENT) if types else None,
        vertical=types.get("vertikal", 0) if types else None,
        person_ids=persons.get(stored.id, frozenset()),
        open=stored.id in disagreeing,
    )


def _assignments(connection: Connection, scope: str) -> tuple[AssignmentFacts, ...]:
    sexes = {each.id: each.text("sex") or None for each in records.select(connection, "person")}
    waiting, people = (decisions.open_ids(connection, kind) for kind in ("assignment", "person"))
    return tuple(
        AssignmentFacts(
            person_id=each.text("person_id"),
            role=each.text("role"),
            sex=sexes.get(each.text("person_id")),
            from_on=each.text("from_on") or None,
            until_on=each.text("until_on") or None,
            trained_on=each.text("trained_on") or None,
            open=each.id in waiting or each.text("person_id") in people,
        )
        for each in records.select(connection, "assignment")
        if contains(scope, each.scope)
    )
