"""Withdrawn key cards: who hears of it, whose word counts, and that no list goes backwards."""

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import (
    backup,
    enrol,
    handover,
    key_lists,
    key_log,
    offices,
    partners,
    receipts,
    receive,
    recovery,
    send,
)
from pug_desktop.app.trust import cards, trusted
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from pug_desktop.bundle.card_list import Listed, Withdrawn, list_json, read_list, sign_list
from pug_desktop.bundle.cards import Office, issue_card, make_request
from pug_desktop.bundle.keys import make_device_keys
from pug_desktop.bundle.manifest import Sender
from pug_desktop.bundle.trust import Trust, judge_sender
from pug_desktop.storage import journal, key_records

AT = "2026-11-22T08:00:00+00:00"


@dataclass
class Region:
    """A province, two regencies, and an office of the first."""

    province: Workspace
    city: Workspace
    other: Workspace
    office: Workspace

    def all(self) -> tuple[Workspace, ...]:
        return self.province, self.city, self.other, self.office


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    made = Region(
        create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB"),
        create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota"),
        create_profile(tmp_path / "l", role="kabkota", region_code="36.72", office_name="DP3AP2KB Cilegon"),
        create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Kesehatan"),
    )
    for below, above in ((made.city, made.province), (made.other, made.province), (made.office, made.city)):
        card = enrol.approve(above, enrol.request(below, tmp_path), tmp_path, in_person=True)
        enrol.accept(below, card, in_person=True)
    yield made
    for each in made.all():
        each.close()


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> receive.Received:
    wanted = receiver.profile.device_id
    return receive.take_in(receiver, send.send(sender, send.find_addressee(sender, wanted), folder).path)


def take(ws: Workspace, *documents: dict) -> int:
    with ws.database.write() as connection:
        return key_lists.take_lists(ws, connection, documents)


def forged(ws: Workspace, number: int, *revoked: Withdrawn, given: tuple[Listed, ...] = ()) -> dict:
    """A list that an office of ours signs, whatever it says."""
    kept = cards(ws)
    root = kept.root.device
    right = read_list(key_lists.own_list(ws), root)
    changed = type(right)(right.card, right.chain, number, given, revoked)
    return list_json(sign_list(changed, ws.keys))


def withdrawn(card_of: Workspace, by_list: int = 1) -> Withdrawn:
    card = cards(card_of).own
    return Withdrawn(card.serial, card.device.device_id, "hilang", AT, by_list)


def test_a_bundle_of_a_withdrawn_device_is_refused_and_what_it_brought_stays(region, tmp_path):
    bundle = send.send(region.office, send.find_addressee(region.office), tmp_path)
    receive.take_in(region.city, bundle.path)
    known = len(offices.offices(region.city))

    number = key_lists.revoke(region.city, region.office.profile.device_id, "laptop dicuri")

    assert number == 2
    later = send.send(region.office, send.find_addressee(region.office), tmp_path)
    with pytest.raises(errors.RevokedSender) as caught:
        receive.take_in(region.city, later.path)
    assert caught.value.fields["reason"] == "laptop dicuri"
    assert len(offices.offices(region.city)) == known
    assert region.office.profile.device_id not in {each.device_id for each in partners.addressees(region.city)}


def test_a_new_card_makes_the_device_good_again(region, tmp_path):
    key_lists.revoke(region.city, region.office.profile.device_id, "hilang")
    card = enrol.approve(region.city, enrol.request(region.office, tmp_path), tmp_path, in_person=True)
    enrol.accept(region.office, card)

    assert carry(region.office, region.city, tmp_path).sender_name == "Dinas Kesehatan"


def test_the_province_hears_of_it_and_may_withdraw_it_as_well(region, tmp_path):
    device = region.office.profile.device_id
    with pytest.raises(errors.UnknownName):
        key_lists.revoke(region.province, device, "hilang")
    carry(region.city, region.province, tmp_path)

    key_lists.revoke(region.province, device, "hilang")
    carry(region.province, region.city, tmp_path)

    assert cards(region.city).below == ()
    assert [card.device.device_id for card in cards(region.city).withdrawn] == [device]
    with pytest.raises(errors.RevokedSender):
        carry(region.office, region.city, tmp_path)


def test_a_list_goes_on_downwards(region, tmp_path):
    """The office below hears of a withdrawn regency through the regency's successor or any other way."""
    key_lists.revoke(region.province, region.other.profile.device_id, "hilang")
    carry(region.province, region.city, tmp_path)

    carry(region.city, region.office, tmp_path)

    assert cards(region.other).own.serial in key_lists.revoked(region.office)


def test_a_lower_or_equal_number_changes_nothing(region):
    city = key_lists.own_list(region.city)
    key_lists.revoke(region.city, region.office.profile.device_id, "hilang")
    newer = key_lists.own_list(region.city)

    assert take(region.province, newer) == 1
    assert take(region.province, newer) == 0
    assert take(region.province, city) == 0
    assert cards(region.office).own.serial in key_lists.revoked(region.province)
    # The same number with another content is no news either.
    assert take(region.province, forged(region.city, newer["number"])) == 0
    assert cards(region.office).own.serial in key_lists.revoked(region.province)


def test_an_office_beside_withdraws_nobody(region, tmp_path):
    """A regency names another regency's office, and the other regency itself."""
    take(region.province, forged(region.other, 7, withdrawn(region.office), withdrawn(region.city)))

    assert carry(region.city, region.province, tmp_path).sender_name == "DP3AP2KB Kota"
    standing = cards(region.province).standing
    assert standing.of(cards(region.office).own) is None
    assert [card.office.name for card in cards(region.province).withdrawn] == []


def test_an_office_withdraws_neither_itself_nor_its_own_kind(region):
    take(region.city, forged(region.city, 9, withdrawn(region.city)))
    with region.city.database.read() as connection:
        assert key_records.lists(connection)
    assert cards(region.city).standing.of(cards(region.city).own) is None


def test_what_is_malformed_or_signed_by_others_is_logged_and_raises_nothing(region):
    right = key_lists.own_list(region.city)
    bad = [
        {},
        {"what": "pug-list"},
        {**right, "number": 99},
        {**right, "signature": "00" * 64},
        {**right, "version": 2},
    ]
    bad += [None, 5, "x", {"issuer": "x" * 5000}, {**right, "cards": [5]}, {**right, "revoked": {"a": 1}}]

    assert take(region.province, *bad) == 0
    assert [event.what for event in key_log.events(region.province)].count("list_refused") == len(bad)


def test_a_list_that_does_not_concern_us_is_not_kept(region):
    assert take(region.office, key_lists.own_list(region.other) or {}, forged(region.other, 3)) == 0


def test_a_withdrawn_device_signs_no_further_list(region):
    key_lists.revoke(region.province, region.city.profile.device_id, "dicuri")

    assert take(region.province, forged(region.city, 50, withdrawn(region.office))) == 0


def test_who_lost_its_own_list_gets_it_back(region, tmp_path):
    key_lists.revoke(region.city, region.office.profile.device_id, "hilang")
    carry(region.city, region.province, tmp_path)
    with region.city.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM sync_list")
    assert cards(region.city).withdrawn == ()

    carry(region.province, region.city, tmp_path)

    assert len(cards(region.city).withdrawn) == 1
    assert key_lists.own_list(region.city)["number"] >= 2


def test_without_a_card_no_list_is_believed(tmp_path, region):
    lonely = create_profile(tmp_path / "s", role="opd", region_code="36.71", office_name="Dinas Sosial")
    try:
        assert take(lonely, key_lists.own_list(region.city)) == 0
        assert key_lists.own_list(lonely) is None
    finally:
        lonely.close()


def test_a_withdrawal_needs_a_reason_and_a_device(region):
    for reason in ("", "  ", "x" * 600):
        with pytest.raises(errors.WrongValue):
            key_lists.revoke(region.city, region.office.profile.device_id, reason)
    with pytest.raises(errors.UnknownName):
        key_lists.revoke(region.city, region.other.profile.device_id, "hilang")
    with pytest.raises(errors.UnknownName):
        key_lists.revoke(region.city, region.city.profile.device_id, "hilang")


def test_withdrawing_twice_is_once(region):
    device = region.office.profile.device_id
    assert key_lists.revoke(region.city, device, "hilang") == key_lists.revoke(region.city, device, "hilang lagi")


def test_our_list_stays_as_it_is_while_nothing_changes(region):
    first = key_lists.own_list(region.city)

    assert key_lists.own_list(region.city) == first
    assert [each["device_id"] for each in first["cards"]] == [region.office.profile.device_id]


def test_an_office_whose_card_was_withdrawn_is_not_counted_as_enrolled(region):
    key_lists.revoke(region.city, region.office.profile.device_id, "hilang")

    row = next(each for each in offices.offices(region.city) if each.name == "Dinas Kesehatan")

    assert not row.enrolled


def test_trusted_says_what_the_lists_say(region):
    key_lists.revoke(region.city, region.office.profile.device_id, "hilang")
    found = trusted(region.city)

    assert found.revoked == key_lists.revoked(region.city) == {cards(region.office).own.serial}
    assert region.office.profile.device_id in found.cards


def test_no_private_half_lies_in_the_clear(tmp_path, caplog):
    """Seeded search: the profile's files, the log, what went onto the stick."""
    caplog.set_level(logging.DEBUG)
    province = create_profile(
        tmp_path / "p",
        role="provinsi",
        region_code="36",
        office_name="DP3AKKB",
        passphrase="lima kata acak dari daftar",
    )
    regency = create_profile(
        tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB", passphrase="kata yang lain sekali"
    )
    stick = tmp_path / "stick"
    stick.mkdir()
    seeds = [b"lima kata acak", b"kata yang lain"]
    try:
        card = enrol.approve(province, enrol.request(regency, stick), stick, in_person=True)
        enrol.accept(regency, card, in_person=True)
        carry(regency, province, stick)
        for ws in (province, regency):
            seed, secret = ws.keys.signing_seed, ws.keys.receiving_secret
            seeds += [seed, seed.hex().encode(), secret.encode(), secret.lower().encode()]
    finally:
        province.close()
        regency.close()
    whole = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]

    assert len(whole) > 8
    assert not [seed for seed in seeds if any(seed in data for data in whole) or seed in caplog.text.encode()]


# --- put back from a backup -----------------------------------------------------------------------------------------


def told(ws: Workspace) -> set[str]:
    """The offices whose cards do not hold any more, as far as this profile knows."""
    return {card.office.name for card in cards(ws).withdrawn}


@pytest.fixture
def two(region, tmp_path) -> Iterator[tuple[Workspace, Workspace]]:
    """Two more offices of the city."""
    made = []
    for name in ("Dinas X", "Dinas Y"):
        made.append(create_profile(tmp_path / name[-1], role="opd", region_code="36.71", office_name=name))
        enrol.accept(
            made[-1],
            enrol.approve(region.city, enrol.request(made[-1], tmp_path), tmp_path, in_person=True),
            in_person=True,
        )
    yield made[0], made[1]
    for each in made:
        each.close()


def put_back(region: Region, source: Path, *, disk_lost: bool) -> None:
    folder = region.city.folder
    region.city.close()
    if disk_lost:
        shutil.rmtree(folder)
    backup.restore(folder, source)
    region.city = open_profile(folder)


@pytest.mark.parametrize("further", [0, 2])
def test_a_city_put_back_withdraws_what_either_of_its_lives_withdrew(region, two, tmp_path, further):
    x, y = two
    key_lists.own_list(region.city)
    source = backup.backup(region.city, tmp_path)
    key_lists.revoke(region.city, x.profile.device_id, "x dicuri")
    for number in range(further):
        key_lists.revoke(region.city, region.office.profile.device_id, f"hilang {number}")
    carry(region.city, region.province, tmp_path)
    before = key_lists.numbers(region.province)["DP3AP2KB Kota"]
    put_back(region, source, disk_lost=True)
    key_lists.revoke(region.city, y.profile.device_id, "y dicuri")
    assert told(region.city) == {"Dinas Y"}

    carry(region.province, region.city, tmp_path)

    assert told(region.city) >= {"Dinas X", "Dinas Y"}
    now = key_lists.own_list(region.city)
    assert now["number"] > before
    carry(region.city, region.province, tmp_path)
    assert key_lists.revoked(region.province) >= {cards(x).own.serial, cards(y).own.serial}


def test_a_list_without_a_withdrawal_that_was_told_before_takes_none_back(region, two, tmp_path):
    """The city was put back; its next lists do not know of X, and what it gets from above tells it."""
    x, y = two
    source = backup.backup(region.city, tmp_path)
    key_lists.revoke(region.city, x.profile.device_id, "x dicuri")
    carry(region.city, region.province, tmp_path)
    put_back(region, source, disk_lost=True)
    key_lists.revoke(region.city, y.profile.device_id, "y dicuri")
    both = {cards(x).own.serial, cards(y).own.serial}

    carry(region.city, region.province, tmp_path)
    assert key_lists.revoked(region.province) == both
    key_lists.revoke(region.city, region.office.profile.device_id, "hilang")
    carry(region.city, region.province, tmp_path)
    assert key_lists.revoked(region.province) > both

    carry(region.province, region.city, tmp_path)
    assert told(region.city) == {"Dinas X", "Dinas Y", "Dinas Kesehatan"}
    carry(region.city, region.province, tmp_path)
    with region.province.database.read() as connection:
        assert (
            sum(each["card"]["office"]["name"] == "DP3AP2KB Kota" for each in key_records.lists(connection).values())
            == 1
        )


def test_a_backup_put_over_a_profile_keeps_its_withdrawals_and_its_recovery_sheet(region, two, tmp_path):
    x, _ = two
    source = backup.backup(region.city, tmp_path)
    key_lists.revoke(region.city, x.profile.device_id, "x dicuri")
    in_use = {"recipient": "age1" + "q" * 58, "confirmed": AT}
    with region.city.database.write() as connection:
        journal.write_setting(connection, recovery.SETTING, in_use)
    number = key_lists.own_list(region.city)["number"]

    put_back(region, source, disk_lost=False)

    assert told(region.city) == {"Dinas X"}
    assert key_lists.own_list(region.city)["number"] >= number
    assert recovery.recovery_recipient(region.city) == in_use["recipient"]


def test_a_backup_is_put_over_a_profile_that_cannot_be_read(region, tmp_path):
    source = backup.backup(region.city, tmp_path)
    folder = region.city.folder
    region.city.close()
    (folder / "pug.db").write_bytes(b"rusak" * 4000)

    backup.restore(folder, source)

    region.city = open_profile(folder)
    assert region.city.profile.office_name == "DP3AP2KB Kota"


# --- a new device of the same office --------------------------------------------------------------------------------


@pytest.fixture
def successor(region, tmp_path) -> Iterator[Workspace]:
    """The city's new computer: no handover, since the old one is gone."""
    made = create_profile(tmp_path / "k2", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota")
    card = enrol.approve(region.province, enrol.request(made, tmp_path), tmp_path, in_person=True)
    enrol.accept(made, card, in_person=True)
    yield made
    made.close()


@pytest.mark.parametrize("stolen", [False, True])
def test_a_new_computer_of_an_office_learns_what_the_one_before_withdrew(region, two, successor, tmp_path, stolen):
    x, _ = two
    key_lists.revoke(region.city, x.profile.device_id, "dicuri")
    carry(region.city, region.province, tmp_path)
    if stolen:
        key_lists.revoke(region.province, region.city.profile.device_id, "dicuri")

    carry(region.province, successor, tmp_path)

    assert judge_sender(_sender(x), trusted(successor))[0] is Trust.REVOKED
    assert cards(x).own.serial in {each["serial"] for each in key_lists.own_list(successor)["revoked"]}


def test_an_office_below_tells_a_new_computer_above_what_the_one_before_withdrew(region, two, successor, tmp_path):
    x, _ = two
    key_lists.revoke(region.city, x.profile.device_id, "dicuri")
    carry(region.city, region.office, tmp_path)
    card = enrol.approve(successor, enrol.request(region.office, tmp_path), tmp_path, in_person=True)
    enrol.accept(region.office, card, in_person=True)

    carry(region.office, successor, tmp_path)

    assert cards(x).own.serial in key_lists.revoked(successor)


def test_a_stolen_computer_withdraws_nobody_through_those_below(region, two, successor, tmp_path):
    """What it signed after it was withdrawn reaches its successor from an office that has not heard of it."""
    carry(region.city, region.office, tmp_path)
    key_lists.revoke(region.province, region.city.profile.device_id, "dicuri")
    carry(region.province, successor, tmp_path)
    assert take(region.office, forged(region.city, 50, withdrawn(two[0]))) == 1
    card = enrol.approve(successor, enrol.request(region.office, tmp_path), tmp_path, in_person=True)
    with region.office.database.read() as connection:
        stored = list(key_records.lists(connection).values())
    enrol.accept(region.office, card, in_person=True)

    with successor.database.write() as connection:
        key_lists.take_lists(successor, connection, stored, cards(region.office).own)

    assert cards(two[0]).own.serial not in key_lists.revoked(successor)


def _sender(ws: Workspace) -> Sender:
    return Sender(ws.profile.device_id, "0" * 16, cards(ws).own, cards(ws).above)


def test_a_serial_that_an_office_beside_lists_saves_no_card_of_a_former_key(region, tmp_path):
    """The former holder of the city's key signs a card for himself; another regency's list names its serial."""
    old, before = region.city.keys, cards(region.city)
    begun = handover.begin(region.city, tmp_path, new_holder="Ani", passphrase=None)
    enrol.accept(region.city, enrol.approve(region.province, begun.request, tmp_path))
    thief = make_device_keys()
    office = Office("opd", "36.71", "ab" * 16, "Palsu")
    asked = make_request(office, thief, holder="x", made_at="")
    card = issue_card(asked, old, before.own, serial="ef" * 16, issued_at="")
    sender = Sender(thief.device_id, "0" * 16, card, (before.own, *before.above))

    named = Listed(card.serial, thief.device_id, office.scope, "opd")
    assert take(region.province, forged(region.other, 9, given=(named,))) == 1

    assert judge_sender(sender, trusted(region.province))[0] is Trust.REVOKED


def test_a_withdrawal_that_does_not_count_refuses_no_receipt(region, tmp_path):
    received = carry(region.province, region.city, tmp_path)
    receipts.write_receipt(region.city, received.bundle_id, tmp_path)
    take(region.province, forged(region.other, 7, withdrawn(region.city)))

    found = receipts.read_receipts(region.province, tmp_path)

    assert [each.error for each in found] == [None]
    key_lists.revoke(region.province, region.city.profile.device_id, "dicuri")
    assert isinstance(receipts.read_receipts(region.province, tmp_path)[0].error, errors.ReceiptNotTrusted)
