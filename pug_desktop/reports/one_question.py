"""One question and the answers of many beside each other: a picture of them, and the table."""

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.answer_chart import chart_drawing
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import AnswerLine, OneQuestionPaper
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import grid

_WIDTHS_MM = (10, 52, 78, 27, 14, 34, 52)
_CHART_MM, _GAP_MM = 84, 5
_FEW_ROWS, _MOST_ROWS, _MOST_COLUMNS = 14, 28, 3
"""Bars below each other: so many before a second part begins, so many that fit on a page."""

UNKNOWN = "–"


def write_one_question(out: Path, paper: OneQuestionPaper) -> int:
    """Writes the table on wide sheets; returns the number of pages. A list that is empty says so."""
    sheet = Sheet(wide=True)
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Jawaban atas satu pertanyaan", paper.whose, f"Tahun {paper.year}"),
        *blocks.facts(
            (
                ("Pertanyaan", f"{paper.code}  {one_line(paper.question)}"),
                ("Prasyarat", paper.section),
                ("Instrumen", paper.form_line),
            )
        ),
        blocks.plain(paper.summary),
        *_chart(paper),
        _table(paper),
        *footnote(any(each.open for each in paper.lines)),
    ]
    about = About(
        title=f"{paper.code} – {one_line(paper.whose)} – {paper.year}",
        author=one_line(paper.whose),
        running_head=" · ".join((f"Pertanyaan {paper.code}", one_line(paper.whose), str(paper.year))),
        made_at_text=paper.made_at_text,
    )
    return write(out, blocks.signed(story, paper.signature), about, sheet)


def _chart(paper: OneQuestionPaper) -> list[Flowable]:
    """The picture, in up to three parts beside each other; nothing where more bars stand than a page takes."""
    bars = paper.bars
    if not bars or len(bars) > _MOST_COLUMNS * _MOST_ROWS:
        return []
    columns = min(_MOST_COLUMNS, -(-len(bars) // _FEW_ROWS))
    rows = -(-len(bars) // columns)
    # A part that ends earlier has the same height, so that all begin at the top.
    parts = [bars[first : first + rows] for first in range(0, len(bars), rows)]
    drawn = [chart_drawing(part, width=_CHART_MM * mm, rows=rows) for part in parts]
    beside = Table([drawn], colWidths=[(_CHART_MM + _GAP_MM) * mm] * len(drawn), hAlign="LEFT")
    whole = (0, 0), (-1, -1)
    # Without a font of its own the table would ask the printer for one.
    looks = [("FONTNAME", *whole, fonts.TEXT), ("LEFTPADDING", *whole, 0), ("VALIGN", *whole, "TOP")]
    beside.setStyle(TableStyle(looks))
    return [beside]


def _table(paper: OneQuestionPaper) -> Flowable:
    if not paper.lines:
        return blocks.sentence("Belum ada yang terdaftar.")
    rows = [
        (
            f"{number}.",
            each.name,
            _answer(each),
            each.sheet,
            UNKNOWN if each.proofs is None else str(each.proofs),
            each.verdict or UNKNOWN,
            each.changed or UNKNOWN,
        )
        for number, each in enumerate(paper.lines, start=1)
    ]
    headings = ("No.", paper.head, "Jawaban", "Lembar", "Bukti", "Verifikasi", "Terakhir diubah")
    return grid(headings, rows, _WIDTHS_MM, align="clllcll", size=8.5)


def _answer(line: AnswerLine) -> list[Flowable]:
    """The answer, where it was computed from, and the note."""
    plain, small = words.style(8.5), words.style(7.5, after=1)
    made: list[Flowable] = [words.paragraph(marked(line.answer, line.open), plain)]
    if line.computed:
        made.append(words.labelled("Dihitung dari:", line.computed, small))
    if line.note:
        made.append(words.labelled("Catatan:", line.note, small))
    return made
