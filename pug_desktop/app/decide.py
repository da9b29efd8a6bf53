"""What holds two values for one field: listed in words, decided by a person, and opened again by an undo.

Both values stay until somebody decides. A decision is an ordinary write that replaces all values which the person saw;
it travels like any other. An undo in the same session opens the field again exactly as it was, as long as nothing was
sent since; what was sent can be answered, never unwritten, so that an undo then only brings the former value back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pug_desktop import errors
from pug_desktop.app import sheet_lock
from pug_desktop.app.edit import Saved, same_value
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.history import Change, Step
from pug_desktop.app.meet import check_count
from pug_desktop.app.record_words import region_name, subject
from pug_desktop.app.value_words import Words
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.field_words import field_label
from pug_desktop.domain.kinds import ANSWER_STATES, KINDS, Cell, RecordId, Type, Value
from pug_desktop.domain.values import check_values, is_id
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.schema import Question
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.state import DELETED, NO_LABEL, Actor, Dot, RecordState, shown_cells
from pug_desktop.replica.state import conflicts as conflicting
from pug_desktop.storage import decisions, journal, records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.decisions import Fate, Ruling, Turned
from pug_desktop.storage.records import Stored
from pug_desktop.storage.rows import cells_of, fields_of, json_text

__all__ = [
    "Choice",
    "Conflict",
    "Fate",
    "Version",
    "add_step",
    "conflicts",
    "count",
    "decide",
    "decide_many",
    "is_here",
    "question_of",
    "read_value",
]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values.

    Attributes:
        value: as it is stored; a `Fate` where the record was deleted here and changed there.
        words: as people read it.
        user: who wrote it, "" when nobody said.
        at: seconds since 1970 by the writer's clock, only shown; 0 when it is not known.
        device: on which computer: "komputer ini", or the office.
    """

    value: Value | Fate
    words: str
    user: str
    at: int
    device: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of a record with its values, the one that is shown first.

    Attributes:
        kind, id, scope, cell: the record and what is merged as one in it; cell "_del" for deleted or changed.
        title, context: the record in words, and what it belongs to.
        office: whose record it is.
        page, target: where it is edited, and what that page shall open.
        root: kind and id of the record that the page opens.
        field: the field in words.
        versions: all distinct values, the shown one first.
        writable: whether another value can be written.
        may_decide: whether this office may; else one above or below does.
    """

    kind: str
    id: RecordId
    scope: str
    cell: str
    title: str
    context: str
    office: str
    page: str
    target: object
    root: tuple[str, RecordId]
    field: str
    versions: tuple[Version, ...]
    writable: bool
    may_decide: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What shall be kept in one field: a value, or a `Fate` for cell "_del".

    `seen` are the values that the person looked at; None means all that are there.
    """

    kind: str
    id: RecordId
    cell: str
    value: Value | Fate
    seen: tuple[Value, ...] | None = None

    @classmethod
    def of(cls, conflict: Conflict, value: "Value | Fate | Version") -> "Choice":
        """The choice of somebody who saw this conflict."""
        chosen = value.value if isinstance(value, Version) else value
        seen = tuple(each.value for each in conflict.versions)
        return cls(conflict.kind, conflict.id, conflict.cell, chosen, None if conflict.cell == DELETED else seen)


def count(ws: Workspace) -> int:
    """How many records wait for a decision."""
    with ws.database.read() as connection:
        return decisions.count_open(connection)


def is_here(ws: Workspace, record_id: RecordId) -> bool:
    """Whether a record of that id is known here, also one that was removed: then it waits for nothing any more."""
    if not is_id(record_id):
        return False
    with ws.database.read() as connection:
        return any(
            decisions.scope_of(connection, kind, record_id) is not None
            or records.get(connection, kind, record_id) is not None
            for kind in KINDS
        )


def conflicts(ws: Workspace, scope: str | None = None, lang: str = "id") -> tuple[Conflict, ...]:
    """All that waits for a decision, in a scope or everywhere, by page and title.

    What was edited since the last exchange is written down first: an edit may have settled a field.
    """
    with ws.database.read() as connection:
        if not decisions.open_keys(connection, scope):
            return ()
    with ws.database.write() as connection:
        decisions.settle(connection, now=ws.now_s, by=ws.profile.holder)
    with ws.database.read() as connection:
        reader = _Reader(ws, connection, lang)
        found = [each for state in decisions.open_states(connection, scope) for each in reader.read(state)]
    return tuple(sorted(found, key=_place))


_PAGES_IN_ORDER = ("checklist", "meeting", "register", "report", "office", "settings", "")


def _place(each: Conflict) -> tuple[int, str, str, str, str]:
    return _PAGES_IN_ORDER.index(each.page), each.context, each.title, each.id, each.cell


class _Reader:
    """Turns states into conflicts, within one transaction."""

    def __init__(self, ws: Workspace, connection: Connection, lang: str) -> None:
        self._ws = ws
        self._words = Words(connection, lang, forms_of(ws))
        self._own, self._actors = decisions.device_names(connection)
        self._cards = {device: card for device, _relation, card in journal.cards(connection)}
        self._offices: dict[str, str] = {}

    def read(self, state: RecordState) -> list[Conflict]:
        cells = shown_cells(state)
        about = subject(self._words, state.kind, state.id, cells)
        return [
            Conflict(
                kind=state.kind,
                id=state.id,
                scope=state.scope,
                cell=cell,
                title=about.title,
                context=about.context,
                office=self._office(state.scope),
                page=about.page,
                target=about.target,
                root=about.root,
                field=self._field(state.kind, cell),
                versions=self._fates(state) if cell == DELETED else self._versions(state, cell, cells),
                writable=_is_writable(state.kind, cell),
                may_decide=may_decide(self._ws, state.kind, state.scope),
            )
            for cell in conflicting(state)
        ]

    def _field(self, kind: str, cell: str) -> str:
        if cell == DELETED:
            return self._words.say("dihapus di satu tempat, diubah di tempat lain", "deleted here, changed there")
        return field_label(kind, cell, self._words.lang)

    def _versions(self, state: RecordState, cell: str, cells: Mapping[str, Value]) -> tuple[Version, ...]:
        found: dict[str, tuple[Dot, Value]] = {}
        for dot, value in sorted(state.cells[cell].items(), reverse=True):
            found.setdefault(json_text(value), (dot, value))
        devices = self._devices(state, [dot.actor for dot, _ in found.values()])
        return tuple(
            self._version(state, dot, value, self._words.value(state.kind, cell, value, cells), devices)
            for dot, value in found.values()
        )

    def _fates(self, state: RecordState) -> tuple[Version, ...]:
        """Keep, as the last one who changed it did, or remove, as the one who deleted it did."""
        stones = state.cells[DELETED]
        stone = max(stones)
        seen = [each for each in stones.values() if isinstance(each, dict)]
        after = [dot for dot in state.dots if not any(each.get(dot.actor, 0) >= dot.n for each in seen)]
        changed = max(after, default=max(state.dots))
        devices = self._devices(state, [stone.actor, changed.actor])
        keep = self._words.say("Simpan catatan ini, dengan perubahannya", "Keep this record, with the changes")
        remove = self._words.say("Hapus catatan ini", "Remove this record")
        return (
            self._version(state, changed, Fate.KEEP, keep, devices),
            self._version(state, stone, Fate.REMOVE, remove, devices),
        )

    def _version(
        self, state: RecordState, dot: Dot, value: Value | Fate, words: str, devices: Mapping[Actor, str]
    ) -> Version:
        told = state.labels.get(dot, NO_LABEL)
        return Version(value, words, told.user, told.at, devices[dot.actor])

    def _devices(self, state: RecordState, actors: Sequence[Actor]) -> dict[Actor, str]:
        """Each writer's computer; those that would read alike are numbered."""
        made = {actor: self._device(actor, state.scope) for actor in actors}
        for name in set(made.values()):
            alike = sorted(actor for actor, each in made.items() if each == name)
            if len(alike) > 1:
                for number, actor in enumerate(alike, 1):
                    made[actor] = f"{name} ({self._words.say('komputer', 'computer')} {number})"
        return made

    def _device(self, actor: Actor, scope: str) -> str:
        if actor in self._own:
            return self._words.say("komputer ini", "this computer")
        device, known_scope = self._actors.get(actor, (None, scope))
        card = self._cards.get(device) if device else None
        office = card.get("office") if isinstance(card, dict) else None
        name = str(office.get("name") or "") if isinstance(office, dict) else ""
        name = name or self._office(known_scope)
        if known_scope == self._ws.profile.scope:
            return self._words.say(f"komputer lain di {name}", f"another computer at {name}")
        return name

    def _office(self, scope: str) -> str:
        """The office that a scope belongs to; of a region its name."""
        if scope not in self._offices:
            office = self._words.stored("office", scopes.office_of(scope))
            own = self._ws.profile.office_name if scope == self._ws.profile.scope else ""
            name = own or (office.text("name") if office else "")
            self._offices[scope] = name or region_name(scopes.region_of(scope))
        return self._offices[scope]


def may_decide(ws: Workspace, kind: str, scope: str) -> bool:
    """Whether the others take a decision of this office over: its role writes the kind, and the record is within it."""
    known = KINDS.get(kind)
    if known is None or known.immutable or ws.profile.role not in known.writers:
        return False
    return scopes.contains(ws.profile.scope, scope)


def _is_writable(kind: str, cell: str) -> bool:
    found = _cell(kind, cell)
    if found is None or (kind, cell) in _ONLY_CHOSEN:
        return False
    return all(each.type is not Type.ID for each in found.fields)


_ONLY_CHOSEN = {
    ("evidence", "file"),
    ("letterhead", "logo_sha256"),
    ("review", "review"),
    ("answer", "item"),
    ("checklist", "state"),
}
"""What nobody writes by hand: a file is attached, a review is made, a sheet is led from state to state."""


def _cell(kind: str, name: str) -> Cell | None:
    return next((each for each in KINDS[kind].cells if each.name == name), None) if kind in KINDS else None


def question_of(ws: Workspace, conflict: Conflict) -> Question | None:
    """What an answer answers, for asking it again; None for other records and unknown forms."""
    if conflict.kind != "answer":
        return None
    shelf = forms_of(ws)
    with ws.database.read() as connection:
        found = records.get(connection, "answer", conflict.id)
        return Words(connection, shelf=shelf).asks(found.values) if found else None


# --- deciding ---------------------------------------------------------------------------------------------------------


def decide(ws: Workspace, kind: str, record_id: RecordId, cell: str, value: Value | Fate | Version) -> Saved:
    """Keep one value in a field: one of those that are there, or another one.

    Raises:
        WrongValue: another value that does not fit the field; nothing was decided.
        WrongRole: this office may not decide on that record.
        SheetIsFinal: it would change what a final sheet says.
    """
    chosen = value.value if isinstance(value, Version) else value
    return decide_many(ws, (Choice(kind, record_id, cell, chosen),))


def decide_many(ws: Workspace, choices: Sequence[Choice]) -> Saved:
    """Decide on several fields as one step that can be undone; all or none.

    Raises:
        WrongValue, WrongRole, SheetIsFinal: as `decide`.
    """
    shelf = forms_of(ws) if any(each.kind == "answer" for each in choices) else Shelf()
    with ws.database.write() as connection:
        checked = [_checked(ws, connection, shelf, each) for each in choices]
        sent = decisions.bundles_begun(connection)
        turned = decisions.decide(connection, checked, now=ws.now_s, by=ws.profile.holder)
    add_step(ws, turned, sent)
    return Saved(ws.clock())


def add_step(ws: Workspace, turned: Sequence[Turned], sent: int) -> None:
    """Make what was decided one step that can be undone; `sent` is the last bundle that was begun before."""
    turned = [each for each in turned if each.before != each.after]
    if turned:
        changes = tuple(change for each in turned for change in _changes(each))
        states = tuple((each.before, each.after) for each in turned)
        ws.history.add(Step("decide", turned[0].before.kind, changes, states, sent))


def _checked(ws: Workspace, connection: Connection, shelf: Shelf, choice: Choice) -> Ruling:
    found = records.get(connection, choice.kind, choice.id) if choice.kind in KINDS else None
    scope = found.scope if found else decisions.scope_of(connection, choice.kind, choice.id)
    if scope is None:
        raise errors.NoSuchRecord(kind=choice.kind, id=choice.id)
    if not may_decide(ws, choice.kind, scope):
        needed = KINDS[choice.kind].writers if choice.kind in KINDS else ()
        raise errors.WrongRole(role=ws.profile.role, needed=", ".join(needed))
    seen = None if choice.seen is None else frozenset(map(json_text, choice.seen))
    value = choice.value
    if choice.cell == DELETED or isinstance(value, Fate):
        if choice.cell != DELETED or not isinstance(value, Fate):
            expected = ", ".join(each.value for each in Fate)
            raise errors.WrongValue(field=f"{choice.kind}.{choice.cell}", value=str(value), expected=expected)
    elif not _is_there(connection, choice):
        value = _fitting(connection, shelf, choice, found.values if found else {})
    if found is not None:
        _refuse_on_final(connection, found, choice, value)
    return Ruling(choice.kind, choice.id, choice.cell, value, seen)


def _refuse_on_final(connection: Connection, found: Stored, choice: Choice, value: Value | Fate) -> None:
    """What a final sheet shows stays, and so does a sheet with a version.

    Deciding for what it shows already changes nothing.
    """
    if value is Fate.REMOVE:
        sheet_lock.refuse_removal(connection, choice.kind, choice.id)
    if choice.kind not in ("answer", "evidence") or isinstance(value, Fate):
        return
    shown = cells_of(KINDS[choice.kind].cells, found.values).get(choice.cell)
    if not same_value(shown, value):
        sheet_lock.refuse_change(connection, choice.kind, found, {})


def _is_there(connection: Connection, choice: Choice) -> bool:
    """Whether it is one of the values: what lies here already is not checked again."""
    register = decisions.register(connection, choice.kind, choice.id, choice.cell)
    return any(same_value(each, choice.value) for each in register)


def _fitting(connection: Connection, shelf: Shelf, choice: Choice, row: Mapping[str, Value]) -> Value:
    """Another value, checked like any edit, as the cell keeps it: without the parts that nobody filled in."""
    cell = _cell(choice.kind, choice.cell)
    name = f"{choice.kind}.{choice.cell}"
    if cell is None or not _is_writable(choice.kind, choice.cell):
        raise errors.WrongValue(field=name, value=str(choice.value)[:60], expected="salah satu isian yang ada")
    if cell.is_group and not isinstance(choice.value, dict | None):
        parts = ", ".join(each.name for each in cell.fields)
        raise errors.WrongValue(field=name, value=str(choice.value)[:60], expected=parts)
    fields = fields_of((cell,), {cell.name: choice.value})
    extra = set(choice.value) - {each.name for each in cell.fields} if isinstance(choice.value, dict) else set()
    if cell.is_group and extra:
        raise errors.WrongValue(field=name, value=", ".join(sorted(extra)), expected=", ".join(fields))
    check_values(choice.kind, fields)
    if choice.kind == "answer" and cell.name == "answer":
        _check_answer(connection, shelf, fields, row)
    if choice.kind == "headcount" and cell.name == "count":
        check_count(fields)
    return cells_of((cell,), fields).get(cell.name)


def _check_answer(connection: Connection, shelf: Shelf, fields: Mapping[str, Value], row: Mapping[str, Value]) -> None:
    status = fields.get("status")
    if status not in ANSWER_STATES:
        raise errors.WrongValue(field="answer.status", value=str(status), expected=", ".join(ANSWER_STATES))
    question = Words(connection, shelf=shelf).asks(row)
    if question is None:
        # The form it was made with is not here: nobody can say what fits.
        raise errors.WrongValue(field="answer.value", value="", expected="salah satu isian yang ada")
    if fields.get("value") is not None:
        check_value(question, fields["value"])


def _changes(turned: Turned) -> list[Change]:
    """The decision as an edit of the row, for an undo after something was sent."""
    state = turned.before
    if turned.removed:
        return [Change(kind, each.id, each.scope, dict(each.values), None) for kind, each in turned.removed]
    before, after = _fields(turned.before), _fields(turned.after)
    # A group without a value has no fields here.
    different = [name for name in (before | after) if not same_value(before.get(name), after.get(name))]
    if not different:
        return []
    old, new = ({name: fields.get(name) for name in different} for fields in (before, after))
    return [Change(state.kind, state.id, state.scope, old, new)]


def _fields(state: RecordState) -> dict[str, Value]:
    cells = KINDS[state.kind].cells
    known = {cell.name: value for cell in cells if (value := shown_cells(state).get(cell.name)) is not None}
    return fields_of(cells, {n: v for n, v in known.items() if not _bad_group(state.kind, n, v)})


def _bad_group(kind: str, name: str, value: Value) -> bool:
    cell = _cell(kind, name)
    return cell is not None and cell.is_group and not isinstance(value, dict)


def read_value(conflict: Conflict, text: str) -> Value:
    """Another value as somebody typed it in a terminal: texts and dates as they are, all else as JSON.

    Raises:
        WrongValue: no JSON where it is needed, or no other value can be written.
    """
    cell = _cell(conflict.kind, conflict.cell)
    name = f"{conflict.kind}.{conflict.cell}"
    if cell is None or not conflict.writable:
        raise errors.WrongValue(field=name, value=text[:60], expected="--keep")
    if not cell.is_group and cell.fields[0].type in (Type.TEXT, Type.DATE, Type.DECIMAL):
        return text or None
    try:
        return cast(Value, json.loads(text))
    except ValueError:
        shape = "{" + ", ".join(f'"{each.name}": …' for each in cell.fields) + "}" if cell.is_group else "JSON"
        raise errors.WrongValue(field=name, value=text[:60], expected=shape) from None


# --- in bulk ----------------------------------------------------------------------------------------------------------


def sources(found: Sequence[Conflict]) -> tuple[tuple[str, int], ...]:
    """The computers whose values could be taken everywhere, each with the number of fields, most first."""
    numbers: dict[str, int] = {}
    for each in found:
        if each.cell != DELETED and each.may_decide:
            for device in {version.device for version in each.versions}:
                numbers[device] = numbers.get(device, 0) + 1
    return tuple(sorted(numbers.items(), key=lambda item: (-item[1], item[0])))


def all_from(found: Sequence[Conflict], device: str) -> tuple[Choice, ...]:
    """The choices "everything from there"; what was deleted somewhere is left to be decided one by one."""
    return tuple(
        Choice.of(each, chosen)
        for each in found
        if each.cell != DELETED and each.may_decide
        for chosen in [next((version for version in each.versions if version.device == device), None)]
        if chosen is not None
    )
