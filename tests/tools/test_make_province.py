"""The invented province follows from its seed, looks like a real one, and is told clearly when it cannot be made."""

import hashlib
import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from pug_desktop.app import evidence, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import open_profile
from pug_desktop.domain.kinds import KINDS
from pug_desktop.forms.load import load_form
from pug_desktop.forms.rules import check_value, is_filled
from tools.make_province import main
from tools.province import lay
from tools.province.answers import answer
from tools.province.invent import FEWEST, MOST, Wanted, invent, meeting_sizes
from tools.province.papers import paper

SMALL = Wanted(districts=2, offices=6, attendance=700, seed=7)


def records(wanted):
    """Every row by kind, with its columns by name."""
    found = {}
    for district in invent(wanted):
        for place in district.places():
            for kind, rows in place.batches():
                names = ("id", "scope", *(field.name for field in KINDS[kind].fields), "at", "by")
                found.setdefault(kind, []).extend(dict(zip(names, row, strict=True)) for row in rows)
    return found


@pytest.fixture(scope="module")
def small():
    return records(SMALL)


def fingerprint(found):
    return hashlib.sha256(repr(found).encode()).hexdigest()


def test_the_same_seed_makes_the_same_records_and_another_seed_others(small):
    assert fingerprint(records(SMALL)) == fingerprint(small)
    assert fingerprint(records(replace(SMALL, seed=8))) != fingerprint(small)


def test_written_twice_the_digest_is_the_same(tmp_path):
    found = []
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        laid = lay.lay_one(replace(SMALL, districts=1, attendance=90, seed=seed), tmp_path / name)
        ws = open_profile(laid.districts[0])
        found.append(digest(ws).whole)
        ws.close()

    assert found[0] == found[1] != found[2]


def test_the_list_of_attendance_is_as_long_as_asked_and_looks_like_a_real_one(small):
    rows = small["attendance"]
    sexes = Counter(row["sex"] for row in rows)
    by_meeting = Counter(row["meeting_id"] for row in rows)

    assert len(rows) == 700
    assert 0.45 < sexes["P"] / len(rows) < 0.7
    assert 0.25 < sexes["L"] / len(rows) < 0.55
    assert sexes[None] / len(rows) < 0.05
    assert all(FEWEST <= count <= MOST for count in by_meeting.values())
    assert by_meeting.keys() == {row["id"] for row in small["meeting"]}
    # Nobody signs twice, most are officials, some come from outside.
    assert len({(row["meeting_id"], row["name"], row["position"], row["office_name"]) for row in rows}) > 0.99 * len(
        rows
    )
    assert 0.5 < sum(row["office_type"] == "opd" for row in rows) / len(rows) < 0.95
    assert 0.1 < len(small["attendance_contact"]) / len(rows) < 0.5


def test_every_record_lies_below_its_parent_and_in_its_region(small):
    for kind, rows in small.items():
        assert len({row["id"] for row in rows}) == len(rows)
        for field in KINDS[kind].fields:
            if field.parent and field.required:
                scope_of = {row["id"]: row["scope"] for row in small[field.parent]}
                assert all(scope_of[row[field.name]] == row["scope"] for row in rows)
        assert {row["scope"][:5] for row in rows} <= {"36.71", "36.72"}


@pytest.mark.parametrize("people", [0, 1, 29, 30, 163, 164, 193, 194, 13_000])
def test_meetings_are_of_a_size_that_happens(people):
    sizes = meeting_sizes(random.Random(1), people)

    assert sum(sizes) == people
    assert all(FEWEST <= size <= MOST for size in sizes) or people < FEWEST


@pytest.mark.parametrize("form", ["prasyarat-opd", "prasyarat-kabkota"])
def test_every_answer_is_one_that_the_form_takes(form):
    for question in load_form(form).questions:
        for seed in range(5):
            value = answer(random.Random(seed), question, 2026)
            check_value(question, value)
            assert is_filled(question, value), question.name


def test_evidence_is_of_kinds_that_may_be_attached_and_of_usual_sizes(tmp_path):
    rnd = random.Random(3)
    made = [paper(rnd) for _ in range(40)]
    for each in made[:20]:
        (tmp_path / each.name).write_bytes(each.content)

        assert evidence.inspect(tmp_path / each.name) == (each.media_type, len(each.content))
    assert len({each.media_type for each in made}) >= 4
    assert min(len(each.content) for each in made) >= 4_000
    assert max(len(each.content) for each in made) <= 20_000_000
    assert [each.sha256 for each in made] == [paper(rnd).sha256 for rnd in [random.Random(3)] for _ in range(40)]


def test_a_province_is_laid_out_so_that_everything_can_be_carried_up(tmp_path, capsys):
    out = tmp_path / "banten"

    assert main(["--out", str(out), "--offices", "6", "--attendance", "200", "--evidence-mb", "2", "--seed", "7"]) == 0
    assert "3 profiles" in capsys.readouterr().out
    folders = [out / name for name in ("opd-36.71-01", "kabkota-36.71", "provinsi-36")]
    received = []
    for below, above in pairwise(folders):
        one, other = open_profile(below), open_profile(above)
        sent = send.send(one, send.find_addressee(one), out)
        received.append(receive.take_in(other, sent.path))
        one.close()
        other.close()

    assert all(each.new > 20 and each.files >= 1 and not each.parked and not each.conflicts for each in received)
    assert received[1].by_kind["attendance"] == 200


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--province", "99"], "There is no province '99'"),
        (["--districts", "9"], "Banten has 8 kabupaten and kota; 9 cannot be made of it."),
        (["--attendance", "-1"], "--attendance goes from 0 to 10,000,000; -1 is outside."),
        (["--offices", "0"], "--offices goes from 1 to 5,000; 0 is outside."),
        (["--laptops", "46"], "--laptops goes from 0 to the number of offices, 45; 46 is outside."),
        (["--evidence-mb", "-5"], "--evidence-mb goes from 0 to 100,000; -5 is outside."),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(tmp_path, capsys, given, said):
    assert main(["--out", str(tmp_path / "new"), *given]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "catatan.txt").write_text("penting", encoding="utf-8")

    assert main(["--out", str(tmp_path)]) == 2
    assert "holds something already" in capsys.readouterr().err
    assert main(["--out", str(tmp_path / "catatan.txt")]) == 2
    assert "is a file" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]
