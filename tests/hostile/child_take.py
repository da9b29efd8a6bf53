"""Child: takes files in at a profile, each in a fresh process of its own, and says how each was answered and its cost.

python -m tests.hostile.child_take PROFILE FILE...

One line of JSON for each: [name, error, seconds of processor, seconds, most memory in MB].
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import receive
from pug_desktop.app.workspace import open_profile

MOST_ADDRESSES = 3 * 1024**3
"""A fuse: what would fill the machine ends as a MemoryError instead."""

MOST_CPU_S = 120


def peak_mb() -> float:
    """The most memory that this process ever had. Not `ru_maxrss`, which remembers the parent's across a fork."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def take(profile: Path, path: Path) -> None:
    """One file."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    ws = open_profile(profile)
    cpu_s, started = time.process_time(), time.perf_counter()
    try:
        receive.take_in(ws, path)
        said = ""
    except errors.PugError as error:
        said = type(error).__name__
    except BaseException as error:  # noqa: BLE001 (the parent judges)
        said = repr(error)
    found = [path.name, said, time.process_time() - cpu_s, time.perf_counter() - started, peak_mb()]
    ws.close()
    os.write(1, (json.dumps(found) + "\n").encode())


def main(profile: Path, *paths: Path) -> None:
    """Each file in a fork, so that none inherits the memory of the one before it."""
    for path in paths:
        if (child := os.fork()) == 0:
            take(profile, path)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
