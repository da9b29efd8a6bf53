"""What is kept of an exception that nobody expected: one JSON line a time, for whoever mends it.

A traceback holds no values of records, but it may hold paths: the file stays on this computer.
"""

import json
import platform
import traceback
from contextlib import suppress
from pathlib import Path

from pug_desktop import __version__, paths
from pug_desktop.app.workspace import Clock, utc_now

LOG = "galat.jsonl"


def note_failure(folder: Path | None, doing: str, error: BaseException, clock: Clock = utc_now) -> Path | None:
    """Add it to the log of the profile, without one to that of all; returns the file, None when it cannot be kept."""
    target = (folder if folder is not None and folder.is_dir() else paths.data_dir()) / "log" / LOG
    line = {
        "at": clock().isoformat(),
        "program": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "doing": doing,
        "error": type(error).__name__,
        "trace": traceback.format_exception(error),
    }
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return target
    return None
