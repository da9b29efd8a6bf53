"""The seal on an instrument: who issued it says so about its bytes, its name, its version and what it supersedes.

Signed is a tag and the canonical JSON of these; the document itself is held by its SHA-256.
"""

from dataclasses import dataclass

from pug_desktop.bundle import strict_json
from pug_desktop.bundle.keys import DeviceKeys, DevicePublic

_TAG = b"PUG-INSTRUMENT-v1\0"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a seal is about; `sha256` is of the document's bytes, `supersedes` of the former version's ("" for none)."""

    form: str
    version: int
    sha256: str
    supersedes: str

    def signed_bytes(self) -> bytes:
        """What the signature covers."""
        return _TAG + strict_json.canonical(
            {"form": self.form, "version": self.version, "sha256": self.sha256, "supersedes": self.supersedes}
        )


def seal(sealed: Sealed, keys: DeviceKeys) -> str:
    """The signature, as 128 hex digits."""
    return keys.sign(sealed.signed_bytes()).hex()


def is_sealed_by(sealed: Sealed, signature: str, device: DevicePublic) -> bool:
    """Whether the signature was made over this by that device; False for anything that is no signature."""
    try:
        given = bytes.fromhex(signature)
    except ValueError:
        return False
    return len(given) == 64 and device.verifies(given, sealed.signed_bytes())
