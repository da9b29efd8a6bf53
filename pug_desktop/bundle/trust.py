"""Whether a sender is known, and what it may send: the cards decide, never a question to the person at the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class Withdrawal:
    """That an office withdrew a card; `scope` is that of the office, whose word counts strictly inside it.

    `handed_to` is the device that took over in a handover, "" else.
    """

    scope: str
    reason: str
    handed_to: str = ""


@dataclass(frozen=True, slots=True)
class Trusted:
    """Whom this device trusts.

    `root` is the pinned device of the province (None before enrolment), `cards` what we know by device id, our own
    among them, `me` our device id, `revoked` the serials that some list names as withdrawn. `withdrawn` says of such a
    serial by whom: one that it does not name was withdrawn by somebody who may. `listed` are the serials that lists
    name as given, each with the scopes of the offices that say so.
    """

    root: DevicePublic | None
    cards: Mapping[str, Card]
    me: str
    revoked: frozenset[str] = frozenset()
    withdrawn: Mapping[str, tuple[Withdrawal, ...]] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def withdrawal(card: Card, trusted: Trusted) -> Withdrawal | None:
    """By whom the card was withdrawn, None when by nobody who may: its issuer's office or one above that."""
    if card.serial not in trusted.revoked:
        return None
    if (known := trusted.withdrawn.get(card.serial)) is None:
        return Withdrawal("", "")
    scope = card.office.scope
    counting = [each for each in known if _is_above(each.scope, scope)]
    # A handover does not weaken what another office says of the same card.
    return min(counting, key=lambda each: bool(each.handed_to), default=None)


def is_listed(card: Card, trusted: Trusted) -> bool:
    """Whether the list of an office above the card names it as given; whoever else names it says nothing."""
    return any(_is_above(each, card.office.scope) for each in trusted.listed.get(card.serial, ()))


def _is_above(scope: str, other: str) -> bool:
    return scope != other and contains(scope, other)


def sender_withdrawal(sender: Sender, trusted: Trusted) -> Withdrawal | None:
    """By whom the sender's card, or one that it rests on, was withdrawn.

    What a device vouched for before it was handed over holds on, as long as the list of an office above names it.
    """
    below = sender.card
    if (found := withdrawal(below, trusted)) is not None:
        return found
    for above in sender.chain:
        found = withdrawal(above, trusted)
        if found is not None and not (found.handed_to and is_listed(below, trusted)):
            return found
        below = above
    return None


def judge_sender(sender: Sender, trusted: Trusted) -> tuple[Trust, Card]:
    """How the sender is known, and the card that says what it may send.

    A card that leads up to the root wins over one taken in before, since it may be newer.
    """
    if sender.device_id == trusted.me:
        return Trust.OWN, sender.card
    known = trusted.cards.get(sender.device_id)
    if trusted.root is not None and _leads_up(sender, trusted.root):
        withdrawn = sender_withdrawal(sender, trusted) is not None
        return (Trust.REVOKED if withdrawn else Trust.TRUSTED), sender.card
    if known is not None and known.device == sender.card.device:
        return (Trust.REVOKED if withdrawal(known, trusted) is not None else Trust.KNOWN), known
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
