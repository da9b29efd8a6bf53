"""Puts the real parts together: no verb is the window, a verb is the command line, files are shown in the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pug_desktop.cli.console import have_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    wanted = _window_wanted(given)
    have_streams(with_console=wanted is None)
    if wanted is not None:
        # Without click: the window starts 20 ms sooner.
        return _window(*wanted)
    from pug_desktop.cli.call import Call
    from pug_desktop.cli.program import program

    call = Call(window=_window, pictures=_pictures, paint=_paint)
    return int(program.main(given, standalone_mode=False, obj=call))


def _window_wanted(given: Sequence[str]) -> tuple[Path | None, tuple[Path, ...]] | None:
    """The profile and the files that the window opens with; None when a verb is meant.

    A file has a separator or a point in its name, which no verb has; so one that is missing gets its own sentence.
    """
    folder = None
    if given[:1] == ["--profile"] and len(given) > 1 and not given[1].startswith("-"):
        folder, given = Path(given[1]), given[2:]
    if any(each.startswith("-") or not set(each) & set("./\\") for each in given):
        return None
    # Another window may take them, whose folder is another.
    return folder, tuple(Path(os.path.abspath(each)) for each in given)  # noqa: PTH100 (resolve would follow links)


def _has_screen() -> bool:
    """Elsewhere than on Linux there always is one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _window(folder: Path | None, files: Sequence[Path] = ()) -> int:
    if not _has_screen():
        print(
            "Tidak ada layar di sini; jendela tidak dapat dibuka. Lihat perintah lain: pug-desktop --help\n"
            "There is no screen here; the window cannot be opened. For the other verbs: pug-desktop --help",
            file=sys.stderr,
        )
        return 1
    from pug_desktop.app import instance, portable
    from pug_desktop.errors import PugError

    folder = _leave_stick(folder)
    if not _is_whole():
        return 1
    instance.show_that_it_runs()
    if portable.must_ask():
        from pug_desktop.ui.application import ask_place

        ask_place()
    try:
        mine = instance.enter(folder, files)
    except PugError as error:
        from pug_desktop.ui.application import tell_and_end

        return tell_and_end(error)
    if mine is None:
        return 0
    from pug_desktop.ui.application import run

    return run(folder, files, mine)


def _is_whole() -> bool:
    """Whether the window can be shown; where a scanner took a piece of Qt, Qt's own words would help nobody."""
    from pug_desktop.app.program_files import missing_of_window

    missing = missing_of_window()
    if missing:
        from pug_desktop.app.error_words import words
        from pug_desktop.cli.native_message import show
        from pug_desktop.errors import ProgramFilesDamaged

        few = ", ".join([name.rpartition("/")[2] for name in missing[:3]] + ["…"] * (len(missing) > 3))
        error = ProgramFilesDamaged(files=few, count=len(missing))
        said = [words(error, lang) for lang in ("id", "en")]
        show("\n\n".join(f"{each.title}\n{each.advice}" for each in said) + f"\n\n{error.code}")
    return not missing


def _leave_stick(folder: Path | None) -> Path | None:
    """Work in the program's own folder; returns the profile's, which like the data may be named from the former one.

    A double click on a bundle starts the program in the folder of that bundle: its stick could not be taken out while
    the window is open, and a library that lies there could be taken for one of ours.
    """
    if not getattr(sys, "frozen", False):
        return folder
    whole = Path(os.path.abspath(folder)) if folder is not None else None  # noqa: PTH100 (resolve would follow links)
    if told := os.environ.get("PUG_DATA_DIR"):
        os.environ["PUG_DATA_DIR"] = os.path.abspath(told)  # noqa: PTH100 (as above)
    os.chdir(Path(sys.executable).parent)
    return whole


def _pictures(profile: Path, folder: Path) -> Sequence[Path]:
    """Take pictures of the pages of a profile, off screen; none where Qt cannot start, which the rest does not need."""
    if sys.platform != "win32":
        # Windows always has a screen.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from pug_desktop.ui.pictures import take_pictures
    except ImportError as error:
        print(f"Tanpa gambar halaman: / Without pictures of the pages: {error}", file=sys.stderr)
        return ()
    return take_pictures(profile, folder)


def _paint(profile: Path) -> str:
    """Show the window once with a profile, off screen where there is none; see ui/trial_window.py."""
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from pug_desktop.ui.trial_window import paint

    return paint(profile)


if __name__ == "__main__":
    sys.exit(main())
