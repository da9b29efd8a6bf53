"""What became of one answer: the log that the triggers of schema 3 write, and the row as it stands."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage.rows import to_bytes

TAKING = "taking"
"""The setting whose value the triggers write down: the bundle that is being taken in."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an answer said."""

    status: str | None
    value: Value
    note: str | None
    override_reason: str | None


@dataclass(frozen=True, slots=True)
class Logged:
    """One change: `at` in seconds since 1970 by the writer's clock, `came_from` the id of the bundle that brought it.

    `new` is None where the answer was removed.
    """

    at: int | None
    by: str
    came_from: str
    old: Content
    new: Content | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer as it is, with the label of its last write."""

    at: int | None
    by: str
    content: Content


def changes(connection: Connection, answer_id: RecordId) -> list[Logged]:
    """The changes of an answer, the oldest first. That it was made is no change; what it first said is in `old`."""
    rows = connection.exec_driver_sql(
        'SELECT at, "by", came_from, old_status, old_value, old_note, old_override_reason, '
        "new_status, new_value, new_note, new_override_reason FROM answer_log WHERE answer_id = ? ORDER BY number",
        (to_bytes(answer_id),),
    )
    return [
        Logged(row[0], row[1] or "", row[2] or "", _content(*row[3:7]), _content(*row[7:]) if any(row[7:]) else None)
        for row in rows
    ]


def standing(connection: Connection, answer_id: RecordId) -> Standing | None:
    """The answer as it is; None when there is none."""
    row = connection.exec_driver_sql(
        "SELECT changed_at, changed_by, status, value, note, override_reason FROM answer WHERE id = ?",
        (to_bytes(answer_id),),
    ).one_or_none()
    return Standing(row[0], row[1] or "", _content(*row[2:])) if row else None


def valued_at(connection: Connection, answer_id: RecordId) -> int | None:
    """When the value of an answer was entered, or at latest; None when nobody knows."""
    logged = changes(connection, answer_id)
    for each in reversed(logged):
        if each.new is not None and each.new.value != each.old.value:
            return each.at
    if logged:
        return logged[0].at
    now = standing(connection, answer_id)
    return now.at if now else None


def begin_taking(connection: Connection, bundle_id: str) -> None:
    """From here on changes of answers in this transaction come from that bundle."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (TAKING, bundle_id))


def end_taking(connection: Connection) -> None:
    """From here on they are this office's own again."""
    connection.exec_driver_sql("DELETE FROM setting WHERE name = ?", (TAKING,))


def _content(status: str | None, value: str | None, note: str | None, reason: str | None) -> Content:
    return Content(status, None if value is None else msgspec.json.decode(value), note, reason)
