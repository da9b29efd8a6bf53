"""Computers that are put back whole, replaced or hostile: nothing is lost for the others, and all find together."""

import shutil

import pytest

from pug_desktop import errors
from pug_desktop.app import anchor, backup, doctor, edit, enrol, meet, quarantine, receipts, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.profiles import list_profiles
from pug_desktop.app.workspace import create_profile, open_profile
from pug_desktop.replica.state import Dot, Label, RecordState
from pug_desktop.storage.join import Join
from pug_desktop.storage.states import read_self
from tests.walks.line import carry


def meeting(ws, title):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title=title)
    return made


def enrolled(below, above, folder):
    asked = enrol.request(below, folder)
    enrol.accept(below, enrol.approve(above, asked, folder, in_person=True), in_person=True)


def image_of(ws, folder):
    """The folder and its anchor, as a disk image holds them."""
    ws.close()
    shutil.copytree(ws.folder, folder)
    shutil.copy(anchor.path_for(ws.folder), folder / "anchor")
    return open_profile(ws.folder)


def put_back(ws, folder):
    ws.close()
    shutil.rmtree(ws.folder)
    shutil.copytree(folder, ws.folder)
    shutil.copy(folder / "anchor", anchor.path_for(ws.folder))
    (ws.folder / "anchor").unlink()
    return open_profile(ws.folder)


def title(ws, record):
    return edit.get(ws, "meeting", record)["title"]


@pytest.fixture
def people(line, tmp_path):
    """Office, district, province; those that are opened anew in a test are closed in it."""
    made = dict(zip(("office", "regency", "province"), line, strict=True))
    yield made
    for ws in made.values():
        ws.close()


def test_numbers_far_ahead_cut_nobody_off(people, tmp_path):
    office, regency, province = people.values()
    made = meeting(office, "biasa")
    with office.database.write() as connection:
        connection.exec_driver_sql("UPDATE sync_self SET n = ?", (2**51,))
    stick = tmp_path / "s"
    carry(office, regency, stick)
    carry(regency, province, stick)
    meeting(regency, "dari kota")
    carry(regency, province, stick)
    carry(regency, office, stick, office.profile.device_id)
    edit.put(regency, "meeting", made, title="diperbaiki")
    carry(regency, office, stick, office.profile.device_id)
    carry(regency, province, stick)
    # The one whose numbers run ahead may be shown its own value beside it; nobody else is.
    assert {title(ws, made) for ws in (regency, province)} == {"diperbaiki"}
    with regency.database.read() as connection:
        assert read_self(connection).n < 10**9
    assert doctor.check(regency).problems == ()


def test_a_disk_image_put_back_with_its_anchor_is_noticed_and_loses_nothing(people, tmp_path):
    office, regency, _ = people.values()
    stick = tmp_path / "s"
    made = meeting(office, "awal")
    carry(office, regency, stick)
    carry(regency, office, stick, office.profile.device_id)
    people["regency"] = regency = image_of(regency, tmp_path / "image")
    edit.put(regency, "meeting", made, title="judul dari kota")
    carry(regency, office, stick, office.profile.device_id)
    people["regency"] = regency = put_back(regency, tmp_path / "image")
    edit.put(regency, "meeting", made, place="Aula")
    with pytest.raises(errors.CopiedDevice):
        carry(regency, office, stick, office.profile.device_id)
    for _ in range(3):
        carry(office, regency, stick)
        carry(regency, office, stick, office.profile.device_id)
    for ws in (office, regency):
        found = edit.get(ws, "meeting", made)
        assert (found["title"], found["place"]) == ("judul dari kota", "Aula")


def test_trying_a_bundle_that_tells_of_a_rollback_leaves_the_anchor_alone(people, tmp_path):
    office, regency, _ = people.values()
    stick = tmp_path / "s"
    made = meeting(office, "awal")
    carry(office, regency, stick)
    people["office"] = office = image_of(office, tmp_path / "image")
    edit.put(office, "meeting", made, title="koreksi")
    carry(office, regency, stick)
    people["office"] = office = put_back(office, tmp_path / "image")
    sent = send.send(regency, send.find_addressee(regency, office.profile.device_id), stick)
    before = anchor.path_for(office.folder).read_bytes()
    receive.foresee(office, sent.path)
    assert anchor.path_for(office.folder).read_bytes() == before
    receive.take_in(office, sent.path)
    assert anchor.path_for(office.folder).read_bytes() != before


def test_the_same_field_typed_again_after_an_image_was_put_back_keeps_both_values(people, tmp_path):
    office, regency, _ = people.values()
    stick = tmp_path / "s"
    made = meeting(office, "awal")
    carry(office, regency, stick)
    people["office"] = office = image_of(office, tmp_path / "image")
    edit.put(office, "meeting", made, title="koreksi")
    carry(office, regency, stick)
    people["office"] = office = put_back(office, tmp_path / "image")
    edit.put(office, "meeting", made, title="koreksi lagi")
    with pytest.raises(errors.CopiedDevice):
        carry(office, regency, stick)
    back = carry(regency, office, stick, office.profile.device_id)
    assert back.conflicts == 1
    carry(office, regency, stick)
    with regency.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_record WHERE conflict = 1").scalar_one() == 1
    assert title(office, made) == title(regency, made)


def test_a_new_district_computer_gets_everything_its_predecessor_wrote(people, tmp_path):
    office, regency, province = people.values()
    stick = tmp_path / "s"
    second = create_profile(tmp_path / "o2", role="opd", region_code="36.71", office_name="Dinas Sosial")
    enrolled(second, regency, tmp_path)
    people["second"] = second
    made = {}
    for each in (office, second):
        made[each] = meeting(each, "rapat")
        carry(each, regency, stick)
        edit.put(regency, "meeting", made[each], title="diperbaiki kota")
        carry(regency, each, stick, each.profile.device_id)
    new = create_profile(tmp_path / "k2", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota")
    people["new"] = new
    enrolled(new, province, tmp_path)
    for each in (office, second):
        enrolled(each, new, tmp_path)
        received = carry(each, new, stick, new.profile.device_id)
        assert (received.left_out, received.acknowledged) == (0, True)
        assert title(new, made[each]) == "diperbaiki kota"


def test_bundles_that_add_up_to_what_nobody_can_read_are_refused(people, tmp_path):
    office, regency, province = people.values()
    record = office.new_id()

    def inflated(tag):
        cells = {Dot(1, f"{tag}{number:015x}"): f"{tag}{number}" for number in range(200)}
        with office.database.write() as connection:
            for table in ("sync_record", "meeting"):
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (bytes.fromhex(record),))
            join = Join(connection)
            vector = {dot.actor: 1 for dot in cells}
            labels = {dot: Label("", 0) for dot in cells}
            join.state(RecordState("meeting", record, office.profile.scope, vector, {"title": cells}, labels))
            join.finish()

    inflated("a")
    carry(office, regency, tmp_path / "s")
    inflated("b")
    before = digest(regency).whole
    with pytest.raises(errors.MalformedRecords):
        carry(office, regency, tmp_path / "s")
    assert digest(regency).whole == before
    carry(regency, province, tmp_path / "s")


def test_a_state_from_before_a_receipt_was_written_is_noticed(people, tmp_path):
    office, regency, _ = people.values()
    people["regency"] = regency = image_of(regency, tmp_path / "image")
    meeting(office, "rapat")
    received = carry(office, regency, tmp_path / "s")
    with regency.database.write() as connection:
        connection.exec_driver_sql("UPDATE sync_self SET n = n + 1")
    receipts.write_receipt(regency, received.bundle_id, tmp_path / "s")
    regency.close()
    shutil.rmtree(regency.folder)
    shutil.copytree(tmp_path / "image", regency.folder)
    people["regency"] = open_profile(regency.folder)
    assert people["regency"].renewed


def test_a_restore_that_fails_at_its_last_step_leaves_the_former_profile(tmp_path, monkeypatch):
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))
    ws = create_profile(None, role="opd", region_code="36.71", office_name="Dinas Satu")
    made = meeting(ws, "kerja")
    kept = backup.backup(ws, tmp_path / "cadangan")
    ws.close()
    real = backup.durable.rename

    def rename(source, target, **more):
        if source.name.endswith(".part") and target == ws.folder:
            raise OSError(13, "held by a scanner")
        real(source, target, **more)

    monkeypatch.setattr(backup.durable, "rename", rename)
    with pytest.raises(errors.FolderNotWritable):
        backup.restore(ws.folder, kept)
    assert [each.folder for each in list_profiles()] == [ws.folder]
    again = open_profile(ws.folder)
    assert title(again, made) == "kerja"
    again.close()
    monkeypatch.undo()
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))
    former = backup.restore(ws.folder, kept)
    assert former.exists()
    assert [each.folder for each in list_profiles()] == [ws.folder]


def test_two_refused_files_of_one_name_are_both_kept(line, tmp_path):
    regency = line[1]
    error = errors.UnknownSender(path="x", device="d", name="Dinas Lain")
    for content in (b"satu", b"dua", b"dua"):
        copy = tmp_path / "PUG_a.pug"
        copy.write_bytes(content)
        quarantine.set_aside(regency, copy, error)
    assert sorted(each.path.read_bytes() for each in quarantine.kept(regency)) == [b"dua", b"satu"]


def test_evidence_is_known_to_be_there_although_the_sender_was_killed_before_it_could_note_it(line, tmp_path):
    office, regency, _ = line
    stick = tmp_path / "s"
    carry(office, regency, stick)
    with office.database.write() as connection:
        connection.exec_driver_sql("UPDATE sync_export SET state = 'disiapkan', size = 0")
    carry(regency, office, stick, office.profile.device_id)
    assert [each.state for each in send.sent_log(office)] == ["diterima"]
