"""Keranjang: what was removed lies there for 90 days and can be brought back whole."""

from datetime import UTC, datetime, timedelta

import pytest

from pug_desktop import errors
from pug_desktop.app import bin, edit, evidence, fill, meet, offices, states
from pug_desktop.app.bin import Hindrance
from pug_desktop.app.digest import digest
from pug_desktop.storage import bin as stored
from pug_desktop.storage import records
from pug_desktop.storage.capture import capture
from pug_desktop.storage.removal import remove_tree
from tests.app import rivals
from tests.app.received import copy, enter_sheet, office_scope, profile


class Watch:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def ws(tmp_path, watch):
    made = profile(tmp_path / "o", "opd", holder="Siti Aminah", clock=watch)
    yield made
    made.close()


@pytest.fixture
def meeting(ws):
    made = meet.create_meeting(ws, "advokasi")
    edit.put(ws, "meeting", made, title="Rakor Pokja PUG", year=2026, month=2, day=3)
    meet.add_output(ws, made, "Rencana aksi")
    meet.add_role(ws, made, "narasumber", "Budi", "Bappeda")
    return made


def whole(ws):
    return digest(ws).whole


def test_what_is_removed_lies_in_the_bin_and_comes_back_whole(ws, meeting):
    before = whole(ws)
    edit.remove(ws, "meeting", meeting)
    (gone,) = bin.removed(ws)
    assert gone.title == "Rakor Pokja PUG (3 Feb 2026)" or gone.title.startswith("Rakor Pokja PUG")
    assert (gone.with_it, gone.removed_by, gone.days_left, gone.hindrance) == (2, "Siti Aminah", 90, None)
    bin.restore(ws, gone.batch)
    assert whole(ws) == before
    assert bin.removed(ws) == ()


def test_also_after_a_bundle_carried_it_away(ws, meeting):
    """The removal is a tombstone by then: what comes back is a new write, as with an undo."""
    with ws.database.write() as connection:
        capture(connection, now=1, by="")
    before = whole(ws)
    edit.remove(ws, "meeting", meeting)
    with ws.database.write() as connection:
        capture(connection, now=2, by="")
    bin.restore(ws, bin.removed(ws)[0].batch)
    with ws.database.write() as connection:
        capture(connection, now=3, by="")
    assert whole(ws) == before


def test_bringing_back_is_one_step_that_can_be_undone(ws, meeting):
    edit.remove(ws, "meeting", meeting)
    empty = whole(ws)
    bin.restore(ws, bin.removed(ws)[0].batch)
    assert edit.undo(ws) == "Kembali ke Keranjang: rapat."
    assert whole(ws) == empty
    (gone,) = bin.removed(ws)
    assert gone.with_it == 2
    assert edit.redo(ws) == "Dikembalikan lagi: rapat."
    assert bin.removed(ws) == ()


def test_what_an_undo_takes_away_lies_there_too(ws):
    edit.create(ws, "meeting", {"title": "Rakor"})
    edit.undo(ws)
    assert [each.title for each in bin.removed(ws)] == ["Rakor"]


def test_what_an_undo_brings_back_lies_there_no_more(ws, meeting):
    edit.remove(ws, "meeting", meeting)
    edit.undo(ws)
    assert bin.removed(ws) == ()


def test_a_part_that_went_before_its_meeting_stays_gone_when_the_meeting_comes_back(ws, meeting):
    with ws.database.read() as connection:
        (output,) = records.select(connection, "output")
    edit.remove(ws, "output", output.id)
    edit.remove(ws, "meeting", meeting)
    first = {each.kind: each for each in bin.removed(ws)}
    assert first["output"].hindrance is Hindrance.PARENT
    with pytest.raises(errors.NoSuchRecord):
        bin.restore(ws, first["output"].batch)
    bin.restore(ws, first["meeting"].batch)
    (left,) = bin.removed(ws)
    assert (left.kind, left.hindrance) == ("output", None)
    bin.restore(ws, left.batch)
    with ws.database.read() as connection:
        assert len(records.select(connection, "output")) == 1


def test_after_90_days_it_is_gone_and_not_a_day_earlier(ws, watch, meeting):
    edit.remove(ws, "meeting", meeting)
    watch.now += timedelta(days=90)
    (gone,) = bin.removed(ws)
    assert gone.days_left == 0
    watch.now += timedelta(seconds=1)
    assert bin.removed(ws) == ()
    with ws.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM bin").scalar_one() == 0


def test_the_days_are_counted_from_the_day_it_arrived_here(ws, watch, meeting):
    """Another computer's clock may be years behind."""
    state = rivals.common(ws, ("meeting", meeting))["meeting", meeting]
    watch.now += timedelta(days=10)
    rivals.bring(ws, rivals.deleted(state, user="Rudi"))
    (gone,) = bin.removed(ws)
    assert (gone.removed_by, gone.days_left, gone.with_it) == ("Rudi", 90, 2)
    assert gone.removed_at == ws.now_s


def test_what_came_back_from_elsewhere_lies_there_no_more(ws, meeting):
    edit.remove(ws, "meeting", meeting)
    with ws.database.write() as connection:
        records.insert(connection, "meeting", meeting, ws.profile.scope, {"title": "Lagi"}, ws.now_s, "")
    assert "meeting" not in [each.kind for each in bin.removed(ws)]


def test_evidence_comes_back_with_its_file(ws, meeting, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    row = evidence.attach(ws, "meeting", meeting, paper)
    evidence.detach(ws, row.id)
    bin.restore(ws, bin.removed(ws)[0].batch)
    assert evidence.one(ws, row.id) == row
    evidence.detach(ws, row.id)
    edit.remove(ws, "meeting", meeting)
    found = {each.kind: each.hindrance for each in bin.removed(ws)}
    assert found == {"evidence": Hindrance.PARENT, "meeting": None}


def test_nothing_comes_back_onto_a_final_sheet(ws, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    sheet = fill.sheet(ws, 2026)
    fill.save_answer(ws, sheet, "P2.06", value=4)
    row = evidence.attach(ws, "answer", fill.answer_id(sheet.checklist_id, "P2.06"), paper)
    evidence.detach(ws, row.id)
    states.mark_ready(ws, fill.sheet(ws, 2026))
    states.finalise(ws, fill.sheet(ws, 2026))
    (gone,) = bin.removed(ws)
    assert gone.hindrance is Hindrance.FINAL
    with pytest.raises(errors.SheetIsFinal):
        bin.restore(ws, gone.batch)
    states.correct(ws, fill.sheet(ws, 2026))
    bin.restore(ws, gone.batch)
    assert bin.removed(ws) == ()


def test_what_another_office_removed_is_shown_and_left_to_it(regency):
    offices.add_office(regency, "Dinas Kesehatan")
    answers = enter_sheet(regency, office_scope("Dinas Kesehatan"), {"P2.06": 4})
    edit.remove(regency, "answer", answers["P2.06"])
    (gone,) = bin.removed(regency)
    assert (gone.office, gone.hindrance) == ("Dinas Kesehatan", Hindrance.FOREIGN)
    with pytest.raises(errors.WrongRole):
        bin.restore(regency, gone.batch)


def test_a_kabupaten_brings_back_an_office_of_its_list(regency):
    made = offices.add_office(regency, "Dinas Kesehatan")
    offices.remove_office(regency, made)
    bin.restore(regency, bin.removed(regency)[0].batch)
    assert made in [each.id for each in offices.offices(regency)]


def test_what_is_not_in_the_bin_is_not_brought_back(ws):
    with pytest.raises(errors.NoSuchRecord):
        bin.restore(ws, "0" * 32)


def test_a_row_without_a_time_is_never_thrown_away(ws, meeting):
    with ws.database.write() as connection:
        stored.keep(connection, "meeting", meeting, batch=meeting, by="")
        stored.stamp(connection, stored.KEPT_S * 5)
        (at,) = connection.exec_driver_sql("SELECT removed_at FROM bin").one()
    assert at == stored.KEPT_S * 5


def test_a_field_of_a_newer_program_does_not_stand_in_the_way(ws, meeting):
    edit.remove(ws, "meeting", meeting)
    with ws.database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE bin SET fields = json_set(fields, '$.weather', 'hujan') WHERE kind = 'meeting'"
        )
    bin.restore(ws, bin.removed(ws)[0].batch)
    assert edit.get(ws, "meeting", meeting)["title"] == "Rakor Pokja PUG"


def test_nothing_of_the_bin_travels(ws, meeting, tmp_path):
    edit.remove(ws, "meeting", meeting)
    other = profile(tmp_path / "x", "opd")
    copy(ws, other, "meeting", "output", "meeting_role")
    assert bin.removed(other) == ()
    other.close()


def test_a_final_sheet_that_went_comes_back_whole_with_its_version(ws):
    fill.save_answer(ws, fill.sheet(ws, 2026), "P2.06", value=4)
    states.mark_ready(ws, fill.sheet(ws, 2026))
    states.finalise(ws, fill.sheet(ws, 2026))
    sheet, before = fill.sheet(ws, 2026).checklist_id, whole(ws)
    with ws.database.write() as connection:
        remove_tree(connection, "checklist", sheet, now=ws.now_s, by="")
    (gone,) = bin.removed(ws)
    assert gone.hindrance is None
    bin.restore(ws, gone.batch)
    assert whole(ws) == before
    assert [each.number for each in states.standing(ws, fill.sheet(ws, 2026)).versions] == [1]


def test_what_went_while_the_clock_stood_years_behind_stays_when_it_is_set_right(ws, watch, meeting):
    """A laptop whose battery is empty begins each day in 2002."""
    watch.now = datetime(2002, 1, 1, 8, tzinfo=UTC)
    edit.remove(ws, "meeting", meeting)
    watch.now = datetime(2026, 3, 1, 8, tzinfo=UTC)
    for days in (0, 1, 1):
        watch.now += timedelta(days=days)
        (gone,) = bin.removed(ws)
    assert gone.days_left == 88
    watch.now += timedelta(days=89)
    assert bin.removed(ws) == ()


def test_a_day_on_which_the_clock_stands_years_ahead_lets_go_of_nothing(ws, watch, meeting):
    edit.remove(ws, "meeting", meeting)
    right = watch.now
    watch.now = datetime(2099, 1, 1, 8, tzinfo=UTC)
    assert len(bin.removed(ws)) == 1
    watch.now = right + timedelta(days=1)
    (gone,) = bin.removed(ws)
    # How long the clock stood wrong nobody knows: those days are not counted.
    assert gone.days_left == 90
    watch.now += timedelta(days=90)
    assert len(bin.removed(ws)) == 1
    watch.now += timedelta(seconds=1)
    assert bin.removed(ws) == ()
