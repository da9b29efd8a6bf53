"""A newer program on a stick: its signed description beside the installer, and a copy of the installer that is checked.

    pug-desktop-0.2.0-setup.exe
    pug-desktop-0.2.0-setup.exe.pugupdate     {"manifest": {...}, "signatures": [...]}, canonical JSON and a line end

The description names product, version, a serial number that only rises, what it can follow upon, and the size and
SHA-256 of each installer. It is signed with Ed25519 by a release key, whose public half lies in the program. Nothing is
ever run from the stick: what is run is a local copy that was checked against the description (reliability T16).
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from pug_desktop import durable, errors
from pug_desktop.bundle import limits, stick, strict_json
from pug_desktop.bundle.keys import DevicePublic
from pug_desktop.progress import Step, silent

SUFFIX = ".pugupdate"
PRODUCT = "pug-desktop"
FORMAT = 1
SYSTEMS = {"windows": ".exe", "debian": ".deb", "portable": ".zip"}
"""For which kind of installation a file is, and how its name ends."""

MAX_MANIFEST_BYTES = 64 * limits.KIB
"""A description with notes in two languages has 2 kB."""
MAX_PAYLOAD_BYTES = 512 * limits.MIB
"""An installer has 30 to 50 MB; a limit against a stick that never ends."""
MAX_FILES = 8
MAX_SIGNATURES = 8
"""More than there are release keys at one time."""
MAX_NOTES_BYTES = 8 * limits.KIB

_TAG = b"PUG-UPDATE-v1\0"
_KEY_TAG = b"PUG-RELEASE-KEY-v1\0"
_VERSION = re.compile(r"(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}")
_NAME = re.compile(r"pug-desktop[A-Za-z0-9._-]{1,80}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_KEYS_WHAT = "pug-release-keys"
_WHAT = "pug-update"
_PIECE = limits.MIB


@dataclass(frozen=True, slots=True)
class ReleaseKey:
    """The public half of a key that signs releases: 64 hex digits, and what people call it."""

    name: str
    signing: str

    @property
    def key_id(self) -> str:
        """What a signature names it by: 16 hex digits."""
        return hashlib.sha256(_KEY_TAG + bytes.fromhex(self.signing)).hexdigest()[:16]

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether the private half signed this."""
        return DevicePublic(self.signing, "").verifies(signature, data)


@dataclass(frozen=True, slots=True)
class Payload:
    """An installer: `system` is one of SYSTEMS, `size` in bytes, `sha256` in hex."""

    name: str
    system: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is signed.

    Attributes:
        version: of the program inside, "0.2.0".
        serial: rises with each release; an older description never counts again.
        needs_version: the oldest program that it can follow upon.
        needs_schema: the oldest schema of data that it can migrate.
        notes_id, notes_en: what is new, for people.
    """

    product: str
    version: str
    serial: int
    needs_version: str
    needs_schema: int
    made_on: date
    notes_id: str
    notes_en: str
    files: tuple[Payload, ...]

    def file_for(self, system: str) -> Payload | None:
        """The installer for that kind of installation; None when there is none."""
        return next((each for each in self.files if each.system == system), None)


def version_key(version: str) -> tuple[int, ...]:
    """Versions in their order: 0.10.0 after 0.9.1."""
    return tuple(int(part) for part in version.split("."))


def is_version(text: object) -> bool:
    """Whether it is written as versions of this program are: three numbers."""
    return isinstance(text, str) and _VERSION.fullmatch(text) is not None


def is_installer_name(name: object, system: str) -> bool:
    """A plain name of our own: no folder, no device, nothing that Windows would read otherwise."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None and name.endswith(SYSTEMS[system])


# --- keys -----------------------------------------------------------------------------------------------------------


def read_release_keys(path: Path) -> tuple[ReleaseKey, ...]:
    """The pinned keys; none when the file is missing or anything else than it should be: then nothing is trusted."""
    try:
        document = strict_json.read(path.read_bytes(), MAX_MANIFEST_BYTES)
        if (document["what"], document["version"]) != (_KEYS_WHAT, 1):
            return ()
        keys = tuple(ReleaseKey(each["name"], each["signing"]) for each in document["keys"])
    except (OSError, strict_json.JsonRefused, KeyError, TypeError):
        return ()
    sound = all(isinstance(each.name, str) and _is_hash(each.signing) for each in keys)
    return keys if sound else ()


def release_keys_json(keys: Sequence[ReleaseKey]) -> bytes:
    """The file of pinned keys; people read it, so it is indented."""
    import json

    document = {"what": _KEYS_WHAT, "version": 1, "keys": [{"name": k.name, "signing": k.signing} for k in keys]}
    return json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8") + b"\n"


# --- the description ------------------------------------------------------------------------------------------------


def manifest_json(manifest: Manifest) -> strict_json.Object:
    """The description as it is signed."""
    return {
        "what": _WHAT,
        "format": FORMAT,
        "product": manifest.product,
        "version": manifest.version,
        "serial": manifest.serial,
        "needs": {"version": manifest.needs_version, "schema": manifest.needs_schema},
        "made_on": manifest.made_on.isoformat(),
        "notes": {"id": manifest.notes_id, "en": manifest.notes_en},
        "files": [
            {"name": each.name, "system": each.system, "size": each.size, "sha256": each.sha256}
            for each in manifest.files
        ],
    }


def signed_bytes(manifest: strict_json.Object) -> bytes:
    """What a signature covers."""
    return _TAG + strict_json.canonical(manifest)


def update_file(manifest: Manifest, signatures: Sequence[tuple[ReleaseKey, bytes]]) -> bytes:
    """The file that lies beside the installer."""
    document: strict_json.Object = {
        "manifest": manifest_json(manifest),
        "signatures": [{"key": key.key_id, "signature": signature.hex()} for key, signature in signatures],
    }
    return strict_json.canonical(document) + b"\n"


def read_update(path: Path, keys: Sequence[ReleaseKey]) -> Manifest:
    """The description in a file of unknown origin, when one of the keys signed it.

    Raises:
        NotAnUpdate: not one of ours, damaged, or not written as one is.
        UpdateNewerFormat: only a newer program reads it.
        UpdateNotTrusted: none of these keys signed it.
        UpdateOfOtherProduct: our key did, for another program.
        StickGone, StickReadOnly: it cannot be read.
    """
    data = stick.read_small(path, MAX_MANIFEST_BYTES)
    if data is None:
        raise errors.NotAnUpdate(path=path, problem="no file of a description's size")
    try:
        document = strict_json.read(data, MAX_MANIFEST_BYTES)
        # One form only, so that one description has one hash wherever it lies.
        if set(document) != {"manifest", "signatures"} or strict_json.canonical(document) + b"\n" != data:
            raise strict_json.JsonRefused("not in its one form")
        manifest = document["manifest"]
        if not isinstance(manifest, dict) or manifest.get("what") != _WHAT:
            raise strict_json.JsonRefused("no description of an update")
        found = manifest.get("format")
        if type(found) is not int or found < 1:
            raise strict_json.JsonRefused("format")
        if found > FORMAT:
            raise errors.UpdateNewerFormat(path=path, found=found, known=FORMAT)
        _check_signed(path, document, keys)
        if manifest.get("product") != PRODUCT:
            raise errors.UpdateOfOtherProduct(path=path, product=str(manifest.get("product"))[:40])
        return _manifest(manifest)
    except strict_json.JsonRefused as error:
        raise errors.NotAnUpdate(path=path, problem=str(error)) from None


def _check_signed(path: Path, document: strict_json.Object, keys: Sequence[ReleaseKey]) -> None:
    if not keys:
        raise errors.UpdateNotTrusted(path=path, reason="no-keys")
    given = document["signatures"]
    if not isinstance(given, list) or len(given) > MAX_SIGNATURES:
        raise strict_json.JsonRefused("signatures")
    known = {each.key_id: each for each in keys}
    covered = signed_bytes(document["manifest"])
    for each in given:
        if not isinstance(each, dict) or set(each) != {"key", "signature"}:
            raise strict_json.JsonRefused("signatures")
        key, signature = known.get(str(each["key"])), each["signature"]
        if not isinstance(signature, str) or not _SIGNATURE.fullmatch(signature):
            raise strict_json.JsonRefused("signatures")
        if key is not None and key.verifies(bytes.fromhex(signature), covered):
            return
    raise errors.UpdateNotTrusted(path=path, reason="signature")


def _manifest(found: strict_json.Object) -> Manifest:
    """Every field, or JsonRefused; what our key signed is still read strictly."""
    _exactly(found, {"what", "format", "product", "version", "serial", "needs", "made_on", "notes", "files"})
    needs, notes = found["needs"], found["notes"]
    _exactly(needs, {"version", "schema"})
    _exactly(notes, {"id", "en"})
    files = found["files"]
    if not isinstance(files, list) or not 1 <= len(files) <= MAX_FILES:
        raise strict_json.JsonRefused("files")
    payloads = tuple(_payload(each) for each in files)
    if len({each.name.casefold() for each in payloads}) != len(payloads):
        raise strict_json.JsonRefused("a name stands twice")
    if len({each.system for each in payloads}) != len(payloads):
        raise strict_json.JsonRefused("a system stands twice")
    if not is_version(found["version"]) or not is_version(needs["version"]):
        raise strict_json.JsonRefused("version")
    return Manifest(
        product=found["product"],
        version=found["version"],
        serial=_figure(found, "serial", limits.MAX_INT),
        needs_version=needs["version"],
        needs_schema=_figure(needs, "schema", 100_000),
        made_on=_day(found["made_on"]),
        notes_id=_notes(notes["id"]),
        notes_en=_notes(notes["en"]),
        files=payloads,
    )


def _payload(found: Any) -> Payload:
    _exactly(found, {"name", "system", "size", "sha256"})
    name, system = found["name"], found["system"]
    if not isinstance(system, str) or system not in SYSTEMS:
        raise strict_json.JsonRefused("system")
    if not is_installer_name(name, system):
        raise strict_json.JsonRefused("name")
    if not _is_hash(found["sha256"]):
        raise strict_json.JsonRefused("sha256")
    return Payload(name, system, _figure(found, "size", MAX_PAYLOAD_BYTES), found["sha256"])


def _exactly(found: Any, names: set[str]) -> None:
    if not isinstance(found, dict) or set(found) != names:
        raise strict_json.JsonRefused(f"not these fields: {', '.join(sorted(names))}")


def _figure(found: strict_json.Object, name: str, most: int) -> int:
    value = found[name]
    if type(value) is not int or not 1 <= value <= most:
        raise strict_json.JsonRefused(name)
    return value


def _day(text: object) -> date:
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise strict_json.JsonRefused("made_on")
    return day


def _notes(text: object) -> str:
    if not isinstance(text, str) or len(text.encode("utf-8")) > MAX_NOTES_BYTES:
        raise strict_json.JsonRefused("notes")
    return "".join(each for each in text if each == "\n" or each.isprintable())


def _is_hash(text: object) -> bool:
    return isinstance(text, str) and _SHA256.fullmatch(text) is not None


# --- the installer --------------------------------------------------------------------------------------------------


def copy_payload(source: Path, payload: Payload, folder: Path, step: Step = silent) -> Path:
    """A local copy of the installer, checked while and after it was written; whole, or not there.

    Args:
        source: the file on the stick.
        payload: what was signed of it.
        folder: where the copy goes; must exist and belong to this user alone.
        step: told in bytes.

    Raises:
        UpdateFileMissing: it does not lie beside its description.
        NotAnUpdate: a link, a pipe, a folder.
        UpdateAltered: not the file that was signed.
        UpdateNoRoom, FolderNotWritable: the copy cannot be written.
        StickGone, StickReadOnly: the stick failed.
    """
    if not os.path.lexists(source):
        raise errors.UpdateFileMissing(path=source.parent, name=payload.name)
    target = folder / payload.name

    def fill(writing: BinaryIO) -> None:
        done = 0
        while piece := _read(reading, source):
            done += len(piece)
            if done > payload.size:
                raise errors.UpdateAltered(path=source, name=payload.name)
            writing.write(piece)
            step(done, payload.size)

    def check(part: Path) -> None:
        with part.open("rb") as written:
            durable.forget_cached(written.fileno())
            check_payload(written, payload, path=part)

    try:
        with stick.open_plain(source) as reading:
            if os.fstat(reading.fileno()).st_size != payload.size:
                raise errors.UpdateAltered(path=source, name=payload.name)
            with stick.folder_errors(folder, needed=payload.size):
                durable.write_whole(target, fill, check=check, mode=0o600)
    except errors.NotABundle:
        raise errors.NotAnUpdate(path=source, problem="no regular file") from None
    except errors.DiskFull as error:
        raise errors.UpdateNoRoom(path=folder, needed=payload.size, free=error.fields.get("free", 0)) from error
    return target


def _read(file: BinaryIO, path: Path) -> bytes:
    with stick.stick_errors(path):
        return file.read(_PIECE)


def check_payload(file: BinaryIO, payload: Payload, *, path: Path, step: Step = silent) -> None:
    """Read all of an open file; raises UpdateAltered unless it is the one that was signed."""
    if os.fstat(file.fileno()).st_size != payload.size:
        raise errors.UpdateAltered(path=path, name=payload.name)
    file.seek(0)
    digest, done = hashlib.sha256(), 0
    while piece := file.read(_PIECE):
        digest.update(piece)
        done += len(piece)
        step(done, payload.size)
    if done != payload.size or digest.hexdigest() != payload.sha256:
        raise errors.UpdateAltered(path=path, name=payload.name)


@contextmanager
def held(path: Path) -> Iterator[BinaryIO]:
    """Our own copy, open for reading; on Windows nobody else can write, rename or delete it meanwhile.

    Elsewhere nothing keeps a program of the same user from it; hence the last look in `is_still`.
    """
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        generic_read, share_read, open_existing, ours_alone = 0x8000_0000, 1, 3, 0x80
        create = ctypes.windll.kernel32.CreateFileW
        create.restype = ctypes.c_void_p
        handle = create(str(path), generic_read, share_read, None, open_existing, ours_alone, None)
        if handle in (None, ctypes.c_void_p(-1).value):
            raise ctypes.WinError()
        descriptor = msvcrt.open_osfhandle(handle, os.O_RDONLY)
    else:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 (a descriptor, not a path)
        yield file


def is_still(path: Path, file: BinaryIO) -> bool:
    """Whether the name still stands for the file that is held."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(file.fileno()))
    except OSError:
        return False
