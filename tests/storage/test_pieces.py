"""More changes than fit into one bundle go in pieces: each small enough, all of them once, one sum at the end."""

import pytest

from pug_desktop.app import edit, meet
from pug_desktop.app.partners import peer_of
from pug_desktop.app.send import find_addressee
from pug_desktop.replica.state import DenseBlock
from pug_desktop.storage import exchange
from pug_desktop.storage.capture import capture
from pug_desktop.storage.outgoing import Selection, state_digest
from tests.walks.line import make_line


@pytest.fixture
def office(tmp_path):
    """An office whose records were changed now and then, so that their numbers have gaps."""
    line = make_line(tmp_path)
    ws = line[0]
    for number in range(5):
        meeting = meet.create_meeting(ws)
        for text in ("SK focal point", "Data terpilah"):
            meet.add_output(ws, meeting, text)
        captured(ws)
        if number % 2:
            edit.put(ws, "meeting", meeting, title=f"Rapat {number}")
            captured(ws)
    yield ws
    for each in line:
        each.close()


def captured(ws):
    with ws.database.write() as connection:
        return capture(connection, now=5)


def pieces(ws, limit):
    """Range, ids and digest of each piece, made one after the other as `send` makes them."""
    peer, found, before = peer_of(ws, find_addressee(ws)), [], None
    with ws.database.write() as connection:
        ranges = exchange.ranges(connection, peer, full=True, limit=limit)
    for start, upto in ranges:
        with ws.database.read() as connection:
            given = exchange.offer(connection, peer, start, upto, bundle_id="b", before=before)
            ids = []
            for item in given.items:
                ids += [(item.kind, each) for each in (item.ids if isinstance(item, DenseBlock) else [item.id])]
            before = given.sums
            found.append(((start, upto), ids, dict(given.digest)))
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 15, 16, 17, 1000])
def test_each_piece_is_small_enough_and_together_they_are_everything_once(office, limit):
    (whole,) = pieces(office, 10**6)
    found = pieces(office, limit)
    together = [each for _range, ids, _digest in found for each in ids]

    assert all(len(ids) <= limit for _range, ids, _digest in found)
    assert sorted(together) == sorted(whole[1])
    assert len(set(together)) == len(together)
    assert [ends for (_start, ends), _ids, _digest in found[:-1]] == [start for (start, _), _ids, _digest in found[1:]]
    assert -(-len(together) // limit) <= len(found) <= 2 * -(-len(together) // limit)


def test_the_last_piece_has_the_sum_of_all_of_them(office):
    found = pieces(office, 4)
    peer = peer_of(office, find_addressee(office))
    with office.database.read() as connection:
        wanted = state_digest(connection, Selection.of(connection, peer.scope, peer.level))

    assert len(found) > 2
    assert [digest for _range, _ids, digest in found[:-1]] == [{}] * (len(found) - 1)
    assert found[-1][2] == wanted
    assert sum(count for count, _ in wanted.values()) == sum(len(ids) for _range, ids, _digest in found)


def test_a_change_between_two_pieces_leaves_no_sum_that_is_wrong(office):
    peer = peer_of(office, find_addressee(office))
    with office.database.write() as connection:
        (first, second, *_rest) = exchange.ranges(connection, peer, full=True, limit=8)
    with office.database.read() as connection:
        given = exchange.offer(connection, peer, *first, bundle_id="a")
        list(given.items)
    edit.put(office, "meeting", meet.meetings(office)[0].id, title="Lain")
    captured(office)
    with office.database.read() as connection:
        last = exchange.offer(connection, peer, *second, bundle_id="b", before=given.sums)
        list(last.items)

    assert dict(last.digest) == {}
