"""Forms of the catalogue and others beside them."""

from dataclasses import replace

import pytest

from pug_desktop.errors import UnknownForm
from pug_desktop.forms.load import load_form
from pug_desktop.forms.shelf import Shelf

ONE, TWO = load_form("prasyarat-opd", 1), load_form("prasyarat-opd", 2)


def form(version, sha256):
    return replace(ONE, version=version, sha256=sha256 * 32)


def test_without_others_it_is_the_catalogue():
    shelf = Shelf()
    assert shelf.newest("prasyarat-opd") == shelf.current("prasyarat-opd") == TWO
    assert shelf.find("prasyarat-opd", ONE.sha256) == ONE
    assert shelf.find("prasyarat-opd", "00" * 32) is None
    assert (shelf.version("prasyarat-opd", 1), shelf.version("prasyarat-opd", 3)) == (ONE, None)
    with pytest.raises(UnknownForm):
        shelf.newest("prasyarat-desa")


def test_the_highest_version_counts_whatever_the_order():
    three, four = form(3, "aa"), form(4, "bb")
    for added in ((three, four), (four, three)):
        shelf = Shelf(added)
        assert shelf.versions("prasyarat-opd") == (ONE, TWO, three, four)
        assert shelf.current("prasyarat-opd") == four
        assert shelf.newest("prasyarat-kabkota") == load_form("prasyarat-kabkota")


def test_of_two_with_one_version_everybody_takes_the_same_and_both_can_be_found():
    one, other = form(2, "aa"), form(2, "ff")
    for added in ((one, other), (other, one)):
        shelf = Shelf(added)
        assert shelf.current("prasyarat-opd") == shelf.version("prasyarat-opd", 2) == other
        assert shelf.find("prasyarat-opd", one.sha256) == one


def test_below_the_version_that_was_in_use_nothing_new_is_made():
    shelf = Shelf((form(2, "aa"),), {"prasyarat-opd": 3})
    assert shelf.current("prasyarat-opd") is None
    assert shelf.newest("prasyarat-opd").version == 2
    assert shelf.current("prasyarat-kabkota") is not None


def test_only_the_versions_that_are_asked_for_are_read(monkeypatch):
    """An older version costs as much to read as a newer one, and most profiles hold no sheet of it."""
    read = []

    def load(name, version):
        read.append((name, version))
        return load_form(name, version)

    monkeypatch.setattr("pug_desktop.forms.shelf.load_form", load)
    shelf = Shelf()
    assert shelf.current("prasyarat-opd") == shelf.find("prasyarat-opd", TWO.sha256) == TWO
    assert shelf.find("prasyarat-opd", "00" * 32) is None
    assert set(read) == {("prasyarat-opd", 2)}
    assert shelf.find("prasyarat-opd", ONE.sha256) == ONE
