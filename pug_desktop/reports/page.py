"""The sheet: A4, margins for a punched file, running head, "Halaman x dari y"; and the file it is written to.

All papers are built in memory and then written in one go, so that a full disk leaves no half paper. Two builds of the
same paper are the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from pug_desktop import __version__
from pug_desktop.reports import fonts, words
from pug_desktop.reports.file import save
from pug_desktop.reports.ink import LINE
from pug_desktop.reports.plain_text import one_line

PROGRAM = "PUG Desktop"

_FOOTER_MM = 10
_SMALL = 7.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size and margins in millimetres; the punched edge is the left one, or the upper one when wide."""

    wide: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return landscape(A4) if self.wide else A4  # type: ignore[no-any-return]  # reportlab is untyped

    @property
    def margins_mm(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (15, 22, 15, 18) if self.wide else (25, 16, 15, 18)

    @property
    def width(self) -> float:
        """Of the text, in points."""
        left, _, right, _ = self.margins_mm
        return self.size[0] - float((left + right) * mm)


@dataclass(frozen=True, slots=True)
class About:
    """What stands around the text and in the file's properties."""

    title: str
    author: str = ""
    running_head: str = ""
    """On every page but the first, so that loose sheets find back together."""
    made_at_text: str | None = None


def write(out: Path, story: Sequence[Flowable], about: About, sheet: Sheet) -> int:
    """Builds the paper and writes it; returns the number of pages.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    target = BytesIO()
    maker = partial(_Canvas, about=about, sheet=sheet)
    document = _document(target, about, sheet)
    document.build([NextPageTemplate("next"), *story], canvasmaker=maker)
    save(out, target.getvalue())
    return int(document.page)


def _document(target: BytesIO, about: About, sheet: Sheet) -> BaseDocTemplate:
    left, top, right, bottom = (each * mm for each in sheet.margins_mm)
    width, height = sheet.size
    # The running head of later pages stands in the margin above the frame.
    frames = {
        name: Frame(left, bottom, width - left - right, height - space - bottom, 0, 0, 0, 0, id=name)
        for name, space in (("first", top), ("next", top + 4 * mm))
    }
    document = BaseDocTemplate(
        target,
        pagesize=sheet.size,
        pageTemplates=[PageTemplate(id=name, frames=[frame]) for name, frame in frames.items()],
        title=one_line(about.title),
        author=one_line(about.author) or PROGRAM,
        subject=one_line(about.title),
        creator=f"{PROGRAM} {__version__}",
        lang="id-ID",
        displayDocTitle=True,
        invariant=1,
        initialFontName=fonts.TEXT,
    )
    # One sheet of paper is one page; nothing is gained by compressing less.
    document.pageCompression = 1
    return document


class _Canvas(Canvas):
    """Holds the pages back until their number is known, then draws head and foot on each."""

    def __init__(self, *args: Any, about: About, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._about = about
        self._sheet = sheet
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self._held, start=1):
            self.__dict__.update(state)
            self._draw_edges(number, len(self._held))
            super().showPage()
        super().save()

    def _draw_edges(self, number: int, pages: int) -> None:
        left, top, _, _ = self._sheet.margins_mm
        width, foot = self._sheet.width, _FOOTER_MM * mm
        self.saveState()
        self.setStrokeColor(LINE)
        self.setLineWidth(0.4)
        self.line(left * mm, foot + 10, left * mm + width, foot + 10)
        made = f"{PROGRAM} · {self._about.made_at_text}" if self._about.made_at_text else PROGRAM
        words.draw_line(self, (left * mm, foot), made, size=_SMALL, width=width * 0.7)
        place = (left * mm + width * 0.7, foot)
        words.draw_line(self, place, f"Halaman {number} dari {pages}", size=_SMALL, width=width * 0.3, align="right")
        if number > 1 and self._about.running_head:
            y = self._sheet.size[1] - top * mm
            words.draw_line(self, (left * mm, y), self._about.running_head, size=_SMALL + 0.5, width=width)
            self.line(left * mm, y - 4, left * mm + width, y - 4)
        self.restoreState()
