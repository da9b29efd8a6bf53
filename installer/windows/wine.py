"""Wine in a bare Debian of its own: Debian 12's Wine 8 does not show Qt's windows, Debian 13's Wine 10 does."""

import os
import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from installer.debian_root import make_root

PACKAGES = ("wine", "wine64", "fonts-liberation", "fonts-dejavu-core")
# Where the project lies inside, and what that is for a Windows program.
_INSIDE = Path("/mnt/project")


def in_own_namespace() -> bool:
    """Whether this process may mount: its mounts and processes then vanish with it."""
    return os.getpid() == 1


def enter_own_namespace(*arguments: str) -> None:
    """Start this very program again as the first process of a namespace of its own; does not return."""
    flags = ("--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private")
    os.execvp("unshare", ("unshare", *flags, "--", *arguments))


class Wine:
    """A Windows of its own for one user: `prefix` is its name, `user` who is logged on."""

    def __init__(self, root: Path, project: Path, *, display: str, prefix: str = "build", user: str = "root") -> None:
        self.root, self.project, self.user = root, project, user
        self._prefix = Path("/root") / prefix
        self._environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            # Wine takes the name of the person from here.
            "USER": user,
            "LANG": "C.UTF-8",
            "DISPLAY": display,
            "WINEPREFIX": str(self._prefix),
            "WINEDEBUG": "-all",
            # Neither Mono nor Gecko is wanted, and Wine would ask for them; no menu entries on the host either.
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    @property
    def drive(self) -> Path:
        """Drive C: as this machine sees it."""
        return self.root / self._prefix.relative_to("/") / "drive_c"

    @property
    def home(self) -> Path:
        """The person's folder as this machine sees it."""
        return self.drive / "users" / self.user

    def windows_path(self, path: Path) -> str:
        """The name of a file of the project or of drive C: for a program inside."""
        if path.is_relative_to(self.drive):
            return str(PureWindowsPath("C:/") / PureWindowsPath(path.relative_to(self.drive)))
        return str(
            PureWindowsPath("Z:/") / PureWindowsPath((_INSIDE / path.relative_to(self.project)).relative_to("/"))
        )

    def boot(self) -> None:
        """Make drive C: when it is not there; Windows 10, as that is the oldest that is served."""
        if self.drive.exists():
            return
        self.run("wineboot", "--init", seconds=180)
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        self.stop()

    def run(self, *command: str, seconds: int = 120, env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run a Windows program to its end: its exit code and what it said."""
        process, reader, told = self._start(command, env)
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired as late:
            process.kill()
            said = b"".join(told)[-2000:].decode("utf-8", "replace")
            raise AssertionError(f"{command}: not done after {seconds} s\n{said}") from late
        # What it started may live on and hold the other end.
        reader.join(1)
        return code, b"".join(told).decode("utf-8", "replace")

    def start(self, *command: str, env: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
        """Start a Windows program and go on."""
        return self._start(command, env)[0]

    def stop(self) -> None:
        """End everything that runs inside this prefix, as switching the computer off would."""
        self._server("-k")
        self._server("-w")

    def idle(self) -> None:
        """Wait until nothing runs any more."""
        self._server("-w")

    def _server(self, flag: str) -> None:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(self._inside("wineserver", flag), env=self._environment, timeout=60, check=False)

    def _inside(self, *command: str) -> list[str]:
        return ["chroot", str(self.root), *command]

    def _start(
        self, command: tuple[str, ...], env: Mapping[str, str] | None
    ) -> tuple["subprocess.Popen[bytes]", threading.Thread, list[bytes]]:
        # A pipe, never a file: programs of Wine take a file or /dev/null for an invalid handle.
        process = subprocess.Popen(
            self._inside("sh", "-c", 'cd "$0" && exec wine "$@"', str(_INSIDE), *command),
            env={**self._environment, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        told: list[bytes] = []
        reader = threading.Thread(target=_read, args=(process, told), daemon=True)
        reader.start()
        return process, reader, told


def _read(process: "subprocess.Popen[bytes]", told: list[bytes]) -> None:
    if process.stdout is not None:
        while part := process.stdout.read1(65536):  # type: ignore[attr-defined]
            told.append(part)


def make_wine_root(root: Path) -> None:
    """Debian 13 with Wine 10, from Debian's own packages."""
    make_root(root, "trixie", PACKAGES)


def mount_project(root: Path, project: Path) -> None:
    """Show the project and the screens inside; only in a namespace of one's own, see `enter_own_namespace`."""
    sockets = Path("/tmp/.X11-unix")
    sockets.mkdir(exist_ok=True, mode=0o1777)
    for source, target in ((project, _INSIDE), (sockets, sockets)):
        inside = root / target.relative_to("/")
        inside.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "--bind", str(source), str(inside)], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
