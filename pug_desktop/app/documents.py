"""The documents of an office: each file once, with what it proves; and what a verifier would ask about them."""

from dataclasses import dataclass
from datetime import date

from pug_desktop.app import evidence
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.fill import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import evidence_flags
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.words import label
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored


@dataclass(frozen=True, slots=True)
class Document:
    """One file of this office; `row` is its newest record, `uses` what it proves in a few words each."""

    row: EvidenceRow
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the evidence of one answer; `row` is None where there is none at all."""

    item: str
    flag: str
    row: EvidenceRow | None = None


def documents(ws: Workspace, lang: str = "id") -> tuple[Document, ...]:
    """The files that this office has attached anywhere, newest first; one that serves many answers stands once."""
    with ws.database.read() as connection:
        found = records.select(connection, "evidence", {"scope": ws.profile.scope})
        uses: dict[str, list[str]] = {}
        newest: dict[str, Stored] = {}
        for each in found:
            sha256 = each.text("sha256")
            newest[sha256] = each
            use = _use(connection, each.text("owner_kind"), each.text("owner_id"), lang)
            if use and use not in uses.setdefault(sha256, []):
                uses[sha256].append(use)
    rows = [evidence.row(ws, each) for each in newest.values()]
    made = [Document(row, tuple(uses.get(row.sha256, ()))) for row in rows if row.present]
    return tuple(sorted(made, key=_id_of, reverse=True))


def uses_of(ws: Workspace, sha256: str, lang: str = "id") -> tuple[str, ...]:
    """What one file proves, in a few words each."""
    with ws.database.read() as connection:
        found = records.select(connection, "evidence", {"sha256": sha256})
        uses = [_use(connection, each.text("owner_kind"), each.text("owner_id"), lang) for each in found]
    return tuple(dict.fromkeys(each for each in uses if each))


def _id_of(document: Document) -> RecordId:
    """Ids rise with the time they were made."""
    return document.row.id


def _use(connection: Connection, kind: str, owner_id: RecordId, lang: str) -> str:
    owner = records.get(connection, kind, owner_id) if kind else None
    if owner is None:
        return ""
    if kind == "answer":
        sheet = records.get(connection, "checklist", owner.text("checklist_id"))
        year = sheet.values["year"] if sheet else None
        return " ".join(str(each) for each in (owner.text("item"), year) if each)
    title = str(owner.values.get("title") or owner.values.get("text") or owner.values.get("about") or "")
    return f"{label('evidence_owner', kind, lang)}: {title}"[:80] if title else label("evidence_owner", kind, lang)


def flags_of(row: EvidenceRow, *, year: int, today: str, frequency: str) -> tuple[str, ...]:
    """What is wrong with one piece of evidence of an answer."""
    return evidence_flags.flags(
        present=row.present,
        document_on=row.document_on,
        valid_until=row.valid_until,
        year=year,
        today=today,
        frequency=frequency,
    )


def flags_of_standing(row: EvidenceRow, today: date) -> tuple[str, ...]:
    """The same of what stands for many years, a decree or a signed report: none is too old."""
    return flags_of(row, year=today.year, today=today.isoformat(), frequency="event")


def lacks_evidence(item: SheetItem) -> bool:
    """Whether somebody says that it is there, and nothing proves it though the question wants that."""
    return item.question.evidence_required and item.status == "ada" and not item.evidence


def remarks(sheet: Sheet, today: str) -> tuple[Remark, ...]:
    """All that is to be said about the evidence of a sheet, in the order of its questions."""
    found: list[Remark] = []
    for section in sheet.sections:
        for item in section.items:
            name = item.question.name
            if lacks_evidence(item):
                found.append(Remark(name, evidence_flags.NONE))
            for row in item.evidence:
                judged = flags_of(row, year=sheet.year, today=today, frequency=item.question.frequency)
                found += [Remark(name, flag, row) for flag in judged]
    return tuple(found)
