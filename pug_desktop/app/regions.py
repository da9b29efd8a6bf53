"""The provinces and the kabupaten/kota of Indonesia, by their Kemendagri codes, from resources/regions.csv."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pug_desktop.errors import UnknownRegion
from pug_desktop.paths import RESOURCES

PROVINCE = "provinsi"
REGENCY = "kabkota"

# What people write instead of the name of a province.
_SHORT_NAMES = {
    "12": "sumut",
    "13": "sumbar",
    "16": "sumsel",
    "19": "babel",
    "21": "kepri",
    "31": "dki",
    "32": "jabar",
    "33": "jateng",
    "34": "diy",
    "35": "jatim",
    "52": "ntb",
    "53": "ntt",
    "61": "kalbar",
    "62": "kalteng",
    "63": "kalsel",
    "64": "kaltim",
    "65": "kaltara",
    "71": "sulut",
    "72": "sulteng",
    "73": "sulsel",
    "74": "sultra",
    "76": "sulbar",
    "82": "malut",
}


@dataclass(frozen=True, slots=True)
class Region:
    """One region; `level` is "provinsi" or "kabkota", a province's `province_code` is its own code."""

    code: str
    name: str
    level: str
    province_code: str


def provinces() -> tuple[Region, ...]:
    """All 38 provinces, by code."""
    return tuple(each for each in _regions().values() if each.level == PROVINCE)


def regencies(province_code: str) -> tuple[Region, ...]:
    """The kabupaten and kota of one province, by code.

    Raises:
        UnknownRegion: there is no such province.
    """
    if region(province_code).level != PROVINCE:
        raise UnknownRegion(region=province_code)
    return tuple(each for each in _regions().values() if each.level == REGENCY and each.province_code == province_code)


def region(code: str) -> Region:
    """The region with that code: "36" or "36.71".

    Raises:
        UnknownRegion: there is no such region.
    """
    try:
        return _regions()[code]
    except KeyError:
        raise UnknownRegion(region=code) from None


def search(text: str, province_code: str | None = None) -> tuple[Region, ...]:
    """Regions whose name holds every word of `text`, or whose code starts with it; the nearest names come first.

    Case, spaces and hyphens do not matter: "fakfak" finds "Kabupaten Fak Fak". Short names of provinces are known
    ("kalteng"). Without text all are found; with `province_code` only the kabupaten and kota of that province.
    """
    among = regencies(province_code) if province_code is not None else tuple(_regions().values())
    words = [_plain(word) for word in text.split()]
    found = [each for each in among if each.code.startswith(text.strip()) or _matches(each, words)]
    whole = "".join(words)
    return tuple(
        sorted(found, key=lambda each: (_proper_name(each) != whole, not _proper_name(each).startswith(whole)))
    )


def _matches(each: Region, words: list[str]) -> bool:
    name = _plain(each.name) + " " + (_SHORT_NAMES.get(each.code, "") if each.level == PROVINCE else "")
    return all(word in name for word in words)


def _proper_name(each: Region) -> str:
    return _plain(each.name.removeprefix("Kabupaten ").removeprefix("Kota ").removeprefix("Administrasi "))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@cache
def _regions() -> Mapping[str, Region]:
    with (RESOURCES / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Region(row["code"], row["name"], REGENCY if "." in row["code"] else PROVINCE, row["code"][:2])
            for row in csv.DictReader(file)
        }
