"""What arrived is known, what got lost heals itself, and a copy never writes under another's name."""

import shutil

import pytest

from pug_desktop import errors
from pug_desktop.app import anchor, backup, edit, evidence, meet, quarantine, receipts, receive, review, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import open_profile
from pug_desktop.progress import Cancelled
from pug_desktop.storage import peers
from pug_desktop.storage.states import read_self
from tests.app.received import enter_sheet
from tests.walks.line import carry, make_line


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def deltas(monkeypatch):
    """Changes only, however small the profile is."""
    monkeypatch.setattr(send, "DELTA_ABOVE", -1)


def meeting(ws, title):
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title=title)
    return made


def paper(ws, owner, folder, name, size=3000):
    path = folder / f"{name}.pdf"
    path.write_bytes(b"%PDF-1.4\n" + name.encode() + b"x" * size)
    return evidence.attach(ws, "meeting", owner, path)


def there(ws, other):
    return next(each for each in send.standing(ws) if each.addressee.device_id == other.profile.device_id)


def test_a_bundle_counts_as_arrived_only_when_the_other_side_says_so(line, tmp_path):
    office, regency, _ = line
    meeting(office, "Rapat")
    carry(office, regency, tmp_path / "s")
    assert [each.state for each in send.sent_log(office)] == ["dikirim"]
    assert there(office, regency).confirmed_seq == 0
    assert there(office, regency).waiting_changes > 0

    back = carry(regency, office, tmp_path / "s", office.profile.device_id)

    assert back.confirmed == (send.sent_log(office)[0].bundle_id,)
    assert [each.state for each in send.sent_log(office)] == ["diterima"]
    assert there(office, regency).confirmed_seq == 1
    assert there(office, regency).unconfirmed == 0
    for _ in range(2):
        carry(office, regency, tmp_path / "s")
        carry(regency, office, tmp_path / "s", office.profile.device_id)
    assert there(office, regency).waiting_changes == 0


def test_a_receipt_on_the_stick_confirms_as_well_and_only_once(line, tmp_path, stick):
    office, regency, _ = line
    meeting(office, "Rapat")
    received = carry(office, regency, stick)
    receipts.write_receipt(regency, received.bundle_id, stick)
    (stick / "lain.pugtt").write_text("{}")

    good, bad = sorted(receipts.read_receipts(office, stick), key=lambda each: each.error is not None)
    again = [each for each in receipts.read_receipts(office, stick) if each.error is None]

    assert (good.seqs, good.office_name, good.error) == ((1,), "DP3AP2KB Kota", None)
    assert type(bad.error) is errors.NotAReceipt
    assert [each.seqs for each in again] == [()]
    assert there(office, regency).waiting_changes == 0
    assert receipts.read_receipts(regency, stick)[0].error is not None
    names = " ".join(path.read_text() for path in stick.glob("*.pugtt"))
    assert not [each for each in ("Dinas", "DP3AP2KB", "Rapat") if each in names]


def test_a_receipt_of_somebody_else_is_refused(line, tmp_path, stick):
    office, regency, _ = line
    meeting(office, "Rapat")
    received = carry(office, regency, stick)
    path = receipts.write_receipt(regency, received.bundle_id, stick)
    path.write_text(path.read_text().replace('"upto":', '"upto": 1', 1))
    (refused,) = receipts.read_receipts(office, stick)
    assert type(refused.error) is errors.ReceiptNotTrusted
    assert there(office, regency).confirmed_seq == 0


@pytest.mark.usefixtures("deltas")
def test_only_changes_go_once_the_rest_is_known_to_be_there(line, tmp_path, stick):
    office, regency, _ = line
    meeting(office, "Satu")
    for _ in range(2):
        carry(office, regency, stick)
        carry(regency, office, stick, office.profile.device_id)
    meeting(office, "Dua")

    preview = send.preview(office, send.find_addressee(office), stick)
    sent = send.send(office, send.find_addressee(office), stick)
    received = receive.take_in(regency, sent.path)

    assert not preview.full
    assert (sent.counts, sent.full) == ({"meeting": 1}, False)
    assert (received.new, received.acknowledged) == (1, True)
    assert digest(office).scopes == {
        scope: each for scope, each in digest(regency).scopes.items() if scope in digest(office).scopes
    }


@pytest.mark.usefixtures("deltas")
def test_a_lost_bundle_leaves_a_gap_that_is_not_acknowledged_and_heals(line, tmp_path, stick):
    office, regency, _ = line
    meeting(office, "Satu")
    carry(office, regency, stick)
    carry(regency, office, stick, office.profile.device_id)
    late = meeting(office, "Dua")
    lost = send.send(office, send.find_addressee(office), stick)
    # The receipt for it comes without the bundle ever having been taken in: what was acknowledged stays the same.
    with office.database.write() as connection:
        me = read_self(connection)
        device = regency.profile.device_id
        connection.exec_driver_sql("UPDATE sync_acked SET upto = ? WHERE peer = ?", (me.lseq, device))
    meeting(office, "Tiga")
    gap = send.send(office, send.find_addressee(office), stick)

    received = receive.take_in(regency, gap.path)

    assert not received.acknowledged
    assert there(regency, office).missing_seqs == (lost.seq,)
    assert edit.get(regency, "meeting", late) is None
    # A gap says that something which was said to be there is not: the district asks for everything.
    carry(regency, office, stick, office.profile.device_id)
    whole = send.send(office, send.find_addressee(office), stick)
    assert whole.full
    assert receive.take_in(regency, whole.path).acknowledged
    assert edit.get(regency, "meeting", late) is not None


@pytest.mark.usefixtures("deltas")
def test_two_sides_that_should_agree_and_do_not_send_everything_again(line, tmp_path, stick):
    office, regency, _ = line
    made = meeting(office, "Satu")
    for _ in range(2):
        carry(office, regency, stick)
        carry(regency, office, stick, office.profile.device_id)
    # A page of the district's file went bad: the record and its row are gone, and nobody deleted them.
    with regency.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM meeting WHERE id = ?", (bytes.fromhex(made),))
        connection.exec_driver_sql("DELETE FROM sync_record WHERE kind = 'meeting'")

    first = carry(office, regency, stick)
    assert first.diverged
    back = carry(regency, office, stick, office.profile.device_id)
    assert back.full
    again = carry(office, regency, stick)
    assert again.full
    assert edit.get(regency, "meeting", made) is not None
    assert not again.diverged


def test_evidence_goes_once_and_again_when_it_is_asked_for(line, tmp_path, stick):
    office, regency, _ = line
    made = meeting(office, "Rapat")
    paper(office, made, tmp_path, "sk")
    assert carry(office, regency, stick).files == 1
    carry(regency, office, stick, office.profile.device_id)
    again = send.send(office, send.find_addressee(office), stick)
    assert again.evidence_files == 0
    assert receive.take_in(regency, again.path).files_waiting == 0

    for path in (regency.folder / "berkas").rglob("*"):
        if path.is_file():
            path.unlink()
    carry(regency, office, stick, office.profile.device_id)
    third = send.send(office, send.find_addressee(office), stick)
    assert third.evidence_files == 1
    assert receive.take_in(regency, third.path).files == 1


def test_evidence_over_the_budget_follows_later_the_smallest_first(line, tmp_path, stick):
    office, regency, _ = line
    made = meeting(office, "Rapat")
    for name, size in (("kecil", 1000), ("sedang", 20_000), ("besar", 90_000)):
        paper(office, made, tmp_path, name, size)
    preview = send.preview(office, send.find_addressee(office), stick, budget=30_000)
    sent = send.send(office, send.find_addressee(office), stick, budget=30_000)
    received = receive.take_in(regency, sent.path)
    assert (preview.evidence_files, preview.evidence_left_out) == (2, 1)
    assert (sent.evidence_files, sent.evidence_left_out) == (2, 1)
    assert (received.files, received.files_waiting) == (2, 1)
    carry(regency, office, stick, office.profile.device_id)
    rest = send.send(office, send.find_addressee(office), stick)
    assert rest.evidence_files == 1
    assert receive.take_in(regency, rest.path).files_waiting == 0


def test_evidence_that_does_not_fit_beside_the_records_goes_into_files_of_its_own(line, tmp_path, stick, monkeypatch):
    from pug_desktop.app import outgoing_files

    monkeypatch.setattr(outgoing_files, "FIRST_BYTES", 5_000)
    monkeypatch.setattr(outgoing_files, "FURTHER_BYTES", 50_000)
    office, regency, _ = line
    made = meeting(office, "Rapat")
    for name, size in (("a", 1000), ("b", 20_000), ("c", 21_000), ("d", 40_000)):
        paper(office, made, tmp_path, name, size)

    sent = send.send(office, send.find_addressee(office), stick)

    assert [path.name[-8:-4] for path in sent.files] == ["0001", "-b01", "-b02"]
    outcomes = receive.take_all(regency, sent.files[::-1])
    assert [each.state for each in outcomes] == ["taken_in"] * 3
    assert [each.received.files for each in outcomes] == [1, 2, 1]
    assert outcomes[-1].received.files_waiting == 0
    assert all(each.received.acknowledged for each in outcomes)
    assert there(regency, office).missing_seqs == ()


def test_records_over_the_limit_go_as_several_bundles_in_any_order(line, stick, monkeypatch):
    from pug_desktop.bundle import limits

    office, regency, _ = line
    for number in range(25):
        meeting(office, f"Rapat {number}")
    monkeypatch.setattr(limits, "MAX_RECORDS", 10)
    sent = send.send(office, send.find_addressee(office), stick)
    assert len(sent.files) == 3
    received = [receive.take_in(regency, path) for path in (sent.files[1], sent.files[2], sent.files[0])]
    assert [each.acknowledged for each in received] == [False, False, True]
    assert digest(office).whole.count <= digest(regency).whole.count
    again = [receive.take_in(regency, path) for path in sent.files]
    assert all(each.already for each in again)
    back = carry(regency, office, stick, office.profile.device_id)
    assert len(back.confirmed) == 3


def test_trying_a_bundle_says_what_it_would_do_and_does_nothing(line, tmp_path, stick):
    office, regency, _ = line
    paper(office, meeting(office, "Rapat"), tmp_path, "sk")
    sent = send.send(office, send.find_addressee(office), stick)
    before = digest(regency).whole
    foreseen = receive.foresee(regency, sent.path)
    assert digest(regency).whole == before
    assert not receive.received_log(regency)
    received = receive.take_in(regency, sent.path)
    numbers = ("new", "changed", "unchanged", "conflicts", "parked", "files", "by_kind", "files_waiting")
    assert [getattr(received, each) for each in numbers][:6] == [getattr(foreseen, each) for each in numbers][:6]
    titles = [each.title for each in receive.brought(regency, received.bundle_id, "new")]
    assert any("Rapat" in each for each in titles)


def test_what_is_set_aside_can_be_tried_again_and_thrown_away(line, tmp_path, stick):
    office, regency, _ = line
    others = tmp_path / "lain"
    others.mkdir()
    stranger = make_line(others)
    meeting(office, "Rapat")
    sent = send.send(office, send.find_addressee(office), stick)
    with regency.database.write() as connection:
        taken = connection.exec_driver_sql("SELECT device_id, relation, card, known_at FROM device").all()
        connection.exec_driver_sql("DELETE FROM device")
    with pytest.raises(errors.UnknownSender):
        receive.take_in(regency, sent.path)
    (kept,) = quarantine.kept(regency)
    with pytest.raises(errors.UnknownSender):
        quarantine.retry(regency, kept)
    assert len(quarantine.kept(regency)) == 1
    with regency.database.write() as connection:
        for row in taken:
            connection.exec_driver_sql(
                "INSERT INTO device (device_id, relation, card, known_at) VALUES (?, ?, ?, ?)", tuple(row)
            )
    assert quarantine.retry(regency, kept).new
    assert quarantine.kept(regency) == ()
    for ws in stranger:
        ws.close()


def test_a_copied_profile_becomes_a_writer_of_its_own(line, tmp_path, stick):
    office, regency, _ = line
    made = meeting(office, "Rapat")
    carry(office, regency, stick)
    office.close()
    shutil.copytree(office.folder, tmp_path / "salinan")
    first, copy = open_profile(office.folder), open_profile(tmp_path / "salinan")
    assert (first.renewed, copy.renewed) == (False, True)
    edit.put(first, "meeting", made, title="Dari yang pertama")
    edit.put(copy, "meeting", made, title="Dari salinan")
    carry(first, regency, stick)
    received = carry(copy, regency, stick)
    assert received.conflicts == 1
    first.close()
    copy.close()
    again = open_profile(tmp_path / "salinan")
    assert not again.renewed
    again.close()


def test_a_backup_is_whole_and_put_back_it_writes_as_a_new_one(line, tmp_path, stick):
    office, regency, _ = line
    made = meeting(office, "Lama")
    paper(office, made, tmp_path, "sk")
    carry(office, regency, stick)
    kept = backup.backup(office, tmp_path / "cadangan")
    with office.database.read() as connection:
        actor = read_self(connection).actor
    edit.put(office, "meeting", made, title="Baru")
    carry(office, regency, stick)
    office.close()

    former = backup.restore(office.folder, kept)

    assert former is not None
    back = open_profile(office.folder)
    with back.database.read() as connection:
        assert read_self(connection).actor != actor
        assert not peers.acked(connection, regency.profile.device_id, actor)
    assert edit.get(back, "meeting", made)["title"] == "Lama"
    received = carry(regency, back, stick, back.profile.device_id)
    assert received.returned == 1
    assert edit.get(back, "meeting", made)["title"] == "Baru"
    edit.put(back, "meeting", made, title="Paling baru")
    assert carry(back, regency, stick).conflicts == 0
    assert edit.get(regency, "meeting", made)["title"] == "Paling baru"
    back.close()


def test_an_altered_backup_is_refused_and_changes_nothing(line, tmp_path):
    office = line[0]
    meeting(office, "Lama")
    kept = backup.backup(office, tmp_path / "cadangan")
    with (kept / "pug.db").open("r+b") as file:
        file.seek(5000)
        file.write(b"?")
    office.close()
    before = sorted(path.name for path in office.folder.parent.iterdir())
    with pytest.raises(errors.NotABackup):
        backup.restore(office.folder, kept)
    assert sorted(path.name for path in office.folder.parent.iterdir()) == before
    open_profile(office.folder).close()


def test_a_cancelled_backup_leaves_nothing(line, tmp_path):
    def stop(*_done):
        raise Cancelled

    with pytest.raises(Cancelled):
        backup.backup(line[0], tmp_path / "cadangan", stop)
    assert list((tmp_path / "cadangan").iterdir()) == []


def test_the_anchor_lies_outside_the_profile_from_the_beginning(line):
    office = line[0]
    assert anchor.path_for(office.folder).exists()
    assert anchor.path_for(office.folder).parent == office.folder.parent


def test_a_state_from_before_the_first_bundle_writes_as_a_new_one(line, tmp_path, stick):
    office, regency, _ = line
    made = meeting(office, "Lama")
    kept = backup.backup(office, tmp_path / "cadangan")
    carry(office, regency, stick)
    with office.database.read() as connection:
        actor = read_self(connection).actor
    office.close()
    backup.restore(office.folder, kept)
    back = open_profile(office.folder)
    with back.database.read() as connection:
        assert read_self(connection).actor != actor
    edit.put(back, "meeting", made, title="Baru")
    assert carry(back, regency, stick).changed >= 1
    assert edit.get(regency, "meeting", made)["title"] == "Baru"
    back.close()


def test_karantina_does_not_grow_without_end(line, tmp_path, stick, monkeypatch):
    _, regency, _ = line
    monkeypatch.setattr(quarantine, "MOST_KEPT", 3)
    error = errors.UnknownSender(path="x", device="d", name="Dinas Lain")
    for number in range(5):
        copy = tmp_path / f"{number}.pug"
        copy.write_bytes(b"x")
        quarantine.set_aside(regency, copy, error)
    assert len(quarantine.kept(regency)) == 3
    assert len(list((regency.folder / "karantina").iterdir())) == 6
    assert {each.sender_name for each in quarantine.kept(regency)} == {"Dinas Lain"}


def test_bundles_that_a_stick_worm_moved_away_are_found(line, tmp_path, stick):
    office, regency, _ = line
    meeting(office, "Rapat")
    sent = send.send(office, send.find_addressee(office), stick)
    for number, name in enumerate((" ", ".sub", "biasa/dalam")):
        folder = stick / name
        folder.mkdir(parents=True)
        shutil.copy(sent.path, folder / f"{number}.pug")
    sent.path.unlink()
    (stick / "FLASHDISK.lnk").write_bytes(b"x")
    (stick / "taut").symlink_to(tmp_path, target_is_directory=True)
    found = receive.find(stick)
    assert sorted(path.name for path in found) == ["0.pug", "1.pug", "2.pug"]
    outcomes = receive.take_all(regency, found)
    assert sorted(each.state for each in outcomes) == ["already", "already", "taken_in"]
    receipts.write_receipt(regency, outcomes[0].received.bundle_id, stick / " ")
    assert [each.seqs for each in receipts.read_receipts(office, stick)] == [(1,)]


def test_what_came_before_a_card_was_withdrawn_counts_as_taken_in(line, stick):
    from pug_desktop.app import key_lists

    office, regency, _ = line
    meeting(office, "Rapat")
    sent = send.send(office, send.find_addressee(office), stick)
    receive.take_in(regency, sent.path)
    later = send.send(office, send.find_addressee(office), stick)
    key_lists.revoke(regency, office.profile.device_id, "laptop hilang")
    assert receive.take_in(regency, sent.path).already
    assert receive.look(regency, sent.path).problem is None
    with pytest.raises(errors.RevokedSender):
        receive.take_in(regency, later.path)


@pytest.mark.usefixtures("deltas")
def test_a_lost_bundle_whose_content_came_later_is_not_missed(line, stick):
    office, regency, _ = line
    meeting(office, "Satu")
    carry(office, regency, stick)
    meeting(office, "Dua")
    send.send(office, send.find_addressee(office), stick)
    meeting(office, "Tiga")
    assert carry(office, regency, stick).acknowledged
    assert there(regency, office).missing_seqs == ()


def test_a_review_that_regency_and_province_lost_comes_back_from_the_office(line, tmp_path, stick):
    office, regency, province = line
    answer = enter_sheet(office, office.profile.scope, {"P2.06": 4})["P2.06"]
    carry(office, regency, stick)
    carry(regency, province, stick)
    kept = [(each.folder, backup.backup(each, tmp_path / "cadangan")) for each in (regency, province)]
    review.review(province, answer, "catatan", "Bagus.")
    carry(province, regency, stick, regency.profile.device_id)
    carry(regency, office, stick, office.profile.device_id)
    for each in (regency, province):
        each.close()
    for folder, copy in kept:
        backup.restore(folder, copy)
    regency, province = (open_profile(folder) for folder, _ in kept)
    carry(province, regency, stick, regency.profile.device_id)

    # The regency cannot believe an office about it, and the province can.
    received = carry(office, regency, stick)
    assert (received.left_out, received.acknowledged) == (1, False)
    assert review.reviews_of(regency, answer) == ()
    assert carry(regency, province, stick).returned == 1
    carry(province, regency, stick, regency.profile.device_id)

    assert [each.remark for each in review.reviews_of(regency, answer)] == ["Bagus."]
    received = carry(office, regency, stick)
    assert (received.left_out, received.acknowledged) == (0, True)
    sums = {digest(each).travelling_scopes[office.profile.scope] for each in (office, regency, province)}
    assert len(sums) == 1
    for each in (regency, province):
        each.close()
