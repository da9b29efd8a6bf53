"""Where the verbs print: a program for windows has no console of its own, and prints to that of its caller.

On Windows the packaged program is a program for windows: started from a console it has no streams, unless its output
goes into a file or a pipe. The window never takes part in a console: Ctrl+C there would end the window.
"""

import os
import sys
from functools import cached_property
from typing import Protocol, TextIO

STDIN, STDOUT, STDERR = -10, -11, -12
"""Windows' numbers of the standard handles."""

_NAMES = {STDIN: "CONIN$", STDOUT: "CONOUT$", STDERR: "CONOUT$"}
_CHARACTERS = 2
"""FILE_TYPE_CHAR: a console, or NUL; 0 is a handle that leads nowhere."""

_PARENT = -1
"""ATTACH_PARENT_PROCESS"""


class System(Protocol):
    """What is asked of Windows; a test hands in another."""

    def file_of(self, handle: int) -> int | None:
        """The descriptor of the file or pipe behind a standard handle; None when there is none."""

    @property
    def has_console(self) -> bool:
        """Whether whoever started this program has a console; from then on this program takes part in it."""


def have_streams(*, with_console: bool, system: System | None = None) -> None:
    """Give stdin, stdout and stderr a place; everywhere but in the packaged program on Windows they have one.

    Args:
        with_console: a verb runs, and what it prints shall be seen; without it what is printed is lost.
        system: for tests; None for the real one.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        asked = (system or _windows()) if with_console else None
        sys.stdin = sys.stdin or _opened(STDIN, "r", asked)
        sys.stdout = sys.stdout or _opened(STDOUT, "w", asked)
        sys.stderr = sys.stderr or _opened(STDERR, "w", asked)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name that the terminal cannot show is no error.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _opened(handle: int, mode: str, system: System | None) -> TextIO:
    """A stream of the file, the pipe or the console, else of nothing; it lives as long as the program."""
    where: int | str = os.devnull
    if system is not None:
        if (file := system.file_of(handle)) is not None:
            where = file
        elif system.has_console:
            where = _NAMES[handle]
    # mypy does not know that a mode in a variable is one of text; a handle of Windows and its names are no paths.
    try:
        return open(where, mode, encoding="utf-8", errors="backslashreplace", buffering=1)  # type: ignore[return-value]  # noqa: PTH123
    except OSError:
        return open(os.devnull, mode, encoding="utf-8")  # type: ignore[return-value]  # noqa: PTH123


def _windows() -> System | None:
    """The real one; None elsewhere, where a missing stream was closed by whoever started the program."""
    if sys.platform == "win32":
        return _Windows()
    return None


if sys.platform == "win32":

    class _Windows:
        """kernel32, asked through ctypes; which is imported here, since the window does not need it."""

        def __init__(self) -> None:
            import ctypes

            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            # Handles are pointers: without this the upper half of one would be cut off.
            self._kernel.GetStdHandle.restype = ctypes.c_void_p
            self._kernel.GetFileType.argtypes = (ctypes.c_void_p,)
            self._kernel.GetConsoleMode.argtypes = (ctypes.c_void_p, ctypes.c_void_p)

        def file_of(self, handle: int) -> int | None:
            """See System."""
            import ctypes
            import msvcrt

            found = self._kernel.GetStdHandle(handle)
            kind = self._kernel.GetFileType(found) if found else 0
            mode = ctypes.c_uint32()
            if not kind or (kind == _CHARACTERS and self._kernel.GetConsoleMode(found, ctypes.byref(mode))):
                return None
            try:
                return msvcrt.open_osfhandle(found, 0)
            except OSError:
                return None

        @cached_property
        def has_console(self) -> bool:
            """See System."""
            return bool(self._kernel.AttachConsole(_PARENT))
