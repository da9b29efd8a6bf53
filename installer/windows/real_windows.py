"""The same packages on a real Windows, with python.org's CPython: what .github/workflows/windows.yml runs.

    python -m installer.windows.real_windows

Same recipe, same setup, same checks of the folder as `make windows`; only Wine, and the CPython put together from a
wheel, are missing. Nobody has run it yet: see installer/README.md.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import freeze
from installer.windows import product
from installer.windows.side import draw_side
from pug_desktop import __version__

ENVIRONMENT = product.CACHE / "real"


def main() -> int:
    """Freeze, look through, let it check itself, make the setup and the portable zip."""
    if sys.platform != "win32":
        raise SystemExit("This is for a real Windows; here it is `make windows`.")
    python = environment(ENVIRONMENT)
    program = freeze.freeze(python, product.WORK, product.PROGRAM.parent)
    freeze.finish(program, product.WORK, ENVIRONMENT / "Lib" / "site-packages", system="win32")
    print(freeze.self_check(program))
    files, size = product.files_and_bytes()
    print(f"{size / 1e6:.1f} MB in {files} files")
    draw_side(freeze.ROOT / "installer" / "icons" / "pug-desktop.ico", product.CACHE / "side.bmp")
    setup = product.DIST / f"pug-desktop-{__version__}-setup.exe"
    bytes_of_setup = product.finish_setup(product.make_setup(setup, version=__version__, compressor="lzma"), setup)
    if bytes_of_setup > product.MAX_SETUP_BYTES:
        raise SystemExit(f"{setup.name}: {bytes_of_setup:,} bytes are more than {product.MAX_SETUP_BYTES:,}")
    product.make_portable(product.DIST / f"pug-desktop-{__version__}-portable.zip")
    return 0


def environment(folder: Path) -> Path:
    """The Python of the environment that is frozen: runtime packages and PyInstaller only."""
    python = folder / "Scripts" / "python.exe"
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-compile"]
    _run([*pip, "-c", str(freeze.ROOT / "constraints.txt"), *freeze.requirements()])
    return python


def _run(command: Sequence[str]) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        raise SystemExit(" ".join(command))


if __name__ == "__main__":
    sys.exit(main())
