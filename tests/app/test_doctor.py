"""The doctor finds nothing wrong with a sound profile, and tells what is wrong with a broken one."""

import json
import os
import sqlite3
import stat
from contextlib import closing

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, enrol, evidence, meet, receive, send
from pug_desktop.app.doctor import check
from pug_desktop.app.findings import FINDINGS
from pug_desktop.app.profiles import write_profile
from pug_desktop.app.workspace import KEYS, create_profile, open_profile
from pug_desktop.bundle.keys import make_device_keys, save_keys
from pug_desktop.storage.capture import capture


def profile(folder, role="kabkota", region="36.71", office="DP3AP2KB", **more):
    return create_profile(folder, role=role, region_code=region, office_name=office, **more)


@pytest.fixture
def ws(tmp_path):
    made = profile(tmp_path / "a")
    yield made
    made.close()


@pytest.fixture
def used(ws, tmp_path):
    """A profile with records, an evidence file, a capture and an edit since."""
    meeting = meet.create_meeting(ws)
    meet.add_output(ws, meeting, "Rencana aksi")
    paper = tmp_path / "SK Pokja.pdf"
    paper.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    evidence.attach(ws, "meeting", meeting, paper)
    with ws.database.write() as connection:
        capture(connection, now=1)
    edit.put(ws, "meeting", meeting, title="Rakor")
    return ws


def sql(ws, statement, *values):
    with ws.database.write() as connection:
        connection.exec_driver_sql(statement, values)


def codes(found):
    return [each.code for each in found.problems]


def code(what):
    return FINDINGS[what][0]


def test_a_new_profile_is_sound(ws):
    found = check(ws)

    assert found.ok
    assert found.problems == ()
    assert found.facts["rows"] == {"office": 1}
    assert found.facts["keys"] == "unprotected"
    assert found.facts["device_id"] == ws.profile.device_id
    json.dumps(found.facts)


def test_a_used_profile_is_sound_and_nothing_is_left_behind(used):
    before = sorted(used.folder.rglob("*"))

    found = check(used)

    assert found.problems == ()
    assert found.facts["evidence"] == {"files": 1, "bytes": 48, "not_here_yet": 0, "unused": 0}
    assert found.facts["replica"]["known"] == 4
    assert sorted(used.folder.rglob("*")) == before


def test_what_was_changed_since_the_last_capture_is_a_fact(used):
    meet.create_meeting(used)
    output = meet.meeting(used, meet.meetings(used)[0].id).outputs
    with used.database.read() as connection:
        (record_id,) = connection.exec_driver_sql("SELECT id FROM output").one()
    edit.remove(used, "output", record_id.hex())

    found = check(used)

    assert found.ok
    assert found.facts["replica"]["not_captured"] == {"new": 1, "removed": 1}
    assert output is not None


def test_a_removed_record_and_its_waiting_children_are_facts(used):
    (row,) = meet.meetings(used)
    edit.remove(used, "meeting", row.id)
    with used.database.write() as connection:
        capture(connection, now=2)

    found = check(used)

    assert found.ok
    assert found.facts["replica"]["removed"] == 1
    assert found.facts["replica"]["parked"] == {"hidden": 1}


def test_after_an_exchange_both_sides_are_sound(tmp_path):
    province = profile(tmp_path / "p", "provinsi", "36", "DP3AKKB Banten")
    regency = profile(tmp_path / "k")
    opd = profile(tmp_path / "o", "opd", "36.71", "Dinas Kesehatan")
    try:
        enrol.accept(
            regency, enrol.approve(province, enrol.request(regency, tmp_path), tmp_path, in_person=True), in_person=True
        )
        enrol.accept(
            opd, enrol.approve(regency, enrol.request(opd, tmp_path), tmp_path, in_person=True), in_person=True
        )
        for sender, receiver in ((opd, regency), (regency, province)):
            meet.create_meeting(sender)
            receive.take_in(receiver, send.send(sender, send.find_addressee(sender), tmp_path).path)

        for each in (province, regency, opd):
            found = check(each)
            assert found.problems == ()
            assert found.facts["enrolled"]
        assert check(regency).facts["bundles"] == {"sent": 1, "confirmed": 0, "not_written": 0, "taken_in": 1}
        assert check(regency).facts["devices"] == 2
    finally:
        for each in (province, regency, opd):
            each.close()


def test_locked_keys_are_no_problem_without_their_passphrase(tmp_path):
    profile(tmp_path / "a", passphrase="rahasia sekali").close()
    ws = open_profile(tmp_path / "a", with_keys=False)
    try:
        found = check(ws)
    finally:
        ws.close()

    assert found.problems == ()
    assert found.facts["keys"] == "passphrase"


@pytest.mark.parametrize(
    ("statements", "what"),
    [
        (["PRAGMA application_id=1"], "header"),
        (["UPDATE sync_self SET device_id = 'X'"], "device"),
        (["UPDATE sync_self SET n = 0"], "n"),
        (["UPDATE sync_self SET lseq = 1"], "lseq"),
        (["UPDATE sync_record SET lseq = 1"], "lseq"),
        (["UPDATE sync_record SET head = '{' WHERE kind = 'meeting'"], "state"),
        (["UPDATE sync_record SET cells = '[]' WHERE kind = 'meeting'"], "state"),
        (["UPDATE sync_record SET layout = 99 WHERE kind = 'meeting'"], "state"),
        (["UPDATE sync_record SET deleted = 1 WHERE kind = 'meeting'"], "marks"),
        (["UPDATE sync_record SET conflict = 1 WHERE kind = 'meeting'"], "marks"),
        (["UPDATE sync_incarnation SET actor = 'a'"], "exchange_open"),
        (["DELETE FROM sync_incarnation"], "exchange_open"),
        (["INSERT INTO sync_incarnation VALUES ('b', 0, NULL, '')"], "exchange_open"),
        (["INSERT INTO sync_acked VALUES ('X', 'a', 9999999)"], "exchange_acked"),
        (["UPDATE sync_record SET kind = 'musyawarah' WHERE kind = 'meeting'"], "marks"),
        (["UPDATE meeting SET place = 'Hotel'", "DELETE FROM sync_mark"], "unmarked"),
        (
            ["INSERT INTO sync_export VALUES ('b1', 7, 'X', 'Y', 't', 'PUG_7.pug', 1, '{}', 'dikirim', NULL, NULL)"],
            "bundle_above",
        ),
        (
            [
                f"INSERT INTO sync_import VALUES ('{bundle}', 's', 'X', 'a', 'Dinas', '36.71', 3, 't', 't', '{{}}')"
                for bundle in ("b1", "b2")
            ],
            "bundle_twice",
        ),
        (["INSERT INTO device VALUES ('X', 'below', '{\"what\": \"pug-card\"}', 't')"], "card"),
    ],
)
def test_a_broken_table_is_found(used, statements, what):
    for statement in statements:
        sql(used, statement)

    found = check(used)

    assert not found.ok
    assert set(codes(found)) == {code(what)}


def test_a_row_that_hangs_from_nothing_is_found(used):
    # A connection of another program, which does not mind foreign keys.
    with closing(sqlite3.connect(used.database.path)) as connection, connection:
        connection.execute("DELETE FROM meeting")

    found = check(used)

    assert code("foreign_key") in codes(found)
    assert [each.where for each in found.problems if each.code == code("foreign_key")] == ["output > meeting"]


def test_a_damaged_file_is_found(used):
    for number in range(300):
        meet.add_output(used, meet.meetings(used)[0].id, f"Hasil {number} " * 40)
    folder, path = used.folder, used.database.path
    used.close()
    data = bytearray(path.read_bytes())
    # Where rows lie: a damaged schema is found when the file is opened.
    start = data.index(b"Hasil 150 ") // 4096 * 4096
    data[start : start + 8192] = os.urandom(8192)
    path.write_bytes(data)

    reopened = open_profile(folder)
    try:
        found = check(reopened)
    finally:
        reopened.close()

    assert not found.ok
    assert {code("integrity"), code("unreadable")} & set(codes(found))


def test_evidence_of_our_own_that_is_gone_or_changed_is_found(used):
    (row,) = (used.folder / "berkas").glob("??/*")
    row.chmod(stat.S_IWUSR | stat.S_IRUSR)
    row.write_bytes(b"lain")
    changed = check(used)
    row.unlink()
    gone = check(used)

    assert codes(changed) == [code("evidence_damaged")]
    assert codes(gone) == [code("evidence_missing")]
    assert gone.problems[0].where == "SK Pokja.pdf: Rapat: Rakor"


def test_evidence_of_another_office_may_still_be_on_its_way_and_unused_files_may_lie_there(used):
    other = edit.create(used, "meeting", {"title": "Rapat OPD"}, scope="36.71/" + "a" * 32)
    values = {"owner_kind": "meeting", "owner_id": other, "sha256": "0" * 64, "file_name": "SK.pdf", "size": 1}
    edit.create(used, "evidence", values, scope="36.71/" + "a" * 32)
    unused = used.blobs.path("1" * 64)
    unused.parent.mkdir(parents=True)
    unused.write_bytes(b"x")

    found = check(used)

    assert found.ok
    assert (found.facts["evidence"]["not_here_yet"], found.facts["evidence"]["unused"]) == (1, 1)


def test_the_keys_of_another_device_are_found(ws):
    folder = ws.folder
    ws.close()
    save_keys(folder / KEYS, make_device_keys(), None)
    reopened = open_profile(folder)
    try:
        found = check(reopened)
    finally:
        reopened.close()

    assert codes(found) == [code("device")]


def test_a_key_file_that_became_unreadable_is_found(ws):
    (ws.folder / KEYS).write_bytes(b"{")

    assert codes(check(ws)) == [code("keys")]


def test_profile_and_keys_that_disagree_about_a_passphrase_are_found(ws):
    save_keys(ws.folder / KEYS, ws.keys, "rahasia sekali")

    assert codes(check(ws)) == [code("keys_lock")]


def test_a_disk_that_is_nearly_full_is_found(ws, monkeypatch):
    usage = type("Usage", (), {"free": 50 * 2**20})
    monkeypatch.setattr("pug_desktop.app.doctor.shutil.disk_usage", lambda _folder: usage)

    assert codes(check(ws)) == [code("space")]


def test_a_folder_that_cannot_be_written_to_is_found(ws, monkeypatch):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pug_desktop.app.doctor._probe", refuse)

    assert codes(check(ws)) == [code("folder")]


def test_a_card_of_another_device_is_found(tmp_path):
    province = profile(tmp_path / "p", "provinsi", "36", "DP3AKKB Banten")
    regency = profile(tmp_path / "k")
    second = profile(tmp_path / "k2")
    try:
        for each in (regency, second):
            enrol.accept(
                each,
                enrol.approve(
                    province,
                    enrol.request(each, tmp_path / f"{each.folder.name}.pugkey"),
                    tmp_path / "kartu.pugkey",
                    in_person=True,
                ),
                in_person=True,
            )
        with second.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT * FROM device WHERE relation = 'own'").all()
        sql(regency, "DELETE FROM device WHERE relation = 'own'")
        sql(regency, "INSERT INTO device VALUES (?, ?, ?, ?)", *rows[0])

        assert codes(check(regency)) == [code("card_other")]
    finally:
        for each in (province, regency, second):
            each.close()


def test_a_card_whose_signature_does_not_fit_is_found(tmp_path):
    province = profile(tmp_path / "p", "provinsi", "36", "DP3AKKB Banten")
    regency = profile(tmp_path / "k")
    try:
        enrol.accept(
            regency, enrol.approve(province, enrol.request(regency, tmp_path), tmp_path, in_person=True), in_person=True
        )
        sql(regency, "UPDATE device SET card = replace(card, 'DP3AP2KB', 'DP3AP2KC') WHERE relation = 'own'")

        assert codes(check(regency)) == [code("card")]
    finally:
        province.close()
        regency.close()


def test_every_finding_has_a_code_and_words_of_its_own():
    for column in zip(*FINDINGS.values(), strict=True):
        assert len(set(column)) == len(FINDINGS)
    assert sorted(each[0] for each in FINDINGS.values()) == [f"PUG-CHECK-{n:03}" for n in range(1, len(FINDINGS) + 1)]


def test_a_cancel_goes_through(used):
    def step(done, total):
        raise errors.DatabaseBusy(path="")

    with pytest.raises(errors.DatabaseBusy):
        check(used, step)


def test_the_profile_file_is_not_touched(ws):
    write_profile(ws.folder, ws.profile)
    before = (ws.folder / "profil.json").read_bytes()

    check(ws)

    assert (ws.folder / "profil.json").read_bytes() == before
