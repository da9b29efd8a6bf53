"""The libraries of the frozen Linux program: ICU's data made small, no folder of the building machine."""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from installer import icu_data, run_paths

QT = Path(PySide6.__file__).parent / "Qt" / "lib"
needs_binutils = pytest.mark.skipif(not shutil.which("objcopy"), reason="binutils make the library")


def package(items: dict[str, bytes]) -> bytes:
    """A package of ICU with these items, each under the name of the package."""
    head = struct.pack("<H2sHH4s4s4s4s", 32, b"\xda\x27", 20, 0, b"\0\0\2\0", b"CmnD", b"\1\0\0\0", b"\3\0\0\0")
    head = head.ljust(32, b"\0")
    names = [b"icudt73l/" + name.encode() + b"\0" for name in sorted(items)]
    at = 4 + 8 * len(items)
    data_at = -(-(at + sum(map(len, names))) // 16) * 16
    table, body = struct.pack("<I", len(items)), b""
    for name, key in zip(names, sorted(items), strict=True):
        table += struct.pack("<II", at, data_at + len(body))
        at += len(name)
        body += items[key].ljust(-(-len(items[key]) // 16) * 16, b"\0")
    return head + (table + b"".join(names)).ljust(data_at, b"\0") + body


def test_two_languages_stay_and_what_belongs_to_none():
    wanted = [
        "root.res",
        "id.res",
        "en_GB.res",
        "coll/ucadata.icu",
        "coll/root.res",
        "zoneinfo64.res",
        "pool.res",
        "curr/en.res",
    ]
    unwanted = [
        "de.res",
        "coll/zh.res",
        "lang/ja_JP.res",
        "ibm-37.cnv",
        "unames.icu",
        "translit/el.res",
        "brkitr/thaidict.dict",
    ]

    assert [name for name in wanted if not icu_data.is_wanted(name)] == []
    assert [name for name in unwanted if icu_data.is_wanted(name)] == []


def test_a_package_keeps_its_form_with_the_wanted_items_alone():
    whole = {"root.res": b"root", "id.res": b"satu" * 9, "de.res": b"eins" * 500, "pool.res": b"p"}

    made = icu_data.smaller(package(whole))

    assert made == package({name: data for name, data in whole.items() if name != "de.res"})


def test_something_else_is_refused():
    with pytest.raises(ValueError, match="not a package"):
        icu_data.smaller(b"\0" * 64)


@needs_binutils
def test_qt_sorts_with_the_small_library_as_with_the_whole_one(tmp_path: Path):
    source = next(QT.glob("libicudata.so.*"))
    library = shutil.copy(source, tmp_path)

    before, after = icu_data.shrink(Path(library))

    sort = (
        "from PySide6.QtCore import QCollator, QLocale; import functools;"
        "c = QCollator(QLocale('id_ID')); c.setNumericMode(True); print(*sorted("
        "['Zulkifli', 'ápril', 'Rapat 10', 'rapat 9', 'Éka', 'eka', 'Ünal', 'übung', 'b-a', 'ba', 'B a'],"
        "key=functools.cmp_to_key(c.compare)), QLocale('id').toUpper('straße ıi'), c.locale().name());"
        "print([line.split()[-1] for line in open('/proc/self/maps') if 'libicudata' in line][0])"
    )
    small = subprocess.run(
        [sys.executable, "-c", sort],
        env={**os.environ, "LD_LIBRARY_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    whole = subprocess.run([sys.executable, "-c", sort], capture_output=True, text=True)
    assert (before, after < 5_000_000) == (source.stat().st_size, True)
    assert small.stdout.splitlines()[1] == library
    assert small.stdout.splitlines()[0] == whole.stdout.splitlines()[0]


def test_a_folder_of_the_machine_becomes_that_of_the_library():
    data = b"\x7fELF..\0/home/builder/.versions/3.11/lib\0libc.so.6\0"

    made = run_paths.without_run_path(data, "/home/builder/.versions/3.11/lib")

    assert len(made) == len(data)
    assert made.startswith(b"\x7fELF..\0$ORIGIN\0")
    assert made.endswith(b"\0libc.so.6\0")


@needs_binutils
def test_libraries_that_name_only_their_own_place_are_left_alone():
    assert run_paths.foreign_run_path(next(QT.glob("libQt6Core.so.6"))) is None
