"""Tanda terima: what an office says that it took in, written back to the stick and read by the sender."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import anchor
from pug_desktop.app.partners import addressees
from pug_desktop.app.trust import trusted
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle import return_receipt, stick
from pug_desktop.bundle.manifest import Receipt
from pug_desktop.bundle.return_receipt import SUFFIX, ReturnReceipt
from pug_desktop.bundle.trust import withdrawal
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal, peers
from pug_desktop.storage.peers import Heard
from pug_desktop.storage.states import read_self

DIGEST_SHOWN = 20
"""Digits of the digest on paper: enough that two different states never share them by chance."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A receipt found on a stick: which of our bundles it confirms for the first time; `error` when it was refused."""

    path: Path
    device_id: str
    office_name: str
    seqs: tuple[int, ...]
    at: str
    error: errors.PugError | None = None


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What stands on the printed receipt of one bundle."""

    bundle_id: str
    seq: int
    sender_name: str
    sender_role: str
    sender_device: str
    receiver_name: str
    receiver_role: str
    made_at: str
    taken_at: str
    new: int
    changed: int
    unchanged: int
    conflicts: int
    parked: int
    left_out: int
    files: int
    files_waiting: int
    by_kind: dict[str, int]
    digest: str


def write_receipt(ws: Workspace, bundle_id: str, to: Path) -> Path:
    """Write what we have of the sender of a bundle into a folder; returns the file.

    It names all bundles of that sender taken in lately, so that a lost receipt is made up for by the next one.

    Raises:
        NoSuchRecord: no such bundle was taken in.
        NeedsPassphrase, StickGone, StickFull, StickReadOnly
    """
    with ws.database.read() as connection:
        entry = journal.taken(connection, bundle_id)
        heard = peers.receipt_for(connection, entry.sender) if entry else None
        actor = read_self(connection).actor
        # A receipt says what we have: whoever puts an older state back must be noticed.
        anchor.drop(ws.folder, connection)
    if entry is None or heard is None:
        raise errors.NoSuchRecord(kind="kiriman", id=bundle_id)
    of = Receipt(
        device_id=heard.device_id,
        actor=heard.actor,
        upto=heard.upto,
        bundles=heard.bundles,
        need_full=heard.need_full,
    )
    made = ReturnReceipt(ws.profile.device_id, actor, ws.clock().isoformat(), of)
    office = scopes.office_of(entry.sender_scope)
    whom = f"{scopes.region_of(entry.sender_scope)}-{office[:4]}" if office else entry.sender_scope
    path = to / f"PUG_TandaTerima_{whom}_{entry.seq:04}{SUFFIX}"
    return_receipt.write_receipt(path, made, ws.keys)
    return path


def read_receipts(ws: Workspace, folder: Path) -> tuple[Confirmed, ...]:
    """Take in the receipts that lie in a folder and are meant for us; hidden ones too, others are passed over.

    Raises:
        StickGone: the folder cannot be read.
    """
    found = (_read(ws, path) for path in stick.find_files(folder, SUFFIX)[:1000])
    return tuple(each for each in found if each is not None)


def _read(ws: Workspace, path: Path) -> Confirmed | None:
    try:
        receipt = return_receipt.read_receipt(path)
        if receipt.of.device_id != ws.profile.device_id:
            return None
        return _take(ws, path, receipt)
    except errors.PugError as error:
        return Confirmed(path, str(error.fields.get("device", "")), "", (), "", error)


def _take(ws: Workspace, path: Path, receipt: ReturnReceipt) -> Confirmed:
    """Raises ReceiptNotTrusted for a device that we do not know or whose card was withdrawn."""
    known = trusted(ws)
    card = known.cards.get(receipt.device_id)
    if card is None or withdrawal(card, known) is not None:
        raise errors.ReceiptNotTrusted(path=path, device=receipt.device_id)
    return_receipt.check_signature(receipt, card.device, path)
    of = receipt.of
    heard = Heard(of.device_id, of.actor, of.upto, of.bundles, of.need_full)
    at = ws.clock().isoformat()
    with ws.database.write() as connection:
        peers.note_receipt(connection, read_self(connection), receipt.device_id, receipt.actor, heard)
        news = journal.confirm(connection, receipt.device_id, of.bundles, at)
        for each in news:
            blobs = json.loads(each.result).get("blobs", [])
            peers.note_blobs(connection, receipt.device_id, receipt.actor, blobs)
    name = next((each.office_name for each in addressees(ws) if each.device_id == receipt.device_id), card.office.name)
    return Confirmed(path, receipt.device_id, name, tuple(sorted(each.seq for each in news)), receipt.made_at)


def receipt_facts(ws: Workspace, bundle_id: str) -> ReceiptFacts:
    """What the printed receipt says of a bundle that was taken in; NoSuchRecord when it was not."""
    with ws.database.read() as connection:
        entry = journal.taken(connection, bundle_id)
    if entry is None:
        raise errors.NoSuchRecord(kind="kiriman", id=bundle_id)
    result = json.loads(entry.result)

    def number(name: str) -> int:
        with suppress(TypeError, ValueError):
            return int(result.get(name, 0))
        return 0

    by_kind = result.get("by_kind")
    return ReceiptFacts(
        bundle_id=bundle_id,
        seq=entry.seq,
        sender_name=entry.sender_name,
        sender_role=str(result.get("role", "")),
        sender_device=entry.sender,
        receiver_name=ws.profile.office_name,
        receiver_role=ws.profile.role,
        made_at=entry.made_at,
        taken_at=entry.taken_at,
        new=number("new"),
        changed=number("changed"),
        unchanged=number("unchanged"),
        conflicts=number("conflicts"),
        parked=number("parked"),
        left_out=number("left_out"),
        files=number("files"),
        files_waiting=number("files_waiting"),
        by_kind=dict(by_kind) if isinstance(by_kind, dict) else {},
        digest=str(result.get("digest", ""))[:DIGEST_SHOWN],
    )
