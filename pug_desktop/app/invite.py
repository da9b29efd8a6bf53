"""Who is invited to a meeting: whole lists of offices, people whom decrees appoint, single ones; nobody twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet
from pug_desktop.app.history import Change, Step
from pug_desktop.app.persons import suggest as suggest_persons
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import names
from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.kinds import OFFICE_TYPES, RecordId, Value
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import persons as asked
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

ALL_POKJA = "pokja"
"""The group of everybody whom a decree on the Pokja names: chair, secretary and members."""

POKJA_OFFICES = "kantor_pokja"
"""The group of the offices that belong to the Pokja."""

ROLE_GROUPS = ("focal_point", "team_driver", "tim_teknis", "fasilitator")
_POKJA_ROLES = ("ketua_pokja", "sekretaris_pokja", "anggota_pokja")

EDITABLE = ("office_name", "office_type", "name", "position", "sex")
"""What a person may change of one invited; who he is in the register follows his name."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody to invite, or invited (then with `id` and `number`).

    Without a name the head of the office is meant; `person_id` and `office_id` are entries of the registers.
    """

    office_name: str = ""
    name: str = ""
    position: str = ""
    office_type: str | None = None
    office_id: RecordId | None = None
    person_id: RecordId | None = None
    sex: str | None = None
    id: RecordId = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A list that can be invited at once: `code` is an office type, a role of a decree, or one of the two above."""

    code: str
    people: bool
    members: tuple[Invitee, ...]
    new: int
    """So many of them are not invited yet."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation of several did."""

    added: int
    already: int


@dataclass(frozen=True, slots=True)
class Listed:
    """What "fill the attendance list from the invitation" did."""

    added: int
    already: int
    nameless: int
    """Offices that were left out, since nobody said who came."""


def invited(ws: Workspace, meeting_id: RecordId) -> tuple[Invitee, ...]:
    """Who is invited to a meeting, in order."""
    with ws.database.read() as connection:
        found = _rows(connection, meeting_id)
    return tuple(_invitee(each, number) for number, each in enumerate(found, 1))


def _rows(connection: Connection, meeting_id: RecordId) -> list[Stored]:
    return records.select(connection, "invitation", {"meeting_id": meeting_id}, order=("number",))


def _invitee(row: Stored, number: int) -> Invitee:
    return Invitee(
        office_name=row.text("office_name"),
        name=row.text("name"),
        position=row.text("position"),
        office_type=row.text("office_type") or None,
        office_id=row.text("office_id") or None,
        person_id=row.text("person_id") or None,
        sex=row.text("sex") or None,
        id=row.id,
        number=number,
    )


# --- whom the registers offer ---------------------------------------------------------------------------------------


def groups(ws: Workspace, meeting_id: RecordId) -> tuple[Group, ...]:
    """The lists that the registers offer: offices by type, those of the Pokja, and the people of decrees in force."""
    with ws.database.read() as connection:
        known = _Known(connection, _rows(connection, meeting_id))
        offices = _offices(connection, ws.profile.region_code)
        people = _people(connection, ws.profile.region_code, ws.today.isoformat())
    made: list[tuple[str, bool, list[Invitee]]] = []
    for office_type in OFFICE_TYPES:
        made.append((office_type, False, [_of_office(each) for each in offices if _type(each) == office_type]))
    made.append((POKJA_OFFICES, False, [_of_office(each) for each in offices if each.values["in_pokja"]]))
    made.append((ALL_POKJA, True, [each for role in _POKJA_ROLES for each in people.get(role, ())]))
    made += [(role, True, people.get(role, [])) for role in ROLE_GROUPS]
    return tuple(
        Group(code, is_people, tuple(members), sum(not known.has(each) for each in members))
        for code, is_people, members in made
        if members
    )


def _type(office: Stored) -> str:
    return office.text("office_type") or "lainnya"


def _offices(connection: Connection, region_code: str) -> list[Stored]:
    """The offices of the profile's own region that were not closed, by name."""
    found = [
        each
        for each in records.select(connection, "office")
        if scopes.region_of(each.scope) == region_code and each.values["closed_on"] is None and each.text("name")
    ]
    return sorted(found, key=_by_name)


def _by_name(office: Stored) -> tuple[str, RecordId]:
    return office.text("name").casefold(), office.id


def _of_office(office: Stored) -> Invitee:
    return Invitee(office_name=office.text("name"), office_type=_type(office), office_id=office.id)


def _people(connection: Connection, region_code: str, today: str) -> dict[str, list[Invitee]]:
    """The people of assignments in force, by role and then by name; each once for a role."""
    offices = {each.id: each for each in records.select(connection, "office")}
    persons = {each.id: each for each in records.select(connection, "person")}
    one = asked.one_person(connection)
    made: dict[str, dict[RecordId, Invitee]] = {}
    for each in records.select(connection, "assignment", order=("from_on",)):
        person = persons.get(each.text("person_id"))
        begins, ends = each.text("from_on"), each.text("until_on")
        over = bool((ends and ends < today) or (begins and begins > today))
        if person is None or over or scopes.region_of(each.scope) != region_code or not person.text("name"):
            continue
        office = offices.get(person.text("office_id") or each.text("office_id") or scopes.office_of(each.scope) or "")
        found = _of_person(person, office)
        made.setdefault(each.text("role"), {})[one.get(person.id, person.id)] = found
    return {role: sorted(found.values(), key=_by_person) for role, found in made.items()}


def _by_person(each: Invitee) -> tuple[str, str]:
    return each.office_name.casefold(), each.name.casefold()


def _of_person(person: Stored, office: Stored | None) -> Invitee:
    return Invitee(
        office_name=office.text("name") if office else person.text("office_name"),
        name=person.text("name"),
        position=person.text("position"),
        office_type=(_type(office) if office else person.text("office_type")) or None,
        office_id=office.id if office else None,
        person_id=person.id,
        sex=person.text("sex") or None,
    )


def suggest(ws: Workspace, text: str, limit: int = 8) -> tuple[Invitee, ...]:
    """Offices and people who may be meant by what was typed: offices first, since most letters go to offices."""
    typed = office_key(text)
    if len(typed) < 2:
        return ()
    with ws.database.read() as connection:
        offices = _offices(connection, ws.profile.region_code)
    found = [
        _of_office(each)
        for each in offices
        if typed in office_key(each.text("name")) or typed == office_key(each.text("short_name"))
    ]
    people = [
        Invitee(
            office_name=each.office_name,
            name=each.name,
            position=each.position,
            office_type=each.office_type,
            person_id=each.person_id,
            sex=each.sex,
        )
        for each in suggest_persons(ws, text, limit)
    ]
    half = limit // 2
    return tuple((found[: max(half, limit - len(people))] + people)[:limit])


# --- nobody twice -----------------------------------------------------------------------------------------------------


class _Known:
    """Who is on a list already.

    An office is one by its entry or by its name; a person by the entry of the register (those that were said to be one
    count as one) or by name and office, unless somebody said that the two entries are two persons.
    """

    def __init__(self, connection: Connection, rows: Iterable[Stored]) -> None:
        self._one = asked.one_person(connection)
        self._offices: dict[str, RecordId] = {}
        for office in records.select(connection, "office"):
            for name in (office.text("name"), office.text("short_name")):
                if key := office_key(name):
                    self._offices.setdefault(key, office.id)
        self._two = {
            frozenset((self._person(each.text("person_id")), self._person(each.text("kept_id"))))
            for each in records.select(connection, "person_link", {"verdict": "beda"})
        }
        self._persons: set[RecordId] = set()
        self._named: dict[Key, set[RecordId]] = {}
        self._heads: set[str] = set()
        for each in rows:
            self.add(_invitee(each, 0))

    def has(self, who: Invitee) -> bool:
        """Whether he, or the head of that office, is on the list."""
        if not who.name:
            return self._office(who) in self._heads
        person = self._person(who.person_id or "")
        if person and person in self._persons:
            return True
        others = self._named.get(self._name(who))
        if others is None:
            return False
        return not (person and others and all(frozenset((person, each)) in self._two for each in others if each))

    def add(self, who: Invitee) -> None:
        """He is on the list from now on."""
        if not who.name:
            self._heads.add(self._office(who))
            return
        person = self._person(who.person_id or "")
        if person:
            self._persons.add(person)
        self._named.setdefault(self._name(who), set()).add(person)

    def _person(self, person_id: RecordId) -> RecordId:
        return self._one.get(person_id, person_id)

    def _office(self, who: Invitee) -> str:
        key = office_key(who.office_name)
        return who.office_id or self._offices.get(key, key)

    def _name(self, who: Invitee) -> Key:
        # A name that is nothing but titles is told from another one by its letters.
        return names.key(who.name) or who.name.casefold(), self._office(who)


def invite(ws: Workspace, meeting_id: RecordId, people: Sequence[Invitee]) -> Invited:
    """Put these at the end of the list, as one step; whoever is on it already is left as he stands.

    Raises:
        NoSuchRecord: the meeting was removed.
    """
    changes: list[Change] = []
    with ws.database.write() as connection:
        meeting = records.get(connection, "meeting", meeting_id)
        if meeting is None:
            raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
        rows = _rows(connection, meeting_id)
        known = _Known(connection, rows)
        last = max((each.values["number"] for each in rows if isinstance(each.values["number"], int)), default=0)
        for who in people:
            if not (who.name or who.office_name) or known.has(who):
                continue
            known.add(who)
            values: dict[str, Value] = {"meeting_id": meeting_id, "number": last + len(changes) + 1, **_fields(who)}
            made = ws.new_id()
            records.insert(connection, "invitation", made, meeting.scope, values, ws.now_s, ws.profile.holder)
            changes.append(Change("invitation", made, meeting.scope, None, values))
    if changes:
        ws.history.add(Step("create", "invitation", tuple(changes)))
    return Invited(len(changes), len(people) - len(changes))


def _fields(who: Invitee) -> dict[str, Value]:
    """What is kept of him; what nobody knows has no value."""
    fields = ("name", "position", "office_name", "office_type", "office_id", "person_id", "sex")
    return {name: value for name in fields if (value := getattr(who, name))}


def invite_group(ws: Workspace, meeting_id: RecordId, code: str) -> Invited:
    """Invite a whole list of `groups`.

    Raises:
        UnknownName: there is no such list, or nobody is on it.
    """
    found = {each.code: each for each in groups(ws, meeting_id)}
    if code not in found:
        raise errors.UnknownName(what="group", name=code, known=", ".join(found))
    return invite(ws, meeting_id, found[code].members)


def save(ws: Workspace, invitation_id: RecordId, field: str, value: str | None) -> edit.Saved:
    """Save one cell of the list; another name or office is no longer that entry of the register.

    Raises:
        WrongValue, NoSuchRecord
    """
    fields: dict[str, Value] = {field: value or None}
    there = edit.get(ws, "invitation", invitation_id)
    if there is not None and (there[field] or None) != (value or None):
        if field == "name":
            fields["person_id"] = None
        elif field == "office_name":
            fields["office_id"] = None
    return edit.put(ws, "invitation", invitation_id, **fields)


def remove(ws: Workspace, invitation_ids: Sequence[RecordId]) -> edit.Saved:
    """Take these off the list, as one step."""
    return edit.remove_many(ws, "invitation", invitation_ids)


def move(ws: Workspace, meeting_id: RecordId, invitation_id: RecordId, way: int) -> edit.Saved:
    """Put one a place up (-1) or down (1); at the end nothing happens."""
    order = [each.id for each in invited(ws, meeting_id)]
    place = order.index(invitation_id)
    if 0 <= place + way < len(order):
        order[place], order[place + way] = order[place + way], order[place]
    return meet.renumber(ws, "invitation", meeting_id, order)


def fill_attendance(ws: Workspace, meeting_id: RecordId, chosen: Sequence[RecordId] = ()) -> Listed:
    """Put the invited on the attendance list, as one step; whoever is on it already stays as he is.

    Everybody on that list counts as having come. So without a choice only those with a name are put there; an office
    whose representative nobody named goes there only when it was chosen.
    """
    people = [each for each in invited(ws, meeting_id) if not chosen or each.id in chosen]
    wanted = [each for each in people if each.name or chosen]
    with ws.database.read() as connection:
        there = records.select(connection, "attendance", {"meeting_id": meeting_id})
        known = _Known(connection, there)
        new = [each for each in wanted if not known.has(each)]
        nips = {
            each.person_id: contact
            for each in new
            if each.person_id and (contact := records.get(connection, "person_contact", each.person_id))
        }
    rows: list[dict[str, Value]] = []
    for each in new:
        row = _fields(each)
        if contact := nips.get(each.person_id or ""):
            row |= {name: value for name in ("nip", "phone") if (value := contact.values[name])}
        rows.append(row)
    if rows:
        attend.add_many(ws, meeting_id, rows)
    return Listed(len(new), len(wanted) - len(new), len(people) - len(wanted))
