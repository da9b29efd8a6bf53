"""Sending: a bundle of what an addressee may know, written to a stick or folder."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TypeAlias

from pug_desktop import __version__, errors
from pug_desktop.app.trust import cards, own_card
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.bundle import limits, stick
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.manifest import BLOB, RECORDS, Digest, Manifest, Part, Range, Sender
from pug_desktop.bundle.pack import Packed, describe_part, pack
from pug_desktop.bundle.records import write_records
from pug_desktop.domain.kinds import Level
from pug_desktop.domain.words import label
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal
from pug_desktop.storage.capture import capture
from pug_desktop.storage.database import Connection
from pug_desktop.storage.journal import SentOut
from pug_desktop.storage.outgoing import Outgoing, count_rows, evidence_in, letterhead_logos
from pug_desktop.storage.schema import SCHEMA
from pug_desktop.storage.states import read_self

SHOWN_NAME_LENGTH = 100
"""Of a file's name in the manifest, which has room for 512 bytes."""

BYTES_A_RECORD = 60
"""What a record takes in a bundle, for the estimate before it is written (measured: 30 to 80)."""

PERSONAL = {
    "attendance": "nama, L/P, jabatan, instansi peserta",
    "attendance_contact": "NIP, nomor HP peserta",
    "person": "nama, L/P, jabatan",
    "person_contact": "NIP, nomor HP, surel",
    "meeting": "nama dan jabatan pimpinan rapat",
    "meeting_role": "nama dan jabatan narasumber",
    "follow_up": "nama penanggung jawab",
    "evidence": "isi berkas bukti",
}
"""The personal data in each kind (UU 27/2022), told before anything leaves."""


File: TypeAlias = tuple[str, int, str]
"""SHA-256, size in bytes, shown name."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """A device that a bundle can go to; `relation` is above or below."""

    device_id: str
    office_name: str
    role: str
    scope: str
    relation: str


@dataclass(frozen=True, slots=True)
class SendPreview:
    """What would go: records by kind, evidence files, an estimate of the size, free bytes (None: unknown)."""

    counts: dict[str, int]
    evidence_files: int
    evidence_bytes: int
    evidence_left_out: int
    records_bytes_estimate: int
    free_bytes: int | None
    personal_fields: tuple[str, ...]

    @property
    def needed_bytes(self) -> int:
        """All of it."""
        return self.records_bytes_estimate + self.evidence_bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle that lies on the stick, synced and read back."""

    path: Path
    size: int
    sha256: str
    counts: dict[str, int]
    evidence_files: int
    digest: str
    seq: int
    bundle_id: str


def addressees(ws: Workspace) -> tuple[Addressee, ...]:
    """Who can be sent to: the office above, then those below by name."""
    kept = cards(ws)
    above = [_addressee(card, "above") for card in kept.above[:1]]
    below = sorted((_addressee(card, "below") for card in kept.below), key=lambda each: each.office_name.casefold())
    return (*above, *below)


def _addressee(card: Card, relation: str) -> Addressee:
    office = card.office
    return Addressee(card.device.device_id, office.name, office.role, office.scope, relation)


def find_addressee(ws: Workspace, wanted: str | None = None) -> Addressee:
    """The addressee of that device id or (part of the) office name; the office above when nothing is wanted.

    Raises:
        NotEnrolled: this profile has no key card yet.
        NoAddressee: nobody fits, or more than one.
    """
    if ws.profile.practice:
        raise errors.PracticeOnly(what="kirim")
    own_card(ws)
    known = addressees(ws)
    if wanted is None:
        found = [each for each in known if each.relation == "above"] or list(known)
    else:
        exact = [each for each in known if wanted in (each.device_id, each.office_name, each.scope)]
        found = exact or [each for each in known if wanted.casefold() in each.office_name.casefold()]
    if len(found) != 1:
        raise errors.NoAddressee(wanted=wanted or "")
    return found[0]


def preview(ws: Workspace, addressee: Addressee, to: Path) -> SendPreview:
    """What would go, without writing anything; changes since the last exchange are not counted yet."""
    scope, level = _what_for(ws, addressee)
    with ws.database.read() as connection:
        kinds = count_rows(connection, scope, level)
        files, left_out = _files(ws, _wanted(connection, scope))
    try:
        free = stick.free_bytes(to)
    except errors.PugError:
        free = None
    return SendPreview(
        counts=kinds,
        evidence_files=len(files),
        evidence_bytes=sum(size for _sha, size, _name in files),
        evidence_left_out=left_out,
        records_bytes_estimate=4096 + BYTES_A_RECORD * sum(kinds.values()),
        free_bytes=free,
        personal_fields=tuple(f"{label('kind', kind)}: {PERSONAL[kind]}" for kind in kinds if kind in PERSONAL),
    )


def _what_for(ws: Workspace, addressee: Addressee) -> tuple[str, Level]:
    """The scope that an addressee may know, and how far up the kinds go."""
    scope = ws.profile.scope if addressee.relation == "above" else addressee.scope
    return scope, Level.PROVINCE if addressee.role == "provinsi" else Level.REGENCY


def send(ws: Workspace, addressee: Addressee, to: Path, step: Step = silent) -> Sent:
    """Write a bundle into a folder; it lies there whole under its name, or not at all.

    Args:
        ws: the profile.
        addressee: one of `addressees`.
        to: the folder or stick.
        step: told in bytes and records; a cancel leaves nothing behind but the number.

    Raises:
        NotEnrolled, PracticeOnly, NeedsPassphrase
        StickGone, StickFull, StickReadOnly, StickLies
    """
    if ws.profile.practice:
        raise errors.PracticeOnly(what="kirim")
    own = own_card(ws)
    _ = ws.keys  # locked keys are told before a number is taken
    entry = _take_number(ws, addressee)
    staging = ws.folder_for("tmp") / entry.bundle_id
    try:
        with errors_of(ws.folder):
            staging.mkdir()
        packed, manifest = _write(ws, own, addressee, to, entry, staging, step)
    except BaseException:
        _end(ws, entry, 0, "batal", {})
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    counts = dict(manifest.counts)
    _end(ws, entry, packed.size, "dikirim", {"counts": counts, "sha256": packed.sha256, "path": packed.path.name})
    return Sent(
        path=packed.path,
        size=packed.size,
        sha256=packed.sha256,
        counts=counts,
        evidence_files=len(manifest.parts) - 1,
        digest=_whole(manifest.digest),
        seq=entry.seq,
        bundle_id=entry.bundle_id,
    )


def _take_number(ws: Workspace, addressee: Addressee) -> SentOut:
    """Capture, and reserve the bundle's number: a number whose bundle was never written is never used again."""
    now = ws.clock()
    with ws.database.write() as connection:
        capture(connection, now=ws.now_s, by=ws.profile.holder)
        seq = journal.take_number(connection)
        name = stick.bundle_name(_short(ws.profile.scope), _short(addressee.scope), now.astimezone(UTC).date(), seq)
        entry = SentOut(
            ws.new_id(), seq, addressee.device_id, addressee.office_name, now.isoformat(), name, 0, "{}", "disiapkan"
        )
        journal.log_sent(connection, entry)
    return entry


def _end(ws: Workspace, entry: SentOut, size: int, state: str, result: dict[str, object]) -> None:
    values = (entry.bundle_id, entry.seq, entry.addressee, entry.addressee_name, entry.made_at, entry.file_name)
    with ws.database.write() as connection:
        journal.log_sent(connection, SentOut(*values, size, json.dumps(result, sort_keys=True), state))


def _short(scope: str) -> str:
    office = scopes.office_of(scope)
    return f"{scopes.region_of(scope)}-{office[:4]}" if office else scope


def _write(
    ws: Workspace, own: Card, addressee: Addressee, to: Path, entry: SentOut, staging: Path, step: Step
) -> tuple[Packed, Manifest]:
    scope, level = _what_for(ws, addressee)
    kept = cards(ws)
    records = staging / "records"
    with ws.database.read() as connection, errors_of(ws.folder):
        me = read_self(connection)
        outgoing = Outgoing(connection, scope, level)
        total = outgoing.total()
        size = write_records(records, outgoing.items(), lambda done: step(done, total))
        files, _left_out = _files(ws, _wanted(connection, scope))
    part = describe_part(records, RECORDS, size=size, name="records.jsonl.zst")

    def manifest_with(files: Sequence[File]) -> Manifest:
        blobs = (Part(BLOB, size, size, sha256, name[:SHOWN_NAME_LENGTH]) for sha256, size, name in files)
        return Manifest(
            app=__version__,
            schema=SCHEMA,
            bundle_id=entry.bundle_id,
            seq=entry.seq,
            made_at=entry.made_at,
            sender=Sender(ws.profile.device_id, me.actor, own, kept.above),
            to=(addressee.device_id,),
            scope=scope,
            range=Range(0, me.lseq),
            full=True,
            counts=dict(outgoing.counts),
            digest={scope: Digest(*pair) for scope, pair in outgoing.digest().items()},
            parts=(part, *blobs),
        )

    recipient = next(
        card.device.receiving for card in (*kept.above, *kept.below) if card.device.device_id == addressee.device_id
    )

    def packed_with(files: Sequence[File]) -> tuple[Packed, Manifest]:
        manifest = manifest_with(files)
        blobs = [ws.blobs.path(sha256) for sha256, _size, _name in files]
        return pack(to / entry.file_name, manifest, [records, *blobs], ws.keys, [recipient], step), manifest

    try:
        return packed_with(files)
    except errors.EvidenceMissing:
        # A file that went bad on this disk must not stop the records; doctor tells which one it is.
        return packed_with([each for each in files if ws.blobs.is_sound(each[0])])


def _wanted(connection: Connection, scope: str) -> list[File]:
    """Every file that the records of a scope refer to: the pictures of letterheads, then evidence by size."""
    logos = [(sha256, 0, "logo") for sha256 in letterhead_logos(connection, scope)]
    named = {sha256 for sha256, _size, _name in logos}
    return [*logos, *(each for each in evidence_in(connection, scope) if each[0] not in named)]


def _files(ws: Workspace, wanted: Sequence[File]) -> tuple[list[File], int]:
    """The files that are here and fit into one bundle, and how many do not."""
    kept: list[File] = []
    room = limits.MAX_BUNDLE_BYTES // 2
    for sha256, _size, name in wanted:
        if not ws.blobs.has(sha256):
            continue
        size = ws.blobs.path(sha256).stat().st_size
        if size > min(limits.MAX_PART_BYTES, room) or len(kept) >= limits.MAX_PARTS - 1:
            continue
        room -= size
        kept.append((sha256, size, name))
    return kept, len(wanted) - len(kept)


def _whole(digest: dict[str, Digest]) -> str:
    value = 0
    for each in digest.values():
        value ^= int(each.value, 16)
    return f"{value:064x}"


def sent_log(ws: Workspace) -> tuple[SentOut, ...]:
    """Every bundle this profile wrote, newest first."""
    with ws.database.read() as connection:
        return tuple(journal.all_sent(connection))
