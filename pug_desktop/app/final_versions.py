"""Final versions of a sheet: what was answered when it was finalised, as one signed document that never changes.

A version holds everything that counted then: answers, notes, computed values and the SHA-256 of each piece of evidence,
so that it can be read without the sheet. Its id is made of the sheet, the number and the hash: two laptops of one
office that finalise apart make two versions of one number, never two contents of one version.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pug_desktop import durable, errors
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.sheets import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.words import label
from pug_desktop.forms.schema import Question
from pug_desktop.forms.shown import shown_value
from pug_desktop.storage import journal, records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored
from pug_desktop.storage.rows import json_text

MAX_BYTES = 2 * 1024 * 1024
"""Of a document; a record in a bundle may have 4 MiB. A full sheet has some 60 KiB."""


class Trust(StrEnum):
    """What the signature of a version is worth here."""

    GOOD = "good"
    """Made by a device of that office, over this very content."""
    UNKNOWN = "unknown"
    """The content fits its hash; no valid key card of the device is here, so that nobody can say who signed it."""
    BROKEN = "broken"
    """Content, hash, id and signature do not fit together."""


@dataclass(frozen=True, slots=True)
class FinalVersion:
    """One final version; `document` is empty where it cannot be read, `answers` is its part by question."""

    id: RecordId
    number: int
    sha256: str
    finalised_on: str | None
    signer: str
    device_id: str
    trust: Trust
    document: Mapping[str, Value]

    @property
    def answers(self) -> Mapping[str, Mapping[str, Value]]:
        """What was answered, by question."""
        found = self.document.get("answers")
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Compared:
    """One question in a final version and now; `then` and `now` are in words, "" where nothing was answered."""

    item: str
    question: str
    then: str
    now: str
    changed: bool


# --- making ---------------------------------------------------------------------------------------------------------


def document_of(sheet: Sheet, number: int, finalised_on: str, signer: str, device_id: str) -> dict[str, Value]:
    """Everything that a version says, of a sheet as it is now.

    The device stands in it too: two laptops on which one person finalises the same on one day would else write two
    signatures into one record, which never changes, so that the laptops would differ for ever.
    """
    return {
        "checklist_id": sheet.checklist_id,
        "number": number,
        "finalised_on": finalised_on,
        "signer": signer,
        "device_id": device_id,
        "form": sheet.form.form,
        "form_version": sheet.form.version,
        "form_sha256": sheet.form.sha256,
        "year": sheet.year,
        "office_id": sheet.office_id,
        "office_name": sheet.office_name,
        "region_code": sheet.region_code,
        "answers": answers_of(sheet),
    }


def answers_of(sheet: Sheet) -> dict[str, Value]:
    """The part of the document that is compared: every question on which anything stands."""
    items = (item for section in sheet.sections for item in section.items)
    return {item.question.name: said for item in items if (said := _answer(item))}


def _answer(item: SheetItem) -> dict[str, Value]:
    said: dict[str, Value] = {
        "status": None if item.status == "belum_diisi" else item.status,
        "value": item.value,
        "note": item.note,
        "override_reason": item.override_reason,
        "evidence": [
            {
                "sha256": each.sha256,
                "title": each.title,
                "file_name": each.file_name,
                "document_number": each.document_number,
                "document_on": each.document_on,
                "valid_until": each.valid_until,
            }
            for each in sorted(item.evidence, key=lambda row: (row.sha256, row.id))
        ]
        or None,
    }
    if item.computed is not None:
        said["computed"] = {"value": item.computed.value, "explanation": item.computed.explanation}
    return {name: value for name, value in said.items() if value is not None}


def make(ws: Workspace, connection: Connection, sheet: Sheet, number: int) -> RecordId:
    """Write the version of that number, signed by this device; it is no step that could be undone.

    Raises:
        NeedsPassphrase: the keys of this device are locked.
        WrongValue: there is more on the sheet than a bundle may carry in one record.
    """
    from pug_desktop.bundle import final_seal

    keys, profile = ws.keys, ws.profile
    today = ws.today.isoformat()
    signer = ", ".join(part for part in (profile.holder, profile.office_name) if part)
    document = document_of(sheet, number, today, signer, keys.device_id)
    size = len(json_text(document).encode("utf-8"))
    sha256 = final_seal.document_hash(document) if size <= MAX_BYTES else None
    if sha256 is None:
        raise errors.WrongValue(field="final_version.document", value=size, expected=f"{MAX_BYTES} byte")
    claim = final_seal.Finalised(sheet.checklist_id, number, sha256, keys.device_id)
    values: dict[str, Value] = {
        "checklist_id": sheet.checklist_id,
        "number": number,
        "document": document,
        "sha256": sha256,
        "finalised_on": today,
        "signer": signer,
        "device_id": keys.device_id,
        "signature": final_seal.seal(claim, keys),
    }
    made = _id(sheet.checklist_id, number, sha256)
    if records.get(connection, "final_version", made) is None:
        records.insert(connection, "final_version", made, sheet.scope, values, ws.now_s, profile.holder)
    return made


def _id(sheet_id: RecordId, number: int, sha256: str) -> RecordId:
    return natural_id("final_version", sheet_id, number, sha256)


# --- reading --------------------------------------------------------------------------------------------------------


def versions(ws: Workspace, sheet_id: RecordId) -> tuple[FinalVersion, ...]:
    """The final versions of a sheet, the newest first, each verified; those that are broken come last.

    A version that somebody forged may name any number: it must not stand in for the last one that holds.
    """
    with ws.database.read() as connection:
        found = records.select(connection, "final_version", {"checklist_id": sheet_id}, order=("number", "sha256"))
        known = _signers(ws, connection) if found else {}
    read = [_read(each, known) for each in reversed(found)]
    return tuple(sorted(read, key=lambda version: version.trust is Trust.BROKEN))


def _signers(ws: Workspace, connection: Connection) -> Mapping[str, tuple[object, str]]:
    """The devices whose key cards are kept here: public keys and the scope of their office.

    One that handed over its office still counts for what it signed; one that was withdrawn for another reason does not.
    """
    from pug_desktop.app.trust import standing
    from pug_desktop.bundle.cards import card_from_json

    found: dict[str, tuple[object, str]] = {}
    withdrawn = standing(connection)
    for device_id, _relation, text in journal.cards(connection):
        card = card_from_json(text)
        gone = withdrawn.of(card)
        if gone is None or gone.handed_to:
            found[device_id] = (card.device, card.office.scope)
    if ws.has_keys:
        found[ws.keys.device_id] = (ws.keys.public, ws.profile.scope)
    return found


def _read(stored: Stored, known: Mapping[str, tuple[object, str]]) -> FinalVersion:
    number, document = stored.values["number"], stored.values["document"]
    return FinalVersion(
        id=stored.id,
        number=number if isinstance(number, int) else 0,
        sha256=stored.text("sha256"),
        finalised_on=stored.text("finalised_on") or None,
        signer=stored.text("signer"),
        device_id=stored.text("device_id"),
        trust=_trust(stored, known),
        document=document if isinstance(document, dict) else {},
    )


def _trust(stored: Stored, known: Mapping[str, tuple[object, str]]) -> Trust:
    from pug_desktop.bundle import final_seal
    from pug_desktop.bundle.keys import DevicePublic

    document, number, sheet_id = stored.values["document"], stored.values["number"], stored.text("checklist_id")
    sha256, device_id = stored.text("sha256"), stored.text("device_id")
    if not isinstance(document, dict) or not isinstance(number, int):
        return Trust.BROKEN
    told = {name: document.get(name) for name in ("checklist_id", "number", "finalised_on", "signer")}
    columns = {name: stored.values[name] for name in told}
    fits = final_seal.document_hash(document) == sha256 and stored.id == _id(sheet_id, number, sha256)
    if not fits or json_text(told) != json_text(columns):
        return Trust.BROKEN
    device, scope = known.get(device_id, (None, ""))
    if not isinstance(device, DevicePublic):
        return Trust.UNKNOWN
    claim = final_seal.Finalised(sheet_id, number, sha256, device_id)
    sealed = final_seal.is_sealed_by(claim, stored.text("signature"), device)
    # Only an office itself makes its sheet final.
    return Trust.GOOD if sealed and scope == stored.scope else Trust.BROKEN


def write_copy(ws: Workspace, version_id: RecordId, out: Path) -> None:
    """Write a version as JSON: the document, its SHA-256 and the signature, for whoever wants to check it elsewhere.

    Raises:
        NoSuchRecord: it is not here.
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    from pug_desktop.bundle.stick import stick_errors

    with ws.database.read() as connection:
        found = records.get(connection, "final_version", version_id)
    if found is None:
        raise errors.NoSuchRecord(kind="final_version", id=version_id)
    told = {name: found.values[name] for name in ("document", "sha256", "device_id", "signature")}
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    with stick_errors(out):
        durable.write_bytes(out, text.encode("utf-8"))


# --- beside what is there now ---------------------------------------------------------------------------------------


def count_changed(version: FinalVersion, sheet: Sheet) -> int:
    """How many questions are answered otherwise now."""
    now = answers_of(sheet)
    return sum(
        json_text(version.answers.get(name)) != json_text(now.get(name)) for name in version.answers.keys() | now.keys()
    )


def compare(ws: Workspace, version: FinalVersion, sheet: Sheet, lang: str = "id") -> tuple[Compared, ...]:
    """Every question of the version and of the sheet now, in the order of the form."""
    name, sha256 = version.document.get("form"), version.document.get("form_sha256")
    form = forms_of(ws).find(str(name), str(sha256)) or sheet.form
    now = answers_of(sheet)
    then_asked = {each.name: each for each in form.questions}
    now_asked = {each.name: each for each in sheet.form.questions}
    left = sorted((version.answers.keys() | now.keys()) - then_asked.keys() - now_asked.keys())
    found = []
    for item in (*dict.fromkeys((*then_asked, *now_asked)), *left):
        before, after = version.answers.get(item), now.get(item)
        question = then_asked.get(item) or now_asked.get(item)
        found.append(
            Compared(
                item,
                question.label.of(lang) if question else "",
                answer_words(then_asked.get(item), before, lang),
                answer_words(now_asked.get(item), after, lang),
                json_text(before) != json_text(after),
            )
        )
    return tuple(found)


def answer_words(question: Question | None, answer: Value, lang: str = "id") -> str:
    """An answer of a document in words: state, value, note, how many files; one line each."""
    if not isinstance(answer, dict):
        return ""
    status, value, computed = answer.get("status"), answer.get("value"), answer.get("computed")
    en = lang == "en"
    if value is None and status is None and isinstance(computed, dict):
        value = computed.get("value")
    shown = ""
    if value is not None:
        shown = shown_value(question, value, lang) if question else json_text(value)
    state = label("answer_state", str(status), lang) if status else ""
    first = f"{state}: {shown}" if state and shown and not shown.startswith(state) else shown or state
    lines = [first]
    if reason := answer.get("override_reason"):
        lines.append(f"{'Reason' if en else 'Alasan'}: {reason}")
    if note := answer.get("note"):
        lines.append(f"{'Note' if en else 'Catatan'}: {note}")
    if isinstance(files := answer.get("evidence"), list):
        names = ", ".join(str(each.get("title") or each.get("file_name")) for each in files if isinstance(each, dict))
        lines.append(f"{'Evidence' if en else 'Bukti'}: {names}")
    return "\n".join(line for line in lines if line)
