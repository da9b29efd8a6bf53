"""The whole: replicas, the sticks between them, and what must hold after each step and in the end.

The properties P1 to P13 are those of the exchange's design; P12 (PostgreSQL) is no part of this product, P14 (bytes) is
tested where the bytes are. `Broken` names the one that does not hold.
"""

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from pug_desktop import errors
from pug_desktop.replica.state import DenseBlock
from pug_desktop.storage.exchange import Item
from tests.exchange_machine.model import GONE, Key, Known, Mind, Write, join, same, survivors
from tests.exchange_machine.places import CLOCKS, LINKS, PLACES, Place, contains, holds, travels
from tests.exchange_machine.reading import Stored
from tests.exchange_machine.replica import LIMIT, Backup, Bundle, Replica
from tests.exchange_machine.settings import scratch
from tests.exchange_machine.versions import ALL, NAMES, NEWEST, PARENTS, install, make_templates

MOST_ROUNDS = 10
"""Quiet exchange must come to rest within so many rounds, restored and healed replicas included."""


class Broken(AssertionError):
    """A property does not hold."""

    def __init__(self, property_: str, problem: str) -> None:
        super().__init__(f"{property_}: {problem}")
        self.property = property_


class PowerCut(Exception):
    """Stands for whatever ends a transaction in its middle."""


@cache
def templates() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="pug-machine-", dir=scratch()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_templates(folder)
    return folder


class World:
    """Five devices and what travels between them."""

    def __init__(self, salt: int = 0, clocks: tuple[int, ...] | None = None) -> None:
        self._salt = salt
        self._folder = Path(tempfile.mkdtemp(prefix="pug-run-", dir=scratch()))
        self._actors = 0
        self._ids = 0
        self._numbers = 0
        self.sticks: list[Bundle] = []
        self.backups: list[tuple[str, Backup]] = []
        self.replicas: dict[str, Replica] = {}
        self.trash: list[tuple[str, list[tuple[str, Any]]]] = []
        self.lost_blobs: set[tuple[str, str]] = set()
        self._is_disk_broken = False
        self.passed_on: set[tuple[str, Key]] = set()
        """What an older program could not send on, and a newer one has not sent on yet: the sums will tell."""
        self.parted: set[Key] = set()
        """Records of which something was left out once: that a write replaced another one may be forgotten."""
        self._acked: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
        self.lseqs: dict[str, dict[Key, int]] = {}
        install(NEWEST)
        chosen = clocks or tuple(Random(salt).choice(CLOCKS) for _ in PLACES)
        for place, clock in zip(PLACES.values(), chosen, strict=True):
            template = templates() / ("older.db" if place.older else "newest.db")
            self.replicas[place.name] = Replica.new(place, self._folder / place.name, template, self.actor(), clock)
            self.lseqs[place.name] = {}

    def close(self) -> None:
        for each in self.replicas.values():
            each.close()
        install(ALL)
        shutil.rmtree(self._folder, ignore_errors=True)

    # --- names that are never given twice -----------------------------------------------------------------------------

    def actor(self) -> str:
        """Of another order in each run: whose name is larger must not matter."""
        self._actors += 1
        return hashlib.sha256(f"{self._salt}|{self._actors}".encode()).hexdigest()[:16]

    def new_id(self) -> str:
        self._ids += 1
        return f"{self._ids:032x}"

    def number(self) -> int:
        self._numbers += 1
        return self._numbers

    @property
    def district_is_older(self) -> bool:
        return self.replicas["D"].older

    def at(self, device: str) -> list[Replica]:
        """The replicas of a device: two where it was copied."""
        return [each for each in self.replicas.values() if each.place.device == device]

    # --- what people do -----------------------------------------------------------------------------------------------

    def remove(self, replica: Replica, key: Key) -> None:
        rows, mind = replica.rows(), replica.mind
        tree = _tree(key, rows)
        writes = []
        if len(tree) > 1 and key in mind.known:
            writes = mind.capture(rows, NAMES[replica.older], only=tree)
        removed = replica.remove(key)
        self.trash = [*self.trash[-5:], (replica.name, removed)]
        states = replica.states()
        self._fill_numbers(replica, writes, states)
        self.lseqs[replica.name] = {each: state.lseq for each, state in states.items()}
        # What goes with it had come back, if it was ever removed by itself.
        mind.removed -= set(tree)
        mind.removed.add(key)
        mind.hidden |= {each for each in tree[1:] if each in mind.known}

    def capture(self, replica: Replica) -> None:
        """What the program does when it is closed."""
        mind, writes = self._captured(replica)
        replica.capture()
        self.accept(replica, mind, writes)

    def _captured(self, replica: Replica) -> tuple[Mind, list[Write]]:
        mind = replica.mind.copy()
        return mind, mind.capture(replica.rows(), NAMES[replica.older])

    def _fill_numbers(self, replica: Replica, writes: list[Write], states: dict[Key, Stored]) -> None:
        for write in writes:
            state = states.get(write.key)
            write.n = state.vector.get(write.actor, 0) if state else 0
            known = replica.mind.known.get(write.key)
            if known and any(each is not write and each.order == write.order for each in known.seen):
                raise Broken("P2", f"two writes under one number: {write}")

    def accept(self, replica: Replica, mind: Mind, writes: list[Write]) -> None:
        replica.mind, before = mind, replica.mind.hidden
        states = replica.states()
        self._fill_numbers(replica, writes, states)
        self.look(replica, states, may_wait=before)

    # --- bundles ------------------------------------------------------------------------------------------------------

    def export(
        self, replica: Replica, to: Place, *, full: bool = False, limit: int = LIMIT, room: int | None = None
    ) -> list[Bundle]:
        """The bundles for a neighbour, with what the model says is in them."""
        mind, writes = self._captured(replica)
        made = replica.offers(to, full=full, limit=limit, ids=self.new_id, room=room)
        self.accept(replica, mind, writes)
        found = []
        for bundle in made:
            last = bundle is made[-1]
            start, upto = bundle.given.start, bundle.given.upto
            known = {
                key: known
                for key, known in mind.known.items()
                if travels(replica.place, to, key, known.scope, older=replica.older)
                and start < self.lseqs[replica.name][key]
                and (last or self.lseqs[replica.name][key] <= upto)
            }
            if last and replica.place.above == to.name:
                for key, aside in mind.held.items():
                    if travels(replica.place, to, key, aside.scope, older=replica.older):
                        known[key] = join(known.get(key), aside)
            if (there := keys_of(bundle.items)) != known.keys():
                raise Broken("P10", f"{replica.name} to {to.name}: {sorted(there ^ known.keys())} too many or missing")
            found.append(Bundle(bundle.given, bundle.sender, bundle.receiver, known, bundle.blobs))
        return found

    def take(self, replica: Replica, bundle: Bundle, *, again: bool = True) -> None:
        """Deliver one bundle; then the same once more, which must change nothing (P4)."""
        before = replica.dump() if bundle.refused else None
        mind, writes = self._captured(replica)
        mind.actor = replica.mind.actor
        try:
            taken = replica.take(bundle, self.actor)
        except errors.PugError as error:
            if not bundle.refused:
                raise Broken("P11", f"{replica.name} refused an honest bundle: {error}") from error
            if replica.dump() != before:
                raise Broken("P6", f"{replica.name} refused a bundle and changed all the same") from error
            return
        if bundle.refused:
            raise Broken("P11", f"{replica.name} took a forged bundle: {bundle.forged}")
        if taken.renewed:
            raise Broken("P7", f"{replica.name} believes that it was rolled back, which its anchor would have said")
        states = replica.states()
        self._fill_numbers(replica, writes, states)
        for key, theirs in bundle.known.items():
            self._merge(replica, mind, bundle, key, theirs, states.get(key))
        self._hold(replica, mind, bundle)
        replica.mind = mind
        # What came in may stand on what would be taken back.
        self.trash = [each for each in self.trash if each[0] != replica.name]
        if taken.copied:
            mind.actor = replica.self_row()[0]
            self._forget(replica)
        self.look(replica, states)
        if again and not taken.copied:
            self._again(replica, bundle)

    def _again(self, replica: Replica, bundle: Bundle) -> None:
        before = _without_diary(replica.dump())
        replica.take(bundle, self.actor)
        if (after := _without_diary(replica.dump())) != before:
            differing = [table for table in before if before[table] != after[table]]
            raise Broken("P4", f"the same bundle again changed {differing} at {replica.name}")

    def _merge(
        self, replica: Replica, mind: Mind, bundle: Bundle, key: Key, theirs: Known, state: Stored | None
    ) -> None:
        ours = mind.known.get(key)
        seen = ours.seen if ours else frozenset()
        news = theirs.seen - seen
        vector = state.vector if state else {}
        taken = frozenset(
            each for each in news if vector.get(each.actor, 0) >= each.n > 0 and not _is_absent(each, state)
        )
        for write in news:
            permission = self._permission(replica, bundle, write, news)
            if write in taken and permission == "never":
                raise Broken("P11", f"{replica.name} took {write}: {write.forged}")
            if write not in taken and permission == "always":
                raise Broken("P2", f"{replica.name} did not take {write} from {bundle.sender.name}")
        if ours is not None and NEWEST[key[0]].immutable:
            # Issued anew after a restore it says the same: the first stays.
            mind.known[key] = Known(ours.scope, seen | taken, ours.alive)
            return
        if taken == news:
            mind.known[key] = join(ours, theirs)
            return
        self.parted.add(key)
        part = theirs.only(seen | taken)
        if not part.seen:
            return
        exact = join(ours, part)
        mind.known[key] = _within_bounds(replica, key, exact, (ours, theirs), state)

    def _hold(self, replica: Replica, mind: Mind, bundle: Bundle) -> None:
        """What is kept aside is what came, whole: nothing of it is shown (`look`), and all of it goes on upwards."""
        before, mind.held = mind.held, {}
        for key, vector in replica.held().items():
            known = before.get(key)
            if (known is None or vector != vector_of(known)) and key in bundle.known:
                known = join(known, bundle.known[key])
            if known is None or vector != vector_of(known):
                raise Broken("P11", f"{replica.name} keeps {key} aside as {vector}, and should as {known}")
            if not bundle.forged and replica.place.above is None:
                raise Broken("P8", f"{replica.name} keeps {key} aside for nobody")
            mind.held[key] = known

    def _permission(self, replica: Replica, bundle: Bundle, write: Write, news: frozenset[Write]) -> str:
        """Whether a write must be taken over, must not, or may: what an office carries of those above it."""
        if write.forged:
            return "never"
        if bundle.forged and not write.cells:
            # Nothing but a number says that it was, and the bearer's numbers are not believed.
            return "perhaps"
        if replica.place.above == bundle.sender.name:
            return "always"
        if self._waits(bundle, news):
            return "perhaps"
        author = _author(write)
        if author.device == replica.place.device:
            return "always" if write.actor != replica.mind.actor else "perhaps"
        may_write = author.role in NEWEST[write.key[0]].writers
        return "always" if contains(bundle.sender.scope, author.scope) and may_write else "perhaps"

    def _waits(self, bundle: Bundle, news: frozenset[Write]) -> bool:
        """Whether a record may wait, unacknowledged and as a whole, for a write from above that is lost here."""
        return not all(contains(bundle.sender.scope, _author(each).scope) for each in news)

    def crash(self, replica: Replica, bundle: Bundle, after: int) -> None:
        """Something ends the import after some records: everything is as before (P6)."""
        before = replica.dump()

        def cut() -> Iterator[Item]:
            yield from bundle.items[:after]
            raise PowerCut

        with suppress(PowerCut):
            replica.take(bundle, self.actor, cut())
        if replica.dump() != before:
            raise Broken("P6", f"{replica.name} changed although the import failed after {after} records")

    def commute(self, replica: Replica, one: Bundle, other: Bundle) -> None:
        """Two bundles in both orders, on two copies: the same in the end (P5)."""
        ends = []
        for order in ((one, other), (other, one)):
            copy = self._copy(replica, f"{replica.name}-copy")
            try:
                joined = [copy.take(each, self.actor).joined for each in order]
                if any(each.left_out or each.is_clamped for each in joined):
                    # What may only be believed once its author has told us is not acknowledged, and comes again.
                    for each in order:
                        copy.take(each, self.actor)
                ends.append((_content(copy.states()), copy.rows()))
            finally:
                copy.close()
                shutil.rmtree(copy.folder)
        if ends[0] != ends[1]:
            raise Broken("P5", f"{replica.name}: two bundles in two orders differ")

    def _copy(self, replica: Replica, name: str) -> Replica:
        folder = self._folder / name
        folder.mkdir()
        replica.copy_to(folder / "pug.db")
        copy = Replica(replica.place, name, folder, replica.mind.actor, replica.now)
        copy.older = replica.older
        copy.mind = replica.mind.copy()
        copy.blobs.sizes = dict(replica.blobs.sizes)
        return copy

    def trip(self, lower: str, upper: str, *, answer: bool = True, up: bool = True, full: bool = False) -> int:
        """A stick goes to the neighbour and comes back; returns how many records and files it carried."""
        first, second = (lower, upper) if up else (upper, lower)
        carried = self._carry(first, second, full=full)
        return carried + (self._carry(second, first) if answer else 0)

    def _carry(self, from_: str, to: str, *, full: bool = False) -> int:
        carried = 0
        for bundle in self.export(self.replicas[from_], self.replicas[to].place, full=full):
            carried += sum(len(item.rows) if isinstance(item, DenseBlock) else 1 for item in bundle.items)
            carried += len(bundle.blobs)
            self.take(self.replicas[to], bundle, again=False)
        return carried

    # --- backups, restores, copies ------------------------------------------------------------------------------------

    def backup(self, replica: Replica) -> Backup:
        """What `app/backup.py` does: capture first, then the whole file."""
        mind, writes = self._captured(replica)
        replica.capture_before_backup()
        self.accept(replica, mind, writes)
        return self.snapshot(replica)

    def snapshot(self, replica: Replica) -> Backup:
        """The folder as it lies there, copied by hand while the program is closed."""
        path = self._folder / f"backup-{self.new_id()[-6:]}.db"
        replica.copy_to(path)
        made = Backup(path, replica.mind.copy(), replica.older, dict(replica.blobs.sizes))
        self.backups = [*self.backups[-3:], (replica.name, made)]
        return made

    def restore(self, replica: Replica, backup: Backup, *, by_hand: bool) -> None:
        """An older state takes the place of the present one.

        Through the program it is a new writer in any case; by hand (the folder put back) the anchor finds it out.
        """
        lost = {(replica.name, sha256) for sha256 in replica.blobs.sizes.keys() - backup.blobs.keys()}
        replica.put_back(backup)
        self.lost_blobs |= lost
        replica.check_anchor(self.actor(), put_back=not by_hand)
        self._forget(replica)

    def _forget(self, replica: Replica) -> None:
        """Another life: what it knew of the others' receipts may have sunk."""
        for pair in [pair for pair in self._acked if replica.name in pair]:
            del self._acked[pair]
        self.lseqs[replica.name] = {key: state.lseq for key, state in replica.states().items()}

    def copy_device(self, replica: Replica) -> Replica | None:
        """The folder is copied to another computer: two devices in one, of which the copy is a new writer."""
        name = f"{replica.place.name}'"
        if name in self.replicas:
            return None
        self.capture(replica)
        copy = self._copy(replica, name)
        copy.mind.name = name
        if not copy.check_anchor(self.actor()):
            raise Broken("P2", f"a copy of {replica.name} goes on as the same writer")
        self.replicas[name] = copy
        self._forget(copy)
        return copy

    @contextmanager
    def broken_disk(self) -> Iterator[None]:
        """A database lost something: until that is healed a receipt may say more than is there."""
        self._is_disk_broken = True
        yield
        self._is_disk_broken = False
        for replica in self.replicas.values():
            self._receipts(replica)

    # --- what must hold -----------------------------------------------------------------------------------------------

    def look(
        self, replica: Replica, states: dict[Key, Stored] | None = None, *, may_wait: set[Key] = frozenset()
    ) -> None:  # type: ignore[assignment]
        """After a capture or an import: states as the model has them, rows as the states show, receipts sound."""
        states = replica.states() if states is None else states
        mind, rows = replica.mind, replica.rows()
        if states.keys() != mind.known.keys():
            raise Broken("P2", f"{replica.name}: {sorted(states.keys() ^ mind.known.keys())} too many or missing")
        for key, known in mind.known.items():
            self._same(replica, key, known, states[key])
        wanted = mind.rows(NAMES[replica.older], PARENTS)
        for key in (wanted.keys() - rows.keys()) & may_wait:
            # What hangs from a record that came back here finds its place at the next import.
            del wanted[key]
        if rows != wanted:
            differing = sorted(key for key in rows.keys() | wanted.keys() if rows.get(key) != wanted.get(key))
            raise Broken(
                "P13" if rows.keys() != wanted.keys() else "P9",
                f"{replica.name}: rows {[(key, rows.get(key), wanted.get(key)) for key in differing]}",
            )
        mind.hidden = {key for key, known in mind.known.items() if not known.deleted and key not in rows}
        self.lseqs[replica.name] = {key: state.lseq for key, state in states.items()}
        self._receipts(replica)

    def _same(self, replica: Replica, key: Key, known: Known, state: Stored) -> None:
        cells = {
            name: {each.order: each.cells[name] for each in writes}
            for name, writes in known.alive.items()
            if name != GONE
        }
        there = {name: register for name, register in state.cells.items() if name != GONE}
        if cells != there:
            raise Broken("P2", f"{replica.name} {key}: {there}, and should be {cells}")
        tombs = {each.order for each in known.alive.get(GONE, ())}
        if tombs != state.cells.get(GONE, {}).keys() or known.deleted != state.deleted:
            raise Broken("P3", f"{replica.name} {key}: deleted {state.deleted}, and should be {known.deleted}")
        vector = vector_of(known)
        if vector != state.vector:
            raise Broken("P11", f"{replica.name} {key}: has seen {state.vector}, and can have seen {vector}")
        contradicts = bool(tombs) and not known.deleted
        for writes in cells.values():
            contradicts = contradicts or len({repr(value) for value in writes.values()}) > 1
        if contradicts != state.conflict:
            raise Broken("P9", f"{replica.name} {key}: conflict {state.conflict}, and should be {contradicts}")

    def _receipts(self, replica: Replica) -> None:
        """P7: what counts as arrived never sinks, was said by the other side, and is really there."""
        for each in self.replicas.values():
            if each.place.above == replica.place.name or replica.place.above == each.place.name:
                self._arrived(replica, each)
                self._arrived(each, replica)

    def _arrived(self, me: Replica, peer: Replica) -> None:
        acked, heard = me.numbers("sync_acked"), peer.numbers("sync_heard")
        told = acked.get((peer.place.device, peer.mind.actor), 0)
        before = self._acked.get((me.name, peer.name), {})
        if any(acked.get(pair, 0) < upto for pair, upto in before.items()):
            raise Broken("P7", f"{me.name} counts less as arrived at {peer.name} than before: {before} {acked}")
        self._acked[me.name, peer.name] = acked
        have = heard.get((me.place.device, me.mind.actor), 0)
        if told > have:
            raise Broken("P7", f"{me.name} counts {told} as arrived at {peer.name}, which has {have}")
        self._has_files(me, peer)
        for key, lseq in self.lseqs[me.name].items():
            if self._is_disk_broken:
                return
            mine = me.mind.known[key]
            if (me.name, key) in self.passed_on:
                continue
            goes = lseq <= have and travels(me.place, peer.place, key, mine.scope, older=me.older)
            if goes and (missing := lacks(peer.mind.known.get(key), mine)):
                raise Broken("P7", f"{peer.name} says it has {me.name} up to {have} and lacks {missing}")

    def _has_files(self, me: Replica, peer: Replica) -> None:
        """A file that counts as arrived is there, unless it got lost afterwards."""
        lost = {sha256 for name, sha256 in self.lost_blobs if name == peer.name}
        rows = me.raw.execute(
            "SELECT sha256 FROM sync_blob WHERE peer = ? AND actor = ?", (peer.place.device, peer.mind.actor)
        )
        missing = {row[0] for row in rows} - peer.blobs.sizes.keys() - lost
        if missing:
            raise Broken("blobs", f"{me.name} counts files as arrived that {peer.name} never had: {missing}")

    # --- the end ------------------------------------------------------------------------------------------------------

    def come_to_rest(self) -> None:
        """Quiet exchange until nothing moves any more; then all hold the same (P1, P2, P3, P8)."""
        links = [(low.name, high.name) for lower, upper in LINKS for low in self.at(lower) for high in self.at(upper)]
        # Two computers with the keys of one device: only one of them counts as present, the other needs everything.
        copied = {low for low, _ in links if len(self.at(PLACES[low.removesuffix("'")].device)) > 1}
        still = 0
        for number in range(MOST_ROUNDS):
            moved = sum(self.trip(*link, answer=False) for link in links)
            moved += sum(self.trip(*link, up=False, answer=False, full=link[0] in copied) for link in reversed(links))
            # In the first round without records a receipt may still say that something is wanted.
            still = 0 if moved else still + 1
            if still == 2 or (copied and number == 4):
                break
        else:
            raise Broken("P8", f"something still moves after {MOST_ROUNDS} rounds of quiet exchange")
        self.compare()

    def compare(self) -> None:
        """Everybody who should hold a record holds it, and all the same: what nobody replaced."""
        states = {name: replica.states() for name, replica in self.replicas.items()}
        scopes = {key: state.scope for each in states.values() for key, state in each.items()}
        for key, scope in sorted(scopes.items()):
            holders = [
                name
                for name, replica in self.replicas.items()
                if holds(replica.place, key, scope, older=self.district_is_older)
            ]
            if NEWEST[key[0]].down and key not in states["P"]:
                # Its issuer lost it with a restore, and it does not travel upwards: whoever has it keeps it.
                holders = [name for name in holders if key in states[name]]
            there = {name: states[name].get(key) for name in holders}
            if any(state is None for state in there.values()):
                raise Broken("P1", f"{key} is at {[name for name, state in there.items() if state]} only")
            if NEWEST[key[0]].immutable:
                if len({repr(self.replicas[name].rows().get(key)) for name in holders}) != 1:
                    raise Broken("P1", f"{key} is not the same everywhere")
                continue
            contents = {name: _one(state) for name, state in there.items() if state}
            if any(content != contents[holders[0]] for content in contents.values()):
                raise Broken("P1", f"{key} differs: {contents}")
            seen = frozenset().union(*(self.replicas[name].mind.known[key].seen for name in holders))
            wanted = survivors(scope, seen)
            for name in holders:
                if key in self.parted:
                    self._holds(self.replicas[name], key, wanted, states[name][key])
                else:
                    self._same(self.replicas[name], key, wanted, states[name][key])
        self._files()

    def _holds(self, replica: Replica, key: Key, wanted: Known, state: Stored) -> None:
        """Nothing is lost. A value whose successor was lost and came back alone may stand beside it: people decide."""
        for name, writes in wanted.alive.items():
            missing = {each.order for each in writes} - state.cells.get(name, {}).keys()
            if missing:
                raise Broken("P2", f"{replica.name} {key} {name}: lost {missing}")

    def _files(self) -> None:
        """Every file that some holder of its record has is at all of them."""
        for key in {key for each in self.replicas.values() for key in each.mind.known if key[0] == "evidence"}:
            with_row = [each for each in self.replicas.values() if key in each.rows() and self._is_owned(each, key)]
            names = {each.rows()[key][1].get("file", {}).get("sha256") for each in with_row}
            for sha256 in names - {None}:
                having = [each.name for each in with_row if each.blobs.has(sha256)]
                if having and len(having) != len(with_row):
                    raise Broken("blobs", f"{sha256[-4:]} is only at {having} of {[each.name for each in with_row]}")

    def _is_owned(self, replica: Replica, key: Key) -> bool:
        rows = replica.rows()
        cells = rows[key][1]
        return (cells.get("owner_kind"), cells.get("owner_id")) in rows


def _within_bounds(
    replica: Replica, key: Key, exact: Known, both: tuple[Known | None, Known], state: Stored | None
) -> Known:
    """Where something was left out, what it replaced may stay as a contradiction until its author tells us.

    And what is in neither of the two states cannot be there, whatever was left out.
    """
    ours, theirs = both
    alive = {}
    by_order = {each.order: each for each in exact.seen}
    for name in exact.alive.keys() | (state.cells.keys() if state else set()):
        here = ours.alive.get(name, frozenset()) if ours else frozenset()
        brought = theirs.alive.get(name, frozenset())
        # Ours that they saw and no longer hold may go: what replaced it may itself have been replaced by what is here.
        least = exact.alive.get(name, frozenset()) & (brought | (here - theirs.seen))
        most = least | here
        there = frozenset(
            by_order[order] for order in (state.cells.get(name, {}) if state else {}) if order in by_order
        )
        if not least <= there <= most:
            raise Broken("P2", f"{replica.name} {key} {name}: {there}, and should be {least} to {most}")
        if there:
            alive[name] = there
    return Known(exact.scope, exact.seen, alive)


def _author(write: Write) -> Place:
    return PLACES[write.by.removesuffix("'")]


def _is_absent(write: Write, state: Stored | None) -> bool:
    """Whether a forged write is nowhere: its number may be one that the victim gave to a write of its own."""
    cells = state.cells if state else {}
    return bool(write.forged) and not any(
        same(cells.get(name, {}).get(write.order), value) for name, value in write.cells.items()
    )


def vector_of(known: Known) -> dict[str, int]:
    """The same as numbers."""
    vector: dict[str, int] = {}
    for each in known.seen:
        vector[each.actor] = max(vector.get(each.actor, 0), each.n)
    return vector


def lacks(there: Known | None, here: Known) -> set[Write]:
    """What somebody does not know who ought to know all of a record: a value that lives, or that one was replaced."""
    alive = {each for writes in here.alive.values() for each in writes}
    if there is None:
        return alive
    stale = {each for writes in there.alive.values() for each in writes} & here.seen
    return (alive - there.seen) | (stale - alive)


def keys_of(items: list[Item]) -> set[Key]:
    found: set[Key] = set()
    for item in items:
        if isinstance(item, DenseBlock):
            found.update((item.kind, row.id) for row in item.rows)
        else:
            found.add((item.kind, item.id))
    return found


def _tree(key: Key, rows: Any) -> list[Key]:
    """A record and all that hangs from it, as far as there are rows."""
    found = [key] if key in rows else []
    for each in found:
        for child, (_scope, cells) in rows.items():
            parent = PARENTS.get(child[0], "")
            kind, _, cell = parent.partition(".")
            if kind == each[0] and (child[1] if cell == "id" else cells.get(cell)) == each[1] and child not in found:
                found.append(child)
    return found


def _one(state: Stored) -> tuple[Any, ...]:
    return state.scope, state.vector, state.cells, state.deleted, state.conflict


def _content(states: dict[Key, Stored]) -> dict[Key, tuple[Any, ...]]:
    return {key: (*_one(state), state.parked) for key, state in states.items()}


def _without_diary(dump: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """Without what only says which bundles came when, and what time it was when somebody last looked at the bin."""
    kept = {table: rows for table, rows in dump.items() if table not in ("sync_peer", "sync_import", "sync_touch")}
    return {**kept, "setting": [row for row in kept["setting"] if "bin_clock" not in row]}
