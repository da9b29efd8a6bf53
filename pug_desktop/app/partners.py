"""Whom a profile exchanges with, and what stands between them: what went out, what arrived, what waits."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app.trust import cards, own_card
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import Card
from pug_desktop.domain.kinds import Level
from pug_desktop.storage import journal, peers
from pug_desktop.storage.database import Connection
from pug_desktop.storage.exchange import Peer
from pug_desktop.storage.journal import SentOut, TakenIn
from pug_desktop.storage.outgoing import Selection, changed_since, evidence_in

PROVINCE = "provinsi"


@dataclass(frozen=True, slots=True)
class Addressee:
    """A device that a bundle can go to; `relation` is above or below."""

    device_id: str
    office_name: str
    role: str
    scope: str
    relation: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What has gone to an office and come from it, as far as this profile knows.

    `confirmed_seq` is the newest of our bundles that the office says it took in, `unconfirmed` counts those after it,
    `waiting_changes` the records that changed here and are not known to be there. `missing_seqs` are bundles of theirs
    that a later one names and that never came: what they held is in the later ones.
    """

    addressee: Addressee
    last_sent_at: str | None
    last_sent_seq: int
    confirmed_at: str | None
    confirmed_seq: int
    unconfirmed: int
    waiting_changes: int
    last_received_at: str | None
    last_received_seq: int
    missing_seqs: tuple[int, ...]
    evidence_waiting: int


def addressees(ws: Workspace) -> tuple[Addressee, ...]:
    """Who can be sent to: the office above, then those below by name."""
    kept = cards(ws)
    above = [_addressee(kept.superior, "above")] if kept.superior else []
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


def peer_of(ws: Workspace, addressee: Addressee) -> Peer:
    """What the addressee may know: our scope upwards, its own downwards; contacts of persons stay in the district."""
    down = addressee.relation == "below"
    level = Level.PROVINCE if PROVINCE in (ws.profile.role, addressee.role) else Level.REGENCY
    return Peer(addressee.device_id, addressee.scope if down else ws.profile.scope, level, down)


def standing(ws: Workspace) -> tuple[Standing, ...]:
    """Each office that this profile exchanges with; what was typed since the last exchange is not counted yet."""
    known = addressees(ws)
    with ws.database.read() as connection:
        sent, taken = journal.all_sent(connection), journal.all_taken(connection)
        return tuple(_standing(ws, connection, each, sent, taken) for each in known)


def _standing(
    ws: Workspace,
    connection: Connection,
    addressee: Addressee,
    sent: Sequence[SentOut],
    taken: Sequence[TakenIn],
) -> Standing:
    device, peer = addressee.device_id, peer_of(ws, addressee)
    went = [each for each in sent if each.addressee == device and each.state in ("dikirim", "diterima")]
    came = [each for each in taken if each.sender == device]
    confirmed = [each for each in went if each.confirmed_at]
    newest = max((each.seq for each in confirmed), default=0)
    selection = Selection.of(connection, peer.scope, peer.level, down=peer.down)
    there = peers.blobs_of(connection, device)
    wanted = [sha256 for sha256, _size, _name in evidence_in(connection, peer.scope)]
    return Standing(
        addressee=addressee,
        last_sent_at=went[0].made_at if went else None,
        last_sent_seq=went[0].seq if went else 0,
        confirmed_at=confirmed[0].confirmed_at if confirmed else None,
        confirmed_seq=newest,
        unconfirmed=sum(each.seq > newest for each in went),
        waiting_changes=changed_since(connection, selection, _arrived(connection, device)),
        last_received_at=came[0].taken_at if came else None,
        last_received_seq=max((each.seq for each in came), default=0),
        missing_seqs=_missing(came),
        evidence_waiting=sum(ws.blobs.has(each) and each not in there for each in wanted),
    )


def _arrived(connection: Connection, device_id: str) -> int:
    found = peers.known(connection, device_id)
    return found.acked if found else 0


def _missing(came: Sequence[TakenIn]) -> tuple[int, ...]:
    """Bundles that a later one of the same office names as its forerunner, and whose content never came."""
    here = {each.seq for each in came}
    results = {each.seq: json.loads(each.result) for each in came}
    named = {int(result.get("previous", 0)) for result in results.values()}
    # What came without a gap after it holds all that was in it.
    whole = max((seq for seq, result in results.items() if result.get("acknowledged", True)), default=0)
    return tuple(sorted(each for each in named - here if each > whole))
