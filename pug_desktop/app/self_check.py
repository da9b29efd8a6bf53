"""Does this program do its work on this computer? The main job once, in a folder of its own, told in one JSON line.

Made for the frozen program: what the packaging left out, or what a scanner took away, shows here as a step that fails.
No profile of the user is read or written.
"""

import json
import os
import platform
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pug_desktop import __version__, paths

if TYPE_CHECKING:
    from pug_desktop.app.self_check_steps import Trial

T = TypeVar("T")

SCHEMA = 1
"""Of the JSON line: rises when a name changes its meaning or goes away, not when one is added."""

Paint = Callable[[Path], str]
"""Paints the window with a profile and returns what drew it; raises when nothing came of it."""


Note = Callable[[str], None]
"""Keeps the line somewhere."""


@dataclass(slots=True)
class SelfCheck:
    """What came of it.

    Attributes:
        note: told the line before each step.
        steps: of each step the milliseconds it took, or what went wrong.
        facts: what the program is made of here; for whoever reads it on the phone.
        traces: where the steps that failed did so.
    """

    note: Note | None = None
    steps: dict[str, int | str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    traces: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every step ended well."""
        return bool(self.steps) and not self.failed

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the steps that did not."""
        return tuple(name for name, told in self.steps.items() if isinstance(told, str))

    @property
    def line(self) -> str:
        """All of it as one line of JSON, in ASCII: it must come through any console."""
        told = {"schema": SCHEMA, "version": __version__, "ok": self.ok, "steps": self.steps, "facts": self.facts}
        return json.dumps(told)


def run_self_check(paint: Paint | None = None, note: Note | None = None) -> SelfCheck:
    """Do the main job once; a step that fails does not keep the others from being tried.

    Args:
        paint: handed in by `__main__`, since this package knows no Qt; None leaves the window out.
        note: told the result so far before each step, so that one which takes the whole program down leaves its name.
    """
    told = SelfCheck(note, facts=_facts())
    with ExitStack() as stack:
        # The modules, or room for files, may be what is missing.
        made = _try(told, "program", lambda: _load(stack.enter_context(_own_place())))
        if made is None:
            return told
        trial, steps = made
        try:
            for name, act in steps.items():
                _try(told, name, partial(act, trial))
            if paint is not None:
                _try(told, "window", lambda: told.facts.update(window=paint(trial.release_regency())))
            told.facts.update(trial.facts)
        finally:
            trial.close()
    return told


def _load(folder: Path) -> "tuple[Trial, Mapping[str, Callable[[Trial], None]]]":
    from pug_desktop.app.self_check_steps import STEPS, Trial

    return Trial(folder), STEPS


def _try(told: SelfCheck, name: str, act: Callable[[], T]) -> T | None:
    """What the step returns; None when it failed."""
    told.steps[name] = "did not end"
    if told.note is not None:
        told.note(told.line)
    began = time.perf_counter()
    try:
        made = act()
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what the check is for)
        told.steps[name] = f"{type(error).__name__}: {error}"
        told.traces.append("".join(traceback.format_exception(error)))
        return None
    told.steps[name] = round(1000 * (time.perf_counter() - began))
    return made


@contextmanager
def _own_place() -> Iterator[Path]:
    """A folder that goes away afterwards, in which also preferences and new profiles land."""
    folder = Path(tempfile.mkdtemp(prefix="pug-"))
    before = os.environ.get("PUG_DATA_DIR")
    os.environ["PUG_DATA_DIR"] = str(folder / "data")
    try:
        yield folder
    finally:
        if before is None:
            del os.environ["PUG_DATA_DIR"]
        else:
            os.environ["PUG_DATA_DIR"] = before
        shutil.rmtree(folder, ignore_errors=True)


def _facts() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "frozen": "yes" if getattr(sys, "frozen", False) else "no",
        "resources": str(paths.RESOURCES),
    }
