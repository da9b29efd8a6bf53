"""The invitation letter of a meeting: what it says, and on paper as PDF or from the office's own Word template."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pug_desktop import durable, paths
from pug_desktop.app import edit, invite, meet
from pug_desktop.app.invite import Invitee
from pug_desktop.app.meet import MeetingView
from pug_desktop.app.meeting_kinds import kind_name
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.domain.addressed import head_of
from pug_desktop.domain.dates import date_words, parse_date, short_date_words
from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.storage import records

if TYPE_CHECKING:
    from pug_desktop.reports.invitation_letter import InvitationLetter, InvitedLine

FIELDS = tuple(field.name for field in KINDS["meeting_letter"].fields)
SIGNER = ("signer_name", "signer_position", "signer_rank", "signer_nip")

MOST_IN_LETTER = 4
"""More invited than this stand on a list that goes with the letter."""

TEMPLATES = "templat"
"""The folder of a profile in which the office's own templates lie."""
_TEMPLATE = "surat-undangan.docx"
_LOGO_MM = 20


@dataclass(frozen=True, slots=True)
class Letter:
    """What was entered, and what stands on paper where nothing was."""

    values: Mapping[str, Value]
    """The fields of the letter, and `letter_number` of the meeting."""
    instead: Mapping[str, str]
    former_signer: Mapping[str, Value]
    """Of the letter that was changed last; empty when this one has a signer, or none has one."""


def letter(ws: Workspace, meeting_id: RecordId) -> Letter:
    """The letter of a meeting.

    Raises:
        NoSuchRecord: the meeting was removed.
    """
    view = meet.meeting(ws, meeting_id)
    with ws.database.read() as connection:
        found = records.get(connection, "meeting_letter", meeting_id)
        others = records.select(connection, "meeting_letter", {"scope": ws.profile.scope})
    values: dict[str, Value] = {name: found.values[name] if found else None for name in FIELDS}
    signers = [] if any(values[name] for name in SIGNER) else [each for each in others if each.text("signer_name")]
    # Ids of meetings rise with the time they were made.
    former = {name: signers[-1].values[name] for name in SIGNER} if signers else {}
    values["letter_number"] = view.values["letter_number"]
    return Letter(values, _instead(ws, view, invite.invited(ws, meeting_id)), former)


def save(ws: Workspace, meeting_id: RecordId, fields: Mapping[str, Value]) -> edit.Saved:
    """Save fields of the letter; its number is one of the meeting's."""
    if "letter_number" in fields:
        return edit.put(ws, "meeting", meeting_id, letter_number=fields["letter_number"])
    scope = str((edit.get(ws, "meeting", meeting_id) or {}).get("scope") or ws.profile.scope)
    edit.create(ws, "meeting_letter", fields, id=meeting_id, scope=scope)
    return edit.Saved(ws.clock())


def _instead(ws: Workspace, view: MeetingView, people: tuple[Invitee, ...]) -> dict[str, str]:
    """What a letter says where nobody wrote anything else; nothing in it claims what nobody entered."""
    title = _text(view.values["title"]) or kind_name(ws, view.scope, view.values)
    listed, apart = len(people) > MOST_IN_LETTER, _programme_apart(view)
    sheets = int(listed) + int(apart)
    return {
        "subject": f"Undangan {title}".strip(),
        "attachment": {0: "-", 1: "1 (satu) lembar", 2: "1 (satu) berkas"}[sheets],
        "addressed_to": "Daftar terlampir" if listed else "\n".join(_addressed(each) for each in people),
        "opening": f"Dengan hormat, kami mengundang Bapak/Ibu/Saudara untuk hadir dalam {title} pada:",
        "closing": "Demikian undangan ini kami sampaikan. Atas perhatian dan kehadirannya kami ucapkan terima kasih.",
    }


def _addressed(each: Invitee) -> str:
    return _line(each).words


def _line(each: Invitee) -> "InvitedLine":
    from pug_desktop.reports.invitation_letter import InvitedLine

    position, office = each.position, each.office_name
    if not each.name and not position:
        position, office = head_of(office, each.office_type)
    return InvitedLine(each.number, each.name or None, position or None, office or None)


def _programme_apart(view: MeetingView) -> bool:
    return any(each["start_time"] or each["speaker"] for each in view.agenda) or len(view.agenda) > 6


def paper(ws: Workspace, meeting_id: RecordId) -> "InvitationLetter":
    """The letter in words, ready to print."""
    from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
    from pug_desktop.reports.invitation_letter import InvitationLetter, ProgrammeLine

    view, found = meet.meeting(ws, meeting_id), letter(ws, meeting_id)
    people = invite.invited(ws, meeting_id)
    values, told = view.values, {name: _text(value) for name, value in found.values.items()}
    day = parse_date(told["letter_on"])
    return InvitationLetter(
        letterhead=letterhead_paper(ws),
        region=ws.profile.region_name,
        title=_text(values["title"]) or kind_name(ws, view.scope, values),
        place=letterhead(ws).signing_place or None,
        date_text=short_date_words(day) if day else None,
        number=told["letter_number"],
        nature=told["nature"],
        attachment=told["attachment"] or found.instead["attachment"],
        subject=told["subject"] or found.instead["subject"],
        addressed_to=_lines(told["addressed_to"] or found.instead["addressed_to"]),
        listed=len(people) > MOST_IN_LETTER,
        opening=told["opening"] or found.instead["opening"],
        closing=told["closing"] or found.instead["closing"],
        held_text=date_words(view.date) if view.date.year else None,
        time_text=time_words(_text(values["start_time"]), _text(values["end_time"])),
        held_at=_text(values["place"]),
        theme=_text(values["theme"]),
        programme=tuple(
            ProgrammeLine(
                number,
                _text(each["text"]) or "",
                time_words(_text(each["start_time"]), _text(each["end_time"]), open_end=False),
                _text(each["speaker"]),
            )
            for number, each in enumerate(view.agenda, 1)
        ),
        programme_apart=_programme_apart(view),
        signer_position=told["signer_position"],
        signer_name=told["signer_name"],
        signer_rank=told["signer_rank"],
        signer_nip=told["signer_nip"],
        copies=_lines(told["copies"]),
        invited=tuple(_line(each) for each in people),
        made_at_text=made_at_text(ws),
    )


def time_words(start: str | None, end: str | None, *, open_end: bool = True) -> str | None:
    """Times of day as a letter writes them: "09.00 - 12.00", or "09.00 - selesai" where no end is known."""
    first, last = ((each or "").replace(":", ".") for each in (start, end))
    if first and (last or open_end):
        return f"{first} - {last or 'selesai'}"
    return first or (f"sampai {last}" if last else None)


def write_pdf(ws: Workspace, out: Path, wish: Wish) -> None:
    """The letter as PDF."""
    from pug_desktop.reports.invitation_letter import write_invitation_letter

    write_invitation_letter(out, paper(ws, str(wish.meeting_id)))


# --- Word -------------------------------------------------------------------------------------------------------------


def write_docx(ws: Workspace, out: Path, wish: Wish) -> None:
    """The letter from the office's own template, or from ours.

    Raises:
        TemplateRefused: what is wrong with the office's template.
    """
    from pug_desktop.reports.docx_template import write_from_template

    found = paper(ws, str(wish.meeting_id))
    write_from_template(out, template(ws), template_fields(found), title=f"Undangan {found.title}")


def template_fields(found: "InvitationLetter") -> dict[str, object]:
    """What a template may name; written down in docs/panduan for those who shape their own."""
    from pug_desktop.reports.docx_template import Picture

    logo = found.letterhead.logo
    return {
        "kop": list(found.letterhead.lines),
        "logo": Picture(logo, _LOGO_MM) if logo else None,
        "tempat_surat": found.place,
        "tanggal_surat": found.date_text,
        "nomor": found.number,
        "sifat": found.nature,
        "lampiran": found.attachment,
        "hal": found.subject,
        "kepada": list(found.addressed_to) or ["." * 40],
        "terlampir": found.listed,
        "pembuka": found.opening,
        "penutup": found.closing,
        "judul": found.title,
        "tema": found.theme,
        "hari_tanggal": found.held_text,
        "waktu": found.time_text,
        "tempat": found.held_at,
        "acara": [
            {"nomor": each.number, "jam": each.time, "isi": each.text, "narasumber": each.speaker}
            for each in found.programme
        ],
        "acara_terlampir": found.programme_apart,
        "penanda_tangan": {
            "jabatan": found.signer_position,
            "nama": found.signer_name,
            "pangkat": found.signer_rank,
            "nip": found.signer_nip,
        },
        "tembusan": list(found.copies),
        "undangan": [
            {
                "nomor": each.number,
                "nama": each.name,
                "jabatan": each.position,
                "kantor": each.office,
                "sebutan": each.words,
            }
            for each in found.invited
        ],
        "jumlah_undangan": len(found.invited),
    }


def standard_template() -> Path:
    """The template that comes with the program."""
    return paths.RESOURCES / "templates" / _TEMPLATE


def own_template(ws: Workspace) -> Path | None:
    """The office's own template; None while it uses ours."""
    path = ws.folder / TEMPLATES / _TEMPLATE
    return path if path.is_file() else None


def template(ws: Workspace) -> Path:
    """The template in use."""
    return own_template(ws) or standard_template()


def take_template(ws: Workspace, path: Path) -> None:
    """Use this template from now on; it is tried with an example first.

    Raises:
        TemplateRefused, FileUnreadable: the one before it stays.
        DiskFull, FolderNotWritable
    """
    from pug_desktop.reports.docx_template import filled

    filled(path, template_fields(_example(ws)), title="Contoh")
    target = ws.folder_for(TEMPLATES) / _TEMPLATE
    with errors_of(ws.folder):
        durable.write_bytes(target, path.read_bytes())


def drop_template(ws: Workspace) -> None:
    """Use our template again."""
    with errors_of(ws.folder):
        (ws.folder / TEMPLATES / _TEMPLATE).unlink(missing_ok=True)


def copy_template(ws: Workspace, out: Path) -> None:
    """A copy of the template in use, to be changed with Word."""
    with errors_of(out.parent):
        shutil.copyfile(template(ws), out)


def _example(ws: Workspace) -> "InvitationLetter":
    """A letter in which every field has something, so that a template meets all of them."""
    from pug_desktop.app.paper_meeting import letterhead_paper
    from pug_desktop.reports.invitation_letter import InvitationLetter, InvitedLine, ProgrammeLine

    return InvitationLetter(
        letterhead=letterhead_paper(ws),
        region=ws.profile.region_name,
        title="Contoh",
        listed=True,
        programme=(ProgrammeLine(1, "Contoh", "09.00", "Contoh"),),
        programme_apart=True,
        addressed_to=("Contoh",),
        copies=("Contoh",),
        invited=tuple(InvitedLine(number, "Contoh", "Contoh", "Contoh") for number in (1, 2)),
    )


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
