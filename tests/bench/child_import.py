"""Child: participants from a workbook, the imports of the libraries included.

python -m tests.bench.child_import ours-hall|reference-hall|ours-many|reference-many|hostile FOLDER
"""

import contextlib
import sys
import time
from pathlib import Path

from tests.bench.measure import tell

HALL, MANY = "hall.xlsx", "many.xlsx"


def ours(path: Path) -> dict[str, float]:
    """The file counted and opened; then its columns matched and every cell checked, as the window shows them."""
    from pug_desktop.app.people_draft import Draft
    from pug_desktop.intake import old_workbook_gate, tables

    assert old_workbook_gate  # so far the running program has it all; the library comes with the first file
    cpu = time.process_time()
    found = tables.read_tables(path)
    read = time.process_time()
    people = Draft(found).people()
    return {"cells_ms": (read - cpu) * 1000, "people_ms": (time.process_time() - cpu) * 1000, "people": len(people)}


def reference(path: Path) -> dict[str, float]:
    """As the manual of openpyxl has it: the cells below the heading, nothing counted, matched or checked."""
    # What the running program has loaded anyway.
    import pug_desktop.intake.tables  # noqa: F401

    cpu = time.process_time()
    import openpyxl

    page = openpyxl.load_workbook(path).active
    people = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    took = (time.process_time() - cpu) * 1000
    return {"cells_ms": took, "people_ms": took, "people": len(people)}


def hostile(folder: Path) -> dict[str, float]:
    """Every file that people hand in, the hostile ones included: the longest time, and the most memory of all."""
    from pug_desktop import errors
    from pug_desktop.app.people_draft import Draft
    from pug_desktop.intake.tables import read_tables

    longest = 0.0
    for path in sorted((folder / "files").iterdir()):
        at = time.process_time()
        with contextlib.suppress(errors.ListRefused):
            Draft(read_tables(path))
        longest = max(longest, time.process_time() - at)
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    return {"longest_s": longest, "peak_bytes": peak}


if __name__ == "__main__":
    what, folder = sys.argv[1].split("-"), Path(sys.argv[2])
    if what[0] == "hostile":
        tell(hostile(folder))
    else:
        run = ours if what[0] == "ours" else reference
        tell(run(folder / (HALL if what[1] == "hall" else MANY)))
