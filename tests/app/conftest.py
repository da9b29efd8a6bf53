"""Profiles to work in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pug_desktop.app.workspace import Workspace, create_profile


@pytest.fixture
def regency(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(tmp_path / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang")
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(tmp_path / "opd", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    yield made
    made.close()
