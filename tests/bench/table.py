"""The tables for people and the file for machines."""

import json
import os
import platform
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.goals import CPU, Figure, Round
from tests.bench.peer_list import PEERS

HEADINGS = ("figure", "records", "reference", "program", "median", "lowest", "highest", "goal", "")
PEER_HEADINGS = ("", "records", "export ms", "import ms", "again ms", "newer ms", "edits ms", "bytes", "does not")


def lines(figures: Sequence[Figure]) -> list[str]:
    """The table, then what each figure is."""
    what = {each.goal.name: each.goal.what for each in figures}
    return [*_columns([HEADINGS, *map(_row, figures)], 7), "", *(f"{name}: {text}" for name, text in what.items())]


def peer_lines(rounds: Sequence[Round], sizes: Sequence[int]) -> list[str]:
    """What the others took of the processor, beside the program and the plain insert, all from the first round."""
    first = rounds[0]
    rows = [PEER_HEADINGS]
    for size in sizes:
        ours = _ours(first, size)
        if ours:
            rows.append(("program", f"{size:,}", *ours, ""))
        if insert := first.get(f"insert@{size}"):
            rows.append(("insert", f"{size:,}", "", _of(insert, CPU), "", "", "", "", "no exchange at all"))
        for peer in PEERS:
            if found := first.get(f"{peer.name}@{size}"):
                keys = ("export_ms", "import_ms", "again_ms", "newer_ms", "edits_ms", "bytes")
                rows.append((peer.name, f"{size:,}", *(_of(found, key) for key in keys), peer.lacks))
            elif size == min(sizes):
                rows.append((peer.name, f"{size:,}", *("absent",) * 6, peer.lacks))
    return _columns(rows, 8) if len(rows) > 1 else []


def _ours(first: Round, size: int) -> tuple[str, ...]:
    names = ("export", "import", "again", "newer", "edits")
    if not any(f"{name}@{size}" in first for name in names):
        return ()
    times = (_of(first.get(f"{name}@{size}", {}), CPU) for name in names)
    return (*times, _of(first.get(f"size@{size}", {}), "bundle_bytes"))


def _of(found: Mapping[str, float], key: str) -> str:
    return f"{found[key]:,.0f}" if key in found else "-"


def _columns(rows: Sequence[tuple[str, ...]], numbers: int) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    made = [
        "  ".join(
            text.rjust(width) if 0 < place < numbers else text.ljust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    made.insert(1, "-" * max(map(len, made)))
    return made


def _row(each: Figure) -> tuple[str, ...]:
    return (
        each.goal.name,
        f"{each.size:,}" if each.size else "",
        "" if each.reference is None else _short(each.reference),
        _short(each.ours),
        _short(each.median),
        _short(min(each.rounds)),
        _short(max(each.rounds)),
        each.goal.asked,
        ("met" if each.is_met else "NOT MET") if each.goal.has_goal else "",
    )


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def write(out: Path, figures: Sequence[Figure], rounds: Sequence[Round]) -> None:
    """Everything that was measured, with what the machine is."""
    made = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.system(),
        "processors": os.cpu_count(),
        "figures": [
            {
                "name": each.goal.name,
                "records": each.size,
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
        "rounds": rounds,
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
