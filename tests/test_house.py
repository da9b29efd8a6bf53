"""The house rules that no other tool checks: names, sizes, origins, pins."""

import ast
import re
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import pug_desktop

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "pug_desktop").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Such modules become the knot of the import cycles.
BANNED_NAMES = {
    "common",
    "core",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "service",
    "services",
    "util",
    "utils",
}
MOST_LINES = 500

# Made on each machine, not part of the project.
MADE = {".git", ".packaging", ".venv", ".venv-peers", "__pycache__", "build", "dist", "out"}
MADE_CACHES = re.compile(r"\.\w+_cache|\.hypothesis|.*\.egg-info")
TEXT = {"", ".cfg", ".csv", ".ini", ".json", ".md", ".py", ".qss", ".sh", ".svg", ".toml", ".ts", ".txt", ".yml"}

# Written so that these lines do not find themselves.
MACHINE_PATH = re.compile(r"(?<![\w.)])/(?:work|root)/")


def own_files(folder):
    for each in sorted(folder.iterdir()):
        if each.name in MADE or MADE_CACHES.fullmatch(each.name):
            continue
        if each.is_dir():
            yield from own_files(each)
        else:
            yield each


@cache
def pins():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(each.name): each for each in wanted}


@cache
def needed():
    """Every package that a development environment here holds, by walking what each requires."""
    found = {}
    waiting = [Requirement(each) for each in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if (name, frozenset(wanted.extras)) in found:
            continue
        found[name, frozenset(wanted.extras)] = wanted
        extras = ["", *wanted.extras]
        for line in requires(wanted.name) or ():
            below = Requirement(line)
            if below.marker is None or any(below.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(below)
    return sorted({name for name, _ in found})


def _is_for_this_system(wanted):
    return wanted.marker is None or wanted.marker.evaluate()


def test_no_module_has_a_name_that_says_nothing():
    named = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}

    assert not named & BANNED_NAMES


def test_no_module_is_too_long():
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_every_module_says_what_it_is():
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]

    assert silent == []


def test_every_folder_with_modules_is_a_package():
    folders = {path.parent for path in MODULES if "migrations" not in path.parts}

    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_everything_in_resources_has_an_origin():
    text = (ROOT / "resources" / "README.md").read_text(encoding="utf-8")
    inside = [path.relative_to(ROOT / "resources") for path in own_files(ROOT / "resources")]
    # A folder may be named as a whole, the .qm files are made from the .ts.
    named = [path for path in inside if f"`{path.as_posix()}`" in text or f"| `{path.parts[0]}/`" in text]

    assert [path.as_posix() for path in inside if path not in named and path.suffix != ".qm"] == ["README.md"]


def test_no_file_knows_the_machine_it_was_written_on():
    found = [
        str(path.relative_to(ROOT))
        for path in own_files(ROOT)
        if path.suffix in TEXT and MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_no_note_says_that_something_is_still_to_do():
    word = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    found = [path for path in own_files(ROOT) if path.suffix == ".py" and word.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_every_package_is_pinned():
    assert [name for name in needed() if name not in pins()] == []


@pytest.mark.parametrize("name", sorted(pins()))
def test_a_pin_is_exact_and_used(name):
    pin = pins()[name]

    assert re.fullmatch(r"==[\w.]+", str(pin.specifier))
    assert name in needed() or not _is_for_this_system(pin)


@pytest.mark.parametrize("name", sorted(name for name, pin in pins().items() if _is_for_this_system(pin)))
def test_what_is_installed_is_what_is_pinned(name):
    try:
        found = version(name)
    except PackageNotFoundError:
        pytest.fail(f"{name} is not installed; `make test` installs it")

    assert found in pins()[name].specifier


def test_the_changelog_knows_this_version():
    assert f"## [{pug_desktop.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_debian_packages_are_one_a_line_and_each_once():
    names = (ROOT / "installer" / "debian-packages.txt").read_text(encoding="ascii").splitlines()

    assert all(re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", name) for name in names)
    assert len(names) == len(set(names))


def test_every_library_has_its_line_among_the_decisions():
    text = (ROOT / "docs" / "decisions" / "0001-libraries.md").read_text(encoding="utf-8").casefold()
    own = [Requirement(each).name for each in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]

    assert [name for name in own if name.casefold() not in text and not name.startswith("types-")] == []
