"""Child: half a million rows of lists in one table, against a list model behind QSortFilterProxyModel.

python -m tests.bench.child_people ours|reference FOLDER
"""

import os
import sys
import time
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from pug_desktop.app import all_people
from pug_desktop.app.all_people import Asked
from pug_desktop.app.workspace import open_profile
from pug_desktop.ui.person.all_people_model import AllPeopleModel
from tests.bench.measure import Stopwatch, plain, tell

COLUMNS = ("name", "sex", "position", "office_name", "office_type", "role", "meeting", "year")
WORDS = "wahyuni"

EVERYTHING = (
    "SELECT a.name, a.sex, a.position, a.office_name, a.office_type, a.role, m.title, m.year "
    "FROM attendance AS a JOIN meeting AS m ON m.id = a.meeting_id ORDER BY a.rowid DESC"
)


def ours(folder: Path) -> dict[str, float]:
    """The program's own model in a table."""
    ws = open_profile(folder)
    model = AllPeopleModel(COLUMNS, [_text(each) for each in COLUMNS], lambda numbers: all_people.page(ws, numbers))
    view = QTableView()
    watch = Stopwatch()
    watch.start()

    def show(asked: Asked) -> None:
        model.show_numbers(all_people.rows(ws, asked))
        _paint(view)

    found = {"ready_ms": _ms(lambda: (view.setModel(model), show(Asked())))}
    assert model.rowCount() == _count(folder)
    found["filter_ms"] = _ms(lambda: show(Asked(search=WORDS)))
    matched = model.rowCount()
    found["sort_ms"] = _ms(lambda: show(Asked(sort="name")))
    grown = watch.stop().get("grown_bytes", 0.0)
    ws.close()
    return {**found, "matched": matched, "grown_bytes": grown}


class Rows(QAbstractTableModel):
    """As the manual has it: a list of rows."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """Qt: the number of rows."""
        return len(self._rows) if parent is None or not parent.isValid() else 0

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """Qt: the number of columns."""
        return len(COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the text of a cell."""
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def reference(folder: Path) -> dict[str, float]:
    """All rows in a list, filtered and sorted by Qt."""
    view, proxy = QTableView(), QSortFilterProxyModel()
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    kept: list[Rows] = []
    watch = Stopwatch()
    watch.start()
    with plain(folder / "pug.db") as connection:

        def show() -> None:
            kept.append(Rows(connection.execute(EVERYTHING).fetchall()))
            proxy.setSourceModel(kept[0])
            view.setModel(proxy)
            _paint(view)

        found = {"ready_ms": _ms(show)}
        found["filter_ms"] = _ms(lambda: (proxy.setFilterFixedString(WORDS), _paint(view)))
        matched = proxy.rowCount()
        proxy.setFilterFixedString("")
        found["sort_ms"] = _ms(lambda: (proxy.sort(0), _paint(view)))
        grown = watch.stop().get("grown_bytes", 0.0)
    return {**found, "matched": matched, "grown_bytes": grown}


def _count(folder: Path) -> int:
    with plain(folder / "pug.db") as connection:
        return int(connection.execute("SELECT count(*) FROM attendance").fetchone()[0])


def _text(name: str) -> Callable[[all_people.Row], str]:
    value = attrgetter(name)
    return lambda row: str(value(row))


def _paint(view: QTableView) -> None:
    view.resize(1100, 600)
    view.show()
    QApplication.processEvents()
    view.grab()


def _ms(run: Callable[[], object]) -> float:
    at = time.process_time()
    run()
    return (time.process_time() - at) * 1000


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {"ours": ours, "reference": reference}

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    tell(STEPS[sys.argv[1]](Path(sys.argv[2])))
    sys.stdout.flush()
    # Half a million rows are not taken apart one by one only to end.
    os._exit(0)
