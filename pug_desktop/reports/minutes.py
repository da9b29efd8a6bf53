"""Notulen: the minutes of a meeting, in the order of the domain guide, section 3.3."""

from collections.abc import Sequence
from pathlib import Path
from string import ascii_uppercase

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import MeetingPaper, Person
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.table import grid

UNKNOWN = "tidak disebutkan"


def write_minutes(out: Path, paper: MeetingPaper) -> int:
    """Writes the minutes; returns the number of pages. Parts of which nothing is known are left out."""
    sheet = Sheet()
    name = paper.title or paper.kind
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Notulen", marked(name, "title" in paper.open)),
        *blocks.facts(_marked_facts(paper)),
        *_sections(paper),
        *([blocks.note(paper.source_note)] if paper.source_note else []),
        *blocks.box("Yang tidak disebutkan sumber", paper.missing),
        *footnote(bool(paper.open)),
    ]
    about = About(
        title=f"Notulen – {name}",
        author=paper.region,
        running_head=" · ".join(each for each in ("Notulen", paper.date_text, name) if each),
        made_at_text=paper.made_at_text,
    )
    return write(out, blocks.signed(story, paper.signature), about, sheet)


def _facts(paper: MeetingPaper) -> list[tuple[str, str | None]]:
    """The head; what every meeting has is said to be unknown, what only some have is left out."""
    by_role: dict[str, list[str]] = {}
    for person in paper.people:
        by_role.setdefault(person.role or "Hadir", []).append(_person(person))
    return [
        ("Jenis rapat", paper.kind),
        ("Tema", paper.theme),
        ("Nomor surat", paper.letter_number),
        ("Hari/tanggal", paper.date_text),
        ("Waktu", paper.time_text or UNKNOWN),
        ("Tempat", paper.place or UNKNOWN),
        ("Penyelenggara", paper.organiser or UNKNOWN),
        ("Pimpinan rapat", _person(paper.chair) if paper.chair else UNKNOWN),
        *((role, "\n".join(names)) for role, names in by_role.items()),
        ("Unsur peserta", "; ".join(map(one_line, paper.groups))),
        ("Jumlah peserta", paper.totals_text or UNKNOWN),
        ("Lampiran", "Daftar hadir" if paper.attendees else None),
    ]


_FIELDS = {
    "Jenis rapat": {"kind"},
    "Tema": {"theme"},
    "Nomor surat": {"letter_number"},
    "Hari/tanggal": {"held"},
    "Waktu": {"time"},
    "Tempat": {"place"},
    "Penyelenggara": {"organiser"},
    "Pimpinan rapat": {"chair"},
    "Unsur peserta": {"participant_groups"},
    "Jumlah peserta": {"headcount", "attendance"},
    "Lampiran": {"attendance"},
}
"""What each line of the head, and below each part, rests on."""

_PARTS = {
    "Acara": {"agenda_item"},
    "Pembukaan": {"opening"},
    "Pembahasan": {"discussion", "agenda_item"},
    "Hasil rapat": {"output"},
    "Hasil yang diharapkan": {"output"},
    "Rencana tindak lanjut": {"follow_up"},
    "Rujukan": {"regulation"},
    "Penutup": {"closing"},
}


def _marked_facts(paper: MeetingPaper) -> list[tuple[str, str | None]]:
    # Of what is none of these lines: somebody's part in the meeting.
    return [
        (name, text and marked(text, bool(_FIELDS.get(name, {"meeting_role"}) & paper.open)))
        for name, text in _facts(paper)
    ]


def _person(person: Person) -> str:
    return ", ".join(each for each in (one_line(person.name), one_line(person.position)) if each) or UNKNOWN


def _sections(paper: MeetingPaper) -> list[Flowable]:
    """The lettered parts that have something in them."""
    results = [(f"{line.number}.", line.text) for line in paper.results if not line.expected]
    expected = [(f"{line.number}.", line.text) for line in paper.results if line.expected]
    parts: list[tuple[str, Sequence[Flowable]]] = [
        ("Acara", blocks.numbered((f"{line.number}.", line.text) for line in paper.agenda)),
        ("Pembukaan", blocks.text(paper.opening)),
        ("Pembahasan", _discussion(paper)),
        ("Hasil rapat", blocks.numbered(results)),
        ("Hasil yang diharapkan", blocks.numbered(expected)),
        ("Rencana tindak lanjut", _follow_ups(paper)),
        ("Rujukan", blocks.numbered((f"{number}.", text) for number, text in enumerate(paper.references, start=1))),
        ("Penutup", blocks.text(paper.closing)),
    ]
    filled = [(name, body) for name, body in parts if body]
    made: list[Flowable] = []
    for letter, (name, body) in zip(ascii_uppercase, filled, strict=False):
        made += [*blocks.heading(marked(f"{letter}. {name}", bool(_PARTS[name] & paper.open))), *body]
    return made


def _discussion(paper: MeetingPaper) -> list[Flowable]:
    """What was said in general, then to each item of the agenda."""
    made = blocks.text(paper.discussion)
    for line in paper.agenda:
        if line.discussion:
            made.append(blocks.subheading(f"Acara {line.number}: {one_line(line.text)}"))
            made += blocks.text(line.discussion)
    return made


def _follow_ups(paper: MeetingPaper) -> list[Flowable]:
    if not paper.follow_ups:
        return []
    rows = [
        (
            f"{line.number}.",
            line.text,
            "\n".join(each for each in (one_line(line.person), one_line(line.office)) if each) or UNKNOWN,
            line.due or UNKNOWN,
            line.state or UNKNOWN,
        )
        for line in paper.follow_ups
    ]
    headings = ("No.", "Uraian", "Penanggung jawab", "Batas waktu", "Status")
    return [grid(headings, rows, (9, 68, 43, 26, 24), align="cllll", size=9)]
