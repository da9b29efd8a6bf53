"""The offices and devices of the machine, and the records that their people write.

L1, L1b (two devices of one OPD), L2 (another OPD)  <->  D (the district, an older program)  <->  P (the province)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pug_desktop.domain.kinds import Level
from tests.exchange_machine.versions import LACKING_KINDS, NEWEST

PROVINCE = "36"
REGENCY = "36.71"
OFFICES = (f"{REGENCY}/{'a' * 32}", f"{REGENCY}/{'b' * 32}")

CLOCKS = (315532800, 1668000000, 2147483640, 4070908800)
"""1980, 2022, the last seconds of 32 bits in 2038, 2099."""


@dataclass(frozen=True, slots=True)
class Place:
    """A device in an office."""

    name: str
    device: str
    scope: str
    role: str
    above: str | None
    older: bool = False


PLACES: Mapping[str, Place] = {
    each.name: each
    for each in (
        Place("L1", "L1", OFFICES[0], "opd", "D"),
        Place("L1b", "L1b", OFFICES[0], "opd", "D"),
        Place("L2", "L2", OFFICES[1], "opd", "D"),
        Place("D", "D", REGENCY, "kabkota", "P", older=True),
        Place("P", "P", PROVINCE, "provinsi", None),
    )
}

LINKS = tuple((place.name, place.above) for place in PLACES.values() if place.above)
"""Every pair that exchanges, the lower one first."""


def level_of(one: Place, other: Place) -> Level:
    """How far up the kinds go between two places."""
    return Level.PROVINCE if "provinsi" in (one.role, other.role) else Level.REGENCY


def contains(outer: str, inner: str) -> bool:
    """Written out here, so that a mistake in the product's own rule is seen."""
    return inner == outer or inner.startswith((outer + ".", outer + "/"))


def _id(number: int) -> str:
    return f"{number:032x}"


@dataclass(frozen=True, slots=True)
class Slot:
    """A record that somebody may make: two who make it offline make the same one, as with natural ids.

    `fields` are the groups of columns that a person changes at once, each from a number that is never used twice.
    """

    kind: str
    id: str
    scope: str
    fixed: Mapping[str, Any]
    fields: tuple[Callable[[int], dict[str, Any]], ...]
    writers: tuple[str, ...]
    parent: tuple[str, str] | None = None


def _text(name: str) -> Callable[[int], dict[str, Any]]:
    return lambda number: {name: f"w{number}"}


def _held(number: int) -> dict[str, Any]:
    return {"year": 2000 + number // 336, "month": 1 + number % 12, "day": 1 + number // 12 % 28, "weekday": number % 7}


def _year(number: int) -> dict[str, Any]:
    return {"year": 1900 + number}


def _chair(number: int) -> dict[str, Any]:
    return {"chair_name": f"w{number}", "chair_position": "Ketua"}


def _answer(number: int) -> dict[str, Any]:
    return {"status": ("proses", "ada")[number % 2], "value": number}


def _file(number: int) -> dict[str, Any]:
    return {"sha256": f"{number:064x}", "file_name": f"w{number}.pdf", "media_type": "application/pdf", "size": number}


def _review(number: int) -> dict[str, Any]:
    return {"verdict": "catatan", "remark": f"w{number}", "seen": [number]}


def _instrument(version: int) -> Callable[[int], dict[str, Any]]:
    """Its id is made from what is in it: whoever issues it anew issues the same."""
    issued = {"form": "prasyarat", "form_version": version, "sha256": f"{version:064x}", "document": {"title": "P"}}
    return lambda _number: issued


def _slots() -> list[Slot]:
    everybody, offices, province = ("opd", "kabkota", "provinsi"), ("kabkota", "provinsi"), ("provinsi",)
    below = ("opd", "kabkota")
    made: list[Slot] = []
    for base, scope in enumerate((*OFFICES, REGENCY), 1):
        top = base * 256
        meeting, sheet = ("meeting", _id(top)), ("checklist", _id(top + 1))
        answer, attendance = ("answer", _id(top + 2)), ("attendance", _id(top + 3))
        meeting_fields = (_text("title"), _text("place"), _text("theme"), _held, _chair)
        made += [
            Slot(*meeting, scope, {}, meeting_fields, everybody),
            Slot(*sheet, scope, {"form": "prasyarat"}, (_year, _text("form_sha256")), below),
            Slot(
                *answer,
                scope,
                {"checklist_id": sheet[1], "item": "P1.01"},
                (_answer, _text("note"), _text("override_reason")),
                below,
                sheet,
            ),
            Slot(*attendance, scope, {"meeting_id": meeting[1]}, (_text("name"), _text("position")), below, meeting),
            Slot("attendance_contact", attendance[1], scope, {}, (_text("phone"), _text("nip")), below, attendance),
            Slot(
                "agenda_item",
                _id(top + 4),
                scope,
                {"meeting_id": meeting[1], "number": 1},
                (_text("text"), _text("discussion")),
                ("opd",),
                meeting,
            ),
            Slot(
                "evidence",
                _id(top + 5),
                scope,
                {"owner_kind": "answer", "owner_id": answer[1]},
                (_file, _text("title")),
                below,
            ),
            Slot("review", _id(top + 6), scope, {"answer_id": answer[1]}, (_review,), offices, answer),
        ]
    made.extend(Slot("instrument", _id(each), PROVINCE, {}, (_instrument(each),), province) for each in (1, 2))
    return made


SLOTS = tuple(_slots())
KINDS_USED = tuple(dict.fromkeys(slot.kind for slot in SLOTS))


def slots_of(place: Place) -> tuple[Slot, ...]:
    """The records that people at a place write."""
    return tuple(each for each in SLOTS if contains(place.scope, each.scope) and place.role in each.writers)


def travels(place: Place, to: Place, key: tuple[str, str], scope: str, *, older: bool) -> bool:
    """Whether a record may go from one place to a neighbour: scope, level, and what concerns everybody below.

    A kind that an older program does not know goes on inside the district only: nobody can say how far it may.
    """
    kind = NEWEST[key[0]]
    if "provinsi" in (place.role, to.role) and (
        kind.level is not Level.PROVINCE or (older and key[0] in LACKING_KINDS)
    ):
        return False
    down = to.above == place.name
    wanted = to.scope if down else place.scope
    return contains(wanted, scope) or (down and kind.down and contains(scope, wanted))


def holds(place: Place, key: tuple[str, str], scope: str, *, older: bool) -> bool:
    """Whether a place has a record in the end, wherever it was written; `older` is the district's program."""
    kind = NEWEST[key[0]]
    if place.role == "provinsi":
        return kind.level is Level.PROVINCE and not (older and key[0] in LACKING_KINDS)
    return contains(place.scope, scope) or (kind.down and contains(scope, place.scope))
