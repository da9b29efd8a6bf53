"""What a review says of an answer, and whether the answer is still the one that was looked at."""

from collections.abc import Iterable
from dataclasses import dataclass

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored
from pug_desktop.storage.rows import json_text


@dataclass(frozen=True, slots=True)
class Review:
    """What one level of offices said of an answer.

    `role` is the level, `verdict` one of domain.kinds.VERDICTS, `changed` whether the answer, its note or its evidence
    changed after it was looked at.
    """

    id: RecordId
    answer_id: RecordId
    role: str
    verdict: str
    remark: str
    reviewer: str
    reviewed_on: str | None
    changed: bool

    @property
    def sends_back(self) -> bool:
        """Whether the office still has to do something."""
        return self.verdict == "dikembalikan" and not self.changed


def seen_of(answer: Stored, evidence_sha256: Iterable[str]) -> dict[str, Value]:
    """What a reviewer looks at. A file or a note often is what was asked for, hence they count as well as the value."""
    return {
        "status": answer.text("status"),
        "value": answer.values["value"],
        "note": answer.text("note"),
        "evidence": sorted(set(evidence_sha256)),
    }


def review_of(stored: Stored, seen_now: dict[str, Value]) -> Review:
    """The review in a record, beside what its answer says now."""
    return Review(
        id=stored.id,
        answer_id=stored.text("answer_id"),
        role=stored.text("role"),
        verdict=stored.text("verdict"),
        remark=stored.text("remark"),
        reviewer=stored.text("reviewer"),
        reviewed_on=stored.text("reviewed_on") or None,
        changed=json_text(stored.values["seen"]) != json_text(seen_now),
    )


def evidence_of_answer(connection: Connection, answer_id: RecordId) -> list[str]:
    """SHA-256 of the files that back an answer."""
    where: dict[str, Value] = {"owner_kind": "answer", "owner_id": answer_id}
    return [each.text("sha256") for each in records.select(connection, "evidence", where)]


def by_answer(connection: Connection, scope: str) -> dict[RecordId, list[Stored]]:
    """The reviews of one office's answers, by answer."""
    found: dict[RecordId, list[Stored]] = {}
    for each in records.select(connection, "review", {"scope": scope}, order=("role",)):
        found.setdefault(each.text("answer_id"), []).append(each)
    return found
