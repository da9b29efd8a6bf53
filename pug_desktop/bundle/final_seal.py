"""The seal on a final version of a sheet: the device that made it says so about the document, its sheet and its number.

The document is canonical JSON (`strict_json.canonical`), so that equal contents have equal bytes wherever they are
written again; signed is a tag and the canonical JSON of these.
"""

import hashlib
from dataclasses import dataclass

from pug_desktop.bundle import strict_json
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic

_TAG = b"PUG-FINAL-v1\0"


@dataclass(frozen=True, slots=True)
class Finalised:
    """What a seal is about; `sha256` is that of the document's canonical bytes."""

    checklist_id: str
    number: int
    sha256: str
    device_id: str

    def signed_bytes(self) -> bytes:
        """What the signature covers."""
        return _TAG + strict_json.canonical(
            {
                "checklist_id": self.checklist_id,
                "number": self.number,
                "sha256": self.sha256,
                "device_id": self.device_id,
            }
        )


def document_hash(document: strict_json.Object) -> str | None:
    """The SHA-256 of the document as 64 hex digits; None when it is nothing that can be signed."""
    try:
        return hashlib.sha256(strict_json.canonical(document)).hexdigest()
    except strict_json.JsonRefused:
        return None


def seal(what: Finalised, keys: DeviceKeys) -> str:
    """The signature, as 128 hex digits."""
    return keys.sign(what.signed_bytes()).hex()


def is_sealed_by(what: Finalised, signature: str, device: DevicePublic) -> bool:
    """Whether the signature was made over this by that device; False for anything that is no signature."""
    try:
        given = bytes.fromhex(signature)
    except ValueError:
        return False
    return len(given) == 64 and device.device_id == what.device_id and device.verifies(given, what.signed_bytes())
