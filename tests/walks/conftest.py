"""An office, its district and its province."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pug_desktop.app.workspace import Workspace
from tests.walks.line import make_line


@pytest.fixture
def line(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    made = make_line(tmp_path)
    yield made
    for ws in made:
        ws.close()
