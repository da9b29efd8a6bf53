"""Which evidence goes with a bundle: what the other side lacks, what it asked for first, then the smallest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle import limits
from pug_desktop.storage import peers
from pug_desktop.storage.database import Connection
from pug_desktop.storage.exchange import Peer
from pug_desktop.storage.outgoing import evidence_in, letterhead_logos

FIRST_BYTES = 32 * limits.MIB
"""Evidence beside the records: so little that the records are on the stick within seconds."""

FURTHER_BYTES = limits.GIB
"""Evidence in one further file: FAT32 would take four times that, a person's patience does not."""


@dataclass(frozen=True, slots=True)
class BlobFile:
    """An evidence file: SHA-256, size in bytes, shown name."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Load:
    """The evidence of one send.

    `first` goes beside the records, each of `further` into a file of its own; `later` files follow another time,
    `known` are there already, `missing` are not here either.
    """

    first: tuple[BlobFile, ...]
    further: tuple[tuple[BlobFile, ...], ...]
    later: int
    known: int
    missing: int

    @property
    def now(self) -> tuple[BlobFile, ...]:
        """All that goes."""
        return (*self.first, *(each for part in self.further for each in part))


def wanted(connection: Connection, scope: str) -> list[BlobFile]:
    """Every file that the records of a scope refer to: the pictures of letterheads, then evidence by size."""
    logos = [BlobFile(sha256, 0, "logo") for sha256 in letterhead_logos(connection, scope)]
    named = {each.sha256 for each in logos}
    return [*logos, *(BlobFile(*each) for each in evidence_in(connection, scope) if each[0] not in named)]


def load(ws: Workspace, connection: Connection, peer: Peer, *, room: int | None, full: bool) -> Load:
    """The evidence that goes to a peer.

    Args:
        ws: the profile.
        connection: of the same moment as the records.
        peer: the addressee.
        room: bytes at most; None for no limit.
        full: also what the peer is known to have.
    """
    named = wanted(connection, peer.scope)
    there = set() if full else peers.blobs_of(connection, peer.device_id)
    found = peers.known(connection, peer.device_id)
    asked = set(found.needs) if found else set()
    here = [BlobFile(each.sha256, _size(ws, each), each.name) for each in named if ws.blobs.has(each.sha256)]
    lacking = [each for each in here if each.sha256 not in there]
    # What was asked for goes first; the order among the others is that of `wanted`: the smallest first.
    lacking.sort(key=lambda each: each.sha256 not in asked)
    taken = list(_within(lacking, room))
    first, rest = _beside_the_records(taken)
    return Load(
        first=tuple(first),
        further=tuple(map(tuple, _packed(rest))),
        later=len(lacking) - len(taken),
        known=len(here) - len(lacking),
        missing=len(named) - len(here),
    )


def _size(ws: Workspace, file: BlobFile) -> int:
    return ws.blobs.path(file.sha256).stat().st_size


def _within(files: Iterable[BlobFile], room: int | None) -> Iterable[BlobFile]:
    for each in files:
        if each.size > limits.MAX_PART_BYTES or (room is not None and each.size > room):
            continue
        if room is not None:
            room -= each.size
        yield each


def _beside_the_records(files: Sequence[BlobFile]) -> tuple[list[BlobFile], list[BlobFile]]:
    left = FIRST_BYTES
    for number, each in enumerate(files):
        if each.size > left or number >= limits.MAX_PARTS - 1:
            return list(files[:number]), list(files[number:])
        left -= each.size
    return list(files), []


def _packed(files: Sequence[BlobFile]) -> list[list[BlobFile]]:
    """As few further files as the order allows."""
    made: list[list[BlobFile]] = []
    left = 0
    for each in files:
        if not made or each.size > left or len(made[-1]) >= limits.MAX_PARTS - 1:
            made.append([])
            left = FURTHER_BYTES
        made[-1].append(each)
        left -= each.size
    return made
