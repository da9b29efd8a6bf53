"""Kode Keamanan: thirty digits made of one device's public keys, read out by one side and typed by the other.

The program compares, never the eye, and only all six groups at once: whoever pretends to be somebody learns nothing
from a refusal. The hash is slow and the digits are 99.66 bits, so that nobody finds another key with the same code.
"""

import hashlib
import hmac
import re
from functools import lru_cache

from pug_desktop.bundle import limits
from pug_desktop.bundle.keys import DevicePublic

GROUPS, GROUP_DIGITS = 6, 5
DIGITS = GROUPS * GROUP_DIGITS

MEMORY_KIB = 64 * limits.KIB
PASSES = 3
"""0.25 s on an office PC of 2022; another figure would give other codes, so these never change."""

_TAG = b"PUG-SECURITY-CODE-v1\0"
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")


@lru_cache(maxsize=512)
def security_code(device: DevicePublic, *, memory_kib: int = MEMORY_KIB, passes: int = PASSES) -> str:
    """The code as it is shown: six groups of five digits with a blank between; slow, once a device and session.

    Args:
        device: the public keys.
        memory_kib: lower only in tests, which then get other codes.
        passes: as `memory_kib`.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    salt = hashlib.sha256(_TAG).digest()[:16]
    secret = bytes.fromhex(device.signing) + device.receiving.encode("ascii")
    made = Argon2id(salt=salt, length=32, iterations=passes, lanes=1, memory_cost=memory_kib).derive(secret)
    digits = f"{int.from_bytes(made, 'big') % 10**DIGITS:0{DIGITS}d}"
    return " ".join(digits[start : start + GROUP_DIGITS] for start in range(0, DIGITS, GROUP_DIGITS))


def digits_of(typed: str) -> str | None:
    """The thirty digits of what was typed, without blanks and dashes; None when they are not thirty digits."""
    bare = _BETWEEN.sub("", typed)
    return bare if len(bare) == DIGITS and bare.isascii() and bare.isdigit() else None


def is_code_of(typed: str, device: DevicePublic, *, memory_kib: int = MEMORY_KIB, passes: int = PASSES) -> bool:
    """Whether what was typed is the code of the device; says nothing about which part of it was wrong."""
    digits = digits_of(typed)
    right = security_code(device, memory_kib=memory_kib, passes=passes).replace(" ", "")
    return digits is not None and hmac.compare_digest(digits, right)
