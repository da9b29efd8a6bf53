"""What the registers of a scope say, as plain facts for the computed answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pug_desktop.app.linked_persons import linked_persons
from pug_desktop.domain.registers import (
    AwardFacts,
    BudgetFacts,
    DecreeFacts,
    IndexFacts,
    Member,
    Registers,
    RegulationFacts,
)
from pug_desktop.replica.scope import contains, office_of
from pug_desktop.storage import decisions, records, tallies
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

_Fact = TypeVar("_Fact")
_Owned = TypeVar("_Owned", RegulationFacts, DecreeFacts, AwardFacts, IndexFacts)
Place = Callable[[str], str]

REGISTERS = ("regulation", "decree", "award", "gender_index", "gender_budget")
"""The kinds of record that are a row of a register."""


@dataclass(frozen=True, slots=True)
class ScopedRegisters:
    """Rows of the registers with the scope that each lies in."""

    regulations: tuple[tuple[str, RegulationFacts], ...] = ()
    decrees: tuple[tuple[str, DecreeFacts], ...] = ()
    awards: tuple[tuple[str, AwardFacts], ...] = ()
    indices: tuple[tuple[str, IndexFacts], ...] = ()
    budgets: tuple[tuple[str, BudgetFacts], ...] = ()
    proofs: Mapping[str, int] = field(default_factory=dict)

    def by(self, place: Place) -> dict[str, Registers]:
        """The registers of many places in one go; `place` makes one of a scope."""
        regulations, decrees = _by_place(self.regulations, place), _by_place(self.decrees, place)
        awards, indices = _by_place(self.awards, place), _by_place(self.indices, place)
        budgets: dict[str, list[BudgetFacts]] = {}
        for scope, row in self.budgets:
            budgets.setdefault(place(scope), []).append(row)
        return {
            where: Registers(
                regulations.get(where, ()),
                decrees.get(where, ()),
                awards.get(where, ()),
                indices.get(where, ()),
                tuple(budgets.get(where, ())),
                self.proofs,
            )
            for where in {*regulations, *decrees, *awards, *indices, *budgets}
        }


def gather_registers(connection: Connection, scope: str) -> ScopedRegisters:
    """The registers of a scope and all below it."""
    members = _members(connection, scope)
    found = ScopedRegisters(
        _scoped(connection, "regulation", scope, regulation_facts),
        _scoped(connection, "decree", scope, lambda row, open_: _decree(row, open_, members.get(row.id, ()))),
        _scoped(connection, "award", scope, _award),
        _scoped(connection, "gender_index", scope, _index),
        _scoped(connection, "gender_budget", scope, _budget),
    )
    if found == ScopedRegisters():
        return found
    return replace(found, proofs=tallies.evidence_of_registers(connection, scope, REGISTERS))


def _by_place(rows: tuple[tuple[str, _Owned], ...], place: Place) -> dict[str, tuple[_Owned, ...]]:
    made: dict[str, list[_Owned]] = {}
    for scope, row in rows:
        where = place(scope)
        made.setdefault(where, []).append(row if where == scope else replace(row, own=False))
    return {where: tuple(facts) for where, facts in made.items()}


def _scoped(
    connection: Connection, kind: str, scope: str, make: Callable[[Stored, bool], _Fact]
) -> tuple[tuple[str, _Fact], ...]:
    rows = [each for each in records.select(connection, kind) if contains(scope, each.scope)]
    waiting = decisions.open_ids(connection, kind) if rows else frozenset()
    return tuple((each.scope, make(each, each.id in waiting)) for each in rows)


def _members(connection: Connection, scope: str) -> dict[str, tuple[Member, ...]]:
    """Whom each decree appoints."""
    if not (appointed := tallies.appointed(connection, scope)):
        return {}
    waiting = decisions.open_ids(connection, "assignment") | decisions.open_ids(connection, "person")
    persons = linked_persons(connection)
    made: dict[str, list[Member]] = {}
    for each in appointed:
        sex = persons.sex(each.person_id) if each.person_id in persons.one else each.sex
        member = Member(
            persons.of(each.person_id), sex, each.from_on, each.until_on, bool({each.id, each.person_id} & waiting)
        )
        made.setdefault(each.decree_id, []).append(member)
    return {decree: tuple(people) for decree, people in made.items()}


def regulation_facts(row: Stored, open_: bool = False) -> RegulationFacts:
    """One regulation as the rules read it."""
    return RegulationFacts(
        row.id,
        row.text("regulation_kind"),
        row.text("number"),
        _number(row, "year"),
        row.text("about"),
        row.text("enacted_on") or None,
        row.text("valid_until") or None,
        open=open_,
    )


def _decree(row: Stored, open_: bool, members: Iterable[Member]) -> DecreeFacts:
    return DecreeFacts(
        row.id,
        row.text("decree_kind"),
        row.text("number"),
        row.text("decree_on") or None,
        row.text("about"),
        row.text("from_on") or None,
        row.text("until_on") or None,
        # What an office records is its own decree, whatever office the row names.
        office_of(row.scope) or row.text("office_id") or None,
        tuple(members),
        open=open_,
    )


def _award(row: Stored, open_: bool) -> AwardFacts:
    return AwardFacts(row.id, row.text("award"), _number(row, "year"), row.text("category"), open=open_)


def _index(row: Stored, open_: bool) -> IndexFacts:
    return IndexFacts(row.id, row.text("index"), _number(row, "year"), row.text("value") or None, open=open_)


def _budget(row: Stored, open_: bool) -> BudgetFacts:
    return BudgetFacts(
        row.id,
        _number(row, "year"),
        office_of(row.scope) or row.text("office_id") or None,
        _rupiah(row, "amount"),
        _rupiah(row, "base"),
        row.text("base_name"),
        _rupiah(row, "institution_amount"),
        open_,
    )


def _number(row: Stored, name: str) -> int | None:
    value = row.values[name]
    return value if isinstance(value, int) else None


def _rupiah(row: Stored, name: str) -> int | None:
    """Whole rupiah; an amount below zero is a slip and counts as not entered."""
    value = _number(row, name)
    return value if value is not None and value >= 0 else None
