"""Evidence: files that back an answer, a meeting or a follow-up; stored once, by their content."""

import codecs
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import puremagic

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.domain.kinds import RecordId
from pug_desktop.progress import Step, silent
from pug_desktop.storage import records
from pug_desktop.storage.records import Stored

MAX_BYTES = 100 * 1024 * 1024
"""What one part of a bundle may hold; a scan of 200 pages has 40 MB."""

_HEAD_BYTES = 8192

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (".pptx",),
    "text/plain": (".txt",),
    "text/csv": (".csv",),
    "audio/mpeg": (".mp3",),
    "audio/mp4": (".m4a",),
}
"""What may be evidence, by content; the first suffix is the one that a copy gets."""

_BIDI = {ord(each): None for each in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"}


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence; `present` is False while its file has not arrived here."""

    id: RecordId
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    present: bool
    document_number: str | None
    document_on: str | None
    valid_until: str | None


def attach(ws: Workspace, owner_kind: str, owner_id: RecordId, path: Path, step: Step = silent) -> EvidenceRow:
    """Store a file and attach it; the file lies whole on disk before the record is written.

    Raises:
        EvidenceRefused: by its content it is none of `ALLOWED`, whatever its name says.
        EvidenceTooLarge, EvidenceEmpty, FileUnreadable, DiskFull
    """
    name = shown_name(path.name)
    media_type, _ = inspect(path)
    with errors_of(ws.folder):
        sha256, size = ws.blobs.put(path, step)
    values = {
        "owner_kind": owner_kind,
        "owner_id": owner_id,
        "sha256": sha256,
        "file_name": name,
        "media_type": media_type,
        "size": size,
        "title": Path(name).stem,
    }
    scope = _scope_of_owner(ws, owner_kind, owner_id)
    made = edit.create(ws, "evidence", values, scope=scope)
    return one(ws, made)


def attach_many(
    ws: Workspace, owner_kind: str, owner_id: RecordId, paths: Sequence[Path], step: Step = silent
) -> tuple[errors.InputError, ...]:
    """Attach several files; one that is refused does not stop the rest. Returns why each refused one was."""
    refused = []
    for number, path in enumerate(paths):
        step(number, len(paths))
        try:
            attach(ws, owner_kind, owner_id, path)
        except errors.InputError as error:
            refused.append(error)
    return tuple(refused)


def _scope_of_owner(ws: Workspace, owner_kind: str, owner_id: RecordId) -> str:
    owner = edit.get(ws, owner_kind, owner_id)
    return str(owner["scope"]) if owner else ws.profile.scope


def inspect(path: Path) -> tuple[str, int]:
    """The media type by content and the size of a file that may be evidence; raises what `attach` raises."""
    name = shown_name(path.name)
    try:
        if path.is_symlink() or not path.is_file():
            raise errors.FileUnreadable(path=path, reason="bukan berkas biasa / not a plain file")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise errors.FileUnreadable(path=path, reason=error.strerror or "") from error
    if not size:
        raise errors.EvidenceEmpty(name=name)
    if size > MAX_BYTES:
        raise errors.EvidenceTooLarge(name=name, size=size, limit=MAX_BYTES)
    return detect(path, head, name), size


def detect(path: Path, head: bytes, name: str) -> str:
    """The media type by content; EvidenceRefused for one that is not allowed."""
    suffix = path.suffix.lower()
    if head.startswith((b"MZ", b"\x7fELF", b"#!", b"L\0\0\0\x01\x14\x02\0")):
        raise errors.EvidenceRefused(name=name, detected="program")
    if head.startswith(b"PK\x03\x04"):
        return _office_file(path, name)
    if (branded := _by_brand(head, suffix)) is not None:
        return branded
    if _is_text(head):
        return _text_file(head, suffix, name)
    for match in _matches(head):
        media_type: str = {"audio/x-m4a": "audio/mp4", "image/heif": "image/heic", "audio/mp3": "audio/mpeg"}.get(
            match.mime_type, match.mime_type
        )
        if media_type in ALLOWED:
            return media_type
    raise errors.EvidenceRefused(name=name, detected=suffix or "?")


def _by_brand(head: bytes, suffix: str) -> str | None:
    """Pictures and sound of phones, by the brand of their container; None for anything else."""
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in (b"heic", b"heix", b"mif1", b"msf1"):
        return "image/heic"
    if brand == b"M4A " or (suffix == ".m4a" and brand in (b"mp42", b"isom", b"3gp4", b"3gp5")):
        return "audio/mp4"
    return None


def _matches(head: bytes) -> list[puremagic.PureMagicWithConfidence]:
    try:
        return puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return []


def _text_file(head: bytes, suffix: str, name: str) -> str:
    """A text is evidence only under a name that cannot be run."""
    lowered = head[:512].lstrip().lower()
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if lowered.startswith((b"<", b"[internetshortcut]", b"[autorun]")):
        raise errors.EvidenceRefused(name=name, detected="html / script")
    for media_type in ("text/plain", "text/csv"):
        if suffix in ALLOWED[media_type]:
            return media_type
    raise errors.EvidenceRefused(name=name, detected=suffix or "?")


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        # A letter may be cut in two where the head ends.
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < _HEAD_BYTES)
    except UnicodeDecodeError:
        # Excel writes a CSV in the code page of old Windows.
        return not any(byte < 32 and byte not in b"\t\r\n\f" for byte in head)
    return True


def _office_file(path: Path, name: str) -> str:
    """A zip is evidence only when it is an Office file without macros; nothing in it is unpacked."""
    import zipfile

    inside = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except Exception as error:
        raise errors.EvidenceRefused(name=name, detected="zip") from error
    if "[Content_Types].xml" not in names or any("vbaproject" in each.casefold() for each in names):
        raise errors.EvidenceRefused(name=name, detected="zip / makro")
    for start, suffix in inside.items():
        if any(each.startswith(start) for each in names):
            return next(media for media, suffixes in ALLOWED.items() if suffix in suffixes)
    raise errors.EvidenceRefused(name=name, detected="zip")


def shown_name(name: str) -> str:
    """A file's name as it may be shown: no characters that turn the writing direction, at most 200."""
    return "".join(each for each in name.translate(_BIDI) if each.isprintable())[:200] or "berkas"


def of(ws: Workspace, owner_kind: str, owner_id: RecordId) -> tuple[EvidenceRow, ...]:
    """The evidence of one owner, in the order it was attached."""
    with ws.database.read() as connection:
        found = records.select(connection, "evidence", {"owner_kind": owner_kind, "owner_id": owner_id})
    return tuple(row(ws, each) for each in found)


def one(ws: Workspace, evidence_id: RecordId) -> EvidenceRow:
    """One piece of evidence; NoSuchRecord when there is none."""
    with ws.database.read() as connection:
        found = records.get(connection, "evidence", evidence_id)
    if found is None:
        raise errors.NoSuchRecord(kind="evidence", id=evidence_id)
    return row(ws, found)


def row(ws: Workspace, stored: Stored) -> EvidenceRow:
    """A record as it is shown."""
    values = stored.values
    size = values["size"]
    optional = {name: stored.text(name) or None for name in ("document_number", "document_on", "valid_until")}
    return EvidenceRow(
        id=stored.id,
        title=stored.text("title") or stored.text("file_name"),
        file_name=stored.text("file_name"),
        media_type=stored.text("media_type"),
        size=size if isinstance(size, int) else 0,
        sha256=stored.text("sha256"),
        present=ws.blobs.has(stored.text("sha256")),
        **optional,
    )


def open_copy(ws: Workspace, evidence_id: RecordId) -> Path:
    """A copy in a folder that is wiped at the next start, under a name that fits its content; read-only.

    Raises:
        EvidenceMissing: its file has not arrived here.
    """
    found = one(ws, evidence_id)
    if not found.present:
        raise errors.EvidenceMissing(path=ws.blobs.path(found.sha256), name=found.file_name)
    suffix = ALLOWED.get(found.media_type, (".bin",))[0]
    safe = "".join(each if each.isalnum() or each in " -_()" else "_" for each in Path(found.file_name).stem)[:40]
    with errors_of(ws.folder):
        folder = ws.folder_for("tmp") / f"{evidence_id[:12]}-{found.sha256[:12]}"
        folder.mkdir(exist_ok=True)
        target = folder / f"{safe or 'berkas'}{suffix}"
        if not target.exists():
            shutil.copyfile(ws.blobs.path(found.sha256), target)
            target.chmod(0o400)
    return target


def detach(ws: Workspace, evidence_id: RecordId) -> edit.Saved:
    """Take the evidence off its owner; its file stays until nothing has referred to it for a while."""
    return edit.remove(ws, "evidence", evidence_id)
