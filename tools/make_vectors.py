"""Makes tests/vectors: one file a defect, named for it, and index.json with what a reader must say.

    python tools/make_vectors.py

The keys in tests/vectors/keys are made once and kept: they are published, so nobody may use them. All other files are
written anew at each run (age is random, so their bytes differ each time). A change of index.json means that readers in
the field would behave otherwise: think twice.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bundle")]

from bundle_world import (  # noqa: E402
    BLOB,
    ISSUED_AT,
    OPD,
    REGENCY,
    REVOKED_OPD,
    REVOKED_SERIAL,
    Draft,
    Member,
    World,
    draft,
    forge_card,
    make_world,
    seal,
)

from pug_desktop.bundle.card_list import CardList, list_json, sign_list  # noqa: E402
from pug_desktop.bundle.cards import Grant, make_request, write_grant, write_request  # noqa: E402
from pug_desktop.bundle.keys import DeviceKeys, load_keys, make_device_keys, save_keys  # noqa: E402
from pug_desktop.bundle.manifest import Receipt  # noqa: E402
from pug_desktop.bundle.return_receipt import ReturnReceipt, write_receipt  # noqa: E402
from tests.hostile.opening import forged  # noqa: E402

VECTORS = ROOT / "tests" / "vectors"
KEYS = VECTORS / "keys"
NAMES = ("province", "regency", "opd", "revoked", "stranger")
SUFFIXES = (".pug", ".pugkey", ".pugtt", ".json")
PASSPHRASE = "lima kata acak dari daftar"

Json = dict[str, Any]
Change = Callable[[Json], object]


@dataclass(frozen=True)
class Vector:
    """One file: its name, its bytes, the error class that a reader must give (None: it opens), and why."""

    name: str
    data: bytes
    expect: str | None
    why: str


def main() -> None:
    """Write all files."""
    world = make_world(_kept_keys())
    for old in (path for suffix in SUFFIXES for path in VECTORS.glob(f"*{suffix}")):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        vectors = [
            *_bundles(world, Path(folder)),
            *_key_files(world, Path(folder)),
            *_return_receipts(world, Path(folder)),
        ]
    for vector in vectors:
        (VECTORS / vector.name).write_bytes(vector.data)
    index = {
        "reader": "keys/regency.json",
        "root": "keys/province.json",
        "passphrase": PASSPHRASE,
        "revoked": [REVOKED_SERIAL],
        "files": {vector.name: {"expect": vector.expect, "why": vector.why} for vector in vectors},
    }
    (VECTORS / "index.json").write_text(json.dumps(index, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(vectors)} files in {VECTORS}")


def _kept_keys() -> dict[str, DeviceKeys]:
    KEYS.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        if not (KEYS / f"{name}.json").exists():
            save_keys(KEYS / f"{name}.json", make_device_keys(), None)
    return {name: load_keys(KEYS / f"{name}.json", None) for name in NAMES}


# --- bundles ------------------------------------------------------------------------------------------------------


def _bundles(world: World, folder: Path) -> Iterator[Vector]:
    yield from _outer(world, folder)
    yield from _senders(world, folder)
    yield from _manifests(world, folder)
    yield from _parts(world, folder)
    yield from _exchange(world, folder)
    yield from _records(world, folder)


def _right(world: World, folder: Path, sender: Member | None = None, **changes: Any) -> Draft:
    pieces = draft(folder, sender or world.opd, world.regency, **changes)
    shutil.rmtree(folder / "parts")
    return pieces


def _outer(world: World, folder: Path) -> Iterator[Vector]:
    regency = world.regency.keys
    content = _right(world, folder).content()
    good = seal(content, regency)
    payload = good.index(b"\n", good.index(b"\n--- ") + 1) + 1
    middle = payload + 200
    yield Vector("good.pug", good, None, "nothing is wrong")
    yield Vector("empty-file.pug", b"", "DamagedBundle", "the stick was pulled out before anything was written")
    yield Vector("text-file.pug", b"Daftar hadir rapat\n", "NotABundle", "no age file")
    yield Vector("zip-file.pug", b"PK\3\4" + bytes(200), "NotABundle", "no age file")
    yield Vector("cut-in-first-line.pug", good[:10], "DamagedBundle", "an age file, cut short")
    yield Vector("cut-in-header.pug", good[: payload - 60], "DamagedBundle", "an age file, cut short")
    yield Vector("cut-in-content.pug", good[:middle], "DamagedBundle", "cut short")
    yield Vector("last-byte-missing.pug", good[:-1], "DamagedBundle", "cut short by one byte")
    yield Vector("byte-added.pug", good + b"\0", "DamagedBundle", "something follows the age file")
    flipped = good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :]
    yield Vector("bit-flipped-in-content.pug", flipped, "DamagedBundle", "one bit altered")
    mac = good.index(b"\n--- ") + 8
    altered = good[:mac] + (b"B" if good[mac : mac + 1] != b"B" else b"C") + good[mac + 1 :]
    yield Vector("header-altered.pug", altered, "DamagedBundle", "the age header's own check does not fit")
    yield Vector(
        "for-another-office.pug", seal(content, world.province.keys), "NotForThisOffice", "no key of ours fits"
    )
    yield Vector(
        "40-recipients.pug", seal(content, *[regency] * 40), "OverLimit", "more recipients than a bundle may have"
    )
    yield Vector(
        "other-content.pug", seal(b"Yth. Bapak/Ibu\n" * 9, regency), "NotABundle", "an age file for us, no bundle"
    )
    yield Vector("no-content.pug", seal(b"", regency), "NotABundle", "an age file for us with nothing in it")
    newer = seal(b"PUGB2" + content[5:], regency)
    yield Vector("newer-container.pug", newer, "FromNewerProgram", "the magic of a later container")
    huge = seal(b"PUGB1\xff\xff\xff\xff" + content[9:], regency)
    yield Vector("manifest-claims-4-gib.pug", huge, "OverLimit", "the manifest's length is refused before it is read")


def _senders(world: World, folder: Path) -> Iterator[Vector]:
    regency = world.regency.keys

    def sealed(pieces: Draft) -> bytes:
        return seal(pieces.content(), regency)

    right = _right(world, folder)
    unsigned = sealed(replace(right, signature=bytes(64)))
    yield Vector("unsigned.pug", unsigned, "WrongSignature", "64 zero bytes in place of the signature")
    yield Vector(
        "signature-missing.pug", sealed(replace(right, signature=b"", parts=[])), "WrongSignature", "ends before it"
    )
    by_other = replace(right).sign(world.stranger.keys)
    yield Vector("signed-by-another-key.pug", sealed(by_other), "WrongSignature", "not the key of the sender's card")
    changed = replace(right, document=right.document.replace(b'"seq":1', b'"seq":2'))
    yield Vector("manifest-altered.pug", sealed(changed), "WrongSignature", "altered after it was signed")
    other_tag = replace(right, signature=world.opd.keys.sign(right.document))
    yield Vector("signature-without-tag.pug", sealed(other_tag), "WrongSignature", "signed without the tag of a bundle")
    stranger = _right(world, folder, world.stranger, scope="36.71")
    yield Vector("unknown-sender.pug", sealed(stranger), "UnknownSender", "its card rests on another root")
    revoked = _right(world, folder, world.revoked)
    yield Vector("withdrawn-card.pug", sealed(revoked), "RevokedSender", "the sender's card is withdrawn")
    office = replace(OPD, office_id="9" * 32)
    pretender = Member(
        world.stranger.keys,
        Grant(forge_card(office, world.stranger.keys, world.opd), (world.opd.card, *world.opd.grant.chain)),
    )
    by_opd = _right(world, folder, pretender)
    yield Vector("card-signed-by-opd.pug", sealed(by_opd), "UnknownSender", "an OPD cannot vouch for anybody")
    own = _right(world, folder, world.regency)
    yield Vector("our-own.pug", sealed(own), "OwnBundle", "the reader wrote it itself")
    readdressed = draft(folder, world.opd, world.province)
    yield Vector(
        "encrypted-anew-for-us.pug", sealed(readdressed), "NotForThisOffice", "the signed manifest names another"
    )
    for scope, name in (("36.71", "scope-of-the-regency"), ("36.72", "scope-of-another-regency")):
        wide = _right(world, folder, scope=scope)
        yield Vector(f"{name}.pug", sealed(wide), "OutsideScope", "the sender's card does not cover it")


def _manifests(world: World, folder: Path) -> Iterator[Vector]:
    right = _right(world, folder)
    deep: object = 1
    for _ in range(16):
        deep = [deep]
    changes: list[tuple[str, Change, str | None, str]] = [
        ("newer-minor", lambda d: d.update(format=2, later={"x": 1}), None, "unknown keys are tolerated"),
        ("newer-format", lambda d: d.update(min_reader=2, parts="?"), "FromNewerProgram", "says which reader it needs"),
        (
            "newer-card",
            lambda d: d["sender"]["card"].update(version=2),
            "FromNewerProgram",
            "a card of a later version",
        ),
        ("no-scope", lambda d: d.pop("scope"), "DamagedBundle", "a field is missing"),
        ("no-addressee", lambda d: d.update(to=[]), "DamagedBundle", "a bundle is for somebody"),
        ("33-addressees", lambda d: d.update(to=d["to"] * 33), "OverLimit", "one too many"),
        ("integer-2-to-53", lambda d: d.update(seq=2**53), "OverLimit", "larger than all readers agree on"),
        ("nested-17-deep", lambda d: d.update(x=deep), "OverLimit", "one level too deep"),
        ("text-over-100000-bytes", lambda d: d.update(x="a" * 100_001), "OverLimit", "one byte too long"),
        ("200001-records", lambda d: d.update(counts={"meeting": 200_001}), "OverLimit", "one too many"),
        ("device-id-of-another", lambda d: d["sender"].update(device_id=d["to"][0]), "DamagedBundle", "not the card's"),
    ]
    for name, change, expect, why in changes:
        document = right.json()
        change(document)
        pieces = replace(right).set_json(document, world.opd.keys)
        yield Vector(f"{name}.pug", seal(pieces.content(), world.regency.keys), expect, why)
    texts: list[tuple[str, bytes, bytes, str]] = [
        ("duplicate-key", b'"seq":1', b'"seq":1,"seq":2', "two readers could see two contents"),
        ("float", b'"seq":1', b'"seq":1.0', "there are no floats"),
        ("not-a-number", b'"seq":1', b'"seq":NaN', "not JSON"),
        ("half-surrogate", b'"seq":1', b'"x":"\\ud800","seq":1', "not text"),
        ("not-utf-8", b'"seq":1', b'"x":"\xff","seq":1', "not text"),
    ]
    for name, old, new, why in texts:
        pieces = replace(right, document=right.document.replace(old, new)).sign(world.opd.keys)
        yield Vector(f"{name}.pug", seal(pieces.content(), world.regency.keys), "DamagedBundle", why)


def _parts(world: World, folder: Path) -> Iterator[Vector]:
    right = _right(world, folder)
    first, second = right.parts

    def sealed(pieces: Draft) -> bytes:
        return seal(pieces.content(), world.regency.keys)

    def described(change: Change) -> Draft:
        document = right.json()
        change(document)
        return replace(right).set_json(document, world.opd.keys)

    after = replace(right, after=b"x")
    yield Vector("bytes-after-last-part.pug", sealed(after), "DamagedBundle", "nothing may follow")
    short = replace(right, parts=[first, second[:-1]])
    yield Vector("last-part-short.pug", sealed(short), "DamagedBundle", "one byte is missing")
    other = replace(right, parts=[first, BLOB[::-1]])
    yield Vector("part-altered.pug", sealed(other), "DamagedBundle", "not the part that was signed")
    swapped = replace(right, parts=[second, first])
    yield Vector("parts-swapped.pug", sealed(swapped), "DamagedBundle", "not in the order of the manifest")
    no_records = described(lambda d: d["parts"].reverse())
    yield Vector("records-not-first.pug", sealed(no_records), "DamagedBundle", "the records are always part 0")
    twice = described(lambda d: d["parts"].append(d["parts"][1]))
    yield Vector("part-twice.pug", sealed(twice), "DamagedBundle", "one digest, one part")
    path = described(lambda d: d["parts"][1].update(sha256="../" * 20 + "etc/x"))
    yield Vector("digest-is-a-path.pug", sealed(path), "DamagedBundle", "files are named by digests, nothing else")
    large = described(lambda d: d["parts"][1].update(size=100 * 2**20 + 1, packed_size=100 * 2**20 + 1))
    yield Vector("part-over-100-mib.pug", sealed(large), "OverLimit", "by one byte")
    endless = described(lambda d: d["parts"][1].update(size=2**53 - 1, packed_size=2**53 - 1))
    yield Vector("part-claims-8-pib.pug", sealed(endless), "OverLimit", "refused before anything is read")


# --- what the exchange says of itself -----------------------------------------------------------------------------

ACTOR = "ab" * 8


def _receipt(world: World, **changes: object) -> Json:
    right = {"device_id": world.regency.device_id, "actor": ACTOR, "upto": 7, "bundles": ["c" * 32], "need_full": False}
    return {**right, **changes}


def _exchange(world: World, folder: Path) -> Iterator[Vector]:
    right = _right(world, folder)
    list_of = sign_list(CardList(world.regency.card, world.regency.grant.chain, 1, (), ()), world.regency.keys)
    listed = list_json(list_of)
    whole = {
        "previous": 4,
        "seq": 5,
        "former": ["cd" * 8],
        "receipts": [_receipt(world)],
        "lists": [listed],
        "need_blobs": ["e" * 64],
        "range": {"from": 100, "upto": 120},
        "full": False,
        "digest": {"meeting": [3, "0" * 64]},
    }
    forged = {**listed, "number": 9}
    changes: list[tuple[str, Json, str | None, str]] = [
        ("exchange-all-fields", whole, None, "every field of the exchange is used"),
        ("range-after-a-gap", {"range": {"from": 10**9, "upto": 10**9}}, None, "it opens; only acknowledged it is not"),
        ("range-backwards", {"range": {"from": 8, "upto": 7}}, "DamagedBundle", "it ends before it begins"),
        ("range-below-zero", {"range": {"from": -1, "upto": 7}}, "DamagedBundle", "changes are counted from 1"),
        ("range-without-end", {"range": {"from": 0}}, "DamagedBundle", "half of it is missing"),
        ("previous-is-itself", {"seq": 5, "previous": 5}, "DamagedBundle", "no bundle comes before itself"),
        ("actor-is-none", {"sender": {**right.json()["sender"], "actor": "a name"}}, "DamagedBundle", "16 hex digits"),
        ("former-is-no-actor", {"former": ["x"]}, "DamagedBundle", "16 hex digits"),
        ("1001-former-lives", {"former": [ACTOR] * 1001}, "OverLimit", "one too many"),
        ("65-receipts", {"receipts": [_receipt(world)] * 65}, "OverLimit", "one too many"),
        (
            "receipt-of-201-bundles",
            {"receipts": [_receipt(world, bundles=["c" * 32] * 201)]},
            "OverLimit",
            "one too many",
        ),
        ("receipt-of-no-device", {"receipts": [_receipt(world, device_id="x")]}, "DamagedBundle", "no device id"),
        (
            "receipt-of-no-actor",
            {"receipts": [_receipt(world, actor="A" * 16)]},
            "DamagedBundle",
            "hex digits are small",
        ),
        ("receipt-below-zero", {"receipts": [_receipt(world, upto=-1)]}, "DamagedBundle", "changes are counted from 1"),
        ("receipt-of-no-bundle", {"receipts": [_receipt(world, bundles=["../x"])]}, "DamagedBundle", "no bundle id"),
        ("receipt-is-a-text", {"receipts": ["all of it"]}, "DamagedBundle", "no receipt"),
        ("65-lists", {"lists": [listed] * 65}, "OverLimit", "one too many"),
        ("list-is-a-text", {"lists": ["x"]}, "DamagedBundle", "no object"),
        ("list-altered", {"lists": [forged]}, None, "it opens; the list is ignored, no list makes a bundle fail"),
        ("need-is-no-digest", {"need_blobs": ["../../etc/passwd"]}, "DamagedBundle", "64 hex digits"),
        ("digest-is-no-hash", {"digest": {"meeting": [3, "x"]}}, "DamagedBundle", "64 hex digits"),
        ("digest-below-zero", {"digest": {"meeting": [-3, "0" * 64]}}, "DamagedBundle", "a number of records"),
        ("1001-kinds", {"counts": {f"k{number}": 0 for number in range(1001)}}, "OverLimit", "one too many"),
        ("count-below-zero", {"counts": {"meeting": -1}}, "DamagedBundle", "a number of records"),
        ("app-of-513-bytes", {"app": "x" * 513}, "DamagedBundle", "one byte too long"),
    ]
    for name, change, expect, why in changes:
        document = {**right.json(), **change}
        pieces = replace(right).set_json(document, world.opd.keys)
        yield Vector(f"{name}.pug", seal(pieces.content(), world.regency.keys), expect, why)
    document = right.json()
    document["parts"] += [
        {"kind": "blob", "size": 100 * 2**20, "packed_size": 100 * 2**20, "sha256": f"{number:064x}"}
        for number in range(21)
    ]
    large = replace(right).set_json(document, world.opd.keys)
    yield Vector("parts-over-2-gib.pug", seal(large.content(), world.regency.keys), "OverLimit", "each fits, not all")
    document = {**right.json(), "range": {"from": 0, "upto": 0}, "full": False, "counts": {}, "digest": {}}
    only_evidence = replace(right).set_json(document, world.opd.keys)
    yield Vector("evidence-only.pug", seal(only_evidence.content(), world.regency.keys), None, "as -b01 files are")


# --- records ------------------------------------------------------------------------------------------------------

HEAD = b'{"layout":["meeting",["title"]]}\n{"scope":"36.71/%s"}\n{"actor":"%s"}\n{"user":"Sri"}\n' % (
    OPD.office_id.encode(),
    ACTOR.encode(),
)
ROW = b'[0,"%032x",0,0,1,0,5,[%s]]\n'


def _record(**changes: object) -> bytes:
    right = {"kind": "meeting", "id": "1" * 32, "scope": "36.71", "vector": {ACTOR: 9}, "cells": {}, "labels": []}
    return json.dumps({"record": {**right, **changes}}).encode() + b"\n"


def _cell(*values: object) -> bytes:
    return _record(vector={ACTOR: 999}, cells={"title": [[n + 1, ACTOR, value] for n, value in enumerate(values)]})


def _records(world: World, folder: Path) -> Iterator[Vector]:
    end = b'{"end":1}\n'
    row = ROW % (1, b'"Rapat"')
    parts: list[tuple[str, bytes, str | None, str]] = [
        ("good", HEAD + row + end, None, "one record"),
        ("of-an-unknown-sort", b'{"later":[1]}\n' + HEAD + row + end, None, "unknown definitions are passed over"),
        ("without-end", HEAD + row, "MalformedRecords", "the last line is missing"),
        ("after-the-end", HEAD + row + end + row, "MalformedRecords", "nothing may follow the end"),
        ("miscounted", HEAD + row + b'{"end":2}\n', "MalformedRecords", "one was promised too many"),
        ("last-line-cut", HEAD + row + end[:-1], "DamagedBundle", "each line has its end"),
        ("of-no-layout", HEAD + row.replace(b"[0", b"[7", 1) + end, "MalformedRecords", "a number that no list has"),
        ("with-too-many-values", HEAD + ROW % (1, b"1,2") + end, "MalformedRecords", "more than the layout has cells"),
        ("with-a-fraction", HEAD + ROW % (1, b"1.5") + end, "MalformedRecords", "there are no fractions"),
        ("with-2-to-53", HEAD + ROW % (1, b"9007199254740992") + end, "MalformedRecords", "readers do not agree on it"),
        ("nested-17-deep", HEAD + ROW % (1, b"[" * 17 + b"]" * 17) + end, "MalformedRecords", "one level too deep"),
        ("nested-5000-deep", HEAD + ROW % (1, b"[" * 5000 + b"]" * 5000) + end, "MalformedRecords", "far too deep"),
        ("text-too-long", HEAD + ROW % (1, b'"%s"' % (b"x" * 100_001)) + end, "MalformedRecords", "one byte too long"),
        ("quotes-without-end", b'{"user":"' + b'\\"' * 60_000 + b"\n" + end, "MalformedRecords", "no text ends"),
        ("write-not-seen", _record(cells={"title": [[10, ACTOR, 1]]}) + end, "MalformedRecords", "its vector says 9"),
        ("label-not-seen", _record(labels=[[10, ACTOR, "", 5]]) + end, "MalformedRecords", "its vector says 9"),
        ("tombstone-is-a-list", _record(cells={"_del": [[1, ACTOR, []]]}) + end, "MalformedRecords", "no vector"),
        ("layout-with-tombstone", b'{"layout":["meeting",["_del"]]}\n{"end":0}\n', "MalformedRecords", "never dense"),
        ("scope-is-a-path", b'{"scope":"../.."}\n{"end":0}\n', "MalformedRecords", "no scope"),
        ("256-siblings", _cell(*range(256)) + end, None, "as many as there may be"),
        ("257-siblings", _cell(*range(257)) + end, "MalformedRecords", "one too many"),
        ("line-over-4-mib", _record(x="x" * (4 * 2**20)) + end, "OverLimit", "too long to be held"),
        ("50001-values", HEAD + ROW % (1, b"[0" + b",0" * 50_000 + b"]") + end, "OverLimit", "in one record"),
        (
            "8-million-values",
            HEAD + ROW % (1, b"[0" + b",0" * 40_000 + b"]") * 201 + end,
            "OverLimit",
            "in all records",
        ),
        ("200001-definitions", b'{"user":""}\n' * 200_001 + b'{"end":0}\n', "OverLimit", "one too many"),
        ("200001-rows", HEAD + b"".join(ROW % (n, b"1") for n in range(200_001)) + end, "OverLimit", "one too many"),
    ]
    for name, lines, expect, why in parts:
        data = forged(folder, world.opd, world.regency, lines)
        yield Vector(f"records-{name}.pug", data, expect, why)


# --- receipts that go back ----------------------------------------------------------------------------------------


def _return_receipts(world: World, folder: Path) -> Iterator[Vector]:
    path = folder / "x.pugtt"

    def written(signer: Member = world.province, **changes: object) -> bytes:
        of = Receipt(device_id=world.regency.device_id, actor=ACTOR, upto=7, bundles=("c" * 32,))
        of = msgspec.structs.replace(of, **changes)
        write_receipt(path, ReturnReceipt(world.province.device_id, "cd" * 8, ISSUED_AT, of), signer.keys)
        return path.read_bytes()

    good = written()
    yield Vector("back-good.pugtt", good, None, "nothing is wrong")
    yield Vector("back-cut.pugtt", good[:100], "NotAReceipt", "cut short")
    yield Vector(
        "back-altered.pugtt", good.replace(b'"upto":7', b'"upto":8'), "ReceiptNotTrusted", "not what was signed"
    )
    other = written(world.stranger)
    yield Vector("back-signed-by-another.pugtt", other, "ReceiptNotTrusted", "not the device that it names")
    twice = good.replace(b'"upto":7', b'"upto":7,"upto":9')
    yield Vector("back-duplicate-key.pugtt", twice, "NotAReceipt", "two readers could see two contents")
    newer = good.replace(b'"version":1', b'"version":2')
    yield Vector("back-newer.pugtt", newer, "FromNewerProgram", "of a later version")
    many = written(bundles=("c" * 32,) * 201)
    yield Vector("back-201-bundles.pugtt", many, "NotAReceipt", "one too many")
    below = written(upto=-1)
    yield Vector("back-below-zero.pugtt", below, "NotAReceipt", "changes are counted from 1")
    yield Vector("back-is-a-key-card.pugtt", b'{"what":"pug-card","version":1}\n', "NotAReceipt", "something else")


# --- key files ----------------------------------------------------------------------------------------------------


def _key_files(world: World, folder: Path) -> Iterator[Vector]:
    path = folder / "x.pugkey"
    request = make_request(OPD, world.opd.keys, holder="Budi", made_at=ISSUED_AT)
    write_request(path, request)
    text = path.read_text()
    yield Vector("request-good.pugkey", path.read_bytes(), None, "nothing is wrong")
    yield Vector("request-cut.pugkey", path.read_bytes()[:200], "NotAKeyFile", "cut short")
    altered = text.replace("Kesehatan", "Pendidikan").encode()
    yield Vector("request-altered.pugkey", altered, "KeyNotTrusted", "not what was signed")
    twice = text.replace('"holder":', '"holder":"x","holder":').encode()
    yield Vector("request-duplicate-key.pugkey", twice, "NotAKeyFile", "two readers could see two contents")
    newer = text.replace('"version":1', '"version":2').encode()
    yield Vector("request-newer.pugkey", newer, "KeyFileNewer", "of a later version")
    write_request(path, replace(request, device=world.stranger.keys.public))
    yield Vector("request-foreign-key.pugkey", path.read_bytes(), "KeyNotTrusted", "the key that it names did not sign")

    def granted(grant: Grant) -> bytes:
        write_grant(path, grant)
        return path.read_bytes()

    yield Vector("grant-good.pugkey", granted(world.opd.grant), None, "nothing is wrong")
    cut = Grant(world.opd.card, world.opd.grant.chain[:1])
    yield Vector("grant-without-root.pugkey", granted(cut), "KeyNotTrusted", "the chain ends at the regency")
    foreign = replace(OPD, region_code="36.72")
    for name, office, issuer, why in (
        ("grant-other-regency", foreign, world.regency, "an OPD of another regency"),
        ("grant-signed-by-opd", REVOKED_OPD, world.opd, "an OPD cannot vouch for anybody"),
        ("grant-opd-by-province", OPD, world.province, "a province vouches for regencies only"),
        ("grant-regency-by-regency", REGENCY, world.regency, "only the level above vouches"),
    ):
        card = forge_card(office, world.stranger.keys, issuer)
        data = granted(Grant(card, (issuer.card, *issuer.grant.chain)))
        yield Vector(f"{name}.pugkey", data, "RequestOutsideScope", why)
    secret = folder / "x.json"
    save_keys(secret, world.opd.keys, PASSPHRASE)
    document = json.loads(secret.read_text())
    yield Vector("keys-sealed.json", secret.read_bytes(), None, "opens with the passphrase of the index")
    document["kdf"]["memory_kib"] = 64 * 2**20
    yield Vector("keys-ask-for-64-gib.json", json.dumps(document).encode(), "NotAKeyFile", "refused before any work")


if __name__ == "__main__":
    main()
