"""Child: a province of 1,700 OPD sheets, seen at once and printed.

python -m tests.bench.child_overview heatmap|recap FOLDER
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from pug_desktop.app import fill, overview, report
from pug_desktop.app.overview_map import REGENCIES, heat_map
from pug_desktop.app.workspace import open_profile
from pug_desktop.ui import style
from pug_desktop.ui.overview.map_view import MapView
from tests.bench.data import YEAR, province_of
from tests.bench.measure import plain, tell

WIDTH = 760

ANSWERS = (
    "SELECT c.region_code, c.office_id, a.item, a.status, a.value, "
    "(SELECT count(*) FROM evidence AS e WHERE e.owner_id = a.id) "
    "FROM checklist AS c JOIN answer AS a ON a.checklist_id = c.id WHERE c.year = ?"
)
"""What any heat map of these sheets must read."""


def heatmap(folder: Path) -> dict[str, float]:
    """From the wish to the painted map, against the one query; the program runs already, its forms are read."""
    application = QApplication.instance() or QApplication([])
    style.use_paper_fonts()
    ws = open_profile(province_of(folder))
    years = fill.years(ws)
    assert YEAR in years
    view = MapView(None)  # type: ignore[arg-type]  # a window of its own
    view.resize(WIDTH, 400)
    cpu, wall = time.process_time(), time.perf_counter()
    found = overview.overview(ws, YEAR)
    view.show_map(heat_map(found, REGENCIES))
    ours = (time.process_time() - cpu) * 1000
    waited = (time.perf_counter() - wall) * 1000
    sheets = sum(row.sheets for row in found.rows)
    ws.close()
    del application
    with plain(province_of(folder) / "pug.db") as connection:
        reference = _cpu_ms(lambda: connection.execute(ANSWERS, (YEAR,)).fetchall())
    return {"ours_ms": ours, "wall_ms": waited, "reference_ms": reference, "sheets": sheets}


def recap(folder: Path) -> dict[str, float]:
    """The whole recap of the province as PDF, against reportlab alone drawing the cells of its heat maps."""
    ws = open_profile(province_of(folder))
    rows = overview.whole_province(ws, YEAR).rows
    cells = [
        [row.name, *(f"{part.filled}/{part.asked}" for part in row.parts)]
        for regency in rows
        for row in (regency, *regency.under)
    ]
    with tempfile.TemporaryDirectory(dir=folder) as made:
        reference = _cpu_ms(lambda: _plain_table(Path(made) / "plain.pdf", cells))
        cpu, wall = time.process_time(), time.perf_counter()
        report.write_report(ws, "rekap-provinsi", Path(made) / "ours.pdf", year=YEAR)
        ours = (time.process_time() - cpu) * 1000
        waited = time.perf_counter() - wall
    ws.close()
    return {"ours_ms": ours, "wall_s": waited, "reference_ms": reference, "rows": len(cells)}


def _plain_table(out: Path, cells: Sequence[Sequence[str]]) -> None:
    """As the manual of reportlab has it: one table, a grid, a background for each cell."""
    shades = [
        ("BACKGROUND", (column, row), (column, row), (0.54, 0.73, 0.92))
        for row in range(1, len(cells) + 1)
        for column in range(1, 8)
    ]
    heading = ["Kantor", *(f"P{number}" for number in range(1, 8))]
    grid = ("GRID", (0, 0), (-1, -1), 0.5, (0.5, 0.5, 0.5))
    table = LongTable([heading, *([*row, *[""] * (8 - len(row))] for row in cells)], repeatRows=1)
    table.setStyle(TableStyle([grid, ("FONTSIZE", (0, 0), (-1, -1), 7), *shades]))
    SimpleDocTemplate(str(out), pagesize=landscape(A4)).build([table])


def _cpu_ms(run: Callable[[], object]) -> float:
    at = time.process_time()
    run()
    return (time.process_time() - at) * 1000


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {"heatmap": heatmap, "recap": recap}

if __name__ == "__main__":
    tell(STEPS[sys.argv[1]](Path(sys.argv[2])))
