"""Signed lists of key cards: whole, from whom they say, and whose word counts for which card."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from bundle_world import Member, World, make_world

from pug_desktop.bundle.card_list import CardList, Listed, ListRefused, Withdrawn, list_json, read_list, sign_list
from pug_desktop.bundle.trust import Trust, Trusted, Withdrawal, judge_sender

AT = "2026-11-22T08:00:00+00:00"

NOTHING: Mapping[str, tuple[str, ...]] = {}


def list_of(member: Member, **changes: object) -> CardList:
    card = member.card
    entry = Withdrawn("9" * 32, card.device.device_id, "hilang", AT, 1)
    listed = Listed("8" * 32, card.device.device_id, card.office.scope, card.office.role)
    unsigned = CardList(card, member.grant.chain, 1, (listed,), (entry,))
    return sign_list(replace(unsigned, **changes), member.keys)


def test_a_list_travels_as_json(world: World):
    made = list_of(world.regency)

    assert read_list(json.loads(json.dumps(list_json(made))), world.province.keys.public) == made


def test_what_a_list_does_not_know_is_kept_and_signed(world: World):
    made = list_of(world.regency, more='{"later":1}')
    document = list_json(made)

    assert document["later"] == 1
    assert read_list(document, world.province.keys.public).more == '{"later":1}'
    with pytest.raises(ListRefused):
        read_list({**document, "later": 2}, world.province.keys.public)


def test_a_list_may_lie_about_nothing(world: World):
    document = list_json(list_of(world.regency))

    for changed in each_change(document):
        with pytest.raises(ListRefused):
            read_list(changed, world.province.keys.public)


def each_change(whole: object) -> list[object]:
    changed: list[object] = []
    if isinstance(whole, dict):
        for name, value in whole.items():
            changed += [{**whole, name: inner} for inner in each_change(value)]
            changed.append({other: kept for other, kept in whole.items() if other != name})
    elif isinstance(whole, list):
        for place, value in enumerate(whole):
            changed += [[*whole[:place], inner, *whole[place + 1 :]] for inner in each_change(value)]
            changed.append([*whole[:place], *whole[place + 1 :]])
    else:
        changed += [None, 7.5, [], f"{whole}x", -1]
    return changed


def test_a_list_that_rests_on_another_province_is_refused(world: World):
    with pytest.raises(ListRefused, match="root"):
        read_list(list_json(list_of(world.regency)), world.stranger.keys.public)
    with pytest.raises(ListRefused):
        read_list(list_json(list_of(world.stranger)), world.province.keys.public)


def test_only_its_own_keys_sign_a_list(world: World):
    with pytest.raises(ValueError, match="card"):
        sign_list(list_of(world.regency), world.opd.keys)


@pytest.fixture(scope="module")
def world() -> World:
    return make_world()


@pytest.mark.parametrize(
    ("scope", "trust"),
    [
        ("36", Trust.REVOKED),
        ("36.71", Trust.REVOKED),
        ("36.72", Trust.TRUSTED),
        ("36.71/" + "0" * 31 + "3", Trust.TRUSTED),
        ("36.71/" + "0" * 31 + "4", Trust.TRUSTED),
    ],
)
def test_only_the_issuers_office_and_those_above_withdraw_a_card(world: World, scope: str, trust: Trust):
    card = world.opd.card
    trusted = Trusted(
        world.province.keys.public,
        {},
        world.province.device_id,
        frozenset({card.serial}),
        {card.serial: (Withdrawal(scope, "hilang"),)},
    )

    assert judge_sender(world.opd.sender(), trusted)[0] is trust


def test_a_withdrawn_office_takes_those_below_with_it_unless_it_was_handed_over(world: World):
    serial = world.regency.card.serial

    def judged(withdrawal: Withdrawal, listed: Mapping[str, tuple[str, ...]] = NOTHING) -> Trust:
        trusted = Trusted(
            world.province.keys.public,
            {},
            world.province.device_id,
            frozenset({serial}),
            {serial: (withdrawal,)},
            listed,
        )
        return judge_sender(world.opd.sender(), trusted)[0]

    assert judged(Withdrawal("36", "dicuri")) is Trust.REVOKED
    handed = Withdrawal("36", "serah terima", world.stranger.device_id)
    given = world.opd.card.serial
    assert judged(handed, {given: ("36.71",)}) is Trust.TRUSTED
    assert judged(handed, {given: ("36.72", "36")}) is Trust.TRUSTED
    # An office beside, or the one itself, says nothing about it.
    assert judged(handed, {given: ("36.72", world.opd.card.office.scope)}) is Trust.REVOKED
    # A card that the former key made after the handover stands in no list.
    assert judged(handed) is Trust.REVOKED
