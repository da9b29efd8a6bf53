"""The papers of one meeting: attendance list, minutes."""

from pathlib import Path

from pug_desktop.app import attend, meet
from pug_desktop.app.meet import MeetingView
from pug_desktop.app.report import BLANK_LINES, Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.attendance import mask_nip
from pug_desktop.domain.dates import date_words, number_words, parse_date, short_date_words
from pug_desktop.domain.kinds import KINDS, Value
from pug_desktop.domain.words import label
from pug_desktop.reports import papers
from pug_desktop.reports.attendance_list import write_attendance_list
from pug_desktop.reports.minutes import write_minutes
from pug_desktop.reports.workbook import Sheet, with_marks, write_workbook
from pug_desktop.storage import decisions


def attendance_list(ws: Workspace, out: Path, wish: Wish) -> None:
    """The list, empty or filled."""
    paper = meeting_paper(ws, wish, signer="Penanggung jawab kegiatan,")
    write_attendance_list(out, paper, blank_lines=BLANK_LINES if wish.blank else None)


def attendance_workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The list as a workbook; NIPs in full, as text, since it stays in the office."""
    view = meet.meeting(ws, str(wish.meeting_id))
    rows = [
        (row.number, row.name, row.nip, row.sex, row.position, row.office_name, label("office_type", row.office_type))
        for row in attend.rows(ws, view.id)
    ]
    headings = ("No", "Nama", "NIP", "L/P", "Jabatan", "Instansi", "Jenis instansi")
    with ws.database.read() as connection:
        waiting = decisions.open_ids(connection, "attendance")
    sheet = with_marks(Sheet("Daftar hadir", headings, rows), [row.id in waiting for row in attend.rows(ws, view.id)])
    write_workbook(out, [sheet], title=str(view.values["title"] or ""))


def minutes(ws: Workspace, out: Path, wish: Wish) -> None:
    """The minutes."""
    write_minutes(out, meeting_paper(ws, wish, signer="Notulis,"))


def made_at_text(ws: Workspace) -> str:
    """When a paper was made, for its foot."""
    now = ws.clock().astimezone()
    return f"{short_date_words(now.date())} {now:%H.%M}"


def letterhead_paper(ws: Workspace) -> papers.Letterhead:
    """The profile's letterhead with its picture."""
    found = letterhead(ws)
    lines = tuple(line for line in found.lines if line.strip())
    return papers.Letterhead(lines, found.logo.read_bytes() if found.logo else None)


def meeting_paper(ws: Workspace, wish: Wish, *, signer: str) -> papers.MeetingPaper:
    """One meeting in words, NIPs masked."""
    view = meet.meeting(ws, str(wish.meeting_id))
    values, lang = view.values, wish.lang
    male, female, total, institutions = view.shown
    people = tuple(
        papers.Person(_text(each["name"]), _text(each["position"]), label("meeting_role", _text(each["role"]), lang))
        for each in view.roles
    )
    note_taker = next((each for each in view.roles if each["role"] == "notulis"), None)
    chair = (
        papers.Person(_text(values["chair_name"]), _text(values["chair_position"])) if values["chair_name"] else None
    )
    return papers.MeetingPaper(
        letterhead=letterhead_paper(ws),
        region=ws.profile.region_name,
        kind=label("meeting_kind", _text(values["kind"]), lang),
        title=_text(values["title"]) or "",
        theme=_text(values["theme"]),
        date_text=date_words(view.date, lang),
        time_text=_time(values),
        place=_text(values["place"]),
        organiser=_text(values["organiser"]),
        chair=chair,
        people=people,
        groups=_texts(values["participant_groups"]),
        attendees=tuple(
            papers.AttendeeLine(row.number, row.name, mask_nip(row.nip), row.sex, row.position, row.office_name)
            for row in attend.rows(ws, view.id)
        ),
        totals_text=totals_text(view),
        male=male,
        female=female,
        total=total,
        institutions=institutions,
        agenda=tuple(
            papers.AgendaLine(number, _text(each["text"]) or "", _text(each["discussion"]))
            for number, each in enumerate(view.agenda, 1)
        ),
        opening=_text(values["opening"]),
        discussion=_text(values["discussion"]),
        closing=_text(values["closing"]),
        results=tuple(
            papers.ResultLine(number, _text(each["text"]) or "", bool(each["expected"]))
            for number, each in enumerate(view.outputs, 1)
        ),
        follow_ups=tuple(_follow_up(number, each, lang) for number, each in enumerate(view.follow_ups, 1)),
        references=tuple(reference_words(each) for each in view.references),
        source_note=_text(values["source_note"]),
        missing=missing(view),
        signature=papers.SignatureBlock(
            place=letterhead(ws).signing_place or None,
            position=_text(note_taker["position"]) if note_taker and signer.startswith("Notulis") else signer,
            name=_text(note_taker["name"]) if note_taker and signer.startswith("Notulis") else None,
        ),
        letter_number=_text(values["letter_number"]),
        made_at_text=made_at_text(ws),
        open=_open(view),
    )


def _open(view: MeetingView) -> frozenset[str]:
    """The cells and the kinds of parts that hold two values."""
    groups = {field: group for group, fields in KINDS["meeting"].groups.items() for field in fields}
    return frozenset(groups.get(field, field) for field in view.conflict_fields) | view.conflict_parts


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _time(values: dict[str, Value]) -> str | None:
    start, end = _text(values["start_time"]), _text(values["end_time"])
    start, end = ((each or "").replace(":", ".") for each in (start, end))
    if start and end:
        return f"{start} - {end}"
    return start or (f"sampai {end}" if end else None)


def _follow_up(number: int, each: dict[str, Value], lang: str) -> papers.FollowUpLine:
    due = parse_date(_text(each["due_on"]))
    return papers.FollowUpLine(
        number=number,
        text=_text(each["text"]) or "",
        person=_text(each["person_name"]),
        office=_text(each["office_name"]),
        due=short_date_words(due, lang) if due else None,
        state=label("follow_up_state", _text(each["state"]), lang),
    )


def reference_words(each: dict[str, Value]) -> str:
    """A regulation in words: Perwal Medan Nomor 56 Tahun 2018: pedoman pelaksanaan PUG."""
    number = f" Nomor {each['number']}" if each["number"] else ""
    year = f" Tahun {each['year']}" if each["year"] else ""
    about = f": {each['about']}" if each["about"] else ""
    return f"{each['regulation_kind'] or ''}{number}{year}{about}".strip()


def totals_text(view: MeetingView) -> str | None:
    """One sentence on who came; None when nobody knows."""
    male, female, total, institutions = view.shown
    if total is None:
        return None
    outside = " di luar narasumber" if view.headcount and view.headcount["excludes_speakers"] else ""
    split = (
        f"laki-laki {number_words(male)}, perempuan {number_words(female)}"
        if male is not None and female is not None
        else "jumlah menurut jenis kelamin tidak disebutkan"
    )
    places = f"; {number_words(institutions)} instansi" if institutions else ""
    return f"{number_words(total)} orang{outside} ({split}{places})."


def missing(view: MeetingView) -> tuple[str, ...]:
    """Sentences on what nobody has said of a meeting, so that a paper never looks more certain than it is."""
    male, female, total, _institutions = view.shown
    told = []
    if view.date.complete is None:
        told.append(f"Tanggal lengkap: yang diketahui hanya {date_words(view.date)}.")
    if total is None:
        told.append("Jumlah peserta.")
    elif male is None or female is None:
        told.append("Jumlah peserta laki-laki dan perempuan.")
    elif male + female < total:
        told.append(f"Jenis kelamin {number_words(total - male - female)} orang.")
    if not view.values["chair_name"]:
        told.append("Pimpinan rapat.")
    if not view.values["place"]:
        told.append("Tempat.")
    return tuple(told)
