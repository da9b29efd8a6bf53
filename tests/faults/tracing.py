"""Runs a child under strace: counts its system calls, kills it at one of them, or lets one of them fail.

Without strace, or where tracing is not allowed, tests are skipped with that reason: it is a tool of developers.
"""

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.killing import PATIENCE_S, READY, ROOT

MUTATING = (
    *("write", "writev", "pwrite64", "pwritev", "sendfile", "copy_file_range", "fallocate", "ftruncate", "truncate"),
    *("fsync", "fdatasync", "sync_file_range", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir"),
    *("mkdir", "mkdirat", "link", "linkat", "symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "utimensat"),
)
"""What changes a file, a name or what of them is on the disk."""

_CALL = re.compile(r"^(\d+) +(\w+)\((1, )?")


@dataclass(frozen=True, slots=True)
class Point:
    """The n-th call of that name in a process; `speaks` when it is the child's own word to us."""

    call: str
    n: int
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Traced:
    """What the child said before it ended, and what the trace says."""

    said: list[Any]
    code: int
    problem: str
    trace: str

    @property
    def results(self) -> list[Any]:
        """All that was said after it was ready."""
        return self.said[1:] if self.said[:1] == [READY] else self.said


@functools.cache
def why_not() -> str:
    """Why nothing can be traced here, "" when it can."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if done.returncode == 0 else "tracing is not allowed here"


needs_strace = pytest.mark.skipif(bool(why_not()), reason=why_not() or "strace")


def run(log: Path, options: list[str], *given: object, broken: str = "") -> Traced:
    """A child of `child_carry` under strace."""
    command = ["strace", "-f", "-qq", "-o", log, *options]
    command += [sys.executable, "-m", "tests.faults.child_carry", *map(str, given)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PUG_BROKEN": broken, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines(keepends=True) if line.endswith("\n")]
    return Traced(list(map(json.loads, lines)), done.returncode, done.stderr, log.read_text(errors="replace"))


def count(log: Path, *given: object) -> tuple[Traced, list[Point]]:
    """The whole run, and each mutating call in it as a point to kill at."""
    traced = run(log, ["-e", f"trace={','.join(MUTATING)}"], *given)
    calls: Counter[tuple[str, str]] = Counter()
    points: dict[tuple[str, int], Point] = {}
    for line in traced.trace.splitlines():
        if found := _CALL.match(line):
            process, call, speaks = found.groups()
            calls[process, call] += 1
            n = calls[process, call]
            points.setdefault((call, n), Point(call, n, call == "write" and speaks is not None))
    return traced, [points[key] for key in sorted(points)]


def kill_at(log: Path, point: Point, *given: object) -> Traced:
    """The run, killed when it was about to do that."""
    inject = f"inject={point.call}:signal=SIGKILL:when={point.n}"
    return run(log, ["-e", f"trace={point.call}", "-e", inject], *given)


def fail_at(log: Path, point: Point, error: str, *given: object) -> Traced:
    """The run, in which that one call fails with this error."""
    inject = f"inject={point.call}:error={error}:when={point.n}"
    return run(log, ["-e", f"trace={point.call}", "-e", inject], *given)
