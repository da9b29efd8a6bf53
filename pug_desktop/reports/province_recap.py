"""Rekap provinsi: a heat table of regencies and prerequisites, and the meetings of all of them."""

from pathlib import Path

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from pug_desktop.reports import blocks
from pug_desktop.reports.checklist import NO_SCORE
from pug_desktop.reports.ink import tint
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import ProvinceRecapPaper
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.radar import percent_words
from pug_desktop.reports.regency_recap import awards, honours_open, indices, shown
from pug_desktop.reports.table import grid

_WIDTH_MM = 267

_CODE_MM, _CELL_MM, _COUNT_MM, _RECEIVED_MM = 14, 14, 18, 30


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
    codes = [code for code, _ in paper.section_names] or [f"P{number}" for number in range(1, count + 1)]
    tints: dict[tuple[int, int], Color] = {}
    cells = []
    for place, row in enumerate(paper.regencies):
        shares = [*row.shares[: len(codes)], *[None] * (len(codes) - len(row.shares))]
        tints |= {(2 + index, place): tint(share) for index, share in enumerate(shares) if share is not None}
        cells.append(
            [
                row.code,
                row.name,
                *(
                    marked(percent_words(share).removesuffix(" %"), open_)
                    for share, open_ in zip(shares, [*row.open, *[False] * len(shares)], strict=False)
                ),
                shown(row.meetings),
                *(shown(number, row.count_open) for number in (row.participants, row.male, row.female)),
                row.last_received or "belum diterima",
            ]
        )
    name_mm = _WIDTH_MM - _CODE_MM - _CELL_MM * len(codes) - 4 * _COUNT_MM - _RECEIVED_MM
    widths = (_CODE_MM, name_mm, *(_CELL_MM,) * len(codes), *(_COUNT_MM,) * 4, _RECEIVED_MM)
    headings = ("Kode", "Kabupaten/kota", *codes, "Rapat", "Peserta", "L", "P", "Terakhir diterima")
    came = sum(1 for row in paper.regencies if row.shares)
    names = "; ".join(f"{code} {name}" for code, name in paper.section_names)
    return [
        blocks.plain(
            f"{came} dari {len(paper.regencies)} kabupaten/kota mempunyai lembar prasyarat. Angka P: kelengkapan dalam "
            "persen; makin tua warnanya, makin lengkap."
        ),
        grid(headings, cells, widths, align="cl" + "c" * len(codes) + "rrrrl", size=8.5, tints=tints),
        *([blocks.note(names)] if names else []),
        blocks.note(NO_SCORE),
    ]


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
