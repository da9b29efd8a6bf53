"""Ten thousand runs: `make soak`. Says how far it is, and what it found."""

import sys
import time

from hypothesis.stateful import run_state_machine_as_test

from tests.exchange_machine.machine import Exchange
from tests.exchange_machine.settings import SOAK_RUNS, SOAK_STEPS, ordinary

TOLD_EVERY = 500


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
    return f"{Counted.runs} runs, {Counted.steps} steps, {time.perf_counter() - Counted.start:.0f} s"


def main() -> int:
    """1 when something does not hold; Hypothesis prints the story."""
    Counted.start = time.perf_counter()
    try:
        run_state_machine_as_test(Counted, settings=ordinary(SOAK_RUNS, SOAK_STEPS))
    except AssertionError as broken:
        print(broken)
        print("\n".join(getattr(broken, "__notes__", [])))
        print(f"{told()}: something does not hold")
        return 1
    print(f"{told()}: all held")
    return 0


if __name__ == "__main__":
    sys.exit(main())
