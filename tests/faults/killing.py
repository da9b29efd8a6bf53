"""Starts a child that says what it has done, kills it at a chosen moment and tells what it had said by then."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LONG = bool(os.environ.get("PUG_LONG"))
READY = "ready"
PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Killed:
    """What a child said before it was killed, and when: `time.perf_counter`, which all processes share."""

    said: list[Any]
    at: float
    was_done: bool


class Child:
    """A running child; it prints `"ready"` once, then a line of JSON for each thing that is committed."""

    def __init__(self, module: str, *given: object) -> None:
        # A session of its own: nothing that it starts may outlive it.
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.faults.{module}", *map(str, given)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._said: list[Any] = []
        self._is_ready = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self._process.stdout:
            # A line without its end was cut by the kill: nobody was told.
            if line.endswith("\n"):
                self._said.append(json.loads(line))
                self._is_ready.set()
        self._is_ready.set()

    def kill_after(self, seconds: float) -> Killed:
        """Kill it so long after it was ready."""
        assert self._is_ready.wait(PATIENCE_S)
        time.sleep(seconds)
        was_done = self._process.poll() is not None
        self._process.kill()
        at = time.perf_counter()
        self._process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)
        problem = self._process.stderr.read()
        self._process.stdout.close()
        self._process.stderr.close()
        assert self._said[:1] == [READY], problem
        assert not was_done or self._process.returncode == 0, problem
        return Killed(self._said[1:], at, was_done)


def say(what: object) -> None:
    """In the child: tell the parent; the line has left this process when this returns."""
    os.write(1, (json.dumps(what) + "\n").encode())


def moments(seed: int, count: int, longest_s: float, shortest_s: float = 0.0) -> list[float]:
    """Random moments to kill at; the same ones in every run, more of them when PUG_LONG is set."""
    rnd = random.Random(seed)
    return [rnd.uniform(shortest_s, longest_s) for _ in range(count * (20 if LONG else 1))]
