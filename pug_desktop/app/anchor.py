"""The anchor of a profile: what it wrote last, kept beside its folder so that a copy or an old state gives itself away.

A profile that was copied, moved or put back from an older state must not go on under the same actor: two computers
would give one name to two writes. The anchor says where the profile lay, on which computer, under which actor it wrote
and up to which number other offices may have seen its writes. Where that does not fit, it becomes a new writer.
It is checked when a profile is opened and written before each bundle.
"""

import hashlib
import json
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from pug_desktop import durable
from pug_desktop.storage import incarnation, journal
from pug_desktop.storage.database import Connection, Database
from pug_desktop.storage.states import read_self


@dataclass(frozen=True, slots=True)
class Anchor:
    """`place` is a hash of the folder and the computer's name; `n` the last write that others may have seen.

    `sent` is the last number that was given to a bundle: a bundle says what was received, too. `former` are the actors
    of earlier lives at this place, each with its last write: a state that is put back knows none that came after it.
    """

    place: str
    actor: str
    n: int
    sent: int
    former: dict[str, int] = field(default_factory=dict)


def path_for(folder: Path) -> Path:
    """Beside the profile, since a copy of the folder must not bring it along."""
    return folder.with_name(f".{folder.name}.jangkar")


def drop(folder: Path, connection: Connection) -> None:
    """Write the anchor; call it after capture and after the bundle's number was given, before the bundle is written."""
    me = read_self(connection)
    before = _read(path_for(folder))
    former = dict(before.former) if before else {}
    if before is not None and before.actor != me.actor:
        former[before.actor] = before.n
    made = Anchor(_place(folder), me.actor, me.n, journal.numbers_given(connection), former)
    durable.write_bytes(path_for(folder), json.dumps(asdict(made)).encode())


def fits(folder: Path, connection: Connection, becoming: str) -> bool:
    """Whether the anchor is that of this database in this folder; its next actor `becoming` counts as well."""
    found, me = _read(path_for(folder)), read_self(connection)
    return (
        found is not None
        and found.place == _place(folder)
        and found.actor in (me.actor, becoming)
        and found.n <= me.n
        and found.sent <= journal.numbers_given(connection)
    )


def check(folder: Path, database: Database, new_actor: str, at: str, *, put_back: bool = False) -> bool:
    """Become a new writer where the anchor does not fit; returns whether that happened.

    Args:
        folder: the profile's.
        database: the profile's.
        new_actor: taken when it is needed.
        at: ISO time, only shown.
        put_back: it is known that this is a former state, whatever the anchor says.
    """
    with database.read() as connection:
        sent = journal.numbers_given(connection)
        me = read_self(connection)
    found = _read(path_for(folder))
    fits = (
        found is not None
        and (found.place, found.actor) == (_place(folder), me.actor)
        and (found.n <= me.n and found.sent <= sent)
    )
    if fits and not put_back:
        return False
    # Of an older state of ourselves it is known how far it had written; of a copy's original nobody knows.
    upto = max(found.n, me.n) if found is not None and found.actor == me.actor else None
    with database.write() as connection:
        if found is not None and found.place == _place(folder):
            # Former selves that this state does not know of: what comes back of them is ours.
            for actor, n in {**found.former, found.actor: found.n}.items():
                incarnation.remember(connection, actor, upto=n)
        incarnation.renew(connection, new_actor, upto=upto, at=at)
        drop(folder, connection)
    return True


def _read(path: Path) -> Anchor | None:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        found = Anchor(**json.loads(path.read_text(encoding="utf-8")))
        return replace(found, former={str(actor): int(n) for actor, n in found.former.items()})
    return None


def _place(folder: Path) -> str:
    """Never used as an identity: it only has to change when the profile lies elsewhere."""
    return hashlib.sha256(f"{platform.node()}|{folder.resolve()}".encode("utf-8", "surrogateescape")).hexdigest()
