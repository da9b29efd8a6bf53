"""Opens altered bundles by the thousand and tells which of them were not refused as they must be."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pug_desktop import errors
from pug_desktop.bundle import age_file
from pug_desktop.bundle.unpack import unpack
from tests.bundle.bundle_world import BLOB, Draft, Member, World, draft, packed_files, seal

Wrong = tuple[object, str]
"""What was altered, and how it was answered."""


def opens(world: World, reader: Member, folder: Path, variants: Iterable[tuple[object, bytes]]) -> Iterator[Wrong]:
    """Every variant that opened, that failed with something else than our refusal, or that left a file behind."""
    path, staging, trusted = folder / "hostile.pug", folder / "staging", world.trusted(reader)
    for what, data in variants:
        path.write_bytes(data)
        try:
            unpack(path, staging, reader.keys, trusted)
        except errors.BundleError:
            said = "left something behind" if staging.exists() else ""
        except Exception as error:  # noqa: BLE001 (whatever it is, it is a finding)
            said = repr(error)
        else:
            said = "opened"
            shutil.rmtree(staging)
        if said:
            yield what, said


def flips(data: bytes, places: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """The data with one bit altered; a place counts bits."""
    altered = bytearray(data)
    for place in places:
        altered[place // 8] ^= 1 << place % 8
        yield place, bytes(altered)
        altered[place // 8] ^= 1 << place % 8


def cuts(data: bytes, lengths: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """The beginning of the data."""
    for length in lengths:
        yield length, data[:length]


def sealed(reader: Member, variants: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Each encrypted anew, as somebody does who has the content: only signature and digests can tell."""
    for what, data in variants:
        yield what, seal(data, reader.keys)


def sized_bundle(folder: Path, world: World, size: int) -> bytes:
    """A right bundle of exactly so many bytes; age adds a random stanza, so the size is met by trying."""
    pieces = draft(folder, world.opd, world.regency)
    document = pieces.json()
    for blob_size in 9 * tuple(range(len(BLOB) - 200, len(BLOB) + 400)):
        blob = (BLOB * 4)[:blob_size]
        document["parts"][1].update(size=blob_size, packed_size=blob_size, sha256=hashlib.sha256(blob).hexdigest())
        pieces.parts[1] = blob
        found = seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys, world.opd.keys)
        if len(found) == size:
            return found
    raise AssertionError(f"no bundle of {size} bytes")


def content_of(folder: Path, world: World) -> bytes:
    """What lies inside a right bundle."""
    return draft(folder, world.opd, world.regency).content()


def chunks(data: bytes) -> tuple[bytes, list[bytes]]:
    """The age header with its nonce, and the encrypted chunks of 64 KiB."""
    start = data.index(b"\n", data.index(b"\n--- ") + 1) + 1 + age_file.NONCE_BYTES
    size = age_file.CHUNK_BYTES + age_file.TAG_BYTES
    return data[:start], [data[at : at + size] for at in range(start, len(data), size)]


def forged(
    folder: Path,
    sender: Member,
    reader: Member,
    records: bytes,
    change: Callable[[dict[str, object]], object] = lambda document: None,
) -> bytes:
    """A bundle that is right in all but its records and what `change` does to the manifest."""
    files, described = packed_files(folder / "hostile", records)
    pieces: Draft = draft(folder, sender, reader)
    document = pieces.json()
    document["parts"][0] = {
        "kind": "records",
        "size": described[0].size,
        "packed_size": described[0].packed_size,
        "sha256": described[0].sha256,
        "name": "",
    }
    pieces.parts[0] = files[0].read_bytes()
    change(document)
    return seal(pieces.set_json(document, sender.keys).content(), reader.keys)
