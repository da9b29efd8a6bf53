"""A message without Qt: for when the window itself cannot be shown."""

import shutil
import subprocess
import sys

TITLE = "PUG Desktop"

_PROGRAMS = (
    ("zenity", "--error", "--no-markup", "--title", TITLE, "--text"),
    ("kdialog", "--title", TITLE, "--error"),
    ("xmessage", "-center", "-title", TITLE),
)
"""What desktops bring along to show a text, in the order of their looks."""


def show(text: str) -> None:
    """Show a text until the person closes it; on stderr as well, and only there when nothing can show it."""
    print(text, file=sys.stderr)
    if sys.platform == "win32":
        import ctypes

        error_icon, on_top = 0x10, 0x40000
        ctypes.windll.user32.MessageBoxW(None, text, TITLE, error_icon | on_top)
        return
    for program in _PROGRAMS:
        if shutil.which(program[0]):
            subprocess.run([*program, text], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return
