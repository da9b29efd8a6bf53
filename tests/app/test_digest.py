"""The digest is equal where the same is known, whatever the way it came, and differs where anything does."""

import pytest

from pug_desktop.app import edit, enrol, exchange_json, receive, send
from pug_desktop.app.digest import Sum, digest
from pug_desktop.app.workspace import create_profile
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import bulk, records

ID = "0190a1b2c3d47e8f9a0b1c2d3e4f5a6b"


def profile(folder, role="kabkota", region="36.71", office="DP3AP2KB", **more):
    return create_profile(folder, role=role, region_code=region, office_name=office, **more)


@pytest.fixture
def ws(tmp_path):
    made = profile(tmp_path / "a")
    yield made
    made.close()


@pytest.fixture
def other(tmp_path):
    made = profile(tmp_path / "b", holder="Budi")
    yield made
    made.close()


def rapat(ws):
    meeting = edit.create(ws, "meeting", {"title": "Rakor", "year": 2022})
    person = edit.create(ws, "attendance", {"meeting_id": meeting, "name": "Siti"})
    edit.create(ws, "attendance_contact", {"nip": "198001012005012001"}, id=person)
    return meeting


def test_it_counts_records_and_is_the_sum_of_its_scopes(ws):
    rapat(ws)
    found = digest(ws)

    assert (found.whole.count, found.travels.count) == (4, 3)
    assert {scope: each.count for scope, each in found.scopes.items()} == {
        "36.71": 3,
        ws.profile.scope + "/" + ws.profile.office_id: 1,
    }
    whole = 0
    for each in found.scopes.values():
        whole ^= int(each.value, 16)
    assert f"{whole:064x}" == found.whole.value


def test_it_is_the_same_for_the_same_records_written_by_others_in_another_order(ws, other, tmp_path):
    rapat(ws)
    path = tmp_path / "a.json"
    exchange_json.write_dump(ws, path)
    text = path.read_text(encoding="utf-8").splitlines()
    # The records stand one a line, each but the last with a comma.
    turned = [line.removesuffix(",") for line in reversed(text[2:-1])]
    path.write_text("\n".join([*text[:2], ",\n".join(turned), text[-1]]), encoding="utf-8")

    exchange_json.load(other, path)

    assert digest(other) == digest(ws)


def test_any_field_changes_it_and_changing_it_back_brings_it_back(ws):
    meeting = rapat(ws)
    before = digest(ws)

    edit.put(ws, "meeting", meeting, title="Rakor Pokja")
    assert digest(ws).whole.value != before.whole.value
    assert digest(ws).whole.count == before.whole.count

    edit.put(ws, "meeting", meeting, title="Rakor")
    assert digest(ws) == before


def test_who_wrote_when_does_not_count(ws):
    meeting = rapat(ws)
    before = digest(ws)
    with ws.database.write() as connection:
        bulk.write(connection, "meeting", list(bulk.find(connection, "meeting", [meeting]).values()), 7, "Lain")

    assert digest(ws) == before


def test_true_is_not_one(ws):
    edit.create(ws, "meeting", {"disaggregation": {"a": 1}}, id=ID)
    before = digest(ws)

    with ws.database.write() as connection:
        records.update(connection, "meeting", ID, {"disaggregation": {"a": True}}, 1, "")

    assert digest(ws) != before


def test_an_empty_value_and_none_are_told_apart(ws):
    edit.create(ws, "meeting", {"title": ""}, id=ID)
    before = digest(ws)

    edit.put(ws, "meeting", ID, title=None)

    assert digest(ws) != before


def test_what_stays_in_the_regency_counts_only_in_the_whole(ws):
    meeting = rapat(ws)
    before = digest(ws)
    person = edit.create(ws, "attendance", {"meeting_id": meeting})
    with_person = digest(ws)

    edit.create(ws, "attendance_contact", {"phone": "0812"}, id=person)

    assert digest(ws).travels == with_person.travels != before.travels
    assert digest(ws).travelling_scopes == with_person.travelling_scopes
    assert digest(ws).whole != with_person.whole


def test_a_removed_record_does_not_count(ws):
    before = digest(ws)
    meeting = rapat(ws)

    edit.remove(ws, "meeting", meeting)

    assert digest(ws) == before


def test_nothing_is_zero(ws):
    with ws.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM office")

    found = digest(ws)

    assert found.whole == found.travels == Sum(0, "0" * 64)
    assert found.scopes == {}


def test_two_places_agree_after_a_bundle(tmp_path):
    province = profile(tmp_path / "p", "provinsi", "36", "DP3AKKB Banten")
    regency = profile(tmp_path / "k")
    try:
        enrol.accept(
            regency, enrol.approve(province, enrol.request(regency, tmp_path), tmp_path, in_person=True), in_person=True
        )
        rapat(regency)
        receive.take_in(province, send.send(regency, send.find_addressee(regency), tmp_path).path)

        theirs = digest(province).travelling_scopes
        ours = digest(regency).travelling_scopes
        assert {scope: theirs[scope] for scope in theirs if scopes.contains("36.71", scope)} == ours
    finally:
        province.close()
        regency.close()
