"""The history of one answer: who changed it, when, where, what it said before and what then."""

from dataclasses import dataclass
from datetime import UTC, datetime

from pug_desktop.app.form_source import forms_of
from pug_desktop.app.value_words import Words
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage import answer_log, bin, journal, records
from pug_desktop.storage.answer_log import Content
from pug_desktop.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """One change.

    Attributes:
        at: when, by the clock of the computer on which it was entered; None when that is not known.
        by: who, "" when nobody said.
        sender: the office whose bundle brought it; "" when it was entered on this computer.
        fields: the fields that changed, each with what it said before and then, in words; "" is nothing.
        removed: the answer was taken away.
    """

    at: datetime | None
    by: str
    sender: str
    fields: tuple[tuple[str, str, str], ...]
    removed: bool = False


FIELDS = ("answer", "note", "override_reason")
"""What is told apart: state and value go together."""


def entries(ws: Workspace, answer_id: RecordId, lang: str = "id") -> tuple[Entry, ...]:
    """The changes of an answer that this computer knows, the newest first.

    The oldest one is what it first said here: who wrote that is only known as long as nobody has changed it.
    """
    shelf = forms_of(ws)
    with ws.database.read() as connection:
        logged = answer_log.changes(connection, answer_id)
        now = answer_log.standing(connection, answer_id)
        told = _Told(connection, Words(connection, lang, shelf), answer_id)
        if not logged:
            return (told.first(now.content, now.at, now.by),) if now else ()
        found = [told.first(logged[0].old, None, "")]
        before: Content | None = logged[0].old
        for each in logged:
            if before is None:
                # It was brought back between two changes, which no trigger sees.
                found.append(told.first(each.old, None, ""))
            found.append(told.change(each))
            before = each.new
        if before is None and now is not None:
            found.append(told.first(now.content, now.at, now.by))
    return tuple(reversed(found))


class _Told:
    """Changes in words, within one transaction."""

    def __init__(self, connection: Connection, words: Words, answer_id: RecordId) -> None:
        self._connection = connection
        self._words = words
        stored = records.get(connection, "answer", answer_id)
        self._cells = dict(stored.values) if stored else bin.values_of(connection, "answer", answer_id)
        self._senders: dict[str, str] = {}

    def first(self, content: Content, at: int | None, by: str) -> Entry:
        """What an answer said when it was made or came back."""
        fields = tuple((name, "", then) for name in FIELDS if (then := self._field(name, content)))
        return Entry(_when(at), by, "", fields)

    def change(self, logged: answer_log.Logged) -> Entry:
        """One change."""
        sender = self._sender(logged.came_from) if logged.came_from else ""
        if logged.new is None:
            fields = tuple((name, was, "") for name in FIELDS if (was := self._field(name, logged.old)))
            return Entry(_when(logged.at), logged.by, sender, fields, removed=True)
        pairs = ((name, self._field(name, logged.old), self._field(name, logged.new)) for name in FIELDS)
        return Entry(_when(logged.at), logged.by, sender, tuple(each for each in pairs if each[1] != each[2]))

    def _field(self, name: str, content: Content) -> str:
        if name == "note":
            return content.note or ""
        if name == "override_reason":
            return content.override_reason or ""
        group: dict[str, Value] = {"status": content.status, "value": content.value}
        return (
            self._words.value("answer", "answer", group, self._cells)
            if content.status or content.value is not None
            else ""
        )

    def _sender(self, bundle_id: str) -> str:
        if bundle_id not in self._senders:
            taken = journal.taken(self._connection, bundle_id)
            self._senders[bundle_id] = taken.sender_name if taken else self._words.say("kiriman", "a bundle")
        return self._senders[bundle_id]


def _when(at: int | None) -> datetime | None:
    # A clock that was never set, or one far off: no day is better than a false one.
    return datetime.fromtimestamp(at, UTC) if at is not None and 0 < at < 2**37 else None
