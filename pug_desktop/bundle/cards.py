"""Who vouches for whom: requests and key cards are made, checked and carried as files `*.pugkey`.

An OPD's device writes a request (signed by itself); the regency answers with a grant: a card (signed by the regency's
device) and the cards above it up to the province's, which signs its own. People call a card "kartu kunci".
Signed is a tag and the canonical JSON of everything but the signature (`card_json.py`).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pug_desktop import errors
from pug_desktop.bundle import limits, stick, strict_json
from pug_desktop.bundle.card_json import (
    CARD_VERSION,
    GRANT,
    REQUEST,
    Card,
    CardNewer,
    CardRefused,
    Grant,
    Office,
    Request,
    card_from_json,
    card_json,
    check_head,
    office_problem,
    request_from_json,
    request_json,
    without_signature,
)
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic
from pug_desktop.bundle.strict_json import JsonRefused
from pug_desktop.replica.scope import contains

__all__ = [
    "SUFFIX",
    "Card",
    "CardNewer",
    "CardRefused",
    "Grant",
    "Office",
    "Request",
    "accept_grant",
    "card_from_json",
    "card_json",
    "check_request",
    "issue_card",
    "make_request",
    "read_grant",
    "read_request",
    "root_card",
    "verify_chain",
    "write_grant",
    "write_request",
]

SUFFIX = ".pugkey"

_REQUEST_TAG = b"PUG-REQUEST-v1\0"
_CARD_TAG = b"PUG-CARD-v1\0"
_ABOVE = {"opd": "kabkota", "kabkota": "provinsi"}
"""Which role signs for which: a province never for an OPD, so that the regency knows all its OPD."""


# --- made ---------------------------------------------------------------------------------------------------------


def make_request(office: Office, keys: DeviceKeys, *, holder: str, made_at: str, more: str = "") -> Request:
    """A request for a card, signed by the device that asks.

    Args:
        office: whose device it is.
        keys: of the device that asks.
        holder: who uses it.
        made_at: ISO time, only shown.
        more: further keys as canonical JSON, such as the statement of a handover.

    Raises:
        WrongValue: the office's name or the holder's is longer than MAX_NAME_BYTES.
    """
    _check_office(office, holder)
    request = Request(office, keys.public, holder, made_at, more=more)
    return replace(request, signature=keys.sign(_REQUEST_TAG + without_signature(request_json(request))).hex())


def issue_card(request: Request, issuer_keys: DeviceKeys, issuer_card: Card, *, serial: str, issued_at: str) -> Card:
    """The card that the request asks for.

    Args:
        request: as `read_request` gives it.
        issuer_keys: our keys.
        issuer_card: our own card.
        serial: 32 hex digits, new.
        issued_at: ISO time, only shown.

    Raises:
        KeyNotTrusted: the request is not signed by the device that it names, or our card is not of our keys.
        RequestOutsideScope: the office does not lie directly below ours.
    """
    check_request(request)
    if issuer_card.device != issuer_keys.public:
        raise errors.KeyNotTrusted(path="", problem="issuer")
    _check_below(request.office, issuer_card.office, "")
    issuer = issuer_card.device.device_id
    # A card of the first release does not say its root; a kabupaten/kota's own was signed by the province itself.
    root = issuer if issuer_card.office.role == "provinsi" else issuer_card.root or issuer_card.issuer
    card = Card(serial, request.office, request.device, request.holder, issuer, issued_at, root=root)
    return replace(card, signature=issuer_keys.sign(_CARD_TAG + without_signature(card_json(card))).hex())


def root_card(keys: DeviceKeys, office: Office, *, holder: str, serial: str, issued_at: str) -> Card:
    """The card of a province, signed by itself.

    Raises:
        WrongValue: as `make_request`.
        RequestOutsideScope: the office is no province.
    """
    _check_office(office, holder)
    if office.role != "provinsi":
        raise errors.RequestOutsideScope(path="", scope=office.scope, allowed="provinsi")
    card = Card(serial, office, keys.public, holder, keys.device_id, issued_at)
    return replace(card, signature=keys.sign(_CARD_TAG + without_signature(card_json(card))).hex())


def _check_office(office: Office, holder: str) -> None:
    """What we make ourselves must be readable: codes are our mistake, names that of whoever typed them."""
    if (problem := office_problem(office)) is not None:
        raise ValueError(problem)
    for field, text in (("name", office.name), ("holder", holder)):
        if len(text.encode("utf-8", "replace")) > limits.MAX_NAME_BYTES:
            raise errors.WrongValue(field=field, value=text, expected=f"<= {limits.MAX_NAME_BYTES} B")


# --- checked ------------------------------------------------------------------------------------------------------


def check_request(request: Request, path: Path | str = "") -> None:
    """Raises KeyNotTrusted when the device that asks did not sign."""
    if not request.device.verifies(
        bytes.fromhex(request.signature), _REQUEST_TAG + without_signature(request_json(request))
    ):
        raise errors.KeyNotTrusted(path=path, problem="signature")


def verify_chain(card: Card, chain: Sequence[Card], root: DevicePublic, path: Path | str = "") -> None:
    """Check a card up to the pinned root.

    Args:
        card: the card in question.
        chain: the cards above it, nearest first, the root's own last; empty when `card` is the root's.
        root: the device of the province that we trust.
        path: named in the error.

    Raises:
        KeyNotTrusted: a signature does not fit, a link is missing, or the last card is not the root's.
        RequestOutsideScope: an office does not lie directly below the one that signed for it.
    """
    if len(chain) > limits.MAX_CHAIN:
        raise errors.KeyNotTrusted(path=path, problem="chain")
    below = card
    for above in chain:
        if below.root and below.root != root.device_id:
            raise errors.KeyNotTrusted(path=path, problem="root")
        _check_signed_by(below, above, path)
        _check_below(below.office, above.office, path)
        below = above
    _check_signed_by(below, below, path)
    if below.device != root or below.office.role != "provinsi":
        raise errors.KeyNotTrusted(path=path, problem="root")


def _check_signed_by(card: Card, issuer: Card, path: Path | str) -> None:
    if card.issuer != issuer.device.device_id:
        raise errors.KeyNotTrusted(path=path, problem="issuer")
    if not issuer.device.verifies(bytes.fromhex(card.signature), _CARD_TAG + without_signature(card_json(card))):
        raise errors.KeyNotTrusted(path=path, problem="signature")


def _check_below(office: Office, above: Office, path: Path | str) -> None:
    """The office lies inside the other and exactly one level below it."""
    if _ABOVE.get(office.role) != above.role or not contains(above.scope, office.scope):
        raise errors.RequestOutsideScope(path=path, scope=office.scope, allowed=above.scope)


# --- files --------------------------------------------------------------------------------------------------------


def write_request(path: Path, request: Request) -> None:
    """Write the file that goes up.

    Raises:
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    stick.write_small(path, strict_json.canonical(request_json(request)) + b"\n")


def read_request(path: Path) -> Request:
    """The request in the file, its own signature checked.

    Raises:
        NotAKeyFile: no request, or damaged.
        KeyNotTrusted: the device that asks did not sign.
        KeyFileNewer: written by a newer program.
        StickGone, StickReadOnly: it cannot be read.
    """
    document = _read_document(path, REQUEST)
    try:
        request = request_from_json(document)
    except CardRefused as refused:
        raise errors.NotAKeyFile(path=path, problem=str(refused)) from None
    check_request(request, path)
    return request


def write_grant(path: Path, grant: Grant) -> None:
    """Write the file that goes back.

    Raises:
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    document = {
        "what": GRANT,
        "version": CARD_VERSION,
        "card": card_json(grant.card),
        "chain": [card_json(card) for card in grant.chain],
        **({"lists": list(grant.lists)} if grant.lists else {}),
    }
    stick.write_small(path, strict_json.canonical(document) + b"\n")


def read_grant(path: Path) -> Grant:
    """The grant in the file, each signature checked up to its own root: whether that root is ours, the caller asks.

    Raises:
        NotAKeyFile: no grant, or damaged.
        KeyNotTrusted: a signature does not fit.
        RequestOutsideScope: a card exceeds the one above it.
        KeyFileNewer: written by a newer program.
        StickGone, StickReadOnly: it cannot be read.
    """
    document = _read_document(path, GRANT)
    try:
        chain = document.get("chain")
        if not isinstance(chain, list) or len(chain) > limits.MAX_CHAIN:
            raise CardRefused("chain")
        lists = document.get("lists", [])
        if not isinstance(lists, list) or len(lists) > limits.MAX_LISTS:
            raise CardRefused("lists")
        grant = Grant(card_from_json(document.get("card")), tuple(card_from_json(card) for card in chain), tuple(lists))
    except CardRefused as refused:
        raise errors.NotAKeyFile(path=path, problem=str(refused)) from None
    except CardNewer as newer:
        raise errors.KeyFileNewer(path=path, version=newer.version) from None
    verify_chain(grant.card, grant.chain, grant.root, path)
    return grant


def accept_grant(path: Path, device: DevicePublic, root: DevicePublic | None) -> Grant:
    """The grant in the file, made for `device` and resting on `root` (None: none is pinned yet).

    Raises:
        CertificateForOther: made for another device.
        KeyNotTrusted: it rests on another root.
        and what `read_grant` raises.
    """
    grant = read_grant(path)
    if grant.card.device != device:
        raise errors.CertificateForOther(path=path, device=grant.card.device.device_id)
    if root is not None and grant.root != root:
        raise errors.KeyNotTrusted(path=path, problem="root")
    if root is None and len(grant.chain) > 1 and not grant.card.root:
        # Somebody compared the code of the device that signed: the province behind it must stand under that signature.
        raise errors.KeyNotTrusted(path=path, problem="root")
    return grant


def _read_document(path: Path, what: str) -> strict_json.Object:
    data = stick.read_small(path, limits.MAX_KEY_FILE_BYTES)
    if data is None:
        raise errors.NotAKeyFile(path=path, problem="size")
    try:
        document = strict_json.read(data, limits.MAX_KEY_FILE_BYTES)
        check_head(document, what)
    except (JsonRefused, CardRefused) as refused:
        raise errors.NotAKeyFile(path=path, problem=str(refused)) from None
    except CardNewer as newer:
        raise errors.KeyFileNewer(path=path, version=newer.version) from None
    return document
