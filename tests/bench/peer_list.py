"""The peers: which there are, up to which size each is run, what each does not do; and their own environment."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.rounds import ROOT, Variant

ENVIRONMENT = ROOT / ".venv-peers"
PACKAGES = ("morango==0.8.15", "pygeodiff==2.3.2", "apsw==3.54.1.0", "openpyxl==3.1.5")


@dataclass(frozen=True, slots=True)
class Peer:
    """One of them. `largest` is the largest number of attendance rows at which all of it takes under two minutes."""

    name: str
    module: str
    given: tuple[str, ...]
    largest: int
    lacks: str
    needs: str = ""


PEERS = (
    Peer(
        "morango",
        "peers.morango_run",
        (),
        13_000,
        "meetings and attendance only; over a network; the higher counter wins a field, silently",
        "morango",
    ),
    Peer(
        "geodiff",
        "peers.geodiff",
        (),
        500_000,
        "no keys; needs the common base file and equal tables; twice the same is an error; no rebase of binary ids",
        "pygeodiff",
    ),
    Peer(
        "session",
        "peers.session",
        (),
        500_000,
        "no keys, no causality; equal tables; a lost changeset breaks the chain",
        "apsw",
    ),
    Peer("git", "child_plain", ("git",), 100_000, "no keys; text conflicts between neighbouring lines; whole history"),
    Peer("copy", "child_plain", ("copy",), 500_000, "merges nothing: the receiver's own work is gone"),
    Peer("zip", "child_plain", ("zip",), 500_000, "merges nothing: the receiver's own work is gone"),
    Peer("sheet", "peers.sheet", (), 100_000, "no keys, no causality: the last sheet wins, nobody is told", "openpyxl"),
)


def variants(folder: Path, size: int, say: Callable[[str], None]) -> list[Variant]:
    """The peers that can run at a size; each in the first round only, they take long."""
    found = []
    for peer in PEERS:
        if size > peer.largest:
            continue
        python = _python() if peer.needs else Path(sys.executable)
        if peer.needs and not _has(python, peer.needs):
            say(f"{peer.name}: not installed, left out")
            continue
        found.append(Variant(f"{peer.name}@{size}", peer.module, (*peer.given, str(folder)), python, rounds=1))
    return found


def prepare(say: Callable[[str], None]) -> None:
    """Make the environment of the peers; what cannot be installed is absent afterwards."""
    if all(_has(_python(), peer.needs) for peer in PEERS if peer.needs):
        return
    say(f"installing the peers into {ENVIRONMENT.name}")
    if not _python().exists():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(ENVIRONMENT)], check=False)
    pip = ("-m", "pip", "--disable-pip-version-check", "--python", str(_python()), "install", "--quiet")
    for package in PACKAGES:
        # The environment of the program has no pip of its own: any Python on this machine that has one will do.
        for python in (sys.executable, "python3.11", "python3"):
            if subprocess.run([python, *pip, package], capture_output=True, check=False).returncode == 0:
                break


def _python() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _has(python: Path, module: str) -> bool:
    return (
        python.exists()
        and subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
    )
