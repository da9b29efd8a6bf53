"""The world of the bundle tests."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bundle_world import World, make_world


@pytest.fixture(scope="session")
def world() -> World:
    """Four offices and a stranger, with new keys."""
    return make_world()
