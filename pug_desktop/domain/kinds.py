"""The kinds of record: which fields each has, what it hangs from, how far up it may travel.

This is the one declaration. The tables (`storage/tables.py`), the capture and merge (`replica/`), the JSON of `load`
and `dump` and the schema in `docs/records.schema.json` are all made from it.

A field is added at the end of its kind and never renamed, reused or given another meaning (docs/bundle-format.md).
Fields that depend on each other form a *group*: they are merged as one, so that no merge can make a row nobody entered.
"""

from collections.abc import Mapping

from pug_desktop.domain.kind import ROLES, Cell, Field, Kind, Level, RecordId, Type, Value, Values
from pug_desktop.domain.meeting_records import MEETING_RECORDS
from pug_desktop.domain.meeting_records import texts as _text
from pug_desktop.domain.options import (
    ACHIEVED,
    AGE_BANDS,
    ANSWER_STATES,
    ASSIGNMENT_ROLES,
    ATTENDANCE_ROLES,
    COUNTED_BY,
    DECREE_KINDS,
    DISABILITY,
    EVIDENCE_OWNERS,
    FOLLOW_UP_STATES,
    GAP_MODELS,
    MEETING_KINDS,
    MEETING_ROLES,
    MEETING_STATES,
    OFFICE_TYPES,
    SAME_PERSON,
    SEXES,
    SHEET_STATES,
    VERDICTS,
)

__all__ = [
    "ACHIEVED",
    "AGE_BANDS",
    "ANSWER_STATES",
    "ASSIGNMENT_ROLES",
    "ATTENDANCE_ROLES",
    "COUNTED_BY",
    "DECREE_KINDS",
    "DISABILITY",
    "EVIDENCE_OWNERS",
    "FOLLOW_UP_STATES",
    "GAP_MODELS",
    "KINDS",
    "MEETING_KINDS",
    "MEETING_ROLES",
    "MEETING_STATES",
    "OFFICE_TYPES",
    "ROLES",
    "SAME_PERSON",
    "SEXES",
    "SHEET_STATES",
    "VERDICTS",
    "Cell",
    "Field",
    "Kind",
    "Level",
    "RecordId",
    "Type",
    "Value",
    "Values",
]

_KINDS = (
    Kind(
        "office",
        (
            *_text("name", "short_name"),
            Field("office_type", options=OFFICE_TYPES),
            Field("region_code"),
            Field("in_pokja", Type.BOOL),
            Field("closed_on", Type.DATE),
            Field("address"),
        ),
    ),
    Kind(
        "office_name",
        (
            Field("office_id", Type.ID, parent="office", required=True),
            *_text("name", "short_name"),
            Field("from_on", Type.DATE),
            Field("until_on", Type.DATE),
        ),
    ),
    Kind(
        "person",
        (
            Field("name"),
            Field("sex", options=SEXES),
            Field("position"),
            Field("rank"),
            Field("office_id", Type.ID, parent="office"),
            Field("office_name"),
            Field("office_type", options=OFFICE_TYPES),
        ),
    ),
    Kind("person_contact", _text("nip", "phone", "email"), level=Level.REGENCY, id_of="person"),
    # Two entries of the register are one person, or are not: said by somebody, taken back by removing it.
    Kind(
        "person_link",
        (
            Field("person_id", Type.ID, parent="person", required=True),
            Field("kept_id", Type.ID, parent="person"),
            Field("verdict", options=SAME_PERSON),
            Field("decided_on", Type.DATE),
        ),
        groups={"link": ("kept_id", "verdict", "decided_on")},
    ),
    # Holidays that a calendar does not know (cuti bersama come by decree), or that are working days after all.
    Kind("holiday", (Field("day_on", Type.DATE), Field("name"), Field("working", Type.BOOL))),
    Kind(
        "decree",
        (
            Field("decree_kind", options=DECREE_KINDS),
            Field("number"),
            Field("decree_on", Type.DATE),
            Field("about"),
            Field("from_on", Type.DATE),
            Field("until_on", Type.DATE),
            Field("office_id", Type.ID, parent="office"),
            Field("region_code"),
        ),
    ),
    Kind(
        "assignment",
        (
            Field("person_id", Type.ID, parent="person", required=True),
            Field("role", options=ASSIGNMENT_ROLES),
            Field("office_id", Type.ID, parent="office"),
            Field("decree_number"),
            Field("decree_on", Type.DATE),
            Field("from_on", Type.DATE),
            Field("until_on", Type.DATE),
            Field("trained_on", Type.DATE),
            Field("decree_id", Type.ID, parent="decree"),
        ),
    ),
    Kind(
        "letterhead",
        (
            Field("office_id", Type.ID, parent="office"),
            *_text("line1", "line2", "line3", "line4"),
            Field("logo_sha256"),
            Field("signing_place"),
        ),
    ),
    Kind(
        "checklist",
        (
            Field("form"),
            Field("form_version", Type.INT),
            Field("form_sha256"),
            Field("year", Type.INT),
            Field("office_id", Type.ID, parent="office"),
            Field("region_code"),
            Field("state", options=SHEET_STATES),
            Field("state_on", Type.DATE),
            Field("state_by"),
        ),
        groups={"state": ("state", "state_on", "state_by")},
    ),
    Kind(
        "final_version",
        (
            Field("checklist_id", Type.ID, parent="checklist", required=True),
            Field("number", Type.INT),
            Field("document", Type.JSON),
            Field("sha256"),
            Field("finalised_on", Type.DATE),
            Field("signer"),
            Field("device_id"),
            Field("signature"),
        ),
        groups={
            "final": (
                "number",
                "document",
                "sha256",
                "finalised_on",
                "signer",
                "device_id",
                "signature",
            )
        },
        writers=("opd", "kabkota"),
        immutable=True,
    ),
    Kind(
        "answer",
        (
            Field("checklist_id", Type.ID, parent="checklist", required=True),
            Field("item"),
            Field("status", options=ANSWER_STATES),
            Field("value", Type.JSON),
            Field("note"),
            Field("override_reason"),
        ),
        groups={"answer": ("status", "value")},
    ),
    Kind(
        "evidence",
        (
            Field("owner_kind", options=EVIDENCE_OWNERS),
            Field("owner_id", Type.ID),
            *_text("sha256", "file_name", "media_type"),
            Field("size", Type.INT),
            *_text("title", "document_number"),
            Field("document_on", Type.DATE),
            Field("valid_until", Type.DATE),
        ),
        groups={"file": ("sha256", "file_name", "media_type", "size")},
    ),
    *MEETING_RECORDS,
    Kind(
        "regulation",
        (
            *_text("regulation_kind", "number"),
            Field("year", Type.INT),
            Field("about"),
            Field("region_code"),
            Field("meeting_id", Type.ID, parent="meeting"),
            Field("enacted_on", Type.DATE),
            Field("valid_until", Type.DATE),
        ),
    ),
    Kind(
        "award",
        (Field("award"), Field("year", Type.INT), Field("category"), Field("region_code")),
    ),
    Kind(
        "gender_index",
        (
            Field("index", options=("IPG", "IDG", "IKG")),
            Field("year", Type.INT),
            Field("value", Type.DECIMAL),
            Field("rank", Type.INT),
            Field("rank_of", Type.INT),
            *_text("rank_scope", "region_code"),
        ),
        groups={"ranking": ("rank", "rank_of", "rank_scope")},
    ),
    Kind(
        "gender_budget",
        (
            Field("year", Type.INT),
            Field("office_id", Type.ID, parent="office"),
            Field("region_code"),
            Field("amount", Type.INT),
            Field("base", Type.INT),
            Field("base_name"),
            Field("institution_amount", Type.INT),
        ),
        groups={"budget": ("amount", "base", "base_name")},
    ),
    Kind(
        "gap",
        (
            Field("office_id", Type.ID, parent="office"),
            Field("year", Type.INT),
            Field("model", options=GAP_MODELS),
            *_text("programme", "activity"),
            *_text(*(f"step{number}" for number in range(1, 10))),
        ),
        writers=("opd", "kabkota"),
    ),
    Kind(
        "gbs",
        (
            Field("office_id", Type.ID, parent="office"),
            Field("year", Type.INT),
            Field("gap_id", Type.ID, parent="gap"),
            *_text("programme", "activity", "goal", "situation", "action", "output", "outcome"),
            Field("budget", Type.INT),
            *_text("signer", "signer_position"),
        ),
        writers=("opd", "kabkota"),
    ),
    Kind(
        "semester_report",
        (
            Field("year", Type.INT),
            Field("semester", Type.INT),
            Field("office_id", Type.ID, parent="office"),
            Field("region_code"),
            *_text("programmes", "agencies", "targets", "budget", "problems", "efforts"),
            Field("sent_on", Type.DATE),
            Field("letter_number"),
        ),
    ),
    Kind(
        "review",
        (
            Field("answer_id", Type.ID, parent="answer", required=True),
            Field("role"),
            Field("verdict", options=VERDICTS),
            Field("remark"),
            Field("seen", Type.JSON),
            Field("reviewed_on", Type.DATE),
            Field("reviewer"),
        ),
        groups={"review": ("verdict", "remark", "seen", "reviewed_on", "reviewer")},
        writers=("kabkota", "provinsi"),
    ),
    Kind(
        "instrument",
        (
            Field("form"),
            Field("form_version", Type.INT),
            Field("sha256"),
            Field("supersedes"),
            Field("document", Type.JSON),
            Field("issuer"),
            Field("signature"),
            Field("issued_on", Type.DATE),
        ),
        groups={
            "instrument": (
                "form",
                "form_version",
                "sha256",
                "supersedes",
                "document",
                "issuer",
                "signature",
                "issued_on",
            )
        },
        writers=("provinsi",),
        down=True,
        immutable=True,
    ),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _KINDS}
"""All kinds by name; a parent stands before its children."""
