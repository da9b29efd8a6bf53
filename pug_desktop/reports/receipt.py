"""Tanda terima and surat pengantar: one page for a bundle, with a QR code that names it; no personal data."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table, TableStyle

from pug_desktop.domain.dates import number_words
from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.ink import LINE
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.table import grid

CODE_VERSION = "PUG1"
"""First word of the QR code; another layout of it gets another word."""

_LONGEST = 160
# So that the page stays one, whatever an office is called.
_LONGEST_FACT = 240
_LONGEST_KIND = 26
_CODE_MM = 36
_MOST_KINDS = 24


@dataclass(frozen=True, slots=True)
class BundlePaper:
    """One bundle on paper.

    `facts` are lines "label : text", `counts` records by kind, `left` and `right` who signs there.
    """

    letterhead: Letterhead
    title: str
    number: int
    opening: str
    facts: tuple[tuple[str, str | None], ...]
    counts_title: str
    counts: tuple[tuple[str, int], ...]
    closing: tuple[str, ...]
    left: str
    right: str
    bundle_id: str
    sender_device: str
    digest: str
    made_at_text: str | None = None

    @property
    def code(self) -> str:
        """What the QR code says: version, bundle, sender, number, first digits of the digest."""
        return "|".join((CODE_VERSION, self.bundle_id, self.sender_device, str(self.number), self.digest))


def write_bundle_papers(out: Path, bundles: Sequence[BundlePaper]) -> int:
    """Writes one page for each bundle; returns the number of pages."""
    sheet = Sheet()
    story: list[Flowable] = []
    for each in bundles:
        if story:
            story.append(PageBreak())
        story += _page(each, sheet)
    first = bundles[0]
    about = About(title=first.title, made_at_text=first.made_at_text)
    return write(out, story, about, sheet)


def _page(paper: BundlePaper, sheet: Sheet) -> list[Flowable]:
    return [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title(paper.title, f"Nomor kiriman: {number_words(paper.number)}"),
        words.paragraph(paper.opening, words.style(blocks.BODY, after=6)),
        *blocks.facts([(name, words.cut(text, _LONGEST_FACT)) for name, text in paper.facts], label_mm=42),
        *_counts(paper),
        *(words.paragraph(each, words.style(blocks.BODY, after=4)) for each in paper.closing),
        KeepTogether([_named(paper), Spacer(1, 14), _signatures(paper)]),
    ]


def _counts(paper: BundlePaper) -> list[Flowable]:
    """Records by kind, in two columns beside each other so that the page stays one."""
    if not paper.counts:
        return []
    cells = [(words.cut(name, _LONGEST_KIND), number_words(count)) for name, count in paper.counts[:_MOST_KINDS]]
    half = -(-len(cells) // 2)
    rows = [(*left, *right) for left, right in zip_longest(cells[:half], cells[half:], fillvalue=("", ""))]
    headings = (paper.counts_title, "Jumlah") * 2
    if len(cells) == 1:
        table = grid(headings[:2], cells, (61, 22), align="lr", size=9)
    else:
        table = grid(headings, rows, (61, 22, 61, 22), align="lrlr", size=9)
    table.hAlign = "LEFT"
    return [table, Spacer(1, 8)]


def _named(paper: BundlePaper) -> Flowable:
    """The QR code, and beside it the same for people who read."""
    small = words.style(9)
    digits = " ".join(paper.digest[start : start + 4] for start in range(0, len(paper.digest), 4)) or "–"
    beside: list[Flowable] = [
        words.paragraph(
            "Untuk dicocokkan dengan layar pengirim dan penerima", words.style(9, font=fonts.BOLD, after=4)
        ),
        words.labelled("Kode isi:", digits, small),
        words.labelled("Nomor berkas:", paper.bundle_id, small),
        words.labelled("Perangkat pengirim:", paper.sender_device, small),
    ]
    code = QrCode(paper.code, width=_CODE_MM * mm, height=_CODE_MM * mm, qrLevel="M")
    return Table(
        [[code, beside]],
        colWidths=((_CODE_MM + 6) * mm, None),
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("BOX", (0, 0), (-1, -1), 0.5, LINE),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), 6),
                ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        ),
        spaceBefore=8,
    )


def _signatures(paper: BundlePaper) -> Flowable:
    style = words.style(blocks.BODY)
    dots = "." * 38

    def block(head: str, first: str) -> list[Flowable]:
        return [
            words.paragraph(first, style),
            words.paragraph(words.cut(head, _LONGEST), style),
            Spacer(1, 20 * mm),
            words.paragraph(dots, style),
            words.paragraph("NIP " + "." * 32, style),
        ]

    day = "." * 16 + ", " + "." * 20
    return Table(
        [[block(paper.left, "\N{NO-BREAK SPACE}"), block(paper.right, day)]],
        colWidths=("*", "*"),
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ]
        ),
    )
