"""A paper of sections with annexes, and how it becomes a PDF; `docx_paper` makes a Word file of the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image as Picture
from PIL import ImageOps
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, KeepTogether, PageBreak, Spacer

from pug_desktop.reports import blocks, words
from pug_desktop.reports.attendance_list import attendance_table
from pug_desktop.reports.marks import footnote
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import AttendeeLine, Letterhead, SignatureBlock
from pug_desktop.reports.sections import Block, Facts, Section, flowables, lettered

PHOTO_MM = (165, 100)
"""Two of these with their captions fill a page."""

MOST_PIXELS = 40_000_000
"""A photo of a telephone has 12 million; more is a mistake or a trap."""

_EDGE = 1600
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as JPEG, upright, with its size in pixels."""

    data: bytes
    caption: str
    width: int
    height: int

    @property
    def size_mm(self) -> tuple[float, float]:
        """As large as it may stand on the page."""
        scale = min(PHOTO_MM[0] / self.width, PHOTO_MM[1] / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Annex:
    """What stands on pages of its own behind the paper: blocks, a list to sign, or photos."""

    title: str
    body: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    attendees: tuple[AttendeeLine, ...] = ()
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One paper; `box` are sentences on what nobody said, `any_open` whether something in it holds two values."""

    letterhead: Letterhead
    title: str
    below: str
    facts: Facts
    sections: tuple[Section, ...]
    region: str
    running_head: str
    note: str | None = None
    box_label: str = ""
    box: tuple[str, ...] = ()
    signature: SignatureBlock | None = None
    annexes: tuple[Annex, ...] = ()
    made_at_text: str | None = None
    any_open: bool = False


def photo(data: bytes, caption: str) -> Photo | None:
    """A picture as it is printed; None when it cannot be read."""
    try:
        with Picture.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")) as found:
            if found.width * found.height > MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return None
    upright.thumbnail((_EDGE, _EDGE))
    # Paper is white where a picture is not.
    paper = Picture.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    stored = BytesIO()
    paper.save(stored, "JPEG", quality=_QUALITY)
    return Photo(stored.getvalue(), caption, *paper.size)


def write_pdf(out: Path, paper: Document) -> int:
    """Writes the paper; returns the number of pages."""
    sheet = Sheet()
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title(paper.title, paper.below),
        *blocks.facts(paper.facts.rows),
        *_lettered(paper.sections),
        *([blocks.note(paper.note)] if paper.note else []),
        *blocks.box(paper.box_label, paper.box),
        *footnote(paper.any_open),
    ]
    story = blocks.signed(story, paper.signature)
    for annex in paper.annexes:
        story += [PageBreak(), *_annex(annex)]
    about = About(
        title=f"{paper.title} – {paper.below}",
        author=paper.region,
        running_head=paper.running_head,
        made_at_text=paper.made_at_text,
    )
    return write(out, story, about, sheet)


def _lettered(sections: Sequence[Section]) -> list[Flowable]:
    made: list[Flowable] = []
    for heading, section in lettered(sections):
        made += [*blocks.heading(heading), *flowables(section.body)]
    return made


def _annex(annex: Annex) -> list[Flowable]:
    made = [blocks.subheading(annex.title), Spacer(1, 4), *flowables(annex.body), *_lettered(annex.sections)]
    if annex.attendees:
        made.append(attendance_table(annex.attendees))
    for number, each in enumerate(annex.photos):
        if number and number % 2 == 0:
            made.append(PageBreak())
        made.append(_photo(each))
    return made


def _photo(each: Photo) -> Flowable:
    width, height = (side * mm for side in each.size_mm)
    image = Image(BytesIO(each.data), width=width, height=height, hAlign="CENTER")
    caption = words.paragraph(words.cut(each.caption, 160), words.style(9.5, align="center", before=3))
    return KeepTogether([image, caption, Spacer(1, 10)])
