"""The tables: one for each kind of record, made from `domain/kinds.py`, and those of the replica beside them.

A record table has `id` (16 bytes), `scope`, a column for each field, and the local columns `changed_at` (seconds since
1970) and `changed_by`, which become the label of the next write and do not travel themselves. Only a field that a
record hangs from has a foreign key; no other constraint stands here, since a merge may never fail on one.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.types import TypeEngine

from pug_desktop.domain.kinds import KINDS, Field, Kind, Type

METADATA = MetaData()

COLUMN_TYPES: Mapping[Type, type[TypeEngine[Any]] | TypeEngine[Any]] = {
    Type.TEXT: Text,
    Type.INT: BigInteger,
    Type.BOOL: Boolean,
    Type.DATE: Text,
    Type.DECIMAL: Text,
    Type.ID: LargeBinary(16),
    Type.JSON: Text,
}


def _column(field: Field) -> Column[object]:
    key = [ForeignKey(f"{field.parent}.id")] if field.parent and field.required else []
    return Column(field.name, COLUMN_TYPES[field.type], *key)


def _record_table(kind: Kind) -> Table:
    shared = [ForeignKey(f"{kind.id_of}.id")] if kind.id_of else []
    table = Table(
        kind.name,
        METADATA,
        Column("id", LargeBinary(16), *shared, primary_key=True),
        Column("scope", Text, nullable=False),
        *(_column(field) for field in kind.fields),
        Column("changed_at", BigInteger),
        Column("changed_by", Text),
    )
    for field in kind.fields:
        if field.parent and field.required:
            Index(f"ix_{kind.name}_{field.name}", table.c[field.name])
    return table


RECORD_TABLES: Mapping[str, Table] = {name: _record_table(kind) for name, kind in KINDS.items()}
Index("ix_evidence_owner_id", RECORD_TABLES["evidence"].c.owner_id)

SYNC_RECORD = Table(
    "sync_record",
    METADATA,
    Column("kind", String(40), primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    Column("scope", Text, nullable=False),
    Column("lseq", BigInteger, nullable=False),
    Column("layout", Integer),
    Column("head", Text, nullable=False),
    Column("cells", Text, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("conflict", Boolean, nullable=False),
    Column("parked", Text),
    sqlite_with_rowid=False,
)
"""What this replica knows of each record. Dense (`layout` set): head [actor, n, user, at], cells [value, ...] in the
order of the layout; else head {"vector", "labels"} and cells {cell: [[n, actor, value], ...]}. `parked` says why the
record has no row: parent, hidden, kind, value."""
Index(
    "ix_sync_record_conflict",
    SYNC_RECORD.c.kind,
    SYNC_RECORD.c.id,
    # What waits for a decision is asked for by every page; it is few among hundreds of thousands.
    sqlite_where=text("conflict = 1"),
)
Index(
    "ix_sync_record_parked",
    SYNC_RECORD.c.kind,
    SYNC_RECORD.c.id,
    # What waits for its parent is asked for by every import.
    sqlite_where=text("parked IS NOT NULL"),
)

SYNC_MARK = Table(
    "sync_mark",
    METADATA,
    Column("kind", String(40), primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    sqlite_with_rowid=False,
)
"""Rows that were written since the last capture (`storage/marks.py`); the kind "*" stands for all of them."""

SYNC_LAYOUT = Table(
    "sync_layout",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("names", Text, nullable=False),
)

SYNC_SELF = Table(
    "sync_self",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("device_id", Text, nullable=False),
    Column("actor", String(16), nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("lseq", BigInteger, nullable=False),
    Column("sent_seq", BigInteger, nullable=False),
)
"""One row: who this replica is, the largest n it has seen, the order of its last change, its last bundle's number."""

SYNC_IMPORT = Table(
    "sync_import",
    METADATA,
    Column("bundle_id", String(32), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("sender", Text, nullable=False),
    Column("sender_actor", String(16), nullable=False),
    Column("sender_name", Text, nullable=False),
    Column("sender_scope", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("result", Text, nullable=False),
)

SYNC_EXPORT = Table(
    "sync_export",
    METADATA,
    Column("bundle_id", String(32), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("addressee", Text, nullable=False),
    Column("addressee_name", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("result", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("upto", BigInteger),
    Column("confirmed_at", Text),
)
"""`state` is "disiapkan" once the number is taken, "dikirim" once the file lies there, "batal" when it failed,
"diterima" once a receipt of the other side names it (`confirmed_at`). `upto` is our `lseq` when it was made."""

SYNC_INCARNATION = Table(
    "sync_incarnation",
    METADATA,
    Column("actor", String(16), primary_key=True),
    Column("closed", Boolean, nullable=False),
    Column("upto", BigInteger),
    Column("opened_at", Text, nullable=False),
)
"""Every actor under which this device wrote. One is open; of a closed one `upto` is the largest n that it can have
written anywhere, None where nobody knows: what comes back from elsewhere up to there was ours and got lost here."""

SYNC_ACTOR = Table(
    "sync_actor",
    METADATA,
    Column("actor", String(16), primary_key=True),
    Column("device_id", Text),
    Column("scope", Text, nullable=False),
    Column("role", String(16), nullable=False),
)
"""Who writes under an actor, as far as it is known: with `device_id` from a bundle of that device itself, without it
from the bundle of somebody whose card covers what the actor wrote."""

SYNC_PEER = Table(
    "sync_peer",
    METADATA,
    Column("device_id", Text, primary_key=True),
    Column("actor", String(16), nullable=False),
    Column("latest", String(16), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("need_full", Boolean, nullable=False),
    Column("ask_full", Boolean, nullable=False),
    Column("needs", Text, nullable=False),
    Column("bundles", Text, nullable=False),
)
"""A device that we exchange with: the actor under which it lives and our `lseq` when we first saw that; `latest` the
actor of the bundle that was taken in last (it may be a late one of a former life); whether they asked for all of it
again, and whether we ask them; the evidence that it asked for (JSON); the bundles of it to be named in the next receipt
(JSON, each with the actor that made it, newest last)."""

SYNC_HEARD = Table(
    "sync_heard",
    METADATA,
    Column("peer", Text, primary_key=True),
    Column("actor", String(16), primary_key=True),
    Column("upto", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
)
"""What we have of theirs without a gap, by incarnation; `number` is the order in which the incarnations appeared."""

SYNC_ACKED = Table(
    "sync_acked",
    METADATA,
    Column("peer", Text, primary_key=True),
    Column("actor", String(16), primary_key=True),
    Column("upto", BigInteger, nullable=False),
)
"""What each incarnation of theirs says it has of ours, in our `lseq`; emptied when we become a new incarnation."""

SYNC_BLOB = Table(
    "sync_blob",
    METADATA,
    Column("peer", Text, primary_key=True),
    Column("actor", String(16), primary_key=True),
    Column("sha256", String(64), primary_key=True),
)
"""The evidence files that an incarnation of theirs is known to have."""

SYNC_TOUCH = Table(
    "sync_touch",
    METADATA,
    Column("bundle_id", String(32), primary_key=True),
    Column("what", String(16), primary_key=True),
    Column("kind", String(40), primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
)
"""The first thousand records of each sort that a bundle brought: new, changed, conflict, parked."""

SYNC_LIST = Table(
    "sync_list",
    METADATA,
    Column("issuer", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)
"""The newest list of key cards of each office that issues them, as it was signed."""

KEY_LOG = Table(
    "key_log",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("what", String(40), nullable=False),
    Column("device_id", Text, nullable=False),
    Column("detail", Text, nullable=False),
)
"""What was done with keys: codes compared, persons met, cards given and withdrawn, handovers, recovery sheets."""

DEVICE = Table(
    "device",
    METADATA,
    Column("device_id", Text, primary_key=True),
    Column("relation", String(16), nullable=False),
    Column("card", Text, nullable=False),
    Column("known_at", Text, nullable=False),
)
"""Key cards that this profile trusts; `relation` is own, above or below."""

BIN = Table(
    "bin",
    METADATA,
    Column("kind", String(40), primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    Column("scope", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("removed_at", BigInteger, nullable=False),
    Column("removed_by", Text, nullable=False),
    Column("batch", String(32), nullable=False),
)
"""Rows that were removed here or elsewhere, for 90 days; `batch` is shared by what went at once."""

ANSWER_LOG = Table(
    "answer_log",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("answer_id", LargeBinary(16), nullable=False),
    Column("at", BigInteger),
    Column("by", Text),
    Column("came_from", Text),
    *(
        Column(f"{when}_{name}", Text)
        for when in ("old", "new")
        for name in ("status", "value", "note", "override_reason")
    ),
)
"""Every change of an answer, written by triggers: `at` and `by` of the new row, `came_from` the bundle that is being
taken in (the setting "taking"); all of the new ones are empty where the answer was removed."""
Index("ix_answer_log_answer_id", ANSWER_LOG.c.answer_id)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
