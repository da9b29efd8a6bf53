"""Profiles for properties: made once, copied for each run, in memory where there is such a disk."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from pug_desktop.domain.kinds import KINDS, RecordId
from pug_desktop.storage import records
from tests.exchange_machine.settings import scratch

Rows = dict[tuple[str, RecordId], dict[str, object]]


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)


@cache
def _template(name: str) -> Path:
    folder = Path(mkdtemp(prefix=f"pug-{name}-", dir=scratch()))
    create_profile(
        folder / "p", role="opd", region_code="36.71", office_name="Dinas Kesehatan", holder=f"Laptop {name}"
    ).close()
    return folder / "p"


def forget_templates() -> None:
    """Once a module of tests is done."""
    for name in ("a", "b"):
        shutil.rmtree(_template(name).parent, ignore_errors=True)
    _template.cache_clear()


@contextmanager
def laptops(*names: str, clock: Callable[[], datetime]) -> Iterator[list[Workspace]]:
    """Laptops of one office, each with keys of its own."""
    with TemporaryDirectory(dir=scratch()) as folder:
        opened = []
        try:
            for name in names:
                shutil.copytree(_template(name), Path(folder) / name)
                opened.append(open_profile(Path(folder) / name, clock=clock))
            yield opened
        finally:
            for each in opened:
                each.close()


def rows(ws: Workspace) -> Rows:
    """Every row of a profile."""
    with ws.database.read() as connection:
        return {(kind, each.id): each.values for kind in KINDS for each in records.select(connection, kind)}
