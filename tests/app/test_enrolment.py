"""Who gets a key card: only whose security code was compared, or who stood there."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app import code_check, enrol, key_lists, key_log
from pug_desktop.app.trust import cards, trusted
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from pug_desktop.bundle.card_json import card_json, without_signature
from pug_desktop.bundle.cards import Card, Grant, Office, issue_card, read_grant, root_card, write_grant
from pug_desktop.bundle.keys import DevicePublic, make_device_keys
from pug_desktop.bundle.manifest import Sender
from pug_desktop.bundle.security_code import security_code
from pug_desktop.bundle.trust import Trust, judge_sender


@pytest.fixture
def three(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    """A province, a regency with its card, an office without one."""
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    office = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    give(province, regency, tmp_path)
    yield province, regency, office
    for each in (province, regency, office):
        each.close()


def give(above: Workspace, below: Workspace, folder: Path) -> Path:
    card = enrol.approve(above, enrol.request(below, folder), folder, in_person=True)
    enrol.accept(below, card, in_person=True)
    return card


def code_of(ws: Workspace) -> str:
    return security_code(ws.keys.public)


def wrong(code: str) -> str:
    return ("1" if code[0] == "0" else "0") + code[1:]


def whats(ws: Workspace) -> list[str]:
    return [event.what for event in key_log.events(ws)]


# --- the office above -----------------------------------------------------------------------------------------------


def test_a_card_is_given_for_the_code_that_was_read_out(three, tmp_path):
    _, regency, office = three
    asked = enrol.request(office, tmp_path)

    card = enrol.approve(regency, asked, tmp_path, code=code_of(office).replace(" ", "-"))

    assert read_grant(card).card.device == office.keys.public
    assert whats(regency)[:2] == ["card_given", "code_compared"]


def test_without_code_and_without_meeting_nobody_gets_a_card(three, tmp_path):
    _, regency, office = three
    asked = enrol.request(office, tmp_path)

    for given in ({}, {"code": code_of(office), "in_person": True}, {"code": "12345 67890"}, {"code": ""}):
        with pytest.raises(errors.CodeNotCompared):
            enrol.approve(regency, asked, tmp_path, **given)
    assert [path.name for path in tmp_path.glob("KartuKunci_36.71_Dinas*")] == []
    assert code_check.tries_left(regency, office.profile.device_id) == 3


def test_the_third_wrong_code_locks_and_a_restart_gives_no_further_try(three, tmp_path):
    _, regency, office = three
    asked, code = enrol.request(office, tmp_path), code_of(office)

    for left in (2, 1):
        with pytest.raises(errors.WrongCode) as caught:
            enrol.approve(regency, asked, tmp_path, code=wrong(code))
        assert caught.value.fields["left"] == left
    with pytest.raises(errors.CodeLocked):
        enrol.approve(regency, asked, tmp_path, code=wrong(code))
    regency.close()
    again = open_profile(regency.folder)
    try:
        with pytest.raises(errors.CodeLocked):
            enrol.approve(again, asked, tmp_path, code=code)
        assert not cards(again).below

        enrol.approve(again, asked, tmp_path, in_person=True)
        assert code_check.tries_left(again, office.profile.device_id) == 3
    finally:
        again.close()


def test_a_wrong_code_of_one_device_locks_no_other(three, tmp_path):
    _, regency, office = three
    other = create_profile(tmp_path / "o2", role="opd", region_code="36.71", office_name="Dinas Sosial")
    try:
        asked = enrol.request(office, tmp_path)
        for _ in range(3):
            with pytest.raises((errors.WrongCode, errors.CodeLocked)):
                enrol.approve(regency, asked, tmp_path, code=code_of(other))
        enrol.approve(regency, enrol.request(other, tmp_path), tmp_path, code=code_of(other))
    finally:
        other.close()


def test_the_code_is_written_nowhere(three, tmp_path):
    _, regency, office = three
    code = code_of(office)
    enrol.approve(regency, enrol.request(office, tmp_path), tmp_path, code=code)

    whole = b"".join(path.read_bytes() for path in regency.folder.rglob("*") if path.is_file())

    assert code.replace(" ", "").encode() not in whole
    assert code.encode() not in whole


# --- the office below -----------------------------------------------------------------------------------------------


def test_the_first_card_needs_the_code_of_the_office_that_gave_it(three, tmp_path):
    _, regency, office = three
    card = enrol.approve(regency, enrol.request(office, tmp_path), tmp_path, in_person=True)

    with pytest.raises(errors.CodeNotCompared):
        enrol.accept(office, card)
    with pytest.raises(errors.WrongCode):
        enrol.accept(office, card, code=code_of(office))
    assert not enrol.status(office).enrolled

    enrol.accept(office, card, code=code_of(regency))
    assert enrol.status(office).enrolled


def test_a_later_card_of_the_same_province_needs_neither(three, tmp_path):
    _, regency, office = three
    give(regency, office, tmp_path)
    again = enrol.approve(regency, enrol.request(office, tmp_path), tmp_path, in_person=True)

    grant = enrol.accept(office, again)

    assert enrol.status(office).serial == grant.card.serial


def test_the_compared_code_vouches_for_the_province_too(three, tmp_path):
    """Somebody puts a province of their own above the true regency's card."""
    _, regency, office = three
    card = enrol.approve(regency, enrol.request(office, tmp_path), tmp_path, in_person=True)
    true = read_grant(card)
    keys = make_device_keys()
    false_root = root_card(keys, true.chain[-1].office, holder="", serial="1" * 32, issued_at="")
    claimed = true.chain[0]
    false_regency = type(claimed)(
        "2" * 32, claimed.office, claimed.device, claimed.holder, keys.device_id, "", root=keys.device_id
    )
    signature = keys.sign(b"PUG-CARD-v1\0" + without_signature(card_json(false_regency))).hex()
    false_regency = type(claimed)(
        "2" * 32, claimed.office, claimed.device, claimed.holder, keys.device_id, "", signature, root=keys.device_id
    )
    write_grant(tmp_path / "palsu.pugkey", Grant(true.card, (false_regency, false_root)))

    with pytest.raises(errors.KeyNotTrusted):
        enrol.accept(office, tmp_path / "palsu.pugkey", code=code_of(regency))
    assert not enrol.status(office).enrolled


def test_an_old_card_that_does_not_name_its_province_is_not_pinned(three, tmp_path):
    _, regency, office = three
    card = enrol.approve(regency, enrol.request(office, tmp_path), tmp_path, in_person=True)
    document = json.loads(card.read_text())
    del document["card"]["root"]
    unsigned = {name: value for name, value in document["card"].items() if name != "signature"}
    data = json.dumps(unsigned, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    document["card"]["signature"] = regency.keys.sign(b"PUG-CARD-v1\0" + data).hex()
    card.write_text(json.dumps(document))

    with pytest.raises(errors.KeyNotTrusted):
        enrol.accept(office, card, in_person=True)


def test_a_card_of_another_role_is_refused(three, tmp_path):
    """An office below may not sign for a regency, nor a province for an office."""
    province, regency, office = three
    give(regency, office, tmp_path)
    asked = enrol.request(office, tmp_path)
    with pytest.raises(errors.RequestOutsideScope):
        enrol.approve(province, asked, tmp_path, in_person=True)
    with pytest.raises(errors.RequestOutsideScope):
        enrol.approve(office, asked, tmp_path, in_person=True)
    with pytest.raises(errors.RequestOutsideScope):
        issue_card(
            enrol.look_request(regency, asked), province.keys, cards(province).own, serial="3" * 32, issued_at=""
        )


def test_locked_keys_show_the_code_all_the_same(tmp_path):
    made = create_profile(
        tmp_path / "o", role="opd", region_code="36.71", office_name="Dinkes", passphrase="kata sandi"
    )
    code = code_of(made)
    made.close()
    ws = open_profile(tmp_path / "o", with_keys=False)
    try:
        assert code_check.own_code(ws) == code
    finally:
        ws.close()


def test_a_stick_that_fails_leaves_no_card_that_nobody_got(three, tmp_path):
    _, regency, office = three
    asked = enrol.request(office, tmp_path)

    with pytest.raises(errors.StickError):
        enrol.approve(regency, asked, tmp_path / "tidak" / "ada", in_person=True)
    assert not cards(regency).below
    assert key_lists.own_list(regency)["cards"] == []


# --- once more ------------------------------------------------------------------------------------------------------


def test_who_asks_twice_gets_the_same_card_again_and_its_withdrawal_reaches_both_files(three, tmp_path):
    _, regency, office = three
    asked = enrol.request(office, tmp_path)
    first = enrol.approve(regency, asked, tmp_path / "a.pugkey", in_person=True)
    second = enrol.approve(regency, asked, tmp_path / "b.pugkey", in_person=True)
    enrol.accept(office, first, in_person=True)

    assert read_grant(first).card == read_grant(second).card
    key_lists.revoke(regency, office.profile.device_id, "laptop dicuri")
    assert cards(regency).standing.of(cards(office).own) is not None
    third = enrol.approve(regency, asked, tmp_path / "c.pugkey", in_person=True)
    assert read_grant(third).card.serial != read_grant(first).card.serial


def test_a_card_with_another_holder_withdraws_the_one_before(three, tmp_path):
    _, regency, office = three
    give(regency, office, tmp_path)
    before = cards(office).own

    card = enrol.approve(regency, enrol.request(office, tmp_path, "Ani"), tmp_path, in_person=True)

    assert (read_grant(card).card.holder, read_grant(card).card.serial != before.serial) == ("Ani", True)
    assert cards(regency).standing.of(before) is not None
    assert [each.holder for each in cards(regency).below] == ["Ani"]


def test_a_regency_that_gets_a_card_with_another_holder_takes_none_of_its_offices_along(three, tmp_path):
    province, regency, office = three
    give(regency, office, tmp_path)
    with province.database.write() as connection:
        key_lists.take_lists(province, connection, [key_lists.own_list(regency)])

    enrol.accept(regency, enrol.approve(province, enrol.request(regency, tmp_path, "Ani"), tmp_path, in_person=True))

    for known in (trusted(province), trusted(regency)):
        own = cards(office)
        assert judge_sender(Sender(office.profile.device_id, "0" * 16, own.own, own.above), known)[0] is Trust.TRUSTED


# --- a card that is not ours ----------------------------------------------------------------------------------------


def signed_by(issuer: Workspace, office: Office, device: DevicePublic, serial: str) -> Grant:
    """A card that a regency signs for whatever it likes."""
    kept = cards(issuer)
    bare = Card(serial, office, device, "", issuer.profile.device_id, "", root=kept.root.device.device_id)
    signature = issuer.keys.sign(b"PUG-CARD-v1\0" + without_signature(card_json(bare))).hex()
    return Grant(replace(bare, signature=signature), (kept.own, *kept.above))


def test_a_card_of_another_office_never_takes_the_place_of_ours(three, tmp_path):
    province, regency, office = three
    give(regency, office, tmp_path)
    other = create_profile(tmp_path / "l", role="kabkota", region_code="36.72", office_name="DP3AP2KB Cilegon")
    try:
        give(province, other, tmp_path)
        for issuer, region, id_ in ((other, "36.72", "ab" * 16), (regency, "36.71", "ab" * 16)):
            grant = signed_by(issuer, Office("opd", region, id_, "Palsu"), office.keys.public, "cd" * 16)
            write_grant(tmp_path / "g.pugkey", grant)
            with pytest.raises(errors.CertificateForOther):
                enrol.accept(office, tmp_path / "g.pugkey", in_person=True)
    finally:
        other.close()
    assert cards(office).own.office.scope == office.profile.scope


def test_a_card_of_another_device_above_needs_its_code_again(three, tmp_path):
    """A second computer of the regency is as good as the first only for who compared its code."""
    province, regency, office = three
    give(regency, office, tmp_path)
    second = create_profile(tmp_path / "k2", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    try:
        give(province, second, tmp_path)
        card = enrol.approve(second, enrol.request(office, tmp_path), tmp_path, in_person=True)
        assert enrol.needs_code(office, read_grant(card))

        with pytest.raises(errors.CodeNotCompared):
            enrol.accept(office, card)
        assert cards(office).superior.device.device_id == regency.profile.device_id

        enrol.accept(office, card, code=code_of(second))
        assert cards(office).superior.device.device_id == second.profile.device_id
        assert not enrol.needs_code(office, read_grant(card))
    finally:
        second.close()


def test_a_withdrawn_card_is_not_put_in_again(three, tmp_path):
    _, regency, office = three
    card = give(regency, office, tmp_path)
    kept = cards(office).own
    key_lists.revoke(regency, office.profile.device_id, "dicuri")
    with office.database.write() as connection:
        key_lists.take_lists(office, connection, [key_lists.own_list(regency)])

    with pytest.raises(errors.KeyNotTrusted) as caught:
        enrol.accept(office, card, in_person=True)
    assert caught.value.fields["problem"] == "withdrawn"
    assert cards(office).own == kept
