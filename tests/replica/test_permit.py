"""What a bearer may carry: forged writes are left out, claims are not believed, honest bundles pass as they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.replica.merge import merge
from pug_desktop.replica.permit import Author, Rights, permitted
from pug_desktop.replica.state import DELETED, Dot, Label, RecordState, is_deleted, shown

LAPTOP, DISTRICT, PROVINCE, STRANGER = "1" * 16, "2" * 16, "3" * 16, "4" * 16
OFFICE = "36.71/" + "a" * 32
RECORD = "b" * 32

AT_DISTRICT = Rights(
    above=False,
    scope=OFFICE,
    role="opd",
    current=DISTRICT,
    authors={LAPTOP: Author(OFFICE, "opd"), PROVINCE: Author("36", "provinsi")},
)
AT_LAPTOP = Rights(above=True, scope="36.71", role="kabkota", current=LAPTOP)


def state(cells, vector, kind="answer"):
    registers = {name: {Dot(n, actor): value for n, actor, value in cell} for name, cell in cells.items()}
    labels = {dot: Label("", 0) for register in registers.values() for dot in register}
    return RecordState(kind, RECORD, OFFICE, vector, registers, labels)


def taken(theirs, ours, rights=AT_DISTRICT):
    """The state after the merge, and which writes were left out."""
    allowed, left_out = permitted(theirs, ours, rights)
    return merge(ours, allowed) if ours else allowed, left_out


def test_an_honest_write_passes_as_it_is():
    ours = state({"note": [(1, LAPTOP, "a")]}, {LAPTOP: 1})
    theirs = state({"note": [(2, LAPTOP, "b")]}, {LAPTOP: 2})
    assert permitted(theirs, ours, AT_DISTRICT) == (theirs, set())


def test_a_laptop_cannot_write_in_the_name_of_the_district_or_the_province():
    ours = state({"note": [(5, DISTRICT, "kami")]}, {DISTRICT: 5})
    for actor in (DISTRICT, PROVINCE):
        forged = state({"note": [(9, actor, "palsu")]}, {DISTRICT: 5, actor: 9})
        after, left_out = taken(forged, ours)
        assert len(left_out) == 1
        assert after.cells == ours.cells
        assert after.vector == ours.vector


def test_a_claim_to_have_seen_more_than_there_is_wipes_nothing_out():
    ours = state({"note": [(5, DISTRICT, "kami")], "value": [(7, PROVINCE, 1)]}, {DISTRICT: 5, PROVINCE: 7})
    claim = state({"note": [(3, LAPTOP, "x")]}, {LAPTOP: 3, DISTRICT: 2**50, PROVINCE: 2**50})
    after, left_out = taken(claim, ours)
    assert not left_out
    assert after == ours
    later = state({"note": [(6, DISTRICT, "baru")]}, {DISTRICT: 6})
    assert Dot(6, DISTRICT) in merge(after, later).cells["note"]


def test_what_the_bearer_really_saw_and_replaced_is_replaced():
    ours = state({"note": [(5, DISTRICT, "kami")]}, {DISTRICT: 5})
    theirs = state({"note": [(6, LAPTOP, "diganti")]}, {DISTRICT: 5, LAPTOP: 6})
    after, _ = taken(theirs, ours)
    assert after.cells["note"] == {Dot(6, LAPTOP): "diganti"}


def test_a_value_goes_that_was_replaced_by_one_which_we_replaced_since():
    # The laptop replaced our 5; we got its 6 while ours was lost here, and wrote 7 over it: both stood side by side.
    ours = state({"note": [(5, DISTRICT, "kami"), (7, DISTRICT, "baru")]}, {DISTRICT: 7, LAPTOP: 6})
    theirs = state({"note": [(6, LAPTOP, "diganti")]}, {DISTRICT: 5, LAPTOP: 6})
    after, left_out = taken(theirs, ours)
    assert not left_out
    assert after.cells["note"] == {Dot(7, DISTRICT): "baru"}
    # A smaller number can have replaced nothing.
    claim = state({"note": [(4, LAPTOP, "lama")]}, {DISTRICT: 5, LAPTOP: 4})
    after, _ = taken(claim, ours)
    assert after.cells == ours.cells


@pytest.mark.parametrize(
    "cells",
    [
        {"review": [(6, LAPTOP, {"verdict": "diterima"})]},
        {},
        {DELETED: [(6, LAPTOP, {DISTRICT: 5})], "review": [(5, DISTRICT, {"verdict": "dikembalikan"})]},
    ],
)
def test_an_opd_can_neither_write_nor_empty_nor_delete_a_review(cells):
    ours = state({"review": [(5, DISTRICT, {"verdict": "dikembalikan"})]}, {DISTRICT: 5}, "review")
    theirs = state(cells, {DISTRICT: 5, LAPTOP: 6}, "review")
    after, _ = taken(theirs, ours)
    assert shown(after.cells["review"]) == {"verdict": "dikembalikan"}
    assert not is_deleted(after)


def test_a_tombstone_that_claims_to_have_seen_what_it_cannot_know_is_left_out():
    ours = state({"note": [(5, DISTRICT, "kami")]}, {DISTRICT: 5})
    theirs = state({DELETED: [(6, LAPTOP, {DISTRICT: 2**50})]}, {LAPTOP: 6})
    after, left_out = taken(theirs, ours)
    assert len(left_out) == 1
    assert not is_deleted(after)


def test_a_record_waits_as_a_whole_for_what_may_not_be_taken_yet():
    # The removal names a write of the province that is lost here; what the laptop wrote later must not overtake it.
    ours = state({"note": [(1, LAPTOP, "a")]}, {LAPTOP: 1})
    theirs = state(
        {DELETED: [(3, LAPTOP, {PROVINCE: 2, LAPTOP: 1})], "note": [(5, LAPTOP, "b")]}, {LAPTOP: 5, PROVINCE: 4}
    )
    after, left_out = taken(theirs, ours)
    assert len(left_out) == 1
    assert (after.vector, after.cells) == (ours.vector, ours.cells)
    told = state({"note": [(4, PROVINCE, "p")]}, {PROVINCE: 4})
    after, left_out = taken(theirs, merge(ours, told))
    assert not left_out
    assert after.cells == theirs.cells


def test_writes_of_a_former_self_come_back_up_to_where_it_wrote():
    rights = Rights(above=False, scope=OFFICE, role="opd", current=DISTRICT, own={STRANGER: 8, PROVINCE: None})
    theirs = state({"note": [(8, STRANGER, "hilang")], "value": [(9, STRANGER, 1)]}, {STRANGER: 9})
    after, left_out = taken(theirs, None, rights)
    assert len(left_out) == 1
    assert not after.vector
    known = state({"note": [(8, STRANGER, "hilang")]}, {STRANGER: 8})
    assert taken(known, None, rights) == (known, set())
    unknown = state({"note": [(99, PROVINCE, "hilang")]}, {PROVINCE: 99})
    assert taken(unknown, None, rights) == (unknown, set())


def test_what_everybody_above_has_lost_comes_back_from_below_as_the_bearers_own():
    after_a_restore = replace(AT_DISTRICT, gone=frozenset({PROVINCE}))
    ours = state({"note": [(1, LAPTOP, "a")]}, {LAPTOP: 1})
    kept = state({"note": [(5, PROVINCE, "dari provinsi")]}, {LAPTOP: 1, PROVINCE: 5})
    assert taken(kept, ours, after_a_restore) == (kept, set())
    replaced = state({"note": [(6, LAPTOP, "b")]}, {LAPTOP: 6, PROVINCE: 5})
    assert taken(replaced, ours, after_a_restore) == (replaced, set())


def test_a_review_that_everybody_above_has_lost_is_not_believed_from_below():
    after_a_restore = replace(AT_DISTRICT, gone=frozenset({PROVINCE}))
    kept = state({"review": [(5, PROVINCE, {"verdict": "diterima"})]}, {PROVINCE: 5}, "review")
    after, left_out = taken(kept, None, after_a_restore)
    assert len(left_out) == 1
    assert not after.cells
    assert not any(map(after_a_restore.may_judge, left_out))


def test_a_lie_about_an_office_that_lives_or_that_nobody_knows_is_for_us_to_judge():
    after_a_restore = replace(AT_DISTRICT, gone=frozenset({PROVINCE, LAPTOP}))
    for rights, actor in ((AT_DISTRICT, PROVINCE), (after_a_restore, LAPTOP), (after_a_restore, STRANGER)):
        assert rights.may_judge(Dot(5, actor))


def test_a_claim_about_a_former_life_wipes_nothing_out():
    after_a_restore = replace(AT_DISTRICT, gone=frozenset({PROVINCE}))
    ours = state({"note": [(7, PROVINCE, "ada")]}, {PROVINCE: 7})
    claim = state({}, {LAPTOP: 1, PROVINCE: 2**40})
    after, _left_out = taken(claim, ours, after_a_restore)
    assert shown(after.cells["note"]) == "ada"


def test_a_former_life_of_an_office_of_the_bearer_stays_that_offices():
    below = replace(AT_DISTRICT, scope="36.71", role="kabkota", current=PROVINCE, gone=frozenset({LAPTOP}))
    assert below.author(LAPTOP) == Author(OFFICE, "opd")


def test_from_above_anything_comes_but_claims_about_ourselves():
    ours = state({"note": [(5, LAPTOP, "kami")]}, {LAPTOP: 5})
    theirs = state(
        {"note": [(5, LAPTOP, "kami")], "value": [(9, PROVINCE, 1), (7, STRANGER, 2)]},
        {PROVINCE: 9, STRANGER: 7, LAPTOP: 2**50},
    )
    after, left_out = taken(theirs, ours, AT_LAPTOP)
    assert not left_out
    assert after.cells["note"] == ours.cells["note"]
    assert after.vector == {PROVINCE: 9, STRANGER: 7, LAPTOP: 5}


def test_an_instrument_is_written_once():
    ours = state({"instrument": [(5, PROVINCE, {"sha256": "a"})]}, {PROVINCE: 5}, "instrument")
    theirs = state({"instrument": [(6, PROVINCE, {"sha256": "b"})]}, {PROVINCE: 6}, "instrument")
    after, _ = taken(theirs, ours, AT_LAPTOP)
    assert shown(after.cells["instrument"]) == {"sha256": "a"}


@pytest.mark.parametrize("known", [True, False])
def test_an_instrument_is_never_deleted(known):
    ours = state({"instrument": [(5, PROVINCE, {"sha256": "a"})]}, {PROVINCE: 5}, "instrument")
    theirs = state(
        {"instrument": [(5, PROVINCE, {"sha256": "a"})], DELETED: [(6, DISTRICT, {PROVINCE: 5})]},
        {PROVINCE: 5, DISTRICT: 6},
        "instrument",
    )
    after, _ = taken(theirs, ours if known else None, AT_LAPTOP)
    assert not is_deleted(after)
    assert shown(after.cells["instrument"]) == {"sha256": "a"}


actors = st.sampled_from([LAPTOP, DISTRICT, PROVINCE, STRANGER])
registers = st.dictionaries(st.tuples(st.integers(1, 5), actors), st.integers(0, 3), max_size=3)


@st.composite
def states(draw, kind):
    cells = {
        name: {Dot(*dot): value for dot, value in register.items()}
        for name, register in draw(st.dictionaries(st.sampled_from("ab"), registers, max_size=2)).items()
        if register
    }
    vector = draw(st.dictionaries(actors, st.integers(1, 2**40), max_size=4))
    for register in cells.values():
        for dot in register:
            vector[dot.actor] = max(vector.get(dot.actor, 0), dot.n)
    return RecordState(draw(kind), RECORD, OFFICE, vector, cells, {})


@given(states(kind=st.just("review")), states(kind=st.just("review")))
def test_whatever_a_laptop_sends_no_review_of_ours_is_lost_and_none_of_it_gets_in(ours, theirs):
    rights = Rights(
        above=False,
        scope=OFFICE,
        role="opd",
        current=DISTRICT,
        authors={LAPTOP: Author(OFFICE, "opd"), PROVINCE: Author("36", "provinsi"), STRANGER: Author(OFFICE, "opd")},
    )
    allowed, _ = permitted(theirs, ours, rights)
    after = merge(ours, allowed)
    assert after.cells == ours.cells
