"""Serah terima: the device key of who leaves says which key takes over; and what the successor may still open.

The statement stands in the request of the new key under "handover". It is signed by the old key, the request around it
by the new one: neither can be made by anybody else.
"""

from dataclasses import dataclass, replace

import pyrage

from pug_desktop.bundle import limits, strict_json
from pug_desktop.bundle.card_json import (
    CARD_VERSION,
    HEX_128,
    CardNewer,
    CardRefused,
    Office,
    Request,
    check_head,
    device_json,
    device_of,
    hex_of,
    office_json,
    office_of,
    text_of,
    without_signature,
)
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic

HANDOVER = "pug-handover"
KEY = "handover"
"""Its key in the request."""

_TAG = b"PUG-HANDOVER-v1\0"
_FORMER = "pug-former-key"


@dataclass(frozen=True, slots=True)
class Statement:
    """The old device hands over to the new one; `made_at` is an ISO time that decides nothing."""

    old: DevicePublic
    new: DevicePublic
    old_holder: str
    new_holder: str
    office: Office
    made_at: str
    signature: str = ""


def sign_statement(unsigned: Statement, old: DeviceKeys) -> Statement:
    """The statement with the signature of the old key."""
    return replace(unsigned, signature=old.sign(_TAG + without_signature(_statement_json(unsigned))).hex())


def in_request(statement: Statement) -> str:
    """What `make_request` takes as `more`."""
    return strict_json.canonical({KEY: _statement_json(statement)}).decode("utf-8")


def statement_of(request: Request) -> Statement | None:
    """The statement in a request when it is sound: signed by the old key, about this new key and this office."""
    if not request.more:
        return None
    try:
        document = strict_json.read(request.more.encode("utf-8"), limits.MAX_KEY_FILE_BYTES).get(KEY)
        if not isinstance(document, dict):
            return None
        check_head(document, HANDOVER)
        found = Statement(
            device_of(document, "old"),
            device_of(document, "new"),
            text_of(document, "old_holder"),
            text_of(document, "new_holder"),
            office_of(document),
            text_of(document, "made_at"),
            hex_of(document, "signature", HEX_128),
        )
    except (CardRefused, CardNewer, strict_json.JsonRefused):
        return None
    fits = found.new == request.device and found.office == request.office
    signed = found.old.verifies(bytes.fromhex(found.signature), _TAG + without_signature(document))
    return found if fits and signed else None


def _statement_json(statement: Statement) -> strict_json.Object:
    return {
        "what": HANDOVER,
        "version": CARD_VERSION,
        "old": device_json(statement.old),
        "new": device_json(statement.new),
        "old_holder": statement.old_holder,
        "new_holder": statement.new_holder,
        "office": office_json(statement.office),
        "made_at": statement.made_at,
        "signature": statement.signature,
    }


def seal_former(old: DeviceKeys, successor: DevicePublic) -> bytes:
    """What still opens bundles that are under way to the old key, readable by its successor only; it signs nothing."""
    document = {"what": _FORMER, "device": device_json(old.public), "receiving": old.receiving_secret}
    to = [pyrage.x25519.Recipient.from_str(successor.receiving)]
    return bytes(pyrage.encrypt(strict_json.canonical(document), to))


def open_former(sealed: bytes, keys: DeviceKeys) -> DeviceKeys | None:
    """The receiving half of the key before ours, without anything to sign with; None when it cannot be opened."""
    try:
        document = strict_json.read(pyrage.decrypt(sealed, [keys.identity()]), limits.MAX_KEY_FILE_BYTES)
        device = device_of(document)
        secret = document.get("receiving")
        if not isinstance(secret, str) or str(pyrage.x25519.Identity.from_str(secret).to_public()) != device.receiving:
            return None
    except (pyrage.DecryptError, pyrage.IdentityError, CardRefused, strict_json.JsonRefused):
        return None
    return DeviceKeys(device, b"", secret)
