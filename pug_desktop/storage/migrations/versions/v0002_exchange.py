"""Schema 2: who has what of whom, incarnations, lists of key cards, reviews and instruments."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; each device that was here before has written under one actor."""
    _exchange()
    _keys()
    _records()
    _marks()
    op.create_index(
        "ix_sync_record_conflict", "sync_record", ["kind", "id"], unique=False, sqlite_where=sa.text("conflict = 1")
    )
    op.create_index(
        "ix_sync_record_parked",
        "sync_record",
        ["kind", "id"],
        unique=False,
        sqlite_where=sa.text("parked IS NOT NULL"),
    )
    op.add_column("sync_export", sa.Column("upto", sa.BigInteger(), nullable=True))
    op.add_column("sync_export", sa.Column("confirmed_at", sa.Text(), nullable=True))
    op.execute("INSERT INTO sync_incarnation (actor, closed, upto, opened_at) SELECT actor, 0, NULL, '' FROM sync_self")
    # What another program's kinds left waiting is a kind of ours now, perhaps.
    op.execute("UPDATE sync_record SET parked = 'retry' WHERE parked IN ('kind', 'value')")


_MARKED = (
    "agenda_item answer assignment attendance attendance_contact award checklist evidence follow_up gender_index "
    "headcount instrument letterhead meeting meeting_role office office_name output person person_contact regulation "
    "review"
)


def _marks() -> None:
    """Triggers that mark rows for the next capture; what was written before is all to be compared once."""
    op.create_table(
        "sync_mark",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
        sqlite_with_rowid=False,
    )
    events = (
        ("insert", "INSERT", "new"),
        ("update", "UPDATE", "new"),
        ("renamed", "UPDATE OF id", "old"),
        ("delete", "DELETE", "old"),
    )
    for kind in _MARKED.split():
        for name, event, row in events:
            op.execute(
                f'CREATE TRIGGER "mark_{kind}_{name}" AFTER {event} ON "{kind}" BEGIN '
                f"INSERT INTO sync_mark (kind, id) SELECT '{kind}', {row}.id "
                f"WHERE NOT EXISTS (SELECT 1 FROM sync_mark WHERE kind = '{kind}' AND id = {row}.id); END"
            )
    op.execute("INSERT INTO sync_mark (kind, id) VALUES ('*', x'')")


def _exchange() -> None:
    op.create_table(
        "sync_incarnation",
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("upto", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("actor"),
    )
    op.create_table(
        "sync_actor",
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("actor"),
    )
    op.create_table(
        "sync_peer",
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("latest", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("need_full", sa.Boolean(), nullable=False),
        sa.Column("ask_full", sa.Boolean(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("bundles", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device_id"),
    )
    op.create_table(
        "sync_heard",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("upto", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "actor"),
    )
    op.create_table(
        "sync_acked",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("upto", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "actor"),
    )
    op.create_table(
        "sync_blob",
        sa.Column("peer", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("peer", "actor", "sha256"),
    )
    op.create_table(
        "sync_touch",
        sa.Column("bundle_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("bundle_id", "what", "kind", "id"),
    )


def _keys() -> None:
    op.create_table(
        "sync_list",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("issuer"),
    )
    op.create_table(
        "key_log",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )


def _records() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("answer_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=True),
        sa.Column("reviewed_on", sa.Text(), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_review_answer_id", "review", ["answer_id"], unique=False)
    op.create_table(
        "instrument",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("form_version", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("supersedes", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("signature", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
