"""Opening a bundle: who sent it, and its parts on local disk, every check made before a byte is used.

The order of the checks is part of the format (docs/bundle-format.md, "Refusals"): outer file, container, manifest,
signature, sender, addressee, format, scope, lengths, parts.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

from pug_desktop import errors
from pug_desktop.bundle import age_file, limits, stick
from pug_desktop.bundle.card_json import Card, CardNewer
from pug_desktop.bundle.container import Head, HeadReader
from pug_desktop.bundle.keys import DeviceKeys
from pug_desktop.bundle.manifest import (
    READER,
    Kernel,
    Manifest,
    ManifestOverLimit,
    ManifestRefused,
    Part,
    read_document,
    read_kernel,
    read_manifest,
)
from pug_desktop.bundle.trust import Trust, Trusted, judge_sender, scope_problem, sender_withdrawal
from pug_desktop.progress import Step, silent

__all__ = ["Look", "Opened", "Trust", "Trusted", "look", "unpack"]

_PIECE_BYTES = limits.MIB
_PLAIN = "plain.tmp"


@dataclass(frozen=True, slots=True)
class Look:
    """What a bundle says of itself, and the first reason why it would be refused.

    `manifest` and `sender_card` are there as soon as the signature fits, also from an unknown sender: the person may
    see who it claims to be. A `problem` of None does not say that the parts are whole: `unpack` does.
    """

    manifest: Manifest | None
    sender_card: Card | None
    trust: Trust
    problem: errors.PugError | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose every byte is checked.

    `records` is the packed records part, `blobs` the evidence files; all lie in the staging folder under their SHA-256,
    none is synced to disk yet.
    """

    manifest: Manifest
    sender_card: Card
    records: Path
    blobs: tuple[Path, ...]


def look(path: Path, keys: DeviceKeys, trusted: Trusted) -> Look:
    """Who sent the bundle, for whom and what; reads only its beginning, writes nothing, raises no PugError."""
    try:
        with stick.open_plain(path) as file:
            measured = age_file.measure(file, path)
            head = _read_head(file, keys, path)
        return _judge(path, head, measured.plain_size, trusted)
    except errors.PugError as problem:
        return Look(None, None, Trust.UNKNOWN, problem)


def unpack(path: Path, staging: Path, keys: DeviceKeys, trusted: Trusted, step: Step = silent) -> Opened:
    """Check the whole bundle and lay its parts into the staging folder; a failure or a cancel leaves nothing there.

    Args:
        path: the local copy (`stick.copy_in`).
        staging: an empty folder on the profile's disk; made when missing. It holds the content in the clear.
        keys: the receiver's.
        trusted: whom the receiver trusts.
        step: called with bytes done and in all.

    Raises:
        BundleError: each kind, in the order of docs/bundle-format.md; OwnBundle when we wrote it ourselves.
        StickGone, StickReadOnly: the file cannot be read.
        DiskFull, FolderNotWritable: the staging folder cannot be written.
    """
    with stick.open_plain(path) as file:
        measured = age_file.measure(file, path)
        total = 2 * measured.plain_size
        with _staged(staging, total) as made:
            plain_path = staging / _PLAIN
            with _new_file(plain_path, made) as plain:
                head = _decrypt_all(file, plain, keys, path, lambda done: step(done, total))
                found = _judge(path, head, measured.plain_size, trusted)
                if found.problem is not None:
                    raise found.problem
                manifest, card = found.manifest, found.sender_card
                assert manifest is not None  # without a problem there are both
                assert card is not None
                plain.seek(head.parts_at)
                paths = []
                for part in manifest.parts:
                    paths.append(_split_off(plain, part, staging, made, path))
                    step(measured.plain_size + plain.tell(), total)
                if plain.read(1):
                    raise errors.DamagedBundle(path=path, part="length")
            plain_path.unlink()
    return Opened(manifest, card, paths[0], tuple(paths[1:]))


# --- the checks ---------------------------------------------------------------------------------------------------


def _judge(path: Path, head: Head, plain_size: int, trusted: Trusted) -> Look:
    """Everything that the manifest decides, in order; raises what is wrong before the sender is sure."""
    try:
        document = read_document(head.manifest)
        kernel = read_kernel(document)
    except (ManifestOverLimit, ManifestRefused) as refused:
        _raise_refused(path, refused)
    except CardNewer as newer:
        raise errors.FromNewerProgram(path=path, needs=newer.version) from None
    if not head.is_signed_by(kernel.sender.card.device):
        raise errors.WrongSignature(path=path)
    trust, card = judge_sender(kernel.sender, trusted)
    problem = _kernel_problem(path, kernel, trust, trusted)
    if kernel.min_reader > READER:
        return Look(None, card, trust, problem)
    try:
        manifest = read_manifest(document, kernel)
    except (ManifestOverLimit, ManifestRefused) as refused:
        if problem is not None:
            return Look(None, card, trust, problem)
        _raise_refused(path, refused)
    if problem is None:
        problem = scope_problem(path, manifest.scope, card, trusted)
    if problem is None and head.parts_at + sum(part.packed_size for part in manifest.parts) != plain_size:
        problem = errors.DamagedBundle(path=path, part="length")
    return Look(manifest, card, trust, problem)


def _kernel_problem(path: Path, kernel: Kernel, trust: Trust, trusted: Trusted) -> errors.BundleError | None:
    card = kernel.sender.card
    if trust is Trust.OWN:
        return errors.OwnBundle(path=path)
    if trust is Trust.REVOKED:
        gone = sender_withdrawal(kernel.sender, trusted)
        return errors.RevokedSender(
            path=path, device=kernel.sender.device_id, name=card.office.name, reason=gone.reason if gone else ""
        )
    if trust is Trust.UNKNOWN:
        return errors.UnknownSender(path=path, device=kernel.sender.device_id, name=card.office.name)
    if trusted.me not in kernel.to:
        return errors.NotForThisOffice(path=path)
    if kernel.min_reader > READER:
        return errors.FromNewerProgram(path=path, needs=kernel.min_reader)
    return None


def _raise_refused(path: Path, refused: ManifestRefused) -> NoReturn:
    if isinstance(refused, ManifestOverLimit):
        raise errors.OverLimit(path=path, what=refused.what, limit=refused.limit, found=refused.found) from None
    raise errors.DamagedBundle(path=path, part="manifest") from None


# --- the bytes ----------------------------------------------------------------------------------------------------


class _Enough(Exception):
    """The head is complete; the rest need not be read."""


def _read_head(file: BinaryIO, keys: DeviceKeys, path: Path) -> Head:
    """The head alone; the pieces of it are authenticated by age, the manifest by its signature."""
    reader = HeadReader(path)
    found: list[Head] = []

    def take(piece: bytes) -> None:
        if (head := reader.take(piece)) is not None:
            found.append(head)
            raise _Enough

    with contextlib.suppress(_Enough):
        age_file.decrypt(file, take, keys.identity(), path)
    if not found:
        raise reader.ended()
    return found[0]


def _decrypt_all(file: BinaryIO, plain: BinaryIO, keys: DeviceKeys, path: Path, told: Callable[[int], None]) -> Head:
    """The whole content into `plain`; nothing of it is looked at before all is authenticated."""
    written = 0

    def take(piece: bytes) -> None:
        nonlocal written
        plain.write(piece)
        if written // _PIECE_BYTES != (written + len(piece)) // _PIECE_BYTES:
            told(written)
        written += len(piece)

    told(0)
    age_file.decrypt(_OfStick(file, path), take, keys.identity(), path)
    plain.seek(0)
    reader = HeadReader(path)
    while piece := plain.read(_PIECE_BYTES):
        if (head := reader.take(piece)) is not None:
            return head
    raise reader.ended()


class _OfStick:
    """Reads the file; its failures are the stick's, not those of the staging folder."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    def read(self, size: int = -1, /) -> bytes:
        with stick.stick_errors(self._path):
            return self._file.read(size)


def _split_off(plain: BinaryIO, part: Part, staging: Path, made: list[Path], path: Path) -> Path:
    """Copy one part out of the content, which stands at its first byte, and check it."""
    digest, left = hashlib.sha256(), part.packed_size
    target = staging / part.sha256
    with _new_file(target, made) as file:
        while left and (piece := plain.read(min(_PIECE_BYTES, left))):
            file.write(piece)
            digest.update(piece)
            left -= len(piece)
    if left or digest.hexdigest() != part.sha256:
        raise errors.DamagedBundle(path=path, part=part.name or part.kind)
    return target


@contextmanager
def _staged(staging: Path, needed: int) -> Iterator[list[Path]]:
    """The staging folder and a list of what was made there, which is removed again when anything goes wrong."""
    made: list[Path] = []
    with stick.folder_errors(staging, needed=needed):
        is_new = not staging.exists()
        staging.mkdir(parents=True, exist_ok=True)
        try:
            yield made
        except BaseException:
            with contextlib.suppress(OSError):
                for path in made:
                    path.unlink(missing_ok=True)
                if is_new:
                    staging.rmdir()
            raise


@contextmanager
def _new_file(path: Path, made: list[Path]) -> Iterator[BinaryIO]:
    """A new file that only this user can read; one that lies there already is none of ours to write into."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, flags, 0o600)
    made.append(path)
    with open(descriptor, "w+b") as file:  # noqa: PTH123 (a descriptor, not a path)
        yield file
