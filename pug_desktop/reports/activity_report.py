"""Laporan kegiatan: the report of a meeting that goes to the superior and, for the accounts (SPJ), to the treasurer.

Order of the domain guide, section 3.3: basis, purpose, time and place, participants, speakers, results, conclusion and
suggestions, annexes. A part of which nothing is known is left out and named in the box at the end: nothing is made up.
"""

from dataclasses import dataclass
from pathlib import Path

from pug_desktop.domain.dates import number_words
from pug_desktop.reports import minutes
from pug_desktop.reports.document import Annex, Document, Photo, write_pdf
from pug_desktop.reports.docx_paper import write_docx
from pug_desktop.reports.papers import AttendeeLine, MeetingPaper, Person, SignatureBlock
from pug_desktop.reports.plain_text import one_line
from pug_desktop.reports.sections import Block, Facts, Grid, Numbered, Section, Small, Subheading, Text, filled

TITLE = "Laporan kegiatan"


@dataclass(frozen=True, slots=True)
class ActivityPaper:
    """A report: the meeting, what was written beside the minutes, and its annexes.

    `for_accounts` ("untuk SPJ"): the list has whole NIPs, which are in `meeting.attendees` then, and room to sign.
    `files` names what else was attached to the meeting.
    """

    meeting: MeetingPaper
    basis: str | None = None
    purpose: str | None = None
    conclusion: str | None = None
    suggestions: str | None = None
    budget_source: str | None = None
    state: str | None = None
    """"Direncanakan" or "Batal"; None of a meeting that was held."""
    photos: tuple[Photo, ...] = ()
    files: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Names of photos that could not be printed."""
    for_accounts: bool = False
    signature: SignatureBlock | None = None


def write_activity_report(out: Path, paper: ActivityPaper) -> None:
    """Writes the report, as PDF or Word file by the suffix of `out`."""
    made = document(paper)
    if out.suffix.lower() == ".docx":
        write_docx(out, made)
    else:
        write_pdf(out, made)


def write_minutes_docx(out: Path, paper: MeetingPaper) -> None:
    """Writes the minutes as a Word file."""
    name = paper.title or paper.kind
    write_docx(
        out,
        Document(
            letterhead=paper.letterhead,
            title="Notulen",
            below=name,
            facts=minutes.minute_facts(paper),
            sections=minutes.minute_sections(paper),
            region=paper.region,
            running_head=name,
            note=paper.source_note,
            box_label="Yang tidak disebutkan sumber",
            box=paper.missing,
            signature=paper.signature,
            made_at_text=paper.made_at_text,
            any_open=bool(paper.open),
        ),
    )


def document(paper: ActivityPaper) -> Document:
    """The report in its parts."""
    meeting = paper.meeting
    name = meeting.title or meeting.kind
    annexes = _annexes(paper)
    sections = (*_sections(paper), _list_of_annexes(paper, annexes))
    return Document(
        letterhead=meeting.letterhead,
        title=TITLE,
        below=name,
        facts=Facts(
            (
                ("Jenis kegiatan", meeting.kind),
                ("Tema", meeting.theme),
                ("Keadaan", paper.state),
                ("Sumber anggaran", paper.budget_source),
            )
        ),
        sections=sections,
        region=meeting.region,
        running_head=" · ".join(each for each in (TITLE, meeting.date_text, name) if each),
        note=meeting.source_note,
        box_label="Yang belum diisi atau tidak disebutkan sumber",
        box=(*meeting.missing, *_not_filled(paper)),
        signature=paper.signature,
        annexes=annexes,
        made_at_text=meeting.made_at_text,
        any_open=bool(meeting.open),
    )


def _sections(paper: ActivityPaper) -> tuple[Section, ...]:
    meeting = paper.meeting
    marks = meeting.open
    by_rule = tuple((f"{number}.", text) for number, text in enumerate(meeting.references, 1))
    letter = f"Surat undangan nomor {one_line(meeting.letter_number)}." if one_line(meeting.letter_number) else ""
    return (
        Section("Dasar", (Text(paper.basis or ""), Numbered(by_rule), Text(letter)), bool(marks & {"regulation"})),
        Section("Maksud dan tujuan", (Text(paper.purpose or ""),)),
        Section(
            "Waktu dan tempat",
            (
                Facts(
                    (
                        ("Hari/tanggal", meeting.date_text),
                        ("Waktu", meeting.time_text),
                        ("Tempat", meeting.place),
                        ("Penyelenggara", meeting.organiser),
                        ("Pimpinan", minutes.person_words(meeting.chair) if meeting.chair else None),
                    )
                ),
            ),
            bool(marks & {"held", "time", "place", "organiser", "chair"}),
        ),
        Section(
            "Peserta",
            (
                Facts(
                    (
                        ("Jumlah peserta", meeting.totals_text),
                        ("Unsur peserta", "; ".join(map(one_line, meeting.groups))),
                        ("Data terpilah yang dibahas", "; ".join(map(one_line, meeting.disaggregation))),
                    )
                ),
            ),
            bool(marks & {"headcount", "attendance", "participant_groups", "disaggregation"}),
        ),
        Section("Narasumber dan petugas", (_people(meeting.people),), "meeting_role" in marks),
        Section("Hasil kegiatan", _results(meeting), bool(marks & {"output", "meeting_decision", "follow_up"})),
        Section("Kesimpulan", (Text(paper.conclusion or ""),)),
        Section("Saran", (Text(paper.suggestions or ""),)),
    )


def _results(meeting: MeetingPaper) -> tuple[Block, ...]:
    made: list[Block] = []
    decisions = Numbered(tuple((f"{number}.", text) for number, text in enumerate(meeting.decisions, 1)))
    for name, body in (
        ("Hasil rapat", minutes.results(meeting)),
        ("Hasil yang diharapkan", minutes.expected(meeting)),
        ("Keputusan", (decisions,)),
        ("Rencana tindak lanjut", minutes.follow_ups(meeting)),
    ):
        if filled((Section(name, body),)):
            made += [Subheading(name), *body]
    return tuple(made)


def _people(people: tuple[Person, ...]) -> Facts:
    by_role: dict[str, list[str]] = {}
    for person in people:
        by_role.setdefault(person.role or "Hadir", []).append(minutes.person_words(person))
    return Facts(tuple((role, "\n".join(names)) for role, names in by_role.items()))


def _not_filled(paper: ActivityPaper) -> tuple[str, ...]:
    meeting = paper.meeting
    parts = (
        ("dasar kegiatan", paper.basis or meeting.references or one_line(meeting.letter_number)),
        ("maksud dan tujuan", paper.purpose),
        ("hasil rapat", any(not line.expected for line in meeting.results) or meeting.decisions),
        ("kesimpulan", paper.conclusion),
        ("saran", paper.suggestions),
        ("sumber anggaran", paper.budget_source or not paper.for_accounts),
    )
    missing = [name for name, text in parts if not text]
    return (f"Bagian laporan yang belum diisi: {', '.join(missing)}.",) if missing else ()


def _annexes(paper: ActivityPaper) -> tuple[Annex, ...]:
    meeting = paper.meeting
    made: list[Annex] = []
    if meeting.attendees:
        made.append(_list_annex(paper))
    said = [
        each
        for each in minutes.minute_sections(meeting)
        if each.name in ("Acara", "Pembukaan", "Pembahasan", "Penutup")
    ]
    if filled(said):
        made.append(Annex("Notulen", (minutes.minute_facts(meeting),), tuple(minutes.minute_sections(meeting))))
    if paper.photos or paper.unreadable:
        told = f"Tidak dapat dicetak: {', '.join(map(one_line, paper.unreadable))}." if paper.unreadable else ""
        made.append(Annex("Foto kegiatan", (Small(told),) if told else (), photos=paper.photos))
    return tuple(
        Annex(f"Lampiran {number}. {each.title}", each.body, each.sections, each.attendees, each.photos)
        for number, each in enumerate(made, 1)
    )


def _list_annex(paper: ActivityPaper) -> Annex:
    people = paper.meeting.attendees
    told: tuple[Block, ...] = ()
    if paper.meeting.total is not None and paper.meeting.total != len(people):
        names, total = number_words(len(people)), number_words(paper.meeting.total)
        told = (Small(f"Daftar ini memuat {names} nama; jumlah peserta yang dilaporkan {total} orang."),)
    if paper.for_accounts:
        return Annex("Daftar hadir", told, attendees=people)
    rows = tuple(_row(each) for each in people)
    headings = ("No.", "Nama", "NIP", "L/P", "Jabatan", "Instansi")
    return Annex("Daftar hadir", (*told, Grid(headings, rows, (9, 42, 18, 9, 45, 47), "clccll", 8.5)))


def _row(line: AttendeeLine) -> tuple[str | None, ...]:
    return (f"{line.number}.", line.name, line.nip, line.sex, line.position, line.office)


def _list_of_annexes(paper: ActivityPaper, annexes: tuple[Annex, ...]) -> Section:
    lines = [each.title.partition(". ")[2] for each in annexes]
    for place, each in enumerate(annexes):
        if each.photos:
            lines[place] += f" ({number_words(len(each.photos))})"
    lines += [f"Berkas tersendiri: {one_line(name)}" for name in paper.files]
    return Section("Lampiran", (Numbered(tuple((f"{number}.", line) for number, line in enumerate(lines, 1))),))
