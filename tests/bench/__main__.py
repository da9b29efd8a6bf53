"""Measures: start, import, size, saving, each as a ratio to the barest thing that does the same on this machine.

    python -m tests.bench [--rounds N] [--only NAME ...] [--out FILE]

Read the ratios, not the milliseconds. Ends with 1 when a goal is not met.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import data, table
from tests.bench.goals import GOALS, Figure, Goal, figure
from tests.bench.rounds import ROOT, measure


def main() -> int:
    """Measure, print the table, write the file."""
    options = _options()
    chosen = [goal for goal in GOALS if not options.only or any(goal.name.startswith(name) for name in options.only)]
    if not chosen:
        print("no such figure; there are:", ", ".join(goal.name for goal in GOALS), file=sys.stderr)
        return 2
    # On the disk of the checkout: a temporary folder in memory would make every commit free.
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=out) as made:
        figures = _measure(chosen, options.rounds, Path(made))
    print("\n".join(["", *table.lines(figures)]))
    table.write(options.out, figures, options.rounds)
    return 0 if all(each.is_met for each in figures) else 1


def _measure(chosen: list[Goal], rounds: int, folder: Path) -> list[Figure]:
    _say("making the data")
    made = data.make(folder)
    known = {
        "bytes_per_record": made.bundle_bytes / made.records,
        "share_of_database": made.bundle_bytes / made.database_bytes,
    }
    children = list(dict.fromkeys(goal.child for goal in chosen if goal.child))
    found = measure(children, rounds, folder, _say)
    return [figure(goal, found[goal.child] if goal.child else [(known, {})]) for goal in chosen]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="figures whose name starts so")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "bench.json", help="the file for machines")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
