"""Decides what the tab "Statistik" shows; knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pug_desktop.app import regions, report
from pug_desktop.app import statistics as counted
from pug_desktop.app.paper_statistics import came_map, came_words, facts, notes, tables
from pug_desktop.app.participation import OfficeLine, Participation, participation
from pug_desktop.app.statistics import Statistics, statistics
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import MONTHS
from pug_desktop.progress import Step, silent
from pug_desktop.reports.heatmap import HeatMap
from pug_desktop.reports.statistics import StatisticTable
from pug_desktop.ui.report.paths import paper_file

REPORT = "statistik"
ALL = ""
"""The choice of a whole province."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read for one choice, in words. `came` is None where nobody is below."""

    year: int
    region: str
    found: Statistics
    facts: tuple[tuple[str, str], ...]
    tables: tuple[StatisticTable, ...]
    notes: tuple[str, ...]
    came: Participation | None = None
    map: HeatMap | None = None
    came_words: tuple[str, ...] = ()


@dataclass(slots=True)
class StatisticsPresenter:
    """The choices of a person and what follows from them.

    Attributes:
        year: of the meetings; 0 before the first.
        region: a kabupaten/kota of a province; ALL for all of it, and for every other role.
        shown: what is on the tab, None before the first answer.
    """

    ws: Workspace
    lang: str
    year: int = 0
    region: str = ALL
    shown: Shown | None = field(default=None)

    def years(self) -> tuple[int, ...]:
        """To choose from, newest first."""
        found = counted.years(self.ws)
        if self.year not in found:
            self.year = self.ws.today.year
        return found

    def regions(self) -> tuple[tuple[str, str], ...]:
        """Code and name of the kabupaten/kota of a province; nothing for every other role."""
        if self.ws.profile.role != "provinsi":
            return ()
        return tuple((each.code, each.name) for each in regions.regencies(self.ws.profile.region_code))

    def read(self, step: Step = silent) -> Shown:
        """Everything for the present choices; runs in the worker."""
        year, region = self.year, self.region
        found = statistics(self.ws, year, region_code=region or None, lang=self.lang, step=step)
        came = None
        if self.ws.profile.role == "kabkota" or region:
            came = participation(self.ws, year, region_code=region or None, step=step)
        return Shown(
            year,
            region,
            found,
            facts(found, self.lang),
            tables(found, self.lang, split=True),
            notes(found, self.lang),
            came,
            came_map(came, self.lang) if came is not None and came.lines and came.with_list else None,
            came_words(came, self.lang) if came is not None else (),
        )

    def fits(self, shown: Shown) -> bool:
        """Whether that is still what is asked for."""
        return (shown.year, shown.region) == (self.year, self.region)

    def office(self, row: int) -> OfficeLine | None:
        """The office of a row of the map."""
        came = self.shown.came if self.shown is not None else None
        return came.lines[row] if came is not None and 0 <= row < len(came.lines) else None

    def month(self, column: int) -> str:
        """The month of a column of the map."""
        return MONTHS[self.lang][column]

    def work(self, suffix: str, csv: str = "excel") -> Callable[[Step], Path]:
        """The job that makes the paper, the workbook or the CSV file."""
        title = regions.region(self.region).name if self.region else ""
        name = f"{REPORT}-{csv}" if suffix == ".csv" else REPORT
        out = paper_file(self.ws.folder_for("cetak"), name, {"year": self.year, "title": title}, suffix=suffix)
        return partial(_write, self.ws, out, self.year, self.region or None, csv)


def _write(ws: Workspace, out: Path, year: int, region: str | None, csv: str, step: Step) -> Path:
    return report.write_report(ws, REPORT, out, year=year, region_code=region, csv=csv, step=step)
