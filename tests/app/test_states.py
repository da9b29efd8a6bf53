"""Draf, Siap diperiksa, Final: who may lead a sheet where, and versions that never change."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pug_desktop import errors
from pug_desktop.app import decide, edit, evidence, fill, final_versions, offices, states
from pug_desktop.app.final_versions import Trust
from pug_desktop.domain.kinds import SHEET_STATES
from pug_desktop.replica.state import DELETED
from pug_desktop.storage import records
from tests.app.received import copy, enter_sheet, office_scope, profile
from tests.app.rivals import bring, common, deleted, disagree

YEAR = 2026


def sheet_of(ws):
    return fill.sheet(ws, YEAR)


def start(ws, **answers):
    for item, value in (answers or {"P2.06": 4}).items():
        fill.save_answer(ws, sheet_of(ws), item.replace("_", "."), value=value)
    return sheet_of(ws)


def finalised(ws):
    states.mark_ready(ws, sheet_of(ws))
    made = states.finalise(ws, sheet_of(ws))
    return next(each for each in states.standing(ws, sheet_of(ws)).versions if each.id == made)


def test_a_sheet_is_a_draft_until_somebody_says_otherwise(office):
    assert (sheet_of(office).state, states.standing(office, sheet_of(office)).steps) == ("draf", ())
    start(office)
    found = states.standing(office, sheet_of(office))
    assert (found.state, found.state_on, found.versions, found.steps) == ("draf", None, (), ("siap",))


@pytest.mark.parametrize("now", SHEET_STATES)
@pytest.mark.parametrize("wanted", SHEET_STATES)
def test_only_the_steps_of_the_table_are_taken(office, now, wanted):
    start(office)
    if now != "draf":
        states.mark_ready(office, sheet_of(office))
    if now == "final":
        states.finalise(office, sheet_of(office))
    lead = {
        "draf": states.correct if now == "final" else states.back_to_draft,
        "siap": states.mark_ready,
        "final": states.finalise,
    }[wanted]
    sheet = sheet_of(office)
    if wanted in states.STEPS[now]:
        lead(office, sheet)
        assert sheet_of(office).state == wanted
    else:
        with pytest.raises(errors.WrongValue):
            lead(office, sheet)
        assert sheet_of(office).state == now


def test_nobody_leads_the_sheet_of_another_office(regency):
    office = offices.add_office(regency, "Dinas Kesehatan")
    enter_sheet(regency, office_scope("Dinas Kesehatan"), {"P2.06": 4})
    foreign = fill.sheet(regency, YEAR, office_id=office)
    assert states.standing(regency, foreign).steps == ()
    for lead in (states.mark_ready, states.finalise):
        with pytest.raises(errors.WrongRole):
            lead(regency, foreign)


def test_who_and_when_is_kept_with_the_state(tmp_path):
    ws = profile(tmp_path / "o", "opd", holder="Siti Aminah")
    start(ws)
    states.mark_ready(ws, sheet_of(ws))
    found = states.standing(ws, sheet_of(ws))
    assert (found.state_on, found.state_by) == (ws.clock().date().isoformat(), "Siti Aminah")
    edit.undo(ws)
    assert sheet_of(ws).state == "draf"
    ws.close()


def test_the_version_holds_what_was_answered_and_is_signed_by_this_device(office, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    sheet = start(office, P2_06=4, P4_06=True)
    fill.save_answer(office, sheet, "P2.06", note="dari dokumen renja")
    row = evidence.attach(office, "answer", fill.answer_id(sheet.checklist_id, "P2.06"), paper)
    version = finalised(office)
    said = version.answers["P2.06"]
    assert (said["status"], said["value"], said["note"]) == ("ada", 4, "dari dokumen renja")
    assert [each["sha256"] for each in said["evidence"]] == [row.sha256]
    assert "P1.06" not in version.answers
    assert (version.number, version.trust, version.device_id) == (1, Trust.GOOD, office.profile.device_id)


def test_a_final_sheet_takes_no_answer_and_no_evidence(office, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    sheet = start(office)
    answer = fill.answer_id(sheet.checklist_id, "P2.06")
    kept = evidence.attach(office, "answer", answer, paper)
    finalised(office)
    refused = [
        lambda: fill.save_answer(office, sheet_of(office), "P2.06", value=5),
        lambda: fill.save_answer(office, sheet_of(office), "P4.06", value=True),
        lambda: edit.put(office, "answer", answer, note="x"),
        lambda: edit.remove(office, "answer", answer),
        lambda: evidence.attach(office, "answer", answer, paper),
        lambda: evidence.detach(office, kept.id),
        lambda: edit.put(office, "evidence", kept.id, title="lain"),
        lambda: edit.put(office, "checklist", sheet.checklist_id, year=2020),
        lambda: edit.remove(office, "checklist", sheet.checklist_id),
    ]
    for act in refused:
        with pytest.raises(errors.SheetIsFinal) as told:
            act()
        assert told.value.fields["number"] == 1
    assert not sheet_of(office).editable
    assert not edit.can_undo(office)


def test_evidence_cannot_be_moved_onto_a_final_sheet(office, tmp_path):
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    sheet = start(office)
    finalised(office)
    meeting = edit.create(office, "meeting", {"title": "Rakor"})
    loose = evidence.attach(office, "meeting", meeting, paper)
    moved = {"owner_kind": "answer", "owner_id": fill.answer_id(sheet.checklist_id, "P2.06")}
    with pytest.raises(errors.SheetIsFinal):
        edit.put(office, "evidence", loose.id, **moved)


def test_a_correction_becomes_version_two_and_version_one_stays(office):
    start(office)
    first = finalised(office)
    states.correct(office, sheet_of(office))
    assert sheet_of(office).editable
    fill.save_answer(office, sheet_of(office), "P2.06", value=7)
    assert states.standing(office, sheet_of(office)).changed == 1
    second = finalised(office)
    newest, oldest = states.standing(office, sheet_of(office)).versions
    assert (newest, oldest) == (second, first)
    assert (newest.number, newest.answers["P2.06"]["value"], oldest.answers["P2.06"]["value"]) == (2, 7, 4)
    assert newest.trust == oldest.trust == Trust.GOOD


def test_beginning_a_correction_can_be_undone(office):
    start(office)
    finalised(office)
    states.correct(office, sheet_of(office))
    fill.save_answer(office, sheet_of(office), "P2.06", value=7)
    edit.undo(office)
    edit.undo(office)
    found = states.standing(office, sheet_of(office))
    assert (found.state, found.changed) == ("final", 0)


def test_a_final_version_is_neither_changed_nor_removed(office):
    start(office)
    version = finalised(office)
    states.correct(office, sheet_of(office))
    for act in (
        lambda: edit.put(office, "final_version", version.id, number=9),
        lambda: edit.put(office, "final_version", version.id, document={}),
        lambda: edit.remove(office, "final_version", version.id),
        lambda: edit.remove(office, "checklist", sheet_of(office).checklist_id),
    ):
        with pytest.raises(errors.SheetIsFinal):
            act()
    assert states.standing(office, sheet_of(office)).versions == (version,)


def test_finalising_the_same_again_is_a_version_of_its_own(office):
    start(office)
    first = finalised(office)
    states.correct(office, sheet_of(office))
    second = finalised(office)
    assert (first.number, second.number, first.answers) == (1, 2, second.answers)


def test_a_sheet_with_two_values_for_one_answer_is_not_finalised(office):
    sheet = start(office)
    states.mark_ready(office, sheet_of(office))
    answer = fill.answer_id(sheet.checklist_id, "P2.06")
    theirs = {"status": "ada", "value": 9}
    disagree(office, "answer", answer, lambda: edit.put(office, "answer", answer, value=5), answer=theirs)
    assert decide.count(office) == 1
    with pytest.raises(errors.SheetNotReady) as told:
        states.finalise(office, sheet_of(office))
    assert told.value.fields["open"] == 1
    assert sheet_of(office).state == "siap"


def test_a_kabupaten_keeps_what_was_computed(regency):
    enter_sheet(regency, office_scope("Dinas Kesehatan"), {"P4.06": True})
    start(regency, P3_02=True)
    version = finalised(regency)
    counted = {name: each["computed"] for name, each in version.answers.items() if "computed" in each}
    assert counted
    assert all(each["explanation"] for each in counted.values())
    # What its offices send later is told as a difference; the version stays.
    enter_sheet(regency, office_scope("Dinas Sosial"), {"P4.06": True})
    found = states.standing(regency, sheet_of(regency))
    assert found.changed > 0
    assert found.versions == (version,)


def altered(ws, version, **fields):
    """A version as somebody with a database editor would leave it."""
    with ws.database.write() as connection:
        records.update(connection, "final_version", version.id, fields, ws.now_s, "")
    return states.standing(ws, sheet_of(ws)).versions[0]


@pytest.mark.parametrize(
    "forged",
    [
        lambda v: {"document": {**v.document, "answers": {}}},
        lambda v: {"document": {**v.document, "answers": {}}, "sha256": "0" * 64},
        lambda v: {"document": None},
        lambda v: {"number": 7},
        lambda v: {"signer": "Orang Lain"},
        lambda v: {"finalised_on": "2020-01-01"},
        lambda v: {"signature": "0" * 128},
        lambda v: {"signature": "bukan tanda tangan"},
    ],
)
def test_whatever_is_altered_in_a_version_shows(office, forged):
    start(office)
    version = finalised(office)
    assert altered(office, version, **forged(version)).trust is Trust.BROKEN


def test_a_device_that_nobody_knows_is_told_apart_from_a_false_signature(office, regency):
    start(office)
    version = finalised(office)
    copy(office, regency, "office", "checklist", "answer", "final_version")
    sheet = fill.sheet(regency, YEAR, office_id=office.profile.office_id)
    (there,) = states.standing(regency, sheet).versions
    assert (there.trust, there.document) == (Trust.UNKNOWN, version.document)
    assert altered(office, version, device_id=regency.profile.device_id).trust is Trust.UNKNOWN


def test_the_signature_of_another_office_counts_for_nothing(office, regency):
    """A district that writes its own version into the sheet of an office below."""
    start(office)
    copy(office, regency, "office", "checklist", "answer")
    foreign = fill.sheet(regency, YEAR, office_id=office.profile.office_id)
    with regency.database.write() as connection:
        final_versions.make(regency, connection, foreign, 1)
    (made,) = final_versions.versions(regency, foreign.checklist_id)
    assert made.trust is Trust.BROKEN


def test_two_laptops_that_finalise_apart_make_two_versions_of_one_number(tmp_path):
    one, two = (profile(tmp_path / name, "opd") for name in ("a", "b"))
    start(one, P2_06=4)
    start(two, P2_06=5)
    mine, theirs = finalised(one), finalised(two)
    assert mine.id != theirs.id
    copy(two, one, "final_version")
    found = states.standing(one, sheet_of(one))
    assert {each.id for each in found.versions} == {mine.id, theirs.id}
    assert found.next_number == 2
    one.close()
    two.close()


def test_the_document_is_one_text_wherever_it_is_written_again(office):
    """Canonical JSON: read and written by another program it has the same hash."""
    from pug_desktop.bundle.final_seal import document_hash

    start(office, P2_06=4, P4_06=True)
    version = finalised(office)
    again = json.loads(json.dumps(version.document))
    assert document_hash(dict(reversed(again.items()))) == version.sha256
    assert document_hash({"x": 0.5}) is None


def test_a_version_is_compared_with_what_is_there_now_in_words(office):
    start(office, P2_06=4, P4_06=True)
    version = finalised(office)
    states.correct(office, sheet_of(office))
    fill.save_answer(office, sheet_of(office), "P2.06", value=7, note="direvisi")
    rows = {each.item: each for each in final_versions.compare(office, version, sheet_of(office))}
    state, note = rows["P2.06"].now.split("\n")
    assert rows["P2.06"].then.startswith("Ada: 4")
    assert state.startswith("Ada: 7")
    assert note == "Catatan: direvisi"
    assert [name for name, each in rows.items() if each.changed] == ["P2.06"]
    assert (rows["P1.06"].then, rows["P1.06"].now) == ("", "")
    assert len(rows) == len(sheet_of(office).form.questions)


def test_a_state_is_told_in_words_where_two_laptops_disagree(office):
    sheet = start(office)
    theirs = {"state": "final", "state_on": "2026-01-02", "state_by": "Budi"}
    disagree(office, "checklist", sheet.checklist_id, lambda: states.mark_ready(office, sheet), state=theirs)
    (conflict,) = decide.conflicts(office)
    words = {each.words for each in conflict.versions}
    assert any("Siap diperiksa" in each for each in words)
    assert any("Final" in each and "final" not in each for each in words)


def test_the_same_sheet_that_one_person_finalises_on_two_laptops_is_two_versions(tmp_path):
    """Two signatures in one record that never changes would make the laptops differ for ever."""
    one, two = (profile(tmp_path / name, "opd", holder="Siti Aminah") for name in ("a", "b"))
    for ws in (one, two):
        start(ws)
    mine, theirs = finalised(one), finalised(two)
    assert (mine.number, mine.answers) == (theirs.number, theirs.answers)
    assert mine.id != theirs.id
    one.close()
    two.close()


def test_a_sheet_that_became_final_meanwhile_is_not_finalised_again(office):
    start(office)
    states.mark_ready(office, sheet_of(office))
    seen = sheet_of(office)
    states.finalise(office, seen)
    with pytest.raises(errors.WrongValue):
        states.finalise(office, seen)
    assert len(states.standing(office, sheet_of(office)).versions) == 1


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its time zone for one process")
def test_what_a_bundle_brings_at_the_last_moment_is_in_the_version(office, monkeypatch):
    """A bundle may be taken in while the person presses the button; the version is of what lies there then."""
    sheet = start(office)
    states.mark_ready(office, sheet)
    honest, late = office.database.write, [9]

    def write():
        while late:
            fill.save_answer(office, sheet, "P2.06", value=late.pop())
        return honest()

    monkeypatch.setattr(office.database, "write", write)
    states.finalise(office, sheet_of(office))
    (version,) = states.standing(office, sheet_of(office)).versions
    assert version.answers["P2.06"]["value"] == sheet_of(office).item("P2.06").value == 9


def test_the_day_of_a_version_is_that_of_the_office_not_that_of_greenwich(tmp_path, monkeypatch):
    """At ten past eight in Jayapura it is still yesterday in Greenwich."""
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    time.tzset()
    try:
        ws = profile(tmp_path / "o", "opd", clock=lambda: datetime(2026, 11, 22, 23, 10, tzinfo=UTC))
        start(ws)
        version = finalised(ws)
        assert (version.finalised_on, states.standing(ws, sheet_of(ws)).state_on) == ("2026-11-23", "2026-11-23")
        ws.close()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_forged_number_does_not_use_up_the_numbers_there_are(office):
    start(office)
    states.mark_ready(office, sheet_of(office))
    forged = {"checklist_id": sheet_of(office).checklist_id, "number": 2**53 - 1}
    with office.database.write() as connection:
        records.insert(connection, "final_version", "cd" * 16, office.profile.scope, forged, office.now_s, "")
    expected = states.standing(office, sheet_of(office)).next_number
    made = states.finalise(office, sheet_of(office))
    assert edit.get(office, "final_version", made)["number"] == expected


def test_a_forged_version_is_put_aside_and_the_newest_that_holds_stays_the_current_one(office):
    start(office)
    version = finalised(office)
    forged = {"checklist_id": version.document["checklist_id"], "number": 7, "sha256": "f" * 64, "document": {"x": 1}}
    with office.database.write() as connection:
        records.insert(connection, "final_version", "cd" * 16, office.profile.scope, forged, office.now_s, "")
    found = states.standing(office, sheet_of(office))
    assert [(each.number, each.trust) for each in found.versions] == [(1, Trust.GOOD), (7, Trust.BROKEN)]
    assert found.current == version
    assert [each.number for each in found.broken] == [7]
    assert found.changed == 0


def test_where_only_a_forged_version_is_there_is_no_current_one(office):
    start(office)
    forged = {"checklist_id": sheet_of(office).checklist_id, "number": 7}
    with office.database.write() as connection:
        records.insert(connection, "final_version", "cd" * 16, office.profile.scope, forged, office.now_s, "")
    found = states.standing(office, sheet_of(office))
    assert (found.current, found.changed, len(found.versions)) == (None, 0, 1)


@pytest.mark.parametrize(
    "told",
    [
        3,
        {"value": {"a": 1}},
        {"status": "lain", "value": [1]},
        {"evidence": [1], "note": {}},
        {"computed": 3},
        {"computed": {"value": {"x": []}}},
    ],
)
def test_a_document_of_any_shape_can_be_compared(office, told):
    start(office)
    version = finalised(office)
    names = [question.name for question in sheet_of(office).form.questions]
    odd = replace(version, document={"answers": dict.fromkeys(names, told), "form": [], "form_sha256": {}})
    assert len(final_versions.compare(office, odd, sheet_of(office))) == len(names)


@pytest.mark.parametrize("value", [5, 9, 77])
def test_a_decision_does_not_change_what_a_final_sheet_shows(office, value):
    sheet = start(office)
    answer = fill.answer_id(sheet.checklist_id, "P2.06")

    def ours():
        edit.put(office, "answer", answer, value=5)
        finalised(office)

    disagree(office, "answer", answer, ours, answer={"status": "ada", "value": 9})
    shown = sheet_of(office).item("P2.06").value
    chosen = {"status": "ada", "value": value}
    if value == shown:
        decide.decide(office, "answer", answer, "answer", chosen)
        assert decide.count(office) == 0
    else:
        with pytest.raises(errors.SheetIsFinal):
            decide.decide(office, "answer", answer, "answer", chosen)
    assert sheet_of(office).item("P2.06").value == shown


def test_a_decision_does_not_remove_a_sheet_with_a_final_version(office):
    """Another laptop removed the sheet without knowing of the version: to agree with it would take the version away."""
    sheet = start(office).checklist_id
    before = common(office, ("checklist", sheet))["checklist", sheet]
    version = finalised(office)
    bring(office, deleted(before))
    with pytest.raises(errors.SheetIsFinal):
        decide.decide(office, "checklist", sheet, DELETED, decide.Fate.REMOVE)
    assert [each.id for each in states.standing(office, sheet_of(office)).versions] == [version.id]
    decide.decide(office, "checklist", sheet, DELETED, decide.Fate.KEEP)
    assert decide.count(office) == 0


def test_nobody_types_the_state_of_a_sheet_as_a_decision(office):
    sheet = start(office)
    with pytest.raises(errors.WrongValue):
        decide.decide(office, "checklist", sheet.checklist_id, "state", {"state": "final"})
    assert sheet_of(office).state == "draf"
