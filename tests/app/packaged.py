"""A packaged program as the build leaves it: a folder, its list of files, what the program knows it by."""

import hashlib
import json
import sys
from pathlib import Path

import pytest

from pug_desktop import __version__
from pug_desktop.app.program_files import LIST_FILE

FILES = {
    "pug-desktop": b"\x7fELF",
    "lib/libQt6Core.so.6": b"Qt" * 700_000,
    "lib/resources/fonts/LiberationSans-Regular.ttf": b"font",
    "lib/pug_desktop/storage/migrations/env.py": b"",
}


def make_program(folder: Path, *, version: str = __version__) -> Path:
    """Write it with its list."""
    listed = {}
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        listed[name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / LIST_FILE).write_text(json.dumps({"version": version, "files": listed}), encoding="utf-8")
    return folder


def run_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this test is that program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "pug-desktop"))
