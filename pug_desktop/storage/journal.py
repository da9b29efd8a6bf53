"""What happened to the profile: its identity in the replica, cards it trusts, bundles in and out, settings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A bundle that was taken in; `result` is the counts of `app/receive.py` as JSON."""

    bundle_id: str
    sha256: str
    sender: str
    sender_actor: str
    sender_name: str
    sender_scope: str
    seq: int
    made_at: str
    taken_at: str
    result: str


@dataclass(frozen=True, slots=True)
class SentOut:
    """A bundle that was written; `state` is disiapkan, dikirim, batal or diterima."""

    bundle_id: str
    seq: int
    addressee: str
    addressee_name: str
    made_at: str
    file_name: str
    size: int
    result: str
    state: str
    upto: int | None = None
    confirmed_at: str | None = None


_IN = "bundle_id, sha256, sender, sender_actor, sender_name, sender_scope, seq, made_at, taken_at, result"
_OUT = "bundle_id, seq, addressee, addressee_name, made_at, file_name, size, result, state, upto, confirmed_at"


def found_self(connection: Connection, device_id: str, actor: str) -> None:
    """Say who this replica is; once, when the profile is made."""
    connection.exec_driver_sql(
        "INSERT INTO sync_self (number, device_id, actor, n, lseq, sent_seq) VALUES (1, ?, ?, 0, 0, 0)",
        (device_id, actor),
    )
    connection.exec_driver_sql(
        "INSERT INTO sync_incarnation (actor, closed, upto, opened_at) VALUES (?, 0, NULL, '')", (actor,)
    )


def take_number(connection: Connection) -> int:
    """The number of the next bundle; a number is never given twice, even when its bundle was never written."""
    connection.exec_driver_sql("UPDATE sync_self SET sent_seq = sent_seq + 1 WHERE number = 1")
    return int(connection.exec_driver_sql("SELECT sent_seq FROM sync_self WHERE number = 1").scalar_one())


def numbers_given(connection: Connection) -> int:
    """How many numbers were given to bundles so far."""
    return int(connection.exec_driver_sql("SELECT sent_seq FROM sync_self WHERE number = 1").scalar_one())


def log_taken(connection: Connection, entry: TakenIn) -> None:
    """Keep that a bundle was taken in."""
    values = tuple(getattr(entry, name) for name in _IN.split(", "))
    connection.exec_driver_sql(f"INSERT INTO sync_import ({_IN}) VALUES ({', '.join('?' * len(values))})", values)


def taken(connection: Connection, bundle_id: str) -> TakenIn | None:
    """The bundle as it was taken in; None when it was not."""
    row = connection.exec_driver_sql(f"SELECT {_IN} FROM sync_import WHERE bundle_id = ?", (bundle_id,)).one_or_none()
    return TakenIn(*row) if row else None


def other_of_that_number(connection: Connection, sender: str, actor: str, seq: int) -> bool:
    """Whether a bundle of that number was taken in from that device in that life."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM sync_import WHERE sender = ? AND sender_actor = ? AND seq = ?", (sender, actor, seq)
    ).first()
    return found is not None


def all_taken(connection: Connection) -> list[TakenIn]:
    """Every bundle taken in, newest first."""
    rows = connection.exec_driver_sql(f"SELECT {_IN} FROM sync_import ORDER BY taken_at DESC, seq DESC")
    return [TakenIn(*row) for row in rows]


def log_sent(connection: Connection, entry: SentOut) -> None:
    """Keep that a bundle is being written, or how it ended."""
    values = tuple(getattr(entry, name) for name in _OUT.split(", "))
    connection.exec_driver_sql(
        f"INSERT INTO sync_export ({_OUT}) VALUES ({', '.join('?' * len(values))}) ON CONFLICT (bundle_id) DO UPDATE "
        "SET size=excluded.size, result=excluded.result, upto=excluded.upto, "
        "state=CASE state WHEN 'diterima' THEN state ELSE excluded.state END",
        values,
    )


def confirm(connection: Connection, addressee: str, bundle_ids: Sequence[str], at: str) -> list[SentOut]:
    """The other side says that it took these bundles in; returns those of which that is news."""
    news = []
    for bundle_id in bundle_ids:
        row = connection.exec_driver_sql(
            f"SELECT {_OUT} FROM sync_export WHERE bundle_id = ? AND addressee = ? AND confirmed_at IS NULL",
            (bundle_id, addressee),
        ).one_or_none()
        if row is not None:
            # A bundle that arrived was written, whatever became of us before we could say so.
            connection.exec_driver_sql(
                "UPDATE sync_export SET state = 'diterima', confirmed_at = ? WHERE bundle_id = ?", (at, bundle_id)
            )
            news.append(SentOut(*row))
    return news


def last_sent_to(connection: Connection, addressee: str) -> int:
    """The number of the last bundle that was written for a device; 0 when there is none."""
    found = connection.exec_driver_sql(
        "SELECT max(seq) FROM sync_export WHERE addressee = ? AND state IN ('dikirim', 'diterima')", (addressee,)
    ).scalar_one()
    return int(found or 0)


def touch(connection: Connection, bundle_id: str, touched: Mapping[str, Sequence[tuple[str, RecordId]]]) -> None:
    """Remember which records a bundle brought, by sort."""
    rows = [
        (bundle_id, what, kind, bytes.fromhex(record_id))
        for what, named in touched.items()
        for kind, record_id in named
    ]
    if rows:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO sync_touch (bundle_id, what, kind, id) VALUES (?, ?, ?, ?)", rows
        )


def touched(connection: Connection, bundle_id: str, what: str) -> list[tuple[str, RecordId]]:
    """The records of one sort that a bundle brought, the first thousand."""
    rows = connection.exec_driver_sql(
        "SELECT kind, id FROM sync_touch WHERE bundle_id = ? AND what = ? ORDER BY kind, id", (bundle_id, what)
    )
    return [(kind, record_id.hex()) for kind, record_id in rows]


def log_key(connection: Connection, at: str, what: str, device_id: str, detail: str = "") -> None:
    """Keep what was done with a key."""
    connection.exec_driver_sql(
        "INSERT INTO key_log (at, what, device_id, detail) VALUES (?, ?, ?, ?)", (at, what, device_id, detail)
    )


def all_sent(connection: Connection) -> list[SentOut]:
    """Every bundle written, newest first."""
    return [SentOut(*row) for row in connection.exec_driver_sql(f"SELECT {_OUT} FROM sync_export ORDER BY seq DESC")]


def keep_card(connection: Connection, device_id: str, relation: str, card: object, known_at: str) -> None:
    """Trust a key card; `relation` is own, above or below."""
    connection.exec_driver_sql(
        "INSERT INTO device (device_id, relation, card, known_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (device_id) DO UPDATE SET relation=excluded.relation, card=excluded.card",
        (device_id, relation, json.dumps(card, sort_keys=True), known_at),
    )


def set_relation(connection: Connection, device_id: str, relation: str) -> None:
    """Say anew what a kept card is to us."""
    connection.exec_driver_sql("UPDATE device SET relation = ? WHERE device_id = ?", (relation, device_id))


def cards(connection: Connection) -> list[tuple[str, str, object]]:
    """Device id, relation and card of every trusted device; own first, then those above from near to far."""
    order = "CASE relation WHEN 'own' THEN 0 WHEN 'above' THEN 1 ELSE 2 END, known_at"
    rows = connection.exec_driver_sql(f"SELECT device_id, relation, card FROM device ORDER BY {order}")
    return [(device_id, relation, json.loads(card)) for device_id, relation, card in rows]


def read_setting(connection: Connection, name: str) -> Mapping[str, object]:
    """A setting; empty when it was never kept."""
    found = connection.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (name,)).scalar_one_or_none()
    value = json.loads(found) if found else {}
    return value if isinstance(value, dict) else {}


def write_setting(connection: Connection, name: str, value: Mapping[str, object]) -> None:
    """Keep a setting."""
    connection.exec_driver_sql(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value=excluded.value",
        (name, json.dumps(value, sort_keys=True)),
    )
