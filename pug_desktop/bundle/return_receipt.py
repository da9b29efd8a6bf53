"""The receipt as a small file: written back to the stick, so that the sender learns what arrived without a bundle.

    {what: "pug-receipt", version: 1, device_id, actor, made_at, of: {device_id, actor, upto, bundles, need_full},
     signature}

`device_id` and `actor` are those of the office that writes it, `of` is what it has of the other's. There are no names
in it: it lies on the stick in the clear. The signature covers a tag and the canonical JSON of everything else.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pug_desktop import errors
from pug_desktop.bundle import limits, stick, strict_json
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic, is_device_id
from pug_desktop.bundle.manifest import Receipt

SUFFIX = ".pugtt"
WHAT, VERSION = "pug-receipt", 1
_TAG = b"PUG-RECEIPT-v1\0"
_ACTOR = re.compile(r"[0-9a-f]{16}")
_ID = re.compile(r"[0-9a-f]{32}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class ReturnReceipt:
    """What a device, in the incarnation `actor`, says that it has of another one (`of`)."""

    device_id: str
    actor: str
    made_at: str
    of: Receipt
    signature: str = ""


def _json(receipt: ReturnReceipt) -> strict_json.Object:
    return {
        "what": WHAT,
        "version": VERSION,
        "device_id": receipt.device_id,
        "actor": receipt.actor,
        "made_at": receipt.made_at,
        "of": msgspec.to_builtins(receipt.of),
    }


def write_receipt(path: Path, receipt: ReturnReceipt, keys: DeviceKeys) -> None:
    """Sign it and write the file, whole or not at all.

    Raises:
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    document = _json(receipt)
    document["signature"] = keys.sign(_TAG + strict_json.canonical(document)).hex()
    stick.write_small(path, strict_json.canonical(document) + b"\n")


def read_receipt(path: Path) -> ReturnReceipt:
    """The receipt in the file; who signed is checked by `check_signature`.

    Raises:
        NotAReceipt: it is none, or damaged.
        FromNewerProgram: of a later version.
        StickGone, StickReadOnly: it cannot be read.
    """
    data = stick.read_small(path, limits.MAX_KEY_FILE_BYTES)
    if data is None:
        raise errors.NotAReceipt(path=path, problem="size")
    try:
        document = strict_json.read(data, limits.MAX_KEY_FILE_BYTES)
    except strict_json.JsonRefused as refused:
        raise errors.NotAReceipt(path=path, problem=str(refused)) from None
    version = document.get("version")
    if document.get("what") != WHAT or type(version) is not int or version < 1:
        raise errors.NotAReceipt(path=path, problem="what")
    if version > VERSION:
        raise errors.FromNewerProgram(path=path, needs=version)
    return _checked(path, document)


def _checked(path: Path, document: strict_json.Object) -> ReturnReceipt:
    texts = {name: document.get(name) for name in ("device_id", "actor", "made_at", "signature")}
    try:
        of = msgspec.convert(document.get("of"), Receipt)
    except msgspec.ValidationError as error:
        raise errors.NotAReceipt(path=path, problem=str(error)[:200]) from None
    good = (
        all(isinstance(each, str) for each in texts.values())
        and is_device_id(str(texts["device_id"]))
        and is_device_id(of.device_id)
        and _ACTOR.fullmatch(str(texts["actor"]))
        and _ACTOR.fullmatch(of.actor)
        and of.upto >= 0
        and len(of.bundles) <= limits.MAX_RECEIPT_BUNDLES
        and all(map(_ID.fullmatch, of.bundles))
        and _SIGNATURE.fullmatch(str(texts["signature"]))
        and len(str(texts["made_at"])) <= limits.MAX_NAME_BYTES
    )
    if not good:
        raise errors.NotAReceipt(path=path, problem="fields")
    return ReturnReceipt(**{name: str(each) for name, each in texts.items()}, of=of)


def check_signature(receipt: ReturnReceipt, device: DevicePublic, path: Path) -> None:
    """Raises ReceiptNotTrusted when that device did not sign it as it stands."""
    signed = _TAG + strict_json.canonical(_json(receipt))
    if not device.verifies(bytes.fromhex(receipt.signature), signed):
        raise errors.ReceiptNotTrusted(path=path, device=receipt.device_id)
