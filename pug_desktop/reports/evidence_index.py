"""The index page of "Data dukung": every question in the ministry's order with its files; as HTML and as PDF.

What people typed is text in both: HTML gets it escaped, the page may load nothing and runs nothing.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks, words
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import Cell, grid

_HEADINGS = ("Kode", "Pertanyaan dan jawaban", "Bukti dukung")
_WIDTHS_MM = (23, 65, 82)

_STYLE = (
    "body{font:15px/1.5 system-ui,'Segoe UI',sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1f23}"
    "h1{font-size:1.5rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:2px solid #0f766e}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed;overflow-wrap:anywhere}th:first-child{width:7rem}"
    "th:last-child{width:45%}td,th{border:1px solid #c9ced3;padding:.4rem .6rem;text-align:left;"
    "vertical-align:top}th{background:#eef2f1}td:first-child{white-space:nowrap;font-weight:600}ul{margin:0;padding:0 "
    "0 0 1.1rem}.s{color:#57606a;font-size:.88em}.w{color:#8a5300;font-weight:600}p{margin:.2rem 0}"
)


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One file of the export; `path` is where it lies in it, None where there is none to copy."""

    path: str | None
    title: str
    facts: str
    """Number, date, validity and size in words."""
    remarks: tuple[str, ...] = ()
    office: str = ""
    """Whose file it is, where that is not the sheet's own office."""


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One question; `lacks` when somebody says it is there and no file proves it."""

    code: str
    question: str
    status: str
    answer: str | None
    files: tuple[IndexFile, ...] = ()
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """One part of the ministry's evaluation."""

    code: str
    name: str
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class EvidenceIndex:
    """The whole export in words."""

    letterhead: Letterhead
    office: str
    region: str | None
    year: int
    form_line: str
    groups: tuple[IndexGroup, ...]
    made_at_text: str

    @property
    def title(self) -> str:
        """As on the page and in the file's properties."""
        return f"Data dukung PUG {self.year}"

    @property
    def counted(self) -> str:
        """How much there is, and what is missing."""
        items = [item for group in self.groups for item in group.items]
        files = [file for item in items for file in item.files]
        parts = [
            f"{sum(file.path is not None for file in files)} berkas untuk {sum(bool(i.files) for i in items)} butir"
        ]
        if remarked := sum(bool(file.remarks) for file in files):
            parts.append(f"{remarked} perlu diperiksa")
        if lacking := sum(item.lacks for item in items):
            parts.append(f"{lacking} butir dijawab “Ada” tanpa bukti")
        return "; ".join(parts) + "."


def write_index(out: Path, index: EvidenceIndex) -> int:
    """Writes the PDF; returns the number of pages."""
    sheet = Sheet()
    story: list[Flowable] = [
        *blocks.letterhead(index.letterhead, sheet.width),
        *blocks.title("Daftar Data Dukung PUG", f"Tahun {index.year}"),
        *blocks.facts(
            (
                ("Kantor", index.office),
                ("Kabupaten/kota", index.region),
                ("Tahun data", str(index.year)),
                ("Instrumen", index.form_line),
                ("Isi", index.counted),
            )
        ),
        *(flowable for group in index.groups for flowable in _group(group)),
    ]
    about = About(
        title=f"{index.title} – {index.office}",
        author=index.office,
        running_head=" · ".join((index.title, one_line(index.office))),
        made_at_text=index.made_at_text,
    )
    return write(out, story, about, sheet)


def _group(group: IndexGroup) -> list[Flowable]:
    rows: list[Sequence[Cell]] = [(item.code, _asked(item), _proofs(item)) for item in group.items]
    heading = blocks.heading(f"{group.code}  {one_line(group.name)}", room_mm=45)
    return [*heading, grid(_HEADINGS, rows, _WIDTHS_MM, align="lll", size=8.5)]


def _asked(item: IndexItem) -> list[Flowable]:
    made: list[Flowable] = [words.paragraph(one_line(item.question), words.style(8.5))]
    if item.answer:
        made.append(words.labelled(f"{item.status}:", item.answer, words.style(8)))
    else:
        made.append(words.paragraph(item.status, words.style(8)))
    return made


def _standing(item: IndexItem) -> str:
    return f"{item.status}: {item.answer}" if item.answer else item.status


def _proofs(item: IndexItem) -> Cell:
    if not item.files:
        return "Bukti belum dilampirkan" if item.lacks else "–"
    made: list[Flowable] = []
    for file in item.files:
        title = f"{file.office}: {file.title}" if file.office else file.title
        made.append(words.paragraph(one_line(title), words.style(8.5), bullet=None))
        made.append(words.paragraph(one_line(file.facts), words.style(7.5, grey=True)))
        if file.path:
            made.append(words.paragraph(file.path, words.style(7.5, grey=True, after=2)))
        if file.remarks:
            made.append(words.labelled("Periksa:", "; ".join(file.remarks), words.style(7.5, after=2)))
    return made


def index_html(index: EvidenceIndex) -> str:
    """The same as a page for the browser, with a link to each file."""
    title = _text(f"{index.title} – {index.office}")
    facts = [index.office, index.region or "", f"Tahun data {index.year}", index.form_line]
    body = "\n".join(line for group in index.groups for line in _group_html(group))
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_text(index.title)}</h1>\n"
        f'<p class="s">{_text(" · ".join(each for each in facts if each))}</p>\n<p>{_text(index.counted)}</p>\n'
        f'{body}\n<p class="s">Dibuat {_text(index.made_at_text)} dengan PUG Desktop. Bukan nilai evaluasi.</p>\n'
        "</body>\n</html>\n"
    )


def _group_html(group: IndexGroup) -> Iterator[str]:
    yield f"<h2>{_text(group.code)} {_text(group.name)}</h2>"
    yield "<table><tr>" + "".join(f"<th>{heading}</th>" for heading in _HEADINGS) + "</tr>"
    for item in group.items:
        asked = f'<p>{_text(item.question)}</p><p class="s">{_text(_standing(item))}</p>'
        yield f"<tr><td>{_text(item.code)}</td><td>{asked}</td><td>{_proofs_html(item)}</td></tr>"
    yield "</table>"


def _proofs_html(item: IndexItem) -> str:
    if not item.files:
        return '<span class="w">Bukti belum dilampirkan</span>' if item.lacks else "–"
    made = []
    for file in item.files:
        title = _text(f"{file.office}: {file.title}" if file.office else file.title)
        # Our own names only: letters, digits, points, lines.
        shown = f'<a href="{html.escape(file.path, quote=True)}">{title}</a>' if file.path else title
        remarks = f'<br><span class="w">Periksa: {_text("; ".join(file.remarks))}</span>' if file.remarks else ""
        made.append(f'<li>{shown}<br><span class="s">{_text(file.facts)}</span>{remarks}</li>')
    return f"<ul>{''.join(made)}</ul>"


def _text(text: str) -> str:
    return html.escape(one_line(text), quote=True)
