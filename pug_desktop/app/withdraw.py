"""Tarik perubahan dari perangkat X: what a device wrote and is still there, and taking parts of it back by new writes.

Nothing is unwritten: what is withdrawn is emptied, or gives way to what somebody else wrote beside it, by an ordinary
decision that travels like any other and can be undone in one step. A record that only this device made is removed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pug_desktop.app.decide import add_step
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.key_log import What, log
from pug_desktop.app.record_words import subject
from pug_desktop.app.sheet_lock import last_number
from pug_desktop.app.value_words import Words
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.field_words import field_label
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.replica.state import DELETED, NO_LABEL, Dot, RecordState, shown, shown_cells
from pug_desktop.storage import decisions, key_records
from pug_desktop.storage.capture import capture
from pug_desktop.storage.decisions import Fate, Ruling


@dataclass(frozen=True, slots=True)
class Written:
    """One surviving write of a device.

    Attributes:
        kind, id, scope: the record.
        title, field, words: the record, the field and the value in words.
        cell: what was written; "_del" is a removal, which is only shown here.
        value: what was written.
        at: seconds since 1970 by the writer's clock, only shown; 0 when it is not known.
        user: who wrote it, "" when nobody said.
        shown: it is what the field shows.
        only: nobody else wrote anything in this record.
        dot: names the write.
    """

    kind: str
    id: RecordId
    scope: str
    title: str
    field: str
    words: str
    cell: str
    value: Value
    at: int
    user: str
    shown: bool
    only: bool
    dot: Dot


@dataclass(frozen=True, slots=True)
class WithdrawnChanges:
    """How many fields were emptied or given back to what others wrote, and how many records removed."""

    fields: int
    records: int


def written_by(ws: Workspace, device_id: str, lang: str = "id") -> tuple[Written, ...]:
    """Every surviving write of a device under all its actors, by kind and title; what was edited here counts."""
    with ws.database.write() as connection:
        capture(connection, now=ws.now_s, by=ws.profile.holder)
    with ws.database.read() as connection:
        actors = key_records.actors_of(connection, device_id)
        words = Words(connection, lang, forms_of(ws))
        found = [each for state in key_records.states_by(connection, actors) for each in _writes(words, state, actors)]
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda each: (order.get(each.kind, len(order)), each.title, each.id, each.cell)))


def _writes(words: Words, state: RecordState, actors: frozenset[str]) -> Iterator[Written]:
    dots = [(cell, dot) for cell, register in state.cells.items() for dot in register if dot.actor in actors]
    if not dots:
        return
    cells = shown_cells(state)
    title = subject(words, state.kind, state.id, cells).title if state.kind in KINDS else state.kind
    only = all(dot.actor in actors for register in state.cells.values() for dot in register)
    for cell, dot in dots:
        label, register = state.labels.get(dot, NO_LABEL), state.cells[cell]
        removal = cell == DELETED
        yield Written(
            kind=state.kind,
            id=state.id,
            scope=state.scope,
            title=title,
            field=words.say("dihapus", "removed") if removal else field_label(state.kind, cell, words.lang),
            words="" if removal else words.value(state.kind, cell, register[dot], cells),
            cell=cell,
            value=None if removal else register[dot],
            at=label.at,
            user=label.user,
            shown=dot == max(register),
            only=only,
            dot=dot,
        )


def withdraw(ws: Workspace, choices: Sequence[Written]) -> WithdrawnChanges:
    """Take these writes back, as one step that can be undone.

    A field gets what another device wrote beside it, or nothing. A record of which everything was chosen and that only
    that device wrote is removed with what hangs from it. Removals and what a record hangs from stay as they are, and so
    do final versions of sheets, the sheets that have one, and instruments: they are signed and never change.
    """
    by_record: dict[tuple[str, RecordId], list[Written]] = defaultdict(list)
    for each in choices:
        if each.kind in KINDS and not KINDS[each.kind].immutable:
            by_record[each.kind, each.id].append(each)
    fields = gone = 0
    with ws.database.write() as connection:
        sent = decisions.bundles_begun(connection)
        rulings: list[Ruling] = []
        for (kind, record_id), chosen in by_record.items():
            state = key_records.state_of(connection, kind, record_id)
            if state is None:
                continue
            if kind == "checklist" and last_number(connection, record_id):
                continue
            made = _rulings(state, chosen)
            gone += any(each.value is Fate.REMOVE for each in made)
            fields += sum(each.value is not Fate.REMOVE for each in made)
            rulings += made
        turned = decisions.decide(connection, rulings, now=ws.now_s, by=ws.profile.holder)
        if turned:
            log(ws, connection, What.CHANGES_WITHDRAWN, choices[0].dot.actor, emptied=fields, removed=gone)
    add_step(ws, turned, sent)
    return WithdrawnChanges(fields, gone)


def _rulings(state: RecordState, chosen: Sequence[Written]) -> list[Ruling]:
    taken = {(each.cell, each.dot) for each in chosen}
    alive = {(cell, dot) for cell, register in state.cells.items() if cell != DELETED for dot in register}
    if alive and alive <= taken:
        return [Ruling(state.kind, state.id, DELETED, Fate.REMOVE)]
    parents = {field.name for field in KINDS[state.kind].parents if field.required}
    known = {cell.name for cell in KINDS[state.kind].cells} - parents
    made = []
    for cell in sorted({cell for cell, _dot in taken & alive} & known):
        rest = {dot: value for dot, value in state.cells[cell].items() if (cell, dot) not in taken}
        made.append(Ruling(state.kind, state.id, cell, shown(rest) if rest else None))
    return made
