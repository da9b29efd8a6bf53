"""The properties find what they must; `make mutants` prints after how many runs."""

import pytest

from tests.properties.mutants import SWITCHES, hunt
from tests.properties.sheet_world import forget_templates


@pytest.fixture(scope="module", autouse=True)
def _tidy():
    yield
    forget_templates()


@pytest.mark.parametrize("name", SWITCHES)
def test_a_deliberate_mistake_is_found(name):
    found = hunt(name)
    assert found.by, f"{name} was not found in {found.runs} runs"
