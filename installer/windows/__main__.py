"""The Windows lane: `make windows`.

    python -m installer.windows            build what is not built yet, then prove all of it
    python -m installer.windows --only update --only window

Needs root on a Debian of this kind, for a Debian of its own with Wine in .packaging/windows. Everything that it starts
and mounts lives in a namespace of its own and is gone when this ends.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from installer import freeze
from installer.windows import product, wine
from installer.windows.product import CACHE, DIST
from installer.windows.proofs import FORMER_VERSION, PROOFS
from installer.windows.screen import Screen
from installer.windows.side import draw_side
from installer.windows.stage import PERSON, PICTURES, Stage
from installer.windows.windows_python import make_windows_python
from pug_desktop import __version__

SETUP = DIST / f"pug-desktop-{__version__}-setup.exe"
FORMER = CACHE / f"pug-desktop-{FORMER_VERSION}-setup.exe"
PORTABLE = DIST / f"pug-desktop-{__version__}-portable.zip"

TOOLS = {
    "debootstrap": "debootstrap",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "osslsigncode": "osslsigncode",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
}
"""Programs and the Debian packages that have them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the Windows program, its setup and its portable zip, and prove them; 0 when all holds."""
    parser = argparse.ArgumentParser(prog="python -m installer.windows", description=main.__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="WORDS", help="prove only what has these words")
    parser.add_argument("--build-only", action="store_true", help="prove nothing")
    parser.add_argument("--keep", action="store_true", help="take the folder and the setups that are there")
    parser.add_argument("--quick", action="store_true", help="compress the setup quickly, not small")
    given = parser.parse_args(arguments)
    if os.geteuid() != 0:
        raise SystemExit("Jalankan sebagai root: sudo make windows / Run it as root: sudo make windows")
    if not wine.in_own_namespace():
        again = sys.argv[1:] if arguments is None else list(arguments)
        wine.enter_own_namespace(sys.executable, "-m", "installer.windows", *again)
    began = time.monotonic()
    with step("tools of Debian"):
        install_tools()
    root = CACHE / "wine"
    with step("Debian with Wine"):
        wine.make_wine_root(root)
    with step("Windows CPython and packages"):
        make_windows_python(product.PYTHON, product.ROOT)
    wine.mount_project(root, product.ROOT)
    with Screen() as screen:
        build = wine.Wine(root, product.ROOT, display=screen.display)
        if not given.keep:
            with step("PyInstaller under Wine"):
                build.boot()
                product.freeze_program(build)
                build.stop()
        files, size = product.files_and_bytes()
        print(f"    {size / 1e6:.1f} MB in {files} files", flush=True)
        if not given.keep:
            make_products(compressor="zlib" if given.quick else "lzma")
        if given.build_only:
            return 0
        with step("a new Windows with one person"):
            clean = wine.Wine(root, product.ROOT, display=screen.display, prefix="proof", user=PERSON)
            shutil.rmtree(clean.drive.parent, ignore_errors=True)
            clean.boot()
        stage = Stage(clean, screen, SETUP, FORMER, PORTABLE, __version__)
        wrong = prove(stage, given.only)
        clean.stop()
    print(f"{'Windows lane':<44} {time.monotonic() - began:5.0f} s   {wrong or 'passed'}")
    return 1 if wrong else 0


def make_products(*, compressor: str) -> None:
    """The setup that goes out, a former one for the proofs, the portable zip; all three at the same time."""
    if product.is_made(compressor, SETUP, FORMER, PORTABLE):
        return
    with step("setup, former setup, portable"):
        draw_side(freeze.ROOT / "installer" / "icons" / "pug-desktop.ico", CACHE / "side.bmp")
        made = product.make_setup(SETUP, version=__version__, compressor=compressor)
        older = product.make_setup(FORMER, version=FORMER_VERSION, compressor="zlib")
        product.make_portable(PORTABLE)
        product.finish_setup(older, FORMER)
        product.finish_setup(made, SETUP)
    product.note_made(compressor)


def prove(stage: Stage, only: Sequence[str]) -> str:
    """Go through the proofs, a line each; the names of those that failed."""
    wrong = []
    for name, proof in PROOFS:
        if only and not any(words in name for words in only):
            continue
        began = time.monotonic()
        try:
            said = proof(stage)
        except Exception as error:  # noqa: BLE001 (whatever it is, the other proofs shall be seen too)
            traceback.print_exc()
            wrong.append(name)
            said = f"FAILED: {error}"
            stage.picture("failed-" + name.replace(" ", "-"))
            stage.wine.stop()
        print(f"{name:<44} {time.monotonic() - began:5.1f} s   {said}", flush=True)
    print(f"pictures: {PICTURES.relative_to(product.ROOT)}")
    return ", ".join(wrong)


def install_tools() -> None:
    """Get what this machine lacks from Debian."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *missing]
        for apt in (["apt-get", "update", "-qq"], command):
            subprocess.run(apt, env=quiet, stdout=subprocess.DEVNULL, check=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """A line with the time that something took."""
    began = time.monotonic()
    yield
    print(f"{name:<44} {time.monotonic() - began:5.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
