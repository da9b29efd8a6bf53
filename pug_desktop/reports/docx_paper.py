"""A paper of sections as a Word file, to be edited further in the office; the same `Document` that makes the PDF."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from pug_desktop.reports.blocks import DOTS
from pug_desktop.reports.document import Annex, Document, Photo
from pug_desktop.reports.file import save
from pug_desktop.reports.marks import FOOTNOTE
from pug_desktop.reports.page import PROGRAM
from pug_desktop.reports.papers import AttendeeLine, Letterhead, SignatureBlock
from pug_desktop.reports.plain_text import clean, one_line
from pug_desktop.reports.sections import (
    Block,
    Facts,
    Grid,
    Numbered,
    Section,
    Small,
    Subheading,
    Text,
    lettered,
)

_FONT = "Arial"
_SIZE = 10.5
_MARGINS_MM = (25, 16, 15, 18)
_LOGO_MM = 20
_ALIGN = {"l": "left", "c": "center", "r": "right"}
_TWIPS = 56.7
"""Twentieths of a point in a millimetre."""

_LIST = ("No.", "Nama", "NIP", "L/P", "Jabatan", "Instansi", "Tanda tangan", "")
_LIST_MM = (10, 31, 33, 9, 30, 30, 13.5, 13.5)
_SIGNED_MM = 9


def write_docx(out: Path, paper: Document) -> None:
    """Writes the file.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    word = _Word()
    word.letterhead(paper.letterhead)
    word.line(paper.title.upper(), size=13.5, bold=True, align="center")
    if paper.below:
        word.line(one_line(paper.below), size=11, bold=True, align="center", after=8)
    word.blocks((paper.facts,))
    word.sections(paper.sections)
    if paper.note:
        word.line(paper.note, size=8, grey=True)
    if paper.box:
        word.line(paper.box_label, bold=True, before=6)
        for sentence in paper.box:
            word.line(f"–  {one_line(sentence)}", size=9.5)
    if paper.any_open:
        word.line(FOOTNOTE, size=8, grey=True)
    word.signature(paper.signature)
    for annex in paper.annexes:
        word.annex(annex)
    word.about(f"{paper.title} – {paper.below}", paper.region, paper.made_at_text)
    save(out, word.data())


class _Word:
    """python-docx with our few kinds of paragraphs; all text is cleaned here."""

    def __init__(self) -> None:
        import docx
        from docx.shared import Mm, Pt

        self._file: Any = docx.Document()
        section = self._file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        left, top, right, bottom = _MARGINS_MM
        section.left_margin, section.top_margin = Mm(left), Mm(top)
        section.right_margin, section.bottom_margin = Mm(right), Mm(bottom)
        normal = self._file.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(_SIZE)
        normal.paragraph_format.space_after = Pt(0)

    def data(self) -> bytes:
        """The whole file."""
        made = BytesIO()
        self._file.save(made)
        return made.getvalue()

    def about(self, title: str, author: str, made_at_text: str | None) -> None:
        """Properties and the foot of each page."""
        from docx.shared import Pt

        properties = self._file.core_properties
        properties.title, properties.author = one_line(title)[:255], one_line(author)[:255]
        properties.comments, properties.language = "", "id-ID"
        foot = self._file.sections[0].footer.paragraphs[0]
        run = foot.add_run(" · ".join(each for each in (PROGRAM, made_at_text) if each) + " · Halaman ")
        run.font.size = Pt(7.5)
        self._field(foot, "PAGE")

    def line(
        self,
        text: str,
        *,
        size: float = _SIZE,
        bold: bool = False,
        underline: bool = False,
        grey: bool = False,
        align: str = "left",
        before: float = 0,
        after: float = 3,
        left_mm: float = 0,
        keep: bool = False,
    ) -> Any:
        """One paragraph."""
        made = self._file.add_paragraph()
        self._shape(made, align, before, after, left_mm, keep)
        self._run(made, text, size=size, bold=bold, underline=underline, grey=grey)
        return made

    def blocks(self, body: Sequence[Block]) -> None:
        """The blocks of a section."""
        for block in body:
            match block:
                case Text():
                    for text in clean(block.text).split("\n"):
                        if text.strip():
                            self.line(text.strip(), after=4)
                case Small():
                    self.line(block.text, size=8, grey=True)
                case Subheading():
                    self.line(block.text, bold=True, before=4, keep=True)
                case Numbered():
                    self._numbered(block)
                case Facts():
                    self._facts(block)
                case Grid():
                    joined = {right for _, right in block.joined}
                    self.table(block.headings, block.rows, block.widths_mm, block.align, size=block.size, joined=joined)

    def sections(self, sections: Sequence[Section]) -> None:
        """Lettered headings with what stands below them."""
        for heading, section in lettered(sections):
            self.line(heading, size=11, bold=True, before=8, keep=True)
            self.blocks(section.body)

    def annex(self, annex: Annex) -> None:
        """On a page of its own."""
        self._file.add_page_break()
        self.line(annex.title, size=11, bold=True, after=6, keep=True)
        self.blocks(annex.body)
        self.sections(annex.sections)
        if annex.attendees:
            self.table(
                _LIST,
                [_signed(each) for each in annex.attendees],
                _LIST_MM,
                "clcclll" + "l",
                size=8,
                high=True,
                joined={7},
            )
        for number, each in enumerate(annex.photos):
            if number and number % 2 == 0:
                self._file.add_page_break()
            self._photo(each)

    def letterhead(self, head: Letterhead) -> None:
        """The kop: the emblem above the lines, a rule below."""
        lines = [one_line(line) for line in head.lines if one_line(line)]
        if head.logo:
            self._logo(head.logo)
        for number, line in enumerate(lines):
            big = number == 0 or line == line.upper()
            self.line(line, size=13 if big else 9, bold=big, align="center", after=0)
        if lines:
            self._rule()

    def signature(self, block: SignatureBlock | None) -> None:
        """The place to sign, at the right."""
        if block is None:
            return
        place = f"{one_line(block.place) or '.' * 22}, {one_line(block.date_text) or '.' * 26}"
        self.line(place, before=14, left_mm=85, keep=True)
        self.line(one_line(block.position) or DOTS, left_mm=85, after=48, keep=True)
        name = one_line(block.name)
        self.line(name or DOTS, bold=bool(name), underline=bool(name), left_mm=85, keep=True)
        self.line(one_line(block.rank) or DOTS, left_mm=85, keep=True)
        self.line(f"NIP {one_line(block.nip) or '.' * 34}", left_mm=85)

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str | None]],
        widths_mm: Sequence[float],
        align: str,
        *,
        size: float,
        joined: set[int] | frozenset[int] = frozenset(),
        high: bool = False,
    ) -> None:
        """A table with its heading on each page; made of XML at once, since python-docx takes long for many rows.

        `joined` are columns that stand under the heading of the one at their left; `high`: room to sign.
        """
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        table = self._file.add_table(rows=1, cols=len(headings))
        table.style, table.autofit = "Table Grid", False
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths_mm, strict=True):
            column.set(qn("w:w"), str(round(width * _TWIPS)))
        first = table._tbl.tr_lst[0]
        table._tbl.remove(first)
        kept = [place for place in range(len(headings)) if place not in joined]
        spans = [1 + (place + 1 in joined) for place in kept]
        wide = [sum(widths_mm[place : place + span]) for place, span in zip(kept, spans, strict=True)]
        head = _tr([headings[place] for place in kept], wide, "c" * len(kept), size, bold=True, spans=spans)
        properties = head.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
        table._tbl.append(head)
        for row in rows:
            table._tbl.append(_tr(row, widths_mm, align, size, high=high))
        self.line("", size=4, after=2)

    def _numbered(self, block: Numbered) -> None:
        from docx.shared import Mm

        for number, text in block.items:
            for place, part in enumerate(each for each in clean(text).split("\n") if each.strip()):
                made = self.line(part.strip() if place else f"{number}\t{part.strip()}", left_mm=8)
                if not place:
                    made.paragraph_format.first_line_indent = Mm(-8)
                    made.paragraph_format.tab_stops.add_tab_stop(Mm(8))

    def _facts(self, block: Facts) -> None:
        from docx.shared import Mm

        for name, text in block.rows:
            if not one_line(text):
                continue
            lines = [each.strip() for each in clean(text).split("\n") if each.strip()]
            made = self.line("", left_mm=40, after=2)
            made.paragraph_format.first_line_indent = Mm(-40)
            for stop in (36, 40):
                made.paragraph_format.tab_stops.add_tab_stop(Mm(stop))
            self._run(made, f"{one_line(name)}\t:\t{lines[0]}")
            for line in lines[1:]:
                self.line(line, left_mm=40, after=2)

    def _photo(self, each: Photo) -> None:
        from docx.shared import Mm

        made = self.line("", align="center", after=2, keep=True)
        width, height = each.size_mm
        made.add_run().add_picture(BytesIO(each.data), width=Mm(width), height=Mm(height))
        self.line(one_line(each.caption)[:160], size=9.5, align="center", after=10)

    def _logo(self, data: bytes) -> None:
        from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
        from docx.shared import Mm

        made = self.line("", align="center", after=2)
        try:
            made.add_run().add_picture(BytesIO(data), height=Mm(_LOGO_MM))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError):
            made._p.getparent().remove(made._p)

    def _rule(self) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        made = self.line("", size=4, after=8)
        borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
        for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "1"), ("color", "000000")):
            top.set(qn(f"w:{name}"), value)
        borders.append(top)
        properties = made._p.get_or_add_pPr()
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")

    def _shape(self, made: Any, align: str, before: float, after: float, left_mm: float, keep: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm, Pt

        shape = made.paragraph_format
        shape.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        if left_mm:
            shape.left_indent = Mm(left_mm)
        shape.keep_with_next = keep or None

    def _run(
        self,
        to: Any,
        text: str,
        *,
        size: float = _SIZE,
        bold: bool = False,
        underline: bool = False,
        grey: bool = False,
    ) -> None:
        from docx.shared import Pt, RGBColor

        if not text:
            return
        # Our own tabs stay; those of people are blanks already.
        run = to.add_run("\t".join(clean(part) for part in text.split("\t")))
        run.font.size, run.bold, run.underline = Pt(size), bold or None, underline or None
        if grey:
            run.font.color.rgb = RGBColor(0x55, 0x55, 0x55)

    def _field(self, to: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        run, look, size = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:sz")
        size.set(qn("w:val"), "15")
        look.append(size)
        run.append(look)
        run.text = "1"
        field.append(run)
        to._p.append(field)


def _signed(line: AttendeeLine) -> tuple[str | None, ...]:
    """A row of the list with its number in one of two lanes, so that neighbours have room to sign."""
    lanes = (f"{line.number}.", "") if line.number % 2 else ("", f"{line.number}.")
    return (f"{line.number}.", line.name, line.nip, line.sex, line.position, line.office, *lanes)


def _tr(
    cells: Sequence[str | None],
    widths_mm: Sequence[float],
    align: str,
    size: float,
    *,
    bold: bool = False,
    high: bool = False,
    spans: Sequence[int] = (),
) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def element(tag: str, **values: str) -> Any:
        made = OxmlElement(tag)
        for name, value in values.items():
            made.set(qn(f"w:{name}"), value)
        return made

    row = element("w:tr")
    properties = element("w:trPr")
    properties.append(element("w:cantSplit"))
    if high:
        properties.append(element("w:trHeight", val=str(round(_SIGNED_MM * _TWIPS)), hRule="atLeast"))
    row.append(properties)
    for text, width, side, span in zip(cells, widths_mm, align, spans or [1] * len(cells), strict=True):
        cell, inner = element("w:tc"), element("w:tcPr")
        inner.append(element("w:tcW", w=str(round(width * _TWIPS)), type="dxa"))
        if span > 1:
            inner.append(element("w:gridSpan", val=str(span)))
        cell.append(inner)
        for line in clean(text).split("\n") or [""]:
            paragraph, shape, run, look = element("w:p"), element("w:pPr"), element("w:r"), element("w:rPr")
            shape.append(element("w:spacing", before="30", after="30"))
            shape.append(element("w:jc", val=_ALIGN[side]))
            paragraph.append(shape)
            if bold:
                look.append(element("w:b"))
            look.append(element("w:sz", val=str(round(size * 2))))
            run.append(look)
            run.text = line.strip()
            paragraph.append(run)
            cell.append(paragraph)
        row.append(cell)
    return row
