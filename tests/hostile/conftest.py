"""The world of the hostile tests: offices whose keys the attacker may hold, and a folder in memory to be quick."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.bundle_world import World, make_world


@pytest.fixture(scope="session")
def world() -> World:
    """Four offices and a stranger, with new keys."""
    return make_world()


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory where the system has one: some tests open tens of thousands of files."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        yield Path(folder)
