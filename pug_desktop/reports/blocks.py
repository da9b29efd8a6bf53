"""What official papers have in common: letterhead, title, facts, headings, lists, boxes, the place to sign."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image as Picture
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Image, KeepTogether, Paragraph, Spacer, Table, TableStyle

from pug_desktop.reports import fonts, words
from pug_desktop.reports.ink import HEAD, LINE
from pug_desktop.reports.page import Sheet
from pug_desktop.reports.papers import Letterhead, SignatureBlock
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import HIGHEST_ROW

BODY = 10.5
"""Size of running text in points."""

DOTS = "." * 40

_TIED_FLOWABLES = 8

_SIGNATURE_MM = 85

_BOX_SIDE = 7

_HEAD_LINES = 4

# Characters of a line in the letterhead or above a signature; a longer one is a mistake and would fill the page.
_LONGEST = 160

_LONGEST_LABEL = 40

_LOGO_MM = (20, 22)
# A scanned emblem has a few million pixels; more is a mistake or a trap.
_MAX_LOGO_PIXELS = 40_000_000
_LOGO_EDGE = 600

_PLAIN = [
    ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


def letterhead(head: Letterhead, width: float) -> list[Flowable]:
    """The kop: logo, lines and a double rule; nothing at all when it is empty."""
    lines = [words.cut(line, _LONGEST) for line in head.lines if one_line(line)][:_HEAD_LINES]
    logo = _logo(head.logo)
    if not lines and logo is None:
        return []
    left, right = ((_LOGO_MM[0] + 4) * mm, 6 * mm) if logo else (0, 0)
    text = [_head_line(line, number, width - left - right) for number, line in enumerate(lines)]
    table = Table(
        [[logo or "", text, ""]],
        colWidths=(left, width - left - right, right),
        style=TableStyle([*_PLAIN, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
    )
    return [
        table,
        Spacer(1, 5),
        _DoubleRule(),
        Spacer(1, 12),
    ]


def title(text: str, *below: str | None) -> list[Flowable]:
    """The paper's name in bold capitals, centred, and lines under it."""
    made: list[Flowable] = [words.paragraph(text.upper(), words.style(13.5, font=fonts.BOLD, align="center"))]
    under = words.style(11, font=fonts.BOLD, align="center")
    made += [words.paragraph(one_line(line), under) for line in below if line]
    return [*made, Spacer(1, 10)]


def facts(
    rows: Iterable[tuple[str, str | None]],
    *,
    label_mm: float = 34,
    size: float = BODY,
    beside: Drawing | None = None,
) -> list[Flowable]:
    """Lines "Tempat : ..." with the colons below each other; rows without a text are left out.

    `beside` is a small picture at the right, such as a QR code.
    """
    style = words.style(size)
    whole = Sheet().width - (beside.width + 3 * mm if beside else 0)
    width = whole - (label_mm + 4) * mm
    cells: list[list[object]] = []
    for label, text in rows:
        if one_line(text):
            first = [words.paragraph(words.cut(label, _LONGEST_LABEL), style), words.paragraph(":", style)]
            parts = words.pieces(words.short_paragraphs(text or "", style), width, HIGHEST_ROW)
            cells.append([*first, parts[0]])
            cells += [["", "", part] for part in parts[1:]]
    if not cells:
        return []
    table = Table(
        cells,
        colWidths=(label_mm * mm, 4 * mm, width if beside else None),
        style=TableStyle([*_PLAIN, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]),
        hAlign="LEFT",
    )
    if beside is None:
        return [table, Spacer(1, 8)]
    if table.wrap(whole, 1)[1] > HIGHEST_ROW:
        # A row of a table is never broken: the picture then stands alone above the long lines.
        beside.hAlign = "RIGHT"
        return [beside, table, Spacer(1, 8)]
    both = Table(
        [[table, beside]],
        colWidths=(whole, beside.width + 3 * mm),
        style=TableStyle([*_PLAIN, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (1, 0), (1, 0), "RIGHT")]),
    )
    return [both, Spacer(1, 8)]


def heading(text: str, *, room_mm: float = 28) -> list[Flowable]:
    """A heading that moves to the next page when less than `room_mm` is left below it."""
    style = words.style(11, font=fonts.BOLD, after=3)
    return [CondPageBreak(room_mm * mm), Spacer(1, 6), words.paragraph(text, style)]


def subheading(text: str) -> Flowable:
    """A small heading that stays with the text below it."""
    style = words.style(BODY, font=fonts.BOLD, after=2)
    made = words.paragraph(text, style)
    made.keepWithNext = 1
    return made


def text(body: str | None) -> list[Flowable]:
    """Running text, one paragraph a line."""
    return list(words.paragraphs(body, words.style(BODY, after=4)))


def note(body: str) -> Flowable:
    """A small grey line."""
    return words.paragraph(body, words.style(8, grey=True, before=3, after=4))


def sentence(body: str) -> Flowable:
    """What is said instead of an empty table."""
    return words.paragraph(body, words.style(BODY, font=fonts.ITALIC, after=6))


def numbered(items: Iterable[tuple[str, str]]) -> list[Flowable]:
    """A list: (number, text) with the text beside its number; further lines of the text stand below it."""
    style = words.style(BODY, after=3, indent=8 * mm)
    made: list[Flowable] = []
    for number, body in items:
        for place, line in enumerate(words.lines(body)):
            made.append(words.paragraph(line, style, bullet=None if place else number))
    return made


def box(label: str, sentences: Sequence[str]) -> list[Flowable]:
    """A grey box with a heading and one line for each sentence; nothing when there is none."""
    shown = [each for each in map(one_line, sentences) if each]
    if not shown:
        return []
    style = words.style(9.5)
    rows: list[list[object]] = [[words.paragraph(label, words.style(9.5, font=fonts.BOLD))]]
    width = Sheet().width - 2 * _BOX_SIDE
    for each in shown:
        rows += [[piece] for piece in words.pieces(words.short_paragraphs(f"–  {each}", style), width, HIGHEST_ROW)]
    table = Table(
        rows,
        colWidths=(None,),
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("BACKGROUND", (0, 0), (-1, -1), HEAD),
                ("BOX", (0, 0), (-1, -1), 0.5, LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), _BOX_SIDE),
                ("RIGHTPADDING", (0, 0), (-1, -1), _BOX_SIDE),
                ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
                ("TOPPADDING", (0, 0), (-1, 0), 5),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 6),
            ]
        ),
        spaceBefore=8,
        spaceAfter=8,
    )
    return [table]


def signed(story: Sequence[Flowable], block: SignatureBlock | None) -> list[Flowable]:
    """The story with the place to sign, which is never broken and never alone on its page.

    It takes along the last part with its heading, or when that part is long, its last paragraph.
    """
    lines = signature_lines(block)
    if not lines:
        return list(story)
    breaks = [place for place, each in enumerate(story) if isinstance(each, CondPageBreak)]
    start = breaks[-1] + 1 if breaks else 0
    if len(story) - start > _TIED_FLOWABLES:
        start = len(story) - 1 if isinstance(story[-1], Paragraph) else len(story)
    return [*story[:start], KeepTogether([*story[start:], *lines])]


def signature_lines(block: SignatureBlock | None) -> list[Flowable]:
    """The place to sign, at the right; for the tail of a table, or through `signed`."""
    if block is None:
        return []
    plain = words.style(BODY)
    place = words.cut(block.place, _LONGEST) or "." * 22
    day = words.cut(block.date_text, _LONGEST) or "." * 26
    lines: list[Flowable] = [words.paragraph(f"{place}, {day}", plain)]
    lines.append(words.paragraph(words.cut(block.position, _LONGEST) or DOTS, plain))
    lines.append(Spacer(1, 20 * mm))
    name = words.cut(block.name, _LONGEST)
    width = _SIGNATURE_MM * mm
    fits = next((size for size in (BODY, 10, 9.5, 9) if fonts.width(name, fonts.BOLD, size) < width), BODY)
    bold = words.style(fits, font=fonts.BOLD)
    lines.append(words.underlined(name, bold) if name else words.paragraph(DOTS, plain))
    lines.append(words.paragraph(words.cut(block.rank, _LONGEST) or DOTS, plain))
    lines.append(words.paragraph(f"NIP {words.cut(block.nip, _LONGEST) or '.' * 34}", plain))
    table = Table(
        [["", lines]],
        colWidths=("*", width),
        style=TableStyle([*_PLAIN, ("VALIGN", (0, 0), (-1, -1), "TOP")]),
    )
    return [Spacer(1, 14), table]


class _DoubleRule(Flowable):
    """The rule below a letterhead: thick above thin."""

    _THICK, _GAP, _THIN = 2.25, 1.75, 0.75

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self._THICK + self._GAP + self._THIN
        return self.width, self.height

    def draw(self) -> None:
        for y, weight in ((self.height - self._THICK / 2, self._THICK), (self._THIN / 2, self._THIN)):
            self.canv.setLineWidth(weight)
            self.canv.line(0, y, self.width, y)


def _head_line(line: str, number: int, width: float) -> Flowable:
    """Names are typed in capitals and stand in bold; address lines are small."""
    if number == 0 or line == line.upper():
        size = 14.0 if fonts.width(line, fonts.BOLD, 14) <= width else 12.0
        return words.paragraph(line, words.style(size, font=fonts.BOLD, align="center"))
    return words.paragraph(line, words.style(9, align="center"))


def _logo(data: bytes | None) -> Flowable | None:
    """The picture, made small; None when there is none or when it cannot be read."""
    if not data:
        return None
    try:
        with Picture.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _MAX_LOGO_PIXELS:
                return None
            small = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return None
    small.thumbnail((_LOGO_EDGE, _LOGO_EDGE))
    stored = BytesIO()
    small.save(stored, "PNG")
    stored.seek(0)
    width, height = (each * mm for each in _LOGO_MM)
    return Image(stored, width=width, height=height, kind="proportional", mask="auto", hAlign="LEFT")


def plain(body: str) -> Flowable:
    """One line of running text above a table."""
    return words.paragraph(body, words.style(9.5, after=4))
