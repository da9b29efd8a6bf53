r"""The outer layer: age v1 as a stream, with its errors in our words and its sizes known before any work.

    age-encryption.org/v1\n  -> stanza ...\n  --- mac\n  16-byte nonce  chunks of 64 KiB, each 16 bytes longer

The header tells how many may read, not who. Any age program opens the file (docs/bundle-format.md).
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import pyrage

from pug_desktop import errors
from pug_desktop.bundle import limits

FIRST_LINE = b"age-encryption.org/v1\n"
NONCE_BYTES = 16
CHUNK_BYTES = 64 * limits.KIB
TAG_BYTES = 16

_NO_KEY_FITS = "No matching keys found"
"""What pyrage 1.4 says when no stanza opens; all else is damage. tests/bundle holds it to that."""


class Readable(Protocol):
    """What can be encrypted."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Sizes in bytes: of the whole file, and of what is inside."""

    file_size: int
    plain_size: int


def measure(file: BinaryIO, path: Path) -> Measured:
    """The sizes, from the header alone; `file` stands at its start before and after.

    Raises:
        NotABundle: no age file.
        DamagedBundle: cut short in the header.
        OverLimit: the file, its header or the number of recipients.
    """
    size = os.fstat(file.fileno()).st_size
    if size > limits.MAX_BUNDLE_BYTES:
        raise errors.OverLimit(path=path, what="bundle", limit=limits.MAX_BUNDLE_BYTES, found=size)
    head = file.read(limits.MAX_HEADER_BYTES)
    file.seek(0)
    if not head.startswith(FIRST_LINE):
        # A file of no bytes is what a stick leaves that was pulled out in time: ours, cut short.
        if FIRST_LINE.startswith(head):
            raise errors.DamagedBundle(path=path, part="header")
        raise errors.NotABundle(path=path)
    mac = head.find(b"\n--- ")
    end = head.find(b"\n", mac + 1)
    if mac < 0 or end < 0:
        if len(head) < limits.MAX_HEADER_BYTES:
            raise errors.DamagedBundle(path=path, part="header")
        raise errors.OverLimit(path=path, what="header", limit=limits.MAX_HEADER_BYTES, found=size)
    stanzas = head.count(b"\n-> ", 0, mac)
    if stanzas > limits.MAX_STANZAS:
        raise errors.OverLimit(path=path, what="recipients", limit=limits.MAX_STANZAS, found=stanzas)
    payload = size - (end + 1) - NONCE_BYTES
    if payload < TAG_BYTES:
        raise errors.DamagedBundle(path=path, part="payload")
    return Measured(size, payload - TAG_BYTES * -(-payload // (CHUNK_BYTES + TAG_BYTES)))


def encrypted_size(plain_size: int, recipients: int) -> int:
    """At most how many bytes `plain_size` bytes become; 512 bytes too many at worst."""
    chunks = max(1, -(-plain_size // CHUNK_BYTES))
    return 512 + 120 * recipients + NONCE_BYTES + plain_size + TAG_BYTES * chunks


def encrypt(source: Readable, write: Callable[[bytes], object], recipients: Sequence[str]) -> None:
    """Encrypt to the recipients ("age1..."); what `source` or `write` raise comes out as it is."""
    reader, writer = _Reader(source), _Writer(write)
    to = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    try:
        pyrage.encrypt_io(reader, writer, to)
    except (pyrage.EncryptError, OSError):
        _raise_first(reader, writer)
        raise


def decrypt(source: Readable, write: Callable[[bytes], object], identity: pyrage.x25519.Identity, path: Path) -> None:
    """Decrypt; each piece is authentic when it is written, the whole only when this returns.

    What `source` or `write` raise comes out as it is.

    Raises:
        NotForThisOffice: no stanza of the header opens with `identity`.
        DamagedBundle: cut short, altered, or longer than it was.
    """
    reader, writer = _Reader(source), _Writer(write)
    try:
        pyrage.decrypt_io(reader, writer, [identity])
    except pyrage.DecryptError as error:
        _raise_first(reader, writer)
        if str(error) == _NO_KEY_FITS:
            raise errors.NotForThisOffice(path=path) from None
        raise errors.DamagedBundle(path=path, part="header") from None
    except OSError:
        _raise_first(reader, writer)
        raise errors.DamagedBundle(path=path, part="payload") from None


class _Reader:
    """Keeps what its source raised, since pyrage wraps it in an error of its own."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except BaseException as error:
            self.failure = error
            raise


class _Writer:
    """The same for writing."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self.failure: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            self._write(data)
        except BaseException as error:
            self.failure = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""


def _raise_first(reader: _Reader, writer: _Writer) -> None:
    for failure in (reader.failure, writer.failure):
        if failure is not None:
            raise failure from None
