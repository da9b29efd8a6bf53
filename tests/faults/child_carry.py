"""Child: takes a bundle in or sends one, once.

python -m tests.faults.child_carry take_in PROFILE BUNDLE
python -m tests.faults.child_carry send PROFILE FOLDER
"""

import sys
from pathlib import Path

from pug_desktop.app import receive, send
from pug_desktop.app.workspace import open_profile
from tests.faults.killing import READY, say


def main(verb: str, profile: Path, path: Path) -> None:
    """Say what was done once it is done."""
    ws = open_profile(profile)
    say(READY)
    if verb == "take_in":
        say(receive.take_in(ws, path).new)
    else:
        say(send.send(ws, send.find_addressee(ws), path).path.name)
    ws.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
