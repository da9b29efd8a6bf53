r"""What lies inside the age file, byte by byte.

    magic "PUGB1" | length of the manifest, 4 bytes, big-endian | manifest, JSON | Ed25519 signature, 64 bytes
    | part 0 | part 1 | ...

The parts have the lengths that the manifest says, in its order, and nothing follows the last one. Signed is
"PUG-BUNDLE-v1\0" + SHA-256 of the manifest bytes as they stand; the manifest holds the SHA-256 of each part.
"""

import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.bundle import limits
from pug_desktop.bundle.keys import DevicePublic

MAGIC = b"PUGB1"
_FAMILY = b"PUGB"
"""What the magic of every later container begins with; the fifth byte counts."""
_LENGTH = struct.Struct(">I")
_PREFIX = len(MAGIC) + _LENGTH.size
_SIGNATURE_BYTES = 64
_SIGN_TAG = b"PUG-BUNDLE-v1\0"


@dataclass(frozen=True, slots=True)
class Head:
    """The manifest as it stands, its signature, and where part 0 begins."""

    manifest: bytes
    signature: bytes
    parts_at: int

    def is_signed_by(self, device: DevicePublic) -> bool:
        """Whether the signature is the device's."""
        return device.verifies(self.signature, to_sign(self.manifest))


def to_sign(manifest: bytes) -> bytes:
    """What the signature is made over."""
    return _SIGN_TAG + hashlib.sha256(manifest).digest()


def head_bytes(manifest: bytes, signature: bytes) -> bytes:
    """All before part 0."""
    return MAGIC + _LENGTH.pack(len(manifest)) + manifest + signature


class HeadReader:
    """Collects the head from pieces of any length; never keeps more than the head and one piece."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = bytearray()

    def take(self, piece: bytes) -> Head | None:
        """The head as soon as it is complete, before that None.

        Raises:
            NotABundle: another magic.
            FromNewerProgram: a container that we do not know.
            OverLimit: the manifest is longer than one may be.
        """
        self._kept += piece
        if len(self._kept) < _PREFIX:
            return None
        self._check_magic()
        (length,) = _LENGTH.unpack_from(self._kept, len(MAGIC))
        if length > limits.MAX_MANIFEST_BYTES:
            raise errors.OverLimit(path=self._path, what="manifest", limit=limits.MAX_MANIFEST_BYTES, found=length)
        end = _PREFIX + length
        if len(self._kept) < end + _SIGNATURE_BYTES:
            return None
        return Head(
            bytes(self._kept[_PREFIX:end]), bytes(self._kept[end : end + _SIGNATURE_BYTES]), end + _SIGNATURE_BYTES
        )

    def ended(self) -> errors.BundleError:
        """What is wrong when the content ended before the head was complete."""
        if not self._kept.startswith(MAGIC):
            return errors.NotABundle(path=self._path)
        if len(self._kept) >= _PREFIX:
            (length,) = _LENGTH.unpack_from(self._kept, len(MAGIC))
            if len(self._kept) >= _PREFIX + length:
                return errors.WrongSignature(path=self._path)
        return errors.DamagedBundle(path=self._path, part="manifest")

    def _check_magic(self) -> None:
        if self._kept.startswith(MAGIC):
            return
        generation = self._kept[len(_FAMILY)] - ord("0")
        if self._kept.startswith(_FAMILY) and 2 <= generation <= 9:
            raise errors.FromNewerProgram(path=self._path, needs=generation)
        raise errors.NotABundle(path=self._path)
