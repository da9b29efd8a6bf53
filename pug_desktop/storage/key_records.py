"""What is kept about keys beside the cards: the log, signed lists of key cards, and who wrote what."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.state import RecordState
from pug_desktop.storage.states import Layouts, decode_state, load


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """One line of the log; `detail` holds what belongs to it, such as an office's name or a reason."""

    number: int
    at: str
    what: str
    device_id: str
    detail: Mapping[str, object]


def log_key(connection: Connection, at: str, what: str, device_id: str, detail: Mapping[str, object]) -> None:
    """Write a line; the log is never shortened."""
    connection.exec_driver_sql(
        "INSERT INTO key_log (number, at, what, device_id, detail) "
        "VALUES ((SELECT coalesce(max(number), 0) + 1 FROM key_log), ?, ?, ?, ?)",
        (at, what, device_id, json.dumps(detail, sort_keys=True, ensure_ascii=False)),
    )


def key_log(connection: Connection, device_id: str | None = None) -> list[KeyEvent]:
    """The lines (of one device when it is given), oldest first."""
    where = "" if device_id is None else " WHERE device_id = ?"
    rows = connection.exec_driver_sql(
        f"SELECT number, at, what, device_id, detail FROM key_log{where} ORDER BY number",
        () if device_id is None else (device_id,),
    )
    return [KeyEvent(number, at, what, device, json.loads(detail)) for number, at, what, device, detail in rows]


MOST_BESIDE = 16
"""Lists of one issuer that are kept beside its newest one."""

_BESIDE = "#"


def take_list(connection: Connection, document: Mapping[str, Any]) -> bool:
    """Keep the list of an issuer beside what is kept of it; returns whether it says anything new.

    The one with the highest number stands for the issuer. A withdrawal is never taken back: an issuer that was put back
    from a backup gives its numbers twice, and a list that alone names a withdrawal is kept beside, until one names all.
    """
    issuer, number = document["issuer"], document["number"]
    kept = {key: each for key, each in lists(connection).items() if each["issuer"] == issuer}
    newest = kept.get(issuer)
    named = {serial for each in kept.values() for serial in _withdrawn(each)}
    risen = newest is None or newest["number"] < number
    if not risen and _withdrawn(document) <= named:
        return False
    held = [*kept.values(), document]
    top = max(held, key=lambda each: int(each["number"])) if not risen else document
    connection.exec_driver_sql(
        "DELETE FROM sync_list WHERE issuer = ? OR substr(issuer, 1, ?) = ?",
        (issuer, len(issuer + _BESIDE), issuer + _BESIDE),
    )
    keep_list(connection, issuer, top["number"], top)
    told, beside = set(_withdrawn(top)), 0
    for each in sorted(held, key=lambda each: int(each["number"]), reverse=True):
        if beside < MOST_BESIDE and not _withdrawn(each) <= told:
            beside += 1
            told |= _withdrawn(each)
            keep_list(connection, f"{issuer}{_BESIDE}{beside:02}", each["number"], each)
    return True


def _withdrawn(document: Mapping[str, Any]) -> set[str]:
    return {each["serial"] for each in document["revoked"]}


def keep_list(connection: Connection, issuer: str, number: int, document: Mapping[str, Any]) -> None:
    """Keep a list under the name of its issuer, whatever was kept there."""
    connection.exec_driver_sql(
        "INSERT INTO sync_list (issuer, number, document) VALUES (?, ?, ?) "
        "ON CONFLICT (issuer) DO UPDATE SET number=excluded.number, document=excluded.document",
        (issuer, number, json.dumps(document, sort_keys=True, ensure_ascii=False)),
    )


def lists(connection: Connection) -> dict[str, dict[str, Any]]:
    """The newest list of each issuer by its device, and those beside it (`take_list`) under names of their own."""
    rows = connection.exec_driver_sql("SELECT issuer, document FROM sync_list ORDER BY issuer")
    return {issuer: json.loads(document) for issuer, document in rows}


def actors_of(connection: Connection, device_id: str) -> frozenset[str]:
    """Every actor under which a device is known to have written, as far as its bundles told."""
    own = connection.exec_driver_sql("SELECT device_id FROM sync_self WHERE number = 1").scalar_one_or_none()
    asked: list[tuple[str, tuple[str, ...]]] = [
        ("SELECT actor FROM sync_actor WHERE device_id = ?", (device_id,)),
        ("SELECT actor FROM sync_peer WHERE device_id = ?", (device_id,)),
        ("SELECT actor FROM sync_heard WHERE peer = ?", (device_id,)),
        ("SELECT sender_actor FROM sync_import WHERE sender = ?", (device_id,)),
    ]
    if own == device_id:
        asked += [("SELECT actor FROM sync_incarnation", ()), ("SELECT actor FROM sync_self", ())]
    return frozenset(row[0] for sql, given in asked for row in connection.exec_driver_sql(sql, given))


def states_by(connection: Connection, actors: frozenset[str]) -> Iterator[RecordState]:
    """The records of which something that one of these actors wrote may still be there."""
    layouts = Layouts(connection)
    for actor in sorted(actors):
        rows = connection.exec_driver_sql(
            "SELECT kind, id, scope, layout, head, cells FROM sync_record WHERE instr(head, ?) > 0", (actor,)
        ).all()
        for kind, record_id, scope, layout, head, cells in rows:
            state = decode_state(layouts, kind, record_id.hex(), scope, (layout, head, cells))
            # Under several actors of one device it comes once.
            if min(set(state.vector) & actors, default=actor) == actor:
                yield state


def state_of(connection: Connection, kind: str, record_id: RecordId) -> RecordState | None:
    """One record with all its values; None when it is not known."""
    found = load(connection, Layouts(connection), kind, record_id)
    return found[0] if found else None
