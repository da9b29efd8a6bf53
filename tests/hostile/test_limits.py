"""Each limit of a bundle: what is just within it is read, one more is refused, and told as what it is."""

import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest
import zstandard

from pug_desktop import errors
from pug_desktop.bundle import age_file, limits, stick, strict_json
from pug_desktop.bundle.keys import make_device_keys
from pug_desktop.bundle.manifest import ManifestOverLimit, ManifestRefused, read_document, read_kernel, read_manifest
from pug_desktop.bundle.records import MAX_LINE_BYTES, MAX_LINE_VALUES, MAX_SIBLINGS, MAX_USER_LENGTH, read_records
from pug_desktop.bundle.unpack import unpack
from tests.bundle.bundle_world import World, draft, seal
from tests.faults.killing import LONG

Json = dict[str, Any]
ACTOR, ID = "ab" * 8, "0" * 31 + "1"


# --- the file -----------------------------------------------------------------------------------------------------


def sparse(path: Path, head: bytes, size: int) -> Path:
    """A file that is as large as it says and takes no room."""
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


def test_a_bundle_of_two_gibibytes_is_looked_at_and_one_byte_more_is_not(world: World, tmp_path: Path):
    head = seal(draft(tmp_path, world.opd, world.regency).content(), world.regency.keys)
    trusted = world.trusted(world.regency)

    at = sparse(tmp_path / "at.pug", head, limits.MAX_BUNDLE_BYTES)
    with pytest.raises(errors.DamagedBundle):
        unpack(at, tmp_path / "staging", world.regency.keys, trusted)
    over = sparse(tmp_path / "over.pug", head, limits.MAX_BUNDLE_BYTES + 1)
    with pytest.raises(errors.OverLimit):
        unpack(over, tmp_path / "staging", world.regency.keys, trusted)
    with pytest.raises(errors.OverLimit):
        stick.copy_in(over, tmp_path / "inbox")
    assert not (tmp_path / "inbox").exists()
    assert not (tmp_path / "staging").exists()


def measured(tmp_path: Path, head: bytes) -> str:
    """What is over its limit in an age header, "" for nothing."""
    path = tmp_path / "x.pug"
    path.write_bytes(head + bytes(100))
    try:
        with path.open("rb") as file:
            age_file.measure(file, path)
    except errors.OverLimit as over:
        return str(over.fields["what"])
    return ""


def test_the_age_header_may_be_so_long_and_not_longer(tmp_path: Path):
    end = b"\n--- mac\n"
    room = limits.MAX_HEADER_BYTES - len(age_file.FIRST_LINE) - len(end)

    assert measured(tmp_path, age_file.FIRST_LINE + b"x" * room + end) == ""
    assert measured(tmp_path, age_file.FIRST_LINE + b"x" * (room + 1) + end) == "header"


def test_there_may_be_so_many_stanzas_and_not_one_more(tmp_path: Path):
    def header(count: int) -> bytes:
        return age_file.FIRST_LINE[:-1] + b"\n-> X25519 a\nb" * count + b"\n--- mac\n"

    assert measured(tmp_path, header(limits.MAX_STANZAS)) == ""
    assert measured(tmp_path, header(limits.MAX_STANZAS + 1)) == "recipients"


def padded(document: Json, size: int) -> bytes:
    """The document as JSON of exactly so many bytes, by texts that no reader knows."""
    pads: list[str] = []
    document["later"] = pads
    while (missing := size - len(strict_json.canonical(document))) > 0:
        # A text takes two quotes, and a comma after the one before it.
        overhead = 3 if pads else 2
        pads.append("x" * min(missing - overhead, 90_000 if missing > 95_000 else missing))
    return strict_json.canonical(document)


def test_a_manifest_of_four_mebibytes_opens_and_one_byte_more_does_not(world: World, tmp_path: Path):
    pieces = draft(tmp_path, world.opd, world.regency)
    path, trusted = tmp_path / "x.pug", world.trusted(world.regency)

    pieces.document = padded(pieces.json(), limits.MAX_MANIFEST_BYTES)
    path.write_bytes(seal(pieces.sign(world.opd.keys).content(), world.regency.keys))
    assert unpack(path, tmp_path / "staging", world.regency.keys, trusted).blobs

    pieces.document = padded(pieces.json(), limits.MAX_MANIFEST_BYTES + 1)
    path.write_bytes(seal(pieces.sign(world.opd.keys).content(), world.regency.keys))
    with pytest.raises(errors.OverLimit) as told:
        unpack(path, tmp_path / "more", world.regency.keys, trusted)
    assert told.value.fields["what"] == "manifest"


# --- the manifest -------------------------------------------------------------------------------------------------


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


def blobs(document: Json, count: int, size: int = 1) -> list[Json]:
    """The records part and so many blobs, none like another."""
    numbered = ({"kind": "blob", "size": size, "packed_size": size, "sha256": f"{n:064x}"} for n in range(count - 1))
    return [document["parts"][0], *numbered]


def receipt(device: str, bundles: int = 0) -> Json:
    return {"device_id": device, "actor": ACTOR, "upto": 1, "bundles": [ID] * bundles}


def part(document: Json, number: int, **changes: object) -> None:
    document["parts"][number].update(changes)


MIB = limits.MIB
LIMITS: dict[str, tuple[int, Callable[[Json, int], object], str]] = {
    "depth": (limits.MAX_JSON_DEPTH, lambda d, n: d.update(x=nested(n - 1)), "depth"),
    "text": (limits.MAX_STRING_BYTES, lambda d, n: d.update(x="a" * n), "string"),
    "text of two-byte letters": (limits.MAX_STRING_BYTES // 2, lambda d, n: d.update(x="é" * n), "string"),
    "key": (limits.MAX_STRING_BYTES, lambda d, n: d.update({"k" * n: 1}), "string"),
    "number": (limits.MAX_INT, lambda d, n: d.update(schema=n), "integer"),
    "number below zero": (limits.MAX_INT, lambda d, n: d.update(x=-n), "integer"),
    "addressees": (limits.MAX_RECIPIENTS, lambda d, n: d.update(to=d["to"] * n), "recipients"),
    "parts": (limits.MAX_PARTS, lambda d, n: d.update(parts=blobs(d, n)), "parts"),
    "part": (limits.MAX_PART_BYTES, lambda d, n: part(d, 1, size=n, packed_size=n), "part"),
    "records part": (limits.MAX_PART_BYTES, lambda d, n: part(d, 0, packed_size=n), "part"),
    "records bytes": (limits.MAX_RECORDS_BYTES, lambda d, n: part(d, 0, size=n), "records bytes"),
    "records": (limits.MAX_RECORDS, lambda d, n: d.update(counts={"a": 100_000, "b": n - 100_000}), "records"),
    "kinds counted": (limits.MAX_KINDS, lambda d, n: d.update(counts={f"k{i}": 0 for i in range(n)}), "kinds"),
    "kinds in the digest": (
        limits.MAX_KINDS,
        lambda d, n: d.update(digest={f"k{i}": [1, "0" * 64] for i in range(n)}),
        "kinds",
    ),
    "earlier lives": (limits.MAX_FORMER, lambda d, n: d.update(former=[ACTOR] * n), "former"),
    "receipts": (limits.MAX_RECEIPTS, lambda d, n: d.update(receipts=[receipt(d["to"][0])] * n), "receipts"),
    "bundles in a receipt": (
        limits.MAX_RECEIPT_BUNDLES,
        lambda d, n: d.update(receipts=[receipt(d["to"][0], n)]),
        "receipt bundles",
    ),
    "lists": (limits.MAX_LISTS, lambda d, n: d.update(lists=[{}] * n), "lists"),
    "evidence asked for": (limits.MAX_PARTS, lambda d, n: d.update(need_blobs=["e" * 64] * n), "need_blobs"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_manifest_at_its_limit_is_read_and_over_it_is_not(world: World, tmp_path: Path, name: str):
    limit, change, what = LIMITS[name]
    right = draft(tmp_path, world.opd, world.regency).document

    def read(count: int) -> None:
        document = read_document(right)
        change(document, count)
        document = read_document(json.dumps(document, ensure_ascii=False).encode())
        read_manifest(document, read_kernel(document))

    read(limit)
    with pytest.raises(ManifestOverLimit) as told:
        read(limit + 1)
    assert told.value.what == what


def test_all_parts_together_may_be_two_gibibytes(world: World, tmp_path: Path):
    document = read_document(draft(tmp_path, world.opd, world.regency).document)
    kernel = read_kernel(document)
    document["parts"][0].update(packed_size=0)
    whole = document["parts"][:1] + blobs(document, 21, limits.MAX_PART_BYTES)[1:]
    rest = limits.MAX_BUNDLE_BYTES - 20 * limits.MAX_PART_BYTES
    for more, fits in ((rest, True), (rest + 1, False)):
        document["parts"] = [*whole, {"kind": "blob", "size": more, "packed_size": more, "sha256": "f" * 64}]
        if fits:
            read_manifest(document, kernel)
        else:
            with pytest.raises(ManifestOverLimit):
                read_manifest(document, kernel)


@pytest.mark.parametrize("what", ["app", "made_at"])
def test_what_is_only_shown_is_not_longer_than_a_name(world: World, tmp_path: Path, what: str):
    document = read_document(draft(tmp_path, world.opd, world.regency).document)
    document[what] = "x" * limits.MAX_NAME_BYTES
    read_manifest(document, read_kernel(document))
    document[what] += "x"
    with pytest.raises(ManifestRefused):
        read_manifest(document, read_kernel(document))


@pytest.mark.parametrize("actor", ["", "x", "AB" * 8, "ab" * 7, "ab" * 9, 1, None])
def test_an_actor_that_no_receipt_could_name_is_refused(world: World, tmp_path: Path, actor: object):
    """Taken in, it would stop every bundle back to that office: a receipt names the actor."""
    document = read_document(draft(tmp_path, world.opd, world.regency).document)
    document["sender"]["actor"] = actor
    with pytest.raises(ManifestRefused):
        read_manifest(document, read_kernel(document))


# --- the parts ----------------------------------------------------------------------------------------------------


def test_as_many_parts_as_there_may_be_come_out(world: World, tmp_path: Path, quick: Path):
    if not LONG:
        pytest.skip("twenty thousand files: make faults")
    pieces = draft(tmp_path, world.opd, world.regency)
    contents = [b"%d" % number for number in range(limits.MAX_PARTS - 1)]
    document = pieces.json()
    document["parts"][1:] = [described(content) for content in contents]
    pieces.parts[1:] = contents
    path = quick / "x.pug"
    path.write_bytes(seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys))

    opened = unpack(path, quick / "staging", world.regency.keys, world.trusted(world.regency))

    assert [blob.read_bytes() for blob in opened.blobs] == contents


def described(content: bytes) -> Json:
    import hashlib

    digest = hashlib.sha256(content).hexdigest()
    return {"kind": "blob", "size": len(content), "packed_size": len(content), "sha256": digest}


def test_a_part_of_a_hundred_mebibytes_comes_out(world: World, tmp_path: Path):
    if not LONG:
        pytest.skip("a hundred mebibytes: make faults")
    pieces = draft(tmp_path, world.opd, world.regency)
    content = bytes(limits.MAX_PART_BYTES)
    document = pieces.json()
    document["parts"][1:] = [described(content)]
    pieces.parts[1:] = [content]
    path = tmp_path / "x.pug"
    path.write_bytes(seal(pieces.set_json(document, world.opd.keys).content(), world.regency.keys))

    opened = unpack(path, tmp_path / "staging", world.regency.keys, world.trusted(world.regency))

    assert opened.blobs[0].stat().st_size == limits.MAX_PART_BYTES


# --- the records --------------------------------------------------------------------------------------------------

HEAD = b'{"layout":["meeting",["title"]]}\n{"scope":"36.71"}\n{"actor":"%s"}\n{"user":""}\n' % ACTOR.encode()


def rows(count: int, value: bytes = b'""') -> Iterator[bytes]:
    """So many dense records."""
    for number in range(count):
        yield b'[0,"%032x",0,0,1,0,5,[%s]]\n' % (number, value)


def whole(**changes: object) -> Json:
    right = {
        "kind": "meeting",
        "id": ID,
        "scope": "36.71",
        "vector": {ACTOR: 2**53 - 1},
        "cells": {"title": [[1, ACTOR, "x"]]},
        "labels": [],
    }
    return {**right, **changes}


def record(**changes: object) -> bytes:
    return json.dumps({"record": whole(**changes)}, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def read_all(folder: Path, lines: Iterator[bytes] | list[bytes], end: int) -> None:
    data = b"".join((*lines, b'{"end":%d}\n' % end))
    path = folder / "records"
    path.write_bytes(zstandard.compress(data, 3))
    for _ in read_records(path, len(data)):
        pass


def title(value: str) -> bytes:
    return record(cells={"title": [[1, ACTOR, value]]})


def line_of(size: int) -> bytes:
    """One record whose line has so many bytes, by many texts none of which is too long."""
    texts = ["x" * 90_000] * 60
    while (over := len(record(cells={"title": [[1, ACTOR, texts]]})) - 1 - size) > 0:
        if over > 90_000:
            texts.pop()
        else:
            texts[-1] = texts[-1][over:]
    return record(cells={"title": [[1, ACTOR, texts]]})


LINES: dict[str, tuple[int, Callable[[int], list[bytes]], int, str]] = {
    "records": (limits.MAX_RECORDS, lambda n: [HEAD, *rows(n)], -1, "records"),
    "line": (MAX_LINE_BYTES, lambda n: [line_of(n)], 1, "line"),
    "values of one record": (
        MAX_LINE_VALUES,
        lambda n: [HEAD, *rows(1, b"[0" + b",0" * (n - 8 - 2) + b"]")],
        1,
        "values of a record",
    ),
    "values of one cell": (
        MAX_SIBLINGS,
        lambda n: [record(cells={"title": [[i + 1, ACTOR, i] for i in range(n)]})],
        1,
        "",
    ),
    "text": (limits.MAX_STRING_BYTES, lambda n: [title("x" * n)], 1, ""),
    "text of two-byte letters": (limits.MAX_STRING_BYTES // 2, lambda n: [title("é" * n)], 1, ""),
    "text of a dense record": (limits.MAX_STRING_BYTES, lambda n: [HEAD, *rows(1, b'"%s"' % (b"x" * n))], 1, ""),
    "name in a value": (
        limits.MAX_STRING_BYTES,
        lambda n: [HEAD, *rows(1, b'{"%s":1}' % (b"x" * n))],
        1,
        "",
    ),
    "depth of a value": (
        limits.MAX_JSON_DEPTH,
        lambda n: [HEAD, *rows(1, b"[" * n + b"]" * n)],
        1,
        "",
    ),
    "number of a write": (2**53 - 1, lambda n: [record(vector={ACTOR: n})], 1, ""),
    "number in a value": (2**53 - 1, lambda n: [HEAD, *rows(1, b"%d" % n)], 1, ""),
    "name of a person": (MAX_USER_LENGTH, lambda n: [json.dumps({"user": "é" * n}).encode() + b"\n"], 0, ""),
    "name in a label": (MAX_USER_LENGTH, lambda n: [record(labels=[[1, ACTOR, "é" * n, 5]])], 1, ""),
    "definitions": (limits.MAX_DEFINITIONS, lambda n: [b'{"user":""}\n' * n], 0, "definitions"),
    "cells in layouts": (
        limits.MAX_CELL_NAMES,
        lambda n: [json.dumps({"layout": ["meeting", [f"c{i}" for i in range(n)]]}).encode() + b"\n"],
        0,
        "cells",
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_records_at_a_limit_are_read_and_over_it_are_not(tmp_path: Path, name: str):
    limit, lines, count, what = LINES[name]

    read_all(tmp_path, lines(limit), limit if count < 0 else count)
    with pytest.raises(errors.OverLimit if what else errors.MalformedRecords) as told:
        read_all(tmp_path, lines(limit + 1), limit + 1 if count < 0 else count)
    if what:
        assert (told.value.fields["what"], told.value.fields["limit"]) == (what, limit)


def test_the_lists_of_the_records_may_take_so_much_room(tmp_path: Path):
    line = json.dumps({"user": "x" * 190}).encode() + b"\n"
    fitting = limits.MAX_DEFINITION_BYTES // (len(line) - 1)

    read_all(tmp_path, [line * fitting], 0)
    with pytest.raises(errors.OverLimit) as told:
        read_all(tmp_path, [line * (fitting + 1)], 0)
    assert told.value.fields["what"] == "definition bytes"


def test_the_values_of_all_records_are_counted_wherever_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Counted are commas, opening brackets and line ends; a list of lists costs as much to read as one of numbers."""
    monkeypatch.setattr(limits, "MAX_VALUES", limits.MAX_VALUES // 100)
    for value in (b"0,", b"[],", b"{},", b'{"a":1},'):
        each = sum(map(value.count, (b",", b"[", b"{")))
        many = 1_000
        cell = b"[" + value * many + b"0]"
        spent = len(HEAD) - len(HEAD.translate(None, b",[{\n"))
        # Two brackets, six commas before the values, one line end; the list itself and what it holds.
        row = 2 + 7 + 1 + 1 - 1 + each * many
        fitting = (limits.MAX_VALUES - spent - 2) // row
        read_all(tmp_path, [HEAD, *rows(fitting, cell)], fitting)
        with pytest.raises(errors.OverLimit) as told:
            read_all(tmp_path, [HEAD, *rows(fitting + 1, cell)], fitting + 1)
        assert told.value.fields["what"] == "values"


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 5000 + b"]" * 5000,
        b'[0,"' + ID.encode() + b'",0,0,1,0,5,[' + b"[" * 5000 + b"]" * 5000 + b"]]",
        b'{"record":' + b'{"a":' * 5000 + b"1" + b"}" * 5001,
        b'{"later":' + b"[" * 9_000 + b"]" * 9_000 + b"}",
    ],
    ids=["dense", "value", "record", "unknown"],
)
def test_nesting_without_end_is_a_malformed_record(tmp_path: Path, line: bytes):
    with pytest.raises(errors.MalformedRecords):
        read_all(tmp_path, [HEAD, line + b"\n"], 1)


def test_a_long_line_of_quotes_is_refused_at_once(tmp_path: Path):
    """It took a regular expression hours: each quote might have begun a text that never ends."""
    for line in (b'{"user":"' + b'\\"' * 2_000_000, b'[0,"' + b'\\"' * 2_000_000):
        with pytest.raises(errors.MalformedRecords):
            read_all(tmp_path, [line + b"\n"], 0)


def test_zstd_may_ask_for_eight_mebibytes(tmp_path: Path):
    path = tmp_path / "records"
    for window_log, expected in ((23, errors.DamagedBundle), (24, errors.OverLimit)):
        wide = zstandard.ZstdCompressionParameters(window_log=window_log)
        compressor = zstandard.ZstdCompressor(compression_params=wide).compressobj()
        path.write_bytes(compressor.compress(bytes(1000)) + compressor.flush())
        with pytest.raises(expected):
            list(read_records(path, 1000))


# --- key files ----------------------------------------------------------------------------------------------------


def test_a_key_file_may_be_so_long(tmp_path: Path):
    path = tmp_path / "x.pugkey"
    path.write_bytes(b"x" * limits.MAX_KEY_FILE_BYTES)
    assert stick.read_small(path, limits.MAX_KEY_FILE_BYTES) is not None
    path.write_bytes(b"x" * (limits.MAX_KEY_FILE_BYTES + 1))
    assert stick.read_small(path, limits.MAX_KEY_FILE_BYTES) is None


def test_more_cards_above_a_sender_than_there_can_be_are_refused(world: World, tmp_path: Path):
    document = read_document(draft(tmp_path, world.opd, world.regency).document)
    card = document["sender"]["chain"][-1]
    document["sender"]["chain"] = [card] * limits.MAX_CHAIN
    read_kernel(document)
    document["sender"]["chain"].append(card)
    with pytest.raises(ManifestRefused):
        read_kernel(document)


def test_a_bundle_for_more_readers_than_there_may_be_is_not_written():
    from pug_desktop.bundle.pack import _check_sizes

    _check_sizes(Path("x.pug"), 1, limits.MAX_STANZAS - 1)
    with pytest.raises(errors.OverLimit):
        _check_sizes(Path("x.pug"), 1, limits.MAX_STANZAS)


def test_as_many_readers_as_there_may_be_can_open_a_bundle(world: World, tmp_path: Path):
    """32 addressees, the sender, the recovery key: with age's own random stanza one less than a header may have."""
    content = draft(tmp_path, world.opd, world.regency).content()
    readers = list(islice(chain([world.regency.keys], iter(make_device_keys, None)), limits.MAX_RECIPIENTS + 2))
    path = tmp_path / "x.pug"
    path.write_bytes(seal(content, *readers))

    assert unpack(path, tmp_path / "staging", world.regency.keys, world.trusted(world.regency)).blobs
