"""The frozen program for this Linux: one folder with everything that it needs, in dist/linux/pug-desktop.

    python -m installer.freeze

An environment of its own holds the runtime dependencies and PyInstaller, so that nothing of the development environment
can get inside. What comes out is pruned, small, listed and looked through before it may be used. The Windows lane
(`installer/windows/`) freezes under Wine with the same recipe and calls `finish` as well.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer import icu_data, program_files, pruning, run_paths
from installer.licences import LicenceProblem, write_licences

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "installer" / "pug-desktop.spec"
CACHE = ROOT / ".packaging" / "linux"
DIST = ROOT / "dist" / "linux"
NAME = "pug-desktop"

LIBRARIES = (
    *("libgl1", "libegl1", "libfontconfig1", "libdbus-1-3", "libglib2.0-0", "libxkbcommon-x11-0", "libxcb-cursor0"),
    *("libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0"),
    *("libxcb-xkb1", "binutils"),
    # Debian's own Python is linked to no library of itself, but the frozen program needs one.
    *((f"libpython3.{sys.version_info.minor}",) if sys.base_prefix == "/usr" else ()),
)
"""What a plain Debian needs so that PyInstaller finds all libraries of Qt's plugin for X11, and objdump and strip."""


def requirements() -> list[str]:
    """What is installed to be frozen, and what freezes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["freeze"]]


def build_time() -> int:
    """When the newest commit was made, in seconds: the time that every file gets, the same in each build of it."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False) if shutil.which("git") else None
    if done and done.returncode == 0 and done.stdout.strip():
        return int(done.stdout)
    return int((ROOT / "CHANGELOG.md").stat().st_mtime)


def build_environment() -> dict[str, str]:
    """Environment variables with which two builds give the same bytes."""
    # Without the columns that a traceback underlines: 4 MB for a mark below the line that it names anyway.
    return {"SOURCE_DATE_EPOCH": str(build_time()), "PYTHONHASHSEED": "0", "PYTHONNODEBUGRANGES": "1"}


def environment(folder: Path) -> Path:
    """The Python of the environment that is frozen; made when it is not there or the pins have changed."""
    python = folder / "bin" / "python"
    wanted = requirements()
    constraints = ROOT / "constraints.txt"
    key = hashlib.sha256(
        json.dumps([sys.version, wanted, constraints.read_text(encoding="utf-8")]).encode()
    ).hexdigest()
    mark = folder / "made-of"
    if mark.exists() and mark.read_text(encoding="ascii") == key:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    # Debian's Python has no ensurepip: the pip outside fills the environment.
    outer = python_with_pip()
    _run([outer, "-m", "venv", "--without-pip", str(folder)])
    pip = [outer, "-m", "pip", "--disable-pip-version-check", "--python", str(python), "install", "--quiet"]
    _run([*pip, "--no-compile", "-c", str(constraints), *wanted])
    mark.write_text(key, encoding="ascii")
    return python


def python_with_pip() -> str:
    """The first Python of the same version that has pip; the environment that runs this has none."""
    this = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for name in (sys.executable, this, "python3", "python"):
        path = shutil.which(name)
        test = f"import pip, sys, venv; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
        if path and subprocess.run([path, "-c", test], capture_output=True, check=False).returncode == 0:
            return path
    raise SystemExit(f"Perlu {this} dengan pip. / Needs {this} with pip.")


def install_libraries() -> None:
    """On Debian as root: the system libraries that go along; elsewhere they must be there."""
    if not shutil.which("dpkg-query"):
        return
    missing = [name for name in LIBRARIES if not _is_installed(name)]
    if not missing:
        return
    if os.geteuid() != 0:
        raise SystemExit(f"sudo apt-get install {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends"]
    if subprocess.run([*apt, *missing], env=quiet, capture_output=True, check=False).returncode != 0:
        _run(["apt-get", "update", "-qq"], quiet)
        _run([*apt, *missing], quiet)


def _is_installed(package: str) -> bool:
    # A library that another architecture has too is told once for each; a later Debian calls some of them "...t64".
    for name in (package, f"{package}t64"):
        asked = ["dpkg-query", "-W", "-f", "${Status}\n", name]
        if "install ok installed" in subprocess.run(asked, capture_output=True, text=True, check=False).stdout:
            return True
    return False


def make_words() -> None:
    """The English words of the windows, compiled; `make` does it as well."""
    lrelease = ROOT / ".venv" / "bin" / "pyside6-lrelease"
    for ts in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        qm = ts.with_suffix(".qm")
        if not qm.exists() or qm.stat().st_mtime < ts.stat().st_mtime:
            _run([str(lrelease), "-silent", str(ts), "-qm", str(qm)])


def freeze(python: Path, work: Path, dist: Path) -> Path:
    """Run PyInstaller; the folder of the program."""
    options = ["--noconfirm", "--clean", "--log-level", "WARN", "--workpath", str(work), "--distpath", str(dist)]
    done = subprocess.run(
        [str(python), "-m", "PyInstaller", *options, str(SPEC)],
        env={**os.environ, **build_environment()},
        capture_output=True,
        text=True,
        check=False,
    )
    work.mkdir(parents=True, exist_ok=True)
    (work / "pyinstaller.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-4000:])
    return dist / NAME


def finish(program: Path, work: Path, packages: Path, *, system: str) -> None:
    """Make a folder that PyInstaller left ready to go out, or stop and say what is wrong with it.

    Args:
        program: the folder.
        work: PyInstaller's working folder, whose name for the program lies in it.
        packages: the site-packages that were frozen.
        system: "linux" or "win32".
    """
    if system == "linux":
        for library in sorted(program.glob("lib/PySide6/Qt/lib/libicudata.so.*")):
            before, after = icu_data.shrink(library)
            print(f"  {library.name}: {before / 1e6:.1f} MB -> {after / 1e6:.1f} MB")
        run_paths.clean(program)
    try:
        write_licences(program, work / NAME, packages, [ROOT, work], beside=program.parent)
    except LicenceProblem as problem:
        raise SystemExit(str(problem)) from problem
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path.name in (NAME, f"{NAME}.exe") else 0o644)
    program_files.write_list(program)
    wrong = pruning.mistakes(sizes(program), system)
    if wrong:
        raise SystemExit("\n".join(wrong))
    # Windows cannot, and has no links in its folder.
    can_time_links = os.utime in os.supports_follow_symlinks
    for path in (*program.rglob("*"), program):
        os.utime(path, (build_time(), build_time()), follow_symlinks=not can_time_links)


def sizes(program: Path) -> list[tuple[str, int]]:
    """Each file of a folder with its size, by its place."""
    found = (path for path in sorted(program.rglob("*")) if path.is_file() and not path.is_symlink())
    return [(path.relative_to(program).as_posix(), path.stat().st_size) for path in found]


def self_check(program: Path) -> Mapping[str, object]:
    """Let the program do its work in a temporary profile; what it told."""
    done = subprocess.run([str(program / NAME), "--self-check"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}\n{done.stderr}")
    told: Mapping[str, object] = json.loads(done.stdout)
    return told


def _run(command: Sequence[str], env: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and check the frozen program."""
    parser = argparse.ArgumentParser(prog="python -m installer.freeze", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=DIST, help="the folder that gets pug-desktop/")
    given = parser.parse_args(arguments)
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"{what:<60} {time.monotonic() - began:5.0f} s", flush=True)

    install_libraries()
    make_words()
    python = environment(CACHE / "venv")
    say("environment that is frozen")
    program = freeze(python, CACHE / "work", given.out)
    say("PyInstaller")
    packages = next((CACHE / "venv" / "lib").glob("python3.*/site-packages"))
    finish(program, CACHE / "work", packages, system="linux")
    files = sizes(program)
    say(f"looked through: {sum(size for _, size in files) / 1e6:.1f} MB in {len(files)} files")
    told = self_check(program)
    steps = told["steps"]
    say(f"self-check: {len(steps) if isinstance(steps, Mapping) else 0} steps")
    return 0


if __name__ == "__main__":
    sys.exit(main())
