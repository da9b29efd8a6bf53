"""Requests, cards and grants: who may vouch for whom, and what a changed file is called."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bundle_world import ISSUED_AT, OPD, PROVINCE, REGENCY, Member, World, forge_card

from pug_desktop import errors
from pug_desktop.bundle.cards import (
    Grant,
    Office,
    Request,
    accept_grant,
    issue_card,
    make_request,
    read_grant,
    read_request,
    root_card,
    verify_chain,
    write_grant,
    write_request,
)
from pug_desktop.bundle.keys import make_device_keys
from pug_desktop.replica.scope import contains


@pytest.fixture
def request_of_opd(world: World) -> Request:
    return make_request(OPD, world.opd.keys, holder="Budi", made_at=ISSUED_AT)


def approve(request: Request, by: Member) -> object:
    return issue_card(request, by.keys, by.card, serial="9" * 32, issued_at=ISSUED_AT)


def test_a_request_travels_as_a_file(tmp_path: Path, request_of_opd: Request):
    write_request(tmp_path / "minta.pugkey", request_of_opd)

    assert read_request(tmp_path / "minta.pugkey") == request_of_opd


def test_a_grant_travels_as_a_file(world: World, tmp_path: Path):
    for member in (world.opd, world.regency, world.province):
        write_grant(tmp_path / "kartu.pugkey", member.grant)

        found = accept_grant(tmp_path / "kartu.pugkey", member.keys.public, world.province.keys.public)

        assert found == member.grant
        assert found.root == world.province.keys.public


def test_a_key_file_may_lie_about_nothing(world: World, tmp_path: Path, request_of_opd: Request):
    """Each changed value is noticed, in the request and in each card of a grant."""
    path = tmp_path / "x.pugkey"
    write_request(path, request_of_opd)
    for changed in _each_change(json.loads(path.read_text())):
        path.write_text(json.dumps(changed))
        with pytest.raises(errors.KeyFileError):
            read_request(path)
    write_grant(path, world.opd.grant)
    for changed in _each_change(json.loads(path.read_text())):
        path.write_text(json.dumps(changed))
        with pytest.raises(errors.KeyFileError):
            accept_grant(path, world.opd.keys.public, world.province.keys.public)


def _each_change(whole: Any) -> list[Any]:
    """The document with each of its texts and numbers changed, removed or of another type, one at a time."""
    changed: list[Any] = []
    if isinstance(whole, dict):
        for name, value in whole.items():
            changed += [{**whole, name: inner} for inner in _each_change(value)]
            changed.append({other: kept for other, kept in whole.items() if other != name})
    elif isinstance(whole, list):
        for place, value in enumerate(whole):
            changed += [[*whole[:place], inner, *whole[place + 1 :]] for inner in _each_change(value)]
            changed.append(whole[:place] + whole[place + 1 :])
    elif isinstance(whole, str):
        changed += [whole + "x", whole[:-1], whole[::-1] if whole != whole[::-1] else "y", 5, None]
    else:
        changed += [whole + 1, 0, str(whole)]
    return changed


def test_an_unknown_key_is_covered_by_the_signature_and_travels_on(world: World, tmp_path: Path):
    """A later version adds a key to a card; today's program keeps it, so that the chain still fits at the next."""
    later = _resign(replace(world.regency.card, more='{"phone":"021"}'), world.province)
    write_grant(tmp_path / "x.pugkey", Grant(later, (world.province.card,)))

    found = read_grant(tmp_path / "x.pugkey")

    assert found.card == later
    assert '"phone":"021"' in (tmp_path / "x.pugkey").read_text()
    path = tmp_path / "y.pugkey"
    path.write_text((tmp_path / "x.pugkey").read_text().replace("021", "022"))
    with pytest.raises(errors.KeyNotTrusted):
        read_grant(path)


def _resign(card: Any, issuer: Member) -> Any:
    from pug_desktop.bundle.cards import card_json
    from pug_desktop.bundle.strict_json import canonical

    unsigned = {name: value for name, value in card_json(card).items() if name != "signature"}
    return replace(card, signature=issuer.keys.sign(b"PUG-CARD-v1\0" + canonical(unsigned)).hex())


@pytest.mark.parametrize(
    ("office", "by"),
    [
        (OPD, "province"),
        (OPD, "opd"),
        (replace(OPD, region_code="36.72"), "regency"),
        (replace(REGENCY, region_code="12.71"), "province"),
        (REGENCY, "regency"),
        (replace(PROVINCE, office_id="e" * 32), "province"),
        (PROVINCE, "regency"),
    ],
)
def test_only_the_level_above_approves_and_only_below_itself(world: World, office: Office, by: str):
    request = make_request(office, world.stranger.keys, holder="x", made_at=ISSUED_AT)

    with pytest.raises(errors.RequestOutsideScope):
        approve(request, getattr(world, by))


def test_the_same_is_refused_when_somebody_signed_it_all_the_same(world: World):
    for office, issuer in (
        (OPD, world.province),
        (OPD, world.opd),
        (replace(OPD, region_code="36.72"), world.regency),
        (REGENCY, world.regency),
    ):
        card = forge_card(office, world.stranger.keys, issuer)
        with pytest.raises(errors.RequestOutsideScope):
            verify_chain(card, (issuer.card, *issuer.grant.chain), world.province.keys.public)


def test_a_chain_with_a_link_missing_or_too_many_is_not_trusted(world: World):
    root, card, chain = world.province.keys.public, world.opd.card, world.opd.grant.chain

    verify_chain(card, chain, root)
    for wrong in ((), chain[:1], chain[1:], chain[::-1], chain * 3, (*chain, chain[1]), (card, *chain)):
        with pytest.raises(errors.KeyFileError):
            verify_chain(card, wrong, root)
    with pytest.raises(errors.KeyNotTrusted):
        verify_chain(card, chain, world.stranger.keys.public)


def test_a_card_that_names_another_issuer_than_signed_is_not_trusted(world: World):
    wrong = _resign(replace(world.opd.card, issuer=world.province.device_id), world.regency)

    with pytest.raises(errors.KeyNotTrusted) as caught:
        verify_chain(wrong, world.opd.grant.chain, world.province.keys.public)
    assert caught.value.fields["problem"] == "issuer"


def test_a_root_is_a_province_that_signed_itself(world: World):
    with pytest.raises(errors.RequestOutsideScope):
        root_card(world.opd.keys, REGENCY, holder="x", serial="1" * 32, issued_at=ISSUED_AT)
    own = forge_card(REGENCY, world.regency.keys, world.regency)
    with pytest.raises(errors.KeyNotTrusted):
        verify_chain(own, (), world.regency.keys.public)


def test_a_request_signed_by_another_is_not_trusted(world: World, tmp_path: Path, request_of_opd: Request):
    """Somebody puts a foreign key into a request, to receive what is meant for that office."""
    stolen = replace(request_of_opd, device=world.stranger.keys.public)
    write_request(tmp_path / "x.pugkey", stolen)

    with pytest.raises(errors.KeyNotTrusted):
        read_request(tmp_path / "x.pugkey")
    with pytest.raises(errors.KeyNotTrusted):
        approve(stolen, world.regency)


def test_approving_with_foreign_keys_is_refused(world: World, request_of_opd: Request):
    with pytest.raises(errors.KeyNotTrusted):
        issue_card(request_of_opd, world.stranger.keys, world.regency.card, serial="9" * 32, issued_at=ISSUED_AT)


def test_a_grant_for_another_device_or_from_another_root(world: World, tmp_path: Path):
    path = tmp_path / "x.pugkey"
    write_grant(path, world.opd.grant)

    with pytest.raises(errors.CertificateForOther):
        accept_grant(path, world.regency.keys.public, None)
    with pytest.raises(errors.KeyNotTrusted):
        accept_grant(path, world.opd.keys.public, world.stranger.keys.public)
    assert accept_grant(path, world.opd.keys.public, None) == world.opd.grant


@pytest.mark.parametrize("read", [read_request, read_grant])
@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"{}", b"[1]", b'{"what":"pug-request","version":1}', bytes(70_000)])
def test_what_is_no_key_file_is_told_so(tmp_path: Path, read: Callable[[Path], object], data: bytes):
    (tmp_path / "x.pugkey").write_bytes(data)

    with pytest.raises(errors.NotAKeyFile):
        read(tmp_path / "x.pugkey")


def test_a_request_is_no_grant(world: World, tmp_path: Path, request_of_opd: Request):
    write_request(tmp_path / "x.pugkey", request_of_opd)
    with pytest.raises(errors.NotAKeyFile):
        read_grant(tmp_path / "x.pugkey")
    write_grant(tmp_path / "x.pugkey", world.opd.grant)
    with pytest.raises(errors.NotAKeyFile):
        read_request(tmp_path / "x.pugkey")


def test_newer_key_files_are_newer(world: World, tmp_path: Path, request_of_opd: Request):
    path = tmp_path / "x.pugkey"
    write_request(path, request_of_opd)
    path.write_text(path.read_text().replace('"version":1', '"version":2'))
    with pytest.raises(errors.KeyFileNewer) as caught:
        read_request(path)
    assert caught.value.exit_code == 12
    write_grant(path, world.opd.grant)
    for times in (1, 4):
        path.write_text(path.read_text().replace('"version":1', '"version":3', times))
        with pytest.raises(errors.KeyFileNewer):
            read_grant(path)


def test_a_stick_that_is_gone_says_so(tmp_path: Path, request_of_opd: Request):
    with pytest.raises(errors.StickGone):
        read_request(tmp_path / "none.pugkey")
    with pytest.raises(errors.StickGone):
        write_request(tmp_path / "none" / "x.pugkey", request_of_opd)


@pytest.mark.parametrize(
    ("outer", "inner", "lies_in"),
    [
        ("36", "36", True),
        ("36", "36.71", True),
        ("36", "36.71/" + "a" * 32, True),
        ("36.71", "36.71/" + "a" * 32, True),
        ("36.71", "36", False),
        ("36.7", "36.71", False),
        ("3", "36", False),
        ("36.71/a", "36.71/ab", False),
    ],
)
def test_scopes(outer: str, inner: str, lies_in: bool):
    assert contains(outer, inner) is lies_in


def test_offices_of_our_own_making_are_checked():
    keys = make_device_keys()
    for office in (
        replace(OPD, role="dinas"),
        replace(OPD, region_code="36"),
        replace(OPD, office_id="x"),
        replace(PROVINCE, region_code="36.71"),
    ):
        with pytest.raises(ValueError, match=r"role|region_code|office_id"):
            make_request(office, keys, holder="x", made_at=ISSUED_AT)


def test_names_that_nobody_could_read_back_are_refused_when_typed():
    keys = make_device_keys()
    make_request(replace(OPD, name="é" * 256), keys, holder="x" * 512, made_at=ISSUED_AT)
    for office, holder in ((replace(OPD, name="é" * 257), "x"), (OPD, "x" * 513)):
        with pytest.raises(errors.WrongValue):
            make_request(office, keys, holder=holder, made_at=ISSUED_AT)
