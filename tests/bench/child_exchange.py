"""Child: one step of the exchange, by the program.

    python -m tests.bench.child_exchange capture-new|capture-same|export|import|again|newer|edits FOLDER

All of it counts: copying in, decrypting, checking, unpacking, capturing, joining, committing; and out again reading
back what was written.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from pug_desktop.app import receive
from pug_desktop.app.receive import Received
from pug_desktop.app.workspace import Workspace, open_profile
from pug_desktop.storage.capture import capture
from tests.bench import data
from tests.bench.measure import Stopwatch, copied, tell


def timed(profile: Path, run: Callable[[Workspace], object]) -> tuple[dict[str, float], object]:
    """Open a copy of a profile and time one thing in it."""
    with copied(profile) as folder:
        ws = open_profile(folder)
        _ = ws.keys
        watch = Stopwatch()
        watch.start()
        result = run(ws)
        found = watch.stop()
        ws.close()
        found["database_bytes"] = (folder / "pug.db").stat().st_size
    return found, result


def capture_all(ws: Workspace) -> int:
    """What export and import begin with."""
    with ws.database.write() as connection:
        return capture(connection, now=ws.now_s, by=ws.profile.holder)


def capture_new(folder: Path) -> dict[str, float]:
    """Every record seen for the first time."""
    found, written = timed(folder / "sender", capture_all)
    assert int(str(written)) >= data.read(folder).records
    return found


def capture_same(folder: Path) -> dict[str, float]:
    """Nothing changed since the last one."""
    found, written = timed(folder / "captured", capture_all)
    assert written == 0
    return found


def export(folder: Path) -> dict[str, float]:
    """Everything to the province, nothing changed since the last bundle."""
    stick = folder / "stick" / "new"
    stick.mkdir(exist_ok=True)
    found, files = timed(folder / "captured", lambda ws: data.send_all(ws, stick))
    for path in files:  # type: ignore[attr-defined]
        path.unlink()
    return found


def _taken(profile: str, bundle: str) -> Callable[[Path], dict[str, float]]:
    def run(folder: Path) -> dict[str, float]:
        paths = data.bundles(folder, bundle)
        found, results = timed(folder / profile, lambda ws: [receive.take_in(ws, path) for path in paths])
        _check(bundle, folder, results)  # type: ignore[arg-type]
        return found

    return run


def _check(bundle: str, folder: Path, results: list[Received]) -> None:
    made = data.read(folder)
    new, changed, same, conflicts = (
        sum(getattr(each, name) for each in results) for name in ("new", "changed", "unchanged", "conflicts")
    )
    assert not sum(each.parked for each in results)
    assert not conflicts
    match bundle:
        case "full":
            # The office that sent it was put on the list when it got its key card.
            assert (new, changed) == (made.records - 1, 1)
        case "again":
            assert (new, changed, same) == (0, 0, made.records)
        case "newer":
            assert 0.08 * made.attendance < changed < 0.12 * made.attendance
        case "edits":
            assert 0.008 * made.attendance < changed < 0.016 * made.attendance
            assert sum(each.merged_fields for each in results) >= changed


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {
    "capture-new": capture_new,
    "capture-same": capture_same,
    "export": export,
    "import": _taken("empty", "full"),
    "again": _taken("filled", "again"),
    "newer": _taken("filled", "newer"),
    "edits": _taken("edited", "edits"),
}


if __name__ == "__main__":
    tell(STEPS[sys.argv[1]](Path(sys.argv[2])))
