"""The office's recovery key: an age key pair whose private half exists on paper only, as four lines to be typed.

    line = 13 characters of base32 (RFC 4648), one check character

The 32 bytes of the key are 52 characters, so four lines of 13. The check character covers the line's number and its
characters, so a wrong character and two lines exchanged are noticed line by line, as Borg's paper key does it.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyrage

from pug_desktop import errors
from pug_desktop.bundle.keys import ALPHABET, DeviceKeys, DevicePublic, check_character

LINES = 4
LINE_CHARACTERS = 13

_HRP = "age-secret-key-"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_READ_AS = str.maketrans("018", "OIB")
"""Figures that base32 does not have, as the letters that they are taken for."""


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """Both halves: `recipient` is "age1...", `secret` "AGE-SECRET-KEY-1...", never kept on any disk."""

    recipient: str
    secret: str = field(repr=False)

    def reader(self) -> DeviceKeys:
        """What opens files that were made for this key; it signs nothing."""
        return DeviceKeys(DevicePublic("0" * 64, self.recipient), b"", self.secret)


def make_recovery_key() -> RecoveryKey:
    """A new one, from the system's random source."""
    return _key_of(os.urandom(32))


def _key_of(seed: bytes) -> RecoveryKey:
    secret = _bech32(seed)
    return RecoveryKey(str(pyrage.x25519.Identity.from_str(secret).to_public()), secret)


def lines_of(key: RecoveryKey) -> tuple[str, ...]:
    """The four lines as they are printed, 14 characters each without blanks."""
    bits = "".join(f"{_BECH32.index(letter):05b}" for letter in key.secret.lower()[len(_HRP) + 1 : -6])
    letters = "".join(ALPHABET[int(bits[start : start + 5].ljust(5, "0"), 2)] for start in range(0, 256, 5))
    pieces = [letters[start : start + LINE_CHARACTERS] for start in range(0, len(letters), LINE_CHARACTERS)]
    return tuple(piece + _check(number, piece) for number, piece in enumerate(pieces, start=1))


def shown_line(line: str) -> str:
    """A line in groups, as it is printed and typed: "ABCD EFG HIJK LMN"."""
    return " ".join((line[:4], line[4:7], line[7:11], line[11:]))


def read_line(number: int, typed: str) -> str:
    """The 14 characters of a typed line; blanks, dashes and small letters do not matter.

    Raises:
        NotARecoverySheet: its check character does not fit, or it has another length.
    """
    bare = "".join(typed.replace("-", " ").split()).upper().translate(_READ_AS)
    fits = len(bare) == LINE_CHARACTERS + 1 and all(letter in ALPHABET for letter in bare)
    if not fits or bare[-1] != _check(number, bare[:-1]):
        raise errors.NotARecoverySheet(path="", line=number)
    return bare


def key_of_lines(typed: Sequence[str]) -> RecoveryKey:
    """The key of the four typed lines.

    Raises:
        NotARecoverySheet: with the first line that is not right, 0 when there are not four.
    """
    given = [line for line in typed if line.strip()]
    if len(given) != LINES:
        raise errors.NotARecoverySheet(path="", line=0)
    letters = "".join(read_line(number, line)[:-1] for number, line in enumerate(given, start=1))
    bits = "".join(f"{ALPHABET.index(letter):05b}" for letter in letters)
    if int(bits[256:], 2):
        raise errors.NotARecoverySheet(path="", line=LINES)
    return _key_of(int(bits[:256], 2).to_bytes(32, "big"))


def _check(number: int, piece: str) -> str:
    return check_character(ALPHABET[number] + piece)


def _bech32(seed: bytes) -> str:
    """The 32 bytes as age writes an identity (BIP 173)."""
    bits = "".join(f"{byte:08b}" for byte in seed)
    values = [int(bits[start : start + 5].ljust(5, "0"), 2) for start in range(0, 256, 5)]
    around = [ord(letter) >> 5 for letter in _HRP] + [0] + [ord(letter) & 31 for letter in _HRP]
    sums = _polymod([*around, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [(sums >> 5 * (5 - place)) & 31 for place in range(6)]
    return (_HRP + "1" + "".join(_BECH32[value] for value in values)).upper()


def _polymod(values: Sequence[int]) -> int:
    found = 1
    for value in values:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            found ^= generator if (top >> place) & 1 else 0
    return found
