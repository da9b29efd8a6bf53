"""Whether a sender is known, and what it may send: the cards decide, never a question to the person at the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pug_desktop import errors
from pug_desktop.bundle.cards import Card, verify_chain
from pug_desktop.bundle.keys import DevicePublic
from pug_desktop.bundle.manifest import Sender
from pug_desktop.replica.scope import contains


class Trust(StrEnum):
    """How a sender is known."""

    TRUSTED = "trusted"
    """Its card leads up to our province's device."""
    KNOWN = "known"
    """Its card was taken in before."""
    OWN = "own"
    UNKNOWN = "unknown"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Trusted:
    """Whom this device trusts.

    `root` is the pinned device of the province (None before enrolment), `cards` what we know by device id, our own
    among them, `me` our device id, `revoked` the serials of withdrawn cards.
    """

    root: DevicePublic | None
    cards: Mapping[str, Card]
    me: str
    revoked: frozenset[str] = frozenset()


def judge_sender(sender: Sender, trusted: Trusted) -> tuple[Trust, Card]:
    """How the sender is known, and the card that says what it may send.

    A card that leads up to the root wins over one taken in before, since it may be newer.
    """
    if sender.device_id == trusted.me:
        return Trust.OWN, sender.card
    known = trusted.cards.get(sender.device_id)
    if trusted.root is not None and _leads_up(sender, trusted.root):
        if {card.serial for card in (sender.card, *sender.chain)} & trusted.revoked:
            return Trust.REVOKED, sender.card
        return Trust.TRUSTED, sender.card
    if known is not None and known.device == sender.card.device:
        return (Trust.REVOKED if known.serial in trusted.revoked else Trust.KNOWN), known
    return Trust.UNKNOWN, sender.card


def _leads_up(sender: Sender, root: DevicePublic) -> bool:
    try:
        verify_chain(sender.card, sender.chain, root)
    except errors.KeyFileError:
        return False
    return True


def scope_problem(path: Path, scope: str, card: Card, trusted: Trusted) -> errors.OutsideScope | None:
    """What is wrong with the scope of a bundle, None when nothing is.

    From below or beside, the scope lies inside the sender's card; from above it may also be wider than the card, as
    long as ours lies in it. In each case it concerns us: it lies inside ours, or ours inside it.
    """
    mine = trusted.cards.get(trusted.me)
    ours = mine.office.scope if mine is not None else None
    allowed = card.office.scope
    if not contains(allowed, scope):
        from_above = card.device.device_id in _above(trusted) and ours is not None and contains(scope, ours)
        return None if from_above else errors.OutsideScope(path=path, scope=scope, allowed=allowed)
    if ours is not None and not contains(ours, scope) and not contains(scope, ours):
        return errors.OutsideScope(path=path, scope=scope, allowed=ours)
    return None


def _above(trusted: Trusted) -> frozenset[str]:
    """The devices that vouch for ours, up to the root."""
    found = {trusted.root.device_id} if trusted.root is not None else set()
    card = trusted.cards.get(trusted.me)
    while card is not None and card.issuer not in found and card.issuer != card.device.device_id:
        found.add(card.issuer)
        card = trusted.cards.get(card.issuer)
    return frozenset(found - {trusted.me})
