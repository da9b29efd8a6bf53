"""Whoever writes a row, the next capture looks at it; and it never has to look at what nobody touched."""

import sqlite3

import pytest

from pug_desktop.app import edit, meet, receive, send
from pug_desktop.domain.kinds import KINDS
from pug_desktop.storage import marks
from pug_desktop.storage.capture import capture, unmarked
from pug_desktop.storage.database import driver_of
from tests.walks.line import make_line


@pytest.fixture
def line(tmp_path):
    made = make_line(tmp_path)
    yield made
    for each in made:
        each.close()


@pytest.fixture
def ws(line):
    """An office with a meeting that was captured."""
    found = line[0]
    meeting = meet.create_meeting(found)
    edit.put(found, "meeting", meeting, title="Rapat", place="Aula")
    meet.add_output(found, meeting, "SK focal point")
    _capture(found)
    return found


def _capture(ws, *, whole=False):
    with ws.database.write() as connection:
        return capture(connection, now=5, by="Siti", whole=whole)


def _marked(ws):
    with ws.database.read() as connection:
        return {
            (kind, each) for kind, each in driver_of(connection).execute("SELECT kind, id FROM sync_mark").fetchall()
        }


def _unmarked(ws):
    with ws.database.write() as connection:
        return unmarked(connection)


def _outside(ws, *statements):
    """Another program, which knows nothing of ours."""
    other = sqlite3.connect(ws.folder / "pug.db")
    for statement in statements:
        other.execute(statement)
    other.commit()
    other.close()


WRITES = {
    "update": ("UPDATE meeting SET place = 'Hotel'", 1),
    "update all kinds of fields": ("UPDATE output SET text = text || '.', number = 7", 1),
    "insert": ("INSERT INTO award (id, scope, award) VALUES (x'00112233445566778899aabbccddeeff', '36.71', 'APE')", 1),
    "insert or replace": ("INSERT OR REPLACE INTO meeting (id, scope, title) SELECT id, scope, 'Lain' FROM meeting", 1),
    "update or fail": ("UPDATE OR FAIL meeting SET title = title || '!'", 1),
    "upsert": (
        "INSERT INTO meeting (id, scope, title) SELECT id, scope, 'Lain' FROM meeting WHERE true "
        "ON CONFLICT (id) DO UPDATE SET title = excluded.title",
        1,
    ),
    "delete": ("DELETE FROM output", 1),
    "new id": ("UPDATE output SET id = x'00112233445566778899aabbccddeeff'", 2),
}


@pytest.mark.parametrize("name", WRITES)
def test_what_another_program_writes_is_captured(ws, name):
    statement, written = WRITES[name]
    _outside(ws, statement)

    assert _unmarked(ws) == []
    assert _capture(ws) == written
    assert _marked(ws) == set()
    assert _capture(ws, whole=True) == 0


def test_two_writes_of_one_row_within_one_statement_of_another_kind_of_conflict_leave_one_mark(ws):
    _outside(
        ws,
        "UPDATE meeting SET place = 'A'",
        "UPDATE OR ROLLBACK meeting SET place = 'B'",
        "REPLACE INTO meeting SELECT * FROM meeting",
    )

    assert [kind for kind, _ in _marked(ws)] == ["meeting"]


def test_a_row_that_was_written_back_is_marked_and_nothing_is_written_down(ws):
    _outside(ws, "UPDATE meeting SET place = 'Hotel'", "UPDATE meeting SET place = 'Aula'")

    assert len(_marked(ws)) == 1
    assert _capture(ws) == 0
    assert _marked(ws) == set()


def test_every_table_has_its_triggers(ws):
    with ws.database.read() as connection:
        assert marks.is_complete(connection)
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'mark%'"
        names = [row[0] for row in driver_of(connection).execute(asked)]
    assert len(names) == 4 * len(KINDS)


def test_without_a_trigger_everything_is_compared(ws):
    _outside(ws, "DROP TRIGGER mark_meeting_update", "UPDATE meeting SET place = 'Hotel'")

    assert [kind for kind, _ in _unmarked(ws)] == ["meeting"]
    assert _capture(ws) == 1


def test_after_a_migration_everything_is_compared(ws):
    _outside(
        ws,
        "UPDATE meeting SET place = 'Hotel'",
        "DELETE FROM sync_mark",
        "INSERT INTO sync_mark (kind, id) VALUES ('*', x'')",
    )

    assert _capture(ws) == 1
    assert _marked(ws) == set()


def test_very_many_marks_are_captured_as_well(ws, monkeypatch):
    monkeypatch.setattr(marks, "MOST_IDS", 2)
    for number in range(4):
        meet.create_meeting(ws, "rakor_pokja" if number else "advokasi")

    assert _capture(ws) == 4
    assert _marked(ws) == set()


def test_what_is_taken_in_leaves_no_mark_and_the_triggers_in_their_place(line, ws, tmp_path, monkeypatch):
    regency = line[1]
    monkeypatch.setattr("pug_desktop.storage.join.WORTH_A_PAUSE", 1)
    sent = send.send(ws, send.find_addressee(ws), tmp_path)
    taken = receive.take_in(regency, sent.path)

    assert taken.new
    assert _marked(regency) == set()
    assert _unmarked(regency) == []
    with regency.database.read() as connection:
        assert marks.is_complete(connection)
    (row,) = meet.meetings(regency, scope=ws.profile.scope)
    edit.put(regency, "meeting", row.id, place="Hotel")
    assert len(_marked(regency)) == 1


def test_an_import_that_fails_leaves_triggers_and_marks(line, ws, tmp_path, monkeypatch):
    regency = line[1]
    monkeypatch.setattr("pug_desktop.storage.join.WORTH_A_PAUSE", 1)
    sent = send.send(ws, send.find_addressee(ws), tmp_path)
    _capture(regency)
    made = meet.create_meeting(regency)
    monkeypatch.setattr("pug_desktop.storage.join.Join.finish", lambda self: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        receive.take_in(regency, sent.path)
    with regency.database.read() as connection:
        assert marks.is_complete(connection)
    assert ("meeting", bytes.fromhex(made)) in _marked(regency)
