"""Writes down what belongs to a frozen program: each file with its size and SHA-256.

The program compares at its start (`pug_desktop/app/program_files.py`), for virus scanners take files away.

    python -m installer.program_files dist/windows/pug-desktop
"""

import hashlib
import json
import sys
from pathlib import Path

import pug_desktop

LIST_FILE = "lib/program-files.json"


def write_list(folder: Path) -> Path:
    """List every file of a program's folder but the list itself; call it when nothing is added any more."""
    target = folder / LIST_FILE
    files = {}
    for path in sorted(folder.rglob("*")):
        # A link would be a second name of a file that is listed.
        if path.is_file() and not path.is_symlink() and path != target:
            data = path.read_bytes()
            files[path.relative_to(folder).as_posix()] = {
                "size": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
    content = {"version": pug_desktop.__version__, "files": files}
    target.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    return target


if __name__ == "__main__":
    for each in sys.argv[1:]:
        print(write_list(Path(each)))
