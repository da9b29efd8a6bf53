"""Whom this profile trusts: its own key card, those above it up to the province, and those it gave below."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pug_desktop import errors
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import Card, card_from_json
from pug_desktop.bundle.trust import Trusted, Withdrawal, is_listed, withdrawal
from pug_desktop.storage import journal, key_records
from pug_desktop.storage.database import Connection

OWN, ABOVE, BELOW, FORMER = "own", "above", "below", "former"
"""What a kept card is to us; `former` is our own office's before a handover."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the kept lists of key cards say: withdrawn serials and serials that were given, and by whom."""

    revoked: frozenset[str] = frozenset()
    withdrawn: Mapping[str, tuple[Withdrawal, ...]] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, card: Card) -> Withdrawal | None:
        """By whom the card was withdrawn, None when by nobody who may."""
        return withdrawal(card, self._trusted())

    def lists(self, card: Card) -> bool:
        """Whether an office above the card says that it was given."""
        return is_listed(card, self._trusted())

    def _trusted(self) -> Trusted:
        return Trusted(None, {}, "", self.revoked, self.withdrawn, self.listed)


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a profile: `above` from the issuer to the province, `below` those that hold.

    `withdrawn` are cards below that do not hold any more, `superior` is the device of the office above that bundles
    go to: the issuer, or who took over from it.
    """

    own: Card | None
    above: tuple[Card, ...]
    below: tuple[Card, ...]
    withdrawn: tuple[Card, ...] = ()
    former: tuple[Card, ...] = ()
    superior: Card | None = None
    standing: Standing = field(default_factory=Standing)

    @property
    def root(self) -> Card | None:
        """The province's card; None before enrolment."""
        return self.above[-1] if self.above else self.own


def cards(ws: Workspace) -> Cards:
    """The cards that this profile keeps."""
    with ws.database.read() as connection:
        return cards_in(connection)


def cards_in(connection: Connection) -> Cards:
    """The cards within a transaction."""
    kept = [(relation, card_from_json(card)) for _device, relation, card in journal.cards(connection)]
    found = standing(connection)
    own = next((card for relation, card in kept if relation == OWN), None)
    higher = {card.device.device_id: card for relation, card in kept if relation == ABOVE}
    above: list[Card] = []
    issuer = own.issuer if own else ""
    while (card := higher.get(issuer)) is not None and card not in above:
        above.append(card)
        issuer = card.issuer
    below = [card for relation, card in kept if relation == BELOW]
    return Cards(
        own,
        tuple(above),
        tuple(card for card in below if found.of(card) is None),
        tuple(card for card in below if found.of(card) is not None),
        tuple(card for relation, card in kept if relation == FORMER),
        _superior(above, higher, found),
        found,
    )


def _superior(above: list[Card], higher: Mapping[str, Card], found: Standing) -> Card | None:
    card, seen = (above[0] if above else None), set[str]()
    while card is not None and card.serial not in seen:
        seen.add(card.serial)
        gone = found.of(card)
        successor = higher.get(gone.handed_to) if gone else None
        if successor is None:
            break
        card = successor
    return card


def standing(connection: Connection) -> Standing:
    """What the lists say that were taken in, and our own; each was checked before it was kept."""
    withdrawn: dict[str, list[Withdrawal]] = defaultdict(list)
    listed: dict[str, list[str]] = defaultdict(list)
    for document in key_records.lists(connection).values():
        scope = card_from_json(document["card"]).office.scope
        for each in document["revoked"]:
            withdrawn[each["serial"]].append(Withdrawal(scope, each["reason"], each.get("handed_to", "")))
        for each in document["cards"]:
            listed[each["serial"]].append(scope)
    return Standing(
        frozenset(withdrawn),
        {serial: tuple(each) for serial, each in withdrawn.items()},
        {serial: tuple(each) for serial, each in listed.items()},
    )


def own_card(ws: Workspace) -> Card:
    """The profile's own card; NotEnrolled when it has none yet."""
    own = cards(ws).own
    if own is None:
        raise errors.NotEnrolled(role=ws.profile.role)
    return own


def trusted(ws: Workspace) -> Trusted:
    """What a bundle's sender is checked against."""
    with ws.database.read() as connection:
        kept = cards_in(connection)
        known = {device: card_from_json(card) for device, _relation, card in journal.cards(connection)}
    return Trusted(
        root=kept.root.device if kept.root else None,
        cards=known,
        me=ws.profile.device_id,
        revoked=kept.standing.revoked,
        withdrawn=kept.standing.withdrawn,
        listed=kept.standing.listed,
    )
