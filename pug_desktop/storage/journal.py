"""What happened to the profile: its identity in the replica, cards it trusts, bundles in and out, settings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection


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
    """A bundle that was written; `state` is disiapkan, dikirim or batal."""

    bundle_id: str
    seq: int
    addressee: str
    addressee_name: str
    made_at: str
    file_name: str
    size: int
    result: str
    state: str


_IN = "bundle_id, sha256, sender, sender_actor, sender_name, sender_scope, seq, made_at, taken_at, result"
_OUT = "bundle_id, seq, addressee, addressee_name, made_at, file_name, size, result, state"


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


def log_taken(connection: Connection, entry: TakenIn) -> None:
    """Keep that a bundle was taken in."""
    values = tuple(getattr(entry, name) for name in _IN.split(", "))
    connection.exec_driver_sql(f"INSERT INTO sync_import ({_IN}) VALUES ({', '.join('?' * len(values))})", values)


def taken(connection: Connection, bundle_id: str) -> TakenIn | None:
    """The bundle as it was taken in; None when it was not."""
    row = connection.exec_driver_sql(f"SELECT {_IN} FROM sync_import WHERE bundle_id = ?", (bundle_id,)).one_or_none()
    return TakenIn(*row) if row else None


def all_taken(connection: Connection) -> list[TakenIn]:
    """Every bundle taken in, newest first."""
    rows = connection.exec_driver_sql(f"SELECT {_IN} FROM sync_import ORDER BY taken_at DESC, seq DESC")
    return [TakenIn(*row) for row in rows]


def log_sent(connection: Connection, entry: SentOut) -> None:
    """Keep that a bundle is being written, or how it ended."""
    values = tuple(getattr(entry, name) for name in _OUT.split(", "))
    connection.exec_driver_sql(
        f"INSERT INTO sync_export ({_OUT}) VALUES ({', '.join('?' * len(values))}) ON CONFLICT (bundle_id) DO UPDATE "
        "SET size=excluded.size, result=excluded.result, state=excluded.state",
        values,
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
