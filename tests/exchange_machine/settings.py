"""How much is tried, in one place; `make soak` and `make mutants` ask for more by these variables."""

import os
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase

RUNS = int(os.environ.get("PUG_RUNS", "300"))
STEPS = int(os.environ.get("PUG_STEPS", "14"))
SOAK_RUNS = int(os.environ.get("PUG_RUNS", "10000"))
SOAK_STEPS = int(os.environ.get("PUG_STEPS", "30"))
CLOCK_RUNS = 8
CLOCK_STEPS = 12
PROFILE_RUNS = int(os.environ.get("PUG_PROFILE_RUNS", "15"))
PROFILE_STEPS = 12
MUTANT_RUNS = int(os.environ.get("PUG_MUTANT_RUNS", "2000"))

RAM = Path("/dev/shm")
"""A disk in memory, where there is one: the properties are about what is written, not about when it is synced."""

FAILURES = DirectoryBasedExampleDatabase(Path(".hypothesis") / "exchange")
"""Runs that failed are tried first the next time."""


def scratch() -> Path | None:
    """Where the databases of a run lie; None for the usual place."""
    return RAM if RAM.is_dir() and os.access(RAM, os.W_OK) else None


def ordinary(runs: int = RUNS, steps: int = STEPS) -> settings:
    """New runs each time, failures kept and made small."""
    return settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        derandomize=False,
        database=FAILURES,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    )


def hunting(runs: int, steps: int = STEPS) -> settings:
    """New runs until one fails; what fails is not made smaller."""
    return settings(ordinary(runs, steps), phases=(Phase.generate,), database=None, print_blob=False)
