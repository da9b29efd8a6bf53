"""Daftar Kunci: our own list of key cards, those of others, and withdrawing a card.

A list goes along in every bundle: ours and those from above to who is below, ours to who is above. It is checked again
by whoever takes it in, so that it does not matter who carried it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pug_desktop import errors
from pug_desktop.app.key_log import What, log
from pug_desktop.app.trust import ABOVE, Cards, cards_in, standing
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle import limits
from pug_desktop.bundle.card_list import CardList, Listed, ListRefused, Withdrawn, list_json, read_list, sign_list
from pug_desktop.bundle.cards import Card, card_from_json, card_json
from pug_desktop.bundle.keys import DevicePublic
from pug_desktop.replica.scope import contains
from pug_desktop.storage import journal, key_records
from pug_desktop.storage.database import Connection

Document = dict[str, Any]


class Towards(Protocol):
    """To whom a list goes: `app.send.Addressee`; `relation` is above or below."""

    @property
    def device_id(self) -> str:
        """The device."""

    @property
    def relation(self) -> str:
        """What it is to us."""


# --- ours ---------------------------------------------------------------------------------------------------------


def own_list(ws: Workspace) -> Document | None:
    """Our list as it is signed; None for an office that gives no cards, or that has none itself yet.

    Raises:
        NeedsPassphrase: it must be signed anew and the keys are locked.
    """
    with ws.database.write() as connection:
        made = renew_own(ws, connection)
    return list_json(made) if made else None


def renew_own(
    ws: Workspace,
    connection: Connection,
    *,
    add: Sequence[Listed] = (),
    reason: str = "",
    handed_to: str = "",
    back: CardList | None = None,
) -> CardList | None:
    """Our list within a transaction, with a higher number when what it says has changed.

    Args:
        ws: the profile, with its keys.
        connection: in a write transaction.
        add: cards that are withdrawn now.
        reason: why.
        handed_to: the device that takes over from them.
        back: a list of ours that came back: what it says holds, and the next number lies above its own.
    """
    kept = cards_in(connection)
    if kept.own is None or ws.profile.role == "opd":
        return None
    stored = key_records.lists(connection)
    before = _read(stored.get(ws.profile.device_id), kept)
    ours = [each for each in (before, back) if each is not None]
    number = max((each.number for each in ours), default=0) + 1
    withdrawn: dict[str, Withdrawn] = {}
    told = [each for document in stored.values() for each in _of_our_office(document, kept)]
    for each in (*told, *(back.revoked if back is not None else ())):
        # A handover does not weaken another withdrawal of the same card.
        if each.serial not in withdrawn or (withdrawn[each.serial].handed_to and not each.handed_to):
            withdrawn[each.serial] = each
    now = ws.clock().isoformat()
    for gone in add:
        entry = Withdrawn(gone.serial, gone.device_id, reason, now, number, handed_to)
        known = withdrawn.setdefault(gone.serial, entry)
        if known.handed_to == gone.device_id and not handed_to:
            # It had got another card for the same key, and now the key itself is not trusted any more.
            withdrawn[gone.serial] = entry
    # A card that we gave stays given, also when a backup was put back that does not know of it.
    given = [*map(_listed, (*kept.below, *kept.withdrawn)), *(card for each in ours for card in each.cards)]
    listed = dict.fromkeys(card for card in given if card.serial not in withdrawn)
    made = CardList(kept.own, kept.above, number, tuple(listed), tuple(withdrawn.values()))
    if before is not None and _says(before) == _says(made) and (back is None or _is_no_news(back, before)):
        return before
    made = sign_list(made, ws.keys)
    key_records.take_list(connection, list_json(made))
    return made


def _says(made: CardList) -> tuple[object, ...]:
    return made.cards, made.revoked, made.card


def _is_no_news(back: CardList, before: CardList) -> bool:
    """Others that have it would take ours: its number is lower, or it is ours."""
    return back.number < before.number or (back.number == before.number and _says(back) == _says(before))


def _read(document: Document | None, kept: Cards) -> CardList | None:
    if document is None or kept.root is None:
        return None
    try:
        return read_list(document, kept.root.device)
    except ListRefused:
        return None


def _of_our_office(document: Document, kept: Cards) -> tuple[Withdrawn, ...]:
    """What the list withdrew when it is one of our own office, also that of the device before a handover."""
    found = _read(document, kept)
    same = found is not None and kept.own is not None and found.card.office.office_id == kept.own.office.office_id
    return found.revoked if found is not None and same else ()


def _listed(card: Card) -> Listed:
    return Listed(card.serial, card.device.device_id, card.office.scope, card.office.role)


def check_below(ws: Workspace, device_id: str) -> None:
    """Whether there is a card of that device to be withdrawn, for asking before it is done.

    Raises:
        UnknownName: no device below has this id.
        NotEnrolled
    """
    with ws.database.read() as connection:
        _cards_of(ws, connection, cards_in(connection), device_id)


def revoke(ws: Workspace, device_id: str, reason: str) -> int:
    """Withdraw the card of a device below; it cannot be undone, only a new card can be given.

    Returns:
        The number of our list that says so.

    Raises:
        UnknownName: no device below has this id.
        WrongValue: the reason is empty or too long.
        NotEnrolled, NeedsPassphrase
    """
    reason = " ".join(reason.split())
    if not reason or len(reason.encode("utf-8")) > limits.MAX_NAME_BYTES:
        raise errors.WrongValue(field="reason", value=reason[:40], expected=f"1..{limits.MAX_NAME_BYTES} B")
    with ws.database.write() as connection:
        kept = cards_in(connection)
        found = _cards_of(ws, connection, kept, device_id)
        office = next((card.office.name for card in kept.below if card.device.device_id == device_id), "")
        made = renew_own(ws, connection, add=found, reason=reason)
        assert made is not None  # who has devices below gives cards
        log(ws, connection, What.WITHDRAWN, device_id, office=office, reason=reason, list=made.number)
    return made.number


def _cards_of(ws: Workspace, connection: Connection, kept: Cards, device_id: str) -> list[Listed]:
    if kept.own is None:
        raise errors.NotEnrolled(role=ws.profile.role)
    found = _below(connection, kept, device_id)
    if not found:
        known = ", ".join(f"{card.office.name} ({card.device.device_id})" for card in kept.below)
        raise errors.UnknownName(what="device", name=device_id, known=known)
    return found


def _below(connection: Connection, kept: Cards, device_id: str) -> list[Listed]:
    """The cards of that device that we may withdraw: those we gave, and those that an office below us gave."""
    given = [_listed(card) for card in (*kept.below, *kept.withdrawn) if card.device.device_id == device_id]
    scope = kept.own.office.scope if kept.own else ""
    for document in key_records.lists(connection).values():
        found = _read(document, kept)
        if found is not None and _is_below(scope, found.scope):
            given += [each for each in found.cards if each.device_id == device_id and _is_below(scope, each.scope)]
        elif found is not None and kept.own is not None and found.card.device == kept.own.device:
            given += [each for each in found.cards if each.device_id == device_id]
            # Cards in whose place the same key got another one.
            again = [each for each in found.revoked if each.device_id == each.handed_to == device_id]
            given += [Listed(each.serial, device_id, "", "") for each in again]
    return list({each.serial: each for each in given}.values())


def _is_below(scope: str, other: str) -> bool:
    return scope != other and contains(scope, other)


def numbers(ws: Workspace) -> dict[str, int]:
    """The number of the newest list of each office, ours among them, by the office's name."""
    with ws.database.read() as connection:
        stored = key_records.lists(connection)
    by_name = [(card_from_json(each["card"]).office.name, int(each["number"])) for each in stored.values()]
    return {name: max(number for other, number in by_name if other == name) for name, _number in by_name}


# --- those of others ----------------------------------------------------------------------------------------------


def lists_for(ws: Workspace, addressee: Towards) -> tuple[Document, ...]:
    """What goes along in a bundle: ours; downwards those from above, upwards those from below.

    Who lost its own list with its computer gets it back, also on a new computer with another key.
    """
    with ws.database.write() as connection:
        own = renew_own(ws, connection)
        kept, stored = cards_in(connection), key_records.lists(connection)
    mine = ws.profile.scope
    partners = (*((kept.superior,) if kept.superior else ()), *kept.above, *kept.below)
    office = next((card.office for card in partners if card.device.device_id == addressee.device_id), None)
    theirs, onwards = [], []
    for document in stored.values():
        found = _read(document, kept)
        if found is None or found.issuer == ws.profile.device_id:
            continue
        if office is not None and (found.card.office.office_id, found.card.office.role) == (
            office.office_id,
            office.role,
        ):
            theirs.append(document)
        elif _is_below(found.scope, mine) if addressee.relation == "below" else _is_below(mine, found.scope):
            onwards.append(document)
    return tuple([*([list_json(own)] if own else []), *theirs, *onwards][: limits.MAX_LISTS])


def take_lists(
    ws: Workspace, connection: Connection, lists: Sequence[Mapping[str, Any]], sender_card: Card | None = None
) -> int:
    """Take in the lists of a manifest within the transaction of its import; returns how many were new.

    Never raises for what a list says: one that is not as it must be changes nothing and is logged.

    Args:
        ws: the profile.
        connection: in a write transaction.
        lists: as they stand in the manifest.
        sender_card: of who brought them; it may have taken over from the device that gave us our card.
    """
    kept = cards_in(connection)
    if kept.root is None:
        return 0
    root = kept.root.device
    taken = 0
    for document in lists[: limits.MAX_LISTS]:
        try:
            found = read_list(document, root)
            _check_for_us(ws, found, kept, sender_card)
        except ListRefused as refused:
            issuer = document.get("issuer") if isinstance(document, Mapping) else None
            log(ws, connection, What.LIST_REFUSED, str(issuer or "")[:80], problem=str(refused)[:80])
            continue
        if _take(ws, connection, found):
            log(ws, connection, What.LIST_TAKEN, found.issuer, office=found.card.office.name, list=found.number)
            taken += 1
    if sender_card is not None:
        _follow(ws, connection, sender_card, root)
    return taken


def _take(ws: Workspace, connection: Connection, found: CardList) -> bool:
    if found.issuer != ws.profile.device_id:
        return key_records.take_list(connection, list_json(found))
    # What a backup does not know of comes back from those who were told; it never takes the place of ours.
    before = key_records.lists(connection).get(found.issuer)
    if not ws.has_keys:
        return False
    made = renew_own(ws, connection, back=found)
    return made is not None and (before is None or made.number > before["number"])


def _check_for_us(ws: Workspace, found: CardList, kept: Cards, bearer: Card | None) -> None:
    """Only lists of offices that give cards, above us or below us, of a device whose own card holds."""
    mine = ws.profile.scope
    if found.card.office.role == "opd" or not (contains(found.scope, mine) or contains(mine, found.scope)):
        raise ListRefused("scope")
    if any(kept.standing.of(card) is not None for card in (found.card, *found.chain)) and not (
        _handed(found, kept) or _is_ours_from_above(found, kept, bearer)
    ):
        raise ListRefused("withdrawn")


def _handed(found: CardList, kept: Cards) -> bool:
    """Whether only a card above was handed over, which takes nothing from what it had vouched for."""
    gone = [kept.standing.of(card) for card in found.chain]
    return (
        kept.standing.of(found.card) is None
        and kept.standing.lists(found.card)
        and all(each is None or each.handed_to for each in gone)
    )


def _is_ours_from_above(found: CardList, kept: Cards, bearer: Card | None) -> bool:
    """What a former device of our office withdrew, as the office above knew it: it takes nothing of a lost device."""
    own = kept.own
    return (
        own is not None
        and bearer is not None
        and (found.card.office.office_id, found.card.office.role) == (own.office.office_id, own.office.role)
        and _is_below(bearer.office.scope, own.office.scope)
    )


def _follow(ws: Workspace, connection: Connection, sender: Card, root: DevicePublic) -> None:
    """Keep the card of the device that took over from one above us: bundles go to it from now on."""
    now_known = standing(connection)
    if sender.device == root or now_known.of(sender) is not None:
        return
    for card in cards_in(connection).above:
        gone = now_known.of(card)
        same = card.office.office_id == sender.office.office_id and card.office.role == sender.office.role
        if gone is not None and gone.handed_to == sender.device.device_id and same:
            now = ws.clock().isoformat()
            journal.keep_card(connection, sender.device.device_id, ABOVE, card_json(sender), now)
            return


def revoked(source: Workspace | Connection) -> frozenset[str]:
    """The serials that the lists withdraw; whose word counts for which card, `bundle.trust.withdrawal` says."""
    if isinstance(source, Workspace):
        with source.database.read() as connection:
            return standing(connection).revoked
    return standing(source).revoked


def size_of(document: Document) -> int:
    """Bytes of a list, for the small files that carry one."""
    return len(json.dumps(document))
