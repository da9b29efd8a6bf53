"""Daftar Kunci: which cards an office gave and which it withdrew, signed, with a number that only rises.

A list travels in the manifest of bundles. It carries the card of who signed it and the cards above that one, so that
whoever knows the province's device can check it. A reader keeps the newest list of each device; an older one changes
nothing, whatever its date.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pug_desktop import errors
from pug_desktop.bundle import limits, strict_json
from pug_desktop.bundle.card_json import (
    CARD_VERSION,
    HEX_32,
    HEX_128,
    Card,
    CardNewer,
    CardRefused,
    card_from_json,
    card_json,
    check_head,
    hex_of,
    more_of,
    text_of,
    without_signature,
)
from pug_desktop.bundle.cards import verify_chain
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic, is_device_id

LIST = "pug-list"

MAX_ENTRIES = 5_000
"""Cards, and withdrawn cards, of one list: a district has at most 100 devices at a time."""

MAX_LIST_BYTES = 2 * limits.MIB

_TAG = b"PUG-LIST-v1\0"


class ListRefused(Exception):
    """Not a list as it must be, or not signed by whom it says; the text says where."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A card that its office gave."""

    serial: str
    device_id: str
    scope: str
    role: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawn card: since the list with the number `by_list`; `at` is an ISO time that decides nothing.

    `handed_to` is the device that took over in a handover, "" else: what the former device vouched for still holds.
    """

    serial: str
    device_id: str
    reason: str
    at: str
    by_list: int
    handed_to: str = ""


@dataclass(frozen=True, slots=True)
class CardList:
    """The list of one device; `chain` are the cards above its own, nearest first."""

    card: Card
    chain: tuple[Card, ...]
    number: int
    cards: tuple[Listed, ...]
    revoked: tuple[Withdrawn, ...]
    signature: str = ""
    more: str = ""
    """Keys that we do not know, as canonical JSON; "" for none."""

    @property
    def issuer(self) -> str:
        """The device that signed."""
        return self.card.device.device_id

    @property
    def scope(self) -> str:
        """Where its word counts: strictly inside."""
        return self.card.office.scope


def sign_list(unsigned: CardList, keys: DeviceKeys) -> CardList:
    """The list with its signature; ValueError when the keys are not those of its card (a mistake of ours)."""
    if unsigned.card.device != keys.public:
        raise ValueError("not our card")
    return replace(unsigned, signature=keys.sign(_TAG + without_signature(list_json(unsigned))).hex())


def list_json(made: CardList) -> strict_json.Object:
    """The list as it stands in a manifest."""
    more = strict_json.read(made.more.encode("utf-8"), MAX_LIST_BYTES) if made.more else {}
    return {
        **more,
        "what": LIST,
        "version": CARD_VERSION,
        "issuer": made.issuer,
        "number": made.number,
        "card": card_json(made.card),
        "chain": [card_json(card) for card in made.chain],
        "cards": [
            {"serial": each.serial, "device_id": each.device_id, "scope": each.scope, "role": each.role}
            for each in made.cards
        ],
        "revoked": [_withdrawn_json(each) for each in made.revoked],
        "signature": made.signature,
    }


def _withdrawn_json(each: Withdrawn) -> strict_json.Object:
    handed = {"handed_to": each.handed_to} if each.handed_to else {}
    return {
        "serial": each.serial,
        "device_id": each.device_id,
        "reason": each.reason,
        "at": each.at,
        "by_list": each.by_list,
        **handed,
    }


def read_list(document: object, root: DevicePublic) -> CardList:
    """The list, its signature checked and its issuer's card followed up to `root`.

    Raises:
        ListRefused: in whatever way it is not as it must be; a later version too, since nobody may overlook it.
    """
    if not isinstance(document, dict):
        raise ListRefused("list")
    try:
        # What came through a manifest was read strictly; what lies in our database is held to the same.
        data = strict_json.canonical(document)
        check_head(document, LIST)
        found = _list_of(document)
    except (CardRefused, CardNewer, strict_json.JsonRefused) as refused:
        raise ListRefused(str(refused)) from None
    if len(data) > MAX_LIST_BYTES:
        raise ListRefused("size")
    try:
        verify_chain(found.card, found.chain, root)
    except errors.KeyFileError as refused:
        raise ListRefused(f"chain: {refused.fields.get('problem', 'scope')}") from None
    if not found.card.device.verifies(bytes.fromhex(found.signature), _TAG + without_signature(document)):
        raise ListRefused("signature")
    return found


def _list_of(document: dict[str, Any]) -> CardList:
    card = card_from_json(document.get("card"))
    chain, number = document.get("chain"), document.get("number")
    if not isinstance(chain, list) or len(chain) > limits.MAX_CHAIN:
        raise CardRefused("chain")
    if type(number) is not int or number < 1:
        raise CardRefused("number")
    if document.get("issuer") != card.device.device_id:
        raise CardRefused("issuer")
    return CardList(
        card,
        tuple(card_from_json(above) for above in chain),
        number,
        tuple(
            Listed(hex_of(each, "serial", HEX_32), _device(each), text_of(each, "scope"), text_of(each, "role"))
            for each in _entries(document, "cards")
        ),
        tuple(_withdrawn(each) for each in _entries(document, "revoked")),
        hex_of(document, "signature", HEX_128),
        more_of(document, {"issuer", "number", "card", "chain", "cards", "revoked"}),
    )


def _withdrawn(entry: dict[str, Any]) -> Withdrawn:
    by_list = entry.get("by_list")
    if type(by_list) is not int:
        raise CardRefused("by_list")
    handed_to = _device(entry, "handed_to") if "handed_to" in entry else ""
    return Withdrawn(
        hex_of(entry, "serial", HEX_32),
        _device(entry),
        text_of(entry, "reason"),
        text_of(entry, "at"),
        by_list,
        handed_to,
    )


def _entries(document: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    entries = document.get(name)
    if not isinstance(entries, list) or len(entries) > MAX_ENTRIES:
        raise CardRefused(name)
    for each in entries:
        if not isinstance(each, dict):
            raise CardRefused(name)
    return entries


def _device(entry: dict[str, Any], name: str = "device_id") -> str:
    text = text_of(entry, name)
    if not is_device_id(text):
        raise CardRefused(name)
    return text
