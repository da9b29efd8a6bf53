"""Files that a trusted device could sign and that cost far more to read than to send; none is larger than 50 MB.

Each must be refused, and quickly: `test_hostile_files.py` measures it.
"""

import hashlib
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zstandard

from pug_desktop.bundle import age_file, limits
from tests.bundle.bundle_world import Draft, Member, draft, seal

ACTOR, ID = "ab" * 8, "0" * 31 + "1"
MIB = limits.MIB
LINE = 4 * MIB - 4096
"""Just below what a line may have."""

MANY = 49_000
"""Values in a record, just below what it may have."""

Json = dict[str, Any]
Pieces = Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """What the file is, the refusals that may be given, and its bytes."""

    refused_as: tuple[str, ...]
    make: Callable[[Path, Member, Member], bytes]


# --- records ------------------------------------------------------------------------------------------------------


def head(scope: str, names: tuple[str, ...] = ("title",)) -> bytes:
    """The lists that dense records refer to."""
    lists = ({"layout": ["meeting", names]}, {"scope": scope}, {"actor": ACTOR}, {"user": ""})
    return b"".join(json.dumps(each, separators=(",", ":")).encode() + b"\n" for each in lists)


def rows(count: int, value: bytes = b'""', first: int = 0) -> Pieces:
    """So many dense records."""
    for start in range(first, first + count, 1000):
        yield b"".join(
            b'[0,"%032x",0,0,1,0,5,[%s]]\n' % (n, value) for n in range(start, min(start + 1000, first + count))
        )


def record(scope: str, **parts: object) -> bytes:
    """One record in the long form."""
    whole = {"kind": "meeting", "id": ID, "scope": scope, "vector": {ACTOR: 1}, "cells": {}, "labels": [], **parts}
    return json.dumps({"record": whole}, separators=(",", ":")).encode() + b"\n"


def repeated(line: bytes, size: int = 500 * MIB) -> Pieces:
    """A line again and again; zstd makes nothing of it."""
    block = line * max(1, MIB // len(line))
    for _ in range(size // len(block)):
        yield block


def others(line: bytes, count: int = 250) -> Pieces:
    """A record again and again, each time another one."""
    for number in range(count):
        yield line.replace(ID.encode(), b"%032x" % number, 1)


def vector(count: int) -> dict[str, int]:
    return {f"{number:016x}": 10**6 + number for number in range(count)}


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def bomb(scope: str) -> Pieces:
    for _ in range(500):
        yield bytes(MIB)


RECORDS: dict[str, tuple[Callable[[str], Pieces], str]] = {
    "a-bomb-of-zeros": (bomb, "OverLimit"),
    "empty-lines": (lambda s: repeated(b"\n"), "MalformedRecords OverLimit"),
    "one-line-of-500-megabytes": (lambda s: repeated(b"x" * MIB), "OverLimit"),
    "one-text-without-end": (lambda s: iter([b'{"user":"', *[b'\\"' * (MIB // 2)] * 500]), "OverLimit"),
    "objects-with-nothing": (lambda s: repeated(b"{}\n"), "OverLimit"),
    "a-million-users": (lambda s: repeated(b'{"user":""}\n'), "OverLimit"),
    "a-million-different-users": (
        lambda s: (
            b"".join(b'{"user":"%d%s"}\n' % (n, b"x" * 90) for n in range(k, k + 1000)) for k in range(0, 10**6, 1000)
        ),
        "OverLimit",
    ),
    "a-million-layouts": (lambda s: repeated(b'{"layout":["meeting",["title","topic","kind"]]}\n'), "OverLimit"),
    "layouts-of-many-cells": (
        lambda s: repeated(b'{"layout":["meeting",[%s]]}\n' % b",".join(b'"c%d"' % n for n in range(300_000))),
        "OverLimit",
    ),
    "a-million-records": (lambda s: (each for each in (head(s), *rows(1_000_000))), "OverLimit"),
    "records-of-nothing": (
        lambda s: (each for each in (head(s), *repeated(b'[0,"",0,0,0,0,0,[]]\n'))),
        "MalformedRecords",
    ),
    "the-last-of-many-is-wrong": (
        lambda s: (each for each in (head(s), *rows(199_000), b'[0,"x",0,0,1,0,5,[1]]\n')),
        "MalformedRecords",
    ),
    "nested-in-a-value": (lambda s: iter([head(s), *rows(1, nested(2_000_000))]), "OverLimit"),
    "nested-under-an-unknown-name": (lambda s: iter([b'{"later":%s}\n' % nested(2_000_000)]), "OverLimit"),
    "one-list-of-numbers": (lambda s: iter([head(s), *rows(120, b"[0%s]" % (b",0" * (LINE // 2)))]), "OverLimit"),
    "one-list-of-objects": (lambda s: iter([head(s), *rows(120, b"[0%s]" % (b",{}" * (LINE // 3)))]), "OverLimit"),
    "lists-of-numbers": (lambda s: iter([head(s), *rows(400, b"[0%s]" % (b",0" * MANY))]), "OverLimit"),
    "lists-of-lists": (lambda s: iter([head(s), *rows(400, b"[0%s]" % (b",[]" * (MANY // 2)))]), "OverLimit"),
    "lists-in-lists": (
        lambda s: iter([head(s), *rows(400, b"[0%s]" % ((b"," + nested(14)) * (MANY // 15)))]),
        "OverLimit",
    ),
    "objects-in-objects": (
        lambda s: iter([head(s), *rows(400, b"[0%s]" % (b',{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}' * (MANY // 7)))]),
        "OverLimit",
    ),
    "siblings": (
        lambda s: iter([record(s, vector={ACTOR: 10**6}, cells={"title": [[n + 1, ACTOR, n] for n in range(9_000)]})]),
        "MalformedRecords",
    ),
    "siblings-in-every-cell": (
        lambda s: others(
            record(
                s,
                vector={ACTOR: 10**6},
                cells={f"c{k}": [[n + 1, ACTOR, n] for n in range(256)] for k in range(38)},
            )
        ),
        "OverLimit",
    ),
    "one-long-vector": (lambda s: iter([record(s, vector=vector(100_000))]), "OverLimit"),
    "long-vectors": (lambda s: others(record(s, vector=vector(MANY))), "OverLimit"),
    "long-tombstones": (lambda s: others(record(s, cells={"_del": [[1, ACTOR, vector(MANY)]]})), "OverLimit"),
    "one-record-of-labels": (
        lambda s: iter([record(s, vector={ACTOR: 10**6}, labels=[[n, ACTOR, "", 0] for n in range(100_000)])]),
        "OverLimit",
    ),
    "many-labels": (
        lambda s: others(record(s, vector={ACTOR: 10**6}, labels=[[n, ACTOR, "", 0] for n in range(MANY // 5)])),
        "OverLimit",
    ),
    "many-cells": (
        lambda s: repeated(record(s, cells={f"c{n}": [] for n in range(200_000)})),
        "OverLimit",
    ),
    "numbers-of-a-million-digits": (
        lambda s: iter([head(s), *rows(100, b"9" * MIB)]),
        "MalformedRecords",
    ),
    "long-texts": (lambda s: iter([head(s), *rows(120, b'"%s"' % (b"x" * (3 * MIB)))]), "MalformedRecords"),
}


def of_records(lines: Callable[[str], Pieces]) -> Callable[[Path, Member, Member], bytes]:
    """A bundle whose records part is made of these lines."""

    def make(folder: Path, sender: Member, reader: Member) -> bytes:
        compressor, packed, size = zstandard.ZstdCompressor(level=3).compressobj(), bytearray(), 0
        for piece in lines(sender.card.office.scope):
            size += len(piece)
            packed += compressor.compress(piece)
        packed += compressor.flush()
        return with_records(folder, sender, reader, bytes(packed), size)

    return make


def with_records(folder: Path, sender: Member, reader: Member, packed: bytes, size: int) -> bytes:
    """A bundle that is right in all but its records part."""
    pieces = draft(folder, sender, reader)
    document = pieces.json()
    document["counts"] = {"meeting": limits.MAX_RECORDS}
    document["parts"][0].update(size=size, packed_size=len(packed), sha256=hashlib.sha256(packed).hexdigest())
    pieces.parts[0] = packed
    return seal(pieces.set_json(document, sender.keys).content(), reader.keys)


def wide_window(folder: Path, sender: Member, reader: Member) -> bytes:
    """Unpacking wants two gigabytes of memory."""
    wide = zstandard.ZstdCompressionParameters(window_log=31, enable_ldm=True)
    compressor = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    return with_records(folder, sender, reader, compressor.compress(bytes(1000)) + compressor.flush(), 1000)


def declared_small(folder: Path, sender: Member, reader: Member) -> bytes:
    """500 MB that say they were 100 bytes."""
    compressor = zstandard.ZstdCompressor(level=3).compressobj()
    packed = b"".join(compressor.compress(bytes(MIB)) for _ in range(500)) + compressor.flush()
    return with_records(folder, sender, reader, packed, 100)


def empty_blocks(folder: Path, sender: Member, reader: Member) -> bytes:
    """45 MB of zstd blocks with nothing in them."""
    frame = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    start = frame.compress(b"") + frame.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return with_records(folder, sender, reader, start[:6] + b"\0\0\0" * (15 * MIB), 10 * MIB)


# --- manifests ----------------------------------------------------------------------------------------------------


def of_manifest(change: Callable[[Json], object]) -> Callable[[Path, Member, Member], bytes]:
    """A bundle with another manifest, properly signed."""

    def make(folder: Path, sender: Member, reader: Member) -> bytes:
        pieces = draft(folder, sender, reader)
        document = pieces.json()
        change(document)
        return seal(pieces.set_json(document, sender.keys).content(), reader.keys)

    return make


def of_text(text: Callable[[], bytes]) -> Callable[[Path, Member, Member], bytes]:
    """A bundle whose manifest is this text with the right fields after it, properly signed."""

    def make(folder: Path, sender: Member, reader: Member) -> bytes:
        pieces = draft(folder, sender, reader)
        pieces.document = b'{"x":' + text() + b"," + pieces.document[1:]
        return seal(pieces.sign(sender.keys).content() + b"more", reader.keys)

    return make


ROOM = 4 * MIB - 8192
SHA256 = [f"{number:064x}" for number in range(20_001)]


def blobs(document: Json, count: int) -> None:
    for number in range(count):
        document["parts"].append({"kind": "blob", "size": 1, "packed_size": 1, "sha256": SHA256[number]})


def cards(document: Json) -> None:
    document["sender"]["chain"] = document["sender"]["chain"][:1] * 4000


MANIFESTS: dict[str, tuple[Callable[[Path, Member, Member], bytes], str]] = {
    "manifest-of-numbers": (of_text(lambda: b"[0" + b",0" * (ROOM // 2) + b"]"), "DamagedBundle"),
    "manifest-of-lists": (of_text(lambda: b"[0" + b",[]" * (ROOM // 3) + b"]"), "DamagedBundle"),
    "manifest-of-objects": (of_text(lambda: b"[0" + b",{}" * (ROOM // 3) + b"]"), "DamagedBundle"),
    "manifest-of-keys": (
        of_text(lambda: b"{" + b",".join(b'"%d":0' % n for n in range(ROOM // 12)) + b"}"),
        "DamagedBundle",
    ),
    "manifest-nested": (of_text(lambda: nested(ROOM // 2)), "OverLimit"),
    "manifest-of-one-number": (of_text(lambda: b"9" * ROOM), "OverLimit"),
    "manifest-of-one-text": (of_text(lambda: b'"' + b"x" * ROOM + b'"'), "OverLimit"),
    "manifest-of-escapes": (of_text(lambda: b'"' + b"\\u00e9" * (ROOM // 6) + b'"'), "OverLimit"),
    "manifest-of-quotes": (of_text(lambda: b'"' + b'\\"' * (ROOM // 2)), "DamagedBundle"),
    "manifest-with-many-parts": (of_manifest(lambda d: blobs(d, 19_998)), "DamagedBundle"),
    "manifest-with-too-many-parts": (of_manifest(lambda d: blobs(d, 20_001)), "OverLimit"),
    "manifest-with-many-kinds": (
        of_manifest(lambda d: d.update(counts={f"k{n}": 0 for n in range(300_000)})),
        "OverLimit",
    ),
    "manifest-with-many-digests": (
        of_manifest(lambda d: d.update(digest={f"36.71/{n:032x}": [0, "0" * 64] for n in range(30_000)})),
        "OverLimit",
    ),
    "manifest-with-many-cards": (of_manifest(cards), "OverLimit DamagedBundle"),
    "manifest-with-many-lists": (
        of_manifest(lambda d: d.update(lists=[{"n": n} for n in range(300_000)])),
        "OverLimit",
    ),
    "manifest-with-many-receipts": (
        of_manifest(
            lambda d: d.update(
                receipts=[{"device_id": d["to"][0], "actor": ACTOR, "upto": 1, "bundles": [ID] * 200}] * 500
            )
        ),
        "OverLimit",
    ),
}


# --- the outer file -----------------------------------------------------------------------------------------------


def many_stanzas(_folder: Path, _sender: Member, reader: Member) -> bytes:
    """36 stanzas that look as if they were for us, then 45 MB."""
    good = seal(bytes(100), *[reader.keys] * 34)
    return good + random.Random(1).randbytes(45 * MIB)


def endless_header(_folder: Path, _sender: Member, _reader: Member) -> bytes:
    """Stanzas and nothing else."""
    return age_file.FIRST_LINE + b"-> X25519 abcd\n" * (3 * MIB)


def stanza_without_end(_folder: Path, _sender: Member, _reader: Member) -> bytes:
    """One stanza of 60 kB in lines of 64 letters, then a mac that fits nothing."""
    return age_file.FIRST_LINE + b"-> X25519 abcd\n" + (b"A" * 64 + b"\n") * 900 + b"A\n--- AAAA\n" + bytes(45 * MIB)


def scrypt_stanza(_folder: Path, _sender: Member, _reader: Member) -> bytes:
    """A passphrase whose cost is 2^40."""
    return (
        age_file.FIRST_LINE
        + b"-> scrypt bm9ub25vbm9ub25vbm9ubw 40\n"
        + b"A" * 43
        + b"\n--- "
        + b"A" * 43
        + b"\n"
        + bytes(99)
    )


def right_but_for_its_last_part(folder: Path, sender: Member, reader: Member) -> bytes:
    """45 MB of evidence, of which the last byte is another."""
    content = random.Random(2).randbytes(45 * MIB)
    pieces: Draft = draft(folder, sender, reader)
    document = pieces.json()
    digest = hashlib.sha256(content).hexdigest()
    document["parts"][1:] = [{"kind": "blob", "size": len(content), "packed_size": len(content), "sha256": digest}]
    pieces.parts[1:] = [content[:-1] + bytes([content[-1] ^ 1])]
    return seal(pieces.set_json(document, sender.keys).content(), reader.keys)


FILES: dict[str, tuple[Callable[[Path, Member, Member], bytes], str]] = {
    "unpacking-wants-gigabytes": (wide_window, "OverLimit"),
    "unpacks-to-more-than-it-says": (declared_small, "OverLimit"),
    "blocks-of-nothing": (empty_blocks, "DamagedBundle MalformedRecords"),
    "many-stanzas": (many_stanzas, "DamagedBundle NotABundle"),
    "header-without-end": (endless_header, "OverLimit"),
    "stanza-without-end": (stanza_without_end, "DamagedBundle NotForThisOffice"),
    "passphrase-that-takes-years": (scrypt_stanza, "DamagedBundle NotForThisOffice"),
    "last-byte-of-45-megabytes": (right_but_for_its_last_part, "DamagedBundle"),
}

HOSTILE: dict[str, Hostile] = {
    **{name: Hostile(tuple(said.split()), of_records(lines)) for name, (lines, said) in RECORDS.items()},
    **{name: Hostile(tuple(said.split()), make) for name, (make, said) in (*MANIFESTS.items(), *FILES.items())},
}
