"""What is removed stays removed, whatever was taken back before."""

import pytest

from pug_desktop.app import attend, edit, meet
from pug_desktop.storage.capture import capture
from pug_desktop.storage.states import stored
from tests.walks.line import make_line


@pytest.fixture
def ws(tmp_path):
    line = make_line(tmp_path)
    yield line[0]
    for each in line:
        each.close()


def _capture(ws):
    with ws.database.write() as connection:
        return capture(connection, now=5, by="Siti")


def test_a_child_that_came_back_with_its_parent_and_is_then_removed_leaves_a_tombstone(ws):
    meeting = meet.create_meeting(ws)
    person = attend.add(ws, meeting, name="Siti Aminah")
    _capture(ws)
    edit.remove(ws, "meeting", meeting)
    edit.undo(ws)
    edit.remove(ws, "attendance", person)
    _capture(ws)
    with ws.database.read() as connection:
        deleted, parked = connection.exec_driver_sql(
            "SELECT deleted, parked FROM sync_record WHERE kind = 'attendance' AND id = ?", (bytes.fromhex(person),)
        ).one()
        assert stored(connection, "attendance", [person])
    assert (bool(deleted), parked) == (True, None)
