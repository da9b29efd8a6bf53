"""The parent's part: rounds x variants, each measurement in a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 900


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing that is measured; `rounds` is in how many rounds, None for all."""

    name: str
    module: str
    given: tuple[str, ...]
    python: Path = Path(sys.executable)
    rounds: int | None = None


def measure(
    variants: Sequence[Variant], rounds: int, known: Mapping[str, Mapping[str, float]], said: Callable[[str], None]
) -> list[dict[str, Any]]:
    """For each round the answers by variant; `known` needs no measuring and is in every round."""
    # The first start of each module reads its files from the disk; that is not what is compared.
    for module, python in dict.fromkeys((each.module, each.python) for each in variants):
        subprocess.run([python, "-c", f"import {module}"], cwd=ROOT, capture_output=True, check=False)
    found = []
    for number in range(rounds):
        asked = [each for each in variants if each.rounds is None or number < each.rounds]
        # Which goes first changes, so that nobody always finds the warmer machine.
        shift = number * 3 % max(len(asked), 1)
        answers: dict[str, Any] = dict(known)
        for each in (*asked[shift:], *asked[:shift]):
            answers[each.name] = answer(each)
        found.append(answers)
        said(f"round {number + 1} of {rounds}")
    return found


def answer(variant: Variant) -> Any:
    """What one child says."""
    given = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PUG_BENCH_STARTED": repr(time.perf_counter()),
    }
    # An installed program is compiled once, at its first start; the reference's modules always are.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [variant.python, "-m", f"tests.bench.{variant.module}", *variant.given],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{variant.name} failed:\n{done.stderr[-4000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])
