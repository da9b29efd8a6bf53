"""The parts of a paper in words, before it is known whether they become PDF or a Word file.

A paper says once what stands in it; `flowables` makes it for reportlab, `docx_paper` for Word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import TypeAlias

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks
from pug_desktop.reports.marks import marked
from pug_desktop.reports.table import grid


@dataclass(frozen=True, slots=True)
class Text:
    """Running text, one paragraph a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Small:
    """A small grey line."""

    text: str


@dataclass(frozen=True, slots=True)
class Subheading:
    """Stays with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """(number, text) each."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines "Tempat : …"; those without a text are left out."""

    rows: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `align` has one letter a column: l, c, r. `joined`: neighbouring columns under one heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    widths_mm: tuple[float, ...]
    align: str
    size: float = 9
    joined: tuple[tuple[int, int], ...] = field(default=())


Block: TypeAlias = Text | Small | Subheading | Numbered | Facts | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with what stands below it; `open` when it holds two values."""

    name: str
    body: tuple[Block, ...]
    open: bool = False


def filled(sections: Iterable[Section]) -> list[Section]:
    """The sections in which something stands."""
    return [each for each in sections if any(_says(block) for block in each.body)]


def lettered(sections: Iterable[Section]) -> list[tuple[str, Section]]:
    """The filled sections with their headings: "A. Dasar"; beyond Z without a letter."""
    letters = [f"{letter}. " for letter in ascii_uppercase]
    return [
        (marked(f"{letters[place] if place < len(letters) else ''}{each.name}", each.open), each)
        for place, each in enumerate(filled(sections))
    ]


def flowables(body: Sequence[Block]) -> list[Flowable]:
    """The blocks for a PDF."""
    made: list[Flowable] = []
    for block in body:
        match block:
            case Text():
                made += blocks.text(block.text)
            case Small():
                made.append(blocks.note(block.text))
            case Subheading():
                made.append(blocks.subheading(block.text))
            case Numbered():
                made += blocks.numbered(block.items)
            case Facts():
                made += blocks.facts(block.rows)
            case Grid():
                made.append(
                    grid(
                        block.headings,
                        block.rows,
                        block.widths_mm,
                        align=block.align,
                        size=block.size,
                        joined=block.joined,
                    )
                )
    return made


def _says(block: Block) -> bool:
    match block:
        case Text() | Small() | Subheading():
            return bool(block.text.strip())
        case Numbered():
            return bool(block.items)
        case Facts():
            return any((text or "").strip() for _, text in block.rows)
        case Grid():
            return bool(block.rows)
