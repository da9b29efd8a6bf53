"""Four offices with their keys and cards, and a way to make bundles that are wrong on purpose."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pyrage

from pug_desktop.bundle import compress, container, pack, stick
from pug_desktop.bundle.cards import Card, Grant, Office, card_json, issue_card, make_request, root_card
from pug_desktop.bundle.keys import DeviceKeys, make_device_keys
from pug_desktop.bundle.manifest import Digest, Manifest, Part, Range, Sender, read_document, write_manifest
from pug_desktop.bundle.strict_json import canonical
from pug_desktop.bundle.unpack import Trusted

PROVINCE = Office("provinsi", "36", "0" * 31 + "1", "DP3AKKB Provinsi Banten")
REGENCY = Office("kabkota", "36.71", "0" * 31 + "2", "DP3AP2KB Kota Tangerang")
OPD = Office("opd", "36.71", "0" * 31 + "3", "Dinas Kesehatan Kota Tangerang")
REVOKED_OPD = Office("opd", "36.71", "0" * 31 + "4", "Dinas Sosial Kota Tangerang")
ISSUED_AT = "2022-11-01T02:00:00+00:00"
REVOKED_SERIAL = "4" * 32
DAY = date(2022, 11, 1)
RECORDS = b'{"end":0}\n'
BLOB = b"%PDF-1.7 bukti dukung\n" * 20


@dataclass(frozen=True)
class Member:
    """One device with all that its profile holds."""

    keys: DeviceKeys
    grant: Grant

    @property
    def card(self) -> Card:
        return self.grant.card

    @property
    def device_id(self) -> str:
        return self.keys.device_id

    def sender(self) -> Sender:
        return Sender(self.device_id, "a1" * 8, self.card, self.grant.chain)


@dataclass(frozen=True)
class World:
    """A province, one regency, one OPD, one OPD whose card is withdrawn, and a stranger with a root of its own."""

    province: Member
    regency: Member
    opd: Member
    revoked: Member
    stranger: Member

    def trusted(self, member: Member) -> Trusted:
        """What the member knows: its own card and those above it."""
        cards = (member.card, *member.grant.chain)
        known = {card.device.device_id: card for card in cards}
        return Trusted(member.grant.root, known, member.device_id, frozenset({REVOKED_SERIAL}))


def make_world(keys: dict[str, DeviceKeys] | None = None) -> World:
    """The world with these keys by name, or with new ones."""

    def of(name: str) -> DeviceKeys:
        return keys[name] if keys is not None else make_device_keys()

    province = _root(of("province"), PROVINCE, "1" * 32)
    regency = _below(of("regency"), REGENCY, province, "2" * 32)
    opd = _below(of("opd"), OPD, regency, "3" * 32)
    revoked = _below(of("revoked"), REVOKED_OPD, regency, REVOKED_SERIAL)
    stranger = _root(of("stranger"), PROVINCE, "5" * 32)
    return World(province, regency, opd, revoked, stranger)


def _root(keys: DeviceKeys, office: Office, serial: str) -> Member:
    return Member(keys, Grant(root_card(keys, office, holder="Siti", serial=serial, issued_at=ISSUED_AT)))


def _below(keys: DeviceKeys, office: Office, above: Member, serial: str) -> Member:
    request = make_request(office, keys, holder="Budi", made_at=ISSUED_AT)
    card = issue_card(request, above.keys, above.card, serial=serial, issued_at=ISSUED_AT)
    return Member(keys, Grant(card, (above.card, *above.grant.chain)))


def forge_card(office: Office, keys: DeviceKeys, issuer: Member) -> Card:
    """A card that `issue_card` would not make: whatever office, signed by whoever."""
    card = Card("7" * 32, office, keys.public, "Budi", issuer.device_id, ISSUED_AT)
    unsigned = {name: value for name, value in card_json(card).items() if name != "signature"}
    return replace(card, signature=issuer.keys.sign(b"PUG-CARD-v1\0" + canonical(unsigned)).hex())


def manifest_of(sender: Member, to: Member, parts: tuple[Part, ...], **changes: Any) -> Manifest:
    """A manifest that is right in all but `changes`."""
    right = Manifest(
        app="0.1.0",
        schema=1,
        bundle_id="b" * 32,
        seq=1,
        made_at=ISSUED_AT,
        sender=sender.sender(),
        to=(to.device_id,),
        scope=sender.card.office.scope,
        range=Range(0, 7),
        full=True,
        counts={"meeting": 0},
        digest={sender.card.office.scope: Digest(0, "0" * 64)},
        parts=parts,
    )
    return msgspec.structs.replace(right, **changes)


def packed_files(
    folder: Path, records: bytes = RECORDS, blobs: tuple[bytes, ...] = (BLOB,)
) -> tuple[list[Path], tuple[Part, ...]]:
    """The parts as files and as the manifest describes them."""
    folder.mkdir(parents=True, exist_ok=True)
    first = folder / "records.zst"
    size = compress.compress(first, [records])
    files, described = [first], [pack.describe_part(first, "records", size=size)]
    for number, blob in enumerate(blobs):
        path = folder / f"blob{number}"
        path.write_bytes(blob)
        files.append(path)
        described.append(pack.describe_part(path, "blob", name=f"SK Pokja {number}.pdf"))
    return files, tuple(described)


def good_bundle(folder: Path, sender: Member, to: Member, blobs: tuple[bytes, ...] = (BLOB,), **changes: Any) -> Path:
    """A bundle as the program writes it."""
    files, described = packed_files(folder / "parts", blobs=blobs)
    target = folder / stick.bundle_name("36.71-0003", "36.71", DAY, 1)
    manifest = manifest_of(sender, to, described, **changes)
    return pack.pack(target, manifest, files, sender.keys, [to.keys.public.receiving]).path


@dataclass
class Draft:
    """A bundle in pieces: change any of them, then `seal`."""

    document: bytes
    signature: bytes
    parts: list[bytes]
    magic: bytes = container.MAGIC
    after: bytes = b""

    def content(self) -> bytes:
        """What lies inside the age file."""
        length = len(self.document).to_bytes(4, "big")
        return self.magic + length + self.document + self.signature + b"".join(self.parts) + self.after

    def sign(self, keys: DeviceKeys) -> "Draft":
        """Sign the document as it is now."""
        self.signature = keys.sign(container.to_sign(self.document))
        return self

    def json(self) -> dict[str, Any]:
        """The document, to be changed and given back to `set_json`."""
        return read_document(self.document)

    def set_json(self, document: dict[str, Any], keys: DeviceKeys) -> "Draft":
        """Put the changed document in place and sign it."""
        self.document = msgspec.json.encode(document)
        return self.sign(keys)


def draft(folder: Path, sender: Member, to: Member, **changes: Any) -> Draft:
    """The pieces of a right bundle."""
    files, described = packed_files(folder / "parts")
    document = write_manifest(manifest_of(sender, to, described, **changes))
    return Draft(document, b"", [path.read_bytes() for path in files]).sign(sender.keys)


def seal(content: bytes, *readers: DeviceKeys) -> bytes:
    """An age file of any content."""
    return pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(keys.public.receiving) for keys in readers])


def names(folder: Path) -> list[str]:
    """What lies in the folder, sorted."""
    return sorted(path.name for path in folder.iterdir())
