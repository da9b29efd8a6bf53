"""The deliberate mistakes that the machine must find, as switches; run as a module it tries each until it is found.

Each replaces functions of the product while it is on. A machine that does not find one of them would not find the same
mistake made in earnest.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from hypothesis.stateful import run_state_machine_as_test

from pug_desktop.app import anchor, backup, outgoing_files
from pug_desktop.domain.kinds import KINDS
from pug_desktop.replica import capture as compare
from pug_desktop.replica import merge as merging
from pug_desktop.replica import permit, state
from pug_desktop.replica.state import DenseBlock, RecordState
from pug_desktop.storage import exchange, held, incarnation, join, outgoing, peers, project
from pug_desktop.storage.database import driver_of
from tests.exchange_machine.machine import Exchange
from tests.exchange_machine.settings import MUTANT_RUNS, hunting
from tests.exchange_machine.world import Broken

Switch = Callable[[], AbstractContextManager[None]]


@contextmanager
def _everywhere(original: Any, instead: Any) -> Iterator[None]:
    """A function is another one, under each name by which a module knows it."""
    names = [
        (module, name)
        for module in list(sys.modules.values())
        if isinstance(module, ModuleType) and module.__name__.startswith(("pug_desktop", "tests.exchange_machine"))
        for name, value in list(vars(module).items())
        if value is original and module.__name__ != __name__
    ]
    assert names, f"{original} is nowhere"
    for module, name in names:
        setattr(module, name, instead)
    try:
        yield
    finally:
        for module, name in names:
            setattr(module, name, original)


@contextmanager
def _there(owner: Any, name: str, instead: Any) -> Iterator[None]:
    """One attribute of a module or class is another."""
    original = getattr(owner, name)
    setattr(owner, name, instead)
    try:
        yield
    finally:
        setattr(owner, name, original)


# --- merge and capture ------------------------------------------------------------------------------------------------


def last_writer_wins() -> AbstractContextManager[None]:
    """Of two values of a cell the latest alone stays."""
    honest = merging._merge_registers

    def latest(*args: Any) -> Any:
        kept = honest(*args)
        return {max(kept): kept[max(kept)]} if kept else kept

    return _everywhere(honest, latest)


def merged_clocks_without_an_event() -> AbstractContextManager[None]:
    """CSPro's rule: of two contradicting records one is taken, under both clocks and without a write of its own."""
    honest = merging.merge

    def one_of_them(a: RecordState, b: RecordState) -> RecordState:
        both = honest(a, b)
        if both.vector in (a.vector, b.vector):
            return both
        taken = max(a, b, key=lambda each: max(each.vector.items(), key=lambda entry: entry[1]))
        return replace(taken, vector=both.vector)

    return _everywhere(honest, one_of_them)


def no_capture_before_import() -> AbstractContextManager[None]:
    """An import merges over what somebody typed and nobody wrote down yet."""
    return _there(exchange, "capture", lambda *_args, **_kwargs: 0)


def edit_drops_siblings() -> AbstractContextManager[None]:
    """An ordinary edit replaces values that nobody was shown."""
    return _everywhere(compare._replace_shown, lambda _register, value, dot: {dot: value})


def winner_by_actor_name() -> AbstractContextManager[None]:
    """Shown is the value of the device whose name is largest."""
    return _everywhere(state.shown, lambda register: register[max(register, key=lambda dot: (dot.actor, dot.n))])


def tombstone_covers_all() -> AbstractContextManager[None]:
    """A deletion wins over edits that the deleter had not seen."""
    return _everywhere(state.is_deleted, lambda each: bool(each.cells.get(state.DELETED)))


# --- older programs, parking ------------------------------------------------------------------------------------------


def drop_unknown_fields() -> AbstractContextManager[None]:
    """A program passes on what it knows."""
    honest = outgoing.Outgoing.items

    def known_only(self: Any) -> Iterator[Any]:
        for item in honest(self):
            if item.kind not in KINDS:
                continue
            known = {cell.name for cell in KINDS[item.kind].cells} | {state.DELETED}
            rows = [item]
            if isinstance(item, DenseBlock):
                rows = [state.expand(item.kind, item.names, row) for row in item.rows]
            for row in rows:
                yield replace(row, cells={name: each for name, each in row.cells.items() if name in known})

    return _there(outgoing.Outgoing, "items", known_only)


def parked_never_retried() -> AbstractContextManager[None]:
    """What came before its parent waits for ever."""
    return _there(project.Projection, "retry", lambda _self: 0)


# --- receipts ---------------------------------------------------------------------------------------------------------


def ack_on_send() -> AbstractContextManager[None]:
    """What was sent counts as arrived."""
    honest = exchange.ranges

    def counted(connection: Any, peer: Any, **kwargs: Any) -> Any:
        found = honest(connection, peer, **kwargs)
        if (known := peers.known(connection, peer.device_id)) is not None:
            _set_acked(connection, peer.device_id, known.actor, found[-1][1])
        return found

    return _there(exchange, "ranges", counted)


def _set_acked(connection: Any, device: str, actor: str, upto: int) -> None:
    connection.exec_driver_sql(
        "INSERT INTO sync_acked (peer, actor, upto) VALUES (?, ?, ?) "
        "ON CONFLICT (peer, actor) DO UPDATE SET upto = max(upto, excluded.upto)",
        (device, actor, upto),
    )


def ack_ignores_gap() -> AbstractContextManager[None]:
    """A bundle is acknowledged although something before it is missing."""
    honest = peers.note_bundle

    def whatever(*args: Any, **kwargs: Any) -> Any:
        return honest(*args, **{**kwargs, "start": 0})

    return _there(peers, "note_bundle", whatever)


def ack_ignores_peer_incarnation() -> AbstractContextManager[None]:
    """What a device had before it was restored counts as arrived."""

    def any_life(connection: Any, device_id: str) -> int:
        found = connection.exec_driver_sql("SELECT max(upto) FROM sync_acked WHERE peer = ?", (device_id,)).scalar_one()
        return int(found or 0)

    return _there(peers, "start_for", any_life)


def acks_kept_after_own_restore() -> AbstractContextManager[None]:
    """A restored device believes receipts for a life that it does not remember."""
    honest = incarnation.renew

    def kept(connection: Any, *args: Any, **kwargs: Any) -> None:
        rows = connection.exec_driver_sql("SELECT peer, actor, upto FROM sync_acked").all()
        honest(connection, *args, **kwargs)
        for row in rows:
            _set_acked(connection, *row)

    return _there(incarnation, "renew", kept)


def same_actor_after_restore() -> AbstractContextManager[None]:
    """A restored or copied device goes on counting where its backup stood."""
    return _there(anchor, "check", lambda *_args, **_kwargs: False)


def single_heard_row() -> AbstractContextManager[None]:
    """One number a device, whichever of its lives it belongs to."""
    honest = peers.note_bundle

    def one_row(connection: Any, me: Any, device_id: str, actor: str, *args: Any, **kwargs: Any) -> Any:
        found = connection.exec_driver_sql(
            "SELECT max(upto), max(number) FROM sync_heard WHERE peer = ?", (device_id,)
        ).one()
        if found[0] is not None:
            connection.exec_driver_sql("DELETE FROM sync_heard WHERE peer = ?", (device_id,))
            connection.exec_driver_sql(
                "INSERT INTO sync_heard (peer, actor, upto, number) VALUES (?, ?, ?, ?)", (device_id, actor, *found)
            )
        return honest(connection, me, device_id, actor, *args, **kwargs)

    return _there(peers, "note_bundle", one_row)


def left_out_is_acknowledged() -> AbstractContextManager[None]:
    """A bundle counts as arrived although part of it was not taken over."""
    honest = peers.note_bundle

    def whole(*args: Any, **kwargs: Any) -> Any:
        return honest(*args, **{**kwargs, "whole": True})

    return _there(peers, "note_bundle", whole)


def nothing_kept_aside() -> AbstractContextManager[None]:
    """What only the office above can judge is left out, and nobody brings it there."""
    return _there(held, "hold", lambda *_args: None)


def digest_ignored() -> AbstractContextManager[None]:
    """Nobody looks whether both sides hold the same."""
    return _there(exchange, "_differs", lambda *_args: False)


def blobs_acked_on_send() -> AbstractContextManager[None]:
    """Evidence that was put on a stick counts as arrived."""
    honest = outgoing_files.load

    def counted(ws: Any, connection: Any, peer: Any, **kwargs: Any) -> Any:
        found = honest(ws, connection, peer, **kwargs)
        if (known := peers.known(connection, peer.device_id)) is not None:
            peers.note_blobs(connection, peer.device_id, known.actor, [each.sha256 for each in found.now])
        return found

    return _there(outgoing_files, "load", counted)


# --- transactions -----------------------------------------------------------------------------------------------------


@contextmanager
def commit_per_record() -> Iterator[None]:
    """Each record is committed by itself."""

    def committed(honest: Any) -> Any:
        def act(self: Any, item: Any) -> None:
            honest(self, item)
            driver_of(self._connection).execute("COMMIT")
            driver_of(self._connection).execute("BEGIN IMMEDIATE")

        return act

    with (
        _there(join.Join, "state", committed(join.Join.state)),
        _there(join.Join, "block", committed(join.Join.block)),
    ):
        yield


def backup_without_capture() -> AbstractContextManager[None]:
    """A backup holds rows that nobody wrote down."""
    return _there(backup, "capture", lambda *_args, **_kwargs: 0)


# --- permissions ------------------------------------------------------------------------------------------------------


@contextmanager
def no_permission_check() -> Iterator[None]:
    """Whoever may sign may say anything."""
    with (
        _everywhere(permit.permitted, lambda theirs, _known, _rights: (theirs, set())),
        _there(permit.Rights, "may_carry", lambda _self, _kind, _dot: True),
    ):
        yield


def no_clamp() -> AbstractContextManager[None]:
    """What a bundle claims to have seen is believed."""
    return _everywhere(permit._believed, lambda _actor, n, *_rest: n)


SWITCHES: Mapping[str, Switch] = {
    "last-writer-wins": last_writer_wins,
    "CSPro rule": merged_clocks_without_an_event,
    "no capture before import": no_capture_before_import,
    "edit drops siblings": edit_drops_siblings,
    "drop unknown fields": drop_unknown_fields,
    "ack on send": ack_on_send,
    "ack ignores gap": ack_ignores_gap,
    "ack ignores peer incarnation": ack_ignores_peer_incarnation,
    "acks kept after own restore": acks_kept_after_own_restore,
    "same actor after restore": same_actor_after_restore,
    "commit per record": commit_per_record,
    "backup without capture": backup_without_capture,
    "winner by actor name": winner_by_actor_name,
    "single heard row": single_heard_row,
    "no permission check": no_permission_check,
    "no clamp": no_clamp,
    "tombstone covers all": tombstone_covers_all,
    "parked never retried": parked_never_retried,
    "blobs acked on send": blobs_acked_on_send,
    "digest ignored": digest_ignored,
    "left out is acknowledged": left_out_is_acknowledged,
    "nothing kept aside": nothing_kept_aside,
}


@dataclass(frozen=True, slots=True)
class Found:
    """How a mistake was found: after so many runs and seconds, by a property; `by` is empty when it was not."""

    runs: int
    seconds: float
    by: str
    problem: str = ""


def hunt(name: str, runs: int = MUTANT_RUNS) -> Found:
    """Try the machine with a switch on until it fails."""

    class Hunted(Exchange):
        begun = 0
        failed_at = 0

        def begin_run(self) -> None:
            Hunted.begun += 1

        def end_run(self, *, sound: bool) -> None:
            if not sound and not Hunted.failed_at:
                Hunted.failed_at = Hunted.begun

    start = time.perf_counter()
    by, problem = "", ""
    with SWITCHES[name]():
        try:
            run_state_machine_as_test(Hunted, settings=hunting(runs))
        except Broken as broken:
            by, problem = broken.property, str(broken)
        except Exception as error:  # noqa: BLE001 (whatever it is, the mistake was seen)
            by, problem = type(error).__name__, str(error)
    return Found(
        Hunted.failed_at or Hunted.begun, time.perf_counter() - start, by, problem.splitlines()[0] if problem else ""
    )


def main() -> int:
    """Print the table; 1 when a mistake was not found."""
    chosen = sys.argv[1:] or list(SWITCHES)
    print(f"{'mistake':32} {'runs':>6} {'seconds':>8}  found by")
    missed = 0
    for name in chosen:
        found = hunt(name)
        missed += not found.by
        print(f"{name:32} {found.runs:6} {found.seconds:8.1f}  {found.by or 'NOT FOUND'}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
