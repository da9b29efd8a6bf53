"""Ten thousand runs over all processors: `make soak`. Says how far it is, and what it found.

The runs are shared out among processes that know nothing of each other; each makes what it found small and says it,
and the rest run on to their end.
"""

import os
import subprocess
import sys
import time

from hypothesis.stateful import run_state_machine_as_test

from tests.exchange_machine.machine import Exchange
from tests.exchange_machine.settings import SOAK_RUNS, SOAK_STEPS, ordinary

TOLD_EVERY = 500
SHARE = "--share"


class Counted(Exchange):
    """Counts what it does."""

    runs = 0
    steps = 0
    start = 0.0

    def begin_run(self) -> None:
        Counted.runs += 1
        if Counted.runs % TOLD_EVERY == 0:
            print(told(), flush=True)

    def steps_done(self) -> None:
        Counted.steps += 1


def told() -> str:
    """Runs, steps, time."""
    seconds = time.perf_counter() - Counted.start
    return f"process {os.getpid()}: {Counted.runs} runs, {Counted.steps} steps, {seconds:.0f} s"


def share(runs: int) -> int:
    """One process's runs; 1 when something does not hold. Hypothesis prints the story."""
    Counted.start = time.perf_counter()
    try:
        run_state_machine_as_test(Counted, settings=ordinary(runs, SOAK_STEPS))
    except AssertionError as broken:
        print(broken)
        print("\n".join(getattr(broken, "__notes__", [])))
        print(f"{told()}: something does not hold")
        return 1
    print(f"{told()}: all held")
    return 0


def main() -> int:
    """1 when something does not hold in any share."""
    started = time.perf_counter()
    processes = min(len(os.sched_getaffinity(0)), SOAK_RUNS)
    shares = [SOAK_RUNS // processes + (each < SOAK_RUNS % processes) for each in range(processes)]
    running = [subprocess.Popen([sys.executable, "-m", __spec__.name, SHARE, str(runs)]) for runs in shares]
    failed = sum(each.wait() != 0 for each in running)
    verdict = f"{failed} of {processes} shares found what does not hold" if failed else "all held"
    print(f"{SOAK_RUNS} runs asked, {time.perf_counter() - started:.0f} s: {verdict}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(share(int(sys.argv[2])) if sys.argv[1:2] == [SHARE] else main())
