"""The report of a meeting with its annexes, and the minutes as a Word file."""

from dataclasses import replace
from pathlib import Path

from pug_desktop.app import edit, evidence, outcomes
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.paper_meeting import meeting_paper
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import parse_date, short_date_words
from pug_desktop.domain.kinds import Value
from pug_desktop.domain.words import label
from pug_desktop.reports import activity_report
from pug_desktop.reports.activity_report import ActivityPaper
from pug_desktop.reports.document import Photo, photo
from pug_desktop.reports.papers import SignatureBlock


def report(ws: Workspace, out: Path, wish: Wish) -> None:
    """The report, as PDF or Word file."""
    activity_report.write_activity_report(out, activity_paper(ws, wish))


def minutes(ws: Workspace, out: Path, wish: Wish) -> None:
    """The minutes as a Word file."""
    activity_report.write_minutes_docx(out, meeting_paper(ws, wish, signer="Notulis,"))


def activity_paper(ws: Workspace, wish: Wish) -> ActivityPaper:
    """One meeting as its report tells it: no more than somebody wrote."""
    meeting_id = str(wish.meeting_id)
    written = outcomes.report_of(ws, meeting_id)
    photos, files, unreadable = _attached(ws, meeting_id)
    day = parse_date(_text(written["report_on"]))
    return ActivityPaper(
        meeting=replace(meeting_paper(ws, wish, signer=""), signature=None),
        basis=_text(written["basis"]),
        purpose=_text(written["purpose"]),
        conclusion=_text(written["conclusion"]),
        suggestions=_text(written["suggestions"]),
        budget_source=_text(written["budget_source"]),
        state=_state(ws, meeting_id, wish.lang),
        photos=photos,
        files=files,
        unreadable=unreadable,
        for_accounts=wish.spj,
        signature=SignatureBlock(
            place=letterhead(ws).signing_place or None,
            date_text=short_date_words(day, wish.lang) if day else None,
            position=_text(written["signer_position"]) or "Penanggung jawab kegiatan,",
            name=_text(written["signer_name"]),
        ),
    )


def is_photo(row: EvidenceRow) -> bool:
    """Whether a file of a meeting is one of its photos."""
    return row.media_type.startswith("image/")


def _attached(ws: Workspace, meeting_id: str) -> tuple[tuple[Photo, ...], tuple[str, ...], tuple[str, ...]]:
    """The photos of a meeting, the names of its other files, and of photos that cannot be printed."""
    photos: list[Photo] = []
    files: list[str] = []
    unreadable: list[str] = []
    for row in evidence.of(ws, "meeting", meeting_id):
        if not is_photo(row):
            files.append(row.title)
            continue
        found = photo(ws.blobs.path(row.sha256).read_bytes(), row.title) if row.present else None
        if found is None:
            unreadable.append(row.title)
        else:
            photos.append(found)
    return tuple(photos), tuple(files), tuple(unreadable)


def _state(ws: Workspace, meeting_id: str, lang: str) -> str | None:
    found = edit.get(ws, "meeting", meeting_id)
    state = _text(found["state"]) if found else None
    return label("meeting_state", state, lang) if state in ("rencana", "batal") else None


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
