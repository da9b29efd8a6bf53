"""The tool that makes the list of regions refuses a list that looks wrong."""

import csv

import pytest

from pug_desktop.paths import RESOURCES
from tools.make_regions import as_csv, mistakes


@pytest.fixture
def found():
    with (RESOURCES / "regions.csv").open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file)]


def test_the_list_that_is_here_is_right(found):
    assert list(mistakes(found)) == []
    assert as_csv(found) == (RESOURCES / "regions.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("36.71", "KOTA TANGERANG", "36.71: 'KOTA TANGERANG' is not written as a name"),
        ("36.71", "Kota Tangerang ", "36.71: 'Kota Tangerang ' is not written as a name"),
        ("36.71", "Kabupaten Tangerang", "36.71: 'Kabupaten Tangerang' does not fit its code"),
        ("36.71", "Tangerang", "36.71: 'Tangerang' does not fit its code"),
    ],
)
def test_a_wrong_name_is_named(found, code, name, said):
    changed = [(each, name if each == code else was) for each, was in found]

    assert said in list(mistakes(changed))


def test_a_missing_region_and_a_wrong_code_are_named(found):
    changed = [("3671" if code == "36.71" else code, name) for code, name in found]

    assert list(mistakes(changed)) == [
        "38 provinces and 513 regencies, not 38 and 514",
        "3671: not a code",
    ]
