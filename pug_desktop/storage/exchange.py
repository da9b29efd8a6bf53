"""One bundle's content between two replicas, apart from its bytes: what is offered to a peer, and how it is taken.

All that makes the exchange heal itself stands here: capture before anything is merged, numbers that count as arrived
only when the other side says so, receipts in every bundle, and the sum by which two replicas find out that they differ.
The design is docs/bundle-format.md, sections "Merge" and "Acknowledgement".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sqlalchemy import Connection

from pug_desktop import errors
from pug_desktop.domain.kinds import KINDS, Level
from pug_desktop.replica.permit import Author, Rights
from pug_desktop.replica.state import Actor, DenseBlock, RecordState
from pug_desktop.storage import bin, held, peers
from pug_desktop.storage.capture import capture
from pug_desktop.storage.incarnation import all_actors, former
from pug_desktop.storage.join import Join, Joined
from pug_desktop.storage.outgoing import Outgoing, Selection, ends, last_change, state_digest
from pug_desktop.storage.peers import Heard
from pug_desktop.storage.split_off import split_off
from pug_desktop.storage.states import read_self

Item = DenseBlock | RecordState

FORMER = 1000
"""Earlier lives that an offer names: more than any device has."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Whom an offer is for: the device, the scope that it may know, the level of the pair, whether it stands below."""

    device_id: str
    scope: str
    level: Level
    down: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a bundle says beside its bytes; `items` can be read once, in the transaction that made the offer.

    `digest` has by kind the number of records in the scope and the sum of their states, once all items were read;
    `sums` is the same of this piece and those before it.
    `receipts` say what the sender has of others, `need_blobs` which evidence it lacks, `former` under which actors it
    wrote in earlier lives. `total` is how many records there are at most, `counts` by kind those that were read so far.
    """

    sender: str
    actor: Actor
    scope: str
    start: int
    upto: int
    full: bool
    bundle_id: str
    items: Iterable[Item]
    digest: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    sums: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    receipts: tuple[Heard, ...] = ()
    need_blobs: tuple[str, ...] = ()
    former: tuple[Actor, ...] = ()
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Taken:
    """What taking an offer did beside joining its records.

    Attributes:
        joined: the records.
        acknowledged: nothing is missing before it.
        diverged: both sides should hold the same and do not: everything will be sent again.
        confirmed: our bundles that it names as taken in.
        copied: writes under our present actor came back that we do not have: we are a copy of ourselves.
        renewed: that was clear before anything was joined, and we write under another actor already.
    """

    joined: Joined
    acknowledged: bool = False
    diverged: bool = False
    confirmed: tuple[str, ...] = ()
    copied: bool = False
    renewed: bool = False


def ranges(connection: Connection, peer: Peer, *, full: bool, limit: int) -> list[tuple[int, int]]:
    """The ranges of changes that a peer must get, each for one bundle of at most `limit` records, in their order.

    Call it after `capture`. The last range ends with the newest number of all, so that it can be acknowledged even when
    nothing in the peer's scope changed.
    """
    me = read_self(connection)
    start = 0 if full else peers.start_for(connection, peer.device_id)
    selection = Selection.of(connection, peer.scope, peer.level, down=peer.down)
    # Every change has a number of its own: so few of them need not be counted.
    between = ends(connection, selection, start, limit) if me.lseq - start > limit else []
    cuts = [start, *between, me.lseq]
    return list(pairwise(cuts))


def offer(
    connection: Connection,
    peer: Peer,
    start: int,
    upto: int,
    *,
    bundle_id: str,
    need_blobs: tuple[str, ...] = (),
    only_evidence: bool = False,
    before: Mapping[str, tuple[int, str]] | None = None,
) -> Offer:
    """What one bundle carries to a peer; in one read transaction, after `capture`.

    Args:
        connection: in a read transaction, which must last as long as the items are read.
        peer: the addressee.
        start: changes after this number go; 0 for all.
        upto: and up to this one.
        bundle_id: the bundle's.
        need_blobs: evidence that we lack.
        only_evidence: no record goes; the bundle only carries files.
        before: the `sums` of the piece before this one, when the first of them began with 0. A change that comes
            between two pieces gets a number behind the last of them, which then is not the last and has no digest.
    """
    me = read_self(connection)
    selection = Selection.of(connection, peer.scope, peer.level, down=peer.down)
    receipt = peers.receipt_for(connection, peer.device_id)
    last = upto >= me.lseq and not only_evidence
    outgoing = Outgoing(connection, selection, start=start, upto=None if last else upto, before=before)
    is_summed = start == 0 or before is not None
    return Offer(
        sender=me.device_id,
        actor=me.actor,
        scope=peer.scope,
        start=start,
        upto=upto,
        full=start == 0 and last,
        bundle_id=bundle_id,
        items=() if only_evidence else _with_held(connection, peer, outgoing, is_last=last),
        # Of the last piece only, which leaves the other side with all that we have; of the only one, as it is read.
        digest={} if not last else outgoing.digest if is_summed else state_digest(connection, selection),
        sums=outgoing.digest,
        receipts=(receipt,) if receipt else (),
        need_blobs=need_blobs,
        former=tuple(sorted(former(connection)))[:FORMER],
        total=0 if only_evidence else upto - start,
        counts=outgoing.counts,
    )


def _with_held(connection: Connection, peer: Peer, outgoing: Outgoing, *, is_last: bool) -> Iterator[Item]:
    """Our records and, on the way up, what is kept aside for the office above; that is no part of the sums."""
    yield from outgoing.items()
    if peer.down or not is_last:
        return
    for state in held.held(connection):
        if state.kind in outgoing.kinds:
            outgoing.counts[state.kind] += 1
            yield state


def take(
    connection: Connection,
    given: Offer,
    rights: Rights,
    *,
    now: int,
    by: str = "",
    check: Callable[[Item], None] = lambda item: None,
    new_actor: Actor = "",
) -> Taken:
    """Take an offer in, in one write transaction: capture, merge, rows, receipts.

    Args:
        connection: in a write transaction; an error must roll it back.
        given: what came.
        rights: what its bearer may carry (`peers.rights_of`).
        now: seconds since 1970, the label of what is captured.
        by: who works here.
        new_actor: what we become when it shows that we are a copy of ourselves (`Taken.copied`; the caller then
            calls `incarnation.renew` with it). Without it such a bundle is refused.
        check: looks at each item before it is joined; what it raises refuses all of it.

    Raises:
        CopiedDevice: it writes under an actor that is another device's, or one write has two values.
    """
    capture(connection, now=now, by=by)
    me = read_self(connection)
    _check_actor(connection, given, rights)
    renewed = False
    if new_actor and (same := peers.rolled_back(connection, me, given.receipts)) is not None:
        # Before anything is merged: under the old names their writes and ours would annihilate each other.
        split_off(connection, new_actor, after=same, at="")
        rights = replace(rights, own={**rights.own, me.actor: None}, current=new_actor)
        me, renewed, new_actor = read_self(connection), True, ""
    compared = _compared(given)
    before = last_change(connection, compared)
    join = Join(connection, rights, new_actor=new_actor)
    for item in _checked(given.items, check):
        if isinstance(item, DenseBlock):
            join.block(item)
        else:
            join.state(item)
    joined = join.finish()
    bin.stamp(connection, now)
    taken = Taken(joined, renewed=renewed)
    me = read_self(connection)
    bearer = Author(rights.scope, rights.role)
    peers.note_author(connection, given.actor, given.sender, bearer)
    if rights.above:
        # What we lost with a restore; from below it could be said of anybody's.
        peers.note_former_author(connection, given.former, given.sender, bearer)
    taken.acknowledged = peers.note_bundle(
        connection,
        me,
        given.sender,
        given.actor,
        given.bundle_id,
        start=given.start,
        upto=given.upto,
        whole=not (joined.left_out or joined.is_clamped),
        former=given.former,
    )
    confirmed: list[str] = []
    for receipt in given.receipts:
        if receipt.device_id == me.device_id:
            taken.copied |= peers.note_receipt(connection, me, given.sender, given.actor, receipt)
            confirmed += receipt.bundles
    taken.confirmed = tuple(confirmed)
    peers.note_needs(connection, given.sender, given.need_blobs)
    taken.diverged = taken.acknowledged and _differs(connection, given, compared, before)
    if taken.diverged:
        peers.ask_full(connection, given.sender)
    taken.copied |= me.actor in join.lost_by
    return taken


def _check_actor(connection: Connection, given: Offer, rights: Rights) -> None:
    """An actor is one device's for ever."""
    if given.actor in all_actors(connection):
        raise errors.CopiedDevice(path="", device=given.sender)
    holder = peers.device_of(connection, given.actor)
    if holder not in (None, given.sender) and not rights.above:
        raise errors.CopiedDevice(path="", device=given.sender)


def _checked(items: Iterable[Item], check: Callable[[Item], None]) -> Iterator[Item]:
    for item in items:
        check(item)
        yield item


def _compared(given: Offer) -> Selection:
    """What the sums of an offer count; of a kind that we do not know, we may hold records that went no further.

    What concerns everybody below does not come back from there: an issuer that lost it would differ for ever.
    """
    kinds = tuple(kind for kind in given.digest if kind in KINDS and not KINDS[kind].down)
    return Selection(given.scope, kinds)


def _differs(connection: Connection, given: Offer, compared: Selection, before: int) -> bool:
    """Whether our records differ from theirs although they have all of ours and we now have all of theirs.

    Only then do the sums say anything: a change that is still under way makes them differ as well. Where nothing was
    here before there is nothing to compare.
    """
    if not before or peers.acked(connection, given.sender, given.actor) < before:
        return False
    ours = state_digest(connection, compared)
    return any(ours[kind] != given.digest[kind] for kind in compared.kinds)
