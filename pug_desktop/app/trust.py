"""Whom this profile trusts: its own key card, those above it up to the province, and those it gave below."""

from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import Card, card_from_json
from pug_desktop.bundle.trust import Trusted
from pug_desktop.storage import journal


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a profile: `above` from the issuer to the province."""

    own: Card | None
    above: tuple[Card, ...]
    below: tuple[Card, ...]

    @property
    def root(self) -> Card | None:
        """The province's card; None before enrolment."""
        return self.above[-1] if self.above else self.own


def cards(ws: Workspace) -> Cards:
    """The cards that this profile keeps."""
    with ws.database.read() as connection:
        kept = [(relation, card_from_json(card)) for _device, relation, card in journal.cards(connection)]
    own = next((card for relation, card in kept if relation == "own"), None)
    by_device = {card.device.device_id: card for relation, card in kept if relation == "above"}
    above: list[Card] = []
    issuer = own.issuer if own else ""
    while (card := by_device.pop(issuer, None)) is not None:
        above.append(card)
        issuer = card.issuer
    return Cards(own, tuple(above), tuple(card for relation, card in kept if relation == "below"))


def own_card(ws: Workspace) -> Card:
    """The profile's own card; NotEnrolled when it has none yet."""
    own = cards(ws).own
    if own is None:
        raise errors.NotEnrolled(role=ws.profile.role)
    return own


def trusted(ws: Workspace) -> Trusted:
    """What a bundle's sender is checked against."""
    kept = cards(ws)
    known = (*((kept.own,) if kept.own else ()), *kept.above, *kept.below)
    return Trusted(
        root=kept.root.device if kept.root else None,
        cards={card.device.device_id: card for card in known},
        me=ws.profile.device_id,
        revoked=frozenset(),
    )
