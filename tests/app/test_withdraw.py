"""Tarik perubahan dari perangkat X: what it wrote is listed, and what is chosen gives way, in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pug_desktop.app import edit, enrol, fill, final_versions, receive, send, states
from pug_desktop.app.withdraw import withdraw, written_by
from pug_desktop.app.workspace import Workspace, create_profile


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """A regency and one of its offices."""
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    office = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinkes", holder="Budi")
    for above, below in ((province, regency), (regency, office)):
        card = enrol.approve(above, enrol.request(below, tmp_path), tmp_path, in_person=True)
        enrol.accept(below, card, in_person=True)
    province.close()
    yield regency, office
    regency.close()
    office.close()


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    wanted = receiver.profile.device_id
    receive.take_in(receiver, send.send(sender, send.find_addressee(sender, wanted), folder).path)


def titles(found) -> list[tuple[str, str, bool, bool]]:
    return [(each.kind, each.cell, each.shown, each.only) for each in found]


def test_what_a_device_wrote_is_listed_with_who_and_what(pair, tmp_path):
    regency, office = pair
    meeting = edit.create(office, "meeting", {"kind": "advokasi", "title": "Rapat palsu"})
    carry(office, regency, tmp_path)

    found = [each for each in written_by(regency, office.profile.device_id) if each.kind == "meeting"]

    assert titles(found) == [("meeting", "kind", True, True), ("meeting", "title", True, True)]
    assert {each.id for each in found} == {meeting}
    assert all("Rapat palsu" in each.title and each.user == "Budi" and each.at for each in found)
    assert [each.value for each in found] == ["advokasi", "Rapat palsu"]
    assert [each for each in written_by(regency, regency.profile.device_id) if each.id == meeting] == []
    assert [each.id for each in written_by(office, office.profile.device_id) if each.kind == "meeting"] == [meeting] * 2


def test_a_record_that_only_this_device_made_is_removed_and_comes_back_by_undo(pair, tmp_path):
    regency, office = pair
    meeting = edit.create(office, "meeting", {"kind": "advokasi", "title": "Rapat palsu"})
    guest = edit.create(office, "attendance", {"meeting_id": meeting, "name": "Nama palsu"})
    carry(office, regency, tmp_path)
    found = [each for each in written_by(regency, office.profile.device_id) if each.kind == "meeting"]

    done = withdraw(regency, found)

    assert (done.fields, done.records) == (0, 1)
    assert edit.get(regency, "meeting", meeting) is None
    assert edit.get(regency, "attendance", guest) is None
    edit.undo(regency)
    assert edit.get(regency, "meeting", meeting)["title"] == "Rapat palsu"
    assert edit.get(regency, "attendance", guest) is not None


def test_a_field_is_emptied_and_the_withdrawal_reaches_the_others(pair, tmp_path):
    regency, office = pair
    meeting = edit.create(regency, "meeting", {"kind": "advokasi", "title": "Rapat"}, scope=office.profile.scope)
    carry(regency, office, tmp_path)
    edit.put(office, "meeting", meeting, title="Dirusak", place="Palsu")
    carry(office, regency, tmp_path)
    chosen = [each for each in written_by(regency, office.profile.device_id) if each.id == meeting]
    assert titles(chosen) == [("meeting", "place", True, False), ("meeting", "title", True, False)]

    done = withdraw(regency, chosen)

    assert (done.fields, done.records) == (2, 0)
    row = edit.get(regency, "meeting", meeting)
    assert (row["title"], row["place"], row["kind"]) == (None, None, "advokasi")
    assert [each for each in written_by(regency, office.profile.device_id) if each.id == meeting] == []
    carry(regency, office, tmp_path)
    assert edit.get(office, "meeting", meeting)["place"] is None


def test_what_stands_beside_another_value_gives_way_to_it(pair, tmp_path):
    regency, office = pair
    meeting = edit.create(regency, "meeting", {"kind": "advokasi", "title": "Rapat"}, scope=office.profile.scope)
    carry(regency, office, tmp_path)
    edit.put(regency, "meeting", meeting, title="Judul kota")
    edit.put(office, "meeting", meeting, title="Judul palsu")
    carry(office, regency, tmp_path)
    assert edit.conflicts(regency, "meeting", meeting) == ("title",)
    chosen = [each for each in written_by(regency, office.profile.device_id) if each.id == meeting]

    withdraw(regency, chosen)

    assert edit.get(regency, "meeting", meeting)["title"] == "Judul kota"
    assert edit.conflicts(regency, "meeting", meeting) == ()
    edit.undo(regency)
    assert edit.conflicts(regency, "meeting", meeting) == ("title",)


def test_a_removal_is_listed_and_stays(pair, tmp_path):
    regency, office = pair
    meeting = edit.create(regency, "meeting", {"kind": "advokasi", "title": "Rapat"}, scope=office.profile.scope)
    carry(regency, office, tmp_path)
    edit.remove(office, "meeting", meeting)
    carry(office, regency, tmp_path)

    found = [each for each in written_by(regency, office.profile.device_id) if each.id == meeting]

    assert [each.cell for each in found] == ["_del"]
    assert (withdraw(regency, found).fields, withdraw(regency, found).records) == (0, 0)


def test_nothing_chosen_is_nothing_done(pair):
    regency, _ = pair
    before = len(regency.history.done)
    assert withdraw(regency, []).fields == 0
    assert len(regency.history.done) == before


def test_a_final_version_stays_whatever_is_withdrawn(pair, tmp_path):
    """It is signed and never changes; the sheet that it hangs from stays with it."""
    regency, office = pair
    fill.save_answer(office, fill.sheet(office, 2026), "P2.06", value=4)
    states.mark_ready(office, fill.sheet(office, 2026))
    states.finalise(office, fill.sheet(office, 2026))
    carry(office, regency, tmp_path)
    sheet = fill.sheet(regency, 2026, office_id=office.profile.office_id)
    before = states.standing(regency, sheet).versions

    withdraw(regency, written_by(regency, office.profile.device_id))

    assert [each.number for each in before] == [1]
    assert final_versions.versions(regency, sheet.checklist_id) == before


def test_a_withdrawn_answer_comes_back_by_an_undo_even_after_something_was_sent(pair, tmp_path):
    regency, office = pair
    fill.save_answer(office, fill.sheet(office, 2026), "P2.06", value=4, note="dari renja")
    carry(office, regency, tmp_path)
    answer = fill.answer_id(fill.sheet(office, 2026).checklist_id, "P2.06")
    found = [each for each in written_by(regency, office.profile.device_id) if each.id == answer]
    withdraw(regency, [each for each in found if each.cell == "answer"])
    assert edit.get(regency, "answer", answer)["value"] is None
    carry(regency, office, tmp_path)

    edit.undo(regency)

    there = edit.get(regency, "answer", answer)
    assert (there["status"], there["value"], there["note"]) == ("ada", 4, "dari renja")
