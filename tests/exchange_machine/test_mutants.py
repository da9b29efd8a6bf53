"""The machine finds what it must: every switch changes something, and three mistakes are found at once.

`make mutants` tries all of them.
"""

import sys

import pytest

from tests.exchange_machine.mutants import SWITCHES, hunt

SOON = 40
"""Runs within which a plain mistake is found many times over."""


def _functions():
    return {
        (module.__name__, name, id(value))
        for module in list(sys.modules.values())
        if module is not None and module.__name__.startswith("pug_desktop")
        for owner in (module, *(each for each in vars(module).values() if isinstance(each, type)))
        for name, value in list(vars(owner).items())
        if callable(value) and not name.startswith("__")
    }


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_changes_the_program_and_changes_it_back(name):
    before = _functions()
    with SWITCHES[name]():
        assert _functions() != before
    assert _functions() == before


@pytest.mark.parametrize("name", ["last-writer-wins", "ack on send", "same actor after restore"])
def test_a_plain_mistake_is_found_soon(name):
    found = hunt(name, SOON)
    assert found.by, f"{name} was not found in {found.runs} runs"
