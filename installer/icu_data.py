"""Makes Qt's largest library on Linux small: ICU's data, 32 MB, of which a program in two languages needs a tenth.

`libicudata` is one package of items (ICU's "CmnD" format) behind one symbol. Those of other languages and code pages
are left out, and binutils, which stripping needs anyway, makes a library of the rest. Qt asks it for sorting and for
upper and lower case; dates and numbers it knows by itself.
"""

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_LANGUAGES = {"en", "id", "root"}
_ALIGNMENT = 16

# The items of a language are called after it, in the package's root or in one of these folders.
_LOCALE = re.compile(r"(?:(?:brkitr|coll|curr|lang|rbnf|region|unit|zone)/)?([a-z]{2,3}|root)(?:_\w+)?\.res")
# Code pages, word lists for breaking Thai and Chinese lines, names of characters, transliteration.
_NEVER = re.compile(r".*\.(?:cnv|dict|nnet|model)|unames\.icu|translit/.*|(?:.*/)?(?:lstm|adaboost).*")


def is_wanted(item: str) -> bool:
    """Whether an item, named without the package's name before it, goes along."""
    if _NEVER.fullmatch(item):
        return False
    found = _LOCALE.fullmatch(item)
    return found is None or found[1] in _LANGUAGES


def smaller(package: bytes) -> bytes:
    """The package with the wanted items alone.

    Args:
        package: as it lies in the library: a head, the number of items, pairs of where a name and where its data lie
            (counted from behind the head), the names in order, the data.
    """
    (head,) = struct.unpack_from("<H", package)
    if package[2:4] != b"\xda\x27" or package[12:16] != b"CmnD":
        raise ValueError("not a package of ICU")
    (count,) = struct.unpack_from("<I", package, head)
    places = list(struct.iter_unpack("<II", package[head + 4 : head + 4 + 8 * count]))
    ends = [data for _, data in places[1:]] + [len(package) - head]
    kept = []
    for (name_at, data_at), end in zip(places, ends, strict=True):
        name = package[head + name_at : package.index(b"\0", head + name_at)]
        if is_wanted(name.decode("ascii").split("/", 1)[1]):
            kept.append((name + b"\0", package[head + data_at : head + end]))
    names = b"".join(name for name, _ in kept)
    name_at = 4 + 8 * len(kept)
    data_at = _aligned(name_at + len(names))
    table, body = struct.pack("<I", len(kept)), b""
    for name, data in kept:
        table += struct.pack("<II", name_at, data_at + len(body))
        name_at += len(name)
        body += data.ljust(_aligned(len(data)), b"\0")
    return package[:head] + (table + names).ljust(data_at, b"\0") + body


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def shrink(library: Path) -> tuple[int, int]:
    """Write the library anew with the wanted items alone; its size before and after."""
    before = library.stat().st_size
    symbol, start, size = _place(library)
    # The addresses of the read-only part of such a library are its places in the file.
    data = library.read_bytes()[start : start + size]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "icu").write_bytes(smaller(data))
        section = ["--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"]
        names = ["--redefine-sym", f"_binary_icu_start={symbol}"]
        for each in ("_binary_icu_end", "_binary_icu_size"):
            names += ["--strip-symbol", each]
        align = ["--set-section-alignment", f".data={_ALIGNMENT}"]
        kind = ["-I", "binary", "-O", "elf64-x86-64", "-B", "i386:x86-64"]
        subprocess.run(["objcopy", *kind, *section, *align, *names, "icu", "icu.o"], cwd=work, check=True)
        made = work / library.name
        link = [
            "ld",
            "-shared",
            "-z",
            "noexecstack",
            "--hash-style=gnu",
            "-soname",
            library.name,
            "-o",
            str(made),
            "icu.o",
        ]
        subprocess.run(link, cwd=work, check=True)
        subprocess.run(["strip", str(made)], check=True)
        library.write_bytes(made.read_bytes())
    return before, library.stat().st_size


def _place(library: Path) -> tuple[str, int, int]:
    """The one symbol of the library: its name, where it is, how long."""
    told = subprocess.run(
        ["readelf", "-W", "--dyn-syms", str(library)], check=True, capture_output=True, text=True
    ).stdout
    found = re.search(r"\d+: ([0-9a-f]+)\s+(\w+) OBJECT\s+GLOBAL DEFAULT\s+\d+ (icudt\w+_dat)", told)
    if not found:
        raise ValueError(f"{library}: no data of ICU")
    return found[3], int(found[1], 16), int(found[2], 0)
