"""What every test gets: Qt off screen, no word of the developer's own profiles, databases that are made once."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pug_desktop.storage import schema


@pytest.fixture(scope="session", autouse=True)
def _migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A new database is a copy of the first one: its migrations run once a session, not a thousand times.

    An existing file, and a new one under changed numbers, is migrated as ever.
    """
    real, numbers = schema._upgrade, (schema.SCHEMA, schema.APPLICATION_ID)
    template = tmp_path_factory.mktemp("schema") / "new.db"

    def upgrade(path: Path) -> None:
        if (path.exists() and path.stat().st_size) or numbers != (schema.SCHEMA, schema.APPLICATION_ID):
            real(path)
            return
        if not template.exists():
            real(template)
        shutil.copyfile(template, path)

    schema._upgrade = upgrade
    yield
    schema._upgrade = real
