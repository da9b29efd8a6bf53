"""Rekap kabupaten/kota: the prerequisites, the offices, the meetings and the people of one regency in one year."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from pug_desktop.domain.dates import number_words
from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.checklist import NO_SCORE, completeness
from pug_desktop.reports.heatmap import HeatCell, HeatMap, HeatRow, HeatTable
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import AwardRow, IndexRow, OfficeRow, RegencyRecapPaper, YearShares
from pug_desktop.reports.table import Cell, grid
from pug_desktop.reports.year_lines import year_lines_drawing

UNKNOWN = "–"


def write_regency_recap(out: Path, paper: RegencyRecapPaper) -> int:
    """Writes the recap; returns the number of pages. A list that is empty says so."""
    sheet = Sheet()
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Rekap pengarusutamaan gender", paper.region, f"Tahun {paper.year}"),
        *blocks.heading("A. Kelengkapan prasyarat"),
        *_sections(paper, sheet),
        *blocks.heading("B. Lembar prasyarat perangkat daerah", room_mm=60),
        *_offices(paper),
        *blocks.heading("C. Rapat dan kegiatan", room_mm=40),
        *_meetings(paper),
        *blocks.heading("D. Peserta menurut jenis kelamin dan jenis instansi", room_mm=40),
        *_attendance(paper),
        *blocks.heading("E. Penghargaan", room_mm=30),
        *awards(paper.awards, with_region=False),
        *blocks.heading("F. Indeks gender", room_mm=30),
        *indices(paper.indices, with_region=False),
        *blocks.box("Catatan", paper.notes),
        *footnote(_any_open(paper)),
    ]
    about = About(
        title=f"Rekap PUG – {paper.region} – {paper.year}",
        author=paper.region,
        running_head=f"Rekap pengarusutamaan gender · {paper.region} · {paper.year}",
        made_at_text=paper.made_at_text,
    )
    return write(out, blocks.signed(story, paper.signature), about, sheet)


def _any_open(paper: RegencyRecapPaper) -> bool:
    return (
        any(section.open for section in paper.sections)
        or any(any(row.open) for row in paper.offices)
        or any(row.open or row.count_open for row in paper.meetings)
        or any(row.open for row in paper.attendance)
        or honours_open(paper.awards, paper.indices)
    )


def honours_open(awards: Sequence[AwardRow], indices: Sequence[IndexRow]) -> bool:
    """Whether an award or an index holds two values."""
    return any(row.open for row in awards) or any(row.open for row in indices)


def shown(number: int | None, open_: bool = False) -> str:
    """A count, or the dash for what no source tells; marked when it may still change."""
    return marked(UNKNOWN if number is None else number_words(number), open_)


def awards(rows: tuple[AwardRow, ...], *, with_region: bool, width_mm: float = 170) -> list[Flowable]:
    """The table of awards, or a sentence that there is none."""
    if not rows:
        return [blocks.sentence("Belum ada penghargaan yang dicatat.")]
    cells = [
        (
            *((row.region or UNKNOWN,) if with_region else ()),
            marked(row.award, row.open),
            UNKNOWN if row.year is None else str(row.year),
            row.category or UNKNOWN,
        )
        for row in rows
    ]
    region = ("Kabupaten/kota",) if with_region else ()
    first = (60.0,) if with_region else ()
    widths = (*first, width_mm - sum(first) - 65, 20, 45)
    return [grid((*region, "Penghargaan", "Tahun", "Kategori"), cells, widths, align="l" * len(region) + "lcl", size=9)]


def indices(rows: tuple[IndexRow, ...], *, with_region: bool, width_mm: float = 170) -> list[Flowable]:
    """The table of indices, or a sentence that there is none; a rank without a value is a rank."""
    if not rows:
        return [blocks.sentence("Belum ada indeks gender yang dicatat.")]
    cells = [
        (
            *((row.region or UNKNOWN,) if with_region else ()),
            row.index,
            UNKNOWN if row.year is None else str(row.year),
            marked(row.value or "tidak disebutkan", row.open),
            _rank(row),
        )
        for row in rows
    ]
    region = ("Kabupaten/kota",) if with_region else ()
    first = (60.0,) if with_region else ()
    widths = (*first, (width_mm - sum(first) - 45) / 2, 18, 27, (width_mm - sum(first) - 45) / 2)
    headings = (*region, "Indeks", "Tahun", "Nilai", "Peringkat")
    return [grid(headings, cells, widths, align="l" * len(region) + "lccl", size=9)]


def _rank(row: IndexRow) -> str:
    if row.rank is None:
        return UNKNOWN
    of = "" if row.rank_of is None else f" dari {row.rank_of}"
    return f"{row.rank}{of}{f' ({row.rank_scope})' if row.rank_scope else ''}"


def _sections(paper: RegencyRecapPaper, sheet: Sheet) -> list[Flowable]:
    if not paper.sections:
        return [blocks.sentence(f"Lembar prasyarat {paper.region} tahun {paper.year} belum ada.")]
    codes = [section.code for section in paper.sections]
    return [
        *completeness(paper.sections, sheet.width),
        blocks.note(NO_SCORE),
        *lines_over_years(paper.years, codes),
    ]


def _offices(paper: RegencyRecapPaper) -> list[Flowable]:
    if not paper.offices:
        return [blocks.sentence("Belum ada kantor yang terdaftar.")]
    count = max((len(row.filled) for row in paper.offices), default=0)
    codes = tuple(section.code for section in paper.sections) or tuple(f"P{number}" for number in range(1, count + 1))
    came = sum(1 for row in paper.offices if row.filled)
    return [
        blocks.plain(
            f"{came} dari {len(paper.offices)} kantor mempunyai lembar prasyarat tahun {paper.year}. "
            "Tiap kolom P: pertanyaan terisi/semua pertanyaan; makin tua warnanya, makin lengkap."
        ),
        HeatTable(office_map(paper.offices, codes), Sheet().width, 7.5),
    ]


def office_map(rows: Sequence[OfficeRow], codes: tuple[str, ...]) -> HeatMap:
    """The offices of one kabupaten/kota as a heat map; the cells say how many questions are answered."""
    return HeatMap(
        "Kantor",
        codes,
        tuple(
            HeatRow(row.name, _heat_cells(row, len(codes)), (row.last_received or "belum diterima",)) for row in rows
        ),
        ("Diterima",),
        letters=3.2,
    )


def _heat_cells(row: OfficeRow, count: int) -> tuple[HeatCell, ...]:
    waiting = [*row.open, *[False] * count]
    return tuple(
        HeatCell(None, UNKNOWN, open_)
        if each is None
        else HeatCell(each[0] / each[1] if each[1] else None, f"{each[0]}/{each[1]}", open_)
        for each, open_ in zip(row.filled[:count], waiting, strict=False)
    )


def lines_over_years(years: Sequence[YearShares], codes: Sequence[str]) -> list[Flowable]:
    """The lines over the years; nothing while only one year is known."""
    if sum(each.total is not None for each in years) < 2:
        return []
    line = year_lines_drawing(years, codes, width=Sheet().width)
    return [blocks.plain("Kelengkapan dari tahun ke tahun: garis tebal seluruhnya, garis tipis tiap prasyarat."), line]


def _meetings(paper: RegencyRecapPaper) -> list[Flowable]:
    if not paper.meetings:
        return [blocks.sentence(f"Belum ada rapat yang dicatat pada tahun {paper.year}.")]
    cells = [
        (
            f"{number}.",
            row.date,
            f"{marked(row.title, row.open)}\n{row.kind}" if row.title else marked(row.kind, row.open),
            shown(row.male, row.count_open),
            shown(row.female, row.count_open),
            shown(row.total, row.count_open),
            shown(row.institutions, row.count_open),
        )
        for number, row in enumerate(paper.meetings, start=1)
    ]
    headings = ("No.", "Hari/tanggal", "Rapat", "L", "P", "Jumlah", "Instansi")
    return [grid(headings, cells, (9, 38, 69, 11, 11, 16, 16), align="cllrrrr", size=8.5)]


def _attendance(paper: RegencyRecapPaper) -> list[Flowable]:
    if not paper.attendance:
        return [blocks.sentence("Belum ada daftar hadir yang memuat nama peserta.")]
    cells: list[tuple[Cell, ...]] = [
        (row.label, *(shown(number, row.open) for number in (row.male, row.female, row.unknown, row.total)))
        for row in paper.attendance
    ]
    sums = (
        sum(row.male for row in paper.attendance),
        sum(row.female for row in paper.attendance),
        sum(row.unknown for row in paper.attendance),
        sum(row.total for row in paper.attendance),
    )
    bold = {align: words.style(9, font=fonts.BOLD, align=align) for align in ("left", "right")}
    label = words.paragraph("Jumlah", bold["left"])
    open_ = any(row.open for row in paper.attendance)
    cells.append((label, *(words.paragraph(shown(number, open_), bold["right"]) for number in sums)))
    headings = ("Jenis instansi", "Laki-laki", "Perempuan", "Belum diisi", "Jumlah")
    return [grid(headings, cells, (74, 24, 24, 24, 24), align="lrrrr", size=9)]
