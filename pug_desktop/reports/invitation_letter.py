"""Surat undangan: the letter, the list of the invited as its attachment, and the programme.

The parts of the head are those of an official letter (Nomor, Sifat, Lampiran, Hal; Yth.; Tembusan); domain guide 3.3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table, TableStyle

from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import grid

_ADDRESSED_MM = 80
_SIGNED_MM = 80
_SIGN_ROOM_MM = 20
_MOST_BESIDE = 12
_LONGEST = 160
_DOTS = "." * 26

_PLAIN = [
    ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
]


@dataclass(frozen=True, slots=True)
class InvitedLine:
    """One of the invited; `position` is that of the head of the office where nobody is named."""

    number: int
    name: str | None = None
    position: str | None = None
    office: str | None = None

    @property
    def words(self) -> str:
        """Who is addressed, in one line: "Siti, Kabid, Bappeda"; "Kepala Dinas Kesehatan"."""
        told = [each for each in (one_line(self.name), one_line(self.position), one_line(self.office)) if each]
        return ", ".join(told) if one_line(self.name) else " ".join(told)


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One item of the programme; `time` is words ("09.00 - 09.30")."""

    number: int
    text: str
    time: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class InvitationLetter:
    """One letter in words. What nobody has entered is left to be written by hand (number, day) or left out."""

    letterhead: Letterhead
    region: str
    title: str
    place: str | None = None
    date_text: str | None = None
    number: str | None = None
    nature: str | None = None
    attachment: str | None = None
    subject: str = "Undangan"
    addressed_to: tuple[str, ...] = ()
    """The lines behind "Yth."; with `listed` they say that a list is attached."""
    listed: bool = False
    """Whether the invited stand on a list of their own."""
    opening: str = ""
    closing: str = ""
    held_text: str | None = None
    time_text: str | None = None
    held_at: str | None = None
    theme: str | None = None
    programme: tuple[ProgrammeLine, ...] = ()
    programme_apart: bool = False
    """Whether the programme stands on a sheet of its own."""
    signer_position: str | None = None
    signer_name: str | None = None
    signer_rank: str | None = None
    signer_nip: str | None = None
    copies: tuple[str, ...] = ()
    invited: tuple[InvitedLine, ...] = ()
    made_at_text: str | None = None


def write_invitation_letter(out: Path, letter: InvitationLetter) -> int:
    """Writes the letter; returns the number of pages."""
    sheet = Sheet()
    body = words.style(blocks.BODY, after=6)
    story: list[Flowable] = [
        *blocks.letterhead(letter.letterhead, sheet.width),
        _head(letter, sheet.width),
        *_many_addressed(letter),
        *words.paragraphs(letter.opening, body),
        *blocks.facts(_facts(letter), label_mm=32),
        *words.paragraphs(letter.closing, body),
        _signature(letter, sheet.width),
        *_copies(letter),
    ]
    if letter.listed:
        story += _attached(letter, "Daftar yang diundang", _invited_table(letter.invited))
    if letter.programme_apart:
        story += _attached(letter, "Susunan acara", _programme_table(letter.programme))
    about = About(
        title=f"Undangan – {letter.title}" if letter.title else "Undangan",
        author=letter.region,
        running_head=" · ".join(each for each in ("Undangan", letter.held_text, letter.title) if each),
        made_at_text=letter.made_at_text,
    )
    return write(out, story, about, sheet)


def _head(letter: InvitationLetter, width: float) -> Flowable:
    """Number and subject at the left; place, day and who is addressed at the right."""
    style = words.style(blocks.BODY)
    left_width = width - _ADDRESSED_MM * mm - 6 * mm
    rows = (
        ("Nomor", letter.number or _DOTS),
        ("Sifat", letter.nature or "-"),
        ("Lampiran", letter.attachment or "-"),
        ("Hal", letter.subject),
    )
    left = Table(
        [
            [
                words.paragraph(name, style),
                words.paragraph(":", style),
                words.paragraph(words.cut(text, _LONGEST), style),
            ]
            for name, text in rows
        ],
        colWidths=(19 * mm, 3 * mm, left_width - 22 * mm),
        style=TableStyle(_PLAIN),
    )
    place = words.cut(letter.place, _LONGEST) or "." * 18
    right: list[Flowable] = [
        words.paragraph(f"{place}, {letter.date_text or _DOTS}", style),
        Spacer(1, 10),
    ]
    if len(letter.addressed_to) <= _MOST_BESIDE:
        right += _addressed(letter)
    return Table(
        [[left, "", right]],
        colWidths=(left_width, 6 * mm, _ADDRESSED_MM * mm),
        style=TableStyle([*_PLAIN, ("BOTTOMPADDING", (0, 0), (-1, -1), 14)]),
    )


def _addressed(letter: InvitationLetter) -> list[Flowable]:
    style = words.style(blocks.BODY)
    lines = [words.cut(line, _LONGEST) for line in letter.addressed_to or ("." * 40,)]
    return [words.paragraph(line, style) for line in (f"Yth. {lines[0]}", *lines[1:], "di Tempat")]


def _many_addressed(letter: InvitationLetter) -> list[Flowable]:
    """Somebody typed more lines than stand beside the number: they go below it, over as many pages as it takes."""
    return [*_addressed(letter), Spacer(1, 10)] if len(letter.addressed_to) > _MOST_BESIDE else []


def _facts(letter: InvitationLetter) -> list[tuple[str, str | None]]:
    rows: list[tuple[str, str | None]] = [
        ("Hari/tanggal", letter.held_text or _DOTS),
        ("Waktu", letter.time_text or _DOTS),
        ("Tempat", letter.held_at or _DOTS),
        ("Kegiatan", letter.title),
        ("Tema", letter.theme),
    ]
    if letter.programme_apart:
        rows.append(("Acara", "susunan acara terlampir"))
    elif len(letter.programme) == 1:
        rows.append(("Acara", letter.programme[0].text))
    elif letter.programme:
        rows.append(("Acara", "\n".join(f"{each.number}. {one_line(each.text)}" for each in letter.programme)))
    return rows


def _signature(letter: InvitationLetter, width: float) -> Flowable:
    style, bold = words.style(blocks.BODY), words.style(blocks.BODY, font=fonts.BOLD)
    lines: list[Flowable] = [
        words.paragraph(
            f"{words.cut(letter.signer_position, _LONGEST)}," if letter.signer_position else "." * 40, style
        ),
        Spacer(1, _SIGN_ROOM_MM * mm),
    ]
    name = words.cut(letter.signer_name, _LONGEST)
    lines.append(words.underlined(name, bold) if name else words.paragraph("." * 40, style))
    if letter.signer_rank:
        lines.append(words.paragraph(words.cut(letter.signer_rank, _LONGEST), style))
    if letter.signer_nip or not name:
        lines.append(words.paragraph(f"NIP {words.cut(letter.signer_nip, _LONGEST) or '.' * 34}", style))
    table = Table([["", lines]], colWidths=(width - _SIGNED_MM * mm, _SIGNED_MM * mm), style=TableStyle(_PLAIN))
    return KeepTogether([Spacer(1, 10), table])


def _copies(letter: InvitationLetter) -> list[Flowable]:
    """Tembusan, numbered where there are several."""
    if not letter.copies:
        return []
    style = words.style(9.5, after=1)
    several = len(letter.copies) > 1
    lines = [words.cut(each, _LONGEST) for each in letter.copies]
    return [
        Spacer(1, 10),
        words.paragraph("Tembusan:", words.style(9.5, font=fonts.BOLD, after=2)),
        *(words.paragraph(f"{n}. {each}" if several else each, style) for n, each in enumerate(lines, 1)),
    ]


def _attached(letter: InvitationLetter, name: str, table: Flowable) -> list[Flowable]:
    """A sheet that goes with the letter, and says with which."""
    style = words.style(9.5)
    number = letter.number or _DOTS
    return [
        PageBreak(),
        words.paragraph("Lampiran surat undangan", style),
        words.paragraph(f"Nomor: {words.cut(number, _LONGEST)}", style),
        words.paragraph(f"Tanggal: {letter.date_text or _DOTS}", style),
        Spacer(1, 12),
        *blocks.title(name, letter.title),
        table,
    ]


def _seat(each: InvitedLine) -> str | None:
    """The office as it stands in a column of its own: a camat is at a kecamatan, "Camat Benda" only in a line."""
    if each.position == "Camat" and not each.name and each.office:
        return f"Kecamatan {each.office.removeprefix('Kecamatan ')}"
    return each.office


def _invited_table(people: Sequence[InvitedLine]) -> Flowable:
    rows = [
        (
            f"{each.number}.",
            "\n".join(line for line in (one_line(each.name), one_line(each.position)) if line),
            _seat(each),
        )
        for each in people
    ]
    return grid(("No.", "Nama / jabatan", "Instansi"), rows, (11, 82, 77), align="cll", size=9.5)


def _programme_table(programme: Sequence[ProgrammeLine]) -> Flowable:
    rows = [(f"{each.number}.", each.time, each.text, each.speaker) for each in programme]
    return grid(("No.", "Waktu", "Acara", "Narasumber / petugas"), rows, (11, 30, 74, 55), align="ccll", size=9.5)
