"""Serah terima: the former key vouches for the new one, and no moment of a crash leaves half a change."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from pug_desktop import durable, errors
from pug_desktop.app import anchor, edit, enrol, handover, key_lists, key_log, partners, receive, send
from pug_desktop.app.trust import cards
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from pug_desktop.bundle.handover import statement_of
from pug_desktop.storage.states import read_self

NEW = "sandi baru yang panjang"


@pytest.fixture
def line(tmp_path: Path) -> Iterator[list[Workspace]]:
    """A province, a regency, an office; the test may put reopened ones in place."""
    made = [
        create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB"),
        create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB", holder="Siti"),
        create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Kesehatan", holder="Budi"),
    ]
    for above, below in ((made[0], made[1]), (made[1], made[2])):
        card = enrol.approve(above, enrol.request(below, tmp_path), tmp_path, in_person=True)
        enrol.accept(below, card, in_person=True)
    yield made
    for each in made:
        each.close()


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> receive.Received:
    wanted = receiver.profile.device_id
    return receive.take_in(receiver, send.send(sender, send.find_addressee(sender, wanted), folder).path)


def hand_over(line: list[Workspace], place: int, folder: Path, holder: str = "Ani") -> None:
    """The whole way; the profile is open again afterwards."""
    above, below = line[place - 1], line[place]
    begun = handover.begin(below, folder, new_holder=holder, passphrase=NEW)
    card = enrol.approve(above, begun.request, folder)
    enrol.accept(below, card)
    below.close()
    line[place] = open_profile(below.folder, passphrase=NEW)


def state_of(ws: Workspace) -> tuple[str, str]:
    with ws.database.read() as connection:
        me = read_self(connection)
    return me.device_id, me.actor


def test_the_former_key_vouches_and_is_withdrawn(line, tmp_path):
    office = line[2]
    before = state_of(office)
    under_way = send.send(office, send.find_addressee(office), tmp_path)

    hand_over(line, 2, tmp_path)

    _, regency, office = line
    device, actor = state_of(office)
    assert device != before[0]
    assert actor != before[1]
    assert (office.profile.device_id, office.profile.holder, office.profile.locked) == (device, "Ani", True)
    assert office.keys.device_id == device
    assert [card.device.device_id for card in cards(regency).below] == [device]
    assert [card.device.device_id for card in cards(regency).withdrawn] == [before[0]]
    assert "handover_vouched" in [event.what for event in key_log.events(regency)]
    assert not handover.pending(office)
    with pytest.raises(errors.RevokedSender):
        receive.take_in(regency, under_way.path)
    carry(office, regency, tmp_path)


def test_a_request_says_who_hands_over_to_whom(line, tmp_path):
    office = line[2]
    old = office.keys.public
    begun = handover.begin(office, tmp_path, new_holder="  Ani   Lestari ", passphrase=NEW)

    statement = statement_of(enrol.look_request(line[1], begun.request))

    assert statement is not None
    assert (statement.old, statement.new_holder, statement.old_holder) == (old, "Ani Lestari", "Budi")
    assert begun.request.name == "SerahTerima_36.71_Dinas-Kesehatan.pugkey"
    assert handover.pending(office).new_holder == "Ani Lestari"


def test_a_withdrawn_key_vouches_for_nobody(line, tmp_path):
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Pencuri", passphrase=NEW)
    key_lists.revoke(regency, office.profile.device_id, "dicuri")

    with pytest.raises(errors.CodeNotCompared):
        enrol.approve(regency, begun.request, tmp_path)


def test_a_key_of_another_office_vouches_for_nobody(line, tmp_path):
    """The regency's own neighbour hands over to a key that asks for the first office."""
    _, regency, office = line
    other = create_profile(tmp_path / "o2", role="opd", region_code="36.71", office_name="Dinas Sosial")
    try:
        card = enrol.approve(regency, enrol.request(other, tmp_path), tmp_path, in_person=True)
        enrol.accept(other, card, in_person=True)
        begun = handover.begin(other, tmp_path, new_holder="X", passphrase=None)
        asked = enrol.look_request(regency, begun.request)
        assert enrol.handover_in(regency, asked) is not None
        text = begun.request.read_text().replace(other.profile.office_id, office.profile.office_id)
        begun.request.write_text(text.replace("Dinas Sosial", "Dinas Kesehatan"))
        with pytest.raises(errors.KeyFileError):
            enrol.approve(regency, begun.request, tmp_path)
    finally:
        other.close()


def test_the_answer_can_be_written_again_when_the_stick_got_lost(line, tmp_path):
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)
    enrol.approve(regency, begun.request, tmp_path).unlink()

    enrol.accept(office, enrol.approve(regency, begun.request, tmp_path))

    assert office.profile.holder == "Ani"


def test_a_regency_hands_over_and_its_offices_go_on(line, tmp_path):
    province, regency, office = line
    old = regency.profile.device_id
    hand_over(line, 1, tmp_path)
    regency = line[1]

    # What the office sends to the former key still opens, and comes from a card that the former key gave.
    sent = send.send(office, send.find_addressee(office), tmp_path)
    assert handover.former_keys(regency).device_id == old
    assert receive.look(regency, sent.path).problem is None
    assert receive.take_in(regency, sent.path).sender_name == "Dinas Kesehatan"
    # The regency's bundle tells the office who took over.
    carry(regency, office, tmp_path)
    assert partners.addressees(office)[0].device_id == regency.profile.device_id
    carry(office, regency, tmp_path)
    carry(regency, province, tmp_path)
    # The province judges an office by the chain: the former key's card is withdrawn, what it gave is on the list.
    assert cards(province).standing.lists(cards(office).own)


def test_the_former_key_signs_nothing(line, tmp_path):
    hand_over(line, 2, tmp_path)
    former = handover.former_keys(line[2])

    with pytest.raises(ValueError, match="32"):
        former.sign(b"x")


def test_open_follow_ups_change_hands_in_one_step(line, tmp_path):
    office = line[2]
    meeting = edit.create(office, "meeting", {"kind": "advokasi", "title": "Rapat", "year": 2026})
    texts = {"Kirim SK": "budi ", "Susun RKA": "Budi", "Lapor": "Dewi", "Sudah": "Budi"}
    ids = {
        text: edit.create(
            office,
            "follow_up",
            {
                "meeting_id": meeting,
                "text": text,
                "person_name": who,
                "state": "selesai" if text == "Sudah" else "belum",
            },
        )
        for text, who in texts.items()
    }

    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)

    people = {text: edit.get(office, "follow_up", each)["person_name"] for text, each in ids.items()}
    assert people == {"Kirim SK": "Ani", "Susun RKA": "Ani", "Lapor": "Dewi", "Sudah": "Budi"}
    assert begun.follow_ups == 2
    printed = "".join(page.extract_text() for page in PdfReader(begun.paper).pages)
    assert "Kirim SK" in printed
    assert "Lapor" not in printed
    assert "Yang menyerahkan" in printed
    edit.undo(office)
    assert edit.get(office, "follow_up", ids["Kirim SK"])["person_name"] == "budi "


@pytest.mark.parametrize("passphrase", [NEW, None])
def test_the_paper_says_of_the_passphrase_what_is_so(line, tmp_path, passphrase):
    begun = handover.begin(line[2], tmp_path, new_holder="Ani", passphrase=passphrase)
    printed = " ".join(PdfReader(begun.paper).pages[0].extract_text().split())
    assert ("dilindungi kata sandi pengaman yang hanya diketahui penerima" in printed) is bool(passphrase)
    assert ("belum dilindungi kata sandi pengaman" in printed) is not bool(passphrase)


def test_a_province_keeps_its_key(line, tmp_path):
    with pytest.raises(errors.WrongRole):
        handover.begin(line[0], tmp_path, new_holder="Ani", passphrase=NEW)


def test_without_a_name_or_a_card_there_is_no_handover(line, tmp_path):
    with pytest.raises(errors.WrongValue):
        handover.begin(line[2], tmp_path, new_holder=" ", passphrase=NEW)
    lonely = create_profile(tmp_path / "s", role="opd", region_code="36.71", office_name="Dinas Sosial")
    try:
        with pytest.raises(errors.NotEnrolled):
            handover.begin(lonely, tmp_path, new_holder="Ani", passphrase=NEW)
    finally:
        lonely.close()


def test_a_handover_that_was_given_up_takes_no_card(line, tmp_path):
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)
    card = enrol.approve(regency, begun.request, tmp_path)

    handover.give_up(office)

    assert handover.pending(office) is None
    with pytest.raises(errors.CertificateForOther):
        enrol.accept(office, card)


class Crash(Exception):
    """The program ends here."""


def test_a_crash_at_any_step_leaves_before_or_after(line, tmp_path, monkeypatch):
    """Each call that changes a file or the database is made the last one, until one run needs no more of them."""
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)
    card = enrol.approve(regency, begun.request, tmp_path)
    office.close()
    before = state_of_folder(office.folder)
    ends = set()
    for steps in range(20):
        folder = tmp_path / f"jatuh-{steps}"
        shutil.copytree(office.folder, folder, ignore=shutil.ignore_patterns("pug.lock"))
        left = [steps]

        def crashing(real, left=left):
            def call(*given, **named):
                if left[0] == 0:
                    raise Crash
                left[0] -= 1
                return real(*given, **named)

            return call

        ws = open_profile(folder)
        crashed = False
        with monkeypatch.context() as patch:
            for module, name in (
                (durable, "write_bytes"),
                (durable, "rename"),
                (handover, "_change_database"),
                (handover, "write_profile"),
                (Path, "unlink"),
                (durable, "sync_folder"),
            ):
                patch.setattr(module, name, crashing(getattr(module, name)))
            try:
                enrol.accept(ws, card)
            except Crash:
                crashed = True
        ws.close()
        after = opened_again(folder)
        ends.add(after)
        if not crashed:
            break
    else:
        pytest.fail("twenty steps were not enough")
    assert steps > 6
    assert ends == {before, "Ani"}


def state_of_folder(folder: Path) -> str:
    ws = open_profile(folder)
    try:
        return ws.profile.holder
    finally:
        ws.close()


def opened_again(folder: Path) -> str:
    """Whose it is; all parts of the profile agree, whoever it is."""
    try:
        ws = open_profile(folder, passphrase=NEW)
    except errors.NeedsPassphrase:
        pytest.fail("locked by somebody else")
    try:
        device, _actor = state_of(ws)
        own = cards(ws).own
        assert device == ws.profile.device_id == ws.keys.device_id == own.device.device_id
        assert not (folder / "kunci" / "serah-terima.json").exists()
        return ws.profile.holder
    finally:
        ws.close()


def test_the_same_request_gives_a_withdrawn_key_no_second_card(line, tmp_path):
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)
    enrol.accept(office, enrol.approve(regency, begun.request, tmp_path))
    key_lists.revoke(regency, office.profile.device_id, "dicuri")

    assert enrol.handover_in(regency, enrol.look_request(regency, begun.request)) is None
    with pytest.raises(errors.CodeNotCompared):
        enrol.approve(regency, begun.request, tmp_path)


def test_offices_known_before_there_were_lists_outlast_a_handover(line, tmp_path):
    """Cards given by the first release, and a handover as the first thing after the update."""
    _, regency, office = line
    with regency.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM sync_list")

    hand_over(line, 1, tmp_path)

    sent = send.send(office, send.find_addressee(office), tmp_path)
    assert receive.take_in(line[1], sent.path).sender_name == "Dinas Kesehatan"


def test_a_paper_that_cannot_be_written_begins_no_handover(line, tmp_path):
    office = line[2]
    taken = tmp_path / "berita.pdf"
    taken.mkdir()

    with pytest.raises((errors.PugError, OSError)):
        handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW, paper=taken)

    assert list(tmp_path.glob("SerahTerima*")) == []
    assert handover.pending(office) is None


def test_a_stick_that_fails_begins_no_handover_and_hands_nothing_over(line, tmp_path):
    office = line[2]
    meeting = edit.create(office, "meeting", {"kind": "advokasi", "title": "Rapat", "year": 2026})
    values = {"meeting_id": meeting, "text": "Kirim SK", "person_name": "Budi", "state": "belum"}
    task = edit.create(office, "follow_up", values)
    no_folder = tmp_path / "berkas"
    no_folder.write_text("")

    with pytest.raises(errors.StickError):
        handover.begin(office, no_folder, new_holder="Ani", passphrase=NEW)

    assert handover.pending(office) is None
    assert edit.get(office, "follow_up", task)["person_name"] == "Budi"


def test_a_crash_while_it_begins_leaves_no_request_that_ends_otherwise_than_it_says(line, tmp_path, monkeypatch):
    """Whichever call is the last one: a request on the stick can be completed, under the new holder's passphrase."""
    _, regency, office = line
    folder, whole = office.folder, tmp_path / "whole"
    office.close()
    shutil.copytree(folder, whole)
    was = anchor.path_for(folder).read_bytes()
    answered = 0
    for last in range(40):
        shutil.rmtree(folder)
        shutil.copytree(whole, folder)
        anchor.path_for(folder).write_bytes(was)
        stick = tmp_path / f"stick{last}"
        stick.mkdir()
        line[2] = office = open_profile(folder)
        calls = [0]
        with monkeypatch.context() as patched:
            for name in ("write_bytes", "rename", "sync_folder"):
                patched.setattr(durable, name, _until(getattr(durable, name), calls, last))
            patched.setattr(office.database, "write", _until(office.database.write, calls, last))
            try:
                handover.begin(office, stick, new_holder="Ani", passphrase=NEW)
                crashed = False
            except Crash:
                crashed = True
        office.close()
        line[2] = office = open_profile(folder)
        requests = list(stick.glob("SerahTerima*.pugkey"))
        if requests:
            answered += 1
            assert handover.pending(office).new_holder == "Ani"
            # The regency has approved one of a former round: the office's first card does not vouch any more.
            enrol.accept(office, enrol.approve(regency, requests[0], stick, in_person=True))
            assert (office.profile.holder, office.profile.locked) == ("Ani", True)
            office.close()
            line[2] = office = open_profile(folder, passphrase=NEW)
            assert handover.former_keys(office) is not None
        office.close()
        if not crashed:
            break
    assert not crashed
    assert answered >= 1


def _until(real, calls, last):
    def stopped(*given, **named):
        calls[0] += 1
        if calls[0] > last:
            raise Crash
        return real(*given, **named)

    return stopped


def test_after_a_handover_the_next_opening_takes_the_profile_for_no_copy(line, tmp_path):
    hand_over(line, 2, tmp_path)

    assert not line[2].renewed


def test_a_copy_of_a_profile_that_changes_hands_is_taken_for_one_all_the_same(line, tmp_path, monkeypatch):
    """The computer stopped in the middle; the folder was copied before anybody opened it again."""
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)
    card = enrol.approve(regency, begun.request, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(handover, "finish", _until(handover.finish, [0], 0))
        with pytest.raises(Crash):
            enrol.accept(office, card)
    office.close()
    shutil.copytree(office.folder, tmp_path / "salinan")

    copy = open_profile(tmp_path / "salinan", passphrase=NEW)
    copied = (copy.renewed, state_of(copy)[1])
    copy.close()
    line[2] = open_profile(office.folder, passphrase=NEW)

    assert copied[0]
    assert not line[2].renewed
    assert state_of(line[2])[1] != copied[1]


# --- a passphrase that nobody knows any more --------------------------------------------------------------------------


def test_a_forgotten_passphrase_costs_the_card_and_no_record(line, tmp_path):
    _, regency, office = line
    hand_over(line, 2, tmp_path)
    office = line[2]
    before = state_of(office)
    meeting = edit.create(office, "meeting", {"kind": "advokasi", "title": "Rapat", "year": 2026})
    office.close()
    line[2] = office = open_profile(office.folder, with_keys=False)

    handover.start_over(office, "sandi ketiga yang panjang")

    office.close()
    with pytest.raises(errors.WrongPassphrase):
        open_profile(office.folder, passphrase=NEW)
    line[2] = office = open_profile(office.folder, passphrase="sandi ketiga yang panjang")
    assert not set(state_of(office)) & set(before)
    assert not office.renewed
    assert (office.keys.device_id, office.profile.device_id) == (state_of(office)[0],) * 2
    assert edit.get(office, "meeting", meeting)["title"] == "Rapat"
    assert not enrol.status(office).enrolled
    assert "keys_new" in [event.what for event in key_log.events(office)]

    asked = enrol.request(office, tmp_path)
    with pytest.raises(errors.CodeNotCompared):
        enrol.approve(regency, asked, tmp_path)
    card = enrol.approve(regency, asked, tmp_path, in_person=True)
    with pytest.raises(errors.CodeNotCompared):
        enrol.accept(office, card)
    enrol.accept(office, card, in_person=True)
    assert carry(office, regency, tmp_path).new


def test_a_province_cannot_start_over(line):
    with pytest.raises(errors.WrongRole):
        handover.start_over(line[0], None)


def test_a_handover_under_way_ends_when_the_profile_starts_over(line, tmp_path):
    _, regency, office = line
    begun = handover.begin(office, tmp_path, new_holder="Ani", passphrase=NEW)
    card = enrol.approve(regency, begun.request, tmp_path)

    handover.start_over(office, None)

    assert handover.pending(office) is None
    assert office.profile.holder == "Budi"
    with pytest.raises(errors.CertificateForOther):
        enrol.accept(office, card, in_person=True)


def test_a_regency_that_starts_over_gives_its_offices_new_cards(line, tmp_path):
    province, regency, office = line
    handover.start_over(regency, None)
    regency.close()
    line[1] = regency = open_profile(regency.folder)
    enrol.accept(
        regency, enrol.approve(province, enrol.request(regency, tmp_path), tmp_path, in_person=True), in_person=True
    )

    card = enrol.approve(regency, enrol.request(office, tmp_path), tmp_path, in_person=True)
    enrol.accept(office, card, in_person=True)

    assert cards(office).superior.device.device_id == regency.profile.device_id
    assert carry(office, regency, tmp_path).sender_name == "Dinas Kesehatan"
