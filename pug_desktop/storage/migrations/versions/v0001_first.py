"""Schema 1: the first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "award",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("award", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "checklist",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("form_version", sa.BigInteger(), nullable=True),
        sa.Column("form_sha256", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("office_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "device",
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("known_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device_id"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("document_number", sa.Text(), nullable=True),
        sa.Column("document_on", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_evidence_owner_id", "evidence", ["owner_id"], unique=False)
    op.create_table(
        "gender_index",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("index", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("rank", sa.BigInteger(), nullable=True),
        sa.Column("rank_of", sa.BigInteger(), nullable=True),
        sa.Column("rank_scope", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "letterhead",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("office_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("line1", sa.Text(), nullable=True),
        sa.Column("line2", sa.Text(), nullable=True),
        sa.Column("line3", sa.Text(), nullable=True),
        sa.Column("line4", sa.Text(), nullable=True),
        sa.Column("logo_sha256", sa.Text(), nullable=True),
        sa.Column("signing_place", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("month", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.BigInteger(), nullable=True),
        sa.Column("weekday", sa.BigInteger(), nullable=True),
        sa.Column("start_time", sa.Text(), nullable=True),
        sa.Column("end_time", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("organiser", sa.Text(), nullable=True),
        sa.Column("chair_name", sa.Text(), nullable=True),
        sa.Column("chair_position", sa.Text(), nullable=True),
        sa.Column("participant_groups", sa.Text(), nullable=True),
        sa.Column("disaggregation", sa.Text(), nullable=True),
        sa.Column("opening", sa.Text(), nullable=True),
        sa.Column("discussion", sa.Text(), nullable=True),
        sa.Column("closing", sa.Text(), nullable=True),
        sa.Column("source_note", sa.Text(), nullable=True),
        sa.Column("letter_number", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("office_type", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("in_pokja", sa.Boolean(), nullable=True),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("rank", sa.Text(), nullable=True),
        sa.Column("office_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "regulation",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("regulation_kind", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "sync_export",
        sa.Column("bundle_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("addressee_name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("bundle_id"),
    )
    op.create_table(
        "sync_import",
        sa.Column("bundle_id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("sender_actor", sa.String(length=16), nullable=False),
        sa.Column("sender_name", sa.Text(), nullable=False),
        sa.Column("sender_scope", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bundle_id"),
    )
    op.create_table(
        "sync_layout",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "sync_record",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("lseq", sa.BigInteger(), nullable=False),
        sa.Column("layout", sa.Integer(), nullable=True),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("conflict", sa.Boolean(), nullable=False),
        sa.Column("parked", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_self",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("lseq", sa.BigInteger(), nullable=False),
        sa.Column("sent_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("discussion", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_agenda_item_meeting_id", "agenda_item", ["meeting_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("checklist_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["checklist_id"],
            ["checklist.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_answer_checklist_id", "answer", ["checklist_id"], unique=False)
    op.create_table(
        "assignment",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("person_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("office_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_on", sa.Text(), nullable=True),
        sa.Column("from_on", sa.Text(), nullable=True),
        sa.Column("until_on", sa.Text(), nullable=True),
        sa.Column("trained_on", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_assignment_person_id", "assignment", ["person_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("office_name", sa.Text(), nullable=True),
        sa.Column("office_type", sa.Text(), nullable=True),
        sa.Column("office_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("person_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attendance_meeting_id", "attendance", ["meeting_id"], unique=False)
    op.create_table(
        "follow_up",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("person_name", sa.Text(), nullable=True),
        sa.Column("office_name", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("done_on", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_follow_up_meeting_id", "follow_up", ["meeting_id"], unique=False)
    op.create_table(
        "headcount",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("male", sa.BigInteger(), nullable=True),
        sa.Column("female", sa.BigInteger(), nullable=True),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("excludes_speakers", sa.Boolean(), nullable=True),
        sa.Column("institutions", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_headcount_meeting_id", "headcount", ["meeting_id"], unique=False)
    op.create_table(
        "meeting_role",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_meeting_role_meeting_id", "meeting_role", ["meeting_id"], unique=False)
    op.create_table(
        "office_name",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("office_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("from_on", sa.Text(), nullable=True),
        sa.Column("until_on", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_office_name_office_id", "office_name", ["office_id"], unique=False)
    op.create_table(
        "output",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("expected", sa.Boolean(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_output_meeting_id", "output", ["meeting_id"], unique=False)
    op.create_table(
        "person_contact",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "attendance_contact",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["id"],
            ["attendance.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
