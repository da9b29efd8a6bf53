"""What is wrong is refused with its own error, and not one record changes."""

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, enrol, evidence, meet, quarantine, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import create_profile
from pug_desktop.storage import journal
from tests.walks.line import make_line


@pytest.fixture
def bundle(line, tmp_path):
    office = line[0]
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Rapat")
    paper = tmp_path / "sk.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 3000)
    evidence.attach(office, "meeting", meeting, paper)
    stick = tmp_path / "stick"
    stick.mkdir()
    return send.send(office, send.find_addressee(office), stick).path


def refused(ws, path, error):
    before = digest(ws).whole
    files = sorted((ws.folder / "berkas").rglob("*")) if (ws.folder / "berkas").exists() else []
    with pytest.raises(error) as told:
        receive.take_in(ws, path)
    assert told.value.fields["path"] == path
    assert digest(ws).whole == before
    assert sorted((ws.folder / "berkas").rglob("*") if (ws.folder / "berkas").exists() else []) == files
    assert receive.received_log(ws) == ()
    assert not list((ws.folder / "tmp").iterdir())
    assert not list((ws.folder / "masuk").iterdir())


def test_a_truncated_bundle(line, bundle):
    data = bundle.read_bytes()
    bundle.write_bytes(data[: len(data) // 2])
    refused(line[1], bundle, errors.DamagedBundle)


def test_a_flipped_bundle(line, bundle):
    data = bytearray(bundle.read_bytes())
    data[-700] ^= 1
    bundle.write_bytes(data)
    refused(line[1], bundle, errors.DamagedBundle)


def test_a_bundle_for_somebody_else(line, bundle):
    refused(line[2], bundle, errors.NotForThisOffice)


def test_a_file_that_is_no_bundle(line, tmp_path):
    (tmp_path / "foto.pug").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 4000)
    refused(line[1], tmp_path / "foto.pug", errors.NotABundle)


def test_our_own_bundle(line, bundle):
    refused(line[0], bundle, errors.OwnBundle)


def test_a_sender_whom_nobody_enrolled_is_kept_apart(line, tmp_path):
    regency = line[1]
    others = tmp_path / "lain"
    others.mkdir()
    stranger, other_regency, other_province = make_line(others)
    # The stranger has a card of another line and addresses our district's device.
    with regency.database.read() as connection:
        device_id, _, card = next(each for each in journal.cards(connection) if each[1] == "own")
    with stranger.database.write() as connection:
        journal.keep_card(connection, device_id, "below", card, "2024")
    addressee = next(each for each in send.addressees(stranger) if each.device_id == regency.profile.device_id)
    path = send.send(stranger, addressee, tmp_path).path
    refused(regency, path, errors.UnknownSender)
    (kept,) = quarantine.kept(regency)
    assert (kept.name, kept.where, kept.code) == (path.name, "karantina", "PUG-BUNDLE-005")
    assert kept.title
    for ws in (stranger, other_regency, other_province):
        ws.close()


def test_a_card_made_for_another_device(line, tmp_path):
    office, regency, _ = line
    other = create_profile(tmp_path / "x", role="opd", region_code="36.71", office_name="Dinas Sosial")
    grant = enrol.approve(regency, enrol.request(other, tmp_path), tmp_path, in_person=True)
    with pytest.raises(errors.CertificateForOther):
        enrol.accept(office, grant, in_person=True)
    other.close()


def test_a_request_from_another_district(line, tmp_path):
    regency = line[1]
    other = create_profile(tmp_path / "x", role="opd", region_code="36.72", office_name="Dinas Sosial")
    asked = enrol.request(other, tmp_path)
    with pytest.raises(errors.RequestOutsideScope):
        enrol.approve(regency, asked, tmp_path, in_person=True)
    other.close()


def test_who_has_no_card_cannot_send_and_practice_never_leaves(tmp_path):
    alone = create_profile(tmp_path / "a", role="opd", region_code="36.71", office_name="A")
    practice = create_profile(tmp_path / "b", role="opd", region_code="36.71", office_name="B", practice=True)
    with pytest.raises(errors.NotEnrolled):
        send.find_addressee(alone)
    with pytest.raises(errors.PracticeOnly):
        enrol.request(practice, tmp_path)
    alone.close()
    practice.close()


def test_a_cancelled_import_and_a_cancelled_export_leave_nothing(line, bundle, tmp_path):
    from pug_desktop.progress import Cancelled

    office, regency, _ = line

    def stop_at(limit):
        calls = iter(range(10_000))

        def step(_done, _total):
            if next(calls) >= limit:
                raise Cancelled

        return step

    before = digest(regency).whole
    for limit in range(12):
        try:
            receive.take_in(regency, bundle, stop_at(limit))
        except Cancelled:
            assert digest(regency).whole == before
            assert not list((regency.folder / "masuk").iterdir())
    target = tmp_path / "keluar"
    target.mkdir()
    for limit in range(6):
        try:
            send.send(office, send.find_addressee(office), target, stop_at(limit))
        except Cancelled:
            assert not [each for each in target.iterdir() if each.suffix != ".pug"]
    numbers = [entry.seq for entry in send.sent_log(office)]
    assert len(set(numbers)) == len(numbers)
    assert {entry.state for entry in send.sent_log(office)} <= {"dikirim", "batal"}
