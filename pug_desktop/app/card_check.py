"""Whether the key cards that a profile keeps still hold: each is followed up to the device of the province."""

from collections.abc import Iterator, Mapping

from pug_desktop import errors
from pug_desktop.app.findings import Finding, finding
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle import limits
from pug_desktop.bundle.cards import Card, CardNewer, CardRefused, card_from_json, verify_chain
from pug_desktop.storage import journal


def card_findings(ws: Workspace) -> tuple[bool, int, list[Finding]]:
    """Whether this profile has a card, how many other devices it trusts, and what is wrong with the cards."""
    with ws.database.read() as connection:
        kept = journal.cards(connection)
    cards: dict[str, Card] = {}
    found = []
    for device_id, _relation, document in kept:
        try:
            cards[device_id] = card_from_json(document)
        except (CardRefused, CardNewer):
            found.append(finding("card", device_id))
    own = next((cards.get(device_id) for device_id, relation, _ in kept if relation == "own"), None)
    if own is not None and own.device.device_id != ws.profile.device_id:
        found.append(finding("card_other", own.office.name))
    found.extend(finding("card", card.office.name) for card in cards.values() if not _leads_up(card, cards))
    enrolled = any(relation == "own" for _, relation, _ in kept)
    return enrolled, len(kept) - enrolled, found


def _leads_up(card: Card, cards: Mapping[str, Card]) -> bool:
    chain = list(_above(card, cards))
    try:
        verify_chain(card, chain, (chain or [card])[-1].device)
    except errors.KeyFileError:
        return False
    return True


def _above(card: Card, cards: Mapping[str, Card]) -> Iterator[Card]:
    """The cards above, nearest first, as far as they are kept."""
    for _ in range(limits.MAX_CHAIN):
        if card.issuer == card.device.device_id or card.issuer not in cards:
            return
        card = cards[card.issuer]
        yield card
