"""`kill -9` at random moments: what was said to be saved is there, and nothing is ever half done.

`make faults` kills twenty times as often.
"""

import shutil
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pug_desktop.app import attend, edit, enrol, fill, meet, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from tests.faults.child_save import ITEM
from tests.faults.child_type import LETTERS
from tests.faults.killing import Child, moments

MEETINGS, PEOPLE = 15, 200
"""Some three thousand records: a large district's quarter."""

TYPING_LOST_S = 2.0
SLACK_S = 0.5
"""What a busy machine may add to a timer of two seconds."""


@contextmanager
def opened(folder: Path):
    """The profile, opened at once after a kill: its lock is free, the database sound."""
    ws = open_profile(folder)
    try:
        with closing(sqlite3.connect(folder / "pug.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        yield ws
    finally:
        ws.close()


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    """A profile with one meeting, and that meeting's id."""
    folder = tmp_path_factory.mktemp("one") / "p"
    ws = create_profile(folder, role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    meeting = meet.create_meeting(ws)
    ws.close()
    return folder, meeting


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    """A kabupaten/kota with records, the province above it with none, and the bundle between them."""
    folder = tmp_path_factory.mktemp("line")
    province = create_profile(folder / "province", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(folder / "regency", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    enrol.accept(
        regency, enrol.approve(province, enrol.request(regency, folder), folder, in_person=True), in_person=True
    )
    for number in range(MEETINGS):
        meeting = meet.create_meeting(regency)
        edit.put(regency, "meeting", meeting, title=f"Rapat {number}")
        cells = [[f"Peserta {number}.{line}", "P", "Staf", "Dinas Kesehatan"] for line in range(PEOPLE)]
        attend.paste(regency, meeting, 0, "name", cells)
    stick = folder / "stick"
    stick.mkdir()
    sent = send.send(regency, send.find_addressee(regency), stick)
    for ws in (regency, province):
        ws.close()
    return folder, sent


def sum_of(ws: Workspace) -> str:
    return digest(ws).whole.value


def test_what_was_acknowledged_is_there(profile, tmp_path):
    kept, meeting = profile
    folder = shutil.copytree(kept, tmp_path / "p")
    for moment in moments(1, 6, 0.4):
        said = Child("child_save", folder, meeting).kill_after(moment).said
        acknowledged = dict.fromkeys(("title", "note"), 0) | dict(said)
        with opened(folder) as ws:
            title = edit.get(ws, "meeting", meeting)["title"] or "Rapat 0"
            items = {item.question.name: item for each in fill.sheet(ws, 2026).sections for item in each.items}
            note = items[ITEM].note or "catatan 0"
            # One more than acknowledged may be there: killed between the commit and the word of it.
            found = {"title": int(title.split()[-1]), "note": int(note.split()[-1])}
            assert all(found[name] - number in (0, 1) for name, number in acknowledged.items()), (found, said[-2:])
            edit.put(ws, "meeting", meeting, title="Rapat 0")
            fill.save_answer(ws, fill.sheet(ws, 2026), ITEM, note="catatan 0")


def test_at_most_two_seconds_of_typing_are_lost(profile, tmp_path):
    """The hand never rests: who waits for a pause would lose all of it."""
    kept, meeting = profile
    for number, moment in enumerate(moments(2, 2, 5.0, 3.0)):
        folder = shutil.copytree(kept, tmp_path / str(number))
        killed = Child("child_type", folder, meeting).kill_after(moment)
        must = max((typed for typed, at in killed.said if at < killed.at - TYPING_LOST_S - SLACK_S), default=0)
        assert must > 0
        with opened(folder) as ws:
            title = edit.get(ws, "meeting", meeting)["title"] or ""
        assert (LETTERS * 20).startswith(title)
        assert len(title) >= must, f"{len(title)} of {must} letters that were typed more than two seconds before"


def test_a_bundle_is_taken_in_whole_or_not_at_all(line, tmp_path):
    made, sent = line
    with opened(shutil.copytree(made / "province", tmp_path / "whole")) as ws:
        before = sum_of(ws)
        started = time.perf_counter()
        received = receive.take_in(ws, sent.path)
        took_s = time.perf_counter() - started
        after = sum_of(ws)
    assert received.by_kind["attendance"] == MEETINGS * PEOPLE
    # Until the word of it is out; in a new process it takes longer than here.
    said = []
    for number, moment in enumerate(moments(3, 6, 2 * took_s)):
        folder = shutil.copytree(made / "province", tmp_path / str(number))
        killed = Child("child_carry", "take_in", folder, sent.path).kill_after(moment)
        with opened(folder) as ws:
            is_in = sum_of(ws) == after
            assert is_in or (sum_of(ws) == before and not killed.said)
            assert list((folder / "tmp").glob("*")) + list((folder / "masuk").glob("*")) == []
            assert receive.take_in(ws, sent.path).already is is_in
            assert sum_of(ws) == after
            assert len(receive.received_log(ws)) == 1
        said.append(bool(killed.said))
    assert not all(said), "every child was done before it was killed"


def test_a_bundle_is_written_whole_or_not_at_all(line, tmp_path):
    made, _ = line
    said = []
    for number, moment in enumerate(moments(4, 5, 0.15)):
        folder = shutil.copytree(made / "regency", tmp_path / str(number))
        province = shutil.copytree(made / "province", tmp_path / f"p{number}")
        stick = tmp_path / f"s{number}"
        stick.mkdir()
        killed = Child("child_carry", "send", folder, stick).kill_after(moment)
        whole = list(stick.glob("*.pug"))
        assert len(whole) >= len(killed.said)
        with opened(folder) as ws, opened(province) as above:
            for path in whole:
                assert receive.take_in(above, path).by_kind["attendance"] == MEETINGS * PEOPLE
            sent = send.send(ws, send.find_addressee(ws), stick)
            assert sent.path not in whole
            assert list(stick.glob("*.part")) == []
            assert receive.take_in(above, sent.path).seq == sent.seq
            states = {each.seq: each.state for each in send.sent_log(ws)}
            assert states[sent.seq] == "dikirim"
            assert len(states) == len(send.sent_log(ws)), "a number was used twice"
        said.append(bool(killed.said))
    assert not all(said), "every child was done before it was killed"
