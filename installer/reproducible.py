"""Whether two builds are the same, and if not, where they differ.

    python -m installer.reproducible FIRST SECOND

Each is a folder or a file. Somebody who builds a release from its source can so find out whether what was handed out
was made of that source.
"""

import argparse
import stat
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

_PIECE = 1024 * 1024


def differences(first: Path, second: Path) -> list[str]:
    """What differs, a line each; none when both are the same, byte for byte."""
    if not first.is_dir() and not second.is_dir():
        return list(_file_differences(first.name, first, second))
    here, there = _files(first), _files(second)
    found = [f"{name}: only in the first" for name in sorted(here - there)]
    found += [f"{name}: only in the second" for name in sorted(there - here)]
    for name in sorted(here & there):
        found += _file_differences(name, first / name, second / name)
    return found


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}


def _file_differences(name: str, first: Path, second: Path) -> Iterator[str]:
    if first.is_symlink() or second.is_symlink():
        # One may be a link and the other a copy: a difference too.
        targets = [str(path.readlink()) if path.is_symlink() else "a file" for path in (first, second)]
        if targets[0] != targets[1]:
            yield f"{name}: leads to {targets[0]} and {targets[1]}"
        return
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (first, second)]
    if modes[0] != modes[1]:
        yield f"{name}: rights {modes[0]:o} and {modes[1]:o}"
    at = _first_difference(first, second)
    if at is None:
        return
    sizes = [path.stat().st_size for path in (first, second)]
    yield f"{name}: {sizes[0]:,} and {sizes[1]:,} bytes, the first difference at {at:,}"
    if zipfile.is_zipfile(first) and zipfile.is_zipfile(second):
        yield from _member_differences(name, first, second)


def _first_difference(first: Path, second: Path) -> int | None:
    at = 0
    with first.open("rb") as one, second.open("rb") as other:
        while True:
            left, right = one.read(_PIECE), other.read(_PIECE)
            if left != right:
                same = zip(left, right, strict=False)
                return at + next((i for i, (a, b) in enumerate(same) if a != b), min(len(left), len(right)))
            if not left:
                return None
            at += len(left)


def _member_differences(name: str, first: Path, second: Path) -> Iterator[str]:
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
        here = {each.filename: each for each in one.infolist()}
        there = {each.filename: each for each in other.infolist()}
        for member in sorted(here.keys() ^ there.keys()):
            yield f"{name}: {member} only in the {'first' if member in here else 'second'}"
        for member in sorted(here.keys() & there.keys()):
            if here[member].CRC != there[member].CRC:
                yield f"{name}: {member} has other contents"
            elif here[member].date_time != there[member].date_time:
                yield f"{name}: {member} has another time"
        if [*here] != [*there]:
            yield f"{name}: the order of what is inside"


def main(arguments: list[str] | None = None) -> int:
    """Compare from the command line: exit code 0 when both are the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    told = parser.parse_args(arguments)
    found = differences(told.first, told.second)
    print("\n".join(found) if found else f"{told.second} is the same as {told.first}, byte for byte")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
