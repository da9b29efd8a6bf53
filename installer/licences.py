"""The licences of everything inside, as texts beside the program: what those who pass it on owe to its makers.

`lib/licences/README.txt` says in Indonesian and English what holds and how Qt is replaced, `third-party.txt` has every
text, `components.json` is the list that the program shows. A build stops when something inside has no licence text,
or one that would make the whole program's licence another (the GPL without an exception).
"""

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from license_expression import ExpressionError, get_spdx_licensing

import pug_desktop
from installer import components, contents
from installer.components import Component
from installer.contents import LicenceProblem

README = Path(__file__).resolve().parent / "licence_texts" / "README.txt"
LICENCE = Path(__file__).resolve().parent.parent / "LICENSE"
FOLDER = "lib/licences"

_SPDX = get_spdx_licensing()
_STRICT = re.compile(r"A?GPL-")
# Harmful whatever a package says of itself: files known to be under the GPL alone.
_STRICT_FILES = re.compile(
    r"DarkGarden|libreadline|libgdbm|x265|libx264|Qt6?(?:Charts|Graphs|DataVis|VirtualKeyb|Lottie)"
)


def may_go_along(licence: str) -> bool:
    """Whether something under this licence may be part of a program under the MIT licence.

    The LGPL may, since its libraries lie in the folder as files of their own; the GPL only with an exception or beside
    another choice.
    """
    return _allowed(_SPDX.parse(licence, validate=_is_all_known(licence)))


def _is_all_known(licence: str) -> bool:
    return "LicenseRef-" not in licence


def _allowed(expression: object) -> bool:
    args = getattr(expression, "args", ())
    if isinstance(expression, _SPDX.OR):
        return any(_allowed(each) for each in args)
    if isinstance(expression, _SPDX.AND):
        return all(_allowed(each) for each in args)
    text = str(expression)
    return " WITH " in text or not _STRICT.match(text)


def problems(found: Iterable[Component], files: Iterable[str] = ()) -> list[str]:
    """What forbids to pass this on, in sentences; none when all is well.

    Args:
        found: everything of others inside.
        files: names of the files inside.
    """
    wrong = [f"{name} is under the GPL and must not be inside" for name in files if _STRICT_FILES.search(name)]
    for each in found:
        if not any(text.strip() for _, text in each.texts):
            wrong.append(
                f"{each.name} {each.version}: no licence text; put one into licence_texts and name it in licences.toml"
            )
        licences = {"": each.licence} | {f" (inside it: {name} {version})": said for name, version, said in each.inner}
        for where, licence in licences.items():
            if licence and not _is_fine(licence):
                wrong.append(f"{each.name} {each.version}{where}: {licence} may not be part of this program")
    return wrong


def _is_fine(licence: str) -> bool:
    try:
        return may_go_along(licence)
    except ExpressionError:
        return False


def write_licences(program: Path, work: Path, packages: Path, own: Sequence[Path], *, beside: Path) -> list[Component]:
    """Write the folder `lib/licences` of a frozen program; called before its files are listed.

    Args:
        program: the frozen program's folder.
        work: PyInstaller's working folder of it.
        packages: the site-packages folder that was frozen.
        own: folders with files of ours.
        beside: gets `sboms/`, the packages' own SBOMs, which go with the release and not into the program.

    Raises:
        LicenceProblem: something may not go out; the message has a line for each.
        UnknownOrigin: a file inside belongs to nobody.
    """
    is_linux = (program / "pug-desktop").exists()
    found = contents.origins(contents.sources(work), packages, own, debian_of=contents.dpkg_of if is_linux else None)
    made = components.components(found, packages, program)
    if wrong := problems(made, (path.name for path in program.rglob("*") if path.is_file())):
        raise LicenceProblem("\n".join(wrong))
    folder = program / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    readme = README.read_text(encoding="utf-8")
    # Notepad before Windows 10 1809, and some tools still in use, show such lines as one.
    (folder / "README.txt").write_text(readme, encoding="utf-8", newline="\n" if is_linux else "\r\n")
    shutil.copyfile(LICENCE, folder / "LICENSE.txt")
    (folder / "third-party.txt").write_text(texts(made), encoding="utf-8", newline="\n")
    (folder / "components.json").write_text(listed(made), encoding="utf-8", newline="\n")
    sboms = beside / "sboms"
    shutil.rmtree(sboms, ignore_errors=True)
    sboms.mkdir(parents=True)
    for each in made:
        for path in each.sboms:
            shutil.copyfile(path, sboms / f"{each.name}-{each.version}-{path.name}")
    return made


def listed(found: Iterable[Component]) -> str:
    """The list that the program shows and the SBOM is made of, as JSON."""
    rows = [
        {
            "name": each.name,
            "version": each.version,
            "kind": each.kind,
            "licence": each.licence,
            "homepage": each.homepage,
            "note": each.note,
            "inner": [list(inner) for inner in each.inner],
        }
        for each in found
    ]
    content = {"schema": 1, "version": pug_desktop.__version__, "components": rows}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def texts(found: Sequence[Component]) -> str:
    """Every licence text, each once, behind a list of what is inside."""
    lines = ["PUG Desktop: what others made and is inside, and under which terms", "", "Contents", ""]
    lines += [f"  {each.name} {each.version}: {each.licence}" for each in found]
    said: dict[str, str] = {}
    for each in found:
        lines += ["", "", "=" * 100, f"{each.name} {each.version}", f"Licence: {each.licence}"]
        lines += [line for line in (each.homepage, each.note) if line]
        for title, text in each.texts:
            body = text.strip()
            where = said.setdefault(body, f"{each.name}, {title}")
            same = where != f"{each.name}, {title}"
            lines += ["", f"--- {title} ---", "", f"The same text as that of {where}." if same else body]
        if each.inner:
            lines += ["", "--- compiled into it ---", ""]
            lines += [f"{name} {version}: {licence or 'see its homepage'}" for name, version, licence in each.inner]
    return "\n".join(lines) + "\n"
