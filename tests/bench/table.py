"""The table for people and the file for machines."""

import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from tests.bench.goals import Figure

HEADINGS = ("figure", "reference", "program", "median", "lowest", "highest", "goal", "")


def lines(figures: Sequence[Figure]) -> list[str]:
    """The table, then what each figure is."""
    rows = [HEADINGS, *(_row(each) for each in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    made = [
        "  ".join(
            text.rjust(width) if 0 < place < 6 else text.ljust(width) for place, (text, width) in enumerate(zipped)
        )
        for zipped in (list(zip(row, widths, strict=True)) for row in rows)
    ]
    made.insert(1, "-" * len(made[0]))
    return [*(line.rstrip() for line in made), "", *(f"{each.goal.name}: {each.goal.what}" for each in figures)]


def _row(each: Figure) -> tuple[str, ...]:
    unit = " ms" if each.goal.key.endswith("_ms") else ""
    has_goal = each.goal.at_most is not None or each.goal.at_least is not None
    return (
        each.goal.name,
        "" if each.reference is None else f"{_short(each.reference)}{unit}",
        f"{_short(each.ours)}{unit}",
        _short(each.median),
        _short(min(each.rounds)),
        _short(max(each.rounds)),
        each.goal.asked,
        ("met" if each.is_met else "NOT MET") if has_goal else "",
    )


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def write(out: Path, figures: Sequence[Figure], rounds: int) -> None:
    """Everything that was measured, with what the machine is."""
    made = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.system(),
        "processors": os.cpu_count(),
        "rounds": rounds,
        "figures": [
            {
                "name": each.goal.name,
                "what": each.goal.what,
                "goal": each.goal.asked,
                "met": each.is_met,
                "median": each.median,
                "rounds": each.rounds,
                "program": each.ours,
                "reference": each.reference,
            }
            for each in figures
        ],
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
