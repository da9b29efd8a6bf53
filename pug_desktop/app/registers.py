"""The registers of an office: regulations, decrees with their members, awards, gender indices, budgets.

A row is an ordinary record; its evidence hangs from it. What a row answers on a sheet is decided in
`domain/register_answers.py`; here it is only told which question a row belongs to.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pug_desktop import errors
from pug_desktop.app import edit, offices
from pug_desktop.app.form_source import form_of_sheet, forms_of
from pug_desktop.app.history import Change, Step
from pug_desktop.app.register_facts import REGISTERS, regulation_facts
from pug_desktop.app.sheets import OFFICE_FORM, REGENCY_FORM
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.registers import (
    SOON_DAYS,
    RegulationGroup,
    Validity,
    group_of,
    is_internal,
    starts_on,
    validity,
)
from pug_desktop.forms.schema import AnswerKind, Option
from pug_desktop.replica.scope import office_of, province_of, region_of
from pug_desktop.storage import decisions, records, tallies
from pug_desktop.storage.records import Stored

ROLE_OF_DECREE: Mapping[str, str] = {
    "pokja": "anggota_pokja",
    "team_driver": "team_driver",
    "focal_point": "focal_point",
    "tim_teknis": "tim_teknis",
    "fasilitator": "fasilitator",
}
"""The assignment that a decree gives its members at first; a person may change it."""

_PERSON_FIELDS = ("name", "sex", "position")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of a register.

    `validity` is None for what has no end (an award, an index, a budget); `mine` whether this profile may change it;
    `place` the office or region it belongs to; `answers` the codes of the questions that this row belongs to.
    """

    kind: str
    id: RecordId
    values: Mapping[str, Value]
    scope: str
    place: str
    mine: bool
    validity: Validity | None
    evidence: int
    conflict: bool
    answers: tuple[str, ...] = ()

    def text(self, field: str) -> str:
        """A text field; "" when it has no value."""
        value = self.values[field]
        return value if isinstance(value, str) else ""

    def number(self, field: str) -> int | None:
        """A number; None when it has no value."""
        value = self.values[field]
        return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person whom a decree appoints; `id` is that of the assignment."""

    id: RecordId
    person_id: RecordId
    values: Mapping[str, Value]
    """Of the person (name, sex, position) and of the assignment (role, from_on, until_on, trained_on)."""
    over: bool
    """Whether the time of this member is over."""


def rows(ws: Workspace, kind: str) -> tuple[RegisterRow, ...]:
    """The rows of one register that this profile knows, its own first, the newest first."""
    today = ws.today
    codes = _codes(ws)
    names = _places(ws)
    with ws.database.read() as connection:
        found = records.select(connection, kind)
        proofs = tallies.evidence_of_registers(connection, province_of(ws.profile.scope), REGISTERS)
        waiting = decisions.open_ids(connection, kind)
    made = [
        RegisterRow(
            kind=kind,
            id=each.id,
            values=each.values,
            scope=each.scope,
            place=names(each),
            mine=each.scope == ws.profile.scope,
            validity=_validity(each, kind, today),
            evidence=proofs.get(each.id, 0),
            conflict=each.id in waiting,
            answers=tuple(code for source in _sources(each, kind, ws.profile.role) for code in codes.get(source, ()))
            if ws.profile.role != "provinsi" or each.scope != ws.profile.scope
            else (),
        )
        for each in found
    ]
    made.sort(key=lambda row: (not row.mine, row.place.casefold(), _newest_first(row), row.id))
    return tuple(made)


def add(ws: Workspace, kind: str, values: Mapping[str, Value] | None = None) -> RecordId:
    """Make a row; an award, an index or a budget that is there already for that year is found again instead.

    Args:
        ws: the profile.
        kind: one of `register_facts.REGISTERS`.
        values: what is known of it. An award needs `award` and `year`, an index `index` and `year`, a budget `year`
            and, above an office, `office_id` unless it is that of the whole region.

    Raises:
        WrongValue: what the row is known by is missing or wrong.
    """
    profile = ws.profile
    known: dict[str, Value] = dict(values or {})
    if "region_code" not in known:
        known["region_code"] = profile.region_code
    if kind == "gender_budget" and profile.role == "opd":
        known["office_id"] = profile.office_id
    if kind in ("regulation", "decree"):
        if kind == "decree" and profile.role == "opd":
            known["office_id"] = profile.office_id
        return edit.create(ws, kind, known)
    # Two people who enter the same award of the same year on two laptops mean one row.
    needed = {"award": ("award", "year"), "gender_index": ("index", "year"), "gender_budget": ("year",)}[kind]
    for name in needed:
        if known.get(name) in (None, ""):
            raise errors.WrongValue(field=f"{kind}.{name}", value="", expected="isi dulu / fill in first")
    key = [known[name] for name in needed]
    where = profile.scope if kind == "gender_budget" else profile.region_code
    if kind == "gender_budget":
        key.insert(0, known.get("office_id") or "")
    made = natural_id(kind, where, *key)
    if edit.get(ws, kind, made) is None:
        edit.create(ws, kind, known, id=made)
    return made


def base_names(ws: Workspace) -> tuple[Option, ...]:
    """What the spending may be called of which ARG is a share: the choices of the question on the sheet."""
    form, _missing = form_of_sheet(forms_of(ws), OFFICE_FORM if ws.profile.role == "opd" else REGENCY_FORM, None)
    asked = (each.options for each in form.questions if each.kind is AnswerKind.CURRENCY_AND_PERCENTAGE)
    return next(asked, ())


def find(ws: Workspace, row_id: RecordId) -> str | None:
    """The register in which a row stands; None when there is no such row."""
    return next((kind for kind in REGISTERS if edit.get(ws, kind, row_id) is not None), None)


def save(ws: Workspace, kind: str, row_id: RecordId, **fields: Value) -> edit.Saved:
    """Save fields of a row.

    Raises:
        WrongValue, NoSuchRecord
        WrongRole: the row is another office's.
    """
    _own(ws, kind, row_id)
    return edit.put(ws, kind, row_id, **fields)


def remove(ws: Workspace, kind: str, row_id: RecordId) -> edit.Saved:
    """Remove a row; the people whom a decree appointed stay, and stand on it again when it is brought back."""
    _own(ws, kind, row_id)
    return edit.remove(ws, kind, row_id)


def _own(ws: Workspace, kind: str, row_id: RecordId) -> None:
    found = edit.get(ws, kind, row_id)
    if found is None:
        raise errors.NoSuchRecord(kind=kind, id=row_id)
    if found["scope"] != ws.profile.scope:
        above = office_of(str(found["scope"])) is None
        raise errors.WrongRole(role=ws.profile.role, needed="kabkota" if above else "opd")


# --- the people of a decree ---------------------------------------------------------------------------------------


def members(ws: Workspace, decree_id: RecordId) -> tuple[MemberRow, ...]:
    """Whom a decree appoints: chair and secretary first, then by name; whose time is over last."""
    today = ws.today.isoformat()
    with ws.database.read() as connection:
        found = records.select(connection, "assignment", {"decree_id": decree_id})
        people = {each.id: each for each in records.select(connection, "person")} if found else {}
    made = []
    for each in found:
        person = people.get(each.text("person_id"))
        own = {name: person.values[name] if person else None for name in _PERSON_FIELDS}
        until = each.text("until_on")
        made.append(MemberRow(each.id, each.text("person_id"), {**each.values, **own}, bool(until and until < today)))
    return tuple(sorted(made, key=_rank))


def _rank(member: MemberRow) -> tuple[bool, int, str, str]:
    order = ("ketua_pokja", "sekretaris_pokja")
    role = str(member.values["role"] or "")
    place = order.index(role) if role in order else len(order)
    return member.over, place, str(member.values["name"] or "").casefold(), member.id


def same_name(ws: Workspace, name: str) -> tuple[tuple[RecordId, str], ...]:
    """The people of this office who bear that name, each with position and sex in words to tell them apart."""
    wanted = " ".join(name.casefold().split())
    with ws.database.read() as connection:
        found = records.select(connection, "person", {"scope": ws.profile.scope})
    return tuple(
        (each.id, each.text("position"))
        for each in found
        if wanted and " ".join(each.text("name").casefold().split()) == wanted
    )


def add_member(ws: Workspace, decree_id: RecordId, name: str, person_id: RecordId | None = None) -> RecordId:
    """Appoint a person by a decree; returns the id of the assignment. One step to undo.

    Args:
        ws: the profile.
        decree_id: a decree of this office.
        name: of a new person; not used with `person_id`.
        person_id: a person who is known already (see `same_name`); nobody is merged by name alone.

    Raises:
        WrongValue: no name.
    """
    _own(ws, "decree", decree_id)
    name = " ".join(name.split())
    if not name and person_id is None:
        raise errors.WrongValue(field="person.name", value="", expected="nama orang / a name")
    made, scope = ws.new_id(), ws.profile.scope
    changes: list[Change | None] = []
    with ws.database.write() as connection:
        decree = records.get(connection, "decree", decree_id)
        if decree is None:
            raise errors.NoSuchRecord(kind="decree", id=decree_id)
        person = person_id
        if person is None:
            person = ws.new_id()
            changes.append(edit.make(ws, connection, "person", {"name": name}, person, scope))
        values: dict[str, Value] = {
            "person_id": person,
            "role": ROLE_OF_DECREE.get(decree.text("decree_kind")),
            "decree_id": decree_id,
            "decree_number": decree.values["number"],
            "decree_on": decree.values["decree_on"],
            "from_on": decree.values["from_on"] or decree.values["decree_on"],
            "until_on": decree.values["until_on"],
            "office_id": decree.values["office_id"],
        }
        changes.append(edit.make(ws, connection, "assignment", values, made, scope))
    ws.history.add(Step("create", "assignment", tuple(each for each in changes if each is not None)))
    return made


def save_member(ws: Workspace, member_id: RecordId, field: str, value: Value) -> edit.Saved:
    """Save a field of a member: of the person, or of the assignment.

    Raises:
        WrongValue, NoSuchRecord
        WrongRole: another office appointed or knows that person.
    """
    found = edit.get(ws, "assignment", member_id)
    if found is None:
        raise errors.NoSuchRecord(kind="assignment", id=member_id)
    _own(ws, "assignment", member_id)
    if field in _PERSON_FIELDS:
        _own(ws, "person", str(found["person_id"]))
        return edit.put(ws, "person", str(found["person_id"]), **{field: value})
    return edit.put(ws, "assignment", member_id, **{field: value})


def remove_member(ws: Workspace, member_id: RecordId) -> edit.Saved:
    """Take a person off a decree; the person stays known."""
    _own(ws, "assignment", member_id)
    return edit.remove(ws, "assignment", member_id)


# --- how a row stands ---------------------------------------------------------------------------------------------


def _validity(row: Stored, kind: str, today: date) -> Validity | None:
    day, soon = today.isoformat(), (today + timedelta(days=SOON_DAYS)).isoformat()
    if kind == "regulation":
        return validity(starts_on(regulation_facts(row)), row.text("valid_until") or None, day, soon=soon)
    if kind == "decree":
        start = row.text("from_on") or row.text("decree_on") or None
        return validity(start, row.text("until_on") or None, day, soon=soon)
    return None


def _sources(row: Stored, kind: str, role: str) -> tuple[str, ...]:
    """The sources (`forms.schema.AUTO_SOURCES`) that a row belongs to."""
    match kind:
        case "regulation":
            facts = regulation_facts(row)
            if role == "opd":
                return ("register.regulation",) if is_internal(facts) else ()
            group = group_of(facts)
            plain = "register.regulation"
            return () if group is None else (plain if group is RegulationGroup.REGIONAL else f"{plain}={group.value}",)
        case "decree":
            return (f"register.decree={row.text('decree_kind')}",)
        case "gender_budget":
            told = (("amount", "register.gender_budget"), ("institution_amount", "register.institution_budget"))
            return tuple(source for name, source in told if row.values[name] is not None)
    return (f"register.{kind}",)


def _codes(ws: Workspace) -> dict[str, tuple[str, ...]]:
    """The questions of this profile's sheet that each source answers; those of the newest form."""
    form, _missing = form_of_sheet(forms_of(ws), OFFICE_FORM if ws.profile.role == "opd" else REGENCY_FORM, None)
    made: dict[str, list[str]] = {}
    for question in form.questions:
        if question.auto_from:
            made.setdefault(question.auto_from, []).append(question.name)
    return {source: tuple(names) for source, names in made.items()}


def _places(ws: Workspace) -> Callable[[Stored], str]:
    from pug_desktop.app import regions

    known = {each.id: each.name for each in offices.offices(ws)}
    if ws.profile.office_id:
        known.setdefault(ws.profile.office_id, ws.profile.office_name)

    def place(row: Stored) -> str:
        office = office_of(row.scope) or row.values.get("office_id")
        if isinstance(office, str) and office in known:
            return known[office]
        try:
            return regions.region(region_of(row.scope)).name
        except errors.UnknownRegion:
            return region_of(row.scope)

    return place


def _newest_first(row: RegisterRow) -> tuple[int, ...]:
    for name in ("enacted_on", "from_on", "decree_on"):
        if (text := str(row.values.get(name) or "")) and text.replace("-", "").isdecimal():
            return (-int(text.replace("-", "")),)
    year = row.values.get("year")
    return (-year * 10_000,) if isinstance(year, int) else (0,)
