"""Makes resources/regions.csv from the npm package idn-area-data.

    npm pack idn-area-data@4.0.1 && tar xzf idn-area-data-4.0.1.tgz
    python tools/make_regions.py package

The names are taken as the package has them (it follows the ministry's list), except those in SPELLING.
"""

import csv
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

PROVINCES = 38
REGENCIES = 514

# Written otherwise in the law that founded the region (UU 5/1965, UU 32/2003) and on its own letterhead.
SPELLING = {
    "62.71": "Kota Palangka Raya",
    "72.09": "Kabupaten Tojo Una-Una",
}

PROVINCE_CODE = re.compile(r"\d\d")
REGENCY_CODE = re.compile(r"\d\d\.\d\d")
WORD = re.compile(r"[A-Z][a-z]+(-[A-Z][a-z]+)?|dan")


def rows(package: Path) -> list[tuple[str, str]]:
    """Code and name of every province and regency, by code: each province before its regencies."""
    found = [(row["code"], row["name"]) for row in _read(package / "data" / "provinces.csv")]
    found += [(row["code"], row["name"]) for row in _read(package / "data" / "regencies.csv")]
    return sorted((code, SPELLING.get(code, name)) for code, name in found)


def mistakes(found: list[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the rows, a sentence each."""
    provinces = [code for code, _ in found if PROVINCE_CODE.fullmatch(code)]
    regencies = [code for code, _ in found if REGENCY_CODE.fullmatch(code)]
    if (len(provinces), len(regencies)) != (PROVINCES, REGENCIES):
        yield f"{len(provinces)} provinces and {len(regencies)} regencies, not {PROVINCES} and {REGENCIES}"
    for code, name in found:
        if code not in provinces and code not in regencies:
            yield f"{code}: not a code"
        if not all(WORD.fullmatch(word) for word in name.split(" ")):
            yield f"{code}: {name!r} is not written as a name"
        if code in regencies:
            if code[:2] not in provinces:
                yield f"{code}: no such province"
            # Kemendagri numbers kabupaten from 01 and kota from 71.
            if name.startswith("Kota ") != (int(code[3:]) >= 71) or not name.startswith(("Kota ", "Kabupaten ")):
                yield f"{code}: {name!r} does not fit its code"


def as_csv(found: list[tuple[str, str]]) -> str:
    """The file's text."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([("code", "name"), *found])
    return out.getvalue()


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    """Write the file, or print what is wrong with the package and write nothing."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    package = Path(sys.argv[1])
    found = rows(package)
    if wrong := list(mistakes(found)):
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    (RESOURCES / "regions.csv").write_text(as_csv(found), encoding="utf-8", newline="\n")
    licence = (package / "data" / "LICENSE.md").read_text(encoding="utf-8")
    (RESOURCES / "regions-licence.md").write_text(licence, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
