"""The manifest: what a bundle says of itself, signed by its sender.

    {format, min_reader, app, schema, bundle_id, seq, made_at, sender: {device_id, actor, card, chain}, to: [device id],
     scope, range: {from, upto}, full, counts: {kind: n}, digest: {kind: [count, hex]}, previous, former,
     receipts: [{device_id, actor, upto, bundles, need_full}], lists: [signed list of key cards], need_blobs: [sha256],
     parts: [{kind, size, packed_size, sha256, name}]}

Two readings. `read_kernel` takes what decides whom the bundle comes from, for whom it is and whether we can read it:
`min_reader`, `sender`, `to`; no format may ever change these. `read_manifest` takes all, after those are checked.
Keys that we do not know are tolerated at every level.
"""

import re
from dataclasses import dataclass
from typing import Any

import msgspec

from pug_desktop.bundle import limits, strict_json
from pug_desktop.bundle.card_json import Card, CardRefused, card_from_json, card_json
from pug_desktop.bundle.keys import is_device_id

FORMAT = 1
"""What we write; rises with each addition."""
READER = 1
"""The highest `min_reader` that we can read."""

RECORDS, BLOB = "records", "blob"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{32}")
_ACTOR = re.compile(r"[0-9a-f]{16}")
_SCOPE = re.compile(r"[0-9]{2}(\.[0-9]{2}(/[0-9a-f]{32})?)?")


class ManifestRefused(Exception):
    """Not a manifest; the text says where. Never leaves `bundle/`."""


class ManifestOverLimit(ManifestRefused):
    """A manifest that asks for more than it may: what, limit, found."""

    def __init__(self, what: str, limit: int, found: int) -> None:
        super().__init__(f"{what} {found} is over {limit}")
        self.what, self.limit, self.found = what, limit, found


class Part(msgspec.Struct, frozen=True):
    """One part: `size` unpacked, `packed_size` and `sha256` (64 hex digits) of the bytes that lie in the bundle.

    `kind` is "records" (the first part, exactly one) or "blob" (an evidence file; its two sizes are equal). `name` is
    only shown, never used as the name of a file.
    """

    kind: str
    size: int
    packed_size: int
    sha256: str
    name: str = ""


class Range(msgspec.Struct, frozen=True, rename={"start": "from"}):
    """The sender's own counting: records changed after `start` (JSON "from"; 0 for all) up to `upto`."""

    start: int
    upto: int


class Digest(msgspec.Struct, frozen=True, array_like=True):
    """How many records the sender has in a scope, and the exclusive or of their hashes (hex)."""

    count: int
    value: str


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What the sender has of somebody else's: of `device_id` in the incarnation `actor` all changes up to `upto`.

    `bundles` are the ids of bundles of that device which were taken in lately, newest last. `need_full` asks for
    everything again: the two records differ although they should not.
    """

    device_id: str
    actor: str
    upto: int
    bundles: tuple[str, ...] = ()
    need_full: bool = False


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote the bundle: the device, the incarnation under which it writes, its card and the cards above it."""

    device_id: str
    actor: str
    card: Card
    chain: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Kernel:
    """What no format may ever change."""

    min_reader: int
    sender: Sender
    to: tuple[str, ...]


class _Body(msgspec.Struct, frozen=True, kw_only=True):
    """All but the sender, whose cards have a reader of their own."""

    app: str
    schema: int
    bundle_id: str
    seq: int
    made_at: str
    to: tuple[str, ...]
    scope: str
    range: Range
    full: bool
    parts: tuple[Part, ...]
    format: int = FORMAT
    min_reader: int = READER
    counts: dict[str, int] = {}
    digest: dict[str, Digest] = {}
    previous: int = 0
    former: tuple[str, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    lists: tuple[dict[str, Any], ...] = ()
    need_blobs: tuple[str, ...] = ()


class Manifest(_Body, frozen=True, kw_only=True):
    """What a bundle says of itself.

    `bundle_id` has 32 hex digits, `seq` counts the sender's bundles from 1, `previous` is that of the last one before
    it for the same addressee (0: none), `made_at` is an ISO time that decides nothing, `to` are device ids, `scope` is
    where all its records lie. `former` are the actors of the sender's earlier lives. `digest` has a sum for each kind.
    `lists` are signed lists of key cards, checked by `bundle/card_list.py`; `need_blobs` are SHA-256 digests of
    evidence that the sender lacks.
    """

    sender: Sender


def with_parts(manifest: Manifest, parts: tuple[Part, ...]) -> Manifest:
    """The same manifest with other parts."""
    return msgspec.structs.replace(manifest, parts=parts)


def write_manifest(manifest: Manifest) -> bytes:
    """The canonical JSON, as it is signed.

    Raises:
        ManifestOverLimit: more than a bundle may hold.
        ManifestRefused: a field is not as it must be (a mistake of ours).
    """
    _check(manifest)
    body = _Body(**{name: getattr(manifest, name) for name in _Body.__struct_fields__})
    document: strict_json.Object = msgspec.to_builtins(body)
    document["sender"] = {
        "device_id": manifest.sender.device_id,
        "actor": manifest.sender.actor,
        "card": card_json(manifest.sender.card),
        "chain": [card_json(card) for card in manifest.sender.chain],
    }
    try:
        data = strict_json.canonical(document)
    except strict_json.JsonOverLimit as over:
        raise ManifestOverLimit(over.what, over.limit, over.found) from None
    except strict_json.JsonRefused as refused:
        raise ManifestRefused(str(refused)) from None
    if len(data) > limits.MAX_MANIFEST_BYTES:
        raise ManifestOverLimit("manifest", limits.MAX_MANIFEST_BYTES, len(data))
    return data


def read_document(data: bytes) -> strict_json.Object:
    """The JSON of a manifest; raises ManifestRefused or ManifestOverLimit."""
    try:
        return strict_json.read(data, limits.MAX_MANIFEST_BYTES)
    except strict_json.JsonOverLimit as over:
        raise ManifestOverLimit(over.what, over.limit, over.found) from None
    except strict_json.JsonRefused as refused:
        raise ManifestRefused(str(refused)) from None


def read_kernel(document: strict_json.Object) -> Kernel:
    """Who, for whom and for which reader; nothing is verified yet.

    Raises:
        ManifestRefused, ManifestOverLimit: it breaks the format.
        CardNewer: the sender's card is of a newer version.
    """
    min_reader, to, sender = document.get("min_reader"), document.get("to"), document.get("sender")
    if type(min_reader) is not int or min_reader < 1:
        raise ManifestRefused("min_reader")
    if not isinstance(to, list) or not to:
        raise ManifestRefused("to")
    if len(to) > limits.MAX_RECIPIENTS:
        raise ManifestOverLimit("recipients", limits.MAX_RECIPIENTS, len(to))
    if not all(isinstance(device, str) and is_device_id(device) for device in to):
        raise ManifestRefused("to")
    return Kernel(min_reader, _sender(sender), tuple(to))


def read_manifest(document: strict_json.Object, kernel: Kernel) -> Manifest:
    """The whole manifest.

    Raises:
        ManifestRefused, ManifestOverLimit: it breaks the format.
    """
    body_json = {name: value for name, value in document.items() if name != "sender"}
    try:
        body = msgspec.convert(body_json, _Body)
    except msgspec.ValidationError as error:
        raise ManifestRefused(str(error)[:200]) from None
    fields = {name: getattr(body, name) for name in _Body.__struct_fields__}
    manifest = Manifest(**fields, sender=kernel.sender)
    _check(manifest)
    return manifest


def _sender(found: object) -> Sender:
    if not isinstance(found, dict):
        raise ManifestRefused("sender")
    device_id, actor, chain = found.get("device_id"), found.get("actor"), found.get("chain")
    if not isinstance(actor, str) or not 0 < len(actor) <= 100:
        raise ManifestRefused("sender.actor")
    if not isinstance(chain, list) or len(chain) > limits.MAX_CHAIN:
        raise ManifestRefused("sender.chain")
    try:
        card = card_from_json(found.get("card"))
        cards = tuple(card_from_json(above) for above in chain)
    except CardRefused as refused:
        raise ManifestRefused(f"sender.card: {refused}") from None
    if device_id != card.device.device_id:
        raise ManifestRefused("sender.device_id")
    return Sender(device_id, actor, card, cards)


def _check(manifest: Manifest) -> None:
    """What types cannot say."""
    for what, limit, found in (
        ("recipients", limits.MAX_RECIPIENTS, len(manifest.to)),
        ("parts", limits.MAX_PARTS, len(manifest.parts)),
        ("former", limits.MAX_FORMER, len(manifest.former)),
        ("receipts", limits.MAX_RECEIPTS, len(manifest.receipts)),
        (
            "receipt bundles",
            limits.MAX_RECEIPT_BUNDLES,
            max((len(each.bundles) for each in manifest.receipts), default=0),
        ),
        ("lists", limits.MAX_LISTS, len(manifest.lists)),
        ("need_blobs", limits.MAX_PARTS, len(manifest.need_blobs)),
        ("kinds", limits.MAX_KINDS, max(len(manifest.counts), len(manifest.digest))),
        ("records", limits.MAX_RECORDS, sum(manifest.counts.values())),
        ("bundle", limits.MAX_BUNDLE_BYTES, sum(part.packed_size for part in manifest.parts)),
    ):
        if found > limit:
            raise ManifestOverLimit(what, limit, found)
    if not _ID.fullmatch(manifest.bundle_id):
        raise ManifestRefused("bundle_id")
    if not _SCOPE.fullmatch(manifest.scope):
        raise ManifestRefused("scope")
    if min(manifest.seq, manifest.format, manifest.min_reader, manifest.schema) < 1:
        raise ManifestRefused("a number below 1")
    if not all(map(_ACTOR.fullmatch, (manifest.sender.actor, *manifest.former))):
        raise ManifestRefused("actor")
    if not 0 <= manifest.previous < manifest.seq:
        raise ManifestRefused("previous")
    if not 0 <= manifest.range.start <= manifest.range.upto:
        raise ManifestRefused("range")
    if any(count < 0 for count in manifest.counts.values()):
        raise ManifestRefused("counts")
    if max(len(text.encode("utf-8")) for text in (manifest.app, manifest.made_at)) > limits.MAX_NAME_BYTES:
        raise ManifestRefused("a label that is too long")
    if any(each.count < 0 or not _SHA256.fullmatch(each.value) for each in manifest.digest.values()):
        raise ManifestRefused("digest")
    if not all(_SHA256.fullmatch(blob) for blob in manifest.need_blobs):
        raise ManifestRefused("need_blobs")
    for receipt in manifest.receipts:
        _check_receipt(receipt)
    _check_parts(manifest.parts)


def _check_receipt(receipt: Receipt) -> None:
    if not is_device_id(receipt.device_id) or not _ACTOR.fullmatch(receipt.actor) or receipt.upto < 0:
        raise ManifestRefused("receipts")
    if not all(map(_ID.fullmatch, receipt.bundles)):
        raise ManifestRefused("receipts")


def _check_parts(parts: tuple[Part, ...]) -> None:
    if [part.kind for part in parts[:1]] != [RECORDS] or any(part.kind != BLOB for part in parts[1:]):
        raise ManifestRefused("parts: one of records first, then blobs")
    if len({part.sha256 for part in parts}) != len(parts):
        raise ManifestRefused("parts: one stands twice")
    for part in parts:
        if not _SHA256.fullmatch(part.sha256) or min(part.size, part.packed_size) < 0:
            raise ManifestRefused("parts")
        if len(part.name.encode("utf-8")) > limits.MAX_NAME_BYTES:
            raise ManifestRefused("parts")
        if part.packed_size > limits.MAX_PART_BYTES:
            raise ManifestOverLimit("part", limits.MAX_PART_BYTES, part.packed_size)
        if part.kind == BLOB and part.size != part.packed_size:
            raise ManifestRefused("parts: a blob is not packed")
        if part.kind == RECORDS and part.size > limits.MAX_RECORDS_BYTES:
            raise ManifestOverLimit("records bytes", limits.MAX_RECORDS_BYTES, part.size)
