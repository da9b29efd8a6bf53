"""Decides what the page "Kelengkapan" shows; knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pug_desktop.app import fill, overview
from pug_desktop.app.overview import Overview, Part, Row, YearPoint
from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.ui.checklist.presenter import Place

ALL = ""
"""The choice of all kabupaten/kota."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read for one choice."""

    found: Overview
    points: tuple[YearPoint, ...] = ()
    year: int = 0
    region: str = ALL
    below: bool = False


@dataclass(frozen=True, slots=True)
class CellWords:
    """What one cell means; the page makes a sentence of it. `part` is None where nothing came."""

    row: str
    code: str
    section: str
    part: Part | None


@dataclass(slots=True)
class OverviewPresenter:
    """The choices of a person and what follows from them.

    Attributes:
        year: of the sheets.
        region: a kabupaten/kota of a province; ALL for all of them, and for every other role.
        below: the OPD's sheets of each kabupaten/kota in place of its own.
        shown: what is on the page, None before the first answer.
    """

    ws: Workspace
    lang: str
    year: int = 0
    region: str = ALL
    below: bool = False
    shown: Shown | None = field(default=None)

    @property
    def has_regions(self) -> bool:
        """Whether several kabupaten/kota can be set beside each other."""
        return self.ws.profile.role == "provinsi"

    @property
    def shows_regions(self) -> bool:
        """Whether the rows are kabupaten/kota."""
        return self.has_regions and self.region == ALL

    def years(self) -> Sequence[int]:
        """To choose from, newest first; a province starts at the last one of which a sheet is here."""
        found = fill.years(self.ws)
        if self.year not in found:
            with_sheets = overview.years_with_sheets(self.ws) if self.has_regions else ()
            self.year = max((each for each in with_sheets if each in found), default=found[0])
        return found

    def read(self, step: Step = silent) -> Shown:
        """Everything for the present choices; runs in the worker."""
        year, region, below = self.year, self.region, self.below and self.shows_regions
        found = overview.overview(self.ws, year, region or None, with_below=below, step=step)
        return Shown(found, (), year, region, below)

    def read_years(self, step: Step = silent) -> tuple[str, tuple[YearPoint, ...]]:
        """The region and how far it was in each year; runs in the worker, after the rest is shown."""
        region = self.region
        return region, overview.over_years(self.ws, region or None, step=step)

    def fits(self, shown: Shown) -> bool:
        """Whether that is still what is asked for."""
        below = self.below and self.shows_regions
        return (shown.year, shown.region, shown.below) == (self.year, self.region, below)

    def cell(self, row: int, column: int) -> CellWords | None:
        """What a cell says; None when there is no such cell."""
        if self.shown is None or not 0 <= row < len(self.shown.found.rows):
            return None
        found = self.shown.found
        code, name = found.sections[column] if 0 <= column < len(found.sections) else ("", None)
        each = found.rows[row]
        parts = each.below if self.shown.below else each.parts if each.started else ()
        part = parts[column] if 0 <= column < len(parts) else None
        return CellWords(each.name, code, name.of(self.lang) if name is not None else "", part)

    def row(self, row: int) -> Row | None:
        """The row of that number."""
        rows = self.shown.found.rows if self.shown is not None else ()
        return rows[row] if 0 <= row < len(rows) else None

    def place(self, row: int, column: int) -> Place | None:
        """Where the sheet of a cell is; None for one of which nothing came."""
        each, words = self.row(row), self.cell(row, column)
        if each is None or words is None or self.shown is None or not each.started:
            return None
        if self.shows_regions:
            return Place(self.shown.year, words.code, each.key)
        region = self.region or self.ws.profile.region_code
        return Place(self.shown.year, words.code, scopes.of_office(region, each.key))
