"""Schema 4: kinds of meetings, invitations, letters, reports, decisions; traits of participants; links of persons."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, the columns that older records get, and the triggers."""
    _columns()
    _meetings()
    _persons()
    _marks()
    # What another program's kinds and fields left waiting is ours now, perhaps.
    op.execute("UPDATE sync_record SET parked = 'retry' WHERE parked IN ('kind', 'value')")


def _record(name: str, *fields: sa.Column[object], parent: str | None = None, shares: str | None = None) -> None:
    keys = [sa.ForeignKeyConstraint([f"{parent}_id"], [f"{parent}.id"])] if parent else []
    if shares:
        keys.append(sa.ForeignKeyConstraint(["id"], [f"{shares}.id"]))
    op.create_table(
        name,
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        *fields,
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        *keys,
        sa.PrimaryKeyConstraint("id"),
    )
    if parent:
        op.create_index(f"ix_{name}_{parent}_id", name, [f"{parent}_id"], unique=False)


def _text(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _int(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names]


def _bool(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Boolean(), nullable=True) for name in names]


def _id(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.LargeBinary(length=16), nullable=True) for name in names]


def _columns() -> None:
    added = {
        "person": _text("office_name", "office_type"),
        "meeting": [*_text("state"), *_id("own_kind_id"), *_text("counted_by", "cleared_on")],
        "meeting_role": [*_id("person_id"), *_text("topic")],
        "agenda_item": _text("start_time", "end_time", "speaker"),
        "attendance": _text("role"),
        "headcount": [*_int("disability"), *_text("age_bands")],
        "output": [*_text("achieved"), *_id("fulfils_id"), *_text("prerequisites")],
        "follow_up": _id("person_id", "office_id", "output_id"),
    }
    for table, columns in added.items():
        for column in columns:
            op.add_column(table, column)


def _meetings() -> None:
    _record("meeting_kind", *_text("name", "counts_as"), *_int("number"), *_bool("hidden"))
    _record(
        "meeting_letter",
        *_text("letter_on", "nature", "attachment", "subject", "addressed_to", "opening", "closing", "copies"),
        *_text("signer_name", "signer_position", "signer_rank", "signer_nip"),
        shares="meeting",
    )
    _record(
        "meeting_report",
        *_text("basis", "purpose", "conclusion", "suggestions", "budget_source", "report_on"),
        *_text("signer_name", "signer_position"),
        shares="meeting",
    )
    _record(
        "invitation",
        *_id("meeting_id"),
        *_int("number"),
        *_text("name", "position", "office_name", "office_type"),
        *_id("office_id", "person_id"),
        *_text("sex"),
        parent="meeting",
    )
    _record("attendance_trait", *_text("age_band", "disability"), shares="attendance")
    _record("meeting_decision", *_id("meeting_id"), *_int("number"), *_text("text"), parent="meeting")


def _persons() -> None:
    _record("person_link", *_id("person_id", "kept_id"), *_text("verdict", "decided_on"), parent="person")
    _record("holiday", *_text("day_on", "name"), *_bool("working"))


_MARKED = (
    "attendance_trait",
    "holiday",
    "invitation",
    "meeting_decision",
    "meeting_kind",
    "meeting_letter",
    "meeting_report",
    "person_link",
)


def _marks() -> None:
    """As in schema 2: rows that are written are marked for the next capture."""
    events = (
        ("insert", "INSERT", "new"),
        ("update", "UPDATE", "new"),
        ("renamed", "UPDATE OF id", "old"),
        ("delete", "DELETE", "old"),
    )
    for kind in _MARKED:
        for name, event, row in events:
            op.execute(
                f'CREATE TRIGGER "mark_{kind}_{name}" AFTER {event} ON "{kind}" BEGIN '
                f"INSERT INTO sync_mark (kind, id) SELECT '{kind}', {row}.id "
                f"WHERE NOT EXISTS (SELECT 1 FROM sync_mark WHERE kind = '{kind}' AND id = {row}.id); END"
            )
    op.execute("INSERT OR IGNORE INTO sync_mark (kind, id) VALUES ('*', x'')")
