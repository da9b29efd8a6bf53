"""Notulen: the minutes of a meeting, in the order of the domain guide, section 3.3."""

from pathlib import Path

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks
from pug_desktop.reports.marks import footnote, marked
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import AgendaLine, MeetingPaper, Person, ResultLine
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.sections import (
    Block,
    Facts,
    Grid,
    Numbered,
    Section,
    Subheading,
    Text,
    flowables,
    lettered,
)

UNKNOWN = "tidak disebutkan"


def write_minutes(out: Path, paper: MeetingPaper) -> int:
    """Writes the minutes; returns the number of pages. Parts of which nothing is known are left out."""
    sheet = Sheet()
    name = paper.title or paper.kind
    story = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Notulen", marked(name, "title" in paper.open)),
        *blocks.facts(minute_facts(paper).rows),
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
        by_role.setdefault(person.role or "Hadir", []).append(person_words(person))
    return [
        ("Jenis rapat", paper.kind),
        ("Tema", paper.theme),
        ("Nomor surat", paper.letter_number),
        ("Hari/tanggal", paper.date_text),
        ("Waktu", paper.time_text or UNKNOWN),
        ("Tempat", paper.place or UNKNOWN),
        ("Penyelenggara", paper.organiser or UNKNOWN),
        ("Pimpinan rapat", person_words(paper.chair) if paper.chair else UNKNOWN),
        *((role, "\n".join(names)) for role, names in by_role.items()),
        ("Unsur peserta", "; ".join(map(one_line, paper.groups))),
        ("Jumlah peserta", paper.totals_text or UNKNOWN),
        ("Data terpilah yang dibahas", "; ".join(map(one_line, paper.disaggregation))),
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
    "Data terpilah yang dibahas": {"disaggregation"},
    "Lampiran": {"attendance"},
}
"""What each line of the head, and below each part, rests on."""

_PARTS = {
    "Acara": {"agenda_item"},
    "Pembukaan": {"opening"},
    "Pembahasan": {"discussion", "agenda_item"},
    "Hasil rapat": {"output"},
    "Hasil yang diharapkan": {"output"},
    "Keputusan": {"meeting_decision"},
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


def person_words(person: Person) -> str:
    """Somebody by name and position, and what he spoke about."""
    named = ", ".join(each for each in (one_line(person.name), one_line(person.position)) if each) or UNKNOWN
    return f"{named} (materi: {one_line(person.topic)})" if one_line(person.topic) else named


def _agenda(line: AgendaLine) -> str:
    when = f"{one_line(line.time_text)}  " if one_line(line.time_text) else ""
    who = f" ({one_line(line.speaker)})" if one_line(line.speaker) else ""
    return f"{when}{line.text}{who}"


def minute_facts(paper: MeetingPaper) -> Facts:
    """The head of the minutes."""
    return Facts(tuple(_marked_facts(paper)))


def minute_sections(paper: MeetingPaper) -> tuple[Section, ...]:
    """All parts of the minutes, also those of which nothing is known."""
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("Acara", (Numbered(tuple((f"{line.number}.", _agenda(line)) for line in paper.agenda)),)),
        ("Pembukaan", (Text(paper.opening or ""),)),
        ("Pembahasan", discussion(paper)),
        ("Hasil rapat", results(paper)),
        ("Hasil yang diharapkan", expected(paper)),
        ("Keputusan", (Numbered(tuple((f"{number}.", text) for number, text in enumerate(paper.decisions, 1))),)),
        ("Rencana tindak lanjut", follow_ups(paper)),
        ("Rujukan", (Numbered(tuple((f"{number}.", text) for number, text in enumerate(paper.references, 1))),)),
        ("Penutup", (Text(paper.closing or ""),)),
    )
    return tuple(Section(name, body, bool(_PARTS[name] & paper.open)) for name, body in parts)


def _sections(paper: MeetingPaper) -> list[Flowable]:
    """The lettered parts that have something in them."""
    made: list[Flowable] = []
    for heading, section in lettered(minute_sections(paper)):
        made += [*blocks.heading(heading), *flowables(section.body)]
    return made


def discussion(paper: MeetingPaper) -> tuple[Block, ...]:
    """What was said in general, then to each item of the agenda."""
    made: list[Block] = [Text(paper.discussion or "")]
    for line in paper.agenda:
        if line.discussion:
            made += [Subheading(f"Acara {line.number}: {one_line(line.text)}"), Text(line.discussion)]
    return tuple(made)


def results(paper: MeetingPaper) -> tuple[Block, ...]:
    """What was agreed, each with the prerequisites that it serves and the expected results that it brings about."""
    return (Numbered(tuple((f"{line.number}.", _served(line)) for line in paper.results if not line.expected)),)


def _served(line: ResultLine) -> str:
    told = []
    if line.prerequisites:
        told.append(f"Prasyarat: {', '.join(line.prerequisites)}.")
    if line.fulfils:
        told.append(f"Memenuhi hasil yang diharapkan nomor {', '.join(map(str, line.fulfils))}.")
    return "\n".join((line.text, " ".join(told))) if told else line.text


def expected(paper: MeetingPaper) -> tuple[Block, ...]:
    """What was expected; beside what came of it as soon as anybody said so of one of them."""
    lines = [line for line in paper.results if line.expected]
    told = any(line.achieved for line in lines) or any(line.fulfils for line in paper.results)
    if not told:
        return (Numbered(tuple((f"{line.number}.", line.text) for line in lines)),)
    rows = []
    for line in lines:
        by = [f"{other.number}. {other.text}" for other in paper.results if line.number in other.fulfils]
        rows.append((f"{line.number}.", line.text, line.achieved or UNKNOWN, "\n".join(by) or "–"))
    headings = ("No.", "Hasil yang diharapkan", "Ketercapaian", "Hasil yang memenuhinya")
    return (Grid(headings, tuple(rows), (9, 66, 29, 66), "cll" + "l"),)


def follow_ups(paper: MeetingPaper) -> tuple[Block, ...]:
    """Who does what until when."""
    rows = tuple(
        (
            f"{line.number}.",
            line.text,
            "\n".join(each for each in (one_line(line.person), one_line(line.office)) if each) or UNKNOWN,
            line.due or UNKNOWN,
            line.state or UNKNOWN,
        )
        for line in paper.follow_ups
    )
    headings = ("No.", "Uraian", "Penanggung jawab", "Batas waktu", "Status")
    return (Grid(headings, rows, (9, 68, 43, 26, 24), "cllll"),)
