"""A USB stick of exFAT that can be pulled out: an image behind a loop device, served by FUSE, whose server is killed.

Needs root, /dev/fuse, a loop device, and the Debian packages exfat-fuse and exfatprogs.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

TOOLS = ("mkfs.exfat", "fsck.exfat", "mount.exfat-fuse", "losetup", "umount")
SIZE = 24 * 1024 * 1024
PATIENCE_S = 20


def why_not() -> str:
    """Why there is no stick here, "" when there can be one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root can plug a stick in"
    if not Path("/dev/fuse").exists() or not Path("/dev/loop-control").exists():
        return "no /dev/fuse or no loop devices here"
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


needs_stick = pytest.mark.skipif(bool(why_not()), reason=why_not() or "stick")


class Stick:
    """One stick; `folder` is where it appears while it is plugged in."""

    def __init__(self, folder: Path, device: str) -> None:
        self.folder = folder
        self._device = device
        self._server: subprocess.Popen[bytes] | None = None

    def format(self) -> None:
        """Empty, as from the shop."""
        self._run("mkfs.exfat", self._device)

    def plug_in(self, options: str = "rw") -> None:
        """As another computer does it: what a pull left inconsistent is put right first."""
        self._run("fsck.exfat", "-y", self._device, allowed=(0, 1))
        self.folder.mkdir(exist_ok=True)
        command = ["mount.exfat-fuse", "-d", "-o", options, self._device, str(self.folder)]
        self._server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE_S
        while not os.path.ismount(self.folder):
            assert time.monotonic() < end, "the stick does not appear"
            assert self._server.poll() is None, "the stick cannot be read"
            time.sleep(0.005)

    def pull(self) -> None:
        """Without a word: what was not written to it by now never will be."""
        if self._server is not None:
            self._server.kill()
            self._server.wait(PATIENCE_S)

    def clear_away(self) -> None:
        """What the system still shows of a stick that was pulled; also of one that was not."""
        self.pull()
        subprocess.run(["umount", "--lazy", str(self.folder)], check=False, capture_output=True)
        self._server = None

    def _run(self, *command: str, allowed: tuple[int, ...] = (0,)) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode in allowed, done.stdout + done.stderr


@contextmanager
def stick(folder: Path) -> Iterator[Stick]:
    """A stick to work with; skips where there cannot be one."""
    image = folder / "stick.img"
    with image.open("wb") as file:
        file.truncate(SIZE)
    found = subprocess.run(["losetup", "--find", "--show", image], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("no loop device can be had here")
    device = found.stdout.strip()
    made = Stick(folder / "stick", device)
    try:
        made.format()
        yield made
    finally:
        made.clear_away()
        subprocess.run(["losetup", "--detach", device], check=False, capture_output=True)
