"""Makes a province of any size from a seed: offices, people, meetings, answers, evidence; for benches and practice.

    python tools/make_province.py --out FOLDER [--districts 2] [--offices 45] [--attendance 13000] [--evidence-mb 50]

FOLDER gets a profile of the province, of each kabupaten/kota and of `--laptops` offices, enrolled but not yet
exchanged; with `--one` a single profile that holds everything. All but the keys follows from the seed; all is invented.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pug_desktop import errors
from tools.province.invent import Wanted
from tools.province.lay import Laid, lay_one, lay_profiles

SAID_EVERY_S = 0.5


def main(given: Sequence[str] | None = None) -> int:
    """Make it; 2 when it cannot be made as asked."""
    options = _parser().parse_args(given)
    wanted = Wanted(
        province=options.province,
        districts=options.districts,
        offices=options.offices,
        attendance=options.attendance,
        evidence_mb=options.evidence_mb,
        seed=options.seed,
        year=options.year,
    )
    out: Path = options.out
    if problem := wanted.problem() or _problem(options) or _not_empty(out):
        print(problem, file=sys.stderr)
        return 2
    told = _Told()
    try:
        out.mkdir(parents=True, exist_ok=True)
        laid = (
            lay_one(wanted, out, say=told)
            if options.one
            else lay_profiles(wanted, out, laptops=options.laptops, say=told)
        )
    except (OSError, errors.PugError) as error:
        told.end()
        print(f"{out} cannot be written: {error}", file=sys.stderr)
        return 2
    told.end()
    _report(laid, out)
    return 0


def _parser() -> argparse.ArgumentParser:
    default = Wanted()
    parser = argparse.ArgumentParser(prog="make_province.py", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="an empty folder, made when missing")
    parser.add_argument("--province", default=default.province, help="its code (default: 36, Banten)")
    parser.add_argument("--districts", type=int, default=default.districts, help="kabupaten/kota (default: 1)")
    parser.add_argument("--offices", type=int, default=default.offices, help="offices of each district (default: 45)")
    parser.add_argument("--attendance", type=int, default=default.attendance, help="attendance rows in all (13,000)")
    parser.add_argument("--evidence-mb", type=int, default=0, help="megabytes of evidence files in all (default: 0)")
    parser.add_argument("--seed", type=int, default=default.seed, help="the same number gives the same province")
    parser.add_argument("--year", type=int, default=default.year, help="the year of the meetings and sheets")
    parser.add_argument("--laptops", type=int, default=1, help="offices of the first district with a profile (1)")
    parser.add_argument("--one", action="store_true", help="one profile that holds everything")
    return parser


def _problem(options: argparse.Namespace) -> str | None:
    if not 0 <= options.laptops <= options.offices:
        return f"--laptops goes from 0 to the number of offices, {options.offices}; {options.laptops} is outside."
    return None


def _not_empty(out: Path) -> str | None:
    if out.is_dir():
        return f"{out} holds something already; name an empty folder." if any(out.iterdir()) else None
    return f"{out} is a file; name an empty folder." if out.exists() else None


class _Told:
    """One line that is written over: what is being made and how far it is."""

    def __init__(self) -> None:
        self._last = 0.0
        self._is_terminal = sys.stderr.isatty()
        self._what = ""

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if what == self._what and (now - self._last < SAID_EVERY_S or not self._is_terminal):
            return
        self._last, self._what = now, what
        line = f"{done:>10,} of {total:,} attendance rows  {what}"[:110]
        print(f"\r{line:<110}" if self._is_terminal else line, end="" if self._is_terminal else "\n", file=sys.stderr)

    def end(self) -> None:
        """The last line stays."""
        if self._is_terminal:
            print(file=sys.stderr)


def _report(laid: Laid, out: Path) -> None:
    counts: Counter[str] = laid.counts
    profiles = [each for each in (laid.province, *laid.districts, *laid.laptops) if each is not None]
    print(f"{sum(counts.values()):,} records in {len(profiles)} profiles in {out}")
    print(", ".join(f"{kind} {count:,}" for kind, count in counts.most_common()))
    if laid.evidence_bytes:
        print(f"{counts['evidence']:,} evidence files, {laid.evidence_bytes / 1e6:,.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
