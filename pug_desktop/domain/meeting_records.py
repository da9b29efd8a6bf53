"""The kinds of record of a meeting: itself, its letter and report, who was asked and who came, what came of it."""

from pug_desktop.domain.kind import Field, Kind, Level, Type
from pug_desktop.domain.options import (
    ACHIEVED,
    AGE_BANDS,
    ATTENDANCE_ROLES,
    COUNTED_BY,
    DISABILITY,
    FOLLOW_UP_STATES,
    MEETING_KINDS,
    MEETING_ROLES,
    MEETING_STATES,
    OFFICE_TYPES,
    SEXES,
)


def texts(*names: str) -> tuple[Field, ...]:
    """Fields that hold text."""
    return tuple(Field(name) for name in names)


MEETING_RECORDS = (
    Kind(
        "meeting_kind",
        (
            Field("name"),
            Field("counts_as", options=MEETING_KINDS),
            Field("number", Type.INT),
            Field("hidden", Type.BOOL),
        ),
    ),
    Kind(
        "meeting",
        (
            Field("kind", options=MEETING_KINDS),
            *texts("title", "theme"),
            Field("year", Type.INT),
            Field("month", Type.INT),
            Field("day", Type.INT),
            Field("weekday", Type.INT),
            *texts("start_time", "end_time", "place", "organiser", "chair_name", "chair_position"),
            Field("participant_groups", Type.JSON),
            Field("disaggregation", Type.JSON),
            *texts("opening", "discussion", "closing", "source_note", "letter_number"),
            Field("state", options=MEETING_STATES),
            Field("own_kind_id", Type.ID, parent="meeting_kind"),
            Field("counted_by", options=COUNTED_BY),
            Field("cleared_on", Type.DATE),
        ),
        groups={
            "held": ("year", "month", "day", "weekday"),
            "time": ("start_time", "end_time"),
            "chair": ("chair_name", "chair_position"),
        },
    ),
    # What a letter says stays in the district: it names a signer with his NIP.
    Kind(
        "meeting_letter",
        (
            Field("letter_on", Type.DATE),
            *texts("nature", "attachment", "subject", "addressed_to", "opening", "closing", "copies"),
            *texts("signer_name", "signer_position", "signer_rank", "signer_nip"),
        ),
        level=Level.REGENCY,
        id_of="meeting",
    ),
    Kind(
        "meeting_report",
        (
            *texts("basis", "purpose", "conclusion", "suggestions", "budget_source"),
            Field("report_on", Type.DATE),
            *texts("signer_name", "signer_position"),
        ),
        id_of="meeting",
    ),
    Kind(
        "meeting_role",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            Field("role", options=MEETING_ROLES),
            *texts("name", "position"),
            Field("person_id", Type.ID, parent="person"),
            *texts("topic"),
        ),
    ),
    Kind(
        "agenda_item",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            *texts("text", "discussion", "start_time", "end_time", "speaker"),
        ),
    ),
    Kind(
        "invitation",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            *texts("name", "position", "office_name"),
            Field("office_type", options=OFFICE_TYPES),
            Field("office_id", Type.ID, parent="office"),
            Field("person_id", Type.ID, parent="person"),
            Field("sex", options=SEXES),
        ),
    ),
    Kind(
        "attendance",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            Field("name"),
            Field("sex", options=SEXES),
            *texts("position", "office_name"),
            Field("office_type", options=OFFICE_TYPES),
            Field("office_id", Type.ID, parent="office"),
            Field("person_id", Type.ID, parent="person"),
            Field("role", options=ATTENDANCE_ROLES),
        ),
    ),
    Kind("attendance_contact", texts("nip", "phone"), level=Level.REGENCY, id_of="attendance"),
    Kind(
        "attendance_trait",
        (Field("age_band", options=AGE_BANDS), Field("disability", options=DISABILITY)),
        level=Level.REGENCY,
        id_of="attendance",
    ),
    Kind(
        "headcount",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("male", Type.INT),
            Field("female", Type.INT),
            Field("total", Type.INT),
            Field("excludes_speakers", Type.BOOL),
            Field("institutions", Type.INT),
            Field("disability", Type.INT),
            Field("age_bands", Type.JSON),
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
            Field("achieved", options=ACHIEVED),
            # Refers to an expected result of the same meeting; no parent, since a result may outlive it.
            Field("fulfils_id", Type.ID),
            Field("prerequisites", Type.JSON),
        ),
    ),
    Kind(
        "meeting_decision",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            Field("text"),
        ),
    ),
    Kind(
        "follow_up",
        (
            Field("meeting_id", Type.ID, parent="meeting", required=True),
            Field("number", Type.INT),
            *texts("text", "person_name", "office_name"),
            Field("due_on", Type.DATE),
            Field("state", options=FOLLOW_UP_STATES),
            Field("done_on", Type.DATE),
            Field("note"),
            Field("person_id", Type.ID, parent="person"),
            Field("office_id", Type.ID, parent="office"),
            Field("output_id", Type.ID),
        ),
        groups={"progress": ("state", "done_on")},
    ),
)
"""A parent stands before its children."""
