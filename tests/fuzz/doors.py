"""What strangers can hand us, as functions of bytes: with age and the signatures opened, so that a fuzzer gets behind.

Each door must answer any bytes with a value or with an error of ours; everything else is a finding.
"""

import hashlib
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO
from unittest import mock

import pillow_heif
from PIL import Image

from pug_desktop import errors
from pug_desktop.bundle import (
    age_file,
    card_list,
    cards,
    compress,
    handover,
    keys,
    manifest,
    records,
    recovery,
    return_receipt,
    security_code,
    strict_json,
    unpack,
)
from pug_desktop.bundle.card_json import CardNewer, CardRefused
from pug_desktop.bundle.keys import DevicePublic
from pug_desktop.intake import pictures
from tests.bundle.bundle_world import Draft, World, make_world, manifest_of, packed_files, seal

OURS = (
    errors.PugError,
    manifest.ManifestRefused,
    CardRefused,
    CardNewer,
    card_list.ListRefused,
    strict_json.JsonRefused,
)
"""What may come out: what leaves the program, and what modules of `bundle` tell each other."""

Door = Callable[[bytes], object]

KEYS = Path(__file__).parents[1] / "vectors" / "keys"
NAMES = ("province", "regency", "opd", "revoked", "stranger")

MEASURE, DECRYPT, DECOMPRESS = age_file.measure, age_file.decrypt, compress.decompress
"""As they are when nothing is opened."""


def _believe(_device: DevicePublic, _signature: bytes, _data: bytes) -> bool:
    """A mock would remember each of a million calls."""
    return True


class Doors:
    """The doors by name, in a world of their own; to be closed: while they are open, every signature holds."""

    def __init__(self) -> None:
        # Published keys: what was found interesting must fit the next run too.
        self.world: World = make_world({name: keys.load_keys(KEYS / f"{name}.json", None) for name in NAMES})
        self._stack = ExitStack()
        memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
        self.folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(dir=memory)))
        self.doors: dict[str, Door] = {
            "content": self.content,
            "manifest": self.manifest,
            "records": self.records,
            "packed": self.packed,
            "outer": self.outer,
            "cards": self.cards,
            "list": self.list,
            "receipt": self.receipt,
            "handover": self.handover,
            "keys": self.keys,
            "recovery": self.recovery,
            "code": self.code,
            "jpeg": self.jpeg,
            "png": self.png,
            "heic": self.heic,
        }
        self._opened: int | None = None
        self._lines: bytes | None = None
        for patch in (
            mock.patch.object(DevicePublic, "verifies", _believe),
            mock.patch.object(age_file, "measure", self._measure),
            mock.patch.object(age_file, "decrypt", self._decrypt),
            mock.patch.object(records, "decompress", self._decompress),
            # A picture of a gigabyte is no finding; it would only take the time of a thousand others.
            mock.patch.dict(pictures.MOST_PIXELS, dict.fromkeys(pictures.MOST_PIXELS, 1_000_000)),
        ):
            self._stack.enter_context(patch)

    def close(self) -> None:
        """Signatures count again."""
        self._stack.close()

    def file(self, data: bytes, name: str = "x.pug") -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def _measure(self, file: BinaryIO, path: Path) -> age_file.Measured:
        return MEASURE(file, path) if self._opened is None else age_file.Measured(self._opened + 200, self._opened)

    def _decrypt(self, source: Any, write: Callable[[bytes], object], identity: Any, path: Path) -> None:
        if self._opened is None:
            DECRYPT(source, write, identity, path)
        else:
            for piece in iter(lambda: source.read(65536), b""):
                write(piece)

    def _decompress(self, path: Path, size: int) -> Iterator[bytes]:
        return DECOMPRESS(path, size) if self._lines is None else iter((self._lines,))

    def content(self, data: bytes) -> object:
        """All that lies inside the age file, as if it had been decrypted."""
        path, staging, reader = self.file(data), self.folder / "staging", self.world.regency
        trusted = self.world.trusted(reader)
        self._opened = len(data)
        try:
            unpack.look(path, reader.keys, trusted)
            opened = unpack.unpack(path, staging, reader.keys, trusted)
            try:
                return list(records.read_records(opened.records, opened.manifest.parts[0].size))
            finally:
                shutil.rmtree(staging)
        finally:
            self._opened = None

    def manifest(self, data: bytes) -> object:
        document = manifest.read_document(data)
        found = manifest.read_manifest(document, manifest.read_kernel(document))
        assert manifest.read_document(manifest.write_manifest(found))
        return found

    def records(self, data: bytes) -> object:
        """The lines, unpacked."""
        self._lines = data
        try:
            return list(records.read_records(Path("x"), len(data)))
        finally:
            self._lines = None

    def packed(self, data: bytes) -> object:
        """The first two bytes are the declared size."""
        path = self.file(data[2:])
        return sum(map(len, compress.decompress(path, int.from_bytes(data[:2], "big"))))

    def outer(self, data: bytes) -> object:
        path = self.file(data)
        return unpack.unpack(
            path, self.folder / "outer", self.world.regency.keys, self.world.trusted(self.world.regency)
        )

    def cards(self, data: bytes) -> object:
        path = self.file(data, "x.pugkey")
        answers = []
        for read in (cards.read_request, cards.read_grant):
            try:
                answers.append(read(path))
            except errors.KeyFileError:
                continue
        return answers

    def list(self, data: bytes) -> object:
        document = strict_json.read(data, card_list.MAX_LIST_BYTES)
        found = card_list.read_list(document, self.world.province.keys.public)
        assert card_list.list_json(found)
        return found

    def receipt(self, data: bytes) -> object:
        path = self.file(data, "x.pugtt")
        found = return_receipt.read_receipt(path)
        return_receipt.check_signature(found, self.world.province.keys.public, path)
        return found

    def handover(self, data: bytes) -> object:
        request = cards.read_request(self.file(data, "x.pugkey"))
        return handover.statement_of(request)

    def keys(self, data: bytes) -> object:
        """Without a passphrase: the sealed part costs a quarter of a second each time."""
        path = self.file(data, "perangkat.kunci")
        keys.is_locked(path)
        return keys.load_keys(path, None)

    def recovery(self, data: bytes) -> object:
        return recovery.key_of_lines(data.decode("utf-8", "replace").split("\n"))

    def code(self, data: bytes) -> object:
        return security_code.digits_of(data.decode("utf-8", "replace"))

    def jpeg(self, data: bytes) -> object:
        return self._picture(data, "image/jpeg")

    def png(self, data: bytes) -> object:
        return self._picture(data, "image/png")

    def heic(self, data: bytes) -> object:
        return self._picture(data, "image/heic")

    def _picture(self, data: bytes, media_type: str) -> object:
        """A photo that becomes evidence; what comes out of it can be shown and tells no place."""
        made = pictures.tidy(self.file(data, "foto"), media_type, "foto")
        if made.data is not None and (made.media_type or media_type) != "image/heic":
            with Image.open(io.BytesIO(made.data)) as image:
                assert not image.getexif()
        return made


def seeds(doors: Doors) -> Iterator[tuple[str, bytes]]:
    """Right ones, for the fuzzer to begin with: the door, and what it opens to."""
    world, folder = doors.world, doors.folder
    sender, reader = world.opd, world.regency
    receipts = (
        manifest.Receipt(device_id=reader.device_id, actor="ab" * 8, upto=7, bundles=("c" * 32,), need_full=True),
    )
    made = card_list.sign_list(
        card_list.CardList(
            world.regency.card,
            world.regency.grant.chain,
            3,
            (card_list.Listed("3" * 32, sender.device_id, sender.card.office.scope, "opd"),),
            (card_list.Withdrawn("4" * 32, world.revoked.device_id, "hilang", "2022-11-01", 2, sender.device_id),),
        ),
        world.regency.keys,
    )
    listed = card_list.list_json(made)
    files, described = packed_files(folder / "seed", LINES, ())
    blob = b"%PDF-1.7"
    described += (manifest.Part("blob", len(blob), len(blob), hashlib.sha256(blob).hexdigest()),)
    right = manifest_of(sender, reader, described, receipts=receipts, lists=(listed,), need_blobs=("e" * 64,))
    pieces = Draft(manifest.write_manifest(right), b"", [files[0].read_bytes(), blob]).sign(sender.keys)
    yield "content", pieces.content()
    yield "manifest", pieces.document
    yield "records", LINES
    yield "packed", len(LINES).to_bytes(2, "big") + files[0].read_bytes()
    yield "outer", seal(pieces.content(), reader.keys)
    yield "list", strict_json.canonical(listed)
    path = folder / "seed.pugtt"
    receipt = return_receipt.ReturnReceipt(reader.device_id, "ab" * 8, "2022-11-01", receipts[0])
    return_receipt.write_receipt(path, receipt, reader.keys)
    yield "receipt", path.read_bytes()
    path = folder / "seed.pugkey"
    cards.write_grant(path, sender.grant)
    yield "cards", path.read_bytes()
    office, device = sender.card.office, sender.keys.public
    statement = handover.Statement(world.revoked.keys.public, device, "Budi", "Sri", office, "2022-11-01")
    more = handover.in_request(handover.sign_statement(statement, world.revoked.keys))
    request = cards.make_request(office, sender.keys, holder="Budi", made_at="2022-11-01", more=more)
    cards.write_request(path, request)
    yield "cards", path.read_bytes()
    yield "handover", path.read_bytes()
    keys.save_keys(folder / "seed.kunci", sender.keys, None)
    yield "keys", (folder / "seed.kunci").read_bytes()
    yield "recovery", "\n".join(recovery.lines_of(recovery.make_recovery_key())).encode()
    yield "code", b"12345 67890 12345 67890 12345 67890"
    yield from _photos()


def _photos() -> Iterator[tuple[str, bytes]]:
    """With a place each: XMP and Exif."""
    image, about = Image.new("RGB", (64, 48), (200, 30, 30)), Image.Exif()
    about[0x010F] = "Kamera Uji"
    about.get_ifd(0x8825).update({1: "S", 3: "E"})
    for name, kind in (("jpeg", "JPEG"), ("png", "PNG")):
        file = io.BytesIO()
        image.save(file, kind, exif=about)
        yield name, file.getvalue()
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=50, exif=about.tobytes())
    yield "heic", file.getvalue()


LINES = (
    b'{"layout":["meeting",["title","date","targets"]]}\n{"scope":"36.71/00000000000000000000000000000003"}\n'
    b'{"actor":"abababababababab"}\n{"user":"Sri"}\n'
    b'[0,"00000000000000000000000000000001",0,0,1,0,1667268000,["Rapat",{"y":2022,"m":11},["a",1,true,null]]]\n'
    b'{"record":{"kind":"meeting","id":"00000000000000000000000000000002","scope":"36.71/00000000000000000000000000000003",'
    b'"vector":{"abababababababab":3,"cdcdcdcdcdcdcdcd":2},"cells":{"title":[[2,"abababababababab","A"],'
    b'[2,"cdcdcdcdcdcdcdcd","B"]],"_del":[[3,"abababababababab",{"cdcdcdcdcdcdcdcd":1}]]},'
    b'"labels":[[2,"abababababababab","Sri",1667268000]]}}\n{"end":2}\n'
)
WORDS = sorted(
    {word for line in LINES.split(b'"') for word in [line] if 1 < len(word) < 40}
    | {
        b"format",
        b"min_reader",
        b"bundle_id",
        b"seq",
        b"sender",
        b"device_id",
        b"chain",
        b"to",
        b"range",
        b"from",
        b"upto",
    }
    | {b"full", b"counts", b"digest", b"receipts", b"lists", b"need_blobs", b"parts", b"kind", b"size", b"packed_size"}
    | {b"ftypheic", b"meta", b"iinf", b"infe", b"iloc", b"iprp", b"ispe", b"hvcC", b"irot", b"grid", b"dimg", b"idat"}
    | {b"IHDR", b"IDAT", b"IEND", b"PLTE", b"acTL", b"eXIf", b"iCCP", b"Exif", b"JFIF", b"ICC_PROFILE", b"MPF"}
    | {b"sha256", b"name", b"previous", b"need_full", b"bundles", b"revoked", b"by_list", b"serial", b"office", b"role"}
    | {
        b"1e5",
        b"-1",
        b"9007199254740992",
        b"\\ud800",
        b"\\u0000",
        b"NaN",
        b"Infinity",
        b"[[[[",
        b'{"a":{"a":',
        b"PUGB1",
    }
)
