"""The heat map and the lines over the years of an overview: the same for the window and for the recaps."""

from collections.abc import Sequence
from dataclasses import dataclass

from pug_desktop.app.overview import Overview, Part, Row, YearPoint
from pug_desktop.domain.dates import short_date_words
from pug_desktop.reports.heatmap import NOTHING, HeatCell, HeatMap, HeatRow, HeatShape, heatmap_svg, shape_of
from pug_desktop.reports.papers import YearShares
from pug_desktop.reports.year_lines import year_lines_svg


@dataclass(frozen=True, slots=True)
class MapWords:
    """What stands in a map beside names and numbers."""

    head: str = "Perangkat daerah"
    after: tuple[str, ...] = ("Terakhir diterima",)
    nothing: str = NOTHING


OFFICES = MapWords()
REGENCIES = MapWords("Kabupaten/kota", ("Lembar OPD",))


def heat_map(found: Overview, words: MapWords, *, below: bool = False, counts: bool = False) -> HeatMap:
    """The map of an overview.

    Args:
        found: what is shown.
        words: for the language of who looks at it.
        below: the sheets of the OPD of each kabupaten/kota added up, in place of its own sheet.
        counts: "3/6" in the cells in place of "50 %".
    """
    columns = tuple(code for code, _name in found.sections)
    rows = tuple(
        HeatRow(row.name, _cells(row, below=below, counts=counts), _after(row, len(words.after))) for row in found.rows
    )
    return HeatMap(words.head, columns, rows, words.after, words.nothing)


def _cells(row: Row, *, below: bool, counts: bool) -> tuple[HeatCell, ...]:
    shown = row.below if below else row.parts if row.started else ()
    return tuple(HeatCell(part.share, f"{part.filled}/{part.asked}" if counts else "", part.open) for part in shown)


def _after(row: Row, wanted: int) -> tuple[str, ...]:
    if not wanted:
        return ()
    if row.offices:
        return (f"{row.sheets} / {row.offices}",)
    return (_day(row.last_received),)


def _day(iso: str | None) -> str:
    import datetime

    return short_date_words(datetime.datetime.fromisoformat(iso).date()) if iso else "–"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for the window, and where its cells lie."""

    svg: str
    shape: HeatShape
    rows: int

    @property
    def height(self) -> float:
        """Of the whole drawing."""
        return self.shape.height(self.rows)


def picture(heat: HeatMap, *, width: float, size: float, full: str | None = None) -> Picture:
    """The map for the window; letters of `size` pixels, full cells of that colour ("#rrggbb")."""
    return Picture(
        heatmap_svg(heat, width=width, size=size, full=full), shape_of(heat, width=width, size=size), len(heat.rows)
    )


def total(parts: Sequence[Part]) -> Part:
    """All prerequisites together."""
    return Part(
        sum(each.filled for each in parts), sum(each.asked for each in parts), sum(each.backed for each in parts)
    )


def year_shares(points: Sequence[YearPoint]) -> tuple[YearShares, ...]:
    """The points of the lines; a year in between of which nothing is here leaves a gap."""
    known = {point.year: point for point in points if point.started}
    if not known:
        return ()
    made = []
    for year in range(min(known), max(known) + 1):
        parts = known[year].parts if year in known else ()
        made.append(YearShares(year, tuple(each.share for each in parts), total(parts).share))
    return tuple(made)


def lines_svg(points: Sequence[YearPoint], codes: Sequence[str], *, width: float, height: float) -> str:
    """The lines over the years for the window."""
    return year_lines_svg(year_shares(points), codes, width=width, height=height)
