"""Each thing of others that is inside, with its version, its licence, and the texts that must go along."""

import base64
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from installer.contents import LicenceProblem, Origins, metadata, windows_version

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "resources"
_TABLE = HERE / "licences.toml"
_TEXTS = HERE / "licence_texts"
_DEBIAN_DOCS = Path("/usr/share/doc")

# What a package calls the file with its terms.
_TEXT_NAME = re.compile(r"(?:un)?licen[cs]es?|copying|notice|copyright", re.I)
# Some SBOMs give a licence as a text without a name.
_BY_FIRST_LINE = {"UNICODE LICENSE V3": "Unicode-3.0"}
_IN_DLL = {
    "python": "python3??.dll",
    "openssl": "libcrypto-*.dll",
    "sqlite": "sqlite3.dll",
    "microsoft-runtime": "[Vv][Cc][Rr][Uu][Nn][Tt][Ii][Mm][Ee]140.dll",
}


@dataclass(frozen=True, slots=True)
class Component:
    """One thing of others.

    Attributes:
        kind: "pypi", "debian", "part" or "resource".
        licence: an SPDX expression.
        note: a sentence in English, or empty.
        texts: title and text of each licence text.
        inner: name, version and licence of what the package's own SBOM says to be compiled into it.
        sboms: the files of the package's own SBOM.
    """

    name: str
    version: str
    kind: str
    licence: str
    homepage: str = ""
    note: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    inner: tuple[tuple[str, str, str], ...] = ()
    sboms: tuple[Path, ...] = ()


def table() -> dict[str, Any]:
    """What was looked up by hand."""
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


def components(found: Origins, packages: Path, program: Path) -> list[Component]:
    """Everything of others inside, by kind and name.

    Args:
        found: who made what is inside.
        packages: the site-packages folder that was frozen.
        program: the frozen program's folder, to read versions off.

    Raises:
        LicenceProblem: something inside has no licence that we know of.
    """
    by_hand = table()
    made: list[Component] = []
    problems: list[str] = []
    lists = metadata(packages)
    for name in sorted(found.distributions, key=str.casefold):
        folder, fields = lists[canonicalize_name(name)]
        told = by_hand["distribution"].get(canonicalize_name(name), {})
        made.append(_package(folder, fields, told))
    for package, version in found.debian.items():
        licence = by_hand["debian"].get(package, "")
        text = _DEBIAN_DOCS / package / "copyright"
        if not text.exists():
            problems.append(f"{package}: no {text}")
            continue
        texts = (("copyright", text.read_text(encoding="utf-8", errors="replace")),)
        made.append(Component(package, version, "debian", licence, "", "", texts))
    versions = {canonicalize_name(each.name): each.version for each in made if each.kind == "pypi"}
    for key, told in by_hand["part"].items():
        if key in found.parts or told.get("within") in versions:
            version = (
                versions.get(told.get("within", "")) or _version(key, packages, program) or told.get("version", "")
            )
            made.append(_part(told, version))
    for told in by_hand["resource"].values():
        text = (RESOURCES / told["text"]).read_text(encoding="utf-8")
        texts = ((Path(told["text"]).name, text),)
        made.append(Component(told["name"], told["version"], "resource", told["licence"], told["homepage"], "", texts))
    problems += [
        f"{each.name} {each.version}: no licence is known; look and put it into licences.toml"
        for each in made
        if not each.licence
    ]
    if problems:
        raise LicenceProblem("\n".join(problems))
    return made


def _package(folder: Path, fields: Mapping[str, list[str]], told: Mapping[str, Any]) -> Component:
    sboms = tuple(sorted(folder.glob("sboms/*.json")))
    texts = [
        (
            path.relative_to(folder).as_posix().removeprefix("licenses/"),
            path.read_text(encoding="utf-8", errors="replace"),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _TEXT_NAME.match(path.name)
    ]
    inner = {each for path in sboms for each in _inner(path) if each[0] not in told.get("without", ())}
    return Component(
        name=fields["Name"][0],
        version=fields["Version"][0],
        kind="pypi",
        licence=told.get("licence") or (fields.get("License-Expression") or [""])[0] or _known(fields),
        homepage=_homepage(fields),
        note=told.get("note", ""),
        texts=(*texts, *_own_texts(told)),
        inner=tuple(sorted(inner)),
        sboms=sboms,
    )


def _known(fields: Mapping[str, list[str]]) -> str:
    """The old field, where it is already an SPDX name."""
    said = (fields.get("License") or [""])[0]
    return said if said in {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "LGPL-2.1-only"} else ""


def _part(told: Mapping[str, Any], version: str) -> Component:
    texts = _own_texts(told)
    return Component(told["name"], version, "part", told["licence"], told["homepage"], told.get("note", ""), texts)


def _own_texts(told: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")) for name in told.get("texts", ()))


def _homepage(fields: Mapping[str, list[str]]) -> str:
    for wanted in ("homepage", "home", "source", "source code", "repository", "github", "documentation"):
        for line in fields.get("Project-URL", []):
            label, _, url = line.partition(", ")
            if label.casefold() == wanted:
                return url
    return (fields.get("Home-page") or [""])[0]


def _inner(path: Path) -> list[tuple[str, str, str]]:
    return [
        (each["name"], str(each["version"]), _licence_of(each))
        for each in json.loads(path.read_text(encoding="utf-8")).get("components", [])
        if each.get("version") and each.get("scope") != "excluded"
    ]


def _licence_of(component: Mapping[str, Any]) -> str:
    said = []
    for each in component.get("licenses") or []:
        licence = each.get("license", {})
        text = base64.b64decode(licence.get("text", {}).get("content", "")).decode("utf-8", errors="replace")
        said.append(
            each.get("expression")
            or licence.get("id")
            or _BY_FIRST_LINE.get(text.partition("\n")[0].strip())
            or licence.get("name")
        )
    return " AND ".join(word for word in said if word)


def _version(part: str, packages: Path, program: Path) -> str:
    for library in sorted((program / "lib").glob(_IN_DLL.get(part, "-"))):
        return windows_version(library)
    settings = packages.parent.parent.parent / "pyvenv.cfg"
    if part == "python" and settings.exists():
        lines = dict(
            line.split(" = ", 1) for line in settings.read_text(encoding="utf-8").splitlines() if " = " in line
        )
        return lines["version"]
    return ""
