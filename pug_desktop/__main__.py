"""Puts the real parts together: no verb is the window, a verb is the command line."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _have_streams()
    is_window, folder = _window_wanted(given)
    if is_window:
        # Without click: the window starts 20 ms sooner.
        return _window(folder)
    from pug_desktop.cli.call import Call
    from pug_desktop.cli.program import program

    call = Call(window=_window, pictures=_pictures)
    return int(program.main(given, standalone_mode=False, obj=call))


def _window_wanted(given: Sequence[str]) -> tuple[bool, Path | None]:
    match given:
        case []:
            return True, None
        case ["--profile", folder] if not folder.startswith("-"):
            return True, Path(folder)
        case _:
            return False, None


def _has_screen() -> bool:
    """Elsewhere than on Linux there always is one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _window(folder: Path | None) -> int:
    if not _has_screen():
        print(
            "Tidak ada layar di sini; jendela tidak dapat dibuka. Lihat perintah lain: pug-desktop --help\n"
            "There is no screen here; the window cannot be opened. For the other verbs: pug-desktop --help",
            file=sys.stderr,
        )
        return 1
    from pug_desktop.ui.application import run

    return run(folder)


def _pictures(profile: Path, folder: Path) -> Sequence[Path]:
    """Take pictures of the pages of a profile, off screen; none where Qt cannot start, which the rest does not need."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from pug_desktop.ui.pictures import take_pictures
    except ImportError as error:
        print(f"Tanpa gambar halaman: / Without pictures of the pages: {error}", file=sys.stderr)
        return ()
    return take_pictures(profile, folder)


def _have_streams() -> None:
    """A frozen program without a console has no streams; elsewhere a name that the terminal cannot show is no error."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (lives as long as the program)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (likewise)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
