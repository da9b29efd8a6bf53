"""The parent's part: rounds x variants, each measurement in a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.goals import Found

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300

PAIRED = ("child_save",)
"""These measure both variants in one process, in turns."""


def measure(
    children: Sequence[str], rounds: int, folder: Path, said: Callable[[str], None]
) -> dict[str, list[tuple[Found, Found]]]:
    """For each child the rounds: the program's and the reference's answer, taken one after the other."""
    found: dict[str, list[tuple[Found, Found]]] = {child: [] for child in children}
    # The first start of each reads its files from the disk; that is not what is compared.
    for child in children:
        _pair(child, folder, reference_first=True)
    for number in range(rounds):
        for child in children:
            # Which goes first changes, so that neither always finds the warmer machine.
            found[child].append(_pair(child, folder, reference_first=number % 2 == 0))
        said(f"round {number + 1} of {rounds}")
    return found


def _pair(child: str, folder: Path, *, reference_first: bool) -> tuple[Found, Found]:
    if child in PAIRED:
        answers = _answer(child, "both", folder)
    else:
        order = ("reference", "ours") if reference_first else ("ours", "reference")
        answers = {variant: _answer(child, variant, folder) for variant in order}
    return answers["ours"], answers["reference"]


def _answer(child: str, variant: str, folder: Path) -> Any:
    """What one child says."""
    given = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PUG_BENCH_STARTED": repr(time.perf_counter()),
    }
    # An installed program is compiled once, at its first start; the reference's modules always are.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{child}", variant, str(folder)],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{child} {variant} failed:\n{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])
