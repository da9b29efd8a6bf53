"""What meetings, follow-ups and assignments of a scope say, as plain facts for the computed indicators."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from pug_desktop.app.linked_persons import linked_persons
from pug_desktop.app.register_facts import ScopedRegisters, gather_registers
from pug_desktop.domain.activity import AssignmentFacts, FollowUpFacts, MeetingFacts, is_top_leadership
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.options import NOT_HELD
from pug_desktop.domain.registers import Registers
from pug_desktop.replica.scope import contains
from pug_desktop.storage import decisions, records
from pug_desktop.storage import meetings as asked
from pug_desktop.storage.database import Connection
from pug_desktop.storage.meetings import Counts
from pug_desktop.storage.records import Stored
from pug_desktop.storage.states import record_conflicts

_COUNTED = {"attendance", "headcount", "meeting_role"}
"""The parts of a meeting that figures rest on."""

_Fact = TypeVar("_Fact")

NON_GOVERNMENT = ("kampus", "lsm", "dunia_usaha", "media")


@dataclass(frozen=True, slots=True)
class Facts:
    """All years; who asks picks the year."""

    meetings: tuple[MeetingFacts, ...]
    follow_ups: tuple[FollowUpFacts, ...]
    assignments: tuple[AssignmentFacts, ...]
    registers: Registers = field(default_factory=Registers)


@dataclass(frozen=True, slots=True)
class ScopedFacts:
    """Facts with the scope of the record that each comes from."""

    meetings: tuple[tuple[str, MeetingFacts], ...]
    follow_ups: tuple[tuple[str, FollowUpFacts], ...]
    assignments: tuple[tuple[str, AssignmentFacts], ...]
    registers: ScopedRegisters

    def by(self, place: Callable[[str], str]) -> dict[str, Facts]:
        """The facts of many places in one go; `place` makes one of a scope."""
        meetings, follow_ups = _by_place(self.meetings, place), _by_place(self.follow_ups, place)
        assignments, registers = _by_place(self.assignments, place), self.registers.by(place)
        return {
            where: Facts(
                meetings.get(where, ()),
                follow_ups.get(where, ()),
                assignments.get(where, ()),
                registers.get(where, Registers()),
            )
            for where in {*meetings, *follow_ups, *assignments, *registers}
        }


def gather(connection: Connection, scope: str) -> Facts:
    """The facts of a scope and all below it."""
    return gather_scoped(connection, scope).by(lambda _scope: scope).get(scope, Facts((), (), ()))


def gather_scoped(connection: Connection, scope: str) -> ScopedFacts:
    """The same with the scope of each."""
    return ScopedFacts(
        tuple(_meetings(connection, scope)),
        tuple(_follow_ups(connection, scope)),
        tuple(_assignments(connection, scope)),
        gather_registers(connection, scope),
    )


def _by_place(found: Iterable[tuple[str, _Fact]], place: Callable[[str], str]) -> dict[str, tuple[_Fact, ...]]:
    made: dict[str, list[_Fact]] = {}
    for scope, fact in found:
        made.setdefault(place(scope), []).append(fact)
    return {where: tuple(facts) for where, facts in made.items()}


def _meetings(connection: Connection, scope: str) -> list[tuple[str, MeetingFacts]]:
    counts = asked.counts(connection, scope)
    types = asked.attendance_by_type(connection, scope)
    persons = _known_persons(connection, scope)
    leaders: dict[RecordId, list[Stored]] = {}
    for each in records.select(connection, "meeting_role", {"role": "pembuka"}):
        leaders.setdefault(each.text("meeting_id"), []).append(each)
    disagreeing = decisions.open_ids(connection, "meeting") | {
        meeting for meeting, kinds in decisions.open_parts(connection, scope).items() if kinds & _COUNTED
    }
    found = asked.meetings(connection, scope)
    # Of what did not take place only that may be open: whether it did.
    disagreeing -= {
        each.id
        for each in found
        if not is_held(each)
        and each.id in disagreeing
        and "state" not in record_conflicts(connection, "meeting", each.id)
    }
    return [
        (
            each.scope,
            _meeting(
                each, counts.get(each.id, Counts()), types.get(each.id), leaders.get(each.id, []), persons, disagreeing
            ),
        )
        for each in found
    ]


def is_held(meeting: Stored) -> bool:
    """Whether a meeting took place, as far as anybody said otherwise."""
    return meeting.values["state"] not in NOT_HELD


def _known_persons(connection: Connection, scope: str) -> dict[RecordId, frozenset[RecordId]]:
    """The persons of the register at each meeting; of linked entries the one that stands for them."""
    found, one = asked.known_persons(connection, scope), linked_persons(connection)
    return {meeting: frozenset(map(one.of, persons)) for meeting, persons in found.items()}


def _follow_ups(connection: Connection, scope: str) -> list[tuple[str, FollowUpFacts]]:
    waiting = decisions.open_ids(connection, "follow_up")
    fell_through = asked.not_held(connection, scope)
    return [
        (
            each.scope,
            FollowUpFacts(
                each.text("due_on") or None,
                each.text("state") or "belum",
                each.text("done_on") or None,
                each.id in waiting,
                each.id,
                each.text("meeting_id") not in fell_through,
            ),
        )
        for each in records.select(connection, "follow_up")
        if contains(scope, each.scope)
    ]


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
        id=stored.id,
        held=is_held(stored),
    )


def _assignments(connection: Connection, scope: str) -> list[tuple[str, AssignmentFacts]]:
    persons = linked_persons(connection)
    waiting, people = (decisions.open_ids(connection, kind) for kind in ("assignment", "person"))
    return [
        (
            each.scope,
            AssignmentFacts(
                person_id=persons.of(each.text("person_id")),
                role=each.text("role"),
                sex=persons.sex(each.text("person_id")),
                from_on=each.text("from_on") or None,
                until_on=each.text("until_on") or None,
                trained_on=each.text("trained_on") or None,
                open=each.id in waiting or each.text("person_id") in people,
                id=each.id,
            ),
        )
        for each in records.select(connection, "assignment")
        if contains(scope, each.scope)
    ]
