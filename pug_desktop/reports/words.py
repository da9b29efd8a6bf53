"""The only place that makes paragraphs: all text goes through here, cleaned and escaped.

reportlab reads a paragraph as markup that can name files, links and colours (reliability T13): nothing that a person
typed may reach it as such. A test fails on a Paragraph made anywhere else.
"""

import textwrap
from collections.abc import Iterable
from functools import cache, lru_cache
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from pug_desktop.reports import fonts
from pug_desktop.reports.ink import GREY
from pug_desktop.reports.plain_text import clean, one_line

# Nothing is ever fetched or read for a paragraph.
rl_config.trustedSchemes = []
rl_config.trustedHosts = []

# Characters of one paragraph in a cell.
_SHORT = 1500

# In parts of the font size; the widest letters of DejaVu Sans.
_WIDEST_GLYPH = 1.4

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}


class _Measured(Paragraph):
    """A paragraph that is broken into lines once for each width: reportlab asks anew for each page of a table."""

    _known: tuple[float, tuple[float, float]] | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        # Where `split` finds no room it throws the lines away.
        if self._known is None or self._known[0] != available_width or not hasattr(self, "blPara"):
            self._known = available_width, super().wrap(available_width, available_height)
        return self._known[1]


@cache
def style(
    size: float = 10.5,
    *,
    font: str = fonts.TEXT,
    align: str = "left",
    grey: bool = False,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
) -> ParagraphStyle:
    """A paragraph style; lengths in points: space above and below, and left of text that stands beside a number."""
    return ParagraphStyle(
        f"{font}-{size}-{align}",
        fontName=font,
        bulletFontName=font,
        bulletFontSize=size,
        leftIndent=indent,
        fontSize=size,
        leading=round(size * 1.28, 2),
        alignment=_ALIGN[align],
        textColor=GREY if grey else black,
        spaceBefore=before,
        spaceAfter=after,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


def paragraph(text: str | None, of: ParagraphStyle, *, bullet: str | None = None) -> Paragraph:
    r"""One paragraph; a \n in the text starts a new line; `bullet` is a number that stands beside it."""
    return _Measured(_markup(clean(text), of.fontName), of, bulletText=bullet)


def lines(text: str | None) -> list[str]:
    """The lines of a text that are not empty."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def paragraphs(text: str | None, of: ParagraphStyle) -> list[Paragraph]:
    """One paragraph for each line that is not empty."""
    return [_Measured(_markup(line, of.fontName), of) for line in lines(text)]


def short_paragraphs(text: str, of: ParagraphStyle) -> list[Paragraph]:
    """One paragraph for each line, and several for a line so long that to wrap it again and again would take long."""
    return [
        _Measured(_markup(part, of.fontName), of)
        for line in lines(text)
        for part in textwrap.wrap(line, _SHORT, break_on_hyphens=False)
    ]


def is_surely_lower(text: str, of: ParagraphStyle, width: float, height: float) -> bool:
    """Whether the text cannot be as high as `height`, judged by its length alone."""
    in_a_line = max(int(width / (of.fontSize * _WIDEST_GLYPH)), 1)
    # A line may be half empty, when the next word is long.
    return (2 * len(text) / in_a_line + text.count("\n") + 2) * float(of.leading) < height


def pieces(flowables: Iterable[Flowable], width: float, height: float) -> list[list[Flowable]]:
    """The flowables in groups that are no higher than `height`; a paragraph that is higher is broken."""
    made: list[list[Flowable]] = [[]]
    free = height
    waiting = list(flowables)[::-1]
    while waiting:
        flowable = waiting.pop()
        needed = flowable.wrap(width, height)[1]
        parts = flowable.split(width, free) if needed > free and isinstance(flowable, Paragraph) else []
        if needed > free and made[-1] and len(parts) < 2:
            made.append([])
            free = height
            waiting.append(flowable)
        elif len(parts) > 1:
            made[-1].append(parts[0])
            made.append([])
            free = height
            waiting += parts[:0:-1]
        else:
            made[-1].append(flowable)
            free -= needed + flowable.getSpaceAfter()
    return made


def cut(text: str | None, length: int) -> str:
    """One line of at most `length` characters; what is left out shows as "…"."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def labelled(label: str, text: str | None, of: ParagraphStyle) -> Paragraph:
    """A bold label and the text behind it."""
    bold = f'<font name="{fonts.BOLD}">{_markup(clean(label), fonts.BOLD)}</font>'
    return _Measured(f"{bold} {_markup(clean(text), of.fontName)}", of)


def underlined(text: str | None, of: ParagraphStyle) -> Paragraph:
    """One underlined paragraph, as the name of somebody who signs."""
    return _Measured(f"<u>{_markup(one_line(text), of.fontName)}</u>", of)


def draw_line(
    canvas: Canvas, at: tuple[float, float], text: str, *, size: float, width: float, align: str = "left"
) -> None:
    """Draws one line of grey text straight on the page, cut off with "…" where it is wider than `width` points."""
    shown = fitting(one_line(text), fonts.TEXT, size, width)
    x, y = at
    if align != "left":
        free = width - fonts.width(shown, fonts.TEXT, size)
        x += free if align == "right" else free / 2
    line = canvas.beginText(x, y)
    line.setFillColor(GREY)
    for font, part in fonts.runs(shown, fonts.TEXT):
        line.setFont(font, size)
        line.textOut(part)
    canvas.drawText(line)


def draw_plain(canvas: Canvas, at: tuple[float, float], line: str, font: str, size: float) -> None:
    """Draws a line that `broken` made straight on the page, in the colour that is set."""
    drawn = canvas.beginText(*at)
    for name, part in fonts.runs(line, font):
        drawn.setFont(name, size)
        drawn.textOut(part)
    canvas.drawText(drawn)


def broken(text: str | None, font: str, size: float, width: float) -> list[str]:
    """A text, cleaned, as lines of at most `width` points; a word that is longer is cut. None is no line."""
    made: list[str] = []
    blank = line_width(" ", font, size)
    for line in lines(text):
        now, used = "", 0.0
        for word in line.split():
            needed = line_width(word, font, size)
            if now and used + blank + needed <= width:
                now, used = f"{now} {word}", used + blank + needed
                continue
            if now:
                made.append(now)
            *full, now = _cut_word(word, font, size, width) if needed > width else (word,)
            made += full
            used = line_width(now, font, size)
        made.append(now)
    return made


@lru_cache(maxsize=8192)
def line_width(text: str, font: str, size: float) -> float:
    """How wide a word or a line is, in points; a list says the same ones again and again."""
    return fonts.width(text, font, size)


def _cut_word(word: str, font: str, size: float, width: float) -> list[str]:
    parts, now, used = [], "", 0.0
    for each in word:
        needed = line_width(each, font, size)
        if now and used + needed > width:
            parts.append(now)
            now, used = "", 0.0
        now, used = now + each, used + needed
    return [*parts, now]


@lru_cache(maxsize=64)
def fitting(text: str, font: str, size: float, width: float) -> str:
    """The text, or as much of it as fits into `width` points and a "…"."""
    if fonts.width(text, font, size) <= width:
        return text
    cut = text[: int(width / size * 4)]
    while cut and fonts.width(cut + "…", font, size) > width:
        cut = cut[:-1]
    return cut.rstrip() + "…"


def _markup(text: str, font: str) -> str:
    """Cleaned text as reportlab's markup, in which only our own font changes and line breaks are tags."""
    return "".join(
        escaped if name == font else f'<font name="{name}">{escaped}</font>'
        for name, part in fonts.runs(text, font)
        for escaped in (escape(part).replace("\n", "<br/>"),)
    )
