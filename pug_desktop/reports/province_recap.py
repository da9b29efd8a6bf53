"""Rekap provinsi: a heat table of regencies and prerequisites, and the meetings of all of them."""

from pathlib import Path

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks
from pug_desktop.reports.checklist import NO_SCORE
from pug_desktop.reports.heatmap import HeatCell, HeatMap, HeatRow, HeatTable
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import ProvinceRecapPaper
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.regency_recap import (
    UNKNOWN,
    awards,
    honours_open,
    indices,
    lines_over_years,
    office_map,
    shown,
)
from pug_desktop.reports.table import grid

_WIDTH_MM = 267

_CODE_MM, _COUNT_MM = 14, 22


def write_province_recap(out: Path, paper: ProvinceRecapPaper) -> int:
    """Writes the recap on wide sheets; returns the number of pages. A list that is empty says so."""
    sheet = Sheet(wide=True)
    period = "Semua tahun" if paper.year is None else f"Tahun {paper.year}"
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Rekap pengarusutamaan gender", f"Provinsi {_bare(paper.province)}", period),
        *blocks.heading("A. Kelengkapan prasyarat kabupaten/kota", room_mm=40),
        *_regencies(paper),
        *blocks.heading("B. Rapat dan kegiatan", room_mm=40),
        *_meetings(paper),
        *blocks.heading("C. Penghargaan", room_mm=30),
        *awards(paper.awards, with_region=True, width_mm=_WIDTH_MM),
        *blocks.heading("D. Indeks gender", room_mm=30),
        *indices(paper.indices, with_region=True, width_mm=_WIDTH_MM),
        *blocks.heading("E. Lembar prasyarat perangkat daerah", room_mm=40),
        *_offices(paper),
        *blocks.box("Catatan", paper.notes),
        *footnote(_any_open(paper)),
    ]
    about = About(
        title=f"Rekap PUG – Provinsi {_bare(paper.province)} – {period}",
        author=f"Provinsi {_bare(paper.province)}",
        running_head=f"Rekap pengarusutamaan gender · Provinsi {_bare(paper.province)} · {period}",
        made_at_text=paper.made_at_text,
    )
    return write(out, blocks.signed(story, paper.signature), about, sheet)


def _any_open(paper: ProvinceRecapPaper) -> bool:
    return (
        any(any(row.open) or row.count_open for row in paper.regencies)
        or any(any(each.open) for row in paper.regencies for each in row.office_rows)
        or any(row.open or row.count_open for row in paper.meetings)
        or honours_open(paper.awards, paper.indices)
    )


def _bare(province: str) -> str:
    """The name without the word in front of it that the titles set themselves."""
    return one_line(province).removeprefix("Provinsi ")


def _regencies(paper: ProvinceRecapPaper) -> list[Flowable]:
    if not paper.regencies:
        return [blocks.sentence("Belum ada kabupaten/kota yang terdaftar.")]
    count = max((len(row.shares) for row in paper.regencies), default=0)
    codes = tuple(code for code, _ in paper.section_names) or tuple(f"P{number}" for number in range(1, count + 1))
    came = sum(1 for row in paper.regencies if row.shares)
    names = "; ".join(f"{code} {name}" for code, name in paper.section_names)
    return [
        blocks.plain(
            f"{came} dari {len(paper.regencies)} kabupaten/kota mempunyai lembar prasyarat. Angka P: kelengkapan dalam "
            "persen; makin tua warnanya, makin lengkap."
        ),
        HeatTable(_map(paper, codes), Sheet(wide=True).width),
        *([blocks.note(names)] if names else []),
        blocks.note(NO_SCORE),
        *lines_over_years(paper.years, codes),
        _counts(paper),
    ]


def _map(paper: ProvinceRecapPaper, codes: tuple[str, ...]) -> HeatMap:
    rows = []
    for row in paper.regencies:
        open_ = [*row.open, *[False] * len(row.shares)]
        cells = tuple(HeatCell(share, open=mark) for share, mark in zip(row.shares, open_, strict=False))
        after = (f"{row.sheets} / {row.offices}" if row.offices else UNKNOWN, row.last_received or "belum diterima")
        rows.append(HeatRow(f"{row.code} {row.name}", cells, after))
    return HeatMap("Kabupaten/kota", codes, tuple(rows), ("Lembar OPD", "Diterima"))


def _counts(paper: ProvinceRecapPaper) -> Flowable:
    cells = [
        [
            row.code,
            row.name,
            shown(row.meetings),
            *(shown(number, row.count_open) for number in (row.participants, row.male, row.female)),
        ]
        for row in paper.regencies
    ]
    headings = ("Kode", "Kabupaten/kota", "Rapat", "Peserta", "L", "P")
    widths = (_CODE_MM, _WIDTH_MM - _CODE_MM - 4 * _COUNT_MM, *(_COUNT_MM,) * 4)
    return grid(headings, cells, widths, align="clrrrr", size=8.5)


def _offices(paper: ProvinceRecapPaper) -> list[Flowable]:
    """The sheets of the OPD, a map for each kabupaten/kota that has any."""
    known = [row for row in paper.regencies if any(each.filled for each in row.office_rows)]
    if not known:
        return [blocks.sentence("Belum ada lembar prasyarat perangkat daerah yang diterima.")]
    codes = tuple(code for code, _ in paper.section_names)
    story: list[Flowable] = [blocks.plain("Tiap petak: pertanyaan terisi/semua pertanyaan yang berlaku.")]
    for row in known:
        story += [blocks.subheading(f"{row.name}: {row.sheets} dari {row.offices} OPD")]
        story.append(HeatTable(office_map(row.office_rows, codes), Sheet(wide=True).width, 7.5))
    return story


def _meetings(paper: ProvinceRecapPaper) -> list[Flowable]:
    if not paper.meetings:
        period = "" if paper.year is None else f" pada tahun {paper.year}"
        return [blocks.sentence(f"Belum ada rapat yang dicatat{period}.")]
    cells = [
        (
            f"{number}.",
            row.region,
            row.date,
            f"{marked(row.title, row.open)}\n{row.kind}" if row.title else marked(row.kind, row.open),
            shown(row.participants, row.count_open),
            shown(row.results),
        )
        for number, row in enumerate(paper.meetings, start=1)
    ]
    headings = ("No.", "Kabupaten/kota", "Hari/tanggal", "Rapat", "Peserta", "Hasil")
    return [grid(headings, cells, (10, 55, 55, 107, 20, 20), align="clllrr", size=9)]
