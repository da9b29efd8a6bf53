"""Measures: start, saving, capture, export, import, size, memory, evidence; each as a ratio taken in one run.

    python -m tests.bench [--rounds N] [--size ROWS ...] [--only NAME ...] [--no-peers] [--out FILE]

Read the ratios, not the milliseconds; those of the exchange are of processor time. Sizes are attendance rows; the
largest is measured in the first round only, and so are the peers.
Ends with 1 when a goal is not met.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench import child_frozen, data, lists, peer_list, people, table
from tests.bench.goals import FROZEN, GOALS, Goal, figures
from tests.bench.rounds import ROOT, Variant, measure

ONCE_FROM = 300_000
"""Sizes that are measured in one round only."""

EVIDENCE_MB = 150
LISTS = ("ours-hall", "reference-hall", "ours-many", "reference-many", "hostile")
PAIRS = {
    "start-ours": ("child_start", "ours"),
    "start-reference": ("child_start", "reference"),
    "start-frozen": ("child_frozen", "frozen"),
    "start-source": ("child_frozen", "source"),
    "save": ("child_save", "both"),
    "evidence-out": ("child_evidence", "out"),
    "evidence-in": ("child_evidence", "in"),
    "evidence-copy": ("child_evidence", "copy"),
    "heatmap": ("child_overview", "heatmap"),
    "recap": ("child_overview", "recap"),
    "list-print": ("child_list", "both"),
    "people-ours": ("child_people", "ours"),
    "people-reference": ("child_people", "reference"),
    **{f"list-{what}": ("child_import", what) for what in LISTS},
}
LONG = ("people-reference",)
"""What takes minutes, and is measured in the first round only."""
STEPS = ("insert", "capture-new", "capture-same", "export", "import", "again", "newer", "edits")


def main() -> int:
    """Measure, print the tables, write the file."""
    options = _options()
    chosen = [goal for goal in GOALS if not options.only or any(goal.name.startswith(name) for name in options.only)]
    if not chosen:
        print("no such figure; there are:", ", ".join(goal.name for goal in GOALS), file=sys.stderr)
        return 2
    sizes = sorted(options.size or data.SIZES)
    peers = options.peers and (not options.only or any(goal.name == "morango" for goal in chosen))
    if peers:
        peer_list.prepare(_say)
    # On the disk of the checkout: a temporary folder in memory would make every commit free.
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=out) as made:
        variants, known = _prepare(Path(made), chosen, sizes, with_peers=peers)
        rounds = measure(variants, options.rounds, known, _say)
    found = [each for goal in chosen for each in figures(goal, sizes, rounds)]
    print("\n".join(["", *table.lines(found), "", *table.peer_lines(rounds, sizes)]))
    table.write(options.out, found, rounds)
    return 0 if all(each.is_met for each in found) else 1


def _prepare(
    folder: Path, chosen: Sequence[Goal], sizes: Sequence[int], *, with_peers: bool
) -> tuple[list[Variant], Mapping[str, Mapping[str, float]]]:
    """The data, what is to be measured with it, and what the data itself tells."""
    wanted = {variant for goal in chosen for variant in goal.variants}
    variants: list[Variant] = []
    known: dict[str, Any] = {}
    if wanted & set(FROZEN) and not child_frozen.FROZEN.exists():
        _say("the frozen program is not measured: `make deb` makes it")
        wanted -= set(FROZEN)
    if wanted & {"start-ours", "save", *FROZEN}:
        _say("making a district")
        data.make_district(folder / "data" / "profil" / "district")
    if wanted & {"evidence-out", "evidence-in"}:
        _say(f"making {EVIDENCE_MB} MB of evidence")
        data.make_evidence(folder / "evidence", EVIDENCE_MB)
    if wanted & {"heatmap", "recap"}:
        _say("making a province of 1,700 OPD sheets")
        (folder / "province").mkdir()
        data.make_province(folder / "province")
    if wanted & {"people-ours", "people-reference"}:
        _say(f"making a province with {people.ROWS:,} participants")
        people.make(folder / "people")
    if wanted & {f"list-{what}" for what in LISTS}:
        _say("making lists of participants")
        lists.make(folder / "lists")
    own = {f"list-{what}": "lists" for what in LISTS}
    own |= {"evidence-out": "evidence", "evidence-in": "evidence", "evidence-copy": "evidence"}
    own |= {"heatmap": "province", "recap": "province", "people-ours": "people", "people-reference": "people"}
    for name, (module, variant) in PAIRS.items():
        if name in wanted:
            at = folder / own.get(name, "")
            variants.append(Variant(name, module, (variant, str(at)), rounds=1 if name in LONG else None))
    steps = [step for step in STEPS if step in wanted]
    for size in sizes if steps or "size" in wanted else ():
        _say(f"making {size:,} attendance records")
        at = folder / str(size)
        known[f"size@{size}"] = asdict(data.make(at, size))
        rounds = 1 if size >= ONCE_FROM else None
        for step in steps:
            module = "child_plain" if step == "insert" else "child_exchange"
            variants.append(Variant(f"{step}@{size}", module, (step, str(at)), rounds=rounds))
        if with_peers:
            variants += peer_list.variants(at, size, _say)
    return variants, known


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument(
        "--size", type=int, action="append", metavar="ROWS", help="attendance rows (default: all three)"
    )
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="figures whose name starts so")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="the program and plain inserts alone")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "bench.json", help="the file for machines")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
