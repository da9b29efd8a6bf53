"""The papers of one meeting: attendance list, minutes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pug_desktop.app import attend, invite, meet, outcomes
from pug_desktop.app.attend import AttendanceRow
from pug_desktop.app.meet import MeetingView
from pug_desktop.app.meeting_kinds import kind_name
from pug_desktop.app.report import BLANK_LINES, Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.attendance import mask_nip
from pug_desktop.domain.dates import date_words, number_words, parse_date, short_date_words
from pug_desktop.domain.kinds import KINDS, Value
from pug_desktop.domain.meeting_code import code_of
from pug_desktop.domain.words import label
from pug_desktop.reports import papers
from pug_desktop.reports.attendance_list import write_attendance_list
from pug_desktop.reports.minutes import write_minutes
from pug_desktop.reports.workbook import Sheet, with_marks, write_workbook
from pug_desktop.storage import decisions

_SPARE_LINES = 10
"""Empty lines behind those of the invited, for whoever comes with them or instead of them."""


def attendance_list(ws: Workspace, out: Path, wish: Wish) -> None:
    """The list: filled, or with empty lines behind those of the invited."""
    paper = meeting_paper(ws, wish, signer="Penanggung jawab kegiatan,")
    if not wish.blank:
        write_attendance_list(out, paper)
        return
    paper = replace(paper, code=code_of(str(wish.meeting_id)))
    invited = [
        papers.AttendeeLine(
            each.number, each.name or None, None, each.sex, each.position or None, each.office_name or None
        )
        for each in invite.invited(ws, str(wish.meeting_id))
    ]
    spare = max(_SPARE_LINES, BLANK_LINES - len(invited)) if invited else BLANK_LINES
    write_attendance_list(out, paper, blank_lines=spare, invited=invited)


def attendance_workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The list as a workbook; NIPs in full, as text, since it stays in the office."""
    view = meet.meeting(ws, str(wish.meeting_id))
    people = attend.rows(ws, view.id)
    columns: dict[str, Callable[[AttendanceRow], str | int | None]] = {
        "No": lambda row: row.number,
        "Nama": lambda row: row.name,
        "NIP": lambda row: row.nip,
        "L/P": lambda row: row.sex,
        "Jabatan": lambda row: row.position,
        "Instansi": lambda row: row.office_name,
        "Jenis instansi": lambda row: label("office_type", row.office_type),
    }
    # Age and disability are asked for the figures; no list of names tells them.
    if any(row.role for row in people):
        columns["Peran"] = lambda row: label("attendance_role", row.role) if row.role else None
    if any(row.phone for row in people):
        columns["No. HP"] = lambda row: row.phone
    rows = [tuple(cell(row) for cell in columns.values()) for row in people]
    with ws.database.read() as connection:
        waiting = decisions.open_ids(connection, "attendance")
    sheet = with_marks(Sheet("Daftar hadir", tuple(columns), rows), [row.id in waiting for row in people])
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
    """One meeting in words; NIPs are masked except on a paper for the accounts."""
    view = meet.meeting(ws, str(wish.meeting_id))
    values, lang = view.values, wish.lang
    male, female, total, institutions = view.shown
    people = tuple(
        papers.Person(
            _text(each["name"]),
            _text(each["position"]),
            label("meeting_role", _text(each["role"]), lang),
            _text(each["topic"]),
        )
        for each in view.roles
    )
    note_taker = next((each for each in view.roles if each["role"] == "notulis"), None)
    chair = (
        papers.Person(_text(values["chair_name"]), _text(values["chair_position"])) if values["chair_name"] else None
    )
    return papers.MeetingPaper(
        letterhead=letterhead_paper(ws),
        region=ws.profile.region_name,
        kind=kind_name(ws, view.scope, values, lang),
        title=_text(values["title"]) or "",
        theme=_text(values["theme"]),
        date_text=date_words(view.date, lang),
        time_text=_time(values),
        place=_text(values["place"]),
        organiser=_text(values["organiser"]),
        chair=chair,
        people=people,
        groups=_texts(values["participant_groups"]),
        disaggregation=_texts(values["disaggregation"]),
        attendees=tuple(
            papers.AttendeeLine(
                row.number, row.name, row.nip if wish.spj else mask_nip(row.nip), row.sex, row.position, row.office_name
            )
            for row in attend.rows(ws, view.id)
        ),
        totals_text=totals_text(view),
        male=male,
        female=female,
        total=total,
        institutions=institutions,
        agenda=tuple(
            papers.AgendaLine(
                number, _text(each["text"]) or "", _text(each["discussion"]), _time(each), _text(each["speaker"])
            )
            for number, each in enumerate(view.agenda, 1)
        ),
        opening=_text(values["opening"]),
        discussion=_text(values["discussion"]),
        closing=_text(values["closing"]),
        results=_results(view, lang),
        decisions=tuple(_text(each["text"]) or "" for each in outcomes.decisions(ws, view.id)),
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


def _results(view: MeetingView, lang: str) -> tuple[papers.ResultLine, ...]:
    numbers = outcomes.output_numbers(view)
    named = dict(outcomes.prerequisites(lang))
    return tuple(
        papers.ResultLine(
            numbers[str(each["id"])],
            _text(each["text"]) or "",
            bool(each["expected"]),
            prerequisites=tuple(f"{code} {named.get(code, '')}".strip() for code in outcomes.prerequisite_codes(each)),
            # Of an expected result that was taken out since, nothing is said.
            fulfils=(numbers[str(each["fulfils_id"])],) if each["fulfils_id"] in numbers else (),
            achieved=label("achieved", _text(each["achieved"]), lang) if each["achieved"] else None,
        )
        for each in view.outputs
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
    told = None if view.by_list else view.headcount
    outside = " di luar narasumber" if told and told["excludes_speakers"] else ""
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
