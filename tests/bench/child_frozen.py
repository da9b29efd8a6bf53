"""Child: the frozen program or the one of the checkout, from its start to the first pixels on a screen, and its memory.

    python -m tests.bench.child_frozen frozen|source FOLDER

Nothing listens inside the program, since nothing can inside the frozen one: Xvfb keeps its screen in a file, and the
file is looked at every 2 ms until the middle of the screen is no longer black.
"""

import mmap
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measure import tell

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "dist" / "linux" / "pug-desktop" / "pug-desktop"
WIDTH, HEIGHT = 1366, 768
SETTLED_S = 4.0
"""By then the profile is open and its first page shown."""
LONGEST_S = 60


def main() -> None:
    """Start one of the two with a profile, and tell."""
    which, folder = sys.argv[1], Path(sys.argv[2])
    program = [str(FROZEN)] if which == "frozen" else [sys.executable, "-m", "pug_desktop"]
    with tempfile.TemporaryDirectory(dir=folder) as place:
        readable, writable = os.pipe()
        screen = ["Xvfb", "-displayfd", str(writable), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", place]
        server = subprocess.Popen([*screen, "-nolisten", "tcp"], pass_fds=[writable], stderr=subprocess.DEVNULL)
        try:
            os.close(writable)
            with os.fdopen(readable) as told:
                display = f":{told.readline().strip()}"
            profile = folder / "data" / "profil" / "district"
            tell(_measured([*program, "--profile", str(profile)], display, Path(place) / "Xvfb_screen0", folder))
        finally:
            server.terminate()
            server.wait()


def _measured(command: list[str], display: str, pixels: Path, folder: Path) -> dict[str, float]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PUG_DATA_DIR": str(folder / "data")}
    with pixels.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as seen:
        # A line in the middle of the screen, behind the head of the file; the window is larger than half of it.
        middle = slice(len(seen) - WIDTH * 4 * HEIGHT // 2, len(seen) - WIDTH * 4 * (HEIGHT // 2 - 1))
        black = seen[middle]
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
        try:
            while seen[middle] == black:
                if time.perf_counter() - began > LONGEST_S or process.poll() is not None:
                    raise SystemExit("no window on the screen")
                time.sleep(0.002)
            painted = time.perf_counter() - began
            at_paint = _resident(process.pid)
            time.sleep(SETTLED_S)
            return {"paint_ms": painted * 1000, "rss_bytes": at_paint, "settled_bytes": _resident(process.pid)}
        finally:
            process.terminate()
            process.wait()


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0.0


if __name__ == "__main__":
    main()
