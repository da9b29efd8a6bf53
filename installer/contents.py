"""What is inside a frozen program: which packages, whose libraries.

PyInstaller writes down what it put together and from which file each piece came. That is the one account of what is
really inside; the environment that was frozen holds more.
"""

import ast
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from functools import cache
from pathlib import Path

from packaging.utils import canonicalize_name


class LicenceProblem(Exception):
    """Something inside may not go out, or not like this."""


class UnknownOrigin(LicenceProblem):
    """A file inside that nobody answers for."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Who made what is inside.

    Attributes:
        distributions: names of Python packages, as their metadata write them.
        debian: versions of the Debian packages whose libraries are inside, by package.
        parts: further parts by their name in licences.toml, such as "python", with a file of each.
    """

    distributions: frozenset[str]
    debian: Mapping[str, str]
    parts: Mapping[str, str]


# By the name of the file; Windows' CPython brings these along without a packing list.
_PARTS = (
    (re.compile(r"(?:vcruntime|msvcp|concrt|ucrtbase|api-ms-win)[\w.-]*\.dll", re.I), "microsoft-runtime"),
    (re.compile(r"lib(?:crypto|ssl)-[\w-]+\.dll", re.I), "openssl"),
    (re.compile(r"sqlite3\.dll", re.I), "sqlite"),
    (re.compile(r"libffi-\d+\.dll", re.I), "libffi"),
)
# Statically inside these modules of Windows' CPython; on Linux they are libraries of their own.
_WITHIN = {"_bz2.pyd": "bzip2", "_lzma.pyd": "liblzma"}
# In a build under Wine our own folders have names of Windows.
_OURS = re.compile(
    r"[A-Za-z]:/.*(?:/(?:pug_desktop|resources|localpycs)/.+|/(?:PYZ-00\.pyz|empty\.py|pug-desktop\.\w+))"
)
_PYTHON = re.compile(
    r"/lib/python3\.\d+/|/libpython3|^[A-Za-z]:/(?i:.*/(?:lib|dlls)/)|python3\d*\.dll$|\.pyd$|base_library\.zip$"
)


def sources(work: Path) -> dict[str, str]:
    """Everything that PyInstaller put together: what it is called inside, and the file that it came from.

    Args:
        work: PyInstaller's working folder of this program, with its `.toc` files.
    """
    found: dict[str, str] = {}
    for pattern in ("PYZ-*.toc", "PKG-*.toc", "COLLECT-*.toc"):
        for path in sorted(work.glob(pattern)):
            for entries in ast.literal_eval(path.read_text(encoding="utf-8")):
                if isinstance(entries, list):
                    found |= {each[0]: each[1] for each in entries if _is_file(each)}
    if not found:
        raise UnknownOrigin(f"no account of PyInstaller's in {work}")
    return found


def _is_file(entry: tuple[object, ...]) -> bool:
    # A link names its target inside the folder, an option nothing, a package without a file of its own "-".
    return len(entry) == 3 and entry[1] not in ("", "-") and entry[2] not in ("SYMLINK", "OPTION")


def origins(
    found: Mapping[str, str],
    packages: Path,
    own: Iterable[Path],
    *,
    debian_of: Callable[[str], tuple[str, str] | None] | None = None,
) -> Origins:
    """Who made each of the files.

    Args:
        found: what `sources` gave.
        packages: the site-packages folder that was frozen.
        own: folders with files of ours: the checkout, PyInstaller's working folder.
        debian_of: tells the Debian package of a library and its version; None where there is no dpkg.

    Raises:
        UnknownOrigin: files are inside that no package lists.
    """
    listed = _listed(packages)
    ours = [_plain(folder) for folder in own]
    distributions, parts, strange = set(), {}, []
    debian: dict[str, str] = {}
    for name, source in found.items():
        path = _plain(source)
        if part := _part(path):
            parts.setdefault(part, source)
        elif "/site-packages/" in path:
            inside = path.rsplit("/site-packages/", 1)[1].casefold()
            if owner := listed.get(inside):
                distributions.add(owner)
            elif not inside.endswith((".toc", ".pyz")):
                strange.append(f"{name} ({inside})")
        elif _PYTHON.search(path):
            parts.setdefault("python", source)
            if within := _WITHIN.get(path.rsplit("/", 1)[1].casefold()):
                parts.setdefault(within, source)
        elif any(path.startswith(folder + "/") for folder in ours) or _OURS.fullmatch(path):
            continue
        elif debian_of and (package := debian_of(source)):
            debian[package[0]] = package[1]
        else:
            strange.append(f"{name} ({path})")
    if strange:
        raise UnknownOrigin("nobody answers for " + ", ".join(sorted(strange)))
    return Origins(frozenset(distributions), dict(sorted(debian.items())), parts)


def dpkg_of(source: str) -> tuple[str, str] | None:
    """The Debian package that a library of this machine belongs to, and its version."""
    path = Path(source)
    real = path.resolve()
    # Since /lib became a link to /usr/lib, dpkg may know a file by either name.
    for each in (path, real, Path(str(real).removeprefix("/usr"))):
        done = subprocess.run(["dpkg-query", "-S", str(each)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            package = done.stdout.splitlines()[0].split(":", 1)[0]
            return package, _dpkg_version(package)
    return None


@cache
def _dpkg_version(package: str) -> str:
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package], capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()[0]


def windows_version(library: Path) -> str:
    """The version that a Windows library says it has; empty when it says none."""
    data = library.read_bytes()
    key = "ProductVersion\0".encode("utf-16-le")
    at = data.find(key)
    if at < 0:
        return ""
    text = data[at + len(key) : at + len(key) + 80].decode("utf-16-le", errors="ignore").lstrip("\0")
    found = re.match(r"\d+(?:[.,] ?\d+)*", text)
    return found[0].replace(", ", ".").replace(",", ".") if found else ""


def metadata(packages: Path) -> dict[str, tuple[Path, dict[str, list[str]]]]:
    """The packing list of each Python package by its canonical name: its folder, and the fields of its METADATA."""
    found = {}
    for folder in sorted(packages.glob("*.dist-info")):
        read = HeaderParser().parsestr((folder / "METADATA").read_text(encoding="utf-8"))
        fields = {key: read.get_all(key, []) for key in read}
        found[canonicalize_name(fields["Name"][0])] = (folder, fields)
    return found


def _listed(packages: Path) -> dict[str, str]:
    """The package of every file below site-packages, by the file's path in small letters."""
    found = {}
    for folder, fields in metadata(packages).values():
        for line in (folder / "RECORD").read_text(encoding="utf-8").splitlines():
            path = line.rsplit(",", 2)[0].strip('"').replace("\\", "/")
            found[path.casefold()] = fields["Name"][0]
    return found


def _part(path: str) -> str | None:
    name = path.rsplit("/", 1)[1] if "/" in path else path
    return next((part for pattern, part in _PARTS if pattern.fullmatch(name)), None)


def _plain(path: str | Path) -> str:
    return str(path).replace("\\", "/").rstrip("/")
