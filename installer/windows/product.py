"""The Windows program and what is made of it: the folder, the setup, the portable zip."""

import hashlib
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from installer import freeze
from installer.windows.wine import Wine

ROOT = freeze.ROOT
CACHE = ROOT / ".packaging" / "windows"
PYTHON = CACHE / "python"
WORK = CACHE / "work"
DIST = ROOT / "dist"
PROGRAM = DIST / "windows" / "pug-desktop"
EXE = "pug-desktop.exe"

MAX_SETUP_BYTES = 35_000_000
PORTABLE_MARK = ROOT / "installer" / "portable.txt"
# Wine's own libraries have names like those of Windows; none of them may get inside.
_WINE_NAMES = ("icu", "mscms", "bcryptprimitives", "api-ms-", "ucrtbase", "winspool", "ntdll", "kernel32")


def freeze_program(wine: Wine) -> bool:
    """The folder in dist/windows, unless it was made of these very files; whether there was something to do."""
    freeze.make_words()
    stamp = WORK / "made-of.txt"
    made_of = _made_of()
    if PROGRAM.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == made_of:
        return False
    for old in (PROGRAM, WORK):
        shutil.rmtree(old, ignore_errors=True)
    paths = ("--distpath", wine.windows_path(PROGRAM.parent), "--workpath", wine.windows_path(WORK))
    options = ("--noconfirm", "--log-level", "WARN", *paths, wine.windows_path(freeze.SPEC))
    python = wine.windows_path(PYTHON / "python.exe")
    code, told = wine.run(python, "-m", "PyInstaller", *options, seconds=900, env=freeze.build_environment())
    WORK.mkdir(parents=True, exist_ok=True)
    (WORK / "pyinstaller.log").write_text(told, encoding="utf-8")
    if code != 0:
        raise SystemExit(told[-6000:])
    _name_files_as_here(wine)
    _deflate(PROGRAM / "lib" / "base_library.zip")
    freeze.finish(PROGRAM, WORK, PYTHON / "Lib" / "site-packages", system="win32")
    wrong = [path.name for path in PROGRAM.rglob("*") if path.name.lower().startswith(_WINE_NAMES)]
    if wrong:
        raise SystemExit(f"of Wine and not ours: {', '.join(wrong)}")
    stamp.write_text(made_of, encoding="ascii")
    return True


def _name_files_as_here(wine: Wine) -> None:
    """PyInstaller's account of where each piece came from, in names of this system."""
    inside = wine.windows_path(ROOT)
    for toc in (WORK / "pug-desktop").glob("*.toc"):
        told = toc.read_text(encoding="utf-8")
        toc.write_text(told.replace(inside.replace("\\", "\\\\"), ROOT.as_posix()), encoding="utf-8")


def _deflate(library: Path) -> None:
    """Half the size for a millisecond; on Windows zlib is inside python3*.dll, so Python can read it from the start."""
    with zipfile.ZipFile(library) as opened:
        entries = [(entry, opened.read(entry)) for entry in opened.infolist()]
    with zipfile.ZipFile(library, "w") as made:
        for entry, content in entries:
            made.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), content, zipfile.ZIP_DEFLATED)


def make_setup(out: Path, *, version: str, compressor: str) -> "subprocess.Popen[str]":
    """Start makensis on the folder; `finish_setup` waits for it.

    Args:
        out: the setup's file.
        version: what it calls itself, so that the proofs have an earlier one and a later one.
        compressor: "lzma" for what goes out, "zlib" where only time counts.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    out.unlink(missing_ok=True)
    longest = max(len(path.relative_to(PROGRAM / "lib").as_posix()) for path in PROGRAM.rglob("lib/**/*"))
    defines = {
        "VERSION": version,
        "SOURCE": str(PROGRAM),
        "ICONS": str(ROOT / "installer" / "icons"),
        "PICTURES": str(CACHE),
        "LONGEST": str(longest),
        "COMPRESSOR": compressor,
        "OUT": str(out),
    }
    return subprocess.Popen(
        ["makensis", "-V2", *(f"-D{name}={value}" for name, value in defines.items()), "setup.nsi"],
        cwd=Path(__file__).parent,
        env={**os.environ, **freeze.build_environment()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def is_made(compressor: str, *products: Path) -> bool:
    """Whether the setups and the zip are there and made of this folder and these instructions."""
    stamp = CACHE / "products-made-of.txt"
    return all(each.exists() for each in products) and stamp.exists() and stamp.read_text() == _products_of(compressor)


def note_made(compressor: str) -> None:
    """Keep in mind what the setups and the zip were made of."""
    (CACHE / "products-made-of.txt").write_text(_products_of(compressor), encoding="ascii")


def _products_of(compressor: str) -> str:
    instructions = [PORTABLE_MARK, *sorted(Path(__file__).parent.glob("setup*"))]
    parts = [(WORK / "made-of.txt").read_text(encoding="ascii"), compressor, str(freeze.build_environment())]
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in instructions]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def finish_setup(started: "subprocess.Popen[str]", out: Path) -> int:
    """Wait for makensis; the size of the setup in bytes."""
    told, _ = started.communicate()
    if started.returncode != 0 or "warning" in told:
        raise SystemExit(told)
    return out.stat().st_size


def make_portable(out: Path) -> int:
    """The folder with the mark of the portable program in a zip file, the same bytes each time; its size in bytes."""
    when = datetime.fromtimestamp(freeze.build_time(), UTC).timetuple()[:6]
    half = out.with_name(out.name + ".half")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for path in sorted(each for each in PROGRAM.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(f"PUG Desktop/{path.relative_to(PROGRAM).as_posix()}", when)
            made.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
        entry = zipfile.ZipInfo(f"PUG Desktop/{PORTABLE_MARK.name}", when)
        # Notepad of older Windows shows lines that end otherwise as one.
        words = PORTABLE_MARK.read_text(encoding="utf-8").replace("\n", "\r\n")
        made.writestr(entry, words, zipfile.ZIP_DEFLATED)
    half.rename(out)
    return out.stat().st_size


def _made_of() -> str:
    """The hash of everything that the folder is made of."""
    digest = hashlib.sha256(str(freeze.build_environment()).encode())
    for path in _sources():
        digest.update(f"{path.relative_to(ROOT)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _sources() -> Iterable[Path]:
    for folder in ("pug_desktop", "resources", "installer"):
        for path in sorted((ROOT / folder).rglob("*")):
            # The setup is made of the folder, not the folder of the setup.
            of_the_setup = path.suffix in {".nsi", ".nsh", ".md"} or path.parent.name == "windows"
            if path.is_file() and "__pycache__" not in path.parts and not of_the_setup:
                yield path
    yield from (ROOT / "constraints.txt", PYTHON / "made-of.txt")


def files_and_bytes() -> tuple[int, int]:
    """How many files the folder has, and how large they are together."""
    sizes = [size for _, size in freeze.sizes(PROGRAM)]
    return len(sizes), sum(sizes)
