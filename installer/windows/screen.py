"""A screen that nobody sits at: Xvfb, with windows found by their title, keys pressed and pictures taken."""

import os
import subprocess
import time
from pathlib import Path

SIZE = "1366x768"
"""The smallest screen that districts have."""


class Screen:
    """Use it in `with`; `display` is what X programs want as DISPLAY."""

    def __init__(self) -> None:
        readable, writable = os.pipe()
        command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[writable], stderr=subprocess.DEVNULL)
        os.close(writable)
        with os.fdopen(readable) as told:
            self.display = f":{told.readline().strip()}"

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait()

    def windows(self, title: str) -> list[str]:
        """The ids of the windows on show whose title matches the pattern."""
        return self._xdotool("search", "--onlyvisible", "--name", title).split()

    def wait_for(self, title: str, seconds: float = 40) -> str:
        """The id of such a window, as soon as there is one."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if found := self.windows(title):
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(f"no window “{title}” within {seconds:.0f} s")

    def wait_until_gone(self, title: str, seconds: float = 40) -> None:
        """Wait until no such window is on show any more."""
        until = time.monotonic() + seconds
        while self.windows(title):
            assert time.monotonic() < until, f"the window “{title}” is still there after {seconds:.0f} s"
            time.sleep(0.1)

    def press(self, *keys: str) -> None:
        """Press keys in the window that has them; there is no window manager, so Wine decides which that is."""
        for key in keys:
            self._xdotool("key", key)
            time.sleep(0.3)

    def picture(self, path: Path) -> Path:
        """The whole screen as it has come to rest, or as it is after six seconds."""
        path.parent.mkdir(parents=True, exist_ok=True)
        before = b""
        for _ in range(12):
            time.sleep(0.5)
            now = self._look()
            if now == before:
                break
            before = now
        subprocess.run(
            ["convert", "ppm:-", "-bordercolor", "black", "-border", "1", "-trim", "+repage", str(path)],
            input=before,
            check=True,
        )
        return path

    def _look(self) -> bytes:
        command = ["import", "-display", self.display, "-window", "root", "ppm:-"]
        return subprocess.run(command, capture_output=True, check=True).stdout

    def _xdotool(self, *arguments: str) -> str:
        env = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(["xdotool", *arguments], env=env, capture_output=True, text=True, check=False).stdout
