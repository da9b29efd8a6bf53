"""Statistik: who came to the meetings of a year, as tables and pictures, and which offices came."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks
from pug_desktop.reports.answer_chart import chart_drawing
from pug_desktop.reports.heatmap import HeatMap, HeatTable
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import ChartBar, Letterhead, SignatureBlock
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import grid

_NAME_MM, _NUMBER_MM = 61, 21.8
_BAR_MM, _ROW_MM, _WHOLE_MM = 5.4, 5.8, 115
"""A table that is lower than this with its bars stands on one page."""
_MOST_BARS = 40
"""More bars tell less than the table below them."""


@dataclass(frozen=True, slots=True)
class StatisticTable:
    """One table: its lines as words, and the bars above it; a sentence stands where nothing can be shown."""

    title: str
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    bars: tuple[ChartBar, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class StatisticsPaper:
    """The statistics of a place and a year."""

    letterhead: Letterhead
    place: str
    year: int
    facts: tuple[tuple[str, str], ...]
    tables: tuple[StatisticTable, ...]
    offices: HeatMap | None = None
    """Office by month; None where nobody is below."""
    offices_words: tuple[str, ...] = ()
    """What stands above the map."""
    notes: tuple[str, ...] = ()
    made_at_text: str | None = None
    signature: SignatureBlock | None = None


def write_statistics(out: Path, paper: StatisticsPaper) -> int:
    """Writes the statistics; returns the number of pages. A table that is empty says so."""
    sheet = Sheet()
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Statistik kegiatan pengarusutamaan gender", paper.place, f"Tahun {paper.year}"),
        *blocks.facts(paper.facts),
    ]
    letters = iter("ABCDEFGHIJKLMNOP")
    for table in paper.tables:
        story += _table(f"{next(letters)}. {table.title}", table, sheet.width)
    if paper.offices is not None:
        story += blocks.heading(f"{next(letters)}. Kehadiran perangkat daerah", room_mm=50)
        for each in paper.offices_words:
            story += blocks.text(each)
        if paper.offices.rows:
            story.append(HeatTable(paper.offices, sheet.width, size=7.5))
    story += blocks.box("Catatan", paper.notes)
    about = About(
        title=f"Statistik kegiatan PUG – {one_line(paper.place)} – {paper.year}",
        author=one_line(paper.place),
        running_head=f"Statistik kegiatan pengarusutamaan gender · {one_line(paper.place)} · {paper.year}",
        made_at_text=paper.made_at_text,
    )
    return write(out, blocks.signed(story, paper.signature), about, sheet)


def _table(title: str, table: StatisticTable, width: float) -> list[Flowable]:
    needed = _BAR_MM * len(table.bars) + _ROW_MM * (len(table.rows) + 3)
    story: list[Flowable] = [*blocks.heading(title, room_mm=needed if needed < _WHOLE_MM else 55)]
    if not table.rows:
        return [*story, blocks.sentence(table.sentence)]
    if table.bars and len(table.bars) <= _MOST_BARS:
        story.append(chart_drawing(table.bars, width=width, size=8))
    numbers = len(table.headings) - 1
    widths = (_NAME_MM, *(_NUMBER_MM if numbers > 1 else 2 * _NUMBER_MM,) * numbers)
    story.append(grid(table.headings, table.rows, widths, align="l" + "r" * numbers, size=8.5))
    return [*story, blocks.note(table.sentence)] if table.sentence else story


def bars_of(
    names: Sequence[str], numbers: Sequence[int | None], texts: Sequence[str], *, longest: float = 1.0
) -> tuple[ChartBar, ...]:
    """Bars as long as the numbers, the longest a share of the room; one without a number has none and says its text."""
    most = max((number for number in numbers if number), default=0)
    return tuple(
        ChartBar(name, None if number is None else longest * number / most if most else 0.0, text, pale=number is None)
        for name, number, text in zip(names, numbers, texts, strict=True)
    )
