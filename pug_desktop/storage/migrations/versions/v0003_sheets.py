"""Schema 3: states and final versions of sheets, registers, GAP and GBS, semester reports, the bin, the log."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, the columns that older records get, and the triggers."""
    _columns()
    _sheets()
    _registers()
    _papers()
    _marks()
    _bin()
    _log()
    # What another program's kinds and fields left waiting is ours now, perhaps.
    op.execute("UPDATE sync_record SET parked = 'retry' WHERE parked IN ('kind', 'value')")


def _record(name: str, *fields: sa.Column[object], parent: str | None = None) -> None:
    keys = [sa.ForeignKeyConstraint([f"{parent}_id"], [f"{parent}.id"])] if parent else []
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


def _id(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.LargeBinary(length=16), nullable=True) for name in names]


def _columns() -> None:
    added = {
        "assignment": _id("decree_id"),
        "checklist": _text("state", "state_on", "state_by"),
        "regulation": _text("enacted_on", "valid_until"),
    }
    for table, columns in added.items():
        for column in columns:
            op.add_column(table, column)


def _sheets() -> None:
    _record(
        "final_version",
        *_id("checklist_id"),
        *_int("number"),
        *_text("document", "sha256", "finalised_on", "signer", "device_id", "signature"),
        parent="checklist",
    )


def _registers() -> None:
    _record(
        "decree",
        *_text("decree_kind", "number", "decree_on", "about", "from_on", "until_on"),
        *_id("office_id"),
        *_text("region_code"),
    )
    _record(
        "gender_budget",
        *_int("year"),
        *_id("office_id"),
        *_text("region_code"),
        *_int("amount", "base"),
        *_text("base_name"),
        *_int("institution_amount"),
    )


def _papers() -> None:
    _record(
        "gap",
        *_id("office_id"),
        *_int("year"),
        *_text("model", "programme", "activity", *(f"step{number}" for number in range(1, 10))),
    )
    _record(
        "gbs",
        *_id("office_id"),
        *_int("year"),
        *_id("gap_id"),
        *_text("programme", "activity", "goal", "situation", "action", "output", "outcome"),
        *_int("budget"),
        *_text("signer", "signer_position"),
    )
    _record(
        "semester_report",
        *_int("year", "semester"),
        *_id("office_id"),
        *_text("region_code", "programmes", "agencies", "targets", "budget", "problems", "efforts"),
        *_text("sent_on", "letter_number"),
    )


_MARKED = ("decree", "final_version", "gap", "gbs", "gender_budget", "semester_report")


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


def _bin() -> None:
    op.create_table(
        "bin",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_by", sa.Text(), nullable=False),
        sa.Column("batch", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
    )


_LOGGED = ("status", "value", "note", "override_reason")


def _log() -> None:
    op.create_table(
        "answer_log",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("came_from", sa.Text(), nullable=True),
        *_text(*(f"old_{name}" for name in _LOGGED), *(f"new_{name}" for name in _LOGGED)),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_answer_log_answer_id", "answer_log", ["answer_id"], unique=False)

    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _LOGGED)
    came = "(SELECT value FROM setting WHERE name = 'taking')"
    old = ", ".join(f"old_{name}" for name in _LOGGED)
    new = ", ".join(f"new_{name}" for name in _LOGGED)
    was = ", ".join(f"old.{name}" for name in _LOGGED)
    is_now = ", ".join(f"new.{name}" for name in _LOGGED)
    op.execute(
        f"CREATE TRIGGER log_answer_update AFTER UPDATE ON answer WHEN {changed} BEGIN "
        f'INSERT INTO answer_log (answer_id, at, "by", came_from, {old}, {new}) '
        f"VALUES (new.id, new.changed_at, new.changed_by, {came}, {was}, {is_now}); END"
    )
    op.execute(
        "CREATE TRIGGER log_answer_delete AFTER DELETE ON answer BEGIN "
        f'INSERT INTO answer_log (answer_id, at, "by", came_from, {old}) '
        f"VALUES (old.id, old.changed_at, old.changed_by, {came}, {was}); END"
    )
