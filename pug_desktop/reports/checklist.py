"""Lembar prasyarat: a filled checklist with the radar of the seven, and each answer with its evidence."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.ink import BLUE, LINE
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import ChecklistPaper, EvidenceLine, ItemPaper, SectionPaper
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.radar import percent_words, radar_drawing
from pug_desktop.reports.table import Cell, grid

NO_SCORE = (
    "Kelengkapan menunjukkan berapa pertanyaan yang sudah dijawab. Angka ini bukan nilai Anugerah Parahita Ekapraya "
    "(APE) dan tidak menilai mutu jawaban."
)

_HEADINGS = ("Kode", "Pertanyaan", "Status", "Jawaban", "Bukti dukung")
_WIDTHS_MM = (14, 60, 19, 46, 31)

_EVIDENCE_HEADINGS = ("No.", "Kode", "Dokumen", "Nomor", "Tanggal", "Berlaku sampai", "Berkas")
_EVIDENCE_MM = (9, 16, 45, 27, 20, 20, 33)

UNKNOWN = "–"

_BAR_MM = (32, 3.2)


def write_checklist(out: Path, paper: ChecklistPaper) -> int:
    """Writes the sheet; returns the number of pages."""
    sheet = Sheet()
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title(paper.title, f"Tahun {paper.year}"),
        *blocks.facts(
            (
                ("Kantor", paper.office),
                ("Kabupaten/kota", paper.region),
                ("Tahun data", str(paper.year)),
                ("Instrumen", paper.form_line),
            )
        ),
        *completeness(paper.sections, sheet.width),
        blocks.note(NO_SCORE),
        *footnote(any(section.open for section in paper.sections)),
        *(flowable for section in paper.sections[:-1] for flowable in _section(section)),
    ]
    story += [flowable for section in paper.sections[-1:] for flowable in _section(section)]
    story += _evidence_list(paper.evidence, blocks.signature_lines(paper.signature))
    about = About(
        title=f"{paper.title} – {paper.office} – {paper.year}",
        author=paper.office,
        running_head=" · ".join((one_line(paper.title), one_line(paper.office), str(paper.year))),
        made_at_text=paper.made_at_text,
    )
    return write(out, story, about, sheet)


def completeness(sections: Sequence[SectionPaper], width: float) -> list[Flowable]:
    """The radar, and under it a bar with numbers for each prerequisite."""
    if not sections:
        return []
    labels = [f"{section.code} {section.name}" for section in sections]
    radar = radar_drawing(labels, [section.share for section in sections], width=118 * mm)
    radar.hAlign = "CENTER"
    rows: list[list[Cell]] = [
        [
            section.code,
            section.name,
            _bar(section.share),
            marked(percent_words(section.share), section.open),
            marked(f"{section.filled} dari {section.total - section.not_relevant}", section.open),
            str(section.backed),
        ]
        for section in sections
    ]
    headings = ("Kode", "Prasyarat", "Kelengkapan", "Persen", "Terisi", "Berbukti")
    return [radar, grid(headings, rows, (13, 64, 36, 18, 21, 18), align="clcccc", size=9)]


def _bar(share: float | None) -> Flowable:
    width, height = (each * mm for each in _BAR_MM)
    drawing = Drawing(width, height + 2)
    drawing.add(Rect(0, 0, width, height, fillColor=None, strokeColor=LINE, strokeWidth=0.5))
    if share:
        drawing.add(Rect(0, 0, width * min(share, 1.0), height, fillColor=BLUE, strokeColor=BLUE, strokeWidth=0.5))
    return drawing


def _section(section: SectionPaper) -> list[Flowable]:
    """One prerequisite."""
    heading = blocks.heading(f"{section.code}  {one_line(section.name)}", room_mm=55)
    relevant = section.total - section.not_relevant
    filled = marked(f"{section.filled} dari {relevant} ({percent_words(section.share)})", section.open)
    counted = f"Terisi {filled}; berbukti {section.backed}."
    if section.not_relevant:
        counted += f" Tidak relevan: {section.not_relevant}."
    made = [*heading]
    if section.definition:
        made.append(words.paragraph(one_line(section.definition), words.style(9, font=fonts.ITALIC, after=2)))
    made.append(words.paragraph(counted, words.style(9, after=3)))
    if not section.items:
        made.append(blocks.sentence("Tidak ada pertanyaan pada prasyarat ini."))
        return made
    rows = [
        (item.code, item.question, item.status_label, _answer(item), _evidence(item.evidence)) for item in section.items
    ]
    return [*made, grid(_HEADINGS, rows, _WIDTHS_MM, align="cllll", size=8.5)]


def _evidence_list(lines: Sequence[EvidenceLine], tail: Sequence[Flowable]) -> list[Flowable]:
    """All documents with number, date and file; `tail` is what stands below the last of them."""
    made = blocks.heading("Daftar bukti dukung", room_mm=55)
    if not lines:
        empty: list[Flowable] = [blocks.sentence("Belum ada bukti dukung pada lembar ini."), *tail]
        return [*made, KeepTogether(empty)]
    rows = [
        (
            f"{number}.",
            ", ".join(line.codes),
            line.title or UNKNOWN,
            line.number or UNKNOWN,
            line.document_on or UNKNOWN,
            line.valid_until or UNKNOWN,
            _file(line),
        )
        for number, line in enumerate(lines, 1)
    ]
    return [*made, grid(_EVIDENCE_HEADINGS, rows, _EVIDENCE_MM, align="cllllll", size=8, tail=tail)]


def _file(line: EvidenceLine) -> str:
    about = line.size or "" if line.present else "berkas menyusul"
    name = line.file_name or UNKNOWN
    return f"{name} ({about})" if about else name


def _answer(item: ItemPaper) -> list[Flowable]:
    """The answer, and what a reader must know about where it comes from."""
    plain, small = words.style(8.5), words.style(7.5, after=1)
    made: list[Flowable] = []
    if item.conflict:
        made.append(words.labelled("⚠ Dua isian:", "belum dipilih mana yang berlaku", small))
    made.append(words.paragraph(marked(item.answer or "–", item.open), plain))
    if item.computed:
        made.append(words.labelled("Dihitung dari:", item.computed, small))
    if item.override:
        made.append(words.labelled("Diisi lain dari hitungan:", item.override, small))
    if item.note:
        made.append(words.labelled("Catatan:", item.note, small))
    return made


def _evidence(titles: Sequence[str]) -> Cell:
    if not titles:
        return "–"
    style = words.style(8, indent=3 * mm)
    return [words.paragraph(title, style, bullet="•") for title in titles]
