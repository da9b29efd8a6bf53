"""One device: its database, its evidence files, and the doors by which bundles leave and come in.

What `app/send.py` and `app/receive.py` do around the exchange is done here in the same order, without bytes and keys:
capture, anchor, number, offer; and one transaction for everything that taking in writes.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from pug_desktop.app import anchor, outgoing_files
from pug_desktop.app import backup as app_backup
from pug_desktop.app.bearer import Guard, stands_above
from pug_desktop.domain.kinds import KINDS
from pug_desktop.storage import exchange, incarnation, journal, peers, records
from pug_desktop.storage.capture import capture
from pug_desktop.storage.database import Connection, Database
from pug_desktop.storage.exchange import Item, Offer, Peer, Taken
from pug_desktop.storage.outgoing import evidence_in
from pug_desktop.storage.removal import remove_tree
from tests.exchange_machine.model import Key, Known, Mind, Rows
from tests.exchange_machine.places import KINDS_USED, Place, level_of
from tests.exchange_machine.reading import Stored, dump, read_held, read_rows, read_states
from tests.exchange_machine.versions import NAMES, program, upgrade

LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Bundle:
    """What lies on a stick, and what the model says is in it.

    `sender` and `receiver` are names of devices, `blobs` the evidence files in it with their sizes. `forged` says in
    which way it lies; `refused` whether the whole of it must be.
    """

    given: Offer
    sender: Place
    receiver: Place
    known: dict[Key, Known]
    blobs: dict[str, int]
    forged: str = ""
    refused: bool = False

    def fresh(self, items: list[Item] | None = None) -> Offer:
        """The offer to be read once more."""
        return replace(self.given, items=iter(self.items if items is None else items))

    @property
    def items(self) -> list[Item]:
        return cast(list[Item], self.given.items)


@dataclass(slots=True)
class Backup:
    """A copy of a database and of what the model thought of it then; `blobs` are the files that lay in the profile."""

    path: Path
    mind: Mind
    older: bool
    blobs: dict[str, int]


class Store:
    """Stands for the evidence store where the product plans what goes: names and sizes, no bytes."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}

    def has(self, sha256: str) -> bool:
        return sha256 in self.sizes

    def path(self, sha256: str) -> Any:
        return SimpleNamespace(stat=lambda: SimpleNamespace(st_size=self.sizes[sha256]))


class Replica:
    """A device with its database in a folder of its own."""

    def __init__(self, place: Place, name: str, folder: Path, actor: str, clock: int) -> None:
        self.place = place
        self.name = name
        self.folder = folder
        self.older = place.older
        self.now = clock
        self.blobs = Store()
        self.mind = Mind(name, actor)
        self.lives = 1
        self._open()

    @classmethod
    def new(cls, place: Place, folder: Path, template: Path, actor: str, clock: int) -> "Replica":
        folder.mkdir()
        shutil.copyfile(template, folder / "pug.db")
        made = cls(place, place.name, folder, actor, clock)
        with made.database.write() as connection:
            journal.found_self(connection, place.device, actor)
            anchor.drop(folder, connection)
        return made

    def _open(self) -> None:
        self.database = Database(self.folder / "pug.db")
        self._raw: sqlite3.Connection | None = None

    @property
    def raw(self) -> sqlite3.Connection:
        if self._raw is None:
            self._raw = sqlite3.connect(self.folder / "pug.db", isolation_level=None)
        return self._raw

    def close(self) -> None:
        if self._raw is not None:
            self._raw.close()
        self.database.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with program(self.older), self.database.write() as connection:
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        with program(self.older), self.database.read() as connection:
            yield connection

    # --- what it says, read without the product ---------------------------------------------------------------------

    def rows(self) -> Rows:
        with program(self.older):
            return read_rows(self.raw, KINDS, KINDS_USED)

    def states(self) -> dict[Key, Stored]:
        return read_states(self.raw)

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        return dump(self.raw)

    def held(self) -> dict[Key, dict[str, int]]:
        """What is kept aside for the office above."""
        return read_held(self.raw)

    def numbers(self, table: str) -> dict[tuple[str, str], int]:
        """sync_acked or sync_heard: by device and its incarnation."""
        rows = self.raw.execute(f"SELECT peer, actor, upto FROM {table}")
        return {(peer, actor): upto for peer, actor, upto in rows}

    def self_row(self) -> tuple[str, int, int]:
        """Actor, n, lseq."""
        row = self.raw.execute("SELECT actor, n, lseq FROM sync_self").fetchone()
        return row[0], row[1], row[2]

    # --- what people do -----------------------------------------------------------------------------------------------

    def put(self, kind: str, record_id: str, scope: str, fixed: dict[str, Any], values: dict[str, Any]) -> None:
        """Save some fields, as a page does; a record that is not there is made."""
        self.now += 1
        with self.writing() as connection:
            known = {field.name for field in KINDS[kind].fields}
            values = {name: value for name, value in values.items() if name in known}
            if records.get(connection, kind, record_id) is None:
                records.insert(connection, kind, record_id, scope, {**fixed, **values}, self.now, self.name)
            elif values:
                records.update(connection, kind, record_id, values, self.now, self.name)

    def remove(self, key: Key) -> list[tuple[str, records.Stored]]:
        self.now += 1
        with self.writing() as connection:
            return remove_tree(connection, *key, now=self.now)

    # --- bundles ------------------------------------------------------------------------------------------------------

    def capture(self) -> int:
        with self.writing() as connection:
            return capture(connection, now=self.now, by=self.name)

    def capture_before_backup(self) -> int:
        with self.writing() as connection:
            return app_backup.capture(connection, now=self.now, by=self.name)

    def offers(self, to: Place, *, full: bool, limit: int, ids: Callable[[], str], room: int | None) -> list[Bundle]:
        """The bundles for another place, as `app/send.py` makes them; the model's part is filled in by the caller."""
        down = to.above == self.place.name
        peer = Peer(to.device, to.scope if down else self.place.scope, level_of(self.place, to), down)
        ws = cast(Any, SimpleNamespace(blobs=self.blobs))
        with self.writing() as connection:
            capture(connection, now=self.now, by=self.name)
            pieces = exchange.ranges(connection, peer, full=full, limit=limit)
            load = outgoing_files.load(ws, connection, peer, room=room, full=full)
        made: list[Bundle] = []
        sums: Mapping[str, tuple[int, str]] | None = None
        for number, (start, upto) in enumerate(pieces, 1):
            files = {each.sha256: each.size for each in load.first} if number == len(pieces) else {}
            made.append(self._offer(peer, to, start, upto, ids(), files, sums if start else None))
            if start == 0 or sums is not None:
                sums = made[-1].given.sums
        return made

    def _offer(
        self,
        peer: Peer,
        to: Place,
        start: int,
        upto: int,
        bundle_id: str,
        files: dict[str, int],
        before: Mapping[str, tuple[int, str]] | None,
    ) -> Bundle:
        with self.writing() as connection:
            seq = journal.take_number(connection)
            result = json.dumps({"blobs": sorted(files)})
            journal.log_sent(
                connection,
                journal.SentOut(bundle_id, seq, to.device, to.name, "", bundle_id, 1, result, "dikirim", upto),
            )
        with self.looking() as connection:
            anchor.drop(self.folder, connection)
            lacking = [each[0] for each in evidence_in(connection, peer.scope) if not self.blobs.has(each[0])]
            given = exchange.offer(
                connection, peer, start, upto, bundle_id=bundle_id, need_blobs=tuple(lacking), before=before
            )
            given = replace(given, items=list(given.items))
        return Bundle(given, self.place, to, {}, files)

    def take(self, bundle: Bundle, new_actor: Callable[[], str], items: Iterator[Item] | None = None) -> Taken:
        """Take a bundle in, as `app/receive.py` does; the same one again is joined again."""
        self.now += 1
        given = bundle.fresh() if items is None else replace(bundle.given, items=items)
        with self.writing() as connection:
            taken = self._taken(connection, bundle, given, new_actor)
        for sha256, size in bundle.blobs.items():
            self.blobs.sizes[sha256] = size
        return taken

    def _taken(self, connection: Connection, bundle: Bundle, given: Offer, new_actor: Callable[[], str]) -> Taken:
        card = cast(Any, SimpleNamespace(office=SimpleNamespace(scope=bundle.sender.scope, role=bundle.sender.role)))
        rights = peers.rights_of(
            connection,
            above=stands_above(self.place.scope, card),
            scope=bundle.sender.scope,
            role=bundle.sender.role,
        )
        manifest = cast(Any, SimpleNamespace(scope=given.scope))
        guard = Guard(manifest, card, self.place.scope, Path("bundle"))
        fresh = new_actor()
        taken = exchange.take(connection, given, rights, now=self.now, by=self.name, check=guard.check, new_actor=fresh)
        needed = set(given.need_blobs)
        for each in journal.confirm(connection, given.sender, taken.confirmed, "now"):
            had = [sha256 for sha256 in json.loads(each.result).get("blobs", []) if sha256 not in needed]
            peers.note_blobs(connection, given.sender, given.actor, had)
        peers.note_blobs(connection, given.sender, given.actor, bundle.blobs)
        if taken.copied:
            incarnation.renew(connection, fresh, upto=None, at="now")
            anchor.drop(self.folder, connection)
        return taken

    # --- copies of the whole ------------------------------------------------------------------------------------------

    def copy_to(self, path: Path) -> None:
        """The database as a backup copies it: whole, by SQLite's own means."""
        with sqlite3.connect(path) as target:
            self.raw.backup(target)
        target.close()

    def put_back(self, backup: Backup) -> None:
        """The file of the backup takes the database's place."""
        self.close()
        for leftover in self.folder.glob("pug.db*"):
            leftover.unlink()
        shutil.copyfile(backup.path, self.folder / "pug.db")
        self._open()
        self.mind = backup.mind.copy()
        self.older = backup.older
        self.blobs.sizes = dict(backup.blobs)

    def check_anchor(self, actor: str, *, put_back: bool = False) -> bool:
        """What opening a profile does: a copy or an older state becomes a new writer."""
        with program(self.older):
            renewed = anchor.check(self.folder, self.database, actor, "now", put_back=put_back)
        if renewed:
            self.mind.actor = actor
        return renewed

    def upgrade(self, template: Path) -> None:
        """A newer program takes over: it has room for what the older one only passed on."""
        shown = {key: known.shown for key, known in self.mind.known.items()}
        self.close()
        upgrade(self.folder / "pug.db", template)
        self._open()
        self.older = False
        for key in self.rows():
            newer = {
                name: names for name, names in NAMES[False][key[0]].items() if names != NAMES[True][key[0]].get(name)
            }
            for name, fields in newer.items():
                value = shown.get(key, {}).get(name)
                columns = {each: value.get(each) for each in fields} if isinstance(value, dict) else {name: value}
                for column, each in columns.items():
                    if not isinstance(value, dict) and fields:
                        continue
                    self.raw.execute(
                        f'UPDATE "{key[0]}" SET "{column}" = ? WHERE id = ?', (each, bytes.fromhex(key[1]))
                    )
