"""The kinds of record: which fields each has, what it hangs from, how far up it may travel.

This is the one declaration. The tables (`storage/tables.py`), the capture and merge (`replica/`), the JSON of `load`
and `dump` and the schema in `docs/records.schema.json` are all made from it.

A field is added at the end of its kind and never renamed, reused or given another meaning (docs/bundle-format.md).
Fields that depend on each other form a *group*: they are merged as one, so that no merge can make a row nobody entered.
"""

from collections.abc import Mapping

from pug_desktop.domain.kind import ROLES, Cell, Field, Kind, Level, RecordId, Type, Value, Values

__all__ = [
    "ANSWER_STATES",
    "ASSIGNMENT_ROLES",
    "DECREE_KINDS",
    "EVIDENCE_OWNERS",
    "FOLLOW_UP_STATES",
    "GAP_MODELS",
    "KINDS",
    "MEETING_KINDS",
    "MEETING_ROLES",
    "OFFICE_TYPES",
    "ROLES",
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

OFFICE_TYPES = ("opd", "kecamatan", "vertikal", "kampus", "lsm", "dunia_usaha", "media", "lainnya")
"""Institution types of domain guide 4: who is counted as what in a meeting."""

SEXES = ("L", "P")

MEETING_KINDS = (
    "rakor_pokja",
    "penguatan_pokja",
    "penguatan_focal_point",
    "advokasi",
    "sosialisasi",
    "bimtek",
    "pelatihan",
    "pendampingan",
    "persiapan_evaluasi",
    "verifikasi_lapangan",
    "lainnya",
)

MEETING_ROLES = ("pembuka", "narasumber", "moderator", "notulis", "pembawa_acara")

ASSIGNMENT_ROLES = (
    "focal_point",
    "ketua_pokja",
    "sekretaris_pokja",
    "anggota_pokja",
    "team_driver",
    "tim_teknis",
    "fasilitator",
)

ANSWER_STATES = ("belum_diisi", "belum_ada", "proses", "ada", "tidak_relevan")

FOLLOW_UP_STATES = ("belum", "proses", "selesai", "batal")

VERDICTS = ("diterima", "dikembalikan", "catatan")
"""What a reviewer says of an answer: accepted, sent back, or only a remark."""

EVIDENCE_OWNERS = (
    "answer",
    "meeting",
    "follow_up",
    "output",
    "regulation",
    "decree",
    "award",
    "gender_index",
    "gender_budget",
    "gap",
    "gbs",
    "semester_report",
)

SHEET_STATES = ("draf", "siap", "final")
"""Being filled in; ready to be looked at by the head of the office; final, as version n (`final_version`)."""

DECREE_KINDS = ("pokja", "team_driver", "focal_point", "tim_teknis", "fasilitator", "pengelola_data", "lainnya")
"""Who or what a decree (SK) appoints."""

GAP_MODELS = ("sembilan", "empat")
"""The classic Gender Analysis Pathway of nine steps, and the newer one of four (domain guide 1.3)."""


def _text(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name) for name in names)


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
        ),
    ),
    Kind("person_contact", _text("nip", "phone", "email"), level=Level.REGENCY, id_of="person"),
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
    Kind(
        "meeting",
        (
            Field("kind", options=MEETING_KINDS),
            *_text("title", "theme"),
            Field("year", Type.INT),
            Field("month", Type.INT),
            Field("day", Type.INT),
            Field("weekday", Type.INT),
            *_text("start_time", "end_time", "place", "organiser", "chair_name", "chair_position"),
            Field("participant_groups", Type.JSON),
            Field("disaggregation", Type.JSON),
            *_text("opening", "discussion", "closing", "source_note", "letter_number"),
        ),
        groups={
            "held": ("year", "month", "day", "weekday"),
            "time": ("start_time", "end_time"),
            "chair": ("chair_name", "chair_position"),
        },
    ),
    Kind(
        "meeting_role",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            Field("role", options=MEETING_ROLES),
            *_text("name", "position"),
        ),
    ),
    Kind(
        "agenda_item",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            *_text("text", "discussion"),
        ),
    ),
    Kind(
        "attendance",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            Field("name"),
            Field("sex", options=SEXES),
            *_text("position", "office_name"),
            Field("office_type", options=OFFICE_TYPES),
            Field("office_id", Type.ID, parent="office"),
            Field("person_id", Type.ID, parent="person"),
        ),
    ),
    Kind("attendance_contact", _text("nip", "phone"), level=Level.REGENCY, id_of="attendance"),
    Kind(
        "headcount",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("male", Type.INT),
            Field("female", Type.INT),
            Field("total", Type.INT),
            Field("excludes_speakers", Type.BOOL),
            Field("institutions", Type.INT),
        ),
        groups={"count": ("male", "female", "total", "excludes_speakers")},
    ),
    Kind(
        "output",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            Field("text"),
            Field("expected", Type.BOOL),
        ),
    ),
    Kind(
        "follow_up",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            *_text("text", "person_name", "office_name"),
            Field("due_on", Type.DATE),
            Field("state", options=FOLLOW_UP_STATES),
            Field("done_on", Type.DATE),
            Field("note"),
        ),
        groups={"progress": ("state", "done_on")},
    ),
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
