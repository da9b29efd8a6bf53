"""Says whether Qt finds the system libraries it needs, and on Debian and its kin installs those it lacks.

The wheel of PySide6 carries Qt itself but not the libraries of the system below it. `make` calls this once, after the
packages are installed. With `--install` it only installs `installer/debian-packages.txt`; that needs no PySide6.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent.parent / "installer" / "debian-packages.txt"

OFF_SCREEN = "from PySide6 import QtSvg, QtWidgets; app = QtWidgets.QApplication(['check', '-platform', 'offscreen'])"
ON_SCREEN = """
import ctypes, pathlib, PySide6
for plugin in pathlib.Path(PySide6.__file__).parent.glob("Qt/plugins/platforms/libqxcb.so"):
    ctypes.CDLL(str(plugin))
"""


def lacking(probe: str) -> str | None:
    """What stops that piece of Python: a library's name, else the last line of its error; None when nothing does."""
    # A process of its own: a library that failed to load once is not looked for again.
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    if missing := re.search(r"(lib[\w.+-]+\.so[.\d]*): cannot open", done.stderr):
        return missing[1]
    return (done.stderr.strip() or f"exit code {done.returncode}").splitlines()[-1]


def apt_line() -> list[str]:
    """The command that installs all of Qt's packages."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES.read_text(encoding="ascii").split()]


def as_root() -> list[str] | None:
    """What to put before a command that root must run; None when this person cannot be root without being asked."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install() -> bool:
    """Install Qt's packages; False when this system or this person cannot."""
    before = as_root()
    if before is None or not shutil.which("apt-get"):
        return False
    print("Memasang pustaka sistem untuk Qt. / Installing the system libraries of Qt.", flush=True)
    # The list of packages may be stale or absent; when it cannot be renewed, the old one may still do.
    _quietly([*before, "apt-get", "update", "-qq"])
    return _quietly([*before, *apt_line()])


def _quietly(command: list[str]) -> bool:
    asks_nothing = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=asks_nothing, stdout=subprocess.DEVNULL, check=False).returncode == 0


def tell(library: str) -> None:
    """Print what is lacking and the one line that helps."""
    print(f"Qt membutuhkan pustaka sistem yang belum ada. / Qt lacks {library}.", file=sys.stderr)
    if shutil.which("apt-get"):
        print(f"Sebagai root / as root:  {' '.join(apt_line())}", file=sys.stderr)
    else:
        print(f"The packages that hold it on Debian are listed in {PACKAGES}.", file=sys.stderr)


def main() -> int:
    """0 when Qt can do what this machine asks of it, 1 when not."""
    if not sys.platform.startswith("linux"):
        return 0
    if "--install" in sys.argv[1:]:
        done = install()
        if not done:
            tell("libraries")
        return 0 if done else 1
    if (lacking(OFF_SCREEN) or lacking(ON_SCREEN)) and shutil.which("apt-get"):
        install()
    if library := lacking(OFF_SCREEN):
        tell(library)
        return 1
    if library := lacking(ON_SCREEN):
        # Tests need no window: without a screen this is only worth a word.
        tell(library)
        return 1 if os.environ.get("DISPLAY") else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
