"""Records in and out as open JSON: what `load` and `dump` do. The shape is docs/records.schema.json.

    {"pug": "records/1", "made_with": "0.1.0", "profile": {...},
     "records": [{"kind": "meeting", "id": "<32 hex>", "scope": "36.71", "values": {"title": "...", ...}}, ...]}

A field that a record does not name stays as it is, one that is null becomes empty. Everything is checked before one
transaction writes it all.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pug_desktop import __version__, durable
from pug_desktop.app import sheet_lock
from pug_desktop.app.exchange_check import (
    FORMAT,
    VERSION,
    Document,
    check_answer,
    check_ranges,
    check_writer,
    read_document,
)
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.json_file import read_json
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.stick import stick_errors
from pug_desktop.domain.kinds import KINDS, RecordId, Values
from pug_desktop.errors import PracticeOnly
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import bulk, records
from pug_desktop.storage.bulk import Difference, Given
from pug_desktop.storage.database import Connection
from pug_desktop.storage.project import parent_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in records."""

    new: int
    changed: int
    unchanged: int


# --- out ------------------------------------------------------------------------------------------------------------


def dump(ws: Workspace, step: Step = silent) -> bytes:
    """All visible records as the text of a file, a record a line: kinds in their order, then by id."""
    return b"".join(_lines(ws, step))


def write_dump(ws: Workspace, out: Path, step: Step = silent) -> int:
    """Write the file, whole or not at all; returns how many records it holds.

    Raises:
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    lines = 0

    def fill(file: BinaryIO) -> None:
        nonlocal lines
        for line in _lines(ws, step):
            file.write(line)
            lines += 1

    with stick_errors(out):
        durable.write_whole(out, fill)
    return lines - 2


def _lines(ws: Workspace, step: Step) -> Iterator[bytes]:
    """The head, a line for each record, the end."""
    profile = ws.profile
    about = {
        "role": profile.role,
        "region_code": profile.region_code,
        "region_name": profile.region_name,
        "office_id": profile.office_id,
        "office_name": profile.office_name,
        "scope": profile.scope,
        "practice": profile.practice,
    }
    head = _json({"pug": f"{FORMAT}/{VERSION}", "made_with": __version__, "profile": about})
    yield f'{head[:-1]},\n"records":['.encode()
    before = "\n"
    with ws.database.read() as connection:
        for done, (name, kind) in enumerate(KINDS.items()):
            step(done, len(KINDS))
            for each in bulk.every(connection, name):
                fields = (field.name for field in kind.fields)
                values = {field: each.values[field] for field in fields if each.values[field] is not None}
                record = {"kind": name, "id": each.id, "scope": each.scope, "values": values}
                yield f"{before}{_json(record)}".encode()
                before = ",\n"
    yield b"\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- in -------------------------------------------------------------------------------------------------------------


def load(ws: Workspace, path: Path, step: Step = silent) -> Loaded:
    """Take in the records of a file; loading it again changes nothing.

    Raises:
        FileUnreadable, NotJson, NewerRecords, WrongRecord: nothing was written.
        PracticeOnly: the file comes from a practice profile, and this is a real one.
    """
    value = read_json(path)
    document = read_document(path, value)
    if not ws.profile.practice and _is_practice(value):
        raise PracticeOnly(what="load")
    new = changed = 0
    check = _Check(ws, document)
    with ws.database.write() as connection:
        found = {}
        for done, kind in enumerate(document.given):
            step(done, 2 * len(document.given))
            found[kind] = bulk.differences(connection, kind, document.given[kind])
            known = bulk.known_scopes(connection, kind, [each.after.id for each in found[kind]])
            parents = bulk.present(connection, *check.parents(kind, found[kind]))
            for each in found[kind]:
                check.record(kind, each, known, parents)
        checklists = bulk.find(connection, "checklist", check.checklists(found.get("answer", ())))
        check.answers(found.get("answer", ()), {key: each.values for key, each in checklists.items()})
        check.final_sheets(connection, found)
        for done, kind in enumerate(each for each in KINDS if each in found):
            step(len(found) + done, 2 * len(found))
            bulk.write(connection, kind, [each.after for each in found[kind]], ws.now_s, ws.profile.holder)
            new += sum(each.before is None for each in found[kind])
            changed += sum(each.before is not None for each in found[kind])
    if new or changed:
        ws.history.forget()
    return Loaded(new, changed, document.total - new - changed)


def _is_practice(value: object) -> bool:
    """Whether the file was written from a practice profile: invented records never reach real offices."""
    profile = value.get("profile") if isinstance(value, dict) else None
    return isinstance(profile, dict) and profile.get("practice") is True


class _Check:
    """What makes a record that differs acceptable here."""

    def __init__(self, ws: Workspace, document: Document) -> None:
        self._scope = ws.profile.scope
        self._role = ws.profile.role
        self._document = document
        self._shelf = forms_of(ws)

    def parents(self, kind: str, differences: list[Difference]) -> tuple[str, list[RecordId]]:
        """The kind that the records hang from, and the ids among them that are not in the file."""
        parent = parent_of(KINDS[kind])
        if parent is None:
            return kind, []
        above, field = parent
        wanted = {_parent_id(each, field) for each in differences}
        return above, [each for each in wanted if each and (above, each) not in self._document.by_id]

    def record(
        self, kind: str, difference: Difference, known_scopes: dict[RecordId, str], parents: set[RecordId]
    ) -> None:
        """Who writes it, its scope, its parent and its numbers; WrongRecord when one does not fit."""
        number = self._document.numbers[kind][difference.position]
        given = self._document.given[kind][difference.position]
        check_writer(self._document, number, kind, self._role, known=difference.before is not None)
        self._scopes(number, given, known_scopes.get(given.id, given.scope))
        if (parent := parent_of(KINDS[kind])) is not None:
            above, field = parent
            place = "id" if field == "id" else f"values.{field}"
            parent_id = _parent_id(difference, field)
            if parent_id is None:
                self._document.refuse(number, place, "wajib diisi / must be given")
            if parent_id not in parents and (above, parent_id) not in self._document.by_id:
                problem = f"catatan {above} ini tidak ada di sini / there is no such {above} here"
                self._document.refuse(number, place, problem)
        check_ranges(self._document, number, kind, given.values)

    def _scopes(self, number: int, given: Given, known: str) -> None:
        if given.scope != known:
            problem = f"catatan ini ada di cakupan {known} / this record lies in the scope {known}"
            self._document.refuse(number, "scope", problem)
        if not scopes.contains(self._scope, given.scope):
            problem = f"di luar cakupan profil ini ({self._scope}) / outside the scope of this profile ({self._scope})"
            self._document.refuse(number, "scope", problem)

    def checklists(self, answers: list[Difference] | tuple[()]) -> list[RecordId]:
        """The checklists that are needed to judge these answers."""
        return sorted({str(each.after.values["checklist_id"]) for each in answers})

    def answers(self, answers: list[Difference] | tuple[()], here: dict[RecordId, Values]) -> None:
        """Each answer by its form."""
        for each in answers:
            checklist_id = str(each.after.values["checklist_id"])
            in_file = self._document.by_id.get(("checklist", checklist_id))
            checklist = {**here.get(checklist_id, {}), **(in_file.values if in_file else {})}
            number = self._document.numbers["answer"][each.position]
            check_answer(self._document, number, each.after.values, checklist, self._shelf)

    def final_sheets(self, connection: Connection, found: Mapping[str, list[Difference]]) -> None:
        """A sheet that is final here stays as it is, and none becomes final but by its own version in the file."""
        final = {each.id for each in records.select(connection, "checklist", {"state": "final"})}
        made = {each.after.values["checklist_id"] for each in found.get("final_version", ())}
        for each in found.get("checklist", ()):
            before, after = (each.before.values if each.before else {}), each.after.values
            changed = {name for name in after if before.get(name) != after[name]}
            if each.before and after["state"] == "final" != before["state"] and each.after.id not in made:
                self._refuse_final("checklist", each, "values.state")
            if each.after.id in final and not changed <= sheet_lock.STATE:
                self._refuse_final("checklist", each, "values")
        if not final:
            return
        for each in found.get("answer", ()):
            if {values["checklist_id"] for values in _both(each)} & final:
                self._refuse_final("answer", each, "values")
        proofs = [each for each in found.get("evidence", ()) if _answers_of(each)]
        owners = bulk.find(connection, "answer", sorted({owner for each in proofs for owner in _answers_of(each)}))
        for each in proofs:
            if any(owners[name].values["checklist_id"] in final for name in _answers_of(each) if name in owners):
                self._refuse_final("evidence", each, "values")

    def _refuse_final(self, kind: str, difference: Difference, place: str) -> None:
        problem = "lembarnya final; mulai dulu perbaikannya / its sheet is final; begin a correction first"
        if place == "values.state":
            problem = "lembar ini belum difinalkan di aplikasi / this sheet was not made final in the program"
        self._document.refuse(self._document.numbers[kind][difference.position], place, problem)


def _both(difference: Difference) -> list[Values]:
    """A record as it is and as it shall be."""
    return [each.values for each in (difference.before, difference.after) if each is not None]


def _answers_of(difference: Difference) -> set[str]:
    """The answers that a piece of evidence proves or shall prove."""
    owners = [values["owner_id"] for values in _both(difference) if values["owner_kind"] == "answer"]
    return {each for each in owners if isinstance(each, str)}


def _parent_id(difference: Difference, field: str) -> RecordId | None:
    found = difference.after.id if field == "id" else difference.after.values[field]
    return found if isinstance(found, str) else None
