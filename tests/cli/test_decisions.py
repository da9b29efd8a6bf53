"""What waits for a decision, at a terminal."""

import json

import pytest

from pug_desktop.app import decide, edit, meet, workspace
from tests.app.rivals import bring, common, deleted, disagree
from tests.cli.terminal import run


@pytest.fixture
def profile(tmp_path):
    """A profile with one meeting of which title and chair hold two values, and one that was deleted elsewhere."""
    ws = workspace.create_profile(
        tmp_path / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang", holder="Siti"
    )
    meeting, other = meet.create_meeting(ws), meet.create_meeting(ws)
    edit.put(ws, "meeting", meeting, title="Rakor")
    edit.put(ws, "meeting", other, title="Advokasi")

    def ours():
        edit.put(ws, "meeting", meeting, title="Rakor Awal", chair_name="Siti")

    disagree(ws, "meeting", meeting, ours, title="Rakor Pokja", chair={"chair_name": "Budi"})
    before = common(ws, ("meeting", other))["meeting", other]
    edit.put(ws, "meeting", other, place="Aula")
    bring(ws, deleted(before))
    ws.close()
    return ws.folder, meeting, other


def ran(profile, *words):
    return run("--profile", profile[0], *words)


def test_conflicts_tells_each_field_in_words_with_numbers_to_choose(profile):
    out = ran(profile, "conflicts").out
    assert "2 catatan / records, 3 isian / fields" in out
    assert "Rakor Pokja" in out
    assert "  judul (--field title)" in out
    assert "    2. Rakor Awal – Siti, komputer ini, " in out
    assert "{" not in out


def test_keep_takes_the_value_of_that_number(profile):
    found = ran(profile, "decide", profile[1], "--field", "title", "--keep", "2", "--json")
    assert (found.code, found.json["open"]) == (0, 2)
    assert "Rakor Awal" in run("--profile", profile[0], "dump").out
    assert "Rakor Pokja" not in run("--profile", profile[0], "dump").out


def test_value_writes_another_one_as_text_or_as_json(profile):
    assert ran(profile, "decide", profile[1], "--field", "title", "--value", "Rakor Pokja PUG").code == 0
    # Only one field of the record is left, so that it needs no name.
    group = json.dumps({"chair_name": "Ani"})
    assert ran(profile, "decide", profile[1], "--value", group).code == 0
    assert ran(profile, "conflicts", "--json").json["conflicts"][0]["cell"] == "_del"


def test_what_was_deleted_elsewhere_is_kept_or_removed_by_number(profile):
    keep, remove = ran(profile, "conflicts", "--json").json["conflicts"][0]["versions"]
    assert (keep["value"], remove["value"]) == ("simpan", "hapus")
    assert ran(profile, "decide", profile[2], "--field", "_del", "--keep", "2").code == 0
    assert "Advokasi" not in ran(profile, "dump").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--field", "title"), 2),
        (("--field", "title", "--keep", "1", "--value", "x"), 2),
        (("--field", "title", "--keep", "9"), 2),
        (("--keep", "1"), 2),
        (("--field", "chair", "--value", "Budi"), 2),
        (("--field", "place", "--keep", "1"), 2),
    ],
)
def test_what_is_asked_wrongly_decides_nothing_and_is_told(profile, words, code):
    found = ran(profile, "decide", profile[1], *words)
    assert (found.code, found.out) == (code, "")
    assert found.err
    ws = workspace.open_profile(profile[0])
    assert decide.count(ws) == 2
    ws.close()


def test_a_record_that_is_not_here_is_told(profile):
    found = ran(profile, "decide", "0" * 32, "--keep", "1")
    assert (found.code, found.err[:11]) == (2, "PUG-USE-008")
    assert "(conflict)" not in found.err


def test_what_was_decided_already_is_told_and_is_no_mistake(profile):
    meeting = ("decide", profile[1])
    assert ran(profile, *meeting, "--field", "title", "--keep", "1").code == 0
    assert ran(profile, *meeting, "--field", "title", "--keep", "1").err.startswith("PUG-USE-002")
    assert ran(profile, *meeting, "--keep", "1").code == 0

    for words in (("--keep", "1"), ("--field", "title", "--keep", "1"), ("--value", "x", "--json")):
        found = ran(profile, *meeting, *words)
        assert (found.code, found.err) == (4, "")
    assert found.json["decided"] is None
    assert "Tidak ada lagi yang perlu diputuskan di sini" in ran(profile, *meeting, "--keep", "1").out


def test_a_number_that_is_not_there_is_answered_with_those_that_are(profile):
    found = ran(profile, "decide", profile[1], "--field", "title", "--keep", "9")
    assert "Tidak ada nilai nomor 9" in found.err
    assert "1, 2" in found.err
    named = ran(profile, "decide", profile[1], "--keep", "1")
    assert "--field" in named.err
    assert "“”" not in named.err
