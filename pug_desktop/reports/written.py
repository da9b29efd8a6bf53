"""What a person wrote as a whole: the semester report, the matrix of a GAP, the budget statement (GBS).

The words of the headings come with the rows. A part without a text is said to be empty; several records make one file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus import Flowable, PageBreak

from pug_desktop.domain.dates import rupiah_words
from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import Letterhead, SignatureBlock
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import Cell, grid

EMPTY = "Belum diisi."

_MATRIX_MM = 267
_GBS_MM = (48, 122)
_SIZE = {9: 7.5, 4: 9}


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with what was written there; `open` when it holds two values."""

    name: str
    text: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class SemesterPaper:
    """The report of one half-year; `period` is "Semester I tahun 2026 (Januari sampai Juni)"."""

    letterhead: Letterhead
    office: str
    region: str
    period: str
    parts: tuple[Part, ...]
    letter_number: str | None = None
    sent_on: str | None = None
    signature: SignatureBlock | None = None


@dataclass(frozen=True, slots=True)
class GapRow:
    """One analysis; `parts` are its steps in their order."""

    office: str
    programme: str | None
    activity: str | None
    parts: tuple[Part, ...]
    year: int | None = None
    open: bool = False
    """Its programme or activity holds two values."""


@dataclass(frozen=True, slots=True)
class GapTable:
    """The analyses of one model; `headings` has one name for each step."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[GapRow, ...] = ()


@dataclass(frozen=True, slots=True)
class GapPaper:
    """The matrices of one office or region; `period` is "Tahun 2026", or "" when that does not matter."""

    letterhead: Letterhead
    office: str
    period: str
    tables: tuple[GapTable, ...]
    with_office: bool = False
    """The rows are of several offices: each says whose it is."""
    signature: SignatureBlock | None = None


@dataclass(frozen=True, slots=True)
class GbsPaper:
    """One budget statement."""

    letterhead: Letterhead
    office: str
    year: int | None
    programme: str | None
    activity: str | None
    parts: tuple[Part, ...]
    budget: int | None = None
    open: frozenset[str] = frozenset()
    """What else holds two values: "programme", "activity", "budget"."""
    signature: SignatureBlock | None = None


def write_semester_reports(out: Path, papers: Sequence[SemesterPaper], *, made_at_text: str | None = None) -> int:
    """Writes one report after the other, each from a new page; returns the number of pages."""
    sheet = Sheet()
    story: list[Flowable] = []
    for number, paper in enumerate(papers):
        story += [PageBreak()] if number else []
        story += _semester(paper, sheet)
    first = papers[0] if papers else None
    title = "Laporan semester PUG"
    about = About(
        title=" – ".join(each for each in (title, first.office, first.period) if each) if first else title,
        author=first.office if first else "",
        running_head=" · ".join((title, one_line(first.office))) if first else title,
        made_at_text=made_at_text,
    )
    return write(out, story or _nothing(title, "Belum ada laporan semester."), about, sheet)


def _semester(paper: SemesterPaper, sheet: Sheet) -> list[Flowable]:
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Laporan pelaksanaan pengarusutamaan gender", paper.period),
        *blocks.facts(
            (
                ("Kantor", paper.office),
                ("Kabupaten/kota", paper.region),
                ("Nomor surat", paper.letter_number),
                ("Tanggal dikirim", paper.sent_on),
            )
        ),
    ]
    # Numbered as on the page where they are written.
    for number, part in enumerate(paper.parts, start=1):
        story += blocks.heading(marked(f"{number}. {part.name}", part.open))
        story += blocks.text(part.text) or [blocks.sentence(EMPTY)]
    story += footnote(any(part.open for part in paper.parts))
    return blocks.signed(story, paper.signature)


def write_gap(out: Path, paper: GapPaper, *, made_at_text: str | None = None) -> int:
    """Writes the matrices, landscape; returns the number of pages. One without a row has an empty line to write on."""
    sheet = Sheet(wide=True)
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Analisis gender (Gender Analysis Pathway)", paper.office, paper.period),
    ]
    for number, table in enumerate(paper.tables):
        last = number == len(paper.tables) - 1
        tail = [*footnote(_any_open(paper)), *blocks.signature_lines(paper.signature)] if last else []
        story += blocks.heading(table.name, room_mm=40)
        if not table.rows:
            story.append(blocks.sentence("Belum ada analisis; tabel ini dapat diisi dengan tangan."))
        story.append(_matrix(table, paper.with_office, tail))
    about = About(
        title=" – ".join(each for each in ("GAP", paper.office, paper.period) if each),
        author=paper.office,
        running_head=" · ".join(
            each for each in ("Analisis gender (GAP)", one_line(paper.office), paper.period) if each
        ),
        made_at_text=made_at_text,
    )
    return write(out, story, about, sheet)


def _any_open(paper: GapPaper) -> bool:
    rows = [row for table in paper.tables for row in table.rows]
    return any(row.open or any(part.open for part in row.parts) for row in rows)


def _matrix(table: GapTable, with_office: bool, tail: Sequence[Flowable]) -> Flowable:
    """Of nine steps the first one is about the programme and shares its column; of four the programme has its own."""
    size = _SIZE.get(len(table.headings), 8)
    shares = len(table.headings) == 9
    numbered = [f"{number}. {name}" for number, name in enumerate(table.headings, 1)]
    headings = numbered if shares else ["Program/kegiatan", *numbered]
    rows = [_gap_cells(row, with_office, shares, size) for row in table.rows] or [_blank_row(len(headings))]
    first = 36.0 if shares else 47.0
    widths = (first, *([(_MATRIX_MM - first) / (len(headings) - 1)] * (len(headings) - 1)))
    return grid(headings, rows, widths, align="l" * len(headings), size=size, tail=tail)


def _gap_cells(row: GapRow, with_office: bool, shares: bool, size: float) -> list[Cell]:
    bold, plain = words.style(size, font=fonts.BOLD, after=1), words.style(size, after=1)
    head: list[Flowable] = []
    if with_office and one_line(row.office):
        head += words.short_paragraphs(row.office, words.style(size, grey=True, after=1))
    head += words.short_paragraphs(marked(row.programme or "", row.open), bold)
    head += words.short_paragraphs(marked(row.activity or "", row.open), plain)
    steps = [marked(part.text or "–", part.open) for part in row.parts]
    if shares and steps:
        head += words.short_paragraphs(steps[0] if row.parts[0].text else "", plain)
        steps = steps[1:]
    return [head or "–", *steps]


def _blank_row(columns: int) -> list[Cell]:
    """Room to write with a pen."""
    return ["\n" * 12 + "\u2007", *[""] * (columns - 1)]


def write_gbs(out: Path, papers: Sequence[GbsPaper], *, made_at_text: str | None = None) -> int:
    """Writes one statement after the other, each from a new page; returns the number of pages."""
    sheet = Sheet()
    story: list[Flowable] = []
    for number, paper in enumerate(papers):
        story += [PageBreak()] if number else []
        story += _gbs(paper, sheet)
    first = papers[0] if papers else None
    title = "Pernyataan anggaran gender (GBS)"
    about = About(
        title=" – ".join(each for each in (title, first.office) if each) if first else title,
        author=first.office if first else "",
        running_head=" · ".join((title, one_line(first.office))) if first else title,
        made_at_text=made_at_text,
    )
    return write(out, story or _nothing(title, "Belum ada pernyataan anggaran gender."), about, sheet)


def _gbs(paper: GbsPaper, sheet: Sheet) -> list[Flowable]:
    facts: list[tuple[str, str | None, bool]] = [
        ("Perangkat daerah", paper.office, False),
        ("Tahun anggaran", None if paper.year is None else str(paper.year), "year" in paper.open),
        ("Program", paper.programme, "programme" in paper.open),
        ("Kegiatan", paper.activity, "activity" in paper.open),
        *((part.name, part.text, part.open) for part in paper.parts),
        ("Anggaran", None if paper.budget is None else rupiah_words(paper.budget), "budget" in paper.open),
    ]
    bold = words.style(9.5, font=fonts.BOLD)
    rows: list[list[Cell]] = [
        [words.paragraph(words.cut(name, 60), bold), marked(text or EMPTY, open_)] for name, text, open_ in facts
    ]
    any_open = any(open_ for _, _, open_ in facts)
    tail = [*footnote(any_open), *blocks.signature_lines(paper.signature)]
    return [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Pernyataan anggaran gender", "Gender Budget Statement (GBS)"),
        grid(("Uraian", "Isi"), rows, _GBS_MM, align="ll", size=9.5, tail=tail),
    ]


def _nothing(title: str, sentence: str) -> list[Flowable]:
    return [*blocks.title(title), blocks.sentence(sentence)]
