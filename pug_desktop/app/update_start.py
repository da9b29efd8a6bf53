"""Starting an installer that was checked: Windows by itself, Debian as its administrator, else in words."""

import ctypes
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath

from pug_desktop import errors, paths

BIN = Path("/usr/bin")

_DISMISSED = (126, 127)
"""What pkexec says when the person closed its window, or may not, or nobody could be asked."""
_NEEDS_RIGHTS = 740
"""What Windows says of a setup that must be started as administrator."""
_DETACHED = 0x0000_0008 | 0x0000_0200
"""DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP: the setup outlives the program that it replaces."""


_SHARED = ("ProgramFiles", "ProgramW6432")


class Way(StrEnum):
    """What is to happen next."""

    CLOSE = "close"
    """The setup runs and waits for this program to close; it starts the new one."""
    DONE = "done"
    """The new version is in its place; this program must be closed and opened again."""
    BY_HAND = "by_hand"
    """The person has to do the rest: `command` or `path` says with what."""


@dataclass(frozen=True, slots=True)
class Started:
    """How it goes on; `command` is what a person types, "" where there is none; `path` is the checked copy."""

    way: Way
    path: Path
    command: str = ""


def kind_of_installation(executable: Path, *, frozen: bool, platform: str = sys.platform) -> str:
    """windows, debian, portable, or "source" for a program that no package put there."""
    if not frozen:
        return "source"
    if (executable.parent / paths.PORTABLE).is_file():
        return "portable"
    if platform == "win32":
        return "windows"
    return "debian" if executable.is_relative_to("/opt") or executable.is_relative_to("/usr") else "source"


def start_installer(path: Path, system: str, *, with_window: bool = True, tools: Path = BIN) -> Started:
    """Run a checked copy.

    Args:
        path: the copy on this computer.
        system: windows, debian or portable.
        with_window: there is a person before a screen, who can be asked for the administrator's password.
        tools: where pkexec and apt-get are.

    Raises:
        UpdateNotStarted: it could not be started, or ended without success.
    """
    if system == "windows":
        return _setup(path)
    if system == "debian":
        return _package(path, with_window, tools)
    return Started(Way.BY_HAND, path)


def _setup(path: Path) -> Started:
    # Its folder holds nothing else: a setup loads libraries that lie beside it before those of Windows.
    if sys.platform != "win32":
        raise errors.UpdateNotStarted(name=path.name, reason="")
    switches = setup_switches(PureWindowsPath(sys.executable), os.environ)
    # A child inherits where libraries are looked for: neither in our folder nor in the current one.
    ctypes.windll.kernel32.SetDllDirectoryW("")
    try:
        subprocess.Popen(
            [str(path), *switches], cwd=path.parent, env=_environment(), creationflags=_DETACHED, close_fds=True
        )
    except OSError as error:
        if error.winerror != _NEEDS_RIGHTS:
            raise errors.UpdateNotStarted(name=path.name, reason=error.strerror or "") from error
        # Windows asks the person; the program was installed for all users.
        try:
            os.startfile(path, arguments=" ".join(switches), cwd=path.parent)
        except OSError as refused:
            raise errors.UpdateNotStarted(name=path.name, reason=refused.strerror or "") from refused
    return Started(Way.CLOSE, path)


def setup_switches(executable: PurePath, environment: Mapping[str, str]) -> list[str]:
    """How the setup is started: for everybody when this program lies where it does for everybody."""
    shared = [PureWindowsPath(environment[name]) for name in _SHARED if environment.get(name)]
    return ["/UPDATE", "/AllUsers"] if any(executable.is_relative_to(each) for each in shared) else ["/UPDATE"]


def _package(path: Path, with_window: bool, tools: Path) -> Started:
    install = [str(tools / "apt-get"), "install", "--yes", "--no-install-recommends", str(path)]
    by_hand = Started(Way.BY_HAND, path, shlex.join(["sudo", "apt-get", "install", str(path)]))
    if sys.platform != "win32" and os.geteuid() == 0:
        command = install
    elif with_window and (tools / "pkexec").exists():
        command = [str(tools / "pkexec"), *install]
    else:
        return by_hand
    try:
        ran = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            env=_environment(),
            cwd="/",
            check=False,
        )
    except OSError as error:
        raise errors.UpdateNotStarted(name=path.name, reason=error.strerror or "") from error
    if ran.returncode == 0:
        return Started(Way.DONE, path)
    if command is not install and ran.returncode in _DISMISSED:
        return by_hand
    lines = [line.strip() for line in (ran.stderr or ran.stdout).splitlines() if line.strip()]
    raise errors.UpdateNotStarted(name=path.name, reason=(lines or [str(ran.returncode)])[-1][:200])


def _environment() -> dict[str, str]:
    """Without what the frozen program's own start has put there: a foreign program must not load our libraries."""
    found = {name: value for name, value in os.environ.items() if not name.startswith("_PYI_")}
    before = found.pop("LD_LIBRARY_PATH_ORIG", None)
    found.pop("LD_LIBRARY_PATH", None)
    if before:
        found["LD_LIBRARY_PATH"] = before
    # The setup starts the new program, which must begin as if a person had.
    found["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return found
