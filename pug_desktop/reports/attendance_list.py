"""Daftar hadir: the attendance list, filled, or empty for wet signatures."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from pug_desktop.domain.dates import number_words
from pug_desktop.reports import blocks
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import AttendeeLine, MeetingPaper
from pug_desktop.reports.plain_rows import plain_rows
from pug_desktop.reports.qr import qr_code
from pug_desktop.reports.table import Cell, grid

_HEADINGS = ("No.", "Nama", "NIP", "L/P", "Jabatan", "Instansi", "Tanda tangan", "")
_ALIGN = "clcclll" + "l"

# A whole NIP has 18 digits; a masked one needs half the room.
_WIDTHS_MM = (9, 37, 16, 8, 35, 38, 13.5, 13.5)
_WIDTHS_LONG_NIP_MM = (9, 32, 33, 8, 31, 30, 13.5, 13.5)
_WIDTHS_BLANK_MM = (9, 38, 31, 8, 30, 27, 13.5, 13.5)
_MASKED_LENGTH = 9

_QR_MM = 24

_HEAD = frozenset({"title", "theme", "held", "time", "place", "organiser"})
_COUNTED = frozenset({"attendance", "headcount"})

# High enough to sign in; a blank line must also hold a name written by hand.
_SIGNED_MM = 8.5
_BLANK_MM = 10


def write_attendance_list(
    out: Path, paper: MeetingPaper, *, blank_lines: int | None = None, invited: Sequence[AttendeeLine] = ()
) -> int:
    """Writes the list; returns the number of pages.

    Args:
        out: the PDF.
        paper: the meeting; the code of it stands beside its facts as a QR code.
        blank_lines: how many empty lines instead of the attendees; None prints the attendees.
        invited: who is expected: their lines stand above the empty ones, to be signed.
    """
    sheet = Sheet()
    counted = None if blank_lines is not None else paper
    open_ = paper.open & (_HEAD if counted is None else _HEAD | _COUNTED)
    tail = [
        Spacer(1, 8),
        _totals(counted),
        *_difference(counted),
        *footnote(bool(open_)),
        *blocks.signature_lines(paper.signature),
    ]
    lines: Sequence[AttendeeLine] = paper.attendees
    if blank_lines is not None:
        empty = range(len(invited) + 1, len(invited) + blank_lines + 1)
        lines = [*invited, *(AttendeeLine(number) for number in empty)]
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Daftar hadir", marked(paper.title or paper.kind, "title" in open_)),
        *blocks.facts(
            (
                ("Tema", marked(paper.theme or "", "theme" in open_)),
                ("Hari/tanggal", marked(paper.date_text, "held" in open_)),
                ("Waktu", marked(paper.time_text or "", "time" in open_)),
                ("Tempat", marked(paper.place or "", "place" in open_)),
                ("Penyelenggara", marked(paper.organiser or "", "organiser" in open_)),
            ),
            label_mm=30,
            size=10,
            beside=qr_code(paper.code, _QR_MM) if paper.code else None,
        ),
        *(
            [attendance_table(lines, tail, blank=blank_lines is not None)]
            if lines
            else [blocks.sentence("Daftar nama peserta tidak tersedia."), KeepTogether(tail)]
        ),
    ]
    about = About(
        title=f"Daftar hadir – {paper.title or paper.kind}",
        author=paper.region,
        running_head=" · ".join(("Daftar hadir", paper.date_text, paper.title or paper.kind)),
        made_at_text=paper.made_at_text,
    )
    return write(out, story, about, sheet)


def attendance_table(lines: Sequence[AttendeeLine], tail: Sequence[Flowable] = (), *, blank: bool = False) -> Flowable:
    """The list with two lanes for signatures, each row high enough to sign in."""
    rows = []
    for line in lines:
        number = f"{line.number}."
        # The signatures of two neighbours stand beside each other, so that both have room.
        places = (number, None) if line.number % 2 else (None, number)
        rows.append((number, line.name, line.nip, line.sex, line.position, line.office, *places))
    if blank:
        widths = _WIDTHS_BLANK_MM
    elif any(len(line.nip or "") > _MASKED_LENGTH for line in lines):
        widths = _WIDTHS_LONG_NIP_MM
    else:
        widths = _WIDTHS_MM
    least = _BLANK_MM if blank else _SIGNED_MM
    return plain_rows(_HEADINGS, rows, widths, align=_ALIGN, least_mm=least, joined=((6, 7),), tail=tail)


def _totals(paper: MeetingPaper | None) -> Flowable:
    """The sums, to be filled in by hand when there is no paper; what is not known is said."""

    def shown(number: int | None) -> Cell:
        if paper is None:
            return Spacer(1, 6 * mm)
        words = "tidak disebutkan" if number is None else number_words(number)
        return marked(words, bool(paper.open & _COUNTED))

    columns = ["Laki-laki (L)", "Perempuan (P)", "Jumlah peserta", "Jumlah instansi"]
    numbers = (paper.male, paper.female, paper.total, paper.institutions) if paper else (None,) * 4
    cells = [shown(number) for number in numbers]
    if paper and (unknown := _unknown(paper)):
        columns.insert(2, "L/P belum diisi")
        cells.insert(2, shown(unknown))
    return grid(columns, [cells], [170 / len(columns)] * len(columns), align="c" * len(columns), size=9)


def _difference(paper: MeetingPaper | None) -> list[Flowable]:
    """A line where the names are not as many as the participants that the source reports."""
    if paper is None or paper.total is None or not paper.attendees or paper.total == len(paper.attendees):
        return []
    names, total = number_words(len(paper.attendees)), number_words(paper.total)
    return [blocks.note(f"Daftar ini memuat {names} nama; jumlah peserta yang dilaporkan {total} orang.")]


def _unknown(paper: MeetingPaper) -> int:
    """Participants that neither count as men nor as women, where all three numbers are known."""
    if paper.male is None or paper.female is None or paper.total is None:
        return 0
    return max(paper.total - paper.male - paper.female, 0)
