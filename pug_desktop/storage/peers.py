"""What each other device has of us and we of it, by incarnation: contiguous, never sinking, told by the other side.

A number counts as arrived when the other side says so, never because it was sent. What a device says holds for the
incarnation that says it: one that was restored from a backup says less, and gets more.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pug_desktop.replica.permit import Author, Rights
from pug_desktop.replica.state import Actor
from pug_desktop.storage.incarnation import former
from pug_desktop.storage.states import Self, read_self

REMEMBERED = 100
"""Bundles of one device that its next receipt names; a receipt that gets lost is followed by others."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A receipt: of `device_id` in the incarnation `actor` all changes up to `upto` are here, and these bundles."""

    device_id: str
    actor: Actor
    upto: int
    bundles: tuple[str, ...] = ()
    need_full: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one other device.

    `actor` is what it lives under, `acked` our `lseq` up to which that one and the one heard last (late bundles of a
    former life may mislead us about which lives) have everything of ours, `needs` the evidence that it asked for.
    """

    device_id: str
    actor: Actor
    acked: int
    need_full: bool
    ask_full: bool
    needs: tuple[str, ...]
    bundles: tuple[str, ...]


def known(connection: Connection, device_id: str) -> Known | None:
    """What is known of a device; None when nothing of it was ever taken in."""
    row = connection.exec_driver_sql(
        "SELECT p.actor, min(coalesce(a.upto, 0), coalesce(l.upto, 0)), p.need_full, p.ask_full, p.needs, p.bundles "
        "FROM sync_peer AS p LEFT JOIN sync_acked AS a ON a.peer = p.device_id AND a.actor = p.actor "
        "LEFT JOIN sync_acked AS l ON l.peer = p.device_id AND l.actor = p.latest WHERE p.device_id = ?",
        (device_id,),
    ).one_or_none()
    if row is None:
        return None
    actor, acked, need_full, ask_full, needs, bundles = row
    return Known(
        device_id,
        actor,
        acked,
        bool(need_full),
        bool(ask_full),
        tuple(json.loads(needs)),
        tuple(bundle_id for life, bundle_id in json.loads(bundles) if life == actor),
    )


def start_for(connection: Connection, device_id: str) -> int:
    """Our `lseq` after which changes are new to a device; 0 when it must get everything."""
    found = known(connection, device_id)
    if found is None or found.need_full or found.ask_full:
        return 0
    return found.acked


def receipt_for(connection: Connection, device_id: str) -> Heard | None:
    """What we say that we have of a device; None when nothing."""
    found = known(connection, device_id)
    if found is None:
        return None
    upto = heard(connection, device_id, found.actor)
    return Heard(device_id, found.actor, upto, found.bundles, found.ask_full)


def heard(connection: Connection, device_id: str, actor: Actor) -> int:
    """Up to which of its numbers we have everything of that incarnation."""
    return _number(connection, "sync_heard", device_id, actor)


def acked(connection: Connection, device_id: str, actor: Actor) -> int:
    """Up to which of our numbers that incarnation says it has everything."""
    return _number(connection, "sync_acked", device_id, actor)


def _number(connection: Connection, table: str, device_id: str, actor: Actor) -> int:
    found = connection.exec_driver_sql(
        f"SELECT upto FROM {table} WHERE peer = ? AND actor = ?", (device_id, actor)
    ).scalar_one_or_none()
    return int(found or 0)


def note_bundle(
    connection: Connection,
    me: Self,
    device_id: str,
    actor: Actor,
    bundle_id: str,
    *,
    start: int,
    upto: int,
    whole: bool = True,
    former: Iterable[Actor] = (),
) -> bool:
    """A bundle was taken in; whether it can be acknowledged.

    The data of a bundle behind a gap are merged all the same; they are only not acknowledged. A sender starts from what
    we said that we have, so that a gap means that we lost something: then we ask for everything. Nor is a bundle
    acknowledged of which something was left out (`whole` False): it must come again when we may take it.
    """
    before = heard(connection, device_id, actor)
    contiguous = start <= before and whole
    _meet(connection, me, device_id, actor)
    for life in former:
        # Known before any late bundle of it comes, which must not pass for the life that the device lives now.
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO sync_heard (peer, actor, upto, number) VALUES (?, ?, 0, -1)", (device_id, life)
        )
    found = known(connection, device_id)
    if found and found.actor != actor and not _appeared(connection, device_id, actor):
        connection.exec_driver_sql(
            "UPDATE sync_peer SET actor = ?, since = ? WHERE device_id = ?", (actor, me.lseq, device_id)
        )
    connection.exec_driver_sql(
        "INSERT INTO sync_heard (peer, actor, upto, number) "
        "VALUES (?, ?, ?, (SELECT count(*) FROM sync_heard WHERE peer = ?)) "
        "ON CONFLICT (peer, actor) DO UPDATE SET upto = excluded.upto",
        (device_id, actor, max(before, upto) if contiguous else before, device_id),
    )
    bundles = [*_remembered(connection, device_id), [actor, bundle_id]][-REMEMBERED:]
    # All of theirs is here now: there is nothing more to ask for.
    asked = ", ask_full = 0" if start == 0 and upto and whole else ", ask_full = 1" if start > before else ""
    connection.exec_driver_sql(
        f"UPDATE sync_peer SET bundles = ?, latest = ?{asked} WHERE device_id = ?",
        (json.dumps(bundles), actor, device_id),
    )
    return contiguous


def _remembered(connection: Connection, device_id: str) -> list[list[str]]:
    """The bundles of a device that were taken in lately, each with the life in which it was made."""
    found = connection.exec_driver_sql("SELECT bundles FROM sync_peer WHERE device_id = ?", (device_id,)).scalar_one()
    return list(json.loads(found))


def _meet(connection: Connection, me: Self, device_id: str, actor: Actor) -> None:
    """A device is heard of for the first time."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_peer (device_id, actor, latest, since, need_full, ask_full, needs, bundles) "
        "VALUES (?, ?, ?, ?, 0, 0, '[]', '[]')",
        (device_id, actor, actor, me.lseq),
    )


def _appeared(connection: Connection, device_id: str, actor: Actor) -> bool:
    return (
        connection.exec_driver_sql(
            "SELECT 1 FROM sync_heard WHERE peer = ? AND actor = ?", (device_id, actor)
        ).one_or_none()
        is not None
    )


def note_receipt(connection: Connection, me: Self, device_id: str, actor: Actor, receipt: Heard) -> bool:
    """Another device, in the incarnation `actor`, says what it has of ours.

    Returns:
        Whether it has something of our present life that we do not know of: a number that we never gave, a bundle that
        we never made. Then an older state of us was put back unnoticed (or the other side lies, which costs us only a
        new actor); such a receipt changes nothing.
    """
    _meet(connection, me, device_id, actor)
    connection.exec_driver_sql(
        "UPDATE sync_peer SET need_full = ? WHERE device_id = ? AND actor = ?", (receipt.need_full, device_id, actor)
    )
    if receipt.device_id != me.device_id or receipt.actor != me.actor:
        return False
    if receipt.upto > me.lseq or not _are_ours(connection, receipt.bundles):
        return True
    connection.exec_driver_sql(
        "INSERT INTO sync_acked (peer, actor, upto) VALUES (?, ?, ?) "
        "ON CONFLICT (peer, actor) DO UPDATE SET upto = max(upto, excluded.upto)",
        (device_id, actor, receipt.upto),
    )
    # It names something of ours that was not there yet when another incarnation appeared: this one lives.
    connection.exec_driver_sql(
        "UPDATE sync_peer SET actor = ?, since = ? WHERE device_id = ? AND actor <> ? AND since < ?",
        (actor, me.lseq, device_id, actor, receipt.upto),
    )
    return False


def _are_ours(connection: Connection, bundles: Sequence[str]) -> bool:
    return all(_made(connection, each) is not None for each in bundles)


def _made(connection: Connection, bundle_id: str) -> int | None:
    """The largest n when we made a bundle; None when we never did."""
    found = connection.exec_driver_sql("SELECT result FROM sync_export WHERE bundle_id = ?", (bundle_id,)).first()
    return int(json.loads(found[0]).get("n", 0)) if found else None


def rolled_back(connection: Connection, me: Self, receipts: Iterable[Heard]) -> int | None:
    """Whether a receipt knows of something that our present life wrote and we do not.

    Returns:
        None when all is well; else the largest n of ours up to which both sides surely mean the same writes.
    """
    for receipt in receipts:
        if receipt.device_id == me.device_id and receipt.actor == me.actor:
            made = [_made(connection, each) for each in receipt.bundles]
            if receipt.upto > me.lseq or None in made:
                return max((n for n in made if n is not None), default=0)
    return None


def ask_full(connection: Connection, device_id: str) -> None:
    """Ours and theirs differ although they should not: both send everything next time."""
    connection.exec_driver_sql("UPDATE sync_peer SET ask_full = 1 WHERE device_id = ?", (device_id,))


def note_needs(connection: Connection, device_id: str, needs: Sequence[str]) -> None:
    """The evidence that a device asks for: it lacks it, whatever was thought before."""
    connection.exec_driver_sql(
        "UPDATE sync_peer SET needs = ? WHERE device_id = ?", (json.dumps(sorted(needs)), device_id)
    )
    for sha256 in needs:
        connection.exec_driver_sql("DELETE FROM sync_blob WHERE peer = ? AND sha256 = ?", (device_id, sha256))


def note_blobs(connection: Connection, device_id: str, actor: Actor, blobs: Iterable[str]) -> None:
    """An incarnation of a device has these evidence files."""
    rows = [(device_id, actor, sha256) for sha256 in blobs]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO sync_blob (peer, actor, sha256) VALUES (?, ?, ?)", rows)


def blobs_of(connection: Connection, device_id: str) -> set[str]:
    """The evidence files that a device is known to have, in the life that it lives."""
    rows = connection.exec_driver_sql(
        "SELECT b.sha256 FROM sync_blob AS b JOIN sync_peer AS p ON p.device_id = b.peer "
        "WHERE b.peer = ? AND b.actor IN (p.actor, p.latest) "
        "GROUP BY b.sha256 HAVING count(*) = CASE WHEN max(p.actor) = max(p.latest) THEN 1 ELSE 2 END",
        (device_id,),
    )
    return {row[0] for row in rows}


# --- authors ------------------------------------------------------------------------------------------------------


def rights_of(connection: Connection, *, above: bool, scope: str, role: str) -> Rights:
    """What a bearer may carry, given its card and what is known of the authors."""
    return Rights(
        above=above,
        scope=scope,
        role=role,
        current=read_self(connection).actor,
        own=former(connection),
        authors=authors(connection),
        gone=gone(connection),
    )


def authors(connection: Connection) -> dict[Actor, Author]:
    """Who writes under the actors that said so themselves."""
    rows = connection.exec_driver_sql("SELECT actor, scope, role FROM sync_actor WHERE device_id IS NOT NULL")
    return {actor: Author(scope, role) for actor, scope, role in rows}


def gone(connection: Connection) -> frozenset[Actor]:
    """The former lives of devices of whose present life we have everything: nothing of theirs is under way."""
    rows = connection.exec_driver_sql(
        "SELECT a.actor FROM sync_actor AS a JOIN sync_peer AS p ON p.device_id = a.device_id "
        "JOIN sync_heard AS h ON h.peer = p.device_id AND h.actor = p.actor WHERE a.actor <> p.actor AND h.upto > 0"
    )
    return frozenset(row[0] for row in rows)


def device_of(connection: Connection, actor: Actor) -> str | None:
    """The device that writes under an actor, as far as it said so itself."""
    found = connection.exec_driver_sql("SELECT device_id FROM sync_actor WHERE actor = ?", (actor,)).one_or_none()
    return found[0] if found else None


def note_former_author(connection: Connection, actors: Iterable[Actor], device_id: str, author: Author) -> None:
    """A device itself says under which actors it wrote in earlier lives; what is known of these stays."""
    for actor in actors:
        connection.exec_driver_sql(
            "INSERT INTO sync_actor (actor, device_id, scope, role) VALUES (?, ?, ?, ?) ON CONFLICT (actor) DO UPDATE "
            "SET device_id = excluded.device_id, scope = excluded.scope, role = excluded.role WHERE device_id IS NULL",
            (actor, device_id, author.scope, author.role),
        )


def note_author(connection: Connection, actor: Actor, device_id: str, author: Author) -> None:
    """A device itself says that it writes under an actor."""
    connection.exec_driver_sql(
        "INSERT INTO sync_actor (actor, device_id, scope, role) VALUES (?, ?, ?, ?) ON CONFLICT (actor) DO UPDATE SET "
        "device_id = excluded.device_id, scope = excluded.scope, role = excluded.role",
        (actor, device_id, author.scope, author.role),
    )
