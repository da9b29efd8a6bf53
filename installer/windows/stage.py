"""Where the proofs play: a fresh Windows with one person on it, whose name is as awkward as names are."""

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.windows.product import EXE, ROOT
from installer.windows.screen import Screen
from installer.windows.wine import Wine

PERSON = "Ibu Sri Ñurçà é"
PICTURES = ROOT / "out" / "packaging"
TITLE = "PUG Desktop"
"""In the title of the window, which begins with the office once a profile is open, and of the setup."""
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\PUG Desktop"


@dataclass(frozen=True, slots=True)
class Stage:
    """What every proof gets.

    Attributes:
        setup: the setup that goes out.
        former: the same program in a setup that says it is older.
        portable: the zip with the portable folder.
    """

    wine: Wine
    screen: Screen
    setup: Path
    former: Path
    portable: Path
    version: str

    @property
    def installed(self) -> Path:
        """Where a setup for one person puts the program."""
        return self.wine.home / "AppData/Local/Programs/PUG Desktop"

    @property
    def data(self) -> Path:
        """Where that person's data lie."""
        return self.wine.home / "AppData/Local/PUG/PUG Desktop"

    @property
    def for_all(self) -> Path:
        """Where a setup for everybody puts the program."""
        return self.wine.drive / "Program Files/PUG Desktop"

    def install(self, *switches: str, setup: Path | None = None) -> int:
        """Run a setup to its end; its exit code."""
        return self.wine.run(self.wine.windows_path(setup or self.setup), *switches, seconds=180)[0]

    def uninstall(self, folder: Path) -> None:
        """Run the uninstaller silently and wait until it is gone: it copies itself away and returns at once."""
        self.wine.run(self.wine.windows_path(folder / "uninstall.exe"), "/S")
        until = time.monotonic() + 60
        while (folder / EXE).exists() or (folder / "uninstall.exe").exists():
            assert time.monotonic() < until, "the uninstaller did not end"
            time.sleep(0.2)

    def program(self, *arguments: str, folder: Path | None = None, expect: Sequence[int] = (0,)) -> str:
        """Run a verb of the installed program: what it printed."""
        exe = self.wine.windows_path((folder or self.installed) / EXE)
        code, told = self.wine.run(exe, *arguments)
        assert code in expect, f"{arguments}: exit code {code}: {told[-800:]}"
        return told

    def open(self, *arguments: str, folder: Path | None = None) -> float:
        """Start the window and wait for it; the seconds that took."""
        began = time.monotonic()
        self.wine.start(self.wine.windows_path((folder or self.installed) / EXE), *arguments)
        self.screen.wait_for(TITLE)
        return time.monotonic() - began

    def have_open(self) -> None:
        """Start the window unless it is there."""
        if not self.screen.windows(TITLE):
            self.open()
            time.sleep(2)

    def close(self) -> None:
        """Close the window as a person does, and wait until the program has ended."""
        self.wine.run("taskkill", "/im", EXE)
        self.screen.wait_until_gone(TITLE)
        until = time.monotonic() + 30
        while EXE in self.wine.run("tasklist")[1]:
            assert time.monotonic() < until, "the program did not end"
            time.sleep(0.3)

    def registry(self, key: str) -> str:
        """A key of the registry with all below it, as `reg query` prints it; empty when there is none."""
        code, told = self.wine.run("reg", "query", key, "/s")
        return told if code == 0 else ""

    def picture(self, name: str) -> str:
        """Take a picture of the screen; its name below the project, for the line of the proof."""
        return str(self.screen.picture(PICTURES / f"windows-{name}.png").relative_to(ROOT))

    def digest(self, profile: str, scope: str) -> object:
        """What the Windows program says about the records of an office in a profile."""
        return json.loads(self.program("--profile", profile, "digest", "--json"))["scopes"][scope]

    def displayed_version(self, hive: str = "HKCU") -> str:
        """The version in Windows' list of programs; empty when it is not there."""
        found = re.search(r"DisplayVersion\s+REG_SZ\s+(\S+)", self.registry(rf"{hive}\{UNINSTALL_KEY}"))
        return found[1] if found else ""
