"""Invents the records of a province, place by place: whole rows for the tables, the same ones from the same seed.

A *place* is what writes: the secretariat of a kabupaten/kota, or one of its offices. Each has its own stream of chance,
so that an office's records are the same whether its district is made with them or not.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from pug_desktop.app import regions, sheets
from pug_desktop.app.regions import Region
from pug_desktop.domain.identity import natural_id, office_id
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.forms.load import load_form
from pug_desktop.replica import scope as scopes
from pug_desktop.storage.rows import to_column
from tools.province import words
from tools.province.answers import answer
from tools.province.papers import Paper, paper

Row = tuple[object, ...]
Batch = tuple[str, list[Row]]
"""A kind and whole rows of it, in the order of its table's columns."""

FEWEST, MOST = 30, 163
"""People in a meeting: a round of focal points, and the largest that a report tells of."""

PEOPLE_AN_OFFICE = 8
SHARE_OF_WOMEN = 0.57
SHARE_OF_SECRETARIAT = 0.3
"""Of all meetings: those that the secretariat of the Pokja calls itself."""
SHARE_WITH_CONTACT = 0.3
SHARE_UNKNOWN_SEX = 0.01
SECONDS_A_ROW = 11
"""What a row of an attendance list takes somebody who types well; names come from the suggestions."""

SECRETARIAT = words.OFFICES[1][0]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to invent; numbers are for the whole province, `offices` for each of its districts."""

    province: str = "36"
    districts: int = 1
    offices: int = 45
    attendance: int = 13_000
    evidence_mb: int = 0
    seed: int = 20221101
    year: int = 2026

    def problem(self) -> str | None:
        """What is wrong with it, in a sentence; None when it can be invented."""
        known = {each.code: each for each in regions.provinces()}
        if self.province not in known:
            return (
                f"There is no province {self.province!r}; the codes go from 11 (Aceh) to 97, for example 36 (Banten)."
            )
        there = len(regions.regencies(self.province))
        if not 1 <= self.districts <= there:
            return f"{known[self.province].name} has {there} kabupaten and kota; {self.districts} cannot be made of it."
        for what, found, lowest, highest in (
            ("--offices", self.offices, 1, 5_000),
            ("--attendance", self.attendance, 0, 10_000_000),
            ("--evidence-mb", self.evidence_mb, 0, 100_000),
            ("--year", self.year, 2000, 2099),
        ):
            if not lowest <= found <= highest:
                return f"{what} goes from {lowest:,} to {highest:,}; {found:,} is outside."
        return None


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a district, as everybody who sits with it writes it."""

    id: RecordId
    name: str
    short_name: str
    kind: str
    scope: str
    region: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is sent to meetings; the ids are those of the tables, None for people from outside."""

    name: str
    sex: str
    position: str
    office_name: str
    office_type: str
    office: bytes | None
    person: bytes | None
    nip: str | None
    phone: str


class Time:
    """Time as it passes while somebody types, and ids that rise with it."""

    def __init__(self, rnd: random.Random, day: date) -> None:
        self._bits = rnd.getrandbits
        self.at = int(datetime(day.year, day.month, day.day, 8, tzinfo=UTC).timestamp())

    def pass_(self, seconds: int) -> int:
        """Let about so many seconds pass; seconds since 1970."""
        self.at += 1 + seconds // 2 + self._bits(16) % (seconds + 1)
        return self.at

    def new_id(self) -> bytes:
        """A UUIDv7 of this moment."""
        ms = self.at * 1000 + self._bits(10) % 1000
        return (ms << 80 | 7 << 76 | 2 << 62 | self._bits(62)).to_bytes(16, "big")


class District:
    """One kabupaten or kota of an invented province."""

    def __init__(self, wanted: Wanted, region: Region, attendance: int, evidence_bytes: int) -> None:
        self.wanted = wanted
        self.region = region
        self._evidence_bytes = evidence_bytes
        rnd = self.chance("meetings")
        holders = range(wanted.offices)
        self._sizes: dict[int | None, list[int]] = {}
        for size in meeting_sizes(rnd, attendance):
            holder = None if rnd.random() < SHARE_OF_SECRETARIAT else rnd.choice(holders)
            self._sizes.setdefault(holder, []).append(size)

    def chance(self, *what: object) -> random.Random:
        """A stream of chance of its own."""
        return random.Random("/".join(map(str, (self.wanted.seed, self.region.code, *what))))

    @cached_property
    def offices(self) -> Sequence[Office]:
        """The offices, those that every district has first."""
        named = [(f"{name} {self.region.name}", short, kind) for name, short, kind in words.OFFICES]
        branches = ((f"{branch} {place}", "", kind) for branch, kind in words.BRANCHES for place in self._places)
        while len(named) < self.wanted.offices:
            named.append(next(branches, (f"Kelurahan {len(named)}", "", "opd")))
        return tuple(self._office(*each) for each in named[: self.wanted.offices])

    def _office(self, name: str, short_name: str, kind: str) -> Office:
        code = self.region.code
        made = office_id(code, name)
        return Office(made, name, short_name, kind, scopes.of_office(code, made), code)

    @cached_property
    def _places(self) -> Sequence[str]:
        rnd = self.chance("places")
        return rnd.sample(words.PLACES, len(words.PLACES))

    @cached_property
    def people(self) -> Mapping[RecordId | None, Sequence[Person]]:
        """Who is sent to meetings, by office; None for those from outside."""
        rnd, time = self.chance("people"), Time(self.chance("people", "ids"), date(self.wanted.year - 1, 11, 3))
        several = max(PEOPLE_AN_OFFICE, -(-200 // len(self.offices)))
        found: dict[RecordId | None, Sequence[Person]] = {}
        for each in self.offices:
            time.pass_(60)
            found[each.id] = [
                _person(rnd, each.name, each.kind, bytes.fromhex(each.id), time.new_id(), is_head=number == 0)
                for number in range(several)
            ]
        found[None] = [
            _person(rnd, f"{name} {self.region.name}", kind, None, None, is_head=number == 0)
            for name, kind in words.OUTSIDERS
            for number in range(3)
        ]
        return found

    @cached_property
    def everybody(self) -> Sequence[Person]:
        """All of them."""
        return [person for some in self.people.values() for person in some]

    def secretariat(self) -> "Place":
        """The Pokja's secretariat, which keeps the list of offices too."""
        return Place(self, None, self._sizes.get(None, ()), 3 * self._share)

    def office(self, number: int) -> "Place":
        """One of the offices."""
        return Place(self, self.offices[number], self._sizes.get(number, ()), self._share)

    def places(self) -> Iterator["Place"]:
        """All that write, the secretariat first."""
        yield self.secretariat()
        for number in range(len(self.offices)):
            yield self.office(number)

    @property
    def _share(self) -> int:
        return self._evidence_bytes // (self.wanted.offices + 3)


def invent(wanted: Wanted) -> Sequence[District]:
    """The districts; ValueError when it cannot be invented."""
    if problem := wanted.problem():
        raise ValueError(problem)
    # A kota first where there is one: the example and the manual speak of one.
    chosen = sorted(regions.regencies(wanted.province), key=lambda each: (not each.name.startswith("Kota "), each.code))
    many = wanted.districts
    shares = [wanted.attendance // many + (number < wanted.attendance % many) for number in range(many)]
    evidence = wanted.evidence_mb * 1_000_000 // many
    return [District(wanted, region, share, evidence) for region, share in zip(chosen, shares, strict=False)]


def meeting_sizes(rnd: random.Random, people: int) -> list[int]:
    """How many sat in each meeting, so that all together sign `people` times."""
    made = []
    while people > MOST + FEWEST:
        made.append(int(rnd.triangular(FEWEST, MOST + 1, 42)))
        people -= made[-1]
    if people > MOST:
        made.append(people // 2)
        people -= made[-1]
    return [*made, people] if people else made


def _person(
    rnd: random.Random, office_name: str, office_type: str, office: bytes | None, person: bytes | None, *, is_head: bool
) -> Person:
    sex = "P" if rnd.random() < SHARE_OF_WOMEN else "L"
    born = date(1967, 1, 1) + timedelta(days=rnd.randrange(11_000))
    entered = born.year + 23 + rnd.randrange(5)
    nip = f"{born:%Y%m%d}{entered}{rnd.randrange(1, 13):02}{'2' if sex == 'P' else '1'}{rnd.randrange(1, 40):03}"
    return Person(
        name=person_name(rnd, sex),
        sex=sex,
        position="Kepala" if is_head else rnd.choice(words.POSITIONS),
        office_name=office_name,
        office_type=office_type,
        office=office,
        person=person,
        nip=nip if office else None,
        phone=f"08{rnd.randrange(11, 100)}{rnd.randrange(10_000_000, 99_999_999)}",
    )


def person_name(rnd: random.Random, sex: str) -> str:
    """A name of two or three words, often with a degree."""
    last = words.LAST_OF[sex]
    middle = f" {rnd.choice(last)}" if rnd.random() < 0.5 else ""
    return f"{rnd.choice(words.FIRST_OF[sex])}{middle} {rnd.choice(last)}{rnd.choice(words.DEGREES)}"


class Place:
    """What one office, or the secretariat (`office` is None), wrote in a year."""

    def __init__(self, district: District, office: Office | None, sizes: Sequence[int], evidence_bytes: int) -> None:
        self.district = district
        self.office = office
        self.scope = office.scope if office else district.region.code
        self._sizes = sizes
        self._evidence_bytes = evidence_bytes
        self._year = district.wanted.year
        rnd = district.chance(office.id if office else "secretariat")
        self._rnd = rnd
        own = district.people[office.id if office else district.offices[0].id]
        self._writers = [person.name for person in own[:2]]
        self._owners: list[tuple[str, bytes]] = []

    def batches(self) -> Iterator[Batch]:
        """All records but the evidence; what a record hangs from comes before it."""
        time = Time(self._rnd, date(self._year - 1, 11, 3))
        if self.office is None:
            yield self._offices(time)
            yield from self._honours(time)
        yield from self._people(time)
        yield from self._sheet(time)
        for number, size in enumerate(self._sizes, start=1):
            held = date(self._year, 1, 5) + timedelta(days=number * 340 // (len(self._sizes) + 1))
            yield from self._meeting(Time(self._rnd, held), number, size, held)

    def evidence(self) -> Iterator[tuple[Row, Paper]]:
        """The evidence with its files, after `batches`; as many files as the bytes allow."""
        rnd = self._rnd
        time = Time(rnd, date(self._year, 10, 1))
        left = self._evidence_bytes
        while self._owners and left >= 12_000:
            made = paper(rnd, left)
            left -= len(made.content)
            owner_kind, owner = rnd.choice(self._owners)
            document: dict[str, Value] = {}
            if made.media_type == "application/pdf":
                document = {"document_number": f"{rnd.randrange(1, 900)}/{rnd.randrange(1, 60)}/PUG/{self._year}"}
            values = {
                "owner_kind": owner_kind,
                "owner_id": owner.hex(),
                "sha256": made.sha256,
                "file_name": made.name,
                "media_type": made.media_type,
                "size": len(made.content),
                "title": made.title,
                **document,
            }
            yield self._row("evidence", time.new_id(), values, time.pass_(120)), made

    def _row(self, kind: str, record_id: bytes, values: Mapping[str, Value], at: int, scope: str = "") -> Row:
        stored = (to_column(field, values.get(field.name)) for field in KINDS[kind].fields)
        return (record_id, scope or self.scope, *stored, at, self._rnd.choice(self._writers))

    def _offices(self, time: Time) -> Batch:
        rows = []
        for each in self.district.offices:
            values: dict[str, Value] = {
                "name": each.name,
                "short_name": each.short_name or None,
                "office_type": each.kind,
                "region_code": each.region,
                "in_pokja": True,
            }
            rows.append(self._row("office", bytes.fromhex(each.id), values, time.pass_(20), each.scope))
        return "office", rows

    def _honours(self, time: Time) -> Iterator[Batch]:
        code, rnd = self.district.region.code, self._rnd
        rank = rnd.randrange(1, 20)
        for index, low in (("IPG", 88), ("IDG", 60), ("IKG", 0)):
            value = f"{low + rnd.randrange(8)}.{rnd.randrange(100):02}" if low else f"0.{rnd.randrange(200, 600)}"
            values: dict[str, Value] = {
                "index": index,
                "year": self._year - 1,
                "value": value,
                "rank": rank,
                "rank_of": 20,
                "rank_scope": "provinsi",
                "region_code": code,
            }
            made = bytes.fromhex(natural_id("gender_index", code, index, self._year - 1))
            yield "gender_index", [self._row("gender_index", made, values, time.pass_(40))]
        award: dict[str, Value] = {
            "award": "Anugerah Parahita Ekapraya",
            "year": self._year - 3,
            "category": rnd.choice(("Pratama", "Madya", "Utama")),
            "region_code": code,
        }
        made = bytes.fromhex(natural_id("award", code, award["award"], award["year"]))
        yield "award", [self._row("award", made, award, time.pass_(40))]

    def _people(self, time: Time) -> Iterator[Batch]:
        if self.office is None:
            return
        persons, contacts, assigned = [], [], []
        for number, each in enumerate(self.district.people[self.office.id]):
            assert each.person is not None
            at = time.pass_(40)
            values: dict[str, Value] = {
                "name": each.name,
                "sex": each.sex,
                "position": each.position,
                "rank": self._rnd.choice(words.RANKS),
                "office_id": self.office.id,
            }
            persons.append(self._row("person", each.person, values, at))
            contacts.append(self._row("person_contact", each.person, {"nip": each.nip, "phone": each.phone}, at))
            if number in (1, 2):
                role: dict[str, Value] = {
                    "person_id": each.person.hex(),
                    "role": "focal_point",
                    "office_id": self.office.id,
                    "decree_number": f"800/{self._rnd.randrange(10, 900)}/{self._year - 1}",
                    "decree_on": f"{self._year - 1}-{self._rnd.randrange(1, 13):02}-{self._rnd.randrange(1, 29):02}",
                }
                assigned.append(self._row("assignment", time.new_id(), role, at))
        yield "person", persons
        yield "person_contact", contacts
        yield "assignment", assigned

    def _sheet(self, time: Time) -> Iterator[Batch]:
        form = load_form(sheets.OFFICE_FORM if self.office else sheets.REGENCY_FORM)
        rnd, code = self._rnd, self.district.region.code
        office = self.office.id if self.office else None
        made = sheets.checklist_id(form.form, code, self._year, office)
        values: dict[str, Value] = {
            "form": form.form,
            "form_version": form.version,
            "form_sha256": form.sha256,
            "year": self._year,
            "office_id": office,
            "region_code": code,
        }
        yield "checklist", [self._row("checklist", bytes.fromhex(made), values, time.pass_(30))]
        answered = []
        for question in form.questions:
            luck = rnd.random()
            if luck < 0.2:
                continue
            status = "ada" if luck > 0.5 else "proses" if luck > 0.35 else "belum_ada"
            answer_id = sheets.answer_id(made, question.name)
            parts: dict[str, Value] = {
                "checklist_id": made,
                "item": question.name,
                "status": status,
                "value": answer(rnd, question, self._year) if status == "ada" else None,
                "note": rnd.choice(words.NOTES) if status == "proses" else None,
            }
            answered.append(self._row("answer", bytes.fromhex(answer_id), parts, time.pass_(90)))
            if status == "ada":
                self._owners.append(("answer", bytes.fromhex(answer_id)))
        yield "answer", answered

    def _meeting(self, time: Time, number: int, size: int, held: date) -> Iterator[Batch]:
        rnd = self._rnd
        kind, theme = rnd.choice(words.THEMES)
        chair = rnd.choice(self.district.everybody)
        starts = rnd.choice(("08.30", "09.00", "13.00"))
        meeting, owner = (
            time.new_id(),
            self.office.name if self.office else f"{SECRETARIAT} {self.district.region.name}",
        )
        values: dict[str, Value] = {
            "kind": kind,
            "title": f"{theme} {rnd.choice(words.SEASONS)} {self._year}, ke-{number}",
            "year": held.year,
            "month": held.month,
            "day": held.day,
            "weekday": held.weekday(),
            "start_time": starts,
            "end_time": "11.30" if starts < "12" else "15.30",
            "place": rnd.choice(words.ROOMS),
            "organiser": owner,
            "chair_name": chair.name,
            "chair_position": chair.position,
            "discussion": " ".join(rnd.sample(words.TALKED, 2)),
        }
        yield "meeting", [self._row("meeting", meeting, values, time.pass_(300))]
        self._owners.append(("meeting", meeting))
        above = {"meeting_id": meeting.hex()}
        yield (
            "meeting_role",
            [
                self._row(
                    "meeting_role", time.new_id(), {**above, "number": line, **_role(rnd, role, self)}, time.pass_(40)
                )
                for line, role in enumerate(("pembuka", "narasumber", "notulis"), start=1)
            ],
        )
        yield (
            "agenda_item",
            [
                self._row("agenda_item", time.new_id(), {**above, "number": line, "text": text}, time.pass_(30))
                for line, text in enumerate(rnd.sample(words.AGENDA, 4), start=1)
            ],
        )
        yield from self._attendance(time, meeting, size)
        yield (
            "output",
            [
                self._row("output", time.new_id(), {**above, "number": line, "text": text}, time.pass_(30))
                for line, text in enumerate(rnd.sample(words.OUTPUTS, 3), start=1)
            ],
        )
        yield (
            "follow_up",
            [
                self._row(
                    "follow_up", time.new_id(), {**above, "number": line, **self._task(text, held)}, time.pass_(60)
                )
                for line, text in enumerate(rnd.sample(words.TASKS, 2), start=1)
            ],
        )

    def _task(self, text: str, held: date) -> dict[str, Value]:
        who = self._rnd.choice(self.district.everybody)
        is_done = self._rnd.random() < 0.7
        return {
            "text": text,
            "person_name": who.name,
            "office_name": who.office_name,
            "due_on": (held + timedelta(days=30)).isoformat(),
            "state": "selesai" if is_done else "belum",
            "done_on": (held + timedelta(days=self._rnd.randrange(10, 45))).isoformat() if is_done else None,
        }

    def _attendance(self, time: Time, meeting: bytes, size: int) -> Iterator[Batch]:
        rnd, scope, everybody = self._rnd, self.scope, self.district.everybody
        chance, pass_, new_id = rnd.random, time.pass_, time.new_id
        here = rnd.sample(everybody, size) if size <= len(everybody) else rnd.choices(everybody, k=size)
        by = rnd.choice(self._writers)
        rows: list[Row] = []
        contacts: list[Row] = []
        for number, each in enumerate(here, start=1):
            at, made = pass_(SECONDS_A_ROW), new_id()
            sex = each.sex if chance() > SHARE_UNKNOWN_SEX else None
            rows.append(
                (
                    *(made, scope, meeting, number, each.name, sex, each.position),
                    *(each.office_name, each.office_type, each.office, each.person, None, at, by),
                )
            )
            if chance() < SHARE_WITH_CONTACT:
                contacts.append((made, scope, each.nip, each.phone, at, by))
        yield "attendance", rows
        yield "attendance_contact", contacts


def _role(rnd: random.Random, role: str, place: Place) -> dict[str, Value]:
    who = rnd.choice(place.district.everybody)
    return {"role": role, "name": who.name, "position": who.position}
