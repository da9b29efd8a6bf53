"""What an honest office may meet and a dishonest one may try; each was a defect once."""

import shutil

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, edit, enrol, evidence, exchange_json, fill, meet, offices, receive, send
from pug_desktop.app.workspace import create_profile, open_profile
from pug_desktop.domain.identity import office_id
from pug_desktop.replica.state import DenseBlock, DenseRow
from pug_desktop.storage import records
from pug_desktop.storage.capture import capture
from pug_desktop.storage.join import Join
from tests.walks.line import carry, make_line

PDF = b"%PDF-1.4\n" + b"x" * 500


def attached(ws, tmp_path, name="sk.pdf"):
    meeting = meet.create_meeting(ws)
    paper = tmp_path / name
    paper.write_bytes(PDF)
    return meeting, evidence.attach(ws, "meeting", meeting, paper)


def test_undo_never_takes_back_what_came_in_after_it(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="A")
    carry(office, regency, tmp_path / "s")
    edit.put(regency, "meeting", meeting, title="B")
    carry(regency, office, tmp_path / "s", "Dinas Kesehatan")
    edit.put(office, "meeting", meeting, title="C")
    carry(office, regency, tmp_path / "s")
    assert not edit.can_undo(regency)
    assert edit.undo(regency) is None
    assert edit.get(regency, "meeting", meeting)["title"] == "C"


def test_a_long_text_with_many_lines_arrives(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    text = "baris\n" * 16_000
    edit.put(office, "meeting", meeting, discussion=text)
    carry(office, regency, tmp_path / "s")
    assert edit.get(regency, "meeting", meeting)["discussion"] == text


def test_an_office_keeps_its_sheet_when_somebody_takes_it_off_the_list(line, tmp_path):
    office, regency, _ = line
    with pytest.raises(errors.OfficeEnrolled):
        offices.remove_office(regency, office.profile.office_id)
    edit.remove(regency, "office", office.profile.office_id)
    carry(regency, office, tmp_path / "s", "Dinas Kesehatan")
    assert fill.sheet(office, 2024).office_name == "Dinas Kesehatan"


def test_people_added_elsewhere_to_a_meeting_deleted_here_are_told(line, tmp_path):
    office, regency, _ = line
    meeting = meet.create_meeting(office)
    carry(office, regency, tmp_path / "s")
    edit.remove(regency, "meeting", meeting)
    attend.add(office, meeting, name="Budi")
    assert carry(office, regency, tmp_path / "s").parked == 1


def test_a_damaged_evidence_file_stops_no_record_and_heals_when_it_is_attached_again(line, tmp_path):
    office, regency, _ = line
    meeting, row = attached(office, tmp_path)
    stored = office.blobs.path(row.sha256)
    stored.write_bytes(b"?" * len(PDF))
    got = carry(office, regency, tmp_path / "s")
    assert got.by_kind["evidence"] == 1
    assert got.files == 0
    evidence.attach(office, "meeting", meeting, tmp_path / "sk.pdf")
    assert stored.read_bytes() == PDF
    assert carry(office, regency, tmp_path / "s").files == 1


def test_the_file_of_a_removed_meeting_stays_here(line, tmp_path):
    office, regency, _ = line
    meeting, _row = attached(office, tmp_path)
    carry(office, regency, tmp_path / "s")
    edit.remove(office, "meeting", meeting)
    sent = send.send(office, send.find_addressee(office), tmp_path / "s")
    assert sent.evidence_files == 0


def test_practice_records_never_load_into_a_real_profile(line, tmp_path):
    practice = create_profile(
        tmp_path / "x", role="opd", region_code="36.71", office_name="Dinas Kesehatan", practice=True
    )
    meet.create_meeting(practice)
    exchange_json.write_dump(practice, tmp_path / "d.json")
    practice.close()
    with pytest.raises(errors.PracticeOnly):
        exchange_json.load(line[0], tmp_path / "d.json")


def test_a_request_cannot_ask_for_another_offices_records(line, tmp_path):
    _, regency, _ = line
    other = create_profile(tmp_path / "x", role="opd", region_code="36.71", office_name="Dinas Baru")
    stolen = office_id("36.71", "Dinas Kesehatan")
    object.__setattr__(other.profile, "office_id", stolen)
    asked = enrol.request(other, tmp_path)
    with pytest.raises(errors.RequestOutsideScope):
        enrol.approve(regency, asked, tmp_path, in_person=True)
    other.close()


def take(ws, *blocks):
    with ws.database.write() as connection:
        join = Join(connection)
        for block in blocks:
            join.block(block)
        return join.finish()


def test_a_record_under_another_scope_leaves_ours_and_stops_nothing(line):
    _, regency, _ = line
    meeting = meet.create_meeting(regency)
    edit.put(regency, "meeting", meeting, title="Milik kita")
    with regency.database.write() as connection:
        capture(connection, now=1)
    foreign = DenseRow(meeting, "36.71/" + "f" * 32, "f" * 16, 1, "", 5, ["Bukan"])
    done = take(regency, DenseBlock("meeting", ("title",), [foreign]))
    assert (done.parked, done.changed) == (1, 0)
    assert edit.get(regency, "meeting", meeting)["title"] == "Milik kita"


@pytest.mark.parametrize(
    ("kind", "names", "values"),
    [
        ("meeting", ("held",), [{"year": 2**40}]),
        ("meeting", ("held",), [{"year": 2022, "month": 13}]),
        ("follow_up", ("due_on", "meeting_id"), ["besok", "0" * 32]),
        ("office", ("closed_on",), ["2026-02-31"]),
        ("gender_index", ("value",), ["9" * 5000]),
        ("attendance", ("meeting_id",), [{"a": 1}]),
        ("evidence", ("owner_id",), ["bukan id"]),
    ],
)
def test_an_odd_value_is_parked_and_takes_no_page_away(line, kind, names, values):
    _, regency, _ = line
    done = take(regency, DenseBlock(kind, names, [DenseRow("a" * 32, "36.71", "f" * 16, 1, "", 5, values)]))
    assert done.parked == 1
    assert meet.meetings(regency) == ()
    assert fill.sheet(regency, 2024)


def test_a_digest_that_is_a_path_leads_nowhere(line):
    office = line[0]
    meeting = meet.create_meeting(office)
    for name in ("/etc/hostname", "../kunci/perangkat.kunci", "A" * 64, ""):
        assert not office.blobs.has(name)
        made = office.new_id()
        with office.database.write() as connection:
            values = {"owner_kind": "meeting", "owner_id": meeting, "sha256": name, "file_name": "x.pdf", "size": 3}
            records.insert(connection, "evidence", made, office.profile.scope, values, 1, "")
        with pytest.raises(errors.EvidenceMissing):
            evidence.open_copy(office, made)


def test_fields_of_a_newer_program_inside_a_group_survive_a_capture(line):
    _, regency, _ = line
    row = DenseRow("a" * 32, "36.71", "f" * 16, 1, "", 5, [{"year": 2024, "era": "baru"}])
    with regency.database.write() as connection:
        capture(connection, now=1)
    take(regency, DenseBlock("meeting", ("held",), [row]))
    with regency.database.write() as connection:
        assert capture(connection, now=1) == 0
    edit.put(regency, "meeting", "a" * 32, year=2025)
    with regency.database.write() as connection:
        assert capture(connection, now=1) == 1
        kept = connection.exec_driver_sql("SELECT cells FROM sync_record WHERE kind = 'meeting'").scalar_one()
    assert '"era":"baru"' in kept
    assert '"year":2025' in kept


def test_a_refused_bundle_leaves_no_evidence_behind(line, tmp_path, monkeypatch):
    office, regency, _ = line
    attached(office, tmp_path)
    (tmp_path / "s").mkdir()
    sent = send.send(office, send.find_addressee(office), tmp_path / "s")

    def refuse(*_given):
        raise errors.OutsideScope(path="", scope="", allowed="")

    monkeypatch.setattr(receive.Guard, "check", refuse)
    with pytest.raises(errors.OutsideScope):
        receive.take_in(regency, sent.path)
    assert not [path for path in (regency.folder / "berkas").rglob("*") if path.is_file()]


def test_a_folder_with_a_question_mark_keeps_its_database_inside(tmp_path):
    folder = tmp_path / "apa?kabar"
    create_profile(folder, role="opd", region_code="36.71", office_name="A").close()
    assert (folder / "pug.db").stat().st_size > 0
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_put_back_from_an_older_copy_gets_its_lost_writes_again_and_can_still_send(tmp_path):
    office, regency, province = make_line(tmp_path)
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Lama")
    carry(office, regency, tmp_path / "s")
    folder = office.folder
    office.close()
    shutil.copytree(folder, tmp_path / "salinan")
    office = open_profile(folder)
    edit.put(office, "meeting", meeting, title="Baru")
    carry(office, regency, tmp_path / "s")
    office.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "salinan", folder)
    office = open_profile(folder)
    carry(regency, office, tmp_path / "s", "Dinas Kesehatan")
    assert edit.get(office, "meeting", meeting)["title"] == "Baru"
    assert carry(office, regency, tmp_path / "s").conflicts == 0
    assert edit.get(regency, "meeting", meeting)["title"] == "Baru"
    for ws in (office, regency, province):
        ws.close()
