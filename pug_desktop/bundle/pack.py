"""Writing a bundle: encrypted while it is written, read back from the medium, and only then given its name."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pug_desktop import durable, errors
from pug_desktop.bundle import age_file, container, limits, stick
from pug_desktop.bundle.keys import DeviceKeys
from pug_desktop.bundle.manifest import BLOB, Manifest, ManifestOverLimit, Part, write_manifest
from pug_desktop.progress import Step, silent

_PIECE_BYTES = limits.MIB


@dataclass(frozen=True, slots=True)
class Packed:
    """The file as it lies on the stick: `sha256` (64 hex digits) of its bytes, read back."""

    path: Path
    size: int
    sha256: str


def describe_part(path: Path, kind: str, *, size: int | None = None, name: str = "") -> Part:
    """The manifest's line for a file that will be a part.

    Args:
        path: the bytes as they will lie in the bundle.
        kind: "records" or "blob".
        size: the size unpacked; for a blob the file's own.
        name: only shown.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        packed_size = file.tell()
    return Part(kind, packed_size if size is None else size, packed_size, digest, name)


def pack(
    target: Path,
    manifest: Manifest,
    parts: Sequence[Path],
    keys: DeviceKeys,
    recipients: Sequence[str],
    step: Step = silent,
) -> Packed:
    """Write the bundle; a failure or a cancel leaves nothing behind.

    A file that has the name already stays as it is: the new one gets "-2" and so on, see `Packed.path`.

    Args:
        target: folder and name of the file (`stick.bundle_name`).
        manifest: with a line for each of `parts`, in their order (`describe_part`).
        parts: the files.
        keys: the sender's; the sender is always a recipient too, so that it can open later what it sent.
        recipients: who can open it ("age1..."); the devices of `manifest.to`, and the office's recovery key.
        step: called with bytes done and in all; writing and reading back count alike.

    Raises:
        StickGone, StickFull, StickReadOnly, StickLies: the medium failed.
        EvidenceMissing: a blob is not there or not what the manifest says.
        OverLimit: more than a bundle may hold.
        ValueError: manifest, parts and keys do not belong together (a mistake of the caller).
    """
    if manifest.sender.device_id != keys.device_id or len(parts) != len(manifest.parts):
        raise ValueError("manifest, parts and keys do not belong together")
    if len(target.name) > stick.MAX_NAME_LENGTH or not target.name.isascii():
        raise ValueError("not a name of a bundle")
    try:
        document = write_manifest(manifest)
    except ManifestOverLimit as over:
        raise errors.OverLimit(path=target, what=over.what, limit=over.limit, found=over.found) from None
    readers = tuple(dict.fromkeys((*recipients, keys.public.receiving)))
    head = container.head_bytes(document, keys.sign(container.to_sign(document)))
    plain_size = len(head) + sum(part.packed_size for part in manifest.parts)
    needed = age_file.encrypted_size(plain_size, len(readers))
    _check_sizes(target, needed, len(readers))
    stick.remove_leftovers(target.parent, _sender_prefix(target.name))
    free = stick.free_bytes(target.parent)
    if free < needed:
        raise errors.StickFull(path=target, needed=needed, free=free)

    total = 2 * plain_size
    source = _Source(head, tuple(zip(manifest.parts, parts, strict=True)), lambda done: step(done, total))
    written = _Written()

    def fill(file: BinaryIO) -> None:
        age_file.encrypt(source, lambda data: written.take(file, data), readers)

    def check(part: Path) -> None:
        _read_back(part, written, lambda done: step(plain_size + min(done, plain_size), total))

    with stick.stick_errors(target, needed=needed):
        path = _free_name(target)
        durable.write_whole(path, fill, check=check)
    return Packed(path, written.size, written.digest.hexdigest())


def _check_sizes(target: Path, needed: int, readers: int) -> None:
    for what, limit, found in (
        ("bundle", limits.MAX_BUNDLE_BYTES, needed),
        ("recipients", limits.MAX_STANZAS - 1, readers),
    ):
        if found > limit:
            raise errors.OverLimit(path=target, what=what, limit=limit, found=found)


def _sender_prefix(name: str) -> str:
    """The "PUG_36.71_" of a name: the unfinished files of other offices are not ours to delete."""
    return "_".join(name.split("_")[:2]) + "_"


def _free_name(target: Path) -> Path:
    """The name, or the first of "-2", "-3" that is free: a file on a stick is never replaced."""
    path, number = target, 2
    while path.exists() or path.is_symlink():
        path, number = target.with_stem(f"{target.stem}-{number}"), number + 1
    return path


class _Written:
    """What went to the medium: its size and digest."""

    def __init__(self) -> None:
        self.size = 0
        self.digest = hashlib.sha256()

    def take(self, file: BinaryIO, data: bytes) -> None:
        file.write(data)
        self.digest.update(data)
        self.size += len(data)


def _read_back(part: Path, written: _Written, told: Callable[[int], None]) -> None:
    """Read the file from the medium and compare: some sticks say "written" and keep nothing."""
    digest, done = hashlib.sha256(), 0
    with part.open("rb", buffering=0) as file:
        durable.forget_cached(file.fileno())
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
            done += len(piece)
            told(done)
    if done != written.size or digest.digest() != written.digest.digest():
        raise errors.StickLies(path=part)


class _Source:
    """The plain content as one stream: the head, then each part, checked against the manifest as it passes."""

    def __init__(self, head: bytes, parts: Sequence[tuple[Part, Path]], told: Callable[[int], None]) -> None:
        self._pieces = self._all(head, parts)
        self._told = told
        self._rest = memoryview(b"")
        self._done = 0

    def read(self, size: int = -1, /) -> bytes:
        """As a file's; pyrage asks for 8 KiB at a time."""
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
            self._told(self._done)
        taken = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(taken) :]
        self._done += len(taken)
        return bytes(taken)

    def _all(self, head: bytes, parts: Sequence[tuple[Part, Path]]) -> Iterator[bytes]:
        yield head
        for part, path in parts:
            yield from _pieces(part, path)


def _pieces(part: Part, path: Path) -> Iterator[bytes]:
    digest, left = hashlib.sha256(), part.packed_size
    try:
        with path.open("rb") as file:
            while left and (piece := file.read(min(_PIECE_BYTES, left))):
                digest.update(piece)
                left -= len(piece)
                yield piece
            more = file.read(1)
    except OSError as error:
        # Must not look like a failure of the stick, which is what an OSError means in `pack`.
        raise _missing(part, path) from error
    if left or more or digest.hexdigest() != part.sha256:
        raise _missing(part, path)


def _missing(part: Part, path: Path) -> errors.PugError:
    if part.kind == BLOB:
        return errors.EvidenceMissing(path=path, name=part.name or part.sha256)
    return errors.DamagedBundle(path=path, part=part.kind)
