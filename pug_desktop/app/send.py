"""Sending: bundles of what an addressee may know, written to a stick or folder."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from pug_desktop import __version__, errors
from pug_desktop.app import anchor
from pug_desktop.app.key_lists import lists_for
from pug_desktop.app.outgoing_files import BlobFile, Load, load, wanted
from pug_desktop.app.partners import Addressee, Standing, addressees, find_addressee, peer_of, standing
from pug_desktop.app.recovery import recovery_recipient
from pug_desktop.app.trust import cards, own_card
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.bundle import limits, stick
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.manifest import BLOB, RECORDS, Digest, Manifest, Part, Range, Receipt, Sender, with_parts
from pug_desktop.bundle.pack import Packed, describe_part, pack
from pug_desktop.bundle.records import write_records
from pug_desktop.domain.words import label
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import exchange, journal
from pug_desktop.storage.capture import capture
from pug_desktop.storage.database import Connection
from pug_desktop.storage.exchange import Offer, Peer
from pug_desktop.storage.journal import SentOut
from pug_desktop.storage.outgoing import Outgoing, Selection, count_rows
from pug_desktop.storage.peers import start_for
from pug_desktop.storage.schema import SCHEMA
from pug_desktop.storage.states import read_self

__all__ = [
    "Addressee",
    "SendPreview",
    "Sent",
    "Standing",
    "addressees",
    "find_addressee",
    "preview",
    "send",
    "sent_log",
    "standing",
]

SHOWN_NAME_LENGTH = 100
"""Of a file's name in the manifest, which has room for 512 bytes."""

BYTES_A_RECORD = 60
"""What a record takes in a bundle, for the estimate before it is written (measured: 30 to 80)."""

DELTA_ABOVE = 20 * limits.MIB
"""Records that take more than this go as changes only; below it everything, which needs no past to be understood."""

PERSONAL = {
    "attendance": ("nama, L/P, jabatan, instansi peserta", "name, sex, position, institution of participants"),
    "attendance_contact": ("NIP, nomor HP peserta", "staff number and phone of participants"),
    "attendance_trait": ("kelompok umur, disabilitas peserta", "age band, disability of participants"),
    "person": ("nama, L/P, jabatan", "name, sex, position"),
    "person_contact": ("NIP, nomor HP, surel", "staff number, phone, e-mail"),
    "meeting": ("nama dan jabatan pimpinan rapat", "name and position of who led the meeting"),
    "meeting_role": ("nama dan jabatan narasumber", "name and position of speakers"),
    "follow_up": ("nama penanggung jawab", "name of who is to do it"),
    "evidence": ("isi berkas bukti", "what stands in evidence files"),
    "review": ("nama pemeriksa", "name of the reviewer"),
}
"""The personal data in each kind (UU 27/2022), told before anything leaves."""


@dataclass(frozen=True, slots=True)
class SendPreview:
    """What would go.

    `counts` are records by kind, `start` the number after which changes go (0: everything, as `full` says). Of the
    evidence `evidence_files` would go now in `files` bundle files all told, `evidence_known` is there already,
    `evidence_left_out` follows later, `evidence_missing` is not here either. `free_bytes` is None where unknown.
    """

    counts: dict[str, int]
    evidence_files: int
    evidence_bytes: int
    evidence_left_out: int
    records_bytes_estimate: int
    free_bytes: int | None
    personal_fields: tuple[str, ...]
    full: bool = True
    start: int = 0
    evidence_known: int = 0
    evidence_missing: int = 0
    files: int = 1

    @property
    def needed_bytes(self) -> int:
        """All of it."""
        return self.records_bytes_estimate + self.evidence_bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """Bundles that lie on the stick, synced and read back.

    `files` are in the order in which they should be taken in: records first, then evidence. `path`, `sha256`, `seq`
    and `bundle_id` are those of the first; `size`, `counts` and the numbers of all. `digest` joins the states of all
    records in the scope.
    """

    path: Path
    size: int
    sha256: str
    counts: dict[str, int]
    evidence_files: int
    digest: str
    seq: int
    bundle_id: str
    files: tuple[Path, ...] = ()
    evidence_left_out: int = 0
    start: int = 0
    upto: int = 0
    full: bool = True


def preview(
    ws: Workspace,
    addressee: Addressee,
    to: Path,
    *,
    full: bool = False,
    budget: int | None = None,
    lang: str = "id",
) -> SendPreview:
    """What would go, without writing anything; changes since the last exchange are not counted yet.

    Args:
        ws: the profile.
        addressee: one of `addressees`.
        to: the folder or stick.
        full: everything, whatever the other side has.
        budget: bytes of evidence at most; None for what fits.
        lang: "id" or "en", of `personal_fields`.
    """
    peer = peer_of(ws, addressee)
    with ws.database.read() as connection:
        everything = count_rows(connection, peer.scope, peer.level)
        whole = full or _is_small(everything)
        start = 0 if whole else start_for(connection, peer.device_id)
        counts = everything if start == 0 else _changed(connection, peer, start)
        files = load(ws, connection, peer, room=_room(to, budget, counts), full=full)
    records_bytes = 4096 + BYTES_A_RECORD * sum(counts.values())
    return SendPreview(
        counts=counts,
        evidence_files=len(files.now),
        evidence_bytes=sum(each.size for each in files.now),
        evidence_left_out=files.later,
        records_bytes_estimate=records_bytes,
        free_bytes=_free(to),
        personal_fields=tuple(
            f"{label('kind', kind, lang)}: {PERSONAL[kind][lang == 'en']}" for kind in counts if kind in PERSONAL
        ),
        full=start == 0,
        start=start,
        evidence_known=files.known,
        evidence_missing=files.missing,
        files=max(1, -(-sum(counts.values()) // limits.MAX_RECORDS)) + len(files.further),
    )


def _is_small(counts: dict[str, int]) -> bool:
    return BYTES_A_RECORD * sum(counts.values()) <= DELTA_ABOVE


def _changed(connection: Connection, peer: Peer, start: int) -> dict[str, int]:
    selection = Selection.of(connection, peer.scope, peer.level, down=peer.down)
    return Outgoing(connection, selection, start=start).counted()


def _free(to: Path) -> int | None:
    try:
        return stick.free_bytes(to)
    except errors.PugError:
        return None


def _room(to: Path, budget: int | None, counts: dict[str, int]) -> int | None:
    """Bytes for evidence: what was allowed, and no more than the stick has beside the records."""
    free = _free(to)
    left = None if free is None else max(0, free - 2 * BYTES_A_RECORD * sum(counts.values()) - limits.MIB)
    if budget is None:
        return left
    return budget if left is None else min(budget, left)


def send(
    ws: Workspace,
    addressee: Addressee,
    to: Path,
    step: Step = silent,
    *,
    full: bool = False,
    budget: int | None = None,
) -> Sent:
    """Write a bundle into a folder; it lies there whole under its name, or not at all.

    The records go first and complete, in several bundles when there are too many for one; evidence that does not fit
    beside them goes into bundles of its own. A failure leaves those that are whole: each can be taken in by itself.

    Args:
        ws: the profile.
        addressee: one of `addressees`.
        to: the folder or stick.
        step: told in bytes and records; a cancel leaves nothing behind but the number.
        full: everything, whatever the other side has ("Kirim lengkap").
        budget: bytes of evidence at most; None for what fits on the stick.

    Raises:
        NotEnrolled, PracticeOnly, NeedsPassphrase
        StickGone, StickFull, StickReadOnly, StickLies
    """
    if ws.profile.practice:
        raise errors.PracticeOnly(what="kirim")
    own = own_card(ws)
    _ = ws.keys  # locked keys are told before a number is taken
    return _Sending(ws, own, addressee, to, step, full, budget).run()


class _Sending:
    """The bundles of one send."""

    def __init__(
        self, ws: Workspace, own: Card, addressee: Addressee, to: Path, step: Step, full: bool, budget: int | None
    ) -> None:
        self._ws = ws
        self._own = own
        self._kept = cards(ws)
        self._addressee = addressee
        self._peer = peer_of(ws, addressee)
        self._to = to
        self._step = step
        self._full = full
        self._budget = budget
        self._rows = 0
        self._sums: Mapping[str, tuple[int, str]] | None = None

    def run(self) -> Sent:
        ranges, files = self._prepare()
        made: list[tuple[Packed, Manifest]] = []
        for number, (start, upto) in enumerate(ranges, 1):
            with_files = files.first if number == len(ranges) else ()
            made.append(self._bundle(start, upto, with_files))
        main = made[-1][0].path.stem
        for number, further in enumerate(files.further, 1):
            # Only evidence: there is no change in it, whatever was there before.
            made.append(self._bundle(0, 0, further, name=f"{main}-b{number:02}{stick.SUFFIX}"))
        return self._told(made, len(ranges), files)

    def _told(self, made: Sequence[tuple[Packed, Manifest]], with_records: int, files: Load) -> Sent:
        counts: dict[str, int] = {}
        for _, manifest in made:
            for kind, count in manifest.counts.items():
                counts[kind] = counts.get(kind, 0) + count
        first, head = made[0]
        last = made[with_records - 1][1]
        return Sent(
            path=first.path,
            size=sum(packed.size for packed, _ in made),
            sha256=first.sha256,
            counts=counts,
            evidence_files=sum(len(manifest.parts) - 1 for _, manifest in made),
            digest=whole_digest(last),
            seq=head.seq,
            bundle_id=head.bundle_id,
            files=tuple(packed.path for packed, _ in made),
            evidence_left_out=files.later,
            start=head.range.start,
            upto=last.range.upto,
            full=head.range.start == 0,
        )

    def _prepare(self) -> tuple[list[tuple[int, int]], Load]:
        """Capture, and find out what must go."""
        ws, peer = self._ws, self._peer
        with ws.database.write() as connection:
            capture(connection, now=ws.now_s, by=ws.profile.holder)
            counts = count_rows(connection, peer.scope, peer.level)
            self._rows = sum(counts.values())
            whole = self._full or _is_small(counts)
            ranges = exchange.ranges(connection, peer, full=whole, limit=limits.MAX_RECORDS)
            files = load(ws, connection, peer, room=_room(self._to, self._budget, counts), full=self._full)
        return ranges, files

    def _bundle(self, start: int, upto: int, files: Sequence[BlobFile], name: str = "") -> tuple[Packed, Manifest]:
        """One file, with its number reserved before and its end noted after."""
        ws = self._ws
        entry, previous = self._take_number(upto, name, files)
        staging = ws.folder_for("tmp") / entry.bundle_id
        try:
            with errors_of(ws.folder):
                staging.mkdir()
            packed, manifest = self._write(entry, previous, start, upto, files, staging)
        except BaseException:
            _end(ws, entry, 0, "batal", {})
            raise
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        blobs = [part.sha256 for part in manifest.parts if part.kind == BLOB]
        result: dict[str, object] = {
            "counts": dict(manifest.counts),
            "sha256": packed.sha256,
            "path": packed.path.name,
            "blobs": blobs,
            "digest": whole_digest(manifest),
            "n": json.loads(entry.result)["n"],
        }
        _end(ws, entry, packed.size, "dikirim", result)
        return packed, manifest

    def _take_number(self, upto: int, name: str, files: Sequence[BlobFile]) -> tuple[SentOut, int]:
        """Reserve the bundle's number: one whose bundle was never written is never used again."""
        ws, addressee = self._ws, self._addressee
        now = ws.clock()
        with ws.database.write() as connection:
            previous = journal.last_sent_to(connection, addressee.device_id)
            highest_n = read_self(connection).n
            seq = journal.take_number(connection)
            if not name:
                day = now.astimezone(UTC).date()
                name = stick.bundle_name(_short(ws.profile.scope), _short(addressee.scope), day, seq)
            entry = SentOut(
                bundle_id=ws.new_id(),
                seq=seq,
                addressee=addressee.device_id,
                addressee_name=addressee.office_name,
                made_at=now.isoformat(),
                file_name=name,
                size=0,
                # Known before it is written: a receipt may come although we were cut off before we could note the end.
                result=json.dumps({"blobs": [each.sha256 for each in files], "n": highest_n}),
                state="disiapkan",
                upto=upto,
            )
            journal.log_sent(connection, entry)
        with ws.database.read() as connection, errors_of(ws.folder):
            # Before anything leaves: whoever puts an older state back must not go on under this actor.
            anchor.drop(ws.folder, connection)
        return entry, previous

    def _write(
        self, entry: SentOut, previous: int, start: int, upto: int, files: Sequence[BlobFile], staging: Path
    ) -> tuple[Packed, Manifest]:
        ws = self._ws
        records = staging / "records"
        lists = lists_for(ws, self._addressee)
        with ws.database.read() as connection, errors_of(ws.folder):
            given = exchange.offer(
                connection,
                self._peer,
                start,
                upto,
                bundle_id=entry.bundle_id,
                need_blobs=_lacking(ws, connection, self._peer),
                only_evidence=upto == 0 and bool(files),
                before=self._sums if start else None,
            )
            size = write_records(
                records, given.items, lambda done: self._step(done, max(done, min(given.total, self._rows)))
            )
        if start == 0 or self._sums is not None:
            self._sums = given.sums
        part = describe_part(records, RECORDS, size=size, name="records.jsonl.zst")
        manifest = self._manifest(entry, previous, given, lists)
        superior = (self._kept.superior,) if self._kept.superior else ()
        recipients = [card.device.receiving for card in (*superior, *self._kept.below) if self._is_for(card)]
        recipients += filter(None, [recovery_recipient(ws)])

        def packed_with(those: Sequence[BlobFile]) -> tuple[Packed, Manifest]:
            blobs = (Part(BLOB, each.size, each.size, each.sha256, each.name[:SHOWN_NAME_LENGTH]) for each in those)
            whole = with_parts(manifest, (part, *blobs))
            paths = [records, *(ws.blobs.path(each.sha256) for each in those)]
            return pack(self._to / entry.file_name, whole, paths, ws.keys, recipients, self._step), whole

        try:
            return packed_with(files)
        except errors.EvidenceMissing:
            # A file that went bad on this disk must not stop the records; doctor tells which one it is.
            return packed_with([each for each in files if ws.blobs.is_sound(each.sha256)])

    def _is_for(self, card: Card) -> bool:
        return card.device.device_id == self._addressee.device_id

    def _manifest(self, entry: SentOut, previous: int, given: Offer, lists: tuple[dict[str, object], ...]) -> Manifest:
        return Manifest(
            app=__version__,
            schema=SCHEMA,
            bundle_id=entry.bundle_id,
            seq=entry.seq,
            previous=previous,
            former=given.former,
            made_at=entry.made_at,
            sender=Sender(self._ws.profile.device_id, given.actor, self._own, self._kept.above),
            to=(self._addressee.device_id,),
            scope=given.scope,
            range=Range(given.start, given.upto),
            full=given.full,
            counts=dict(given.counts),
            digest={kind: Digest(*pair) for kind, pair in given.digest.items()},
            receipts=tuple(
                Receipt(
                    device_id=each.device_id,
                    actor=each.actor,
                    upto=each.upto,
                    bundles=each.bundles,
                    need_full=each.need_full,
                )
                for each in given.receipts
            ),
            lists=lists,
            need_blobs=given.need_blobs,
            parts=(),
        )


def _lacking(ws: Workspace, connection: Connection, peer: Peer) -> tuple[str, ...]:
    """Evidence that our records name and that is not here: the other side may have it."""
    named = (each.sha256 for each in wanted(connection, peer.scope))
    return tuple(sorted(each for each in named if not ws.blobs.has(each)))[: limits.MAX_PARTS]


def _end(ws: Workspace, entry: SentOut, size: int, state: str, result: dict[str, object]) -> None:
    with ws.database.write() as connection:
        journal.log_sent(connection, replace(entry, size=size, state=state, result=json.dumps(result, sort_keys=True)))


def _short(scope: str) -> str:
    office = scopes.office_of(scope)
    return f"{scopes.region_of(scope)}-{office[:4]}" if office else scope


def whole_digest(manifest: Manifest) -> str:
    """One number over the states of all records in the scope, 64 hex digits."""
    value = 0
    for each in manifest.digest.values():
        value ^= int(each.value, 16)
    return f"{value:064x}"


def sent_log(ws: Workspace) -> tuple[SentOut, ...]:
    """Every bundle this profile wrote, newest first."""
    with ws.database.read() as connection:
        return tuple(journal.all_sent(connection))
