"""Perlu keputusan: what is listed and in which words, what a decision writes, what an undo opens again."""

import time

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, decide, edit, fill, meet
from pug_desktop.app.decide import Choice, Fate
from pug_desktop.domain.dates import PartialDate
from pug_desktop.domain.field_words import unnamed
from pug_desktop.domain.identity import natural_id
from pug_desktop.replica.state import conflicts as conflicting
from pug_desktop.storage import decisions, journal
from tests.app.rivals import AT, OTHER, THIRD, bring, common, deleted, disagree, state_of, wrote


@pytest.fixture
def meeting(regency):
    made = meet.create_meeting(regency)
    edit.put(regency, "meeting", made, title="Rakor", place="Aula")
    return made


@pytest.fixture
def two_titles(regency, meeting):
    def ours():
        edit.put(regency, "meeting", meeting, title="Rakor Awal")

    disagree(regency, "meeting", meeting, ours, title="Rakor Pokja")
    return meeting


def shown(ws, meeting, field="title"):
    return edit.get(ws, "meeting", meeting)[field]


def test_both_values_are_listed_in_words_with_who_when_and_on_which_computer(regency, two_titles):
    (found,) = decide.conflicts(regency)
    assert (found.kind, found.id, found.cell, found.field) == ("meeting", two_titles, "title", "judul")
    assert (found.page, found.target, found.root) == ("meeting", two_titles, ("meeting", two_titles))
    assert found.office == "DP3AP2KB Kota Tangerang"
    first, second = found.versions
    assert (first.words, first.user, first.at) == ("Rakor Pokja", "Rudi", AT)
    assert first.device == "komputer lain di DP3AP2KB Kota Tangerang"
    assert (second.words, second.device) == ("Rakor Awal", "komputer ini")
    assert shown(regency, two_titles) == first.value


def test_a_computer_is_called_by_the_office_of_its_key_card(regency, two_titles):
    office = {"name": "Dinas Kesehatan", "role": "opd", "region_code": "36.71", "office_id": "0" * 32}
    with regency.database.write() as connection:
        journal.keep_card(connection, "device-x", "below", {"office": office}, "2026-01-01")
        connection.exec_driver_sql(
            "INSERT INTO sync_actor (actor, device_id, scope, role) VALUES (?, 'device-x', ?, 'opd')",
            (OTHER, "36.71/" + "0" * 32),
        )
    (found,) = decide.conflicts(regency)
    assert [each.device for each in found.versions] == ["Dinas Kesehatan", "komputer ini"]


def test_two_computers_of_one_office_are_told_apart(regency, meeting):
    before = common(regency, ("meeting", meeting))["meeting", meeting]
    bring(regency, wrote(before, title="A"), wrote(before, actor=THIRD, n=1001, title="B"))
    (found,) = decide.conflicts(regency)
    assert len({each.device for each in found.versions}) == 2


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [
        ("kind", "bimtek", "Bimbingan teknis"),
        ("held", {"year": 2022, "month": 6, "day": 30}, "Kamis, 30 Juni 2022"),
        ("held", {"year": 2019, "weekday": 1}, "Selasa, 2019 (tanggal tidak disebutkan)"),
        ("time", {"start_time": "09:00", "end_time": "12:30"}, "09.00 - 12.30"),
        ("chair", {"chair_name": "Siti", "chair_position": "Sekda"}, "Siti, Sekda"),
        ("participant_groups", ["Pokja", "OPD"], "Pokja\nOPD"),
        ("place", None, "(kosong)"),
        ("field_of_a_newer_program", {"a": 1}, "a: 1"),
    ],
)
def test_values_read_as_people_see_them(regency, meeting, cell, value, words):
    before = common(regency, ("meeting", meeting))["meeting", meeting]
    bring(regency, wrote(before, **{cell: value}), wrote(before, actor=THIRD, n=999, **{cell: "lain"}))
    found = next(each for each in decide.conflicts(regency) if each.cell == cell)
    assert found.versions[0].words == words


def test_a_head_count_and_an_answer_read_as_on_the_papers(regency, meeting):
    meet.set_headcount(regency, meeting, male=1, female=2, total=3)
    sheet = fill.regency_sheet(regency, 2025, "36.71")
    fill.save_answer(regency, sheet, "P1.01", note="x")
    count, answer = natural_id("headcount", meeting), fill.answer_id(sheet.checklist_id, "P1.01")
    before = common(regency, ("headcount", count), ("answer", answer))
    meet.set_headcount(regency, meeting, male=1500, female=2, total=1502)
    fill.save_answer(regency, sheet, "P1.01", status="proses")
    bring(
        regency,
        wrote(before["headcount", count], count={"male": 5, "female": 6, "total": 11, "excludes_speakers": True}),
        wrote(before["answer", answer], answer={"status": "belum_ada"}),
    )
    asked, counted = decide.conflicts(regency)
    assert asked.title.startswith("P1.01 ")
    assert asked.context == "Prasyarat 2025 · Kota Tangerang"
    assert asked.target == (2025, "P1.01", "36.71")
    assert {each.words for each in asked.versions} == {"Belum ada", "Dalam proses"}
    assert counted.title == "Jumlah peserta"
    assert counted.context.startswith("Rapat: Rakor")
    assert {each.words for each in counted.versions} == {
        "L 5, P 6, jumlah 11 (di luar narasumber)",
        "L 1.500, P 2, jumlah 1.502",
    }


def test_every_field_of_every_kind_has_a_word():
    assert unnamed() == ()


@pytest.mark.parametrize("which", [0, 1])
def test_a_decision_is_one_write_that_replaces_all_values_and_is_shown(regency, two_titles, which):
    (found,) = decide.conflicts(regency)
    decide.decide(regency, "meeting", two_titles, "title", found.versions[which])
    assert decide.conflicts(regency) == ()
    assert decide.count(regency) == 0
    assert shown(regency, two_titles) == found.versions[which].value
    state = state_of(regency, "meeting", two_titles)
    ((dot, value),) = state.cells["title"].items()
    assert value == found.versions[which].value
    assert state.labels[dot].user == regency.profile.holder
    # Whoever holds both values learns of it by an ordinary merge; capturing again finds nothing to write.
    assert common(regency, ("meeting", two_titles))["meeting", two_titles] == state


def test_another_text_can_be_written(regency, two_titles):
    decide.decide(regency, "meeting", two_titles, "title", "Rakor Pokja PUG")
    assert decide.conflicts(regency) == ()
    assert shown(regency, two_titles) == "Rakor Pokja PUG"


def test_what_was_typed_since_is_one_of_the_values_and_not_lost(regency, two_titles):
    edit.put(regency, "meeting", two_titles, title="Diketik sesudahnya", place="Balai")
    (found,) = decide.conflicts(regency)
    assert {each.value for each in found.versions} == {"Diketik sesudahnya", "Rakor Awal"}
    decide.decide(regency, "meeting", two_titles, "title", "Rakor Awal")
    assert shown(regency, two_titles, "place") == "Balai"


def test_an_edit_that_makes_both_alike_settles_it(regency, two_titles):
    edit.put(regency, "meeting", two_titles, title="Rakor Awal")
    assert decide.conflicts(regency) == ()
    assert decide.count(regency) == 0


def test_a_value_that_came_after_the_person_looked_stays_open(regency, two_titles):
    (seen,) = decide.conflicts(regency)
    bring(regency, wrote(state_of(regency, "meeting", two_titles), actor=THIRD, n=5000, title="Ketiga"))
    # The third replaced what it had seen; a fourth comes beside it.
    base = state_of(regency, "meeting", two_titles)
    bring(regency, wrote(base, actor="00000000000000cc", n=6000, title="Keempat"), wrote(base, n=6000, title="Kelima"))
    decide.decide_many(regency, [Choice.of(seen, seen.versions[0])])
    (left,) = decide.conflicts(regency)
    assert {each.value for each in left.versions} == {"Rakor Pokja", "Keempat", "Kelima"}


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("meeting", "title", 5),
        ("meeting", "kind", "pesta"),
        ("meeting", "held", {"year": 2022, "month": 13}),
        ("meeting", "held", {"jahr": 2022}),
        ("meeting", "time", "09:00"),
        ("meeting", "title", Fate.REMOVE),
        ("meeting", "_del", "ya"),
        ("meeting", "tidak_ada", "x"),
        ("meeting", "title", "x" * 100_001),
    ],
)
def test_another_value_is_checked_like_any_edit(regency, two_titles, kind, cell, value):
    before = state_of(regency, "meeting", two_titles)
    with pytest.raises(errors.WrongValue):
        decide.decide(regency, kind, two_titles, cell, value)
    assert state_of(regency, "meeting", two_titles) == before


def test_another_answer_is_checked_by_its_question_and_a_count_by_its_sum(regency, meeting):
    meet.set_headcount(regency, meeting, male=1, female=2, total=3)
    sheet = fill.regency_sheet(regency, 2025, "36.71")
    fill.save_answer(regency, sheet, "P1.06", note="x")
    answer, count = fill.answer_id(sheet.checklist_id, "P1.06"), natural_id("headcount", meeting)
    common(regency, ("answer", answer))
    for kind, record, cell, value in (
        ("answer", answer, "answer", {"status": "ada", "value": {"numerator": 9, "denominator": 4}}),
        ("answer", answer, "answer", {"status": "mungkin"}),
        ("answer", answer, "answer", None),
        ("headcount", count, "count", {"male": 9, "female": 9, "total": 10}),
    ):
        with pytest.raises(errors.WrongValue):
            decide.decide(regency, kind, record, cell, value)
    decide.decide(regency, "answer", answer, "answer", {"status": "ada", "value": {"numerator": 3, "denominator": 4}})
    assert edit.get(regency, "answer", answer)["value"] == {"numerator": 3, "denominator": 4}


def test_a_record_that_is_not_known_or_of_another_region_is_not_decided(regency, two_titles):
    with pytest.raises(errors.NoSuchRecord):
        decide.decide(regency, "meeting", "0" * 32, "title", "x")
    base = state_of(regency, "meeting", two_titles)
    foreign = wrote(base, title="Lain")
    foreign.id, foreign.scope = "e" * 32, "36.72"
    bring(regency, foreign)
    with pytest.raises(errors.WrongRole):
        decide.decide(regency, "meeting", "e" * 32, "title", "x")


def test_parts_of_a_newer_program_in_a_group_outlive_another_value(regency, meeting):
    before = common(regency, ("meeting", meeting))["meeting", meeting]
    newer = {"chair_name": "A", "chair_title": "Dr."}
    bring(regency, wrote(before, chair=newer), wrote(before, actor=THIRD, n=900, chair={"chair_name": "B"}))
    decide.decide(regency, "meeting", meeting, "chair", {"chair_name": "C", "chair_position": None})
    (value,) = state_of(regency, "meeting", meeting).cells["chair"].values()
    assert value == {"chair_name": "C", "chair_title": "Dr."}


# --- deleted here, changed there --------------------------------------------------------------------------------------


@pytest.fixture
def deleted_there(regency, meeting):
    attend.add(regency, meeting, name="Siti")
    before = common(regency, ("meeting", meeting))["meeting", meeting]
    edit.put(regency, "meeting", meeting, title="Diubah di sini")
    bring(regency, deleted(before))
    return meeting


def test_deleted_there_and_changed_here_offers_keep_and_remove(regency, deleted_there):
    (found,) = decide.conflicts(regency)
    keep, remove = found.versions
    assert (found.cell, found.field) == ("_del", "dihapus di satu tempat, diubah di tempat lain")
    assert (keep.value, keep.device) == (Fate.KEEP, "komputer ini")
    assert (remove.value, remove.user) == (Fate.REMOVE, "Rudi")


def test_keeping_lays_the_deletion_aside_for_everybody(regency, deleted_there):
    decide.decide(regency, "meeting", deleted_there, "_del", Fate.KEEP)
    assert decide.conflicts(regency) == ()
    assert shown(regency, deleted_there) == "Diubah di sini"
    state = state_of(regency, "meeting", deleted_there)
    assert "_del" not in state.cells
    # The deletion comes by once more, from somebody who has not heard: it was seen here and stays aside.
    bring(regency, deleted(wrote(state, n=1), n=1000))
    assert edit.get(regency, "meeting", deleted_there) is not None


def test_removing_takes_the_record_and_its_list_and_undo_brings_all_back_undecided(regency, deleted_there):
    decide.decide(regency, "meeting", deleted_there, "_del", Fate.REMOVE)
    assert edit.get(regency, "meeting", deleted_there) is None
    assert attend.rows(regency, deleted_there) == ()
    assert decide.count(regency) == 0
    assert "menunggu lagi" in edit.undo(regency)
    assert [row.name for row in attend.rows(regency, deleted_there)] == ["Siti"]
    (found,) = decide.conflicts(regency)
    assert found.cell == "_del"
    edit.redo(regency)
    assert edit.get(regency, "meeting", deleted_there) is None
    assert attend.rows(regency, deleted_there) == ()
    edit.undo(regency)
    assert len(attend.rows(regency, deleted_there)) == 1


def test_removed_here_by_hand_it_waits_for_nobody(regency, two_titles):
    edit.remove(regency, "meeting", two_titles)
    assert decide.conflicts(regency) == ()
    assert decide.count(regency) == 0
    edit.undo(regency)
    assert shown(regency, two_titles) == "Rakor Pokja"


# --- undo -------------------------------------------------------------------------------------------------------------


def test_undo_opens_the_field_again_exactly_as_it_was_and_redo_decides_again(regency, two_titles):
    before = state_of(regency, "meeting", two_titles)
    row = edit.get(regency, "meeting", two_titles)
    decide.decide(regency, "meeting", two_titles, "title", "Rakor Awal")
    after = state_of(regency, "meeting", two_titles)
    assert edit.undo(regency) == "Keputusan dibatalkan; isiannya menunggu lagi: rapat."
    assert state_of(regency, "meeting", two_titles) == before
    assert edit.get(regency, "meeting", two_titles) == row
    assert decide.count(regency) == 1
    edit.redo(regency)
    assert state_of(regency, "meeting", two_titles) == after
    assert shown(regency, two_titles) == "Rakor Awal"


def test_the_number_of_a_write_that_was_taken_back_is_not_given_again(regency, two_titles):
    decide.decide(regency, "meeting", two_titles, "title", "Rakor Awal")
    ((first, _),) = state_of(regency, "meeting", two_titles).cells["title"].items()
    edit.undo(regency)
    decide.decide(regency, "meeting", two_titles, "title", "Lain")
    ((second, _),) = state_of(regency, "meeting", two_titles).cells["title"].items()
    assert second.n > first.n


def test_after_a_bundle_was_begun_undo_brings_the_former_value_back_and_leaves_it_decided(regency, two_titles):
    decide.decide(regency, "meeting", two_titles, "title", "Rakor Awal")
    common(regency)
    with regency.database.write() as connection:
        journal.take_number(connection)
    assert "Keputusannya tetap" in edit.undo(regency)
    assert shown(regency, two_titles) == "Rakor Pokja"
    assert decide.count(regency) == 0
    edit.redo(regency)
    assert shown(regency, two_titles) == "Rakor Awal"


def test_undo_after_a_later_edit_was_captured_never_loses_that_edit(regency, two_titles):
    decide.decide(regency, "meeting", two_titles, "title", "Rakor Awal")
    edit.put(regency, "meeting", two_titles, place="Balai Kota")
    common(regency)
    edit.undo(regency)
    edit.put(regency, "meeting", two_titles, theme="Tema")
    regency.history.done.pop()
    edit.undo(regency)
    assert shown(regency, two_titles, "theme") == "Tema"
    assert shown(regency, two_titles) == "Rakor Pokja"


def test_many_are_decided_as_one_step_and_one_undo_opens_all(regency):
    made = [meet.create_meeting(regency) for _ in range(3)]
    before = common(regency, *(("meeting", each) for each in made))
    for each in made:
        edit.put(regency, "meeting", each, title="Di sini", place="Aula")
    bring(regency, *(wrote(state, title="Di sana", place="Balai") for state in before.values()))
    found = decide.conflicts(regency)
    assert decide.sources(found) == (("komputer ini", 6), ("komputer lain di DP3AP2KB Kota Tangerang", 6))
    decide.decide_many(regency, decide.all_from(found, "komputer lain di DP3AP2KB Kota Tangerang"))
    assert decide.count(regency) == 0
    assert {shown(regency, each) for each in made} == {"Di sana"}
    assert {shown(regency, each, "place") for each in made} == {"Balai"}
    edit.undo(regency)
    assert len(decide.conflicts(regency)) == 6


def test_one_refused_choice_leaves_all_undecided(regency, two_titles):
    choices = [
        Choice("meeting", two_titles, "title", "Rakor Awal"),
        Choice("meeting", two_titles, "held", {"month": 77}),
    ]
    with pytest.raises(errors.WrongValue):
        decide.decide_many(regency, choices)
    assert decide.count(regency) == 1
    assert not edit.can_undo(regency) or regency.history.done[-1].what != "decide"


def test_deletions_are_never_part_of_a_bulk(regency, deleted_there):
    assert decide.sources(decide.conflicts(regency)) == ()
    assert decide.all_from(decide.conflicts(regency), "komputer ini") == ()


def test_a_scope_shows_only_its_own(regency, two_titles):
    assert len(decide.conflicts(regency, "36.71")) == 1
    assert decide.conflicts(regency, "36.71/" + "1" * 32) == ()


def test_two_thousand_open_records_are_listed_and_decided_quickly(regency):
    made = [meet.create_meeting(regency)]
    meet.set_date(regency, made[0], PartialDate(2022, 6, 30))
    before = common(regency, ("meeting", made[0]))["meeting", made[0]]
    theirs = []
    for number in range(2000):
        one = wrote(before, title=f"A {number}", n=100)
        two = wrote(before, actor=THIRD, title=f"B {number}", n=101)
        one.id = two.id = f"{number:032x}"
        theirs += [one, two]
    bring(regency, *theirs)
    began = time.perf_counter()
    found = decide.conflicts(regency)
    listed = time.perf_counter() - began
    assert len(found) == 2000
    assert conflicting(state_of(regency, "meeting", "0" * 32)) == ("title",)
    decide.decide_many(regency, decide.all_from(found, found[0].versions[0].device))
    assert decide.count(regency) == 0
    # Far below on any machine of ours; a query for each record's words would take minutes on a slow one.
    assert listed < 2


def test_a_shown_value_that_cannot_lie_in_its_column_is_decided_away_and_the_record_is_back(regency, meeting):
    before = common(regency, ("meeting", meeting))["meeting", meeting]
    edit.put(regency, "meeting", meeting, month=6)
    bring(regency, wrote(before, n=9000, held={"month": "Juni"}))
    assert edit.get(regency, "meeting", meeting) is None
    (found,) = decide.conflicts(regency)
    assert found.cell == "held"
    fitting = next(each for each in found.versions if each.value == {"month": 6})
    decide.decide(regency, "meeting", meeting, "held", fitting)
    assert shown(regency, meeting, "month") == 6
    assert decide.count(regency) == 0


def test_counting_looks_only_at_what_is_open(regency, two_titles):
    with regency.database.read() as connection:
        for asked in (
            f"SELECT count(*) FROM sync_record WHERE {decisions._OPEN}",
            "SELECT id FROM sync_record WHERE conflict = 1 AND +kind = 'answer'",
        ):
            plan = " ".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}"))
            assert "ix_sync_record_conflict" in plan
