"""What requests, cards and grants are, and their JSON; nothing is signed or verified here (`cards.py` does).

Keys that a reader of this version does not know are kept, are covered by the signature and travel on; what must not be
ignored raises `version`.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from pug_desktop.bundle import limits, strict_json
from pug_desktop.bundle.keys import DevicePublic, is_device_id

CARD_VERSION = 1
REQUEST, CARD, GRANT = "pug-request", "pug-card", "pug-grant"
"""What a document says that it is."""

HEX_32 = re.compile(r"[0-9a-f]{32}")
HEX_128 = re.compile(r"[0-9a-f]{128}")
_REGION = {
    "opd": re.compile(r"[0-9]{2}\.[0-9]{2}"),
    "kabkota": re.compile(r"[0-9]{2}\.[0-9]{2}"),
    "provinsi": re.compile(r"[0-9]{2}"),
}


class CardRefused(Exception):
    """Not a card or request as it must be; the text says where. Becomes a KeyFileError or BundleError."""


class CardNewer(Exception):
    """A card of a newer version than we know: `version`. Becomes KeyFileNewer or FromNewerProgram."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class Office:
    """An office: role "opd", "kabkota" or "provinsi", Kemendagri code, id (32 hex digits), name."""

    role: str
    region_code: str
    office_id: str
    name: str

    @property
    def scope(self) -> str:
        """What its records lie in: "36", "36.71" or "36.71/<office id>"."""
        return f"{self.region_code}/{self.office_id}" if self.role == "opd" else self.region_code


@dataclass(frozen=True, slots=True)
class Request:
    """What a device asks for; `signature` (hex) is its own, `made_at` a label that decides nothing."""

    office: Office
    device: DevicePublic
    holder: str
    made_at: str
    signature: str = ""
    more: str = ""
    """Keys that we do not know, as canonical JSON; "" for none."""


@dataclass(frozen=True, slots=True)
class Card:
    """One device of one office, and the signature (hex) of the device `issuer` that vouches for it.

    `serial` has 32 hex digits and names the card where it is withdrawn; `issued_at` is a label that decides nothing.
    `root` is the device id of the province on which the issuer's own card rests ("" in cards that do not say it): so
    who compared the issuer's code knows the province as well.
    """

    serial: str
    office: Office
    device: DevicePublic
    holder: str
    issuer: str
    issued_at: str
    signature: str = ""
    more: str = ""
    """Keys that we do not know, as canonical JSON; "" for none."""
    root: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """A card and the cards above it, nearest first, the province's last; a province's own card has none above it."""

    card: Card
    chain: tuple[Card, ...] = field(default=())
    lists: tuple[strict_json.Object, ...] = field(default=(), compare=False)
    """Signed lists of key cards that go along (`card_list.py`); not covered by any signature but their own."""

    @property
    def root(self) -> DevicePublic:
        """The device that everything rests on: whoever accepts the grant first pins it."""
        return (self.chain[-1] if self.chain else self.card).device


def card_from_json(document: object) -> Card:
    """The card of its JSON; its signature is not checked.

    Raises:
        CardRefused: not a card.
        CardNewer: of a newer version.
    """
    if not isinstance(document, dict):
        raise CardRefused("card")
    check_head(document, CARD)
    issuer = text_of(document, "issuer")
    if not is_device_id(issuer):
        raise CardRefused("issuer")
    root = text_of(document, "root") if "root" in document else ""
    if root and not is_device_id(root):
        raise CardRefused("root")
    return Card(
        hex_of(document, "serial", HEX_32),
        office_of(document),
        device_of(document),
        text_of(document, "holder"),
        issuer,
        text_of(document, "issued_at"),
        hex_of(document, "signature", HEX_128),
        more_of(document, {"serial", "office", "device", "holder", "issuer", "issued_at", "root"}),
        root,
    )


def request_from_json(document: strict_json.Object) -> Request:
    """The request of its JSON; raises CardRefused. Its signature is not checked."""
    return Request(
        office_of(document),
        device_of(document),
        text_of(document, "holder"),
        text_of(document, "made_at"),
        hex_of(document, "signature", HEX_128),
        more_of(document, {"office", "device", "holder", "made_at"}),
    )


def card_json(card: Card) -> strict_json.Object:
    """The card as it stands in a grant and in a manifest."""
    root = {"root": card.root} if card.root else {}
    return _with_more(
        card.more,
        **root,
        what=CARD,
        serial=card.serial,
        office=office_json(card.office),
        device=device_json(card.device),
        holder=card.holder,
        issuer=card.issuer,
        issued_at=card.issued_at,
        signature=card.signature,
    )


def request_json(request: Request) -> strict_json.Object:
    """The request as it stands in its file."""
    return _with_more(
        request.more,
        what=REQUEST,
        office=office_json(request.office),
        device=device_json(request.device),
        holder=request.holder,
        made_at=request.made_at,
        signature=request.signature,
    )


def _with_more(more: str, **known: object) -> strict_json.Object:
    unknown = strict_json.read(more.encode("utf-8"), limits.MAX_KEY_FILE_BYTES) if more else {}
    return {**unknown, "version": CARD_VERSION, **known}


def more_of(document: strict_json.Object, known: set[str]) -> str:
    """What we do not know, as canonical JSON; "" for none."""
    unknown = {name: value for name, value in document.items() if name not in known | {"what", "version", "signature"}}
    return strict_json.canonical(unknown).decode("utf-8") if unknown else ""


def without_signature(document: strict_json.Object) -> bytes:
    """The bytes that are signed, without their tag."""
    return strict_json.canonical({name: value for name, value in document.items() if name != "signature"})


def check_head(document: strict_json.Object, what: str) -> None:
    """Raises CardRefused when the document is not `what`, CardNewer when it is of a later version."""
    version = document.get("version")
    if document.get("what") != what or type(version) is not int or version < 1:
        raise CardRefused("what")
    if version > CARD_VERSION:
        raise CardNewer(version)


def office_json(office: Office) -> strict_json.Object:
    """The office as it stands in a card."""
    return {
        "role": office.role,
        "region_code": office.region_code,
        "office_id": office.office_id,
        "name": office.name,
    }


def office_of(document: strict_json.Object) -> Office:
    """The office that the document names; raises CardRefused."""
    found = _inner(document, "office", {"role", "region_code", "office_id", "name"})
    office = Office(*(text_of(found, name) for name in ("role", "region_code", "office_id", "name")))
    if (problem := office_problem(office)) is not None:
        raise CardRefused(problem)
    return office


def office_problem(office: Office) -> str | None:
    """The name of the field that is not as it must be, None when all are."""
    region = _REGION.get(office.role)
    if region is None:
        return "role"
    if not region.fullmatch(office.region_code):
        return "region_code"
    return None if HEX_32.fullmatch(office.office_id) else "office_id"


def device_json(device: DevicePublic) -> strict_json.Object:
    """The public keys as they stand in a card."""
    return {"signing": device.signing, "receiving": device.receiving}


def device_of(document: strict_json.Object, name: str = "device") -> DevicePublic:
    """The public keys under that name; raises CardRefused."""
    found = _inner(document, name, {"signing", "receiving"})
    device = DevicePublic(text_of(found, "signing"), text_of(found, "receiving"))
    if not device.is_sound():
        raise CardRefused(name)
    return device


def _inner(document: strict_json.Object, name: str, keys: set[str]) -> dict[str, Any]:
    found = document.get(name)
    if not isinstance(found, dict) or set(found) != keys:
        _refuse(name)
    return found


def text_of(document: dict[str, Any], name: str) -> str:
    """A text that is not too long; raises CardRefused."""
    value = document.get(name)
    if not isinstance(value, str) or len(value.encode("utf-8")) > limits.MAX_NAME_BYTES:
        _refuse(name)
    return value


def hex_of(document: strict_json.Object, name: str, pattern: re.Pattern[str]) -> str:
    """A text of the pattern; raises CardRefused."""
    text = text_of(document, name)
    if not pattern.fullmatch(text):
        _refuse(name)
    return text


def _refuse(what: str) -> NoReturn:
    raise CardRefused(what)
