"""Makes the Word templates in resources/templates: run it after a change here, and commit what it makes.

    python tools/make_templates.py

An office copies a template, changes it with Word, and chooses it in Pengaturan; the fields are told in docs/panduan.
"""

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

TEMPLATES = Path(__file__).resolve().parent.parent / "resources" / "templates"
_FIXED = (2026, 1, 1, 0, 0, 0)


def main() -> None:
    """Write all of them."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    (TEMPLATES / "surat-undangan.docx").write_bytes(saved(invitation()))


def invitation() -> Document:
    """Surat undangan."""
    made = blank("Templat surat undangan")
    letterhead(made)
    head = table(made, 1, (80, 90))
    left, right = head.rows[0].cells
    facts = left.add_table(4, 3)
    widths(facts, (23, 4, 51))
    for row, (name, field) in zip(
        facts.rows,
        (
            ("Nomor", "{{ nomor or '....................' }}"),
            ("Sifat", "{{ sifat or '-' }}"),
            ("Lampiran", "{{ lampiran or '-' }}"),
            ("Hal", "{{ hal }}"),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, (name, ":", field), strict=True):
            cell.text = text
    drop_first(left)
    write(right, "{{ tempat_surat or '....................' }}, {{ tanggal_surat or '....................' }}")
    right.add_paragraph()
    addressed = "{% if loop.first %}Yth. {% endif %}{{ baris }}"
    for line in ("{%p for baris in kepada %}", addressed, "{%p endfor %}", "di Tempat"):
        right.add_paragraph(line)
    made.add_paragraph()
    made.add_paragraph("{{ pembuka }}")
    when = table(made, 7, (32, 4, 134))
    fields = (
        ("Hari/tanggal", "{{ hari_tanggal or '....................' }}"),
        ("Waktu", "{{ waktu or '....................' }}"),
        ("Tempat", "{{ tempat or '....................' }}"),
        ("Kegiatan", "{{ judul }}"),
        ("{%tr if tema %}", ""),
        ("Tema", "{{ tema }}"),
        ("{%tr endif %}", ""),
    )
    for row, (name, field) in zip(when.rows, fields, strict=True):
        for cell, text in zip(row.cells, (name, ":", field), strict=True):
            cell.text = text
    for line in (
        "{%p if acara and not acara_terlampir %}",
        "Acara:",
        "{%p for mata in acara %}",
        "{{ mata.nomor }}. {{ mata.isi }}",
        "{%p endfor %}",
        "{%p endif %}",
    ):
        made.add_paragraph(line)
    made.add_paragraph()
    made.add_paragraph("{{ penutup }}")
    sign = table(made, 1, (90, 80)).rows[0].cells[1]
    write(sign, "{{ penanda_tangan.jabatan or '....................' }},")
    for _ in range(3):
        sign.add_paragraph()
    strong = sign.add_paragraph().add_run("{{ penanda_tangan.nama or '....................' }}")
    strong.bold = strong.underline = True
    for line in (
        "{%p if penanda_tangan.pangkat %}",
        "{{ penanda_tangan.pangkat }}",
        "{%p endif %}",
        "{%p if penanda_tangan.nip %}",
        "NIP {{ penanda_tangan.nip }}",
        "{%p endif %}",
    ):
        sign.add_paragraph(line)
    for line in (
        "{%p if tembusan %}",
        "Tembusan:",
        "{%p for pihak in tembusan %}",
        "{{ loop.index }}. {{ pihak }}",
        "{%p endfor %}",
        "{%p endif %}",
    ):
        made.add_paragraph(line)
    attached(
        made,
        "{%p if terlampir %}",
        "DAFTAR YANG DIUNDANG",
        ("No.", "Nama / jabatan", "Instansi"),
        "{%tr for tamu in undangan %}",
        ("{{ tamu.nomor }}.", "{% if tamu.nama %}{{ tamu.nama }}, {% endif %}{{ tamu.jabatan }}", "{{ tamu.kantor }}"),
        (12, 90, 68),
    )
    attached(
        made,
        "{%p if acara_terlampir %}",
        "SUSUNAN ACARA",
        ("No.", "Waktu", "Acara", "Narasumber / petugas"),
        "{%tr for mata in acara %}",
        ("{{ mata.nomor }}.", "{{ mata.jam }}", "{{ mata.isi }}", "{{ mata.narasumber }}"),
        (12, 30, 76, 52),
    )
    return made


def blank(title: str) -> Document:
    """An A4 page with the margins of our papers."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(11)
    style.paragraph_format.space_after = Pt(2)
    made.core_properties.title, made.core_properties.author = title, "PUG Desktop"
    made.core_properties.comments = ""
    return made


def letterhead(made: Document) -> None:
    """The kop: logo at the left where there is one, lines in the middle, a rule below."""
    made.add_paragraph("{%p if logo %}")
    logo, lines = table(made, 1, (26, 144)).rows[0].cells
    write(logo, "{{ logo }}")
    kop_lines(lines)
    drop_first(lines)
    made.add_paragraph("{%p else %}")
    kop_lines(made)
    made.add_paragraph("{%p endif %}")
    rule(made.add_paragraph())


def kop_lines(into: Document | _Cell) -> None:
    """The lines of the kop: the first two large and bold, the address small."""
    into.add_paragraph("{%p for baris in kop %}")
    into.add_paragraph("{%p if loop.index < 3 %}")
    name = into.add_paragraph()
    name.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = name.add_run("{{ baris }}")
    run.bold, run.font.size = True, Pt(14)
    into.add_paragraph("{%p else %}")
    address = into.add_paragraph()
    address.alignment = WD_ALIGN_PARAGRAPH.CENTER
    address.add_run("{{ baris }}").font.size = Pt(9)
    into.add_paragraph("{%p endif %}")
    into.add_paragraph("{%p endfor %}")


def attached(
    made: Document,
    condition: str,
    title: str,
    headings: tuple[str, ...],
    loop: str,
    fields: tuple[str, ...],
    columns: tuple[int, ...],
) -> None:
    """A sheet that goes with the letter under a condition: what it belongs to, a title, a table with repeated rows."""
    made.add_paragraph(condition)
    first = made.add_paragraph()
    first.add_run().add_break(WD_BREAK.PAGE)
    first.add_run("Lampiran surat undangan")
    made.add_paragraph("Nomor: {{ nomor or '....................' }}")
    made.add_paragraph("Tanggal: {{ tanggal_surat or '....................' }}")
    made.add_paragraph()
    heading = made.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(title).bold = True
    grid = table(made, 4, columns, style="Table Grid")
    rows = (headings, (loop,), fields, ("{%tr endfor %}",))
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    for cell in grid.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    repeat(grid)
    made.add_paragraph("{%p endif %}")


def table(made: Document, rows: int, columns_mm: tuple[int, ...], style: str | None = None) -> Table:
    """A table with columns of these widths."""
    grid = made.add_table(rows, len(columns_mm), style=style)
    widths(grid, columns_mm)
    return grid


def widths(grid: Table, columns_mm: tuple[int, ...]) -> None:
    """Set the widths of the columns: Word reads those of the cells."""
    grid.autofit = False
    for column, width in zip(grid.columns, columns_mm, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, columns_mm, strict=True):
            cell.width = Mm(width)


def repeat(grid: Table) -> None:
    """The first row stands on every page."""
    properties = grid.rows[0]._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def rule(paragraph: Paragraph) -> None:
    """A thick line below a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties.append(borders)


def write(cell: _Cell, text: str) -> None:
    """Write into the first paragraph of a cell."""
    cell.paragraphs[0].add_run(text)


def drop_first(cell: _Cell) -> None:
    """Take the empty paragraph away that every cell begins with."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def saved(made: Document) -> bytes:
    """The document as bytes that are the same whenever it is made."""
    written = io.BytesIO()
    made.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as archive, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in archive.namelist():
            if name != "docProps/thumbnail.jpeg":
                entry = zipfile.ZipInfo(name, _FIXED)
                kept.writestr(entry, _without_thumbnail(name, archive.read(name)), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _without_thumbnail(name: str, content: bytes) -> bytes:
    """python-docx's own template carries a picture of an empty page."""
    if name != "_rels/.rels":
        return content
    from lxml import etree

    rels = etree.fromstring(content)
    for each in list(rels):
        if str(each.get("Target")).endswith("thumbnail.jpeg"):
            rels.remove(each)
    return bytes(etree.tostring(rels, xml_declaration=True, encoding="UTF-8", standalone=True))


if __name__ == "__main__":
    main()
