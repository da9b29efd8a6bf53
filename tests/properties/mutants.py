"""Deliberate mistakes that the properties must find, as switches; run as a module it tries each until it is found.

As in `tests/exchange_machine/mutants.py`: each replaces functions of the product while it is on.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from unittest import mock

import pytest
from hypothesis import Verbosity, settings

from pug_desktop.app import edit, sheet_lock
from pug_desktop.app.workspace import Workspace
from pug_desktop.replica import permit
from pug_desktop.storage import bin, project
from pug_desktop.storage.database import Connection
from tests.exchange_machine.settings import hunting
from tests.properties import sheet_world, test_bin_and_undo, test_final_versions

Switch = Callable[[], AbstractContextManager[object]]
Property = Callable[..., None]

RUNS = 100


# --- the bin ----------------------------------------------------------------------------------------------------------


def bin_not_filled() -> AbstractContextManager[object]:
    """What goes lies nowhere."""
    return mock.patch.object(bin, "keep", return_value=None)


def children_not_kept() -> AbstractContextManager[object]:
    """What goes with its parent lies nowhere."""
    honest = bin.keep

    def alone(*args: object, batch: str, by: str) -> None:
        if batch == args[2]:
            honest(*args, batch=batch, by=by)

    return mock.patch.object(bin, "keep", alone)


def hidden_not_kept() -> AbstractContextManager[object]:
    """What others remove lies nowhere."""
    honest = project.Projection._row

    def unkept(self: object, state: object) -> object:
        with bin_not_filled():
            return honest(self, state)

    return mock.patch.object(project.Projection, "_row", unkept)


def purged_too_early() -> AbstractContextManager[object]:
    """The bin lets go a day before its time."""
    honest = bin.stamp

    def early(connection: Connection, now: int) -> None:
        honest(connection, now)
        connection.exec_driver_sql("DELETE FROM bin WHERE removed_at < ?", (now - bin.KEPT_S + 24 * 3600,))

    return mock.patch.object(bin, "stamp", early)


def any_clock_believed() -> AbstractContextManager[object]:
    """A clock that was set counts as time that passed."""
    return mock.patch.object(bin, "_follow_clock", return_value=None)


# --- undo -------------------------------------------------------------------------------------------------------------


SKIPPED = 37
"""Of some sixty steps this one is not turned round."""


def an_undo_skipped() -> AbstractContextManager[object]:
    """One undo takes nothing back."""
    return _skipped("undo", "done", "undone")


def a_redo_skipped() -> AbstractContextManager[object]:
    """One redo does nothing again."""
    return _skipped("redo", "undone", "done")


def _skipped(name: str, source: str, goal: str) -> AbstractContextManager[object]:
    honest = getattr(edit, name)

    def skipping(ws: Workspace, lang: str = "id") -> object:
        steps = getattr(ws.history, source)
        if len(steps) != SKIPPED:
            return honest(ws, lang)
        getattr(ws.history, goal).append(steps.pop())
        return ""

    return mock.patch.object(edit, name, skipping)


def undo_in_the_wrong_order() -> AbstractContextManager[object]:
    """The step before the last is taken back first."""
    honest = edit.undo

    def turned(ws: Workspace, lang: str = "id") -> object:
        done = ws.history.done
        if len(done) > 1:
            done[-1], done[-2] = done[-2], done[-1]
        return honest(ws, lang)

    return mock.patch.object(edit, "undo", turned)


def undo_brings_back_the_top_alone() -> AbstractContextManager[object]:
    """What went with a removed record does not come back with it."""
    honest = edit.removed_changes

    return mock.patch.object(edit, "removed_changes", lambda *args: honest(*args)[:1])


# --- final versions ---------------------------------------------------------------------------------------------------


def lock_off() -> AbstractContextManager[object]:
    """A final version can be written over by hand."""
    return mock.patch.object(sheet_lock, "refuse_change", return_value=None)


def removal_allowed() -> AbstractContextManager[object]:
    """A final version can be removed by hand."""
    return mock.patch.object(sheet_lock, "refuse_removal", return_value=None)


def immutability_off() -> AbstractContextManager[object]:
    """A final version merges as any record does."""
    return mock.patch.object(permit, "_is_immutable", return_value=False)


def immutability_for_values_alone() -> AbstractContextManager[object]:
    """A bundle can remove a final version, though not change it."""
    honest = permit._cell

    def deletable(theirs: object, name: str, *args: object) -> object:
        if name != permit.DELETED:
            return honest(theirs, name, *args)
        with immutability_off():
            return honest(theirs, name, *args)

    return mock.patch.object(permit, "_cell", deletable)


BIN = test_bin_and_undo.no_row_vanishes
UNDO = test_bin_and_undo.undoing_all_gives_the_same_records
FINAL = test_final_versions.no_final_version_changes

SWITCHES: Mapping[str, tuple[Switch, Property]] = {
    "bin not filled": (bin_not_filled, BIN),
    "children not kept": (children_not_kept, BIN),
    "what others remove not kept": (hidden_not_kept, BIN),
    "purged too early": (purged_too_early, BIN),
    "any clock believed": (any_clock_believed, BIN),
    "an undo skipped": (an_undo_skipped, UNDO),
    "a redo skipped": (a_redo_skipped, UNDO),
    "undo in the wrong order": (undo_in_the_wrong_order, UNDO),
    "undo brings back the top alone": (undo_brings_back_the_top_alone, UNDO),
    "lock off": (lock_off, FINAL),
    "removal allowed": (removal_allowed, FINAL),
    "immutability off": (immutability_off, FINAL),
    "immutability for values alone": (immutability_for_values_alone, FINAL),
}


@dataclass(frozen=True, slots=True)
class Found:
    """How a mistake was found: after so many runs and seconds, by what; `by` is empty when it was not."""

    runs: int
    seconds: float
    by: str


def hunt(name: str, runs: int = RUNS) -> Found:
    """Try a property with a switch on until it fails."""
    switch, holds = SWITCHES[name]
    start, by = time.perf_counter(), ""
    with _counted() as begun, switch():
        try:
            holds(settings(hunting(runs, test_final_versions.STEPS), verbosity=Verbosity.quiet))
        except (AssertionError, pytest.fail.Exception):
            by = holds.__name__
        except Exception as error:  # noqa: BLE001 (whatever it is, the mistake was seen)
            by = type(error).__name__
    # What failed runs once more, so that hypothesis can tell of it.
    return Found(begun[0] - bool(by), time.perf_counter() - start, by)


@contextmanager
def _counted() -> Iterator[list[int]]:
    begun, honest = [0], sheet_world.laptops

    def counting(*names: str, **given: object) -> object:
        begun[0] += 1
        return honest(*names, **given)

    with (
        mock.patch.object(test_bin_and_undo, "laptops", counting),
        mock.patch.object(test_final_versions, "laptops", counting),
    ):
        yield begun


def main() -> int:
    """Print the table; 1 when a mistake was not found."""
    chosen = sys.argv[1:] or list(SWITCHES)
    print(f"{'mistake':32} {'runs':>6} {'seconds':>8}  found by")
    missed = 0
    for name in chosen:
        found = hunt(name)
        missed += not found.by
        print(f"{name:32} {found.runs:6} {found.seconds:8.1f}  {found.by or 'NOT FOUND'}", flush=True)
    sheet_world.forget_templates()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
