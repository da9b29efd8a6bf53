"""Evidence: files that back an answer, a meeting or a follow-up; stored once, by their content."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.intake.recognise import ALLOWED, HEAD_BYTES, detect
from pug_desktop.progress import Step, silent
from pug_desktop.replica.scope import role_of
from pug_desktop.storage import records
from pug_desktop.storage.records import Stored

MAX_BYTES = 100 * 1024 * 1024
"""What one part of a bundle may hold; a scan of 200 pages has 40 MB."""

DESCRIPTION = ("title", "document_number", "document_on", "valid_until")
"""What a person says of a document."""

_FILE = ("sha256", "file_name", "media_type", "size")

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


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of several files.

    `rows` are those that are attached now, `refused` says why each of the others was, `there` names those that the
    owner had already, `shrunk` counts the photos that were made smaller.
    """

    rows: tuple[EvidenceRow, ...] = ()
    refused: tuple[errors.InputError, ...] = ()
    there: tuple[str, ...] = ()
    shrunk: int = 0


def attach(
    ws: Workspace, owner_kind: str, owner_id: RecordId, path: Path, step: Step = silent, *, original: bool = False
) -> EvidenceRow:
    """Store a file and attach it; the file lies whole on disk before the record is written.

    Args:
        ws: the profile.
        owner_kind: what it proves, one of domain/kinds.py's EVIDENCE_OWNERS.
        owner_id: the record it proves.
        path: the file; it is only read.
        step: told how far the copying is.
        original: keep a photo byte for byte, with its size and with the place where it was taken.

    Raises:
        WrongRole: the record is another office's.
        NoSuchRecord: the record was removed in the meantime.
        EvidenceRefused: by its content it is none of `ALLOWED`, whatever its name says; or a picture that is broken.
        EvidenceTooLarge, EvidenceEmpty, FileUnreadable, DiskFull
    """
    scope = _scope_of_owner(ws, owner_kind, owner_id)
    name = shown_name(path.name)
    media_type, _ = inspect(path)
    stored = _store(ws, path, media_type, name, step, original=original)
    return _record(ws, owner_kind, owner_id, stored, scope)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file in the store; a HEIC photo is a JPEG there, and is called so."""

    sha256: str
    size: int
    name: str
    media_type: str
    shrunk: bool = False


def _store(ws: Workspace, path: Path, media_type: str, name: str, step: Step, *, original: bool) -> _Kept:
    """Put a file into the store, a photo made fit first."""
    # Pillow is needed here only, and would cost time of each start.
    from pug_desktop.intake.pictures import Tidied, tidy

    tidied = Tidied(None) if original else tidy(path, media_type, name)
    with errors_of(ws.folder):
        if tidied.data is None:
            return _Kept(*ws.blobs.put(path, step), name, media_type)
        if tidied.media_type is not None:
            media_type, name = tidied.media_type, Path(name).stem + ALLOWED[tidied.media_type][0]
        made = ws.folder_for("tmp") / f"{ws.new_id()}.foto"
        try:
            made.write_bytes(tidied.data)
            return _Kept(*ws.blobs.put(made, step), name, media_type, tidied.shrunk)
        finally:
            made.unlink(missing_ok=True)


def _record(ws: Workspace, owner_kind: str, owner_id: RecordId, kept: _Kept, scope: str) -> EvidenceRow:
    values: dict[str, Value] = {
        "owner_kind": owner_kind,
        "owner_id": owner_id,
        "sha256": kept.sha256,
        "file_name": kept.name,
        "media_type": kept.media_type,
        "size": kept.size,
        "title": Path(kept.name).stem,
    }
    return one(ws, edit.create(ws, "evidence", values, scope=scope))


def attach_many(
    ws: Workspace,
    owner_kind: str,
    owner_id: RecordId,
    paths: Sequence[Path],
    step: Step = silent,
    *,
    original: bool = False,
) -> Attached:
    """Attach several files; one that is refused does not stop the rest, a cancel keeps those before it.

    Raises:
        WrongRole, NoSuchRecord: as `attach`; then nothing was attached.
    """
    scope = _scope_of_owner(ws, owner_kind, owner_id)
    made = Attached()
    has = {each.sha256 for each in of(ws, owner_kind, owner_id)}
    for number, path in enumerate(paths):
        step(number, len(paths))
        name = shown_name(path.name)
        try:
            media_type, _ = inspect(path)
            kept = _store(ws, path, media_type, name, silent, original=original)
        except errors.InputError as error:
            made = replace(made, refused=(*made.refused, error))
            continue
        if kept.sha256 in has:
            made = replace(made, there=(*made.there, name))
            continue
        has.add(kept.sha256)
        row = _record(ws, owner_kind, owner_id, kept, scope)
        made = replace(made, rows=(*made.rows, row), shrunk=made.shrunk + kept.shrunk)
    return made


def describe(ws: Workspace, evidence_id: RecordId, **fields: str | None) -> edit.Saved:
    """Save what is known of the document: `title`, `document_number`, `document_on`, `valid_until` (dates as ISO).

    Raises:
        WrongValue: no such date, or a document that ends before it begins; nothing was saved.
        NoSuchRecord: it was taken off in the meantime.
        WrongRole: another office attached it.
    """
    _check_mine(ws, evidence_id)
    known = one(ws, evidence_id)
    begins = fields.get("document_on", known.document_on)
    ends = fields.get("valid_until", known.valid_until)
    if begins and ends and ends < begins:
        raise errors.WrongValue(field="valid_until", value=ends, expected=f"≥ {begins}")
    values: dict[str, Value] = {name: fields[name] or None for name in DESCRIPTION if name in fields}
    return edit.put(ws, "evidence", evidence_id, **values)


def reuse(
    ws: Workspace, owner_kind: str, owner_id: RecordId, evidence_ids: Sequence[RecordId]
) -> tuple[EvidenceRow, ...]:
    """Attach documents that are here already to another owner: no second copy of the file, the same description.

    Raises:
        WrongRole: that owner is another office's.
        NoSuchRecord: it, or a document, was removed in the meantime.
    """
    scope = _scope_of_owner(ws, owner_kind, owner_id)
    has = {each.sha256 for each in of(ws, owner_kind, owner_id)}
    made = []
    for each in evidence_ids:
        known = edit.get(ws, "evidence", each)
        if known is None:
            raise errors.NoSuchRecord(kind="evidence", id=each)
        if known["sha256"] in has:
            continue
        has.add(str(known["sha256"]))
        values = {name: known[name] for name in (*_FILE, *DESCRIPTION)}
        values |= {"owner_kind": owner_kind, "owner_id": owner_id}
        made.append(one(ws, edit.create(ws, "evidence", values, scope=scope)))
    return tuple(made)


def _scope_of_owner(ws: Workspace, owner_kind: str, owner_id: RecordId) -> str:
    """Where its evidence lies; refuses an owner that this office may not write."""
    owner = edit.get(ws, owner_kind, owner_id)
    if owner is None:
        raise errors.NoSuchRecord(kind=owner_kind, id=owner_id)
    _check_office(ws, owner_kind, str(owner["scope"]))
    return str(owner["scope"])


def _check_mine(ws: Workspace, evidence_id: RecordId) -> None:
    known = edit.get(ws, "evidence", evidence_id)
    if known is not None:
        _check_office(ws, str(known["owner_kind"]), str(known["scope"]))


def _check_office(ws: Workspace, kind: str, scope: str) -> None:
    """A district reads and reviews what an office below attached; it attaches nothing in that office's name."""
    writers = KINDS[kind].writers if kind in KINDS else ()
    if scope != ws.profile.scope or ws.profile.role not in writers:
        raise errors.WrongRole(role=ws.profile.role, needed=role_of(scope))


def inspect(path: Path) -> tuple[str, int]:
    """The media type by content and the size of a file that may be evidence; raises what `attach` raises."""
    name = shown_name(path.name)
    try:
        if path.is_symlink() or not path.is_file():
            raise errors.FileUnreadable(path=path, reason="bukan berkas biasa / not a plain file")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise errors.FileUnreadable(path=path, reason=error.strerror or "") from error
    if not size:
        raise errors.EvidenceEmpty(name=name)
    if size > MAX_BYTES:
        raise errors.EvidenceTooLarge(name=name, size=size, limit=MAX_BYTES)
    return detect(path, head, name), size


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
    """Take the evidence off its owner; its file stays until nothing has referred to it for a while.

    Raises:
        WrongRole: another office attached it.
    """
    _check_mine(ws, evidence_id)
    return edit.remove(ws, "evidence", evidence_id)
